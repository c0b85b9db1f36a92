"""The form of a month on paper: one sheet, a line a question, narrow enough for a phone. Decides nothing about data."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Sequence
from textwrap import wrap

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.cells import Value
from generator.forms.questions import Mark, MonthForm, Question
from generator.forms.sheets import TEXT, letter
from generator.forms.words import MONTH, MONTH_HEADINGS, MONTH_STEPS, SENTENCE
from generator.forms.write_form import (
    ADVICE,
    GREEN,
    LINE,
    PALE,
    WRAPPED,
    YELLOW,
    font,
    one_page_wide,
    put,
    still,
    style_heading,
)
from generator.language.numbers import MONEY, show_number
from generator.language.vietnamese import show_date
from generator.tables.table import Column

LABEL, ANSWER, BEFORE, BESIDE, PLACE, MARK = range(1, 7)
"""The columns; the last is hidden and says which question a line is."""
_WIDTHS = (18, 13, 11, 48, 30)
"""In characters of seven pixels, with five a column. The first three are 309: question, answer and value of last time
stand beside each other on a phone of 360, whose spreadsheet takes some thirty for the numbers of rows.
"""
_TITLE, _HEADINGS, _STEPS = 1, 2, 3
"""The rows above the questions; the first two stay where the rest is scrolled."""
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
    page.cell(_TITLE, LABEL, title).font = font(bold=True, size=14)
    _headings(page, form)
    page.cell(_STEPS, LABEL, MONTH_STEPS).alignment = WRAPPED
    page.merge_cells(start_row=_STEPS, end_row=_STEPS, start_column=LABEL, end_column=BEFORE)
    page.row_dimensions[_STEPS].height = _LINE_HEIGHT * len(wrap(MONTH_STEPS, sum(_WIDTHS[:BEFORE])))
    row = _STEPS + 1
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
    page.freeze_panes = f"{letter(ANSWER)}{_HEADINGS + 1}"
    page.print_title_rows = f"{_HEADINGS}:{_HEADINGS}"
    content = io.BytesIO()
    book.save(content)
    return still(content.getvalue(), f"{letter(ANSWER)}{_STEPS}:{letter(PLACE)}{row}")


def _headings(page: Worksheet, form: MonthForm) -> None:
    said = [f"{words} ({form.before})" if number == BEFORE and form.before else words
            for number, words in enumerate(MONTH_HEADINGS, LABEL)]  # fmt: skip
    for number, (words, width) in enumerate(zip(said, _WIDTHS, strict=True), LABEL):
        style_heading(page.cell(_HEADINGS, number, words), GREEN, "FFFFFF")
        page.column_dimensions[letter(number)].width = width
    page.row_dimensions[_HEADINGS].height = _height(said)


def _height(words: Sequence[str]) -> int:
    """Points that texts take in the cells of a row."""
    return _LINE_HEIGHT * max(1, *(len(wrap(text, width)) for text, width in zip(words, _WIDTHS, strict=False)))


def _fact(page: Worksheet, row: int, pair: tuple[str, Value]) -> None:
    page.cell(row, LABEL, pair[0])
    put(page.cell(row, ANSWER), pair[1], TEXT)
    page.row_dimensions[row].height = _height((pair[0], str(pair[1] or "")))
    for column in (LABEL, ANSWER):
        page.cell(row, column).alignment, page.cell(row, column).border = WRAPPED, LINE


def _line(page: Worksheet, row: int, question: Question) -> None:
    put(page.cell(row, LABEL), question.label, TEXT)
    put(page.cell(row, ANSWER), _printed(question.filled, question.column), TEXT)
    put(page.cell(row, BEFORE), _printed(question.before, question.column), TEXT)
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
    words = (question.label, str(question.filled or ""), str(question.before or ""), question.explained)
    page.row_dimensions[row].height = _height((*words, question.place or ""))


def _printed(value: Value, column: Column) -> str | None:
    """A value as a document prints it. All cells are for text, so that what is typed stays: where a machine is set to
    English, a spreadsheet makes 1 of `1.000` and 6 May of `05/06/2026`.
    """
    if isinstance(value, int):
        return f"{show_number(value)} {MONEY}" if column.unit == MONEY else show_number(value)
    return show_date(value) if isinstance(value, dt.date) else value


def _rule(question: Question) -> DataValidation | None:
    """The list of an answer; it warns and never forbids."""
    if not question.words:
        return None
    rule = DataValidation("list", formula1=f'"{",".join(question.words)}"')
    rule.allow_blank = rule.showErrorMessage = True
    rule.errorStyle, rule.errorTitle, rule.error = "warning", "Xem lại ô này", ADVICE[str(rule.type)]
    return rule


def marked(mark: Mark) -> str:
    """A question's mark as the text of a cell."""
    said = {"vb": mark.document, "bang": mark.table, "cot": mark.column, "dong": dict(mark.row)}
    # some programs read `_xa_` as the sign of number 0A; JSON has its own way to write `_`
    return json.dumps(said, ensure_ascii=False, sort_keys=True).replace("_x", r"\u005fx")
