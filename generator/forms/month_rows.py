"""A month's form that came back: each line by its mark, as rows of the tables; what was there before stays as it is.

Such a form only adds: what it leaves blank is not asked of it. Where its document is registered already, as when it is
sent a second time, its cells stand in the place of those of its own rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.forms.cells import Cell, ids
from generator.forms.headings import Telling, sheet_place
from generator.forms.names import Names, names_in
from generator.forms.questions import Mark
from generator.forms.read_form import Page
from generator.forms.rows import Filled, FormRow, bare_shares, said_in
from generator.forms.words import CODE, MONTH, MONTH_HEADINGS, NAME, REASON, STAMP
from generator.language.vietnamese import clean, read_date, slug
from generator.model.catalogue import Catalogue
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables import diem_ho_tro, nguon, tien_do
from generator.tables.all_tables import BY_NAME, TABLES
from generator.tables.table import Table

_HEADINGS_WITHIN = 30
_OWN_WORDS = ("so_hieu", "ngay")
"""What only the document at hand tells: with one of these it is registered, though no number is."""
_FACTS = frozenset(map(slug, (CODE, NAME, REASON, STAMP)))


class _Answer(NamedTuple):
    """A line that was answered: its row in the sheet, what it answers, the cell, the document's words and place."""

    line: int
    mark: Mark
    cell: Cell
    sentence: str
    place: str


@dataclass(frozen=True, slots=True)
class Month:
    """What came: the tables with the rows that are there and those that come, and the lines of the office, by the row
    of the sheet in which each stands.
    """

    tables: tuple[Filled, ...]
    office_lines: Mapping[int, str]


def month_page(pages: Sequence[Page]) -> Page | None:
    """The sheet of a month's form; None where the form is another."""
    return next((page for page in pages if slug(page.name) == slug(MONTH)), None)


def month_rows(
    form: str, page: Page, catalogue: Catalogue, records: Sequence[Record], problems: list[Problem]
) -> Month:
    """The tables that a month's form brings; what cannot be taken is added to `problems`."""
    telling = Telling(sheet_place(form, page.name), problems)
    answers = list(_answers(page, telling))
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
    tables = tuple(_with_those_there(table, made[table.name], records, telling.place)
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
    above: dict[tuple[str, str, str], str] = {}
    for row in sorted({row for row, _ in page.cells if row > header}):
        raw = page.cells.get((row, answer))
        if row not in marks:
            label = _words(page, row, 1)
            if raw and slug(label) not in _FACTS:
                telling.tell(row, MONTH_HEADINGS[1], "bieu-thang-dong-la",
                             f"Dòng “{label}” không thuộc biểu tháng nên máy không biết con số này là của đâu.",
                             "Xóa ô ấy; số mà biểu tháng không hỏi thì điền ở biểu đầy đủ.")  # fmt: skip
            continue
        column = BY_NAME[marks[row].table].column(marks[row].column)
        cell = said_in(raw, column, row, telling) if raw else Cell("")
        is_state = marks[row].table == tien_do.TABLE.name
        where = _place(marks[row], _words(page, row, place), above)
        yield _Answer(row, marks[row], cell, _words(page, row, beside) if is_state else "", where)


def _place(mark: Mark, written: str, above: dict[tuple[str, str, str], str]) -> str:
    """Where a number stands in its document: as written, else as in the line above of those whose place was one last
    time (`above`, in which what is written is kept), else as last time.
    """
    last = mark.row.get("vi_tri", "")
    shared = (mark.document, mark.table, last)
    if written:
        above[shared] = written
    return written or above.get(shared, last) if last else written


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


def _documents(answers: Sequence[_Answer]) -> dict[str, dict[str, str]]:
    """The documents of which anything is told, each with the cells of its lines."""
    told = {answer.mark.document for answer in answers
            if (answer.cell.text or answer.sentence)
            and (answer.mark.table != nguon.TABLE.name or answer.mark.column in _OWN_WORDS)}  # fmt: skip
    cells: dict[str, dict[str, str]] = {}
    for answer in answers:
        if answer.mark.table == nguon.TABLE.name and answer.mark.document in told:
            cells.setdefault(answer.mark.document, {})[answer.mark.column] = answer.cell.text
    return cells


def _source(row: Mapping[str, str], answers: Sequence[_Answer], table: Table, names: Names) -> FormRow:
    """The row of a document: with a number of its own it has one; it knows what was known when it was signed."""
    cells = {name: Cell(text) for name, text in row.items()} | _said(answers)
    signed, until = (cells.get(name, Cell("")) for name in ("ngay", "den_ngay"))
    cells["tinh_trang"] = Cell("co_so" if "so_hieu" in cells else "chua_co_so")
    cells["ngay_biet"] = max((signed, until), key=lambda cell: str(read_date(cell.text) or ""))
    return _form_row(cells, answers, table, names)


def _data(
    row: Mapping[str, str], answers: Sequence[_Answer], table: Table, names: Names, source: Mapping[str, str],
    document: str,
) -> FormRow:  # fmt: skip
    """A row of numbers, of a state or of a place, with the period and the document of its own."""
    period = {name: source.get(name, "") for name in ("ky", "tu_ngay", "den_ngay") if table.has_period}
    cells = {name: Cell(text) for name, text in {**period, **row, "nguon": document}.items() if text} | _said(answers)
    told = [answer for answer in answers if answer.cell.text or answer.sentence]
    cells["vi_tri"] = Cell(" | ".join(dict.fromkeys(answer.place for answer in told if answer.place)))
    if table is tien_do.TABLE:
        sentence, place = told[0].sentence, cells["vi_tri"].text
        cells["noi_dung"], cells["ngay"] = Cell(sentence), Cell(source.get("den_ngay", ""))
        cells["vi_tri"] = Cell(place or (f"“{sentence.strip('“”')}”" if sentence else ""))
    return _form_row(cells, told, table, names)


def _said(answers: Sequence[_Answer]) -> dict[str, Cell]:
    return {answer.mark.column: answer.cell for answer in answers if answer.cell.text}


def _form_row(cells: Mapping[str, Cell], answers: Sequence[_Answer], table: Table, names: Names) -> FormRow:
    there = {name: cell for name, cell in cells.items() if cell.text}
    return FormRow(answers[0].line, ids(there, table, names), {one.mark.column: one.line for one in answers})


def _with_those_there(table: Table, new: Sequence[FormRow], records: Sequence[Record], place: str) -> Filled:
    """A table with its rows of before, unchanged but for those of the form's own documents."""
    old = [row for row in records if row.table == table.name]
    key = [name for name in table.key if name != "nguon"] if table is not nguon.TABLE else ["nguon"]
    by_key = {(_key(row.cells, key), _of_document(row.cells, table)): row for row in old}
    rows, taken = [], set()
    for row in new:
        texts = {name: cell.text for name, cell in row.cells.items()}
        there = by_key.get((_key(texts, key), _of_document(texts, table)))
        if there:
            taken.add(there.line)
            kept = {name: Cell(clean(text)) for name, text in there.cells.items() if clean(text)}
            row = FormRow(row.line, {**kept, **row.cells}, row.places)  # noqa: PLW2901 (the same row, whole)
        rows.append(row)
    kept_rows = [FormRow(-row.line, {name: Cell(clean(text)) for name, text in row.cells.items()})
                 for row in old if row.line not in taken]  # fmt: skip
    columns = tuple(column.name for column in table.columns)
    return Filled(table, place, columns, (*kept_rows, *rows), partial=True)


def _key(cells: Mapping[str, str], key: Sequence[str]) -> tuple[str, ...]:
    texts = [clean(cells.get(name, "")) for name in key]
    return tuple(date.isoformat() if (date := read_date(text)) else text for text in texts)


def _of_document(cells: Mapping[str, str], table: Table) -> str:
    """The document of a row; none where a row is known without (a place where people are helped)."""
    return cells.get("nguon", "") if table is not diem_ho_tro.TABLE else ""
