"""Periods as people say them: `Quý I/2026`, `6 tháng đầu năm 2026`, `tháng 5/2026`."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from generator.language.vietnamese import fold, read_date

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:\s*[/-]\s*|\s+nam\s+)(\d{4})"


class Period(NamedTuple):
    """First and last day (ISO); `start` is '' where the words name only an end."""

    start: str
    end: str


@lru_cache(maxsize=10_000)
def read_period(text: str) -> Period | None:
    """The days that the words of a period name; None where they name none or might name others.

    >>> read_period("Quý II/2026")
    Period(start='2026-04-01', end='2026-06-30')
    """
    words = " ".join(fold(text).split())
    matches = ((pattern.fullmatch(words), days) for pattern, days in _WAYS)
    return next((days(found) for found, days in matches if found), None)


def _months(year: int, first: int, last: int) -> Period | None:
    if not (1 <= first <= last <= 12 and year >= 1):
        return None
    end = calendar.monthrange(year, last)[1]
    return Period(dt.date(year, first, 1).isoformat(), dt.date(year, last, end).isoformat())


def _days(first: str, last: str) -> Period | None:
    start, end = read_date(first), read_date(last)
    if end is None or (first and start is None) or (start and start > end):
        return None
    return Period(start.isoformat() if start else "", end.isoformat())


_DATE = r"(?:ngay\s+)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})"
_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period | None]], ...] = (
    (re.compile(rf"(?:thang\s*|t)(\d{{1,2}}){_YEAR}"), lambda m: _months(int(m[2]), int(m[1]), int(m[1]))),
    (
        re.compile(rf"quy\s*(i{{1,3}}|iv|[1-4]){_YEAR}"),
        lambda m: _months(int(m[2]), 3 * _QUARTERS[m[1]] - 2, 3 * _QUARTERS[m[1]]),
    ),
    (re.compile(r"(\d{1,2})\s+thang(?:\s+dau)?\s+nam\s+(\d{4})"), lambda m: _months(int(m[2]), 1, int(m[1]))),
    (re.compile(r"(\d{1,2})\s+thang\s+cuoi\s+nam\s+(\d{4})"), lambda m: _months(int(m[2]), 13 - int(m[1]), 12)),
    (
        re.compile(r"thang\s+(\d{1,2})\s+va\s+(\d{1,2})\s+thang\s+cuoi\s+nam\s+(\d{4})"),
        lambda m: _months(int(m[3]), int(m[1]), 12) if int(m[1]) + int(m[2]) == 12 else None,
    ),
    (re.compile(r"(?:ca\s+)?nam\s+(\d{4})"), lambda m: _months(int(m[1]), 1, 12)),
    (re.compile(rf"(?:tu\s+)?{_DATE}\s*(?:den|-|–)\s*{_DATE}"), lambda m: _days(m[1], m[2])),
    (re.compile(rf"(?:tinh\s+)?(?:den\s+)?(?:het\s+)?{_DATE}"), lambda m: _days("", m[1])),
)
"""Ways to say a period, folded, and the days that each names."""
