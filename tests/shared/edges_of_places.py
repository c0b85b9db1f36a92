"""Edges of the named numbers of communes beside each other."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any, cast

import placing as made
from edges import Edge

from generator.charts import strip
from generator.charts.strip import Dot
from generator.country import beside, months_told, placing, province_pages, question_pages, regular_pages
from generator.country.comparison import compared
from generator.country.country import Country
from generator.figures.uncertainty import interval
from generator.model.commune import Centre
from generator.pieces.drawn_tables import Entries

HERE, ALONG = "00004", strip.scale([0, 10], zero=True)


def _near(*kilometres: float) -> list[str]:
    """The neighbours of a commune, of others so many kilometres north of it."""
    centres = {HERE: Centre(16, 107)}
    centres |= {f"0{place}": Centre(16 + away / 111.2, 107) for place, away in enumerate(kilometres)}
    country = SimpleNamespace(catalogue=SimpleNamespace(centres=centres), known=dict.fromkeys(centres))
    return beside.Neighbours(cast("Country", country)).of(HERE)


def _month_of(sharing: int) -> int:
    """The month that is compared where so many of four tell of October, and all of September."""
    codes = ("00004", "00008", "00025", "00070")
    rows = [made.value(code, 1, end="2026-09-30") for code in codes]
    rows += [made.value(code, 1) for code in codes[:sharing]]
    common = compared(made.of_question(rows), made.HEADLINES[0], codes).common
    return common.period.end.month if common and common.period.end else 0


def _months(count: int) -> int:
    """How many months are shown of so many that a commune tells of, of which the last is due."""
    ends = [f"{2025 + month // 12}-{month % 12 + 1:02}-28" for month in range(count)]
    told = made.frames((), [(HERE, made.LATE_OF, end) for end in ends])
    return len(months_told.regular(told, [HERE], made.DAY, months_told.due_month((), dt.date(2025, 1, 1)))[0])


def _svg(count: int) -> str:
    return strip.strip([Dot("Xã A", "A: 1", place % 10, "a/") for place in range(count)], (), ALONG, "")


def _size(count: int) -> float | None:
    """How large dots of one value are, of which so many stand on each other."""
    return strip.size_of([Dot("Xã A", "A: 1", 5)] * count, ALONG)


def _span(apart: float) -> float:
    """How far a scale reaches on which two shares are so far apart."""
    along = strip.scale([50, 50 + apart], 100, zero=False)
    return along.high - along.low


def _province(count: int) -> dict[str, Any]:
    """The sections of a province of so many communes, by their ids."""
    (page,) = province_pages.provinces(made.of_many([1.0] * count))
    return {section.id: section for section in page.sections}


def _is_drawn(count: int) -> bool:
    country = made.of_many([1.0] * count)
    return bool(
        [*placing.drawing(country, "", compared(country.asked[made.LATE_OF], made.HEADLINES[0], list(country.known)))]
    )


def _pages(count: int) -> int:
    country = made.of_many([1.0] * count)
    there = [page.path for page in question_pages.question_pages(country)]
    return sum(path.startswith("tinh-thu/") for path in there)


def _rows(count: int) -> bool:
    country = made.of_many([1.0] * count)
    (section,) = regular_pages.regularly(country, "tinh-thu", country.by_province["tinh-thu"])
    return any(isinstance(block, Entries) for block in section.blocks)


EDGES = {
    "figures.uncertainty.SURE": Edge(lambda whole: round(interval(0, whole)[1], 3), {30: 0.114}),
    "country.comparison.MOST": Edge(_month_of, {2: 9, 3: 10}),
    "country.comparison.MONTHS": Edge(_months, {11: 11, 12: 12, 13: 12}),
    "country.beside.FAR": Edge(lambda away: len(_near(away)), {59.9: 1, 60.1: 0}),
    "country.beside.NEAREST": Edge(lambda count: len(_near(*range(1, count + 1))), {5: 5, 6: 6, 7: 6}),
    "country.beside._DEGREE": Edge(
        lambda apart: round(beside._apart(Centre(16, 107), Centre(16 + apart, 107)), 1), {1: 111.2}
    ),
    "charts.strip.NAMED": Edge(lambda count: "<text" in _svg(count).partition("<a ")[2], {4: True, 5: False}),
    "charts.strip.COUNTED": Edge(lambda count: _svg(count).count("<a "), {60: 60, 61: 0}),
    "charts.strip.BINS": Edge(lambda value: len(strip.bins([value], ALONG)), {5: 10}),
    "charts.strip._MOST_LANES": Edge(_size, {14: 5, 15: 3.5, 19: 3.5, 20: None}),
    "charts.strip.WIDE": Edge(_span, {9.97: 15, 10: 10}),
    "charts.strip._TICKS": Edge(lambda high: strip.scale([0, high], zero=True).step, {20: 5, 10: 5}),
    "country.placing.NOT_ONE": Edge(_is_drawn, {1: False, 2: True}),
    "country.province_pages.NAMED": Edge(lambda count: bool(_province(count)["cac-xa"].blocks), {20: True, 21: False}),
    "country.question_pages.LISTED": Edge(_pages, {20: 1, 21: 2}),
    "country.regular_pages.AT_ONCE": Edge(_rows, {12: True, 13: False}),
}
