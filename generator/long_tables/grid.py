"""A table of many communes as cells: a workbook or a file of text, whatever stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.forms.archive import MOST_BYTES, NotAForm
from generator.forms.own_process import LIMITS, Limits, apart
from generator.forms.read_form import Page, Raw, read_form
from generator.language.vietnamese import clean
from generator.model.problem import Refused
from generator.reading.decode import Undecodable, decode
from generator.reading.header import delimiter_of
from generator.reading.split import split

TEXTS = frozenset({".csv", ".tsv", ".txt"})


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells that hold something by (row, column), counted from 1 as an editor does; what a merged cell says stands
    in every cell that it covers; `merged` is whether there are such cells.
    """

    file: str
    sheet: str
    cells: Mapping[tuple[int, int], Raw]
    merged: bool

    def text(self, row: int, column: int) -> str:
        """A cell in plain words, '' where it holds nothing."""
        raw = self.cells.get((row, column))
        return "" if raw is None or raw.value is None else clean(str(raw.value))

    @property
    def rows(self) -> list[int]:
        """The rows that hold something, in their order."""
        return sorted({row for row, _ in self.cells})

    @property
    def columns(self) -> list[int]:
        """The columns that hold something, in their order."""
        return sorted({column for _, column in self.cells})

    def words(self, row: int) -> list[str]:
        """The different texts of a row in their order."""
        return list(dict.fromkeys(self.text(row, column) for column in self.columns if self.text(row, column)))


def read_grid(path: Path, sheet: str = "", limits: Limits = LIMITS) -> Grid:
    """The cells of a file; of a workbook those of the named sheet, else of the one with most. Raises Refused with what
    is wrong and what to do.
    """
    if not path.is_file():
        raise Refused(f"Không có tệp “{path}”.")
    if path.suffix.lower() in TEXTS:
        return _of_text(path)
    try:
        pages = apart(read_form, path, limits)
    except NotAForm as fault:
        raise Refused(f"“{path.name}”: {fault.message} {fault.remedy}") from None
    found = [page for page in pages if page.name == sheet] if sheet else sorted(pages, key=lambda one: -len(one.cells))
    if not found or not found[0].cells:
        names = ", ".join(f"“{page.name}”" for page in pages)
        raise Refused(f"“{path.name}” không có tờ “{sheet}”, hoặc tờ ấy trống. Các tờ: {names}. Sửa dòng to của MAP.")
    return _of_page(path.name, found[0])


def _of_page(file: str, page: Page) -> Grid:
    cells = dict(page.cells)
    for top, bottom, left, right in page.merged:
        if value := page.cells.get((top, left)):
            cells |= {(row, col): value for row in range(top, bottom + 1) for col in range(left, right + 1)}
    return Grid(file, page.name, cells, merged=bool(page.merged))


def _of_text(path: Path) -> Grid:
    if path.stat().st_size > MOST_BYTES:
        raise Refused(f"“{path.name}” lớn hơn {MOST_BYTES // 10**6} MB. Chia bảng thành nhiều tệp.")
    try:
        text = decode(path.read_bytes())
    except Undecodable as fault:
        raise Refused(f"“{path.name}”, dòng {fault.line}: {fault.message} {fault.remedy}") from None
    # a title may hold a comma: the marks of the first line that is parted more than once decide
    first = next((line for line in text.split("\n") if max(map(line.count, ",;\t")) > 1), "")
    raw = split(text, None, delimiter_of(first, None))
    if raw.broken:
        raise Refused(
            f"“{path.name}”, dòng {raw.broken}: dấu ngoặc kép mở mà không đóng. Mở tệp bằng Excel, lưu lại ở dạng “CSV "
            "UTF-8 (Comma delimited)” rồi nạp lại."
        )
    cells = {
        (line, column): Raw(cell, "@", formula=False, error=False)
        for line, row in raw.rows
        for column, cell in enumerate(row, 1)
        if clean(cell)
    }
    return Grid(path.name, "", cells, merged=False)
