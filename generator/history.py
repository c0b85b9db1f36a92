"""Older versions of a commune's folder, out of git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_MOST_VERSIONS = 50


class Version(NamedTuple):
    """A commit that changed a folder: its id and the day it was made (ISO)."""

    commit: str
    day: str


def _git(folder: Path, *arguments: str) -> bytes | None:
    try:
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def versions(folder: Path) -> Iterator[Version]:
    """The commits that changed a folder, newest first; none where it is not in git."""
    said = _git(folder, "log", f"-{_MOST_VERSIONS}", "--format=%H %cs", "--", ".")
    for line in (said or b"").decode().splitlines():
        yield Version(*line.split(" ", 1))


def restore(folder: Path, version: Version, into: Path) -> bool:
    """Write the files of a flat folder as they were at a version into the new folder `into`;
    False where it had none.
    """
    said = _git(folder, "ls-tree", "-z", "--name-only", version.commit)
    names = [name for name in (said or b"").decode().split("\0") if name]
    into.mkdir(parents=True)
    for name in names:
        content = _git(folder, "cat-file", "blob", f"{version.commit}:./{name}")
        if content is not None:
            (into / name).write_bytes(content)
    return bool(names)


def committed_day(folder: Path) -> str | None:
    """The committer date of HEAD (ISO), or None where there is no git."""
    said = _git(folder, "log", "-1", "--format=%cs")
    return said.decode().strip() or None if said else None
