"""Cells of numbers, each read once by its unit: as a value, or as a refusal with its remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from generator.language.numbers import COUNT_UNIT, read_quantity
from generator.language.unreadable import Unreadable
from generator.language.value import Value
from generator.model.catalogue import Catalogue
from generator.model.record import Record
from generator.tables.table import Column, Table

SPREADSHEET_ERROR = re.compile(r"#(REF!|VALUE!|N/A|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#+)|Err:[0-9]+")
"""What a spreadsheet shows in the place of a value that it lost."""


def with_values(record: Record, table: Table, catalogue: Catalogue) -> Record:
    """The row with its cells of numbers read; left out are blank ones, those that a spreadsheet has lost, and those
    whose indicator nobody knows: without its unit a cell cannot be read.
    """
    return replace(record, values=dict(_read(record, table, catalogue)))


def _read(record: Record, table: Table, catalogue: Catalogue) -> Iterator[tuple[str, Value | Unreadable]]:
    for column in table.columns:
        text = record[column.name]
        if column.kind not in ("count", "quantity") or not text or SPREADSHEET_ERROR.fullmatch(text):
            continue
        if (unit := unit_of(record, column, catalogue)) is not None:
            yield column.name, read(text, unit)


def unit_of(record: Record, column: Column, catalogue: Catalogue) -> str | None:
    """The unit that a cell is read by: that of the indicator that its column or row names, or the column's own;
    None where the catalogue does not know the indicator of the row.
    """
    if column.unit:
        return column.unit
    if column.kind == "count":
        known = catalogue.indicators.get(column.melts_to)
        return known.unit if known else COUNT_UNIT
    known = catalogue.indicators.get(record["chi_tieu"])
    return known.unit if known else None


@lru_cache(maxsize=100_000)
def read(text: str, unit: str) -> Value | Unreadable:
    """What a text says in a unit, or why it cannot be read."""
    try:
        return read_quantity(text, unit)
    except Unreadable as refusal:
        return refusal
