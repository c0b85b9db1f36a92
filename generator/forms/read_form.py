"""An Excel file to plain cells, safely: nothing in it is run or followed, its size is known before it is opened."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

MOST_BYTES = 10_000_000
MOST_UNZIPPED = 100_000_000
_MOST_PARTS = 2_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_SAVE_AS = "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) → “Excel Workbook (.xlsx)” rồi gửi lại."


class NotAForm(ValueError):
    """A file that is not opened: why, and what to do instead, in Vietnamese."""

    def __init__(self, message: str, remedy: str = _SAVE_AS) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class Raw(NamedTuple):
    """A cell as the file holds it: the value last shown, its number format, whether a formula made it,
    whether it is an error of the spreadsheet (#REF!).
    """

    value: object
    format: str
    formula: bool
    error: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet: the cells that hold something by (row, column), counted from 1; `merged` as (first row,
    last row, first column, last column).
    """

    name: str
    cells: Mapping[tuple[int, int], Raw]
    merged: tuple[tuple[int, int, int, int], ...]


def safe_zip(path: Path) -> zipfile.ZipFile:
    """An .xlsx opened as an archive. Raises `NotAForm` for what is no such file, too large, or carries macros."""
    if path.stat().st_size > MOST_BYTES:
        raise NotAForm(
            f"Tệp lớn hơn {MOST_BYTES // 10**6} MB.",
            "Biểu chỉ có chữ và số nên nhỏ hơn nhiều: xóa ảnh và các tờ không thuộc biểu rồi gửi lại.",
        )
    with path.open("rb") as file:
        begins = file.read(4)
    if begins == _OLD_OFFICE:
        raise NotAForm(
            "Tệp là dạng Excel cũ (.xls) hoặc có đặt mật khẩu nên không mở được.", f"Bỏ mật khẩu. {_SAVE_AS}"
        )
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError):
        raise NotAForm("Tệp không phải bảng tính Excel (.xlsx), hoặc đã hỏng.") from None
    try:
        _look_inside(archive)
    except NotAForm:
        archive.close()
        raise
    return archive


def _look_inside(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if sum(part.file_size for part in parts) > MOST_UNZIPPED or len(parts) > _MOST_PARTS:
        raise NotAForm(
            f"Tệp bung ra lớn hơn {MOST_UNZIPPED // 10**6} MB hoặc có quá nhiều phần.",
            "Chép riêng các dòng số liệu sang một biểu mới tạo bằng lệnh portal form rồi gửi biểu mới.",
        )
    if "xl/workbook.xml" not in names:
        raise NotAForm("Tệp không phải bảng tính Excel (.xlsx).")
    if any(name.endswith("vbaProject.bin") for name in names) or any(
        b"macroEnabled" in archive.read(name) for name in names & {"[Content_Types].xml"}
    ):
        raise NotAForm("Tệp có macro (.xlsm) nên không nhận.")


def read_form(path: Path) -> list[Page]:
    """The sheets of a file in their order, hidden ones too. Raises `NotAForm` with a reason."""
    safe_zip(path).close()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of drawings and extensions that are not read
            values = load_workbook(path, data_only=True, keep_links=False)
            formulas = load_workbook(path, data_only=False, keep_links=False)
    except Exception as fault:  # a damaged file can fail anywhere in the library
        raise NotAForm(f"Không mở được tệp: nội dung bên trong bị hỏng ({type(fault).__name__}).") from None
    return [_page(sheet, formulas[sheet.title]) for sheet in values.worksheets]


def _page(sheet: Worksheet, with_formulas: Worksheet) -> Page:
    # the cells that are there: to walk the rows would make a cell for every blank of a sheet formatted to its end
    made_by_formula = {place for place, cell in with_formulas._cells.items() if cell.data_type == "f"}
    cells = {
        place: Raw(cell.value, str(cell.number_format), place in made_by_formula, cell.data_type == "e")
        for place, cell in sorted(sheet._cells.items())
        if cell.value is not None or place in made_by_formula
    }
    merged = [(r.min_row, r.max_row, r.min_col, r.max_col) for r in sheet.merged_cells.ranges]
    return Page(sheet.title, cells, tuple(sorted(merged)))
