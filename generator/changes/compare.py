"""Two data folders beside each other: what is wrong in the new one, and what it would change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.changes.changes import UNREADABLE_AFTER, Side, changed_catalogue, changed_commune, unread_before
from generator.changes.unexplained import unexplained
from generator.commune.outcome import Survey
from generator.commune.survey import survey
from generator.model.problem import Problem
from generator.pieces.due_shown import wanted
from generator.reading import git
from generator.reading.catalogue_files import FOLDER as CATALOGUES
from generator.reading.commits import reason_in
from generator.reading.data_folder import COMMUNE_FOLDER, commune_folder, commune_folders
from generator.reading.folders import on_disk

MOST_WANTED = 3
"""Communes of a change of which what is due next is told; of more it would bury the rest."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The new data judged, and held against the old.

    `problems` are those that the new data brings, errors first; `older` the errors that the old
    data has too. `changes` are the lines of what changes by the name of the commune; `unclear` the folders of
    communes that an error, on either side, keeps from being compared; `wanted` what is due next of the communes that
    differ, by their names.
    """

    problems: tuple[Problem, ...]
    older: tuple[Problem, ...]
    changes: Mapping[str, Sequence[str]]
    unclear: tuple[str, ...]
    wanted: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many errors the new data brings."""
        return sum(problem.severity == "error" for problem in self.problems)


def compare(old: Path, new: Path, day: dt.date | None = None) -> Comparison:
    """Examine both folders on a day, by default today; compare the communes that differ and are sound on both sides."""
    day = day or dt.date.today()
    before, after = survey(old, day=day), survey(new, day=day)
    touched = _touched(old, new)
    unclear = touched & {outcome.folder for side in (before, after) for outcome in side.outcomes if not outcome.shown}
    clear = touched - unclear
    known = {_said(problem) for problem in before.problems}
    asked = _asked(old, new, (before, after), clear, day)
    fresh = [*(p for p in after.problems if _said(p) not in known), *asked]
    return Comparison(
        tuple(sorted(fresh, key=lambda p: (p.severity != "error", p.severity != "warning", p))),
        tuple(p for p in after.problems if _said(p) in known and p.severity == "error"),
        between(before, after, clear) if clear or not touched else {},
        tuple(sorted(unclear)),
        _wanted(after, touched, day),
    )


def _asked(
    old: Path, new: Path, surveys: tuple[Survey, Survey], folders: Collection[str], day: dt.date
) -> Iterator[Problem]:
    """What is asked of communes whose published figures changed or vanished, where neither their tables of corrections
    nor the commits that lie between say why.
    """
    before, after = (_sides(side, folders) for side in surveys)
    base = git.head(old, whole=True)
    for folder in sorted(before.keys() & after.keys()):
        asked = unexplained(before[folder], after[folder], day)
        if asked and not any(map(reason_in, git.messages(new / COMMUNE_FOLDER / folder, base))):
            yield from asked


def _wanted(after: Survey, folders: Collection[str], day: dt.date) -> dict[str, list[str]]:
    """What is due next of the communes of some folders, where anything is."""
    catalogue = after.shared.catalogue
    if catalogue is None or len(folders) > MOST_WANTED:
        return {}
    told = {
        one.commune.name: wanted(one, catalogue, day) for one in after.communes if one.commune and one.folder in folders
    }
    return {name: lines for name, lines in told.items() if lines}


def _said(problem: Problem) -> tuple[str, ...]:
    """A problem wherever its row has moved to."""
    return problem.file, problem.column, problem.code, problem.message


def _touched(old: Path, new: Path) -> set[str]:
    """The folders of communes that differ; all where the catalogues do, since every figure rests on them."""
    sides = [set(commune_folders(data)) for data in (old, new)]
    catalogues = [on_disk(data / CATALOGUES, CATALOGUES).key() for data in (old, new)]
    if catalogues[0] != catalogues[1]:
        return sides[0] | sides[1]
    both = (name for name in sides[0] & sides[1] if commune_folder(old, name).key() != commune_folder(new, name).key())
    return {*both} | (sides[0] ^ sides[1])


def between(before: Survey, after: Survey, folders: Collection[str] | None = None) -> dict[str, list[str]]:
    """What changes from one state of the data to another, by the name of the commune ('' for what concerns all); of
    all communes that no error stops, or only those of some `folders`. Who has no changes is left out.
    """
    one, two = (_sides(side, folders) for side in (before, after))
    if after.shared.broken or after.shared.catalogue is None:
        return {"": [UNREADABLE_AFTER]}
    if before.shared.broken or before.shared.catalogue is None:
        return {"": [unread_before(*(side.examined for side in two.values()))]}
    made = changed_catalogue(before.shared.catalogue, after.shared.catalogue)
    for folder in sorted({*one, *two}):
        made |= changed_commune(one.get(folder), two.get(folder))
    return made


def _sides(surveyed: Survey, folders: Collection[str] | None) -> dict[str, Side]:
    catalogue, communes = surveyed.shared.catalogue, surveyed.communes
    there = (one for one in communes if folders is None or one.folder in folders)
    return {one.folder: Side(one, catalogue) for one in there} if catalogue else {}
