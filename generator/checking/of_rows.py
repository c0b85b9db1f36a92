"""Rules on rows: each is a small generator of problems whose docstring is the rule.

Rules that need values of several rows live in `differences`; these need one row and its context.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.checking.of_catalogue import nearest
from generator.language.numbers import show_number
from generator.language.vietnamese import slug
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables.table import LONGEST_ID, LONGEST_TEXT, RESERVED, Column, Table


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides its row: catalogue, the sources of each commune, the day of the check."""

    catalogue: Catalogue
    sources: Mapping[tuple[str, str], Record]
    day: dt.date


Rule = Callable[[Record, Table, Context], Iterator[Problem]]


def short_cells(row: Record, _: Table, __: Context) -> Iterator[Problem]:
    """A cell holds a text that a page can show."""
    for name, value in row.cells.items():
        if len(value) > LONGEST_TEXT:
            yield row.problem(
                name, "o-qua-dai",
                f"Ô này dài {show_number(len(value))} ký tự; nhiều nhất là {show_number(LONGEST_TEXT)}.",
                "Chỉ chép câu có con số; nếu dán nhầm cả văn bản hoặc quên đóng dấu ngoặc kép thì sửa lại.",
            )  # fmt: skip


def required_cells(row: Record, table: Table, context: Context) -> Iterator[Problem]:
    """No cell of a required column is empty; a row that lacks several is told once."""
    empty = [column for column in table.columns if column.required and not row[column.name]]
    if not empty:
        return
    named = ", ".join(f"{column.name} ({column.heading})" for column in empty)
    message = f"{len(empty)} ô còn trống: {named}."
    if len(empty) == 1:
        message = f"Ô “{empty[0].heading}” (cột {empty[0].name}) còn trống."
    what = "; ".join(f"cột {column.name}: {_what_goes_into(column, context.catalogue)}" for column in empty)
    remedy = f"Ghi vào {what}."
    if len(empty) >= _MERGED:
        remedy += (
            " Nếu trong Excel các ô này gộp (merge) với dòng trên thì bỏ gộp và điền cho từng dòng; dòng thừa thì xóa."
        )
    yield row.problem(empty[0].name, "o-trong-bat-buoc", message, remedy)


_MERGED = 3
"""So many empty cells in one row look like cells that were merged with those above."""


def _what_goes_into(column: Column, catalogue: Catalogue) -> str:
    if options := column.options(catalogue):
        return f"một trong {_listed(options)}"
    return column.to_fill or "lời hoặc số đúng như văn bản in"


def _listed(options: Mapping[str, str]) -> str:
    return ", ".join(f"{key} ({words})" for key, words in options.items())


def known_choices(row: Record, table: Table, context: Context) -> Iterator[Problem]:
    """A cell with a list of choices holds one of them."""
    for column in table.columns:
        value, options = row[column.name], column.options(context.catalogue)
        if options and value and value not in options and not _printed_otherwise(column, value):
            other = "" if column.required else "; không phải thế thì để trống ô"
            near = nearest(value, options)
            remedy = f"Ghi vào ô này một trong: {_listed(options)}{other}."
            swapped = next((c for c in table.columns if c.kind == "text" and row[c.name] in options), None)
            if swapped:
                near = f" “{row[swapped.name]}” đang nằm ở cột {swapped.name}: có lẽ hai ô bị đổi chỗ."
                remedy = f"Ghi {row[swapped.name]} vào cột {column.name} và “{value}” vào cột {swapped.name}."
            yield row.problem(
                column.name, "lua-chon-la",
                f"“{value}” không phải một lựa chọn của cột {column.name} ({column.heading}).{near}",
                remedy,
            )  # fmt: skip


def _printed_otherwise(column: Column, value: str) -> bool:
    """Whether words are another category that a document prints: words, and not a slip of the pen for a known one."""
    if not column.open or not re.search(r"[^\W\d_]{2}", value):
        return False
    written = slug(value)
    ways = [slug(way) for pair in (column.choices or {}).items() for way in pair]
    return not difflib.get_close_matches(written, ways, 1, _SLIP) and "_" not in value


_SLIP = 0.85
"""So alike, words in the place of a known category are a slip of the pen."""


def known_indicators(row: Record, table: Table, context: Context) -> Iterator[Problem]:
    """An indicator is in the catalogue, and its breakdown is one of the indicator's."""
    for column in table.columns:
        value = row[column.name]
        if column.kind == "indicator" and value and value not in context.catalogue.indicators:
            yield row.problem(
                column.name, "chi-tieu-la",
                f"Không có chỉ tiêu “{value}”.{nearest(value, context.catalogue.indicators)}",
                f"Ghi vào cột {column.name} tên hoặc mã của chỉ tiêu đúng như ở trang Các chỉ tiêu; chỉ tiêu thật sự "
                "mới thì nhờ người quản trị thêm một mục vào danh-muc/chi-tieu.yml.",
            )  # fmt: skip
        if column.kind == "breakdown" and value:
            indicator = context.catalogue.indicators.get(row["chi_tieu"])
            if indicator and value not in indicator.breakdowns:
                options = ", ".join(f"{key} ({words})" for key, words in indicator.breakdowns.items())
                choose = f"Ghi vào cột phan_to một trong: {options}; số" if options else "Để trống cột phan_to; số"
                yield row.problem(
                    column.name, "phan-to-la",
                    f"Chỉ tiêu “{indicator.name}” không có phân tổ “{value}”.{nearest(value, indicator.breakdowns)}",
                    f"{choose} chung thì để trống; phân tổ mới thì nhờ người quản trị thêm vào phan_to của "
                    f"{indicator.id} trong danh-muc/chi-tieu.yml.",
                )  # fmt: skip


def known_form_indicators(row: Record, table: Table, context: Context) -> Iterator[Problem]:
    """The indicators that a form's row turns into are in the catalogue."""
    made = {column.melts_to for column in table.columns if row[column.name] or table.blank_is_missing}
    made |= {table.indicator_of(row)} if table.indicator_of else set()
    for name in sorted(made - {"", *context.catalogue.indicators}):
        yield row.problem(
            "", "chi-tieu-la", f"Danh mục thiếu chỉ tiêu “{name}” mà bảng {table.file} cần.",
            "Thêm lại mục này vào danh-muc/chi-tieu.yml.",
        )  # fmt: skip


def known_sources(row: Record, table: Table, context: Context) -> Iterator[Problem]:
    """The source of a row is registered in the commune's nguon.csv."""
    for column in table.columns:
        value = row[column.name]
        if column.kind == "source" and value and (row.commune, value) not in context.sources:
            own = [source for commune, source in context.sources if commune == row.commune]
            if not own:
                return  # that no document is registered at all is told once
            whose = "tỉnh" if row.file.startswith("tinh/") else "xã"
            message = f"Văn bản nguồn “{value}” chưa có trong nguon.csv của {whose}.{nearest(value, own)}"
            remedy = (
                f"Gõ nhầm thì ghi lại vào cột {column.name} mã đúng, một trong: {_newest_of(own)}. Văn bản chưa "
                f"đăng ký, hoặc dòng của nó đã bị xóa, thì thêm vào nguon.csv một dòng có “{value}” ở cột nguon."
            )
            meant = next(
                (s for s in own if context.sources[row.commune, s]["so_hieu"].casefold() == value.casefold()), ""
            )
            if meant:
                message = f"“{value}” là số hiệu của văn bản, cột {column.name} ghi mã của nó trong nguon.csv."
                remedy = f"Ghi {meant} vào cột {column.name}."
            elif row["vi_tri"] in own:
                message = f"Cột nguon ghi “{value}”, còn mã văn bản “{row['vi_tri']}” nằm ở cột vi_tri: hai ô đổi chỗ."
                remedy = f"Ghi {row['vi_tri']} vào cột nguon và “{value}” vào cột vi_tri."
            yield row.problem(column.name, "nguon-la", message, remedy)


_CODES = 12
"""Codes of documents that a remedy names."""


def _newest_of(codes: Sequence[str]) -> str:
    """The codes that were registered last, and how many more there are."""
    more = len(codes) - _CODES
    return ", ".join(codes[: -_CODES - 1 : -1]) + (f" và {more} mã cũ hơn" if more > 0 else "")


def plain_ids(row: Record, table: Table, _: Context) -> Iterator[Problem]:
    """An id that becomes part of an address is made of a-z, 0-9 and hyphens, and a folder can bear it."""
    column = table.id_column
    own = row[column]
    if own and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", own):
        yield row.problem(
            column, "ma-sai", f"Mã “{own}” có dấu, chữ hoa, khoảng trắng hoặc ký hiệu.",
            f"Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối; ở đây ghi {_short(slug(own)) or 'mot-ma'}",
        )  # fmt: skip
    elif len(own) > LONGEST_ID:
        yield row.problem(
            column, "ma-sai", f"Mã “{own}” dài {len(own)} chữ; nhiều nhất là {LONGEST_ID}.",
            f"Đặt mã ngắn hơn, ở đây ghi {_short(own)}, và sửa như thế ở mọi dòng trỏ tới mã này.",
        )  # fmt: skip
    elif own in RESERVED:
        yield row.problem(
            column, "ma-sai", f"Mã “{own}” trùng một tên mà máy Windows không cho đặt cho thư mục.",
            f"Đặt mã khác, ở đây ghi {own}-1, và sửa như thế ở mọi dòng trỏ tới mã này.",
        )  # fmt: skip


def _short(own: str) -> str:
    """The beginning of an id, whole words of it where there are several."""
    return own if len(own) <= LONGEST_ID else own[:LONGEST_ID].rpartition("-")[0] or own[:20]


ROW_RULES: tuple[Rule, ...] = (
    required_cells,
    known_choices,
    known_indicators,
    known_form_indicators,
    known_sources,
    plain_ids,
)
