"""The history of each commune: derived from the past of its data folder, kept, told as of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from pathlib import Path

from generator.commune.examine import Examined
from generator.model.history import History
from generator.past import kept
from generator.past.chains import code_of
from generator.past.past import Past
from generator.past.told import history


def prepare(past: Past, folders: Iterable[str], home: Path, jobs: int) -> None:
    """Derive what is new of many communes at once; `home` keeps it."""
    known = [(code, past.chains[code]) for code in map(code_of, folders) if code in past.chains]
    kept.prepare(known, past.data, home, jobs)


def history_of(past: Past, shown: Examined, home: Path, day: dt.date, indicators: Collection[str]) -> History:
    """The history of a commune as it is shown on a day, of the indicators that there are."""
    code = code_of(shown.folder)
    chain = past.chains.get(code)
    replayed = kept.replayed_of((code, chain), past.data, home) if chain else None
    return history(shown, replayed, day, indicators, shallow=past.shallow)
