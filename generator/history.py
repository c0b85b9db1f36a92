"""Older versions of a commune's folder, out of git."""

from __future__ import annotations

import io
import subprocess
import tarfile
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
    """Write the folder as it was at a version into the new folder `into`; False where it had none."""
    said = _git(folder, "archive", "--format=tar", version.commit, ".")
    if not said:
        return False
    into.mkdir(parents=True)
    with tarfile.open(fileobj=io.BytesIO(said)) as archive:
        archive.extractall(into, filter="data")
    return any(into.iterdir())


def committed_day(folder: Path) -> str | None:
    """The committer date of HEAD (ISO), or None where there is no git."""
    said = _git(folder, "log", "-1", "--format=%cs")
    return said.decode().strip() or None if said else None
