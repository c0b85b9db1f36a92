"""Targets beside their results: which figure answers a target, and how the target stands by it.

A result is a figure of the target's indicator and part, of a document that no other replaces, whose days lie inside the
target's stage. Of several speaks

1. the one that ends last: it is the newest;
2. of those the one that begins first: it covers more of the stage, so that a total since new year goes before its last
   month. What covers more goes before what is computed from less;
3. of one stretch of days a figure of a document goes before a sum of ours (`accumulated`): a document saw what we add;
4. among documents the newest;
5. of one document the rate that it prints goes before the one computed from its counts: the document answers for its
   own word, and a target is not missed by our rounding.

What gives another value for the same days than the one that speaks, beyond what rounding explains, stands beside it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from generator.figures.accumulated import months_that_add_up, summed
from generator.language.period_words import read_period
from generator.language.value import Compared
from generator.language.vietnamese import read_date
from generator.model.catalogue import Indicator, Relation
from generator.model.figure import MEASURED, Figure, Kind, Standing, Sum, Topic
from generator.model.grouping import grouped
from generator.model.period import Period

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


def standings(
    figures: Sequence[Figure], indicators: Mapping[str, Indicator], date: dt.date, relations: Iterable[Relation] = ()
) -> list[Standing]:
    """Each target of a commune with the result that speaks for its stage, and how it stands on a day.

    While the stage runs a result is at or below its target, after it the target is met or not. A result without a day,
    or of a document that another replaces, stands for none.
    """
    targets = [f for f in figures if f.kind is Kind.TARGET]
    usable = [f for f in figures if f.kind in MEASURED and f.has_value and f.period.end and f.stands]
    results = grouped(usable, lambda f: f.topic)
    months = months_that_add_up(usable, indicators, relations) if targets else {}
    return [_standing(target, *_found(target, results, months), indicators, date) for target in targets]


def _found(
    target: Figure, results: Mapping[Topic, Sequence[Figure]], months: Mapping[Topic, Sequence[Figure]]
) -> tuple[Figure | None, Sum | None, tuple[Figure, ...]]:
    """The result that speaks, the sum that it is (None where it is none), and what disagrees with it."""
    stage = stage_of(target)
    inside = [result for result in results.get(target.topic, ()) if in_stage(result.period, stage)]
    added = summed([month for month in months.get(target.topic, ()) if in_stage(month.period, stage)], stage,
                   each_year=target.each_year == EACH_YEAR)  # fmt: skip
    every = [*inside, *([added.figure] if added else ())]
    if not every:
        return None, None, ()
    speaking = max(every, key=lambda f: _weight(f, added))
    same = [f for f in every if f.period.span == speaking.period.span and not _agree(f, speaking)]
    others = [
        f for f in same if not (added and f is added.figure and added.missing)
    ]  # with gaps it is no second answer
    others.sort(key=lambda f: _weight(f, added), reverse=True)
    told = added if added and added.figure in (speaking, *others) else None
    return speaking, told, tuple(others)


def _weight(figure: Figure, added: Sum | None) -> tuple[object, ...]:
    """What decides which of several results speaks, as the head of this module says."""
    of_a_document = added is None or figure is not added.figure
    return figure.period.order, of_a_document, figure.issued, figure.kind is Kind.REPORTED, figure.id


def _agree(one: Figure, two: Figure) -> bool:
    """Whether rounding explains how far two values are apart."""
    near = abs(one.number - two.number) <= max(one.value.rounding, two.value.rounding)
    return near and one.value.upper == two.value.upper


# --- stages -----------------------------------------------------------------------------------

EACH_YEAR = "hang_nam"
"""A target that holds anew every year."""


def stage_of(target: Figure) -> Period:
    """The days of a target's stage: those that its document gives, else those that the words for it name (`tháng 6 và 6
    tháng cuối năm 2026`). The latter say which results belong to it; no day by which it must be met.
    """
    given = target.period
    if given.start or given.end:
        return given
    named = read_period(given.printed)
    return Period(given.kind, read_date(named.start), read_date(named.end), given.printed) if named else given


def in_stage(period: Period, stage: Period) -> bool:
    """Whether the days of a result lie inside a stage; a state counts by its day. A result without a day lies in none,
    one that reaches over an edge of the stage neither.
    """
    if period.end is None or (period.is_since_ever and stage.start):
        return False  # counted since before the stage, nobody knows since when
    return (stage.start or dt.date.min) <= (period.start or period.end) and period.end <= (stage.end or period.end)


def stage_end(target: Figure, result: Figure) -> dt.date | None:
    """The last day for which a result is judged: that of the stage, of a target of each year that of the result's
    year; None where the document gives none.
    """
    if target.each_year == EACH_YEAR and result.period.end:
        return dt.date(result.period.end.year, 12, 31)
    return target.period.end


def _standing(
    target: Figure, result: Figure | None, added: Sum | None, others: tuple[Figure, ...],
    indicators: Mapping[str, Indicator], date: dt.date,
) -> Standing:  # fmt: skip
    stage, better = stage_of(target), indicators[target.topic.indicator].better
    begun = (stage.start or dt.date.min) <= date
    undated = not (stage.start or stage.end)  # nobody knows which results fall into its stage
    # not a number, or one for each village
    if result is None or not target.has_value or target.base or undated:
        return Standing(target, None, NOT_COMPARABLE if begun else NOT_BEGUN)
    if not result.is_exact:
        return Standing(target, result, NOT_COMPARABLE, added, others)
    until = stage_end(target, result)
    running, there = until is None or until >= date, meets(result.number, target, better)
    if not running:
        return Standing(target, result, MET if there else NOT_MET, added, others)
    how = target.value.compared
    over = how in (Compared.BELOW, Compared.AT_MOST) or (how is Compared.EXACTLY and better == "thap")
    return Standing(target, result, MEETING if there else ABOVE if over else BELOW, added, others)
