"""The change of a figure, in words: to what was told of the period before it, and of the same one a year ago.

Rows of pages, sentences, notices, cards and the loudspeaker tell a change with these words, so that none says more
than another. A change is told only within one series (same question, kind, unit and base, periods of one form), only
between figures that alone speak for their periods, and never as good or bad.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.figures.change import Change, Direction, change
from generator.figures.series import Form, Series
from generator.language.numbers import PERCENT, in_words, show_number
from generator.language.vietnamese import opened
from generator.model.commune import Commune
from generator.model.figure import Figure
from generator.model.figure_words import ended
from generator.model.formulas import terms
from generator.model.period import Length, Period, PeriodKind
from generator.pieces.shown import value
from generator.pieces.view import View

FEW = 30
"""Cases (dossiers, people) below which a share jumps with each of them: then its counts are told and no share."""
_ROMAN = ("I", "II", "III", "IV")
_ONE_BEFORE = {Length.MONTH: "tháng trước", Length.QUARTER: "quý trước", Length.YEAR: "năm trước"}


class Step(NamedTuple):
    """A change, and what the earlier period is called beside the later one: `tháng trước`, `cùng kỳ năm ngoái`; where
    such `words` say too little, with its `own` name too.
    """

    words: str
    own: str
    change: Change

    @property
    def named(self) -> str:
        """`kỳ trước (08/2026)`, without a name of its own `tháng trước`."""
        return f"{self.words} ({self.own})" if self.own else self.words

    @property
    def is_of_few(self) -> bool:
        """Whether it is one of shares of so few that only their counts are told."""
        return is_of_few(self.change.before) or is_of_few(self.change.after)

    @property
    def moved(self) -> bool:
        """Whether the value went somewhere, by more than chance explains."""
        return self.change.direction in (Direction.UP, Direction.DOWN)


@dataclass(frozen=True, slots=True)
class Changed:
    """How a figure changed: sentences that end with a full stop, '' where there is nothing to compare with, and what
    they were made of.

    `previous` is to the period before, or to the last one told where those between are missing; `year_ago` to the same
    period of the year before, which is told once where it is the period before as well.
    """

    previous: str
    year_ago: str
    before: Step | None
    year: Step | None

    @property
    def words(self) -> str:
        """Both sentences, of which one is there."""
        return " ".join(filter(None, (self.previous, self.year_ago)))


def changed(view: View, commune: Commune, figure: Figure, what: str = "") -> Changed | None:
    """How a figure changed; None where nothing told before can be compared with it. `what` are words for it, where they
    stand beside several numbers: `tỷ lệ ấy là`.

    >>> changed(view, commune, rate).previous  # doctest: +SKIP
    'Tháng trước 98,58%, kỳ này tăng 0,4 điểm phần trăm.'
    """
    before, year = _before(view, commune, figure), _year_ago(view, commune, figure)
    if before is None and year is None:
        return None
    return Changed(_sentence(view, before, what), _sentence(view, year, what), before, year)


def is_of_few(figure: Figure) -> bool:
    """Whether it is a share of so few that its counts say more."""
    whole = figure.value.whole
    return figure.unit == PERCENT and whole is not None and whole < FEW


def cases(view: View, share: Figure) -> str:
    """The unit of the whole of a share (hồ sơ, người), by its indicator's formulas; '' where they do not say one."""
    formulas = view.indicator(share.topic.indicator).formulas
    units = {in_words(view.indicator(name).unit) for formula in formulas for name in terms(formula)}
    return units.pop() if len(units) == 1 else ""


# --- what is compared -------------------------------------------------------------------------


def _before(view: View, commune: Commune, figure: Figure) -> Step | None:
    """The step from the period before. What is counted since new year grows by itself, and periods of no common length
    say nothing of each other: neither has one.
    """
    for series, point in view.points_of(commune, figure):
        if series.form.year_to_date or (series.form.length is Length.OTHER and series.form.kind is not PeriodKind.AT):
            continue
        earlier = series.before(point)
        if earlier is None or not earlier.figure or _is_year_ago(earlier.period, point.period):
            continue
        return _step(view, earlier.figure, figure, *_called(earlier.figure, point.period, series.form))
    return None


def _is_year_ago(earlier: Period, period: Period) -> bool:
    """Whether the period before is the same one a year ago, and called so; of years it is the year before."""
    return earlier == period.year_before and period.length is not Length.YEAR


def _year_ago(view: View, commune: Commune, figure: Figure) -> Step | None:
    if figure.period.length is Length.YEAR:
        return None
    found = (_year_before(series, figure) for series, _ in view.points_of(commune, figure))
    earlier = next(filter(None, found), None)
    if earlier is None or earlier.period.end is None:
        return None
    when = "cùng thời điểm" if figure.period.kind is PeriodKind.AT else "cùng kỳ"
    is_old = earlier.period.end.year < view.date.year - 1  # “last year” would be read as that of the reader
    return _step(view, earlier, figure, f"{when} năm {earlier.period.end.year if is_old else 'ngoái'}")


def _year_before(series: Series, figure: Figure) -> Figure | None:
    point = next(point for point in series.points if point.period == figure.period)
    earlier = series.year_before(point)
    return earlier.figure if earlier else None


def _step(view: View, before: Figure, after: Figure, words: str, own: str = "") -> Step | None:
    """None where both do not count the same things, or one is of a document that another replaces. Of printed shares
    the counts of their documents, if there are any, tell whether chance alone could have moved them.
    """
    alike = (before.without, before.with_carried) == (after.without, after.with_carried)
    made = change(before, after) if alike and before.stands and after.stands else None
    old, new = map(view.answers.computed, (before, after))
    by_counts = change(old, new) if made and old and new else None
    if made and by_counts and by_counts.direction is Direction.UNCLEAR:
        made = made._replace(direction=Direction.UNCLEAR)
    return Step(words, own, made) if made else None


# --- words ------------------------------------------------------------------------------------


def _sentence(view: View, step: Step | None, what: str) -> str:
    """`Tháng trước 98,58%, kỳ này tăng 0,4 điểm phần trăm.`; without “kỳ này” the month before would have risen."""
    if step is None:
        return ""
    before, after = step.change.before, step.change.after
    now = "lần này" if after.period.kind is PeriodKind.AT else "kỳ này"
    if step.is_of_few:
        unit = cases(view, after)
        return f"{opened(step.named)} {f'{_counts(before)} {unit}'.rstrip()}, {now} {_counts(after)}."
    named = f"{opened(step.named)} {what}".rstrip()
    named += " là" if named[-1].isdigit() or named[-1] == ")" else ""  # else two numbers would meet
    return f"{named} {value(before)}, {f'{now} ' if step.moved else ''}{step.change.words}."


def _counts(share: Figure) -> str:
    part, whole = share.value.part, share.value.whole
    if part is None or whole is None:
        return value(share)
    return f"{show_number(part)} trong {show_number(whole)}"


def _called(before: Figure, period: Period, form: Form) -> tuple[str, str]:
    """What the earlier of two periods of a series is called: `tháng trước`; with its own name where others lie between
    (`kỳ trước`, `08/2026`), which is that of a year where its document gives no day.
    """
    earlier = before.period
    if form.kind is PeriodKind.AT:
        next_month = form.length is Length.MONTH and earlier.moved(1) == period
        return ("cuối tháng trước", "") if next_month else ("lần trước", ended(before).removeprefix("đến "))
    if earlier.following == period:
        return _ONE_BEFORE.get(form.length) or _half(earlier, period), ""
    return "kỳ trước", _named(earlier)


def _half(earlier: Period, period: Period) -> str:
    same_year = earlier.end and period.end and earlier.end.year == period.end.year
    return "6 tháng đầu năm" if same_year else "6 tháng cuối năm ngoái"


def _named(period: Period) -> str:
    """A period of a length by which people report, in few words."""
    start, end = period.start, period.end
    assert start
    assert end
    match period.length:
        case Length.MONTH:
            return f"{end:%m/%Y}"
        case Length.QUARTER:
            return f"quý {_ROMAN[(end.month - 1) // 3]}/{end.year}"
        case Length.HALF:
            return f"6 tháng {'đầu' if start.month == 1 else 'cuối'} năm {end.year}"
        case Length.NINE_MONTHS:
            return f"9 tháng đầu năm {end.year}"
    return f"năm {end.year}"
