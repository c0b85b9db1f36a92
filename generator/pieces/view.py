"""What every page composer looks at, and how one figure is put into words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from generator.commune.held_back import HeldBack
from generator.comparing.evidence import many_things
from generator.figures.series import Point, Series, series
from generator.language.numbers import PERCENT
from generator.language.vietnamese import opened
from generator.model.catalogue import Indicator, Outline, Said
from generator.model.commune import Commune
from generator.model.dataset import Dataset
from generator.model.difference import Difference
from generator.model.figure import MEASURED, UNSTATED_BASE, Figure, Kind, Standing
from generator.model.figure_words import is_above_whole
from generator.model.grouping import grouped
from generator.model.history import NO_HISTORY, History
from generator.model.problem import Problem
from generator.model.record import Record
from generator.pieces.abbreviations import abbreviations
from generator.pieces.answers import Answers
from generator.pieces.document_names import document_names
from generator.pieces.ways import way
from generator.reading.operator import Operator

SHOWN = 3
"""Periods of one thing that its row shows when it is opened; more of them have a page."""
PASSPORTS = 40
"""Figures of a document that are told in full on one page; those of one that has more stand on pages below it."""


@dataclass(frozen=True)
class View:
    """All that is known on the day of the build: figures of every kind, each target's standing, what does not agree,
    what is odd. `readings` may be counted in two ways and are no difference. `site_url` is the site's public address,
    ending in '/', or '' where it is not known: then nothing absolute is written. `operator` is who runs the site.
    `history` is that of the one commune. `provinces` are views of what provinces publish, by code; `set_for_each` the
    targets that they set each commune, beside its results, by its code.
    """

    dataset: Dataset
    figures: Sequence[Figure]
    standings: Sequence[Standing]
    differences: Sequence[Difference]
    date: dt.date
    held: Mapping[str, HeldBack] = field(default_factory=dict)
    warnings: Sequence[Problem] = ()
    site_url: str = ""
    operator: Operator = field(default_factory=Operator)
    readings: Sequence[Difference] = ()
    history: History = NO_HISTORY
    provinces: Mapping[str, View] = field(default_factory=dict)
    set_for_each: Mapping[str, Sequence[Standing]] = field(default_factory=dict)

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """The abbreviations of the glossary with their full words."""
        return abbreviations(self.dataset.catalogue.glossary)

    @cached_property
    def _by_commune(self) -> dict[str, list[Figure]]:
        return grouped(self.figures, lambda figure: figure.commune)

    @cached_property
    def _standings(self) -> dict[str, list[Standing]]:
        return grouped(self.standings, lambda standing: standing.target.commune)

    @cached_property
    def _records(self) -> dict[tuple[str, str], list[Record]]:
        return grouped(self.dataset.records, lambda record: (record.commune, record.table))

    @cached_property
    def _sources(self) -> dict[tuple[str, str], Record]:
        return {(r.commune, r["nguon"]): r for r in self.dataset.records if r.table == "nguon"}

    @cached_property
    def _names(self) -> dict[str, Mapping[str, str]]:
        documents = grouped((r for r in self.dataset.records if r.table == "nguon"), lambda record: record.commune)
        return {commune: document_names(own) for commune, own in documents.items()}

    def names_of(self, commune: str) -> Mapping[str, str]:
        """What the documents of a commune are called, by their ids."""
        return self._names.get(commune, {})

    @cached_property
    def differing(self) -> dict[str, list[Difference]]:
        """Differences, and what may be counted in two ways, by the id of the figure they concern."""
        pairs = [(figure, told) for told in (*self.differences, *self.readings) for figure in told.ids]
        return {id: [d for _, d in own] for id, own in grouped(pairs, lambda pair: pair[0]).items()}

    @cached_property
    def impossible(self) -> frozenset[str]:
        """The ids of figures that cannot be true: they stand in their rows with their doubt, and in no sentence."""
        found = {id for difference in self.differences if difference.impossible for id in difference.ids}
        found |= {f.id for f in self.figures if f.kind is not Kind.TARGET and is_above_whole(f)}
        return frozenset(found)

    @cached_property
    def _warnings(self) -> dict[str, list[Problem]]:
        return grouped(self.warnings, lambda warning: PurePosixPath(warning.file).parent.name)

    @cached_property
    def _rows(self) -> dict[tuple[str, int], Record]:
        return {(record.file, record.line): record for record in self.dataset.records}

    def warnings_of(self, commune: Commune) -> list[Problem]:
        """What the rules find odd in a commune's folder."""
        return self._warnings.get(commune.folder, [])

    def row_of(self, problem: Problem) -> Record | None:
        """The row that a problem is about; None where it is about a file."""
        return self._rows.get((problem.file, problem.line))

    @cached_property
    def _told(self) -> set[str]:
        return {record.commune for record in self.dataset.records}

    def is_empty(self, commune: Commune) -> bool:
        """Whether a commune has told nothing yet: no document, no row."""
        return commune.code not in self._told

    def of(self, commune: Commune) -> list[Figure]:
        """The figures of a commune."""
        return self._by_commune.get(commune.code, [])

    @cached_property
    def _sayable(self) -> dict[str, list[Figure]]:
        return {code: [f for f in own if f.id not in self.impossible] for code, own in self._by_commune.items()}

    def sayable(self, commune: Commune) -> list[Figure]:
        """The figures of a commune that sentences, charts, cards, notices and the loudspeaker may be made of."""
        return self._sayable.get(commune.code, [])

    @cached_property
    def many_things(self) -> frozenset[str]:
        """Indicators whose values are each time something else."""
        return many_things(self.dataset.catalogue)

    @cached_property
    def _series(self) -> dict[str, list[Series]]:
        measured = (f for own in self._sayable.values() for f in own if f.kind in MEASURED)
        same = (f for f in measured if f.topic.indicator not in self.many_things)
        return {code: series(own) for code, own in grouped(same, lambda figure: figure.commune).items()}

    def series_of(self, commune: Commune) -> list[Series]:
        """What was measured over time in a commune, reported or computed, of figures that can be true."""
        return self._series.get(commune.code, [])

    @cached_property
    def _points(self) -> dict[tuple[str, str], list[tuple[Series, Point]]]:
        """The points for which one figure speaks alone, with their series, by its commune and id."""
        every = ((code, one, point) for code, own in self._series.items() for one in own for point in one.points)
        spoken = ((code, point.figure.id, (one, point)) for code, one, point in every if point.figure)
        return {key: [place for *_, place in own] for key, own in grouped(spoken, lambda one: one[:2]).items()}

    def points_of(self, commune: Commune, figure: Figure) -> list[tuple[Series, Point]]:
        """Where a figure alone speaks for its period, in each series that it stands in; that of its length first."""
        return self._points.get((commune.code, figure.id), [])

    @cached_property
    def answers(self) -> Answers:
        """Its figures by what they answer."""
        return Answers(self.figures)

    @cached_property
    def _long_told(self) -> dict[str, frozenset[str]]:
        return {code: frozenset(self._many(own)) for code, own in self._by_commune.items()}

    def _many(self, figures: Sequence[Figure]) -> Iterator[str]:
        told = (figure for figure in figures if figure.kind is not Kind.TARGET)
        for (indicator, _), own in grouped(told, lambda f: (f.topic.indicator, label(self, f))).items():
            part = own[0].topic.breakdown and indicator not in self.many_things
            if len({f.period for f in own}) > 1 if part else len({(f.source, f.period) for f in own}) > SHOWN:
                yield indicator

    def long_told(self, commune: Commune) -> frozenset[str]:
        """The indicators of which a commune tells more than the page of their subject shows: each has its own page.
        Of parts (fields of work, groups of people) that page may show the newest period alone.
        """
        return self._long_told.get(commune.code, frozenset())

    @cached_property
    def _passports(self) -> dict[str, int]:
        of_documents = grouped(self.figures, lambda figure: (figure.commune, figure.source)).values()
        places = ((len(own), place, figure) for own in of_documents for place, figure in enumerate(own))
        return {f.id: place // PASSPORTS + 1 if many > PASSPORTS else 0 for many, place, f in places}

    def passports_on(self, figure: Figure) -> int:
        """The number of the page, among those of its document, on which a figure is told in full; 0 is the first."""
        return self._passports.get(figure.id, 0)

    def targets_of(self, commune: Commune) -> list[Standing]:
        """The targets of a commune beside their results."""
        return self._standings.get(commune.code, [])

    def records(self, commune: Commune, table: str) -> list[Record]:
        """The rows of a commune's table."""
        return self._records.get((commune.code, table), [])

    def source(self, commune: str, source: str) -> Record:
        """The row that registers a document."""
        return self._sources[commune, source]

    def indicator(self, id: str) -> Indicator:
        """An indicator by its id."""
        return self.dataset.catalogue.indicators[id]

    @property
    def subjects(self) -> Mapping[str, Outline]:
        """The subjects by their ids, in reading order."""
        return self.dataset.catalogue.subjects

    @cached_property
    def _said(self) -> dict[str, list[Said]]:
        return grouped(self.dataset.catalogue.said.values(), lambda said: self.indicator(said.indicator).subject)

    def said(self, subject: str) -> Sequence[Said]:
        """How the indicators of a subject are said, the most important first; one in none is told by its name."""
        return self._said.get(subject, ())

    def said_of(self, indicator: str) -> Said | None:
        """How an indicator is said; None where it has no words of its own."""
        return self.dataset.catalogue.said.get(indicator)

    def link(self, here: str, there: str, anchor: str = "") -> str:
        """Relative address from page `here` to page `there`, both ending in '/' or ''."""
        steps = way(here, there)
        folder = "./" if steps == "." else f"{steps}/"
        return f"{folder}#{anchor}" if anchor else folder

    def file_link(self, here: str, there: str) -> str:
        """Relative address of a file (a download)."""
        return way(here, there)


def label(view: View, figure: Figure) -> str:
    """The indicator's name with its breakdown."""
    indicator = view.indicator(figure.topic.indicator)
    if figure.topic.indicator in view.many_things:
        return opened(figure.words or indicator.name)
    words = indicator.part(figure.topic.breakdown)
    asked = " (đề nghị thêm)" if figure.kind is Kind.NEED else ""
    return f"{indicator.name}{asked}: {words}" if words else f"{indicator.name}{asked}"


def scope(view: View, figure: Figure) -> str:
    """What alone a count covers, as its document limits it: `lãnh đạo`; '' where it does not. (For a share the
    same words are what it is a share of, for a target each of what it is for.)
    """
    share = figure.is_ratio or view.indicator(figure.topic.indicator).unit == PERCENT
    return "" if share or figure.kind is Kind.TARGET or figure.base == UNSTATED_BASE else figure.base
