"""A month's form that came back: each line by its mark, as rows of the tables; what was there before stays as it is.

Such a form only adds: what it leaves blank is not asked of it. Where its document is registered already, as when it is
sent a second time, its cells stand in the place of those of its own rows.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.forms.added_rows import with_those_there
from generator.forms.cells import Cell, ids, without_declaration
from generator.forms.headings import Telling, sheet_place
from generator.forms.names import Names, names_in
from generator.forms.questions import Mark
from generator.forms.read_form import Page, Raw
from generator.forms.rows import Filled, FormRow, bare_shares, said_in
from generator.forms.words import CODE, MONTH_HEADINGS, NAME, REASON, STAMP
from generator.language.vietnamese import clean, read_date, slug
from generator.model.catalogue import Catalogue
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables import diem_ho_tro, nguon, shared_columns, tien_do
from generator.tables.all_tables import BY_NAME, TABLES
from generator.tables.table import Column, Table

_HEADINGS_WITHIN = 30
_PERIOD = ("ky", "tu_ngay", "den_ngay")
_OWN_WORDS = ("so_hieu", "ngay")
"""What only the document at hand tells: with one of these it is registered, though no number is."""
_SENTENCE, _PLACE = (tien_do.TABLE.column(name) for name in ("noi_dung", "vi_tri"))
_FACTS = frozenset(map(slug, (CODE, NAME, REASON, STAMP)))


class _Answer(NamedTuple):
    """A line that was answered: its row in the sheet, what it answers, the cell, the document's words and place, and
    whether the officer says that the document prints it so, whatever its other numbers are.
    """

    line: int
    mark: Mark
    cell: Cell
    sentence: str
    place: str
    as_printed: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """What came: the tables with the rows that are there and those that come, and the lines of the office, by the row
    of the sheet in which each stands.
    """

    tables: tuple[Filled, ...]
    office_lines: Mapping[int, str]


def month_rows(
    form: str, pages: Sequence[Page], catalogue: Catalogue, records: Sequence[Record], problems: list[Problem]
) -> Month | None:
    """The tables that a month's form brings; what cannot be taken is added to `problems`. None where its sheet cannot
    be read, or is there more than once (`pages`) and does not say the same.
    """
    page, *others = pages
    telling = Telling(sheet_place(form, page.name), problems)
    if other := next((other for other in others if other.cells != page.cells), None):
        telling.tell(1, "", "bieu-to-lap", f"Có hai tờ của biểu tháng không giống nhau: “{page.name}”, “{other.name}”.",
                     "Giữ tờ đã điền đủ, xóa tờ kia.")  # fmt: skip
        return None
    answers = list(_answers(page, telling))
    if not answers:
        return None
    names = names_in(catalogue, records)
    documents = _documents(answers)
    made: dict[str, list[FormRow]] = {}
    for (document, name, known), own in grouped(answers, _row_of).items():
        table, row = BY_NAME[name], dict(json.loads(known))
        if table is nguon.TABLE:
            if document in documents:
                made.setdefault(name, []).append(_source(row, own, table, names))
        elif any(answer.cell.text or answer.sentence for answer in own):
            new = _data(row, own, table, names, documents.get(document, {}), document)
            bare_shares(new, table, catalogue, telling)
            made.setdefault(name, []).append(new)
    tables = tuple(with_those_there(table, made[table.name], records, telling.place)
                   for table in TABLES if table.name in made)  # fmt: skip
    office = {
        answer.line: answer.cell.text
        for answer in answers
        if (answer.mark.table, answer.mark.column) == (diem_ho_tro.TABLE.name, "duong_day") and answer.cell.text
    }
    return Month(tables, office)


# --- lines ------------------------------------------------------------------------------------


def _answers(page: Page, telling: Telling) -> Iterator[_Answer]:
    """The lines with a mark, answered or not; a line without one that says something is told."""
    header, columns = _columns(page)
    marks = {row: mark for (row, _), raw in page.cells.items() if (mark := _mark(raw.value))}
    if not header or not marks:
        telling.tell(1, "", "bieu-thang-hong", "Không tìm thấy dòng tên cột hoặc cột ẩn của biểu tháng.",
                     "Lấy biểu tháng mới rồi chép các số đã điền sang biểu ấy.")  # fmt: skip
        return
    answer, beside, place = (columns.get(slug(words), 0) for words in (*MONTH_HEADINGS[1:2], *MONTH_HEADINGS[3:]))
    _merged(page, header, answer, marks, telling)
    above: dict[tuple[str, str, str], str] = {}
    for row in sorted({row for row, _ in page.cells if row > header}):
        raw = page.cells.get((row, answer))
        if row not in marks:
            label = _words(page, row, 1)
            if raw and (raw.formula or _words(page, row, answer)) and slug(label) not in _FACTS:
                telling.tell(row, MONTH_HEADINGS[1], "bieu-thang-dong-la",
                             f"Dòng “{label}” không thuộc biểu tháng nên máy không biết con số này là của đâu.",
                             "Xóa ô ấy; số mà biểu tháng không hỏi thì điền ở biểu đầy đủ.")  # fmt: skip
            continue
        column = BY_NAME[marks[row].table].column(marks[row].column)
        raw, as_printed = _declared(raw, marks[row])
        cell = said_in(raw, column, row, telling) if raw else Cell("")
        is_state = marks[row].table == tien_do.TABLE.name
        sentence = _in_words(page.cells.get((row, beside)), _SENTENCE, row, telling) if is_state else ""
        where = _place(marks[row], _in_words(page.cells.get((row, place)), _PLACE, row, telling), above)
        yield _Answer(row, marks[row], cell, sentence, where, as_printed)


def _place(mark: Mark, written: str, above: dict[tuple[str, str, str], str]) -> str:
    """Where a number stands in its document: as written, else as in the line above of those whose place was one last
    time (`above`, in which what is written is kept), else as last time.
    """
    last = mark.row.get("vi_tri", "")
    shared = (mark.document, mark.table, last)
    if written:
        above[shared] = written
    return written or above.get(shared, last) if last else written


def _declared(raw: Raw | None, mark: Mark) -> tuple[Raw | None, bool]:
    """A cell without the words behind its number that declare it as printed, and whether they stood there."""
    may_be = raw is not None and BY_NAME[mark.table].has(shared_columns.AS_PRINTED.name)
    number = without_declaration(raw.value) if raw and may_be and isinstance(raw.value, str) else ""
    return (raw._replace(value=number), True) if raw and number else (raw, False)


def _merged(page: Page, header: int, answer: int, marks: Collection[int], telling: Telling) -> None:
    """A merged cell has one answer for several lines, or none, and does not say which line it is of."""
    for top, bottom, left, right in page.merged:
        over = [row for row in marks if header < row and top <= row <= bottom]
        value = page.cells.get((top, left))
        if value and ((left == answer and len(over) > 1) or (left < answer <= right and over)):
            telling.tell(top, MONTH_HEADINGS[1], "bieu-o-gop",
                         f"Ô “{clean(str(value.value))}” gộp nhiều ô làm một nên không rõ trả lời dòng nào.",
                         "Bỏ gộp ô (Unmerge Cells) rồi viết vào đúng dòng; không có thì để trống.")  # fmt: skip


def _in_words(raw: Raw | None, column: Column, row: int, telling: Telling) -> str:
    """A place or a sentence; a number among them is one of a section (2.1)."""
    if raw and isinstance(raw.value, int | float) and not isinstance(raw.value, bool):
        return f"{raw.value:g}"
    return said_in(raw, column, row, telling).text if raw else ""


def labels_of(page: Page) -> dict[int, str]:
    """What the lines of a month's form that bear a mark are called, by their row."""
    return {row: _words(page, row, 1) for (row, _), raw in page.cells.items() if _mark(raw.value)}


def _words(page: Page, row: int, column: int) -> str:
    raw = page.cells.get((row, column))
    return clean(str(raw.value)) if raw and raw.value is not None else ""


def _columns(page: Page) -> tuple[int, dict[str, int]]:
    """The row of the headings and the number of each; what stands in brackets behind a heading is left out."""
    wanted = {slug(words) for words in MONTH_HEADINGS}
    rows: dict[int, dict[str, int]] = {}
    for (row, column), raw in page.cells.items():
        words = slug(str(raw.value).partition("(")[0])
        if row <= _HEADINGS_WITHIN and words in wanted:
            rows.setdefault(row, {})[words] = column
    header = max(rows, key=lambda row: len(rows[row]), default=0)
    needed = {slug(words) for words in MONTH_HEADINGS[1:2]}
    return (header, rows[header]) if header and needed <= rows[header].keys() else (0, {})


def _mark(value: object) -> Mark | None:
    """The mark that a cell holds; None where it holds anything else."""
    text = str(value)
    if not text.startswith("{"):
        return None
    try:
        said = json.loads(text)
        document, name, column, row = said["vb"], said["bang"], said["cot"], said["dong"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not (all(isinstance(word, str) for word in (document, name, column)) and isinstance(row, dict)):
        return None
    table = next((table for table in TABLES if table.name == name), None)
    known = table is not None and all(table.has(one) and isinstance(cell, str) for one, cell in row.items())
    return Mark(document, name, column, row) if table and known and table.has(column) else None


def _row_of(answer: _Answer) -> tuple[str, str, str]:
    return answer.mark.document, answer.mark.table, json.dumps(dict(answer.mark.row), sort_keys=True)


# --- rows -------------------------------------------------------------------------------------


def _documents(answers: Sequence[_Answer]) -> dict[str, dict[str, _Answer]]:
    """The documents of which anything is told, each with its lines by their columns."""
    told = {answer.mark.document for answer in answers
            if (answer.cell.text or answer.sentence)
            and (answer.mark.table != nguon.TABLE.name or answer.mark.column in _OWN_WORDS)}  # fmt: skip
    lines: dict[str, dict[str, _Answer]] = {}
    for answer in answers:
        if answer.mark.table == nguon.TABLE.name and answer.mark.document in told:
            lines.setdefault(answer.mark.document, {})[answer.mark.column] = answer
    return lines


def _source(row: Mapping[str, str], answers: Sequence[_Answer], table: Table, names: Names) -> FormRow:
    """The row of a document: with a number of its own it has one; it knows what was known when it was signed."""
    cells = {name: Cell(text) for name, text in row.items()} | _said(answers)
    signed, until = (cells.get(name, Cell("")) for name in ("ngay", "den_ngay"))
    cells["tinh_trang"] = Cell("co_so" if "so_hieu" in cells else "chua_co_so")
    cells["ngay_biet"] = max((signed, until), key=lambda cell: str(read_date(cell.text) or ""))
    return _form_row(cells, answers, table, names)


def _data(
    row: Mapping[str, str], answers: Sequence[_Answer], table: Table, names: Names,
    source: Mapping[str, _Answer], document: str,
) -> FormRow:  # fmt: skip
    """A row of numbers, of a state or of a place, with the period and the document of its own."""
    period = {name: source[name].cell.text for name in _PERIOD if table.has_period and name in source}
    cells = {name: Cell(text) for name, text in {**period, **row, "nguon": document}.items() if text} | _said(answers)
    told = [answer for answer in answers if answer.cell.text or answer.sentence]
    cells["vi_tri"] = Cell(" | ".join(dict.fromkeys(answer.place for answer in told if answer.place)))
    if table is tien_do.TABLE:
        sentence, place = told[0].sentence, cells["vi_tri"].text
        cells["noi_dung"], cells["ngay"] = Cell(sentence), source["den_ngay"].cell if "den_ngay" in source else Cell("")
        cells["vi_tri"] = Cell(place or (f"“{sentence.strip('“”')}”" if sentence else ""))
    if any(answer.as_printed for answer in told):
        cells[shared_columns.AS_PRINTED.name] = Cell("co")
    made = _form_row(cells, told, table, names)
    return replace(made, places={**{name: source[name].line for name in period if name not in row}, **made.places})


def _said(answers: Sequence[_Answer]) -> dict[str, Cell]:
    return {answer.mark.column: answer.cell for answer in answers if answer.cell.text}


def _form_row(cells: Mapping[str, Cell], answers: Sequence[_Answer], table: Table, names: Names) -> FormRow:
    there = {name: cell for name, cell in cells.items() if cell.text}
    return FormRow(answers[0].line, ids(there, table, names), {one.mark.column: one.line for one in answers})
