"""What stands in the form for ids: names of indicators, their parts and subjects; words of tasks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.language.quotes import cut
from generator.language.vietnamese import slug
from generator.model.catalogue import Catalogue
from generator.model.record import Record
from generator.tables import kien_nghi, ngan_sach, nhiem_vu

key = lru_cache(maxsize=20_000)(slug)
"""Names are compared without case, tone marks and blanks, the same few over and over."""


@dataclass(frozen=True, slots=True)
class Names:
    """Id to name of the indicators, of each indicator's breakdowns, of the subjects; a name that another bears, or has
    for its id, is told apart by its own id. `things` are tasks, recommendations and needs: their codes, with their
    first words behind.
    """

    indicators: Mapping[str, str]
    breakdowns: Mapping[str, Mapping[str, str]]
    subjects: Mapping[str, str]
    things: Mapping[str, str]


def names_in(catalogue: Catalogue, records: Iterable[Record] = ()) -> Names:
    """The names that stand in the form for the ids of the catalogue and of the rows of a commune."""
    return Names(
        _told_apart({id: indicator.name for id, indicator in catalogue.indicators.items()}),
        {id: _told_apart(indicator.breakdowns) for id, indicator in catalogue.indicators.items()},
        {outline.id: outline.name for outline in catalogue.subjects.values()},
        {code: f"{code}{BEHIND}{cut(words, _FIRST)}" for code, words in things(records)},
    )


BEHIND = ": "
"""What parts a code from the words behind it."""
_FIRST = 70
"""Letters of the words of a task that the list of the form shows."""


def things(records: Iterable[Record]) -> Iterator[tuple[str, str]]:
    """Code and words of what progress can be reported of: tasks, recommendations, needs."""
    for row in records:
        if row.table in (nhiem_vu.TABLE.name, kien_nghi.TABLE.name):
            yield row["ma"], row["noi_dung"]
        elif row.table == ngan_sach.TABLE.name and row["giai_doan"] == "nhu_cau":
            yield row["ma_dong"], row["noi_dung"]


def _told_apart(names: Mapping[str, str]) -> dict[str, str]:
    times = Counter(way for id, name in names.items() for way in {key(name), key(id)})
    return {id: name if times[key(name)] == 1 else f"{name} [{id}]" for id, name in names.items()}
