"""From one value of a series to a later one, and the words for it."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from generator.language.numbers import PERCENT
from generator.model.figure import Figure
from generator.model.figure_words import gap_of


class Direction(Enum):
    """Where a value went; `UNCLEAR` where chance alone could have moved it so far."""

    UP = "tăng"
    DOWN = "giảm"
    SAME = "không đổi"
    UNCLEAR = "chưa rõ tăng hay giảm"


SURE = 2
"""Standard errors of the difference of two shares beyond which it is told as a change."""


class Change(NamedTuple):
    """From one figure to a later one of the same series."""

    before: Figure
    after: Figure
    direction: Direction

    @property
    def words(self) -> str:
        """`tăng 12 hồ sơ`, `giảm 0,4 điểm phần trăm`, `không đổi`."""
        if self.direction in (Direction.SAME, Direction.UNCLEAR):
            return str(self.direction.value)
        return f"{self.direction.value} {gap_of(self.before, self.after)}"


def change(before: Figure, after: Figure) -> Change | None:
    """How a value changed; None where one of them is not exact. Of two shares of counts, a difference that chance
    explains (at most two standard errors) is told as none.
    """
    if not (before.is_exact and after.is_exact):
        return None
    apart = after.number - before.number
    if not apart:
        return Change(before, after, Direction.SAME)
    counted = all(share.unit == PERCENT and share.is_ratio and share.value.whole for share in (before, after))
    error = error_of_shares(before.counts, after.counts) if counted else None
    if error is not None and abs(apart) <= SURE * error:
        return Change(before, after, Direction.UNCLEAR)
    return Change(before, after, Direction.UP if apart > 0 else Direction.DOWN)


Counts = tuple[Decimal, Decimal]
"""A part and its whole."""


def error_of_shares(one: Counts, two: Counts) -> Decimal | None:
    """The standard error of the difference of two shares if both were of one kind, in points of per cent; None for what
    is no share. Pooled, so that a month of 100 % does not look as if chance had no part in it.
    """
    (part, whole), (other_part, other_whole) = one, two
    rate = (part + other_part) / (whole + other_whole)
    return 100 * (rate * (1 - rate) * (1 / whole + 1 / other_whole)).sqrt() if rate <= 1 else None
