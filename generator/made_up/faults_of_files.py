"""Faults of files, and of the words and days in their rows: a code, and what is done to a folder that has none."""

from __future__ import annotations

from collections.abc import Mapping

from generator.made_up.faulty_folder import Edit, Link, cell, drop, put, row, swap

_RATE, _COUNT = ("chi-tieu.csv", 2), ("chi-tieu.csv", 3)
"""The rows of a rate and of a count."""

_TASK = row("nhiem-vu.csv", ma="nv-1", noi_dung="Trang bị máy quét", loai_thoi_han="thuong_xuyen", nguon="bc-5",
            vi_tri="Mục 6")  # fmt: skip


def _progress(task: str, state: str) -> Edit:
    """A report of what has become of a task."""
    return row("tien-do.csv", viec=task, trang_thai=state, noi_dung="đã trang bị", nguon="bc-6", vi_tri="Mục 6")


FILES: Mapping[str, tuple[Edit, ...]] = {
    "sai-bang-ma": (put("nguon.csv", b"nguon,ten\nbc-5,B\xb8o c\xb8o th\xb8ng 5\n"),),
    "chu-phong-cu": (swap("nguon.csv", "Báo cáo mẫu tháng 5", "B¸o c¸o gi¶ th¸ng 5"),),
    "da-chuan-hoa": (swap("tthc.csv", "ky,loai_ky", "BIỂU 06: KẾT QUẢ GIẢI QUYẾT HỒ SƠ\nky,loai_ky"),),
    "o-qua-dai": (cell(*_COUNT, "vi_tri", "Mục 3 " + "dài " * 5_001),),
    "dong-khong-so": (
        row("tthc.csv", ky="tháng 6", loai_ky="trong_ky", tu_ngay="2026-06-01", den_ngay="2026-06-30", nguon="bc-6",
            vi_tri="Mục 1"),
    ),
    "dong-tren-tieu-de": (
        swap("tthc.csv", "ky,loai_ky", "5 tháng,trong_ky,2026-01-01,2026-05-31,,420,400,20,,,400,396,4,20,bc-5,Mục 1,\n"
             "ky,loai_ky"),
    ),
    "thieu-tep": (drop("xa.yml"),),
    "tep-la": (put("tthc (1).csv", "ky,nguon\n5 tháng,bc-5\n"),),
    "tep-khong-nhan": (put("kien-nghi.csv", Link("nguon.csv")),),
    "thieu-cot": tuple(swap("chi-tieu.csv", text, "") for text in (",vi_tri", ",Mục 2", ",Mục 3")),
    "cot-la": (swap("chi-tieu.csv", ",gia_tri,", ",giatri,"),),
    "cot-lap": (swap("chi-tieu.csv", ",ghi_chu", ",vi_tri"),),
    "lech-cot": (swap("chi-tieu.csv", "99%", "99,00%"),),
    "csv-hong": (swap("chi-tieu.csv", "Mục 2", '"Đạt 99%" trang 3'),),
    "dong-tong": (row("tthc.csv", ky="Tổng cộng", tiep_nhan="420", moi="400", ky_truoc="20"),),
    "yaml-hong": (swap("xa.yml", '"Dữ liệu giả để thử, cố ý ghi sai."', "Dữ liệu giả: cố ý ghi sai."),),
    "xa-sai": (swap("xa.yml", "slug: ", "slugg: "),),
    "ten-thu-muc": (swap("xa.yml", "slug: ", "slug: khac-"),),
    "thieu-nguon": (drop("nguon.csv"),),
    "thong-tin-ca-nhan": (cell(*_RATE, "ghi_chu", "Hỏi hop.thu.mau@gmail.com"),),
}  # fmt: skip
"""What cannot be opened, or does not say which commune it is."""

CELLS: Mapping[str, tuple[Edit, ...]] = {
    "so-sai": (cell(*_RATE, "gia_tri", "99.00%"),),
    "loi-excel": (cell(*_RATE, "gia_tri", "#REF!"),),
    "ngoai-khoang": (cell(*_RATE, "chi_tieu", "ty_le_dung_han_766"), cell(*_RATE, "gia_tri", "102,5%")),
    "don-vi-khac": (cell(*_COUNT, "don_vi", "hồ sơ"),),
    "thieu-so-sanh": (cell("muc-tieu.csv", 2, "so_sanh", ""),),
    "so-sanh-khac": (cell("muc-tieu.csv", 2, "gia_tri", "trên 98%"),),
    "muc-tieu-nguoc": (cell("muc-tieu.csv", 2, "gia_tri_den", "90%"),),
    "ngay-sai": (cell(*_RATE, "tu_ngay", "2026-02-30"),),
    "ky-nguoc": (cell(*_RATE, "tu_ngay", "2026-05-31"), cell(*_RATE, "den_ngay", "2026-01-01")),
    "ky-sau-van-ban": (cell(*_COUNT, "den_ngay", "2026-06-01"),),
    "sau-ngay-kiem-tra": (cell("nguon.csv", 2, "ngay", "2062-05-31"), cell("nguon.csv", 2, "ngay_biet", "2062-05-31")),
    "ngay-ngoai-ky": (cell(*_COUNT, "ky", "tháng 6/2026"), cell(*_COUNT, "nguon", "bc-6")),
    "nam-khac": (cell(*_COUNT, "den_ngay", "2025-05-31"),),
    "biet-sau-ngay-ky": (cell("nguon.csv", 2, "ngay_biet", "2026-06-05"),),
    "o-trong-bat-buoc": (cell(*_RATE, "vi_tri", ""),),
    "lua-chon-la": (cell(*_RATE, "loai_ky", "hằng tháng"),),
    "chi-tieu-la": (cell(*_RATE, "chi_tieu", "ty_le_dung_hen"),),
    "phan-to-la": (cell(*_COUNT, "phan_to", "cap_tinh"),),
    "nguon-la": (cell(*_RATE, "nguon", "bc-7"),),
    "nguon-lap": (
        row("nguon.csv", nguon="bc-5b", so_hieu="05/BC-MẪU", ngay="31/05/2026", co_quan="UBND xã Mẫu",
            ten="Báo cáo mẫu tháng 5", tinh_trang="co_so", ngay_biet="2026-05-31", doc_o_dau="Không có thật"),
    ),
    "thay-the-sai": (cell("nguon.csv", 3, "thay_the", "bc-6"),),
    "ma-lap": (cell("nguon.csv", 3, "nguon", "bc-5"),),
    "ma-sai": (cell("muc-tieu.csv", 2, "ma", "Mục tiêu 1"),),
    "dong-cha-la": (cell("ngan-sach.csv", 4, "ma_cha", "tonk"),),
    "dong-cha-vong": (cell("ngan-sach.csv", 2, "ma_cha", "phan-mem"),),
    "tien-do-sai": (_TASK, _progress("nv-11", "da_xong")),
    "ma-hai-khoan": (cell("ngan-sach.csv", 4, "ma_dong", "phan-mem"),),
    "thieu-bang": (cell("ngan-sach.csv", 2, "noi_dung", "Tổng chi ngân sách xã"),),
    "khoan-khong-cong-khai": (cell("ngan-sach.csv", 4, "noi_dung", "Chi quốc phòng"),),
    "dinh-chinh-sai": (
        row("dinh-chinh.csv", ma_so_cu="so_tthc", ma_so_moi="", ngay="2026-06-30", ly_do="Ngày ghi nhầm."),
    ),
    "ten-xa-sai-dau": (cell("nguon.csv", 2, "co_quan", "UBND xã Mậu"),),
    "hai-cach-viet": (
        *(row("tthc.csv", ky="tháng 6", loai_ky="trong_ky", tu_ngay="2026-06-01", den_ngay="2026-06-30",
              linh_vuc=words, tiep_nhan="10", nguon="bc-6", vi_tri="Mục 1")
          for words in ("Hộ tịch", "Lĩnh vực hộ tich")),
    ),
    "trich-thieu-so": (cell("tthc.csv", 2, "vi_tri", "Mục 1: “tiếp nhận 420 hồ sơ”"),),
}  # fmt: skip
"""What stands wrong in a cell."""
