"""The communes of a build: each examined and composed, or left as it stands where nothing of it has changed."""

from __future__ import annotations

import hashlib
import multiprocessing
import pickle
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.charts import cache
from generator.commune.outcome import Outcome, Shared, Underway
from generator.past.histories import history_of, prepare
from generator.past.past import Past
from generator.pieces.views import view
from generator.publishing import site_key
from generator.publishing.docs_dir import DOCS, HANDED, Composed, compose
from generator.publishing.mkdocs_site import ROOT, Settings
from generator.reading import data_folder
from generator.reading.catalogue_files import FOLDER as CATALOGUES
from generator.reading.folders import on_disk
from generator.reading.operator import Operator

KEPT = "kept"
"""Below a workplace: what came of each commune, by its folder."""
FEWEST = 8
"""Communes for a process of its own: to begin one costs as much as to compose one or two."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What communes are made on: the survey, the workplace, the caches of drawings and of histories, the past, how and
    for whom; `key` is a mark of all of it that decides what a commune becomes, '' where none can tell.
    """

    begun: Underway
    work: Path
    drawings: Path
    histories: Path
    past: Past
    settings: Settings
    operator: Operator
    key: str = ""


class Made(NamedTuple):
    """What came of a commune, without its figures; its part of the pages, None where nothing of it may be shown."""

    outcome: Outcome
    composed: Composed | None


class Kept(NamedTuple):
    """What was made under a key, and the state of its files when it was: (size, time) by path below the workplace."""

    key: str
    made: Made
    files: Mapping[str, tuple[int, int]]


def made(ground: Ground, jobs: int, tell: Callable[[int, int], object]) -> Iterator[Made]:
    """What comes of each commune, in the order of their folders: as it stands where nothing has changed, else made, in
    `jobs` processes. `tell` is given how many of those that are made are done. Raises NotComposed.
    """
    names = ground.begun.names if ground.begun.shared.catalogue else ()
    keys = {name: _key(ground, name) for name in names}
    stands = {name: found for name in names if (found := _standing(ground.work, name, keys[name]))}
    missing = [name for name in names if name not in stands]
    prepare(ground.past, missing, ground.histories, jobs)
    new, done = _shared(ground, missing, jobs), 0
    tell(done, len(missing))
    for name in names:
        if name in stands:
            yield stands[name]
            continue
        one = next(new)
        done += 1
        tell(done, len(missing))
        if keys[name] == _key(ground, name):  # nobody has edited it meanwhile
            _keep(ground.work, name, keys[name], one)
        yield one
    _sweep(ground.work / KEPT, keys.keys())


# --- making ---------------------------------------------------------------------------------------


def _shared(ground: Ground, names: Sequence[str], jobs: int) -> Iterator[Made]:
    """What comes of communes, by as many processes as there is work for. They are spawned: a fork after V8 has started
    hangs.
    """
    jobs = min(jobs, len(names) // FEWEST)
    if jobs <= 1:
        yield from map(_Maker(ground), names)
        return
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (ground,)) as pool:
        yield from pool.map(_made_here, names)


class _Maker:
    """Makes one commune after the other. Where one stops the build, the others are examined, not composed."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._sound = True

    def __call__(self, name: str) -> Made:
        ground, begun = self._ground, self._ground.begun
        outcome, catalogue = begun.of(name), begun.shared.catalogue
        self._sound = self._sound and (begun.keeping or outcome.shown is not None)
        if catalogue is None or outcome.shown is None or not self._sound:
            return Made(outcome.light, None)
        settings = ground.settings
        history = history_of(ground.past, outcome.shown, ground.histories, settings.date, catalogue.indicators)
        shown = view([outcome], begun.shared, settings.date, settings.site_url, ground.operator, history)
        return Made(outcome.light, compose(ground.work, shown, ground.drawings))


_here: list[_Maker] = []
"""What makes the communes of a process of its own."""


def _begin(ground: Ground) -> None:
    _here[:] = [_Maker(ground)]


def _made_here(name: str) -> Made:
    return _here[0](name)


# --- leaving as it stands -------------------------------------------------------------------------


def ground_mark(data: Path, shared: Shared, more: object) -> str:
    """A mark of all that decides what each commune becomes besides its own folder, its province's and its past: our
    code, the catalogues with what they are warned of, `more`. '' where an older version of a province, from git, stands
    in: no key tells which.
    """
    if shared.set_aside:
        return ""
    own = on_disk(data / CATALOGUES, CATALOGUES).key()
    code = site_key.content(ROOT, site_key.DECIDE)
    return hashlib.sha256(f"{own} {shared.problems} {more} {code}".encode()).hexdigest()


def _key(ground: Ground, name: str) -> str:
    """A mark of all that decides what a commune becomes; '' where none can tell."""
    if not ground.key or name in ground.begun.at_fault:
        return ""
    data, catalogue = ground.begun.data, ground.begun.shared.catalogue
    unit = catalogue.units.get(name.split("-", 1)[0]) if catalogue else None
    above = [one for one in data_folder.province_folders(data) if unit and one == unit.province]
    seen = [ground.key, data_folder.commune_folder(data, name).key(), ground.past.mark([name])]
    seen += [data_folder.province_folder(data, one).key() for one in above]
    return hashlib.sha256("\0".join(seen).encode()).hexdigest()


def _standing(work: Path, name: str, key: str) -> Made | None:
    """What was made of a commune under a key, where all its files are as they were left."""
    found = kept(work / KEPT / name) if key else None
    same = found and found.key == key and found.files == _state(work, found.made.composed)
    return found.made if found and same else None


def kept(record: Path) -> Kept | None:
    """What was written down of a commune; None where that was never done, or not to its end."""
    content = cache.there(record)
    if content is None:
        return None
    found: Kept = pickle.loads(content)  # noqa: S301 -- a build wrote it: it bears our mark
    return found


def _keep(work: Path, name: str, key: str, one: Made) -> None:
    """Write down what was made of a commune that is shown as it is now; an older version comes from git."""
    if key and one.composed and not one.outcome.kept and (files := _state(work, one.composed)):
        cache.keep(work / KEPT / name, pickle.dumps(Kept(key, one, files)))


def _sweep(kept: Path, names: Collection[str]) -> None:
    """Nothing is kept of communes that are no more."""
    for path in kept.iterdir() if kept.is_dir() else ():
        if path.name not in names:
            path.unlink()


def _state(work: Path, composed: Composed | None) -> dict[str, tuple[int, int]] | None:
    """Size and time of each file of a commune's part; None where one is gone."""
    if composed is None:
        return None
    paths = [work / DOCS / name for name in composed.docs] + [work / HANDED / name for name in composed.handed]
    try:
        return {str(path.relative_to(work)): ((about := path.stat()).st_size, about.st_mtime_ns) for path in paths}
    except OSError:
        return None
