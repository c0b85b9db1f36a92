"""What cannot be true, whatever else is known: a part above its whole, a rate above 100 %. A docstring is its rule.

Figures of such a difference stand in their rows with the doubt beside them. No sentence, chart or rate is made of
them, even where the document prints them so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.comparing.evidence import Evidence, apart, by_period, found, same_moment
from generator.comparing.rules_within import sums, total_of
from generator.language.numbers import show_number, show_quantity
from generator.language.vietnamese import inside
from generator.model.catalogue import Relation
from generator.model.difference import Difference
from generator.model.figure import Figure, Topic
from generator.model.figure_words import WHOLE_SHARE, is_above_whole, printed
from generator.model.formulas import terms
from generator.model.grouping import grouped
from generator.tables import tthc


def parts_above_whole(evidence: Evidence) -> Iterator[Difference]:
    """A part, or disjoint parts together, are at most their whole, where one document prints both for one period.
    What is above the nearest of several wholes is told once.
    """
    found_above = list(_parts_above(evidence))
    wrong = (difference for difference in sums(evidence) if difference.impossible) if found_above else ()
    told = {id for difference in wrong for id in difference.ids}
    for above, whole in found_above:
        if not told & {part.id for part in above}:
            told |= {part.id for part in above}
            yield _too_much(evidence, "phan-lon-hon-tong", above, whole)


def _parts_above(evidence: Evidence) -> Iterator[tuple[Sequence[Figure], Figure]]:
    """Parts with the whole that they are above, relation by relation."""
    moments = by_period(evidence.exact, breakdowns=True)
    for relation in evidence.catalogue.relations:
        if relation.kind not in ("tong", "phan_cua", "chong"):
            continue
        for together in moments:
            if (whole := together.get(relation.whole)) is None:
                continue
            parts = [
                together[name]
                for name in (*relation.parts, *relation.optional)
                if name in together and relation.condition in ("", together[name].with_carried)
            ]
            if above := _above(relation, whole, parts):
                yield above, whole


def _above(relation: Relation, whole: Figure, parts: Sequence[Figure]) -> Sequence[Figure]:
    """The parts that are each above the whole, else all of them where they are together; a sum whose parts are all
    printed is another rule's.
    """
    if not parts or (relation.kind == "tong" and {part.topic.indicator for part in parts} >= {*relation.parts}):
        return []
    alone = [part for part in parts if part.number > whole.number]
    if alone or relation.kind == "chong":
        return alone
    total = total_of(parts)
    return parts if total > whole.number and apart(total, whole.number, whole, *parts) else []


def breakdowns_above_whole(evidence: Evidence) -> Iterator[Difference]:
    """A field of work, or a breakdown that the catalogue calls a part, is at most what its document prints as total."""
    divided = {r.whole for r in evidence.catalogue.relations if r.kind == "phan_cua" and not r.parts}
    breakdowns = grouped((f for f in evidence.exact if f.topic.breakdown), lambda f: f.topic.indicator)
    for whole in (figure for figure in evidence.exact if not figure.topic.breakdown):
        fields = whole.trace.table == tthc.TABLE.name
        if not fields and whole.topic.indicator not in divided:
            continue
        parts = breakdowns.get(whole.topic.indicator, ())
        above = [part for part in parts if part.number > whole.number and same_moment(part, whole)]
        if above:
            yield _too_much(evidence, "linh-vuc-lon-hon-tong" if fields else "phan-lon-hon-tong", above, whole)


def rates_above_100(evidence: Evidence) -> Iterator[Difference]:
    """A rate that the counts of a document give is at most 100 %; told where no part of it is told by itself."""
    rates = [rate for rate in evidence.computed if is_above_whole(rate)]
    told = {id for d in parts_above_whole(evidence) for id in d.ids} if rates else set()
    for rate in rates:
        counts = _counts_of(evidence, rate)
        if counts and not told & {figure.id for figure in counts}:
            told |= {figure.id for figure in counts}
            sentence = (
                f"{evidence.label(rate)}: số đếm của văn bản cho {printed(rate)}, trong khi một phần của tổng không "
                f"thể quá {WHOLE_SHARE}%."
            )
            gap = f"{show_number(rate.number - WHOLE_SHARE, 2)} điểm phần trăm"
            yield _impossible(evidence, "ty-le-qua-100", counts, gap, sentence)


def _counts_of(evidence: Evidence, rate: Figure) -> list[Figure]:
    """The reported counts that a computed rate is made of."""
    formulas = evidence.catalogue.indicators[rate.topic.indicator].formulas
    names = next((terms(f) for f in formulas if rate.trace.note.endswith(f.words)), frozenset())
    own = [Topic(name, rate.topic.breakdown) for name in names]
    return [f for f in evidence.exact if f.topic in own and f.source == rate.source and f.period == rate.period]


RULES = (parts_above_whole, breakdowns_above_whole, rates_above_100)


def _too_much(evidence: Evidence, rule: str, parts: Sequence[Figure], whole: Figure) -> Difference:
    """Parts that are too many: each of them alone, or only together."""
    alone = all(part.number > whole.number for part in parts)
    told = (" và " if alone else " + ").join(f"{evidence.label(part)}: {printed(part)}" for part in parts)
    together = "" if len(parts) == 1 else "mỗi số đều " if alone else "cộng lại "
    sentence = (
        f"{told}, {together}nhiều hơn {inside(evidence.label(whole))} ({printed(whole)}); một phần không thể lớn hơn "
        "cả tổng."
    )
    most = max(part.number for part in parts) if alone else total_of(parts)
    gap = show_quantity(most - whole.number, whole.unit, max(figure.value.decimals for figure in (whole, *parts)))
    return _impossible(evidence, rule, [*parts, whole], gap, sentence)


def _impossible(evidence: Evidence, rule: str, figures: Sequence[Figure], gap: str, sentence: str) -> Difference:
    return replace(found(evidence, rule, figures, gap, sentence), impossible=True)
