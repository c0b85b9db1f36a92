"""The cells of a filled-in form as rows of tables, with what must be told about them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.forms.cells import Cell, Misread, ids, said, unit_in
from generator.forms.headings import NEAR, Telling, columns_of, looks_like, sheet_place
from generator.forms.names import Names, names_in
from generator.forms.read_form import Page, Raw
from generator.forms.words import DRAFT, DRAFTS, LISTS, START
from generator.language.numbers import PERCENT
from generator.language.unreadable import part_of_one
from generator.language.vietnamese import clean, slug
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.reading.text_files import COMMENT
from generator.tables.all_tables import TABLES
from generator.tables.table import Column, Table

_LIKE_DATES = range(43_831, 51_135)
"""As numbers, the days from 2020 to 2039: what a cell for numbers makes of 07/10."""
_MOST_MERGED = 500
"""Rows that one merged cell may speak of."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a sheet that holds something: where it stands and what its cells say, with ids for words. `places` are
    the lines of its cells where each has its own; a row that only stood in the file before has a line below 0.
    """

    line: int
    cells: Mapping[str, Cell]
    places: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filled:
    """A table as the form has it: the columns that its sheet has, and its rows. One that is `partial` brings some rows
    and says nothing of the others, which stand before them as they are.
    """

    table: Table
    place: str
    columns: tuple[str, ...]
    rows: tuple[FormRow, ...]
    partial: bool = False

    def line_of(self, row: int, column: str) -> int:
        """The line of the sheet in which a cell of the row that begins in line `row` stands."""
        return next((one.places.get(column, row) for one in self.rows if one.line == row), row)


def filled(form: str, pages: Sequence[Page], catalogue: Catalogue, problems: list[Problem]) -> list[Filled]:
    """The tables that a form brings; what cannot be taken, and what is not read, is added to `problems`."""
    by_slug = {slug(words): table for table in TABLES for words in (table.title, table.name)}
    names = names_in(catalogue)
    present = {table.name for page in pages if (table := by_slug.get(slug(page.name)))}
    absent = [table for table in TABLES if table.name not in present]
    made: dict[str, Filled] = {}
    for page in pages:
        telling = Telling(sheet_place(form, page.name), problems)
        table = by_slug.get(slug(page.name))
        if table is None:
            _unknown_sheet(page, absent, telling)
        elif table.name in made:
            telling.tell(1, "", "bieu-to-lap", f"Có hai tờ cho cùng bảng “{table.title}”.",
                         "Gộp các dòng vào một tờ rồi xóa tờ kia.")  # fmt: skip
        else:
            rows = _rows(page, table, catalogue, names, telling)
            if rows is not None:
                made[table.name] = rows
    for table in absent:
        Telling(form, problems).tell(
            1, "", "bieu-thieu-to", f"Biểu không có tờ “{table.title}”: bảng này giữ nguyên.",
            "Không cần làm gì, nếu đúng là không có gì thay đổi.", "note",
        )  # fmt: skip
    return list(made.values())


def _unknown_sheet(page: Page, absent: Sequence[Table], telling: Telling) -> None:
    if slug(page.name) in (slug(START), slug(LISTS), slug(DRAFTS)) or not page.cells:
        return
    if meant := next((table for table in absent if looks_like(page, table)), None):
        telling.tell(
            1, "", "bieu-to-gan-dung",
            f"Tờ “{page.name}” có các cột của bảng “{meant.title}”, mà biểu lại thiếu tờ ấy.",
            f"Đổi tên tờ thành “{meant.title}”.",
        )  # fmt: skip
        return
    near = difflib.get_close_matches(slug(page.name), {slug(t.title): t for t in TABLES}, 1, NEAR)
    if near:
        title = next(table.title for table in TABLES if slug(table.title) == near[0])
        telling.tell(1, "", "bieu-to-gan-dung", f"Không có bảng tên “{page.name}”. Có phải ý là “{title}”?",
                     f"Đổi tên tờ thành “{title}”; nếu là tờ ghi riêng thì đặt một tên khác hẳn.")  # fmt: skip
    else:
        telling.tell(1, "", "bieu-to-la", f"Tờ “{page.name}” không thuộc biểu nên không được đọc.",
                     "Không cần làm gì nếu đây là tờ ghi riêng.", "note")  # fmt: skip


def _rows(page: Page, table: Table, catalogue: Catalogue, names: Names, telling: Telling) -> Filled | None:
    before = len(telling.problems)
    header, columns = columns_of(page, table, telling)
    rows = list(_data(page, header, columns, table.columns[0], telling))
    made = tuple(FormRow(line, ids(cells, table, names)) for line, cells in rows)
    for row in made:
        bare_shares(row, table, catalogue, telling)
    if any(problem.severity == "error" for problem in telling.problems[before:]):
        return None
    return Filled(table, telling.place, tuple(column.name for column in columns.values()), made)


def bare_shares(row: FormRow, table: Table, catalogue: Catalogue, telling: Telling) -> None:
    """A number of at most 1 where percent are due, in a cell that does not show percent: 0,9986 may be 99,86%."""
    texts = {name: cell.text for name, cell in row.cells.items()}
    for name, cell in row.cells.items():
        column = table.column(name)
        if column.kind != "quantity" or not cell.number or unit_in(texts, column, catalogue) != PERCENT:
            continue
        if re.fullmatch("[0-9]+(,[0-9]+)?", cell.text) and 0 < Decimal(cell.text.replace(",", ".")) <= 1:
            fault = part_of_one(cell.text, cell.text)
            telling.tell(row.line, column.heading, "bieu-so-la", fault.message, fault.remedy)


# --- rows -------------------------------------------------------------------------------------


def _data(
    page: Page, header: int, columns: Mapping[int, Column], first: Column, telling: Telling
) -> Iterator[tuple[int, dict[str, Cell]]]:
    raw = {place: cell for place, cell in page.cells.items() if place[0] > header and place[1] in columns}
    _spread(page, header, columns, raw, telling)
    lines: dict[int, dict[int, Raw]] = {}
    for (row, column), cell in raw.items():
        lines.setdefault(row, {})[column] = cell
    formulas: dict[int, list[int]] = {}
    drafts: list[int] = []
    for line in sorted(lines):
        if _is_heading(lines[line], columns):
            telling.tell(line, "", "bieu-tieu-de-lap", "Dòng này lặp lại tiêu đề nên không được đọc.",
                         "Không cần làm gì.", "note")  # fmt: skip
            continue
        cells: dict[str, Cell] = {}
        for number, cell in lines[line].items():
            taken = said_in(cell, columns[number], line, telling)
            if taken.text:
                cells[columns[number].name] = taken
            if cell.formula and taken.text:
                formulas.setdefault(number, []).append(line)
            if taken.text.startswith(DRAFT):
                drafts.append(line)
        if cells and cells.get(first.name, Cell("")).text.startswith(COMMENT):
            telling.tell(line, first.heading, "bieu-dau-thang", "Ô bắt đầu bằng dấu #, là dấu của lời ghi trong tệp.",
                         "Bỏ dấu # ở đầu ô; dòng không phải số liệu thì xóa đi.")  # fmt: skip
        if cells:
            yield line, cells
    if drafts:
        rows = [*dict.fromkeys(drafts)]
        telling.tell(rows[0], "", "bieu-ban-thao",
                     f"{len(drafts)} ô của tờ này còn là bản thảo, bắt đầu bằng dấu ? (dòng {_some(rows)}).",
                     "So từng ô với văn bản: đúng thì xóa dấu ?, sai thì sửa; thừa thì xóa ô hoặc dòng.")  # fmt: skip
    for number, made in formulas.items():
        telling.tell(made[0], columns[number].heading, "bieu-lay-so-cong-thuc",
                     f"{len(made)} ô của cột này là công thức (dòng {_some(made)}): đã lấy con số đang hiện.",
                     "Đối chiếu con số ấy với văn bản.", "note")  # fmt: skip


def _some(lines: Sequence[int]) -> str:
    return ", ".join(map(str, lines[:5])) + ("…" if len(lines) > 5 else "")


def _spread(
    page: Page, header: int, columns: Mapping[int, Column], raw: dict[tuple[int, int], Raw], telling: Telling
) -> None:
    """What a merged cell says in words is said of every row that it covers; a number is no more than one row's,
    and across columns a cell has no one meaning.
    """
    for top, bottom, left, right in page.merged:
        own = [number for number in range(left, right + 1) if number in columns]
        value = page.cells.get((top, left))
        if top <= header or not own or value is None or _is_heading({left: value}, columns):
            continue
        if right > left or bottom - top > _MOST_MERGED:
            telling.tell(top, columns[own[0]].heading, "bieu-o-gop",
                         "Ô này gộp nhiều cột hoặc quá nhiều dòng làm một nên không rõ nói về ô nào.",
                         "Bỏ gộp ô (Unmerge Cells) rồi viết nội dung vào đúng cột.")  # fmt: skip
        elif columns[left].kind in ("count", "quantity"):
            telling.tell(top, columns[left].heading, "bieu-o-gop",
                         f"Ô gộp từ dòng {top} đến dòng {bottom} nên không rõ “{_short(value.value)}” là của dòng nào.",
                         "Bỏ gộp ô (Unmerge Cells) rồi viết con số vào đúng dòng mà văn bản in; dòng nào văn bản không "
                         "in số thì để trống.")  # fmt: skip
        else:
            raw.update({(row, left): value for row in range(top, bottom + 1)})
            telling.tell(top, columns[left].heading, "bieu-o-gop-dong",
                         f"Ô gộp từ dòng {top} đến dòng {bottom}: mỗi dòng đều được ghi “{_short(value.value)}”.",
                         "Bỏ gộp ô nếu không phải dòng nào cũng như vậy.", "note")  # fmt: skip


def _is_heading(cells: Mapping[int, Raw], columns: Mapping[int, Column]) -> bool:
    """Whether every cell of a row repeats the heading of its column."""
    return all(
        slug(str(cell.value)) in map(slug, columns[number].headings)
        for number, cell in cells.items()
        if number in columns
    )


def said_in(raw: Raw, column: Column, line: int, telling: Telling) -> Cell:
    """What a cell says; nothing, and a problem, where that is not clear."""
    if raw.error:
        telling.tell(line, column.heading, "bieu-o-sai", f"Ô báo lỗi {raw.value} của Excel.",
                     "Xóa công thức hỏng và gõ lại nội dung đúng như văn bản in.")  # fmt: skip
    elif raw.value is None:
        telling.tell(line, column.heading, "bieu-cong-thuc", "Ô là công thức chưa được tính.",
                     "Gõ thẳng con số vào ô, hoặc mở tệp bằng Excel hay LibreOffice, lưu lại rồi gửi.")  # fmt: skip
    else:
        try:
            taken = said(raw.value, raw.format, column)
        except Misread as fault:
            telling.tell(line, column.heading, fault.code, fault.message, fault.remedy)
        else:
            _doubt(taken, column, line, telling)
            return taken
    return Cell("")


def _doubt(cell: Cell, column: Column, line: int, telling: Telling) -> None:
    """What may have been meant otherwise: a date typed into a cell for numbers."""
    if cell.number and column.kind == "count" and cell.text.isdecimal() and int(cell.text) in _LIKE_DATES:
        telling.tell(line, column.heading, "bieu-giong-ngay", f"Excel cũng ghi một ngày tháng bằng số như {cell.text}.",
                     "Nếu đã gõ một tỷ số như 07/10 thì gõ lại với dấu nháy đơn ở đầu: '07/10. Nếu đúng là số đếm "
                     "thì không cần làm gì.", "warning")  # fmt: skip


def _short(value: object) -> str:
    text = clean(str(value))
    return text if len(text) <= 40 else f"{text[:40]}…"
