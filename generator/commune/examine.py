"""All rules on a data folder: what is wrong, and the figures if nothing is."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from generator.checking.check import check
from generator.checking.of_personal import personal_data
from generator.checking.repeats import told_once
from generator.comparing import differences
from generator.comparing.corrections import corrections
from generator.comparing.oddities import ODDITIES
from generator.figures import compute, melt
from generator.language.vietnamese import in_print
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.difference import Difference
from generator.model.problem import Problem
from generator.reading import git
from generator.reading.catalogue_files import FOLDER as CATALOGUES
from generator.reading.catalogue_files import catalogue_home, load_catalogue
from generator.reading.data_folder import COMMUNE_FOLDER, commune_folders, load


class Refused(ValueError):
    """A wrong use of the command: exit code 2."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A data folder after all rules: `dataset` is None and `figures` empty when an error stopped it.

    `figures` (columns of `melt.frame`) include the recomputed ones. `readings` are what may be counted in two ways,
    which is no difference. `warnings` are those of `dataset`, for
    its readers; `problems` all that its authors must know. `held` gives, for a commune
    kept at an older version, the day of that version; `dropped` the folders that have none.
    """

    problems: tuple[Problem, ...]
    files: int
    dataset: Dataset | None
    figures: pd.DataFrame
    differences: tuple[Difference, ...] = ()
    readings: tuple[Difference, ...] = ()
    warnings: tuple[Problem, ...] = ()
    held: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[Problem, ...]:
        """The problems as people are told them: one of each cause, with the lines it stands in."""
        return told_once(self.problems)

    @property
    def broken(self) -> bool:
        """Whether the build must stop: there is no dataset, or an error not set aside."""
        return self.dataset is None or (not (self.held or self.dropped) and has_error(self.problems))


def has_error(problems: Sequence[Problem]) -> bool:
    """Whether one of the problems is an error."""
    return any(problem.severity == "error" for problem in problems)


def examine(data: Path, codes: Sequence[str] = (), day: dt.date | None = None) -> Examined:
    """Read and check a data folder, or only the communes of the given codes, on a day: by default today."""
    return _examine(data, _folders_of(data, codes), {}, day or dt.date.today())


def _examine(
    data: Path,
    only: Collection[str],
    instead: Mapping[str, Path | None],
    day: dt.date,
    shared: tuple[Catalogue, int] | None = None,
) -> Examined:
    dataset, problems = load(data, only=only, instead=instead, shared=shared)
    nothing = melt.frame(())
    if dataset is None:
        return Examined(_in_order(problems), 0, None, nothing)
    problems += _not_misled(check(dataset, day), problems)
    problems += _personal(data, dataset, instead)
    if has_error(problems):
        return Examined(_in_order(problems), dataset.files, None, nothing)
    figures = melt.figures(dataset)
    problems += melt.repeated(figures)
    computed = compute.recompute(figures, dataset.catalogue.indicators)
    # a row typed twice is told once: its copy is not compared with anything
    once = figures.drop_duplicates("ma_so")
    evidence = differences.evidence_of(dataset, once, computed)
    found = differences.impossible(evidence)
    if never := {id for difference in found if difference.impossible for id in difference.figures}:
        computed = compute.recompute(figures[~figures.ma_so.isin(never)], dataset.catalogue.indicators)
        evidence = differences.evidence_of(dataset, once, computed)
    found += differences.differences(evidence)
    problems += differences.undeclared(found)
    problems += [oddity for own in evidence for rule in ODDITIES for oddity in rule(own)]
    together = pd.concat([figures, computed], ignore_index=True)
    problems += corrections(dataset, frozenset(together.ma_so))
    warnings = tuple(sorted(problem for problem in problems if problem.severity == "warning"))
    told = tuple(differences.told_once(found))
    ways = tuple(differences.readings(evidence))
    return Examined(_in_order(problems), dataset.files, dataset, together, told, ways, warnings)


def _in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems by place, in words that can be shown anywhere, whatever they quote."""
    return tuple(sorted(map(printable, problems)))


def printable(problem: Problem) -> Problem:
    """A problem in words that can be shown anywhere, whatever they quote."""
    file, column, message, remedy = map(in_print, (problem.file, problem.column, problem.message, problem.remedy))
    return replace(problem, file=file, column=column, message=message, remedy=remedy)


_RESTS_ON = {"nguon-la": "nguon.csv", "thieu-nguon": "nguon.csv", "dong-cha-la": "ngan-sach.csv"}
"""The table that a rule looks things up in."""


def _personal(data: Path, dataset: Dataset, instead: Mapping[str, Path | None]) -> Iterator[Problem]:
    """Personal data in the catalogues and in the folder that each commune is taken from."""
    yield from personal_data(data, data / CATALOGUES)
    for commune in dataset.communes:
        root = instead.get(commune.folder) or data
        yield from personal_data(root, root / COMMUNE_FOLDER / commune.folder, commune.lines)


def _not_misled(found: Sequence[Problem], reading: Sequence[Problem]) -> list[Problem]:
    """Problems without those that only follow from a table that could not be read whole."""
    unread = {problem.file for problem in reading if problem.severity == "error"}
    return [p for p in found if f"{p.file.rpartition('/')[0]}/{_RESTS_ON.get(p.code)}" not in unread]


def _folders_of(data: Path, codes: Sequence[str]) -> set[str]:
    by_code = {name.split("-", 1)[0]: name for name in commune_folders(data)}
    if unknown := sorted(set(codes) - set(by_code)):
        raise Refused(f"Không có xã mã {', '.join(unknown)} trong thư mục dữ liệu.")
    return {by_code[code] for code in codes}


def examine_keeping(
    data: Path, codes: Sequence[str], work: Path, day: dt.date | None = None, at_fault: Sequence[Problem] = ()
) -> Examined:
    """Like `examine`, but a commune with errors is taken from its last version in git that passed.

    `work` is a place for those versions; `at_fault` are errors that only the pages of a commune showed, one for each
    of its versions that was tried: it is taken from one before these. An error outside the communes' folders still
    stops everything. The problems are those of the newest data, for whoever must mend them.
    """
    only, day = _folders_of(data, codes), day or dt.date.today()
    catalogue, files = load_catalogue(catalogue_home(data), [])
    shared = (catalogue, files) if catalogue else None  # faulty ones are read again, and their faults told
    instead: dict[str, Path | None] = {}
    held: dict[str, str] = {}
    told = set(at_fault)
    tried = Counter(_folder(problem) for problem in at_fault)
    for name, times in tried.items():
        instead[name], kept = _last_good(data, name, work, day, shared, times)
        held |= {name.split("-", 1)[0]: kept} if kept else {}
    # one commune's error can hide another's: the rules on figures run only when all rows are clean
    while (found := _examine(data, only, instead, day, shared)).broken:
        told |= set(found.problems)
        folders = {_folder(problem) for problem in found.problems if problem.severity == "error"}
        faulty = folders - set(instead)
        if not faulty or "" in folders:
            return replace(found, problems=tuple(sorted(told)))
        for name in sorted(faulty):
            instead[name], kept = _last_good(data, name, work, day, shared)
            held |= {name.split("-", 1)[0]: kept} if kept else {}
    dropped = tuple(name for name, root in instead.items() if root is None)
    return replace(found, problems=tuple(sorted(told | set(found.problems))), held=held, dropped=dropped)


def _folder(problem: Problem) -> str:
    """The commune's folder that a problem stands in; '' for what all communes share."""
    place = problem.file.split("/")
    return place[1] if place[0] == COMMUNE_FOLDER and len(place) > 2 else ""


_MOST_TRIED = 3
"""A commune whose pages are at fault in so many of its versions is left out: each costs a build."""


def _last_good(
    data: Path, name: str, work: Path, day: dt.date, shared: tuple[Catalogue, int] | None, tried: int = 0
) -> tuple[Path | None, str]:
    """A data folder with the newest version of a commune's folder that passes, and its day; not one of the first that
    were `tried`, among them the folder as it is now, where that passes.
    """
    folder = data / COMMUNE_FOLDER / name
    seen = {_content(folder)} if tried and not _examine(data, {name}, {}, day, shared).broken else set()
    for version in git.versions(folder) if tried < _MOST_TRIED else ():
        root = work / version.commit
        shutil.rmtree(root / COMMUNE_FOLDER / name, ignore_errors=True)
        there = git.restore(folder, version, root / COMMUNE_FOLDER / name)
        if there and not _examine(data, {name}, {name: root}, day, shared).broken:
            seen.add(_content(root / COMMUNE_FOLDER / name))
            if len(seen) > tried:
                return root, version.day
    return None, ""


def _content(folder: Path) -> frozenset[tuple[str, bytes]]:
    return frozenset((path.name, path.read_bytes()) for path in folder.iterdir() if path.is_file())
