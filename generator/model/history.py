"""What was published when: the values that each figure had on the site, from day to day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from generator.language.numbers import PERCENT, show_quantity
from generator.model.grouping import grouped
from generator.model.published_columns import COLUMNS

VALUE = ("so_sanh", "gia_tri", "gia_tri_den", "don_vi", "nhu_in", "tinh_trang")
"""The published columns that say what a figure states; a note or a place that changes is no change of a value."""
_VALUE = itemgetter(*map(COLUMNS.index, VALUE))


def value_of(row: Sequence[str]) -> tuple[str, ...]:
    """The cells of VALUE in a row of `so-lieu.csv`."""
    return tuple(_VALUE(row))


class Version(NamedTuple):
    """A published state of a commune's data: the day (of the commit, in Việt Nam), the commit ('' for what nobody has
    committed yet, on the day of the build), and the reason that its author gave; '' for none.
    """

    day: dt.date
    commit: str
    reason: str = ""


class Span(NamedTuple):
    """A value that a figure had: `row` is its row of `so-lieu.csv` when it came, in the order of COLUMNS; it stood from
    `since` until just before `until`, or stands still. Each of the two gives the reason of that change of this figure.
    """

    row: tuple[str, ...]
    since: Version
    until: Version | None = None

    @property
    def id(self) -> str:
        """The figure's `ma_so`."""
        return self.row[0]

    @property
    def value(self) -> tuple[str, ...]:
        """The cells of VALUE."""
        return value_of(self.row)

    @property
    def shown(self) -> str:
        """The number in words, where its row has one: a value that we computed prints none."""
        number, unit = self.cell("gia_tri"), self.cell("don_vi")
        return show_quantity(Decimal(number), unit, 2 if unit == PERCENT else 0) if number else ""

    def cell(self, column: str) -> str:
        """A cell by the name of its published column."""
        return self.row[COLUMNS.index(column)]


class Told(StrEnum):
    """What a row of `dinh-chinh.csv` tells: a figure that was corrected, moved or withdrawn; one that was taken away
    because it must not be public, whose value is never told again; one that is odd and right; a new method or
    definition, from which on values are not to be compared with those before.
    """

    CORRECTED = "sua"
    WITHHELD = "go_bo"
    EXPLAINED = "giai_thich"
    BREAK = "doi_cach_tinh"


REPLACING = frozenset({Told.CORRECTED, Told.WITHHELD})
"""What is told of a figure that is not published any more, or not with this value."""


class Correction(NamedTuple):
    """A row of `dinh-chinh.csv`. Of one that was corrected `new` is the figure in its place, the same where its value
    alone changed, '' where it was withdrawn; of a break `old` is the last figure of the old way and `new` the first of
    the new one, the same where only that is known.
    """

    old: str
    new: str
    day: dt.date
    reason: str
    told: Told = Told.CORRECTED


@dataclass(frozen=True)
class History:
    """The history of one commune's figures. `spans` are by figure, the earliest first.

    `begins` is the day from which it is known, None where nothing is (outside git). `gap` says, in a sentence for
    readers, why it is not whole; '' where it is. `corrections` are what the commune itself tells, also without git.
    """

    spans: tuple[Span, ...] = ()
    begins: dt.date | None = None
    gap: str = "không có lịch sử"
    corrections: tuple[Correction, ...] = ()

    @cached_property
    def of(self) -> Mapping[str, list[Span]]:
        """The spans of each figure by its `ma_so`, the earliest first."""
        return grouped(self.spans, lambda span: span.id)

    @cached_property
    def vanished(self) -> tuple[Span, ...]:
        """The last span of each figure that is published no more."""
        return tuple(own[-1] for own in self.of.values() if own[-1].until)

    def came_earlier(self, span: Span) -> bool:
        """Whether a value may be older than the day since which it is known: it was there when the history begins, and
        that is not whole.
        """
        return bool(self.gap) and span.since.day == self.begins and span is self.of[span.id][0]

    @cached_property
    def before(self) -> Mapping[str, list[Correction]]:
        """What a figure took the place of, by its `ma_so`: the same number under another day, indicator or document."""
        moved = (one for one in self.corrections if one.told in REPLACING and one.new not in ("", one.old))
        return grouped(moved, lambda one: one.new)

    @cached_property
    def explained(self) -> Mapping[str, list[Correction]]:
        """What explains a figure that is odd and right, by its `ma_so`."""
        return grouped((one for one in self.corrections if one.told is Told.EXPLAINED), lambda one: one.old)

    @cached_property
    def breaks(self) -> Mapping[str, list[Correction]]:
        """The new methods and definitions, by the `ma_so` of the first figure of each."""
        return grouped((one for one in self.corrections if one.told is Told.BREAK), lambda one: one.new)


NO_HISTORY = History()
