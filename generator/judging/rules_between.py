"""Rules between documents, and between results and targets. A docstring is its rule."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, product

from generator.figures.compute import in_stage, meets
from generator.nouns.evidence import Evidence, aimed, by_topic, found, gap_of, near, printed
from generator.nouns.model import BUDGET, Difference, Figure, Record, grouped
from generator.nouns.quantities import PERCENT, show_number
from generator.nouns.vietnamese import show_date

_NOT_ONE_THING = frozenset({BUDGET, "buoi_tuyen_truyen"})
"""Indicators whose values are different things each time (budget lines, campaigns)."""


def _grows(one: Figure, two: Figure) -> bool:
    """Whether two counts of what happened end on different days: the longer period has more of it, which is no
    difference. Rates and states of a day may be held against each other.
    """
    return one.loai_ky != "thoi_diem" and one.don_vi != PERCENT and one.den_ngay != two.den_ngay


def two_sources(evidence: Evidence) -> Iterator[Difference]:
    """Two documents give different values of one indicator for nearly the same period."""
    for figures in by_topic(evidence.exact):
        for one, two in combinations(figures, 2):
            same = one.nguon == two.nguon or one.gia_tri == two.gia_tri
            replaced = one.thay_boi or two.thay_boi  # a correction, told as such
            if same or replaced or one.chi_tieu in _NOT_ONE_THING or not near(one, two) or _grows(one, two):
                continue
            sentence = (
                f"{evidence.label(one)}: {printed(one)} (đến {show_date(one.den_ngay)}) và {printed(two)} "
                f"(đến {show_date(two.den_ngay)})."
            )
            more = _implied(evidence, one, two)
            yield found(evidence, "hai-nguon", [one, two], gap_of(one, two), sentence, more)


def _implied(evidence: Evidence, early: Figure, late: Figure) -> str:
    """What the counts must have done between two dates if both rates are true.

    With n of m cases at first and a later, lower rate p, at least n/p - m further cases went the
    other way, even if every further case did.
    """
    counts = next(
        (f for f in evidence.computed
         if (f.ma_xa, f.chi_tieu, f.nguon, f.den_ngay)
         == (early.ma_xa, early.chi_tieu, early.nguon, early.den_ngay)),
        None,
    )  # fmt: skip
    if counts is None or early.don_vi != PERCENT or early.den_ngay >= late.den_ngay:
        return ""
    highest = (late.gia_tri + 0.5 * 10**-late.so_le) / 100
    if not 0 < highest < counts.tu_so / counts.mau_so:
        return ""
    more = math.ceil(counts.tu_so / highest - counts.mau_so)
    before = counts.mau_so - counts.tu_so
    return (
        f"Nếu cả hai cùng đúng và cùng cách tính, từ {show_date(early.den_ngay)} đến "
        f"{show_date(late.den_ngay)} phải có thêm ít nhất {show_number(more)} hồ sơ không đạt (trước đó cả kỳ "
        f"có {show_number(before)} trên {show_number(counts.mau_so)})."
    )


def two_targets(evidence: Evidence) -> Iterator[Difference]:
    """Two different targets of one indicator for stages that overlap."""
    for targets in by_topic(evidence.targets):
        for one, two in combinations(targets, 2):
            overlap = one.tu_ngay <= (two.den_ngay or "9") and two.tu_ngay <= (one.den_ngay or "9")
            level = one.gia_tri == two.gia_tri and {one.so_sanh, two.so_sanh} <= {"=", ">="}
            if not overlap or level or one.don_vi != two.don_vi:
                continue
            sentence = f"{evidence.label(one)}: {aimed(one)} ({one.ky_in}) và {aimed(two)} ({two.ky_in})."
            yield found(evidence, "hai-muc-tieu", [one, two], gap_of(one, two), sentence)


def claims(evidence: Evidence) -> Iterator[Difference]:
    """A result that its document calls at or above target is at or above the targets of its time.

    Told once a result, with the target that ends first.
    """
    aims = sorted(evidence.targets, key=lambda target: (target.den_ngay or "9", target.dong))
    for result in (figure for figure in evidence.exact if figure.nhan_dinh):
        over = result.nhan_dinh == "vuot_chi_tieu"
        topic = (result.ma_xa, result.chi_tieu, result.phan_to)
        own = [aim for aim in aims if (aim.ma_xa, aim.chi_tieu, aim.phan_to) == topic and in_stage(result, aim)]
        better = evidence.catalogue.indicators[result.chi_tieu].better
        missed = [
            aim for aim in own if not meets(result.gia_tri, aim, better) or (over and result.gia_tri == aim.gia_tri)
        ]
        if missed:
            target, level = missed[0], result.gia_tri == missed[0].gia_tri
            standing = "bằng mục tiêu, không vượt" if level else "chưa tới mục tiêu"
            sentence = (
                f"{evidence.label(result)}: văn bản nói {'vượt' if over else 'đạt'} chỉ tiêu với {printed(result)}, "
                f"trong khi mục tiêu là {aimed(target)} ({target.ky_in}): {standing}."
            )
            gap = "" if level else gap_of(result, target)
            yield found(evidence, "nhan-dinh-khac-muc-tieu", [result, target], gap, sentence, result.ghi_chu)


def blanks(evidence: Evidence) -> Iterator[Difference]:
    """A figure left blank in one place and given in another for nearly the same period: the same
    indicator, or one that the catalogue calls a detail of it.
    """
    given = {(f[0].ma_xa, f[0].chi_tieu, f[0].phan_to): f for f in by_topic(evidence.reported)}
    details = {r.whole: r.parts for r in evidence.catalogue.relations if r.kind == "chi_tiet"}
    for blank in evidence.figures:
        if blank.loai != "bao_cao" or blank.tinh_trang != "chua_co":
            continue
        names = (blank.chi_tieu, *details.get(blank.chi_tieu, ()))
        others = [f for name in names for f in given.get((blank.ma_xa, name, blank.phan_to), ()) if near(blank, f)]
        if others:
            said = "; ".join(f"{_detail(evidence, blank, f)}{printed(f)} (đến {show_date(f.den_ngay)})" for f in others)
            sentence = (
                f"{evidence.label(blank)}: để trống ở {blank.vi_tri.split(' | ')[0]} (đến "
                f"{show_date(blank.den_ngay)}), nhưng nơi khác có {said}."
            )
            yield found(evidence, "o-trong-noi-khac-co", [blank, *others], "", sentence)


def _detail(evidence: Evidence, blank: Figure, other: Figure) -> str:
    return "" if other.chi_tieu == blank.chi_tieu else f"{evidence.label(other)} "


def carried_over(evidence: Evidence) -> Iterator[Difference]:
    """What is carried over from the period before is what was pending at its end."""
    for relation in (r for r in evidence.catalogue.relations if r.kind == "chuyen_ky"):
        ended = grouped(
            (f for f in evidence.exact if f.chi_tieu in relation.parts), lambda f: (f.ma_xa, f.phan_to, f.den_ngay)
        )
        for carried in (f for f in evidence.exact if f.chi_tieu == relation.whole and f.tu_ngay):
            before = (dt.date.fromisoformat(carried.tu_ngay) - dt.timedelta(days=1)).isoformat()
            at_end = ended.get((carried.ma_xa, carried.phan_to, before), [])
            if not at_end or any(pending.gia_tri == carried.gia_tri for pending in at_end):
                continue  # documents that disagree on the same day are another rule's
            pending = next((f for f in at_end if f.nguon == carried.nguon), at_end[0])
            sentence = (
                f"{relation.words}: hết ngày {show_date(before)} còn {printed(pending)}, nhưng kỳ từ "
                f"{show_date(carried.tu_ngay)} ghi chuyển qua {printed(carried)}."
            )
            yield found(evidence, "chuyen-ky-khong-khop", [carried, pending], gap_of(carried, pending), sentence)


def directives(evidence: Evidence) -> Iterator[Difference]:
    """One directive (same number, or same serial number and day) is printed in two ways."""
    for one, two in _printed_twice(evidence.directives):
        sides = tuple(
            (row["loai"], f"{row['so_hieu']}, ngày {show_date(row['ngay'])}", row["nguon"], row["vi_tri"], row["ngay"])
            for row in (one, two)
        )
        sentence = f"Cùng một văn bản được in hai cách: {sides[0][1]} và {sides[1][1]}."
        yield Difference(one.commune, "van-ban-in-hai-cach", "", (), sides, "", sentence, True, one.file, one.line)


def _printed_twice(rows: Sequence[Record]) -> Iterator[tuple[Record, Record]]:
    """The pairs of rows with one number and two days, or one day and two numbers that begin alike, by their places."""
    numbered = [(at, row) for at, row in enumerate(rows) if row["so_hieu"] and row["ngay"]]
    redated = grouped(numbered, lambda placed: (placed[1].commune, placed[1]["so_hieu"]))
    renumbered = grouped(
        numbered,
        lambda placed: (placed[1].commune, placed[1]["so_hieu"].replace("/", "-").split("-")[0], placed[1]["ngay"]),
    )
    pairs = [
        sorted((one[0], two[0]))
        for groups, told_apart_by in ((redated, "ngay"), (renumbered, "so_hieu"))
        for group in groups.values()
        for first, second in combinations(_by(told_apart_by, group), 2)
        for one, two in product(first, second)
    ]
    return ((rows[one], rows[two]) for one, two in sorted(pairs))


def _by(column: str, placed: Sequence[tuple[int, Record]]) -> Collection[list[tuple[int, Record]]]:
    return grouped(placed, lambda one: one[1][column]).values()
