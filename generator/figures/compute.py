"""Figures from figures: rates recomputed by the catalogue's formulas, targets beside results."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd

from generator.figures.melt import figure_id, frame, rows
from generator.language.places import together
from generator.model.catalogue import Formula, Indicator
from generator.model.figure import Figure, Standing
from generator.model.formulas import evaluate, terms
from generator.model.grouping import grouped

_KEYS = ["ma_xa", "phan_to", "loai_ky", "tu_ngay", "den_ngay", "nguon"]


def recompute(figures: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    """Every rate that reported counts allow, as figures of `loai=tinh_lai`.

    The counts of one rate come from one document and one period. Of several formulas the first
    whose terms are all printed is used; `ghi_chu` names it, `tu_so`/`mau_so` are its inputs.
    """
    reported = figures[(figures.loai == "bao_cao") & (figures.tinh_trang == "co")]
    reported = reported[(reported.so_sanh == "=") & reported.gia_tri_den.isna()]
    made: list[dict[str, Any]] = []
    for indicator in indicators.values():
        done: set[tuple[Any, ...]] = set()
        for formula in indicator.formulas:
            for key, row in _apply(reported, indicator, formula):
                if key not in done:
                    done.add(key)
                    made.append(row)
    return frame(made)


def _apply(
    reported: pd.DataFrame, indicator: Indicator, formula: Formula
) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
    names = terms(formula)
    used = reported[reported.chi_tieu.isin(names)].drop_duplicates([*_KEYS, "chi_tieu"])
    if formula.condition:
        used = used[used.gom_ky_truoc.replace("", "khong_ro") == formula.condition]
    if formula.unless:
        there = reported[(reported.chi_tieu == formula.unless) & (reported.gia_tri != 0)]
        used = used[~used[_KEYS].apply(tuple, axis=1).isin(set(there[_KEYS].itertuples(index=False, name=None)))]
    if used.empty or set(used.chi_tieu) != names:
        return []
    wide = used.pivot(index=_KEYS, columns="chi_tieu", values=["gia_tri", "tu_so", "mau_so"])
    columns = {name: wide["gia_tri"][name] for name in names}
    columns |= {f"{name}.tu": wide["tu_so"][name] for name in names}
    columns |= {f"{name}.mau": wide["mau_so"][name] for name in names}
    top = evaluate(formula.numerator, columns)
    bottom = evaluate(formula.denominator, columns)
    good = top.notna() & bottom.notna() & (bottom != 0)
    first = used.sort_values("dong").groupby(_KEYS)
    described = first.agg(
        ky_in=("ky_in", "first"), tep=("tep", "first"), dong=("dong", "first"), ngay_biet=("ngay_biet", "first"),
        ngay_nguon=("ngay_nguon", "first"), thay_boi=("thay_boi", "first"),
        vi_tri=("vi_tri", together),
    ).reindex(wide.index)  # fmt: skip
    ratio = formula.denominator.removesuffix(".mau")
    bases = used[(used.chi_tieu == ratio) & (ratio != formula.denominator)].set_index(_KEYS).co_so
    made = []
    whole = zip(wide.index, top, bottom, described.itertuples(index=False, name=None), strict=True)
    for (key, over, under, about), usable in zip(whole, good, strict=True):
        if usable:
            row: dict[str, Any] = dict(zip([*_KEYS, *described.columns], [*key, *about], strict=True))
            row |= _computed(indicator, formula, over, under)
            if (base := bases.get(key, "")) not in ("", "không nêu"):
                row["co_so"] = base  # what the printed ratio itself is of
            made.append((key, row | {"ma_so": figure_id(row)}))
    return made


def _decimals(top: float, bottom: float, usual: int) -> int:
    """None for a whole percentage; more than usual while the rate would round to a false 0 or 100."""
    if (100 * top) % bottom == 0:
        return 0
    return next(n for n in range(usual, 12) if 0 < round(100 * top / bottom, n) < 100 or top > bottom)


def _computed(indicator: Indicator, formula: Formula, top: float, bottom: float) -> dict[str, Any]:
    """The cells of a recomputed figure that its counts decide."""
    return {
        "chi_tieu": indicator.id,
        "so_sanh": "=",
        "gia_tri": 100 * top / bottom,
        "tu_so": top,
        "mau_so": bottom,
        "don_vi": indicator.unit,
        "co_so": formula.base or indicator.base,
        "loai": "tinh_lai",
        "tinh_trang": "co",
        "so_le": _decimals(top, bottom, indicator.decimals),
        "ghi_chu": f"Tính lại: {formula.words}",
    }


# --- targets ----------------------------------------------------------------------------------

MEETING, BELOW, ABOVE = "đang đạt", "đang dưới mục tiêu", "đang quá mức mục tiêu"
MET, NOT_MET = "đạt", "không đạt"
NOT_BEGUN, NOT_COMPARABLE = "chưa bắt đầu", "chưa có số để so"
ON_TARGET = frozenset({MEETING, MET})
"""Standings in which the newest result meets its target."""


def meets(value: float, target: Figure, better: str) -> bool:
    """Whether a value meets a target. `đạt 95%` is met from there in the indicator's good direction
    (`better`: cao | thap | khong), a range from its nearer end on.
    """
    aim = target.gia_tri
    plain = {">=": value >= aim, ">": value > aim, "<=": value <= aim, "<": value < aim}
    if target.so_sanh in plain:
        return plain[target.so_sanh]
    last = target.gia_tri_den if target.is_range else aim
    return {"cao": value >= aim, "thap": value <= last}.get(better, aim <= value <= last)


def standings(figures: pd.DataFrame, indicators: Mapping[str, Indicator], date: dt.date) -> list[Standing]:
    """Each target with the newest reported result of its indicator that falls into its stage.

    While the stage runs on `date` a result is at or below its target, after it the target is met or not. A result
    without a day, or of a document that another replaces, stands for none.
    """
    reported = rows(figures[(figures.loai == "bao_cao") & (figures.tinh_trang == "co")])
    # of one day the longest period last, of one period the newest document
    reported.sort(key=lambda f: (f.den_ngay, _backwards(f.tu_ngay), f.ngay_nguon, f.ma_so))
    usable = (f for f in reported if f.den_ngay and not f.thay_boi)
    results = grouped(usable, lambda f: (f.ma_xa, f.chi_tieu, f.phan_to))
    made = []
    for target in rows(figures[figures.loai == "muc_tieu"]):
        own = results.get((target.ma_xa, target.chi_tieu, target.phan_to), [])
        inside = [result for result in own if in_stage(result, target)]
        better = indicators[target.chi_tieu].better
        made.append(_standing(target, inside[-1] if inside else None, better, date.isoformat()))
    return made


def _backwards(iso: str) -> int:
    return -int(iso.replace("-", "") or 99999999)


def in_stage(result: Figure, target: Figure) -> bool:
    """Whether a result's period lies inside the stage of a target; a state counts by its day. A result without a day
    lies in none.
    """
    if not result.den_ngay or (result.loai_ky == "luy_ke" and not result.tu_ngay and target.tu_ngay):
        return False  # counted since before the stage, nobody knows since when
    start = result.tu_ngay or result.den_ngay
    return target.tu_ngay <= start and result.den_ngay <= (target.den_ngay or result.den_ngay)


def _standing(target: Figure, result: Figure | None, better: str, date: str) -> Standing:
    begun = target.tu_ngay <= date
    undated = not (target.tu_ngay or target.den_ngay)  # nobody knows which results fall into its stage
    if target.tinh_trang != "co" or target.co_so or undated:  # not a number, or one for each village
        return Standing(target, None, NOT_COMPARABLE if begun else NOT_BEGUN)
    if result is None:
        return Standing(target, None, NOT_COMPARABLE if begun else NOT_BEGUN)
    if not result.is_exact:
        return Standing(target, result, NOT_COMPARABLE)
    until = stage_end(target, result)
    running, there = not until or until >= date, meets(result.gia_tri, target, better)
    if not running:
        return Standing(target, result, MET if there else NOT_MET)
    over = target.so_sanh in ("<", "<=") or (target.so_sanh == "=" and better == "thap")
    return Standing(target, result, MEETING if there else ABOVE if over else BELOW)


def stage_end(target: Figure, result: Figure) -> str:
    """The last day (ISO) for which a result is judged: that of the stage, of a target of each year that of the
    result's year; '' where the stage has no end.
    """
    return f"{result.den_ngay[:4]}-12-31" if target.lap_lai == "hang_nam" else target.den_ngay
