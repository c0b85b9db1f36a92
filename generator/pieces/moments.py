"""What is told of a question, moment by moment, and how a stretch of time is called in a few letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.figures.increments import increments
from generator.figures.series import Point, Series
from generator.language.value import Value
from generator.language.vietnamese import show_date
from generator.model.figure import Figure, Kind, Topic
from generator.model.grouping import grouped
from generator.model.period import Length, Period, PeriodKind

MOST = 36
"""Periods that a chart shows; of more it shows years."""
_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Moment:
    """A period and what is told of it: the figure that speaks (None in a gap), others with another value; whether it is
    `ours`, computed from other figures than those of its own period.
    """

    period: Period
    figure: Figure | None = None
    others: tuple[Figure, ...] = ()
    ours: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All that is told, who speaks first."""
        return (self.figure, *self.others) if self.figure else ()


def of_point(point: Point, *, ours: bool = False) -> Moment:
    """A point of a series; of several that speak with equal right the first."""
    first, *more = (*point.speaking, *point.others) or (None,)
    return Moment(point.period, first, tuple(f for f in more if f), ours)


def moments(row: Series) -> list[Moment]:
    """Those of a series, in the order of time; of counts since new year what came in between, which is ours."""
    if row.form.year_to_date:
        between = increments(row)
        return [of_point(point, ours=True) for point in between.points] if between else []
    return [of_point(point) for point in row.points]


def months(rows: Iterable[Series], topic: Topic, kinds: Sequence[Kind]) -> list[Moment]:
    """Month by month what is told of a topic: as documents give months, else what came between two counts since new
    year; gaps in between. Of several series that of the first of the kinds, then the longest.
    """
    own = [row for row in rows if row.topic == topic and row.kind in kinds]
    own.sort(key=lambda row: (kinds.index(row.kind), -len(row.points)))
    found: dict[Period, Moment] = {}
    for row in sorted(own, key=lambda row: row.form.year_to_date):
        for moment in moments(row):
            period = replace(moment.period, kind=PeriodKind.WITHIN)
            if period.length is Length.MONTH and moment.figure:
                found.setdefault(period, moment)
    return [*_with_gaps([found[period] for period in sorted(found)])]


def _with_gaps(told: Sequence[Moment]) -> Iterator[Moment]:
    for one, two in pairwise(told):
        yield one
        following = one.period.following
        while following and following.order < two.period.order:
            yield Moment(following)
            following = following.following
    yield from told[-1:]


def by_years(told: Sequence[Moment]) -> list[Moment]:
    """The years of shares that have their counts, each from the counts of its periods; of others the newest periods."""
    there = [moment.figure for moment in told if moment.figure]
    if len(told) <= MOST or not all(f.is_ratio and f.is_exact for f in there):
        return list(told[-MOST:])
    made = []
    for own in grouped(there, lambda f: f.day.year).values():
        part, whole = (sum((count for count in counts), start=0 * own[0].number)
                       for counts in zip(*(f.counts for f in own), strict=True))  # fmt: skip
        period = Period(PeriodKind.WITHIN, own[0].period.start, own[-1].period.end)
        value = Value(100 * part / whole, part=part, whole=whole, decimals=own[-1].value.decimals) if whole else None
        figure = replace(own[-1], period=period, kind=Kind.COMPUTED, value=value) if value else None
        made.append(Moment(period, figure, (), ours=True))
    return made


def told(all_of: Iterable[Moment]) -> list[Moment]:
    """Those that are no gaps."""
    return [moment for moment in all_of if moment.figure]


_CALLED = {
    Length.MONTH: lambda end: f"tháng\u00a0{end.month}/{end.year}",
    Length.QUARTER: lambda end: f"quý\u00a0{_QUARTERS[end.month // 3 - 1]}/{end.year}",
    Length.HALF: lambda end: f"6\u00a0tháng {'đầu' if end.month == 6 else 'cuối'} năm\u00a0{end.year}",
    Length.NINE_MONTHS: lambda end: f"9\u00a0tháng năm\u00a0{end.year}",
    Length.YEAR: lambda end: f"năm\u00a0{end.year}",
}


def called(period: Period) -> str:
    """A stretch of time as a sentence names it: `tháng 10/2026`, `01/01/2026–18/05/2026`, `ngày 31/05/2026`."""
    start, end = period.start, period.end
    if end is None:
        return period.printed
    if period.kind is PeriodKind.AT:
        return f"ngày\u00a0{show_date(end)}"
    if name := _CALLED.get(period.length):
        return name(end)
    if start is None:
        return f"đến\u00a0{show_date(end)}"
    return f"{show_date(start)}–{show_date(end)}"


def on_axis(period: Period, first: bool) -> tuple[str, bool]:
    """Its name below a column, and whether that must be read: a month's number, with the year for the first and for
    each January.
    """
    end = period.end
    assert end
    year = f"{end.year % 100:02}"
    length = period.length
    if length is Length.YEAR or (period.days or 0) > 200:
        return str(end.year), True
    if length is Length.QUARTER:
        return f"{_QUARTERS[end.month // 3 - 1]}/{year}", end.month == 3 or first
    if length is Length.OTHER and not (period.kind is PeriodKind.AT and _is_last_of_month(period)):
        return show_date(end)[:5] + (f"/{year}" if first else ""), first
    newest = end.month == 1 or first
    return f"{end.month}/{year}" if newest else str(end.month), newest


def _is_last_of_month(period: Period) -> bool:
    return period.end is not None and period.moved(1).moved(-1).end == period.end and period.end.day > 27
