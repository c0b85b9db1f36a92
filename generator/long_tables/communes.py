"""Which commune a cell of a table names, by its code or its name, within one province."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.language.vietnamese import fold, own_name, plain_words, same_name, sort_key
from generator.model.commune import AdminUnit

_SHORT = {"p": "phuong", "tt": "xa", "x": "xa", "dk": "dac khu"}
"""Kinds as tables shorten them: “P. Ba Đình”."""


@dataclass(frozen=True, slots=True)
class Named:
    """The communes of a province by every way to name them, folded."""

    by_words: Mapping[str, tuple[AdminUnit, ...]]
    by_code: Mapping[str, AdminUnit]

    def find(self, text: str) -> AdminUnit | None:
        """The one commune that a cell names; None where it names none, or might name several."""
        digits = text.strip("'")
        if digits.isdecimal():
            return self.by_code.get(digits.zfill(5))
        found = self.by_words.get(_key(text), ())
        if len(found) > 1:  # names that differ in tone marks alone
            found = tuple(unit for unit in found if same_name(unit.name, text) or same_name(own_name(unit.name), text))
        return found[0] if len(found) == 1 else None

    def near(self, text: str) -> list[str]:
        """Names that may be meant, in alphabetical order."""
        keys = difflib.get_close_matches(_key(text), self.by_words, 3, 0.75)
        exact = self.by_words.get(_key(text), ())
        units = exact or tuple(unit for key in keys for unit in self.by_words[key])
        return sorted({f"{unit.name} ({unit.code})" for unit in units}, key=sort_key)


def named(units: Iterable[AdminUnit]) -> Named:
    """The communes of a list, by their names with and without their kind."""
    made: dict[str, list[AdminUnit]] = {}
    by_code: dict[str, AdminUnit] = {}
    for unit in units:
        by_code[unit.code] = unit
        for words in dict.fromkeys((_key(unit.name), _key(own_name(unit.name)))):
            made.setdefault(words, []).append(unit)
    return Named({words: tuple(found) for words, found in made.items()}, by_code)


def province_of_cells(texts: Sequence[str], units: Sequence[AdminUnit]) -> str:
    """The code of the province that has most of the communes that some cells name; '' where two have as many."""
    keys = {_key(text) for text in texts} | {text.strip("'").zfill(5) for text in texts if text.strip("'").isdecimal()}
    found = Counter(
        unit.province
        for unit in units
        if unit.province and {unit.code, _key(unit.name), _key(own_name(unit.name))} & keys
    )
    best = found.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else ""


def _key(text: str) -> str:
    """`UBND P. Ba Đình` is `phuong ba dinh`."""
    said = plain_words(fold(text).replace("ubnd", " ").replace("uy ban nhan dan", " "))
    return " ".join([_SHORT.get(said[0], said[0]), *said[1:]]) if said else ""
