"""The words that are put around a figure, wherever it is told: its value, its target's level, its last day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from generator.language.numbers import MONEY, PERCENT, in_words, show_number, show_quantity
from generator.language.value import Compared
from generator.language.vietnamese import show_date
from generator.model.choices import COMPARISONS
from generator.model.figure import Figure, Kind

WHOLE_SHARE = 100
"""A share of something is at most so many per cent."""
_COMPARED: Mapping[str, str] = {**COMPARISONS, Compared.EXACTLY: "", Compared.ABOUT: "khoảng"}


def is_above_whole(figure: Figure) -> bool:
    """Whether a share says more than the whole that it is a share of."""
    return figure.unit == PERCENT and figure.has_value and figure.highest > WHOLE_SHARE


def compared(figure: Figure) -> str:
    """What stands before the value of a figure: `từ `, `trên `, `khoảng `; nothing before an exact one."""
    return f"{_COMPARED[figure.value.compared]} ".lstrip()


def printed(figure: Figure) -> str:
    """The value as the document prints it; a recomputed one in our format with its counts."""
    if figure.kind is Kind.COMPUTED:
        return f"{_shown(figure)} ({counted(figure)})"
    if not figure.has_value:
        return "để trống"
    text = figure.value.printed
    bare = text[-1:].isdigit()
    if figure.unit == PERCENT:
        shown = _shown(figure) if "." in text else text
        return f"{shown}%" if bare and "%" not in shown else shown
    return f"{text} {in_words(figure.unit)}" if bare and figure.unit != MONEY else text


def _shown(figure: Figure) -> str:
    return show_quantity(figure.number, figure.unit, figure.value.decimals)


def counted(rate: Figure) -> str:
    """The two counts that a rate is made of: `39/40`."""
    return "/".join(map(show_number, rate.counts))


def aimed(target: Figure) -> str:
    """A target's level in few words: `từ 98%`, `100%`, `80%–90%`."""
    if target.is_range:
        return f"{_shown(target)}–{show_quantity(target.highest, target.unit, target.value.decimals)}"
    return f"{compared(target)}{_shown(target)}"


def gap_of(one: Figure, two: Figure) -> str:
    """How far two values are apart, in the words of their unit."""
    apart = abs(one.number - two.number)
    decimals = max(one.value.decimals, two.value.decimals)
    if one.unit == PERCENT:
        return f"{show_number(apart, decimals)} điểm phần trăm"
    return show_quantity(apart, one.unit, max(0, decimals))


def last_day(figure: Figure) -> str:
    """The last day of a figure that has one; of one whose document names none that it is the day of the signature:
    `ngày ký 18/05/2026`.
    """
    return f"{'ngày ký ' if figure.ends_when_signed else ''}{show_date(figure.period.end)}"


def ended(figure: Figure) -> str:
    """Up to when a figure counts, in words: `đến 31/05/2026`, `năm 2025` where the document names a year and no day,
    `không ghi ngày`.
    """
    end = figure.period.end
    if end is None:
        return "không ghi ngày"
    year = f"năm {end.year}"
    named = end == dt.date(end.year, 12, 31) and figure.period.printed.strip().lower() == year
    return year if named else f"đến {last_day(figure)}"


def listed(said: Iterable[str]) -> str:
    """`99%; 98% và 97%`, each thing once: values hold commas of their own."""
    *first, last = dict.fromkeys(said)
    return f"{'; '.join(first)} và {last}" if first else last
