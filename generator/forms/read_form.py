"""An Excel file to plain cells, safely: nothing in it is run or followed, its size is known before it is opened."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.archive import COPY, NotAForm, safe_zip
from generator.language.numbers import show_number

MOST_CELLS = 500_000
"""Cells of a form that may hold something: 36 months of every table hold a tenth."""


ESCAPED = re.compile("_x005F_(?=x)", re.IGNORECASE)
"""How a workbook writes the `_` of a text that would else be read as an escape of some sign (`_x000D_`)."""


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


def read_form(path: Path, most: int = MOST_CELLS) -> list[Page]:
    """The sheets of a file in their order, hidden ones too. Raises `NotAForm` with a reason, also for more than `most`
    cells that hold something.
    """
    safe_zip(path).close()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of drawings and extensions that are not read
            values = load_workbook(path, data_only=True, keep_links=False)
            formulas = load_workbook(path, data_only=False, keep_links=False)
        pages = [_page(*both) for both in zip(values.worksheets, formulas.worksheets, strict=True)]
    except (MemoryError, OSError):
        raise
    except Exception as fault:  # a damaged file can fail anywhere in the library
        raise NotAForm(f"Không mở được tệp: nội dung bên trong bị hỏng ({type(fault).__name__}).") from None
    if (cells := sum(len(page.cells) for page in pages)) > most:
        raise NotAForm(
            f"Biểu có {show_number(cells)} ô có nội dung, trong khi nhiều nhất là {show_number(most)}.", COPY
        )
    return pages


def _page(sheet: Worksheet, with_formulas: Worksheet) -> Page:
    # the cells that are there: to walk the rows would make a cell for every blank of a sheet formatted to its end
    made_by_formula = {place for place, cell in with_formulas._cells.items() if cell.data_type == "f"}
    cells = {
        place: Raw(_text(cell.value), str(cell.number_format), place in made_by_formula, cell.data_type == "e")
        for place, cell in sorted(sheet._cells.items())
        if cell.value is not None or place in made_by_formula
    }
    merged = [(r.min_row, r.max_row, r.min_col, r.max_col) for r in sheet.merged_cells.ranges]
    return Page(sheet.title, cells, tuple(sorted(merged)))


def _text(value: object) -> object:
    return ESCAPED.sub("_", value) if isinstance(value, str) else value
