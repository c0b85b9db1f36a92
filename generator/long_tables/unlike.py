"""Where a mapping is not of a table, does not say enough, or takes numbers of one unit for another."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.numbers import COUNT_UNIT, PERCENT
from generator.language.unreadable import Unreadable
from generator.language.vietnamese import slug
from generator.long_tables.heading_rows import Headings
from generator.long_tables.lines import Fault
from generator.long_tables.table_map import COMMUNE, OF_ROWS, SKIP, TableMap
from generator.model.catalogue import Catalogue
from generator.reading.values import read


def unlike(headings: Headings, map: TableMap, catalogue: Catalogue) -> Iterator[Fault]:
    """Why no row can be read by this mapping."""
    there, told = list(headings.words.values()), [column.heading for column in map.columns]
    for words in dict.fromkeys(one for one in there if there.count(one) > 1):
        yield Fault(headings.last, words, "", f"Bảng có {there.count(words)} cột cùng tên “{words}”.",
                    "Sửa tiêu đề trong bảng cho khác nhau rồi chạy lại.")  # fmt: skip
    for words in (one for one in there if one not in told):
        yield Fault(headings.last, words, "", f"Bản đồ cột không nói cột “{words}” là gì.",
                    f"Thêm cột ấy vào mục cot; không dùng thì ghi la: {SKIP}.")  # fmt: skip
    for words in (one for one in told if one not in there):
        yield Fault(headings.last, words, "", f"Bản đồ cột có cột “{words}” mà bảng không có.",
                    "Bỏ mục ấy khỏi cot, hoặc sửa tieu_de cho đúng như bảng.")  # fmt: skip
    means = [column.means for column in map.columns]
    for one in dict.fromkeys(one for one in means if one != SKIP and means.count(one) > 1):
        yield Fault(headings.last, "", "", f"Bản đồ cột có {means.count(one)} cột cùng là {one}.",
                    f"Giữ một cột; các cột kia ghi la: {SKIP}.")  # fmt: skip
    if COMMUNE not in means:
        yield Fault(headings.last, "", "", "Bản đồ cột không có cột nào là xã.", "Ghi la: xa cho cột tên hoặc mã xã.")
    if ("gia_tri" in means) != ("chi_tieu" in means):
        yield Fault(headings.last, "", "", "Cột giá trị và cột chỉ tiêu phải đi cùng nhau.",
                    "Ghi đủ la: chi_tieu và la: gia_tri, hoặc bỏ cả hai.")  # fmt: skip
    if not any(map_column.means not in OF_ROWS or map_column.means == "gia_tri" for map_column in map.columns):
        yield Fault(headings.last, "", "", "Bản đồ cột không có cột số nào.", "Ghi la: cho các cột số.")
    for column in map.columns:
        indicator = catalogue.indicators.get(column.means.partition("/")[0])
        if column.unit and indicator and not fits(column.unit, indicator.unit):
            yield Fault(headings.last, column.heading, "",
                        f"Cột “{column.heading}” tính bằng {column.unit}, còn chỉ tiêu {indicator.name} tính bằng "
                        f"{indicator.unit}.",
                        "Chọn chỉ tiêu khác, hoặc đổi số trong bảng sang đơn vị ấy rồi bỏ don_vi.")  # fmt: skip


def fits(unit: str, wanted: str) -> bool:
    """Whether a number in a unit can be read in another: the same, or money in millions for money."""
    if slug(unit) == slug(wanted) or wanted in (COUNT_UNIT, ""):
        return slug(unit) == slug(wanted) or wanted == "" or unit != PERCENT
    return not isinstance(read(with_unit("1", unit), wanted), Unreadable)


def with_unit(text: str, unit: str) -> str:
    """A bare number with its unit behind."""
    return f"{text}{unit}" if unit == PERCENT else f"{text} {unit}"
