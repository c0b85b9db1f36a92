"""Charts: one Altair specification a kind, filled with data, drawn as static SVG.

The only module that imports altair and vl_convert. Colours leave the SVG as CSS classes, so that
a page's light and dark palettes reach into the picture; words are decided by the caller.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import altair as alt
import vl_convert as vlc

from generator.charts.kept import each, kept

WIDTH = 300
"""Drawing width in px: a phone of 360 px shows the letters at their true size."""

_BAR = 14
_INK, _SOFT, _GRID, _TRACK = "#010101", "#020202", "#030303", "#040404"
_SERIES = ("#110000", "#220000", "#330000", "#440000")
_MARK = "#550000"
_CLASSES = {
    _INK: "ink", _SOFT: "soft", _GRID: "grid", _TRACK: "track",
    **{colour: f"s{number}" for number, colour in enumerate(_SERIES, 1)}, _MARK: "mark",
}  # fmt: skip

Kind = Literal["bars", "target_bars", "change", "parts", "stages"]


@dataclass(frozen=True, slots=True)
class Chart:
    """What to draw. Rows are in reading order; a missing value has no row (never zero).

    `bars`: label, value, text. `target_bars`: also target, target_text (share of 100).
    `change`: label, value, text, value2, text2 (two moments of one rate). `parts`: label, part,
    value, text, order (true parts of a whole). `stages`: label, start, end (years), text.
    """

    kind: Kind
    title: str
    alt: str
    rows: tuple[Mapping[str, Any], ...]
    legend: tuple[str, ...] = ()


def _text(base: alt.Chart, field: str, colour: str, **mark: Any) -> alt.Chart:
    made: alt.Chart = base.mark_text(baseline="middle", color=colour, **mark).encode(text=f"{field}:N")
    return made


def _y() -> alt.Y:
    return alt.Y("y:Q", axis=None, scale=None)


def _x(field: str) -> alt.X:
    ends = alt.Scale(nice=False, zero=False, domainMin={"expr": "low"}, domainMax={"expr": "high"})
    return alt.X(field, axis=None, scale=ends)


def _labelled(base: alt.Chart) -> list[alt.Chart]:
    label = _text(base, "label", _INK, align="left", dy=-18, fontSize=13).encode(x=alt.value(0))
    value = _text(base, "text", _INK, align="right", dy=-18, fontSize=14, fontWeight="bold")
    return [label, value.encode(x=alt.value(WIDTH))]


def _bars() -> list[alt.Chart]:
    base = alt.Chart().encode(y=_y())
    track = base.mark_rect(color=_TRACK, height=_BAR).encode(x=alt.value(0), x2=alt.value(WIDTH))
    bar = base.mark_rect(color=_SERIES[0], height=_BAR).encode(x=_x("zero:Q"), x2="value:Q")
    return [track, bar, *_labelled(base)]


def _target_bars() -> list[alt.Chart]:
    base = alt.Chart().encode(y=_y())
    aimed = base.transform_filter("isValid(datum.target)")
    tick = aimed.mark_rect(color=_MARK, height=_BAR + 8, width=4).encode(x=_x("target:Q"))
    words = _text(aimed, "target_text", _SOFT, align="right", dy=20, fontSize=12)
    return [*_bars(), tick, words.encode(x=alt.value(WIDTH))]


def _change() -> list[alt.Chart]:
    base = alt.Chart().encode(y=_y())
    line = base.mark_rule(color=_GRID, strokeWidth=3).encode(x=_x("value:Q"), x2="value2:Q")
    old = base.mark_point(color=_SERIES[1], filled=False, size=90, strokeWidth=3, opacity=1)
    new = base.mark_point(color=_SERIES[0], filled=True, size=130, opacity=1)
    label = _text(base, "label", _INK, align="left", dy=-18, fontSize=13).encode(x=alt.value(0))
    words = _text(base, "text", _INK, align="right", dy=-18, fontSize=13, fontWeight="bold")
    return [line, old.encode(x=_x("value:Q")), new.encode(x=_x("value2:Q")), label,
            words.encode(x=alt.value(WIDTH))]  # fmt: skip


def _parts() -> list[alt.Chart]:
    base = alt.Chart().encode(y=_y())
    scale = alt.Scale(domain=[1, 2, 3, 4], range=list(_SERIES))
    bar = base.mark_rect(height=_BAR + 4).encode(
        x=_x("start:Q"), x2="end:Q", color=alt.Color("order:O", scale=scale, legend=None)
    )
    return [bar, *_labelled(base)]


def _stages() -> list[alt.Chart]:
    base = alt.Chart().encode(y=_y())
    bar = base.mark_rect(color=_SERIES[0], height=_BAR).encode(x=_x("start:Q"), x2="end:Q")
    track = base.mark_rect(color=_TRACK, height=_BAR).encode(x=alt.value(0), x2=alt.value(WIDTH))
    return [track, bar, *_labelled(base)]


_LAYERS = {
    "bars": _bars, "target_bars": _target_bars, "change": _change, "parts": _parts, "stages": _stages,
}  # fmt: skip


@cache
def _skeleton(kind: Kind) -> str:
    """The specification of a kind, without data, as JSON: Altair is asked once a kind."""
    params = [alt.param(name=name, value=0) for name in ("low", "high")]
    layers = _LAYERS[kind]()
    chart = alt.layer(*layers, data=alt.NamedData(name="rows_data")).add_params(*params)
    chart = chart.properties(width=WIDTH).configure(
        font="sans-serif", aria=False, padding={"left": 0, "right": 0, "top": 0, "bottom": 0},
        view=alt.ViewConfig(stroke=None), autosize=alt.AutoSizeParams(type="none"), background="transparent",
    )  # fmt: skip
    return json.dumps(chart.to_dict())


def specification(chart: Chart) -> dict[str, Any]:
    """The Vega-Lite specification of a chart: its kind's skeleton filled with its rows."""
    spec: dict[str, Any] = json.loads(_skeleton(chart.kind))
    rows = [dict(row) for row in chart.rows]
    labels = list(dict.fromkeys(row["label"] for row in rows))
    step = 64 if chart.kind == "target_bars" else 46
    for row, first in zip(rows, [*_firsts(rows)], strict=True):
        row["y"] = 32 + step * labels.index(row["label"])
        row["label"] = row["label"] if first else ""
        row.setdefault("zero", 0)
    height = step * len(labels) + (0 if chart.kind == "target_bars" else 8)
    spec["height"] = height
    low, high = _ends(chart.kind, rows)
    for param in spec["params"]:
        param["value"] = {"low": low, "high": high}[param["name"]]
    spec["datasets"] = {"rows_data": rows}
    return spec


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
        return 10 * (min(min(row["value"], row["value2"]) for row in rows) // 10), 100
    if kind == "stages":
        return min(row["start"] for row in rows), max(row["end"] for row in rows)
    return 0, max((row.get("end", row.get("value", 0)) for row in rows), default=1) or 1


def to_svg(chart: Chart, cache_folder: Path) -> str:
    """The chart as an inline SVG: titled, described, coloured by classes; cached by content."""
    spec = json.dumps(specification(chart), ensure_ascii=False, sort_keys=True)
    versions = f"{version('vl-convert-python')}|{version('altair')}|1"
    key = hashlib.sha256(f"{versions}|{chart.title}|{chart.alt}|{spec}".encode()).hexdigest()

    def drawn() -> bytes:
        return finish(vlc.vegalite_to_svg(spec, vl_version="6.4"), chart, key[:10]).encode()

    return kept(cache_folder / f"{key}.svg", drawn).decode()


def finish(svg: str, chart: Chart, key: str) -> str:
    """Make a drawn SVG fit for a page: classes for colours, one text alternative, no styles."""
    for colour, name in _CLASSES.items():
        svg = re.sub(rf'\b(fill|stroke)="{colour}"', rf'data-\1="c-{name}"', svg, flags=re.IGNORECASE)
    svg = re.sub(r"<(\w+)((?:[^<>]*?)data-(?:fill|stroke)=[^<>]*?)(/?)>", _with_class, svg)
    svg = re.sub(r' (font-family|class="mark-[^"]*"|role|aria-\w+|pointer-events)="[^"]*"', "", svg)
    size = re.search(r'viewBox="([^"]+)"', svg)
    box = size[1] if size else f"0 0 {WIDTH} 100"
    body = svg[svg.index(">", svg.index("<svg")) + 1 :]
    head = (
        f'<svg class="chart" viewBox="{box}" role="img" aria-labelledby="t{key} d{key}" focusable="false">'
        f'<title id="t{key}">{html.escape(chart.title)}</title><desc id="d{key}">{html.escape(chart.alt)}</desc>'
    )
    return head + body.replace("\n", "")


def _with_class(tag: re.Match[str]) -> str:
    name, attributes, close = tag.groups()
    parts = re.findall(r'data-(fill|stroke)="c-(\w+)"', attributes)
    bare = re.sub(r'\s*data-(?:fill|stroke)="[^"]*"', "", attributes)
    classes = " ".join(f"{'f' if kind == 'fill' else 'l'}-{colour}" for kind, colour in parts)
    return f'<{name} class="{classes}"{re.sub(r" class=.[^ ]*", "", bare)}{close}>'


def draw(charts: Iterable[Chart], cache_folder: Path, jobs: int = 1) -> dict[Chart, str]:
    """SVG text for each chart."""
    return each(to_svg, list(charts), cache_folder, jobs)


def enough(rows: Sequence[object]) -> bool:
    """A chart needs at least two comparable values."""
    return len(rows) >= 2
