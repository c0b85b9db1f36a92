"""Rows that come from outside beside those that are there: of a month's form, of a table of many communes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.forms.cells import Cell
from generator.forms.rows import Filled, FormRow
from generator.language.vietnamese import clean, read_date
from generator.model.record import Record
from generator.tables import diem_ho_tro, nguon
from generator.tables.table import Table


def with_those_there(table: Table, new: Sequence[FormRow], records: Sequence[Record], place: str) -> Filled:
    """A table with its rows of before, unchanged but for those that a new row of the same key and document speaks of:
    its cells stand in the place of theirs, what it leaves blank stays. `place` is what the new rows came from.
    """
    old = [row for row in records if row.table == table.name]
    by_key = {_key(row.cells, table): row for row in old}
    rows, taken = [], set()
    for row in new:
        there = by_key.get(_key({name: cell.text for name, cell in row.cells.items()}, table))
        if there:
            taken.add(there.line)
            kept = {name: cell for name, cell in _cells(there).items() if cell.text}
            row = FormRow(row.line, {**kept, **row.cells}, row.places)  # noqa: PLW2901 (the same row, whole)
        rows.append(row)
    untouched = [FormRow(-row.line, _cells(row)) for row in old if row.line not in taken]
    columns = tuple(column.name for column in table.columns)
    return Filled(table, place, columns, (*untouched, *rows), partial=True)


def _cells(row: Record) -> dict[str, Cell]:
    return {name: Cell(clean(text)) for name, text in row.cells.items()}


def _key(cells: Mapping[str, str], table: Table) -> tuple[str, ...]:
    """What a row is known by, with its document; a document by its id, a place where people are helped without one."""
    names = {nguon.TABLE: ("nguon",), diem_ho_tro.TABLE: tuple(name for name in table.key if name != "nguon")}
    texts = [clean(cells.get(name, "")) for name in names.get(table, (*table.key, "nguon"))]
    return tuple(date.isoformat() if (date := read_date(text)) else text for text in texts)
