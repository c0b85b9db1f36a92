"""Where columns over time and their words stand, so that no word covers another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.charts.frame import Aim, Frame
from generator.charts.layout import width_of
from generator.charts.time_scale import (
    HEAD,
    LINE,
    MANY,
    PLOT,
    SIZE,
    Box,
    Filling,
    Row,
    Scale,
    ends,
    gaps,
    lines,
    scaled,
)


def columns(frame: Frame, rows: Sequence[Row], width: float) -> Filling:
    """Columns from zero; of their words those that have room, the main ones first."""
    tops = [row["value"] for row in rows]
    highest = max([*tops, *(aim.value for aim in frame.aims)], default=1)
    scale, ticks, names = scaled(frame, highest, width, HEAD)
    bars = [Box(scale.x(row["x"]), scale.x(row["x2"]), scale.y(row["value"]), scale.y(frame.floor)) for row in rows]
    words = _over(rows, scale, width)
    empty = [Box(scale.x(start), scale.x(end), scale.head, scale.head + PLOT) for start, end in frame.gaps]
    taken = [*bars, *words.values(), *empty]
    spots = [_beside_line(aim, scale, taken) for aim in frame.aims]
    if None in spots:  # no room at the line: the words stand over all
        scale = scale._replace(head=HEAD + LINE)
    more = [*gaps(frame, scale), *lines(frame), *_brackets(frame, scale)]
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
    return {**ends(scale, frame, ticks, names), "rows": placed, "frame_data": more}


def _over(rows: Sequence[Row], scale: Scale, width: float) -> dict[int, Box]:
    """The places of words over columns, by the number of the row."""
    drawn = [
        Box(scale.x(row["x"]), scale.x(row["x2"]), scale.y(row["value"]), scale.y(row.get("base", 0))) for row in rows
    ]
    told = [n for n, row in enumerate(rows) if row["text"] and (row.get("main") or len(rows) <= MANY)]
    placed: dict[int, Box] = {}
    for number in sorted(told, key=lambda n: not rows[n].get("main")):
        row = rows[number]
        half = width_of(row["text"], SIZE) / 2
        middle, y = _middle(row, scale, half, width), scale.y(row["value"])
        box = Box(middle - half, middle + half, y - LINE - 2, y - 1)
        if not any(box.meets(one) for one in (*placed.values(), *drawn[:number], *drawn[number + 1 :])):
            placed[number] = box
    return placed


def _middle(row: Row, scale: Scale, half: float, width: float) -> float:
    """The middle of the words over a column, which stay inside."""
    return min(scale.x((row["x"] + row["x2"]) / 2), width - half)


def _beside_line(aim: Aim, scale: Scale, taken: Sequence[Box]) -> tuple[float, float] | None:
    """Where the words of a target begin, over its line; None where columns or their words are in the way."""
    long, y = width_of(aim.words, SIZE) + 4, scale.y(aim.value)
    first, last = scale.x(aim.start), scale.x(aim.end) - long
    within = [left for left in (first, *(box.right + 2 for box in taken)) if first <= left <= last]
    for left in (*within, *([last] if scale.left <= last < first else [])):
        spot = Box(left, left + long, y - LINE - 3, y + 1)
        if not any(spot.meets(box) for box in taken):
            return (left - scale.left) / scale.across, aim.value
    return None


def _over_all(aim: Aim, scale: Scale, width: float) -> tuple[float, float]:
    """The place of a target's words at the upper edge."""
    left = max(scale.left, min(scale.x(aim.start), width - width_of(aim.words, SIZE) - 4))
    return (left - scale.left) / scale.across, scale.floor + (PLOT + scale.head - LINE) / scale.up


def _brackets(frame: Frame, scale: Scale) -> Iterator[Filling]:
    """Over the columns that do not agree, or at the end of their stretch of time."""
    for one in frame.brackets:
        over = one.high + 4 / scale.up
        yield {"part": "over", "x": one.start, "x2": one.end, "middle": (one.start + one.end) / 2, "value": over,
               "text": one.words}  # fmt: skip
