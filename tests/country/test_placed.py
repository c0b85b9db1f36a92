"""What a commune hands over to be placed by: values that speak alone, and why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from communes import made, viewed
from officer import catalogue

from generator.country.placed import Placed
from generator.country.questions import placed, questions
from generator.model.catalogue import LATE_TASKS, SPENT_OF

LATE_OF = catalogue().headlines[0].id
RATE = {"chi_tieu": LATE_OF, "gia_tri": "98,5%", "co_so": "hồ sơ đã giải quyết"}
SETTLED = {"da_giai_quyet": "1000", "dung_va_truoc_han": "985", "qua_han": "15"}


def told(folder: Path, question: str = LATE_OF, **tables: list[dict[str, str]]) -> Sequence[Placed]:
    view = viewed(made(folder, **tables))
    return [row for row in placed(view, *view.dataset.communes) if row.question == question]


def test_late_is_told_in_a_thousand_with_its_counts(tmp_path: Path) -> None:
    """The printed rate speaks, its counts say how sure it is; each basis and period once."""
    (row,) = told(tmp_path, chi_tieu=[RATE], tthc=[SETTLED])
    assert (row.state, row.number, row.part, row.whole, row.newest) == ("so", "15", "15", "1000", 1)
    assert (row.start, row.end, row.length, row.basis) == ("2026-01-01", "2026-06-30", "6 tháng",
                                                           "%; hồ sơ đã giải quyết")  # fmt: skip
    assert row.value == "15,0 trong 1.000 (15 trong 1.000)"


AIM = {"ma": "mt-1", "chi_tieu": LATE_OF, "gia_tri": "99%", "so_sanh": ">=", "giai_doan": "năm 2026",
       "noi_dung": "Trả đúng hẹn", "den_ngay": "31/12/2026"}  # fmt: skip


@pytest.mark.parametrize(
    ("late", "said"),
    [("15", "đang quá mức mục tiêu (không quá 10 trong 1.000); hơn kém này có thể do may rủi"),
     ("50", "đang quá mức mục tiêu (không quá 10 trong 1.000)"),
     ("1", "đang đạt (không quá 10 trong 1.000)")],
)  # fmt: skip
def test_a_target_is_told_in_the_unit_of_its_value(tmp_path: Path, late: str, said: str) -> None:
    """Who stands so near that chance may have done it is not flatly judged."""
    counts = {"da_giai_quyet": "1000", "dung_va_truoc_han": str(1000 - int(late)), "qua_han": late}
    (row,) = told(tmp_path, tthc=[counts], muc_tieu=[AIM])
    assert row.standing == said


@pytest.mark.parametrize(("settled", "few"), [("29", 1), ("30", 0)])
def test_of_fewer_than_thirty_only_counts_are_computed(tmp_path: Path, settled: str, few: int) -> None:
    counts = {"da_giai_quyet": settled, "dung_va_truoc_han": str(int(settled) - 2), "qua_han": "2"}
    (row,) = told(tmp_path, tthc=[counts])
    assert (row.few, bool(row.number)) == (few, not few)
    assert row.value == ("2 trong 29" if few else "66,7 trong 1.000 (2 trong 30)")


def test_a_printed_rate_of_few_stays_printed(tmp_path: Path) -> None:
    counts = {"da_giai_quyet": "10", "dung_va_truoc_han": "9", "qua_han": "1"}
    (row,) = told(tmp_path, chi_tieu=[RATE | {"gia_tri": "90%"}], tthc=[counts])
    assert (row.few, row.number, row.part, row.whole) == (0, "100", "1", "10")


@pytest.mark.parametrize(
    ("cells", "state"),
    [
        ({"co_so": ""}, "khong_co_so"), ({"gia_tri": "khoảng 98%"}, "khoang"), ({"gia_tri": ""}, "chua_co"),
        ({"tu_ngay": "", "den_ngay": "", "ky": "không ghi kỳ"}, "khong_ngay"),
    ],
)  # fmt: skip
def test_why_a_value_cannot_be_compared(tmp_path: Path, cells: dict[str, str], state: str) -> None:
    assert [row.state for row in told(tmp_path, chi_tieu=[RATE | cells])] == [state]


def test_spending_is_held_against_what_was_given(tmp_path: Path) -> None:
    """Of the one line that is the whole; where two are, nobody can tell."""
    year = {"ky": "Năm 2026", "tu_ngay": "01/01/2026", "den_ngay": "31/12/2026", "noi_dung": "Kinh phí", "ma_dong": "a"}
    given = year | {"giai_doan": "duoc_phan_bo", "so_tien": "400 triệu đồng"}
    spent = year | {"ky": "6 tháng", "den_ngay": "30/06/2026", "giai_doan": "thuc_hien", "so_tien": "100 triệu đồng"}
    (row,) = told(tmp_path / "one", SPENT_OF, ngan_sach=[given, spent])
    assert (row.state, row.number, row.basis, row.end) == ("so", "25", "% của tiền được phân bổ", "2026-06-30")
    other = {"ma_dong": "b", "noi_dung": "Kinh phí khác"}
    (row,) = told(tmp_path / "two", SPENT_OF, ngan_sach=[given, spent, given | other, spent | other])
    assert row.state == "nhieu_dong"
    (row,) = told(tmp_path / "none", SPENT_OF, ngan_sach=[given])
    assert row.state == "khong_chi"


def test_tasks_are_late_by_the_day_of_the_site(tmp_path: Path) -> None:
    """Of those with a day, those that no document says to be done."""
    task = {"ma": "a", "noi_dung": "Việc", "thoi_han": "30/06/2026", "loai_thoi_han": "co_ngay",
            "den_ngay": "30/06/2026"}  # fmt: skip
    done = task | {"ma": "b", "trang_thai": "đã hoàn thành"}
    (row,) = told(tmp_path, LATE_TASKS, nhiem_vu=[task, done, task | {"ma": "c", "den_ngay": "31/12/2026"}])
    assert row.state == "im_lang"  # nothing has told of the commune since: who knows whether it is done
    new = {"chi_tieu": [RATE | {"ky": "9 tháng", "den_ngay": "30/09/2026", "nguon": "bc-9"}]}
    (row,) = told(
        tmp_path / "new", LATE_TASKS, nhiem_vu=[task, done, task | {"ma": "c", "den_ngay": "31/12/2026"}], **new
    )
    assert (row.number, row.whole, row.value, row.end) == ("1", "3", "1 trong 3 việc", "2026-06-30")
    (row,) = told(tmp_path / "none", LATE_TASKS, nhiem_vu=[done])
    assert (row.state, row.number) == ("so", "0")  # which no silence makes doubtful


def test_headlines_are_questions_of_their_own_or_indicators() -> None:
    """None of the names that are no indicator is one; each is asked once."""
    known, asked = catalogue().indicators, [one.id for one in catalogue().headlines]
    assert sorted(set(asked) - set(known)) == [SPENT_OF, LATE_TASKS]
    assert len(asked) == len(set(asked)) == 5
    assert set(asked) <= {*questions(catalogue())}
