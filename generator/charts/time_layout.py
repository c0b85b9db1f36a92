"""Where the marks and words of charts over time stand, so that no word covers another."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.charts.frame import Aim, Frame
from generator.charts.layout import width_of, wrapped
from generator.language.numbers import show_number

SIZE = 12
"""Of all letters of charts over time, in px."""
FOOT, _PLOT, _HEAD, _LINE = 22, 120, 20, 15
"""Heights in px: of the names of periods, of the values, of the words over the highest, of a line of words."""
_EDGE = 7
"""Px kept free at the right, for the name of the last period."""
_NO_VALUE = "chưa có số"
_MANY = 14
"""Periods beyond which only the main ones are named and told."""

Row = Mapping[str, Any]
Filling = dict[str, Any]


class _Box(NamedTuple):
    """A piece of the drawing that is taken, in px."""

    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        """Whether they share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


class _Scale(NamedTuple):
    """From time and values to px: `left` is kept for the numbers of the values."""

    left: float
    across: float
    floor: float
    up: float
    head: float

    def x(self, at: float) -> float:
        return self.left + at * self.across

    def y(self, value: float) -> float:
        return self.head + _PLOT - (value - self.floor) * self.up


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


def _scaled(frame: Frame, highest: float, width: float, head: float) -> tuple[_Scale, list[float], list[str]]:
    ticks = round_ticks(frame.floor, max(highest, frame.floor + 1e-9) if highest > frame.floor else frame.floor + 1)
    names = [f"{_numbered(tick)}{frame.unit}" for tick in ticks]
    left = max(width_of(name, SIZE) for name in names) + 4
    scale = _Scale(left, (width - left - _EDGE) / frame.end, ticks[0], _PLOT / (ticks[-1] - ticks[0]), head)
    return scale, ticks, names


def _ends(scale: _Scale, frame: Frame, ticks: Sequence[float], names: Sequence[str]) -> Filling:
    """Height, ends of both axes, their numbers and names."""
    shown = [*_named(frame, scale)]
    return {
        "height": scale.head + _PLOT + FOOT,
        "low": -scale.left / scale.across, "high": frame.end + _EDGE / scale.across,
        "floor": scale.floor - FOOT / scale.up, "ceiling": scale.floor + (_PLOT + scale.head) / scale.up,
        "x_ticks": [tick.at for tick in shown], "x_names": [tick.name for tick in shown],
        "y_ticks": list(ticks), "y_names": list(names),
    }  # fmt: skip


def _named(frame: Frame, scale: _Scale) -> Iterator[Any]:
    """The names on the axis of time that have room, the main ones first, in their order."""
    taken: list[tuple[float, float]] = []
    kept = set()
    for tick in sorted((t for t in frame.ticks if t.main or frame.end <= _MANY), key=lambda tick: not tick.main):
        half = width_of(tick.name, SIZE) / 2 + 1
        left, right = scale.x(tick.at) - half, scale.x(tick.at) + half
        if all(right <= one or other <= left for one, other in taken):
            taken.append((left, right))
            kept.add(tick)
    yield from (tick for tick in frame.ticks if tick in kept)


def columns(frame: Frame, rows: Sequence[Row], width: float) -> Filling:
    """Columns from zero; of their words those that have room, the main ones first."""
    tops = [row["value"] for row in rows]
    highest = max([*tops, *(aim.value for aim in frame.aims)], default=1)
    scale, ticks, names = _scaled(frame, highest, width, _HEAD)
    bars = [_Box(scale.x(row["x"]), scale.x(row["x2"]), scale.y(row["value"]), scale.y(frame.floor)) for row in rows]
    words = _over(rows, scale, width)
    taken = [*bars, *words.values()]
    spots = [_beside_line(aim, scale, taken) for aim in frame.aims]
    if None in spots:  # no room at the line: the words stand over all
        scale = scale._replace(head=_HEAD + _LINE)
    more = [*_gaps(frame, scale), *_lines(frame), *_brackets(frame, scale)]
    more += [
        {"part": "aim words", "x": x, "value": value, "text": aim.words}
        for aim, spot in zip(frame.aims, spots, strict=True)
        for x, value in [spot or _over_all(aim, scale, width)]
    ]
    placed = [
        {
            "base": frame.floor, **row, "text": row["text"] if n in words else "",
            "middle": (_middle(row, scale, width_of(row["text"], SIZE) / 2, width) - scale.left) / scale.across,
            "xs": [row["x"], row["x2"], row["x2"]], "tops": [row["value"], row["value"], None],
            "bases": [row.get("base", frame.floor)] * 3,
        }
        for n, row in enumerate(rows)
    ]  # fmt: skip
    return {**_ends(scale, frame, ticks, names), "rows": placed, "frame_data": more}


def _over(rows: Sequence[Row], scale: _Scale, width: float) -> dict[int, _Box]:
    """The places of words over columns, by the number of the row."""
    placed: dict[int, _Box] = {}
    for number in sorted(range(len(rows)), key=lambda n: not rows[n].get("main")):
        row = rows[number]
        half = width_of(row["text"], SIZE) / 2
        middle, y = _middle(row, scale, half, width), scale.y(row["value"])
        box = _Box(middle - half, middle + half, y - _LINE - 2, y - 1)
        others = [
            _Box(scale.x(r["x"]), scale.x(r["x2"]), scale.y(r["value"]), scale.y(r.get("base", 0)))
            for n, r in enumerate(rows) if n != number
        ]  # fmt: skip
        told = row["text"] and (row.get("main") or len(rows) <= _MANY)
        if told and not any(box.meets(one) for one in (*placed.values(), *others)):
            placed[number] = box
    return placed


def _middle(row: Row, scale: _Scale, half: float, width: float) -> float:
    """The middle of the words over a column, which stay inside."""
    return min(scale.x((row["x"] + row["x2"]) / 2), width - half)


def _beside_line(aim: Aim, scale: _Scale, taken: Sequence[_Box]) -> tuple[float, float] | None:
    """Where the words of a target begin, over its line; None where columns or their words are in the way."""
    long, y = width_of(aim.words, SIZE) + 4, scale.y(aim.value)
    first, last = scale.x(aim.start), scale.x(aim.end) - long
    for left in (first, *(box.right + 2 for box in taken)):
        spot = _Box(left, left + long, y - _LINE - 3, y + 1)
        if first <= left <= last and not any(spot.meets(box) for box in taken):
            return (left - scale.left) / scale.across, aim.value
    return None


def _over_all(aim: Aim, scale: _Scale, width: float) -> tuple[float, float]:
    """The place of a target's words at the upper edge."""
    left = max(scale.left, min(scale.x(aim.start), width - width_of(aim.words, SIZE) - 4))
    return (left - scale.left) / scale.across, scale.floor + (_PLOT + scale.head - _LINE) / scale.up


def _gaps(frame: Frame, scale: _Scale) -> Iterator[Filling]:
    for start, end in frame.gaps:
        yield {"part": "gap", "x": start, "x2": end, "value": frame.floor}
        room = (end - start) * scale.across
        if room >= _LINE:
            flat = room >= width_of(_NO_VALUE, SIZE)
            words = {"x": (start + end) / 2, "value": frame.floor, "text": _NO_VALUE}
            yield {"part": "flat gap words" if flat else "gap words", **words}


def _lines(frame: Frame) -> Iterator[Filling]:
    for aim in frame.aims:
        yield {"part": "aim", "x": aim.start, "x2": aim.end, "value": aim.value}


def _brackets(frame: Frame, scale: _Scale) -> Iterator[Filling]:
    """Over the columns that do not agree, or at the end of their stretch of time."""
    for one in frame.brackets:
        over = one.high + 4 / scale.up
        yield {"part": "over", "x": one.start, "x2": one.end, "middle": (one.start + one.end) / 2, "value": over,
               "text": one.words}  # fmt: skip


def _ends_apart(frame: Frame) -> Iterator[Filling]:
    for one in frame.brackets:
        ends = {"x": one.end, "value": one.low, "value2": one.high, "middle": (one.low + one.high) / 2}
        yield {"part": "bracket", **ends, "text": one.words}


def intervals(frame: Frame, rows: Sequence[Row], width: float) -> Filling:
    """Each value as a line from the first to the last day of its period; its words beside it."""
    values = [row["value"] for row in rows] + [aim.value for aim in frame.aims]
    scale, ticks, names = _scaled(frame, max(values, default=1), width, _HEAD)
    lines = [
        _Box(scale.x(r["x"]), scale.x(r["x2"]) + 5, scale.y(r["value"]) - 5, scale.y(r["value"]) + 5) for r in rows
    ]
    lines += [_Box(scale.x(a.start), scale.x(a.end), scale.y(a.value) - 2, scale.y(a.value) + 2) for a in frame.aims]
    taken: list[_Box] = []

    def placed(text: str, x: float, x2: float, value: float, *, bold: bool) -> Filling:
        long = width_of(text, SIZE, bold=bold) + 2
        left, right, y = scale.x(x), scale.x(x2), scale.y(value)
        starts = [max(scale.left, min(at, width - long)) for at in (left, right - long)]
        spots = [
            _Box(start, start + long, y + shift - _LINE / 2, y + shift + _LINE / 2)
            for shift in (-13, 13, -28, 28, -43, 43) for start in starts
            if y + shift - _LINE / 2 >= 0 and y + shift + _LINE / 2 <= scale.head + _PLOT
        ]  # fmt: skip
        spot = next((s for s in spots if not any(s.meets(b) for b in (*taken, *lines))), spots[0])
        taken.append(spot)
        return {"label_x": (spot.left - scale.left) / scale.across, "label_y": (spot.top + spot.bottom) / 2}

    made = [{**row, **placed(row["text"], row["x"], row["x2"], row["value"], bold=True)} for row in rows]
    more = [*_gaps(frame, scale), *_lines(frame), *_ends_apart(frame)]
    more += [
        {"part": "aim label", "text": aim.words, **placed(aim.words, aim.start, aim.end, aim.value, bold=False)}
        for aim in frame.aims
    ]
    return {**_ends(scale, frame, ticks, names), "rows": made, "frame_data": more}


_BESIDE, _APART, _PANEL = 3, 12, 40
"""Panels side by side, px between them, height of the values of one."""


def panels(rows: Sequence[Row], width: float) -> Filling:
    """Small multiples on one scale, three beside one another, each under its name and with its newest value."""
    wide = (width - (_BESIDE - 1) * _APART) / _BESIDE
    highest = max((value for row in rows for _, value in row["points"]), default=1) or 1
    length = max((row["length"] for row in rows), default=1)
    made, top = [], 0.0
    for start in range(0, len(rows), _BESIDE):
        some = rows[start : start + _BESIDE]
        lines = [wrapped(row["label"], SIZE, wide) for row in some]
        floor = top + _LINE * max(map(len, lines)) + _LINE + 4 + _PANEL
        for place, (row, words) in enumerate(zip(some, lines, strict=True)):
            left, each = place * (wide + _APART), wide / length
            points = [(left + at * each, floor - value / highest * _PANEL) for at, value in row["points"]]
            made.append({
                "label": words, "label_y": top + _LINE / 2, "text": row["text"],
                "text_y": top + _LINE * len(words) + _LINE / 2, "x": left, "x2": left + wide, "floor_y": floor,
                "top": top, "bottom": floor + 1,
                "xs": [x for at, _ in points for x in (at, at + 0.8 * each, at + 0.8 * each)],
                "tops": [y for _, y in points for y in (y, y, None)],
                "bases": [floor for _ in points for _ in range(3)],
            })  # fmt: skip
        top = floor + 14
    return {"height": max(top - 10, 1), "low": 0, "high": width, "rows": made, "frame_data": []}
