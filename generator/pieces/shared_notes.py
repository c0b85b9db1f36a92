"""A note that many numbers of a section share, said once: each of them leads to it, with what is its own beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from generator.language.vietnamese import inside
from generator.model.grouping import grouped
from generator.pieces.blocks import Prose
from generator.pieces.row_blocks import Row, Told

LONG_NOTE = 60
"""Letters from which a repeated note tires the reader."""


def said_once(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Prose, ...]]:
    """Rows whose long notes are told once, and the notes of more rows than one, to stand behind them. What a row itself
    is told with, as a difference, stands with the first of those that have it.
    """
    said = set[str]()
    made = []
    for row in rows:
        made.append(replace(row, notes=tuple(note for note in row.notes if note not in said)))
        said |= {note for note in row.notes if len(note) > LONG_NOTE}
    shared = _shared(rows)
    called = {note: f"ghi chú {number}" for number, note in enumerate(shared, 1)}
    if len(shared) == 1:
        called = dict.fromkeys(shared, "ghi chú chung")
    leads = {note: f"Xem {name} ở cuối mục này." for note, name in called.items()}
    return (
        tuple(replace(row, figures=tuple(as_above(row.figures, leads))) for row in made),
        tuple(_note(called[note], names, note, len(rows)) for note, names in shared.items()),
    )


def _shared(rows: Iterable[Row]) -> dict[str, list[str]]:
    """The long notes that stand in more than one row, each with the names of its rows."""
    noted = [(note, row) for row in rows for line in row.figures for note in line.notes if len(note) > LONG_NOTE]
    by_note = grouped(noted, lambda one: one[0])
    of_rows = {note: {row.anchor: row.name for _, row in own} for note, own in by_note.items()}
    return {note: list(names.values()) for note, names in of_rows.items() if len(names) > 1}


def as_above(lines: Iterable[Told], leads: Mapping[str, str] = MappingProxyType({})) -> Iterator[Told]:
    """Lines of one thing whose long notes stand with the first of them; `leads` are words for what stands elsewhere."""
    first: dict[str, str] = {}
    for line in lines:
        notes = (leads.get(note) or first.get(note, note) for note in line.notes)
        yield replace(line, notes=tuple(notes))
        here = f"Ghi chú như ở dòng “{line.period}” phía trên."
        first |= {note: here for note in line.notes if len(note) > LONG_NOTE and note not in first}


def _note(called: str, names: Sequence[str], note: str, rows: int) -> Prose:
    """A note with the rows that lead to it, which need no names where they are all of the section."""
    to = "" if len(names) == rows else f", cho {'; '.join(map(inside, names))}"
    return Prose(f"{called.capitalize()}{to}: {note}", "note")
