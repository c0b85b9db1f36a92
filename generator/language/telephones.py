"""Telephone numbers: what digits are one by themselves, and what words make them one."""

from __future__ import annotations

import re

from generator.language.digits import BETWEEN_CELLS, USUAL, YEAR, Number

WORDS = (
    r"dien thoai|di dong|may ban|so may|duong day|lien he|goi|nhan tin|dt|dd|tel|phone|mobile|hotline|zalo|viber"
)  # fmt: skip
"""Any word that makes a number a telephone whose digits alone do not."""
_LED = r"[^a-z0-9]{0,12}(?:(?:so|la)[^a-z0-9]{1,6})?$"
"""From a word to its number."""
_CALLS = re.compile(
    r"(?<![a-z])(?:dien thoai|di dong|may ban|so may|duong day nong|duong day|lien he|goi|nhan tin|dt|sdt|dtdd|dd|tel"
    rf"|phone|mobile|hotline|zalo|viber|zalo\.me/)(?!-$){_LED}"
)
_CALLED = re.compile(rf"(?<![a-z])(?:so dien thoai|so may|di dong|sdt|so dt|dtdd|zalo|viber|zalo\.me/){_LED}")
"""Words that only a number to call follows."""
_CALLS_SOON = re.compile(
    r"(?<![a-z])(?:dien thoai(?! thong minh)|di dong|so may|duong day|lien he|goi|nhan tin|sdt|zalo|viber|hotline)"
    r"(?![a-z])[^\n0-9;|]{0,40}$"
)
_CALLS_AFTER = re.compile(r"[^a-z0-9\n]{0,4}(?:zalo|viber|sdt|dtdd|dien thoai|di dong)(?![a-z])")
_A_PERSON = re.compile(r"(?<![a-z])(?:anh|chi|ong|ba|co|chu|thay|dong chi|d/c)(?: [a-z]+){1,4}[^a-z0-9]{1,4}$")

_AREAS = "24 28 203-209 210-216 218-222 225-229 232-239 251-263 269-277 290-294 296 297 299"
_AREA_CODES = frozenset(
    str(code)
    for area in _AREAS.split()
    for low, _, high in [area.partition("-")]
    for code in range(int(low), int(high or low) + 1)
)
IN_COUNTRY, AFTER_CODE = r"[35789]\d{8}|1[2689]\d{8}|2\d{9}", r"(?:00)?840{0,2}"
"""Digits behind the first 0, and what stands for it where the code of the country is given."""
_MAY_BE = re.compile(rf"(?:0|{AFTER_CODE})?(?:{IN_COUNTRY})")
_CODE_APART, _CODED, _PLUS = re.compile(r"84(\d{9})?"), re.compile(r"84\d{9,10}"), re.compile(r"\+ ?\(?$")
_LANDLINE = re.compile(r"02\d{9}")
_MONTH = re.compile(r"(0[1-9]|1[0-2])-(19|20)\d\d(-|$)")
_DAY = re.compile(rf"[0-3]\d-{_MONTH.pattern}")
_MOBILE = re.compile(r"0[35789]\d{8}|01[2689]\d{8}")
"""Today's, and those of eleven digits until 2018."""
_GROUPS = frozenset(
    {(4, 3, 3), (3, 3, 4), (3, 4, 3), (4, 6), (3, 7), (4, 2, 4), (4, 4, 2), (4, 2, 2, 2), (3, 3, 2, 2), (3, 2, 2, 3)}
)
_PARTED_GROUPS = frozenset({(4, 3, 3), (4, 6), (4, 2, 4), (4, 4, 2), (4, 2, 2, 2), (5, 5)})
"""Groups of a mobile number that stand in cells of their own."""
_CODED_GROUPS = frozenset({(10,), (11,), (4, 3, 3), (3, 3, 4), (3, 7), (4, 6), (4, 7)})
"""Groups after a code of the country that no mark tells from a count."""
_OF_ELEVEN = frozenset({(11,), (4, 7), (4, 4, 3), (4, 3, 4), (4, 1, 3, 3), (3, 4, 4), (3, 8), (4, 3, 2, 2), (5, 6)})
"""Groups of landlines and of old mobile numbers."""


def telephone(number: Number) -> str:
    """The digits as they are dialled within the country; '' where they are no telephone number. The digits alone, and
    cheaply, tell of most that they are none.
    """
    if not _MAY_BE.fullmatch(number.digits):
        return ""
    own, abroad = _within_country(number)
    digits, before = own.digits, number.before
    called = bool(_CALLS.search(before) or _CALLS_SOON.search(before) or _CALLS_AFTER.match(number.after))
    # a spreadsheet takes the first 0 away
    shortened = abroad is None and digits[0] in "235789" and not _is_a_day(own)
    if shortened and (_CALLED.search(before) or (called and not own.is_amount)):
        digits = f"0{digits}"
    if not _is_one(digits):
        return ""
    if abroad or called:
        return digits
    if number.is_code:
        return ""
    if abroad is not None:
        return digits if own.lengths in _CODED_GROUPS and not (number.is_amount or number.is_counted) else ""
    return digits if _looks_like_one(own) or _is_a_persons(own) else ""


def _within_country(number: Number) -> tuple[Number, bool | None]:
    """The number without the code of the country; whether a mark says that this was one (`+84`, `0084`), None where
    there was none.
    """
    groups, gaps, before = list(number.groups), list(number.gaps), number.before
    abroad: bool | None = True
    if len(groups) > 1 and groups[0] == "00" and _CODE_APART.fullmatch(groups[1]):
        groups, gaps = groups[1:], gaps[1:]
    elif groups[0].startswith("0084"):
        groups[0] = groups[0][2:]
    elif groups[0].startswith("84") and _PLUS.search(before):
        abroad = True
    elif groups[0] == "84" or _CODED.fullmatch(groups[0]):
        abroad = before.endswith("(")
    else:
        return number, None
    rest = groups[0].removeprefix("84")
    groups, gaps = ([rest, *groups[1:]], gaps) if rest else (groups[1:], gaps[1:])
    if groups and groups[0] == "0":  # +84 (0) 912
        groups, gaps = groups[1:], gaps[1:]
    if groups and not groups[0].startswith("0"):
        groups[0] = f"0{groups[0]}"
    return (Number(tuple(groups), tuple(gaps), before, number.after), abroad) if groups else (number, None)


def _is_one(digits: str) -> bool:
    landline = _LANDLINE.fullmatch(digits) and {digits[1:3], digits[1:4]} & _AREA_CODES
    return bool(landline or _MOBILE.fullmatch(digits))


def _looks_like_one(number: Number) -> bool:
    """Whether the groups of a number are those of a telephone, where no word says so."""
    lengths, sorts = number.lengths, number.sorts
    if set(lengths) in ({1}, {2}):
        return _stands_out(number)
    if len(sorts) > 1 or not sorts <= USUAL:
        return _is_parted_oddly(number)
    first, *others = lengths
    if first > 2:
        return min(others, default=2) >= 2 if len(number.digits) == 10 else lengths in _OF_ELEVEN or first < 5
    if lengths == (2, 8):
        return sorts == {" "}  # 09.12345678 is a decimal
    return lengths == (2, 4, 4) and not _is_dated(number)


def _is_parted_oddly(number: Number) -> bool:
    """Whether groups that are parted in several ways, by unusual signs or by the edges of cells are a telephone's."""
    usual = _OF_ELEVEN if len(number.digits) == 11 else _PARTED_GROUPS if BETWEEN_CELLS in number.sorts else _GROUPS
    years = any(map(YEAR.fullmatch, number.groups))
    return number.lengths in usual and (number.sorts <= USUAL or (number.is_parted_alike and not years))


def _stands_out(number: Number) -> bool:
    """Digits one by one or in pairs are a telephone where nothing else is in their row: no counts, no months."""
    if not number.is_alone or len(number.sorts) != 1:
        return False
    if number.lengths[0] == 1:
        return number.sorts <= USUAL
    return number.sorts <= {".", "-"} and max(number.groups) > "31"


def _is_a_persons(number: Number) -> bool:
    """Whether a number stands right after a person's name, in any groups but those of days and counts."""
    counts = max(number.lengths) <= 2 and not (number.sorts == {" "} or max(number.groups) > "31")
    usual = number.sorts <= USUAL and len(number.sorts) <= 1
    return usual and not counts and not _is_dated(number) and bool(_A_PERSON.search(number.before))


def _is_a_day(number: Number) -> bool:
    """Whether a day stands first, which has lost no 0: “số máy tính (đến 31/12/2025)” and then a count."""
    return bool(_DAY.match("-".join(number.groups)))


def _is_dated(number: Number) -> bool:
    """Whether a month and a year stand first."""
    return bool(_MONTH.match("-".join(number.groups)))
