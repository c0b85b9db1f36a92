"""What looks odd among the figures of a commune, without being proved wrong: warnings, which readers are told too, and
notes for those who enter the figures.

A docstring is its rule. A row that says `dung_nhu_van_ban=co` has been looked at and is not told again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations, pairwise

from generator.comparing import rules_money
from generator.comparing.evidence import MANY_THINGS, Evidence, by_topic, column_of, looked_at, odd, printed
from generator.language.quantities import WHOLE_UNITS_EXCEPT, show_number
from generator.language.vietnamese import show_date
from generator.model.figure import Figure
from generator.model.grouping import grouped
from generator.model.problem import Problem

_SLIPS = ((10, 50), (100, 5), (1000, 5), (1_000_000, 5))
"""Ratios that a lost digit or a mistaken unit makes, each with the least lower value for which it surprises."""
_NEARLY = 1.25
TIMES = 5
"""So many times more or less than before is worth a second look."""
LEAST_COUNT = 30
"""Smaller counts jump by chance."""


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
            if one.nguon != two.nguon or apart or inside or key in told or looked_at(one, two):
                continue
            told.add(key)
            yield odd(
                second, "", "ky-chong",
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
            if one.chi_tieu in MANY_THINGS or not _alike(one, two) or looked_at(one, two):
                continue
            for times in (slip for slip, least in _SLIPS if least <= low.gia_tri and _about(high, low, slip)):
                yield odd(
                    two, "", "lech-bac",
                    f"{evidence.label(two)}: {printed(two)} (đến {show_date(two.den_ngay)}) và {printed(one)} (đến "
                    f"{show_date(one.den_ngay)}) chênh nhau khoảng {show_number(times)} lần.",
                    "Đối chiếu với văn bản: gõ thừa hay thiếu một chữ số, nhầm nghìn với triệu?",
                )  # fmt: skip


def many_times(evidence: Evidence) -> Iterator[Problem]:
    """A count is many times more or less than the one before it of a like period: a note, since it may well be so."""
    for figures in by_topic(f for f in evidence.exact if f.don_vi not in WHOLE_UNITS_EXCEPT):
        for one, two in pairwise(figures):
            lower, higher = sorted((one, two), key=lambda f: f.gia_tri)
            low, high = lower.gia_tri, higher.gia_tri
            if one.chi_tieu in MANY_THINGS or not _alike(one, two) or one.den_ngay == two.den_ngay:
                continue
            slip = any(least <= low and _about(higher, lower, slip) for slip, least in _SLIPS)
            if high >= LEAST_COUNT and high >= TIMES * low and not slip and not looked_at(one, two):
                yield Problem(
                    two.tep, two.dong, column_of(two.tep, two.chi_tieu), "gap-nhieu-lan", "note",
                    f"{evidence.label(two)}: {printed(two)} (đến {show_date(two.den_ngay)}), {_compared(one, two)} "
                    f"{printed(one)} của kỳ trước (đến {show_date(one.den_ngay)}).",
                    "Đối chiếu với văn bản; gõ nhầm thì sửa, đúng như in thì không phải làm gì.",
                )  # fmt: skip


def _compared(before: Figure, now: Figure) -> str:
    if 0 in (before.gia_tri, now.gia_tri):
        return "trong khi là"
    up = now.gia_tri > before.gia_tri
    times = now.gia_tri / before.gia_tri if up else before.gia_tri / now.gia_tri
    return f"{'gấp' if up else 'ít hơn'} {show_number(times, 0 if times == int(times) else 1)} lần so với"


def fields_that_do_not_add_up(evidence: Evidence) -> Iterator[Problem]:
    """The fields of work that a document lists add up to its total, or it lists only some: a note with both sums."""
    counted = [f for f in evidence.exact if f.tep.endswith("/tthc.csv")]
    for figures in grouped(counted, lambda f: (f.chi_tieu, f.nguon, f.loai_ky, f.tu_ngay, f.den_ngay)).values():
        fields = [figure for figure in figures if figure.phan_to]
        total = sum(figure.gia_tri for figure in fields)
        for whole in (figure for figure in figures if not figure.phan_to):
            above = any(field.gia_tri > whole.gia_tri for field in fields)  # an error of its own
            if len(fields) > 1 and not above and total != whole.gia_tri and not looked_at(whole):
                yield Problem(
                    whole.tep, whole.dong, column_of(whole.tep, whole.chi_tieu), "linh-vuc-khong-cong", "note",
                    f"{evidence.label(whole)}: văn bản in tổng {show_number(whole.gia_tri)}, {len(fields)} lĩnh vực kể "
                    f"ra cộng lại {show_number(total)}, lệch {show_number(abs(total - whole.gia_tri))}.",
                    "Xem lại có sót hay lặp một lĩnh vực; văn bản chỉ kể một số lĩnh vực thì không phải làm gì.",
                )  # fmt: skip


ODDITIES = (
    overlapping_periods, sudden_steps, many_times, fields_that_do_not_add_up, *rules_money.ODDITIES,
)  # fmt: skip


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
