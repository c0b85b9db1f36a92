"""Which row of a sheet holds the headings, which column is which, and what is told about a sheet."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.forms.read_form import Page
from generator.forms.sheets import HEADER, letter
from generator.forms.words import CHECK
from generator.language.vietnamese import clean, slug
from generator.model.problem import Problem, Severity
from generator.tables.table import Column, Table

_HEADER_WITHIN = 30
_FEWEST_HEADINGS = 2
_FEWEST_CELLS = 2
"""Of a row that holds data; a title fills one."""
NEAR = 0.8
"""How alike a name must be to a known one to be taken for a slip of the pen."""


@dataclass(slots=True)
class Telling:
    """Collects what is to be told about one sheet of a form."""

    place: str
    problems: list[Problem] = field(default_factory=list)

    def tell(self, line: int, column: str, code: str, message: str, remedy: str, severity: Severity = "error") -> None:
        """Add a problem at a cell of the sheet; `line` is the sheet's row."""
        self.problems.append(Problem(self.place, line, column, code, severity, message, remedy))


def sheet_place(form: str, sheet: str) -> str:
    """How a sheet of a form is named to its officer."""
    return f"{form}, tờ “{sheet}”"


def columns_of(page: Page, table: Table, telling: Telling) -> tuple[int, dict[int, Column]]:
    """The row of the headings and, by its number, each column that is known; (0, {}) where there is no such row.

    A heading is known by the table's words or its name in the file; case, tone marks and blanks are forgiven.
    """
    known = _known(table)
    header = _header(page, known)
    if not header:
        telling.tell(
            1, "", "bieu-thieu-tieu-de",
            f"Không tìm thấy dòng tiêu đề của bảng “{table.title}” trong {_HEADER_WITHIN} dòng đầu.",
            f"Chép lại dòng tên cột (dòng {HEADER}) từ biểu chưa điền vào đúng dòng và cột ấy của tờ này.",
        )  # fmt: skip
        return 0, {}
    columns, meant = _columns(page, header, known, telling)
    for column in table.columns:
        if column.name not in meant:
            _missing_column(header, column, telling)
    _rows_above(page, header, columns, telling)
    return header, columns


def _known(table: Table) -> dict[str, Column]:
    """Every way to head a column: by the table's words, today's or those of before, or by its name in the file."""
    return {slug(words): column for column in table.columns for words in column.headings}


def looks_like(page: Page, table: Table) -> bool:
    """Whether a sheet has the headings of a table, whatever its name."""
    known = _known(table)
    header = _header(page, known)
    there = {slug(str(raw.value)) for (row, _), raw in page.cells.items() if row == header}
    return bool(header) and 2 * len(there & set(known)) >= len(table.columns)


def _rows_above(page: Page, header: int, columns: Mapping[int, Column], telling: Telling) -> None:
    """Rows that were sorted together with their heading stand above it; titles fill one cell of a row."""
    filled: dict[int, set[int]] = {}
    for row, column in page.cells:
        if row < header and column in columns:
            filled.setdefault(row, set()).add(column)
    if rows := sorted(row for row, there in filled.items() if len(there) >= _FEWEST_CELLS):
        places = ", ".join(map(str, rows[:5])) + ("…" if len(rows) > 5 else "")
        telling.tell(
            rows[0], "", "bieu-dong-tren", f"Có {len(rows)} dòng số liệu nằm trên dòng tên cột: dòng {places}. Dòng "
            f"tên cột đang là dòng {header}.",
            "Kéo dòng tên cột lên trên mọi dòng số liệu, hoặc sắp xếp lại và không chọn kèm dòng tên cột. Dòng nào "
            "không phải số liệu thì xóa đi.",
        )  # fmt: skip


def _header(page: Page, known: Mapping[str, Column]) -> int:
    """The row with the most headings; 0 where no row has enough of them."""
    found: dict[int, int] = {}
    for (row, _), raw in page.cells.items():
        if row <= _HEADER_WITHIN and slug(str(raw.value)) in known:
            found[row] = found.get(row, 0) + 1
    best = max(found, key=lambda row: found[row], default=0)
    return best if found.get(best, 0) >= _FEWEST_HEADINGS else 0


def _columns(
    page: Page, header: int, known: Mapping[str, Column], telling: Telling
) -> tuple[dict[int, Column], set[str]]:
    """Number to column of those that are known, and the names of those that are there or were meant to be;
    what is unknown is told.
    """
    headings = {column: clean(str(raw.value)) for (row, column), raw in page.cells.items() if row == header}
    made: dict[int, Column] = {}
    for number, words in headings.items():
        column = known.get(slug(words))
        if column in made.values() and column:
            telling.tell(header, words, "bieu-cot-lap", f"Cột “{words}” có hai lần.",
                         "Giữ một cột; xóa cột kia hoặc đổi tiêu đề của nó thành tên khác hẳn.")  # fmt: skip
        elif column:
            made[number] = column
    there = {column.name for column in made.values()}
    filled_columns = {column for row, column in page.cells if row > header}
    for number in sorted(filled_columns | set(headings)):
        words = headings.get(number, "")
        if known.get(slug(words)) or words.startswith(CHECK):
            continue
        near = [known[key] for key in difflib.get_close_matches(slug(words), known, 3, NEAR)]
        meant = next((column for column in near if column.name not in there), None)
        if meant:
            there.add(meant.name)
            telling.tell(
                header, words, "bieu-cot-gan-dung", f"Không có cột “{words}”. Có phải ý là “{meant.heading}”?",
                f"Sửa tiêu đề thành “{meant.heading}”; nếu là cột ghi riêng thì đặt tên khác hẳn.",
            )  # fmt: skip
        elif lost := _numbers_without_column(page, header, number, known, there):
            telling.tell(
                header, words or letter(number), "bieu-cot-gan-dung",
                f"Cột “{words}” có số nhưng không thuộc bảng, trong khi biểu thiếu cột “{lost.heading}”.",
                f"Nếu là cột ấy: sửa tiêu đề thành “{lost.heading}”; nếu là cột ghi riêng: chèn lại cột "
                f"“{lost.heading}”.",
            )  # fmt: skip
            there.add(lost.name)
        elif number in filled_columns:
            name = f"“{words}”" if words else f"{letter(number)} (không có tiêu đề)"
            telling.tell(header, words or letter(number), "bieu-cot-la",
                         f"Cột {name} không thuộc bảng nên không được đọc.",
                         "Không cần làm gì nếu đây là cột ghi riêng.", "note")  # fmt: skip
    return made, there


def _numbers_without_column(
    page: Page, header: int, number: int, known: Mapping[str, Column], there: set[str]
) -> Column | None:
    """The column of numbers that a form lacks, where a column that nobody knows holds numbers."""
    values = [raw.value for (row, column), raw in page.cells.items() if column == number and row > header]
    if not any(isinstance(value, int | float) for value in values):
        return None
    counts = (column for column in known.values() if column.kind in ("count", "quantity"))
    return next((column for column in counts if column.name not in there), None)


def _missing_column(header: int, column: Column, telling: Telling) -> None:
    if column.required:
        telling.tell(header, column.heading, "bieu-thieu-cot", f"Thiếu cột “{column.heading}”.",
                     f"Chèn lại cột có tiêu đề “{column.heading}” và điền cho mọi dòng.")  # fmt: skip
    else:
        telling.tell(header, column.heading, "bieu-vang-cot",
                     f"Biểu không có cột “{column.heading}”: các dòng cũ giữ nguyên nội dung cột này.",
                     "Không cần làm gì, nếu đúng là không có gì thay đổi.", "note")  # fmt: skip
