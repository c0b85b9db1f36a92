"""What looks odd among the figures of a commune, without being proved wrong: warnings, which readers are told too, and
notes for those who enter the figures.

A docstring is its rule. A row that says `dung_nhu_van_ban=co` has been looked at and is not told again.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from generator.comparing import rules_money
from generator.comparing.evidence import Evidence, by_topic, column_of, looked_at, odd
from generator.comparing.rules_within import total_of
from generator.language.numbers import WHOLE_UNITS_EXCEPT, show_number
from generator.language.vietnamese import show_date
from generator.model.figure import Figure
from generator.model.figure_words import printed
from generator.model.grouping import grouped
from generator.model.period import Period, PeriodKind
from generator.model.problem import Problem
from generator.tables import tthc

_SLIPS = ((10, 50), (100, 5), (1000, 5), (1_000_000, 5))
"""Ratios that a lost digit or a mistaken unit makes, each with the least lower value for which it surprises."""
_NEARLY = Decimal("1.25")
TIMES = 5
"""So many times more or less than before is worth a second look."""
LEAST_COUNT = 30
"""Smaller counts jump by chance."""


def overlapping_periods(evidence: Evidence) -> Iterator[Problem]:
    """Two periods of one document neither follow each other nor lie one in the other: what was counted in both
    is counted twice.
    """
    counted = [f for f in evidence.reported if f.period.kind is PeriodKind.WITHIN]
    told: set[tuple[str, int, int]] = set()
    for figures in by_topic(counted):
        for one, two in combinations(figures, 2):
            rows = (two.trace.file, one.trace.line, two.trace.line)
            if one.source != two.source or not _cross(one.period, two.period) or rows in told or looked_at(one, two):
                continue
            told.add(rows)
            first, second = sorted((one, two), key=lambda f: f.period)
            yield odd(
                second, "", "ky-chong",
                f"{evidence.label(second)}: hai kỳ của cùng một văn bản chồng nhau, {_days(first.period)} và "
                f"{_days(second.period)}; phần trùng có thể bị đếm hai lần.",
                "Sửa tu_ngay, den_ngay của một trong hai dòng theo văn bản.",
            )  # fmt: skip


def sudden_steps(evidence: Evidence) -> Iterator[Problem]:
    """A value is about ten, a hundred or a thousand times its neighbour of a like period: a digit too many or
    too few, or thousands taken for units.
    """
    for figures in by_topic(f for f in evidence.exact if evidence.one_thing(f)):
        for one, two in pairwise(figures):
            if not _alike(one.period, two.period) or looked_at(one, two):
                continue
            low, high = sorted((one.number, two.number))
            for times in (slip for slip, least in _SLIPS if least <= low and _about(high, low, slip)):
                yield odd(
                    two, "", "lech-bac",
                    f"{evidence.label(two)}: {_ended(two)} và {_ended(one)} chênh nhau khoảng {show_number(times)} "
                    "lần.",
                    "Đối chiếu với văn bản: gõ thừa hay thiếu một chữ số, nhầm nghìn với triệu?",
                )  # fmt: skip


def many_times(evidence: Evidence) -> Iterator[Problem]:
    """A count is many times more or less than the one before it of a like period: a note, since it may well be so."""
    counts = (f for f in evidence.exact if f.unit not in WHOLE_UNITS_EXCEPT and evidence.one_thing(f))
    for figures in by_topic(counts):
        for one, two in pairwise(figures):
            if not _alike(one.period, two.period) or one.period.end == two.period.end:
                continue
            low, high = sorted((one.number, two.number))
            slip = any(least <= low and _about(high, low, slip) for slip, least in _SLIPS)
            if high >= LEAST_COUNT and high >= TIMES * low and not slip and not looked_at(one, two):
                yield _noted(
                    two, "gap-nhieu-lan",
                    f"{evidence.label(two)}: {_ended(two)}, {_compared(one, two)} {printed(one)} của kỳ trước (đến "
                    f"{show_date(one.period.end)}).",
                    "Đối chiếu với văn bản; gõ nhầm thì sửa, đúng như in thì không phải làm gì.",
                )  # fmt: skip


def _compared(before: Figure, now: Figure) -> str:
    if 0 in (before.number, now.number):
        return "trong khi là"
    up = now.number > before.number
    times = now.number / before.number if up else before.number / now.number
    return f"{'gấp' if up else 'ít hơn'} {show_number(times, 0 if times == int(times) else 1)} lần so với"


def fields_that_do_not_add_up(evidence: Evidence) -> Iterator[Problem]:
    """The fields of work that a document lists add up to its total, or it lists only some: a note with both sums."""
    counted = [f for f in evidence.exact if f.trace.table == tthc.TABLE.name]
    for figures in grouped(counted, lambda f: (f.topic.indicator, f.source, f.period)).values():
        fields = [figure for figure in figures if figure.topic.breakdown]
        total = total_of(fields)
        for whole in (figure for figure in figures if not figure.topic.breakdown):
            above = any(field.number > whole.number for field in fields)  # an error of its own
            if len(fields) > 1 and not above and total != whole.number and not looked_at(whole):
                yield _noted(
                    whole, "linh-vuc-khong-cong",
                    f"{evidence.label(whole)}: văn bản in tổng {show_number(whole.number)}, {len(fields)} lĩnh vực kể "
                    f"ra cộng lại {show_number(total)}, lệch {show_number(abs(total - whole.number))}.",
                    "Xem lại có sót hay lặp một lĩnh vực; văn bản chỉ kể một số lĩnh vực thì không phải làm gì.",
                )  # fmt: skip


ODDITIES = (
    overlapping_periods, sudden_steps, many_times, fields_that_do_not_add_up, *rules_money.ODDITIES,
)  # fmt: skip


def _noted(figure: Figure, code: str, message: str, advice: str) -> Problem:
    """What those who enter a figure may look at again; readers are not told."""
    return Problem(figure.trace.file, figure.trace.line, column_of(figure), code, "note", message, advice)


def _cross(one: Period, two: Period) -> bool:
    """Whether two periods have days in common and neither lies in the other."""
    return one.overlaps(two) and not one.contains(two) and not two.contains(one)


def _about(high: Decimal, low: Decimal, times: int) -> bool:
    return times / _NEARLY <= high / low <= times * _NEARLY


def _alike(one: Period, two: Period) -> bool:
    """Whether two periods are of one kind, and of about one length."""
    if one.kind is not two.kind or not (one.end and two.end):
        return False
    if one.kind is PeriodKind.AT:
        return True
    if one.kind is PeriodKind.CUMULATIVE:
        return one.start == two.start
    if not (one.days and two.days):
        return False
    return max(one.days, two.days) <= _NEARLY * min(one.days, two.days)


def _days(period: Period) -> str:
    return "–".join(map(show_date, period.span))


def _ended(figure: Figure) -> str:
    return f"{printed(figure)} (đến {show_date(figure.period.end)})"
