"""Two sides that do not agree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sides that do not agree, found by a general rule.

    `sides` are (label, value as printed, source id, place, date) per side; `figures` the ids of the figures involved;
    `gap` in the unit of the figures, as text; `sentence` says it, `more` what follows from it, `hint` is for officers
    only; `declared` is true when one of the rows says `dung_nhu_van_ban=co` or the rule needs no such word; `file`,
    `line` and `column` are where its first figure stands. Where it is `impossible`, its figures stand in their rows
    alone: no sentence, chart or rate is made of them.
    """

    commune: str
    rule: str
    indicator: str
    figures: tuple[str, ...]
    sides: tuple[tuple[str, str, str, str, str], ...]
    gap: str
    sentence: str
    declared: bool
    file: str
    line: int
    column: str = ""
    more: str = ""
    hint: str = ""
    impossible: bool = False
