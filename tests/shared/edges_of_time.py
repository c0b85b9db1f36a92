"""Edges of the named numbers of what is told and drawn over time."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from typing import Any
from unittest import mock

from edges import Edge
from figures import figure
from officer import catalogue

from generator.charts import time_scale
from generator.charts.frame import Frame, Tick
from generator.figures.series import series
from generator.model.commune import Commune
from generator.model.dataset import Dataset
from generator.model.figure import Figure
from generator.pieces import moments, over_time, time_words
from generator.pieces.blocks import Figure as Drawing
from generator.pieces.changed import is_of_few
from generator.pieces.moments import Moment
from generator.pieces.trend import trend
from generator.pieces.view import View

COMMUNE = Commune("15910", "Xã Hoằng Sơn", "hoang-son", "15910-hoang-son", None, "")


def _months(count: int, value: Callable[[int], float], indicator: str = "ho_so_qua_han", **cells: Any) -> list[Figure]:
    """A figure of each of so many months, one after the other, of documents of their own."""
    starts = [dt.date(2020 + at // 12, at % 12 + 1, 1) for at in range(count + 1)]
    return [
        figure(indicator, value(at), tu_ngay=start.isoformat(), den_ngay=(after - dt.timedelta(1)).isoformat(),
               nguon=f"bc-{at}", **cells)
        for at, (start, after) in enumerate(itertools.pairwise(starts))
    ]  # fmt: skip


def _drawn(figures: list[Figure]) -> list[Drawing]:
    (row,) = series(figures)
    view = View(Dataset(catalogue(), (COMMUNE,), (), 0), figures, (), (), dt.date(2026, 7, 1))
    with mock.patch.object(over_time, "columns", lambda *_, **told: told["below"]):
        return over_time.over_time(view, COMMUNE, row)


def _shown(count: int) -> int:
    """How many of so many months without counts a chart shows."""
    return len(moments.by_years([Moment(one.period, one) for one in _months(count, lambda _: 5)]))


def _named(end: int) -> int:
    """How many names of periods that need not be read stand on an axis of so many periods, with room for all."""
    scale = time_scale.Scale(0, 100, 0, 1, 0)
    return len(list(time_scale._named(Frame(end, (Tick(1, "02/2026"),)), scale)))


def _left_to_count(documents: int) -> bool:
    """Whether of so many documents below a chart some are counted only."""
    with mock.patch.object(time_words, "source_line", return_value="Nguồn: a."):
        return "văn bản trước đó" in time_words.origin(mock.Mock(), COMMUNE, _months(documents, lambda _: 5))


EDGES: dict[str, Edge] = {
    "charts.time_scale.MANY": Edge(_named, {13: 1, 14: 1, 15: 0}),
    "pieces.changed.FEW": Edge(
        lambda whole: is_of_few(figure("ty_le_dung_han", 50, don_vi="%", tu_so=10, mau_so=whole)),
        {29: True, 30: False, 31: False},
    ),
    "pieces.moments.MOST": Edge(_shown, {35: 35, 36: 36, 37: 36}),
    "pieces.over_time.FEWEST": Edge(
        lambda count: bool(_drawn(_months(count, lambda at: at))), {2: False, 3: True, 4: True}
    ),
    "pieces.over_time._NEAR": Edge(
        lambda least: "còn thiếu" in str(_drawn(
            _months(4, lambda at: least + at, "ty_le_dung_han", don_vi="%", tu_so=80, mau_so=100)
        )[0]),
        {79: False, 80: True, 81: True},
    ),
    "pieces.time_words._NAMED": Edge(_left_to_count, {1: False, 2: False, 3: True}),
    "pieces.trend.FEWEST": Edge(
        lambda count: trend(_months(count, lambda at: 900 if at >= count // 2 else 100)) is not None,
        {4: False, 5: True, 6: True},
    ),
}  # fmt: skip
