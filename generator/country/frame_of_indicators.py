"""What the figures of each indicator are over a country: counted, grouped and put in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isnan
from typing import Any, NamedTuple

import pandas as pd

from generator.country.frame import DAY, FIGURES, GIVEN_AWAY, Frames
from generator.language.value import State
from generator.model.figure import Kind


class Row(NamedTuple):
    """A figure as the page of its indicator shows it: see `FIGURES` and `WORD_COLUMNS`."""

    commune: str
    kind: str
    stage: str
    state: str
    document: str
    page: str
    anchor: str
    part: str
    value: str
    period: str


_ROW = ("ma_xa", "loai", "giai_doan", "tinh_trang", "nguon", "page", "anchor", "part", "value", "period")


def indicators(frames: Frames) -> frozenset[str]:
    """The indicators that have a figure."""
    return frozenset(map(str, frames.figures.chi_tieu.cat.categories))


def by_indicator(frames: Frames, order: Sequence[str]) -> Iterator[tuple[str, list[Row]]]:
    """Each of some indicators with its figures, by commune and time."""
    for indicator, own in _of_each(frames, order):
        yield indicator, list(map(Row, *(own[column].tolist() for column in _ROW)))


def given_away(frames: Frames, order: Sequence[str]) -> Iterator[tuple[str, list[list[Any]]]]:
    """Each of some indicators with the cells of `GIVEN_AWAY` of its figures, by commune and time: days as 2026-05-31,
    whole numbers as such, None where there is nothing.
    """
    for indicator, own in _of_each(frames, order):
        yield indicator, [list(row) for row in zip(*(_plain(own[column]) for column in GIVEN_AWAY), strict=True)]


def _of_each(frames: Frames, order: Sequence[str]) -> Iterator[tuple[str, pd.DataFrame]]:
    by_id = frames.figures.groupby("chi_tieu", observed=True)
    for indicator in order:
        yield indicator, by_id.get_group(indicator).sort_values(["ma_xa", "order"])


def _plain(column: pd.Series) -> list[Any]:
    if FIGURES[str(column.name)] == "float64":
        numbers = column.tolist()
        return [None if isnan(number) else int(number) if number.is_integer() else number for number in numbers]
    if FIGURES[str(column.name)] == DAY:
        return [day if isinstance(day, str) else None for day in column.dt.strftime("%Y-%m-%d").tolist()]
    return [value or None for value in column.tolist()]


def told_most(frames: Frames) -> str:
    """The indicator that most communes have reported a value of, of these the one with most figures; '' for none."""
    figures = frames.figures
    measured = figures[(figures.loai == Kind.REPORTED) & (figures.tinh_trang == State.GIVEN) & (figures.phan_to == "")]
    by_id = measured.groupby("chi_tieu", observed=True).ma_xa.agg(["nunique", "size"]).reset_index()
    ordered = by_id.sort_values(["nunique", "size", "chi_tieu"], ascending=[False, False, True])
    return str(ordered.chi_tieu.iloc[0]) if len(ordered) else ""


def breakdowns(frames: Frames) -> list[tuple[str, str]]:
    """The parts of indicators that have a figure, as indicator and part, in the order of their ids."""
    pairs = frames.figures[["chi_tieu", "phan_to"]].drop_duplicates().astype("str").sort_values(["chi_tieu", "phan_to"])
    return [(one, part) for one, part in zip(pairs.chi_tieu, pairs.phan_to, strict=True) if part]


def units(frames: Frames) -> list[str]:
    """The units of figures, in the order of their letters."""
    return sorted(unit for unit in map(str, frames.figures.don_vi.cat.categories) if unit)
