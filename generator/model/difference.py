"""Two sides that do not agree."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.model.figure import Figure


class Side(NamedTuple):
    """One side: what it is called, what is printed, document, place in it and day, and the figure that it is; a passage
    in words is none.
    """

    label: str
    shown: str
    source: str
    place: str
    day: dt.date | None = None
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sides or more that do not agree, found by a general rule.

    `gap` is what is between them in the unit of the figures, as text, `amount` the same as a number where a total is
    held against its parts; `sentence` says it, `more` what follows from it, `hint` is for officers only; `declared` is
    true when one of the rows says `dung_nhu_van_ban=co` or the rule needs no such word; `file`, `line` and `column` are
    where its first side stands. Where it is `impossible`, its figures stand in their rows alone: no sentence, chart or
    rate is made of them.
    """

    commune: str
    rule: str
    indicator: str
    sides: tuple[Side, ...]
    sentence: str
    declared: bool
    file: str
    line: int
    column: str = ""
    gap: str = ""
    amount: Decimal | None = None
    more: str = ""
    hint: str = ""
    impossible: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures among its sides."""
        return tuple(side.figure for side in self.sides if side.figure)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its figures."""
        return tuple(figure.id for figure in self.figures)
