"""The page types of a built site, told from the addresses in its tree: a new type is measured without being named."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COMMUNE = re.compile(r"-(\d{5}|x\d{4})$")
"""The end of a commune's folder: its code, or the mark of one without a confirmed code."""

REDIRECT = re.compile(rb"<meta[^>]+http-equiv=[\"']?refresh", re.IGNORECASE)


@dataclass(frozen=True)
class PageType:
    """A type of page by the page of it with the most HTML, compressed: what fits there fits everywhere."""

    name: str
    """The address with what varies put into a word: `xa/ngan-sach`, `chi-tieu/mot`."""
    address: str
    """Below the root of the site, with its closing `/`; empty for the first page."""
    before: str | None
    """Another page of the same commune, read before this one; None where no commune is."""

    @property
    def narrow(self) -> bool:
        """Whether the smaller budget holds: a commune's page and its subject pages."""
        parts = self.name.split("/")
        return parts[0] == "xa" and len(parts) <= 2 and parts[-1] != "nguon-so-lieu"


def page_types(site: Path) -> list[PageType]:
    """Each page type of a built site, the first page first, then places and communes, then the rest by name."""
    weights = dict(_pages(site))
    provinces = {parts[0] for parts in map(_parts, weights) if len(parts) > 1 and COMMUNE.search(parts[1])}
    heaviest: dict[str, str] = {}
    for address in sorted(weights, key=lambda address: (-weights[address], address)):
        heaviest.setdefault(_name(_parts(address), provinces), address)
    types = [PageType(name, address, _before(address, weights)) for name, address in heaviest.items()]
    return sorted(
        types, key=lambda kind: (kind.name != "trang-chu", kind.name.split("/")[0] not in ("tinh", "xa"), kind.name)
    )


def _pages(site: Path) -> Iterator[tuple[str, int]]:
    """Addresses of pages with the bytes of their HTML, compressed; those that only send elsewhere are left out."""
    for path in site.rglob("index.html"):
        page = path.read_bytes()
        if not REDIRECT.search(page):
            folder = path.parent.relative_to(site).as_posix()
            yield "" if folder == "." else f"{folder}/", len(gzip.compress(page, mtime=0))


def _parts(address: str) -> tuple[str, ...]:
    return tuple(address.split("/")[:-1])


def _name(parts: tuple[str, ...], provinces: set[str]) -> str:
    """The address with what varies put into a word."""
    match parts:
        case (_, commune, *rest) if COMMUNE.search(commune):
            return "/".join(["xa", *_below(rest)])
        case (province,) if province in provinces:
            return "tinh"
        case (province, list_, *_) if province in provinces:
            return f"tinh/{list_}"
        case ("chi-tieu" | "huong-dan" as list_, _):
            return f"{list_}/mot"
    return "/".join(parts) or "trang-chu"


def _below(rest: list[str]) -> list[str]:
    """What follows the commune's folder: a document is any document; a light page, or that of an indicator, is that of
    any subject.
    """
    match rest:
        case ["nguon-so-lieu", _]:
            return ["nguon-so-lieu", "mot"]
        case [_, "niem-yet" | "loa" as light]:
            return ["*", light]
        case [_, _]:
            return ["*", "mot"]
    return rest


def _before(address: str, weights: dict[str, int]) -> str | None:
    """The commune's first page; before that one, the heaviest page below it."""
    parts = _parts(address)
    if len(parts) < 2 or not COMMUNE.search(parts[1]):
        return None
    first = f"{parts[0]}/{parts[1]}/"
    if address != first and first in weights:
        return first
    others = [other for other in weights if other.startswith(first) and other != address]
    return max(others, key=lambda other: (weights[other], other), default=None)
