"""What is made once: a cache of files named by content, and the work shared among processes."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
S = TypeVar("S")
M = TypeVar("M")
DAY = 86_400
UNUSED, LARGEST = 30 * DAY, 1_000_000_000
"""Seconds that a file waits to be used again, bytes of all files of a cache."""


def kept(path: Path, make: Callable[[], bytes]) -> bytes:
    """The content of a file of the cache; made, and put there, where it is not yet or is not what was put there."""
    content = there(path)
    if content is None:
        content = make()
        keep(path, content)
    return content


def there(path: Path) -> bytes | None:
    """The content of a file, which from now on is used; None where it is not what was put there: a damaged picture
    would be published for ever.
    """
    try:
        whole = path.read_bytes()
        if time.time() - path.stat().st_mtime > DAY / 2:
            os.utime(path)
    except OSError:
        return None
    content = whole[:-_MARK]
    return content if whole[-_MARK:] == _mark(path.name, content) else None


def each(
    wanted: Iterable[T],
    place: Callable[[T], Path],
    drawn: Callable[[Sequence[T]], Sequence[bytes]],
    batch: int,
    jobs: int = 1,
) -> dict[T, bytes]:
    """Each thing with its drawing: what the cache has at its `place`, else what `drawn` makes of it, called with at
    most `batch` things, in `jobs` processes where there are several batches.
    """
    read = {one: there(place(one)) for one in wanted}
    missing = [one for one, content in read.items() if content is None]
    batches = [missing[at : at + batch] for at in range(0, len(missing), batch)]
    made: dict[T, bytes] = {}
    for some, contents in zip(batches, shared(drawn, batches, jobs), strict=True):
        for one, content in zip(some, contents, strict=True):
            keep(place(one), content)
            made[one] = content
    return {one: made[one] if content is None else content for one, content in read.items()}


def shared(make: Callable[[S], M], parts: Sequence[S], jobs: int) -> Iterator[M]:
    """What is made of each part of a work, in its order, by `jobs` processes where there are several parts. They are
    spawned: a fork after V8 has started hangs.
    """
    if jobs <= 1 or len(parts) < 2:
        yield from map(make, parts)
        return
    with ProcessPoolExecutor(min(jobs, len(parts)), multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(make, parts)


def prune(folder: Path, largest: int = LARGEST) -> None:
    """Remove from a cache what nothing has used for UNUSED seconds; then, until what is left has at most `largest`
    bytes, what has been unused longest, but nothing of the last day: a build may be reading it.
    """
    now = time.time()
    ages = []
    for path in folder.rglob("*"):
        with suppress(FileNotFoundError):  # another build may prune as well
            about = path.stat()
            if not path.is_dir():
                ages.append((now - about.st_mtime, about.st_size, path))
    left = sum(size for _, size, _ in ages)
    for age, size, path in sorted(ages, reverse=True):
        if age > UNUSED or (left > largest and age > DAY):
            path.unlink(missing_ok=True)
            left -= size


def keep(path: Path, content: bytes) -> None:
    """Put a file there, ended with a mark of its name and content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.part")  # several processes may draw the same
    draft.write_bytes(content + _mark(path.name, content))
    draft.replace(path)


def _mark(name: str, content: bytes) -> bytes:
    """A comment, so that programs that show SVG and PNG still do."""
    return f"<!--{hashlib.sha256(name.encode() + content).hexdigest()}-->".encode()


_MARK = len(_mark("", b""))
