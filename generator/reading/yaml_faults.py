"""Files of fields (YAML): where a field stands, and in words what keeps a file from being read."""

from __future__ import annotations

import re

_NO_BLANK = re.compile(r"(\s*(?:- )?)(\w+):([^\s:/].*)")
_COLON = re.compile(r"(\s*(?:- )?)(\w+): ([^\"'{\[#|>].*:\s.*)")


def line_of(text: str, field: str) -> int:
    """The line on which a field at the margin stands; 1 where it does not stand at all."""
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if re.match(rf"{re.escape(field)}\s*:", line)), 1)


def fault_of(text: str, line: int) -> tuple[int, str, str]:
    """Line, message and remedy for a file that cannot be read; `line` is where its reading ended, which may be
    far below the fault.
    """
    for number, content in enumerate(text.splitlines(), 1):
        if not content.lstrip().startswith("#") and (told := _fault_in(content)):
            return number, *told
    return (
        line,
        "Tệp không đúng cách viết “trường: giá trị” ở gần dòng này.",
        "Viết mỗi dòng một trường: tên trường, dấu hai chấm, một dấu cách, giá trị trong ngoặc kép, như một mục đúng.",
    )


def _fault_in(line: str) -> tuple[str, str] | None:
    if line[: len(line) - len(line.lstrip())].count("\t"):
        return "Dòng này thụt vào bằng phím Tab.", "Xóa khoảng trống đầu dòng rồi gõ lại bằng dấu cách."
    if line.count('"') % 2:
        return (
            "Dòng này có một dấu ngoặc kép lẻ: mở mà không đóng, hoặc đóng mà không mở.",
            "Thêm dấu còn thiếu, để cả giá trị nằm trong một cặp \"…\".",
        )  # fmt: skip
    if found := _NO_BLANK.fullmatch(line):
        return "Thiếu một dấu cách sau dấu hai chấm.", f"Viết {found[2]}: {found[3]}"
    if found := _COLON.fullmatch(line):
        return "Giá trị có dấu hai chấm nên phải nằm trong ngoặc kép.", f'Viết {found[2]}: "{found[3]}"'
    return None
