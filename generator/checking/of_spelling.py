"""Two spellings of one category in one table: told, and never taken for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.vietnamese import fold
from generator.model.dataset import Dataset
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables.all_tables import TABLES

_CATEGORIES = {table.name: table.category for table in TABLES if any(table.category)}


def one_spelling(dataset: Dataset) -> Iterator[Problem]:
    """A category of a table is written in one way: case, marks, blanks and small words do not make another one. A
    warning at each row of the rarer spelling, since a document may mean two things by two spellings.
    """
    own = (row for row in dataset.records if row.table in _CATEGORIES)
    for (file, table), rows in grouped(own, lambda row: (row.file, row.table)).items():
        column, called = _CATEGORIES[table]
        for alike in grouped((row for row in rows if row[column]), lambda row: _letters(row[column])).values():  # noqa: B023
            yield from _told(alike, file, column, called)


def _told(rows: list[Record], file: str, column: str, called: str) -> Iterator[Problem]:
    written = grouped(rows, lambda row: row[column])
    usual = max(written, key=lambda words: len(written[words]))
    for words, own in written.items():
        for row in own if words != usual else ():
            yield Problem(
                file, row.line, column, "hai-cach-viet", "warning",
                f"{called} “{words}” và “{usual}” có lẽ là một, viết hai cách; trang để riêng hai dòng.",
                f"Nếu là một: sửa “{words}” thành “{usual}” ở cột {column}. Nếu là hai {called.lower()} khác nhau: để "
                "nguyên.",
            )  # fmt: skip


def _letters(words: str) -> str:
    """A category without what spellings differ by: case, marks, y for i, blanks, signs, 'lĩnh vực', 'và'."""
    plain = re.sub("[^a-z0-9]+", " ", fold(words)).replace("y", "i")
    return re.sub(r"\b(linh vuc|va|nhom)\b", "", plain).replace(" ", "")
