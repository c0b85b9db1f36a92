"""Words and marks in the place of a number: nothing happened, or nothing is known."""

from __future__ import annotations

import re

_EMPTY = frozenset({"", "—", "–", "-", "chưa có số liệu", "không có số liệu", "chưa báo cáo"})
_UNKNOWN = re.compile(
    r"(đang|chưa|không) (được )?(cập nhật|tổng hợp|thống kê|đánh giá|báo cáo|rà soát|xác định|thu thập|khảo sát|nêu|rõ"
    r"|áp dụng)( được| xong)?( số liệu)?|(chưa|không) (có )?(báo cáo|thông tin|dữ liệu|số liệu)|n/a|n\.a\.?"
    r"|[-–—]+(\s*/?\s*[-–—]+)+"
)
_HAPPENED = "có|phát sinh|triển khai|ghi nhận|hình thành|xảy ra|tiếp nhận|còn"
_THINGS = "hồ sơ|trường hợp|vụ việc|vụ|sự cố|phản ánh, kiến nghị|phản ánh|kiến nghị|kinh phí"
_MARK = re.compile(r"x+|[?.…]+|\*+", re.IGNORECASE)


def says_nothing(text: str) -> bool:
    """Whether a cell is empty or says in words or dashes that there are no data."""
    return text.casefold() in _EMPTY or says_unknown(text)


def says_unknown(text: str) -> bool:
    """Whether a cell says so in words other than the few that mean just this everywhere, so that its author is told.

    >>> says_unknown("Đang cập nhật"), says_unknown("chưa có số liệu")
    (True, False)
    """
    lowered = text.casefold()
    return lowered not in _EMPTY and _UNKNOWN.fullmatch(lowered) is not None


def says_zero(text: str, unit: str) -> bool:
    """Whether a text says in words that there were none: of the unit's things, or of what offices count.

    >>> says_zero("Không phát sinh hồ sơ", "hồ sơ"), says_zero("0 (không)", "hồ sơ"), says_zero("không đạt", "hồ sơ")
    (True, True, False)
    """
    things = f"{re.escape(unit.casefold())}|{_THINGS}" if unit else _THINGS
    none = rf"(không|chưa)( ({_HAPPENED}))?( phát sinh)?( ({things}))?( nào)?( phát sinh)?"
    return re.fullmatch(rf"{none}|0+ ?\({none}\)|{none} ?\(0+\)", text.casefold()) is not None


def holds_a_place(text: str) -> bool:
    """Whether a cell holds a mark that only keeps the place of a number."""
    return _MARK.fullmatch(text) is not None
