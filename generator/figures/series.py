"""What figures of one question become when they can be compared: points in the order of time, gaps among them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from generator.model.figure import Figure, Kind, Topic
from generator.model.grouping import grouped
from generator.model.period import Length, Period, PeriodKind


@dataclass(frozen=True, slots=True)
class Point:
    """What is told of one period; nothing where it is a gap.

    `speaking` is the figure of the newest document (by the day it was issued, else by the last that it can know), more
    than one where that does not decide and their values differ. `others` are those of older documents with another
    value, `replaced` those of documents that another replaces.
    """

    period: Period
    speaking: tuple[Figure, ...] = ()
    others: tuple[Figure, ...] = ()
    replaced: tuple[Figure, ...] = ()

    @property
    def figure(self) -> Figure | None:
        """The one figure that speaks; None in a gap, and where several stand with equal right."""
        return self.speaking[0] if len(self.speaking) == 1 else None


class Form(NamedTuple):
    """What the periods of one series share: their kind, their length, whether they count from each new year on."""

    kind: PeriodKind
    length: Length
    year_to_date: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Figures that may stand in one row: of one topic, kind, unit and base, over periods of one form.

    A form of length OTHER has no rhythm, so that nobody can say what is missing; in others each missing period is a
    point without figures.
    """

    topic: Topic
    kind: Kind
    unit: str
    base: str
    form: Form
    points: tuple[Point, ...]

    @property
    def newest(self) -> Point:
        """The last point; a series never ends in a gap."""
        return self.points[-1]

    def before(self, point: Point) -> Point | None:
        """The last point before one that is told of, whatever gaps lie between."""
        earlier = [one for one in self.points if one.period.order < point.period.order and one.speaking]
        return earlier[-1] if earlier else None

    def year_before(self, point: Point) -> Point | None:
        """What was told of the same period a year earlier."""
        wanted = point.period.year_before
        return next((one for one in self.points if one.period == wanted and one.speaking), None)


def series(figures: Iterable[Figure]) -> list[Series]:
    """Every series of a commune's figures. A figure without value or last day joins none; one that begins with the
    year may join two: that of its length, and that of what is counted since new year.
    """
    usable = [f for f in figures if f.has_value and f.period.end]
    topics = grouped(usable, lambda f: (f.topic, f.kind, f.unit, f.base))
    made = []
    for (topic, kind, unit, base), own in topics.items():
        for form, members in _by_form(own).items():
            points = _points(members)
            made.append(Series(topic, kind, unit, base, form, tuple(with_gaps(points, form))))
    return made


def _by_form(figures: Sequence[Figure]) -> dict[Form, list[Figure]]:
    """Figures by the form of their periods."""
    states = [f for f in figures if f.period.kind is PeriodKind.AT]
    forms = {Form(PeriodKind.AT, _beat(states)): states} if states else {}
    counted = [f for f in figures if f.period.kind is not PeriodKind.AT]
    for figure in counted:
        length = figure.period.length
        if length is not Length.OTHER or not figure.period.is_year_to_date:
            forms.setdefault(Form(figure.period.kind, length), []).append(figure)
    for kind, own in grouped((f for f in counted if f.period.is_year_to_date), lambda f: f.period.kind).items():
        lengths = {f.period.length for f in own}
        if len(lengths) > 1 or Length.OTHER in lengths:  # else they are the first months, or the years, of a row
            forms[Form(kind, _rhythm(own), year_to_date=True)] = own
    return forms


def _rhythm(figures: Sequence[Figure]) -> Length:
    """How often counts since new year are told: each month where they end months, else without rhythm."""
    return Length.MONTH if all(_ends_a_month(f.period) for f in figures) else Length.OTHER


_STEPS = {Length.YEAR: 12, Length.HALF: 6, Length.QUARTER: 3, Length.MONTH: 1}
"""Months from one state to the next, by how often states are told."""


def _beat(states: Sequence[Figure]) -> Length:
    """How often states are told: the longest step by which all that end months lie apart; else without rhythm."""
    if _rhythm(states) is Length.OTHER:
        return Length.OTHER
    months = sorted({12 * f.day.year + f.day.month for f in states})
    apart = math.gcd(*(two - one for one, two in pairwise(months)))
    return next(length for length, step in _STEPS.items() if apart % step == 0) if apart else Length.MONTH


def _ends_a_month(period: Period) -> bool:
    return period.end is not None and (period.end + dt.timedelta(days=1)).day == 1


def _points(figures: Sequence[Figure]) -> list[Point]:
    told = grouped(figures, lambda f: f.period)
    return [point(period, told[period]) for period in sorted(told)]


def point(period: Period, figures: Sequence[Figure]) -> Point:
    """What all documents tell of a period, the newest one speaking. Replaced ones speak where no other does."""
    standing = [f for f in figures if f.stands]
    replaced = [f for f in figures if not f.stands] if standing else []
    there = standing or list(figures)
    newest = max(f.issued for f in there)
    first: dict[tuple[Decimal | None, ...], Figure] = {}
    for figure in sorted((f for f in there if f.issued == newest), key=lambda f: f.id):
        first.setdefault(_said(figure), figure)
    others = [f for f in there if f.issued != newest and _said(f) not in first]
    return Point(period, tuple(first.values()), tuple(others), tuple(replaced))


def _said(figure: Figure) -> tuple[Decimal | None, ...]:
    return figure.value.number, figure.value.upper


def with_gaps(points: Sequence[Point], form: Form) -> Iterator[Point]:
    """The points, and one without figures for each period that is missing between two of them."""
    for one, two in pairwise(points):
        yield one
        yield from (Point(period) for period in _between(one.period, two.period, form))
    yield points[-1]


def _between(one: Period, two: Period, form: Form) -> Iterator[Period]:
    """The periods of a rhythm that lie between two of them."""
    if form.length is Length.OTHER:
        return
    following = _following(one, form)
    while following and following.order < two.order:
        yield following
        following = _following(following, form)


def _following(period: Period, form: Form) -> Period | None:
    if form.kind is PeriodKind.AT:
        return period.moved(_STEPS[form.length])
    if not form.year_to_date:
        return period.following
    assert period.end
    end = Period(period.kind, None, period.end).moved(1).end
    return Period(period.kind, dt.date(end.year, 1, 1), end) if end else None
