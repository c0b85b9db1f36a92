"""Where lines from day to day and their words stand, so that no word covers another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.charts.frame import Frame
from generator.charts.layout import width_of
from generator.charts.time_scale import LINE, PLOT, SIZE, Box, Filling, Row, ends, gaps, lines, scaled

_SHIFTS = (-13, 13, -28, 28)
"""How far from a line its words should stand, in px, the nearest first; else wherever there is room."""


def intervals(frame: Frame, rows: Sequence[Row], width: float) -> Filling:
    """Each value as a line from the first to the last day of its period; its words beside it."""
    values = [row["value"] for row in rows] + [aim.value for aim in frame.aims]
    scale, ticks, names = scaled(frame, max(values, default=1), width, 3 * LINE)
    drawn = [box for r in rows for box in _line_and_dot(scale.x(r["x"]), scale.x(r["x2"]), scale.y(r["value"]))]
    drawn += [Box(scale.x(a.start), scale.x(a.end), scale.y(a.value) - 2, scale.y(a.value) + 2) for a in frame.aims]
    taken = [
        Box(scale.x(one.end) + 4, scale.x(one.end) + 12 + width_of(one.words, SIZE, bold=True), middle - 8, middle + 8)
        for one in frame.brackets for middle in [scale.y((one.low + one.high) / 2)]
    ]  # fmt: skip

    def placed(text: str, x: float, x2: float, value: float, *, bold: bool) -> Filling:
        long = width_of(text, SIZE, bold=bold) + 2
        left, right, y = scale.x(x), scale.x(x2), scale.y(value)
        starts = [max(scale.left, min(at, width - long)) for at in (left, right - long)]
        heights = [y + shift for shift in _SHIFTS]
        heights += sorted(
            (at * LINE / 2 for at in range(1, int(2 * (scale.head + PLOT) / LINE))), key=lambda at: abs(at - y)
        )
        spots = [
            Box(start, start + long, middle - LINE / 2, middle + LINE / 2)
            for middle in heights for start in starts
            if middle - LINE / 2 >= 0 and middle + LINE / 2 <= scale.head + PLOT
        ]  # fmt: skip
        spots.sort(key=lambda spot: _is_cut_off(spot, y, drawn))
        clear = (next((s for s in spots if not any(s.meets(box) for box in boxes)), None)
                 for boxes in ([*taken, *drawn], taken))  # fmt: skip
        spot = next(filter(None, clear), spots[0])
        taken.append(spot)
        return {"label_x": (spot.left - scale.left) / scale.across, "label_y": (spot.top + spot.bottom) / 2}

    made = [{**row, **placed(row["text"], row["x"], row["x2"], row["value"], bold=True)} for row in rows]
    more = [*gaps(frame, scale), *lines(frame), *_ends_apart(frame)]
    more += [
        {"part": "aim label", "text": aim.words, **placed(aim.words, aim.start, aim.end, aim.value, bold=False)}
        for aim in frame.aims
    ]
    return {**ends(scale, frame, ticks, names), "rows": made, "frame_data": more}


def _line_and_dot(x: float, x2: float, y: float) -> list[Box]:
    return [Box(x, x2, y - 3, y + 3), Box(x2 - 5, x2 + 5, y - 5, y + 5)]


def _is_cut_off(spot: Box, y: float, drawn: Sequence[Box]) -> bool:
    """Whether another line runs between a line at a height and words for it, which would then seem to be its own."""
    low, high = sorted((y, (spot.top + spot.bottom) / 2))
    across = (box for box in drawn if box.left < spot.right and spot.left < box.right)
    return any(low < (box.top + box.bottom) / 2 < high for box in across)


def _ends_apart(frame: Frame) -> Iterator[Filling]:
    for one in frame.brackets:
        ends = {"x": one.end, "value": one.low, "value2": one.high, "middle": (one.low + one.high) / 2}
        yield {"part": "bracket", **ends, "text": one.words}
