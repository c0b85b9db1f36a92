"""`nhan-xet.csv`: what documents say of their own work, word by word."""

from __future__ import annotations

from generator.model.choices import REMARK_KINDS
from generator.tables.shared_columns import TRACE
from generator.tables.table import Column, Table

TABLE = Table(
    "nhan-xet",
    "Nhận xét của văn bản",
    (
        Column(
            "loai",
            "Loại",
            "choice",
            required=True,
            choices=REMARK_KINDS,
            explained="Chọn: tự đánh giá, khó khăn hay nguyên nhân.",
        ),
        Column("noi_dung", "Nguyên văn", required=True, long=True, explained="Chép nguyên văn câu trong báo cáo."),
        *TRACE,
    ),
    key=("loai", "vi_tri", "nguon"),
    change_key=("loai", "vi_tri"),
    page="chi-dao-kien-nghi",
    form_words="Câu tự đánh giá, khó khăn, nguyên nhân: chép nguyên văn từ báo cáo.",
    noun="nhận xét",
    nouns="nhận xét, khó khăn theo lời văn bản",
    unseen=("ghi_chu",),
)
