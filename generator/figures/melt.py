"""Checked rows become figures: a wide form melts into one a count, a long row is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from generator.language.places import where
from generator.language.quantities import MONEY
from generator.language.value import Compared, State, Value
from generator.language.vietnamese import read_date
from generator.model import choices
from generator.model.catalogue import Catalogue, Indicator
from generator.model.figure import BUDGET, UNSTATED_BASE, Document, Figure, Kind, Topic, Trace, figure_id
from generator.model.period import Period, PeriodKind
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables import schema

Melt = Callable[[Record, Catalogue, Document], Iterator[Figure]]


def figures(records: Iterable[Record], catalogue: Catalogue) -> list[Figure]:
    """Every reported, needed, allocated figure and every target of a commune's rows, in the order of the rows."""
    rows = list(records)
    documents = _documents(rows)
    return [
        figure
        for row in rows
        if row.table in _MELTS
        for figure in _MELTS[row.table](row, catalogue, documents.get(row["nguon"], Document(row["nguon"])))
    ]


def _documents(rows: Iterable[Record]) -> dict[str, Document]:
    """What figures know of the documents that are registered, by their ids."""
    sources = [row for row in rows if row.table == "nguon"]
    replaced = {row["thay_the"]: row["nguon"] for row in sources if row["thay_the"]}
    made = {}
    for row in sources:
        known = read_date(row["ngay_biet"])
        made[row["nguon"]] = Document(
            row["nguon"], read_date(row["ngay"]) or known, known, replaced.get(row["nguon"], "")
        )
    return made


def _figure(
    row: Record, indicator: Indicator, document: Document, value: Value, kind: Kind,
    *, breakdown: str, period_kind: PeriodKind, unit: str = "", printed: str = "", id: str = "",
) -> Figure:  # fmt: skip
    """What all figures of a row have in common. Of the places that its row names, those where its number stands."""
    period = Period(period_kind, read_date(row["tu_ngay"]), read_date(row["den_ngay"]), printed or row["ky"])
    topic, unit = Topic(indicator.id, breakdown), unit or indicator.unit
    quoted = (value.printed,) if value.state is State.GIVEN else ()
    trace = Trace(document, where(row["vi_tri"], quoted, unit), row["ghi_chu"], row.file, row.line, row.table)
    return Figure(
        id=id or figure_id(row.commune, topic, period, kind, document.id),
        commune=row.commune,
        topic=topic,
        kind=kind,
        period=period,
        value=value,
        unit=unit,
        trace=trace,
        without=row["ngoai_tru"],
        reporter=row["don_vi_bao_cao"],
        as_printed=row["dung_nhu_van_ban"] == "co",
    )


def _read(row: Record, column: str, unit: str) -> Value:
    """The value of a cell, with its words; of an amount of money with the place of its last printed digit."""
    value = row.value(column)
    if unit == MONEY:
        value = replace(value, decimals=_place(value, row[column]))
    return value.as_printed(row[column])


def _place(value: Value, text: str) -> int:
    """The place, counted in đồng, of the last digit that is printed of an amount: −5 for 275,4 triệu đồng."""
    digits = re.search(r"[0-9][0-9.,]*", text)
    if not value.number or not digits:
        return 0
    number = Decimal(digits[0].rstrip(".,").replace(".", "").replace(",", "."))
    return value.decimals - int((value.number / number).log10())


def _wide(row: Record, catalogue: Catalogue, document: Document) -> Iterator[Figure]:
    """A form melts; a blank count is a figure that is missing only for the groups of the bdhvs form that are owed by
    national plan. Elsewhere a blank is 'not printed'.
    """
    owed = row["nhom"] in choices.GROUPS
    for column in schema.BY_NAME[row.table].columns:
        if not column.melts_to or not (row[column.name] or owed):
            continue
        indicator = catalogue.indicators[column.melts_to]
        breakdown, unit = row["linh_vuc"] or row["nhom"], indicator.unit
        if column.melts_to == "buoi_tuyen_truyen" and row["don_vi_buoi"]:
            breakdown, unit = row["don_vi_buoi"], choices.SESSION_UNITS[row["don_vi_buoi"]]
        made = _figure(
            row, indicator, document, _read(row, column.name, indicator.unit), Kind.REPORTED,
            breakdown=breakdown, period_kind=PeriodKind(row["loai_ky"]), unit=unit,
        )  # fmt: skip
        yield replace(made, with_carried=row["gom_ky_truoc"], words=row["noi_dung"])


def _long(row: Record, catalogue: Catalogue, document: Document) -> Iterator[Figure]:
    indicator = catalogue.indicators[row["chi_tieu"]]
    value = _read(row, "gia_tri", indicator.unit)
    made = _figure(
        row, indicator, document, value.as_printed(row["nhu_in"] or value.printed), Kind(row["loai"] or "bao_cao"),
        breakdown=row["phan_to"], period_kind=PeriodKind(row["loai_ky"]),
    )  # fmt: skip
    yield replace(made, base=row["co_so"] or (UNSTATED_BASE if indicator.base else ""), claim=row["nhan_dinh"])


def _budget_line(row: Record, catalogue: Catalogue, document: Document) -> Iterator[Figure]:
    value = _read(row, "so_tien", MONEY)
    made = _figure(
        row, catalogue.indicators[BUDGET], document, value.as_printed(row["nhu_in"] or value.printed),
        Kind(choices.STAGE_TO_KIND[row["giai_doan"]]), breakdown=row["ma_dong"], period_kind=PeriodKind.WITHIN,
    )  # fmt: skip
    yield replace(made, words=row["noi_dung"], parent=row["ma_cha"], complete=row["du_dong_con"])


def _target(row: Record, catalogue: Catalogue, document: Document) -> Iterator[Figure]:
    indicator = catalogue.indicators[row["chi_tieu"]]
    value = _read(row, "gia_tri", indicator.unit)
    value = replace(value, compared=Compared(row["so_sanh"] or value.compared), printed=row["nhu_in"] or row["gia_tri"])
    if not row["gia_tri"]:
        value = replace(value, state=State.IN_WORDS)
    if row["gia_tri_den"]:
        upper = row.value("gia_tri_den")
        value = replace(value, upper=upper.number, decimals=max(value.decimals, upper.decimals))
    made = _figure(
        row, indicator, document, value, Kind.TARGET, breakdown=row["phan_to"], period_kind=PeriodKind.WITHIN,
        printed=row["giai_doan"], id=f"{row.commune}.{row['ma']}",
    )  # fmt: skip
    yield replace(made, base=f"mỗi {row['moi']}" if row["moi"] else "", words=row["noi_dung"], each_year=row["lap_lai"])


_MELTS: Mapping[str, Melt] = {
    "tthc": _wide, "bdhvs": _wide, "to-cong-nghe-so": _wide, "chi-tieu": _long, "ngan-sach": _budget_line,
    "muc-tieu": _target,
}  # fmt: skip
"""Table to how its rows become figures; rows of others are none."""


def repeated(all_figures: Iterable[Figure]) -> Iterator[Problem]:
    """A figure whose id an earlier row has taken: the same thing twice from one document."""
    first: dict[str, Figure] = {}
    for figure in all_figures:
        one = first.setdefault(figure.id, figure)
        if one is not figure:
            yield Problem(
                figure.trace.file, figure.trace.line, "chi_tieu" if figure.trace.table == "chi-tieu" else "",
                "so-lieu-lap", "error",
                f"Dòng này lặp số liệu của dòng {one.trace.line}: cùng chỉ tiêu, phân tổ, kỳ và văn bản.",
                "Nếu là một số liệu: giữ một dòng, xóa dòng kia (ghi cả hai vị trí, ngăn bằng “ | ”). Nếu là hai số "
                "liệu: ghi cho khác nhau ở cột phân tổ (phan_to, linh_vuc) hoặc ngày của kỳ (tu_ngay, den_ngay).",
            )  # fmt: skip
