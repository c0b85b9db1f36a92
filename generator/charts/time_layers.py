"""The marks of charts over time, from back to front: real axes, columns, lines from day to day, small multiples."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from generator.charts.colours import AIM, DIFFER, GRID, HATCH, INK, MISSING, OLD, RESULT, SOFT, TRACK
from generator.charts.time_scale import FOOT, SIZE

LOOKS: Mapping[str, tuple[str, str]] = {
    "result": (RESULT, ""), "computed": (HATCH, RESULT), "light": ("", RESULT), "old": ("", OLD),
    "other": (OLD, ""), "differs": (DIFFER, ""), "aside": (TRACK, SOFT),
}  # fmt: skip
"""How a column looks, as its filling and its outline: the result of the commune, one computed by us, one of few or
what is left; an older document or an earlier year; what is beside the result; what does not agree; what went aside."""
NUMBERS = ("low", "high", "floor", "ceiling")
LISTS = ("x_ticks", "x_names", "y_ticks", "y_names")


def _scale(low: str, high: str) -> alt.Scale:
    return alt.Scale(nice=False, zero=False, domain=[{"expr": low}, {"expr": high}])


def _x(field: str) -> alt.X:
    axis = alt.Axis(
        values={"expr": "x_ticks"}, labelExpr="x_names[indexof(x_ticks, datum.value)]", title=None, grid=False,
        ticks=False, labelColor=SOFT, labelFontSize=SIZE, labelOverlap=False, labelPadding=5, labelBound=False,
        labelFlush=False, domainColor=SOFT, offset=-FOOT,
    )  # fmt: skip
    return alt.X(field, axis=axis, scale=_scale("low", "high"))


def _y(field: str) -> alt.Y:
    axis = alt.Axis(
        values={"expr": "y_ticks"}, labelExpr="y_names[indexof(y_ticks, datum.value)]", title=None, ticks=False,
        domain=False, gridColor=GRID, labelColor=SOFT, labelFontSize=SIZE, labelAlign="left", labelBaseline="bottom",
        labelPadding=0, labelOffset=-2, labelOverlap=False,
    )  # fmt: skip
    return alt.Y(field, axis=axis, scale=_scale("floor", "ceiling"))


def _words(base: alt.Chart, colour: str, x: str, y: alt.Y, **mark: Any) -> alt.Chart:
    made: alt.Chart = base.mark_text(color=colour, fontSize=SIZE, **mark).encode(x=_x(x), y=y, text="text:N")
    return made


def _around() -> list[alt.Chart]:
    """Gaps, targets and brackets."""

    def part(name: str) -> alt.Chart:
        made: alt.Chart = alt.Chart(alt.NamedData(name="frame_data")).transform_filter(f"datum.part == '{name}'")
        return made

    at, there = _y("value:Q"), alt.Y("label_y:Q", axis=None, scale=None)
    gap = part("gap").mark_rule(color=MISSING, strokeWidth=1, strokeDash=[2, 4])
    line = part("aim").mark_rule(color=AIM, strokeWidth=2, strokeDash=[6, 3])
    bracket = part("bracket").mark_rule(color=DIFFER, strokeWidth=3)
    bold: dict[str, Any] = {"fontWeight": "bold"}
    turned: dict[str, Any] = {"angle": 270, "align": "left", "baseline": "middle", "dx": 5}
    return [
        gap.encode(x=_x("x:Q"), y=at, y2="value2:Q"),
        _words(part("gap words"), MISSING, "x:Q", at, **turned),
        _words(part("flat gap words"), MISSING, "x:Q", at, align="center", baseline="bottom", dy=-4),
        line.encode(x=_x("x:Q"), x2="x2:Q", y=at),
        _words(part("aim words"), AIM, "x:Q", at, align="left", baseline="bottom", dx=2, dy=-3),
        _words(part("aim label"), AIM, "label_x:Q", there, align="left", baseline="middle"),
        bracket.encode(x=_x("x:Q"), y=at, y2="value2:Q"),
        _words(part("bracket"), DIFFER, "x:Q", _y("middle:Q"), align="left", baseline="middle", dx=6, **bold),
        part("over").mark_rule(color=DIFFER, strokeWidth=2).encode(x=_x("x:Q"), x2="x2:Q", y=at),
        _words(part("over"), DIFFER, "middle:Q", at, align="center", baseline="bottom", dy=-3, **bold),
    ]


def columns() -> list[alt.Chart]:
    """A column a period, of each look as one shape; words over them."""
    made = []
    for look, (fill, outline) in LOOKS.items():
        some = alt.Chart().transform_filter(f"datum.look == '{look}'").transform_flatten(["xs", "tops", "bases"])
        line: dict[str, Any] = {"stroke": outline, "strokeWidth": 1.5} if outline else {}
        made.append(some.mark_area(fill=fill or "transparent", order=False, **line).encode(
            x=_x("xs:Q"), y=_y("tops:Q"), y2="bases:Q",
        ))  # fmt: skip
    over = _words(alt.Chart(), INK, "middle:Q", _y("value:Q"), align="center", baseline="bottom", dy=-3)
    return [*made, over, *_around()]


def intervals() -> list[alt.Chart]:
    """A line a value, from the first to the last day of its period, with a dot at its end."""
    made = []
    for look, colour in (("old", OLD), ("result", RESULT)):
        some = alt.Chart().transform_filter(f"datum.look == '{look}'")
        dashed: dict[str, Any] = {"strokeDash": [2, 2]} if look == "old" else {}
        line = some.mark_rule(color=colour, strokeWidth=3, **dashed)
        dot = some.mark_point(color=colour, filled=look == "result", size=70, strokeWidth=2.5, opacity=1)
        made += [line.encode(x=_x("x:Q"), x2="x2:Q", y=_y("value:Q")), dot.encode(x=_x("x2:Q"), y=_y("value:Q"))]
    there = alt.Y("label_y:Q", axis=None, scale=None)
    return [*_around(), *made, _words(alt.Chart(), INK, "label_x:Q", there, align="left", baseline="middle",
                                      fontWeight="bold")]  # fmt: skip


def _down(field: str) -> alt.Y:
    """A height in px from the top."""
    scale = alt.Scale(nice=False, zero=False, domain=[{"expr": "height"}, 0])
    return alt.Y(field, axis=None, scale=scale)


def panels() -> list[alt.Chart]:
    """Each panel's columns as one shape over its line."""
    across = alt.X("x:Q", axis=None, scale=_scale("low", "high"))
    base = alt.Chart()
    shape = base.transform_flatten(["xs", "tops", "bases"]).mark_area(fill=RESULT, order=False).encode(
        x=alt.X("xs:Q", axis=None, scale=_scale("low", "high")), y=_down("tops:Q"), y2="bases:Q",
    )  # fmt: skip
    words: dict[str, Any] = {"align": "left", "baseline": "middle", "lineHeight": 15, "fontSize": SIZE}
    return [
        base.mark_rule(color=SOFT).encode(x=across, x2="x2:Q", y=_down("floor_y:Q")),
        shape,
        base.mark_text(color=INK, **words).encode(x=across, y=_down("label_y:Q"), text="label:N"),
        base.mark_text(color=SOFT, **words).encode(x=across, y=_down("text_y:Q"), text="text:N"),
    ]


def between(kind: str) -> dict[str, Any]:
    """Where the frame around a row that a reader chooses stands."""
    if kind == "panels":
        across = alt.X("x:Q", axis=None, scale=_scale("low", "high"))
        return {"x": across, "x2": "x2:Q", "y": _down("top:Q"), "y2": "bottom:Q"}
    return {"x": _x("x:Q"), "x2": "x2:Q", "y": alt.value(0), "y2": alt.value({"expr": "height"})}
