"""What is due and when it came: deadlines, what counts as given, since when, what is next."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import islice

import pytest
from figures import figure
from hypothesis import given
from hypothesis import strategies as st
from officer import catalogue

from generator.figures.due import Arrival, Due, dues, newest_day, silence
from generator.model.duty import Duty, Rhythm
from generator.model.figure import Figure, Stage

MONTHLY = Duty("m", "Hằng tháng", "thu-tuc-hanh-chinh", Rhythm.MONTH, "luật", 9)
PLAN = Duty(
    "p", "Dự toán", "ngan-sach", Rhythm.YEAR, "luật", until="30 ngày kể từ ngày ban hành", from_start=True,
    indicators=("chi_ngan_sach",), stage="du_toan",
)  # fmt: skip
SETTLED = replace(PLAN, id="s", from_start=False, stage="quyet_toan")
DAY = dt.date(2026, 7, 10)


def told(month: int, signed: str = "", year: int = 2026, indicator: str = "ho_so_tiep_nhan") -> Figure:
    """A figure of a month, whose document is signed on a day, or bears none."""
    end = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)
    made = figure(indicator, 5, tu_ngay=f"{year}-{month:02}-01", den_ngay=end.isoformat(), ngay_biet=end.isoformat(),
                  nguon=f"bc-{year}-{month}")  # fmt: skip
    document = replace(made.trace.document, signed=dt.date.fromisoformat(signed) if signed else None)
    return replace(made, trace=replace(made.trace, document=document))


def money(stage: Stage, year: int) -> Figure:
    return replace(told(12, f"{year}-01-05", year, "chi_ngan_sach"), stage=stage, kind=stage.kind)


def owed(*figures: Figure, duty: Duty = MONTHLY, day: dt.date = DAY, province: str = "44") -> list[Due]:
    return dues([duty], figures, catalogue().indicators, day, province)


def arrivals(found: list[Due]) -> list[tuple[str, str]]:
    return [(due.period.printed, due.arrival.value) for due in found]


def test_each_month_comes_in_its_way() -> None:
    """In time on the last day, late on the next, undated, missing once its day is over, until then ahead."""
    found = owed(told(1, "2026-02-09"), told(2, "2026-03-10"), told(3), told(5, "2026-06-01"))
    assert arrivals(found) == [
        ("tháng 1/2026", "đúng hạn"), ("tháng 2/2026", "muộn"), ("tháng 3/2026", "đã có, không rõ ngày"),
        ("tháng 4/2026", "chưa có"), ("tháng 5/2026", "đúng hạn"), ("tháng 6/2026", "chưa có"),
        ("tháng 7/2026", "chưa tới hạn"),
    ]  # fmt: skip
    assert [due.days_late for due in found] == [0, 1, 0, 0, 0, 0, 0]
    assert found[-1].by == dt.date(2026, 8, 9)


@pytest.mark.parametrize(("day", "told_of"), [("2026-07-09", "chưa tới hạn"), ("2026-07-10", "chưa có")])
def test_the_last_day_is_still_in_time(day: str, told_of: str) -> None:
    found = owed(told(5, "2026-06-01"), day=dt.date.fromisoformat(day))
    assert arrivals(found)[1] == ("tháng 6/2026", told_of)


def test_nothing_is_due_before_the_first_document() -> None:
    assert owed() == []
    assert arrivals(owed(told(6, "2026-07-01")))[0] == ("tháng 6/2026", "đúng hạn")
    later = told(6, "2026-07-01")
    earlier = replace(told(1), trace=later.trace)  # a column of January in the report of June
    assert arrivals(owed(earlier, later))[0][0] == "tháng 6/2026"
    endless = replace(later, period=replace(later.period, end=None))  # as late as its document can know
    assert arrivals(owed(endless))[0] == ("tháng 6/2026", "đúng hạn")


def test_the_first_document_counts_and_who_bears_a_day_speaks() -> None:
    twice = owed(told(1, "2026-02-20"), told(1, "2026-02-05"), told(1))
    assert (twice[0].arrival, twice[0].came) == (Arrival.IN_TIME, dt.date(2026, 2, 5))


def test_a_report_up_to_the_day_of_its_signature_tells_of_that_month() -> None:
    cut = replace(told(5, "2026-05-18"), period=replace(told(5).period, end=dt.date(2026, 5, 18)))
    assert arrivals(owed(cut))[0] == ("tháng 5/2026", "đúng hạn")


def test_only_what_a_duty_asks_for_counts() -> None:
    others = told(1, "2026-02-01", indicator="so_thon"), told(1, "2026-02-01", indicator="ho_so_tiep_nhan")
    assert arrivals(owed(*others))[0][1] == "đúng hạn"
    assert arrivals(owed(others[0]))[0][1] == "chưa có"
    assert arrivals(owed(replace(others[1], value=figure("a", None).value), others[0]))[0][1] == "chưa có"


def test_a_duty_of_some_provinces_is_none_elsewhere() -> None:
    here = replace(MONTHLY, provinces=("44",))
    assert owed(told(1), duty=here)
    assert not owed(told(1), duty=here, province="19")
    assert not owed(told(1), duty=here, province="")


def test_a_plan_is_asked_for_when_its_year_begins_a_settlement_when_it_is_over() -> None:
    """Both without a day: never late, never ahead; nothing of the year in which the folder began."""
    since = told(6, "2026-07-01")
    new_year = dt.date(2027, 1, 2)
    assert arrivals(owed(since, duty=PLAN, day=new_year)) == [("năm 2027", "chưa có")]
    assert arrivals(owed(since, money(Stage.PLANNED, 2026), duty=PLAN, day=DAY)) == [("năm 2026", "đúng hạn")]
    assert arrivals(owed(since, money(Stage.PLANNED, 2026), duty=SETTLED, day=DAY)) == []
    assert arrivals(owed(since, duty=SETTLED, day=new_year)) == [("năm 2026", "chưa có")]
    assert arrivals(owed(since, money(Stage.SETTLED, 2026), duty=SETTLED, day=new_year))[0][1] == "đúng hạn"


@pytest.mark.parametrize(
    ("rhythm", "periods"),
    [
        (Rhythm.MONTH, ["tháng 6/2026", "tháng 7/2026"]),
        (Rhythm.QUARTER, ["quý II/2026", "quý III/2026"]),
        (Rhythm.THREE_SIX_NINE, ["6 tháng đầu năm 2026", "9 tháng đầu năm 2026", "3 tháng đầu năm 2027"]),
        (Rhythm.HALF, ["6 tháng đầu năm 2026", "6 tháng cuối năm 2026", "6 tháng đầu năm 2027"]),
        (Rhythm.YEAR, ["năm 2026", "năm 2027"]),
    ],
)
def test_periods_follow_their_rhythm(rhythm: Rhythm, periods: list[str]) -> None:
    made = replace(MONTHLY, rhythm=rhythm).periods(dt.date(2026, 6, 30))
    assert [period.printed for period in islice(made, len(periods))] == periods


@pytest.mark.parametrize(
    ("end", "days", "by"),
    [("2026-10-31", 10, "2026-11-13"), ("2026-07-31", 1, "2026-08-03"), ("2026-06-30", 0, "2026-06-30")],
)
def test_working_days_leave_out_the_ends_of_weeks(end: str, days: int, by: str) -> None:
    duty = replace(MONTHLY, days=days, working=True)
    period = replace(told(1).period, end=dt.date.fromisoformat(end))
    assert duty.last_day(period) == dt.date.fromisoformat(by)


@given(
    months=st.lists(st.tuples(st.integers(1, 12), st.integers(2024, 2026), st.integers(-20, 60)), max_size=20),
    day=st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31)),
)
def test_months_follow_each_other_without_a_gap(months: list[tuple[int, int, int]], day: dt.date) -> None:
    """Whatever came: each month from the first on once, at most one ahead and that last, late by days above zero."""
    figures = []
    for month, year, after in months:
        made = told(month, year=year)
        assert made.period.end
        document = replace(made.trace.document, signed=made.period.end + dt.timedelta(after))
        figures.append(replace(made, trace=replace(made.trace, document=document)))
    found = owed(*figures, day=day)
    assert bool(found) == bool(figures)
    ends = [due.period.end for due in found]
    assert all(two == one.following.end for one, two in zip([due.period for due in found], ends[1:], strict=False)
               if one.following)  # fmt: skip
    assert all(due.arrival is not Arrival.AHEAD for due in found[:-1])
    assert all((due.days_late > 0) == (due.arrival is Arrival.LATE) for due in found)
    assert all(bool(due.documents) == (due.arrival not in (Arrival.MISSING, Arrival.AHEAD)) for due in found)


@pytest.mark.parametrize(
    ("newest", "day", "months"),
    [("2026-06-15", "2026-08-14", 0), ("2026-06-15", "2026-08-15", 2), ("2025-12-31", "2026-12-01", 11)],
)
def test_silence_is_whole_months_and_at_least_two(newest: str, day: str, months: int) -> None:
    assert silence(dt.date.fromisoformat(newest), dt.date.fromisoformat(day)) == months


def test_who_never_told_a_day_is_not_silent() -> None:
    assert silence(None, DAY) == 0
    assert newest_day([figure("a", 1, den_ngay="")]) is None


@pytest.mark.parametrize(
    ("rhythm", "month", "arrival"),
    [
        (Rhythm.QUARTER, 4, "đúng hạn"), (Rhythm.HALF, 5, "chưa có"), (Rhythm.HALF, 6, "đúng hạn"),
        (Rhythm.THREE_SIX_NINE, 5, "chưa có"), (Rhythm.YEAR, 2, "chưa có"), (Rhythm.YEAR, 12, "đúng hạn"),
    ],
)  # fmt: skip
def test_what_tells_of_the_beginning_answers_for_a_quarter_only(rhythm: Rhythm, month: int, arrival: str) -> None:
    """With the day up to which it tells; longer periods are told of by their last month."""
    first = owed(told(month, "2026-06-20"), duty=replace(MONTHLY, rhythm=rhythm), day=dt.date(2027, 2, 1))[0]
    assert first.arrival == arrival
    assert (first.until is None) == (arrival == "chưa có")


def test_three_months_are_no_six() -> None:
    """What was told of the first three months is no answer for six."""
    duty = replace(MONTHLY, rhythm=Rhythm.THREE_SIX_NINE)
    assert arrivals(owed(told(3, "2026-04-01"), duty=duty))[:2] == [
        ("3 tháng đầu năm 2026", "đúng hạn"), ("6 tháng đầu năm 2026", "chưa có"),
    ]  # fmt: skip


def test_nobody_is_late_by_a_rule_that_was_none_yet() -> None:
    """What was given counts all the same."""
    duty = replace(MONTHLY, in_force=dt.date(2026, 3, 1))
    found = owed(told(1, "2026-04-01"), told(1, "2026-02-01"), told(3, "2026-05-01"), duty=duty)
    assert arrivals(found)[:2] == [("tháng 1/2026", "đúng hạn"), ("tháng 3/2026", "muộn")]


def test_day_and_document_belong_together() -> None:
    """The first that bears a day; one without a day speaks only alone."""
    undated, dated = told(1), told(1, "2026-02-05")
    other = replace(dated, trace=replace(dated.trace, document=replace(dated.trace.document, id="bc-khac")))
    found = owed(undated, other)[0]
    assert (found.documents[0], found.came) == ("bc-khac", dt.date(2026, 2, 5))
