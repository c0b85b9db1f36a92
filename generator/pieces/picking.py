"""Figures picked for a page, a notice or the loudspeaker, and the order in which they are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from generator.model.figure import Figure, Kind
from generator.model.period import Length


def pick(figures: Iterable[Figure], *indicators: str, kinds: Sequence[Kind] = (Kind.REPORTED,)) -> list[Figure]:
    """Figures of the named indicators in the order of the names, newest period first; of periods that end together a
    month first, which can be compared with the one before it, then the longest, last what is counted since nobody knows
    when; of one period those of the newest document first, and those of a document that another replaces last of all. A
    recomputed value stands beside the reported one of its period.
    """
    order = {name: number for number, name in enumerate(indicators)}
    found = [figure for figure in figures if figure.topic.indicator in order and figure.kind in kinds]
    found.sort(key=lambda f: (f.source, f.trace.line))
    found.sort(key=lambda f: f.issued, reverse=True)
    found.sort(
        key=lambda f: (
            f.period.end is None, not is_of_a_month(f), f.period.is_since_ever, f.period.start or dt.date.min,
            f.kind is Kind.COMPUTED,
        )
    )  # fmt: skip
    found.sort(key=lambda f: f.day, reverse=True)
    found.sort(key=lambda f: not f.stands)
    return sorted(found, key=lambda f: (order[f.topic.indicator], f.kind is Kind.NEED, f.kind is not Kind.ALLOCATED))


def is_of_a_month(figure: Figure) -> bool:
    """Whether it tells of one calendar month."""
    return figure.period.length is Length.MONTH


def with_value(figures: Iterable[Figure]) -> list[Figure]:
    """Those that are not missing."""
    return [figure for figure in figures if figure.has_value]
