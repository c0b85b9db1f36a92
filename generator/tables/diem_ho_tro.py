"""`diem-ho-tro.csv`: where people are helped."""

from __future__ import annotations

from generator.tables.shared_columns import TRACE
from generator.tables.table import Column, Table

TABLE = Table(
    "diem-ho-tro",
    "Điểm hỗ trợ người dân",
    (
        Column(
            "ten",
            "Tên điểm",
            required=True,
            long=True,
            explained="Tên điểm, ví dụ: Trung tâm Phục vụ hành chính công xã.",
        ),
        Column("dia_chi", "Địa điểm", required=True, explained="Ở đâu, để người dân đến được."),
        Column("gio", "Giờ mở cửa", long=True, explained="Giờ mở cửa, ví dụ: Thứ Hai đến Thứ Sáu, 7:30 đến 17:00."),
        Column(
            "duong_day",
            "Đường dây cơ quan",
            explained="Chỉ đường dây của cơ quan. Không ghi số điện thoại của cá nhân.",
        ),
        *TRACE,
    ),
    key=("ten",),
    page="binh-dan-hoc-vu-so",
    form_words="Nơi người dân đến để được giúp: địa điểm, giờ mở cửa, đường dây của cơ quan.",
    noun="điểm hỗ trợ",
    unseen=("ghi_chu",),
)
