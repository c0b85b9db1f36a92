"""`don-vi-hanh-chinh.csv`, a shared catalogue: the official list of provinces and communes."""

from __future__ import annotations

from generator.tables.table import Column, Table

TABLE = Table(
    "don-vi-hanh-chinh",
    "Đơn vị hành chính",
    (
        Column("ma", "Mã", required=True),
        Column("ten", "Tên", required=True),
        Column("loai", "Loại", required=True),
        Column("ma_tinh", "Mã tỉnh"),
        Column("ngay", "Ngày của danh mục", "date"),
    ),
    key=("ma",),
)
