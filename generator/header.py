"""The header of a table: which line it is, what separates its cells, which column a heading means."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator.model import Problem
from generator.schema import Table
from generator.vietnamese import fold

_LOOKED_AT = 15
_LONGEST = 120
"""No heading is longer, however its marks are typed; what is longer names no column."""


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", fold(text)).strip("_")


@lru_cache(maxsize=64)
def _known(table: Table) -> Mapping[str, str]:
    """Every way to write a column's name: as in the file, or the Vietnamese heading; case and marks forgiven."""
    headings = {_key(column.heading): column.name for column in table.columns}
    return headings | {column.name: column.name for column in table.columns}


def column_of(table: Table, heading: str) -> str:
    """The column that a heading names, '' where it names none."""
    return _column_of(table, heading) if len(heading) <= _LONGEST else ""


@lru_cache(maxsize=20_000)
def _column_of(table: Table, heading: str) -> str:
    known = _known(table)
    return known.get(heading) or known.get(_key(heading), "")


def is_header(cells: Sequence[str], table: Table) -> bool:
    """Whether a row is the header: at least two of its cells, and half of them, name columns."""
    named = sum(bool(column_of(table, cell)) for cell in cells)
    return named >= 2 and 2 * named >= len(cells)


def delimiter_of(text: str, table: Table) -> str:
    """What separates cells: the mark that makes most column names out of one of the first lines."""
    lines = text.split("\n", _LOOKED_AT)[:_LOOKED_AT]

    def names(mark: str) -> tuple[int, int]:
        found = [sum(bool(column_of(table, cell.strip(' "\r'))) for cell in line.split(mark)) for line in lines]
        return max(found), lines[0].count(mark)

    return max(",;\t", key=names)


def faults_of_header(where: str, line: int, header: Sequence[str], table: Table) -> list[Problem]:
    """Every required column is there, none is unknown, none twice; an empty table has no header at all."""
    if not header:
        name = where.rpartition("/")[2]
        return [_fault(where, line, "", "thieu-cot", f"Tệp {name} trống.", table)]
    known = [column.name for column in table.columns]
    faults: list[Problem] = []
    meant: set[str] = set()
    found = [column_of(table, name) or name for name in header]
    for name in dict.fromkeys(found):
        if not name:
            words = f"Cột thứ {found.index(name) + 1} không có tên."
            faults.append(_fault(where, line, name, "cot-la", words, table))
        elif name not in known:
            near = difflib.get_close_matches(name, known, 1, 0.6)
            meant |= set(near)
            guess = f" Có phải ý là “{near[0]}”?" if near else ""
            faults.append(_fault(where, line, name, "cot-la", f"Không có cột tên “{name}”.{guess}", table))
        elif found.count(name) > 1:
            faults.append(_fault(where, line, name, "cot-lap", f"Cột “{name}” có hai lần.", table))
    lacking = [c for c in table.columns if c.required and c.name not in found and c.name not in meant]
    if lacking:
        named = ", ".join(f"“{column.name}” ({column.heading})" for column in lacking)
        message = f"Thiếu cột {named}." if len(lacking) == 1 else f"Thiếu {len(lacking)} cột: {named}."
        faults.append(_fault(where, line, lacking[0].name, "thieu-cot", message, table))
    return faults


def _fault(where: str, line: int, column: str, code: str, message: str, table: Table) -> Problem:
    names = ",".join(column.name for column in table.columns)
    remedy = f"Các cột của bảng theo thứ tự: {names}. Chèn cột thiếu vào đúng chỗ và điền ô cho mọi dòng."
    return Problem(where, line, column, code, "error", message, remedy)
