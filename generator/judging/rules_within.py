"""Rules on the figures of one document: sums, shares, rates. A docstring is its rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.nouns.evidence import Evidence, by_period, found, printed
from generator.nouns.formulas import evaluate, terms
from generator.nouns.indicator import Relation
from generator.nouns.model import BUDGET, Difference, Figure, grouped
from generator.nouns.quantities import MONEY, PERCENT, show_number, show_quantity

_ROUNDING = 0.5
"""Amounts are whole đồng: less apart than this is the computer's rounding."""


def _whole_and_parts(
    evidence: Evidence, relation: Relation, *, breakdowns: bool
) -> Iterator[tuple[Figure, list[Figure]]]:
    """The whole and all its parts, wherever one document prints every one of them."""
    names = (relation.whole, *relation.parts)
    used = [figure for figure in evidence.exact if figure.chi_tieu in names]
    for together in by_period(used, breakdowns=breakdowns):
        if len(together) == len(names):
            yield together[relation.whole], [together[name] for name in relation.parts]


def _added(parts: Sequence[Figure]) -> tuple[float, str]:
    total = sum(part.gia_tri for part in parts)
    return total, f"{' + '.join(show_number(part.gia_tri) for part in parts)} = {show_number(total)}"


def _otherwise(relation: Relation, whole: Figure) -> str:
    """How else the numbers may be explained: a rule of ours is not told as fact."""
    return f" {relation.otherwise.replace('{tong}', show_number(whole.gia_tri))}" if relation.otherwise else ""


def sums(evidence: Evidence) -> Iterator[Difference]:
    """A whole equals the sum of its parts, where all of them are printed."""
    for relation in evidence.relations("tong"):
        apart = relation.whole != "so_dvctt"  # documents split its parts, not the total, by level
        for whole, parts in _whole_and_parts(evidence, relation, breakdowns=apart):
            total, words = _added(parts)
            if total != whole.gia_tri:
                gap = show_number(abs(whole.gia_tri - total))
                sentence = f"{relation.words}. Văn bản in {show_number(whole.gia_tri)}, nhưng {words}, lệch {gap}."
                sentence += _otherwise(relation, whole)
                yield found(evidence, "tong-khong-khop", [whole, *parts], gap, sentence)


def overlaps(evidence: Evidence) -> Iterator[Difference]:
    """Parts that add up to more than their whole: they overlap, or it is not their whole."""
    for relation in evidence.relations("chong"):
        for whole, parts in _whole_and_parts(evidence, relation, breakdowns=True):
            total, words = _added(parts)
            if total > whole.gia_tri:
                gap = f"{show_number(total - whole.gia_tri)} {whole.don_vi}"
                sentence = f"{relation.words}: {words}, nhiều hơn tổng {show_number(whole.gia_tri)}, lệch {gap}."
                sentence += _otherwise(relation, whole)
                yield found(evidence, "phan-chong-nhau", [whole, *parts], gap, sentence)


def breakdown_totals(evidence: Evidence) -> Iterator[Difference]:
    """A total equals the sum of the breakdowns that the same document lists for it."""
    for relation in evidence.relations("tong_phan_to"):
        used = [figure for figure in evidence.exact if figure.chi_tieu == relation.whole]
        for whole in (figure for figure in used if not figure.phan_to):
            parts = [f for f in used if f.phan_to and _same_moment(f, whole)]
            total = sum(part.gia_tri for part in parts)
            if parts and total != whole.gia_tri:
                gap = f"{show_number(abs(whole.gia_tri - total))} {whole.don_vi}"
                less = total < whole.gia_tri
                rest = f"văn bản không nói {gap} còn lại là gì" if less else f"nhiều hơn {gap}"
                sentence = (
                    f"{evidence.name(relation.whole)}: văn bản in tổng {show_number(whole.gia_tri)}, các phần kể ra "
                    f"cộng lại {show_number(total)}; {rest}."
                )
                yield found(evidence, "tong-phan-to", [whole, *parts], gap, sentence)


def _same_moment(one: Figure, two: Figure) -> bool:
    dates = (one.nguon, one.tu_ngay, one.den_ngay) == (two.nguon, two.tu_ngay, two.den_ngay)
    return dates and (one.loai_ky == two.loai_ky or bool(one.tu_ngay) or "luy_ke" not in (one.loai_ky, two.loai_ky))


def budget_lines(evidence: Evidence) -> Iterator[Difference]:
    """Children of a budget line that its row calls complete add up to it; others are at most as much."""
    children_of = grouped(
        (f for f in evidence.figures if f.ma_cha), lambda f: (f.ma_cha, f.loai)
    )  # fmt: skip
    for parent in (figure for figure in evidence.figures if figure.chi_tieu == BUDGET):
        children = children_of.get((parent.phan_to, parent.loai), [])
        if not children or not all(f.tinh_trang == "co" and f.is_exact for f in (parent, *children)):
            continue
        total = sum(child.gia_tri for child in children)
        over = total - parent.gia_tri
        if abs(over) > _ROUNDING and (over > 0 or parent.du_dong_con == "co"):
            gap = show_quantity(abs(over), MONEY, 0)
            sentence = (
                f"{parent.noi_dung}: văn bản in {show_quantity(parent.gia_tri, MONEY, 0)}, các khoản con cộng lại "
                f"{show_quantity(total, MONEY, 0)}, lệch {gap}."
            )
            yield found(evidence, "dong-con-khong-khop", [parent, *children], gap, sentence)


def rates(evidence: Evidence) -> Iterator[Difference]:
    """A reported rate is one that the counts of its document give, to the printed decimals.

    Where one question has two legitimate bases, agreeing with either is agreeing, and so is agreeing with a
    formula whose condition the row does not promise: a document may count so.
    """
    counts = [group for group in by_period(evidence.exact, breakdowns=True) if len(group) > 1]
    also = {relation.whole: relation.parts for relation in evidence.relations("hai_co_so")}
    for said in evidence.reported:
        if said.don_vi != PERCENT or not said.is_exact:
            continue  # “khoảng”, “trên”, “55%–60%” claim no exact rate
        names = (said.chi_tieu, *also.get(said.chi_tieu, ()))
        made = [
            figure
            for figure in evidence.computed
            if figure.chi_tieu in names and figure.phan_to == said.phan_to and _same_moment(figure, said)
        ]
        tolerance = 0.5 * 10**-said.so_le + 1e-9
        if not made or any(abs(said.gia_tri - figure.gia_tri) <= tolerance for figure in made):
            continue
        if any(abs(said.gia_tri - way) <= tolerance for way in _other_ways(evidence, said, counts)):
            continue
        gap = f"{show_number(abs(said.gia_tri - made[0].gia_tri), 2)} điểm phần trăm"
        sentence = (
            f"{evidence.name(said.chi_tieu)}: văn bản in {printed(said)}, tính từ số đếm của chính văn bản "
            f"được {printed(made[0])}."
        )
        made_of = found(evidence, "ty-le-khong-khop", [said, made[0]], gap, sentence)
        yield replace(made_of, hint=f"Số đếm nằm ở {made[0].tep}, dòng {made[0].dong}.")


def _other_ways(evidence: Evidence, said: Figure, counts: Sequence[dict[str, Figure]]) -> Iterator[float]:
    """The rates that all formulas of an indicator give from the counts of one document and period."""
    for group in counts:
        one = next(iter(group.values()))
        if one.phan_to != said.phan_to or not _same_moment(one, said):
            continue
        values = {name: figure.gia_tri for name, figure in group.items()}
        values |= {f"{name}.tu": figure.tu_so for name, figure in group.items()}
        values |= {f"{name}.mau": figure.mau_so for name, figure in group.items()}
        for formula in evidence.catalogue.indicators[said.chi_tieu].formulas:
            if terms(formula) <= set(group) and (under := evaluate(formula.denominator, values)):
                yield 100 * evaluate(formula.numerator, values) / under
