"""What cannot be true, whatever else is known: a part above its whole, a rate above 100 %. A docstring is its rule.

Figures of such a difference stand in their rows with the doubt beside them. No sentence, chart or rate is made of
them, even where the document prints them so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.comparing.evidence import (
    WHOLE_SHARE,
    Evidence,
    apart,
    by_period,
    exactly,
    found,
    is_above_whole,
    printed,
    same_moment,
)
from generator.comparing.rules_within import sums
from generator.language.quantities import show_number, show_quantity
from generator.language.vietnamese import inside
from generator.model.catalogue import Relation
from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.model.formulas import terms

FIELDS = "/tthc.csv"
"""The table whose breakdowns are fields of work."""


def parts_above_whole(evidence: Evidence) -> Iterator[Difference]:
    """A part, or disjoint parts together, are at most their whole, where one document prints both for one period.
    What is above the nearest of several wholes is told once.
    """
    told = {id for difference in sums(evidence) if difference.impossible for id in difference.figures}
    moments = by_period(evidence.exact, breakdowns=True)
    for relation in evidence.catalogue.relations:
        if relation.kind not in ("tong", "phan_cua", "chong"):
            continue
        for together in moments:
            whole = together.get(relation.whole)
            parts = [
                together[name]
                for name in (*relation.parts, *relation.optional)
                if name in together and relation.condition in ("", together[name].gom_ky_truoc)
            ]
            above = _above(relation, whole, parts) if whole else []
            if whole and above and not told & {part.ma_so for part in above}:
                told |= {part.ma_so for part in above}
                yield _too_much(evidence, "phan-lon-hon-tong", above, whole)


def _above(relation: Relation, whole: Figure, parts: Sequence[Figure]) -> Sequence[Figure]:
    """The parts that are each above the whole, else all of them where they are together; a sum whose parts are all
    printed is another rule's.
    """
    if relation.kind == "tong" and {part.chi_tieu for part in parts} >= {*relation.parts}:
        return []
    alone = [part for part in parts if part.gia_tri > whole.gia_tri]
    if alone or relation.kind == "chong":
        return alone
    total = sum(map(exactly, parts), Decimal(0))
    return parts if total > exactly(whole) and apart(total, exactly(whole), whole, *parts) else []


def breakdowns_above_whole(evidence: Evidence) -> Iterator[Difference]:
    """A field of work, or a breakdown that the catalogue calls a part, is at most what its document prints as total."""
    divided = {r.whole for r in evidence.catalogue.relations if r.kind == "phan_cua" and not r.parts}
    for whole in (figure for figure in evidence.exact if not figure.phan_to):
        fields = whole.tep.endswith(FIELDS)
        if not fields and whole.chi_tieu not in divided:
            continue
        above = [
            part for part in evidence.exact
            if part.chi_tieu == whole.chi_tieu and part.phan_to and same_moment(part, whole)
            and part.gia_tri > whole.gia_tri
        ]  # fmt: skip
        if above:
            yield _too_much(evidence, "linh-vuc-lon-hon-tong" if fields else "phan-lon-hon-tong", above, whole)


def rates_above_100(evidence: Evidence) -> Iterator[Difference]:
    """A rate that the counts of a document give is at most 100 %; told where no part of it is told by itself."""
    rates = [rate for rate in evidence.computed if is_above_whole(rate)]
    told = {id for d in parts_above_whole(evidence) for id in d.figures} if rates else set()
    for rate in rates:
        counts = _counts_of(evidence, rate)
        if counts and not told & {figure.ma_so for figure in counts}:
            told |= {figure.ma_so for figure in counts}
            sentence = (
                f"{evidence.label(rate)}: số đếm của văn bản cho {printed(rate)}, trong khi một phần của tổng không "
                f"thể quá {WHOLE_SHARE}%."
            )
            gap = f"{show_number(rate.gia_tri - WHOLE_SHARE, 2)} điểm phần trăm"
            yield _impossible(evidence, "ty-le-qua-100", counts, gap, sentence)


def _counts_of(evidence: Evidence, rate: Figure) -> list[Figure]:
    """The reported counts that a computed rate is made of."""
    formulas = evidence.catalogue.indicators[rate.chi_tieu].formulas
    names = next((terms(f) for f in formulas if rate.ghi_chu.endswith(f.words)), frozenset())
    return [
        figure for figure in evidence.exact
        if figure.chi_tieu in names and figure.phan_to == rate.phan_to and figure.loai_ky == rate.loai_ky
        and same_moment(figure, rate)
    ]  # fmt: skip


RULES = (parts_above_whole, breakdowns_above_whole, rates_above_100)


def _too_much(evidence: Evidence, rule: str, parts: Sequence[Figure], whole: Figure) -> Difference:
    """Parts that are too many: each of them alone, or only together."""
    alone = all(part.gia_tri > whole.gia_tri for part in parts)
    told = (" và " if alone else " + ").join(f"{evidence.label(part)}: {printed(part)}" for part in parts)
    together = "" if len(parts) == 1 else "mỗi số đều " if alone else "cộng lại "
    sentence = (
        f"{told}, {together}nhiều hơn {inside(evidence.label(whole))} ({printed(whole)}); một phần không thể lớn hơn "
        "cả tổng."
    )
    most = max(exactly(part) for part in parts) if alone else sum(map(exactly, parts), Decimal(0))
    gap = show_quantity(most - exactly(whole), whole.don_vi, max(figure.so_le for figure in (whole, *parts)))
    return _impossible(evidence, rule, [*parts, whole], gap, sentence)


def _impossible(evidence: Evidence, rule: str, figures: Sequence[Figure], gap: str, sentence: str) -> Difference:
    return replace(found(evidence, rule, figures, gap, sentence), impossible=True)
