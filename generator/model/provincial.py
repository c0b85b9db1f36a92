"""What a province publishes of itself: its documents, targets and figures, examined."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.commune import Province
from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.model.problem import Problem
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Provincial:
    """A province with its rows, figures (the computed ones too) and what the rules find, as of a commune. `for_each`
    are the ids of the targets that its document sets for each commune; every other target is the province's as a whole,
    by which no commune is judged.
    """

    place: Province
    records: tuple[Record, ...] = ()
    figures: tuple[Figure, ...] = ()
    differences: tuple[Difference, ...] = ()
    readings: tuple[Difference, ...] = ()
    warnings: tuple[Problem, ...] = ()
    for_each: frozenset[str] = frozenset()
