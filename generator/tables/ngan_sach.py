"""`ngan-sach.csv`: money, a line of a budget a row; lines stand below a parent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.language.numbers import MONEY
from generator.model.catalogue import Catalogue
from generator.model.choices import STAGE_TO_KIND, STAGES
from generator.model.figure import BUDGET, Document, Figure, Kind
from generator.model.period import PeriodKind
from generator.model.record import Record
from generator.tables.melting import figure_of, value_of
from generator.tables.shared_columns import AS_PRINTED, DEN_NGAY, KY, NHU_IN, NOI_DUNG, TRACE, TU_NGAY
from generator.tables.table import Column, Table


def _melt(_: Table, row: Record, catalogue: Catalogue, document: Document) -> Iterator[Figure]:
    value = value_of(row, "so_tien", MONEY)
    made = figure_of(
        row, catalogue.indicators[BUDGET], document, value.as_printed(row["nhu_in"] or value.printed),
        Kind(STAGE_TO_KIND[row["giai_doan"]]), breakdown=row["ma_dong"], period_kind=PeriodKind.WITHIN,
    )  # fmt: skip
    yield replace(made, words=row["noi_dung"], parent=row["ma_cha"], complete=row["du_dong_con"])


TABLE = Table(
    "ngan-sach",
    "Kinh phí",
    (
        KY,
        TU_NGAY,
        DEN_NGAY,
        Column(
            "ma_dong",
            "Mã dòng",
            required=True,
            explained="Mã tự đặt cho khoản, mỗi dòng một mã, ví dụ phan-mem: chữ thường không dấu, gạch nối.",
            example="mã riêng của dòng, không dấu, ví dụ tong-2026",
            to_fill="một mã riêng cho dòng này, ví dụ phan-mem",
        ),
        Column(
            "ma_cha",
            "Mã dòng cha",
            explained="Mã của khoản lớn chứa khoản này. Khoản tổng thì để trống.",
            example="ma_dong của dòng tổng; bỏ trống nếu đây là dòng tổng",
        ),
        NOI_DUNG,
        Column(
            "giai_doan",
            "Giai đoạn",
            "choice",
            required=True,
            choices=STAGES,
            explained="Chọn: nhu cầu, được phân bổ, dự toán hay thực hiện.",
        ),
        Column(
            "so_tien",
            "Số tiền",
            "quantity",
            unit=MONEY,
            explained="Số tiền theo đồng, ví dụ 275400000; hoặc gõ chữ như in: khoảng 275,4 triệu đồng.",
        ),
        NHU_IN,
        Column(
            "du_dong_con",
            "Đã đủ dòng con",
            "choice",
            choices={"co": "có", "khong": "không"},
            explained="Chọn “có” nếu các khoản con đã đủ; khi đó máy cộng lại để đối chiếu.",
        ),
        *TRACE,
        AS_PRINTED,
    ),
    key=("ma_dong",),
    key_is_id=True,
    page="ngan-sach",
    indicator=BUDGET,
    measured_where=("giai_doan", ("thuc_hien",)),
    form_words="Kinh phí: mỗi khoản một dòng. Khoản nằm trong khoản lớn thì ghi mã của khoản lớn ở “Mã dòng cha”.",
    melt=_melt,
)
