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
    UNCLEAR = "gần như không đổi"


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
    error = _standard_error(before, after)
    if error is not None and abs(apart) <= SURE * error:
        return Change(before, after, Direction.UNCLEAR)
    return Change(before, after, Direction.UP if apart > 0 else Direction.DOWN)


def _standard_error(*shares: Figure) -> Decimal | None:
    """That of the difference of two shares, in points of per cent; None where their counts are not known."""
    total = Decimal()
    for share in shares:
        part, whole = share.value.part, share.value.whole
        if share.unit != PERCENT or part is None or not whole:
            return None
        rate = part / whole
        total += rate * (1 - rate) / whole
    return 100 * total.sqrt()
