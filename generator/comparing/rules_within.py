"""Rules on the figures of one document: sums, shares, rates. A docstring is its rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from generator.comparing.evidence import Evidence, apart, by_period, column_of, found, same_moment
from generator.figures.compute import numbers_of
from generator.language.numbers import MONEY, PERCENT, show_number, show_quantity
from generator.language.vietnamese import fold, inside
from generator.model.catalogue import Relation
from generator.model.difference import Difference
from generator.model.figure import UNSTATED_BASE, Figure, Topic
from generator.model.figure_words import printed
from generator.model.formulas import evaluate, terms
from generator.model.grouping import grouped


def _whole_and_parts(
    evidence: Evidence, relation: Relation, *, breakdowns: bool
) -> Iterator[tuple[Figure, list[Figure]]]:
    """The whole and all its parts, wherever one document prints every one of them; with those that may be there."""
    names = (relation.whole, *relation.parts)
    used = [figure for name in (*names, *relation.optional) for figure in evidence.exact_by_indicator.get(name, ())]
    for together in by_period(used, breakdowns=breakdowns):
        if together.keys() >= {*names}:
            there = (*relation.parts, *(name for name in relation.optional if name in together))
            yield together[relation.whole], [together[name] for name in there]


def total_of(figures: Iterable[Figure]) -> Decimal:
    """Their values added up."""
    return sum((figure.number for figure in figures), Decimal(0))


def _added(parts: Sequence[Figure]) -> tuple[Decimal, str]:
    total = total_of(parts)
    return total, f"{' + '.join(show_number(part.number) for part in parts)} = {show_number(total)}"


def _otherwise(relation: Relation, whole: Figure) -> str:
    """How else the numbers may be explained: a rule of ours is not told as fact."""
    return f" {relation.otherwise.replace('{tong}', show_number(whole.number))}" if relation.otherwise else ""


def sums(evidence: Evidence) -> Iterator[Difference]:
    """A whole equals the sum of its parts, where all of them are printed; one of them above it cannot be."""
    apart_from_whole = {relation.whole for relation in evidence.relations("chia_rieng")}
    for relation in evidence.relations("tong"):
        by_part = relation.whole not in apart_from_whole
        for whole, parts in _whole_and_parts(evidence, relation, breakdowns=by_part):
            total, words = _added(parts)
            if total != whole.number:
                gap = show_number(abs(whole.number - total))
                sentence = f"{relation.words}. Văn bản in {show_number(whole.number)}, nhưng {words}, lệch {gap}."
                sentence += _otherwise(relation, whole)
                made = found(evidence, "tong-khong-khop", [whole, *parts], gap, sentence)
                hint = _left_out(relation, whole, parts) if total < whole.number else ""
                lost = abs(whole.number - total)
                yield replace(
                    made, amount=lost, hint=hint, impossible=any(part.number > whole.number for part in parts)
                )


def _left_out(relation: Relation, whole: Figure, parts: Sequence[Figure]) -> str:
    """Where the rest may belong, for a sum with parts that are not always printed."""
    blank = [name for name in relation.optional if name not in {part.topic.indicator for part in parts}]
    columns = " hoặc ".join(f"cột {column}" for name in blank if (column := column_of(whole, name)))
    return f"Phần còn lại nếu văn bản có in thì ghi vào {columns}." if columns else ""


def overlaps(evidence: Evidence) -> Iterator[Difference]:
    """Parts that add up to more than their whole: they overlap, or it is not their whole."""
    for relation in evidence.relations("chong"):
        for whole, parts in _whole_and_parts(evidence, relation, breakdowns=True):
            total, words = _added(parts)
            if total > whole.number:
                gap = f"{show_number(total - whole.number)} {whole.unit}"
                sentence = f"{relation.words}: {words}, nhiều hơn tổng {show_number(whole.number)}, lệch {gap}."
                sentence += _otherwise(relation, whole)
                yield found(evidence, "phan-chong-nhau", [whole, *parts], gap, sentence)


def breakdown_totals(evidence: Evidence) -> Iterator[Difference]:
    """A total equals the sum of the breakdowns that the same document lists for it."""
    for relation in evidence.relations("tong_phan_to"):
        used = [figure for figure in evidence.exact if figure.topic.indicator == relation.whole]
        for whole in (figure for figure in used if not figure.topic.breakdown):
            parts = [f for f in used if f.topic.breakdown and same_moment(f, whole)]
            total = total_of(parts)
            listed = {part.topic.breakdown for part in parts} >= {*relation.parts}
            if parts and listed and apart(total, whole.number, whole, *parts):
                places = max(figure.value.decimals for figure in (whole, *parts))
                gap = show_quantity(abs(whole.number - total), whole.unit, places)
                less = total < whole.number
                rest = f"văn bản không nói {gap} còn lại là gì" if less else f"nhiều hơn {gap}"
                only = f"phần kể ra duy nhất ({_part(evidence, parts[0])}) là"
                told = only if len(parts) == 1 else "các phần kể ra cộng lại"
                sentence = (
                    f"{evidence.name(relation.whole)}: văn bản in tổng {show_number(whole.number, places)}, {told} "
                    f"{show_number(total, places)}; {rest}."
                )
                made = found(evidence, "tong-phan-to", [whole, *parts], gap, sentence)
                yield replace(made, amount=abs(whole.number - total))


def _part(evidence: Evidence, figure: Figure) -> str:
    return inside(evidence.catalogue.indicators[figure.topic.indicator].part(figure.topic.breakdown))


def budget_lines(evidence: Evidence) -> Iterator[Difference]:
    """Children of a budget line that its row calls complete add up to it; others are at most as much."""
    children_of = grouped((f for f in evidence.figures if f.parent), lambda f: (f.parent, *_together(f)))
    for parent in (figure for figure in evidence.figures if figure.stage):
        children = children_of.get((parent.topic.breakdown, *_together(parent)), [])
        if not children or not all(f.has_value and f.is_exact for f in (parent, *children)):
            continue
        total = total_of(children)
        over = total - parent.number
        if apart(total, parent.number, parent, *children) and (over > 0 or parent.complete == "co"):
            gap = show_quantity(abs(over), MONEY, 0)
            sentence = (
                f"{parent.words}: văn bản in {show_quantity(parent.number, MONEY, 0)}, các khoản con cộng lại "
                f"{show_quantity(total, MONEY, 0)}, lệch {gap}."
            )
            made = found(evidence, "dong-con-khong-khop", [parent, *children], gap, sentence)
            yield replace(made, impossible=over > 0)


def _together(amount: Figure) -> tuple[object, ...]:
    """What amounts that add up have in common."""
    return amount.topic.indicator, amount.stage, amount.giver, amount.period.span, amount.source


def rates(evidence: Evidence) -> Iterator[Difference]:
    """A reported rate is one that the counts of its document give, to the printed decimals.

    Where one question has two legitimate bases, agreeing with either is agreeing, and so is agreeing with a
    formula whose condition the row does not promise: a document may count so. A rate that
    states its own base is judged by no other.
    """
    counts = [group for group in by_period(evidence.exact, breakdowns=True) if len(group) > 1]
    also = {relation.whole: relation.parts for relation in evidence.relations("hai_co_so")}
    for said in evidence.reported:
        if said.unit != PERCENT or not said.is_exact:
            continue  # “khoảng”, “trên”, “55%–60%” claim no exact rate
        indicator, breakdown = said.topic
        topics = [Topic(name, breakdown) for name in (indicator, *also.get(indicator, ()))]
        made = [f for f in evidence.computed if f.topic in topics and same_moment(f, said) and _on_one_base(said, f)]
        ways = chain((figure.number for figure in made), _other_ways(evidence, said, counts))
        if not made or any(abs(said.number - way) <= said.value.rounding for way in ways):
            continue
        gap = f"{show_number(abs(said.number - made[0].number), 2)} điểm phần trăm"
        sentence = (
            f"{evidence.name(indicator)}: văn bản in {printed(said)}, tính từ số đếm của chính văn bản được "
            f"{printed(made[0])}."
        )
        made_of = found(evidence, "ty-le-khong-khop", [said, made[0]], gap, sentence)
        yield replace(made_of, hint=f"Số đếm nằm ở {made[0].trace.file}, dòng {made[0].trace.line}.")


def _other_ways(evidence: Evidence, said: Figure, counts: Sequence[dict[str, Figure]]) -> Iterator[Decimal]:
    """The rates that all formulas of an indicator give from the counts of one document and period."""
    for group in counts:
        one = next(iter(group.values()))
        if one.topic.breakdown != said.topic.breakdown or not same_moment(one, said):
            continue
        values = numbers_of(group)
        for formula in evidence.catalogue.indicators[said.topic.indicator].formulas:
            if not terms(formula) <= set(group):
                continue
            over, under = evaluate(formula.numerator, values), evaluate(formula.denominator, values)
            if over is not None and under:
                yield 100 * over / under


def _on_one_base(said: Figure, made: Figure) -> bool:
    """Whether two rates are shares of one thing; a rate that states no base may be one of any."""
    return said.base in ("", UNSTATED_BASE) or _base(said.base) == _base(made.base)


def _base(words: str) -> str:
    """What a rate is a share of, without what documents put before it."""
    return re.sub(r"^(tong so |so |cac |tong )+", "", fold(words))
