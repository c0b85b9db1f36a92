"""What a commune means to reach from stage to stage, beside what it has reached: one chart of shares, 0 to 100%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.charts.draw import Chart
from generator.figures.standings import meets
from generator.language.numbers import PERCENT
from generator.language.vietnamese import lowered, show_date
from generator.model.commune import Commune
from generator.model.figure import Figure as Number
from generator.model.figure import Standing
from generator.model.figure_words import aimed
from generator.model.grouping import grouped
from generator.pieces.blocks import Block, Figure
from generator.pieces.chart_words import counted, documents, levels, row, sentence, table_of
from generator.pieces.charted import short
from generator.pieces.moments import called
from generator.pieces.row_blocks import Cell
from generator.pieces.shown import period, value
from generator.pieces.standings import ours
from generator.pieces.time_words import origin
from generator.pieces.view import View

_FEWEST = 2
"""Levels from which on a chart says more than the table of targets."""
_MOST = 3
"""Shares that are drawn; the table of targets has all of them."""


class _Way(NamedTuple):
    """The newest result of a share, whose work it is, and the targets of stages that follow one another."""

    result: Number
    whose: str
    steps: Sequence[Number]


def promised_levels(view: View, commune: Commune) -> Iterator[Block]:
    """The newest result of each share whose target changes from stage to stage, beside all its levels."""
    every = sorted(_ways(view.targets_of(commune)), key=lambda way: -len(way.steps))
    ways, left = every[:_MOST], len(every[_MOST:])
    rows, told, cells = [], [], []
    for way in ways:
        result, name = way.result, _named(view, way.result)
        aims = levels((_stage(step), aimed(step)) for step in way.steps)
        of = ", ".join(filter(None, (called(result.period), way.whose)))
        said = f"{value(result)}, {of}; mục tiêu: {aims}"
        rows.append(row(
            label=name, value=result.number, text=value(result), before=[], name=name, said=said,
            targets=sorted({float(step.number) for step in way.steps}), target_text=aims,
            period=period(result), source=documents(view, commune, [result, *way.steps]),
        ))  # fmt: skip
        told.append((name, said))
        cells.append((name, counted(result, value(result), of), Cell(aims)))
    if ways:
        below = f"Xanh: kết quả mới nhất; vạch cam: mục tiêu.{f' Còn {left} tỷ lệ ở các bảng dưới.' if left else ''}"
        chart = Chart("steps", _title(view, ways, left), f"{below} {sentence(told)}", tuple(rows))
        table = table_of("Kết quả mới nhất và mục tiêu từng giai đoạn", ("Tỷ lệ", "Kết quả", "Mục tiêu"), cells)
        used = [figure for way in ways for figure in (way.result, *way.steps)]
        yield Figure(chart, table, origin(view, commune, used), below=below)


def _title(view: View, ways: Sequence[_Way], left: int) -> str:
    """How many of the shares are where their last stage means them to be: those whose level changes, no others."""
    there = sum(meets(w.result.number, w.steps[-1], view.indicator(w.result.topic.indicator).better) for w in ways)
    until = f"{_last_level(view, ways)}, số đến {show_date(max(way.result.day for way in ways))}"
    if len(ways) == 1:
        return f"{_named(view, ways[0].result)} {'đã' if there else 'chưa'} tới mức {until}"
    which = "vẽ ở đây" if left else "có mức khác nhau giữa các giai đoạn"
    many = {0: "chưa tỷ lệ nào", len(ways): f"cả {len(ways)} đã"}
    return f"{len(ways)} tỷ lệ {which}: {many.get(there, f'{there} đã')} tới mức {until}"


def _last_level(view: View, ways: Sequence[_Way]) -> str:
    """Of which stage the last level is, and that it has not begun, where all shares have one."""
    last = [way.steps[-1] for way in ways]
    if len({_stage(step) for step in last}) > 1:
        return "của giai đoạn cuối"
    start = last[0].period.start
    return f"đặt cho {_stage(last[0])}{' (chưa bắt đầu)' if start and start > view.date else ''}"


def _named(view: View, result: Number) -> str:
    part = view.indicator(result.topic.indicator).part(result.topic.breakdown)
    return short(view, result.topic.indicator) + (f", {lowered(part)}" if part else "")


def _ways(standings: Iterable[Standing]) -> Iterator[_Way]:
    shares = [s for s in standings if s.target.has_value and s.target.unit == PERCENT and not s.target.is_range]
    dated = [s for s in shares if s.target.period.start and s.target.period.end]
    for own in grouped(dated, lambda standing: standing.target.topic).values():
        results = {s.result: ours(s) for s in own if s.result and s.result.is_exact}
        steps = _one_after_another(s.target for s in own)
        if results and len({step.number for step in steps}) >= _FEWEST:
            newest = max(results, key=lambda result: result.period.order)
            yield _Way(newest, results[newest], steps)


def _one_after_another(targets: Iterable[Number]) -> list[Number]:
    """Targets whose stages have no day in common, in the order of time: of two that do that of the newer document."""
    kept: list[Number] = []
    for target in sorted(targets, key=lambda target: target.issued, reverse=True):
        if not any(target.period.overlaps(other.period) for other in kept):
            kept.append(target)
    return sorted(kept, key=lambda target: target.period.order)


def _stage(target: Number) -> str:
    """A stage in few words: whole years, or months of a year."""
    start, end = target.period.start, target.period.end
    assert start
    assert end
    if target.period.is_whole_years:
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    return f"{start.month}/{start.year}–{end.month}/{end.year}"
