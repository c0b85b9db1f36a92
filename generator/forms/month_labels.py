"""How a month's form calls its cells: in few words, and none of them twice below one heading.

Who fills it in has the report beside it, in which the same names stand: a label says which of them is meant, no more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.forms.names import Names
from generator.model.catalogue import Catalogue
from generator.model.record import Record
from generator.pieces.abbreviations import abbreviations
from generator.tables import ngan_sach

_EVERYDAY = ("UBND", "TTHC", "CNTT", "CĐS", "HTX", "CBCC")
"""Abbreviations of the glossary that every office writes, and every officer reads, more often than the full words."""
_WHOLE = "Chung"
"""An indicator's own line among those of its parts."""


class Named(NamedTuple):
    """A row of one number, below which heading its line stands ('' below that of its table) and how it is called."""

    row: Record
    heading: str
    label: str


def named(rows: Sequence[Record], names: Names, catalogue: Catalogue) -> list[Named]:
    """Rows of one number with their labels, those below one heading together, in the order of the first of each.

    Rows that share a part (`Khối Đảng`) stand below its name, those of one indicator below the indicator's, whichever
    are more; where nothing is shared the label says both.
    """
    shorts = shorts_of(catalogue)
    said = [_said(row, names, shorts) for row in rows]
    indicators, parts = (Counter(column) for column in zip(*said, strict=True)) if said else (Counter[str](),) * 2
    headings = [part if part and parts[part] >= indicators[name] else name for name, part in said]
    times, made = Counter(headings), list[Named]()
    for row, heading, (name, part) in zip(rows, headings, said, strict=True):
        if times[heading] == 1:
            made.append(Named(row, "", f"{name}: {part}" if part else name))
        elif heading == part:
            made.append(Named(row, part, name.removesuffix(f" tại {part}")))
        else:
            made.append(Named(row, name, part or _WHOLE))
    order = {heading: place for place, heading in enumerate(dict.fromkeys(["", *(one.heading for one in made)]))}
    return sorted(made, key=lambda one: order[one.heading])


def _said(row: Record, names: Names, shorts: Mapping[str, str]) -> tuple[str, str]:
    """What a row measures and of which part, in few words; a line of a budget in the words of its document."""
    if row.table == ngan_sach.TABLE.name:
        return row["noi_dung"], ""
    part = names.breakdowns.get(row["chi_tieu"], {}).get(row["phan_to"], row["phan_to"])
    return short_name(names.indicators.get(row["chi_tieu"], row["chi_tieu"]), shorts), _shortened(part, shorts)


def short_name(name: str, shorts: Mapping[str, str]) -> str:
    """An indicator's name in few words; `shorts` are full words with their abbreviations.

    >>> short_name("Tỷ lệ thủ tục hành chính trực tuyến", {"thủ tục hành chính": "TTHC"})
    '% TTHC trực tuyến'
    >>> short_name("Số máy in", {})
    'Máy in'
    """
    made = re.sub("^Tỷ lệ ", "% ", re.sub("^Số (?!hóa)(?=.* )", "", _shortened(name, shorts)))
    return made[:1].upper() + made[1:]


def _shortened(name: str, shorts: Mapping[str, str]) -> str:
    for full, short in shorts.items():
        name = name.replace(full, short)
    return name


def shorts_of(catalogue: Catalogue) -> dict[str, str]:
    """Full words of the glossary with the abbreviations that every office knows."""
    known = abbreviations(catalogue.glossary)
    return {known[short]: short for short in _EVERYDAY if short in known}
