"""Rows and cells as documents print them."""

from __future__ import annotations

import datetime as dt

from generator.made_up.months import Month

Row = dict[str, object]
"""A row of a table: column to cell; what is not there is blank."""


def within(first: dt.date, last: dt.date, words: str) -> Row:
    """What happened within a period."""
    return {"ky": words, "loai_ky": "trong_ky", "tu_ngay": first, "den_ngay": last}


def in_month(month: Month) -> Row:
    """What happened in a month."""
    return within(month.start, month.end, month.words)


def since_new_year(month: Month) -> Row:
    """What happened from new year to the end of a month."""
    return within(month.new_year.start, month.end, month.to_date_words)


def counted_on(month: Month) -> Row:
    """How something stood at the end of a month."""
    return {"ky": "tại thời điểm báo cáo", "loai_ky": "thoi_diem", "den_ngay": month.end}


def from_place(document: str, place: str) -> Row:
    """Where a row was taken from."""
    return {"nguon": document, "vi_tri": place}


def number(count: int) -> str:
    """A count as printed: `2.842`."""
    return f"{count:,}".replace(",", ".")


def percent(part: float, whole: float = 100, places: int = 2) -> str:
    """A share as printed: `97,21%`, `100%`."""
    digits = f"{100 * part / whole:.{places}f}"
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits).replace(".", ",") + "%"
