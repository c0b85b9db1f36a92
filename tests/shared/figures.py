"""Figures made up for tests, by the names of their published columns."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from generator.language.value import Compared, State, Value
from generator.model.figure import Document, Figure, Kind, Stage, Topic, Trace
from generator.model.period import Period, PeriodKind

_USUAL = {
    "ma_xa": "15910", "so_sanh": "=", "don_vi": "hồ sơ", "loai_ky": "trong_ky", "tu_ngay": "2026-01-01",
    "den_ngay": "2026-06-30", "loai": "bao_cao", "nguon": "bc-6", "vi_tri": "Mục 1",
}  # fmt: skip


def figure(indicator: str, value: float | None, **cells: Any) -> Figure:
    """A reported figure of the first half of 2026; `cells` say what differs."""
    cells = {"gia_tri": value, "tinh_trang": "chua_co" if value is None else "co", **_USUAL, **cells}
    known, issued = _day(cells.get("ngay_biet")), _day(cells.get("ngay_nguon"))
    document = Document(cells["nguon"], issued or known, known, cells.get("thay_boi", ""))
    period = Period(PeriodKind(cells["loai_ky"]), _day(cells["tu_ngay"]), _day(cells["den_ngay"]))
    read = Value(
        _number(cells["gia_tri"]), _number(cells.get("gia_tri_den")), _number(cells.get("tu_so")),
        _number(cells.get("mau_so")), Compared(cells["so_sanh"]), cells.get("so_le", 0), State(cells["tinh_trang"]),
    )  # fmt: skip
    return Figure(
        id=cells.get("ma_so", f"{indicator}.{value}.{cells['den_ngay']}"),
        commune=cells["ma_xa"],
        topic=Topic(indicator, cells.get("phan_to", "")),
        kind=Kind(cells["loai"]),
        period=period,
        value=read,
        unit=cells["don_vi"],
        trace=Trace(document, cells["vi_tri"], "", "xa/15910-hoang-son/tthc.csv", 2, "tthc"),
        base=cells.get("co_so", ""),
        with_carried=cells.get("gom_ky_truoc", ""),
        words=cells.get("noi_dung", ""),
        stage=Stage(cells["giai_doan"]) if "giai_doan" in cells else None,
        giver=cells.get("cap_giao", ""),
        parent=cells.get("ma_cha", ""),
    )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _number(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))
