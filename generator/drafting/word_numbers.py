"""The numbers that Word writes before paragraphs by itself: they stand in no text, and sections are named by them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(slots=True)
class Numbering:
    """What `numbering.xml` says of each list: its levels as (format, text, first number); and how far each has come."""

    levels: Mapping[str, Mapping[int, tuple[str, str, int]]]
    counts: dict[str, Counter[int]] = field(default_factory=dict)

    def mark(self, found: Any) -> str:
        """The number before a paragraph of such a place in a list (`numPr`), counted on; '' for none."""
        if found is None:
            return ""
        at, of = (found.find(f"{_W}{name}") for name in ("ilvl", "numId"))
        level = int(at.get(f"{_W}val", "0")) if at is not None else 0
        list_ = self.levels.get(of.get(f"{_W}val", "") if of is not None else "", {})
        if level not in list_:
            return ""
        counts = self.counts.setdefault(of.get(f"{_W}val"), Counter())
        counts[level] = counts[level] + 1 if counts[level] else list_[level][2]
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if list_[level][0] == "bullet":
            return "- "
        shown = re.sub(r"%(\d)", lambda one: self._shown(list_, counts, int(one[1]) - 1), list_[level][1])
        return f"{shown} " if shown else ""

    @staticmethod
    def _shown(list_: Mapping[int, tuple[str, str, int]], counts: Counter[int], level: int) -> str:
        kind, _, first = list_.get(level, ("decimal", "", 1))
        number = counts[level] or first
        if kind in ("upperRoman", "lowerRoman"):
            return roman(number) if kind == "upperRoman" else roman(number).lower()
        if kind in ("lowerLetter", "upperLetter"):
            letter = "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26]
            return letter if kind == "lowerLetter" else letter.upper()
        return str(number)


def roman(number: int) -> str:
    """A number in Roman digits, to 39 as reports need them."""
    made = ""
    for value, digits in _ROMAN:
        while number >= value:
            made, number = made + digits, number - value
    return made


def numbering_of(root: Any) -> Numbering:
    """The lists of a document; none where it has no part for them (`root` is None)."""
    if root is None:
        return Numbering({})
    abstract = {
        one.get(f"{_W}abstractNumId"): {
            int(level.get(f"{_W}ilvl")): (
                _value(level, "numFmt", "decimal"), _value(level, "lvlText", ""), int(_value(level, "start", "1"))
            )
            for level in one.iter(f"{_W}lvl")
        }
        for one in root.iter(f"{_W}abstractNum")
    }  # fmt: skip
    return Numbering({
        one.get(f"{_W}numId"): abstract.get(_value(one, "abstractNumId", ""), {}) for one in root.iter(f"{_W}num")
    })  # fmt: skip


def _value(element: Any, name: str, default: str) -> str:
    found = element.find(f"{_W}{name}")
    return str(found.get(f"{_W}val", default)) if found is not None else default
