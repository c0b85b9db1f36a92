"""Edges of the named numbers of rules on figures, and of what counts as a change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from edges import Edge
from figures import figure
from officer import catalogue

from generator.comparing import (
    evidence,
    oddities,
    rules_across,
    rules_between,
    rules_in_words,
    rules_money,
    rules_ratio,
)
from generator.comparing.evidence import Evidence
from generator.figures import change
from generator.model.figure import BUDGET, Figure, Stage, Topic
from generator.model.period import Period, PeriodKind
from generator.model.record import Record

DAY = dt.date(2026, 6, 30)
RATES = ("ty_le_dung_han", "ty_le_truc_tuyen", "ty_le_thanh_toan_truc_tuyen", "ty_le_so_hoa")
LATER: dict[str, Any] = {"tu_ngay": "2026-07-01", "den_ngay": "2026-12-31", "nguon": "bc-12"}


def _evidence(*figures: Figure, computed: Sequence[Figure] = (), records: Sequence[Record] = ()) -> Evidence:
    return Evidence(figures, computed, catalogue(), records)


def _near(days: int) -> bool:
    return evidence.near(Period(PeriodKind.AT, None, DAY), Period(PeriodKind.AT, None, DAY + dt.timedelta(days)))


def _steps(rule: Callable[[Evidence], Any], low: float, high: float) -> bool:
    """Whether a rule tells of two halves of a year with such counts."""
    counts = figure("ho_so_tiep_nhan", low), figure("ho_so_tiep_nhan", high, **LATER)
    return bool(list(rule(_evidence(*counts))))


def _rates(count: int) -> list[str]:
    """So many indicators of a rate of which more is better."""
    known = (one.id for one in catalogue().indicators.values() if one.unit == "%" and one.better == "cao")
    return list(known)[:count]


def _low_targets(ahead: float, count: int = 1) -> list[str]:
    """The sentences on so many targets of next year, each so many points below what was reached."""
    results = [figure(id, 90, don_vi="%", ngay_biet="2026-07-01") for id in _rates(count)]
    year = {"tu_ngay": "2027-01-01", "den_ngay": "2027-12-31", "nguon": "kh-27", "ngay_biet": "2026-12-01"}
    targets = [figure(id, 90 - ahead, don_vi="%", loai="muc_tieu", **year) for id in _rates(count)]
    return [found.sentence for found in rules_across.low_targets(_evidence(*results, *targets))]


def _left_over(apart: float) -> bool:
    """Whether the 80 per cent left over for last year are told beside a rate so many points from it."""
    ours: dict[str, Any] = {"don_vi": "%", "loai": "tinh_lai"}
    total = figure("ty_le_dung_han", 85, tu_so=170, mau_so=200, loai_ky="luy_ke", **ours | {"tu_ngay": None})
    inner = figure("ty_le_dung_han", 90, tu_so=90, mau_so=100, loai_ky="luy_ke", **ours)
    year = {"tu_ngay": "2025-01-01", "den_ngay": "2025-12-31", "nguon": "bc-25"}
    said = figure("ty_le_dung_han", 80 + apart, don_vi="%", **year)
    return bool(list(rules_across.left_over(_evidence(said, computed=(total, inner)))))


def _two_sources(count: int) -> bool:
    """Whether of so many numbers that two documents print otherwise some are not told."""
    ids = [one.id for one in catalogue().indicators.values() if one.subject == "thu-tuc-hanh-chinh"
           and one.unit == "hồ sơ"][:count]  # fmt: skip
    both = [figure(id, value, nguon=source) for id in ids for value, source in ((500, "bc-6"), (700, "bc-7"))]
    (found,) = rules_between.two_sources(_evidence(*both))
    return "số nữa" in found.sentence


def _outpaced(whole: int, late: int, rate: float) -> bool:
    """Whether a lower rate, 30 days after so many of a whole were late, asks for what cannot have come."""
    dates: dict[str, Any] = {"tu_ngay": "2026-01-01", "den_ngay": "2026-05-31", "don_vi": "%", "so_le": 4}
    first = 100 * (whole - late) / whole
    early = figure("ty_le_dung_han", first, **dates)
    counted = figure("ty_le_dung_han", first, tu_so=whole - late, mau_so=whole, **dates | {"loai": "tinh_lai"})
    after = figure("ty_le_dung_han", rate, **dates | {"den_ngay": "2026-06-30", "nguon": "bc-7"})
    return bool(list(rules_between.two_sources(_evidence(early, after, computed=(counted,)))))


def _remarks(rate: float) -> bool:
    """Whether a rate is told beside words that call the same thing low."""
    words = "Cán bộ, công chức có kỹ năng số chưa cao"
    row = Record("nhan-xet", "15910", "a.csv", 2, {"loai": "han_che", "nguon": "bc-6", "noi_dung": words})
    said = figure("ty_le_cb_lam_chu_ky_nang_so", rate, don_vi="%")
    return bool(list(rules_in_words.remarks(_evidence(said, records=(row,)))))


def _issued(alike: int, words: int) -> bool:
    """Whether a directive with so many words in its title, of which a task has the first, is what the task asks for."""
    title = [f"chu{number}" for number in range(words)]
    task = Record("nhiem-vu", "15910", "a.csv", 2, {"noi_dung": f"Ban hành Kế hoạch {' '.join(title[:alike])}"})
    own = {"loai": "Kế hoạch", "so_hieu": "1/KH", "trich_yeu": " ".join(title)}
    return rules_in_words.issued(task, [Record("van-ban", "15910", "a.csv", 2, own)]) is not None


def _line(amount: float, stage: Stage, **cells: Any) -> Figure:
    """One line of the budget, of the whole year."""
    told = {"loai": stage.kind, "giai_doan": stage, "phan_to": "may-tinh", "tu_ngay": "2026-01-01"}
    return figure(BUDGET, amount, don_vi="đồng", **told, **cells)


def _money(rule: Callable[[Evidence], Any], plan: float, spent: float) -> bool:
    """Whether a rule tells of a line with such a plan and such spending."""
    lines = _line(plan, Stage.ALLOCATED, den_ngay="2026-12-31"), _line(spent, Stage.SPENT, den_ngay="2026-06-30")
    return bool(list(rule(_evidence(*lines))))


def _part(times: int) -> bool:
    """Whether a line is told beside one of which it is a part and that is so many times as much."""
    lines = [_line(amount, Stage.ALLOCATED, den_ngay="2026-12-31") for amount in (1_000 * times, 1_000)]
    inner = replace(lines[1], topic=Topic(BUDGET, "ban-phim"), words="Bàn phím", parent="may-tinh")
    return bool(list(rules_money.thousandfold(_evidence(lines[0], inner))))


def _changed(points: int) -> str:
    """How a rate went whose counts leave twenty points to chance: two standard errors of ten."""
    shares = (
        figure("ty_le_dung_han", 40 + more, don_vi="%", tu_so=part, mau_so=48)
        for more, part in ((0, 19.2), (points, 28.8))
    )
    found = change.change(*shares)
    assert found
    return found.words


EDGES: dict[str, Edge] = {
    "comparing.evidence.NEAR_DAYS": Edge(_near, {44: True, 45: True, 46: False, -45: True, -46: False}),
    "comparing.oddities._NEARLY": Edge(
        lambda high: _steps(oddities.sudden_steps, 100, high), {799: False, 800: True, 1_250: True, 1_251: False}
    ),
    "comparing.oddities.TIMES": Edge(
        lambda high: _steps(oddities.many_times, 20, high), {99: False, 100: True, 101: True}
    ),
    "comparing.oddities.LEAST_COUNT": Edge(
        lambda high: _steps(oddities.many_times, 0, high), {29: False, 30: True, 31: True}
    ),
    "comparing.rules_across.CLEARLY": Edge(
        lambda apart: (bool(_low_targets(apart)), _left_over(apart)),
        {0.9: (False, False), 1: (True, True), 1.1: (True, True)},
    ),
    "comparing.rules_across._SAID": Edge(
        lambda count: "mục tiêu nữa" in _low_targets(5, count)[0], {2: False, 3: False, 4: True}
    ),
    "comparing.rules_between.FAR": Edge(
        lambda given: _outpaced(*given),
        {(400, 4, 96.8): True, (400, 4, 96.9): False},
    ),
    "comparing.rules_between._SAID": Edge(_two_sources, {2: False, 3: False, 4: True}),
    "comparing.rules_in_words.NEARLY_ALL": Edge(_remarks, {98.9: False, 99: True, 100: True}),
    "comparing.rules_in_words.ALIKE": Edge(
        lambda given: _issued(*given), {(23, 29): False, (8, 10): True, (9, 10): True}
    ),
    "comparing.rules_in_words._SAID": Edge(
        lambda count: "chỗ nữa" in rules_in_words._many(["a"] * count), {2: False, 3: False, 4: True}
    ),
    "comparing.rules_money.THOUSANDFOLD": Edge(
        lambda times: _money(rules_money.thousandfold, 1_000_000 * times, 1_000_000),
        {999: False, 1_000: True, 1_001: True},
    ),
    "comparing.rules_money.FAR_OVER": Edge(
        lambda times: (_money(rules_money.overspent, 1_000_000, 1_000_000 * times),
                       _money(rules_money.thousandfold, 1_000_000, 1_000_000 * times)),
        {99: (True, False), 100: (False, True), 101: (False, True)},
    ),
    "comparing.rules_money.TOO_SMALL": Edge(_part, {999_999: False, 1_000_000: True, 1_000_001: True}),
    "comparing.rules_ratio._FAR": Edge(
        lambda letters: bool(rules_ratio._RATIO_FIRST.search(f"39/40{'a' * letters}95%")),
        {59: True, 60: True, 61: False}, loaded=True,
    ),
    "figures.change.SURE": Edge(
        _changed, {19: "chưa rõ tăng hay giảm", 20: "chưa rõ tăng hay giảm", 21: "tăng 21 điểm phần trăm"}
    ),
}  # fmt: skip
