"""Months added up: what their counts say together of the stage of a target, computed and called so.

Only what happens is added, as the relations `cong_ky` of the catalogue say (dossiers settled, late, newly filed); not
what is there at the end of a month, nor what was carried into it, which would be counted once a month. A rate is added
by its two counts, each month's from one document, by a formula both sides of which add up. A month is told by the one
figure that speaks for it (`series.point`): where two documents of one day disagree, or no document tells of it, it is
missing, and the sum says so. Months of a calendar never overlap, so that no day is counted twice.

A sum is the result of a target and nothing else: it is not published among the figures. Its days change with each
new month and with the target that asks for it, so that its id would never be the same for long; who needs it adds the
published months.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.figures.compute import decimals_of, recompute
from generator.figures.series import point
from generator.language.value import Value
from generator.language.vietnamese import show_date
from generator.model.catalogue import Formula, Indicator, Relation
from generator.model.figure import Figure, Kind, Sum, Topic, figure_id
from generator.model.formulas import amounts
from generator.model.grouping import grouped
from generator.model.period import Length, Period, PeriodKind

FEWEST = 2
"""One month alone is a figure already."""
_NAMED = 3
"""Missing months that are named one by one."""


# --- what adds up -----------------------------------------------------------------------------


def months_that_add_up(
    figures: Iterable[Figure], indicators: Mapping[str, Indicator], relations: Iterable[Relation]
) -> dict[Topic, list[Figure]]:
    """Counts of single months that may be added, and rates computed from such counts, by what they are of."""
    known = list(relations)
    adding = {name: relation for relation in known if relation.kind == "cong_ky" for name in _named(relation)}
    counts = [f for f in figures if f.kind is Kind.REPORTED and f.is_exact and f.period.length is Length.MONTH]
    counts = [
        f for f in counts if not (rule := adding.get(f.topic.indicator)) or rule.condition in ("", f.with_carried)
    ]
    by_formula = {
        id: replace(one, formulas=tuple(f for f in one.formulas if _adds_up(f, adding, known)))
        for id, one in indicators.items()
        if one.formulas
    }
    rates = recompute(counts, by_formula)
    return grouped([*(f for f in counts if f.topic.indicator in adding and not f.is_ratio), *rates], lambda f: f.topic)


def _named(relation: Relation) -> tuple[str, ...]:
    return relation.whole, *relation.parts


def _adds_up(formula: Formula, adding: Mapping[str, Relation], relations: Sequence[Relation]) -> bool:
    """Whether both sides of a formula are made of what adds up: all received dossiers without those carried over are
    the new ones, which do.
    """
    sides = (amounts(formula.numerator), amounts(formula.denominator))
    return all(_is_flow(side, adding) or any(_is_flow(_opened(side, r), adding) for r in relations) for side in sides)


def _is_flow(side: Mapping[str, int], adding: Mapping[str, Relation]) -> bool:
    return all(name in adding for name, times in side.items() if times)


def _opened(side: Mapping[str, int], relation: Relation) -> Mapping[str, int]:
    """A side of a formula with a sum in it written as its parts."""
    times = side.get(relation.whole, 0)
    if relation.kind != "tong" or relation.optional or not times:
        return side
    parts = {part: side.get(part, 0) + times for part in relation.parts}
    return {**side, relation.whole: 0, **parts}


# --- sums -------------------------------------------------------------------------------------


def summed(months: Sequence[Figure], stage: Period, *, each_year: bool = False) -> Sum | None:
    """The sum of months of one question inside a stage; None of fewer than two. What is a share of something else than
    the newest month is left out, and so of a target of each year is what is of an earlier year.
    """
    newest = max(months, key=lambda f: (f.period.order, f.issued, f.id), default=None)
    if newest is None or newest.period.end is None:
        return None
    first_day = max(stage.start or dt.date.min, dt.date(newest.period.end.year, 1, 1) if each_year else dt.date.min)
    alike = [f for f in months if _of_what(f) == _of_what(newest) and (f.period.start or dt.date.min) >= first_day]
    told = grouped(alike, lambda f: _month(f.period))
    speaking = [figure for month in sorted(told) if (figure := point(month, told[month]).figure)]
    if len(speaking) < FEWEST:
        return None
    value = _added(speaking)
    return _sum(speaking, _missing(speaking, first_day), value) if value else None


def _of_what(figure: Figure) -> tuple[str, str, str]:
    return figure.unit, figure.base, figure.without


def _month(period: Period) -> Period:
    """A month whatever it is called: January may be told as what was counted since new year."""
    return Period(PeriodKind.WITHIN, period.start, period.end)


def _added(months: Sequence[Figure]) -> Value | None:
    if not months[0].is_ratio:
        return Value(sum((f.number for f in months), Decimal()), decimals=max(f.value.decimals for f in months))
    part, whole = (sum(side, Decimal()) for side in zip(*(f.counts for f in months), strict=True))
    usual = min(f.value.decimals for f in months if f.value.decimals) if any(f.value.decimals for f in months) else 2
    return (
        Value(100 * part / whole, part=part, whole=whole, decimals=decimals_of(part, whole, usual)) if whole else None
    )


def _missing(months: Sequence[Figure], first_day: dt.date) -> tuple[Period, ...]:
    """The whole months since the first day of the stage, or since the first one told, that are not among them."""
    told = {_month(figure.period) for figure in months}
    month, last = min(told), max(told)
    while first_day > dt.date.min and (before := month.moved(-1)).start and before.start >= first_day:
        month = before
    made = []
    while month < last:
        made += [] if month in told else [month]
        month = month.moved(1)
    return tuple(made)


def _sum(months: Sequence[Figure], missing: tuple[Period, ...], value: Value) -> Sum:
    """With the trace of its newest month, and a note of what was added and what is missing."""
    newest, start, end = months[-1], months[0].period.start, months[-1].period.end
    made = Sum(newest, tuple(months), missing)
    days = f"{made.counted}, từ {show_date(start)} đến {show_date(end)}"
    period = Period(PeriodKind.WITHIN, start, end, days)
    note = f"Trang tự cộng {days}{f'; {without(missing)}' if missing else ''}."
    id = figure_id(newest.commune, newest.topic, period, Kind.COMPUTED, newest.source)
    figure = replace(
        newest, id=f"{id}.cong-{len(months)}-thang", kind=Kind.COMPUTED, period=period, value=value,
        trace=replace(newest.trace, place="", note=note), claim="", words="", as_printed=False,
    )  # fmt: skip
    return made._replace(figure=figure)


def without(missing: Sequence[Period]) -> str:
    """Which months are not in a sum: `chưa có số đếm của tháng 06/2026, 08/2026`."""
    named = ", ".join(f"{month.end:%m/%Y}" for month in missing[:_NAMED])
    more = f" và {len(missing) - _NAMED} tháng khác" if len(missing) > _NAMED else ""
    return f"chưa có số đếm của tháng {named}{more}"
