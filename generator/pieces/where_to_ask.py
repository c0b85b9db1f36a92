"""Where a person gets on who finds no answer here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.language.vietnamese import committee, show_date, stopped
from generator.model.catalogue import Place
from generator.model.commune import Commune

LOOK_UP = "https://dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html"
"""Where a person follows a dossier on the national portal."""


def asking(commune: Commune) -> str:
    """Where a person can ask for what is told nowhere."""
    return f"Bà con có thể hỏi tại trụ sở {committee(commune.name)}."


def reached(place: Place) -> str:
    """How a place is reached, what for, and by which document of what day; without an office line it says so."""
    ways = [place.web.removeprefix("https://"), *(f"điện thoại {line}" for line in place.lines)]
    how = "; ".join(way for way in ways if way) or "Chưa có số điện thoại"
    return f"{stopped(how)} {stopped(place.does)} {origin(place)}"


def origin(place: Place) -> str:
    """The document that says it, with its day."""
    return f"Theo {place.origin}, đến {show_date(place.day)}."


def helping(places: Iterable[Place]) -> Iterator[tuple[str, str]]:
    """Where anybody is helped, wherever they live: name, and how it is reached."""
    return ((place.name, reached(place)) for place in places if place.helps)
