"""The relative way from one address of the site to another: it works under any path and from a disk."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile


@lru_cache(maxsize=16_384)
def way(here: str, there: str) -> str:
    """The relative path between two addresses of the site, which hold no steps up of their own."""
    ours, theirs = ([step for step in address.split("/") if step] for address in (here, there))
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False)))
    return "/".join([".."] * (len(ours) - shared) + theirs[shared:]) or "."
