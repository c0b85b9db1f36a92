"""Rules on the figures of one document: sums, shares, rates. A docstring is its rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.comparing.evidence import Evidence, apart, by_period, column_of, exactly, found, printed, same_moment
from generator.language.quantities import MONEY, PERCENT, show_number, show_quantity
from generator.language.vietnamese import fold
from generator.model.catalogue import Relation
from generator.model.difference import Difference
from generator.model.figure import BUDGET, Figure
from generator.model.formulas import evaluate, terms
from generator.model.grouping import grouped


def _whole_and_parts(
    evidence: Evidence, relation: Relation, *, breakdowns: bool
) -> Iterator[tuple[Figure, list[Figure]]]:
    """The whole and all its parts, wherever one document prints every one of them; with those that may be there."""
    names = (relation.whole, *relation.parts)
    used = [figure for figure in evidence.exact if figure.chi_tieu in (*names, *relation.optional)]
    for together in by_period(used, breakdowns=breakdowns):
        if together.keys() >= {*names}:
            there = (*relation.parts, *(name for name in relation.optional if name in together))
            yield together[relation.whole], [together[name] for name in there]


def _added(parts: Sequence[Figure]) -> tuple[float, str]:
    total = sum(part.gia_tri for part in parts)
    return total, f"{' + '.join(show_number(part.gia_tri) for part in parts)} = {show_number(total)}"


def _otherwise(relation: Relation, whole: Figure) -> str:
    """How else the numbers may be explained: a rule of ours is not told as fact."""
    return f" {relation.otherwise.replace('{tong}', show_number(whole.gia_tri))}" if relation.otherwise else ""


def sums(evidence: Evidence) -> Iterator[Difference]:
    """A whole equals the sum of its parts, where all of them are printed; one of them above it cannot be."""
    for relation in evidence.relations("tong"):
        by_part = relation.whole != "so_dvctt"  # documents split its parts, not the total, by level
        for whole, parts in _whole_and_parts(evidence, relation, breakdowns=by_part):
            total, words = _added(parts)
            if total != whole.gia_tri:
                gap = show_number(abs(whole.gia_tri - total))
                sentence = f"{relation.words}. Văn bản in {show_number(whole.gia_tri)}, nhưng {words}, lệch {gap}."
                sentence += _otherwise(relation, whole)
                made = found(evidence, "tong-khong-khop", [whole, *parts], gap, sentence)
                hint = _left_out(relation, whole, parts) if total < whole.gia_tri else ""
                yield replace(made, hint=hint, impossible=any(part.gia_tri > whole.gia_tri for part in parts))


def _left_out(relation: Relation, whole: Figure, parts: Sequence[Figure]) -> str:
    """Where the rest may belong, for a sum with parts that are not always printed."""
    blank = [name for name in relation.optional if name not in {part.chi_tieu for part in parts}]
    columns = ", ".join(filter(None, (column_of(whole.tep, name) for name in blank)))
    return f"Phần còn lại nếu văn bản có in thì ghi vào cột của nó: {columns}." if columns else ""


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
            parts = [f for f in used if f.phan_to and same_moment(f, whole)]
            total = sum(map(exactly, parts), Decimal(0))
            listed = {part.phan_to for part in parts} >= {*relation.parts}
            if parts and listed and apart(total, exactly(whole), whole, *parts):
                places = max(figure.so_le for figure in (whole, *parts))
                gap = show_quantity(abs(exactly(whole) - total), whole.don_vi, places)
                less = total < exactly(whole)
                rest = f"văn bản không nói {gap} còn lại là gì" if less else f"nhiều hơn {gap}"
                sentence = (
                    f"{evidence.name(relation.whole)}: văn bản in tổng {show_number(whole.gia_tri, places)}, các phần "
                    f"kể ra cộng lại {show_number(total, places)}; {rest}."
                )
                yield found(evidence, "tong-phan-to", [whole, *parts], gap, sentence)


def budget_lines(evidence: Evidence) -> Iterator[Difference]:
    """Children of a budget line that its row calls complete add up to it; others are at most as much."""
    children_of = grouped(
        (f for f in evidence.figures if f.ma_cha), lambda f: (f.ma_cha, f.loai)
    )  # fmt: skip
    for parent in (figure for figure in evidence.figures if figure.chi_tieu == BUDGET):
        children = children_of.get((parent.phan_to, parent.loai), [])
        if not children or not all(f.tinh_trang == "co" and f.is_exact for f in (parent, *children)):
            continue
        total = sum(map(exactly, children), Decimal(0))
        over = total - exactly(parent)
        if apart(total, exactly(parent), parent, *children) and (over > 0 or parent.du_dong_con == "co"):
            gap = show_quantity(abs(over), MONEY, 0)
            sentence = (
                f"{parent.noi_dung}: văn bản in {show_quantity(parent.gia_tri, MONEY, 0)}, các khoản con cộng lại "
                f"{show_quantity(total, MONEY, 0)}, lệch {gap}."
            )
            made = found(evidence, "dong-con-khong-khop", [parent, *children], gap, sentence)
            yield replace(made, impossible=over > 0)


def rates(evidence: Evidence) -> Iterator[Difference]:
    """A reported rate is one that the counts of its document give, to the printed decimals.

    Where one question has two legitimate bases, agreeing with either is agreeing, and so is agreeing with a
    formula whose condition the row does not promise: a document may count so. A rate that
    states its own base is judged by no other.
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
            if figure.chi_tieu in names and figure.phan_to == said.phan_to and same_moment(figure, said)
            and (said.co_so in ("", "không nêu") or _base(said.co_so) == _base(figure.co_so))
        ]  # fmt: skip
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
        if one.phan_to != said.phan_to or not same_moment(one, said):
            continue
        values = {name: figure.value.number for name, figure in group.items()}
        values |= {f"{name}.tu": figure.value.part for name, figure in group.items()}
        values |= {f"{name}.mau": figure.value.whole for name, figure in group.items()}
        for formula in evidence.catalogue.indicators[said.chi_tieu].formulas:
            if not terms(formula) <= set(group):
                continue
            over, under = evaluate(formula.numerator, values), evaluate(formula.denominator, values)
            if over is not None and under:
                yield float(100 * over / under)


def _base(words: str) -> str:
    """What a rate is a share of, without what documents put before it."""
    return re.sub(r"^(tong so |so |cac |tong )+", "", fold(words))
