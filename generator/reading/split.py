"""The text of a table split into rows and cells, once, by one rule of what separates them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.reading.folders import MOST_BYTES
from generator.reading.header import delimiter_of
from generator.tables.table import Table

csv.field_size_limit(MOST_BYTES)  # a long cell is long, not broken


class Unsplit(ValueError):
    """A row that cannot be split into cells."""


def numbered(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line on which each begins, as an editor counts. Raises Unsplit with a broken one's."""
    before = 0
    try:
        for row in reader:
            line, before = before + 1, reader.line_num
            yield line, row
    except csv.Error as fault:
        raise Unsplit(before + 1) from fault


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table's text, split once: `mark` is what separates cells, `rows` the cells as they stand, each row with the
    line on which it begins; `broken` the line of the row that cannot be split, after which there are none (0: whole).
    """

    text: str
    mark: str
    rows: tuple[tuple[int, list[str]], ...]
    broken: int = 0

    def lines(self) -> Iterator[tuple[int, list[str]]]:
        """The rows. Raises Unsplit at the broken one."""
        yield from self.rows
        if self.broken:
            raise Unsplit(self.broken)


def split(text: str, table: Table | None, mark: str = "") -> RawTable:
    """The rows of a text that is a table, or looks like one; `mark` separates cells where that is known already."""
    mark = mark or delimiter_of(text, table)
    rows: list[tuple[int, list[str]]] = []
    try:
        rows.extend(numbered(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)))
    except Unsplit as fault:
        return RawTable(text, mark, tuple(rows), fault.args[0])
    return RawTable(text, mark, tuple(rows))
