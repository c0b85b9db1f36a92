"""A first look at a text: where personal numbers and mail addresses may stand, so that only there is looked closely.

It leaves out no place that a close look would find anything at.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.language import accounts, identity_papers, telephones
from generator.language.undisguised import INVISIBLE, plain_letters, with_digits

BEFORE, AFTER = 72, 80
"""How many signs before and after digits may say what they are."""


def any_of(words: str) -> re.Pattern[str]:
    """What finds any of some patterns (`a|b`, each of which begins with a letter): asked letter by letter, which is
    eight times as quick as pattern by pattern.
    """
    rests: dict[str, list[str]] = {}
    for word in words.split("|"):
        rests.setdefault(word[0], []).append(word[1:])
    return re.compile("|".join(f"{letter}(?:{'|'.join(own)})" for letter, own in rests.items()))


NAMED = any_of(f"{telephones.WORDS}|{identity_papers.WORDS}|ho chieu|passport|{accounts.WORDS}")
"""Any word that makes a number personal which is not so `BY_ITSELF`."""
BY_ITSELF = re.compile(rf"(?:0|{telephones.AFTER_CODE})(?:{telephones.IN_COUNTRY})|0\d{{11}}")
"""Digits that may be a telephone or a citizen's paper where no word says so."""
NAMES_SHORT = re.compile(r"stk|passport|kho\S{1,3}n|chi\S{1,3}u")
"""The shortest accounts and passports stand after their name."""
AT = re.compile(
    r"[@＠](?!media|import|font-face|keyframes|supports|charset|layer)"
    r"|[\[({<]\s?(?i:at|a|a c\S{1,2}ng)\s?[\])}>]|(?i:[ _-](?:at|a c\S{1,2}ng)[ _-])"
)
_SIGNS_OF_MAIL = (
    re.compile(r"[@＠](?!media|import|font-face|keyframes|supports|charset|layer)"),
    re.compile(
        r"[aA](?:(?<=[\[({< _-].)|(?<=[\[({<]\s.))"
        r"(?:(?:[tT]| [cC]\S{1,2}[nN][gG])[\])}>\s_-]|\s?[\])}>])",
        re.DOTALL,
    ),
)
"""What is in any text that holds an `AT`."""
_FEWEST, _SHORT = 9, range(7, 9)
_LONGEST = 15
"""The most digits of a number by itself, and a little more."""
_BEFORE_SHORT = 40
_BETWEEN = (
    r"(?:[-\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000.()\[\]{}·•∙⋅‧・･．（）‐-―−－/_*'\"|"
    rf"{INVISIBLE}]|,(?=[\d{INVISIBLE}]))"
)
"""What may stand between two digits of a number."""
_RUN = re.compile(rf"\d(?:{_BETWEEN}{{0,16}}+\d){{5,}}+")
"""Digits, somewhat fewer than any number has, with what may stand between them."""
_DIGITS, _OTHERS = re.compile(r"(\d+)"), re.compile(r"\D{2,}|[^\d\x00-\x7f]")
"""One sign may name a number, but none of ASCII."""
_TIES = ("-", "_")
_LIKE_DIGITS = re.compile(r"[oOlI](?:(?<=\d.)[oOlI]*(?![^\W\d_])|(?<![^\W\d_].)(?:[oOlI]*|[ .()-]{1,3})\d)", re.DOTALL)
"""What is in any text with letters that look like digits among these: no other letter is beside them."""


class Run(NamedTuple):
    """Digits that may be one number, or several: where they start, and the signs before, within and after them."""

    start: int
    before: str
    within: str
    after: str


class Look(NamedTuple):
    """Where in a text to look for numbers, and whether it may hold a mail address."""

    runs: Sequence[Run]
    may_have_mail: bool


def look(text: str) -> Look:
    """Where to look closely in a text without escapes."""
    # what looks like a digit among digits is one
    counted = with_digits(text) if _LIKE_DIGITS.search(text) else text
    spans = [run.span() for run in _RUN.finditer(counted)]
    named = [one.span() for one in _OTHERS.finditer(counted) if _names(one[0])] if spans else []
    starts, ends = [start for start, _ in named], [end for _, end in named]
    runs, short = [], []
    for start, end in spans:
        pieces = _DIGITS.split(counted[start:end])
        is_named = bisect_right(ends, start - BEFORE) < bisect_left(starts, end + AFTER)
        if sum(map(len, pieces[1::2])) >= _FEWEST and (is_named or _may_be_by_itself(pieces)):
            runs.append((start, end))
        if is_named:
            short += [one.span() for one in _DIGITS.finditer(counted, start, end) if len(one[0]) in _SHORT]
    behind = (span for span in short if _names_short(counted[max(0, span[0] - _BEFORE_SHORT) : span[0]]))
    return Look([_run(counted, *span) for span in (*runs, *behind)], any(sign.search(text) for sign in _SIGNS_OF_MAIL))


def _run(text: str, start: int, end: int) -> Run:
    return Run(start, text[max(0, start - BEFORE) : start], text[start:end], text[end : end + AFTER])


@lru_cache(maxsize=16_384)
def _names(piece: str) -> bool:
    """Whether a piece of text may name numbers that stand before or behind it."""
    edges = (piece,) if len(piece) <= BEFORE + AFTER else (piece[:AFTER], piece[-BEFORE:])
    return any(NAMED.search(plain_letters(edge)) for edge in edges)


@lru_cache(maxsize=4096)
def _names_short(before: str) -> bool:
    """Whether a word stands there that makes seven or eight digits personal."""
    return bool(NAMES_SHORT.search(before.lower()))


def _may_be_by_itself(pieces: Sequence[str]) -> bool:
    """Whether a number that needs no name may begin with one of the groups of digits, every second of the pieces;
    digits of other scripts always may. What a hyphen ties to digits before it, as the months of days, needs one.
    """
    groups = pieces[1::2]
    return not "".join(groups).isascii() or any(
        group[0] in "08" and begins_by_itself(groups, number)
        for number, group in enumerate(groups)
        if not number or pieces[2 * number] not in _TIES or group.startswith(("8", "00"))
    )


def begins_by_itself(groups: Sequence[str], first: int) -> bool:
    """Whether a number that needs no name may begin with a group."""
    return groups[first][0] in "08" and bool(BY_ITSELF.match("".join(groups[first : first + _LONGEST])))
