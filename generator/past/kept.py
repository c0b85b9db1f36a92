"""What was derived of a commune's states, kept on the disk: only what is new is replayed, by several processes."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache, partial
from pathlib import Path

from generator.charts import cache as files
from generator.model.catalogue import Catalogue
from generator.past.chains import Chain
from generator.past.replay import Replayed, Source, as_bytes, from_bytes, replayed
from generator.reading import git
from generator.reading.catalogue_files import DATA, load_catalogue
from generator.reading.catalogue_files import FOLDER as CATALOGUES
from generator.reading.data_folder import COMMUNE_FOLDER
from generator.reading.folders import on_disk

_HOUSE = Path(__file__).resolve().parents[1]
_DECIDE = ("language", "model", "tables", "reading", "checking", "figures", "comparing", "commune", "past")
"""The rooms that decide what is read of a state: those up to the examination of a commune, and this one."""
_BATCH, _AT_ONCE = 4, 400
"""Communes that a process replays before it hands them over, and that are in memory together."""
_CATALOGUES = 16
"""Catalogues of different days that a process has in mind."""

Own = tuple[str, Chain]
"""A commune's code and its states."""


def replayed_of(own: Own, repository: Path, home: Path) -> Replayed:
    """What a commune's states published; `home` is where that is kept."""
    return from_bytes(files.kept(_place(own, home), lambda: _replayed(repository, home, [own])[0]))


def prepare(every: Sequence[Own], repository: Path, home: Path, jobs: int) -> None:
    """Replay what is new of many communes, in `jobs` processes where there is enough of it."""
    for first in range(0, len(every), _AT_ONCE):
        some = every[first : first + _AT_ONCE]
        files.each(some, lambda own: _place(own, home), partial(_replayed, repository, home), _BATCH, jobs)


def _replayed(repository: Path, home: Path, some: Sequence[Own]) -> list[bytes]:
    collecting = gc.isenabled()
    gc.disable()  # rows and figures make no cycles, and there are many to look through
    try:
        with _source(repository) as source:
            return [as_bytes(_continued(own, source, home)) for own in some]
    finally:
        if collecting:
            gc.enable()


def _continued(own: Own, source: Source, home: Path) -> Replayed:
    """What a commune's states published, from the last of them of which that is kept."""
    code, chain = own
    for number, place in reversed([*enumerate(_places(own, home), 1)][:-1]):
        if content := files.there(place):
            return replayed(chain[number:], source, code, from_bytes(content))
    return replayed(chain, source, code)


def _place(own: Own, home: Path) -> Path:
    *_, last = _places(own, home)
    return last


def _places(own: Own, home: Path) -> Iterator[Path]:
    """Where it is kept what the first state published, the first two, and so on to the last."""
    code, chain = own
    seen = hashlib.sha256(f"{_sources()} {code}".encode())
    for state in chain:
        seen.update(repr(state).encode("utf-8", "surrogateescape"))
        yield home / seen.hexdigest()[:2] / seen.hexdigest()


@cache
def _sources() -> str:
    """A mark of all that decides how a state is read, besides the state."""
    paths = [path for room in _DECIDE for path in sorted((_HOUSE / room).glob("*.py"))]
    seen = hashlib.sha256(on_disk(DATA / CATALOGUES, CATALOGUES).key().encode())
    for path in paths:
        seen.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return seen.hexdigest()


@contextmanager
def _source(repository: Path) -> Iterator[Source]:
    with git.objects(repository) as content:
        known: dict[str, bytes] = {}
        yield Source(
            lambda state: git.folder_of(content, state.tree, f"{COMMUNE_FOLDER}/{state.name}", known),
            lambda state: _catalogue(repository, state.catalogue),
        )


@lru_cache(maxsize=_CATALOGUES)
def _catalogue(repository: Path, tree: str) -> Catalogue | None:
    """The catalogues of a tree; the project's own where a data folder brought none."""
    if not tree:
        return load_catalogue(on_disk(DATA / CATALOGUES, CATALOGUES), [])[0]
    with git.objects(repository) as content:
        return load_catalogue(git.folder_of(content, tree, CATALOGUES, {}), [])[0]
