"""Items brought together by what they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


K = TypeVar("K")


def grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Items by a key, each group in the order of the items."""
    made: dict[K, list[T]] = {}
    for item in items:
        made.setdefault(key(item), []).append(item)
    return made
