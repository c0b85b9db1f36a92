"""`dinh-chinh.csv`: what has become of a published figure whose id is gone.

A table of the commune's folder that programs write, and no form asks for.
"""

from __future__ import annotations

from generator.tables.table import Column, Table

TABLE = Table(
    "dinh-chinh",
    "Đính chính",
    (
        Column("ma_so_cu", "Mã số cũ", required=True),
        Column("ma_so_moi", "Mã số mới"),
        Column("ngay", "Ngày đính chính", "date", required=True),
        Column("ly_do", "Lý do", required=True),
    ),
    key=("ma_so_cu",),
    form_words="Mã số của số đã đăng mà nay đổi hoặc rút: mã mới, ngày, lý do.",
)
"""No new id means that the figure was withdrawn."""
