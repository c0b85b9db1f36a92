"""What a site weighs: bytes by kind of file, of one commune and of what all share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

KINDS = ("html", "svg", "csv", "json", "xlsx", "xml")
_COMMUNE = re.compile(r"[a-z0-9-]+/[a-z0-9-]+-(?:\d{5}|x\d{4})/")
_DRAWN = re.compile(rb"<(/?)svg\b")


class Weight(NamedTuple):
    """Of a site: how many communes, bytes by kind and number of files of all their folders together, and of the rest;
    bytes of the drawings that stand within pages of communes.
    """

    communes: int
    bytes: Counter[str]
    files: Counter[str]
    shared_bytes: int
    shared_files: int
    drawn: int


def kind(path: str) -> str:
    """The kind of a commune's file: by its ending, pictures that chat apps show as cards."""
    ending = path.rpartition(".")[2]
    return "cards" if ending == "png" else ending if ending in KINDS else "other"


def commune_of(path: str) -> str:
    """The folder of the commune that a file of a site is of, '' where it is no commune's."""
    found = _COMMUNE.match(path)
    return found[0] if found else ""


def weighed(site: Path) -> Weight:
    """What the files of a site weigh."""
    communes, sizes, files = set(), Counter[str](), Counter[str]()
    shared_bytes = shared_files = drawn = 0
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if not path.is_file():
            continue
        if commune := commune_of(name):
            communes.add(commune)
            sizes[kind(name)] += path.stat().st_size
            files[kind(name)] += 1
            drawn += sum(map(len, drawings(path.read_bytes()))) if kind(name) == "html" else 0
        else:
            shared_bytes, shared_files = shared_bytes + path.stat().st_size, shared_files + 1
    return Weight(len(communes), sizes, files, shared_bytes, shared_files, drawn)


def drawings(page: bytes) -> Iterable[bytes]:
    """The drawings within a page, each whole with those that stand in it."""
    depth = start = 0
    for tag in _DRAWN.finditer(page):
        start = start if depth else tag.start()
        depth += -1 if tag[1] else 1
        if not depth:
            yield page[start : tag.end() + 1]


def different(one: Path, other: Path) -> list[str]:
    """The files that two trees do not both have with the same bytes."""
    names = {path.relative_to(tree).as_posix() for tree in (one, other) for path in tree.rglob("*") if path.is_file()}
    return sorted(name for name in names if _content(one / name) != _content(other / name))


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
