"""Faults that only show where figures meet: a code, and what is done to a folder that has none."""

from __future__ import annotations

from collections.abc import Mapping

from generator.made_up.faulty_folder import Edit, cell, only, row

_MAY = {"ky": "tại thời điểm báo cáo", "loai_ky": "thoi_diem", "den_ngay": "2026-05-31", "nguon": "bc-5"}
_JUNE = _MAY | {"den_ngay": "2026-06-30", "nguon": "bc-6"}
_NO_COUNTS = only("tthc.csv")
_SPENT = {
    "tu_ngay": "2026-01-01", "noi_dung": "Phần mềm", "giai_doan": "thuc_hien", "nguon": "bc-6", "vi_tri": "Mục 4",
}  # fmt: skip


def _told(chi_tieu: str, gia_tri: str, when: Mapping[str, str] = _MAY, **more: str) -> Edit:
    return row("chi-tieu.csv", **when, chi_tieu=chi_tieu, gia_tri=gia_tri, **{"vi_tri": "Mục 3", **more})


def _settled(words: str, start: str, end: str, count: str, kind: str = "trong_ky", **more: str) -> Edit:
    cells = {"ky": words, "loai_ky": kind, "tu_ngay": start, "den_ngay": end, "da_giai_quyet": count, "nguon": "bc-6"}
    return row("tthc.csv", **cells | {"vi_tri": f"Mục 1, {words}"} | more)


def _spent(id: str, words: str, end: str, amount: str) -> Edit:
    return row("ngan-sach.csv", **_SPENT, ky=words, den_ngay=end, ma_dong=id, so_tien=amount)


def _field(name: str, received: str) -> Edit:
    cells = {"ky": "5 tháng", "loai_ky": "trong_ky", "tu_ngay": "2026-01-01", "den_ngay": "2026-05-31", "nguon": "bc-5"}
    return row("tthc.csv", **cells, linh_vuc=name, tiep_nhan=received, vi_tri="Mục 1")


def _remark(kind: str, words: str, place: str) -> Edit:
    return row("nhan-xet.csv", loai=kind, noi_dung=words, nguon="bc-6", vi_tri=place)


def _directive(number: str, kind: str, day: str, words: str) -> Edit:
    return row("van-ban.csv", so_hieu=number, loai=kind, ngay=day, trich_yeu=words, nguon="bc-6", vi_tri="Mục 7")


WITHIN: Mapping[str, tuple[Edit, ...]] = {
    "so-lieu-lap": (_told("so_tthc", "401", vi_tri="Mục 9"),),
    "tong-khong-khop": (cell("tthc.csv", 2, "moi", "401"),),
    "phan-lon-hon-tong": (_told("so_dvctt", "450"),),
    "linh-vuc-lon-hon-tong": (_field("Chứng thực", "900"),),
    "linh-vuc-khong-cong": (_field("Chứng thực", "300"), _field("Hộ tịch", "90")),
    "ty-le-qua-100": (_told("so_tthc_niem_yet", "410"),),
    "phan-chong-nhau": (_told("so_dvctt_toan_trinh", "300"), _told("so_dvctt_mot_phan", "150")),
    "tong-phan-to": (_told("so_tthc", "390", phan_to="cap_xa"),),
    "ty-le-khong-khop": (cell("chi-tieu.csv", 2, "gia_tri", "99,2%"),),
    "ty-so-khac-phan-tram": (_told("ho_so_dat_dai_lam_sach", "38/40", nhu_in="38/40 (90%)"),),
    "dong-con-khong-khop": (cell("ngan-sach.csv", 3, "so_tien", "185 triệu đồng"),),
    "tien-lech-nghin-lan": (_spent("chi-6", "6 tháng", "2026-06-30", "130 tỷ đồng"),),
    "chi-vuot-du-toan": (_spent("chi-6", "6 tháng", "2026-06-30", "182 triệu đồng"),),
    "chi-luy-ke-giam": (
        _spent("chi-5", "5 tháng", "2026-05-31", "130 triệu đồng"),
        _spent("chi-6", "6 tháng", "2026-06-30", "120 triệu đồng"),
    ),
    "ky-chong": (
        _settled("Đợt 1", "2026-01-01", "2026-03-31", "300"), _settled("Đợt 2", "2026-03-15", "2026-06-30", "400"),
    ),
    "lech-bac": (_told("so_tthc", "4.120", _JUNE),),
    "gap-nhieu-lan": (
        _NO_COUNTS, _settled("tháng 4", "2026-04-01", "2026-04-30", "10"),
        _settled("tháng 5", "2026-05-01", "2026-05-31", "60"),
    ),
    "o-trong-noi-khac-co": (_told("so_tthc", "", _MAY | {"den_ngay": "2026-05-30"}, vi_tri="Phụ lục 2: dòng 3"),),
}  # fmt: skip
"""What does not agree in one document, or looks mistyped."""

BETWEEN: Mapping[str, tuple[Edit, ...]] = {
    "luy-ke-giam": (
        _NO_COUNTS, _settled("lũy kế 5 tháng", "2026-01-01", "2026-05-31", "29", "luy_ke"),
        _settled("lũy kế 6 tháng", "2026-01-01", "2026-06-30", "26", "luy_ke"),
    ),
    "ky-dai-khac-ky-ngan": (
        _NO_COUNTS, _settled("tháng 4", "2026-04-01", "2026-04-30", "100"),
        _settled("tháng 5", "2026-05-01", "2026-05-31", "110"), _settled("tháng 6", "2026-06-01", "2026-06-30", "90"),
        _settled("Quý II", "2026-04-01", "2026-06-30", "310"),
    ),
    "chuyen-ky-khong-khop": (_settled("tháng 6", "2026-06-01", "2026-06-30", "90", ky_truoc="18"),),
    "hai-nguon": (_settled("5 tháng", "2026-01-01", "2026-05-31", "404"),),
    "hai-muc-tieu": (
        row("muc-tieu.csv", ma="mt-2", chi_tieu="ty_le_dung_han", giai_doan="Quý IV năm 2026", tu_ngay="2026-10-01",
            den_ngay="2026-12-31", so_sanh="=", gia_tri="100%", noi_dung="Mọi hồ sơ đúng hẹn", nguon="bc-5",
            vi_tri="Mục 6"),
    ),
    "nhan-dinh-khac-muc-tieu": (
        cell("chi-tieu.csv", 2, "nhan_dinh", "vuot_chi_tieu"), cell("muc-tieu.csv", 2, "gia_tri", "99%"),
    ),
    "muc-tieu-thap-hon-ket-qua": (
        cell("muc-tieu.csv", 2, "giai_doan", "Năm 2028"), cell("muc-tieu.csv", 2, "tu_ngay", "2028-01-01"),
        cell("muc-tieu.csv", 2, "den_ngay", "2028-12-31"), cell("muc-tieu.csv", 2, "gia_tri", "95%"),
    ),
    "luy-ke-ra-ty-le-khac": (
        _NO_COUNTS,
        row("tthc.csv", ky="5 tháng", loai_ky="trong_ky", tu_ngay="2026-01-01", den_ngay="2026-05-31", truc_tuyen="990",
            truc_tiep_buu_chinh="10", nguon="bc-5", vi_tri="Mục 1"),
        row("tthc.csv", ky="lũy kế", loai_ky="luy_ke", den_ngay="2026-05-31", truc_tuyen="1.790",
            truc_tiep_buu_chinh="210", nguon="bc-5", vi_tri="Mục 1"),
        _told("ty_le_truc_tuyen", "89,4%", _JUNE | {
            "ky": "Năm 2025", "loai_ky": "trong_ky", "tu_ngay": "2025-01-01", "den_ngay": "2025-12-31",
        }),
    ),
    "khong-du-cho-moi-nguoi": (
        _told("ty_le_cb_co_may_in", "100%", phan_to="ubnd_xa"), _told("may_in", "22", _JUNE, phan_to="ubnd_xa"),
        _told("can_bo_cong_chuc", "37", _JUNE, phan_to="ubnd_xa"),
    ),
    "so-cao-loi-thap": (
        _told("ty_le_dan_tiep_can_dich_vu_so", "100%", _JUNE),
        _remark("kho_khan", "Tỷ lệ người dân sử dụng dịch vụ số chưa cao.", "Mục 4"),
    ),
    "khong-co-ma-co-van-ban": (
        _told("cb_chuyen_trach_cntt", "Chưa có", _JUNE),
        _directive("41/QĐ-MẪU", "Quyết định", "2026-02-03", "phân công công chức chuyên trách chuyển đổi số"),
    ),
    "viec-mo-da-co-van-ban": (
        row("nhiem-vu.csv", ma="nv-1", noi_dung="Ban hành Quy chế làm việc của Ban Chỉ đạo chuyển đổi số.",
            loai_thoi_han="khong_neu", nguon="bc-5", vi_tri="Mục 6"),
        _directive("08/QC-MẪU", "Quy chế", "2026-06-02", "làm việc của Ban Chỉ đạo chuyển đổi số"),
    ),
    "da-lam-hay-moi-dinh": (
        _remark("tu_danh_gia", "Xã đã triển khai mô hình “Chợ mẫu” ở hai thôn.", "Mục 2"),
        _remark("tu_danh_gia", "Xã đang lập kế hoạch cho mô hình “Chợ mẫu”.", "Mục 7"),
    ),
    "van-ban-in-hai-cach": (
        _directive("12/KH-MẪU", "Kế hoạch", "2026-03-02", "Chuyển đổi số"),
        _directive("12/KH-MẪU", "Kế hoạch", "2026-03-20", "Chuyển đổi số"),
    ),
}  # fmt: skip
"""What does not agree between periods or documents, or between figures and words."""
