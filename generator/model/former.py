"""Units of before 1 July 2025, when 10,040 communes of 63 provinces became 3,321 of 34: what they were and are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.language.vietnamese import fold, lowered, own_name, same_name
from generator.model.commune import AdminUnit

SINCE = "01/07/2025"
"""The day from which today's communes are, as people write it."""


@dataclass(frozen=True, slots=True)
class FormerUnit:
    """A province (2-digit code), district (3 digits) or commune (5 digits) of before. `within` is the code of the unit
    above it, '' for a province; `now` are the codes of today's communes in which it lies, wholly or in part.
    """

    code: str
    name: str
    within: str
    now: tuple[str, ...]


Former = Mapping[str, FormerUnit]
"""Units of before by their codes, in the order of these; a province comes before its districts and communes."""


def placed(former: Former, unit: FormerUnit) -> str:
    """A unit in a sentence with where it was: `xã Vĩnh Lâm (huyện Vĩnh Linh, tỉnh Quảng Trị cũ)`, `tỉnh Bắc Kạn cũ`."""
    above = ", ".join(lowered(one.name) for one in _above(former, unit))
    return f"{lowered(unit.name)} ({above} cũ)" if above else f"{lowered(unit.name)} cũ"


def _above(former: Former, unit: FormerUnit) -> Iterator[FormerUnit]:
    while unit.within:
        unit = former[unit.within]
        yield unit


def today(units: Mapping[str, AdminUnit], codes: Iterable[str]) -> str:
    """Today's communes in a sentence: `xã Vĩnh Thủy (19405, tỉnh Quảng Trị)`."""
    told = (f"{lowered(u.name)} ({u.code}, {lowered(units[u.province].name)})" for u in map(units.__getitem__, codes))
    return "; ".join(told)


def is_the_same(unit: FormerUnit, units: Mapping[str, AdminUnit]) -> bool:
    """Whether today's list answers for a commune of before: all of it lies in one of the same name."""
    return len(unit.now) == 1 and units[unit.now[0]].name == unit.name


def called(former: Former, text: str) -> list[FormerUnit]:
    """The units of a name, with or without their kind before it, the widest first; those with the marks of the text,
    else those that are alike without marks.
    """
    word = fold(text)
    alike = [one for one in former.values() if word in (fold(one.name), fold(bare(one.name)))]
    found = [one for one in alike if same_name(one.name, text) or same_name(bare(one.name), text)] or alike
    return sorted(found, key=lambda one: (len(one.code), one.code))


def bare(name: str) -> str:
    """The name of a unit of before without its kind: `Thị trấn Hồ Xá` gives `Hồ Xá`."""
    kind = next((kind for kind in ("Thị trấn ", "Thị xã ", "Huyện ", "Quận ") if name.startswith(kind)), "")
    return name.removeprefix(kind) if kind else own_name(name)


def former_parts(former: Former, commune: str, name: str) -> list[FormerUnit]:
    """The communes of before of a name, letter by letter, that lie in one of today's."""
    return [one for one in former.values() if commune in one.now and len(one.code) == 5 and same_name(one.name, name)]
