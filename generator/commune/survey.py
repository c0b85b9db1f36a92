"""A data folder surveyed: its catalogue once, then commune after commune, each alone.

The only room before publication that opens files of a data folder, or asks git for older ones.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.checking.check import check_catalogue
from generator.checking.of_personal import personal_data
from generator.commune.examine import Examined, examine, has_error, in_order
from generator.commune.outcome import Outcome, Shared, Survey, Underway
from generator.model.catalogue import Catalogue
from generator.model.commune import Province
from generator.model.figure import Kind
from generator.model.problem import Problem
from generator.model.provincial import Provincial
from generator.reading import data_folder, git
from generator.reading.catalogue_files import FOLDER as CATALOGUES
from generator.reading.catalogue_files import catalogue_home, load_catalogue
from generator.reading.folders import Folder, on_disk
from generator.tables import muc_tieu_tinh


def survey(data: Path, codes: Sequence[str] = (), day: dt.date | None = None) -> Survey:
    """Examine a data folder, or only the communes of the given codes, on a day: by default today."""
    return surveyed(underway(data, codes, day))


def survey_keeping(
    data: Path, codes: Sequence[str] = (), day: dt.date | None = None, at_fault: Sequence[Problem] = ()
) -> Survey:
    """Like `survey`, but a commune with errors is taken from its last version in git that passed (see `underway`)."""
    return surveyed(underway(data, codes, day, at_fault))


def underway(
    data: Path, codes: Sequence[str] = (), day: dt.date | None = None, at_fault: Sequence[Problem] | None = None
) -> Underway:
    """Begin to examine a data folder.

    With `at_fault` a commune with errors is taken from its last version in git that passed; these are errors that only
    the pages of a commune showed, one for each of its versions that was tried: it is taken from one before these. An
    error outside the communes' folders still stops everything.
    """
    day = day or dt.date.today()
    shared, names = shared_by_all(data, day, keeping=at_fault is not None), data_folder.folders_of(data, codes)
    shared = _above(shared, names) if codes else shared
    of = partial(outcome_of, data, shared, day, None if at_fault is None else tuple(at_fault))
    return Underway(shared, data, tuple(names), of, at_fault is not None, frozenset(map(folder_of, at_fault or ())))


def _above(shared: Shared, names: Sequence[str]) -> Shared:
    """The same with the provinces of the communes of some folders alone."""
    if shared.catalogue is None:
        return shared
    units = (shared.catalogue.units.get(name.split("-", 1)[0]) for name in names)
    codes = {unit.province for unit in units if unit}
    own = {code: one for code, one in shared.catalogue.provinces.items() if code in codes}
    return replace(shared, catalogue=replace(shared.catalogue, provinces=own))


def surveyed(begun: Underway | Survey, outcomes: Iterable[Outcome] | None = None) -> Survey:
    """The survey when it has come to its end, with its outcomes or the `outcomes` that were kept of them."""
    there = tuple(begun.outcomes if outcomes is None else outcomes)
    told = {*begun.shared.problems, *twice(outcome.shown for outcome in there)}
    return Survey(replace(begun.shared, problems=in_order(list(told))), there, begun.keeping)


def shared_by_all(data: Path, day: dt.date, *, keeping: bool = False) -> Shared:
    """Read and check what no commune is to blame for; with `keeping` faulty folders of provinces stop nothing."""
    if blocked := data_folder.blocked(data):
        return Shared(None, in_order(blocked))
    problems = list(data_folder.misplaced(data))
    folder = on_disk(catalogue_home(data) / CATALOGUES, CATALOGUES)
    catalogue, files = load_catalogue(folder, problems)
    if catalogue is None:
        return Shared(None, in_order(problems))
    problems += check_catalogue(catalogue, day)
    if (data / CATALOGUES).is_dir():
        lines = tuple(line for place in catalogue.places for line in place.lines)
        problems += _personal_in_catalogues(folder, lines)
    catalogue = replace(catalogue, faulty=has_error(problems))
    there = [provincial(data, name, catalogue, day, keeping=keeping) for name in data_folder.province_folders(data)]
    told = [problem for one in there for problem in one.problems]
    return Shared(
        replace(catalogue, provinces={one.own.place.code: one.own for one in there if one.own}),
        in_order(problems if keeping else [*problems, *told]),
        files + sum(one.files for one in there),
        in_order(told) if keeping else (),
    )


class OfProvince(NamedTuple):
    """What came of a province's folder: what may be published of it, None where nothing may."""

    own: Provincial | None
    problems: tuple[Problem, ...]
    files: int


def provincial(data: Path, name: str, catalogue: Catalogue, day: dt.date, *, keeping: bool = False) -> OfProvince:
    """Examine a province's folder as a commune's is; with `keeping` a faulty one as it was when it last passed."""
    folder = data_folder.province_folder(data, name)
    now = shown = examine(folder, catalogue, day)
    if now.stopped and keeping:
        shown = _last_good(folder, data / folder.place, catalogue, day, 0)[0] or now
    return OfProvince(None if shown.stopped else _published(shown), now.problems, now.files)


def _published(shown: Examined) -> Provincial:
    place = shown.commune
    assert isinstance(place, Province)
    rows = [row for row in shown.records if row.table == muc_tieu_tinh.TABLE.name]
    each = {row["ma"] for row in rows if row["cho"] == muc_tieu_tinh.EACH}
    targets = (figure for figure in shown.figures if figure.kind is Kind.TARGET)
    return Provincial(
        place, shown.records, shown.figures, shown.differences, shown.readings, shown.warnings,
        frozenset(one.id for one in targets if one.id.partition(".")[2] in each),
    )  # fmt: skip


@lru_cache(maxsize=4)
def _personal_in_catalogues(folder: Folder, lines: tuple[str, ...]) -> tuple[Problem, ...]:
    """Who compares, imports or serves surveys many times with the same catalogues."""
    return tuple(personal_data(folder, {}, lines))


def outcome_of(data: Path, shared: Shared, day: dt.date, at_fault: Sequence[Problem] | None, name: str) -> Outcome:
    """What comes of a commune's folder; with `at_fault` an older version stands in for a faulty one."""
    catalogue, folder = shared.catalogue, data_folder.commune_folder(data, name)
    assert catalogue
    now = examine(folder, catalogue, day)
    tried = sum(folder_of(problem) == name for problem in at_fault or ())
    if at_fault is None or (not now.stopped and not tried):
        return Outcome(name, None if now.stopped else now, now.problems, "", now.files, len(now.figures))
    shown, kept = _last_good(folder, data / folder.place, catalogue, day, tried)
    known = {*now.problems, *(p for p in at_fault if folder_of(p) == name), *(shown.problems if shown else ())}
    counts = (shown.files, len(shown.figures)) if shown else (0, 0)
    return Outcome(name, shown, in_order(list(known)), kept, *counts)


MOST_TRIED = 3
"""A commune whose pages are at fault in so many of its versions is left out: each costs a build."""


def _last_good(now: Folder, path: Path, catalogue: Catalogue, day: dt.date, tried: int) -> tuple[Examined | None, str]:
    """The newest version of a folder that passes, and its day ('' for the folder as it is now); not one of the first
    that were `tried`.
    """
    passed: set[str] = set()
    for folder, kept in _versions(now, path) if tried < MOST_TRIED else ():
        examined = examine(folder, catalogue, day)
        if not examined.stopped:
            passed.add(folder.key())
            if len(passed) > tried:
                return examined, kept
    return None, ""


def _versions(now: Folder, path: Path) -> Iterator[tuple[Folder, str]]:
    """A folder as it is `now` at a path, and as it was at each commit that changed it, the newest first."""
    older = ((git.folder(path, version, now.place), version.day) for version in git.versions(path))
    return chain([(now, "")], ((folder, day) for folder, day in older if folder))


def twice(communes: Iterable[Examined | None]) -> Iterator[Problem]:
    """A code of a commune that two folders bear."""
    there = [one.commune for one in communes if one and one.commune]
    for code, times in Counter(commune.code for commune in there).items():
        if times > 1:
            folders = sorted(commune.folder for commune in there if commune.code == code)
            yield Problem(
                "xa", 1, "ma", "xa-lap", "error", f"Mã xã {code} có ở {times} thư mục: {', '.join(folders)}.",
                "Giữ một thư mục cho mỗi xã: chuyển số liệu còn thiếu sang thư mục đúng, rồi xóa thư mục kia.",
            )  # fmt: skip


def folder_of(problem: Problem) -> str:
    """The commune's folder that a problem stands in; '' for what all communes share."""
    place = problem.file.split("/")
    return place[1] if place[0] == data_folder.COMMUNE_FOLDER and len(place) > 2 else ""
