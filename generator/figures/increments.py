"""What came between two counts since new year: computed, and called so."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from generator.figures.series import Form, Point, Series, with_gaps
from generator.language.numbers import MONEY, PERCENT, WHOLE_UNITS_EXCEPT
from generator.language.value import Value
from generator.model.figure import Figure, Kind, figure_id
from generator.model.period import Period, PeriodKind


def increments(to_date: Series) -> Series | None:
    """What came between each two points of counts since new year, computed: a month's count from two totals. None
    where nothing can be computed: shares without counts, ranges, totals that fall.
    """
    told = [point for point in to_date.points if point.speaking]
    steps = [step for one, two in pairwise((None, *told)) if two and (step := _step(one, two))]
    if not (to_date.form.year_to_date and steps):
        return None
    points = [Point(step.period, (step,)) for step in steps]
    form = Form(PeriodKind.WITHIN, to_date.form.length)
    filled = tuple(with_gaps(points, form)) if all(p.period.length is form.length for p in points) else tuple(points)
    return replace(to_date, kind=Kind.COMPUTED, form=form, points=filled)


def _step(one: Point | None, two: Point) -> Figure | None:
    """What came after one point until the next of the same year; the first of a year is itself."""
    total, end = two.figure, two.period.end
    if total is None or end is None or not _is_counted(total):
        return None
    earlier = one if one and one.period.end and one.period.end.year == end.year else None
    if earlier is None:
        return _computed(total, Period(PeriodKind.WITHIN, dt.date(end.year, 1, 1), end), total.value)
    before = earlier.figure
    if before is None or before.period.end is None or not _is_counted(before):
        return None
    value = _less(total.value, before.value, total.unit)
    begins = before.period.end + dt.timedelta(days=1)
    return _computed(total, Period(PeriodKind.WITHIN, begins, end), value) if value else None


def _is_counted(figure: Figure) -> bool:
    """Whether totals of it can be subtracted: an exact count or amount, or a share with its two counts."""
    adds_up = figure.unit == MONEY or figure.unit not in WHOLE_UNITS_EXCEPT
    return figure.is_exact and (adds_up or (figure.unit == PERCENT and figure.is_ratio))


def _less(total: Value, before: Value, unit: str) -> Value | None:
    """The difference of two totals; None where one of its counts falls."""
    if total.number is None or before.number is None:
        return None
    if unit != PERCENT:
        number = total.number - before.number
        return Value(number, decimals=max(total.decimals, before.decimals)) if number >= 0 else None
    if total.part is None or total.whole is None or before.part is None or before.whole is None:
        return None
    part, whole = total.part - before.part, total.whole - before.whole
    if not 0 <= part <= whole or not whole:
        return None
    return Value(100 * part / whole, part=part, whole=whole, decimals=max(total.decimals, 2))


def _computed(figure: Figure, period: Period, value: Value) -> Figure:
    id = figure_id(figure.commune, figure.topic, period, Kind.COMPUTED, figure.source)
    trace = replace(figure.trace, note="Hiệu của hai số lũy kế")
    return replace(figure, id=id, kind=Kind.COMPUTED, period=period, value=replace(value, printed=""), trace=trace)
