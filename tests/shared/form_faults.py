"""Forms that cannot be taken: what somebody did to one, and where it is told."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from officer import OTHERS, TASKS, TTHC, Change, column
from support import ROOT

from generator.forms.sheets import FIRST, HEADER
from generator.forms.words import START


def typed(sheet: str, row: int, heading: str, value: Any, number_format: str = "General") -> Change:
    def change(book: Any) -> None:
        cell = book[sheet].cell(row, column(book[sheet], heading))
        cell.value, cell.number_format = value, number_format

    return change


def renamed(sheet: str, row: int, number: int, words: str) -> Change:
    return lambda book: setattr(book[sheet].cell(row, number), "value", words)


def sheet_named(old: str, new: str) -> Change:
    return lambda book: setattr(book[old], "title", new)


def repeated_heading(book: Any) -> None:
    page = book[TTHC]
    for cell in page[HEADER]:
        page.cell(20, cell.column).value = cell.value


def merged(where: str) -> Change:
    return lambda book: book[OTHERS].merge_cells(where)


def heading_below_two_rows(book: Any) -> None:
    """As when a sheet is sorted together with its heading."""
    page = book[OTHERS]
    heading = [cell.value for cell in page[HEADER]]
    page.delete_rows(HEADER)
    page.insert_rows(FIRST + 1)
    for number, words in enumerate(heading, 1):
        page.cell(FIRST + 1, number).value = words


def own_sheet(book: Any) -> None:
    book.create_sheet("Việc của phòng")["A1"] = "Việc riêng"


FAULTS: dict[str, tuple[Change, str, int, str]] = {
    "bieu-thanh-ngay": (typed(OTHERS, 11, "Giá trị", dt.datetime(2026, 10, 7), "d-mmm"), OTHERS, 11, "Giá trị"),
    "bieu-so-la": (typed(OTHERS, 11, "Giá trị", 2818 / 2822), OTHERS, 11, "Giá trị"),
    "bieu-o-sai": (typed(TTHC, 4, "Tiếp nhận", "#REF!"), TTHC, 4, "Tiếp nhận"),
    "bieu-cong-thuc": (typed(TTHC, 4, "Tiếp nhận", "=1000+250"), TTHC, 4, "Tiếp nhận"),
    "bieu-thieu-tieu-de": (lambda book: book[TTHC].delete_rows(HEADER), TTHC, 1, ""),
    "bieu-dong-tren": (heading_below_two_rows, OTHERS, HEADER, ""),
    "bieu-cot-lap": (renamed(TTHC, HEADER, 5, "Đến ngày"), TTHC, HEADER, "Đến ngày"),
    "bieu-cot-gan-dung": (renamed(TTHC, HEADER, 6, "Tiếp nhậm"), TTHC, HEADER, "Tiếp nhậm"),
    "bieu-thieu-cot": (renamed(TTHC, HEADER, 1, "Thời gian báo cáo"), TTHC, HEADER, "Kỳ (như in)"),
    "bieu-to-lap": (sheet_named(TASKS, "tthc"), "tthc", 1, ""),
    "bieu-to-gan-dung": (sheet_named(TASKS, "Nhiệm vụ (2)"), "Nhiệm vụ (2)", 1, ""),
    "bieu-dau-thang": (typed(TTHC, 4, "Kỳ (như in)", "# xem lại"), TTHC, 4, "Kỳ (như in)"),
    "bieu-ban-thao": (typed(TTHC, 4, "Tiếp nhận", "? 1.250"), TTHC, 4, ""),
    "bieu-o-gop": (merged("A4:C4"), OTHERS, 4, "Chỉ tiêu"),
    "bieu-khac-xa": (lambda book: setattr(book[START]["B4"], "value", "Xã Vĩnh Thủy"), "", 1, ""),
}  # fmt: skip
"""Code to what is done to the form, and the sheet, row and column of the problem."""


def form_codes() -> set[str]:
    """The codes of problems that only a form can have."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "generator" / "forms").glob("*.py")]
    return set().union(*(re.findall(r'"(bieu-[a-z-]+)"', source) for source in sources))
