"""Equipment: what there is stands beside the newest request alone, as one table with bars."""

from __future__ import annotations

from told_months import Data

from generator.pages.subject_pages import subject_pages
from generator.pieces.blocks import Figure, Section
from generator.pieces.drawn_tables import Bullets


def told(*years: int) -> Data:
    """A report at the end of each year: what there is, what is fit, what is asked for."""
    data = Data()
    for year in years:
        name, day = f"bc-{year}", f"{year}-12-31"
        data.document(name, day)
        common = {"ky": "tại thời điểm báo cáo", "loai_ky": "thoi_diem", "den_ngay": day, "nguon": name}
        for id, count in (("may_tinh", 65), ("may_tinh_dap_ung", 54), ("may_tinh_khong_dap_ung", 11)):
            data.row("chi-tieu", chi_tieu=id, gia_tri=count, don_vi="bộ", **common)
        data.row("chi-tieu", chi_tieu="may_tinh", gia_tri=year - 2015, don_vi="bộ", loai="nhu_cau", **common)
    return data


def section(data: Data) -> Section:
    view, commune = data.view()
    (page,) = [page for page in subject_pages(view, commune) if page.path.endswith("/ha-tang-nhan-luc/")]
    assert not [block for one in page.sections for block in one.blocks if isinstance(block, Figure)]
    return next(one for one in page.sections if one.id == "co-va-xin")


def test_requests_of_years_are_not_told_together() -> None:
    """Nine sets asked for each year are not twenty-seven: the newest document speaks, of its day."""
    table = section(told(2023, 2024, 2025)).blocks[0]
    assert isinstance(table, Bullets)
    assert table.caption == "Máy tính: 11 trong 65 không đáp ứng công việc, tính đến 31/12/2025"
    (row,) = table.rows
    assert row.cells[0].small == "Đề nghị thêm, tại thời điểm báo cáo (đến 31/12/2025): 10 bộ máy tính"
    assert [(cell.text, cell.small) for cell in row.cells[1:]] == [
        ("54 đáp ứng", ""), ("trong 65 bộ", "11 không đáp ứng"),
    ]  # fmt: skip
    assert row.bar == "83"


def test_a_request_alone_is_told_without_a_bar() -> None:
    data = Data().document("bc", "2025-12-31").row(
        "chi-tieu", chi_tieu="may_in", ky="năm 2026", loai_ky="trong_ky", tu_ngay="2026-01-01", den_ngay="2026-12-31",
        gia_tri=3, don_vi="bộ", loai="nhu_cau", nguon="bc",
    )  # fmt: skip
    table = section(data).blocks[0]
    assert isinstance(table, Bullets)
    (row,) = table.rows
    assert row.cells[0].small == "Đề nghị thêm, năm 2026: 3 bộ"
    assert (row.bar, row.cells[1].text) == ("", "không nêu")
