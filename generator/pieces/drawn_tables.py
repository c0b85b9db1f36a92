"""Tables that are seen before they are read: bars in their rows, marks of months."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pieces.row_blocks import Cell


@dataclass(frozen=True, slots=True)
class Bullet:
    """A row of a bullet table: its `cells`, and in their midst a bar, whose length, targets (`aims`) and earlier value
    (`before`) are hundredths of its room, with a decimal point; '' where there is none.
    """

    cells: tuple[Cell, ...]
    bar: str = ""
    aims: tuple[str, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A captioned table whose third column is drawn; `head` names the others. `below` says what the bars are, `source`
    where the numbers are from.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[Bullet, ...]
    below: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """What is told of the months of a calendar: a `name`, and of each month its mark and words, '' where nothing is."""

    name: str
    marks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A captioned table of months: `years` with how many of them each has, then the `months` across; `key` says what
    the marks mean.
    """

    caption: str
    years: tuple[tuple[str, int], ...]
    months: tuple[str, ...]
    rows: tuple[CalendarRow, ...]
    key: tuple[tuple[str, str], ...]
