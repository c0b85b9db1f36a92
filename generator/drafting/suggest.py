"""What a number may be: the indicators that its words, unit, headings and the last report suggest, and how likely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.drafting.found import Found
from generator.drafting.last_report import Last
from generator.drafting.phrases import Phrase, Phrases
from generator.language.numbers import MONEY, PERCENT, SCORE, read_quantity
from generator.language.unreadable import Unreadable
from generator.model.catalogue import Catalogue, Indicator
from generator.model.figure import Topic

OFFERED = 3
"""Indicators that a number is offered with."""
LEAST = 0.3
"""Likeness below which a number is rather left without a name."""
_NEAR, _ROUND, _ABOVE = 1.0, 0.45, 0.3
"""How much words count in the clause of a number, in its sentence, in the headings above it."""
_OTHER_UNIT = 0.55
_SAME_UNIT = 0.05
_COVER, _FIT = 0.65, 0.35
"""Shares of likeness: how much of a name is said, and how much of what is said is the name."""

_DOTTED = re.compile(r"\d{1,3}\.\d{1,2}\s*%?")
"""A rate with a dot for its decimals, as some documents print it: it has a name, and is never filled in."""

_ALIKE = {
    "nguoi": ("can bo", "cong chuc", "vien chuc", "ca nhan", "thanh vien", "chuyen vien", "hoc vien", "lanh dao"),
    "bo": ("may", "laptop", "thiet bi", "chiec"),
    "thu tuc": ("tthc", "dich vu", "dvctt"),
    "cuoc hop": ("phien hop", "hop"),
    "chu ky so": ("to chuc", "chung thu", "co quan", "ca nhan"),
    "nguoi (chu ky so)": (),
    "to": ("to cong nghe", "to cnsc"),
    "buoi": ("hoi nghi", "dot", "lop"),
    "van ban": (),
    "hop tac xa": ("htx",),
}
"""Other words that are counted by a unit."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An indicator, or a part of one, that a number may be: `likeness` from 0 to 1 and over, of words alone."""

    topic: Topic
    likeness: float
    last: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """The terms around a number: in its clause, its sentence, above it."""

    near: frozenset[str]
    round: frozenset[str]
    above: frozenset[str]


def context_of(found: Found, phrases: Phrases) -> Context:
    """The words by which a number is known."""
    passage = found.passage
    if passage.in_cell:
        near = phrases.terms(" ".join(passage.column)) | phrases.terms(passage.row)
        above = phrases.terms(" ".join((passage.table, *passage.titles[-2:])))
        return Context(near, phrases.terms(f"{' '.join(passage.column)} {passage.row}"), above)
    near = phrases.terms(found.before) | phrases.terms(found.behind)
    above = phrases.terms(passage.lead) | phrases.terms(" ".join(passage.titles[-2:]))
    return Context(near, phrases.terms(passage.text), above)


def suggestions(found: Found, catalogue: Catalogue, phrases: Phrases, last: Last) -> list[Suggestion]:
    """The likeliest topics of a number, the best first; none where its words name nothing."""
    context = context_of(found, phrases)
    told = last.topic_of(found)
    made: list[Suggestion] = []
    for id, indicator in catalogue.indicators.items():
        if not fits(found, indicator):
            continue
        likeness = max((_likeness(way, context, phrases) for way in phrases.of[id]), default=0.0)
        likeness *= _unit_factor(found, indicator, phrases)
        if likeness >= LEAST:
            made.append(Suggestion(Topic(id, part_of(found, context, id, phrases)), likeness))
    if told and told.indicator in catalogue.indicators and fits(found, catalogue.indicators[told.indicator]):
        made = [one for one in made if one.topic.indicator != told.indicator]
        made.append(Suggestion(told, 1.5, last=True))
    return sorted(made, key=lambda one: (-one.likeness, one.topic.indicator))[:OFFERED]


def fits(found: Found, indicator: Indicator) -> bool:
    """Whether a number can be of an indicator: by the sign of its unit, and read in it."""
    unit = PERCENT if found.unit == PERCENT or found.passage.unit.strip() == PERCENT else found.unit
    if (unit == PERCENT) != (indicator.unit == PERCENT) or (unit == MONEY) != (indicator.unit == MONEY):
        return False
    if indicator.unit == SCORE and "/" not in found.printed and "điểm" not in found.behind:
        return False
    return read_as(found.printed, indicator.unit) or bool(_DOTTED.fullmatch(found.printed) and unit == PERCENT)


def read_as(printed: str, unit: str) -> bool:
    """Whether a printed number is one of a unit."""
    try:
        return read_quantity(printed, unit).number is not None
    except Unreadable:
        return False


def _likeness(phrase: Phrase, context: Context, phrases: Phrases) -> float:
    terms = phrase.terms
    whole = phrases.weight(terms)
    if not whole:
        return 0.0
    said = phrases.weight(terms & context.near) * _NEAR
    said += phrases.weight((terms & context.round) - context.near) * _ROUND
    said += phrases.weight((terms & context.above) - context.near - context.round) * _ABOVE
    own = phrases.weight(context.near)
    fit = phrases.weight(terms & context.near) / own if own else 0.0
    if not phrases.tell(terms & context.near):
        return 0.0
    return (_COVER * said / whole + _FIT * fit) * phrase.worth


def _unit_factor(found: Found, indicator: Indicator, phrases: Phrases) -> float:
    """More where the words behind a number name the unit, less where they name another."""
    if indicator.unit in (PERCENT, MONEY):
        return 1.0
    unit = " ".join(phrases.words(indicator.unit))
    behind = " ".join(phrases.words(found.passage.unit or found.behind)[:6])
    if found.passage.in_cell and not found.passage.unit:
        return 1.0
    if not behind:
        return 1.0
    if any(behind.startswith(word) for word in (unit, *_ALIKE.get(unit, ()))):
        return 1.0 + _SAME_UNIT
    return _OTHER_UNIT


def part_of(found: Found, context: Context, indicator: str, phrases: Phrases) -> str:
    """The part of an indicator that the words name: those of its clause, else of its sentence up to it, else those
    above it; '' for the whole.
    """
    parts = phrases.parts.get(indicator, ())
    if not parts:
        return ""
    led = phrases.terms(found.passage.text[: found.start].rpartition(";")[2])
    for there in (context.near, led, phrases.terms(found.passage.lead)):
        named = [(len(terms), id) for id, terms in parts if terms <= there]
        if named:
            return max(named)[1]
    return ""


def offers(
    every: Sequence[Found], catalogue: Catalogue, phrases: Phrases, last: Last
) -> Iterator[tuple[Found, list[Suggestion]]]:
    """Each number with what it may be."""
    for found in every:
        yield found, suggestions(found, catalogue, phrases, last)
