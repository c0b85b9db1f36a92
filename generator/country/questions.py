"""What communes are compared by, and what a commune hands over to be placed by: values that speak alone for a period.

A question is an indicator, or something that follows from tables: how much of what was given is spent, how many tasks
are late. Its values are told apart by what they are a share of: only those of one basis and one period stand side by
side.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.country.placed import REASONS, Placed, days, text
from generator.country.placed_by_tables import late_tasks, spent
from generator.figures.standings import ABOVE, BELOW, NOT_BEGUN, NOT_COMPARABLE, in_stage, stage_of
from generator.figures.uncertainty import interval
from generator.language.numbers import PERCENT, show_number
from generator.language.value import State
from generator.model.catalogue import Catalogue, Indicator, Question
from generator.model.commune import Commune
from generator.model.figure import MEASURED, UNSTATED_BASE, Figure, Kind, Standing, Topic
from generator.model.figure_words import aimed
from generator.model.grouping import grouped
from generator.model.period import Period
from generator.pieces.addresses import anchor, figure_page
from generator.pieces.changed import FEW, changed
from generator.pieces.doubted import named_doubt
from generator.pieces.late_over_time import in_thousand
from generator.pieces.moments import called
from generator.pieces.shown import value
from generator.pieces.standings import nearest, state_mark
from generator.pieces.view import View

_SIGN = 8
"""Letters of the sign of a definition."""


def questions(catalogue: Catalogue) -> dict[str, Question]:
    """All questions by their ids: of each indicator that of its whole, unless a headline asks for something else."""
    every = {id: _question_of(indicator) for id, indicator in catalogue.indicators.items()}
    return every | {question.id: question for question in catalogue.headlines}


def _question_of(indicator: Indicator) -> Question:
    return Question(indicator.id, indicator.name, indicator.question, indicator.unit, indicator.subject)


def placed(view: View, commune: Commune) -> Iterator[Placed]:
    """What a commune can be placed by."""
    asked = {Topic(one.id, one.part): one for one in questions(view.dataset.catalogue).values()}
    said = [f for f in view.of(commune) if f.topic in asked and f.kind in MEASURED and f.stage is None]
    for topic, own in grouped(said, lambda figure: figure.topic).items():
        if topic.indicator not in view.many_things:
            yield from _of_topic(view, commune, asked[topic], own)
    yield from spent(view, commune)
    yield from late_tasks(view, commune)


def _of_topic(view: View, commune: Commune, question: Question, figures: list[Figure]) -> Iterator[Placed]:
    topic = figures[0].topic
    points = [point for one in view.series_of(commune) if one.topic == topic for point in one.points if point.speaking]
    states = {point.figure.id: _state(point.figure) for point in points if point.figure}
    best = sorted(
        (point.figure for point in points if point.figure),
        key=lambda f: (states[f.id] != "so", f.kind is Kind.COMPUTED),
    )
    there: dict[tuple[Period, str], Figure] = {}
    for figure in best:  # a printed value goes before one computed of the same
        there.setdefault((figure.period, _basis(figure)), figure)
    able = [figure for figure in there.values() if states[figure.id] == "so"]
    told = [figure for figure in there.values() if states[figure.id] in ("so", "khong_co_so")]
    newest = max(told, key=lambda f: (f.period.order, f.kind is Kind.REPORTED, f.id), default=None)
    for figure in sorted(there.values(), key=lambda f: (f.period.order, f.id)):
        row = _row(view, commune, question, figure, states[figure.id])
        yield _as_newest(view, commune, question, figure, row) if figure is newest else row
    if not able:
        reasons = [*states.values(), *(["hai_so"] if any(not point.figure for point in points) else []),
                   *(_why_not(view, figure) for figure in figures)]  # fmt: skip
        why = min(filter(None, reasons), key=list(REASONS).index, default="chua_co")
        if why not in states.values():
            yield Placed(question.id, commune.code, why)


def _state(figure: Figure) -> str:
    if not figure.stands:
        return "thay_the"
    if not figure.is_exact:
        return "khoang"
    return "khong_co_so" if figure.unit == PERCENT and figure.base in ("", UNSTATED_BASE) else "so"


def _why_not(view: View, figure: Figure) -> str:
    """Why a figure stands in no series; '' where it does."""
    if figure.value.state is State.IN_WORDS:
        return "bang_loi"
    if not figure.has_value:
        return "chua_co"
    return "khong_the" if figure.id in view.impossible else "khong_ngay" if figure.period.end is None else ""


def _basis(figure: Figure) -> str:
    """What a value is of: its unit, its base, what it leaves out."""
    without = f"không kể {figure.without}" if figure.without else ""
    return "; ".join(filter(None, (figure.unit, figure.base, without)))


def _definition(indicator: Indicator) -> str:
    """A sign of what an indicator measures: another one where its unit, base or formulas are others. Communes may have
    been composed elsewhere, by a catalogue of another day.
    """
    formulas = [replace(formula, words="", line=1) for formula in indicator.formulas]
    told = repr((indicator.unit, indicator.base, indicator.better, formulas))
    return hashlib.sha256(told.encode()).hexdigest()[:_SIGN]


def _row(view: View, commune: Commune, question: Question, figure: Figure, state: str) -> Placed:
    turned = question.turned
    part, whole = _counts(view, figure)
    if turned and part is not None and whole is not None:
        part = whole - part
    few = figure.kind is Kind.COMPUTED and whole is not None and whole < FEW
    target = _target(view, commune, figure)
    number = in_thousand(figure) if turned else figure.number
    counts = "" if part is None or whole is None else f"{show_number(part)} trong {show_number(whole)}"
    told = f"{show_number(number, 1)} {question.unit}" if turned else value(figure)
    printed_of_few = figure.unit == PERCENT and whole is not None and whole < FEW
    told += f" ({counts})" if counts and (turned or printed_of_few) else ""
    doubts = view.differing.get(figure.id, ())
    aim, aim_words = _aimed(target, turned=turned) if target else (None, "")
    return Placed(
        question.id, commune.code, state, str(figure.period.kind), str(figure.period.length.value),
        *days(figure.period), _basis(figure),
        _definition(view.indicator(question.id)), "" if few else text(number), text(part), text(whole), int(few),
        counts if few else told, called(figure.period),
        figure_page(view, commune, figure).removeprefix(commune.address), anchor(figure.id), text(aim), aim_words,
        named_doubt(doubts[0]) if doubts else "",
    )  # fmt: skip


def _aimed(target: Figure, *, turned: bool) -> tuple[Decimal, str]:
    """The level of a target and the words for it; of a share on time what it lets be late."""
    if not turned:
        return target.number, aimed(target)
    most = 10 * (100 - target.number)
    return most, f"không quá {show_number(most, 0 if most == int(most) else 1)}" if most else "không hồ sơ nào trễ"


def _counts(view: View, figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    """Part and whole of a share; of one that is printed those of its document, where they give the same base."""
    if figure.is_ratio:
        return figure.value.part, figure.value.whole
    computed = view.answers.computed(figure)
    return computed.counts if computed and computed.base == figure.base else (None, None)


def _target(view: View, commune: Commune, figure: Figure) -> Figure | None:
    """The target whose stage holds the period of a figure, the first that ends."""
    own = [
        s.target for s in view.targets_of(commune)
        if s.target.topic == figure.topic and s.target.has_value and not s.target.is_range and not s.target.base
        and any((s.target.period.start, s.target.period.end)) and in_stage(figure.period, stage_of(s.target))
    ]  # fmt: skip
    return min(own, key=lambda target: (target.period.end is None, target.period.order, target.id), default=None)


def _as_newest(view: View, commune: Commune, question: Question, figure: Figure, row: Placed) -> Placed:
    step, stands = changed(view, commune, figure), _standing(view, commune, figure.topic)
    told = step.words if step else ""
    if stands is None:
        return row._replace(newest=1, change=told)
    turned = question.turned
    mark, words = state_mark(ABOVE if turned and stands.status == BELOW else stands.status)
    level, level_words = _aimed(stands.target, turned=turned)
    told_level = f"{level_words} {question.unit}" if level else level_words
    said = f"{words} ({told_level if turned else f'mục tiêu {level_words}'})"
    said += "; hơn kém này có thể do may rủi" if _by_chance(stands, figure, row, turned=turned) else ""
    return row._replace(newest=1, change=told, mark=mark, standing=said)


def _by_chance(stands: Standing, figure: Figure, row: Placed, *, turned: bool) -> bool:
    """Whether chance may have moved a share of cases over its target, to either side."""
    result = stands.result
    if result is None or result.period != figure.period or figure.unit != PERCENT or not row.whole:
        return False
    part, whole, aim = float(row.part), float(row.whole), float(stands.target.number) / 100
    if not 0 < whole >= part:
        return False
    low, high = interval(part, whole)
    return low <= (1 - aim if turned else aim) <= high


def _standing(view: View, commune: Commune, topic: Topic) -> Standing | None:
    own = nearest(s for s in view.targets_of(commune) if s.target.topic == topic)
    return next((s for s in own if s.status not in (NOT_BEGUN, NOT_COMPARABLE)), None)
