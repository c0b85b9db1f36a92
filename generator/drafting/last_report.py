"""What the last report of a commune gave: which words stood around each number that was transcribed from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.drafting.found import Found, found_in
from generator.drafting.passages import Passage
from generator.language.places import holds, places, quotations
from generator.language.vietnamese import plain_words
from generator.model.figure import Figure, Kind, Topic

_FEWEST = 3
"""Words around a number by which its place is known again."""
_CELL = re.compile(r"^(.*?): bảng")


@dataclass(frozen=True, slots=True)
class Last:
    """The frames of the last report's numbers: the words before and behind, and the topic that they gave. Words that
    stood around numbers of two topics give none.
    """

    frames: Mapping[tuple[str, ...], Topic | None] = field(default_factory=dict)

    def topic_of(self, found: Found) -> Topic | None:
        """What stood in these words last time; None where nothing did, or two things."""
        frame = _frame(found)
        return self.frames.get(frame) if len(frame) >= _FEWEST else None


NOTHING = Last()


def last_of(figures: Iterable[Figure]) -> Last:
    """The frames that the quotations of a report's figures hold."""
    frames: dict[tuple[str, ...], Topic | None] = {}
    for figure in figures:
        if figure.kind is not Kind.REPORTED or not figure.value.printed:
            continue
        for frame in set(_frames(figure)):
            frames[frame] = figure.topic if frames.get(frame, figure.topic) == figure.topic else None
    return Last(frames)


def _frames(figure: Figure) -> Iterable[tuple[str, ...]]:
    for place in places(figure.trace.place):
        if ": bảng" in place or "cột" in place:
            head, _, _ = place.rpartition(": “")
            yield _cell_frame(head)
            continue
        for words in quotations(place):
            for found in found_in(Passage(words, "")):
                if holds(found.printed, figure.value.printed, figure.unit):
                    yield _frame(found)


def _frame(found: Found) -> tuple[str, ...]:
    if found.passage.in_cell:
        return _cell_frame(found.passage.place)
    return (*plain_words(found.before), "#", *plain_words(found.behind))


def _cell_frame(place: str) -> tuple[str, ...]:
    """A cell is known by its appendix, row and headings, not by the days that they name."""
    return tuple(word for word in plain_words(place) if not re.fullmatch(r"\d{4}", word))
