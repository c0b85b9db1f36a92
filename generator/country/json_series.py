"""Figures as JSON in few bytes: what the points of a series share is said once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from generator.language.value import Compared, State

POINT = ("tu_ngay", "den_ngay", "gia_tri", "nguon")
"""The cells of a point; null where there is nothing."""
_USUAL = {"so_sanh": Compared.EXACTLY, "tinh_trang": State.GIVEN}
"""What need not be said."""


def in_series(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[dict[str, Any]]:
    """Rows of figures of one indicator as series, each in the order of the rows: an object of what all its points
    share, by the names of the published columns, and its points as `so_lieu`. A cell that is None, or as usual, is
    left out.

    >>> may, june = (None, "2026-05-31", 7, "bc-5"), (None, "2026-06-30", 8, "bc-6")
    >>> in_series(("loai", *POINT), [("bao_cao", *may), ("bao_cao", *june)])
    [{'loai': 'bao_cao', 'so_lieu': [[None, '2026-05-31', 7, 'bc-5'], [None, '2026-06-30', 8, 'bc-6']]}]
    """
    points = [columns.index(name) for name in POINT]
    shared = [(name, place) for place, name in enumerate(columns) if name not in POINT]
    made: dict[tuple[Any, ...], list[list[Any]]] = {}
    for row in rows:
        made.setdefault(tuple(row[place] for _, place in shared), []).append([row[place] for place in points])
    names = [name for name, _ in shared]
    return [
        {name: cell for name, cell in zip(names, key, strict=True) if cell is not None and cell != _USUAL.get(name)}
        | {"so_lieu": own}
        for key, own in made.items()
    ]


def compact(value: Any) -> str:
    """A value as JSON without spare blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
