"""`nhiem-vu.csv`: tasks that a document sets."""

from __future__ import annotations

from generator.model.choices import DEADLINE_KINDS
from generator.tables.shared_columns import MA, NOI_DUNG, TRACE
from generator.tables.table import Column, Table

TABLE = Table(
    "nhiem-vu",
    "Nhiệm vụ",
    (
        MA,
        NOI_DUNG,
        Column("chu_tri", "Đơn vị chủ trì", explained="Đơn vị chủ trì như văn bản ghi."),
        Column("phoi_hop", "Đơn vị phối hợp", explained="Các đơn vị phối hợp như văn bản ghi."),
        Column("thoi_han", "Thời hạn (như in)", explained="Thời hạn, chép như in, ví dụ: Quý III/2026."),
        Column(
            "loai_thoi_han",
            "Loại thời hạn",
            "choice",
            required=True,
            choices=DEADLINE_KINDS,
            explained="Chọn loại thời hạn; văn bản không nói thì chọn “không nêu thời hạn”.",
        ),
        Column("tu_ngay", "Từ ngày", "date", explained="Ngày bắt đầu, nếu văn bản nêu."),
        Column("den_ngay", "Đến ngày", "date", explained="Ngày phải xong, ví dụ 31/12/2026, nếu văn bản nêu."),
        Column("trang_thai", "Trạng thái", explained="Chỉ ghi khi văn bản nói việc đã đến đâu."),
        *TRACE,
    ),
    key=("ma",),
    id_column="ma",
    change_key=("ma", "tu_ngay", "den_ngay"),
    page="muc-tieu-nhiem-vu",
    form_words="Nhiệm vụ được giao trong văn bản: mỗi việc một dòng.",
    noun="nhiệm vụ",
    nouns="nhiệm vụ",
    unseen=("ghi_chu",),
)
