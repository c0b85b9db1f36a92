"""What is read of a table of many communes: lines for the communes' tables, and faults at their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.forms.cells import Cell
from generator.language.vietnamese import plain_words
from generator.long_tables.table_map import COUNTS, OF_ROWS, MappedColumn
from generator.tables import chi_tieu
from generator.tables.table import Column, Table

_TOTALS = frozenset({
    "tong", "cong", "tong cong", "tong so", "toan tinh", "toan thanh pho", "tong toan tinh", "tong cong toan tinh",
    "tat ca", "tong cong toan thanh pho", "chung",
})  # fmt: skip
"""What a row of sums is called, folded."""


class Fault(NamedTuple):
    """What is wrong at a row (0: of the table as a whole) and under which heading, of which commune ('' where that is
    not known, or it is none's alone), and what to do.
    """

    row: int
    heading: str
    code: str
    message: str
    remedy: str


class Line(NamedTuple):
    """A row for a table of a commune: the row it comes from, its cells by the columns of the table."""

    code: str
    table: Table
    row: int
    cells: Mapping[str, Cell]


@dataclass(slots=True)
class Rows:
    """What was read: lines for the communes, faults, the rows that are notes, those of totals."""

    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)


def is_total(text: str) -> bool:
    """Whether words name a row of sums."""
    return " ".join(plain_words(text)) in _TOTALS


def is_number(column: MappedColumn) -> bool:
    """Whether a column holds numbers that become figures."""
    return column.means == "gia_tri" or column.means not in OF_ROWS


def column_of(column: MappedColumn) -> Column:
    """The column of a table by whose kind a cell is read."""
    if column.means in COUNTS:
        return COUNTS[column.means]
    if column.means in ("tu_ngay", "den_ngay"):
        return chi_tieu.TABLE.column(column.means)
    return chi_tieu.TABLE.column("gia_tri" if is_number(column) else "ghi_chu")
