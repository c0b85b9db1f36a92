"""What looks odd among the figures of a commune, without being proved wrong: warnings, published as notes.

A docstring is its rule. A row that says `dung_nhu_van_ban=co` has been looked at and is not told again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations, pairwise

from generator.nouns.evidence import Evidence, by_topic, printed
from generator.nouns.model import BUDGET, Figure, Problem
from generator.nouns.quantities import show_number
from generator.nouns.vietnamese import show_date

_MANY_THINGS = frozenset({BUDGET, "buoi_tuyen_truyen"})
"""Indicators whose values are different things each time."""
_SLIPS = ((10, 50), (100, 5), (1000, 5), (1_000_000, 5))
"""Ratios that a lost digit or a mistaken unit makes, each with the least lower value for which it surprises."""
_NEARLY = 1.25


def overlapping_periods(evidence: Evidence) -> Iterator[Problem]:
    """Two periods of one document neither follow each other nor lie one in the other: what was counted in both
    is counted twice.
    """
    counted = [f for f in evidence.reported if f.loai_ky == "trong_ky" and f.tu_ngay and f.den_ngay]
    told: set[tuple[str, int, int]] = set()
    for figures in by_topic(counted):
        for one, two in combinations(figures, 2):
            first, second = sorted((one, two), key=lambda f: (f.tu_ngay, f.den_ngay))
            apart = second.tu_ngay > first.den_ngay
            inside = second.den_ngay <= first.den_ngay or second.tu_ngay == first.tu_ngay
            key = (two.tep, one.dong, two.dong)
            if one.nguon != two.nguon or apart or inside or key in told or _looked_at(one, two):
                continue
            told.add(key)
            yield _warning(
                second, "ky-chong",
                f"{evidence.label(second)}: hai kỳ của cùng một văn bản chồng nhau, {_days(first)} và {_days(second)}; "
                "phần trùng có thể bị đếm hai lần.",
                "Sửa tu_ngay, den_ngay của một trong hai dòng theo văn bản.",
            )  # fmt: skip


def sudden_steps(evidence: Evidence) -> Iterator[Problem]:
    """A value is about ten, a hundred or a thousand times its neighbour of a like period: a digit too many or
    too few, or thousands taken for units.
    """
    for figures in by_topic(evidence.exact):
        for one, two in pairwise(figures):
            low, high = sorted((one, two), key=lambda f: f.gia_tri)
            if one.chi_tieu in _MANY_THINGS or not _alike(one, two) or _looked_at(one, two):
                continue
            for times in (slip for slip, least in _SLIPS if least <= low.gia_tri and _about(high, low, slip)):
                yield _warning(
                    two, "lech-bac",
                    f"{evidence.label(two)}: {printed(two)} (đến {show_date(two.den_ngay)}) và {printed(one)} (đến "
                    f"{show_date(one.den_ngay)}) chênh nhau khoảng {show_number(times)} lần.",
                    "Đối chiếu với văn bản: gõ thừa hay thiếu một chữ số, nhầm nghìn với triệu?",
                )  # fmt: skip


ODDITIES = (overlapping_periods, sudden_steps)


def _looked_at(*figures: Figure) -> bool:
    return any(figure.in_sai == "co" for figure in figures)


def _about(high: Figure, low: Figure, times: int) -> bool:
    return times / _NEARLY <= high.gia_tri / low.gia_tri <= times * _NEARLY


def _alike(one: Figure, two: Figure) -> bool:
    """Whether two figures are of one kind of period, and periods of about one length."""
    if one.loai_ky != two.loai_ky or not (one.den_ngay and two.den_ngay):
        return False
    if one.loai_ky != "trong_ky":
        return one.tu_ngay == two.tu_ngay or one.loai_ky == "thoi_diem"
    lengths = [_length(figure) for figure in (one, two)]
    return all(lengths) and max(lengths) <= _NEARLY * min(lengths)


def _length(figure: Figure) -> int:
    if not (figure.tu_ngay and figure.den_ngay):
        return 0
    return (dt.date.fromisoformat(figure.den_ngay) - dt.date.fromisoformat(figure.tu_ngay)).days + 1


def _days(figure: Figure) -> str:
    return f"{show_date(figure.tu_ngay)}–{show_date(figure.den_ngay)}"


def _warning(figure: Figure, code: str, message: str, advice: str) -> Problem:
    remedy = f"{advice} Nếu đúng như văn bản in: ghi “co” vào cột dung_nhu_van_ban của dòng này, lời nhắc sẽ thôi."
    return Problem(figure.tep, figure.dong, "", code, "warning", message, remedy)
