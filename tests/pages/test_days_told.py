"""The newest day that a page names is that of what stands on it; a year that no document gives is none of ours."""

from __future__ import annotations

from told_months import FOLDER, Data, work

from generator.notice.notice import board
from generator.pages.all_periods import all_periods
from generator.pages.document_pages import document_pages
from generator.pieces.addresses import TARGETS
from generator.pieces.blocks import Grid


def test_a_computed_result_is_the_newest_of_a_notice() -> None:
    """Months that we add up tell until the last of them."""
    data = Data().months([work(month, late=3) for month in range(10)]).document("kh", "2026-01-05").row(
        "muc-tieu", ma="kh-1", chi_tieu="ty_le_dung_han", giai_doan="Năm 2026", tu_ngay="2026-01-01",
        den_ngay="2026-12-31", so_sanh=">=", gia_tri="98%", noi_dung="Đúng hẹn từ 98%", nhu_in="98%", nguon="kh",
    )  # fmt: skip
    assert board(*data.view(), TARGETS).until.startswith("Kết quả mới nhất: đến 31/10/2026.")


def test_a_replaced_document_keeps_its_day() -> None:
    data = Data().months([work(0)]).document("moi", "2026-02-20")
    table = data.root / FOLDER / "nguon.csv"
    head, old, new = table.read_text(encoding="utf-8").splitlines()
    table.write_text(f"{head},thay_the\n{old},\n{new},thang-2026-01\n", encoding="utf-8")
    pages = {page.path.rstrip("/").rpartition("/")[2]: page for page in document_pages(*data.view())}
    about = next(block for block in pages["thang-2026-01"].opening if isinstance(block, Grid))
    told = {name.text: cell.text for name, cell in about.rows}
    assert told["Kết quả mới nhất"] == "31/01/2026"


def test_parts_without_a_day_stand_under_no_year() -> None:
    data = Data().document("bc", "2026-06-10")
    for part in ("khoi_dang", "lanh_dao", "ubnd_xa", "lanh_dao_ubnd"):
        for period, last in (("không ghi kỳ", "không ghi ngày"), ("tại thời điểm báo cáo", "2026-05-18")):
            data.row("chi-tieu", chi_tieu="may_tinh", phan_to=part, ky=period, loai_ky="thoi_diem", den_ngay=last,
                     gia_tri=3, don_vi="bộ", nguon="bc")  # fmt: skip
    (page,) = all_periods(*data.view())
    titles = {section.title for section in page.sections}
    assert titles == {"Theo từng phần, năm 2026", "Theo từng phần, không ghi ngày"}
