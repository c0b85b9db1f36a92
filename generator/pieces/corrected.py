"""What became of a commune's published figures: corrected, replaced, withdrawn, each with its day and its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.language.content_mark import short_code
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.model.history import REPLACING, Span, Told
from generator.pieces.document_links import passport_page
from generator.pieces.document_names import source_path
from generator.pieces.shown import period, value
from generator.pieces.view import View, label


class Vanished(NamedTuple):
    """A figure that is published no more: its id and document; its name and its last value as printed, '' where no
    history knows it; the figure in its place, if there is one; the day (None where nothing says it) and the reason, ''
    for none given; whether it was taken away because it must not be public.
    """

    id: str
    document: str
    name: str
    printed: str
    after: Figure | None
    day: dt.date | None
    reason: str
    withheld: bool = False

    @property
    def is_computed(self) -> bool:
        """Whether it was made of others, and went with them."""
        return f".{Kind.COMPUTED}." in self.id


def vanished(view: View, commune: Commune) -> list[Vanished]:
    """What was published of a commune and is no more, by its own corrections and its history, by their ids."""
    there = {figure.id: figure for figure in view.of(commune)}
    told = {one.old: one for one in view.history.corrections if one.told in REPLACING}
    gone = {span.id: span for span in view.history.vanished}
    return [
        Vanished(
            id,
            _document(id),
            _name(view, id),
            span.cell("nhu_in") if (span := gone.get(id)) else "",
            there.get(one.new) if (one := told.get(id)) else None,
            _day(span, one.day if one else None),
            one.reason if one else span.until.reason if span and span.until else "",
            one is not None and one.told is Told.WITHHELD,
        )
        for id in sorted((told.keys() | gone.keys()) - there.keys())
    ]


def _day(span: Span | None, said: dt.date | None) -> dt.date | None:
    return span.until.day if span and span.until else said


def _document(id: str) -> str:
    _commune, _indicator, _part, _period, _kind, document, *_ = id.split(".")
    return document


def _name(view: View, id: str) -> str:
    """The name of the indicator in an old id."""
    _, name, part, *_ = id.split(".")
    indicator = view.dataset.catalogue.indicators.get(name)
    if indicator is None:
        return "Một số thuộc chỉ tiêu không còn trong danh mục"
    words = indicator.part("" if part == "tong" else part)
    return f"{indicator.name}: {words}" if words else indicator.name


# --- told day by day --------------------------------------------------------------------------


class Corrected(NamedTuple):
    """A published figure that changed or went, on a day: its name, what was done to it in words, and the page and id
    where it is told in full; `reason` is '' where nobody gave one.
    """

    day: dt.date
    reason: str
    name: str
    told: str
    page: str
    code: str


def corrected(view: View, commune: Commune) -> list[Corrected]:
    """All corrections of a commune, the newest first. What we compute changes with what it is made of: it is told on
    its own page alone.
    """
    made = [*_changed(view, commune), *_gone(view, commune)]
    return sorted(made, key=lambda one: (-one.day.toordinal(), one.reason, one.page, one.name, one.code))


def _changed(view: View, commune: Commune) -> Iterator[Corrected]:
    for figure in view.of(commune):
        if figure.kind is Kind.COMPUTED:
            continue
        page, code = passport_page(view, commune, figure) if figure.source else "", short_code(figure.id)
        for before, after in pairwise(view.history.of.get(figure.id, ())):
            name = f"{label(view, figure)}, {period(figure)}"
            yield Corrected(after.since.day, after.since.reason, name, step(before, after), page, code)


def _gone(view: View, commune: Commune) -> Iterator[Corrected]:
    for one in vanished(view, commune):
        if one.day and not one.is_computed:
            page = source_path(commune, one.document)
            yield Corrected(one.day, one.reason, one.name, became(one), page, short_code(one.id))


def became(one: Vanished) -> str:
    """What a figure became that is published no more, in words."""
    if one.withheld:
        return "gỡ, vì thuộc loại không công khai"
    was = f"“{one.printed}” " if one.printed else ""
    return f"{was}nay là {value(one.after)}, {period(one.after)}" if one.after else f"{was}rút, không còn đăng"


def step(before: Span, after: Span) -> str:
    """From one value of a figure to its next one, in words."""
    old, new = (_printed(span) for span in (before, after))
    if before.until and before.until.commit != after.since.commit:
        return f"{new} đăng lại" if before.value == after.value else f"{old} rút, đăng lại là {new}"
    unit = after.cell("don_vi")
    if old == new and before.cell("don_vi") != unit:
        return f"{new}: đơn vị sửa từ “{before.cell('don_vi')}” thành “{unit}”"
    return f"{old} sửa thành {new}"


def _printed(span: Span) -> str:
    return f"“{span.cell('nhu_in')}”" if span.cell("nhu_in") else "để trống"
