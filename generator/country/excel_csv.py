"""A published table as the Excel of a Vietnamese computer opens it by a double click: cells parted by `;`, a comma for
decimals, no code that loses its zeros, no text that becomes a number or a day, nothing that runs.

Without a line `sep=;` at its head: Excel would then read the letters in its own coding and leave the BOM aside.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.country.published_table import Field, Published
from generator.pieces.downloads import FOLDER

_LONGEST = 255
"""Letters that a formula of Excel may quote. A longer text is no number, and only its first letter matters."""
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_OF_NUMBERS = frozenset({
    "e", "am", "pm", "sa", "ch", "đ", "vnd", "tháng", "thg", "th", "ngày", "năm",
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february",
    "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "một", "giêng", "hai", "ba", "tư", "sáu", "bảy", "tám", "chín", "mười", "chạp",
})  # fmt: skip
"""Words that numbers, days and amounts are written with: beside digits alone, Excel may read them as such."""
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def address(table: Published) -> str:
    """Where the table stands on the site in this form."""
    return f"{FOLDER}excel/{table.name}.csv"


def for_excel(table: Published, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a published table, each of whole rows and the first with the header, in this form."""
    yield codecs.BOM_UTF8
    for piece in pieces:
        yield _written(table, csv.reader(io.StringIO(piece.decode()))).encode()


def rows_for_excel(table: Published, text: str) -> str:
    """The rows of a published table in this form, without its header: row by row, so that a commune's may be joined."""
    rows = csv.reader(io.StringIO(text))
    next(rows)
    return _written(table, rows)


def joined(table: Published, rows: Iterable[Path]) -> Iterator[bytes]:
    """The bytes of files of such rows as one table, a piece a file."""
    yield codecs.BOM_UTF8
    yield _written(table, [table.columns]).encode()
    for path in rows:
        yield path.read_bytes()


def _written(table: Published, rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(_row(table.fields, row) for row in rows)
    return out.getvalue()


def _row(fields: Sequence[Field], row: Sequence[str]) -> list[str]:
    return [_cell(field, cell) for field, cell in zip(fields, row, strict=True)]


def _cell(field: Field, cell: str) -> str:
    """A number with a comma, a day as it stands (2026-05-31 is a day to every Excel). A text that Excel could take for
    anything else is the value of a formula that only quotes it, since a file of texts has no other way to say so.
    """
    if not cell or cell == field.name or field.type == "date":
        return cell
    if field.type == "number":
        return cell.replace(".", ",")
    text = cell[1:] if cell.startswith("'") and cell[1:].startswith(_RUN) else cell
    if len(text) > _LONGEST or not (text.startswith(_RUN) or _like_a_number(text)):
        return cell
    doubled = text.replace('"', '""')
    return f'="{doubled}"'


def _like_a_number(text: str) -> bool:
    """Whether a text has digits, and besides them no words but those that numbers and days are written with."""
    return bool(_DIGIT.search(text)) and all(word.casefold() in _OF_NUMBERS for word in _LETTERS.findall(text))
