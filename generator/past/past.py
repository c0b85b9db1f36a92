"""The past of a data folder: what git keeps of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.past.chains import Chain, chains, code_of
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
