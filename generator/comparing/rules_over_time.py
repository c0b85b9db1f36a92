"""Periods that lie in one another: what is counted in the shorter is in the longer too. A docstring is its rule.

A figure without a last day joins no comparison, nor does a share, a state of a day, or what is left at the end.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.comparing.evidence import MANY_THINGS, Evidence, by_topic, exactly, found, gap_of, printed
from generator.language.quantities import WHOLE_UNITS_EXCEPT, show_number
from generator.language.vietnamese import show_date
from generator.model.difference import Difference
from generator.model.figure import Figure


def falls(evidence: Evidence) -> Iterator[Difference]:
    """What was counted up to a day, or within a period, is not more than in a period that goes on or lies around it."""
    left = {name for relation in evidence.relations("so_cuoi_ky") for name in (relation.whole, *relation.parts)}
    for figures in by_topic(figure for figure in evidence.exact if _counts(figure) and figure.chi_tieu not in left):
        for longer in figures:
            within = [figure for figure in figures if _inside(figure, longer)]
            before = [figure for figure in within if figure.tu_ngay == longer.tu_ngay]
            shorter = before[-1] if before else max(within, key=lambda figure: figure.gia_tri, default=None)
            if shorter and shorter.gia_tri > longer.gia_tri:
                sentence = (
                    f"{evidence.label(longer)}: {_dated(longer)} ít hơn {_dated(shorter)}, trong khi kỳ sau gồm cả kỳ "
                    f"trước{'' if longer.tu_ngay else ' nếu cùng đếm từ một ngày'} nên không thể ít hơn."
                )
                made = found(evidence, "luy-ke-giam", [longer, shorter], gap_of(longer, shorter), sentence)
                yield replace(made, impossible=bool(longer.tu_ngay))


def months_of_a_longer_period(evidence: Evidence) -> Iterator[Difference]:
    """Months, one after the other, add up to the quarter, half-year or year that they fill, where things that happen
    are counted.
    """
    for relation in evidence.relations("cong_ky"):
        names = {relation.whole, *relation.parts}
        used = [
            figure for figure in evidence.exact
            if figure.chi_tieu in names and _counts(figure) and figure.tu_ngay
            and relation.condition in ("", figure.gom_ky_truoc)
        ]  # fmt: skip
        for figures in by_topic(used):
            for longer in figures:
                months = _filling(longer, [figure for figure in figures if _inside(figure, longer)])
                total = sum(map(exactly, months))
                if months and total != exactly(longer) and all(month.gia_tri <= longer.gia_tri for month in months):
                    added = " + ".join(show_number(month.gia_tri) for month in months)
                    sentence = (
                        f"{evidence.label(longer)}: {_dated(longer)}, nhưng {len(months)} kỳ ngắn hơn nối nhau trong "
                        f"kỳ ấy cộng lại {added} = {show_number(total)}."
                    )
                    gap = f"{show_number(abs(total - exactly(longer)))} {longer.don_vi}"
                    yield found(evidence, "ky-dai-khac-ky-ngan", [longer, *months], gap, sentence)


RULES = (falls, months_of_a_longer_period)


def _counts(figure: Figure) -> bool:
    """Whether a figure of a document that stands counts what happened up to a last day that is known."""
    counted = figure.loai_ky in ("trong_ky", "luy_ke") and figure.don_vi not in WHOLE_UNITS_EXCEPT
    begun = figure.tu_ngay or figure.loai_ky == "luy_ke"
    return bool(counted and begun and figure.den_ngay and not figure.thay_boi) and figure.chi_tieu not in MANY_THINGS


def _inside(shorter: Figure, longer: Figure) -> bool:
    """Whether a period lies in another and is shorter; of two totals since nobody knows when, the one that ends first.
    A period is held against no total whose beginning is unknown.
    """
    if not (shorter.tu_ngay and longer.tu_ngay):
        return shorter.tu_ngay == longer.tu_ngay and shorter.den_ngay < longer.den_ngay
    same = (shorter.tu_ngay, shorter.den_ngay) == (longer.tu_ngay, longer.den_ngay)
    return longer.tu_ngay <= shorter.tu_ngay and shorter.den_ngay <= longer.den_ngay and not same


def _filling(longer: Figure, within: Sequence[Figure]) -> list[Figure]:
    """Periods that follow each other from the first day of a longer one to its last; empty where a day is missing.
    Of several that begin on one day the shortest; two documents on one period disagree by another rule.
    """
    first = {f.tu_ngay: f for f in sorted(within, key=lambda f: (f.den_ngay, f.ma_so), reverse=True)}
    made: list[Figure] = []
    day = longer.tu_ngay
    while day in first:
        made.append(first[day])
        day = (dt.date.fromisoformat(first[day].den_ngay) + dt.timedelta(days=1)).isoformat()
    ends = bool(made) and made[-1].den_ngay == longer.den_ngay
    return made if ends and all(one.den_ngay < two.tu_ngay for one, two in pairwise(made)) else []


def _dated(figure: Figure) -> str:
    days = " đến ".join(filter(None, (show_date(figure.tu_ngay), show_date(figure.den_ngay))))
    return f"{printed(figure)} ({'từ' if figure.tu_ngay else 'đến'} {days})"
