"""One commune examined: all rules on its folder, and its figures if nothing is wrong. Pure: it opens nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.checking.check import check, may_be_errors
from generator.checking.of_personal import personal_data
from generator.comparing import differences
from generator.comparing.corrections import corrections
from generator.comparing.evidence import Evidence
from generator.comparing.oddities import ODDITIES
from generator.figures import budget_lines, compute, melt
from generator.figures.due import newest_day
from generator.language.vietnamese import in_print
from generator.model.catalogue import Catalogue, Indicator
from generator.model.commune import Commune
from generator.model.dataset import Dataset
from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.model.problem import Problem
from generator.model.record import Record
from generator.reading.data_folder import Read, read_folder
from generator.reading.folders import Folder
from generator.reading.known_rows import Known


@dataclass(frozen=True, slots=True)
class Examined:
    """A commune after all rules. An error stops its examination: then there are no figures; `commune` is None where
    its folder does not even say which it is.

    `figures` include the computed ones. `readings` are what may be counted in two ways, which is no difference.
    `problems` are in the order of their places; `files` is how many files were read; `newest` the last day that a
    figure measures.
    """

    folder: str
    commune: Commune | None
    problems: tuple[Problem, ...]
    files: int = 0
    records: tuple[Record, ...] = ()
    figures: tuple[Figure, ...] = ()
    differences: tuple[Difference, ...] = ()
    readings: tuple[Difference, ...] = ()
    newest: dt.date | None = None

    @property
    def stopped(self) -> bool:
        """Whether an error keeps it from being published."""
        return self.commune is None or has_error(self.problems)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What its readers are told too."""
        return tuple(problem for problem in self.problems if problem.severity == "warning")


def has_error(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems is an error."""
    return any(problem.severity == "error" for problem in problems)


def examine(folder: Folder, catalogue: Catalogue, day: dt.date) -> Examined:
    """Read and check a commune's folder on a day."""
    problems: list[Problem] = []
    read = read_folder(folder, catalogue, problems)
    if read.commune is None:
        return Examined(folder.name, None, in_order(problems), read.files)
    dataset = Dataset(catalogue, (read.commune,), read.records, read.files)
    problems += _not_misled(check(dataset, day), problems)
    problems += personal_data(folder, read.raw or {}, read.commune.lines)
    if has_error(problems) or catalogue.faulty:
        return Examined(folder.name, read.commune, in_order(problems), read.files, read.records)
    figures, evidence, found = _reckoned(read, catalogue, problems)
    found += differences.differences(evidence)
    problems += differences.undeclared(found)
    problems += [oddity for rule in ODDITIES for oddity in rule(evidence)]
    together = (*figures, *evidence.computed)
    problems += corrections(read.records, frozenset(figure.id for figure in together))
    return Examined(
        folder.name, read.commune, in_order(problems), read.files, read.records, together,
        tuple(differences.told_once(found)), tuple(differences.readings(evidence)), newest_day(together),
    )  # fmt: skip


class Sound(NamedTuple):
    """A commune's folder in which no error was found: its tables, and its figures, the computed ones too. `melted` is
    what its rows became.
    """

    folder: Folder
    commune: Commune
    tables: Mapping[str, Known]
    figures: tuple[Figure, ...]
    melted: melt.Melted


def sound(folder: Folder, catalogue: Catalogue, day: dt.date, before: Sound | None = None) -> Sound | None:
    """The figures of a commune's folder where `examine` would find no error on that day, else None: without all that is
    only told, and looking at each row once. `before` is the folder as it was on a day before, by the same catalogue.
    """
    problems: list[Problem] = []
    read = read_folder(folder, catalogue, problems, before.tables if before else {})
    if before and read.commune != before.commune:  # its own lines, once public, may be so no more
        return sound(folder, catalogue, day)
    if read.commune is None or has_error(problems) or catalogue.faulty:
        return None
    dataset = Dataset(catalogue, (read.commune,), read.records, read.files)
    problems += may_be_errors(dataset, day, read.known)
    problems += personal_data(folder, read.raw or {}, read.commune.lines)
    if has_error(problems):
        return None
    melted = before.melted if before else {}
    figures, evidence, found = _reckoned(read, catalogue, problems, melted)
    problems += differences.undeclared([*found, *differences.differences(evidence, differences.WITHIN)])
    together = (*figures, *evidence.computed)
    problems += corrections(read.records, frozenset(figure.id for figure in together))
    if has_error(problems):
        return None
    return Sound(folder, read.commune, read.tables, together, melted)


def _reckoned(
    read: Read, catalogue: Catalogue, problems: list[Problem], melted: melt.Melted | None = None
) -> tuple[list[Figure], Evidence, list[Difference]]:
    """What follows from rows without errors: their figures, what is computed from them, what of them cannot be true."""
    figures = melt.figures(read.records, catalogue, melted)
    problems += melt.repeated(figures)
    computed = _computed(figures, catalogue.indicators)
    # a row typed twice is told once: its copy is not compared with anything
    once = list({figure.id: figure for figure in reversed(figures)}.values())[::-1]
    evidence = Evidence(once, computed, catalogue, read.records)
    found = differences.impossible(evidence)
    if never := {id for difference in found if difference.impossible for id in difference.ids}:
        computed = _computed([figure for figure in figures if figure.id not in never], catalogue.indicators)
        evidence = replace(evidence, computed=computed)
    return figures, evidence, found


def _computed(figures: Sequence[Figure], indicators: Mapping[str, Indicator]) -> list[Figure]:
    return [*compute.recompute(figures, indicators), *budget_lines.share_of_spending(figures, indicators)]


def in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems by place, in words that can be shown anywhere, whatever they quote."""
    return tuple(sorted(map(printable, problems)))


def printable(problem: Problem) -> Problem:
    """A problem in words that can be shown anywhere, whatever they quote."""
    file, column, message, remedy = map(in_print, (problem.file, problem.column, problem.message, problem.remedy))
    return replace(problem, file=file, column=column, message=message, remedy=remedy)


_RESTS_ON = {"nguon-la": "nguon.csv", "thieu-nguon": "nguon.csv", "dong-cha-la": "ngan-sach.csv"}
"""The table that a rule looks things up in."""


def _not_misled(found: Sequence[Problem], reading: Sequence[Problem]) -> Iterator[Problem]:
    """Problems without those that only follow from a table that could not be read whole."""
    unread = {problem.file for problem in reading if problem.severity == "error"}
    return (p for p in found if f"{p.file.rpartition('/')[0]}/{_RESTS_ON.get(p.code)}" not in unread)
