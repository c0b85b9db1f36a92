"""Two data folders beside each other: what is wrong in the new one, and what it would change."""

from __future__ import annotations

import filecmp
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.changes.changes import by_commune
from generator.commune.examine import Examined, examine
from generator.model.problem import Problem
from generator.reading.catalogue_files import FOLDER as CATALOGUES
from generator.reading.data_folder import COMMUNE_FOLDER, commune_folders


@dataclass(frozen=True, slots=True)
class Comparison:
    """The new data judged, and held against the old.

    `problems` are those that the new data brings, errors first; `older` the errors that the old
    data has too. `changes` are the lines of `changes.by_commune`; `unclear` the folders of
    communes that an error, on either side, keeps from being compared.
    """

    problems: tuple[Problem, ...]
    older: tuple[Problem, ...]
    changes: Mapping[str, Sequence[str]]
    unclear: tuple[str, ...]

    @property
    def errors(self) -> int:
        """How many errors the new data brings."""
        return sum(problem.severity == "error" for problem in self.problems)


def compare(old: Path, new: Path) -> Comparison:
    """Examine both folders; compare the communes that differ and are sound on both sides."""
    before, after = examine(old), examine(new)
    touched = _touched(old, new)
    (was, faulty_before), (now, faulty_after) = _sound(old, touched, before), _sound(new, touched, after)
    unclear = faulty_before | faulty_after
    known = {_said(problem) for problem in before.problems}
    fresh = [p for p in after.problems if _said(p) not in known]
    return Comparison(
        tuple(sorted(fresh, key=lambda p: (p.severity != "error", p.severity != "warning", p))),
        tuple(p for p in after.problems if _said(p) in known and p.severity == "error"),
        _changes(was, now, touched - unclear),
        tuple(sorted(unclear)),
    )


def _changes(was: Examined | None, now: Examined | None, folders: set[str]) -> Mapping[str, Sequence[str]]:
    """What differs in some communes; a side without any is like one that never had them."""
    some = was or now
    if some is None:
        return {}
    one, two = (_only(side, folders) if side else _only(some, set()) for side in (was, now))
    return by_commune(one, two)


def _said(problem: Problem) -> tuple[str, ...]:
    """A problem wherever its row has moved to."""
    return problem.file, problem.column, problem.code, problem.message


def _touched(old: Path, new: Path) -> set[str]:
    """The folders of communes that differ; all where the catalogues do, since every figure rests on them."""
    sides = [set(commune_folders(data)) for data in (old, new)]
    if not _same(old / CATALOGUES, new / CATALOGUES):
        return sides[0] | sides[1]
    both = {name for name in sides[0] & sides[1] if not _same(old / COMMUNE_FOLDER / name, new / COMMUNE_FOLDER / name)}
    return both | (sides[0] ^ sides[1])


def _same(one: Path, two: Path) -> bool:
    """Whether two flat folders hold the same files, to the byte; one that is missing is like an empty one."""
    names = [{path.name for path in folder.iterdir()} if folder.is_dir() else set() for folder in (one, two)]
    return names[0] == names[1] and not any(filecmp.cmpfiles(one, two, names[0], shallow=False)[1:])


def _sound(data: Path, touched: set[str], whole: Examined) -> tuple[Examined | None, set[str]]:
    """The touched communes that have no error, examined (None if there are none), and the folders of the others.

    One commune's error can hide another's: the rules on figures run only when all rows are clean.
    """
    names = touched & set(commune_folders(data))
    found, faulty = whole, set[str]()
    while found.broken:
        places = [problem.file.split("/") for problem in found.problems if problem.severity == "error"]
        if any(len(place) < 3 or place[0] != COMMUNE_FOLDER for place in places):
            return found, faulty  # an error of the catalogues stops all
        faulty |= {place[1] for place in places} & names
        names -= faulty
        if not names:
            return None, faulty
        found = examine(data, sorted(name.split("-", 1)[0] for name in names))
    return found, faulty


def _only(examined: Examined, folders: set[str]) -> Examined:
    """The part of an examined data folder that is about some communes."""
    if examined.dataset is None:
        return examined
    data = examined.dataset
    communes = tuple(commune for commune in data.communes if commune.folder in folders)
    codes = {commune.code for commune in communes}
    return replace(
        examined,
        problems=tuple(p for p in examined.problems if p.file.split("/")[1:2] and p.file.split("/")[1] in folders),
        dataset=replace(data, communes=communes, records=tuple(r for r in data.records if r.commune in codes)),
        figures=examined.figures[examined.figures.ma_xa.isin(codes)],
        differences=tuple(d for d in examined.differences if d.commune in codes),
    )
