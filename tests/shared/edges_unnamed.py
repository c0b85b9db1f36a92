"""Edges that no named number marks, where a slip once went unseen."""

from __future__ import annotations

from typing import Any

from edges import Edge
from figures import figure

from generator.checking import of_dates
from generator.model.record import Record
from generator.pieces import newest
from generator.tables import tthc

NOTHING: Any = None


def _begins_in_june(day: str) -> bool:
    """Whether a report of June may begin on such a day of May."""
    cells = {"ky": "tháng 6/2026", "tu_ngay": f"2026-05-{day}", "den_ngay": "2026-06-30"}
    row = Record("tthc", "15910", "a.csv", 2, cells)
    return not list(of_dates.days_in_period(row, tthc.TABLE, NOTHING))


def _late(printed: int | None) -> tuple[bool, int | None]:
    """Whether none is told as late where all of 100 were on time; how many are printed as late."""
    rate = figure("ty_le_dung_han", 100, don_vi="%", loai="tinh_lai", tu_so=100, mau_so=100)
    own = [] if printed is None else [figure("ho_so_qua_han", printed)]
    left = newest.left_over(own, rate, "ho_so_qua_han")
    return left.count == 0, int(left.printed.number) if left.printed else None


EDGES: dict[str, Edge] = {
    "the 15th of the month before": Edge(_begins_in_june, {"14": False, "15": True, "16": True}),
    "none left over": Edge(_late, {None: (True, None), 0: (True, 0), 1: (False, 1)}),
}
