"""How far chance alone could move a share of so many cases."""

from __future__ import annotations

from math import sqrt

SURE = 1.96
"""Standard errors within which 95 of 100 such shares lie."""


def interval(part: float, whole: float) -> tuple[float, float]:
    """The shares (0 to 1) between which the true one lies with 95 % certainty, by Wilson's score interval (E. B.
    Wilson, J. Am. Stat. Assoc. 22, 1927): it stays within 0 and 1, and of none among few it does not say that there are
    none. `whole` is above zero.

    >>> [round(end, 3) for end in interval(0, 30)]
    [0.0, 0.114]
    """
    share, square = part / whole, SURE * SURE
    middle = share + square / (2 * whole)
    reach = SURE * sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    size = 1 + square / whole
    return max(0.0, (middle - reach) / size), min(1.0, (middle + reach) / size)
