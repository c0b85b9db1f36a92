"""`don-vi-cu.csv`, a shared catalogue: provinces, districts and communes of before 1 July 2025, and what they are now.

One row a province or district. `xa` lists the communes of a district, `; ` between them, each as `code name > codes`,
` và ` between codes: without `> codes` the code is still one of today's, without a name the commune was called as
today's list calls that code. So `19384 Xã Hiền Thành > 19372 và 19405` tells of two. A district without communes has
`> codes` alone. `tests/shared/former_units.py` makes the file again from the package that tells all this.
"""

from __future__ import annotations

from generator.tables.table import Column, Table

TABLE = Table(
    "don-vi-cu",
    "Đơn vị hành chính trước 01/07/2025",
    (
        Column("ma", "Mã", required=True),
        Column("ten", "Tên", required=True),
        Column("thuoc", "Mã tỉnh"),
        Column("xa", "Các xã và mã ngày nay", long=True),
    ),
    key=("ma",),
)
