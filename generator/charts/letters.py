"""The letters of cards: two fonts of our own, what they can write, how wide it comes out, where lines break.

A font named as on other machines would be replaced by the machine's own version of it, or by its next best; these
two carry a name that no machine has, so that a card is the same pixels everywhere. They have no kerning: the width
of a text is the sum of its letters', exactly.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
FAMILY = "The Xa"
_UNKNOWN = "?"
_ELLIPSIS = "…"


@cache
def advances(bold: bool) -> Mapping[str, float]:
    """Each character that the font can write, to its width as a share of the font size."""
    font = TTFont(FONTS / ("the-dam.ttf" if bold else "the-thuong.ttf"))
    widths, per_em = font["hmtx"], font["head"].unitsPerEm
    return {chr(code): widths[glyph][0] / per_em for code, glyph in font.getBestCmap().items()}


def writable(text: str) -> str:
    """NFC text in which what the fonts cannot write is '?': no letter is ever fetched from the machine."""
    known = advances(bold=True)
    return "".join(char if char in known else _UNKNOWN for char in unicodedata.normalize("NFC", text))


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a writable text comes out, in px at a font size in px."""
    known = advances(bold)
    return size * sum(known[char] for char in text)


def fitted(text: str, sizes: tuple[int, ...], room: float, bold: bool = False) -> tuple[str, int]:
    """The text with the first of the sizes (large to small) at which it fits into `room` px on one line; where even
    the last does not, the text is cut.
    """
    for size in sizes:
        if width(text, size, bold) <= room:
            return text, size
    return wrapped(text, sizes[-1], room, 1, bold)[0], sizes[-1]


def wrapped(text: str, size: float, room: float, most: int, bold: bool = False) -> list[str]:
    """A writable text in lines no wider than `room` px, at most `most`; what is left over ends in '…'. A word wider
    than a line is broken; a no-break space never is.
    """
    made: list[str] = []
    line = ""
    words = [piece for word in text.split(" ") for piece in _pieces(word, size, room, bold)]
    for number, word in enumerate(words):
        longer = f"{line} {word}".strip()
        if width(longer, size, bold) <= room:
            line = longer
        elif len(made) + 1 == most:
            made.append(_cut(" ".join([line, *words[number:]]), size, room, bold))
            return made
        else:
            made.append(line)
            line = word
    return [*made, line] if line else made


def _pieces(word: str, size: float, room: float, bold: bool) -> list[str]:
    pieces = [""]
    for char in word:
        if width(pieces[-1] + char, size, bold) > room:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _cut(text: str, size: float, room: float, bold: bool) -> str:
    """The longest beginning, whole words if there is one, that fits with '…' behind it."""
    end = len(text)
    while end and width(f"{text[:end]}{_ELLIPSIS}", size, bold) > room:
        end -= 1
    whole = text[:end].rpartition(" ")[0] if text[end : end + 1].strip() else text[:end]
    return f"{(whole or text[:end]).rstrip(' ,;:.')}{_ELLIPSIS}"
