"""Shares that grow over the years: how far a commune is at the end of a month."""

from __future__ import annotations

from collections.abc import Mapping

from generator.made_up.character import Character
from generator.made_up.months import LAST, Month

_HALFWAY = 14
"""Months in which a share comes half the way to its goal; after that each step is smaller."""

Goals = Mapping[str, tuple[float, float]]
"""What grows, with where it was two years before the newest month and where it tends to (both in %)."""


class Growth:
    """How shares of a commune grow: each at its own pace, without a step back."""

    def __init__(self, commune: Character, goals: Goals) -> None:
        chance = commune.chance("growth")
        self._from = {
            name: (begin + chance.uniform(-5, 5), goal - chance.uniform(0, 2)) for name, (begin, goal) in goals.items()
        }

    def at(self, name: str, month: Month) -> float:
        """The share (%) at the end of a month."""
        begin, goal = self._from[name]
        passed = 24 - 12 * (LAST.year - month.year) - (LAST.number - month.number)
        if passed < 0:
            return max(1.0, begin + 0.4 * passed)
        return goal - (goal - begin) * _HALFWAY / (_HALFWAY + passed)
