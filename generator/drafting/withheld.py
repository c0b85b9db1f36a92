"""What is never published, known by its words: such a number is listed without its value and never drafted."""

from __future__ import annotations

import re

from generator.drafting.found import Found
from generator.language.personal_data import found_in as personal_in

_KINDS = (
    (
        "việc nội bộ của Đảng",
        r"đảng phí|đảng tịch|sổ tay đảng viên|cơ sở dữ liệu đảng viên|(?:thông tin|số|tỷ lệ|\d) đảng viên|\bchi bộ\b"
        r"|(?:thủ tục hành chính|TTHC) của (?:riêng )?Đảng|tổ chức đảng\b(?! xã)",
        "",
    ),
    (
        "mạng, đường truyền, địa chỉ",
        r"\bMbps\b|\bGbps\b|\bIP\b|\bSwitch\b|cáp quang|điểm mạng|đường truyền|mạng LAN|\bLAN\b|tường lửa|router",
        "",
    ),
    (
        "mật khẩu, tài khoản quản trị, cấp độ an toàn",
        r"mật khẩu|cấp độ an toàn|hồ sơ cấp độ|tài khoản quản trị|lỗ hổng|bản quyền|phần mềm diệt",
        "",
    ),
    ("thông tin liên hệ cá nhân", r"số điện thoại|điện thoại:|họ và tên:|căn cước công dân số|\bCCCD\b|số tài khoản", ""),
    (
        "bí mật nhà nước",
        "",
        r"(?<!trừ )(?:máy tính|máy|phần mềm|văn bản|tài liệu|thiết bị|hệ thống máy|đường) mật\b|cơ yếu|lộ lọt"
        r"|(?<!phạm vi )bí mật nhà nước",
    ),
)
"""A kind in words, what betrays it anywhere in the sentence, and what does in the number's own clause."""
_READY = tuple(
    (kind, *(re.compile(words, re.IGNORECASE) if words else None for words in (everywhere, near)))
    for kind, everywhere, near in _KINDS
)


def kept_back(found: Found) -> str:
    """The kind for which a number is not put on a page, in Vietnamese; '' where it may be."""
    passage = found.passage
    if next(iter(personal_in(passage.text, ())), None):
        return "thông tin liên hệ cá nhân"
    whole = " ".join((passage.text, passage.lead, passage.row, *passage.column))
    own = " ".join((found.before, found.printed, found.behind, passage.row, *passage.column))
    for kind, everywhere, near in _READY:
        if (everywhere and everywhere.search(whole)) or (near and near.search(own)):
            return str(kind)
    return ""
