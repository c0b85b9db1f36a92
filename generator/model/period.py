"""When a figure is of: the one place that knows what a period is, and which two are the same."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from functools import total_ordering


class PeriodKind(StrEnum):
    """At a date, within a stretch of days, or cumulative up to a day."""

    AT = "thoi_diem"
    WITHIN = "trong_ky"
    CUMULATIVE = "luy_ke"


class Length(StrEnum):
    """How long a period is, as people report: only periods of one length stand in one row."""

    MONTH = "tháng"
    QUARTER = "quý"
    HALF = "6 tháng"
    NINE_MONTHS = "9 tháng"
    YEAR = "năm"
    OTHER = "khác"


_MONTHS = {1: Length.MONTH, 3: Length.QUARTER, 6: Length.HALF, 9: Length.NINE_MONTHS, 12: Length.YEAR}
_STEPS = {length: months for months, length in _MONTHS.items()}
_BEGINS = {Length.QUARTER: 3, Length.HALF: 6, Length.NINE_MONTHS: 12, Length.YEAR: 12}
"""A quarter begins with every third month, a half year with every sixth; nine months and a year with January."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A kind of period with its first and last day; either may be unknown (“không ghi ngày”). `printed` is how the
    document says it and is no part of what the period is.

    Periods are in the order of their last days, of one last day the longest last; one without a last day comes first.
    """

    kind: PeriodKind
    start: dt.date | None
    end: dt.date | None
    printed: str = field(default="", compare=False)

    def __lt__(self, other: Period) -> bool:
        """Whether it comes before another."""
        return self.order < other.order

    @property
    def order(self) -> tuple[dt.date, bool, int]:
        """What its place among periods is told by, whatever their kinds."""
        start = self.start.toordinal() if self.start else 0
        return self.end or dt.date.min, self.start is not None, -start

    @property
    def by_kind(self) -> tuple[PeriodKind, dt.date, dt.date]:
        """Kind, first and last day, what is unknown first: an order that keeps periods of one kind together."""
        return self.kind, self.start or dt.date.min, self.end or dt.date.min

    @property
    def span(self) -> tuple[dt.date | None, dt.date | None]:
        """Its first and last day, whatever its kind."""
        return self.start, self.end

    @property
    def is_since_ever(self) -> bool:
        """Whether it is cumulative since nobody knows when."""
        return self.kind is PeriodKind.CUMULATIVE and self.start is None

    @property
    def days(self) -> int | None:
        """How many days it has, both ends counted; None where one of them is unknown."""
        return (self.end - self.start).days + 1 if self.start and self.end else None

    @property
    def is_year_to_date(self) -> bool:
        """Whether it counts from the first day of the year in which it ends."""
        start, end = self.start, self.end
        return bool(start and end and (start.month, start.day, start.year) == (1, 1, end.year))

    @property
    def is_whole_years(self) -> bool:
        """Whether it goes from the first day of a year to the last of that or a later one."""
        start, end = self.start, self.end
        return bool(start and end and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31))

    @property
    def length(self) -> Length:
        """The whole months that it is, where people report by so many; a day's state and all else is OTHER."""
        months = self._months
        if months not in _MONTHS:
            return Length.OTHER
        length = _MONTHS[months]
        assert self.start
        begins = (self.start.month - 1) % _BEGINS.get(length, 1) == 0
        return length if begins else Length.OTHER

    @property
    def _months(self) -> int:
        """Whole calendar months from its first day to its last, 0 where it is none."""
        start, end = self.start, self.end
        if not (start and end) or start > end or start.day != 1 or not _ends_its_month(end):
            return 0
        return 12 * (end.year - start.year) + end.month - start.month + 1

    @property
    def following(self) -> Period | None:
        """The period of the same length right after it; None where its length is none that people report by."""
        if self.length is Length.OTHER:
            return None
        assert self.end
        step = _STEPS[self.length]
        if self.length is Length.NINE_MONTHS:  # the first nine months of the next year
            return self.moved(12)
        return self.moved(step)

    def moved(self, months: int) -> Period:
        """The same months earlier or later; the last day of a month stays the last."""
        return Period(self.kind, _moved(self.start, months), _moved(self.end, months))

    @property
    def year_before(self) -> Period:
        """The same days a year earlier."""
        return self.moved(-12)

    def contains(self, other: Period) -> bool:
        """Whether all days of another lie within it; a state of a day lies where its day does."""
        if not (self.start and self.end and other.end):
            return False
        return self.start <= (other.start or other.end) and other.end <= self.end

    def overlaps(self, other: Period) -> bool:
        """Whether both have a day in common; nobody can tell where a first or last day is unknown."""
        if not (self.start and self.end and other.start and other.end):
            return False
        return self.start <= other.end and other.start <= self.end


def _ends_its_month(day: dt.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _moved(day: dt.date | None, months: int) -> dt.date | None:
    if day is None:
        return None
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, last if _ends_its_month(day) else min(day.day, last))
