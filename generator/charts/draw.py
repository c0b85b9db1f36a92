"""Charts: one Altair specification a kind, filled with data, drawn as static SVG.

Words are decided by the caller, their places by `room`, the marks of the SVG by `svg`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import altair as alt
import vl_convert as vlc

from generator.charts import column_layout, interval_layout, layout, panel_layout, row_layers, time_layers
from generator.charts.cache import each
from generator.charts.colours import COLOURS, HATCH
from generator.charts.frame import Frame
from generator.charts.lighter import measured_back, unmeasured, without_unseen
from generator.charts.svg import finish, groups
from generator.language.content_mark import content_mark

WIDTH = 300
"""Drawing width in px: a phone of 360 px shows the letters at their true size."""

VEGA_LITE = "6.4"
"""The version that Altair writes, drawn here and in a reader's browser."""
_BATCH = 40
"""Charts drawn in one call, of which a chart alone is half the time."""
SAID = ("name", "said", "period", "source")
"""Cells of a row that are words for who looks closer; nothing is drawn of them."""


Kind = Literal["bars", "steps", "columns", "intervals", "panels"]


@dataclass(frozen=True)
class Chart:
    """What to draw. Rows are in reading order; a missing value has no row (never zero).

    `bars`: label, value, text, and `of`, the stated whole that they are parts of, if any. `steps`: as `bars`, shares
    of 100, with `targets` and values `before`, a list each, and target_text.

    Over time, within a `frame`: `columns`: x, x2, value, base, text, look, main. `intervals`: x, x2, value, text, look.
    `panels`: label, text, points, length.

    Each row may say more to who looks closer: name (the label in full), said (its value), period, source. `looks` are
    those of the words of the legend; where there are none they go by the kind.
    """

    kind: Kind
    title: str
    alt: str
    rows: tuple[Mapping[str, Any], ...]
    legend: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()
    frame: Frame | None = None

    def __hash__(self) -> int:
        return hash(self.content)

    @cached_property
    def key(self) -> str:
        """A short mark of the content: the same words and numbers have the same one."""
        return content_mark(self.content, 10)

    @cached_property
    def content(self) -> bytes:
        """All that decides what is drawn, as bytes."""
        content: list[Any] = [self.kind, self.title, self.alt, [dict(row) for row in self.rows], self.legend]
        content += [self.looks, asdict(self.frame)] if self.frame else []
        return json.dumps(content, sort_keys=True).encode()


LAYERS: Mapping[Kind, Callable[[], list[alt.Chart]]] = {
    "bars": row_layers.bars, "steps": row_layers.steps, "columns": time_layers.columns,
    "intervals": time_layers.intervals, "panels": time_layers.panels,
}  # fmt: skip
"""The marks of each kind, from back to front."""
ACROSS: frozenset[Kind] = frozenset({"columns", "intervals", "panels"})
"""Kinds that use the width there is: their letters stay as they are, their marks are drawn out."""


def layered(layers: Sequence[alt.Chart], *more: alt.Parameter) -> dict[str, Any]:
    """The specification of layers over one another, without data; parameters are the ends of its axes."""
    params = [*(alt.param(name=name, value=0) for name in time_layers.NUMBERS),
              *(alt.param(name=name, value=[]) for name in time_layers.LISTS), *more]  # fmt: skip
    chart = alt.layer(*layers, data=alt.NamedData(name="rows_data")).add_params(*params)
    chart = chart.properties(width=WIDTH).configure(
        font="sans-serif", aria=False, padding={"left": 0, "right": 0, "top": 0, "bottom": 0},
        view=alt.ViewConfig(stroke=None), autosize=alt.AutoSizeParams(type="none"), background="transparent",
    )  # fmt: skip
    made: dict[str, Any] = chart.to_dict(validate=False)  # a test does so, once for all builds
    return made


@cache
def _skeleton(kind: Kind) -> str:
    """The Vega specification of a kind, without data, as JSON: made once a kind."""
    plain = layered(LAYERS[kind]()) | {"datasets": {"rows_data": [], "frame_data": []}}
    return json.dumps(unmeasured(vlc.vegalite_to_vega(plain, vl_version=VEGA_LITE)))


def _group(chart: Chart) -> dict[str, Any]:
    """A chart as one mark of a Vega specification, its kind's skeleton filled with its rows: what it names, its width
    and height too, is its own.
    """
    data = filling(chart)
    told = {
        "look": {row.get("look") for row in data["rows"]},
        "part": {row["part"] for row in data.get("frame_data", ())},
    }
    skeleton = without_unseen(json.loads(_skeleton(chart.kind)), told)
    for source in skeleton["data"]:
        if source["name"] in ("rows_data", "frame_data"):
            source["values"] = data.get(source["name"].replace("rows_data", "rows"), [])
    size = {"width": WIDTH, "height": data["height"]}
    numbers = size | {name: data[name] for name in (*time_layers.NUMBERS, *time_layers.LISTS) if name in data}
    return {
        "type": "group",
        "encode": {"update": {side: {"value": length} for side, length in size.items()}},
        "signals": [{"name": name, "value": value} for name, value in numbers.items()],
        **{part: skeleton[part] for part in ("data", "scales", "marks", "axes") if part in skeleton},
    }


@lru_cache(maxsize=256)  # drawn here, then in a reader's browser: a commune's charts
def filling(chart: Chart) -> Mapping[str, Any]:
    """What a chart puts into its kind's skeleton: `height` in px, ends of its axes, `rows`, what stands around them."""
    if chart.kind == "panels":
        return _bare(panel_layout.panels(chart.rows, WIDTH))
    if chart.frame:
        placing = column_layout.columns if chart.kind == "columns" else interval_layout.intervals
        return _bare(placing(chart.frame, chart.rows, WIDTH))
    placed = layout.rows(chart.rows, WIDTH)
    whole = _whole(chart)
    rows = []
    for row in chart.rows:
        place = placed[row["label"]]
        rows.append({
            "zero": 0, "track": whole, **{key: cell for key, cell in row.items() if key not in (*SAID, "of")},
            "label": place.label, "label_y": place.label_y, "text": place.text, "text_y": place.text_y, "y": place.y,
            "target_text": place.target, "target_text_y": place.target_y, "top": place.top, "bottom": place.bottom,
        })  # fmt: skip
    high = whole or max((row["value"] for row in chart.rows), default=1) or 1
    height = max((place.bottom for place in placed.values()), default=0) + 2
    return {"height": height, "low": 0, "high": high, "rows": rows}


def _whole(chart: Chart) -> float:
    """What the bars of a chart are parts of, which their track shows: 100 of shares; 0 where nothing says it, or a part
    is more than that.
    """
    if chart.kind == "steps":
        return 100
    whole: float = min((row.get("of", 0) for row in chart.rows), default=0)
    return whole if whole >= max((row["value"] for row in chart.rows), default=0) else 0


def _bare(filled: dict[str, Any]) -> dict[str, Any]:
    """Without the words of who looks closer."""
    rows = [{key: cell for key, cell in row.items() if key not in SAID} for row in filled["rows"]]
    return filled | {"rows": rows}


@cache
def drawn_by() -> str:
    """A mark of what, beside a chart, decides its drawing: libraries and this room. Without it a changed colour would
    leave old drawings.
    """
    room = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return content_mark(f"{version('vl-convert-python')}|{version('altair')}|".encode() + room)


def draw(charts: Iterable[Chart], cache_folder: Path, jobs: int = 1) -> dict[Chart, str]:
    """Each chart as an inline SVG: titled, described, coloured by classes; cached by content, and then nothing is asked
    of Altair.
    """

    def place(chart: Chart) -> Path:
        return cache_folder / f"{content_mark(f'{drawn_by()}|'.encode() + chart.content)}.svg"

    return {chart: svg.decode() for chart, svg in each(charts, place, _drawn, _BATCH, jobs).items()}


def _drawn(charts: Sequence[Chart]) -> list[bytes]:
    """The SVG of each chart, all of them drawn in one call."""
    marks = [_group(chart) for chart in charts]
    frame = json.loads(_skeleton(charts[0].kind)) | {"data": [], "signals": [], "scales": [], "axes": []}
    svg = measured_back(vlc.vega_to_svg(frame | {"marks": [*marks, {"type": "group"}]}))
    return [
        finish(
            drawing,
            (WIDTH, filling(chart)["height"]),
            COLOURS,
            chart.title,
            chart.alt,
            chart.key,
            hatched=HATCH,
            across=chart.kind in ACROSS,
        ).encode()
        for chart, drawing in zip(charts, groups(svg)[:-1], strict=True)
    ]


def enough(rows: Sequence[object]) -> bool:
    """A chart needs at least two comparable values."""
    return len(rows) >= 2
