"""The marks of charts that have a row a thing, from back to front: bars, dots, ticks."""

from __future__ import annotations

from typing import Any

import altair as alt

from generator.charts import layout
from generator.charts.colours import AIM, INK, OLD, RESULT, TRACK

_BAR = 14


def _text(base: alt.Chart, field: str, colour: str, size: int, **mark: Any) -> alt.Chart:
    """Words of a row: `field` holds their lines, `field`_y the height of the first."""
    words = base.mark_text(baseline="middle", color=colour, fontSize=size, lineHeight=layout.LINE, **mark)
    made: alt.Chart = words.encode(text=f"{field}:N", y=_y(f"{field}_y:Q"))
    return made


def _left(base: alt.Chart, field: str) -> alt.Chart:
    made: alt.Chart = _text(base, field, INK, layout.LABEL_SIZE, align="left").encode(x=alt.value(0))
    return made


def _right(base: alt.Chart, field: str, colour: str, size: int, **mark: Any) -> alt.Chart:
    made: alt.Chart = _text(base, field, colour, size, align="right", **mark).encode(x=alt.value("width"))
    return made


def _y(field: str = "y:Q") -> alt.Y:
    return alt.Y(field, axis=None, scale=None)


def across(field: str) -> alt.X:
    """From the low end to the high one."""
    ends = alt.Scale(nice=False, zero=False, domain=[{"expr": "low"}, {"expr": "high"}])
    return alt.X(field, axis=None, scale=ends)


def _labelled(base: alt.Chart) -> list[alt.Chart]:
    return [_left(base, "label"), _right(base, "text", INK, layout.VALUE_SIZE, fontWeight="bold")]


def _track(base: alt.Chart) -> alt.Chart:
    """The whole that a bar is a part of; nothing where none is known."""
    made: alt.Chart = base.mark_rect(color=TRACK, height=_BAR).encode(x=across("zero:Q"), x2="track:Q")
    return made


def bars() -> list[alt.Chart]:
    """A bar a row."""
    base = alt.Chart().encode(y=_y())
    bar = base.mark_rect(color=RESULT, height=_BAR).encode(x=across("zero:Q"), x2="value:Q")
    return [_track(base), bar, *_labelled(base)]


def _tick(base: alt.Chart, field: str) -> alt.Chart:
    """The mark of a target."""
    made: alt.Chart = base.mark_rect(color=AIM, height=_BAR + 8, width=4).encode(x=across(field))
    return made


def steps() -> list[alt.Chart]:
    """A bar a row, the ticks of several targets, earlier values as rings."""
    base = alt.Chart().encode(y=_y())
    before = base.transform_flatten(["before"]).mark_point(color=OLD, filled=False, size=90, strokeWidth=2.5, opacity=1)
    return [*bars(), before.encode(x=across("before:Q")), _tick(base.transform_flatten(["targets"]), "targets:Q"),
            _right(base, "target_text", AIM, layout.TARGET_SIZE)]  # fmt: skip
