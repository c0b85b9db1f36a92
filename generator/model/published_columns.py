"""The published table of figures: the one place that knows its columns (the public contract)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from generator.model.figure import Figure

COLUMNS = (
    "ma_so", "ma_xa", "chi_tieu", "phan_to", "ky_in", "loai_ky", "tu_ngay", "den_ngay", "so_sanh", "gia_tri",
    "gia_tri_den", "don_vi", "nhu_in", "tu_so", "mau_so", "co_so", "ngoai_tru", "loai", "tinh_trang",
    "don_vi_bao_cao", "nguon", "vi_tri", "ghi_chu", "giai_doan", "noi_dung", "ma_cha",
)  # fmt: skip
"""Columns of `so-lieu.csv`, in order."""
NUMBERS = frozenset({"gia_tri", "gia_tri_den", "tu_so", "mau_so"})
_MOST_DECIMALS = 6


def published(figure: Figure) -> tuple[str, ...]:
    """A figure as its row of `so-lieu.csv`: numbers with '.', whole ones without decimals, days as 2026-05-31, '' for
    what there is not.
    """
    period, value, trace = figure.period, figure.value, figure.trace
    return (
        figure.id, figure.commune, figure.topic.indicator, figure.topic.breakdown, period.printed, period.kind,
        _day(period.start), _day(period.end), value.compared, _number(value.number), _number(value.upper), figure.unit,
        value.printed, _number(value.part), _number(value.whole), figure.base, figure.without, figure.kind,
        value.state, figure.reporter, trace.document.id, trace.place, trace.note,
        *((figure.stage, figure.words, figure.parent) if figure.stage else ("", "", "")),
    )  # fmt: skip


def _day(day: dt.date | None) -> str:
    return "" if day is None else day.isoformat()


def _number(number: Decimal | None) -> str:
    if number is None:
        return ""
    rounded = round(number, _MOST_DECIMALS).normalize()
    return f"{rounded:f}"
