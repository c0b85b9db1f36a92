"""Rules that hold a figure against what other figures imply: people, what is left over, what was already reached.

A docstring is its rule.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.comparing.evidence import NEAR_DAYS, Evidence, aimed, by_topic, ended, found, printed
from generator.language.quantities import PERCENT, show_number, show_quantity
from generator.language.vietnamese import inside
from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.model.grouping import grouped

CLEARLY = 1.0
"""Rates closer than so many points are not held against each other here: bases and days differ a little."""
_ROUNDED = 1e-9
_SAID = 3
"""Targets that a sentence names; the others stand below it."""


def too_few(evidence: Evidence) -> Iterator[Difference]:
    """A rate of 100 % of people who have something needs as many things as people: told once an indicator and
    office, of the newest count.
    """
    for relation in evidence.relations("du_cho"):
        counted = grouped(
            (f for f in evidence.standing if f.chi_tieu in relation.parts), lambda f: (f.phan_to, f.nguon)
        )
        for rates in by_topic(f for f in evidence.standing if f.chi_tieu == relation.whole and f.gia_tri == 100):
            rate = rates[-1]
            there = [{f.chi_tieu: f for f in sorted(own, key=lambda f: f.order_day)}
                     for (breakdown, _), own in counted.items() if breakdown == rate.phan_to]  # fmt: skip
            pairs = [tuple(own[name] for name in relation.parts) for own in there if set(own) == set(relation.parts)]
            near = [pair for pair in pairs if _close(rate, pair[0])]
            thing, person = max(near, key=lambda pair: (pair[0].order_day, pair[0].ma_so), default=(rate, rate))
            if thing.gia_tri < person.gia_tri:
                gap = show_number(person.gia_tri - thing.gia_tri)
                sentence = (
                    f"{relation.words}: {inside(evidence.label(rate))} in {printed(rate)} ({ended(rate)}); nơi khác in "
                    f"{_named(evidence, thing)}, {_named(evidence, person)} ({ended(thing)}). {relation.otherwise}"
                )
                yield found(evidence, "khong-du-cho-moi-nguoi", [rate, thing, person], gap, sentence.strip())


def _named(evidence: Evidence, count: Figure) -> str:
    return f"{inside(evidence.name(count.chi_tieu))} {printed(count)}"


def _close(one: Figure, two: Figure) -> bool:
    """Whether two states are known of nearly the same time."""
    days = [figure.order_day for figure in (one, two)]
    if not all(days):
        return True
    return abs((dt.date.fromisoformat(days[0]) - dt.date.fromisoformat(days[1])).days) <= NEAR_DAYS


def left_over(evidence: Evidence) -> Iterator[Difference]:
    """What a cumulative count, since nobody says when, has before this year gives a rate near the one printed for the
    year before. Told once an indicator, of the newest.
    """
    for figures in by_topic(f for f in evidence.computed if f.den_ngay):
        totals = [f for f in figures if f.loai_ky == "luy_ke" and not f.tu_ngay]
        for total in reversed(totals):
            same = (f for f in figures if (f.nguon, f.den_ngay) == (total.nguon, total.den_ngay))
            inner = next((f for f in same if f.tu_ngay[5:] == "01-01"), None)
            said = inner and _before(evidence, inner)
            if inner is None or said is None:
                continue
            part, whole = total.tu_so - inner.tu_so, total.mau_so - inner.mau_so
            if not 0 <= part <= whole or whole == 0 or abs(rate := 100 * part / whole - said.gia_tri) < CLEARLY:
                continue
            shown = show_quantity(100 * part / whole, PERCENT, 2)
            sentence = (
                f"{evidence.label(total)}: lũy kế {ended(total)} là {_counts(total)}, trừ {inside(inner.ky_in)} "
                f"({_counts(inner)}) thì trước đó là {show_number(part)}/{show_number(whole)}, tức {shown}; "
                f"{inside(said.ky_in)} in {printed(said)}. Văn bản không nói lũy kế tính từ ngày nào; hai số có thể "
                "không cùng kỳ, không cùng cách đếm."
            )
            gap = f"{show_number(abs(rate), 2)} điểm phần trăm"
            yield found(evidence, "luy-ke-ra-ty-le-khac", [total, inner, said], gap, sentence)
            break


def _before(evidence: Evidence, inner: Figure) -> Figure | None:
    """The rate printed for the year before a period of this year, whether its start is printed or not."""
    year = int(inner.tu_ngay[:4]) - 1
    key = (inner.chi_tieu, inner.phan_to, f"{year}-12-31")
    own = [f for f in evidence.standing if (f.chi_tieu, f.phan_to, f.den_ngay) == key and f.loai_ky != "thoi_diem"]
    return next((f for f in own if f.tu_ngay in ("", f"{year}-01-01")), None)


def _counts(rate: Figure) -> str:
    return f"{show_number(rate.tu_so)}/{show_number(rate.mau_so)}"


def low_targets(evidence: Evidence) -> Iterator[Difference]:
    """A document sets targets for years to come below what was printed as reached before it. Told once a document."""
    rates = sorted((f for f in evidence.standing if f.don_vi == PERCENT), key=lambda f: (f.order_day, f.ma_so))
    results = grouped(rates, lambda f: (f.chi_tieu, f.phan_to))
    low = []
    for target in evidence.targets:
        before = [f for f in results.get((target.chi_tieu, target.phan_to), ()) if f.nguon != target.nguon
                  and f.ngay_nguon < target.ngay_nguon and f.order_day[:4] < target.den_ngay[:4]]  # fmt: skip
        better = evidence.catalogue.indicators[target.chi_tieu].better
        if before and not target.co_so and better in ("cao", "thap"):
            most = target.gia_tri_den if target.is_range and better == "cao" else target.gia_tri
            ahead = before[-1].gia_tri - most if better == "cao" else most - before[-1].gia_tri
            if ahead >= CLEARLY - _ROUNDED:
                low.append((target, before[-1]))
    for pairs in grouped(low, lambda pair: pair[0].nguon).values():
        said = [
            f"{inside(evidence.label(t))} {aimed(t)} ({t.ky_in}), trước đó đã in {printed(f)} ({ended(f)})"
            for t, f in pairs
        ]
        more = f"; và {len(said) - _SAID} mục tiêu nữa" if len(said) > _SAID else ""
        sentence = (
            f"{len(pairs)} mục tiêu cho đến các năm sau thấp hơn mức văn bản trước đã in: {'; '.join(said[:_SAID])}"
            f"{more}. Mức ấy có thể do cấp trên giao chung, hoặc hai bên tính khác nhau."
        )
        figures = list(dict.fromkeys(figure for pair in pairs for figure in pair))
        yield found(evidence, "muc-tieu-thap-hon-ket-qua", figures, "", sentence)
