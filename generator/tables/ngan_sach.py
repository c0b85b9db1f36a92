"""`ngan-sach.csv`: money, a line of a budget a row; lines stand below a parent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.language.numbers import MONEY, PERCENT
from generator.language.value import Value
from generator.model.catalogue import Catalogue
from generator.model.choices import BUDGET_TABLES, STAGES
from generator.model.figure import BUDGETS, Document, Figure, Stage
from generator.model.period import PeriodKind
from generator.model.record import Record
from generator.tables.melting import figure_of, value_of
from generator.tables.shared_columns import AS_PRINTED, DEN_NGAY, KY, NHU_IN, NOI_DUNG, TRACE, TU_NGAY
from generator.tables.table import Column, Table


def _melt(_: Table, row: Record, catalogue: Catalogue, document: Document) -> Iterator[Figure]:
    value, stage = value_of(row, "so_tien", MONEY), Stage(row["giai_doan"])
    made = figure_of(
        row, catalogue.indicators[indicator_of(row)], document, value.as_printed(row["nhu_in"] or value.printed),
        stage.kind, breakdown=row["ma_dong"], period_kind=PeriodKind.WITHIN,
    )  # fmt: skip
    yield replace(
        made, words=row["noi_dung"], stage=stage, giver=row["cap_giao"], parent=row["ma_cha"],
        complete=row["du_dong_con"], of_plan=_printed_share(row, "so_du_toan"),
        of_last_year=_printed_share(row, "so_cung_ky"),
    )  # fmt: skip


def _printed_share(row: Record, column: str) -> Value | None:
    return row.value(column).as_printed(row[column]) if row[column] else None


def indicator_of(row: Record) -> str:
    """What a row measures: a line of the table that it names."""
    return BUDGETS.get(row["bang"] or next(iter(BUDGETS)), "")


TABLE = Table(
    "ngan-sach",
    "Kinh phí",
    (
        KY,
        TU_NGAY,
        DEN_NGAY,
        Column(
            "bang",
            "Bảng",
            "choice",
            choices=BUDGET_TABLES,
            explained="Chọn bảng của khoản. Tiền cho khoa học, công nghệ, chuyển đổi số thì để trống.",
        ),
        Column(
            "ma_dong",
            "Mã khoản",
            required=True,
            explained="Mã tự đặt, mỗi khoản một mã, ví dụ phan-mem. Dự toán và thực hiện của một khoản cùng một mã.",
            example="mã của khoản, không dấu, ví dụ tong",
            to_fill="mã của khoản này, ví dụ phan-mem; dự toán và thực hiện của một khoản ghi cùng một mã",
            once=("Mã dòng",),
        ),
        Column(
            "ma_cha",
            "Mã khoản cha",
            explained="Mã của khoản lớn chứa khoản này. Khoản tổng thì để trống.",
            example="ma_dong của khoản lớn; bỏ trống nếu đây là khoản tổng",
            once=("Mã dòng cha",),
        ),
        NOI_DUNG,
        Column(
            "giai_doan",
            "Giai đoạn",
            "choice",
            required=True,
            choices=STAGES,
            explained="Chọn: nhu cầu, dự toán, được phân bổ, ước thực hiện, thực hiện hay quyết toán.",
        ),
        Column(
            "cap_giao",
            "Cấp giao",
            explained="Chỉ ghi khi một văn bản in dự toán của nhiều cấp, ví dụ: tỉnh giao; xã giao.",
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
            "so_du_toan",
            "% so dự toán (như in)",
            "quantity",
            unit=PERCENT,
            explained="Chỉ ghi khi văn bản in tỷ lệ thực hiện so với dự toán, ví dụ 59,2%. Máy tính lại để đối chiếu.",
        ),
        Column(
            "so_cung_ky",
            "% so cùng kỳ năm trước (như in)",
            "quantity",
            unit=PERCENT,
            explained="Chỉ ghi khi văn bản in tỷ lệ so với cùng kỳ năm trước, ví dụ 104,5%.",
        ),
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
    key=("bang", "ma_dong", "giai_doan", "cap_giao", "tu_ngay", "den_ngay", "nguon"),
    change_key=("bang", "ma_dong", "giai_doan", "nguon"),
    id_column="ma_dong",
    page="ngan-sach",
    indicator_of=indicator_of,
    measured_where=("giai_doan", ("uoc_thuc_hien", "thuc_hien", "quyet_toan")),
    form_words="Kinh phí: mỗi số tiền một dòng. Dự toán và thực hiện của một khoản ghi cùng “Mã khoản”; khoản nằm "
    "trong khoản lớn thì ghi mã của khoản lớn ở “Mã khoản cha”.",
    melt=_melt,
)
