"""Rows of a budget: what was given, what is spent of it, how much of the year has gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from told_months import FOLDER, Data

from generator.pages.subject_pages import subject_pages
from generator.pieces.blocks import Section
from generator.pieces.row_blocks import Row, Rows
from generator.subjects.budget_tables import OPEN
from generator.tables.ngan_sach import TABLE

YEAR = {"ky": "Năm 2026", "tu_ngay": "2026-01-01", "den_ngay": "2026-12-31"}
NINE = {"ky": "9 tháng đầu năm 2026", "tu_ngay": "2026-01-01", "den_ngay": "2026-09-30"}
SIX = {"ky": "6 tháng đầu năm 2026", "tu_ngay": "2026-01-01", "den_ngay": "2026-06-30"}


def amount(stage: str, much: str, **cells: Any) -> dict[str, Any]:
    """A row of ngan-sach.csv, of the whole year unless it says otherwise."""
    usual = {"ma_dong": "tong", "noi_dung": "Kinh phí chuyển đổi số", "nguon": "bc", "vi_tri": "Mục 4"}
    return YEAR | usual | {"giai_doan": stage, "so_tien": much} | cells


def sections(*amounts: dict[str, Any]) -> Sequence[Section]:
    """The sections of the page of money."""
    data = Data().document("bc", "2026-10-05")
    header = ",".join(column.name for column in TABLE.columns)
    (data.root / FOLDER / TABLE.file).write_text(f"{header}\n", encoding="utf-8")
    for cells in amounts:
        data.row("ngan-sach", **cells)
    return next(page for page in subject_pages(*data.view()) if page.path.endswith("ngan-sach/")).sections


def rows(*amounts: dict[str, Any]) -> list[Row]:
    """The rows of the page of money, those that wait too."""
    blocks = (block for one in sections(*amounts) for block in (*one.blocks, *one.folded))
    return [row for block in blocks if isinstance(block, Rows) for row in block.rows]


def test_a_line_is_one_row_from_plan_to_settlement() -> None:
    """Spent leads, with its share of what was given and of the year; every amount is there, each with its stage."""
    (row,) = rows(
        amount("du_toan", "600 triệu đồng"), amount("duoc_phan_bo", "500 triệu đồng"),
        amount("thuc_hien", "200 triệu đồng", **SIX), amount("thuc_hien", "300 triệu đồng", **NINE),
    )  # fmt: skip
    assert row.value == "300 triệu đồng"
    assert row.period.startswith("thực hiện, 9 tháng đầu năm 2026 (đến 30/09/2026)")
    assert row.change == "Bằng 60,0% của 500 triệu đồng được phân bổ; năm đã qua 75%"
    assert row.aside == "Cùng năm: 600 triệu đồng dự toán"
    assert row.aim is None
    assert {told.mark for told in row.figures} == {"dự toán", "được phân bổ", "thực hiện"}


def test_nobody_says_what_was_spent() -> None:
    """Unknown is said and drawn as unknown, never as nothing."""
    (row,) = rows(amount("duoc_phan_bo", "500 triệu đồng"))
    assert (row.value, row.change) == ("500 triệu đồng", "")
    assert row.aside == "Đã chi bao nhiêu: chưa có số liệu"
    assert "unknown" in row.spark
    assert "f-newest" not in row.spark


@pytest.mark.parametrize(("table", "told"), [("khcn_cds", True), ("chi", True), ("thu", False)])
def test_more_than_was_given_is_told(table: str, told: bool) -> None:
    """Of what is spent; that more came in than planned is no fault."""
    (row,) = rows(amount("du_toan", "100 triệu đồng", bang=table),
                  amount("thuc_hien", "120 triệu đồng", bang=table, **NINE))  # fmt: skip
    assert row.change.startswith("Bằng 120,0% của 100 triệu đồng dự toán")
    assert (row.aim is not None) == told


def test_what_falls_is_told() -> None:
    (row,) = rows(amount("du_toan", "900 triệu đồng"), amount("thuc_hien", "400 triệu đồng", **SIX),
                  amount("thuc_hien", "300 triệu đồng", **NINE, dung_nhu_van_ban="co"))  # fmt: skip
    assert row.change.endswith("ít hơn số đã in đến 30/06/2026 (400 triệu đồng)")


def test_the_same_days_a_year_ago_are_compared() -> None:
    ago = {"ky": "9 tháng đầu năm 2025", "tu_ngay": "2025-01-01", "den_ngay": "2025-09-30"}
    (row,) = rows(amount("thuc_hien", "200 triệu đồng", **ago), amount("thuc_hien", "250 triệu đồng", **NINE))
    assert row.change == "tăng 25,0% so với cùng kỳ năm ngoái (200 triệu đồng)"


def test_five_years_answer_for_no_year() -> None:
    """Neither is spending held against them nor do they lead where a year is known."""
    five = {"ky": "Giai đoạn 2026-2030", "tu_ngay": "2026-01-01", "den_ngay": "2030-12-31"}
    (row,) = rows(amount("du_toan", "9 tỷ đồng", **five), amount("thuc_hien", "300 triệu đồng", **NINE))
    assert (row.value, row.change, row.spark) == ("0,3 tỷ đồng", "", "")
    (row,) = rows(amount("du_toan", "9 tỷ đồng", **five), amount("duoc_phan_bo", "2 tỷ đồng"))
    assert row.value == "2 tỷ đồng"


def test_of_several_givers_the_commune_decides() -> None:
    """Spending is held against its own decision; the other stands beside it."""
    (row,) = rows(
        amount("du_toan", "400 triệu đồng", cap_giao="tỉnh giao"),
        amount("du_toan", "500 triệu đồng", cap_giao="xã giao"),
        amount("thuc_hien", "250 triệu đồng", **NINE),
    )  # fmt: skip
    assert row.change.startswith("Bằng 50,0% của 500 triệu đồng dự toán (xã giao)")
    assert row.aside == "Cùng năm: 400 triệu đồng dự toán (tỉnh giao)"


@pytest.mark.parametrize("many", [1, 2, 3, 8])
def test_many_lines_stay_short(many: int) -> None:
    """Parts stand below their whole, the largest first; the others wait. All are in one unit."""
    parts = [amount("du_toan", f"{number + 1},5 tỷ đồng", bang="chi", ma_dong=f"k-{number}", ma_cha="chi",
                    noi_dung=f"Khoản {number}") for number in range(many)]  # fmt: skip
    whole = amount("du_toan", "99000 triệu đồng", bang="chi", ma_dong="chi", noi_dung="Tổng chi")
    (section,) = (one for one in sections(*parts, whole) if one.id == "chi")
    shown = [row for block in section.blocks if isinstance(block, Rows) for row in block.rows]
    waiting = [row for block in section.folded if isinstance(block, Rows) for row in block.rows]
    assert [row.name for row in shown[:2]] == ["Tổng chi", f"– Khoản {many - 1}"]
    assert (len(shown), len(waiting)) == (min(many + 1, OPEN), max(0, many + 1 - OPEN))
    assert all(row.value.endswith(" tỷ đồng") for row in (*shown, *waiting))
