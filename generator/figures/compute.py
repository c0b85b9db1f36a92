"""Figures from figures: rates recomputed by the catalogue's formulas, targets beside results."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from generator.language.places import together
from generator.language.value import Compared, Value
from generator.model.catalogue import Formula, Indicator
from generator.model.figure import UNSTATED_BASE, Figure, Kind, Standing, Topic, Trace, figure_id
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
    made = []
    for indicator in indicators.values():
        done = set[int]()
        for formula in indicator.formulas:
            for number, counts in enumerate(together_printed):
                if number not in done and (rate := _applied(counts, indicator, formula)):
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
    return _rate(list(used.values()), indicator, formula, top, bottom)


def numbers_of(counts: Mapping[str, Figure]) -> dict[str, Decimal | None]:
    """Counts under the names by which formulas call them: `id`, and `id.tu` and `id.mau` of a ratio."""
    made = {name: figure.value.number for name, figure in counts.items()}
    made |= {f"{name}.tu": figure.value.part for name, figure in counts.items()}
    return made | {f"{name}.mau": figure.value.whole for name, figure in counts.items()}


def _rate(used: Sequence[Figure], indicator: Indicator, formula: Formula, top: Decimal, bottom: Decimal) -> Figure:
    """The computed figure, at the places of its counts in their order."""
    in_order = sorted(used, key=lambda figure: figure.trace.line)
    first = in_order[0]
    topic, trace = Topic(indicator.id, first.topic.breakdown), first.trace
    ratio = formula.denominator.removesuffix(".mau")
    bases = [f.base for f in used if ratio != formula.denominator and f.topic.indicator == ratio]
    stated = [base for base in bases if base not in ("", UNSTATED_BASE)]  # what the printed ratio itself is of
    place = together(figure.trace.place for figure in in_order)
    return Figure(
        id=figure_id(first.commune, topic, first.period, Kind.COMPUTED, first.source),
        commune=first.commune,
        topic=topic,
        kind=Kind.COMPUTED,
        period=first.period,
        value=Value(100 * top / bottom, part=top, whole=bottom, decimals=_decimals(top, bottom, indicator.decimals)),
        unit=indicator.unit,
        trace=Trace(trace.document, place, f"Tính lại: {formula.words}", trace.file, trace.line, trace.table),
        base=stated[0] if stated else formula.base or indicator.base,
    )


def _decimals(top: Decimal, bottom: Decimal, usual: int) -> int:
    """None for a whole percentage; more than usual while the rate would round to a false 0 or 100."""
    if (100 * top) % bottom == 0:
        return 0
    return next(n for n in range(usual, 12) if 0 < round(100 * top / bottom, n) < 100 or top > bottom)


# --- targets ----------------------------------------------------------------------------------

MEETING, BELOW, ABOVE = "đang đạt", "đang dưới mục tiêu", "đang quá mức mục tiêu"
MET, NOT_MET = "đạt", "không đạt"
NOT_BEGUN, NOT_COMPARABLE = "chưa bắt đầu", "chưa có số để so"
ON_TARGET = frozenset({MEETING, MET})
"""Standings in which the newest result meets its target."""


def meets(value: Decimal, target: Figure, better: str) -> bool:
    """Whether a value meets a target. `đạt 95%` is met from there in the indicator's good direction
    (`better`: cao | thap | khong), a range from its nearer end on.
    """
    aim = target.number
    match target.value.compared:
        case Compared.AT_LEAST:
            return value >= aim
        case Compared.ABOVE:
            return value > aim
        case Compared.AT_MOST:
            return value <= aim
        case Compared.BELOW:
            return value < aim
    last = target.highest
    return {"cao": value >= aim, "thap": value <= last}.get(better, aim <= value <= last)


def standings(figures: Sequence[Figure], indicators: Mapping[str, Indicator], date: dt.date) -> list[Standing]:
    """Each target of a commune with the newest reported result of its indicator that falls into its stage.

    While the stage runs on `date` a result is at or below its target, after it the target is met or not. A result
    without a day, or of a document that another replaces, stands for none.
    """
    usable = [f for f in figures if f.kind is Kind.REPORTED and f.has_value and f.period.end and f.stands]
    # of one period the newest document last
    usable.sort(key=lambda f: (f.period.order, f.issued, f.id))
    results = grouped(usable, lambda f: f.topic)
    made = []
    for target in (f for f in figures if f.kind is Kind.TARGET):
        inside = [result for result in results.get(target.topic, []) if in_stage(result, target)]
        better = indicators[target.topic.indicator].better
        made.append(_standing(target, inside[-1] if inside else None, better, date))
    return made


def in_stage(result: Figure, target: Figure) -> bool:
    """Whether a result's period lies inside the stage of a target; a state counts by its day. A result without a day
    lies in none.
    """
    period, stage = result.period, target.period
    if period.end is None or (period.is_since_ever and stage.start):
        return False  # counted since before the stage, nobody knows since when
    return (stage.start or dt.date.min) <= (period.start or period.end) and period.end <= (stage.end or period.end)


def _standing(target: Figure, result: Figure | None, better: str, date: dt.date) -> Standing:
    stage = target.period
    begun = (stage.start or dt.date.min) <= date
    undated = not (stage.start or stage.end)  # nobody knows which results fall into its stage
    # not a number, or one for each village
    if result is None or not target.has_value or target.base or undated:
        return Standing(target, None, NOT_COMPARABLE if begun else NOT_BEGUN)
    if not result.is_exact:
        return Standing(target, result, NOT_COMPARABLE)
    until = stage_end(target, result)
    running, there = until is None or until >= date, meets(result.number, target, better)
    if not running:
        return Standing(target, result, MET if there else NOT_MET)
    how = target.value.compared
    over = how in (Compared.BELOW, Compared.AT_MOST) or (how is Compared.EXACTLY and better == "thap")
    return Standing(target, result, MEETING if there else ABOVE if over else BELOW)


def stage_end(target: Figure, result: Figure) -> dt.date | None:
    """The last day for which a result is judged: that of the stage, of a target of each year that of the result's
    year; None where the stage has no end.
    """
    if target.each_year == "hang_nam" and result.period.end:
        return dt.date(result.period.end.year, 12, 31)
    return target.period.end
