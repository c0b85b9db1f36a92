"""From time and values to places of a drawing: axes, gaps and targets of charts over time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.charts.frame import Frame, Tick
from generator.charts.layout import width_of
from generator.language.numbers import show_number

SIZE = 12
"""Of all letters of charts over time, in px."""
FOOT, PLOT, HEAD, LINE = 22, 104, 20, 15
"""Heights in px: of the names of periods, of the values, of the words over the highest, of a line of words."""
EDGE = 7
"""Px kept free at the right, for the name of the last period."""
MANY = 14
"""Periods beyond which only the main ones are named and told."""

Row = Mapping[str, Any]
Filling = dict[str, Any]


class Box(NamedTuple):
    """A piece of the drawing that is taken, in px."""

    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether they share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


class Scale(NamedTuple):
    """From time and values to px: `left` is kept for the numbers of the values."""

    left: float
    across: float
    floor: float
    up: float
    head: float

    def x(self, at: float) -> float:
        """Where a time is, in px from the left."""
        return self.left + at * self.across

    def y(self, value: float) -> float:
        """Where a value is, in px from the top."""
        return self.head + PLOT - (value - self.floor) * self.up


def round_ticks(low: float, high: float, most: int = 3) -> list[float]:
    """Round numbers from `low` on, the last one at least `high`; their steps are 1, 2 or 5 times a power of ten."""
    span = max(high - low, 1e-9)
    size = 10 ** math.floor(math.log10(span / most))
    step = next(size * factor for factor in (1, 2, 5, 10, 20) if span / (size * factor) <= most)
    first = math.floor(low / step + 1e-9)
    count = math.ceil(high / step - 1e-9) - first
    return [round((first + number) * step, 9) for number in range(count + 1)]


def _numbered(value: float) -> str:
    decimals = 0 if value == int(value) else len(f"{value:.6f}".rstrip("0").split(".")[1])
    return show_number(value, decimals)


def scaled(frame: Frame, highest: float, width: float, head: float) -> tuple[Scale, list[float], list[str]]:
    """The scale of a frame up to a value, with its round numbers and their names; `head` is kept above."""
    ticks = round_ticks(frame.floor, max(highest, frame.floor + 1e-9) if highest > frame.floor else frame.floor + 1)
    names = [f"{_numbered(tick)}{frame.unit}" for tick in ticks]
    left = max(width_of(name, SIZE) for name in names) + 4
    scale = Scale(left, (width - left - EDGE) / frame.end, ticks[0], PLOT / (ticks[-1] - ticks[0]), head)
    return scale, ticks, names


def ends(scale: Scale, frame: Frame, ticks: Sequence[float], names: Sequence[str]) -> Filling:
    """Height, ends of both axes, their numbers and names."""
    shown = [*_named(frame, scale)]
    return {
        "height": scale.head + PLOT + FOOT,
        "low": -scale.left / scale.across, "high": frame.end + EDGE / scale.across,
        "floor": scale.floor - FOOT / scale.up, "ceiling": scale.floor + (PLOT + scale.head) / scale.up,
        "x_ticks": [tick.at for tick in shown], "x_names": [tick.name for tick in shown],
        "y_ticks": list(ticks), "y_names": list(names),
    }  # fmt: skip


def _named(frame: Frame, scale: Scale) -> Iterator[Tick]:
    """The names on the axis of time that have room, the main ones first, in their order."""
    taken: list[tuple[float, float]] = []
    kept = set()
    for tick in sorted((t for t in frame.ticks if t.main or frame.end <= MANY), key=lambda tick: not tick.main):
        half = width_of(tick.name, SIZE) / 2 + 1
        left, right = scale.x(tick.at) - half, scale.x(tick.at) + half
        if all(right <= one or other <= left for one, other in taken):
            taken.append((left, right))
            kept.add(tick)
    yield from (tick for tick in frame.ticks if tick in kept)


def gaps(frame: Frame, scale: Scale) -> Iterator[Filling]:
    """Words in the empty place of what nobody tells; where that is too narrow an upright line, which is no value."""
    for start, end in frame.gaps:
        room = (end - start) * scale.across
        there = {"x": (start + end) / 2, "value": frame.floor}
        if room < LINE:
            yield {"part": "gap", **there, "value2": frame.floor + PLOT / scale.up}
        else:
            flat = room >= width_of(frame.lacks, SIZE)
            yield {"part": "flat gap words" if flat else "gap words", **there, "text": frame.lacks}


def lines(frame: Frame) -> Iterator[Filling]:
    """The lines of targets."""
    for aim in frame.aims:
        yield {"part": "aim", "x": aim.start, "x2": aim.end, "value": aim.value}
