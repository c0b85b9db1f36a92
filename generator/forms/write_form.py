"""The Excel form on paper: sheets, formats, drop-downs, colours. Decides nothing about data."""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.cells import Value
from generator.forms.sheets import DATE, FIRST, HEADER, TEXT, Lists, Sheet, format_of, heading, letter, width_of
from generator.forms.words import DRAFT, DRAFTS, LISTS, START, STEPS
from generator.tables.table import Column

GREEN, PALE, GREY = (PatternFill("solid", fgColor=colour) for colour in ("1B5E4B", "DCEBE5", "E7E7E7"))
YELLOW = PatternFill("solid", fgColor="FFF2B3")
_RED = PatternFill("solid", bgColor="F4B6B0")
LINE = Border(*(Side("thin", color="B5B5B5"),) * 4)
WRAPPED = Alignment(vertical="top", wrap_text=True)
_FONT = "Calibri"
_LINE_HEIGHT, _MOST_LINES = 15, 8
"""Points a line of text takes; longer texts are read in the cell, not by making the row taller."""
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9a-f])", re.IGNORECASE)
"""Of `bao_cao_xa_cu` LibreOffice makes a line end: it reads `_xa_` as the sign of number 0A."""
_CHECK_WIDTH = 28
_NOT_FORMULAS = ("=", "+", "-", "@")
NO_DATE_BEFORE = "1"
LARGEST_COUNT = "43830"
"""Greater numbers are also days from 2020 on: typing 07/10 into a number cell gives one, so it is asked about."""

ADVICE = {
    "list": "Ô này nên chọn trong danh sách: bấm mũi tên ở mép ô. Chắc chắn giữ điều vừa gõ thì bấm Yes (Có).",
    "date": "Viết ngày dạng 31/05/2026. Văn bản không nêu ngày thì để trống.",
    "whole": "Ô này là số đếm. Văn bản in chữ (“Không phát sinh”) hoặc số lớn hơn 43.830 thì bấm Yes (Có) để giữ. "
    "Gõ 07/10 mà ô hiện một số lạ thì gõ lại với dấu nháy đơn ở đầu: '07/10.",
}
"""What Excel says when a cell is unlike its column; at most 225 characters."""


def write_form(
    title: str, about: Sequence[tuple[str, Value]], sheets: Sequence[Sheet], made: Lists,
    told: Sequence[Sequence[str]] = (),
) -> bytes:  # fmt: skip
    """A workbook: the first sheet with `title`, what it is `about` and how to use it, the tables, the lists.

    What is `told` of drafts, headings first, is a sheet of its own behind the first; drafts in tables are yellow.
    """
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = None
    first = book.active
    assert isinstance(first, Worksheet)
    _start(first, title, about)
    if told:
        _told(book.create_sheet(DRAFTS), told)
    for sheet in sheets:
        _table(book.create_sheet(sheet.table.title), sheet, made)
    _lists(book.create_sheet(LISTS), made)
    content = io.BytesIO()
    book.save(content)
    return still(content.getvalue())


_STILL = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the first that a zip file can hold."""
_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def still(content: bytes, numbers_as_text: str = "") -> bytes:
    """The same workbook without the time of its writing: the same cells are the same bytes. In the range
    `numbers_as_text` of its only sheet Excel does not remark on numbers that are kept as text.
    """
    quiet = f'<ignoredErrors><ignoredError sqref="{numbers_as_text}" numberStoredAsText="1"/></ignoredErrors>'
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = (
                _SAVED.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read(name))
                if name == "docProps/core.xml"
                else old.read(name)
            )
            if numbers_as_text and name == "xl/worksheets/sheet1.xml":
                part = part.replace(b"</worksheet>", f"{quiet}</worksheet>".encode())
            new.writestr(zipfile.ZipInfo(name, _STILL), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _start(page: Worksheet, title: str, about: Sequence[tuple[str, Value]]) -> None:
    page.title = START
    page.sheet_properties.tabColor = "1B5E4B"
    page.sheet_view.showGridLines = False
    one_page_wide(page)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 24, 84
    page["A1"] = title
    page["A1"].font = font(bold=True, size=16)
    for number, (label, value) in enumerate(about, 3):
        page.cell(number, 1, label).font = font(bold=True)
        put(page.cell(number, 2), value, TEXT)
        page.cell(number, 2).alignment = Alignment(horizontal="left")
    start = len(about) + 4
    page.cell(start, 1, "Cách dùng").font = font(bold=True, size=13)
    for number, step in enumerate(STEPS, start + 1):
        page.merge_cells(start_row=number, end_row=number, start_column=1, end_column=2)
        page.cell(number, 1, step).alignment = WRAPPED
        page.row_dimensions[number].height = 1.5 * _LINE_HEIGHT


def font(**looks: Any) -> Font:
    """The form's font."""
    return Font(name=_FONT, **looks)


def put(cell: Cell | MergedCell, value: Value, format: str) -> None:
    """A value as what it is: a text stays text, whatever it begins with."""
    assert isinstance(cell, Cell)
    cell.value = value
    if isinstance(value, str):
        cell.value, cell.data_type, format = _LIKE_AN_ESCAPE.sub("_x005F_", value), "s", TEXT
        if value.startswith(_NOT_FORMULAS):
            cell.quotePrefix = True
    elif value is not None and not isinstance(value, int):
        format = DATE
    cell.number_format = format


def _table(page: Worksheet, sheet: Sheet, made: Lists) -> None:
    columns = sheet.table.columns
    page["A1"], page["A2"] = sheet.table.title, sheet.table.form_words
    page["A1"].font, page["A2"].font = font(bold=True, size=14), font(italic=True, color="555555")
    for number, column in enumerate(columns, 1):
        top = page.cell(HEADER, number, heading(column))
        style_heading(top, GREEN if column.required else PALE, "FFFFFF" if column.required else "1B3B31")
        whole = page.column_dimensions[letter(number)]  # empty cells take their format from it, however far down
        whole.width, whole.number_format, whole.alignment = width_of(column), format_of(column), WRAPPED
        for row, values in enumerate(sheet.rows, FIRST):
            cell = page.cell(row, number)
            put(cell, values[number - 1], format_of(column))
            cell.alignment, cell.border = WRAPPED, LINE
            if str(values[number - 1]).startswith(DRAFT):
                cell.fill = YELLOW
        rule = _rule(sheet, column, made)
        rule.add(f"{letter(number)}{FIRST}:{letter(number)}{sheet.last}")
        page.add_data_validation(rule)
    for row, values in enumerate(sheet.rows, FIRST):
        lines = max(math.ceil(len(str(v or "")) / width_of(c)) for v, c in zip(values, columns, strict=True))
        page.row_dimensions[row].height = _LINE_HEIGHT * min(max(1, lines), _MOST_LINES)
    _checks(page, sheet)
    page.freeze_panes = f"B{FIRST}"
    page.auto_filter.ref = f"A{HEADER}:{letter(len(columns))}{sheet.last}"
    one_page_wide(page)
    page.print_title_rows = f"{HEADER}:{HEADER}"


def _told(page: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    """Every number that was found, a row each, to be looked at and filtered."""
    page.sheet_properties.tabColor = "E0B400"
    for number, row in enumerate(rows, 1):
        for at, words in enumerate(row, 1):
            cell = page.cell(number, at)
            put(cell, words or None, TEXT)
            cell.alignment, cell.border = WRAPPED, LINE
            if number == 1:
                style_heading(cell, PALE, "1B3B31")
                page.column_dimensions[letter(at)].width = 46 if len(words) > 14 else 22
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{letter(len(rows[0]))}{len(rows)}"
    one_page_wide(page)


def one_page_wide(page: Worksheet) -> None:
    """A sheet is printed as wide as its paper."""
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def style_heading(cell: Cell | MergedCell, fill: PatternFill, colour: str) -> None:
    """How a heading looks."""
    cell.font, cell.fill, cell.border = font(bold=True, color=colour), fill, LINE
    cell.alignment = Alignment(vertical="center", horizontal="center", wrap_text=True)


def _rule(sheet: Sheet, column: Column, made: Lists) -> DataValidation:
    """The drop-down or the check of a column with its explanation; it warns and never forbids."""
    if place := made.place_of(sheet.table, column):
        rule = DataValidation("list", formula1=place)
    elif column.kind == "date":
        rule = DataValidation("date", operator="greaterThan", formula1=NO_DATE_BEFORE)
    elif column.kind == "count":
        rule = DataValidation("whole", operator="between", formula1="0", formula2=LARGEST_COUNT)
    else:
        rule = DataValidation()
    rule.allow_blank = rule.showInputMessage = True
    rule.promptTitle, rule.prompt = column.heading[:32], column.explained
    rule.showErrorMessage = bool(rule.type)
    rule.errorStyle, rule.errorTitle, rule.error = "warning", "Xem lại ô này", ADVICE.get(str(rule.type))
    return rule


def _checks(page: Worksheet, sheet: Sheet) -> None:
    """Grey columns of formulas, a blank column after the table; red where they ask for a second look."""
    lines = [len(wrap(check.heading, _CHECK_WIDTH - 2)) for check in sheet.checks]  # they are bold
    page.row_dimensions[HEADER].height = max(4, *lines, 0) * _LINE_HEIGHT
    for number, check in enumerate(sheet.checks, len(sheet.table.columns) + 2):
        name = letter(number)
        style_heading(page.cell(HEADER, number, check.heading), GREY, "444444")
        page.column_dimensions[name].width = _CHECK_WIDTH
        for row, formula in enumerate(check.formulas, FIRST):
            cell = page.cell(row, number, formula)
            cell.fill, cell.border, cell.number_format = GREY, LINE, "#,##0"
        red = DifferentialStyle(fill=_RED)
        alarm = Rule("expression", dxf=red, formula=[check.alarm.format(here=f"{name}{FIRST}")])
        page.conditional_formatting.add(f"{name}{FIRST}:{name}{sheet.last}", alarm)


def _lists(page: Worksheet, made: Lists) -> None:
    page["A1"] = LISTS
    page["A2"] = "Các tên và lời dùng được trong những ô có danh sách. Chỉ để xem, không cần sửa."
    page["A1"].font, page["A2"].font = font(bold=True, size=14), font(italic=True, color="555555")
    columns = [*zip(made.headings, _across(made.rows, len(made.headings)), strict=True)]
    columns += [("", ()), *made.words.items()]
    for number, (title, words) in enumerate(columns, 1):
        if title:
            style_heading(page.cell(HEADER, number, title), PALE, "1B3B31")
        for row, word in enumerate(words, FIRST):
            if word:
                put(page.cell(row, number), word, TEXT)
        page.column_dimensions[letter(number)].width = 60 if number == 1 else 22
    page.row_dimensions[HEADER].height = 4 * _LINE_HEIGHT
    one_page_wide(page)
    page.freeze_panes = f"B{FIRST}"


def _across(rows: Sequence[Sequence[str]], width: int) -> list[tuple[str, ...]]:
    """The columns of rows of unequal length."""
    return [tuple(row[number] if number < len(row) else "" for row in rows) for number in range(width)]
