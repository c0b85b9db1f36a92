"""A strip: communes on one line of values, each where it stands, none before another. Plain paths, as typography is.

Few are rows with their names, more are dots that lie on each other where they are near, small ones where they need
the room; many, and those that are too near each other, are counted in bins. A dot is the way to its commune and says
its value. Whiskers are between which chance may have moved it: where each can be told from the others.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from math import ceil, floor, log10
from typing import NamedTuple

from generator.charts.layout import width_of

WIDTH = 320
"""The units of its width; it takes the width that it is given."""
NAMED, COUNTED = 5, 60
"""Fewer dots bear their names; more are counted in bins."""
BINS = 10
WIDE = 10.0
"""Points that the scale of a share spans at least: a few of them are not drawn as a gulf."""
_LEFT, _RIGHT = 12, 308
_LARGE, _SMALL = 5.0, 3.5
_ROW, _HEAD = 30, 20
_TICKS = 5
_MOST_LANES = 14
"""Large dots that may lie on each other, and as high may small ones."""
_LETTERS = 13
"""Units of the size of letters."""
_BARS = 64


class Dot(NamedTuple):
    """A thing on the strip: its name with its value (`words`), where it stands, the way to it, between which chance may
    have moved it; `own` is the one whose page it is on.
    """

    name: str
    words: str
    value: float
    href: str = ""
    low: float | None = None
    high: float | None = None
    own: bool = False


class Aim(NamedTuple):
    """A level that is aimed at, in words."""

    value: float
    words: str


class Scale(NamedTuple):
    """From the lowest to the highest value of the strip, in steps."""

    low: float
    high: float
    step: float

    def x(self, value: float) -> float:
        """Where a value stands; what lies outside stands at the end."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return _LEFT + share * (_RIGHT - _LEFT)

    @property
    def ticks(self) -> list[float]:
        """The values that are named."""
        return [self.low + self.step * number for number in range(round((self.high - self.low) / self.step) + 1)]


def scale(values: Sequence[float], most: float | None = None, *, zero: bool) -> Scale:
    """Round ends around some values, of which one is there; from 0 where `zero`, else over some points at least; not
    above what can be the `most`.
    """
    low, high = (0.0 if zero else min(values)), max(values)
    if not zero and high - low < WIDE:
        low = max(min(0.0, low), (low + high - WIDE) / 2)
        high = low + WIDE
        if most is not None and high > most:
            low, high = most - WIDE, most
    step = _round((high - low) / (_TICKS - 1) or 1)
    ends = step * floor(low / step), step * ceil(high / step)
    bottom, top = ends[0], max(ends[1], ends[0] + step)
    if most is not None and top > most:
        bottom, top = min(bottom, most - step), most
    return Scale(bottom, top, step)


def _round(step: float) -> float:
    """The next 1, 2 or 5 of its power of ten."""
    power = 10.0 ** floor(log10(step))
    return next(power * number for number in (1, 2, 5, 10) if power * number >= step * 0.999)


def strip(dots: Sequence[Dot], aims: Sequence[Aim], along: Scale, about: str) -> str:
    """The SVG of some dots; `about` says to who listens what it shows. '' without dots."""
    if not dots:
        return ""
    top: float = _HEAD * len(aims) + 6
    radius = size_of(dots, along)
    if len(dots) < NAMED:
        height, marks = top + _ROW * len(dots), list(_named(dots, along, top))
    elif radius is None:
        top += _HEAD if any(dot.own for dot in dots) else 0
        height, marks = top + _BARS + 16, list(_binned(dots, along, top))
    else:
        lanes = _lanes(dots, along, radius)
        height = top + _lane(radius) * (max(lanes) + 1) + 8 + (_HEAD if any(dot.own for dot in dots) else 0)
        marks = list(_dotted(dots, lanes, along, height, radius))
    behind = "".join((*_axis(along, height), *_aims(aims, along, height)))
    size = f'viewBox="0 0 {WIDTH} {height + 22}"'
    return f'<svg class="strip" role="group" aria-label="{html.escape(about)}" {size}>{behind}{"".join(marks)}</svg>'


def size_of(dots: Sequence[Dot], along: Scale) -> float | None:
    """The largest radius with which dots have room beside and on each other; None where they are too many or too near
    for any, so that they are counted.
    """
    if len(dots) > COUNTED:
        return None
    high = _lane(_LARGE) * _MOST_LANES
    sizes = (size for size in (_LARGE, _SMALL) if _lane(size) * (max(_lanes(dots, along, size)) + 1) <= high)
    return next(sizes, None)


def _lane(radius: float) -> float:
    return 2 * radius + 1


def _axis(along: Scale, height: float) -> Iterator[str]:
    lines = "".join(f"M{along.x(value):.1f} 0V{height}" for value in along.ticks)
    yield f'<path class="l-grid" d="{lines}"/>'
    for value in along.ticks:
        text = f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"
        shown = text.replace(",", " ").replace(".", ",").replace(" ", ".")
        x = along.x(value)
        end = "start" if x < _LEFT + 6 else "end" if x > _RIGHT - 6 else "middle"
        at = x - 3 if end == "start" else x + 3 if end == "end" else x
        yield f'<text x="{at:.1f}" y="{height + 16}" text-anchor="{end}" aria-hidden="true">{shown}</text>'


def _aims(aims: Sequence[Aim], along: Scale, height: float) -> Iterator[str]:
    """Lines with their words on the side that has room for them."""
    for number, aim in enumerate(aims):
        x, y, wide = along.x(aim.value), _HEAD * number + 14, width_of(aim.words, _LETTERS)
        left = x + 4 + wide > WIDTH and x - 4 - wide > 0
        at = x - 4 if left else min(x + 4, WIDTH - wide)
        place = f'x="{at:.1f}" y="{y}" text-anchor="{"end" if left else "start"}"'
        yield f'<path class="l-aim" d="M{x:.1f} {y - 12}V{height}"/>'
        yield f'<text class="f-aim" {place}>{html.escape(aim.words)}</text>'


def _link(dot: Dot, inside: str) -> str:
    """What is drawn of a dot, as the way to it where it has one; a keyboard goes by the list of names instead."""
    title = f"<title>{html.escape(dot.words)}</title>"
    return f'<a href="{html.escape(dot.href)}" tabindex="-1">{title}{inside}</a>' if dot.href else inside


def _whisker(dot: Dot, along: Scale, y: float) -> str:
    if dot.low is None or dot.high is None:
        return ""
    return f"M{along.x(dot.low):.1f} {y:.1f}H{along.x(dot.high):.1f}"


def _circle(dot: Dot, along: Scale, y: float, radius: float = _LARGE) -> str:
    look = "own" if dot.own else "other"
    return f'<circle class="{look}" cx="{along.x(dot.value):.1f}" cy="{y:.1f}" r="{radius:g}"/>'


def _named(dots: Sequence[Dot], along: Scale, top: float) -> Iterator[str]:
    """A row each, in the order in which they come, the words on the side with room."""
    whiskers = "".join(_whisker(dot, along, top + _ROW * (place + 0.5)) for place, dot in enumerate(dots))
    yield f'<path class="l-whisker" d="{whiskers}"/>' if whiskers else ""
    for place, dot in enumerate(dots):
        x, y = along.x(dot.value), top + _ROW * (place + 0.5)
        right = x < WIDTH / 2
        at, end = (x + 9, "start") if right else (x - 9, "end")
        words = f'<text x="{at:.1f}" y="{y - 5:.1f}" text-anchor="{end}">{html.escape(dot.words)}</text>'
        yield _link(dot, _circle(dot, along, y) + words)


def _lanes(dots: Sequence[Dot], along: Scale, radius: float) -> list[int]:
    """For each dot the lowest lane where it covers no other, from left to right, which takes the fewest."""
    ends: list[float] = []
    made = [0] * len(dots)
    for x, place in sorted((along.x(dot.value), place) for place, dot in enumerate(dots)):
        lane = next((lane for lane, end in enumerate(ends) if x - end >= 2 * radius), len(ends))
        ends[lane : lane + 1] = [x]
        made[place] = lane
    return made


def _dotted(dots: Sequence[Dot], lanes: Sequence[int], along: Scale, height: float, radius: float) -> Iterator[str]:
    """Dots above the axis, the own one last, over the others, with its words above all, and its whisker alone: those of
    all would be one.
    """
    place = {id(dot): height - 9 - _lane(radius) * lane for dot, lane in zip(dots, lanes, strict=True)}
    rings = "".join(_ring(along.x(dot.value), place[id(dot)], radius) for dot in dots if not (dot.own or dot.href))
    yield f'<path class="other" d="{rings}"/>' if rings else ""
    whiskers = "".join(_whisker(dot, along, place[id(dot)]) for dot in dots if dot.own)
    yield f'<path class="l-whisker" d="{whiskers}"/>' if whiskers else ""
    for dot in sorted((dot for dot in dots if dot.own or dot.href), key=lambda dot: dot.own):
        yield _link(dot, _circle(dot, along, place[id(dot)], radius))
    yield from (_words(dot, along, min(place.values()) - 10) for dot in dots if dot.own)


def _ring(x: float, y: float, radius: float) -> str:
    """A circle as a part of a path."""
    round = f"a{radius:g} {radius:g} 0 1 0"
    return f"M{x - radius:.1f} {y:.1f}{round} {2 * radius:g} 0{round} {-2 * radius:g} 0z"


def _words(dot: Dot, along: Scale, y: float) -> str:
    x, half = along.x(dot.value), width_of(dot.words, _LETTERS, bold=True) / 2
    at = min(max(x, half), WIDTH - half)
    return f'<text class="own" x="{at:.1f}" y="{y:.1f}" text-anchor="middle">{html.escape(dot.words)}</text>'


def bins(values: Sequence[float], along: Scale) -> list[int]:
    """How many values lie in each of the bins between the ends of a scale; the last holds its upper end too."""
    made = [0] * BINS
    for value in values:
        share = (min(max(value, along.low), along.high) - along.low) / (along.high - along.low)
        made[min(int(share * BINS + 1e-9), BINS - 1)] += 1
    return made


def _binned(dots: Sequence[Dot], along: Scale, top: float) -> Iterator[str]:
    counts = bins([dot.value for dot in dots], along)
    wide, foot = (_RIGHT - _LEFT) / BINS, top + _BARS + 16
    bars = []
    for number, count in enumerate(counts):
        x, tall = _LEFT + wide * number, _BARS * count / max(counts)
        if count:
            bars.append(f"M{x + 1:.1f} {foot}V{foot - tall:.1f}h{wide - 2:.1f}V{foot}z")
            yield f'<text x="{x + wide / 2:.1f}" y="{foot - tall - 4:.1f}" text-anchor="middle">{count}</text>'
    yield f'<path class="f-older" d="{"".join(bars)}"/>'
    for dot in dots:
        if dot.own:
            yield f'<path class="l-own" d="M{along.x(dot.value):.1f} {top}V{foot}"/>' + _words(dot, along, top - 4)
