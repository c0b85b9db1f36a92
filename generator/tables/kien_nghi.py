"""`kien-nghi.csv`: what the commune asks of others."""

from __future__ import annotations

from generator.tables.shared_columns import MA, NOI_DUNG, TRACE
from generator.tables.table import Column, Table

TABLE = Table(
    "kien-nghi",
    "Kiến nghị",
    (
        MA,
        NOI_DUNG,
        Column("co_quan_tra_loi", "Cơ quan phải trả lời", explained="Cơ quan mà xã kiến nghị, phải trả lời."),
        Column("thoi_han", "Thời hạn", explained="Thời hạn trả lời, nếu văn bản nêu."),
        *TRACE,
    ),
    key=("ma",),
    id_column="ma",
    page="chi-dao-kien-nghi",
    form_words="Kiến nghị, đề xuất của xã và cơ quan phải trả lời.",
    noun="kiến nghị",
    nouns="kiến nghị",
    unseen=("ghi_chu",),
)
