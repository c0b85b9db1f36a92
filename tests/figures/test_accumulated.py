"""Targets over a stage: months of counts added up, computed rates as results, which of several speaks."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from figures import figure
from hypothesis import given
from hypothesis import strategies as st

from generator.figures.accumulated import months_that_add_up, without
from generator.figures.compute import recompute
from generator.figures.standings import BELOW, MEETING, MET, NOT_BEGUN, NOT_COMPARABLE, NOT_MET, standings
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.dataset import Dataset
from generator.model.figure import Figure, Kind, Standing, Topic
from generator.model.record import Record
from generator.pieces.charted import target_bullets
from generator.pieces.drawn_tables import Bullets
from generator.pieces.standings import judged, ours, stands, target_rows, whence
from generator.pieces.view import View
from generator.reading.catalogue_files import DATA, FOLDER, load_catalogue
from generator.reading.folders import on_disk

DATE = dt.date(2026, 10, 5)
ON_TIME, LATE, SETTLED, GOOD, NEW = (
    "ty_le_dung_han", "ho_so_qua_han", "ho_so_da_giai_quyet", "ho_so_dung_va_truoc_han", "ho_so_moi",
)  # fmt: skip


@cache
def catalogue() -> Catalogue:
    """That of the repository."""
    read, _ = load_catalogue(on_disk(DATA / FOLDER, FOLDER), [])
    assert read
    return read


def count(indicator: str, value: int, first: dt.date, last: dt.date, **cells: Any) -> Figure:
    days = {"tu_ngay": first.isoformat(), "den_ngay": last.isoformat()}
    named = {"nguon": f"bc-{last:%Y%m%d}", "ngay_nguon": last.isoformat()} | cells
    return figure(indicator, value, **days | named | {"ma_so": f"{indicator}-{first}-{last}-{named}"})


def days_of(year: int, first: int, last: int = 0) -> tuple[dt.date, dt.date]:
    last = last or first
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def month(number: int, good: int, settled: int, year: int = 2026, **cells: Any) -> list[Figure]:
    """The counts of one month: dossiers on time, and settled."""
    days = days_of(year, number)
    return [count(GOOD, good, *days, **cells), count(SETTLED, settled, *days, **cells),
            count(LATE, settled - good, *days, **cells)]  # fmt: skip


def target(indicator: str = ON_TIME, value: float | None = 98, **cells: Any) -> Figure:
    stage = {"tu_ngay": "2026-01-01", "den_ngay": "2026-12-31", "loai": "muc_tieu", "nguon": "kh", "so_sanh": ">=",
             "don_vi": "%", "ma_so": "aim"}  # fmt: skip
    return figure(indicator, value, **stage | cells)


def rate(value: float, first: dt.date, last: dt.date, **cells: Any) -> Figure:
    return count(ON_TIME, value, first, last, don_vi="%", so_le=2, **cells)  # type: ignore[arg-type]


def standing(figures: list[Figure], aim: Figure | None = None, date: dt.date = DATE) -> Standing:
    """How a target stands beside reported figures and all that is computed from them."""
    every = [*figures, *recompute(figures, catalogue().indicators), aim or target()]
    (made,) = standings(every, catalogue().indicators, date, catalogue().relations)
    return made


def counts_of(made: Standing) -> tuple[int, int]:
    assert made.result
    return whole(made.result)


def whole(rate: Figure) -> tuple[int, int]:
    part, all = rate.counts
    return int(part), int(all)


# --- computed rates ---------------------------------------------------------------------------


def test_a_computed_rate_is_a_result() -> None:
    made = standing(month(9, 97, 100))
    assert made.result
    assert made.result.kind is Kind.COMPUTED
    assert (made.status, made.summed, ours(made)) == (BELOW, None, "trang tự tính")


def test_of_one_document_the_printed_rate_speaks() -> None:
    """The computed one stands beside it where rounding does not explain it."""
    days = days_of(2026, 9)
    agreed = standing([*month(9, 97, 99), rate(97.98, *days)])
    assert agreed.result
    assert (agreed.result.kind, agreed.others) == (Kind.REPORTED, ())
    apart = standing([*month(9, 97, 99), rate(99, *days)])
    assert apart.result
    assert (int(apart.result.number), apart.status) == (99, MEETING)
    assert [f.kind for f in apart.others] == [Kind.COMPUTED]


def test_of_two_documents_the_newest_speaks() -> None:
    days = days_of(2026, 9)
    made = standing([*month(9, 97, 100, nguon="b", ngay_nguon="2026-10-03"), rate(99, *days)])
    assert made.result
    assert made.result.kind is Kind.COMPUTED
    assert [f.number for f in made.others] == [99]


def test_a_document_that_is_replaced_gives_no_result() -> None:
    assert standing(month(9, 97, 100, thay_boi="b")).status == NOT_COMPARABLE


# --- months added up --------------------------------------------------------------------------


def test_months_add_up_over_the_stage() -> None:
    aim = target(tu_ngay="2026-07-01")
    made = standing([*month(6, 0, 50), *month(7, 98, 100), *month(8, 197, 200), *month(9, 100, 100)], aim)
    assert counts_of(made) == (395, 400)
    assert made.summed
    assert made.result
    assert made.result.trace.note == "Trang tự cộng 3 tháng, từ 01/07/2026 đến 30/09/2026."
    assert (made.result.kind, made.result.id.endswith(".cong-3-thang")) == (Kind.COMPUTED, True)
    assert made.summed.documents == ("bc-20260731", "bc-20260831", "bc-20260930")
    assert judged(made) == "đang đạt (trang tự cộng 3 tháng)"


def test_what_is_missing_is_named_and_not_filled() -> None:
    made = standing([f for number in (1, 2, 3, 4, 5, 7, 8, 9) for f in month(number, 98, 100)])
    assert counts_of(made) == (784, 800)
    assert made.summed
    assert made.summed.counted == "8 trong 9 tháng"
    assert made.result
    assert made.result.trace.note.endswith("; chưa có số đếm của tháng 06/2026.")


def test_months_before_the_first_one_told_are_missing_too() -> None:
    made = standing([*month(8, 98, 100), *month(9, 98, 100)])
    assert made.summed
    assert made.summed.counted == "2 trong 9 tháng"
    assert without(made.summed.missing) == "chưa có số đếm của tháng 01/2026, 02/2026, 03/2026 và 4 tháng khác"


@pytest.mark.parametrize(("start", "end"), [("2026-07-15", "2026-10-15"), ("2026-07-02", "2026-10-30")])
def test_a_month_over_the_edge_of_the_stage_is_not_in_it(start: str, end: str) -> None:
    months = [f for number in (7, 8, 9, 10) for f in month(number, number, 100)]
    made = standing(months, target(tu_ngay=start, den_ngay=end))
    assert counts_of(made) == (17, 200)
    assert made.summed
    assert not made.summed.missing


def test_a_stage_without_a_first_day_begins_with_what_is_told() -> None:
    made = standing([*month(8, 98, 100), *month(9, 98, 100)], target(tu_ngay=""))
    assert made.summed
    assert made.summed.counted == "2 tháng"


def test_a_stage_named_in_words_has_results_and_no_last_day() -> None:
    """The words of a heading say which months belong to the target, not by when it must be met."""
    words = target(tu_ngay="", den_ngay="")
    assert standing(month(9, 98, 100), words).status == NOT_COMPARABLE
    named = figure_with_period(words, "tháng 6 và 6 tháng cuối năm 2026")
    months = [f for number in (5, 6, 7, 8) for f in month(number, 90, 100)]
    assert standing([], named, dt.date(2026, 5, 1)).status == NOT_BEGUN
    for date in (DATE, dt.date(2027, 3, 1)):
        made = standing(months, named, date)
        assert counts_of(made) == (270, 300)
        assert stands(made) == "đang dưới mục tiêu; văn bản không ghi ngày phải đạt"


def figure_with_period(one: Figure, printed: str) -> Figure:
    return replace(one, period=replace(one.period, printed=printed))


def test_a_target_of_each_year_counts_its_year_alone() -> None:
    aim = target(tu_ngay="2025-01-01", den_ngay="2027-12-31")
    months = [*month(11, 1, 100, 2025), *month(12, 1, 100, 2025), *month(1, 99, 100), *month(2, 99, 100)]
    assert counts_of(standing(months, aim)) == (200, 400)
    assert counts_of(standing(months, replace(aim, each_year="hang_nam"))) == (198, 200)


def test_one_document_speaks_for_a_month() -> None:
    """The newest; a replaced one never; of two of one day that disagree none, and the month is missing."""
    base = [*month(7, 98, 100), *month(9, 98, 100)]
    aim = target(tu_ngay="2026-07-01")
    newer = [*month(8, 50, 100), *month(8, 90, 100, nguon="b", ngay_nguon="2026-09-20")]
    assert counts_of(standing([*base, *newer], aim)) == (286, 300)
    replaced = [*month(8, 50, 100, thay_boi="b"), *month(8, 90, 100, nguon="b", ngay_nguon="2026-08-01")]
    assert counts_of(standing([*base, *replaced], aim)) == (286, 300)
    rivals = [*month(8, 50, 100), *month(8, 90, 100, nguon="b")]
    made = standing([*base, *rivals], aim)
    assert counts_of(made) == (196, 200)
    assert made.summed
    assert made.summed.counted == "2 trong 3 tháng"


def test_a_total_since_new_year_goes_before_the_sum() -> None:
    """It covers as much and is of a document; a sum of all its months that disagrees stands beside it."""
    months = [f for number in range(1, 10) for f in month(number, 98, 100)]
    to_date = [count(GOOD, 882, *days_of(2026, 1, 9), loai_ky="luy_ke", nguon="q"),
               count(SETTLED, 900, *days_of(2026, 1, 9), loai_ky="luy_ke", nguon="q")]  # fmt: skip
    agreed = standing([*months, *to_date])
    assert (agreed.summed, agreed.others, counts_of(agreed)) == (None, (), (882, 900))
    apart = standing([*months[3:], *month(1, 50, 100), *to_date])
    assert (apart.summed, counts_of(apart)) == (None, (882, 900))
    assert apart.added
    assert [whole(f) for f in apart.others] == [(834, 900)]
    gaps = standing([*months[:9], *months[12:], *to_date])
    assert (gaps.summed, gaps.others, counts_of(gaps)) == (None, (), (882, 900))


def test_a_sum_that_goes_on_speaks_before_an_older_total() -> None:
    months = [f for number in range(1, 10) for f in month(number, 98, 100)]
    half = [count(GOOD, 590, *days_of(2026, 1, 6), nguon="q"), count(SETTLED, 600, *days_of(2026, 1, 6), nguon="q")]
    assert counts_of(standing([*months, *half])) == (882, 900)


def test_counts_are_added_where_things_happen() -> None:
    months = [f for number in (7, 8, 9) for f in month(number, 98, 100)]
    aim = target(LATE, 5, so_sanh="<=", don_vi="hồ sơ", tu_ngay="2026-07-01", den_ngay="2026-09-30")
    made = standing(months, aim)
    assert made.result
    assert (int(made.result.number), made.status) == (6, NOT_MET)
    assert standing(months, target(LATE, 6, so_sanh="<=", don_vi="hồ sơ", tu_ngay="2026-07-01",
                                   den_ngay="2026-09-30")).status == MET  # fmt: skip


def test_what_is_there_or_carried_over_is_never_added() -> None:
    """What is left at the end of a month, all that was received with what was carried over, a share of such."""
    names = {"ho_so_dang_giai_quyet": 5, "ho_so_ky_truoc": 5, "ho_so_tiep_nhan": 105, "to_cnsc": 20,
             "ho_so_truc_tuyen": 90, "ho_so_dang_trong_han": 5, SETTLED: 100, GOOD: 99}  # fmt: skip
    for carried, added in (
        ("co", {}),
        ("khong", {"ho_so_truc_tuyen", "ty_le_truc_tuyen", "ty_le_truc_tuyen_ho_so_moi"}),
    ):
        figures = [
            count(name, value, *days_of(2026, number), gom_ky_truoc=carried)
            for number in (8, 9) for name, value in names.items()
        ]  # fmt: skip
        found = months_that_add_up(figures, catalogue().indicators, catalogue().relations)
        assert {topic.indicator for topic in found} == {SETTLED, GOOD, ON_TIME, *added}
    (one, _) = found[Topic("ty_le_truc_tuyen", "")]
    assert whole(one) == (90, 100)  # of the new ones: received without carried over


def test_uneven_or_unknown_days_are_no_months() -> None:
    uneven = [
        count(name, value, dt.date(2026, 7, 5), dt.date(2026, 8, 4)) for name, value in ((GOOD, 9), (SETTLED, 10))
    ]
    unknown = [figure(name, 10, den_ngay="", ma_so=name) for name in (GOOD, SETTLED)]
    made = standing([*uneven, *unknown, *month(9, 98, 100)])
    assert (made.summed, counts_of(made)) == (None, (98, 100))


def test_what_is_a_share_of_something_else_is_left_out() -> None:
    """Fields of work are results of no target of the whole."""
    assert standing([*month(8, 9, 10, phan_to="dat_dai"), *month(9, 9, 10, phan_to="dat_dai")]).result is None


@given(
    st.dictionaries(st.integers(0, 35), st.tuples(st.integers(0, 50), st.integers(1, 50)), min_size=1),
    st.integers(0, 35), st.integers(0, 35), st.sampled_from([1, 2, 15, 28]), st.sampled_from([1, 15, 28]),
)  # fmt: skip
def test_a_sum_is_its_months_and_no_day_twice(
    months: dict[int, tuple[int, int]], first: int, length: int, begins: int, ends: int
) -> None:
    """Of any months and any stage: the sum is that of the months inside, every day of it is in one month or in one that
    is named as missing.
    """
    start = dt.date(2024 + first // 12, first % 12 + 1, begins)
    last = dt.date(2024 + (first + length) // 12, (first + length) % 12 + 1, ends)
    if last < start:
        return
    given = [f for number, (late, good) in months.items()
             for f in month(number % 12 + 1, good, good + late, 2024 + number // 12)]  # fmt: skip
    aim = target(tu_ngay=start.isoformat(), den_ngay=last.isoformat())
    made = standing(given, aim, dt.date(2025, 6, 1))
    days = {number: days_of(2024 + number // 12, number % 12 + 1) for number in months}
    inside = [number for number, (one, two) in sorted(days.items()) if start <= one and two <= last]
    if len(inside) < 2:
        assert made.summed is None
        assert (made.result is not None) == bool(inside)
        return
    assert made.summed
    assert made.result
    assert counts_of(made) == (
        sum(months[number][1] for number in inside), sum(sum(months[number]) for number in inside),
    )  # fmt: skip
    parts = sorted([*(f.period for f in made.summed.months), *made.summed.missing])
    assert sum(part.days or 0 for part in parts) == (parts[-1].end - parts[0].start).days + 1  # type: ignore[operator]
    assert not any(one.overlaps(two) for one, two in pairwise(parts))
    assert parts[-1].end == made.result.period.end
    assert len(made.summed.months) == len(inside)


# --- words ------------------------------------------------------------------------------------

COMMUNE = Commune("15910", "Xã Hoằng Sơn", "hoang-son", "15910-hoang-son", None, "")


def view(figures: list[Figure]) -> View:
    """A view whose documents are called by their ids."""
    ids = dict.fromkeys(f.source for f in figures)
    known = {"tinh_trang": "co_so", "ngay": "2026-10-01", "ngay_biet": "2026-10-01"}
    rows = tuple(
        Record("nguon", COMMUNE.code, "nguon.csv", 2, {"nguon": id, "so_hieu": f"{id}/BC", "ten": "Báo cáo", **known})
        for id in (*ids, "kh")
    )
    return View(Dataset(catalogue(), (COMMUNE,), rows, 0), figures, (), (), DATE)


def test_a_row_says_what_is_ours_and_what_disagrees() -> None:
    months = [f for number in range(1, 10) for f in month(number, 98, 100) if number != 6]
    made = standing(months)
    said = whence(view(months), COMMUNE, made)
    assert said.startswith("trang tự cộng 8 trong 9 tháng, từ 01/01/2026 đến 30/09/2026, theo ")
    assert said.endswith(" và 6 văn bản khác; chưa có số đếm của tháng 06/2026")
    (row,) = target_rows(view(months), COMMUNE, "", [made])
    assert row[2].text == "98%"
    alone = month(9, 97, 100)
    assert whence(view(alone), COMMUNE, standing(alone)).startswith("trang tự tính, đến 30/09/2026, ")
    printed = [*month(9, 97, 99), rate(99, *days_of(2026, 9))]
    assert whence(view(printed), COMMUNE, standing(printed)).endswith(
        "; tính lại từ số đếm của văn bản này được 97,98%"
    )


def test_the_table_of_targets_names_what_a_sum_lacks() -> None:
    months = [f for number in range(1, 10) for f in month(number, 98, 100) if number != 6]
    every, _ = target_bullets(view(months), COMMUNE, "", "Mục tiêu", [standing(months)])
    assert isinstance(every, Bullets)
    name, reached, _, state = every.rows[0].cells
    assert "trang tự cộng 8 trong 9 tháng" in name.small
    assert name.small.endswith("và 6 văn bản khác; chưa có số đếm của tháng 06/2026")
    assert (reached.text, state.text, state.small) == ("98%", MEETING, "")
