"""Telephone lines and mailboxes of an office that a form names: they become public in the commune's own file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from generator.language.personal_data import MAIL, PHONE, found_in
from generator.model.problem import Problem
from generator.reading.commune_file import LINES, OWN_FILE

_OWN_LINE = re.compile(r"(?<!\d)(?:\+?84|0)[35789]\d{8}(?!\d)")
"""A mobile number: whose it is no form can tell."""
_OFFICE_MAIL = re.compile(r"@[\w.-]*\bgov\.vn\b", re.IGNORECASE)
_HEAD = re.compile(rf"^{LINES}[ \t]*:[ \t]*(?:#.*)?\n", re.MULTILINE)


def public_lines(
    place: str, told: Mapping[int, str], known: Sequence[str], problems: list[Problem]
) -> list[str]:  # fmt: skip
    """Of what a form tells as lines of the office, by the row of its sheet, what is not public yet.

    A mobile number or a mailbox outside the state's is added to `problems`: it may be a person's, and becomes public
    only by the hand of whoever keeps the commune's file.
    """
    made = []
    for line, text in told.items():
        kinds = {finding.kind for finding in found_in(text, known)}
        if not kinds:
            continue
        if (
            kinds <= {PHONE, MAIL}
            and not _OWN_LINE.search(re.sub(r"[\s.()-]", "", text))
            and (MAIL not in kinds or _OFFICE_MAIL.search(text))
        ):
            made += [text] if text not in made else []
            continue
        problems.append(Problem(
            place, line, "", "thong-tin-ca-nhan", "error",
            "Ô này có số di động hoặc hộp thư không phải của cơ quan nhà nước, nên có thể là của một người.",
            "Ghi số máy bàn, tổng đài của cơ quan. Nếu đúng là số dùng chung của cơ quan: xóa ở đây, nhờ người phụ "
            f"trách trang thêm số ấy vào mục {LINES} của tệp {OWN_FILE}, rồi ghi lại số ấy vào ô này và gửi lại biểu.",
        ))  # fmt: skip
    return made


def with_lines(text: str, lines: Sequence[str]) -> str:
    """The text of a commune's own file with lines of its office added; what stands there stays as it is."""
    end = "\r\n" if "\r\n" in text else "\n"
    text = text if text.endswith("\n") else text + end
    head = _HEAD.search(text)
    items = re.match(r"([ \t]*)-", text[head.end() :]) if head else None
    added = "".join(f"{items[1] if items else '  '}- {json.dumps(line, ensure_ascii=False)}{end}" for line in lines)
    return f"{text[: head.end()]}{added}{text[head.end() :]}" if head else f"{text}{LINES}:{end}{added}"
