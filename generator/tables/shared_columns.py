"""Columns that several tables have."""

from __future__ import annotations

from generator.model.choices import PERIOD_KINDS, YES
from generator.tables.table import Column

MA = Column(
    "ma",
    "Mã",
    required=True,
    explained="Mã tự đặt, mỗi dòng một mã: chữ thường không dấu, chữ số, gạch nối, ví dụ kh-2026-01.",
    example="mã riêng của dòng, không dấu, ví dụ bao-cao-5-thang-01",
    to_fill="một mã riêng cho dòng này, ví dụ mt-1",
)
CHI_TIEU = Column(
    "chi_tieu",
    "Chỉ tiêu",
    "indicator",
    required=True,
    explained="Chọn tên chỉ tiêu trong danh sách; tên và đơn vị có ở tờ “Danh mục”.",
    to_fill="tên hoặc mã của chỉ tiêu, như ở trang Các chỉ tiêu",
)
PHAN_TO = Column(
    "phan_to",
    "Phân tổ",
    "breakdown",
    explained="Con số là của phần nào (ví dụ của khối Đảng). Số chung của cả xã thì để trống.",
)
DON_VI = Column("don_vi", "Đơn vị", explained="Để trống: máy đã biết đơn vị của chỉ tiêu (xem tờ “Danh mục”).")
NHU_IN = Column(
    "nhu_in",
    "Như in",
    long=True,
    explained="Chỉ điền khi cách in trong văn bản khác ô giá trị, ví dụ thiếu đơn vị: 135,4 được giao.",
)
NGOAI_TRU = Column("ngoai_tru", "Ngoại trừ", explained="Phần mà văn bản nói là không tính đến. Không bắt buộc.")
NOI_DUNG = Column("noi_dung", "Nội dung", required=True, long=True, explained="Nội dung, chép theo lời văn bản.")
SO_HIEU = Column(
    "so_hieu",
    "Số hiệu",
    explained="Số và ký hiệu, ví dụ 12/BC-UBND. Văn bản chưa có số thì để trống.",
    example="ví dụ 12/BC-UBND",
)

KY = Column(
    "ky",
    "Kỳ (như in)",
    required=True,
    explained="Kỳ, chép như văn bản in, ví dụ: 5 tháng đầu năm 2026.",
    example="ví dụ 5 tháng đầu năm 2026",
    to_fill="kỳ đúng như văn bản in, ví dụ Quý II/2026",
)
LOAI_KY = Column(
    "loai_ky",
    "Loại kỳ",
    "choice",
    required=True,
    choices=PERIOD_KINDS,
    explained="Chọn: số của cả kỳ, số cộng dồn (lũy kế), hay số tại một thời điểm.",
)
TU_NGAY = Column(
    "tu_ngay",
    "Từ ngày",
    "date",
    explained="Ngày đầu kỳ, ví dụ 01/01/2026. Số tại một thời điểm, hay văn bản không nêu, thì để trống.",
)
DEN_NGAY = Column("den_ngay", "Đến ngày", "date", explained="Ngày cuối kỳ hoặc ngày chốt số, ví dụ 31/05/2026.")
PERIOD = (KY, LOAI_KY, TU_NGAY, DEN_NGAY)
PERIOD_KEY = ("loai_ky", "tu_ngay", "den_ngay")
"""By what a period is known, however a document names it."""

GHI_CHU = Column("ghi_chu", "Ghi chú", long=True, explained="Điều người đọc cần biết thêm về dòng này. Không bắt buộc.")
TRACE = (
    Column(
        "nguon",
        "Văn bản nguồn",
        "source",
        required=True,
        explained="Chọn mã văn bản mà con số được lấy ra. Chưa có trong danh sách thì đăng ký ở tờ “Văn bản nguồn” "
        "trước.",
        to_fill="mã của văn bản, đúng như cột nguon của nguon.csv",
    ),
    Column(
        "vi_tri",
        "Vị trí trong văn bản",
        required=True,
        long=True,
        explained="Chỗ trong văn bản để người khác tìm lại được, ví dụ: Mục II.1.a: “tiếp nhận 2.842 hồ sơ”.",
        example="chỗ trong văn bản, ví dụ Mục II.1.a",
        to_fill="chỗ của số liệu trong văn bản, ví dụ Mục II.1.a",
    ),
    GHI_CHU,
)
"""Where a reader finds what a row tells."""
AS_PRINTED = Column(
    "dung_nhu_van_ban",
    "Đúng như văn bản in",
    "choice",
    choices=YES,
    explained="Chỉ chọn khi máy báo các số không khớp mà chính văn bản in như vậy. Trang sẽ nói rõ chỗ lệch.",
)
"""Where an officer declares that numbers which do not agree are printed so."""

_COUNTED = (
    "Số đếm, chép như văn bản in. Văn bản bỏ trống thì để trống; văn bản ghi “Không phát sinh” thì chép đúng vậy."
)


def count(name: str, heading: str, melts_to: str, explained: str = _COUNTED) -> Column:
    """A column of counts, whose cells become figures of an indicator."""
    return Column(name, heading, "count", melts_to=melts_to, explained=explained)
