"""The period that a document reports next, and how it is called, from the one that it reported last."""

from __future__ import annotations

import datetime as dt
import re

from generator.model.period import Period, PeriodKind

NEXT_MONTH = dt.date.min
"""Stands for the month that is asked for next, where none is named."""

_ROMAN = ("I", "II", "III", "IV")
_STEPS = {1: 1, 3: 3, 6: 6, 12: 12}
"""Whole months that a period has, and after how many more the next one ends."""
_ABOUT_A_MONTH = 27
"""Days between the first and the last of a stretch from which on another follows it without a gap."""


def usual_step(period: Period) -> int:
    """After how many months the next of its kind ends, as far as one period tells: counts since January are told by
    the month, and so is a state of a day.
    """
    months = _months(period)
    return 1 if period.is_year_to_date and months != 12 else _STEPS.get(months, 1)


def next_period(period: Period, step: int) -> Period | None:
    """The period that ends `step` months later, with its name; None where there is none of the kind then: a quarter
    ends with a quarter, and what counts since January is in January the month itself.
    """
    end = Period(period.kind, None, period.end).moved(step).end
    if end is None:
        return None
    if not step:
        return period
    if period.start is None:
        return Period(period.kind, None, end, _day_named(period, end))
    months = _months(period)
    own_stretch = period.kind is PeriodKind.WITHIN and (months == 1 or (months == 3 and _by_quarter(period)))
    if period.is_year_to_date and not own_stretch:
        if end.month == 1:
            return None
        made = Period(period.kind, dt.date(end.year, 1, 1), end)
    elif months > 1 and step % months:
        return None
    elif not months and period.end and (period.end - period.start).days >= _ABOUT_A_MONTH:
        made = Period(period.kind, period.end + dt.timedelta(days=1), end)  # no day is told twice
    else:
        made = period.moved(step)
    return Period(made.kind, made.start, made.end, name_of(made, period.printed))


def name_of(period: Period, before: str = "") -> str:
    """How a period is called: `Tháng 11/2026`, `Quý IV/2026`, `11 tháng đầu năm 2026`, `Năm 2026`; else by its days.
    `before` is how the last one was: its first letter decides, and whether three months are called a quarter.
    """
    end, months = period.end, _months(period)
    assert end
    if months == 1:
        words = f"Tháng {end.month}/{end.year}"
    elif months == 12:
        words = f"Năm {end.year}"
    elif months == 3 and end.month % 3 == 0 and (not period.is_year_to_date or "quý" in before.casefold()):
        words = f"Quý {_ROMAN[end.month // 3 - 1]}/{end.year}"
    elif period.is_year_to_date:
        words = f"{end.month} tháng đầu năm {end.year}"
    else:
        words = f"Từ {period.start:%d/%m/%Y} đến {end:%d/%m/%Y}"
    return words[:1].lower() + words[1:] if before[:1].islower() else words


def retitled(title: str, old: Period, new: Period) -> str:
    """The name of a document with the words of its period moved on: “… tháng 10 năm 2026” to “… tháng 11 năm 2026”."""
    title = re.sub(r"\s*\(thay thế\)$", "", title, flags=re.IGNORECASE)
    if not (old.end and new.end):
        return title
    name = name_of(new, "quý" if re.search("quý", title, re.IGNORECASE) else "t")
    name = name[:1].lower() + name[1:]
    month, year = old.end.month, old.end.year
    of_year = rf"(?:\s*/\s*|\s+năm\s+){year}"
    for pattern in (
        rf"\b0?{month} tháng đầu năm {year}",
        rf"\b6 tháng cuối năm {year}" if month == 12 else r"(?!)",
        rf"\bquý {_ROMAN[(month - 1) // 3]}{of_year}",
        rf"\btháng 0?{month}{of_year}",
        rf"\bnăm {year}" if _months(old) == 12 else r"(?!)",
    ):
        made, count = re.subn(pattern, lambda found: _in_its_way(name, found[0], new), title, count=1,
                              flags=re.IGNORECASE)  # fmt: skip
        if count:
            return made
    return title


def _in_its_way(name: str, found: str, new: Period) -> str:
    """A name written with “năm” where the old one was."""
    if "/" not in found and new.end:
        name = name.replace(f"/{new.end.year}", f" năm {new.end.year}")
    return name[:1].upper() + name[1:] if found[:1].isupper() else name


def _day_named(period: Period, end: dt.date) -> str:
    """The words for a state of a day, with the day moved on where they name it."""
    old, words = period.end, period.printed
    if old is None:
        return words
    for one, two in (
        (f"{old:%d/%m/%Y}", f"{end:%d/%m/%Y}"),
        (f"{old.day}/{old.month}/{old.year}", f"{end.day}/{end.month}/{end.year}"),
        (f"tháng {old.month}/{old.year}", f"tháng {end.month}/{end.year}"),
        (f"tháng {old.month} năm {old.year}", f"tháng {end.month} năm {end.year}"),
    ):  # fmt: skip
        if one in words:
            return words.replace(one, two)
    return f"đến ngày {end:%d/%m/%Y}" if re.search(r"\d", words) else words


def _by_quarter(period: Period) -> bool:
    return "quý" in period.printed.casefold()


def _months(period: Period) -> int:
    """The months that a period touches where it begins with the first of one; 0 elsewhere."""
    start, end = period.start, period.end
    if not (start and end) or start > end or start.day != 1:
        return 0
    return 12 * (end.year - start.year) + end.month - start.month + 1
