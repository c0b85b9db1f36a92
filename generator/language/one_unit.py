"""Amounts of a table in one unit, so that a reader compares them at sight."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.language.numbers import show_money, show_number

_WORDS = {10**9: "tỷ đồng", 10**6: "triệu đồng"}
_PLACES = 3
"""Decimals of millions and thousand millions that people still read."""
_LEAST = 10
"""A part of a unit that is said in it: 42 triệu is no 0,042 tỷ."""


def one_scale(amounts: Iterable[Decimal]) -> int:
    """The largest of the units in which all amounts of a table are short; 1 where none is."""
    every = [abs(amount) for amount in amounts if amount]
    fits = (scale for scale in _WORDS if all(_decimals(amount / scale) <= _PLACES for amount in every))
    return next((scale for scale in fits if max(every, default=0) >= scale and min(every) * _LEAST >= scale), 1)


def show_money_in(dong: Decimal, scale: int) -> str:
    """Đồng in a unit that fits: `0,5 triệu đồng`; where none fits the whole table, as they are said alone."""
    if scale not in _WORDS:
        return show_money(dong)
    return f"{show_number(dong / scale, _decimals(dong / scale))} {_WORDS[scale]}"


def _decimals(number: Decimal) -> int:
    return max(0, -int(number.normalize().as_tuple().exponent))
