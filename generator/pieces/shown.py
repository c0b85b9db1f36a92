"""How a figure is shown: its value and its period as people write them."""

from __future__ import annotations

import re

from generator.language.numbers import MONEY, PERCENT, in_words, show_number
from generator.language.value import State
from generator.language.vietnamese import show_date
from generator.model.figure import UNSTATED_BASE, Figure, Kind
from generator.model.figure_words import aimed, compared, counted, last_day, stage_in_words

MISSING = "Chưa có số liệu"
NO_DAY = "không ghi ngày"
"""What stands for a day that the document does not give."""


def value(figure: Figure) -> str:
    """The value in our format, at the printed precision; 'Chưa có số liệu' where there is none."""
    if figure.value.state is State.MISSING:
        return MISSING
    if figure.value.state is State.IN_WORDS:
        return "Không nêu con số"
    if figure.kind is not Kind.COMPUTED and figure.is_ratio:
        part, whole = figure.counts
        decimals = figure.value.decimals
        ratio = f"{show_number(part, decimals)}/{show_number(whole, 0 if whole == int(whole) else decimals)}"
        return f"{compared(figure)}{ratio} {in_words(figure.unit) if figure.unit != PERCENT else ''}".strip()
    if figure.is_range:  # the two ends of a report may be printed with different decimals
        return f"{compared(figure)}{aimed(figure)}" if figure.kind is Kind.TARGET else figure.value.printed
    return aimed(figure)


def mark(figure: Figure) -> str:
    """What stands below a value: the counts that it is computed from, what an amount of money is."""
    if figure.kind is Kind.COMPUTED and figure.is_ratio:
        return f"tự tính: {counted(figure)}"
    return stage_in_words(figure)


def only(covered: str) -> str:
    """What alone a count covers, as words: `chỉ tính lãnh đạo`, `tính trên 01 vạn dân`."""
    return f"tính {covered}" if covered.startswith("trên ") else f"chỉ tính {covered}"


def tells_more(figure: Figure) -> bool:
    """Whether what a ratio is of is stated, and more than its unit says: not `hồ sơ` of 4.805/5.196 hồ sơ."""
    return figure.base not in ("", UNSTATED_BASE, figure.unit)


def period(figure: Figure) -> str:
    """The period as printed, with its last day; that there is none where its document gives none."""
    day, printed = figure.period.end, figure.period.printed
    if day is None and figure.kind is not Kind.TARGET:
        if printed == "không ghi kỳ":
            return "không ghi kỳ, ngày"
        return printed if NO_DAY in printed else f"{printed} ({NO_DAY})"
    if day is None or ((day.month, day.day) == (12, 31) and str(day.year) in printed):
        return printed
    end = show_date(day)
    return printed if end in printed or _unpadded(end) in printed else f"{printed} (đến {last_day(figure)})"


def _unpadded(date: str) -> str:
    return "/".join(part.lstrip("0") for part in date.split("/"))


def printed_otherwise(figure: Figure) -> str:
    """The print, where our format of the value could be taken for something else; '' where not."""
    if figure.kind in (Kind.COMPUTED, Kind.TARGET) or not figure.has_value or figure.is_ratio:
        return ""
    shown = value(figure)
    digits = [re.sub(r"[%.]|^0+(?=\d)", "", text.split(" ")[0]) for text in (figure.value.printed, shown)]
    same = figure.value.printed.casefold() == shown.casefold() or figure.value.printed.replace(
        "–", "-"
    ) == shown.replace("–", "-")
    return "" if same or (digits[0] == digits[1] and figure.unit != MONEY) else figure.value.printed
