"""Provinces and communes: those of the official list, and those with data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class AdminUnit:
    """A province (2-digit code) or commune (5-digit code) of the official list."""

    code: str
    name: str
    kind: str
    province: str


class Centre(NamedTuple):
    """Where the centre of a commune lies, in degrees north and east to a thousandth (some 110 m), and its area in km²,
    None where the list gives none.
    """

    latitude: float
    longitude: float
    area: float | None = None


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune with data. `province` is None where no official code is confirmed; `lines` are telephone lines and
    mailboxes of its office that may be public, `contact` the office that is told of faults.
    """

    code: str
    name: str
    slug: str
    folder: str
    province: AdminUnit | None
    province_slug: str
    candidates: tuple[str, ...] = ()
    note: str = ""
    lines: tuple[str, ...] = ()
    contact: str = ""

    @property
    def address(self) -> str:
        """Site address of the commune's first page, relative to the root, ending in '/'."""
        return f"{self.province_slug}/{self.slug}-{self.code}/"
