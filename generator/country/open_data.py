"""What a commune puts into each published table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from generator.country.csv_text import published_text
from generator.country.published_table import Published
from generator.country.published_tables import DIFFERENCES, FIGURES, HANDED, HISTORY
from generator.model.commune import Commune
from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.model.history import History
from generator.model.published_columns import published
from generator.pieces.view import View
from generator.tables.dinh_chinh import is_withheld


def in_order(figures: Iterable[Figure]) -> list[Figure]:
    """Figures of one commune in the order of the published table."""
    return sorted(figures, key=lambda f: (f.topic.indicator, f.period.end or dt.date.min, f.id))


def figures_text(view: View, commune: Commune) -> str:
    """The figures of a commune."""
    return published_text(FIGURES.columns, rows(view, commune, FIGURES))


def history_text(view: View) -> str:
    """The values that the figures of a view's one commune had; those that git knows of."""
    return published_text(HISTORY.columns, _history(view.history))


def handed_texts(view: View, commune: Commune) -> dict[str, str]:
    """The other tables of a commune by their names, as texts."""
    return {table.name: published_text(table.columns, rows(view, commune, table)) for table in HANDED}


def rows(view: View, commune: Commune, table: Published) -> Iterable[Sequence[object]]:
    """The rows of one of the tables that the one commune of a view fills."""
    if table is FIGURES:
        return map(published, in_order(view.of(commune)))
    if table is DIFFERENCES:
        return _differences(view.differences)
    if table is HISTORY:
        return _history(view.history)
    own = table.columns[1:]
    told = (row for row in view.records(commune, table.name) if not is_withheld(row))
    return ([commune.code, *(row[column] for column in own)] for row in told)


def _history(history: History) -> Iterator[Sequence[object]]:
    for span in history.spans:
        since, until = span.since, span.until
        yield (
            span.id, span.cell("ma_xa"), *span.value, since.day, until.day if until else "", since.commit,
            until.commit if until else "", since.reason, until.reason if until else "",
        )  # fmt: skip


def _differences(found: Iterable[Difference]) -> Iterator[Sequence[object]]:
    for d in found:
        values, sources = (" | ".join(part) for part in zip(*((s.shown, s.source) for s in d.sides), strict=True))
        dates = " | ".join(str(side.day or "") for side in d.sides)
        ids = " | ".join(side.figure.id if side.figure else "" for side in d.sides) if d.figures else ""
        yield [
            d.commune,
            d.rule,
            d.indicator,
            ids,
            values,
            sources,
            dates,
            d.gap,
            f"{d.sentence} {d.more}".strip(),
        ]
