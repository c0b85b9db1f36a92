"""A first look at a text: where personal numbers and mail addresses may stand, so that only there is looked closely.

It leaves out no place that a close look would find anything at. Digits part a text into pieces that pages repeat by the
thousand (`đ</td>`, ` | `, `/`), so each different piece is judged once.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from generator.language import accounts, identity_papers, telephones
from generator.language.undisguised import INVISIBLE, plain, with_digits

BEFORE, AFTER = 72, 80
"""How many signs before and after digits may say what they are."""
NAMED = re.compile(rf"{telephones.WORDS}|{identity_papers.WORDS}|ho chieu|passport|{accounts.WORDS}")
"""Any word that makes a number personal which is not so `BY_ITSELF`."""
BY_ITSELF = re.compile(rf"(?:0|{telephones.AFTER_CODE})(?:{telephones.IN_COUNTRY})|0\d{{11}}")
"""Digits that may be a telephone or a citizen's paper where no word says so."""
NAMES_SHORT = re.compile(r"stk|passport|kho\S{1,3}n|chi\S{1,3}u")
"""The shortest accounts and passports stand after their name."""
AT = re.compile(
    r"[@＠](?!media|import|font-face|keyframes|supports|charset|layer)"
    r"|[\[({<]\s?(?i:at|a|a c\S{1,2}ng)\s?[\])}>]|(?i:[ _-](?:at|a c\S{1,2}ng)[ _-])"
)
_DIGITS = re.compile(r"(\d+)")
_FEWEST, _SHORT = 9, range(7, 9)
_LONGEST = 15
"""The most digits of a number by itself, and a little more."""
_TIES = ("-", "_")
_BEFORE_SHORT = 40

# what a piece of text between digits is for those beside it
_JOINS, _NAMES_SHORT, _LIKE_DIGITS, _AT = 1, 2, 4, 8
_BETWEEN = re.compile(
    r"(?:[-\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000.()\[\]{}·•∙⋅‧・･．（）‐-―−－/_*'\"|"
    rf"{INVISIBLE}]|,(?=[{INVISIBLE}]|\Z)){{1,16}}"
)
"""What may stand between two digits of a number."""
_NAMES_SHORT_OR_CUT = re.compile(r"stk|passport|kho\S{0,3}(?:n|\Z)|chi\S{0,3}(?:u|\Z)")
_EDGE_LIKE_DIGITS = re.compile(
    r"\A[oOlI]+(?![^\W_])|(?<![^\W_])[oOlI]+\Z|(?<![^\W_])[oO][ .()-]{1,3}\Z"
)  # what `with_digits` takes for digits stands beside others, and beside no letter
_AT_CUT = re.compile(r"[\[({< _-]\s?(?i:a c\S?)\Z")


class Run(NamedTuple):
    """Digits that may be one number, or several: where they start and end, and whether a name may stand near."""

    start: int
    end: int
    named: bool


class Look(NamedTuple):
    """A text in which what looks like digits is a digit, where in it to look for numbers, and whether the text as it
    was may hold a mail address.
    """

    counted: str
    runs: Sequence[Run]
    may_have_mail: bool


def look(text: str) -> Look:
    """Where to look closely in a text without escapes."""
    pieces, marks = _parted(text)
    met = set(marks)
    may_have_mail = any(mark & _AT for mark in met)
    if any(mark & _LIKE_DIGITS for mark in met) and (counted := with_digits(text)) != text:
        text, (pieces, marks) = counted, _parted(counted)
    places = list(accumulate(map(len, pieces), initial=0))
    return Look(text, [*_runs(pieces, marks, places), *_short_runs(text, marks, places)], may_have_mail)


def _parted(text: str) -> tuple[list[str], list[int]]:
    """The pieces of a text, every second one digits, with the marks of the others."""
    pieces = _DIGITS.split(text)
    return pieces, list(map(_marks, pieces[::2]))


@lru_cache(maxsize=16_384)
def _marks(piece: str) -> int:
    """What a piece of text without digits is for those beside it."""
    return (
        (_JOINS if _BETWEEN.fullmatch(piece) else 0)
        | (_NAMES_SHORT if _NAMES_SHORT_OR_CUT.search(piece.lower()) else 0)
        | (_LIKE_DIGITS if _EDGE_LIKE_DIGITS.search(piece) else 0)
        | (_AT if AT.search(piece) or _AT_CUT.search(piece) else 0)
    )


@lru_cache(maxsize=16_384)
def _names(piece: str) -> bool:
    """Whether a piece of text may name numbers that stand before or behind it."""
    edges = (piece,) if len(piece) <= BEFORE + AFTER else (piece[:AFTER], piece[-BEFORE:])
    return any(NAMED.search(plain(edge)[0]) for edge in edges)


def _runs(pieces: Sequence[str], marks: Sequence[int], places: Sequence[int]) -> Iterator[Run]:
    """Nine digits or more, whatever the script and what stands between; `places` are where pieces start."""
    groups = pieces[1::2]
    counts = list(accumulate(map(len, groups), initial=0))
    parted = [number for number, mark in enumerate(marks) if not mark & _JOINS or number in (0, len(groups))]
    for first, last in pairwise(parted):
        if counts[last] - counts[first] >= _FEWEST:
            start, end = places[2 * first + 1], places[2 * last]
            around = bisect_right(places, start - BEFORE) - 1, bisect_left(places, end + AFTER)
            named = any(map(_names, pieces[max(0, around[0]) // 2 * 2 : around[1] : 2]))
            if named or _may_be_by_itself(pieces[2 * first + 1 : 2 * last]):
                yield Run(start, end, named)


def _short_runs(text: str, marks: Sequence[int], places: Sequence[int]) -> Iterator[Run]:
    """Seven or eight digits behind a name for them."""
    behind = (
        range(2 * number + 1, bisect_left(places, places[2 * number + 1] + _BEFORE_SHORT, 0, len(places) - 1), 2)
        for number, mark in enumerate(marks)
        if mark & _NAMES_SHORT
    )
    for number in dict.fromkeys(chain.from_iterable(behind)):
        start, end = places[number : number + 2]
        if end - start in _SHORT and NAMES_SHORT.search(text[max(0, start - _BEFORE_SHORT) : start].lower()):
            yield Run(start, end, True)


def _may_be_by_itself(pieces: Sequence[str]) -> bool:
    """Whether a number that needs no name may begin with one of the groups of digits, every second of the pieces;
    digits of other scripts always may. What a hyphen ties to digits before it, as the months of days, needs one.
    """
    groups = pieces[::2]
    return not "".join(groups).isascii() or any(
        group[0] in "08" and begins_by_itself(groups, number)
        for number, group in enumerate(groups)
        if not number or pieces[2 * number - 1] not in _TIES or group.startswith(("8", "00"))
    )


def begins_by_itself(groups: Sequence[str], first: int) -> bool:
    """Whether a number that needs no name may begin with a group."""
    return bool(BY_ITSELF.match("".join(groups[first : first + _LONGEST])))
