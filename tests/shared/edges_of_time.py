"""Edges of the named numbers of what is told and drawn over time."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from unittest import mock

from edges import Edge
from figures import figure
from officer import catalogue

from generator.changes import compare
from generator.charts import time_scale
from generator.charts.frame import Frame, Tick
from generator.figures import due
from generator.figures.due import Arrival, Due
from generator.figures.series import series
from generator.model.commune import AdminUnit, Commune
from generator.model.dataset import Dataset
from generator.model.duty import Duty, Rhythm
from generator.model.figure import Figure
from generator.model.problem import Problem
from generator.pieces import due_shown, moments, over_time, time_words
from generator.pieces.blocks import Figure as Drawing
from generator.pieces.changed import is_of_few
from generator.pieces.drawn_tables import Calendar
from generator.pieces.moments import Moment
from generator.pieces.trend import trend
from generator.pieces.view import View
from generator.reading import duty_file
from generator.reading.folders import Folder

_MONTHLY = Duty("m", "Hằng tháng", "thu-tuc-hanh-chinh", Rhythm.MONTH, "luật", 9)
PROVINCE = AdminUnit("38", "Tỉnh Thanh Hóa", "tinh", "")
COMMUNE = Commune("15910", "Xã Hoằng Sơn", "hoang-son", "15910-hoang-son", PROVINCE, "")


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


def _due_on(days: int) -> Any:
    """What is due of a duty of so many days, by a catalogue; None where it is refused."""
    text = f"- ma: m\n  ten: M\n  chu_de: c\n  nhip: thang\n  can_cu: L\n  han: {days}\n"
    problems: list[Problem] = []
    read = duty_file.read_duties(Folder("danh-muc", {duty_file.DUTIES: text.encode()}), problems)
    return None if problems else read and read[0].days


def _calendar(months: int) -> int:
    """How many months the calendar shows, so many after the first that any figure tells of."""
    figures = [replace(one, trace=_known(one)) for one in _months(1, lambda _: 5)]
    day = dt.date(2020 + months // 12, months % 12 + 1, 1)
    view = View(Dataset(catalogue(), (COMMUNE,), (), 0), figures, (), (), day)
    first, *_ = due_shown.calendar(view, COMMUNE, due_shown.dues_of(view, COMMUNE))
    assert isinstance(first, Calendar)
    return len(first.months)


def _known(one: Figure) -> Any:
    return replace(one.trace, document=replace(one.trace.document, known_by=one.period.end))


def _surveyed(count: int) -> Any:
    """A survey of so many communes with a figure of a month, and the names of their folders."""
    (one,) = _months(1, lambda _: 5)
    figures = (replace(one, trace=_known(one)),)
    names = [f"1591{number}-a" for number in range(count)]
    each = [SimpleNamespace(commune=replace(COMMUNE, name=n), folder=n, figures=figures) for n in names]
    return SimpleNamespace(shared=SimpleNamespace(catalogue=catalogue()), communes=each, names=names)


def _missing(count: int) -> list[Due]:
    periods = itertools.islice(_MONTHLY.periods(dt.date(2020, 1, 1)), count)
    return [Due(_MONTHLY, period, period.end, Arrival.MISSING) for period in periods]


def _left_to_count(documents: int) -> bool:
    """Whether of so many documents below a chart some are counted only."""
    with mock.patch.object(time_words, "source_line", return_value="Nguồn: a."):
        return "văn bản trước đó" in time_words.origin(mock.Mock(), COMMUNE, _months(documents, lambda _: 5))


EDGES: dict[str, Edge] = {
    "changes.compare.MOST_WANTED": Edge(
        lambda count: bool(compare._wanted(_surveyed(count), _surveyed(count).names, dt.date(2026, 6, 5))),
        {2: True, 3: True, 4: False},
    ),
    "figures.due.SILENT": Edge(
        lambda months: due.silence(dt.date(2026, 1, 15), dt.date(2026, 1 + months, 15)), {1: 0, 2: 2, 3: 3}
    ),
    "pieces.due_shown.MONTHS": Edge(_calendar, {11: 11, 12: 12, 13: 12}),
    "pieces.due_shown.MOST_DUES": Edge(
        lambda count: len(due_shown.listed(mock.Mock(), COMMUNE, "", _missing(count))[0].rows),  # type: ignore[union-attr]
        {23: 23, 24: 24, 25: 24},
    ),
    "pieces.due_shown._NAMED": Edge(
        lambda count: "tháng" in "".join(due_shown.counted(_missing(count))).partition("chưa có")[2],
        {2: True, 3: True, 4: False},
    ),
    "reading.duty_file.MOST_DAYS": Edge(_due_on, {365: 365, 366: 366, 367: None}),
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
