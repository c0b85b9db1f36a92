"""The form of a month on paper: one sheet, a line a question, narrow enough for a phone. Decides nothing about data."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.cells import Value
from generator.forms.questions import Mark, MonthForm, Question
from generator.forms.sheets import HEADER, TEXT, format_of, letter
from generator.forms.words import MONTH, MONTH_HEADINGS, MONTH_STEPS, SENTENCE
from generator.forms.write_form import (
    ADVICE,
    GREEN,
    LARGEST_COUNT,
    LINE,
    NO_DATE_BEFORE,
    PALE,
    WRAPPED,
    YELLOW,
    font,
    one_page_wide,
    put,
    still,
    style_heading,
)

LABEL, ANSWER, BEFORE, BESIDE, PLACE, MARK = range(1, 7)
"""The columns; the last is hidden and says which question a line is."""
_WIDTHS = (44, 20, 18, 40, 30)
_LINE_HEIGHT = 15


def write_month(title: str, form: MonthForm, below: Sequence[tuple[str, Value]]) -> bytes:
    """A workbook of one sheet: the form's questions, and what stands `below` them for the machine."""
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = None
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = MONTH
    page.sheet_view.showGridLines = False
    one_page_wide(page)
    page["A1"], page["A2"] = title, MONTH_STEPS
    page["A1"].font = font(bold=True, size=14)
    page["A2"].alignment = WRAPPED
    page.merge_cells(start_row=2, end_row=2, start_column=LABEL, end_column=PLACE)
    page.row_dimensions[2].height = 2.5 * _LINE_HEIGHT
    _headings(page, form)
    row = HEADER + 1
    for part in form.parts:
        page.cell(row, LABEL, part.heading)
        for column in range(LABEL, PLACE + 1):
            page.cell(row, column).fill, page.cell(row, column).font = PALE, font(bold=True)
        if part.questions and part.questions[0].sentence:
            page.cell(row, BESIDE, SENTENCE)
        for row, question in enumerate(part.questions, row + 1):  # noqa: B020 (the lines go on from the heading)
            _line(page, row, question)
        row += 1
    for pair in below:
        _fact(page, row, pair)
        row += 1
    page.column_dimensions[letter(MARK)].hidden = True
    page.freeze_panes = f"B{HEADER + 1}"
    page.print_title_rows = f"{HEADER}:{HEADER}"
    content = io.BytesIO()
    book.save(content)
    return still(content.getvalue())


def _headings(page: Worksheet, form: MonthForm) -> None:
    for number, (words, width) in enumerate(zip(MONTH_HEADINGS, _WIDTHS, strict=True), LABEL):
        said = f"{words} ({form.before})" if number == BEFORE and form.before else words
        style_heading(page.cell(HEADER, number, said), GREEN, "FFFFFF")
        page.column_dimensions[letter(number)].width = width
    page.row_dimensions[HEADER].height = 2 * _LINE_HEIGHT


def _fact(page: Worksheet, row: int, pair: tuple[str, Value]) -> None:
    page.cell(row, LABEL, pair[0])
    put(page.cell(row, ANSWER), pair[1], TEXT)
    for column in (LABEL, ANSWER):
        page.cell(row, column).alignment, page.cell(row, column).border = WRAPPED, LINE


def _line(page: Worksheet, row: int, question: Question) -> None:
    format = format_of(question.column)
    put(page.cell(row, LABEL), question.label, TEXT)
    put(page.cell(row, ANSWER), question.filled, format)
    put(page.cell(row, BEFORE), question.before, format)
    put(page.cell(row, BESIDE), question.explained or None, TEXT)
    if question.place is not None:
        put(page.cell(row, PLACE), question.place or None, TEXT)
    put(page.cell(row, MARK), marked(question.mark), TEXT)
    for column in range(LABEL, PLACE + 1):
        page.cell(row, column).alignment, page.cell(row, column).border = WRAPPED, LINE
    page.cell(row, ANSWER).alignment = Alignment(vertical="top", wrap_text=True, horizontal="left")
    page.cell(row, BEFORE).font = page.cell(row, BESIDE).font = font(color="555555")
    if question.filled is None:
        page.cell(row, ANSWER).fill = YELLOW
    if question.place == "" and not question.sentence:
        page.cell(row, PLACE).fill = YELLOW
    if question.sentence:
        page.cell(row, BESIDE).fill = YELLOW
        page.cell(row, BESIDE).number_format = TEXT
    if question.must:
        page.cell(row, LABEL).font = font(bold=True)
    if rule := _rule(question):
        rule.add(f"{letter(ANSWER)}{row}")
        page.add_data_validation(rule)
    words = (question.label, str(question.filled or ""), "", question.explained, question.place or "")
    lines = (math.ceil(len(text) / width) for text, width in zip(words, _WIDTHS, strict=True))
    page.row_dimensions[row].height = _LINE_HEIGHT * max(1, *lines)


def _rule(question: Question) -> DataValidation | None:
    """The list or check of an answer; it warns and never forbids."""
    if question.words:
        rule = DataValidation("list", formula1=f'"{",".join(question.words)}"')
    elif question.column.kind == "date":
        rule = DataValidation("date", operator="greaterThan", formula1=NO_DATE_BEFORE)
    elif question.column.kind == "count":
        rule = DataValidation("whole", operator="between", formula1="0", formula2=LARGEST_COUNT)
    else:
        return None
    rule.allow_blank = rule.showErrorMessage = True
    rule.errorStyle, rule.errorTitle, rule.error = "warning", "Xem lại ô này", ADVICE[str(rule.type)]
    return rule


def marked(mark: Mark) -> str:
    """A question's mark as the text of a cell."""
    said = {"vb": mark.document, "bang": mark.table, "cot": mark.column, "dong": dict(mark.row)}
    return json.dumps(said, ensure_ascii=False, sort_keys=True)
