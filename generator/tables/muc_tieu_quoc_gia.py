"""`muc-tieu-quoc-gia.csv`, a shared catalogue: what the nation aims at."""

from __future__ import annotations

from generator.model.choices import COMPARISONS
from generator.tables.shared_columns import CHI_TIEU, DEN_NGAY, DON_VI, GHI_CHU, MA, TU_NGAY
from generator.tables.table import Column, Table

TABLE = Table(
    "muc-tieu-quoc-gia",
    "Mục tiêu quốc gia",
    (
        MA,
        CHI_TIEU,
        Column("phan_to", "Nhóm", "breakdown"),
        Column("giai_doan", "Giai đoạn", required=True),
        TU_NGAY,
        DEN_NGAY,
        Column("so_sanh", "So sánh", "choice", choices=COMPARISONS),
        Column("gia_tri", "Giá trị", "quantity"),
        DON_VI,
        Column("noi_dung", "Nội dung", required=True),
        Column("nguon_goc", "Nguồn gốc", required=True),
        GHI_CHU,
    ),
    key=("ma",),
    may_lack_numbers=True,
    form_words="Mục tiêu mà cả nước đặt ra.",
)
