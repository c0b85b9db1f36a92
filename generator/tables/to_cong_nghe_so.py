"""`to-cong-nghe-so.csv`: community digital technology teams and the sessions that they held."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.choices import SESSION_UNITS
from generator.model.figure import Document, Figure
from generator.model.record import Record
from generator.tables.melting import count_of
from generator.tables.shared_columns import AS_PRINTED, PERIOD, PERIOD_KEY, TRACE, count
from generator.tables.table import Column, Table


def _melt(table: Table, row: Record, catalogue: Catalogue, document: Document) -> Iterator[Figure]:
    """Counts; those of sessions by what the document calls a session."""
    for column in table.columns:
        if column.melts_to and row[column.name]:
            called = row["don_vi_buoi"] if column.melts_to == "buoi_tuyen_truyen" else ""
            yield count_of(row, column, catalogue, document, called, SESSION_UNITS.get(called, ""))


TABLE = Table(
    "to-cong-nghe-so",
    "Tổ công nghệ số cộng đồng",
    (
        *PERIOD,
        count("so_to", "Số tổ", "to_cnsc"),
        count("thanh_vien", "Số thành viên", "to_cnsc_thanh_vien"),
        count("da_tap_huan", "Đã tập huấn", "to_cnsc_da_tap_huan"),
        count("so_buoi", "Số buổi", "buoi_tuyen_truyen"),
        Column(
            "don_vi_buoi", "Gọi là", "choice", choices=SESSION_UNITS, explained="Văn bản gọi là buổi, đợt hay hội nghị."
        ),
        Column("noi_dung", "Nội dung", long=True, explained="Nội dung các buổi, theo lời văn bản. Không bắt buộc."),
        *TRACE,
        AS_PRINTED,
    ),
    key=(*PERIOD_KEY, "nguon"),
    change_key=("ky", *PERIOD_KEY),
    page="binh-dan-hoc-vu-so",
    form_words="Tổ công nghệ số cộng đồng và các buổi tuyên truyền, hướng dẫn người dân.",
    melt=_melt,
)
