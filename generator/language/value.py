"""What a cell of numbers says once it is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum


class State(StrEnum):
    """Whether there is a value: given, missing (never zero), or said in words without a number."""

    GIVEN = "co"
    MISSING = "chua_co"
    IN_WORDS = "khong_luong_hoa"


class Compared(StrEnum):
    """How a printed number is meant."""

    EXACTLY = "="
    AT_LEAST = ">="
    ABOVE = ">"
    AT_MOST = "<="
    BELOW = "<"
    ABOUT = "khoang"


@dataclass(frozen=True, slots=True)
class Value:
    """A value in its unit (money in đồng, rates in percent points).

    `number` is None only where there is none; `upper` is the second end of a range; a ratio `07/10` has `part` and
    `whole`, and as a count or as points of a maximum the number is its part. `decimals` are those printed, of an
    amount of money those of its own word (275,4 triệu has one).
    """

    number: Decimal | None
    upper: Decimal | None = None
    part: Decimal | None = None
    whole: Decimal | None = None
    compared: Compared = Compared.EXACTLY
    decimals: int = 0
    state: State = State.GIVEN
    printed: str = ""

    @property
    def rounding(self) -> Decimal:
        """What it may have lost by being rounded: half a unit of the last printed digit."""
        return Decimal(1).scaleb(-self.decimals) / 2

    def as_printed(self, printed: str) -> Value:
        """The same value with the words that the document prints."""
        return replace(self, printed=printed)
