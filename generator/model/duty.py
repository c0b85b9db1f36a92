"""What is due again and again: figures of every month, quarter or year, so many days after it, by which rule."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.model.period import Period, PeriodKind


class Rhythm(StrEnum):
    """How often something is due."""

    MONTH = "thang"
    QUARTER = "quy"
    THREE_SIX_NINE = "3_6_9_thang"
    HALF = "6_thang"
    YEAR = "nam"


_ENDS = {
    Rhythm.MONTH: range(1, 13), Rhythm.QUARTER: (3, 6, 9, 12), Rhythm.THREE_SIX_NINE: (3, 6, 9),
    Rhythm.HALF: (6, 12), Rhythm.YEAR: (12,),
}  # fmt: skip
"""The months with which periods of a rhythm end."""
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Duty:
    """Figures that are due for every period of a `rhythm`: of some `indicators`, of a budget those of one `stage`.

    `days` after its period it is late, None where no day follows from the period and `until` says when in words;
    `working` days leave out the ends of weeks, and holidays that nobody lists count, so that their day is approximate.
    What must be there `from_start` is asked for when its period begins. `rule` says by which document, `ours` that it
    is no law but the rhythm of this site; it holds in some `provinces` (codes), in all where none is named, and for
    periods from the day on that it is `in_force`; `line` is where the catalogue says it.
    """

    id: str
    name: str
    subject: str
    rhythm: Rhythm
    rule: str
    days: int | None = None
    working: bool = False
    until: str = ""
    from_start: bool = False
    ours: bool = False
    indicators: tuple[str, ...] = ()
    stage: str = ""
    provinces: tuple[str, ...] = ()
    in_force: dt.date | None = None
    line: int = 1

    def periods(self, since: dt.date) -> Iterator[Period]:
        """Its periods that end on a day or after it, in order, without end."""
        year = since.year
        while True:
            for month in _ENDS[self.rhythm]:
                end = dt.date(year, month, calendar.monthrange(year, month)[1])
                if end >= since:
                    yield self._period(end)
            year += 1

    def _period(self, end: dt.date) -> Period:
        year, month = end.year, end.month
        first, words = {
            Rhythm.MONTH: (month, f"tháng {month}/{year}"),
            Rhythm.QUARTER: (month - 2, f"quý {_ROMAN[(month - 1) // 3]}/{year}"),
            Rhythm.THREE_SIX_NINE: (1, f"{month} tháng đầu năm {year}"),
            Rhythm.HALF: (month - 5, f"6 tháng {'đầu' if month == 6 else 'cuối'} năm {year}"),
            Rhythm.YEAR: (1, f"năm {year}"),
        }[self.rhythm]
        return Period(PeriodKind.WITHIN, dt.date(year, first, 1), end, words)

    def last_day(self, period: Period) -> dt.date | None:
        """The last day on which it is in time; None where that does not follow from its period."""
        assert period.end
        if self.days is None:
            return None
        if not self.working:
            return period.end + dt.timedelta(self.days)
        day, left = period.end, self.days
        while left:
            day += dt.timedelta(1)
            left -= day.weekday() < 5
        return day
