"""Figures that were published and are published no more: what each was, what took its place, when and why."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from generator.language.vietnamese import show_date
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.model.history import REPLACING, Correction, Span, Told, value_of
from generator.model.period import PeriodKind
from generator.model.published_columns import published
from generator.pieces.shown import NO_DAY, period, value
from generator.pieces.view import View, label


class Old(NamedTuple):
    """What an id says of a figure that may be gone."""

    indicator: str
    part: str
    when: str
    kind: str
    document: str


def old(id: str) -> Old:
    """The parts of an id, its period in words."""
    _commune, indicator, part, days, kind, document, *_ = id.split(".")
    start, end, kind_of_period = (*days.split("-"), "", "")[:3]
    first, last = (show_date(f"{day[:4]}-{day[4:6]}-{day[6:]}") if day else "" for day in (start, end))
    if not last:
        when = NO_DAY
    elif kind_of_period == PeriodKind.AT:
        when = f"ghi ngày {last}"
    else:
        when = f"ghi từ {first} đến {last}" if first else f"ghi đến {last}"
    return Old(indicator, "" if part == "tong" else part, when, kind, document)


class Vanished(NamedTuple):
    """A figure that is published no more: its id, its name and its last value in words ('' where no history knows it);
    the figure in its place, if there is one; the day (None where nothing says it) and the reason, '' for none given;
    whether it was taken away because it must not be public, and whether the figure in its place has the same value, as
    far as that is known.
    """

    id: str
    name: str
    was: str
    after: Figure | None
    day: dt.date | None
    reason: str
    withheld: bool = False
    keeps_its_value: bool = False

    @property
    def document(self) -> str:
        """The id of its document."""
        return old(self.id).document

    @property
    def is_computed(self) -> bool:
        """Whether it was made of others, and went with them."""
        return old(self.id).kind == Kind.COMPUTED


def vanished(view: View, commune: Commune) -> list[Vanished]:
    """What was published of a commune and is no more, by its own corrections and its history, by their ids. What came
    and went on one day nobody saw.
    """
    there = {figure.id: figure for figure in view.of(commune)}
    told = {one.old: one for one in view.history.corrections if one.told in REPLACING}
    gone = {
        span.id: span
        for span in view.history.vanished
        if span.until and (span.since.day < span.until.day or span.id in told)
    }
    every = sorted((told.keys() | gone.keys()) - there.keys())
    return [_vanished(view, there, id, told.get(id), gone.get(id)) for id in every]


def _vanished(view: View, there: dict[str, Figure], id: str, said: Correction | None, span: Span | None) -> Vanished:
    until = span.until if span else None
    after = there.get(said.new) if said else None
    return Vanished(
        id,
        _name(view, id, after),
        in_words(span) if span else "",
        after,
        until.day if until else said.day if said else None,
        said.reason if said else until.reason if until else "",
        said is not None and said.told is Told.WITHHELD,
        after is not None and (span is None or span.value == value_of(published(after))),
    )


def _name(view: View, id: str, after: Figure | None) -> str:
    """The name of what an old id tells of; that of the figure in its place, where it is the same thing."""
    told = old(id)
    if after and (after.topic.indicator, after.topic.breakdown) == (told.indicator, told.part):
        return label(view, after)
    indicator = view.dataset.catalogue.indicators.get(told.indicator)
    if indicator is None:
        return "Một số thuộc chỉ tiêu không còn trong danh mục"
    words = indicator.part(told.part)
    return f"{indicator.name}: {words}" if words and words != told.part else indicator.name


def became(view: View, one: Vanished) -> str:
    """What a figure became that is published no more, in words."""
    if one.withheld:
        return "gỡ, vì thuộc loại không công khai"
    told = old(one.id)
    if one.after is None:
        return f"{one.was or 'số'} {told.when}: rút, không còn đăng"
    now, after = period(one.after), one.after
    if after.topic.indicator != told.indicator:
        moved = f"chuyển sang “{label(view, after)}”"
    elif after.source != told.document:
        moved = "nay lấy từ văn bản khác"
    else:
        moved = f"trước {told.when}, nay {now}"
    if one.was:
        moved += "; giá trị không đổi" if one.keeps_its_value else f"; giá trị trước là {one.was}"
    return f"{value(after)}: {moved}"


def in_words(span: Span) -> str:
    """A value that a figure had: as printed, or as we computed it; that its cell was blank."""
    return worded(span.cell("nhu_in")) if span.cell("nhu_in") else span.shown or "ô để trống"


def worded(printed: str) -> str:
    """What a document prints, in quotes."""
    return f"“{printed}”"
