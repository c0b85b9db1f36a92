"""The states of a commune replayed: which figures it had in each, by today's reader and the catalogues of that day."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.commune.examine import Sound, sound
from generator.model.catalogue import Catalogue
from generator.model.history import Span, Version, value_of
from generator.model.published_columns import published
from generator.past.chains import State, code_of
from generator.reading.folders import Folder

Rows = Mapping[str, tuple[str, ...]]
"""Figures by their ids, each as its row of `so-lieu.csv`."""


@dataclass
class Replayed:
    """What was published, version after version: the spans that ended, and those that stand, by their figure. `begins`
    is the day of the first version that could be read, `unread` that of the first that could not before it.
    """

    ended: list[Span] = field(default_factory=list)
    standing: dict[str, Span] = field(default_factory=dict)
    begins: dt.date | None = None
    unread: dt.date | None = None

    def add(self, version: Version, rows: Rows | None) -> None:
        """What a version publishes; None where it has errors: then what was published before stands on."""
        if rows is None:
            self.unread = self.unread or (version.day if self.begins is None else None)
            return
        self.begins = self.begins or version.day
        for id, span in [*self.standing.items()]:
            if id not in rows or value_of(rows[id]) != value_of(span.row):
                self.ended.append(self.standing.pop(id)._replace(until=version))
        self.standing |= {id: Span(row, version) for id, row in rows.items() if id not in self.standing}

    @property
    def spans(self) -> tuple[Span, ...]:
        """All of them, by figure, the earliest first."""
        return tuple(sorted([*self.ended, *self.standing.values()], key=lambda span: span.id))


class Source(NamedTuple):
    """Where states are read from: the folder of one, and its catalogue, None where today's reader cannot read it."""

    folder: Callable[[State], Folder]
    catalogue: Callable[[State], Catalogue | None]


def replayed(states: Iterable[State], source: Source, code: str, before: Replayed | None = None) -> Replayed:
    """What the states of the commune of a code published, after what was published `before` them."""
    told = before or Replayed()
    known: _Known | None = None
    for state in states:
        catalogue, day = source.catalogue(state), state.version.day
        if not state.tree:
            told.add(state.version, {})
        elif catalogue is None:
            told.add(state.version, None)
        elif now := _sound(source.folder(state), catalogue, day, known):
            known = _Known(catalogue, day, now)
            told.add(state.version, rows_of(now, code))
        else:
            told.add(state.version, None)
    return told


class _Known(NamedTuple):
    """The last state without errors, and the catalogue and day by which it was found so."""

    catalogue: Catalogue
    day: dt.date
    sound: Sound


def _sound(folder: Folder, catalogue: Catalogue, day: dt.date, known: _Known | None) -> Sound | None:
    """A state without errors, None for any other; what is known is not looked at again. Where today's reader fails, on
    a form of before, it is no fault of today's build.
    """
    before = known.sound if known and known.day <= day and _alike(catalogue, known.catalogue) else None
    if before and folder == before.folder:
        return before
    try:
        return sound(folder, catalogue, day, before)
    except Exception:
        return None


def rows_of(state: Sound, code: str) -> Rows:
    """The figures of a state, under the code that its commune has now."""
    then = code_of(state.folder.name)
    rows = map(published, state.figures)
    return {row[0]: row for row in (rows if then == code else (_under(row, then, code) for row in rows))}


def _under(row: tuple[str, ...], then: str, now: str) -> tuple[str, ...]:
    """A row of a commune whose code was confirmed since."""
    id, _, *rest = row
    return (f"{now}{id.removeprefix(then)}", now, *rest)


def _alike(one: Catalogue, two: Catalogue) -> bool:
    """Whether two catalogues make the same figures: they differ in words alone, if at all."""

    def decides(catalogue: Catalogue) -> tuple[object, ...]:
        return catalogue.indicators, catalogue.relations, catalogue.units, list(catalogue.subjects)

    return one is two or decides(one) == decides(two)


# --- as bytes -------------------------------------------------------------------------------------


def as_bytes(told: Replayed) -> bytes:
    """What was told, to be kept: the same bytes for the same."""
    versions: dict[Version, int] = {}

    def number(version: Version | None) -> int | None:
        return None if version is None else versions.setdefault(version, len(versions))

    every = [*told.ended, *told.standing.values()]
    spans = [[*span.row, number(span.since), number(span.until)] for span in every]
    days = [day and day.isoformat() for day in (told.begins, told.unread)]
    listed = [[version.day.isoformat(), version.commit, version.reason] for version in versions]
    return zlib.compress(json.dumps([days, listed, spans], ensure_ascii=False).encode())


def from_bytes(content: bytes) -> Replayed:
    """The same again."""
    days, listed, spans = json.loads(zlib.decompress(content))
    begins, unread = (dt.date.fromisoformat(day) if day else None for day in days)
    versions = [Version(dt.date.fromisoformat(day), commit, reason) for day, commit, reason in listed]
    every = [
        Span(tuple(row), versions[since], None if until is None else versions[until]) for *row, since, until in spans
    ]
    standing = {span.id: span for span in every if span.until is None}
    return Replayed([span for span in every if span.until], standing, begins, unread)
