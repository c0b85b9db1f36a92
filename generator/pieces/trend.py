"""Where a row of moments goes, in words: told only of what chance can hardly explain."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.figures.change import SURE, Counts, Direction, error_of_shares
from generator.language.numbers import PERCENT
from generator.model.figure import Figure
from generator.model.period import PeriodKind
from generator.pieces.moments import Moment, called
from generator.pieces.shown import value

FEWEST = 5
"""Periods from which on a trend is told."""


def trend(figures: Sequence[Figure]) -> Direction | None:
    """Whether the later half of some periods has more than the earlier half, by more than two standard errors of their
    counts; None where there are few, or no counts to tell by.
    """
    half = len(figures) // 2
    if len(figures) < FEWEST or not all(figure.is_exact for figure in figures):
        return None
    early, late = figures[:half], figures[-half:]
    if all(f.unit == PERCENT and f.is_ratio for f in figures):
        return _of_shares(_counts(early), _counts(late))
    counted = all(f.unit != PERCENT and f.period.kind is PeriodKind.WITHIN for f in figures)
    if not counted or any(f.number != int(f.number) for f in figures):
        return None
    one, two = (sum((f.number for f in some), Decimal()) for some in (early, late))
    return of_counts(one, two)


def beyond(there: Sequence[Moment]) -> str:
    """`, cao nhất 17 hồ sơ (quý IV/2025)`: what lies outside of the first and the last of some periods, the highest
    before the lowest; '' where all lie between them.
    """
    there = [moment for moment in there if moment.figure]
    first, last = there[0], there[-1]
    for word, most in (("cao nhất", max), ("thấp nhất", min)):
        one = most((last, first, *there), key=_number)
        if _number(one) not in (_number(first), _number(last)):
            return f", {word} {value(one.figures[0])} ({called(one.period)})"
    return ""


def _number(moment: Moment) -> Decimal:
    return moment.figures[0].number


def of_counts(one: Decimal, two: Decimal) -> Direction:
    """Where a count of cases went, told only beyond two standard errors of the difference of two such counts."""
    return _direction(two - one, (one + two).sqrt())


def _counts(shares: Sequence[Figure]) -> Counts:
    parts, wholes = zip(*(share.counts for share in shares), strict=True)
    return sum(parts, Decimal()), sum(wholes, Decimal())


def _of_shares(early: Counts, late: Counts) -> Direction | None:
    if not (early[1] and late[1]):
        return None
    error = error_of_shares(early, late)
    return None if error is None else _direction(100 * (late[0] / late[1] - early[0] / early[1]), error)


def _direction(apart: Decimal, error: Decimal) -> Direction:
    if abs(apart) <= SURE * error:
        return Direction.UNCLEAR if apart else Direction.SAME
    return Direction.UP if apart > 0 else Direction.DOWN
