"""What is new of a country, picked from what its communes hand over."""

from __future__ import annotations

import datetime as dt

from generator.country.frame import Frames
from generator.pieces.news import News


def news(frames: Frames, most: int, below: str = "", *, corrections: bool = False) -> list[News]:
    """The newest that is told, below an address; `corrections` alone if asked for."""
    there = frames.news
    if below:
        there = there[there.page.str.startswith(below)]
    if corrections:
        there = there[there.corrects]
    newest = there.head(most)
    days = (day.date() for day in newest.day)
    others = (newest[name].tolist() for name in News._fields[1:])
    return [News(*one) for one in zip(days, *others, strict=True)]


def corrected(frames: Frames) -> dict[str, int]:
    """How many figures were corrected, by commune."""
    own = frames.news[frames.news.corrects].groupby("code", observed=True).figures.sum()
    return {str(code): int(count) for code, count in own.items()}


def newest_days(frames: Frames) -> dict[str, dt.date]:
    """The day of the newest that came or was corrected, by commune."""
    own = frames.news.groupby("code", observed=True).day.max()
    return {str(code): day.date() for code, day in own.items()}
