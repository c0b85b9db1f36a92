"""The same charts for a reader's browser: a skeleton a kind, what fills it, and the program that draws it.

The page's own script (`site_src/assets/bieu-do.js`) fetches these when a reader asks for them. Colours are the
names of the page's variables, so that a chart follows light and dark without being drawn again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, get_args

import altair as alt
import vl_convert as vlc

from generator.charts import time_layers
from generator.charts.cache import kept
from generator.charts.colours import COLOURS
from generator.charts.draw import ACROSS, LAYERS, SAID, VEGA_LITE, Chart, Kind, filling, layered

PROGRAM = f"assets/vega-{vlc.get_vega_version()}.js"
"""Site address of the drawing program: a new version is a new file, whatever a browser has kept."""

_VARIABLES = {
    "ink": "--ink", "soft": "--soft", "grid": "--c3", "track": "--track", "s1": "--c1",
    "aim": "--aim", "old": "--c3", "differ": "--differ", "miss": "--miss", "hatch": "--hatched",
}  # fmt: skip
_NUMBERS = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", "\u00a0₫"]}
_HEADINGS = {"name": "Nội dung", "said": "Số liệu", "period": "Kỳ", "source": "Nguồn"}


def shapes() -> dict[str, Any]:
    """What all charts share: `kinds` (a specification each, without data), `program` (its address) and the
    Vietnamese forms of numbers and days, `format` and `time`.
    """
    kinds = {kind: json.loads(_shape(kind)) for kind in get_args(Kind)}
    time = vlc.get_time_format_locale("vi-VN")
    return {"program": PROGRAM, "format": _NUMBERS, "time": time, "kinds": kinds}


@cache
def _shape(kind: Kind) -> str:
    """The specification of a kind as JSON: Altair is asked once a kind."""
    text = json.dumps(layered([*LAYERS[kind](), _row(kind)], _chosen()))
    for colour, name in COLOURS.items():
        text = text.replace(f'"{colour}"', f'"var({_VARIABLES[name]})"')
    return text


def _chosen() -> alt.Parameter:
    """The number of the row that a reader points at; the page's script sets it."""
    return alt.param(name="chosen", value=-1)


def _row(kind: Kind) -> alt.Chart:
    """A frame around each row, or each part of one: seen when it is chosen, with words beside the pointer."""
    one = "datum.number === chosen"
    ink = next(colour for colour, name in COLOURS.items() if name == "ink")
    frame = alt.Chart().mark_rect(fill=ink, stroke=ink, strokeWidth=2, cornerRadius=3)
    rows: dict[str, Any] = {"y": alt.Y("top:Q", axis=None, scale=None), "y2": "bottom:Q"}
    between: dict[str, Any] = {"x": alt.value(-5), "x2": alt.value({"expr": "width + 5"})} | rows
    if kind in ACROSS:
        between = time_layers.between(kind)
    made: alt.Chart = frame.encode(
        fillOpacity=alt.condition(one, alt.value(0.08), alt.value(0)),
        strokeOpacity=alt.condition(one, alt.value(1), alt.value(0)),
        tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in _HEADINGS.items()],
        **between,
    )
    return made


def fillings(charts: Iterable[Chart]) -> dict[str, Any]:
    """What fills the skeletons, by the charts' keys: `kind`, `height`, `low`, `high` and `rows`, each with its
    `number` and the words of its tooltip.
    """
    return {chart.key: {"kind": chart.kind, **_filling(chart)} for chart in charts}


def _filling(chart: Chart) -> dict[str, Any]:
    filled: dict[str, Any] = _shortened(filling(chart))
    rows = [
        drawn | {"number": number} | {field: row.get(field, "") for field in SAID}
        for number, (drawn, row) in enumerate(zip(filled["rows"], chart.rows, strict=True))
    ]
    return filled | {"rows": rows}


_DIGITS = 6
"""Digits of a number that places a mark: what a reader's screen can show, and a fraction of what is fetched."""


def _shortened(filled: Any) -> Any:
    if isinstance(filled, float):
        return float(f"{filled:.{_DIGITS}g}")
    if isinstance(filled, dict):
        return {name: _shortened(part) for name, part in filled.items()}
    return [_shortened(part) for part in filled] if isinstance(filled, list | tuple) else filled


def program(cache_folder: Path) -> bytes:
    """Vega, Vega-Lite and Vega-Embed in one script (about 300 KB packed), made once into `cache_folder`."""

    def made() -> bytes:
        return bytes(vlc.javascript_bundle("window.vegaEmbed = vegaEmbed;", vl_version=VEGA_LITE).encode())

    return kept(cache_folder / Path(PROGRAM).name, made)
