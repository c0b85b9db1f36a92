"""`chi-tieu.csv`: every other number, a row each, named by its indicator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model.catalogue import Catalogue
from generator.model.choices import CLAIMS
from generator.model.figure import UNSTATED_BASE, Document, Figure, Kind
from generator.model.period import PeriodKind
from generator.model.record import Record
from generator.tables.melting import figure_of, value_of
from generator.tables.shared_columns import (
    AS_PRINTED,
    CHI_TIEU,
    DON_VI,
    NGOAI_TRU,
    NHU_IN,
    PERIOD,
    PERIOD_KEY,
    PHAN_TO,
    TRACE,
)
from generator.tables.table import Column, Table


def _melt(_: Table, row: Record, catalogue: Catalogue, document: Document) -> Iterator[Figure]:
    indicator = catalogue.indicators[row["chi_tieu"]]
    value = value_of(row, "gia_tri", indicator.unit)
    made = figure_of(
        row, indicator, document, value.as_printed(row["nhu_in"] or value.printed), Kind(row["loai"] or "bao_cao"),
        breakdown=row["phan_to"], period_kind=PeriodKind(row["loai_ky"]),
    )  # fmt: skip
    yield replace(made, base=row["co_so"] or (UNSTATED_BASE if indicator.base else ""), claim=row["nhan_dinh"])


TABLE = Table(
    "chi-tieu",
    "Số liệu khác",
    (
        CHI_TIEU,
        PHAN_TO,
        *PERIOD,
        Column(
            "gia_tri",
            "Giá trị",
            "quantity",
            explained="Chép đúng như in: 99,89% hay 07/10 hay 2.842 hay 85,64/100. Văn bản bỏ trống thì để trống.",
        ),
        DON_VI,
        NHU_IN,
        Column(
            "co_so",
            "Tính trên",
            explained="Tỷ lệ tính trên số nào, ví dụ: hồ sơ đã giải quyết. Số đếm của riêng một phần thì ghi phần ấy. "
            "Văn bản không nêu thì để trống.",
        ),
        NGOAI_TRU,
        Column(
            "loai",
            "Loại",
            "choice",
            choices={"bao_cao": "báo cáo", "nhu_cau": "nhu cầu"},
            explained="Để trống nếu là số báo cáo; chọn “nhu cầu” nếu là số đề nghị cấp.",
        ),
        Column(
            "nhan_dinh",
            "Văn bản nhận định",
            "choice",
            choices=CLAIMS,
            explained="Chỉ chọn khi văn bản nói con số này đạt hay vượt chỉ tiêu.",
        ),
        Column(
            "don_vi_bao_cao", "Cơ quan báo cáo", explained="Cơ quan mà văn bản giao báo cáo con số này. Không bắt buộc."
        ),
        *TRACE,
        AS_PRINTED,
    ),
    key=("chi_tieu", "phan_to", *PERIOD_KEY, "loai", "nguon"),
    agency_column="don_vi_bao_cao",
    form_words="Mọi con số khác trong văn bản: chọn chỉ tiêu trong danh sách, mỗi con số một dòng.",
    melt=_melt,
)
