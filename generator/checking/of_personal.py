"""No personal data in the files of a data folder, not even in a cell that no page shows: the files are public."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.language.personal_data import Finding, found_in, found_in_cells, found_in_name, phone_without_zero
from generator.language.vietnamese import clean
from generator.model.problem import Problem
from generator.reading.folders import Folder
from generator.reading.header import column_of
from generator.reading.split import RawTable, split
from generator.reading.text_files import read_text, scalars
from generator.tables.all_tables import BY_NAME, TABLES
from generator.tables.table import Table


def personal_data(folder: Folder, raw: Mapping[str, RawTable], allowed: Collection[str] = ()) -> Iterator[Problem]:
    """What is personal in the tables and YAML files of a folder, of which `raw` are those split before; `allowed` are
    the office's own lines. Files that cannot be read are told by others.
    """
    for name in folder.names:
        text = None if name in raw else read_text(folder, name, []) if name in folder.files else None
        if name.endswith(".csv") and (table := raw.get(name) or (split(text, None) if text else None)):
            for line, column, finding in _in_table(table, BY_NAME.get(name.removesuffix(".csv")), allowed):
                yield _problem(folder, name, line, column, finding)
        elif name.endswith(".yml") and text:
            yield from (_problem(folder, name, line, "", finding) for line, finding in _in_yaml(text, allowed))


def _in_yaml(text: str, allowed: Collection[str]) -> Iterator[tuple[int, Finding]]:
    """Line and finding: in the file as it stands, comments too, then in its values, which escapes and folded lines
    can hide.
    """
    told = {(finding.kind, finding.shown): (text.count("\n", 0, finding.start) + 1, finding)
            for finding in reversed(found_in(text, allowed))}  # fmt: skip
    values = scalars(text)
    for number, finding in reversed(found_in_cells([value for _, value in values], allowed)):
        told.setdefault((finding.kind, finding.shown), (values[number][0], finding))
    yield from sorted(told.values(), key=lambda one: (one[0], one[1].start))


def _in_table(raw: RawTable, table: Table | None, allowed: Collection[str]) -> Iterator[tuple[int, str, Finding]]:
    """Line, column and finding of each cell; a table that is broken is read as plain lines."""
    header: list[str] = []
    rows = [(line, [clean(cell) for cell in row]) for line, row in raw.rows]
    if raw.broken:
        rows = [(number, [line]) for number, line in enumerate(raw.text.splitlines(), 1)]
    for line, row in rows:
        header = header or row
        found = found_in_cells(row, allowed)
        told = {number for number, _ in found}
        found += [(at, one) for at, cell in enumerate(row) if at not in told
                  for one in _of_its_column(cell, header[at : at + 1], table, allowed)]  # fmt: skip
        for at, finding in found:
            yield line, "".join(header[at : at + 1]) if line > 1 and len(row) > 1 else "", finding


_OWN_IDS = frozenset(table.id_column for table in TABLES if table.id_column)
"""Columns whose words become names of pages."""
_DIGITS = re.compile(r"\+?\d[\d .-]{6,}")


def _of_its_column(
    cell: str, heading: Sequence[str], table: Table | None, allowed: Collection[str]
) -> Iterator[Finding]:
    """What a number that fills its cell is by the heading above it; a telephone, even without the 0 that a
    spreadsheet takes away, has no place among words.
    """
    if heading and heading[0] in _OWN_IDS:
        yield from found_in_name(cell, allowed)
    if not heading or not _DIGITS.fullmatch(cell):
        return
    named = [found for at, found in found_in_cells([*heading, cell], allowed) if at]
    yield from named
    column = next((one for one in table.columns if one.name == column_of(table, heading[0])), None) if table else None
    if not named and column and column.kind == "text" and (lost := phone_without_zero(cell, allowed)):
        yield lost


def _problem(folder: Folder, name: str, line: int, column: str, finding: Finding) -> Problem:
    where = f"{folder.place}/{name}"
    own = {"xa": "xa.yml", "tinh": "tinh.yml"}.get(where.partition("/")[0])
    office = (
        f" Nếu đó là số máy hoặc hộp thư của cơ quan, được phép công khai: thêm nó vào mục duong_day của tệp {own}."
        if own
        else ""
    )
    return Problem(
        where, line, column, "thong-tin-ca-nhan", "error",
        f"Ở đây có {finding.kind} “{finding.shown}”; tệp số liệu là công khai, không được chứa thông tin cá nhân.",
        f"Xóa khỏi chỗ này, cả khi nó chỉ ở trong ghi chú.{office}",
    )  # fmt: skip
