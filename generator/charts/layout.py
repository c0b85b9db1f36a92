"""Where the words of a chart's rows stand, so that they never meet, in a reader's wider font too.

Nobody knows the letters of a reader's device; widths are taken as those of a wide font (DejaVu Sans,
Verdana), a fifth above the usual ones. What does not fit on a line goes on to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

LABEL_SIZE, VALUE_SIZE, TARGET_SIZE = 13, 14, 12
LINE = 17
"""Height of a line of words, in px, for all sizes."""
_GAP = 14
_MOST_LINES = 4
_NARROW = frozenset("iìíỉĩịIÌÍỈĨỊljtfr.,:;'|!()[]-–·  \"/")
_WIDE = frozenset("mwMW%→…—@")


class Row(NamedTuple):
    """Words of a row, line by line, and heights in px from the top of the drawing: `label_y`, `text_y` and
    `target_y` are middles of first lines, `y` is the middle of the bar; the row ends at `bottom`.
    """

    label: tuple[str, ...]
    label_y: float
    text: tuple[str, ...]
    text_y: float
    y: float
    target: tuple[str, ...]
    target_y: float
    top: float
    bottom: float


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is at most, in px, at a letter size in px."""
    em = sum(0.4 if letter in _NARROW else 1.0 if letter in _WIDE else 0.76 if letter.isupper() else 0.64
             for letter in text)  # fmt: skip
    return em * size * (1.1 if bold else 1)


def wrapped(text: str, size: float, room: float, first: float = 0, *, bold: bool = False) -> tuple[str, ...]:
    """A text in lines no wider than `room` px, the first one than `first` px where that is given; four at most: more
    ends in '…'.
    """
    lines = [*_lines(text, size, room, first or room, bold)]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1].rsplit(' ', 1)[0]}…"]
    return tuple(lines) or ("",)


def _lines(text: str, size: float, room: float, first: float, bold: bool) -> Iterator[str]:
    line, here = "", first
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, bold=bold) <= here:
            line = longer
            continue
        if line:
            yield line
            here = room
        line = word
        while width_of(line, size, bold=bold) > here:  # a word wider than the drawing: cut where it must be
            fits = next(n for n in range(len(line), 0, -1) if n == 1 or width_of(line[:n], size, bold=bold) <= here)
            yield line[:fits]
            line, here = line[fits:], room
    if line:
        yield line


def rows(named: Sequence[Mapping[str, Any]], width: float) -> dict[str, Row]:
    """The place of each label's row in a drawing `width` px wide, in the order of their first mention.

    A row has `label`, `text` and perhaps `target_text` below its bar.
    """
    made: dict[str, Row] = {}
    top = 2.0
    for row in named:
        if row["label"] not in made:
            made[row["label"]] = placed = _row(row["label"], row["text"], row.get("target_text", ""), width, top)
            top = placed.bottom
    return made


def _row(label: str, text: str, target: str, width: float, top: float) -> Row:
    """The value stands at the right end of the label's first line; a long one has lines of its own."""
    value = width_of(text, VALUE_SIZE, bold=True)
    beside = value <= 0.6 * width
    words = wrapped(label, LABEL_SIZE, width, width - value - _GAP if beside and text else 0)
    said = wrapped(text, VALUE_SIZE, width, bold=True)
    first = top + 12
    said_y = first if beside else first + LINE * len(words)
    last = max(first + LINE * (len(words) - 1), said_y + LINE * (len(said) - 1))
    y = last + 18
    aims = wrapped(target, TARGET_SIZE, width) if target else ()
    bottom = y + 20 + LINE * (len(aims) - 1) + 14 if aims else y + 16
    return Row(words, first, said, said_y, y, aims, y + 20, top, bottom)
