"""What stands around the marks of a chart over time: how far it goes, names on its axis, gaps, targets, brackets."""

from __future__ import annotations

from dataclasses import dataclass

NO_VALUE = "chưa có số"


@dataclass(frozen=True, slots=True)
class Tick:
    """A name on the axis of time; those that must be read (`main`) go before the others where room is short."""

    at: float
    name: str
    main: bool = False


@dataclass(frozen=True, slots=True)
class Aim:
    """A target over its own stretch of time, with its words on its line."""

    value: float
    words: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Bracket:
    """Values of one stretch of time that do not agree, from the lowest to the highest."""

    start: float
    end: float
    low: float
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Time goes from 0 to `end`, in periods or in days; values start at `floor`, `unit` is behind their numbers.
    `gaps` are stretches of which nothing is drawn, `lacks` the words for why.
    """

    end: float
    ticks: tuple[Tick, ...]
    gaps: tuple[tuple[float, float], ...] = ()
    aims: tuple[Aim, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    floor: float = 0
    unit: str = ""
    lacks: str = NO_VALUE
