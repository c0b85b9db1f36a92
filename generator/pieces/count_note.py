"""The note of a row, as far as it is on one of its counts."""

from __future__ import annotations

from generator.language.places import BETWEEN
from generator.model.figure import Figure
from generator.tables.all_tables import BY_NAME


def note_on(figure: Figure) -> str:
    """What the note of a figure's row says of it: of several parts, ` | ` between them, those that begin with the
    heading of no count of its form, and those that begin with its own, without it (`Nộp trực tuyến: chưa tính 26`).
    """
    table = BY_NAME.get(figure.trace.table)
    headings = {column.melts_to: f"{column.heading}: " for column in (table.columns if table else ())}
    headings.pop("", None)
    if not headings:
        return figure.trace.note
    own = headings.pop(figure.topic.indicator, "")
    parts = (part for part in figure.trace.note.split(BETWEEN) if not part.startswith(tuple(headings.values())))
    return " ".join(part.removeprefix(own) for part in parts)
