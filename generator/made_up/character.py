"""What a made-up commune is like: how big it is, and what its documents leave out or say twice."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from generator.made_up.months import LAST, Month, window

_FULL, _SILENT, _LATE_STARTER = 9, 3, 6
"""Only so many months have room for gaps; so many are silent; so many go by before a late starter begins."""
_SIZES = (28, 45, 90, 160, 240, 340, 520, 760)
"""Dossiers of an ordinary month, from a commune in the hills to a town."""


@dataclass(frozen=True, slots=True)
class Character:
    """A commune with its official `code` and `name`, and a `seed` for all chance in it.

    `reported` are the months that have a report of their own, which from `detailed_from` on tells fields of work apart
    and counts since new year. Of these `rate_only` prints no counts, `undated` has neither number nor day, `late` came
    weeks later, `replaced` was replaced by a corrected one, and another office tells `disputed` otherwise; None where
    a sample has no room for it. With `two_aims` plan and resolution ask for different levels in one year; `merged`
    prints what was early and what was on the day as one.
    """

    seed: str
    code: str
    name: str
    size: int
    villages: int
    staff: int
    reported: Sequence[Month]
    detailed_from: Month
    rate_only: Month | None = None
    undated: Month | None = None
    late: Month | None = None
    replaced: Month | None = None
    disputed: Month | None = None
    two_aims: bool = False
    merged: bool = False

    @property
    def hamlet(self) -> str:
        """What its smallest parts are called."""
        return "tổ dân phố" if self.name.startswith("Phường") else "thôn"

    @property
    def first(self) -> Month:
        """The first month that it reports."""
        return self.reported[0]

    @property
    def last(self) -> Month:
        """The newest month that it reports."""
        return self.reported[-1]

    @property
    def known_from(self) -> Month:
        """The first month that its documents may look back to."""
        return self.first.moved(-12).new_year

    def chance(self, what: str) -> random.Random:
        """Chance for one thing, which no other thing disturbs."""
        return random.Random(f"{self.seed}-{self.code}-{what}")


def character(seed: int, number: int, code: str, name: str, months: int) -> Character:
    """The commune that is the `number`th of a sample: the second falls silent in the last months, the third began
    late, and so every eighth after them.
    """
    chance = random.Random(f"{seed}-{code}-character")
    own = list(window(months))
    if months >= _FULL and number % 8 == 1:
        own = own[:-_SILENT]
    if months >= _FULL and number % 8 == 2:
        own = own[min(_LATE_STARTER, months - 6) :]
    size = _SIZES[4] if number == 0 else chance.choice(_SIZES)
    inner = own[1:-1]
    some = chance.sample(inner, min(len(inner), 6))
    missing, replaced, disputed, rate_only, undated, late = (*some, *[None] * 6)[:6]
    if len(inner) < 6:
        replaced, disputed = (own[-2], own[-min(3, len(own) - 1)]) if len(own) > 2 else (None, None)
        missing = rate_only = undated = late = None
    gaps = {missing, *(month for month in inner if chance.random() < 0.04)} - {
        replaced, disputed, rate_only, undated, late,
    }  # fmt: skip
    return Character(
        seed=str(seed), code=code, name=name,
        size=round(size * chance.uniform(0.85, 1.15)),
        villages=chance.randint(7, 24), staff=chance.randint(38, 76),
        reported=[month for month in own if month not in gaps],
        rate_only=rate_only, undated=undated, late=late, replaced=replaced, disputed=disputed,
        two_aims=number % 4 == 3, merged=number % 5 == 4, detailed_from=max(own[0], LAST.moved(-11)),
    )  # fmt: skip
