"""Months, and how documents name the periods that end with one."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

LAST_YEAR, LAST_MONTH = 2026, 10
"""The newest month that a sample tells of."""
_QUARTERS = ("I", "II", "III", "IV")


class Month(NamedTuple):
    """A calendar month; months are in the order of time."""

    year: int
    number: int

    @property
    def start(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, self.number, 1)

    @property
    def end(self) -> dt.date:
        """Its last day."""
        return _last_day(self.year, self.number)

    @property
    def words(self) -> str:
        """`Tháng 4/2026`."""
        return f"Tháng {self.number}/{self.year}"

    @property
    def to_date_words(self) -> str:
        """What documents call the time from new year until its end: `6 tháng đầu năm 2026`."""
        if self.number == 12:
            return f"Năm {self.year}"
        return f"Quý I/{self.year}" if self.number == 3 else f"{self.number} tháng đầu năm {self.year}"

    @property
    def quarter_words(self) -> str:
        """The quarter that it ends: `Quý II/2026`."""
        return f"Quý {_QUARTERS[(self.number - 1) // 3]}/{self.year}"

    @property
    def new_year(self) -> Month:
        """January of its year."""
        return Month(self.year, 1)

    def moved(self, months: int) -> Month:
        """The month so many months later, or earlier."""
        year, number = divmod(12 * self.year + self.number - 1 + months, 12)
        return Month(year, number + 1)

    def until(self, last: Month) -> list[Month]:
        """The months from this one to another."""
        made = [self] if self <= last else []
        while made and (month := made[-1]) != last:
            made.append(Month(month.year + month.number // 12, month.number % 12 + 1))
        return made


@cache
def _last_day(year: int, number: int) -> dt.date:
    return dt.date(year, number, calendar.monthrange(year, number)[1])


LAST = Month(LAST_YEAR, LAST_MONTH)


def window(months: int) -> Sequence[Month]:
    """The months that a sample tells of, oldest first."""
    return LAST.moved(1 - months).until(LAST)
