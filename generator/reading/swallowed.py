"""A cell that holds rows of its table: two stray quotes make one cell of all that stands between them.

A paragraph may have several lines and many commas too, so the cell's lines are held against what the rows that they
would be must have: as many cells, set tight, of which one is a day, a choice or an id in its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.language.vietnamese import read_date
from generator.model.problem import Problem
from generator.reading.header import key
from generator.tables.table import Column

_END = re.compile(r"\r\n|\r|\n")
_ID = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
_FEWEST = 3
"""Marks between cells that make rows of lines without any day, choice or id."""


def swallowed(where: str, line: int, raw: Sequence[str], columns: Sequence[Column], mark: str) -> Problem | None:
    """What to tell of a row that begins at `line` and has rows in one of its cells; None where it has none.

    `columns` are those of the header, `mark` is what separates cells.
    """
    for at, cell in enumerate(raw):
        lines = _END.split(cell)
        if len(lines) > 1 and _are_rows(lines, at, len(columns) - 1 - len(raw[at + 1 :]), columns, mark):
            name = columns[at].name if at < len(columns) else ""
            begins = line + sum(len(_END.findall(before)) for before in raw[:at])
            return _told(where, begins, begins + len(lines) - 1, name)
    return None


def _are_rows(lines: Sequence[str], first: int, last: int, columns: Sequence[Column], mark: str) -> bool:
    """Whether the lines of a cell are the end of a row from column `first` on, whole rows, and the beginning of one up
    to column `last`.
    """
    whole = len(columns) - 1
    needed = [whole - min(first, whole), *(whole for _ in lines[2:]), last]
    pieces = [line.split(mark) for line in lines]
    if whole >= _FEWEST and all(
        len(own) - 1 == marks == _tight(own) for own, marks in zip(pieces, needed, strict=True)
    ):
        return True
    return any(
        _tight(own) >= marks > 0
        and (
            (number < len(lines) - 1 and _typed(zip(reversed(own), reversed(columns), strict=False)))
            or (number > 0 and _typed(zip(own, columns, strict=False)))
        )
        for number, (own, marks) in enumerate(zip(pieces, needed, strict=True))
    )


def _tight(pieces: Sequence[str]) -> int:
    """How many marks have no blank behind them; after a comma of prose there is one."""
    return sum(not piece[:1].isspace() for piece in pieces[1:])


def _typed(placed: Iterable[tuple[str, Column]]) -> bool:
    return any(_is_typical(piece, column) for piece, column in placed if piece)


def _is_typical(text: str, column: Column) -> bool:
    """Whether a text is what only a cell of this column would be: a day, a choice, an id."""
    if column.kind == "date":
        return read_date(text) is not None
    if column.choices:
        return any(key(text) in (key(id), key(words)) for id, words in column.choices.items())
    return column.kind in ("source", "indicator") and bool(_ID.fullmatch(text))


def _told(where: str, begins: int, ends: int, name: str) -> Problem:
    return Problem(
        where, begins, name, "csv-hong", "error",
        f"Ô bắt đầu ở dòng này kéo dài đến dòng {ends} và nuốt các dòng số liệu trong đó: dấu ngoặc kép \" đặt nhầm ở "
        "hai chỗ.",
        f"Xóa dấu \" thừa ở đầu ô ấy và dấu \" thừa ở dòng {ends}, rồi kiểm tra: mỗi dòng số liệu là một dòng riêng "
        "của tệp. Lời trích trong ô dùng ngoặc cong “…”; nếu đúng là một đoạn văn nhiều dòng thì viết liền thành một "
        "dòng.",
    )  # fmt: skip
