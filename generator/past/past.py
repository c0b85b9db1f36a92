"""The past of a data folder: read from git once, kept by commune, given as the history of each."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.commune.examine import Examined
from generator.model.history import History
from generator.past import kept
from generator.past.chains import Chain, chains, code_of
from generator.past.told import history
from generator.reading import commits, git


@dataclass(frozen=True)
class Past:
    """The states of the communes of a `data` folder, by their codes: none outside of git. `shallow` where the
    repository lacks its older commits.
    """

    data: Path = Path()
    chains: Mapping[str, Chain] = field(default_factory=dict)
    shallow: bool = False

    def mark(self, folders: Iterable[str]) -> str:
        """A mark of what git knows of some communes' folders; a commit that touches none of them changes none."""
        own = [(self.shallow, code, self.chains.get(code)) for code in map(code_of, folders)]
        return hashlib.sha256(repr(own).encode("utf-8", "surrogateescape")).hexdigest()


NO_PAST = Past()


def past(data: Path) -> Past:
    """What git keeps of a data folder."""
    try:
        place = git.place(data)
        return Past(data, chains(commits.commits(data), place), commits.is_shallow(data))
    except git.NoHistory:
        return NO_PAST


def prepare(past: Past, folders: Iterable[str], home: Path, jobs: int) -> None:
    """Derive what is new of many communes at once; `home` keeps it."""
    known = [(code, past.chains[code]) for code in map(code_of, folders) if code in past.chains]
    kept.prepare(known, past.data, home, jobs)


def history_of(past: Past, shown: Examined, home: Path, day: dt.date, indicators: Collection[str]) -> History:
    """The history of a commune as it is shown on a day, of the indicators that there are."""
    code = code_of(shown.folder)
    chain = past.chains.get(code)
    replayed = kept.replayed_of((code, chain), past.data, home) if chain else None
    return history(shown, replayed, day, indicators, shallow=past.shallow)
