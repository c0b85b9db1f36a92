"""Any indicator over time: a column a period, from zero; of shares near the whole what is left to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.figures.change import Direction
from generator.figures.series import Series
from generator.language.numbers import MONEY, PERCENT, show_number
from generator.model.commune import Commune
from generator.model.figure import Figure as Number
from generator.model.figure import Kind
from generator.model.figure_words import counted as as_counts
from generator.model.period import Length, Period, PeriodKind
from generator.pieces.blocks import Figure
from generator.pieces.changed import is_of_few
from generator.pieces.chart_words import counted
from generator.pieces.charted import short
from generator.pieces.moments import Moment, by_years, called, moments, told
from generator.pieces.printed_and_computed import Told
from generator.pieces.shown import value
from generator.pieces.time_words import ADDED, COUNTED, OURS, Column, columns, look_of
from generator.pieces.trend import beyond, trend
from generator.pieces.view import View

FEWEST = 3
"""Periods from which on a chart says more than its numbers."""
_NEAR = 80
"""Shares that are never below are drawn as what is left to the whole, from zero."""
_THOUSAND = 1000


def over_time(view: View, commune: Commune, series: Series) -> list[Figure]:
    """A chart of a series with at least three periods that can be compared; else nothing. Counts since new year are
    drawn as what came in between.
    """
    return of_told(view, commune, Told(series, moments(series), {}))


def of_told(view: View, commune: Commune, told_of: Told) -> list[Figure]:
    """A chart of a series, or of what is printed beside what is computed."""
    series, whole = told_of.series, told_of.moments
    shown = by_years(whole)
    there = told(shown)
    uneven = series.form.length is Length.OTHER and series.form.kind is PeriodKind.WITHIN
    if len(there) < FEWEST or uneven or series.unit == MONEY or any(f.is_range for m in there for f in m.figures):
        return []
    indicator = view.indicator(series.topic.indicator)
    left = (
        series.unit == PERCENT
        and indicator.better != "thap"
        and all(f.number >= _NEAR for m in there for f in m.figures)
    )
    part = indicator.part(series.topic.breakdown)
    name = short(view, series.topic.indicator) + (f", {part}" if part else "")
    made = [column for moment in there for column in _columns(moment, left=left)]
    unit = "%" if series.unit == PERCENT and not left else ""
    ours = COUNTED if told_of.beside else ADDED if len(whole) > len(shown) else OURS
    judged = _judged(there, told_of.counts)
    return [columns(
        view, commune, shown, made, title=_title(name, there, judged), below=_below(series, judged, left=left),
        head=("Kỳ", "Số liệu"), caption=name, main=[min(there, key=lambda m: m.figures[0].number)],
        unit=unit, ours=ours,
    )]  # fmt: skip


def _columns(moment: Moment, *, left: bool) -> list[Column]:
    made = []
    for number, figure in enumerate(moment.figures):
        height = (100 - figure.number) * (_THOUSAND // 100) if left else figure.number
        shown = (
            show_number(height, 1).removesuffix(",0")
            if left
            else show_number(figure.number, max(0, figure.value.decimals))
        )
        text = as_counts(figure) if is_of_few(figure) else shown
        counted_beside = number and figure.kind is Kind.COMPUTED
        look = "computed" if counted_beside else "old" if number else look_of(moment)
        said = value(figure) + (f" ({as_counts(figure)})" if figure.is_ratio else "")
        small = "tự tính" if look == "computed" and figure.kind is Kind.COMPUTED else ""
        made.append(Column(moment, float(height), text, said, (counted(figure, value(figure), small),), look))
    return made


def _judged(there: Sequence[Moment], counts: Mapping[Period, Number]) -> list[Number]:
    """The figures by which a trend is told: those with counts where most periods have them."""
    with_counts = [counts[moment.period] for moment in there if moment.period in counts]
    printed = [moment.figure for moment in there if moment.figure]
    return with_counts if len(with_counts) * 4 >= len(there) * 3 else printed


def _title(name: str, there: Sequence[Moment], judged: Sequence[Number]) -> str:
    """Where it stands, and where it went as far as the counts can tell."""
    figures = [moment.figure for moment in there if moment.figure]
    first, last, way = figures[0], figures[-1], trend(judged)
    newest = f"{value(last)} ({called(there[-1].period)})"
    if all(figure.number == last.number for figure in figures):
        return f"{name}: {newest}, không đổi từ {called(there[0].period)}"
    if way:
        same = way in (Direction.UNCLEAR, Direction.SAME)
        return f"{name} {'chưa rõ tăng hay giảm' if same else way.value}: {newest}"
    return f"{name}: từ {value(first)} ({called(there[0].period)}) đến {newest}{beyond(there)}"


def _below(series: Series, judged: Sequence[Number], *, left: bool) -> str:
    """What a column is."""
    each = _EACH.get(series.form.length, "mỗi kỳ") if series.form.kind is not PeriodKind.AT else "mỗi lần báo cáo"
    how = f" {HALVES}" if trend(judged) else ""
    each += ", trang tự tính từ số đếm" if series.kind is Kind.COMPUTED else ""
    if left:
        return f"Cột và số trên cột: còn thiếu bao nhiêu trong 1.000 để đủ 100%, {each}; cột thấp là tốt hơn.{how}"
    what = "tỷ lệ" if series.unit == PERCENT else f"số {series.unit}" if series.unit else "số"
    return f"Cột: {what} {each}, tính từ 0.{how}"


HALVES = "Tăng, giảm: so nửa sau với nửa đầu."
"""How a trend is told."""
_EACH = {Length.MONTH: "mỗi tháng", Length.QUARTER: "mỗi quý", Length.YEAR: "mỗi năm"}
