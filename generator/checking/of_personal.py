"""No personal data in the files of a data folder, not even in a cell that no page shows: the files are public."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator
from itertools import zip_longest
from pathlib import Path

from generator.nouns.model import Problem
from generator.nouns.personal import Finding, found_in
from generator.nouns.vietnamese import clean
from generator.reading.read import Unsplit, numbered, read_text


def personal_data(data: Path, folder: Path, allowed: Collection[str] = ()) -> Iterator[Problem]:
    """What is personal in the tables and YAML files of a folder of `data`; `allowed` are the office's own
    lines. Files that cannot be read are told by others.
    """
    for path in sorted(folder.glob("*.csv")):
        text = read_text(data, path, []) or ""
        if found_in(re.sub(r"\s", " ", text), allowed):
            for line, column, finding in _in_table(text, allowed):
                yield _problem(data, path, line, column, finding)
    for path in sorted(folder.glob("*.yml")):
        text = read_text(data, path, []) or ""
        for finding in found_in(text, allowed):
            yield _problem(data, path, text.count("\n", 0, finding.start) + 1, "", finding)


def _in_table(text: str, allowed: Collection[str]) -> Iterator[tuple[int, str, Finding]]:
    """Line, column and finding of each cell; a table that is broken is read as plain lines."""
    delimiter = max(",;\t", key=text.split("\n", 1)[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    cells: list[tuple[int, str, str]] = []
    header: list[str] = []
    try:
        for line, row in numbered(reader):
            header = header or [clean(name) for name in row]
            cells += [(line, name, clean(cell)) for name, cell in zip_longest(header, row, fillvalue="")]
    except Unsplit:
        cells = [(number, "", line) for number, line in enumerate(text.splitlines(), 1)]
    for line, column, cell in cells:
        yield from ((line, column if line > 1 else "", finding) for finding in found_in(cell, allowed))


def _problem(data: Path, path: Path, line: int, column: str, finding: Finding) -> Problem:
    where = path.relative_to(data).as_posix()
    office = (
        " Nếu đó là số máy hoặc hộp thư của cơ quan, được phép công khai: thêm nó vào mục duong_day của tệp xa.yml."
        if where.startswith("xa/")
        else ""
    )
    return Problem(
        where, line, column, "thong-tin-ca-nhan", "error",
        f"Ở đây có {finding.kind} “{finding.shown}”; tệp số liệu là công khai, không được chứa thông tin cá nhân.",
        f"Xóa khỏi chỗ này, cả khi nó chỉ ở trong ghi chú.{office}",
    )  # fmt: skip
