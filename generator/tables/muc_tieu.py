"""`muc-tieu.csv`: what a resolution or plan of the commune aims at."""

from __future__ import annotations

from generator.model.choices import COMPARISONS
from generator.tables.shared_columns import CHI_TIEU, DEN_NGAY, DON_VI, MA, NGOAI_TRU, NOI_DUNG, PHAN_TO, TRACE, TU_NGAY
from generator.tables.table import Column, Table

TABLE = Table(
    "muc-tieu",
    "Mục tiêu",
    (
        MA,
        CHI_TIEU,
        PHAN_TO,
        Column(
            "giai_doan",
            "Giai đoạn (như in)",
            required=True,
            explained="Giai đoạn, chép như in, ví dụ: Đến hết năm 2026.",
            example="ví dụ Năm 2026",
        ),
        TU_NGAY,
        DEN_NGAY,
        Column(
            "lap_lai",
            "Lặp lại",
            "choice",
            choices={"mot_lan": "một lần", "hang_nam": "hằng năm"},
            explained="Mục tiêu đạt một lần, hay năm nào cũng phải đạt.",
        ),
        Column(
            "so_sanh",
            "So sánh",
            "choice",
            choices=COMPARISONS,
            explained="Chọn: đạt, từ, trên, không quá hay dưới. Nếu ô giá trị đã viết “trên 98%” thì để trống.",
        ),
        Column(
            "gia_tri",
            "Giá trị",
            "quantity",
            explained="Mức phải đạt, ví dụ 98%. Mục tiêu chỉ nói bằng lời thì để trống.",
        ),
        Column(
            "gia_tri_den",
            "Đến giá trị",
            "quantity",
            explained="Chỉ điền khi mục tiêu là một khoảng: mức trên, ví dụ 90%.",
        ),
        DON_VI,
        Column("moi", "Tính cho mỗi", explained="Mục tiêu tính cho mỗi đơn vị nào, ví dụ: thôn. Không bắt buộc."),
        NGOAI_TRU,
        Column("noi_dung", "Nội dung (lời văn bản)", required=True, long=True, explained=NOI_DUNG.explained),
        Column("nhu_in", "Như in", long=True, explained="Mục tiêu, chép nguyên văn."),
        *TRACE,
    ),
    key=("ma",),
    key_is_id=True,
    page="muc-tieu-nhiem-vu",
    may_lack_numbers=True,
    form_words="Mục tiêu mà nghị quyết, kế hoạch đặt ra: mỗi mục tiêu một dòng.",
)
