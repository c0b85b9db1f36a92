"""What is drawn once: a cache of files named by content, and the work shared among processes."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def kept(path: Path, make: Callable[[], bytes]) -> bytes:
    """The content of a file of the cache; made, and put there, where it is not yet or is not what was put there: a
    damaged picture would be published for ever. The file ends with a mark of its name and content.
    """
    whole = path.read_bytes() if path.is_file() else b""
    content = whole[:-_MARK]
    if whole[-_MARK:] == _mark(path.name, content):
        return content
    content = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.part")  # several processes may draw the same
    draft.write_bytes(content + _mark(path.name, content))
    draft.replace(path)
    return content


def _mark(name: str, content: bytes) -> bytes:
    """A comment, so that programs that show SVG and PNG still do."""
    return f"<!--{hashlib.sha256(name.encode() + content).hexdigest()}-->".encode()


_MARK = len(_mark("", b""))


def each(drawn: Callable[[T, Path], R], wanted: Sequence[T], cache_folder: Path, jobs: int = 1) -> dict[T, R]:
    """Each thing with its drawing. Processes are spawned: a fork after V8 has started hangs."""
    if jobs <= 1 or len(wanted) < 2:
        return {one: drawn(one, cache_folder) for one in wanted}
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        return dict(zip(wanted, pool.map(drawn, wanted, repeat(cache_folder), chunksize=20), strict=True))
