"""`bdhvs.csv`: people who learnt digital skills (Bình dân học vụ số), by group."""

from __future__ import annotations

from generator.model.choices import GROUPS
from generator.tables.melting import wide
from generator.tables.shared_columns import AS_PRINTED, PERIOD, PERIOD_KEY, TRACE, count
from generator.tables.table import Column, Table

TABLE = Table(
    "bdhvs",
    "Bình dân học vụ số",
    (
        *PERIOD,
        Column(
            "nhom",
            "Nhóm",
            "choice",
            required=True,
            choices=GROUPS,
            open=True,
            explained="Chọn nhóm người mà dòng này nói đến; nhóm khác (ví dụ Phụ nữ, Thôn 3) thì chép như văn bản in.",
        ),
        count("doi_tuong", "Số đối tượng", "bdhvs_doi_tuong"),
        count("da_hoc", "Đã học", "bdhvs_da_hoc"),
        count("hoan_thanh", "Đã hoàn thành, được xác nhận", "bdhvs_hoan_thanh"),
        *TRACE,
        AS_PRINTED,
    ),
    key=(*PERIOD_KEY, "nhom", "nguon"),
    change_key=("ky", *PERIOD_KEY, "nhom"),
    page="binh-dan-hoc-vu-so",
    blank_is_missing=True,
    category=("nhom", "Nhóm"),
    form_words="Bình dân học vụ số: mỗi thời điểm và mỗi nhóm người một dòng.",
    melt=wide,
)
