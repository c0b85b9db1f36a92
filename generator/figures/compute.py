"""Figures from figures: rates recomputed by the catalogue's formulas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from generator.language.places import together
from generator.language.value import Value
from generator.model.catalogue import Formula, Indicator
from generator.model.figure import UNSTATED_BASE, Figure, Kind, Topic, Trace, figure_id
from generator.model.formulas import evaluate, terms
from generator.model.grouping import grouped

_Counts = dict[str, Figure]
"""Reported counts of one part, period and document, by indicator."""


def recompute(figures: Iterable[Figure], indicators: Mapping[str, Indicator]) -> list[Figure]:
    """Every rate that reported counts of a commune allow, as computed figures.

    The counts of one rate come from one document and one period. Of several formulas the first
    whose terms are all printed is used; the note names it, part and whole are its inputs.
    """
    together_printed = _by_row(f for f in figures if f.kind is Kind.REPORTED and f.has_value and f.is_exact)
    with_term = grouped(
        ((name, number) for number, counts in enumerate(together_printed) for name in counts), lambda pair: pair[0]
    )
    made = []
    for indicator in indicators.values():
        done = set[int]()
        for formula in indicator.formulas:
            rarest = min((with_term.get(name, []) for name in terms(formula)), key=len, default=[])
            for _, number in rarest:
                if number not in done and (rate := _applied(together_printed[number], indicator, formula)):
                    done.add(number)
                    made.append(rate)
    return made


def _by_row(reported: Iterable[Figure]) -> Sequence[_Counts]:
    """Counts of one part, period and document, the first of each; in the order of parts, periods and documents."""
    groups = grouped(reported, lambda f: (f.topic.breakdown, f.period, f.source))
    made: list[_Counts] = []
    for key in sorted(groups, key=lambda key: (key[0], key[1].by_kind, key[2])):
        counts: _Counts = {}
        for figure in groups[key]:
            counts.setdefault(figure.topic.indicator, figure)
        made.append(counts)
    return made


def _applied(counts: _Counts, indicator: Indicator, formula: Formula) -> Figure | None:
    """What a formula makes of some counts; None where one is lacking, or the formula does not hold for them."""
    names = terms(formula)
    if not names <= counts.keys():
        return None
    used = {name: figure for name, figure in counts.items() if name in names}
    if formula.condition and any((f.with_carried or "khong_ro") != formula.condition for f in used.values()):
        return None
    if formula.unless and (there := counts.get(formula.unless)) and there.number:
        return None
    values = numbers_of(used)
    top, bottom = evaluate(formula.numerator, values), evaluate(formula.denominator, values)
    if top is None or not bottom:
        return None
    printed = [base for id, base in formula.printed if (count := counts.get(id)) and count.number == bottom]
    return _rate(list(used.values()), indicator, formula, top, bottom, printed)


def numbers_of(counts: Mapping[str, Figure]) -> dict[str, Decimal | None]:
    """Counts under the names by which formulas call them: `id`, and `id.tu` and `id.mau` of a ratio."""
    made = {name: figure.value.number for name, figure in counts.items()}
    made |= {f"{name}.tu": figure.value.part for name, figure in counts.items()}
    return made | {f"{name}.mau": figure.value.whole for name, figure in counts.items()}


def _rate(
    used: Sequence[Figure],
    indicator: Indicator,
    formula: Formula,
    top: Decimal,
    bottom: Decimal,
    printed: Sequence[str],
) -> Figure:
    """The computed figure, at the places of its counts in their order; `printed` is what it is a share of where its
    document prints the sum.
    """
    ratio = formula.denominator.removesuffix(".mau")
    bases = [f.base for f in used if ratio != formula.denominator and f.topic.indicator == ratio]
    stated = [
        base for base in bases if base not in ("", UNSTATED_BASE)
    ] or printed  # what the printed ratio itself is of
    in_order = sorted(used, key=lambda figure: figure.trace.line)
    base = stated[0] if stated else formula.base or indicator.base
    return rate(in_order, indicator, in_order[0].topic.breakdown, formula.words, (top, bottom), base)


def rate(
    used: Sequence[Figure], indicator: Indicator, part: str, words: str, counts: tuple[Decimal, Decimal], base: str
) -> Figure:
    """A share in per cent of two counts, which is ours: of the period and document of the first figure `used`, at the
    places of all; `words` are its formula.
    """
    first, (top, bottom) = used[0], counts
    from_, note = first.trace, f"Tính lại: {words}"
    topic, place = Topic(indicator.id, part), together(figure.trace.place for figure in used)
    return Figure(
        id=figure_id(first.commune, topic, first.period, Kind.COMPUTED, first.source),
        commune=first.commune,
        topic=topic,
        kind=Kind.COMPUTED,
        period=first.period,
        value=Value(100 * top / bottom, part=top, whole=bottom, decimals=decimals_of(top, bottom, indicator.decimals)),
        unit=indicator.unit,
        trace=Trace(from_.document, place, note, from_.file, from_.line, from_.table),
        base=base,
    )


def decimals_of(top: Decimal, bottom: Decimal, usual: int) -> int:
    """None for a whole percentage; more than usual while the rate would round to a false 0 or 100."""
    if (100 * top) % bottom == 0:
        return 0
    return next(n for n in range(usual, 12) if 0 < round(100 * top / bottom, n) < 100 or top > bottom)
