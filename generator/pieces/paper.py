"""How much room words take on an A4 sheet, so that what does not fit is left out before it is printed.

Sizes are those of `site_src/assets/giay.css`. Letters are counted wide, because every reader's machine has its own
font: a sheet may end short, never on a second page.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

WIDTH, HEIGHT = 188.0, 270.0
"""Millimetres inside the margins; some height stays in reserve."""
_MM = 0.3528
"""Millimetres of a point."""
_LETTER, _BOLD = 0.53, 0.57
"""Width of an average letter as a part of its size, plain and bold."""


@dataclass(frozen=True, slots=True)
class Type:
    """Words set in a size (points), in lines so high (parts of the size), with room above them (millimetres)."""

    size: float
    line: float
    above: float = 0.0
    letter: float = _LETTER

    def high(self, text: str, width: float = WIDTH) -> float:
        """Millimetres that a text needs in a column; nothing for no text."""
        return self.lines(text, width) * self.size * _MM * self.line + self.above if text else 0.0

    def lines(self, text: str, width: float) -> int:
        """Lines of a text in a column, broken at blanks and within what is longer than a line."""
        most = max(1, int(width / (self.size * _MM * self.letter)))
        used, lines = 0, 1
        for word in text.split():
            if used and used + 1 + len(word) > most:
                lines, used = lines + 1, 0
            used += len(word) + (1 if used else 0)
            more = math.ceil(used / most) - 1
            lines, used = lines + more, used - more * most
        return lines


PLACE, ASKED, ORIGIN = Type(18, 1.25, 0, _BOLD), Type(32, 1.12, 1, _BOLD), Type(16, 1.25, 2.5)
NUMBER, SENTENCE = Type(30, 1.1, 1.5, _BOLD), Type(17, 1.25, 1.5)
FIRST_NUMBER, FIRST_SENTENCE = Type(64, 1, 1, _BOLD), Type(21, 1.25, 1, _BOLD)
NOTE, FOOT, ADDRESS = Type(16, 1.25, 1.5), Type(14, 1.25), Type(14, 1.25, 1)
NUMBERS, GAP = 52.0, 6.0
"""Width of the column of numbers, and between it and the sentences."""


def row(number: str, unit: str, sentence: str) -> float:
    """Height of a figure: its number with unit, then its sentence on the same line and in the column beside it."""
    across = (len(number) * NUMBER.size + (len(unit) + 1) * SENTENCE.size) * _MM * _BOLD
    lines = SENTENCE.lines(sentence, max(WIDTH - max(NUMBERS, across) - GAP, 40))
    return NUMBER.high(number) + (lines - 1) * SENTENCE.size * _MM * SENTENCE.line


def shortened(text: str, most: int) -> str:
    """A text of at most so many letters, cut where a phrase ends in its second half, else at a word's end."""
    if len(text) <= most:
        return text
    words = text[: most - 1].rsplit(" ", 1)[0]
    phrase = max(words.rfind(mark) for mark in (", ", "; ", ". ", " ("))
    return f"{(words[:phrase] if 2 * phrase > most else words).rstrip(' ,;.:(')}…"


def fitting(pieces: list[tuple[float, str, float]], room: float) -> Iterator[int]:
    """The numbers of the pieces that fit, the first ones first: each has a height, the words of its group
    ('' where it has none) and the height of these words, needed once a group.
    """
    told: set[str] = {""}
    for number, (high, group, heading) in enumerate(pieces):
        needed = high + (0 if group in told else heading)
        if needed <= room:
            room -= needed
            told.add(group)
            yield number
