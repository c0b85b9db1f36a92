"""The figures of a view by what they answer, each sort of them brought together once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from generator.model.figure import Figure, Kind, Topic
from generator.model.grouping import grouped
from generator.model.period import Period


class Answers:
    """Figures that are asked for by another: what stands beside it."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._figures = figures

    @cached_property
    def _computed(self) -> dict[tuple[str, Topic, Period, str], Figure]:
        return {(f.commune, f.topic, f.period, f.source): f for f in self._figures if f.kind is Kind.COMPUTED}

    def computed(self, figure: Figure) -> Figure | None:
        """The share that the counts of its document give for its topic and period; None where they give none."""
        return self._computed.get((figure.commune, figure.topic, figure.period, figure.source))

    @cached_property
    def _alike(self) -> dict[tuple[str, Topic, Kind, Period], list[Figure]]:
        return grouped(self._figures, lambda f: (f.commune, f.topic, f.kind, f.period))

    def others(self, figure: Figure) -> list[Figure]:
        """What else its commune has of its topic, kind and period."""
        same = self._alike[figure.commune, figure.topic, figure.kind, figure.period]
        return [other for other in same if other is not figure]

    @cached_property
    def _reported(self) -> dict[tuple[str, str, Period, str], list[Figure]]:
        reported = (figure for figure in self._figures if figure.kind is Kind.REPORTED)
        return grouped(reported, lambda f: (f.commune, f.topic.breakdown, f.period, f.source))

    def counts(self, figure: Figure) -> Sequence[Figure]:
        """What its document reports of the same part and period, from which it may be computed."""
        return self._reported.get((figure.commune, figure.topic.breakdown, figure.period, figure.source), ())
