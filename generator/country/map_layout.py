"""Where the centres of communes stand on a map of dots."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import cos, hypot, radians
from typing import NamedTuple

from generator.model.commune import Centre
from generator.pieces.dot_map import Apart, Named, Spot

WIDE, TALL = 700, 900
"""Units of a map: it fills its width, or its height where it would be higher."""
_EDGE = 24
"""Units around the outermost dots, so that none is cut."""
_LOWEST = 240
"""Units of the height of a map whose communes lie in one line."""
HALF = 0.5
"""A commune is set apart where the frame of the others is less than so much of that with it, in width or height."""
LONELY = 2.0
"""Degrees to the nearest other commune from which on a dot at sea bears its name on the map."""
_BOX, _NAME = (338, 92), 72
"""Units of the frame of a dot set apart, and how far below its upper edge its name stands."""

_LETTER, _ABOVE = 17, 20
"""Units of the width of a letter, the broad ones too; how far above its dot a name stands."""


class Layout(NamedTuple):
    """A map so high: the spot of each commune by its code; names and frames of those far off."""

    height: int
    spots: Mapping[str, Spot]
    names: tuple[Named, ...]
    apart: tuple[Apart, ...]


def layout(centres: Mapping[str, Centre], names: Mapping[str, str]) -> Layout:
    """The map of some communes, all to one scale, north above, empty without any: degrees of longitude are narrowed as
    in the middle of it. `names` are those of islands, by code, which may be set apart or named. What is set apart
    stands in a frame below, outside the scale.
    """
    if not centres:
        return Layout(_LOWEST, {}, (), ())
    far = _far(centres, [code for code in names if code in centres])
    main = {code: centre for code, centre in centres.items() if code not in far}
    south, north, west, east = _frame(main.values())
    narrow = cos(radians((south + north) / 2))
    width, height = (east - west) * narrow, north - south
    fitting = ((WIDE, width), (TALL, height))
    scale = min(((room - 2 * _EDGE) / degrees for room, degrees in fitting if degrees), default=1.0)
    left, top = (WIDE - width * scale) / 2, max(_EDGE, (_LOWEST - height * scale) / 2)
    spots = {
        code: Spot(round(left + (one.longitude - west) * narrow * scale), round(top + (north - one.latitude) * scale))
        for code, one in main.items()
    }
    below = round(2 * top + height * scale)
    named = [_named(spots[code], names[code]) for code in _lonely(main, names)]
    apart = []
    for number, code in enumerate(far):
        row, column = divmod(number, 2)
        corner = Spot(_EDGE // 4 + column * (_BOX[0] + _EDGE // 2), below + row * (_BOX[1] + _EDGE // 2))
        apart.append(Apart(corner, *_BOX))
        spots[code] = Spot(corner.x + _BOX[0] // 2, corner.y + _EDGE)
        named.append(Named(Spot(spots[code].x, corner.y + _NAME), names[code]))
    rows = (len(far) + 1) // 2
    return Layout(below + rows * (_BOX[1] + _EDGE // 2), spots, tuple(named), tuple(apart))


def _named(spot: Spot, name: str) -> Named:
    """A name above its dot, and within the map."""
    half = len(name) * _LETTER // 2
    return Named(Spot(max(half, min(spot.x, WIDE - half)), spot.y - _ABOVE), name)


def _frame(centres: Collection[Centre]) -> tuple[float, float, float, float]:
    """South, north, west and east of some centres."""
    latitudes, longitudes = [one.latitude for one in centres], [one.longitude for one in centres]
    return min(latitudes), max(latitudes), min(longitudes), max(longitudes)


def _far(centres: Mapping[str, Centre], islands: Collection[str]) -> list[str]:
    """The islands that would make a map unreadable: without one the frame is much smaller. The rest is a map still."""
    far: list[str] = []
    for code in sorted(islands):
        others = [one for other, one in centres.items() if other != code and other not in far]
        if len(others) < 2:
            break
        south, north, west, east = _frame([*others, centres[code]])
        nearer = _frame(others)
        if nearer[1] - nearer[0] < HALF * (north - south) or nearer[3] - nearer[2] < HALF * (east - west):
            far.append(code)
    return far


def _lonely(centres: Mapping[str, Centre], islands: Collection[str]) -> list[str]:
    """The islands that lie far from any other commune."""
    return [
        code
        for code in sorted(islands)
        if code in centres
        and all(
            hypot(one.latitude - centres[code].latitude, one.longitude - centres[code].longitude) >= LONELY
            for other, one in centres.items()
            if other != code
        )
    ]
