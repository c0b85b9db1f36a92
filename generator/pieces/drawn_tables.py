"""Tables that are seen before they are read: bars in their rows, marks of months."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pieces.row_blocks import Cell, Link, State


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


@dataclass(frozen=True, slots=True)
class Strip:
    """Things on a line of values, ready as SVG; `below` says what the marks are."""

    svg: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A commune in a list of communes: the way to it, a small picture of its months (`spark`, or `months` as marks with
    what they say), its `value` with its `period`, how it stands beside its target, further `notes`.
    """

    link: Link
    value: str = ""
    period: str = ""
    spark: str = ""
    months: str = ""
    months_said: str = ""
    state: State | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """Communes one after the other; `caption` says in which order."""

    caption: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A place on a commune's page that the country fills in last, from a file beside the page: what shows other
    communes.
    """
