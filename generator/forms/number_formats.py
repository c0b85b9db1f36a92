"""What a spreadsheet's number format makes of a number: the words around it and the power that it hides."""

from __future__ import annotations

import re
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple

_PIECES = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<room>.)|\*(?P<fill>.)|\[\$(?P<sign>[^\]-]*)[^\]]*\]'
    r"|\[(?P<condition>[<>=]+-?[0-9.]+)\]|\[(?P<hint>[^\]]*)\]|(?P<general>General)|(?P<digits>[0#?.,]+(?:[Ee][+-]?[0#?]+)?)"
    r"|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"\[([<>=]+)(-?[0-9]+(?:\.[0-9]+)?)\]")
_HOLDS = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne}


class Seen(NamedTuple):
    """A number as a cell shows it: the words before and behind it, by which power of a thousand it is shown smaller,
    how many decimals; `percent`: as hundredths; `hidden`: the format shows no number; `torn`: words stand between its
    digits.
    """

    before: str = ""
    behind: str = ""
    thousands: int = 0
    places: int = 0
    percent: bool = False
    hidden: bool = False
    torn: bool = False

    @property
    def words(self) -> str:
        """All words and signs that stand beside the number."""
        return f"{self.before} {self.behind}".strip()


def seen(value: Decimal, format: str) -> Seen:
    """What the format shows of a number.

    >>> seen(Decimal(275), '#,##0" triệu đồng"').behind, seen(Decimal(4000), "#,##0,").thousands
    (' triệu đồng', 1)
    """
    before, between, behind, digits, percent = "", "", "", "", False
    for piece in _PIECES.finditer(_section(value, format)):
        kind, text = str(piece.lastgroup), piece[str(piece.lastgroup)]
        if kind in ("digits", "general"):
            before, between = (before, between + behind) if digits else (behind, "")
            digits, behind = digits + (text if kind == "digits" else "0"), ""
        elif kind == "room":
            behind += " "
        elif kind not in ("fill", "hint", "condition"):
            behind += text
            percent |= kind == "other" and text == "%"
    if not digits:
        return Seen(behind.replace("@", ""), hidden="@" not in behind)
    if between.strip(" .,\u00a0'"):
        return Seen(before, behind, torn=True)
    whole, _, part = digits.upper().partition("E")[0].partition(".")
    thousands = sum(len(side) - len(side.rstrip(",")) for side in (whole, part))
    return Seen(before, behind, thousands, len(part.replace(",", "")), percent)


def words_of_text(text: str, format: str) -> str:
    """A text as a format shows it: `"khoảng "@` puts words before it."""
    last = _sections(format)[-1]
    if "@" not in last or last == "@":
        return text
    shown = (
        p[str(p.lastgroup)] if p.lastgroup in ("quoted", "escaped", "other") else "" for p in _PIECES.finditer(last)
    )
    return "".join(text if piece == "@" else piece for piece in shown)


def _sections(format: str) -> list[str]:
    """The parts of a format, between semicolons that are no words."""
    marked = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', lambda found: found[0].replace(";", "\0"), format, flags=re.DOTALL)
    return [part.replace("\0", ";") for part in marked.split(";")]


def _section(value: Decimal, format: str) -> str:
    """The part of a format that holds for a number: by its conditions, or by its sign."""
    sections = _sections(format)
    bare = [re.sub(r'"[^"]*"|\\.', "", part) for part in sections]
    conditions = [_CONDITION.search(part) if "[" in part else None for part in bare]
    if any(conditions):
        for part, condition in zip(sections, conditions, strict=True):
            if condition is None or (condition[1] in _HOLDS and _HOLDS[condition[1]](value, Decimal(condition[2]))):
                return part
    if len(sections) > 1 and value < 0:
        return sections[1]
    return sections[2] if len(sections) > 2 and value == 0 else sections[0]
