"""Where a person gets on who finds no answer here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.language.vietnamese import committee, opened, show_date, stopped
from generator.model.catalogue import Place
from generator.model.commune import Commune

LOOK_UP = "https://dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html"
"""Where a person follows a dossier on the national portal."""


def asking(commune: Commune) -> str:
    """Where a person can ask for what is told nowhere."""
    return f"Bà con có thể hỏi tại trụ sở {committee(commune.name)}."


def reached(place: Place, *, short: bool = False) -> str:
    """What for, how it is reached, and by which document of what day, read where. Without an address it says so of the
    telephone; `short` is for paper: how, else the first that it is for.
    """
    ways = [place.web.removeprefix("https://"), *(f"điện thoại {line}" for line in place.lines)]
    how = ", ".join(way for way in ways if way)
    day = place.dated or f"tính đến {show_date(place.day)}"
    if short:
        return f"{how or place.does.rstrip('.').split(';')[0]} (theo {place.origin}, {day})"
    how = f"Địa chỉ: {how}." if place.web else f"{opened(how or 'chưa có số điện thoại')}."
    there = f" (đọc ở {place.read_at.removeprefix('https://').split('/')[0]})" if place.read_at else ""
    return f"{stopped(place.does)} {how} Theo {place.origin}{there}, {day}."


def helping(places: Iterable[Place], *, short: bool = False) -> Iterator[tuple[str, str]]:
    """Where anybody is helped, wherever they live: name, and how it is reached."""
    return ((place.name, reached(place, short=short)) for place in places if place.helps)
