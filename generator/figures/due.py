"""What was due and when it came: for each period of each duty whether it is there, in time, late or missing."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.model.catalogue import Indicator
from generator.model.duty import Duty, Rhythm
from generator.model.figure import MEASURED, Figure, Kind
from generator.model.period import Period

SILENT = 2
"""Months without a newer figure from which on a commune has fallen silent."""


class Arrival(StrEnum):
    """How something that is due came: in time, late, on a day that its document does not give, not at all; not yet
    due.
    """

    IN_TIME = "đúng hạn"
    LATE = "muộn"
    UNDATED = "đã có, không rõ ngày"
    MISSING = "chưa có"
    AHEAD = "chưa tới hạn"


@dataclass(frozen=True, slots=True)
class Due:
    """One period of a duty. `by` is the last day in time, None where none follows from the period; `came` the day of
    the first document that gives it, None where none does or bears a day; `documents` are the ids of all that do, that
    one first, `until` the last day of the period that they tell of.
    """

    duty: Duty
    period: Period
    by: dt.date | None
    arrival: Arrival
    came: dt.date | None = None
    documents: tuple[str, ...] = ()
    until: dt.date | None = None

    @property
    def days_late(self) -> int:
        """How many days after its last day it came; 0 where it did not come late."""
        return (self.came - self.by).days if self.came and self.by and self.arrival is Arrival.LATE else 0


def dues(
    duties: Iterable[Duty], figures: Iterable[Figure], indicators: Mapping[str, Indicator], day: dt.date, province: str
) -> list[Due]:
    """What was due of a commune of a province up to a day, and of each duty with a day the next that is, in the order
    of duties, then of time. Nothing is due of periods that end before the first document's do.
    """
    reported = [figure for figure in figures if figure.kind in (Kind.REPORTED, Kind.ALLOCATED) and figure.has_value]
    begun = _begun(reported)
    made: list[Due] = []
    for duty in duties:
        if begun is None or (duty.provinces and province not in duty.provinces):
            continue
        own = sorted((f for f in reported if _answers(f, duty, indicators)), key=lambda figure: figure.day)
        made += _dues(duty, own, begun, day)
    return made


def _dues(duty: Duty, own: Sequence[Figure], begun: dt.date, day: dt.date) -> Iterator[Due]:
    """The periods of a duty with the figures that answer it, which are in the order of their days: those of any month
    of a quarter, of longer periods those of their last month.
    """
    days = [figure.day for figure in own]
    for period in duty.periods(begun):
        assert period.start
        assert period.end
        first = period.start if duty.rhythm is Rhythm.QUARTER else period.end.replace(day=1)
        due = _due(duty, period, own[bisect_left(days, first) : bisect_right(days, period.end)], day)
        if due.arrival is Arrival.MISSING and duty.from_start and period.start < begun:
            continue
        if duty.in_force and period.start < duty.in_force and due.arrival in (Arrival.MISSING, Arrival.LATE):
            continue  # nobody is late by a rule that was none yet
        if due.arrival is not Arrival.AHEAD or due.by:
            yield due
        if due.arrival is Arrival.AHEAD:
            return


def _begun(reported: Iterable[Figure]) -> dt.date | None:
    """The day from which something is due: the last that the earliest document tells of, whatever columns of former
    years it has; None where no document tells of a day.
    """
    told: dict[str, dt.date] = {}
    for figure in reported:
        day = figure.period.end or figure.trace.document.known_by
        if figure.kind is Kind.REPORTED and day:
            told[figure.source] = max(day, told.get(figure.source, day))
    return min(told.values(), default=None)


def _answers(figure: Figure, duty: Duty, indicators: Mapping[str, Indicator]) -> bool:
    """Whether a figure is one that a duty asks for."""
    if duty.indicators:
        return figure.topic.indicator in duty.indicators and (not duty.stage or figure.stage == duty.stage)
    return indicators[figure.topic.indicator].subject == duty.subject


def _due(duty: Duty, period: Period, there: Sequence[Figure], day: dt.date) -> Due:
    by = duty.last_day(period)
    first = sorted(there, key=lambda figure: figure.trace.document.signed or dt.date.max)
    documents = tuple(dict.fromkeys(figure.source for figure in first))
    came = first[0].trace.document.signed if first else None
    if not there:
        return Due(duty, period, by, Arrival.MISSING if _is_past(duty, period, by, day) else Arrival.AHEAD)
    if came is None:
        return Due(duty, period, by, Arrival.UNDATED, None, documents, there[-1].day)
    arrival = Arrival.LATE if by and came > by else Arrival.IN_TIME
    return Due(duty, period, by, arrival, came, documents, there[-1].day)


def _is_past(duty: Duty, period: Period, by: dt.date | None, day: dt.date) -> bool:
    """Whether something should be there: its last day is over or, where there is none, its period is, or has begun
    with what is asked for from the start.
    """
    assert period.start
    assert period.end
    return day > (by or (period.start if duty.from_start else period.end))


def silence(newest: dt.date | None, day: dt.date) -> int:
    """Whole months since the last day that anything tells of; 0 while reports may still be on their way."""
    if newest is None:
        return 0
    months = 12 * (day.year - newest.year) + day.month - newest.month - (day.day < newest.day)
    return months if months >= SILENT else 0


def newest_day(figures: Iterable[Figure]) -> dt.date | None:
    """The last day that a figure of a document that still stands measures."""
    return last_day(figure for figure in figures if figure.stands)


def last_day(figures: Iterable[Figure]) -> dt.date | None:
    """The last day that a measured figure tells of, as its document gives it; None where none gives a day. Plans,
    allocations and days of signing measure nothing.
    """
    measured = (figure.period.end for figure in figures if figure.has_value and figure.kind in MEASURED)
    return max((day for day in measured if day), default=None)
