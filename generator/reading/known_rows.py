"""Tables that were read before: of what stands in them still, nothing is read a second time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.model.record import Record
from generator.reading.split import RawTable

Cells = tuple[tuple[str, ...], tuple[str, ...]]
"""The cells of the first row of a file, and those of a row."""


class Known(NamedTuple):
    """A table that was read without a fault: the bytes of its file, its rows in their order, and each by its cells."""

    content: bytes
    records: tuple[Record, ...]
    rows: Mapping[Cells, Record]


def known_rows(raw: RawTable, known: Known) -> tuple[list[Record], RawTable]:
    """The rows of a table that are known, each at its line, and the table without them."""
    there, left = list[Record](), list[tuple[int, list[str]]]()
    first = _first(raw)
    for line, cells in raw.rows:
        if row := known.rows.get((first, tuple(cells))):
            there.append(row if row.line == line else replace(row, line=line))
        else:
            left.append((line, cells))
    return there, replace(raw, rows=tuple(left))


def to_know(raw: RawTable, content: bytes, records: Sequence[Record], before: Known | None) -> Known:
    """A table to be known from now on: `raw` is what of it was not known before."""
    by_line = {row.line: row for row in records}
    first = _first(raw)
    new = {(first, tuple(cells)): by_line[line] for line, cells in raw.rows if line in by_line}
    return Known(content, tuple(records), {**(before.rows if before else {}), **new})


def _first(raw: RawTable) -> tuple[str, ...]:
    return tuple(raw.rows[0][1]) if raw.rows else ()
