"""Tables as CSV text (RFC 4180 with LF), and the tables of many communes as one."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

_NUMBER = re.compile(r"[+-]\d[\d.,]*%?")
_FORMULA = re.compile(r"^(?=[=+\-@\t\r\n＝＋－＠])|;\s*(?=[=@＝＠])")


def rows_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as they are."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def published_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows for everybody's spreadsheet: numbers with '.', whole ones without decimals, nothing that would be run."""
    return rows_text(columns, ([_cell(value) for value in row] for row in rows))


def joined(columns: Sequence[str], tables: Iterable[Path]) -> Iterator[bytes]:
    """The bytes of tables of the same columns under one header, a piece a table."""
    header = f"{','.join(columns)}\n".encode()
    yield header
    for table in tables:
        yield table.read_bytes().removeprefix(header)


def plain(value: object) -> str:
    """Text of a cell: numbers with '.', whole ones without decimals."""
    if isinstance(value, float):
        return "" if math.isnan(value) else repr(round(value, 6)).removesuffix(".0")
    return str(value)


def _cell(value: object) -> str:
    """Text of a cell. What a spreadsheet would run as a formula gets a quote before it, also behind a semicolon, at
    which many spreadsheets here split; a plain negative number is a number.
    """
    text = plain(value)
    if len(text) < 2 or _NUMBER.fullmatch(text):
        return text
    return _FORMULA.sub(lambda start: f"{start[0]}'", text)
