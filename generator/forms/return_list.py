"""The list of who has returned a form and who has not: a sheet that the clerk of a province keeps.

A form has been returned when one bears the commune's code and the mark (`STAMP`) that stands in the list: that of the
tables it was made from and, for a month's form, of its month. A form of another round bears another mark. So no day,
name of a file or sender decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.country.published_table import Type
from generator.country.workbook import Sheet, workbook
from generator.forms.own_process import LIMITS, Limits, apart
from generator.forms.read_form import read_form
from generator.forms.words import CODE, NAME, STAMP
from generator.language.vietnamese import clean, slug
from generator.model.problem import Refused

SHEET = "Theo dõi biểu"
FILE, STATE, CAME, TODO = "Biểu gửi đi", "Tình trạng", "Tệp nhận được", "Việc phải làm"
WAITING, TAKEN, FAULTY, NOT_MADE = "chưa gửi lại", "đã nhận", "đã gửi, còn lỗi", "chưa tạo được biểu"
_HEADINGS = {CODE: 10, NAME: 28, FILE: 34, STAMP: 18, STATE: 20, CAME: 34, TODO: 70}
"""Headings with their widths in letters."""


@dataclass(frozen=True, slots=True)
class ReturnList:
    """The rows of the list, each heading to text; columns that the clerk added stay as they are."""

    headings: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]

    def with_row(self, code: str, **other: str) -> ReturnList:
        """The list with some cells of a commune's row written anew."""
        return replace(self, rows=tuple({**row, **other} if row.get(CODE) == code else row for row in self.rows))

    def row(self, code: str) -> Mapping[str, str]:
        """The row of a commune, empty where it has none."""
        return next((row for row in self.rows if row.get(CODE) == code), {})

    def of(self, *states: str) -> list[str]:
        """The names of the communes in some states."""
        return [row.get(NAME, "") for row in self.rows if row.get(STATE) in states]

    def content(self) -> bytes:
        """The workbook; the same list gives the same bytes."""
        columns: list[tuple[str, Type, int]] = [
            (heading, "string", _HEADINGS.get(heading, 24)) for heading in self.headings
        ]
        rows = [[row.get(heading, "") for heading in self.headings] for row in self.rows]
        return workbook([Sheet(SHEET, columns, rows, wrapped=True)])


def new_list(rows: Iterable[Mapping[str, str]]) -> ReturnList:
    """A list with the house's own headings."""
    return ReturnList(tuple(_HEADINGS), tuple(rows))


def read_list(path: Path, limits: Limits = LIMITS) -> ReturnList:
    """The list as its clerk saved it. Raises `NotAForm` where it cannot be opened, Refused where it is no such list."""
    pages = [page for page in apart(read_form, path, limits) if slug(page.name) == slug(SHEET)]
    cells = (
        {place: clean(str(raw.value)) for place, raw in pages[0].cells.items() if raw.value is not None}
        if pages
        else {}
    )
    top = {column: words for (row, column), words in sorted(cells.items()) if row == 1}
    known = {slug(heading): heading for heading in _HEADINGS}
    headings = {column: known.get(slug(words), words) for column, words in top.items()}
    needed = (CODE, STAMP, STATE)
    if not set(needed) <= set(headings.values()) or len(set(headings.values())) < len(headings):
        raise Refused(
            f"“{path}” không phải danh sách theo dõi: cần tờ “{SHEET}” với các cột {', '.join(needed)} ở dòng đầu, mỗi "
            "cột một lần. Dùng tệp do portal form --tinh tạo ra."
        )
    lines = sorted({row for row, _ in cells if row > 1})
    rows = [{heading: cells.get((line, column), "") for column, heading in headings.items()} for line in lines]
    return ReturnList(
        tuple(dict.fromkeys([*headings.values(), *_HEADINGS])),
        tuple({**row, CODE: row[CODE].zfill(5) if row[CODE].isdecimal() else row[CODE]} for row in rows),
    )
