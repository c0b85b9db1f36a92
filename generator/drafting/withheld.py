"""What is never published, known by its words: such a number is listed without its value and never drafted."""

from __future__ import annotations

import re

from generator.drafting.found import Found
from generator.language.personal_data import found_in as personal_in

_STATE = "bí mật nhà nước"
_ANYWHERE = (
    ("việc nội bộ của Đảng", r"đảng phí|đảng tịch|sổ tay đảng viên|cơ sở dữ liệu đảng viên|\bchi bộ\b"),
    ("việc nội bộ của Đảng", r"(?:thông tin|số|tỷ lệ|\d) đảng viên|(?:thủ tục hành chính|TTHC) của (?:riêng )?Đảng"),
    ("việc nội bộ của Đảng", r"tổ chức đảng\b(?! xã)"),
    ("mạng, đường truyền, địa chỉ", r"\bMbps\b|\bGbps\b|\bIP\b|\bSwitch\b|cáp quang|điểm mạng|đường truyền|mạng LAN"),
    ("mạng, đường truyền, địa chỉ", r"\bLAN\b|tường lửa|router"),
    (
        "mật khẩu, cấp độ an toàn, phần mềm",
        r"mật khẩu|cấp độ an toàn|hồ sơ cấp độ|tài khoản quản trị|lỗ hổng|bản quyền",
    ),
    ("thông tin liên hệ cá nhân", r"số điện thoại|điện thoại:|họ và tên:|căn cước công dân số|\bCCCD\b|số tài khoản"),
)
"""A kind in words, and what betrays it anywhere in the sentence."""
_NEAR = (
    (_STATE, r"(?<!trừ )(?:máy tính|máy|phần mềm|văn bản|tài liệu|thiết bị|hệ thống máy|đường) mật\b|cơ yếu|lộ lọt"),
    (_STATE, r"(?<!phạm vi )bí mật nhà nước"),
)
"""The same of what does in the number's own clause."""
_READY = tuple(tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in rules) for rules in (_ANYWHERE, _NEAR))


def kept_back(found: Found) -> str:
    """The kind for which a number is not put on a page, in Vietnamese; '' where it may be."""
    passage = found.passage
    if next(iter(personal_in(passage.text, ())), None):
        return "thông tin liên hệ cá nhân"
    whole = " ".join((passage.text, passage.lead, passage.row, *passage.column))
    own = " ".join((found.before, found.printed, found.behind, passage.row, *passage.column))
    for rules, text in zip(_READY, (whole, own), strict=True):
        for kind, words in rules:
            if words.search(text):
                return kind
    return ""


def tells_of_secrets(words: str) -> bool:
    """Whether some words speak of what is kept back though their sentence is not: of a neighbour in a list."""
    return any(pattern.search(words) for _, pattern in _READY[1])
