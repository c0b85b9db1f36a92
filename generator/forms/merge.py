"""The rows of a form against the rows of a file: what stayed keeps its bytes, only what changed is written anew."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.forms.cells import Cell, same, unit_in
from generator.forms.rows import Filled, FormRow
from generator.language.vietnamese import clean, read_date
from generator.model.catalogue import Catalogue
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.reading.cell_text import Changes
from generator.reading.header import column_of, delimiter_of, is_header
from generator.reading.split import numbered
from generator.reading.text_files import find_header, is_aside
from generator.tables.table import Table

_MARK = "\ufeff"
"""The mark of byte order before the first line."""
_ALIKE = 0.5
"""The share of cells that two rows must have in common to be one row, edited."""
_MOST_COMPARED = 160_000
"""Pairs of a line and a row that are compared; where more differ, no row is taken for an old one that was edited."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The new text of a file; `lines` maps its lines to the rows of the sheet that they come from."""

    text: str
    lines: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class _Line:
    """A piece of the file with its exact text; `typed` are its cells by column name, none for remarks and blank
    lines, `cells` what they were read as.
    """

    raw: str
    typed: Mapping[str, str]
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _File:
    """A file in pieces: what stands above the header with the mark of byte order, the header and the names there
    ('' for an empty cell), then what follows.
    """

    above: str
    header: str
    names: tuple[str, ...]
    body: tuple[_Line, ...]
    delimiter: str
    end: str

    def written(self, cells: Sequence[str]) -> str:
        """One row in the file's own way of writing."""
        made = io.StringIO()
        csv.writer(made, delimiter=self.delimiter, lineterminator=self.end).writerow(cells)
        return made.getvalue()


def merge(old: str | None, filled: Filled, catalogue: Catalogue, rows: Iterable[Record] = ()) -> Merged:
    """The text of a table's file after a form: `old` is its text before, None where there is no file yet, `rows`
    what was read from it (days of a period may stand in its words only).

    The file must be readable (`read.read_table` finds no fault in it).
    """
    if old is None and not filled.rows:
        return Merged("", {})
    every = tuple(column.name for column in filled.table.columns)
    read = {row.line: row.cells for row in rows}
    file = _pieces(",".join(every) + "\n" if old is None else old, filled.table, read)
    pairs, new = _matched(file, filled, catalogue)
    changed = {number: _changed(file.body[number].cells, row, filled, catalogue) for number, row in pairs.items()}
    added = [{name: cell.text for name, cell in row.cells.items() if cell.text} for row in new]
    full = any(name not in file.names for cells in (*changed.values(), *added) for name in cells)
    names = every if full else file.names
    made = [file.above + (file.written(every) if full else file.header)]
    lines: dict[int, int] = {}
    last = len(_physical(made[0]))
    for number, line in enumerate(file.body):
        row = pairs.get(number)
        if line.cells and row is None:
            continue
        piece = line.raw
        if row is not None:
            if row.line >= 0:  # else it only stood there before
                lines[last + 1] = row.line
            if changed[number] or full:
                days = _days(line.typed, row, filled) if changed[number] else {}
                cells = {**line.typed, **days, **changed[number]}
                piece = file.written([cells.get(name, "") for name in names])
        made.append(piece)
        last += len(_physical(piece))
    for row in new:
        if not made[-1].endswith(("\n", "\r")):
            made[-1] += file.end
        lines[last + 1] = row.line
        made.append(file.written([row.cells.get(name, Cell("")).text for name in names]))
        last += len(_physical(made[-1]))
    return Merged("".join(made), lines)


def _days(typed: Mapping[str, str], row: FormRow, filled: Filled) -> dict[str, str]:
    """The days that the form shows and the file leaves to the words of its period: once a row is written anew, its
    words may name others.
    """
    blank = [
        name for name in filled.columns if filled.table.column(name).kind == "date" and not clean(typed.get(name, ""))
    ]
    return {name: row.cells[name].text for name in blank if name in row.cells}


def _physical(text: str) -> list[str]:
    """The lines of a text with their ends, as the reader of CSV counts them."""
    return list(io.StringIO(text, newline=""))


def _pieces(marked: str, table: Table, read: Mapping[int, Mapping[str, str]]) -> _File:
    text = marked.removeprefix(_MARK)
    lines = _physical(text)
    delimiter = delimiter_of(text, table)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows = numbered(reader)
    found = find_header(rows, table, Changes(""))  # its notes were told when the file was read
    assert found, "the file was read without fault"
    at, words, width = found
    names = tuple(column_of(table, name) for name in words) + ("",) * (width - len(words))
    above = marked[: len(marked) - len(text)] + "".join(lines[: at - 1])
    header = "".join(lines[at - 1 : reader.line_num])
    body = []
    for line, cells in rows:
        raw = "".join(lines[line - 1 : reader.line_num])
        typed = dict(zip(names, cells, strict=True)) if _is_data(cells, table) else {}
        body.append(_Line(raw, typed, read.get(line, typed)))
    return _File(above, header, names, tuple(body), delimiter, header[len(header.rstrip("\r\n")) :] or "\n")


def _is_data(cells: Sequence[str], table: Table) -> bool:
    return not is_aside(cells) and not is_header([cell for cell in map(clean, cells) if cell], table)


# --- which row is which -----------------------------------------------------------------------


def _matched(file: _File, filled: Filled, catalogue: Catalogue) -> tuple[dict[int, FormRow], list[FormRow]]:
    """The form's row for each line of the file that is still there, and the rows that are new, in the form's order."""
    key = [name for name in filled.table.key if name in filled.columns]
    old = grouped(
        [number for number, line in enumerate(file.body) if line.cells],
        lambda number: tuple(_normal(filled.table, name, file.body[number].cells.get(name, "")) for name in key),
    )
    new = grouped(filled.rows, lambda row: tuple(row.cells.get(name, Cell("")).text for name in key))
    pairs: dict[int, FormRow] = {}
    rest: list[FormRow] = []
    for known_by, rows in new.items():
        numbers = old.get(known_by, [])
        left = []
        for row in rows:
            equal = (n for n in numbers if n not in pairs and not _changed(file.body[n].cells, row, filled, catalogue))
            if (number := next(equal, None)) is None:
                left.append(row)
            else:
                pairs[number] = row
        free = [number for number in numbers if number not in pairs]
        if len(left) == len(free) == 1:
            pairs[free[0]] = left.pop()
        rest += left
    free = [number for numbers in old.values() for number in numbers if number not in pairs]
    alike = list(_alike(file, free, rest, filled, catalogue))
    pairs |= alike
    edited = {row.line for _, row in alike}
    return pairs, sorted((row for row in rest if row.line not in edited), key=lambda row: row.line)


def _normal(table: Table, name: str, text: str) -> str:
    date = read_date(clean(text)) if table.column(name).kind == "date" else None
    return date.isoformat() if date else clean(text)


def _alike(
    file: _File, numbers: Sequence[int], rows: Sequence[FormRow], filled: Filled, catalogue: Catalogue
) -> Iterator[tuple[int, FormRow]]:
    """Rows that are each other's nearest, and nobody else's as near."""
    if len(numbers) * len(rows) > _MOST_COMPARED:
        return
    near = {
        (number, at): _likeness(file.body[number].cells, row, filled, catalogue)
        for number in numbers
        for at, row in enumerate(rows)
    }
    of_line, of_row = _two_best(near, 0), _two_best(near, 1)
    for (number, at), likeness in near.items():
        (best_of_line, next_of_line), (best_of_row, next_of_row) = of_line[number], of_row[at]
        is_best = likeness == best_of_line == best_of_row
        if likeness >= _ALIKE and is_best and likeness > max(next_of_line, next_of_row):
            yield number, rows[at]


def _two_best(near: Mapping[tuple[int, int], float], side: int) -> dict[int, tuple[float, float]]:
    """The greatest likeness and the second (0 where there is none) of each line (side 0) or row (side 1)."""
    made: dict[int, tuple[float, float]] = {}
    for pair, likeness in near.items():
        best, second = made.get(pair[side], (0.0, 0.0))
        made[pair[side]] = (likeness, best) if likeness > best else (best, max(second, likeness))
    return made


def _likeness(old: Mapping[str, str], row: FormRow, filled: Filled, catalogue: Catalogue) -> float:
    """The share of cells that say the same, among those that say something."""
    there = [name for name in filled.columns if clean(old.get(name, "")) or row.cells.get(name, Cell("")).text]
    changed = _changed(old, row, filled, catalogue)
    return sum(name not in changed for name in there) / max(1, len(there))


def _changed(old: Mapping[str, str], row: FormRow, filled: Filled, catalogue: Catalogue) -> dict[str, str]:
    """The cells of the form that do not say what the file says; a column that the form lacks says nothing."""
    texts = {name: cell.text for name, cell in row.cells.items()}
    made: dict[str, str] = {}
    for name in filled.columns:
        column, cell = filled.table.column(name), row.cells.get(name, Cell(""))
        if clean(old.get(name, "")) == cell.text:
            continue
        if not same(old.get(name, ""), cell, column, unit_in(texts, column, catalogue)):
            made[name] = cell.text
    return made
