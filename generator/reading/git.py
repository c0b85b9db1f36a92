"""What git keeps: older versions of a commune's folder, and what a push would add to another repository."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from generator.reading.folders import READ, Folder, Unread

_MOST_VERSIONS = 50


class Version(NamedTuple):
    """A commit that changed a folder: its id and the day it was made (ISO)."""

    commit: str
    day: str


class NoHistory(RuntimeError):
    """Git is not there, or does not know what it is asked for."""


class Kept(NamedTuple):
    """A file as a commit brought it: path from the top of the repository, id of its content, short id of the commit."""

    path: str
    content: str
    commit: str


def _git(folder: Path, *arguments: str, given: str = "") -> bytes | None:
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, input=given.encode(), capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def versions(folder: Path) -> Iterator[Version]:
    """The commits that changed a folder, newest first; none where it is not in git."""
    said = _git(folder, "log", f"-{_MOST_VERSIONS}", "--format=%H %cs", "--", ".")
    for line in (said or b"").decode().splitlines():
        yield Version(*line.split(" ", 1))


def folder(path: Path, version: Version, place: str) -> Folder | None:
    """A flat folder as it was at a version, called `place`; None where there was none."""
    tree = (_git(path, "rev-parse", f"{version.commit}:./") or b"").decode().strip()
    if not tree:
        return None
    with objects(path) as content:
        return folder_of(content, tree, place, {})


def edited(data: Path, below: str) -> list[str]:
    """The folders directly below one of a data folder in which a file that was committed has been edited since; none
    outside of git.
    """
    said = _git(data, "diff", "--relative", "--no-renames", "--name-only", "-z", "HEAD", "--", below)
    paths = [path.split("/") for path in (said or b"").decode("utf-8", "surrogateescape").split("\0") if path]
    return sorted({path[1] for path in paths if len(path) > 2})


def messages(folder: Path, base: str) -> list[str]:
    """The messages of the commits since another that changed a folder; none where git does not know that one."""
    said = _git(folder, "log", "-z", "--no-show-signature", "--format=%B", f"{base}..HEAD", "--", ".") if base else None
    return [one for one in (said or b"").decode("utf-8", "surrogateescape").split("\0") if one.strip()]


def committed_day(folder: Path) -> str | None:
    """The committer date of HEAD (ISO), or None where there is no git."""
    said = _git(folder, "log", "-1", "--format=%cs")
    return said.decode().strip() or None if said else None


def place(folder: Path) -> str:
    """Where a folder stands in its repository: `data/`, or '' at the top. Raises NoHistory outside of git."""
    return surely(folder, "rev-parse", "--show-prefix").strip()


def head(folder: Path, *, whole: bool = False) -> str:
    """The id of the newest commit, short or `whole`; '' where there is none."""
    return (_git(folder, "rev-parse", *([] if whole else ["--short"]), "HEAD") or b"").decode().strip()


def brought(folder: Path, tip: str, there: str, remote: str) -> Iterator[Kept]:
    """Every version of every file that a push of `tip` would add, also of files that are gone again; newest
    commit first. `there` is the commit that the other side has ('' for none), `remote` its name.

    Raises NoHistory where the commits cannot be read.
    """
    known = [f"--remotes={remote}"] if remote else []
    if there and _git(folder, "cat-file", "-e", f"{there}^{{commit}}") is not None:
        known.append(there)
    commits = surely(folder, "rev-list", tip, "--not", *known)
    new = {line.split(" ")[0] for line in surely(folder, "rev-list", "--objects", tip, "--not", *known).splitlines()}
    options = ("-c", "core.quotePath=false", "diff-tree", "--stdin", "-r", "-m", "--root", "--no-renames", "--raw")
    commit = ""
    for line in surely(folder, *options, "--no-abbrev", given=commits).splitlines():
        if not line.startswith(":"):
            commit = line[:8]
            continue
        about, _, path = line.partition("\t")
        content = about.split(" ")[3]
        if content in new:
            yield Kept(path.strip('"'), content, commit)


def contents(folder: Path, ids: Iterable[str]) -> Iterator[bytes]:
    """The bytes of each id, in order. Raises NoHistory where one is unknown."""
    with objects(folder) as content:
        yield from map(content, ids)


@contextmanager
def objects(folder: Path) -> Iterator[Callable[[str], bytes]]:
    """What gives the bytes of an id, one after the other from one process; raises NoHistory where it is unknown."""
    command: Sequence[str] = ["git", "-C", str(folder), "cat-file", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        asked, told = process.stdin, process.stdout
        assert asked
        assert told

        def content(id: str) -> bytes:
            asked.write(f"{id}\n".encode())
            asked.flush()
            answer = told.readline().split()
            if len(answer) != 3:
                raise NoHistory(id)
            return told.read(int(answer[2]) + 1)[:-1]

        yield content


def surely(folder: Path, *arguments: str, given: str = "") -> str:
    """What git answers. Raises NoHistory where it does not."""
    said = _git(folder, *arguments, given=given)
    if said is None:
        raise NoHistory(" ".join(arguments))
    return said.decode("utf-8", "surrogateescape")


class Standing(NamedTuple):
    """Where files stand in git: the full id of the newest commit, and whether any of them differs from it."""

    commit: str
    differs: bool


def standing(folder: Path, *paths: str) -> Standing | None:
    """Where some paths below a folder, or all of it, stand; None outside of git and where git does not keep them."""
    only = paths or (".",)
    commit = head(folder, whole=True)
    kept = _git(folder, "ls-files", "-z", "--", *only)
    differing = _git(folder, "--no-optional-locks", "status", "--porcelain", "-z", "--", *only)
    if not commit or not kept or differing is None:
        return None
    return Standing(commit, bool(differing))


# --- what stood in a folder -----------------------------------------------------------------------


def entries(tree: bytes, width: int) -> Iterator[tuple[str, str, str]]:
    """Mode, name and id of what is in a tree as git stores it; ids are `width` bytes."""
    at = 0
    while at < len(tree):
        end = tree.index(b"\0", at)
        mode, _, name = tree[at:end].partition(b" ")
        at = end + 1 + width
        yield mode.decode(), name.decode("utf-8", "surrogateescape"), tree[end + 1 : at].hex()


def folder_of(content: Callable[[str], bytes], tree: str, place: str, known: dict[str, bytes]) -> Folder:
    """The flat folder of a tree ('' for an empty one), called `place`; `known` are contents by their ids, to which
    those of its files come.
    """
    files: dict[str, bytes] = {}
    unread: dict[str, Unread] = {}
    for mode, name, id in entries(content(tree), len(tree) // 2) if tree else ():
        if mode.lstrip("0") not in _FILES:
            unread[name] = Unread.FOLDER if mode.lstrip("0") == "40000" else Unread.LINK
        elif Path(name).suffix not in READ:
            unread[name] = Unread.OTHER
        else:
            files[name] = known[id] if id in known else known.setdefault(id, content(id))
    return Folder(place, files, unread)


_FILES = frozenset({"100644", "100755", "100664"})
"""Modes of plain files; the last is of old versions of git."""
