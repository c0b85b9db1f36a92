"""Dossiers by field of work: months beside fields with the newest on top, then each month with all its counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from generator.language.numbers import show_number
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.model.grouping import grouped
from generator.pieces.addresses import anchor
from generator.pieces.blocks import Block, Cell, Grid, Prose, Section
from generator.pieces.picking import pick
from generator.pieces.shown import period, value
from generator.pieces.view import View, source_link
from generator.tables import tthc

_HEADINGS = {column.melts_to: column.heading for column in tthc.TABLE.columns if column.melts_to}


def is_of_a_field(figure: Figure) -> bool:
    """Whether a figure stands in a row of one field of work, or is computed from such a row."""
    return bool(figure.topic.breakdown) and figure.trace.file.endswith(f"/{tthc.TABLE.file}")


def months_by_fields(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """One table of all months and fields; each month's own table waits behind it."""
    own = [figure for figure in view.of(commune) if is_of_a_field(figure) and figure.has_value]
    if not own:
        return
    months = grouped(
        sorted(own, key=_newest_first, reverse=True),
        lambda f: (f.source, f.period.printed, f.period.end, f.period.kind),
    )
    fields = tuple(dict.fromkeys(figure.topic.breakdown for month in months.values() for figure in _in_order(month)))
    rows = tuple(_row(view, commune, here, month, fields) for month in months.values())
    words = "Mỗi ô là số hồ sơ đã giải quyết; dòng nhỏ là số tiếp nhận và số trễ hẹn, nếu văn bản in."
    grid = Grid("Hồ sơ đã giải quyết, theo kỳ và lĩnh vực", ("Kỳ", *fields), rows)
    each: tuple[Block, ...] = tuple(_month(view, commune, here, month) for month in months.values())
    yield Section("Theo lĩnh vực", "theo-linh-vuc", (Prose(words), grid), each, "Xem đủ các cột của từng kỳ")


def _newest_first(figure: Figure) -> tuple[dt.date, dt.date, str]:
    return figure.day, figure.period.start or dt.date.min, figure.source


def _in_order(month: Sequence[Figure]) -> list[Figure]:
    """The figures of a month in the order of its document."""
    return sorted(month, key=lambda figure: figure.trace.line)


def _row(view: View, commune: Commune, here: str, month: Sequence[Figure], fields: Sequence[str]) -> tuple[Cell, ...]:
    """A month: what was settled of each field, with what came and what was late."""
    by_field = grouped(month, lambda figure: figure.topic.breakdown)
    first = Cell(period(month[0]), "", "", source_link(view, commune, here, month[0].source))
    return (first, *(_cell({f.topic.indicator: f for f in by_field.get(field, ())}) for field in fields))


def _cell(row: Mapping[str, Figure]) -> Cell:
    settled, received, late = (row.get(f"ho_so_{name}") for name in ("da_giai_quyet", "tiep_nhan", "qua_han"))
    small = [f"tiếp nhận {show_number(received.number)}"] if received else []
    small += [f"trễ {show_number(late.number)}"] if late else []
    if settled is None:
        return Cell("không nêu", "missing", "; ".join(small))
    return Cell(show_number(settled.number), "number", "; ".join(small))


def _month(view: View, commune: Commune, here: str, month: Sequence[Figure]) -> Grid:
    """All counts and rates of one month, a field a line; a figure that does not agree says so below it."""
    order = (*_HEADINGS, *dict.fromkeys(figure.topic.indicator for figure in month))
    shown = pick(month, *dict.fromkeys(order), kinds=(Kind.REPORTED, Kind.COMPUTED))
    columns = tuple(dict.fromkeys(figure.topic.indicator for figure in shown))
    rows = []
    for field, own in grouped(_in_order(month), lambda figure: figure.topic.breakdown).items():
        there = {figure.topic.indicator: figure for figure in own}
        first = Cell(field, "", own[0].trace.place.split(":")[0], source_link(view, commune, here, own[0].source))
        rows.append((first, *(_number(view, there.get(id)) for id in columns)))
    head = ("Lĩnh vực", *(_HEADINGS.get(id) or f"{view.indicator(id).name} (tự tính)" for id in columns))
    return Grid(period(month[0]), head, tuple(rows))


def _number(view: View, figure: Figure | None) -> Cell:
    if figure is None:
        return Cell("không nêu", "missing")
    doubts = " ".join(f"Chưa khớp: {difference.sentence}" for difference in view.differing.get(figure.id, ())[:2])
    return Cell(value(figure).removesuffix(f" {figure.unit}"), "number", doubts, anchor=anchor(figure.id))
