"""Parts of an indicator in one table: what there is less of, parts or reports, stands across."""

from __future__ import annotations

import pytest
from told_months import Data

from generator.pages.all_periods import all_periods
from generator.pieces.blocks import Grid

PARTS = ("khoi_dang", "lanh_dao", "ubnd_xa", "lanh_dao_ubnd")


@pytest.mark.parametrize("reports", [2, 3, 4])
def test_the_fewer_stand_across(reports: int) -> None:
    """Up to three reports a column each, with their documents below; more of them a row each. No number is lost."""
    data = Data().document("bc", "2026-06-10")
    for month in range(1, reports + 1):
        for number, part in enumerate(PARTS):
            data.row("chi-tieu", chi_tieu="may_tinh", phan_to=part, ky=f"tháng {month}", loai_ky="thoi_diem",
                     den_ngay=f"2026-0{month}-28", gia_tri=10 * month + number, don_vi="bộ", nguon="bc")  # fmt: skip
    (page,) = all_periods(*data.view())
    (grid,) = (block for section in page.sections for block in section.blocks if isinstance(block, Grid))
    assert grid.head[0] == ("Phần" if reports <= 3 else "Kỳ")
    numbers = {cell.text for row in grid.rows for cell in row if cell.kind == "number"}
    assert numbers == {str(10 * month + number) for month in range(1, reports + 1) for number in range(4)}
    assert sum(cell.link is not None for row in grid.rows for cell in row) == reports
