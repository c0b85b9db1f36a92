"""`muc-tieu.csv`: what a resolution or plan of the commune aims at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.language.value import Compared, State
from generator.model.catalogue import Catalogue
from generator.model.choices import COMPARISONS
from generator.model.figure import Document, Figure, Kind
from generator.model.period import PeriodKind
from generator.model.record import Record
from generator.tables.melting import figure_of, value_of
from generator.tables.shared_columns import CHI_TIEU, DEN_NGAY, DON_VI, MA, NGOAI_TRU, NOI_DUNG, PHAN_TO, TRACE, TU_NGAY
from generator.tables.table import Column, Table


def _melt(_: Table, row: Record, catalogue: Catalogue, document: Document) -> Iterator[Figure]:
    indicator = catalogue.indicators[row["chi_tieu"]]
    value = value_of(row, "gia_tri", indicator.unit)
    value = replace(value, compared=Compared(row["so_sanh"] or value.compared), printed=row["nhu_in"] or row["gia_tri"])
    if not row["gia_tri"]:
        value = replace(value, state=State.IN_WORDS)
    if row["gia_tri_den"]:
        upper = row.value("gia_tri_den")
        value = replace(value, upper=upper.number, decimals=max(value.decimals, upper.decimals))
    made = figure_of(
        row, indicator, document, value, Kind.TARGET, breakdown=row["phan_to"], period_kind=PeriodKind.WITHIN,
        printed=row["giai_doan"], id=f"{row.commune}.{row['ma']}",
    )  # fmt: skip
    yield replace(made, base=f"mỗi {row['moi']}" if row["moi"] else "", words=row["noi_dung"], each_year=row["lap_lai"])


TABLE = Table(
    "muc-tieu",
    "Mục tiêu",
    (
        MA,
        CHI_TIEU,
        PHAN_TO,
        Column(
            "giai_doan",
            "Giai đoạn (như in)",
            required=True,
            explained="Giai đoạn, chép như in, ví dụ: Đến hết năm 2026.",
            example="ví dụ Năm 2026",
        ),
        TU_NGAY,
        DEN_NGAY,
        Column(
            "lap_lai",
            "Lặp lại",
            "choice",
            choices={"mot_lan": "một lần", "hang_nam": "hằng năm"},
            explained="Mục tiêu đạt một lần, hay năm nào cũng phải đạt.",
        ),
        Column(
            "so_sanh",
            "So sánh",
            "choice",
            choices=COMPARISONS,
            explained="Chọn: đạt, từ, trên, không quá hay dưới. Nếu ô giá trị đã viết “trên 98%” thì để trống.",
        ),
        Column(
            "gia_tri",
            "Giá trị",
            "quantity",
            explained="Mức phải đạt, ví dụ 98%. Mục tiêu chỉ nói bằng lời thì để trống.",
        ),
        Column(
            "gia_tri_den",
            "Đến giá trị",
            "quantity",
            explained="Chỉ điền khi mục tiêu là một khoảng: mức trên, ví dụ 90%.",
        ),
        DON_VI,
        Column("moi", "Tính cho mỗi", explained="Mục tiêu tính cho mỗi đơn vị nào, ví dụ: thôn. Không bắt buộc."),
        NGOAI_TRU,
        Column("noi_dung", "Nội dung (lời văn bản)", required=True, long=True, explained=NOI_DUNG.explained),
        Column("nhu_in", "Như in", long=True, explained="Mục tiêu, chép nguyên văn."),
        *TRACE,
    ),
    key=("ma",),
    id_column="ma",
    page="muc-tieu-nhiem-vu",
    may_lack_numbers=True,
    form_words="Mục tiêu mà nghị quyết, kế hoạch đặt ra: mỗi mục tiêu một dòng.",
    melt=_melt,
    unseen=("ghi_chu",),
)
