"""What a push would make public and must not: personal data in tables and office files, in any commit of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.language.personal_data import found_in
from generator.officer import office_files
from generator.reading import git

_NOTHING = frozenset("0")
_MOST_BYTES = 20_000_000


class Leak(NamedTuple):
    """A file that must not be pushed, the commit that brought it, what it holds in words."""

    path: str
    commit: str
    what: str


def leaks(data: Path, updates: Iterable[str], remote: str, allowed: Collection[str]) -> list[Leak]:
    """What must be taken out before a push; `updates` are the lines that git gives to a pre-push hook:
    local ref, local id, remote ref, remote id.

    Looks at the files of the data folder and at office files anywhere. Raises NoHistory.
    """
    home = git.place(data)
    kept: dict[tuple[str, str], git.Kept] = {}
    for update in updates:
        _, tip, _, there = update.split()
        if set(tip) == _NOTHING:
            continue  # a branch is removed: nothing is sent
        for file in git.brought(data, tip, "" if set(there) == _NOTHING else there, remote):
            if file.path.startswith(home) or PurePosixPath(file.path).suffix.lower() in office_files.SUFFIXES:
                kept.setdefault((file.path, file.content), file)
    read = git.contents(data, [content for _, content in kept])
    pairs = zip(kept.values(), read, strict=True)
    return [
        Leak(file.path, file.commit, what) for file, content in pairs for what in _faults(file.path, content, allowed)
    ]


def _faults(path: str, content: bytes, allowed: Collection[str]) -> Iterator[str]:
    try:
        texts = list(_texts(path, content))
    except office_files.Unopened:
        yield "máy không mở được tệp này để tìm thông tin cá nhân"
        return
    told = {(finding.kind, finding.shown) for text in texts for finding in found_in(text, allowed)}
    yield from (f"{kind} {shown}" for kind, shown in sorted(told))


def _texts(path: str, content: bytes) -> Iterator[str]:
    """The words of a file. Raises Unopened for a picture, a document that is no table, a locked file."""
    if PurePosixPath(path).suffix.lower() in office_files.SUFFIXES:
        yield from office_files.words(content)
    elif content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        yield content.decode("utf-16", "replace")
    elif b"\0" in content or len(content) > _MOST_BYTES:
        raise office_files.Unopened
    else:
        yield content.decode("utf-8", "replace")
