"""The words of a change: at 1, 2, 12, 13 and 36 months, with gaps, few cases, documents that disagree."""

from __future__ import annotations

import calendar
import datetime as dt
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from figures import figure
from hypothesis import given
from hypothesis import strategies as st

from generator.figures.change import Direction
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.dataset import Dataset
from generator.model.figure import Figure
from generator.pieces.changed import Changed, changed
from generator.pieces.view import View
from generator.reading.catalogue_files import DATA, FOLDER, load_catalogue
from generator.reading.folders import on_disk

ON_TIME, LATE, TEAMS = "ty_le_dung_han", "ho_so_qua_han", "to_cnsc"


COMMUNE = Commune("15910", "Xã Hoằng Sơn", "hoang-son", "15910-hoang-son", None, "")


@cache
def catalogue() -> Catalogue:
    """That of the repository."""
    read, _ = load_catalogue(on_disk(DATA / FOLDER, FOLDER), [])
    assert read
    return read


def told(figures: list[Figure], one: Figure | None = None) -> Changed | None:
    """The change of a figure, by default the last of them."""
    view = View(Dataset(catalogue(), (COMMUNE,), (), 0), figures, (), (), dt.date(2026, 7, 1))
    return changed(view, COMMUNE, one or figures[-1])


def period(kind: str, first: dt.date | None, last: dt.date, **cells: Any) -> dict[str, Any]:
    return {
        "loai_ky": kind, "tu_ngay": first.isoformat() if first else "",
        "den_ngay": last.isoformat(), "nguon": f"bc-{last:%Y%m%d}", "ngay_nguon": last.isoformat(),
        "ma_so": f"{kind}-{first}-{last}-{cells}", **cells,
    }  # fmt: skip


def months_of(number: int, length: int = 1, **cells: Any) -> dict[str, Any]:
    """`length` months, of which the first is the `number`th since January 2024."""
    year, month = divmod(number, 12)
    over, last = divmod(number + length - 1, 12)
    end = dt.date(2024 + over, last + 1, calendar.monthrange(2024 + over, last + 1)[1])
    return period("trong_ky", dt.date(2024 + year, month + 1, 1), end, **cells)


def late(number: int, value: float, length: int = 1, /, **cells: Any) -> Figure:
    return figure(LATE, value, **months_of(number, length, **cells))


def rate(number: int, part: int, whole: int, length: int = 1, /, **cells: Any) -> Figure:
    """A computed share of dossiers on time."""
    cells = {"loai": "tinh_lai", "don_vi": "%", "so_le": 2, "tu_so": part, "mau_so": whole} | cells
    return figure(ON_TIME, round(100 * part / whole, 6), **months_of(number, length, **cells))


@pytest.mark.parametrize(
    ("many", "previous", "year"),
    [
        (1, "", ""),
        (2, "Tháng trước 20 hồ sơ, kỳ này tăng 1 hồ sơ.", ""),
        (12, "Tháng trước 30 hồ sơ, kỳ này tăng 1 hồ sơ.", ""),
        (13, "Tháng trước 31 hồ sơ, kỳ này tăng 1 hồ sơ.", "Cùng kỳ năm 2024 là 20 hồ sơ, kỳ này tăng 12 hồ sơ."),
        (36, "Tháng trước 54 hồ sơ, kỳ này tăng 1 hồ sơ.", "Cùng kỳ năm ngoái 43 hồ sơ, kỳ này tăng 12 hồ sơ."),
    ],
)
def test_months(many: int, previous: str, year: str) -> None:
    made = told([late(number, 20 + number) for number in range(many)])
    assert (made.previous, made.year_ago) == (previous, year) if made else not (previous or year)


def test_after_a_gap_the_period_is_named() -> None:
    made = told([late(0, 5), late(2, 3)])
    assert made
    assert made.words == "Kỳ trước (01/2024) là 5 hồ sơ, kỳ này giảm 2 hồ sơ."


@pytest.mark.parametrize(
    ("one", "two", "length", "words"),
    [
        (0, 3, 3, "Quý trước 5 hồ sơ, không đổi."),
        (9, 12, 3, "Quý trước 5 hồ sơ, không đổi."),
        (0, 6, 3, "Kỳ trước (quý I/2024) là 5 hồ sơ, không đổi."),
        (0, 6, 6, "6 tháng đầu năm 5 hồ sơ, không đổi."),
        (6, 12, 6, "6 tháng cuối năm ngoái 5 hồ sơ, không đổi."),
        (0, 18, 6, "Kỳ trước (6 tháng đầu năm 2024) là 5 hồ sơ, không đổi."),
        (0, 12, 6, "Cùng kỳ năm 2024 là 5 hồ sơ, không đổi."),
        (0, 12, 9, "Cùng kỳ năm 2024 là 5 hồ sơ, không đổi."),
        (0, 24, 9, "Kỳ trước (9 tháng đầu năm 2024) là 5 hồ sơ, không đổi."),
        (0, 12, 12, "Năm trước 5 hồ sơ, không đổi."),
        (0, 24, 12, "Kỳ trước (năm 2024) là 5 hồ sơ, không đổi."),
    ],
)
def test_a_period_is_called_what_it_is(one: int, two: int, length: int, words: str) -> None:
    made = told([late(one, 5, length), late(two, 5, length)])
    assert made
    assert made.words == words


def test_states_of_a_day() -> None:
    def teams(day: str, value: int) -> Figure:
        return figure(TEAMS, value, **period("thoi_diem", None, dt.date.fromisoformat(day), don_vi="tổ"))

    made = told([teams("2025-05-31", 18), teams("2026-04-30", 20), teams("2026-05-31", 22)])
    assert made
    assert made.previous == "Cuối tháng trước 20 tổ, lần này tăng 2 tổ."
    assert made.year_ago == "Cùng thời điểm năm ngoái 18 tổ, lần này tăng 4 tổ."
    uneven = told([teams("2026-03-15", 20), teams("2026-06-10", 20)])
    assert uneven
    assert uneven.words == "Lần trước (15/03/2026) là 20 tổ, không đổi."


def test_what_grows_since_new_year_is_held_against_last_year_only() -> None:
    def to_date(year: int, month: int, value: int) -> Figure:
        last = dt.date(year, month, calendar.monthrange(year, month)[1])
        return figure(LATE, value, **period("luy_ke", dt.date(year, 1, 1), last))

    made = told([to_date(2025, 5, 7), to_date(2026, 4, 5), to_date(2026, 5, 6)])
    assert made
    assert made.words == "Cùng kỳ năm ngoái 7 hồ sơ, kỳ này giảm 1 hồ sơ."
    assert told([to_date(2026, 4, 5), to_date(2026, 5, 6)]) is None


def test_uneven_stretches_of_days_are_not_compared() -> None:
    one = figure(LATE, 1, **period("trong_ky", dt.date(2026, 2, 3), dt.date(2026, 3, 9)))
    assert told([one, figure(LATE, 2, **period("trong_ky", dt.date(2026, 5, 15), dt.date(2026, 6, 16)))]) is None


def test_chance_is_no_change() -> None:
    made = told([rate(0, 980, 1000), rate(1, 985, 1000)])
    assert made
    assert made.previous == "Tháng trước 98,00%, chưa rõ tăng hay giảm."
    sure = told([rate(0, 900, 1000), rate(1, 985, 1000)])
    assert sure
    assert sure.previous == "Tháng trước 90,00%, kỳ này tăng 8,50 điểm phần trăm."


@pytest.mark.parametrize(("first", "second"), [((18, 20), (21, 21)), ((18, 20), (29, 100)), ((88, 100), (21, 29))])
def test_of_few_the_counts_are_told(first: tuple[int, int], second: tuple[int, int]) -> None:
    made = told([rate(0, *first), rate(1, *second)])
    assert made
    assert made.previous == (
        f"Tháng trước {first[0]} trong {first[1]} hồ sơ, kỳ này {second[0]} trong {second[1]}."
    )  # fmt: skip
    assert "%" not in made.words


@pytest.mark.parametrize("other", [{"co_so": "hồ sơ mới"}, {"gom_ky_truoc": "co"}, {"thay_boi": "bc-x"},
                                   {"so_sanh": "khoang"}, {"loai": "tinh_lai"}])  # fmt: skip
def test_what_cannot_be_compared_is_not(other: dict[str, Any]) -> None:
    assert told([late(0, 5, **other), late(1, 5)]) is None


def test_the_newest_document_speaks_and_two_of_one_day_do_not() -> None:
    old, new = late(0, 5, nguon="a", ma_so="a"), late(0, 6, nguon="b", ma_so="b", ngay_nguon="2024-03-01")
    made = told([old, new, late(1, 6)])
    assert made
    assert made.previous == "Tháng trước 6 hồ sơ, không đổi."
    assert told([old, late(0, 6, nguon="b", ma_so="b"), late(1, 6)]) is None
    assert told([late(-1 + 1, 5), late(1, 5, nguon="a", ma_so="a"), late(1, 6, ma_so="b")], old) is None


def test_an_older_document_has_no_change_of_its_own() -> None:
    old = late(1, 5, nguon="a", ma_so="a", ngay_nguon="2024-01-01")
    assert told([late(0, 4), old, late(1, 6)], old) is None


@given(st.lists(st.integers(0, 60), min_size=1, max_size=36, unique=True), st.data())
def test_words_never_judge_and_fit_their_numbers(numbers: list[int], data: st.DataObject) -> None:
    """Of any months, with any gaps: the month before is called so if and only if it is, and the direction is that of
    the numbers.
    """
    values = {number: data.draw(st.integers(0, 400)) for number in sorted(numbers)}
    figures = [late(number, value) for number, value in values.items()]
    *earlier, newest = values
    made = told(figures)
    assert (made is None) == (not earlier)
    if made is None:
        return
    assert ("Tháng trước" in made.previous) == (newest - 1 in values)
    assert bool(made.year_ago) == (newest - 12 in values)
    for step, before in ((made.before, max(earlier)), (made.year, newest - 12)):
        if step:
            apart = Decimal(values[newest] - values[before])
            expected = Direction.UP if apart > 0 else Direction.DOWN if apart < 0 else Direction.SAME
            assert step.change.direction is expected
    assert made.words.endswith(".")
    assert not any(word in made.words for word in ("tốt", "xấu", "tiến bộ", "đáng"))
