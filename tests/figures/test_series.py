"""Series: figures of one question in the order of time, with gaps, documents that disagree, increments and changes."""

from __future__ import annotations

import calendar
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from figures import figure
from hypothesis import given
from hypothesis import strategies as st

from generator.figures.change import Direction, change
from generator.figures.increments import increments
from generator.figures.series import Form, Point, Series, series
from generator.model.figure import Figure, Kind
from generator.model.period import Length, PeriodKind

LATE = "ho_so_qua_han"


def of(year: int, first: int, last: int, value: float | None, **cells: Any) -> Figure:
    """A count of the whole months from `first` to `last` of a year."""
    end = dt.date(year, last, calendar.monthrange(year, last)[1])
    days = {"tu_ngay": f"{year}-{first:02}-01", "den_ngay": end.isoformat(), "nguon": f"bc-{end:%Y-%m}"}
    return figure(LATE, value, **days | {"ngay_biet": end.isoformat()} | cells)


def only(figures: list[Figure]) -> Series:
    (one,) = series(figures)
    return one


def said(one: Series) -> list[float | None]:
    """The value of each point, None for a gap."""
    return [float(point.figure.number) if point.figure else None for point in one.points]


def test_months_stand_in_a_row_with_their_gaps() -> None:
    row = only([of(2026, 5, 5, 4), of(2025, 12, 12, 1), of(2026, 1, 1, 2)])
    assert row.form == Form(PeriodKind.WITHIN, Length.MONTH)
    assert said(row) == [1, 2, None, None, None, 4]
    assert row.newest.figure
    assert row.newest.figure.number == 4
    before = row.before(row.newest)
    assert before
    assert before.period.end == dt.date(2026, 1, 31)


@pytest.mark.parametrize(
    ("first", "last", "length"), [(1, 3, Length.QUARTER), (1, 6, Length.HALF), (1, 12, Length.YEAR)]
)
def test_each_length_has_its_own_row(first: int, last: int, length: Length) -> None:
    """A quarter stands in no row of months, a year in none of quarters."""
    months = [of(2026, month, month, month) for month in (4, 5)]
    rows = series([*months, of(2024, first, last, 10), of(2026, first, last, 12)])
    assert {row.form.length for row in rows} == {Length.MONTH, length}
    (row,) = [row for row in rows if row.form.length is length]
    assert said(row)[0] == 10
    assert said(row)[-1] == 12
    assert None in said(row)


def test_uneven_periods_have_no_gaps() -> None:
    days = {"tu_ngay": "2026-05-15", "den_ngay": "2026-06-16"}
    row = only([figure(LATE, 1, **days), figure(LATE, 2, tu_ngay="2026-02-03", den_ngay="2026-03-09")])
    assert row.form.length is Length.OTHER
    assert said(row) == [2, 1]


def test_what_has_no_day_or_value_joins_no_series() -> None:
    assert series([figure(LATE, 1, den_ngay=""), figure(LATE, None)]) == []


@pytest.mark.parametrize("other", [{"phan_to": "dat_dai"}, {"co_so": "hồ sơ"}, {"loai": "nhu_cau"}, {"don_vi": "%"}])
def test_what_cannot_be_compared_stands_apart(other: dict[str, str]) -> None:
    """Another part, base, kind or unit is another series."""
    assert [said(row) for row in series([of(2026, 1, 1, 1), of(2026, 2, 2, 2, **other)])] == [[1], [2]]


def test_states_of_ends_of_months_have_the_rhythm_of_months() -> None:
    states = [figure(LATE, n, loai_ky="thoi_diem", tu_ngay="", den_ngay=day) for n, day in
              enumerate(("2026-01-31", "2026-02-28", "2026-04-30"))]  # fmt: skip
    assert said(only(states)) == [0, 1, None, 2]
    uneven = figure(LATE, 9, loai_ky="thoi_diem", tu_ngay="", den_ngay="2026-06-10")
    assert said(only([*states, uneven])) == [0, 1, 2, 9]


@pytest.mark.parametrize(
    ("months", "length", "gaps"),
    [((3, 6, 9), Length.QUARTER, 0), ((3, 6, 12), Length.QUARTER, 1), ((6, 12), Length.HALF, 0),
     ((3, 4, 6), Length.MONTH, 1), ((1, 3), Length.MONTH, 1), ((12,), Length.MONTH, 0)],
)  # fmt: skip
def test_what_is_told_each_quarter_misses_no_month(months: tuple[int, ...], length: Length, gaps: int) -> None:
    """States have the rhythm in which they are told; only what that leaves out is a gap."""
    days = [f"2026-{month:02}-{calendar.monthrange(2026, month)[1]}" for month in months]
    row = only([figure(LATE, n, loai_ky="thoi_diem", tu_ngay="", den_ngay=day) for n, day in enumerate(days)])
    assert row.form == Form(PeriodKind.AT, length)
    assert said(row).count(None) == gaps


# --- documents --------------------------------------------------------------------------------


def both(one: dict[str, Any], two: dict[str, Any]) -> Point:
    """What two documents tell of one month: 1 by the first, 2 by the second."""
    return only([of(2026, 1, 1, 1, nguon="a", **one), of(2026, 1, 1, 2, nguon="b", **two)]).newest


def numbers(figures: tuple[Figure, ...]) -> list[int]:
    return [int(one.number) for one in figures]


def test_the_newest_document_speaks() -> None:
    point = both({"ngay_nguon": "2026-02-03"}, {"ngay_nguon": "2026-02-02"})
    assert (numbers(point.speaking), numbers(point.others)) == ([1], [2])


def test_of_documents_of_one_day_both_stand() -> None:
    point = both({"ngay_nguon": "2026-02-02"}, {"ngay_nguon": "2026-02-02"})
    assert numbers(point.speaking) == [1, 2]
    assert point.figure is None


def test_a_document_without_a_day_is_of_the_last_that_it_can_know() -> None:
    point = both({"ngay_biet": "2026-02-02"}, {"ngay_nguon": "2026-02-01", "ngay_biet": "2026-03-01"})
    assert numbers(point.speaking) == [1]


def test_what_is_replaced_is_silent_while_another_speaks() -> None:
    point = both({"ngay_nguon": "2026-02-03", "thay_boi": "b"}, {"ngay_nguon": "2026-02-02"})
    assert (numbers(point.speaking), numbers(point.replaced), point.others) == ([2], [1], ())
    alone = only([of(2026, 1, 1, 1, thay_boi="b")]).newest
    assert (numbers(alone.speaking), alone.replaced) == ([1], ())


def test_two_documents_that_agree_are_one() -> None:
    point = only([of(2026, 1, 1, 1, nguon="a"), of(2026, 1, 1, 1, nguon="b")]).newest
    assert (numbers(point.speaking), point.others) == ([1], ())


# --- a year earlier ---------------------------------------------------------------------------


def test_the_same_period_a_year_ago_is_found() -> None:
    row = only([of(2025, 2, 2, 5), of(2026, 1, 1, 6), of(2026, 2, 2, 7), of(2024, 2, 2, 4)])
    last_year = row.year_before(row.newest)
    assert last_year
    assert numbers(last_year.speaking) == [5]
    first = row.year_before(last_year)
    assert first
    assert first.period.end == dt.date(2024, 2, 29)
    assert row.year_before(first) is None


# --- counts since new year --------------------------------------------------------------------


def to_date(*totals: tuple[int, int, float], **cells: Any) -> Series:
    """What is counted from January to some months of some years."""
    (row,) = [row for row in series([of(y, 1, m, v, **cells) for y, m, v in totals]) if row.form.year_to_date]
    return row


def test_months_are_computed_from_totals() -> None:
    """The first of a year is itself; each year begins anew; what is computed says so."""
    made = increments(to_date((2025, 11, 80), (2025, 12, 90), (2026, 1, 5), (2026, 2, 5), (2026, 3, 11)))
    assert made
    by_period = {(p.period.start, p.period.end): float(p.figure.number) for p in made.points if p.figure}
    assert by_period == {
        (dt.date(2025, 1, 1), dt.date(2025, 11, 30)): 80,
        (dt.date(2025, 12, 1), dt.date(2025, 12, 31)): 10,
        (dt.date(2026, 1, 1), dt.date(2026, 1, 31)): 5,
        (dt.date(2026, 2, 1), dt.date(2026, 2, 28)): 0,
        (dt.date(2026, 3, 1), dt.date(2026, 3, 31)): 6,
    }
    figures = [p.figure for p in made.points if p.figure]
    assert {f.kind for f in figures} == {Kind.COMPUTED}
    assert {f.trace.note for f in figures} == {"Hiệu của hai số lũy kế"}
    assert len({f.id for f in figures}) == len(figures)


def test_a_month_between_two_totals_that_nobody_tells_is_no_month() -> None:
    """January to March after January to January: what came is of two months, and drawn as that."""
    made = increments(to_date((2026, 1, 5), (2026, 3, 11), (2026, 4, 12)))
    assert made
    assert [(p.period.days, float(p.figure.number)) for p in made.points if p.figure] == [(31, 5), (59, 6), (30, 1)]


def test_a_total_that_falls_gives_no_month() -> None:
    made = increments(to_date((2026, 1, 5), (2026, 2, 4), (2026, 3, 6)))
    assert made
    assert [p.period.end for p in made.points if p.figure] == [dt.date(2026, 1, 31), dt.date(2026, 3, 31)]


def test_shares_need_their_counts() -> None:
    shares = to_date((2026, 1, 90), (2026, 2, 95), don_vi="%")
    made = increments(shares)
    assert made is None
    january = of(2026, 1, 1, 90, don_vi="%", tu_so=9, mau_so=10)
    until_may = of(2026, 1, 5, 95, don_vi="%", tu_so=38, mau_so=40)
    (row,) = [row for row in series([january, until_may]) if row.form.year_to_date]
    made = increments(row)
    assert made
    last = made.newest.figure
    assert last
    assert (last.value.part, last.value.whole) == (Decimal(29), Decimal(30))
    assert round(last.number, 2) == Decimal("96.67")


def test_first_quarters_are_no_counts_since_new_year() -> None:
    """A row of first quarters, or of years, is told by its length alone."""
    for last in (3, 12):
        rows = series([of(2025, 1, last, 1), of(2026, 1, last, 2)])
        assert [row.form.year_to_date for row in rows] == [False]


@given(st.lists(st.integers(0, 500), min_size=2, max_size=12))
def test_increments_add_up_to_the_total(months: list[int]) -> None:
    totals = [(2026, number, float(sum(months[:number]))) for number in range(1, len(months) + 1)]
    made = increments(to_date(*totals))
    assert made
    assert [float(p.figure.number) for p in made.points if p.figure] == months


# --- changes ----------------------------------------------------------------------------------


def rate(part: int, whole: int, **cells: Any) -> Figure:
    share = 100 * part / whole
    return figure("ty_le_dung_han", share, don_vi="%", tu_so=part, mau_so=whole, so_le=2, **cells)


@pytest.mark.parametrize(
    ("before", "after", "direction", "words"),
    [
        (of(2026, 1, 1, 3), of(2026, 2, 2, 15), Direction.UP, "tăng 12 hồ sơ"),
        (of(2026, 1, 1, 15), of(2026, 2, 2, 3), Direction.DOWN, "giảm 12 hồ sơ"),
        (of(2026, 1, 1, 3), of(2026, 2, 2, 3), Direction.SAME, "không đổi"),
        (rate(990, 1000), rate(900, 1000), Direction.DOWN, "giảm 9,00 điểm phần trăm"),
        (rate(990, 1000), rate(985, 1000), Direction.UNCLEAR, "chưa rõ tăng hay giảm"),
        (rate(548, 552), rate(105, 105), Direction.UNCLEAR, "chưa rõ tăng hay giảm"),
        (figure("a", 99, don_vi="%"), figure("a", 98.5, don_vi="%", so_le=1), Direction.DOWN,
         "giảm 0,5 điểm phần trăm"),
    ],
)  # fmt: skip
def test_a_change_in_words(before: Figure, after: Figure, direction: Direction, words: str) -> None:
    """Of shares with their counts, what chance explains is no change."""
    made = change(before, after)
    assert made
    assert (made.direction, made.words) == (direction, words)


def test_two_standard_errors_are_the_bound() -> None:
    """Of 400 and 400 with 200 before, the error of the difference is some 3.5 points: 227 is within two, 229 beyond."""
    unclear, sure = change(rate(200, 400), rate(227, 400)), change(rate(200, 400), rate(229, 400))
    assert unclear
    assert sure
    assert (unclear.direction, sure.direction) == (Direction.UNCLEAR, Direction.UP)


@pytest.mark.parametrize("cells", [{"so_sanh": "khoang"}, {"gia_tri_den": 9}])
def test_what_is_not_exact_has_no_change(cells: dict[str, Any]) -> None:
    assert change(of(2026, 1, 1, 3, **cells), of(2026, 2, 2, 4)) is None
