"""Dossiers by field of work: each field over time, then the newest period with all its counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.charts.draw import Chart
from generator.language.numbers import show_number
from generator.language.vietnamese import lowered
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind, Topic
from generator.model.grouping import grouped
from generator.model.period import Period
from generator.pieces import blocks
from generator.pieces.addresses import anchor
from generator.pieces.blocks import Block, Grid, Prose, Section
from generator.pieces.chart_words import counted, documents, row, sentence
from generator.pieces.doubted import differs
from generator.pieces.moments import Moment, called, months, told
from generator.pieces.row_blocks import Cell
from generator.pieces.shown import value
from generator.pieces.time_words import origin
from generator.pieces.view import View
from generator.tables import tthc

_SETTLED, _LATE = "ho_so_da_giai_quyet", "ho_so_qua_han"
_MAIN = ("ho_so_tiep_nhan", _SETTLED, _LATE, "ho_so_dang_giai_quyet")
"""Counts of a field that stand beside its drawing."""
_FEWEST_MONTHS, _MOST_MONTHS, _MOST_PANELS = 3, 12, 9
_HEADINGS = {column.melts_to: column.heading for column in tthc.TABLE.columns if column.melts_to}


def is_of_a_field(figure: Figure) -> bool:
    """Whether a figure stands in a row of one field of work, or is computed from such a row."""
    return bool(figure.topic.breakdown) and figure.trace.file.endswith(f"/{tthc.TABLE.file}")


def by_field(view: View, commune: Commune, _: str) -> Iterator[Section]:
    """The fields over time beside one another with the main counts of the newest period; where nothing is drawn all its
    counts. What has no page of its own waits behind a line.
    """
    own = [figure for figure in view.of(commune) if is_of_a_field(figure) and figure.has_value]
    if not own:
        return
    newest = max(own, key=_newest_first)
    month = [f for f in own if (f.source, f.period) == (newest.source, newest.period) and f.kind is Kind.REPORTED]
    drawn = fields_over_time(view, commune, month)
    main = [figure for figure in month if drawn and figure.topic.indicator in _MAIN]
    elsewhere = view.long_told(commune)
    others = [f for f in own if f not in main and (f.topic.indicator not in elsewhere or (f in month and not drawn))]
    by_report = grouped(sorted(others, key=_newest_first, reverse=True), lambda f: (f.source, f.period)).values()
    grids = tuple(_all_of(view, report) for report in by_report)
    if drawn:
        yield Section("Theo lĩnh vực", "theo-linh-vuc", tuple(drawn), grids, "Xem các cột khác")
    else:
        source = Prose(origin(view, commune, month), "small")
        yield Section("Theo lĩnh vực", "theo-linh-vuc", (*grids[:1], source), grids[1:], "Xem các kỳ khác")


def _newest_first(figure: Figure) -> tuple[dt.date, dt.date, str]:
    return figure.day, figure.period.start or dt.date.min, figure.source


def fields_over_time(view: View, commune: Commune, month: Sequence[Figure]) -> list[Block]:
    """What was settled of each field month by month, on one scale; nothing unless a field has three months."""
    rows = view.series_of(commune)
    names = dict.fromkeys(
        row.topic.breakdown for row in rows if row.topic.indicator == _SETTLED and row.topic.breakdown
    )
    told_of = {name: told(months(rows, Topic(_SETTLED, name), (Kind.REPORTED,)))[-_MOST_MONTHS:] for name in names}
    told_of = {name: own for name, own in told_of.items() if own}
    if max(map(len, told_of.values()), default=0) < _FEWEST_MONTHS:
        return []
    last = max(own[-1].period for own in told_of.values())
    first = max(min(own[0].period for own in told_of.values()), last.moved(1 - _MOST_MONTHS))
    most = sorted(told_of, key=lambda name: sum(m.figures[0].number for m in told_of[name]), reverse=True)[
        :_MOST_PANELS
    ]
    late = {
        f.topic.breakdown: f
        for f in view.sayable(commune)
        if f.topic.indicator == _LATE and f.period == last and f.stands
    }
    panels = [row_of_field(view, commune, name, told_of[name], first, last, late.get(name)) for name in most]
    newest = {name: own[-1].figures[0] for name, own in told_of.items() if own[-1].period == last}
    top = max(newest, key=lambda name: newest[name].number)
    title = f"Nhiều hồ sơ đã giải quyết nhất, {called(last)}: {lowered(top)}, {show_number(newest[top].number)} hồ sơ"
    left = len(told_of) - len(most)
    stretch = f"từ {called(first)} đến {called(last)}"
    below = f"Số hồ sơ đã giải quyết mỗi tháng, {stretch}, cùng một thước; trống là chưa có số."
    below += f" Còn {left} lĩnh vực ở bảng dưới." if left else ""
    alt = f"{below} {sentence([(name, show_number(newest[name].number)) for name in most if name in newest])}"
    table = _all_of(view, [figure for figure in month if figure.topic.indicator in _MAIN])
    figures = [moment.figures[0] for name in most for moment in told_of[name]]
    return [
        blocks.Figure(Chart("panels", title, alt, tuple(panels)), table, origin(view, commune, figures), below=below)
    ]


def row_of_field(
    view: View, commune: Commune, name: str, own: Sequence[Moment], first: Period, last: Period, late: Figure | None
) -> dict[str, object]:
    """A panel: the months of a field from the first of all fields to the last."""
    newest = own[-1].figures[0]
    points = tuple((_steps(first, moment.period), float(moment.figures[0].number)) for moment in own)
    said = f"{show_number(newest.number)} xong" + (
        f", {show_number(late.number)} trễ" if late and own[-1].period == last else ""
    )
    return row(
        label=name, text=said, points=points, length=_steps(first, last) + 1, name=name, said=said,
        period=called(own[-1].period), source=documents(view, commune, [newest]),
    )  # fmt: skip


def _steps(first: Period, then: Period) -> int:
    """How many months lie between two of them."""
    assert first.end
    assert then.end
    return 12 * (then.end.year - first.end.year) + then.end.month - first.end.month


def _count(view: View, figure: Figure | None) -> Cell:
    """A count without its unit, that other pages can link to; one that does not agree says so."""
    if figure is None:
        return Cell("không nêu", "missing")
    shown = value(figure).removesuffix(f" {figure.unit}")
    return replace(counted(figure, shown), small=_doubts(view, figure), anchor=anchor(figure.id))


def _doubts(view: View, figure: Figure) -> str:
    return " ".join(map(differs, view.differing.get(figure.id, ())[:2]))


def _in_order(month: Sequence[Figure]) -> list[Figure]:
    """The figures of a month in the order of its document."""
    return sorted(month, key=lambda figure: figure.trace.line)


def _all_of(view: View, month: Sequence[Figure]) -> Grid:
    """Counts of one period, a field a line; a figure that does not agree says so below it."""
    there_are = dict.fromkeys(figure.topic.indicator for figure in month)
    shown = [*(id for id in _HEADINGS if id in there_are), *(id for id in there_are if id not in _HEADINGS)]
    rows = []
    for field, own in grouped(_in_order(month), lambda figure: figure.topic.breakdown).items():
        there = {figure.topic.indicator: figure for figure in own}
        rows.append((Cell(field), *(_count(view, there.get(id)) for id in shown)))
    heads = (_HEADINGS.get(id) or f"{view.indicator(id).name} (tự tính)" for id in shown)
    return Grid(f"Theo lĩnh vực, {called(month[0].period)}", ("Lĩnh vực", *heads), tuple(rows))
