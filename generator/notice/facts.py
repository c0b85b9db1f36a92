"""Which figures of a subject a notice tells, the most important first, each a sentence that begins with its number."""

from __future__ import annotations

from collections.abc import Iterable

from generator.language.vietnamese import inside
from generator.model.commune import Commune
from generator.model.figure import BUDGETS, Figure, Kind
from generator.model.period import PeriodKind
from generator.pieces.addresses import subject_of
from generator.pieces.fact import Fact, after, told
from generator.pieces.picking import with_value
from generator.pieces.view import View, label
from generator.subjects.all_subjects import subject_by

_FEW = 4
"""With so many figures told in words of their own, the others are left to the page."""
_BEFORE_COUNTS = 3
"""Facts that come before the counts of a subject's rows."""
_PARTS = 5
"""So many parts of an indicator are told one by one; of more, the first."""


def facts(view: View, commune: Commune, subject: str) -> list[Fact]:
    """The facts of a subject by importance; empty where its documents give none."""
    own, this = measured(view, commune, subject), subject_by(subject)
    made = [*this.facts(view, commune, own)]
    known = {fact.figure for fact in made}
    after_number = [said.indicator for said in view.said(subject) if said.after]
    plain = [figure for id in after_number for figure in _newest(own, id) if figure.id not in known]
    made += [told(view, figure, after(view, figure)) for figure in plain]
    made[_BEFORE_COUNTS:_BEFORE_COUNTS] = this.counts(view, commune)
    made += _by_name(view, own, made)
    return made if any(not fact.missing for fact in made) else []


def _by_name(view: View, own: list[Figure], made: list[Fact]) -> list[Fact]:
    """Figures that have no words of their own, where those that have are few: what is there before what is not."""
    known = {fact.figure for fact in made}
    rest = [f for id in dict.fromkeys(f.topic.indicator for f in own) for f in _newest(own, id)]
    never = {id for id, said in view.dataset.catalogue.said.items() if not said.hung} | {*BUDGETS.values()}
    rest = [f for f in rest if f.id not in known and f.topic.indicator not in never]
    rest.sort(key=lambda f: f.number == 0)
    few = _FEW - sum(not fact.missing for fact in made)
    return [told(view, f, f"là {inside(label(view, f))}.") for f in rest[: max(few, 0)]]


def measured(view: View, commune: Commune, subject: str) -> list[Figure]:
    """The figures of a subject that have a value, without targets."""
    return [
        f for f in with_value(view.sayable(commune)) if f.kind is not Kind.TARGET and subject_of(view, f) == subject
    ]


def _newest(own: Iterable[Figure], indicator: str) -> list[Figure]:
    """The newest figure of an indicator, the whole before its parts; all parts where there is no whole."""
    there = [f for f in own if f.topic.indicator == indicator and f.kind is not Kind.NEED]
    there.sort(
        key=lambda f: (
            f.period.kind is PeriodKind.CUMULATIVE,
            f.topic.breakdown != "",
            f.topic.breakdown != "ubnd_xa",
            f.kind is Kind.COMPUTED,
            f.trace.line,
        )
    )
    there.sort(key=lambda f: f.day, reverse=True)
    there.sort(key=lambda f: not f.stands)
    if not there or not there[0].topic.breakdown:
        return there[:1]
    first = there[0]
    same = (first.period.end, first.source, first.period.kind, first.kind)
    parts = [f for f in there if (f.period.end, f.source, f.period.kind, f.kind) == same]
    return parts if len(parts) <= _PARTS else parts[:1]
