"""Edges of the named numbers of what commands tell."""

from __future__ import annotations

import contextlib
import io
from itertools import count

from edges import Edge

from generator.commands import progress


def _lines(parts: int) -> int:
    """How many lines besides the first a step of so many parts tells, of which each takes a second."""
    seconds = count()
    with contextlib.redirect_stdout(said := io.StringIO()):
        tell = progress.Lines(lambda: next(seconds))
        for done in range(parts + 1):
            tell("Dựng…", done, parts)
    return said.getvalue().count("\n") - 1


EDGES: dict[str, Edge] = {
    "commands.progress.FEWEST": Edge(_lines, {19: 0, 20: 4, 100: 4}),
    "commands.progress.LINES": Edge(_lines, {40: 4}),
    "commands.progress._MINUTES": Edge(progress.how_long, {0: "1 giây", 89.4: "89 giây", 90: "2 phút", 600: "10 phút"}),
}
