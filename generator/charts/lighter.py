"""A Vega specification that draws the same for less: words are not measured, marks of which there are none left out.

vl-convert measures each word, which takes most of the time of a drawing. Nothing here depends on how wide Vega takes
words for: their room is ours (`layout`, `column_layout`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from typing import Any

_SHIFTS = {"top": 0.79, "middle": 0.30, "bottom": -0.21, "alphabetic": 0.0}
"""How far below its place Vega sets a text, in heights of its letters, by its baseline."""
_BASELINES = {"bottom": "top", "left": "middle"}
"""The baseline of an axis' words where it names none, by the side of the axis."""
_ONE_SORT = re.compile(r"datum\.(\w+) == '([^']*)'")


def unmeasured(specification: Mapping[str, Any]) -> dict[str, Any]:
    """The specification with letters of a negative size, which Vega does not measure, each text moved as its baseline
    would move it; `measured_back` turns the letters round.
    """
    marks = [_mark(mark) if mark["type"] == "text" else mark for mark in specification["marks"]]
    axes = [_axis(axis) if axis.get("labels", True) else axis for axis in specification.get("axes", ())]
    return {**specification, "marks": marks, "axes": axes}


def measured_back(svg: str) -> str:
    """What was drawn, with letters of their true size."""
    return svg.replace('font-size="-', 'font-size="')


def _mark(mark: Mapping[str, Any]) -> dict[str, Any]:
    update = mark["encode"]["update"]
    size, baseline = update["fontSize"]["value"], update.get("baseline", {}).get("value", "alphabetic")
    moved = update.get("dy", {}).get("value", 0) + _shift(baseline, size)
    return {**mark, "encode": {**mark["encode"], "update": {**update, **_letters(size, moved)}}}


def _axis(axis: Mapping[str, Any]) -> dict[str, Any]:
    size, baseline = axis["labelFontSize"], axis.get("labelBaseline", _BASELINES[axis["orient"]])
    encode = axis.get("encode", {})
    labels = encode.get("labels", {})
    update = {**labels.get("update", {}), **_letters(size, _shift(baseline, size))}
    return {**axis, "encode": {**encode, "labels": {**labels, "update": update}}}


def _letters(size: float, moved: float) -> dict[str, Any]:
    return {"fontSize": {"value": -size}, "baseline": {"value": "alphabetic"}, "dy": {"value": moved}}


def _shift(baseline: str, size: float) -> int:
    return math.floor(_SHIFTS[baseline] * size + 0.5)  # as JavaScript rounds


def without_unseen(specification: Mapping[str, Any], told: Mapping[str, Collection[str]]) -> dict[str, Any]:
    """The specification without the marks that are only of sorts of rows that are not there: `told` are the sorts there
    are, by field.
    """
    unseen: set[str] = set()
    for source in specification["data"]:
        only = [_ONE_SORT.fullmatch(step["expr"]) for step in source.get("transform", ()) if step["type"] == "filter"]
        none = any(one and one[1] in told and one[2] not in told[one[1]] for one in only)
        if none or source.get("source") in unseen:
            unseen.add(source["name"])
    return {
        **specification,
        "data": [source for source in specification["data"] if source["name"] not in unseen],
        "marks": [mark for mark in specification["marks"] if mark.get("from", {}).get("data") not in unseen],
    }
