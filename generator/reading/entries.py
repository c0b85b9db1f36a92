"""The entries of a YAML list and their fields: what is there, or a problem that says what is wrong with the entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, TypeVar

from generator.language.vietnamese import clean
from generator.model.problem import Problem
from generator.reading.folders import Folder
from generator.reading.text_files import LINE, read_yaml
from generator.tables.table import LONGEST_TEXT

NOT_FIELDS = "không phải các dòng “trường: giá trị”"
T = TypeVar("T")


class BadField(ValueError):
    """A field that is missing or wrong, in words; `field` is its name."""

    def __init__(self, field: str, fault: str) -> None:
        super().__init__(fault)
        self.field = field


def entries(folder: Folder, file: str, make: Callable[[Mapping[str, Any]], T], problems: list[Problem]) -> Iterator[T]:
    """The entries of a catalogue list, each typed by `make`."""
    where, before = f"{folder.place}/{file}", len(problems)
    read = read_yaml(folder, file, problems)
    if not isinstance(read, list) and len(problems) == before:
        problems.append(_bad_entry(where, 1, file.removesuffix(".yml"), "tệp phải là một danh sách các mục"))
    seen: set[str] = set()
    line = 1
    for item in read if isinstance(read, list) else ():
        if not isinstance(item, dict):
            problems.append(_bad_entry(where, line, str(item), NOT_FIELDS))
            continue
        line = item[LINE]
        name = str(item.get("ma") or item.get("tu") or item.get("tong"))
        if "ma" in item and name in seen:
            problems.append(_bad_entry(where, line, name, "mã đã dùng ở một mục trước"))
        seen.add(name)
        try:
            yield make(item)
        except ValueError as fault:
            problems.append(_bad_entry(where, line, name, str(fault)))


def _bad_entry(where: str, line: int, name: str, fault: str) -> Problem:
    return Problem(
        where, line, name, "danh-muc-sai", "error",
        f"Mục “{name}” của danh mục không dùng được: {fault}.",
        "Thêm hoặc sửa trường ấy theo một mục đúng ở gần đó trong cùng tệp; mỗi mục một mã riêng.",
    )  # fmt: skip


def words(item: Mapping[str, Any], field: str, *, may_be_empty: bool = False) -> str:
    """A field that must be text. Raises BadField where it is missing or not text."""
    if field not in item:
        raise BadField(field, f"thiếu trường {field}")
    value = item[field]
    if not isinstance(value, str) or not (clean(value) or may_be_empty):
        raise BadField(field, f"trường {field} phải là chữ, không để trống (mã số đặt trong ngoặc kép)")
    if len(value) > LONGEST_TEXT:
        raise BadField(field, f"trường {field} dài {len(value)} ký tự, nhiều nhất là {LONGEST_TEXT}")
    return clean(value)


def one_of(item: Mapping[str, Any], field: str, known: Collection[str]) -> str:
    """A field that must be one of the known words. Raises ValueError where it is none of them."""
    text = words(item, field)
    if text not in known:
        raise ValueError(f"{field} “{text}” không có; chọn một trong {', '.join(known)}")
    return text


def several(item: Mapping[str, Any], field: str) -> list[Any]:
    """A field that is a list or left out. Raises BadField where it is something else."""
    value = item.get(field) or []
    if not isinstance(value, list):
        raise BadField(field, f"trường {field} phải là một danh sách")
    return value


def id_of(text: str) -> str:
    """An id that becomes part of addresses. Raises ValueError where it could lead elsewhere."""
    if not re.fullmatch(r"[a-z0-9_-]+", text):
        raise ValueError(f"mã “{text}” phải gồm chữ thường không dấu, chữ số, gạch dưới và gạch nối")
    return text


def marked(item: Mapping[str, Any], field: str) -> bool:
    """Whether a field says `co`. Raises ValueError where it says something else."""
    if field in item and item[field] != "co":
        raise ValueError(f"trường {field} chỉ ghi co, hoặc bỏ cả dòng")
    return field in item


def no_other_fields(item: Mapping[str, Any], known: Collection[str]) -> None:
    """Raises ValueError at a field that is none of the known."""
    if other := [field for field in item if field not in (*known, LINE)]:
        raise ValueError(f"không có trường nào tên {other[0]}; các trường: {', '.join(known)}")
