"""The header of a table: which line it is, what separates its cells, which column a heading means."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator.language.vietnamese import fold
from generator.model.problem import Problem
from generator.tables.table import Column, Table

_LOOKED_AT = 15
_LONGEST = 120
"""No heading is longer, however its marks are typed; what is longer names no column."""


def key(text: str) -> str:
    """Words as an id is made of them: without case, marks and signs."""
    return re.sub(r"[^a-z0-9]+", "_", fold(text)).strip("_")


@lru_cache(maxsize=64)
def _known(table: Table) -> Mapping[str, str]:
    """Every way to write a column's name: as in the file, or a Vietnamese heading; case and marks forgiven."""
    headings = {key(words): column.name for column in table.columns for words in column.headings}
    return headings | {column.name: column.name for column in table.columns}


def column_of(table: Table, heading: str) -> str:
    """The column that a heading names, '' where it names none."""
    return _column_of(table, heading) if len(heading) <= _LONGEST else ""


@lru_cache(maxsize=20_000)
def _column_of(table: Table, heading: str) -> str:
    known = _known(table)
    return known.get(heading) or known.get(key(heading), "")


def is_header(cells: Sequence[str], table: Table) -> bool:
    """Whether a row is the header: at least two of its cells, and half of them, name columns."""
    named = sum(bool(column_of(table, cell)) for cell in cells)
    return named >= 2 and 2 * named >= len(cells)


def delimiter_of(text: str, table: Table | None) -> str:
    """What separates cells: the mark that makes most column names out of one of the first lines; of a table that
    nobody knows, the mark that its first line has most of.
    """
    lines = text.split("\n", _LOOKED_AT)[:_LOOKED_AT]

    def names(mark: str) -> tuple[int, int]:
        found = [_columns_named(line.split(mark), table) for line in lines] if table else []
        return max(found, default=0), lines[0].count(mark)

    return max(",;\t", key=names)


def _columns_named(cells: Sequence[str], table: Table) -> int:
    return sum(bool(column_of(table, cell.strip(' "\r'))) for cell in cells)


def faults_of_header(where: str, line: int, header: Sequence[str], table: Table) -> list[Problem]:
    """Every required column is there, a table of numbers has one for numbers, none is unknown, none twice."""
    known = [column.name for column in table.columns]
    found = [column_of(table, name) or name for name in header]
    if not set(found) & set(known):
        return [_no_header(where, line, header, table)]
    free = [name for name in known if name not in found]
    faults: list[Problem] = []
    meant: set[str] = set()
    for name in dict.fromkeys(found):
        if not name:
            faults.append(_unknown(where, line, "", f"Cột thứ {found.index(name) + 1} không có tên.", free))
        elif name not in known:
            near = difflib.get_close_matches(name, free, 1, 0.6)
            meant |= set(near)
            if near:
                faults.append(_renamed(where, line, name, near[0]))
            else:
                faults.append(_unknown(where, line, name, f"Không có cột tên “{name}”.", free))
        elif found.count(name) > 1:
            faults.append(
                Problem(where, line, name, "cot-lap", "error", f"Cột “{name}” có {found.count(name)} lần.",
                        f"Giữ một cột “{name}”, xóa cột kia; nếu cột kia là cột khác thì đổi tên nó thành một trong: "
                        f"{', '.join(free)}.")
            )  # fmt: skip
    there = {*found, *meant}
    lacking = [column for column in table.columns if column.required and column.name not in there]
    if lacking:
        faults.append(_lacking(where, line, "Thiếu", lacking))
    numbers = [column for column in table.columns if column.kind in ("count", "quantity")]
    if numbers and not faults and not (table.may_lack_numbers or {column.name for column in numbers} & there):
        faults.append(_lacking(where, line, "Bảng không có cột số liệu nào; thiếu", numbers))
    return faults


def _no_header(where: str, line: int, header: Sequence[str], table: Table) -> Problem:
    name, names = where.rpartition("/")[2], ",".join(column.name for column in table.columns)
    if not header:
        return Problem(
            where, line, "", "thieu-cot", "error", f"Tệp {name} trống.",
            f"Chép dòng tiêu đề này vào dòng đầu của tệp rồi ghi số liệu từ dòng thứ hai: {names}. Xã không có số liệu "
            "của bảng này thì xóa tệp.",
        )  # fmt: skip
    return Problem(
        where, line, "", "thieu-cot", "error",
        f"Không thấy dòng tiêu đề: dòng đầu của bảng bắt đầu bằng “{header[0]}”, không phải tên cột.",
        "Chèn lên đầu bảng một dòng ghi tên các cột, đúng thứ tự các ô bên dưới (chép từ bản trước của tệp). Tên các "
        f"cột: {names}.",
    )  # fmt: skip


def _renamed(where: str, line: int, name: str, near: str) -> Problem:
    return Problem(
        where, line, name, "cot-la", "error", f"Không có cột tên “{name}”. Có phải ý là “{near}”?",
        f"Ở dòng tiêu đề, sửa “{name}” thành “{near}”.",
    )  # fmt: skip


def _unknown(where: str, line: int, name: str, message: str, free: Sequence[str]) -> Problem:
    return Problem(
        where, line, name, "cot-la", "error", message,
        "Xóa cả cột ấy (lời giải thích thì chuyển sang cột ghi_chu), hoặc ghi ở dòng tiêu đề tên đúng của nó, một "
        f"trong: {', '.join(free)}.",
    )  # fmt: skip


def _lacking(where: str, line: int, fault: str, columns: Sequence[Column]) -> Problem:
    named = ", ".join(f"“{column.name}” ({column.heading})" for column in columns)
    count = f"cột {named}" if len(columns) == 1 else f"{len(columns)} cột: {named}"
    names = f"“{columns[0].name}”" if len(columns) == 1 else "tên các cột ấy"
    return Problem(
        where, line, columns[0].name, "thieu-cot", "error", f"{fault} {count}.",
        f"Ghi thêm {names} vào cuối dòng tiêu đề rồi điền ô bên dưới ở mọi dòng; thứ tự các cột không quan trọng.",
    )  # fmt: skip
