"""Digits in a text that may be one number: how they stand in groups, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

BETWEEN_CELLS = "|"
"""Stands for what parts two cells of a table, or two boxes of a page."""
USUAL = frozenset({" ", ".", "-"})
"""What usually parts the groups of a number."""
_LONGEST, _SHORTEST = 19, 7
_BEFORE, _AFTER, _WIDEST = 56, 30, 4
DIGITS = re.compile(r"\d+")
_GLUED = re.compile(r"(?<![a-z0-9_-])(?:sdt|dtdd|dt|tel|zalo|viber|hotline|cccd|cmnd|cmt|stk|tk)$")
"""Words that a number may follow without a blank."""
_CODES = re.compile(
    r"(?<![a-z])(?:mst|msdn|ma(?: [a-z]+){0,6}|(?:giay phep|dang ky|gpkd|dkkd)(?: [a-z]+){0,3}|so bien nhan"
    r"|so hieu|so seri|serial|imei|isbn|so lo|so may tinh)[^a-z0-9]{0,12}$"
)
"""Words before the codes of firms, files and goods."""
YEAR = re.compile(r"(19|20)\d\d")
_WITHIN = re.compile(r"\d[.,]$|(?<![a-z])[a-z]?\.$")
_WITHIN_AFTER = re.compile(r"[a-z]|\.\d|_[a-z]")
"""Before and after the digits of decimals and words."""
_TIED = re.compile(r"[a-z0-9][-_]$")
_DIGITS_BEFORE, _DIGITS_AFTER = re.compile(r"\d[ .-]{0,3}$"), re.compile(r"[ .-]{0,3}\d")
_LOOSE = re.compile(r"[ ()\[\]{}]")
_MONEY = re.compile(r" ?(?:d(?!/)|dong|vnd|trieu|ty|nghin|ngan|usd|ho|nguoi|luot|tai khoan)(?![a-z])")


class Number(NamedTuple):
    """Digits that may be one number: their groups, what parts the groups (`" "` for blanks), and the plain text
    before the first and after the last.
    """

    groups: tuple[str, ...]
    gaps: tuple[str, ...]
    before: str
    after: str

    @property
    def digits(self) -> str:
        """All digits, without what parts them."""
        return "".join(self.groups)

    @property
    def lengths(self) -> tuple[int, ...]:
        """The length of each group."""
        return tuple(map(len, self.groups))

    @property
    def sorts(self) -> set[str]:
        """The sorts of what parts the groups."""
        return set(self.gaps)

    @property
    def is_parted_alike(self) -> bool:
        """Whether all groups are parted in one way, but for the edge of a cell between two of them."""
        others = [gap for gap in self.gaps if gap != BETWEEN_CELLS]
        return len(self.sorts) <= 1 or (len(set(others)) == 1 and len(self.gaps) - len(others) == 1)

    @property
    def stands_free(self) -> bool:
        """Whether it is no part of a word or a decimal; the name of a number may stand right before it."""
        if self.before[-1:].isalpha() and not _GLUED.search(self.before):
            return False
        return not (_WITHIN.search(self.before) or _WITHIN_AFTER.match(self.after))

    @property
    def is_tied(self) -> bool:
        """Whether a hyphen ties it to a word before it, as in `bao-cao-0912345678`."""
        return bool(_TIED.search(self.before)) and not _GLUED.search(self.before[:-1])

    @property
    def is_code(self) -> bool:
        """Whether it is tied to a word, or words say that it is another sort of number."""
        return self.is_tied or bool(_CODES.search(self.before))

    @property
    def is_amount(self) -> bool:
        """Whether the digits stand in threes, as amounts do."""
        first, *rest = self.groups
        threes = bool(rest) and all(len(group) == 3 for group in rest) and len(first) <= 3 and first[0] != "0"
        return threes and self.sorts in ({"."}, {" "}, {","})

    @property
    def is_counted(self) -> bool:
        """Whether a unit of money or of people follows, or the digits are round."""
        return bool(_MONEY.match(self.after)) or self.digits.endswith("000")

    @property
    def is_alone(self) -> bool:
        """Whether no other digits stand in its row, as they do in a row of counts."""
        return not (_DIGITS_BEFORE.search(self.before) or _DIGITS_AFTER.match(self.after))


def groups_of(plain: str, start: int, end: int) -> tuple[list[re.Match[str]], list[str]]:
    """The groups of digits between two places of a plain text, and what parts each from the next."""
    groups = list(DIGITS.finditer(plain, start, end))
    return groups, [_gap(plain[one.end() : following.start()]) for one, following in pairwise(groups)]


def _gap(between: str) -> str:
    """What parts two groups: `" "`, a sign, or '' where it parts two numbers."""
    sign = _LOOSE.sub("", between)
    if len(sign) > 1 or len(between) > _WIDEST or (sign == "," and between != ","):
        return ""
    return sign or " "


def beginning_at(plain: str, groups: list[re.Match[str]], gaps: list[str], first: int) -> Iterator[Number]:
    """Every number that may begin with a group, the longest first."""
    own, total, last = [groups[first][0]], len(groups[first][0]), first
    while last < len(gaps) and gaps[last] and total + len(following := groups[last + 1][0]) <= _LONGEST:
        own.append(following)
        total += len(following)
        last += 1
    start = groups[first].start()
    before = plain[max(0, start - _BEFORE) : start]
    while own and total >= _SHORTEST:
        stop = groups[last].end()
        yield Number(tuple(own), tuple(gaps[first:last]), before, plain[stop : stop + _AFTER])
        total -= len(own.pop())
        last -= 1
