"""Charts: one Altair specification a kind, filled with data, drawn as static SVG.

Words are decided by the caller, their places by `room`, the marks of the SVG by `svg`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import altair as alt
import vl_convert as vlc

from generator.charts import layout
from generator.charts.cache import each
from generator.charts.svg import finish, groups

WIDTH = 300
"""Drawing width in px: a phone of 360 px shows the letters at their true size."""

VEGA_LITE = "6.4"
"""The version that Altair writes, drawn here and in a reader's browser."""
_TOOLS = f"{version('vl-convert-python')}|{version('altair')}|3"
"""What, beside a chart, decides its drawing."""
_BATCH = 40
"""Charts drawn in one call, of which a chart alone is half the time."""
SAID = ("name", "said", "period", "source")
"""Cells of a row that are words for who looks closer; nothing is drawn of them."""

_BAR = 14
_INK, _SOFT, _GRID, _TRACK = "#010101", "#020202", "#030303", "#040404"
_SERIES = ("#110000", "#220000")
_MARK = "#550000"
COLOURS = {
    _INK: "ink", _SOFT: "soft", _GRID: "grid", _TRACK: "track",
    **{colour: f"s{number}" for number, colour in enumerate(_SERIES, 1)}, _MARK: "mark",
}  # fmt: skip
"""Colours of the specifications and what they stand for: the page decides how each looks."""

Kind = Literal["bars", "target_bars", "aims", "change", "parts"]


@dataclass(frozen=True, slots=True)
class Chart:
    """What to draw. Rows are in reading order; a missing value has no row (never zero).

    `bars`: label, value, text. `target_bars`: also target, target_text (share of 100). `aims`: as `bars`, targets only,
    drawn as targets are.
    `change`: label, value, text, value2, text2 (two moments of one rate). `parts`: label, start, end,
    text, order (two true parts of a whole). Each row may say more to who looks closer: name (the label in full),
    said (its value), period, source.
    """

    kind: Kind
    title: str
    alt: str
    rows: tuple[Mapping[str, Any], ...]
    legend: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """A mark of the content: the same words and numbers have the same one."""
        content = [self.kind, self.title, self.alt, [dict(row) for row in self.rows], self.legend]
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:10]


def _text(base: alt.Chart, field: str, colour: str, size: int, **mark: Any) -> alt.Chart:
    """Words of a row: `field` holds their lines, `field`_y the height of the first."""
    words = base.mark_text(baseline="middle", color=colour, fontSize=size, lineHeight=layout.LINE, **mark)
    made: alt.Chart = words.encode(text=f"{field}:N", y=_y(f"{field}_y:Q"))
    return made


def _left(base: alt.Chart, field: str) -> alt.Chart:
    made: alt.Chart = _text(base, field, _INK, layout.LABEL_SIZE, align="left").encode(x=alt.value(0))
    return made


def _right(base: alt.Chart, field: str, colour: str, size: int, **mark: Any) -> alt.Chart:
    made: alt.Chart = _text(base, field, colour, size, align="right", **mark).encode(x=alt.value("width"))
    return made


def _y(field: str = "y:Q") -> alt.Y:
    return alt.Y(field, axis=None, scale=None)


def _x(field: str) -> alt.X:
    ends = alt.Scale(nice=False, zero=False, domainMin={"expr": "low"}, domainMax={"expr": "high"})
    return alt.X(field, axis=None, scale=ends)


def _labelled(base: alt.Chart) -> list[alt.Chart]:
    return [_left(base, "label"), _right(base, "text", _INK, layout.VALUE_SIZE, fontWeight="bold")]


def _track(base: alt.Chart) -> alt.Chart:
    made: alt.Chart = base.mark_rect(color=_TRACK, height=_BAR).encode(x=alt.value(0), x2=alt.value("width"))
    return made


def _bars() -> list[alt.Chart]:
    base = alt.Chart().encode(y=_y())
    bar = base.mark_rect(color=_SERIES[0], height=_BAR).encode(x=_x("zero:Q"), x2="value:Q")
    return [_track(base), bar, *_labelled(base)]


def _tick(base: alt.Chart, field: str) -> alt.Chart:
    """The mark of a target."""
    made: alt.Chart = base.mark_rect(color=_MARK, height=_BAR + 8, width=4).encode(x=_x(field))
    return made


def _aims() -> list[alt.Chart]:
    base = alt.Chart().encode(y=_y())
    return [_track(base), _tick(base, "value:Q"), *_labelled(base)]


def _target_bars() -> list[alt.Chart]:
    base = alt.Chart().encode(y=_y())
    aimed = base.transform_filter("isValid(datum.target)")
    return [*_bars(), _tick(aimed, "target:Q"), _right(aimed, "target_text", _SOFT, layout.TARGET_SIZE)]


def _change() -> list[alt.Chart]:
    base = alt.Chart().encode(y=_y())
    line = base.mark_rule(color=_GRID, strokeWidth=3).encode(x=_x("value:Q"), x2="value2:Q")
    old = base.mark_point(color=_SERIES[1], filled=False, size=200, strokeWidth=3, opacity=1)
    new = base.mark_point(color=_SERIES[0], filled=True, size=90, opacity=1)
    return [_track(base), line, old.encode(x=_x("value:Q")), new.encode(x=_x("value2:Q")), *_labelled(base)]


def _parts() -> list[alt.Chart]:
    base = alt.Chart().encode(y=_y())
    scale = alt.Scale(domain=[1, 2], range=list(_SERIES))
    bar = base.mark_rect(height=_BAR + 4).encode(
        x=_x("start:Q"), x2="end:Q", color=alt.Color("order:O", scale=scale, legend=None)
    )
    return [bar, *_labelled(base)]


LAYERS = {
    "bars": _bars, "target_bars": _target_bars, "aims": _aims, "change": _change, "parts": _parts,
}  # fmt: skip
"""The marks of each kind, from back to front."""


def layered(layers: Sequence[alt.Chart], *more: alt.Parameter) -> dict[str, Any]:
    """The specification of layers over one another, without data; `low` and `high` are the ends of its x axis."""
    params = [*(alt.param(name=name, value=0) for name in ("low", "high")), *more]
    chart = alt.layer(*layers, data=alt.NamedData(name="rows_data")).add_params(*params)
    chart = chart.properties(width=WIDTH).configure(
        font="sans-serif", aria=False, padding={"left": 0, "right": 0, "top": 0, "bottom": 0},
        view=alt.ViewConfig(stroke=None), autosize=alt.AutoSizeParams(type="none"), background="transparent",
    )  # fmt: skip
    made: dict[str, Any] = chart.to_dict()
    return made


@cache
def _skeleton(kind: Kind) -> str:
    """The Vega specification of a kind, without data, as JSON: made once a kind."""
    plain = layered(LAYERS[kind]()) | {"datasets": {"rows_data": []}}
    return json.dumps(vlc.vegalite_to_vega(plain, vl_version=VEGA_LITE))


def _group(chart: Chart) -> dict[str, Any]:
    """A chart as one mark of a Vega specification, its kind's skeleton filled with its rows: what it names, its width
    and height too, is its own.
    """
    skeleton, data = json.loads(_skeleton(chart.kind)), filling(chart)
    for source in skeleton["data"]:
        if source["name"] == "rows_data":
            source["values"] = data["rows"]
    size = {"width": WIDTH, "height": data["height"]}
    numbers = size | {end: data[end] for end in ("low", "high")}
    return {
        "type": "group",
        "encode": {"update": {side: {"value": length} for side, length in size.items()}},
        "signals": [{"name": name, "value": value} for name, value in numbers.items()],
        **{part: skeleton[part] for part in ("data", "scales", "marks")},
    }


def filling(chart: Chart) -> dict[str, Any]:
    """What a chart puts into its kind's skeleton: `height` in px, `low` and `high` ends of its x axis, `rows`."""
    placed = layout.rows(chart.rows, WIDTH)
    rows = []
    for row, first in zip(chart.rows, _firsts(chart.rows), strict=True):
        place = placed[row["label"]]
        rows.append({
            "zero": 0, **{key: cell for key, cell in row.items() if key not in SAID},
            "label": place.label if first else "", "label_y": place.label_y,
            "text": place.text if first else "", "text_y": place.text_y, "y": place.y,
            "target_text": place.target, "target_text_y": place.target_y,
            "top": place.top, "bottom": place.bottom,
        })  # fmt: skip
    low, high = _ends(chart.kind, chart.rows)
    height = max((place.bottom for place in placed.values()), default=0) + 2
    return {"height": height, "low": low, "high": high, "rows": rows}


def _firsts(rows: Sequence[Mapping[str, Any]]) -> Iterable[bool]:
    """Whether a row is the first of its label: only that one carries the words."""
    seen: set[str] = set()
    for row in rows:
        yield row["label"] not in seen
        seen.add(row["label"])


def _ends(kind: Kind, rows: Sequence[Mapping[str, Any]]) -> tuple[float, float]:
    """Where the x axis starts and ends. Bars start at zero; dots may start at a round ten."""
    if kind == "target_bars":
        return 0, 100
    if kind == "change":
        low = 10 * (min(min(row["value"], row["value2"]) for row in rows) // 10)
        return low, 100 + (100 - low) / 25  # a dot at 100 stays inside
    if kind == "aims":
        return 0, 1.02 * max((row["value"] for row in rows), default=1) or 1  # a mark at the end stays inside
    return 0, max((row.get("end", row.get("value", 0)) for row in rows), default=1) or 1


def draw(charts: Iterable[Chart], cache_folder: Path, jobs: int = 1) -> dict[Chart, str]:
    """Each chart as an inline SVG: titled, described, coloured by classes; cached by content."""

    def place(chart: Chart) -> Path:
        spec = json.dumps(_group(chart), ensure_ascii=False, sort_keys=True)
        return cache_folder / f"{hashlib.sha256(f'{_TOOLS}|{chart.key}|{spec}'.encode()).hexdigest()}.svg"

    return {chart: svg.decode() for chart, svg in each(charts, place, _drawn, _BATCH, jobs).items()}


def _drawn(charts: Sequence[Chart]) -> list[bytes]:
    """The SVG of each chart, all of them drawn in one call."""
    marks = [_group(chart) for chart in charts]
    frame = json.loads(_skeleton(charts[0].kind)) | {"data": [], "signals": [], "scales": []}
    svg = vlc.vega_to_svg(frame | {"marks": [*marks, {"type": "group"}]})
    return [
        finish(drawing, (WIDTH, filling(chart)["height"]), COLOURS, chart.title, chart.alt, chart.key).encode()
        for chart, drawing in zip(charts, groups(svg)[:-1], strict=True)
    ]


def enough(rows: Sequence[object]) -> bool:
    """A chart needs at least two comparable values."""
    return len(rows) >= 2
