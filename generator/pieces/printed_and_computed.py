"""What documents print of a question and what their counts give, as one row of moments instead of two nearly alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from generator.figures.series import Point, Series, with_gaps
from generator.model.figure import UNSTATED_BASE, Figure, Kind
from generator.model.grouping import grouped
from generator.model.period import Period
from generator.pieces.changed import is_of_few
from generator.pieces.moments import Moment, moments, told


class Told(NamedTuple):
    """A series as it is drawn: its moments, and where it is `beside` another the counts of each period."""

    series: Series
    moments: list[Moment]
    counts: dict[Period, Figure]
    beside: bool = False


def told_once(rows: Iterable[Series]) -> Iterator[Told]:
    """Each of the series of one topic; a printed and a computed one that say the same are one."""
    for own in grouped(rows, lambda row: (row.form, row.unit)).values():
        printed = sorted((row for row in own if row.kind is Kind.REPORTED), key=lambda row: row.base == UNSTATED_BASE)
        computed = [row for row in own if row.kind is Kind.COMPUTED]
        joined = next(((p, c, both) for p in printed for c in computed if (both := _joined(p, c))), None)
        if joined:
            yield Told(joined[0], joined[2], _counts(joined[1]), beside=True)
        alone = [row for row in own if not joined or row not in joined[:2]]
        yield from (Told(row, moments(row), {}) for row in alone)


def _counts(computed: Series) -> dict[Period, Figure]:
    return {point.period: point.figure for point in computed.points if point.figure}


def _joined(printed: Series, computed: Series) -> list[Moment]:
    """Both as one: what is printed speaks, what the counts alone give is ours, and where they differ both stand; none
    where they are no shares of one base, or agree in no more periods than they differ.
    """
    counts = _counts(computed)
    there = {m.period: m for m in told(moments(computed))} | {m.period: m for m in told(moments(printed))}
    both = [(m.figure, counts[m.period]) for m in there.values() if _is_printed(m) and m.period in counts]
    alike = sum(_agree(one, two) for one, two in both if one)
    growing = printed.form.year_to_date
    if growing or printed.base not in ("", UNSTATED_BASE, computed.base) or alike * 2 <= len(both):
        return []
    row = with_gaps([Point(period) for period in sorted(there)], printed.form)
    return [_moment(there.get(p.period) or Moment(p.period), counts.get(p.period)) for p in row]


def _is_printed(moment: Moment) -> bool:
    return moment.figure is not None and moment.figure.kind is Kind.REPORTED


def _moment(moment: Moment, counted: Figure | None) -> Moment:
    """What is told of a period; of few cases the counts say more than the printed share."""
    if not moment.figure or not _is_printed(moment):
        return replace(moment, ours=moment.figure is not None)
    if counted is None:
        return moment
    if not _agree(moment.figure, counted):
        return replace(moment, others=(*moment.others, counted))
    return replace(moment, figure=counted if is_of_few(counted) else moment.figure)


def _agree(printed: Figure, counted: Figure) -> bool:
    """Whether a printed share is the computed one, rounded."""
    return abs(printed.number - counted.number) <= printed.value.rounding
