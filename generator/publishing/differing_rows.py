"""What of a table is new beside an earlier one: what is looked at again where the rest has been looked at."""

from __future__ import annotations


def differing_rows(table: bytes, before: bytes, beside: int) -> bytes:
    """The rows of a table between those with which an earlier one begins and ends too, with so many rows `beside` them
    at both sides.
    """
    same = _alike(table, before)
    start = _row_start(table, same, beside)
    end = len(table) - _alike(table[start:][::-1], before[start:][::-1])
    for _ in range(beside + 1):
        end = table.find(b"\n", end) + 1 or len(table)
    return table[start:end]


def _alike(one: bytes, other: bytes) -> int:
    """With how many same bytes two texts begin."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if one[least:middle] == other[least:middle] else (least, middle - 1)
    return least


def _row_start(table: bytes, at: int, rows: int) -> int:
    """Where the row begins that stands so many rows before a place; no line within a quoted cell is one."""
    for _ in range(rows + 1):
        at = table.rfind(b"\n", 0, at) if at > 0 else -1
    while at > 0 and table.count(b'"', 0, at) % 2:
        at = table.rfind(b"\n", 0, at)
    return at + 1
