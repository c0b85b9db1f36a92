"""Periods that lie in one another: what is counted in the shorter is in the longer too. A docstring is its rule.

A figure without a last day joins no comparison, nor does a share, a state of a day, or what is left at the end.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.comparing.evidence import Evidence, by_topic, found
from generator.comparing.rules_within import total_of
from generator.language.numbers import WHOLE_UNITS_EXCEPT, show_number
from generator.language.vietnamese import show_date
from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.model.figure_words import gap_of, printed
from generator.model.period import Period, PeriodKind


def falls(evidence: Evidence) -> Iterator[Difference]:
    """What was counted up to a day, or within a period, is not more than in a period that goes on or lies around it."""
    left = {name for relation in evidence.relations("so_cuoi_ky") for name in (relation.whole, *relation.parts)}
    for figures in by_topic(f for f in evidence.exact if _counts(evidence, f) and f.topic.indicator not in left):
        for longer in figures:
            within = [figure for figure in figures if _inside(figure.period, longer.period)]
            before = [figure for figure in within if figure.period.start == longer.period.start]
            shorter = before[-1] if before else max(within, key=lambda figure: figure.number, default=None)
            if shorter and shorter.number > longer.number:
                sentence = (
                    f"{evidence.label(longer)}: {_dated(longer)} ít hơn {_dated(shorter)}, trong khi kỳ sau gồm cả kỳ "
                    f"trước{'' if longer.period.start else ' nếu cùng đếm từ một ngày'} nên không thể ít hơn."
                )
                made = found(evidence, "luy-ke-giam", [longer, shorter], gap_of(longer, shorter), sentence)
                yield replace(made, impossible=bool(longer.period.start))


def months_of_a_longer_period(evidence: Evidence) -> Iterator[Difference]:
    """Months, one after the other, add up to the quarter, half-year or year that they fill, where things that happen
    are counted.
    """
    for relation in evidence.relations("cong_ky"):
        names = {relation.whole, *relation.parts}
        used = [
            figure for figure in evidence.exact
            if figure.topic.indicator in names and _counts(evidence, figure) and figure.period.start
            and relation.condition in ("", figure.with_carried)
        ]  # fmt: skip
        for figures in by_topic(used):
            for longer in figures:
                months = _filling(longer, [figure for figure in figures if _inside(figure.period, longer.period)])
                total = total_of(months)
                if months and total != longer.number and all(month.number <= longer.number for month in months):
                    added = " + ".join(show_number(month.number) for month in months)
                    sentence = (
                        f"{evidence.label(longer)}: {_dated(longer)}, nhưng {len(months)} kỳ ngắn hơn nối nhau trong "
                        f"kỳ ấy cộng lại {added} = {show_number(total)}."
                    )
                    gap = f"{show_number(abs(total - longer.number))} {longer.unit}"
                    yield found(evidence, "ky-dai-khac-ky-ngan", [longer, *months], gap, sentence)


RULES = (falls, months_of_a_longer_period)


def _counts(evidence: Evidence, figure: Figure) -> bool:
    """Whether a figure of a document that stands counts what happened up to a last day that is known."""
    period = figure.period
    begun = bool(period.start) or period.is_since_ever
    counted = period.kind is not PeriodKind.AT and begun and period.end is not None
    things = figure.unit not in WHOLE_UNITS_EXCEPT and evidence.one_thing(figure)
    return counted and things and figure.stands


def _inside(shorter: Period, longer: Period) -> bool:
    """Whether a period lies in another and is shorter; of two totals since nobody knows when, the one that ends first.
    A period is held against no total whose beginning is unknown.
    """
    if shorter.start is None:
        return longer.start is None and shorter < longer
    return longer.contains(shorter) and longer.span != shorter.span


def _filling(longer: Figure, within: Sequence[Figure]) -> list[Figure]:
    """Periods that follow each other from the first day of a longer one to its last; empty where a day is missing.
    Of several that begin on one day the shortest; two documents on one period disagree by another rule.
    """
    shortest_last = sorted(within, key=lambda f: (f.period.order, f.id), reverse=True)
    first = {figure.period.start: figure for figure in shortest_last}
    made: list[Figure] = []
    day = longer.period.start
    while day in first:
        made.append(first[day])
        day = _day_after(first[day].period)
    return made if made and made[-1].period.end == longer.period.end else []


def _day_after(period: Period) -> dt.date:
    assert period.end
    return period.end + dt.timedelta(days=1)


def _dated(figure: Figure) -> str:
    days = " đến ".join(filter(None, map(show_date, figure.period.span)))
    return f"{printed(figure)} ({'từ' if figure.period.start else 'đến'} {days})"
