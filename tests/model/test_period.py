"""Periods: ordered, of a length, with what follows, what they contain and the same days a year before."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.period import Length, Period, PeriodKind


def within(start: str, end: str, kind: PeriodKind = PeriodKind.WITHIN, printed: str = "") -> Period:
    first, last = (dt.date.fromisoformat(day) if day else None for day in (start, end))
    return Period(kind, first, last, printed)


LENGTHS = [
    ("2026-01-01", "2026-01-31", Length.MONTH),
    ("2024-02-01", "2024-02-29", Length.MONTH),
    ("2026-02-01", "2026-02-27", Length.OTHER),
    ("2026-01-02", "2026-01-31", Length.OTHER),
    ("2026-04-01", "2026-06-30", Length.QUARTER),
    ("2026-05-01", "2026-07-31", Length.OTHER),
    ("2026-07-01", "2026-12-31", Length.HALF),
    ("2026-04-01", "2026-09-30", Length.OTHER),
    ("2026-01-01", "2026-09-30", Length.NINE_MONTHS),
    ("2026-04-01", "2026-12-31", Length.OTHER),
    ("2026-01-01", "2026-12-31", Length.YEAR),
    ("2026-01-01", "2027-12-31", Length.OTHER),
    ("2026-01-01", "2026-05-17", Length.OTHER),
    ("", "2026-05-31", Length.OTHER),
    ("2026-05-01", "", Length.OTHER),
    ("2026-05-31", "2026-05-01", Length.OTHER),
]


@pytest.mark.parametrize(("start", "end", "length"), LENGTHS)
def test_a_length_is_one_that_people_report_by(start: str, end: str, length: Length) -> None:
    assert within(start, end).length is length


@pytest.mark.parametrize(
    ("one", "following"),
    [
        (("2026-01-01", "2026-01-31"), ("2026-02-01", "2026-02-28")),
        (("2024-02-01", "2024-02-29"), ("2024-03-01", "2024-03-31")),
        (("2026-10-01", "2026-12-31"), ("2027-01-01", "2027-03-31")),
        (("2026-01-01", "2026-06-30"), ("2026-07-01", "2026-12-31")),
        (("2026-01-01", "2026-09-30"), ("2027-01-01", "2027-09-30")),
        (("2026-01-01", "2026-12-31"), ("2027-01-01", "2027-12-31")),
    ],
)
def test_what_follows_is_of_the_same_length(one: tuple[str, str], following: tuple[str, str]) -> None:
    assert within(*one).following == within(*following)
    assert within(*one).following is not None


def test_nothing_follows_a_length_of_its_own() -> None:
    assert within("2026-01-01", "2026-05-17").following is None


def test_what_is_printed_is_no_part_of_it() -> None:
    """Two documents may name one period in two ways."""
    assert within("2026-01-01", "2026-06-30", printed="6 tháng") == within(
        "2026-01-01", "2026-06-30", printed="nửa năm"
    )
    assert len({within("2026-01-01", "2026-06-30", printed=words) for words in ("6 tháng", "nửa năm")}) == 1
    assert within("2026-01-01", "2026-06-30") != within("2026-01-01", "2026-06-30", PeriodKind.CUMULATIVE)


def test_the_order_is_that_of_last_days_the_longest_last() -> None:
    """One whose last day nobody knows comes first; of one last day, one without a beginning before all others."""
    ordered = [
        within("", ""), within("2026-05-01", "2026-05-31"), within("", "2026-06-30"),
        within("2026-06-01", "2026-06-30"), within("2026-01-01", "2026-06-30"),
    ]  # fmt: skip
    shuffled = [ordered[number] for number in (3, 0, 4, 2, 1)]
    assert sorted(shuffled) == ordered


@pytest.mark.parametrize(
    ("kind", "start", "end", "is_one"),
    [
        (PeriodKind.CUMULATIVE, "2026-01-01", "2026-05-31", True),
        (PeriodKind.WITHIN, "2026-01-01", "2026-05-17", True),
        (PeriodKind.WITHIN, "2026-02-01", "2026-05-31", False),
        (PeriodKind.CUMULATIVE, "2025-01-01", "2026-05-31", False),
        (PeriodKind.CUMULATIVE, "", "2026-05-31", False),
    ],
)
def test_what_counts_from_new_year_is_year_to_date(kind: PeriodKind, start: str, end: str, is_one: bool) -> None:
    assert within(start, end, kind).is_year_to_date == is_one


def test_what_lies_in_it() -> None:
    june, half = within("2026-06-01", "2026-06-30"), within("2026-01-01", "2026-06-30")
    assert half.contains(june)
    assert half.contains(half)
    assert not june.contains(half)
    assert june.contains(within("", "2026-06-30", PeriodKind.AT))
    assert not june.contains(within("", "2026-07-01", PeriodKind.AT))
    assert not within("", "2026-06-30").contains(june)


@pytest.mark.parametrize(
    ("one", "two", "common"),
    [
        (("2026-01-01", "2026-05-31"), ("2026-05-31", "2026-06-30"), True),
        (("2026-01-01", "2026-05-31"), ("2026-06-01", "2026-06-30"), False),
        (("2026-01-01", "2026-12-31"), ("2026-06-01", "2026-06-30"), True),
        (("", "2026-05-31"), ("2026-05-01", "2026-05-31"), False),
    ],
)
def test_two_periods_overlap_where_they_share_a_day(one: tuple[str, str], two: tuple[str, str], common: bool) -> None:
    assert within(*one).overlaps(within(*two)) == within(*two).overlaps(within(*one)) == common


def test_a_total_since_nobody_knows_when_has_no_first_day() -> None:
    assert within("", "2026-05-31", PeriodKind.CUMULATIVE).is_since_ever
    assert not within("2026-01-01", "2026-05-31", PeriodKind.CUMULATIVE).is_since_ever
    assert not within("", "2026-05-31", PeriodKind.AT).is_since_ever


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), st.integers(0, 800))
def test_a_year_before_and_back_is_the_same(start: dt.date, length: int) -> None:
    """But for the end of February, where the last day stays the last."""
    period = Period(PeriodKind.WITHIN, start, start + dt.timedelta(days=length))
    again = period.year_before.moved(12)
    for day, there in ((period.start, again.start), (period.end, again.end)):
        assert day
        assert there
        leap = day.month == 2 and day.day >= 28
        assert there == day or (leap and there.month == 2)


@given(st.integers(1, 12), st.integers(1950, 2100))
def test_the_last_of_a_month_stays_the_last(month: int, year: int) -> None:
    end = dt.date(year, month, calendar.monthrange(year, month)[1])
    before = Period(PeriodKind.AT, None, end).year_before.end
    assert before == dt.date(year - 1, month, calendar.monthrange(year - 1, month)[1])
