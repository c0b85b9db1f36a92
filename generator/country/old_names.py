"""Names of before July 2025 for the search, in parts by the first letter of the name: `site_src/assets/ten-cu.js`
fetches the one that a question needs, when today's names do not answer it.

A part is a list of [province, district, text …]: where the units that its texts name stood. A text is the letter of a
kind, the name, the codes of today's communes, `/` between all; of a province one code is enough. Communes
of which all lies in one of the same name are left out: today's list answers for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.language.vietnamese import plain_words
from generator.model.catalogue import Catalogue
from generator.model.former import FormerUnit, bare, is_the_same
from generator.model.grouping import grouped

FOLDER = "tim-kiem/ten-cu/"
"""Where the parts stand on the site."""
DIGITS = "so"
"""The part of names that are numbers."""
LETTERS = "abcdeghijklmnopqrstuvxyz"
"""The letters that have parts, with or without names: what the script may ask for is there."""
_KINDS = {"Xã": "x", "Phường": "p", "Thị trấn": "t", "Huyện": "h", "Quận": "q", "Thị xã": "s", "Thành phố": "c",
          "Tỉnh": "T"}  # fmt: skip


def parts(catalogue: Catalogue) -> dict[str, list[list[str]]]:
    """The parts by their letters."""
    units, former = catalogue.units, catalogue.former
    today = {unit.name for unit in units.values() if not unit.province}
    sought = (one for one in former.values() if not (one.name in today if not one.within else is_the_same(one, units)))
    by_letter = grouped(sought, lambda one: _letter(bare(one.name)))
    return {letter: list(_groups(by_letter.get(letter, []), former)) for letter in (*LETTERS, DIGITS)}


def _groups(units: list[FormerUnit], former: Mapping[str, FormerUnit]) -> Iterator[list[str]]:
    for within, own in grouped(units, lambda one: one.within).items():
        above = former.get(within)
        province, district = ("", "") if above is None else (above.name, "")
        if above and above.within:
            province, district = former[above.within].name, above.name
        yield [province, district, *map(_text, own)]


def _text(one: FormerUnit) -> str:
    name = bare(one.name)
    kind = one.name.removesuffix(name).strip()
    return f"{_KINDS[kind]}{name}/{'/'.join(one.now if one.within else one.now[:1])}"


def _letter(name: str) -> str:
    first = "".join(plain_words(name))[:1]
    return DIGITS if first.isdecimal() else first


def files(catalogue: Catalogue) -> dict[str, tuple[str, Any]]:
    """Each part by its address: the name under which the script finds it, and the part."""
    return {f"{FOLDER}{letter}.js": (f"tenCu_{letter}", part) for letter, part in parts(catalogue).items()}
