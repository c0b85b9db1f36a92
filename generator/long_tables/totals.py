"""Whether the rows of sums of a table close."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.forms.cells import Misread, said
from generator.language.numbers import COUNT_UNIT, show_number
from generator.language.unreadable import Unreadable
from generator.long_tables.grid import Grid
from generator.long_tables.lines import Fault, Rows, column_of, is_total
from generator.long_tables.table_map import COMMUNE, COUNTS, MappedColumn
from generator.reading.values import read


def open_totals(grid: Grid, columns: Mapping[int, MappedColumn], below: int, made: Rows) -> Iterator[Fault]:
    """Each total of a count is the sum of its rows: one may be missing, or a number mistyped. Where rows are of fields
    of work, a total of one field is that of its rows, and a total of all is that of the communes' own totals. Only
    where every number can be counted.
    """
    own = next(at for at, column in columns.items() if column.means == COMMUNE)
    at_field = next((at for at, column in columns.items() if column.means == "linh_vuc"), 0)
    aside = {*made.totals, *made.notes}
    rows = [row for row in grid.rows if row >= below and row not in aside]

    def field(row: int) -> str:
        words = grid.text(row, at_field) if at_field else ""
        return "" if is_total(words) or (row in made.totals and words == grid.text(row, own)) else words

    of_all = [row for row in rows if not field(row)] or rows
    for total in made.totals:
        parts = [row for row in rows if field(row) == field(total)] if field(total) else of_all
        for at, column in columns.items():
            if column.means not in COUNTS or not grid.text(total, at):
                continue
            said_there, added = _number(grid, total, at, column), Decimal()
            for row in (row for row in parts if grid.text(row, at)):
                number = _number(grid, row, at, column)
                if number is None:
                    break
                added += number
            else:
                if said_there is not None and added != said_there:
                    yield _open(total, column.heading, said_there, added)


def _open(row: int, heading: str, total: Decimal, added: Decimal) -> Fault:
    return Fault(
        row, heading, "", f"Dòng cộng ghi {show_number(total)}, nhưng cộng các dòng của xã được {show_number(added)}.",
        "Xem có thiếu dòng xã nào, hay số nào gõ nhầm. Nếu chính bảng in như vậy: ghi tong_nhu_in: co vào bản đồ cột.",
    )  # fmt: skip


def _number(grid: Grid, row: int, at: int, column: MappedColumn) -> Decimal | None:
    raw = grid.cells[row, at]
    if raw.value is None or raw.error:
        return None
    try:
        found = read(said(raw.value, raw.format, column_of(column)).text, COUNT_UNIT)
    except Misread:
        return None
    return None if isinstance(found, Unreadable) else found.number
