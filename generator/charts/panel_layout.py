"""Where small multiples stand: three beside one another, on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.layout import wrapped
from generator.charts.time_scale import LINE, SIZE, Filling, Row

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
        floor = top + LINE * max(map(len, lines)) + LINE + 4 + _PANEL
        for place, (row, words) in enumerate(zip(some, lines, strict=True)):
            left, each = place * (wide + _APART), wide / length
            points = [(left + at * each, floor - value / highest * _PANEL) for at, value in row["points"]]
            made.append({
                "label": words, "label_y": top + LINE / 2, "text": row["text"],
                "text_y": top + LINE * len(words) + LINE / 2, "x": left, "x2": left + wide, "floor_y": floor,
                "top": top, "bottom": floor + 1,
                "xs": [x for at, _ in points for x in (at, at + 0.8 * each, at + 0.8 * each)],
                "tops": [y for _, y in points for y in (y, y, None)],
                "bases": [floor for _ in points for _ in range(3)],
            })  # fmt: skip
        top = floor + 14
    return {"height": max(top - 10, 1), "low": 0, "high": width, "rows": made, "frame_data": []}
