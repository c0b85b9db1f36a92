"""Two stray quotes make one cell of all rows between them: told where the cell begins; a paragraph stays a cell."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import ROOT

from generator.model.problem import Problem
from generator.model.record import Record
from generator.reading.split import split
from generator.reading.text_files import read_table
from generator.tables.all_tables import BY_NAME
from generator.tables.table import Column, Table

PARAGRAPHS = [
    "Đoạn một.", "Thứ nhất, xã đã mua máy, đã tập huấn, đã nghiệm thu.", "99,89%, 12,5%", "xã,phường,đặc khu", "bc-5",
    "05/06/2026, 06/06/2026", "- máy in; máy quét; máy tính", "", "tên\tcột", "wifi, camera", "“trích, dẫn”", "so_tthc",
]  # fmt: skip


def cell(column: Column, row: int) -> str:
    """A plain cell of a row that is in order, without a comma."""
    if column.choices:
        return next(iter(column.choices))
    words = {"date": "2026-05-31", "count": f"{row}", "quantity": f"{row}%", "source": "bc-5", "indicator": "so_tthc"}
    return words.get(column.kind, f"Lời {row}" if row % 2 or column.required else "")


def rows_of(table: Table) -> list[list[str]]:
    return [[column.name for column in table.columns], *([cell(c, row) for c in table.columns] for row in range(8))]


def read(rows: list[list[str]], table: Table, mark: str, end: str) -> tuple[list[Record], list[Problem]]:
    text, problems = "".join(mark.join(row) + end for row in rows), list[Problem]()
    return list(read_table(table.file, split(text, table), table, "15910", problems)), problems


TABLES = st.sampled_from([BY_NAME[name] for name in sorted(BY_NAME)])
MARKS, ENDS = st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n", "\r"])


@settings(max_examples=300)
@given(table=TABLES, mark=MARKS, end=ENDS, data=st.data())
def test_rows_in_a_cell_are_told_where_it_begins(table: Table, mark: str, end: str, data: st.DataObject) -> None:
    """In any column of any table, one row or several, with a blank line or a remark among them."""
    rows = rows_of(table)
    first = data.draw(st.integers(1, 7))
    last = data.draw(st.integers(first + 1, 8))
    at = data.draw(st.integers(0, len(table.columns) - 1))
    rows[first][at], rows[last][at] = f'"{rows[first][at]}', f'{rows[last][at]}"'
    if between := data.draw(st.sampled_from([[], [""], ["# đọc lại"]])):
        rows.insert(last, between)
        last += 1
    _, problems = read(rows, table, mark, end)
    told = [problem for problem in problems if problem.severity == "error"]
    assert [(p.code, p.line, p.column) for p in told] == [("csv-hong", first + 1, table.columns[at].name)]
    assert f"đến dòng {last + 1} " in told[0].message


@settings(max_examples=300)
@given(table=TABLES, mark=MARKS, lines=st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=5), data=st.data())
def test_a_paragraph_is_a_cell(table: Table, mark: str, lines: list[str], data: st.DataObject) -> None:
    """A text of several lines with commas, lists, days and ids is kept, in any column for words."""
    rows = rows_of(table)
    at = data.draw(st.sampled_from([n for n, c in enumerate(table.columns) if c.kind == "text" and n]))
    rows[3][at] = f'"{chr(10).join(lines)}"'
    records, problems = read(rows, table, mark, "\n")
    assert [problem for problem in problems if problem.severity == "error"] == []
    assert len(records) == 8
    assert records[2][table.columns[at].name] == " ".join(" ".join(lines).split())


def test_a_remark_does_not_hide_rows() -> None:
    """A remark is passed over, but not the rows that a quote in it has swallowed."""
    table = BY_NAME["tthc"]
    rows = rows_of(table)
    rows.insert(2, ["# xem lại", '"chưa rõ'])
    rows[4][0] += '"'
    _, problems = read(rows, table, ",", "\n")
    assert [(p.code, p.line) for p in problems if p.severity == "error"] == [("csv-hong", 3)]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "data" / "xa").glob("*/chi-tieu.csv")), ids=lambda path: path.parent.name
)
def test_quotes_lost_in_two_rows_are_told(path: Path) -> None:
    """“99,89%” that lost its last quote and one further down that lost its first: no row is lost in silence."""
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    plain = [row for row in rows if not any("," in text or '"' in text for text in row)]
    at = rows[0].index("gia_tri")
    for row in range(1, len(plain) - 1):
        spoilt = [list(cells) for cells in plain]
        spoilt[row][at], spoilt[row + 1][at] = '"99,89%', '99,90%"'
        _, problems = read(spoilt, BY_NAME["chi-tieu"], ",", "\n")
        assert [(p.code, p.line) for p in problems if p.severity == "error"][:1] == [("csv-hong", row + 1)]
