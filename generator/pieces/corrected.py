"""What was corrected of a commune's published figures: changed, moved, withdrawn, each with its day and its reason."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from generator.language.content_mark import short_code
from generator.language.vietnamese import stopped
from generator.model.commune import Commune
from generator.model.figure import Kind
from generator.model.history import Span
from generator.pieces.document_links import passport_page
from generator.pieces.document_names import source_path
from generator.pieces.shown import period
from generator.pieces.vanished import Vanished, became, in_words, vanished
from generator.pieces.view import View, label


class Sort(StrEnum):
    """What was wrong: the value, the day or place that it was told for, or that it was told at all."""

    VALUE = "đổi giá trị"
    PLACE = "giữ giá trị, đổi ngày hoặc chỗ ghi"
    GONE = "rút hoặc gỡ"


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
    sort: Sort = Sort.VALUE


def corrected(view: View, commune: Commune) -> list[Corrected]:
    """All corrections of a commune, the newest first. What we compute changes with what it is made of; it is told only
    where nothing of its document changed, that is where we compute it in another way.
    """
    gone = [one for one in vanished(view, commune) if one.day]
    made = [*_changed(view, commune, gone), *map(_gone(view, commune), (one for one in gone if not one.is_computed))]
    return sorted(made, key=lambda one: (-one.day.toordinal(), one.reason, one.page, one.name, one.code))


def counted(corrections: Iterable[Corrected]) -> str:
    """How many there are of each sort: `70 số giữ giá trị, đổi ngày hoặc chỗ ghi; 6 số rút hoặc gỡ`."""
    many = Counter(one.sort for one in corrections)
    return "; ".join(f"{many[sort]} số {sort}" for sort in Sort if many[sort])


def why(reason: str) -> str:
    """The reason of a correction as a sentence, or that nobody gave one."""
    return f"Lý do: {stopped(reason)}" if reason else "Không ghi lý do."


def _changed(view: View, commune: Commune, gone: Iterable[Vanished]) -> Iterator[Corrected]:
    steps = [(f, *pair) for f in view.of(commune) for pair in pairwise(view.history.of.get(f.id, ()))]
    touched = {(figure.source, after.since.day) for figure, _, after in steps if figure.kind is not Kind.COMPUTED}
    touched |= {(one.document, one.day) for one in gone if one.day and not one.is_computed}
    for figure, before, after in steps:
        if figure.kind is Kind.COMPUTED and (figure.source, after.since.day) in touched:
            continue
        name, page = f"{label(view, figure)}, {period(figure)}", passport_page(view, commune, figure)
        told = step(before, after) + (" (trang tự tính)" if figure.kind is Kind.COMPUTED else "")
        yield Corrected(after.since.day, after.since.reason, name, told, page, short_code(figure.id))


def _gone(view: View, commune: Commune) -> Callable[[Vanished], Corrected]:
    def made(one: Vanished) -> Corrected:
        assert one.day
        page, sort = source_path(commune, one.document), Sort.GONE
        if one.after:
            sort = Sort.PLACE if one.keeps_its_value else Sort.VALUE
        return Corrected(one.day, one.reason, one.name, became(view, one), page, short_code(one.id), sort)

    return made


def step(before: Span, after: Span) -> str:
    """From one value of a figure to its next one, in words."""
    was, now = in_words(before), in_words(after)
    if before.until and before.until.commit != after.since.commit:
        return f"{now} đăng lại" if before.value == after.value else f"{was} rút, đăng lại là {now}"
    unit = after.cell("don_vi")
    if was == now and before.cell("don_vi") != unit:
        return f"{now}: đơn vị sửa từ “{before.cell('don_vi')}” thành “{unit}”"
    return f"{was} sửa thành {now}"
