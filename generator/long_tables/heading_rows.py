"""Where the headings of a table stand, one row or several, and what each column is headed by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.language.vietnamese import fold, plain_words
from generator.long_tables.grid import Grid

BETWEEN = " / "
"""What parts the upper heading of a column from the one below it."""
_OF_COMMUNES = re.compile(
    r"(ma |ten )?(don vi|dia phuong|xa|co quan|noi tiep nhan)( hanh chinh| cap xa)?"
    r"|(ten|ma) (xa|don vi|phuong).*|don vi (tiep nhan|thuc hien|giai quyet|xu ly).*|xa phuong.*|phuong xa.*"
)
_NOT_OF_COMMUNES = re.compile(r"don vi (tinh|do)|dvt")
_NUMBERING = re.compile(r"\(?[0-9]{1,2}\)?( ?= ?[-+()/*0-9 ]+)?|\(?[a-z]\)?", re.IGNORECASE)
_NUMBER = re.compile(r"[-+0-9.,%/ ]+")


@dataclass(frozen=True, slots=True)
class Headings:
    """The first and last row of the headings, the first row below them that may hold data, and by column the words,
    upper ones first.
    """

    first: int
    last: int
    below: int
    words: Mapping[int, str]


def is_of_communes(words: str) -> bool:
    """Whether a heading is of a column of communes.

    >>> is_of_communes("Đơn vị"), is_of_communes("Tên xã, phường"), is_of_communes("Đơn vị tính")
    (True, True, False)
    """
    said = " ".join(plain_words(words))
    return bool(_OF_COMMUNES.fullmatch(said)) and not _NOT_OF_COMMUNES.match(said)


def headings_of(grid: Grid) -> Headings | None:
    """The headings of a table: the rows that begin where a column is headed as one of communes. None where none is."""
    for row in grid.rows:
        column = next((one for one in grid.columns if is_of_communes(grid.text(row, one))), None)
        if column is None or len(grid.words(row)) < 2:
            continue
        last = row
        while _goes_on(grid, row, last + 1, column):
            last += 1
        first = row
        while first > 1 and _is_above(grid, first - 1, column):
            first -= 1
        below = last + 1
        while below <= last + 2 and _is_numbering(grid, below):
            below += 1
        return Headings(first, last, below, _words(grid, first, last))
    return None


def _goes_on(grid: Grid, top: int, row: int, column: int) -> bool:
    """Whether a row below still heads columns: in the column of communes nothing new stands, elsewhere words do."""
    own = grid.text(row, column)
    others = [grid.text(row, one) for one in grid.columns if one != column and grid.text(row, one)]
    wordy = [words for words in others if not _NUMBER.fullmatch(words)]
    return own in ("", grid.text(top, column)) and bool(wordy) and len(wordy) == len(others)


def _is_above(grid: Grid, row: int, column: int) -> bool:
    """Whether a row above heads columns too: the communes' column is blank there, two others are not."""
    return not grid.text(row, column) and len(grid.words(row)) > 1 and not any(map(_NUMBER.fullmatch, grid.words(row)))


def _is_numbering(grid: Grid, row: int) -> bool:
    """Whether a row only numbers the columns: (1), (2), (3)=(4)+(5)."""
    words = grid.words(row)
    return len(words) > 2 and all(_NUMBERING.fullmatch(fold(one)) for one in words)


def _words(grid: Grid, first: int, last: int) -> dict[int, str]:
    made: dict[int, str] = {}
    upper: dict[int, str] = {}
    for column in grid.columns:
        parts: list[str] = []
        for row in range(first, last + 1):
            text = grid.text(row, column)
            lower = any(grid.text(below, column) for below in range(row + 1, last + 1))
            if not text and not grid.merged and row < last and lower and not parts:
                text = upper.get(row, "")  # a file of text keeps only the first of merged cells
            upper[row] = text or upper.get(row, "")
            if text and text not in parts[-1:]:
                parts.append(text)
        if parts:
            made[column] = BETWEEN.join(parts)
    return made
