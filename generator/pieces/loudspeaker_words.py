"""Sentences for an announcer: words, the topic they belong to, the numbers in them beside what pages write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.language import spoken
from generator.language.numbers import show_number
from generator.language.vietnamese import committee, kind_of, opened, show_date
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.model.figure_words import compared
from generator.model.period import PeriodKind
from generator.model.record import Record
from generator.pieces.document_names import issued_number, month
from generator.pieces.newest import unstated
from generator.pieces.picking import pick, with_value
from generator.pieces.shown import period, value
from generator.pieces.view import View

MUST, NEEDED, FACT, DETAIL, EXTRA = range(5)
"""How much a sentence matters: where time is short, the last go first, and only MUST is safe."""
_LONGEST_NAME = 24
"""Syllables of a document's own words beyond which a listener is lost."""


@dataclass(frozen=True, slots=True)
class Number:
    """What is said and how pages write it, for a period ('' where it needs none): a value of `figure`, or words of the
    document `source`, or a count at the anchor `place` of the commune's first page, or a day of the text itself.
    """

    words: str
    shown: str
    period: str = ""
    figure: Figure | None = None
    source: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words to be read, the topic they belong to, how much they matter (MUST … EXTRA), the numbers in them."""

    text: str
    topic: str
    rank: int
    numbers: tuple[Number, ...] = ()


@dataclass(frozen=True)
class Occasion:
    """What a text is about: a commune and the figures of one period, `own`.

    `start` and `end` are its days (ISO; '' where there are none), `latest` tells the newest text, which says what the
    commune's first page says; `short` are abbreviations with their words.
    """

    view: View
    commune: Commune
    start: dt.date | None
    end: dt.date | None
    own: Sequence[Figure]
    latest: bool
    short: Mapping[str, str]

    def aloud(self, text: str) -> str:
        """Words of a document as they can be read out; '' where they cannot, or go on for too long."""
        said = spoken.aloud(text, self.short)
        return said if spoken.syllables([said]) <= _LONGEST_NAME else ""

    def known(self, *indicators: str) -> list[Figure]:
        """Figures with a value, newest first: those known then; where there were none, those known since."""
        everything = with_value(pick(self.view.sayable(self.commune), *indicators))
        return [figure for figure in everything if self.latest or self.was_known(figure)] or everything

    def unstated(self, sentence: str, *indicators: str) -> str:
        """That there is no number of some indicators, or that they are stated as they cannot be."""
        return unstated(self.view, self.commune, sentence, *indicators)

    def was_known(self, figure: Figure) -> bool:
        """Whether a figure speaks of days up to the period's end."""
        return self.end is None or (figure.period.start or figure.day) <= self.end

    def has_ended(self, figure: Figure) -> bool:
        """Whether what a figure tells of lies before the period's end, as far as its document says."""
        return self.end is None or figure.period.end is None or figure.period.end <= self.end

    @property
    def kind(self) -> str:
        """What the commune is: xã, phường, đặc khu."""
        return kind_of(self.commune.name)

    @property
    def asking(self) -> str:
        """Where to ask for what is told nowhere."""
        return f"Bà con có thể hỏi tại trụ sở {committee(self.commune.name)}."


def say(topic: str, rank: int, words: str, *numbers: Number) -> Spoken:
    """A sentence with each `{}` filled by the words of a number; its first letter is a capital."""
    text = words.format(*(number.words for number in numbers))
    return Spoken(opened(text), topic, rank, numbers)


def document_words(about: Occasion, row: Record) -> tuple[str, Number]:
    """How a document is called aloud, with a `{}` for its number or its month, and that."""
    first = row["ten"].split(",")[0].lower()
    kind = next((kind for kind in ("báo cáo", "kế hoạch") if first.startswith(kind)), "văn bản")
    by = f" của {said}" if (said := about.aloud(row["co_quan"])) else ""
    digits = issued_number(row).partition("/")[0].partition("-")[0]
    if digits.isdigit():
        number = Number(f"số {spoken.number(int(digits))}", issued_number(row), source=row["nguon"])
    else:
        day = f"{month(row)}-01"
        words = spoken.month(day, year=int(day[:4]) != _year(about.end))
        number = Number(words, f"tháng {day[5:7].lstrip('0')}/{day[:4]}", source=row["nguon"])
    return f"{kind} {{}}{by}", number


def count(figure: Figure, number: Decimal, unit: str) -> Number:
    """A whole number that a figure was computed from."""
    return Number(spoken.quantity(number, unit), f"{show_number(number)} {unit}", period(figure), figure)


def whole(figure: Figure) -> Number:
    """A figure's whole value, as its line on the page writes it."""
    unit, places = figure.unit, figure.value.decimals
    if figure.is_ratio and figure.kind is not Kind.COMPUTED:
        said = " trên ".join(map(spoken.decimal, figure.counts))
    elif figure.is_range:
        low, high = spoken.decimal(figure.number, places), spoken.quantity(figure.upper, unit, places)
        said = f"từ {low} đến {high}"
    else:
        said = f"{compared(figure)}{spoken.quantity(figure.number, unit, places)}"
    return Number(said, value(figure), period(figure), figure)


def days(start: dt.date | None, end: dt.date | None, *, year: bool = True, signed: bool = False) -> Number:
    """The stretch of time that a number speaks of, from its first day or, where nobody knows it, up to its last, which
    is called that of the signature where it is no other.
    """
    if not end:
        return Number("văn bản không ghi ngày", "văn bản không ghi ngày")
    last = end.isoformat()
    if signed:
        said = f"đến ngày ký văn bản, {spoken.date(last, year=year)}"
        first = spoken.date(start.isoformat(), year=start.year != end.year) if start else ""
        since, shown = (f"từ {first}", f"từ {show_date(start)}") if start else ("tính", "tính")
        return Number(f"{since} {said}", f"{shown} đến ngày ký {show_date(end)}")
    if start:
        said = spoken.span(start.isoformat(), last, year=year)
        return Number(said, f"từ {show_date(start)} đến {show_date(end)}")
    return Number(f"tính đến {spoken.date(last, year=year)}", f"tính đến {show_date(end)}")


def when(figure: Figure, about: Occasion) -> Number:
    """The days of a figure, the year only where it is not that of the text, the first day only where it differs."""
    period = figure.period
    start = period.start if period.kind is not PeriodKind.AT and period.start != about.start else None
    return days(start, period.end, year=_year(period.end) != _year(about.end))


def _year(day: dt.date | None) -> int:
    return day.year if day else 0
