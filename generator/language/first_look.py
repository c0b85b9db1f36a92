"""A first look at a text: where personal numbers and mail addresses may stand, so that only there is looked closely.

It leaves out no place that a close look would find anything at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from generator.language import accounts, identity_papers, telephones
from generator.language.undisguised import INVISIBLE, with_digits

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
    re.compile(r"[aA](?:(?<=[\[({<].)|(?<=[\[({<]\s.)|(?<=[ _-].))[tT \])}>\s]", re.DOTALL),
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
_RUN = re.compile(rf"\d(?:{_BETWEEN}{{0,16}}+\d){{{_FEWEST - 1},}}+")
_UNBROKEN = re.compile(rf"\d{{{_SHORT[0]},}}+")
_LIKE_DIGITS = re.compile(r"\d[oOlI]|[oOlI]\d|[oO][ .()-]{1,3}\d")
"""What is in any text with letters that look like digits among these."""


class Look(NamedTuple):
    """A text in which what looks like digits is a digit, where in it numbers may start and end, and whether the text
    as it was may hold a mail address.
    """

    counted: str
    runs: Sequence[tuple[int, int]]
    may_have_mail: bool


def look(text: str) -> Look:
    """Where to look closely in a text without escapes."""
    counted = with_digits(text) if _LIKE_DIGITS.search(text) else text
    runs = chain((run.span() for run in _RUN.finditer(counted)), _short_runs(counted))
    return Look(counted, list(runs), any(sign.search(text) for sign in _SIGNS_OF_MAIL))


def _short_runs(text: str) -> Iterator[tuple[int, int]]:
    """Seven or eight digits behind a name for them."""
    for run in _UNBROKEN.finditer(text):
        start, end = run.span()
        if end - start in _SHORT and NAMES_SHORT.search(text[max(0, start - _BEFORE_SHORT) : start].lower()):
            yield start, end


def begins_by_itself(groups: Sequence[str], first: int) -> bool:
    """Whether a number that needs no name may begin with a group."""
    return groups[first][0] in "08" and bool(BY_ITSELF.match("".join(groups[first : first + _LONGEST])))
