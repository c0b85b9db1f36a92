"""`toa-do-xa.csv`, a shared catalogue: where the centre of each commune lies and how large it is."""

from __future__ import annotations

from generator.tables.table import Column, Table

TABLE = Table(
    "toa-do-xa",
    "Tọa độ tâm của xã",
    (
        Column("ma", "Mã", required=True),
        Column("vi_do", "Vĩ độ", required=True),
        Column("kinh_do", "Kinh độ", required=True),
        Column("dien_tich", "Diện tích"),
    ),
    key=("ma",),
)
