"""`van-ban.csv`: directives that the commune issued, as its reports name them."""

from __future__ import annotations

from generator.tables.shared_columns import SO_HIEU, TRACE
from generator.tables.table import Column, Table

TABLE = Table(
    "van-ban",
    "Văn bản đã ban hành",
    (
        SO_HIEU,
        Column("loai", "Loại", required=True, explained="Loại văn bản, ví dụ: Kế hoạch, Quyết định."),
        Column("ngay", "Ngày", "date", explained="Ngày ban hành, ví dụ 08/01/2026."),
        Column("co_quan", "Cơ quan", explained="Cơ quan ban hành văn bản."),
        Column("trich_yeu", "Trích yếu", long=True, explained="Trích yếu: văn bản nói về việc gì."),
        *TRACE,
    ),
    key=("so_hieu", "loai", "ngay"),
    change_key=("loai", "so_hieu"),
    page="chi-dao-kien-nghi",
    past_days={"ngay": "Văn bản ban hành ngày"},
    category=("loai", "Loại văn bản"),
    form_words="Văn bản chỉ đạo, điều hành mà xã đã ban hành, như báo cáo kể ra.",
    noun="văn bản đã ban hành",
    nouns="văn bản chỉ đạo được kể tên",
)
