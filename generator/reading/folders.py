"""A flat folder as a value: names to bytes, from a disk, from a tree of git, or from another folder with files changed.

What is no plain file is not read but known, so that nothing is left out in silence.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

MOST_BYTES = 20_000_000
"""No file of ours is larger; what is, is not read."""
READ = frozenset({".csv", ".yml"})
"""Endings of the files that are read; of others the name is enough."""


class Unread(StrEnum):
    """Why an entry of a folder has no bytes here."""

    FOLDER = "folder"
    LINK = "link"
    LARGE = "large"
    CLOSED = "closed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a folder. `place` is what messages call it (`xa/19405-vinh-thuy`); `unread` are its other entries;
    `closed` says why the folder itself cannot be looked into (a link, or not open to us).
    """

    place: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    unread: Mapping[str, Unread] = field(default_factory=dict)
    closed: Unread | None = None

    def __hash__(self) -> int:
        """A value as any other: what is made of the same folder again and again is made once."""
        return hash((self.place, frozenset(self.files.items()), frozenset(self.unread.items()), self.closed))

    @property
    def name(self) -> str:
        """Its own name, without where it stands."""
        return self.place.rpartition("/")[2]

    @property
    def names(self) -> list[str]:
        """All its entries, sorted."""
        return sorted({*self.files, *self.unread})

    def key(self) -> str:
        """A mark of its content: two folders with the same mark hold the same."""
        made = hashlib.sha256(self.place.encode() + b"\0" + (self.closed or "").encode())
        for name in self.names:
            content = self.files.get(name)
            told = self.unread[name].encode() if content is None else hashlib.sha256(content).digest()
            made.update(b"\0".join((b"", name.encode("utf-8", "surrogateescape"), told)))
        return made.hexdigest()


def on_disk(path: Path, place: str) -> Folder:
    """The folder at a path; one that is not there is empty."""
    if path.is_symlink():
        return Folder(place, closed=Unread.LINK)
    if not path.is_dir():
        return Folder(place)
    if not os.access(path, os.R_OK | os.X_OK):
        return Folder(place, closed=Unread.CLOSED)
    files: dict[str, bytes] = {}
    unread: dict[str, Unread] = {}
    for entry in sorted(path.iterdir()):
        content = _content(entry)
        if isinstance(content, Unread):
            unread[entry.name] = content
        else:
            files[entry.name] = content
    return Folder(place, files, unread)


def _content(path: Path) -> bytes | Unread:
    if path.is_symlink():
        return Unread.LINK
    if path.is_dir():
        return Unread.FOLDER
    if path.suffix not in READ or not path.is_file():
        return Unread.OTHER
    try:
        return path.read_bytes() if path.stat().st_size <= MOST_BYTES else Unread.LARGE
    except OSError:
        return Unread.CLOSED


def with_files(folder: Folder, new: Mapping[str, bytes]) -> Folder:
    """The folder with some files new or changed."""
    return replace(
        folder, files={**folder.files, **new}, unread={n: u for n, u in folder.unread.items() if n not in new}
    )
