"""What was published when: the values that each figure had on the site, from day to day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.model.grouping import grouped
from generator.model.published_columns import COLUMNS

VALUE = ("so_sanh", "gia_tri", "gia_tri_den", "don_vi", "nhu_in", "tinh_trang")
"""The published columns that say what a figure states; a note or a place that changes is no change of a value."""


class Version(NamedTuple):
    """A published state of a commune's data: the day (of the commit, in Việt Nam), the commit, and the reason that
    its author gave; '' for none.
    """

    day: dt.date
    commit: str
    reason: str = ""


class Span(NamedTuple):
    """A value that a figure had: `row` is its row of `so-lieu.csv` when it came, in the order of COLUMNS; it stood from
    `since` until just before `until`, or stands still.
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
        return tuple(self.row[COLUMNS.index(column)] for column in VALUE)

    def cell(self, column: str) -> str:
        """A cell by the name of its published column."""
        return self.row[COLUMNS.index(column)]


@dataclass(frozen=True)
class History:
    """The history of one commune's figures. `spans` are by figure, the earliest first.

    `begins` is the day from which it is known, None where nothing is (outside git). `gap` says, in a sentence for
    readers, why it is not whole; '' where it is.
    """

    spans: tuple[Span, ...] = ()
    begins: dt.date | None = None
    gap: str = "không có lịch sử"

    @cached_property
    def of(self) -> Mapping[str, list[Span]]:
        """The spans of each figure by its `ma_so`, the earliest first."""
        return grouped(self.spans, lambda span: span.id)

    @cached_property
    def vanished(self) -> tuple[Span, ...]:
        """The last span of each figure that is published no more."""
        return tuple(own[-1] for own in self.of.values() if own[-1].until)


NO_HISTORY = History()
