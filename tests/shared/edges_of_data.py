"""Edges of the named numbers of open data: the forms in which the published tables leave the site."""

from __future__ import annotations

import io

from edges import Edge
from openpyxl import load_workbook

from generator.country import by_province, excel_csv
from generator.country.published_tables import FIGURES
from generator.country.summary import Summary
from generator.country.workbook import Sheet, workbook
from generator.model.commune import AdminUnit, Commune

ONE = Summary(Commune("19405", "Xã A", "a", "a", AdminUnit("44", "Tỉnh B", "Tỉnh", ""), "b"), False, 0, 0, {})


def _day(day: str) -> str:
    """A day of a workbook, as another program reads it."""
    read = load_workbook(io.BytesIO(workbook([Sheet("Ngày", [("ngay", "date", 12)], [(day,)])])))
    return str(read.active["A2"].value)  # type: ignore[index]


def _quoted(digits: int) -> bool:
    """Whether Excel is kept from taking a text of so many digits for a number."""
    header, row = f"{','.join(FIGURES.columns)}\n", ["" for _ in FIGURES.columns]
    row[FIGURES.columns.index("ghi_chu")] = "1" * digits
    made = b"".join(excel_csv.for_excel(FIGURES, [(header + ",".join(row) + "\n").encode()]))
    return b'"=""1' in made


EDGES = {
    "country.by_province.LARGEST": Edge(
        lambda size: len(by_province.parts([ONE], size)), {49_999_999: 0, 50_000_000: 0, 50_000_001: 1}, loaded=True
    ),
    "country.excel_csv._LONGEST": Edge(_quoted, {254: True, 255: True, 256: False}),
    "country.workbook._FIRST_DAY": Edge(
        _day, {"1900-03-01": "1900-03-01 00:00:00", "2026-05-31": "2026-05-31 00:00:00"}
    ),
}
