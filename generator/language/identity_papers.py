"""Numbers of identity papers: citizen ids of twelve digits, the older ones of nine, passports."""

from __future__ import annotations

import re

from generator.language.digits import BETWEEN_CELLS, USUAL, YEAR, Number

WORDS = r"c\.?m\.?n\.?d|cmt|c\.?c\.?c\.?d|can cuoc|chung minh|so dinh danh|ma dinh danh|giay to tuy than"
"""Names of papers."""
_BEFORE = re.compile(
    rf"(?<![a-z])(?:{WORDS}|cmtnd)(?![a-z])[^\n0-9;|]{{0,28}}(?:\|[^a-z0-9]{{0,4}})?$|(?<![a-z])(?:cmnd|cmt|cccd)$"
)
_OLD_BEFORE = re.compile(
    r"(?<![a-z])(?:c\.?m\.?n\.?d\.?|cmtnd|cmt|chung minh(?: nhan dan| thu)?)[^a-z0-9]{0,4}$|(?<![a-z])so[ :.]*$"
)
"""After these even `191.234.567` is no count."""
_AFTER = re.compile(rf"[^a-z0-9\n]{{0,4}}(?:{WORDS})(?![a-z])")
_PASSPORT = re.compile(r"(?<![a-z])(?:ho chieu|passport)(?![a-z])[^\n0-9;|]{0,20}(?<![a-z])[a-z] ?$")
_DIGIT_BEFORE = re.compile(r"\d $")
_PROVINCES = frozenset(
    f"{code:03}"
    for code in (
        *(1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, *range(33, 39)),
        *(40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79),
        *(80, 82, 83, 84, 86, 87, 89, *range(91, 97)),
    )
)
"""First three digits of a citizen id, Circular 59/2021/TT-BCA, annex I. The fourth says century and sex."""
_GROUPS = frozenset({(12,), (3, 3, 3, 3), (4, 4, 4), (6, 6), (3, 9), (3, 3, 6), (3, 1, 2, 6)})
_ODD_GROUPS = frozenset({(3, 3, 3, 3), (4, 4, 4), (6, 6), (3, 9)})
"""Groups parted by slashes, underscores, the edges of cells."""


def paper(number: Number) -> str:
    """The number of an identity paper; '' where it is none. What is cheaply seen is asked first."""
    digits = number.digits
    if len(digits) in (7, 8):
        return digits if _PASSPORT.search(number.before) else ""
    citizens = len(digits) == 12 and _is_citizens(digits)
    in_one = 9 <= len(digits) <= 12 and number.gaps.count(BETWEEN_CELLS) <= 1
    if not (citizens or in_one) or not number.stands_free or _PASSPORT.search(number.before):
        return ""
    if in_one and (_BEFORE.search(number.before) or _AFTER.match(number.after)) and not number.is_tied:
        counted = number.is_amount and number.sorts != {" "} and not _OLD_BEFORE.search(number.before)
        if len(digits) in (9, 12) and not counted:
            return digits
        if len(digits) in (10, 11) and not number.gaps and _is_citizens(digits.zfill(12)):
            return digits.zfill(12)  # a spreadsheet takes the first zeros away
    return digits if citizens and _looks_like_one(number) else ""


def _is_citizens(digits: str) -> bool:
    born = int(digits[4:6])
    alive = born >= 10 if digits[3] in "01" else digits[3] in "23" and born <= 40
    return digits[:3] in _PROVINCES and alive


def _looks_like_one(number: Number) -> bool:
    """Whether the groups of a number are those of a citizen id, where no word says so."""
    lengths, sorts = number.lengths, number.sorts
    if number.is_code or not number.is_parted_alike:
        return False
    if set(lengths) == {1}:
        return number.is_alone
    if not sorts <= USUAL:
        return lengths in _ODD_GROUPS
    years = sorts == {"-"} and any(map(YEAR.fullmatch, number.groups))
    larger = len(lengths) > 1 and _DIGIT_BEFORE.search(number.before)  # 186 077 110 000 000
    return lengths in _GROUPS and not years and not larger
