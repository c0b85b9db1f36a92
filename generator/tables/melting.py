"""How the rows of a table become figures: what all ways have in common, and the way of wide forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.language.numbers import MONEY
from generator.language.places import where
from generator.language.value import State, Value
from generator.language.vietnamese import read_date
from generator.model.catalogue import Catalogue, Indicator
from generator.model.choices import GROUPS
from generator.model.figure import Document, Figure, Kind, Topic, Trace, figure_id
from generator.model.period import Period, PeriodKind
from generator.model.record import Record
from generator.tables.table import Column, Table


def figure_of(
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


def value_of(row: Record, column: str, unit: str) -> Value:
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


def wide(table: Table, row: Record, catalogue: Catalogue, document: Document) -> Iterator[Figure]:
    """A form melts into a figure a count. A blank count is 'not printed', but for the groups that are owed by national
    plan: there it is a figure that is missing.
    """
    owed = table.blank_is_missing and row["nhom"] in GROUPS
    for column in table.columns:
        if column.melts_to and (row[column.name] or owed):
            yield count_of(row, column, catalogue, document, row["linh_vuc"] or row["nhom"])


def count_of(
    row: Record, column: Column, catalogue: Catalogue, document: Document, breakdown: str, unit: str = ""
) -> Figure:
    """The figure of one count of a form, of a part of its indicator, in the indicator's unit or another."""
    indicator = catalogue.indicators[column.melts_to]
    made = figure_of(
        row, indicator, document, value_of(row, column.name, indicator.unit), Kind.REPORTED,
        breakdown=breakdown, period_kind=PeriodKind(row["loai_ky"]), unit=unit,
    )  # fmt: skip
    return replace(made, with_carried=row["gom_ky_truoc"], words=row["noi_dung"])
