"""What is new of a commune, for who follows it: figures that came with a document, figures that were corrected."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.language.vietnamese import lowered
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.model.grouping import grouped
from generator.pieces.addresses import CORRECTIONS
from generator.pieces.corrected import corrected, why
from generator.pieces.document_links import source_name
from generator.pieces.document_names import source_path
from generator.pieces.picking import with_value
from generator.pieces.shown import period
from generator.pieces.view import View

_NAMED = 3
"""Corrected figures that are named one by one."""


class News(NamedTuple):
    """Something new, on a day: a title, why or for when in a sentence (`text`), the first figures (`named`), the page
    that it leads to. `corrects` tells a correction from what came; `figures` is how many.
    """

    day: dt.date
    corrects: bool
    figures: int
    title: str
    text: str
    named: str
    page: str


def news(view: View, commune: Commune) -> list[News]:
    """What is new of a commune, the newest first; of one day corrections first."""
    made = [*_came(view, commune), *_corrections(view, commune)]
    return sorted(made, key=lambda one: (-one.day.toordinal(), not one.corrects, one.title, one.page))


def _corrections(view: View, commune: Commune) -> Iterator[News]:
    """Those of one day and reason together."""
    for (day, reason), own in grouped(corrected(view, commune), lambda one: (one.day, one.reason)).items():
        named = "; ".join(f"{one.name}: {one.told}" for one in own[:_NAMED])
        more = f"; và {len(own) - _NAMED} số khác" if len(own) > _NAMED else ""
        title = f"{commune.name}: đính chính {len(own)} số"
        yield News(day, True, len(own), title, why(reason), f"{named}{more}.", f"{commune.address}{CORRECTIONS}")


def _came(view: View, commune: Commune) -> Iterator[News]:
    """Figures of one document that came on one day: for which period most of them are."""
    spans = view.history.of
    new = (f for f in with_value(view.of(commune)) if f.kind is not Kind.COMPUTED and f.id not in view.history.before)
    told = [figure for figure in new if spans.get(figure.id)]
    by_day = grouped(told, lambda figure: (spans[figure.id][0].since.day, figure.source))
    for (day, source), own in by_day.items():
        name = source_name(view, view.source(commune.code, source))
        title = f"{commune.name}: {len(own)} số liệu từ {lowered(name)}"
        yield News(day, False, len(own), title, f"{_periods(own)}.", "", source_path(commune, source))


def _periods(figures: list[Figure]) -> str:
    (most, _), *others = Counter(period(figure) for figure in figures).most_common()
    return f"Kỳ: {most}{f' và {len(others)} kỳ khác' if others else ''}"
