"""The tables that officers fill in: their columns, what each column may hold, what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model.choices import (
    CLAIMS,
    COMPARISONS,
    DEADLINE_KINDS,
    GROUPS,
    INCLUDES,
    PERIOD_KINDS,
    REMARK_KINDS,
    SESSION_UNITS,
    SOURCE_STATES,
    STAGES,
    YES,
)

LONGEST_TEXT = 20_000
"""Letters of one cell or field: some ten printed pages. More is a paste gone wrong, and no page can show it."""
LONGEST_ID = 80
"""Letters of an id or slug, which become names of files: these hold 255 bytes, and a browser's address line less."""
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that Windows gives to no folder, so that a site on a disk could not hold them."""
Kind = Literal["text", "date", "count", "quantity", "indicator", "breakdown", "source", "choice"]


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column: its header in the file, heading for people, and what its cells may hold.

    A `count` melts into the indicator `melts_to`; a `choice` is one of `choices` (id to words), or, where it is `open`,
    other words that a document prints.
    """

    name: str
    heading: str
    kind: Kind = "text"
    required: bool = False
    choices: Mapping[str, str] | None = None
    melts_to: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table of a commune's folder; `file` is its name there, `title` its Vietnamese name."""

    name: str
    title: str
    columns: tuple[Column, ...]

    @property
    def file(self) -> str:
        """The table's file name."""
        return f"{self.name}.csv"

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)


_TRACE = (
    Column("nguon", "Văn bản nguồn", "source", required=True),
    Column("vi_tri", "Vị trí trong văn bản", required=True),
    Column("ghi_chu", "Ghi chú"),
)
_AS_PRINTED = Column("dung_nhu_van_ban", "Đúng như văn bản in", "choice", choices=YES)
_PERIOD = (
    Column("ky", "Kỳ (như in)", required=True),
    Column("loai_ky", "Loại kỳ", "choice", required=True, choices=PERIOD_KINDS),
    Column("tu_ngay", "Từ ngày", "date"),
    Column("den_ngay", "Đến ngày", "date"),
)


def _counts(**headings: str) -> tuple[Column, ...]:
    return tuple(Column(name, heading, "count", melts_to=f"ho_so_{name}") for name, heading in headings.items())


TABLES: tuple[Table, ...] = (
    Table(
        "nguon",
        "Văn bản nguồn",
        (
            Column("nguon", "Mã văn bản", required=True),
            Column("so_hieu", "Số hiệu"),
            Column("ngay", "Ngày ban hành", "date"),
            Column("ngay_in", "Ngày như in"),
            Column("co_quan", "Cơ quan ban hành", required=True),
            Column("ten", "Tên văn bản", required=True),
            Column("tinh_trang", "Tình trạng", "choice", required=True, choices=SOURCE_STATES),
            Column("ky", "Kỳ báo cáo"),
            Column("tu_ngay", "Từ ngày", "date"),
            Column("den_ngay", "Đến ngày", "date"),
            Column("ngay_biet", "Ngày muộn nhất văn bản có thể biết", "date", required=True),
            Column("doc_o_dau", "Đọc hoặc hỏi ở đâu", required=True),
            Column("luoc_bo", "Nội dung không đưa lên và lý do"),
            Column("thay_the", "Thay thế văn bản", "source"),
            Column("ghi_chu", "Ghi chú"),
        ),
    ),
    Table(
        "tthc",
        "Hồ sơ thủ tục hành chính",
        (
            *_PERIOD,
            Column("linh_vuc", "Lĩnh vực"),
            *_counts(
                tiep_nhan="Tiếp nhận",
                moi="Tiếp nhận mới",
                ky_truoc="Kỳ trước chuyển qua",
                truc_tuyen="Nộp trực tuyến",
                truc_tuyen_toan_trinh="Trực tuyến toàn trình",
                truc_tuyen_mot_phan="Trực tuyến một phần",
                truc_tiep_buu_chinh="Nộp trực tiếp, bưu chính",
            ),
            Column("gom_ky_truoc", "Trực tuyến gồm cả kỳ trước", "choice", choices=INCLUDES),
            *_counts(
                da_giai_quyet="Đã giải quyết",
                truoc_han="Trước hạn",
                dung_han="Đúng hạn",
                dung_va_truoc_han="Đúng và trước hạn (không tách)",
                qua_han="Quá hạn",
                dang_giai_quyet="Đang giải quyết",
                dang_trong_han="Đang giải quyết, trong hạn",
                dang_qua_han="Đang giải quyết, quá hạn",
                tra_lai="Trả lại",
                rut="Người dân rút",
                dung="Dừng giải quyết",
                tra_lai_rut_dung="Trả lại, rút, dừng (không tách)",
            ),
            *_TRACE,
            _AS_PRINTED,
        ),
    ),
    Table(
        "bdhvs",
        "Bình dân học vụ số",
        (
            *_PERIOD,
            Column("nhom", "Nhóm", "choice", required=True, choices=GROUPS, open=True),
            Column("doi_tuong", "Số đối tượng", "count", melts_to="bdhvs_doi_tuong"),
            Column("da_hoc", "Đã học", "count", melts_to="bdhvs_da_hoc"),
            Column("hoan_thanh", "Đã hoàn thành, được xác nhận", "count", melts_to="bdhvs_hoan_thanh"),
            *_TRACE,
            _AS_PRINTED,
        ),
    ),
    Table(
        "to-cong-nghe-so",
        "Tổ công nghệ số cộng đồng",
        (
            *_PERIOD,
            Column("so_to", "Số tổ", "count", melts_to="to_cnsc"),
            Column("thanh_vien", "Số thành viên", "count", melts_to="to_cnsc_thanh_vien"),
            Column("da_tap_huan", "Đã tập huấn", "count", melts_to="to_cnsc_da_tap_huan"),
            Column("so_buoi", "Số buổi", "count", melts_to="buoi_tuyen_truyen"),
            Column("don_vi_buoi", "Gọi là", "choice", choices=SESSION_UNITS),
            Column("noi_dung", "Nội dung"),
            *_TRACE,
            _AS_PRINTED,
        ),
    ),
    Table(
        "diem-ho-tro",
        "Điểm hỗ trợ người dân",
        (
            Column("ten", "Tên điểm", required=True),
            Column("dia_chi", "Địa điểm", required=True),
            Column("gio", "Giờ mở cửa"),
            Column("duong_day", "Đường dây cơ quan"),
            *_TRACE,
        ),
    ),
    Table(
        "ngan-sach",
        "Kinh phí",
        (
            Column("ky", "Kỳ (như in)", required=True),
            Column("tu_ngay", "Từ ngày", "date"),
            Column("den_ngay", "Đến ngày", "date"),
            Column("ma_dong", "Mã dòng", required=True),
            Column("ma_cha", "Mã dòng cha"),
            Column("noi_dung", "Nội dung", required=True),
            Column("giai_doan", "Giai đoạn", "choice", required=True, choices=STAGES),
            Column("so_tien", "Số tiền", "quantity"),
            Column("nhu_in", "Như in"),
            Column("du_dong_con", "Đã đủ dòng con", "choice", choices={"co": "có", "khong": "không"}),
            *_TRACE,
            _AS_PRINTED,
        ),
    ),
    Table(
        "chi-tieu",
        "Số liệu khác",
        (
            Column("chi_tieu", "Chỉ tiêu", "indicator", required=True),
            Column("phan_to", "Phân tổ", "breakdown"),
            *_PERIOD,
            Column("gia_tri", "Giá trị", "quantity"),
            Column("don_vi", "Đơn vị"),
            Column("nhu_in", "Như in"),
            Column("co_so", "Tính trên"),
            Column("ngoai_tru", "Ngoại trừ"),
            Column("loai", "Loại", "choice", choices={"bao_cao": "báo cáo", "nhu_cau": "nhu cầu"}),
            Column("nhan_dinh", "Văn bản nhận định", "choice", choices=CLAIMS),
            Column("don_vi_bao_cao", "Cơ quan báo cáo"),
            *_TRACE,
            _AS_PRINTED,
        ),
    ),
    Table(
        "muc-tieu",
        "Mục tiêu",
        (
            Column("ma", "Mã", required=True),
            Column("chi_tieu", "Chỉ tiêu", "indicator", required=True),
            Column("phan_to", "Phân tổ", "breakdown"),
            Column("giai_doan", "Giai đoạn (như in)", required=True),
            Column("tu_ngay", "Từ ngày", "date"),
            Column("den_ngay", "Đến ngày", "date"),
            Column("lap_lai", "Lặp lại", "choice", choices={"mot_lan": "một lần", "hang_nam": "hằng năm"}),
            Column("so_sanh", "So sánh", "choice", choices=COMPARISONS),
            Column("gia_tri", "Giá trị", "quantity"),
            Column("gia_tri_den", "Đến giá trị", "quantity"),
            Column("don_vi", "Đơn vị"),
            Column("moi", "Tính cho mỗi"),
            Column("ngoai_tru", "Ngoại trừ"),
            Column("noi_dung", "Nội dung (lời văn bản)", required=True),
            Column("nhu_in", "Như in"),
            *_TRACE,
        ),
    ),
    Table(
        "nhiem-vu",
        "Nhiệm vụ",
        (
            Column("ma", "Mã", required=True),
            Column("noi_dung", "Nội dung", required=True),
            Column("chu_tri", "Đơn vị chủ trì"),
            Column("phoi_hop", "Đơn vị phối hợp"),
            Column("thoi_han", "Thời hạn (như in)"),
            Column("loai_thoi_han", "Loại thời hạn", "choice", required=True, choices=DEADLINE_KINDS),
            Column("tu_ngay", "Từ ngày", "date"),
            Column("den_ngay", "Đến ngày", "date"),
            Column("trang_thai", "Trạng thái"),
            *_TRACE,
        ),
    ),
    Table(
        "van-ban",
        "Văn bản đã ban hành",
        (
            Column("so_hieu", "Số hiệu"),
            Column("loai", "Loại", required=True),
            Column("ngay", "Ngày", "date"),
            Column("co_quan", "Cơ quan"),
            Column("trich_yeu", "Trích yếu"),
            *_TRACE,
        ),
    ),
    Table(
        "kien-nghi",
        "Kiến nghị",
        (
            Column("ma", "Mã", required=True),
            Column("noi_dung", "Nội dung", required=True),
            Column("co_quan_tra_loi", "Cơ quan phải trả lời"),
            Column("thoi_han", "Thời hạn"),
            *_TRACE,
        ),
    ),
    Table(
        "nhan-xet",
        "Nhận xét của văn bản",
        (
            Column("loai", "Loại", "choice", required=True, choices=REMARK_KINDS),
            Column("noi_dung", "Nguyên văn", required=True),
            *_TRACE,
        ),
    ),
)

BY_NAME: Mapping[str, Table] = {table.name: table for table in TABLES}

CORRECTIONS = Table(
    "dinh-chinh",
    "Đính chính",
    (
        Column("ma_so_cu", "Mã số cũ", required=True),
        Column("ma_so_moi", "Mã số mới"),
        Column("ngay", "Ngày đính chính", "date", required=True),
        Column("ly_do", "Lý do", required=True),
    ),
)
"""What has become of a published figure whose id is gone; no new id means that it was withdrawn. A table of the
commune's folder that programs write, and no form asks for.
"""
NATIONAL_TARGETS = Table(
    "muc-tieu-quoc-gia",
    "Mục tiêu quốc gia",
    (
        Column("ma", "Mã", required=True),
        Column("chi_tieu", "Chỉ tiêu", "indicator", required=True),
        Column("phan_to", "Nhóm", "breakdown"),
        Column("giai_doan", "Giai đoạn", required=True),
        Column("tu_ngay", "Từ ngày", "date"),
        Column("den_ngay", "Đến ngày", "date"),
        Column("so_sanh", "So sánh", "choice", choices=COMPARISONS),
        Column("gia_tri", "Giá trị", "quantity"),
        Column("don_vi", "Đơn vị"),
        Column("noi_dung", "Nội dung", required=True),
        Column("nguon_goc", "Nguồn gốc", required=True),
        Column("ghi_chu", "Ghi chú"),
    ),
)
ADMIN_UNITS = Table(
    "don-vi-hanh-chinh",
    "Đơn vị hành chính",
    (
        Column("ma", "Mã", required=True),
        Column("ten", "Tên", required=True),
        Column("loai", "Loại", required=True),
        Column("ma_tinh", "Mã tỉnh"),
        Column("ngay", "Ngày của danh mục", "date"),
    ),
)
