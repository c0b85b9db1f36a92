"""Figures from figures: rates recomputed by the catalogue's formulas, targets beside results."""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd

from generator.model import Formula, Indicator
from generator.tidy import figure_id, frame

_KEYS = ["ma_xa", "phan_to", "loai_ky", "tu_ngay", "den_ngay", "nguon"]


def evaluate(expression: str, values: Mapping[str, pd.Series]) -> pd.Series:
    """Evaluate `a + b - (c.tu)` over columns; only names, `.tu`/`.mau`, + - and parentheses.

    NaN where any term is missing. Raises ValueError on anything else: a catalogue is data, and
    data is never executed.
    """

    def walk(node: ast.expr) -> pd.Series:
        match node:
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return walk(left) + walk(right)
            case ast.BinOp(left=left, op=ast.Sub(), right=right):
                return walk(left) - walk(right)
            case ast.Name(id=name):
                return values[name]
            case ast.Attribute(value=ast.Name(id=name), attr=("tu" | "mau") as part):
                return values[f"{name}.{part}"]
        raise ValueError(f"công thức không hợp lệ: {expression}")

    return walk(ast.parse(expression, mode="eval").body)


def terms(formula: Formula) -> frozenset[str]:
    """The indicator ids that a formula reads."""
    both = f"({formula.numerator}) + ({formula.denominator})"
    return frozenset(node.id for node in ast.walk(ast.parse(both)) if isinstance(node, ast.Name))


def recompute(figures: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    """Every rate that reported counts allow, as figures of `loai=tinh_lai`.

    The counts of one rate come from one document and one period. Of several formulas the first
    whose terms are all printed is used; `ghi_chu` names it, `tu_so`/`mau_so` are its inputs.
    """
    reported = figures[(figures.loai == "bao_cao") & (figures.tinh_trang == "co")]
    rows: list[dict[str, Any]] = []
    for indicator in indicators.values():
        done: set[tuple[Any, ...]] = set()
        for formula in indicator.formulas:
            for key, row in _apply(reported, indicator, formula):
                if key not in done:
                    done.add(key)
                    rows.append(row)
    return frame(rows)


def _apply(
    reported: pd.DataFrame, indicator: Indicator, formula: Formula
) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
    names = terms(formula)
    used = reported[reported.chi_tieu.isin(names)].drop_duplicates([*_KEYS, "chi_tieu"])
    if formula.condition:
        used = used[used.gom_ky_truoc == formula.condition]
    if used.empty or set(used.chi_tieu) != names:
        return []
    wide = used.pivot(index=_KEYS, columns="chi_tieu", values=["gia_tri", "tu_so", "mau_so"])
    columns = {name: wide["gia_tri"][name] for name in names}
    columns |= {f"{name}.tu": wide["tu_so"][name] for name in names}
    columns |= {f"{name}.mau": wide["mau_so"][name] for name in names}
    top = evaluate(formula.numerator, columns)
    bottom = evaluate(formula.denominator, columns)
    good = top.notna() & bottom.notna() & (bottom != 0)
    described = used.sort_values("dong").groupby(_KEYS).agg(
        ky_in=("ky_in", "first"), vi_tri=("vi_tri", lambda places: " | ".join(dict.fromkeys(places))),
        tep=("tep", "first"), dong=("dong", "first"), in_sai=("in_sai", "max"),
    )  # fmt: skip
    made = []
    for key in wide.index[good]:
        row = dict(zip(_KEYS, key, strict=True)) | described.loc[key].to_dict()
        row |= {
            "chi_tieu": indicator.id,
            "so_sanh": "=",
            "gia_tri": 100 * top[key] / bottom[key],
            "tu_so": top[key],
            "mau_so": bottom[key],
            "don_vi": indicator.unit,
            "co_so": indicator.base,
            "loai": "tinh_lai",
            "tinh_trang": "co",
            "so_le": indicator.decimals,
            "ghi_chu": f"Tính lại: {formula.words}",
        }
        made.append((key, row | {"ma_so": figure_id(row)}))
    return made


# --- targets ----------------------------------------------------------------------------------

MET, NOT_MET, NOT_DUE, NOT_COMPARABLE = "đạt", "chưa đạt", "chưa đến hạn", "không so được"


def meets(value: float, comparison: str, target: float, target_to: float) -> bool:
    """Whether a result meets a target; a range target is met from its lower end on."""
    if target_to == target_to:
        return target <= value
    return {
        "=": value >= target,
        ">=": value >= target,
        ">": value > target,
        "<=": value <= target,
        "<": value < target,
    }[comparison]


def beside_results(figures: pd.DataFrame, date: dt.date) -> pd.DataFrame:
    """Each target with the latest reported result that falls into its stage.

    Columns: the target's ones, `kq_ma_so, kq_gia_tri, kq_le, kq_den_ngay, kq_nguon` (NaN or ''
    without result) and `trang_thai`: đạt | chưa đạt | chưa đến hạn | không so được. A result
    below its target whose stage still runs on `date` is 'chưa đến hạn'.
    """
    targets = figures[figures.loai == "muc_tieu"].copy()
    results = figures[(figures.loai == "bao_cao") & (figures.tinh_trang == "co")]
    results = results.sort_values(["den_ngay", "ma_so"])
    by_key = {key: group for key, group in results.groupby(["ma_xa", "chi_tieu", "phan_to"])}
    found: list[dict[str, Any]] = []
    for target in targets.itertuples():
        group = by_key.get((target.ma_xa, target.chi_tieu, target.phan_to))
        inside = group[_in_stage(group, target)] if group is not None else None
        last = None if inside is None or inside.empty else inside.iloc[-1]
        found.append(_standing(target, last, date))
    return targets.assign(**pd.DataFrame(found, index=targets.index).to_dict("series"))


def _in_stage(results: pd.DataFrame, target: Any) -> pd.Series:
    inside = pd.Series(True, index=results.index)
    if target.tu_ngay:
        inside &= results.den_ngay >= target.tu_ngay
    if target.den_ngay:
        inside &= results.den_ngay <= target.den_ngay
    return inside


def _standing(target: Any, result: Any, date: dt.date) -> dict[str, Any]:
    none = {"kq_ma_so": "", "kq_gia_tri": float("nan"), "kq_le": 0, "kq_den_ngay": "", "kq_nguon": ""}
    runs = bool(target.den_ngay) and target.den_ngay >= date.isoformat()
    begun = not target.tu_ngay or target.tu_ngay <= date.isoformat()
    if target.tinh_trang != "co":
        return none | {"trang_thai": NOT_COMPARABLE}
    if result is None:
        return none | {"trang_thai": NOT_COMPARABLE if begun else NOT_DUE}
    met = meets(result.gia_tri, target.so_sanh, target.gia_tri, target.gia_tri_den)
    return {
        "kq_ma_so": result.ma_so,
        "kq_gia_tri": result.gia_tri,
        "kq_le": result.so_le,
        "kq_den_ngay": result.den_ngay,
        "kq_nguon": result.nguon,
        "trang_thai": MET if met else NOT_DUE if runs else NOT_MET,
    }
