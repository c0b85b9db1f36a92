"""Rules on rows: each is a small generator of problems whose docstring is the rule.

Rules that need values of several rows live in `differences`; these need one row and its context.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator import schema
from generator.check_catalogue import nearest
from generator.model import BUDGET, Catalogue, Problem, Record
from generator.quantities import Quantity, read_quantity, show_number
from generator.unreadable import Unreadable

COUNT_UNIT = "đếm"
ID_COLUMNS = {"nguon": "nguon", "muc-tieu": "ma", "nhiem-vu": "ma", "kien-nghi": "ma", "ngan-sach": "ma_dong"}
"""Tables whose rows have an id of their own, and its column."""
_READ_BY_INDICATOR = frozenset({"gia_tri", "gia_tri_den"})
"""Columns whose unit is that of the row's indicator."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides its row: catalogue and the sources of each commune."""

    catalogue: Catalogue
    sources: Mapping[tuple[str, str], Record]


Rule = Callable[[Record, schema.Table, Context], Iterator[Problem]]


@lru_cache(maxsize=100_000)
def quantity(text: str, unit: str) -> Quantity:
    """`read_quantity`, remembered: check and tidy read the same cells."""
    return read_quantity(text, unit)


def unit_of(row: Record, column: schema.Column, catalogue: Catalogue) -> str:
    """The unit a cell is read by: the catalogue's, for budget lines always đồng."""
    if column.melts_to in catalogue.indicators:
        return catalogue.indicators[column.melts_to].unit
    if row.table == "ngan-sach":
        return "đồng"
    indicator = catalogue.indicators.get(row["chi_tieu"])
    return indicator.unit if indicator else COUNT_UNIT


def short_cells(row: Record, _: schema.Table, __: Context) -> Iterator[Problem]:
    """A cell holds a text that a page can show."""
    for name, value in row.cells.items():
        if len(value) > schema.LONGEST_TEXT:
            yield row.problem(
                name, "o-qua-dai",
                f"Ô này dài {show_number(len(value))} ký tự; nhiều nhất là {show_number(schema.LONGEST_TEXT)}.",
                "Chỉ chép câu có con số; nếu dán nhầm cả văn bản hoặc quên đóng dấu ngoặc kép thì sửa lại.",
            )  # fmt: skip


def required_cells(row: Record, table: schema.Table, _: Context) -> Iterator[Problem]:
    """A cell of a required column is not empty."""
    for column in table.columns:
        if column.required and not row[column.name]:
            yield row.problem(
                column.name, "o-trong-bat-buoc", f"Ô “{column.heading}” còn trống.",
                f"Điền cột {column.name}; mỗi dòng phải nói rõ để người đọc tra lại được.",
            )  # fmt: skip


def known_choices(row: Record, table: schema.Table, _: Context) -> Iterator[Problem]:
    """A cell with a list of choices holds one of them."""
    for column in table.columns:
        value = row[column.name]
        if column.choices and value and value not in column.choices:
            options = ", ".join(f"{key} ({words})" for key, words in column.choices.items())
            yield row.problem(
                column.name, "lua-chon-la", f"“{value}” không phải một lựa chọn của cột {column.name}.",
                f"Chọn một trong: {options}.",
            )  # fmt: skip


_SPREADSHEET_ERROR = re.compile(r"#(REF!|VALUE!|N/A|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#+)|Err:[0-9]+")


def no_spreadsheet_errors(row: Record, table: schema.Table, _: Context) -> Iterator[Problem]:
    """No cell holds what a spreadsheet shows in the place of a value that it lost."""
    for column in table.columns:
        if _SPREADSHEET_ERROR.fullmatch(row[column.name]):
            yield row.problem(
                column.name, "loi-excel", f"Ô ghi “{row[column.name]}”: công thức của Excel bị hỏng, số thật đã mất.",
                "Mở văn bản nguồn và gõ lại giá trị vào ô này, không dùng công thức.",
            )  # fmt: skip


def readable_quantities(row: Record, table: schema.Table, context: Context) -> Iterator[Problem]:
    """A number has exactly one reading in the unit of its indicator."""
    for column in table.columns:
        if column.kind not in ("count", "quantity") or not row[column.name]:
            continue
        if _SPREADSHEET_ERROR.fullmatch(row[column.name]):
            continue  # told by another rule
        if column.name in _READ_BY_INDICATOR and row["chi_tieu"] not in context.catalogue.indicators:
            continue  # told by another rule; without its unit a cell cannot be read
        try:
            quantity(row[column.name], unit_of(row, column, context.catalogue))
        except Unreadable as fault:
            yield row.problem(column.name, "so-sai", fault.message, fault.remedy)


def known_indicators(row: Record, table: schema.Table, context: Context) -> Iterator[Problem]:
    """An indicator is in the catalogue, and its breakdown is one of the indicator's."""
    for column in table.columns:
        value = row[column.name]
        if column.kind == "indicator" and value and value not in context.catalogue.indicators:
            yield row.problem(
                column.name, "chi-tieu-la",
                f"Không có chỉ tiêu “{value}”.{nearest(value, context.catalogue.indicators)}",
                "Tìm mã ở trang Các chỉ tiêu (đuôi địa chỉ mỗi chỉ tiêu là mã của nó); chỉ tiêu thật sự mới thì thêm "
                "một mục vào danh-muc/chi-tieu.yml.",
            )  # fmt: skip
        if column.kind == "breakdown" and value:
            indicator = context.catalogue.indicators.get(row["chi_tieu"])
            if indicator and value not in indicator.breakdowns:
                yield row.problem(
                    column.name, "phan-to-la",
                    f"Chỉ tiêu “{indicator.id}” không có phân tổ “{value}”."
                    f"{nearest(value, indicator.breakdowns)}",
                    "Dùng một phân tổ của chỉ tiêu trong danh-muc/chi-tieu.yml, hoặc thêm vào đó.",
                )  # fmt: skip


def known_form_indicators(row: Record, table: schema.Table, context: Context) -> Iterator[Problem]:
    """The indicators that a form's row turns into are in the catalogue."""
    made = {
        column.melts_to for column in table.columns if column.melts_to and (row[column.name] or table.name == "bdhvs")
    }
    made |= {BUDGET} if table.name == "ngan-sach" else set()
    for name in sorted(made - set(context.catalogue.indicators)):
        yield row.problem(
            "", "chi-tieu-la", f"Danh mục thiếu chỉ tiêu “{name}” mà bảng {table.file} cần.",
            "Thêm lại mục này vào danh-muc/chi-tieu.yml.",
        )  # fmt: skip


def one_unit(row: Record, _: schema.Table, context: Context) -> Iterator[Problem]:
    """A unit written in the row is the unit of its indicator."""
    indicator = context.catalogue.indicators.get(row["chi_tieu"])
    if indicator and row["don_vi"] and row["don_vi"] != indicator.unit:
        yield row.problem(
            "don_vi", "don-vi-khac",
            f"Đơn vị “{row['don_vi']}” khác đơn vị “{indicator.unit}” của chỉ tiêu {indicator.id}.",
            "Để trống cột don_vi, hoặc đổi số liệu về đúng đơn vị và chép số như in vào nhu_in.",
        )  # fmt: skip


def known_sources(row: Record, table: schema.Table, context: Context) -> Iterator[Problem]:
    """The source of a row is registered in the commune's nguon.csv."""
    for column in table.columns:
        value = row[column.name]
        if column.kind == "source" and value and (row.commune, value) not in context.sources:
            own = [source for commune, source in context.sources if commune == row.commune]
            if not own:
                return  # that no document is registered at all is told once
            yield row.problem(
                column.name, "nguon-la", f"Văn bản nguồn “{value}” chưa có trong nguon.csv của xã."
                f"{nearest(value, own)}",
                "Sửa cho đúng mã văn bản, hoặc thêm một dòng cho văn bản này vào nguon.csv trước.",
            )  # fmt: skip


def some_number(row: Record, table: schema.Table, _: Context) -> Iterator[Problem]:
    """A row of a form prints at least one number; one without gives nothing to the site, and its author is told."""
    counts = [column.name for column in table.columns if column.melts_to]
    if counts and table.name != "bdhvs" and not any(row[name] for name in counts):
        yield row.problem(
            "", "dong-khong-so", "Dòng này không có số nào nên không đưa gì lên trang.",
            "Điền các số mà văn bản in, hoặc xóa dòng. Nếu văn bản kẻ ô mà bỏ trống thì ghi dấu “—” vào ô ấy: trang sẽ "
            "nói là chưa có số liệu.",
            "note",
        )  # fmt: skip


def plain_ids(row: Record, _: schema.Table, __: Context) -> Iterator[Problem]:
    """An id that becomes part of an address is made of a-z, 0-9 and hyphens."""
    column = ID_COLUMNS.get(row.table, "")
    if row[column] and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row[column]):
        yield row.problem(
            column, "ma-sai", f"Mã “{row[column]}” có dấu, chữ hoa, khoảng trắng hoặc ký hiệu.",
            "Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ bao-cao-5-thang.",
        )  # fmt: skip


ROW_RULES: tuple[Rule, ...] = (
    required_cells,
    known_choices,
    no_spreadsheet_errors,
    known_indicators,
    known_form_indicators,
    readable_quantities,
    one_unit,
    known_sources,
    plain_ids,
    some_number,
)
