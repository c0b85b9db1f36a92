"""MkDocs' docs_dir written: commune after commune, each forgotten when it stands, then what they make together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.country import by_province, csv_text, frame, sitemap
from generator.country.country import Country
from generator.country.downloads import Downloads
from generator.country.frame import Frames
from generator.country.handed_over import (
    NEWS,
    NEWS_COLUMNS,
    PLACED,
    PLACED_COLUMNS,
    WORD_COLUMNS,
    WORDED,
    Handed,
)
from generator.country.summary import Summary
from generator.pieces.view import View
from generator.publishing import contents
from generator.publishing.contents import Files
from generator.publishing.write import Written

DOCS, HANDED = "docs", "communes"
"""Below a workplace: what MkDocs is given, and what communes hand over."""


class Composed(NamedTuple):
    """A commune's part of both folders: its code, the files below them with marks of their contents, and how many of
    these changed.
    """

    code: str
    docs: Mapping[str, str]
    handed: Mapping[str, str]
    changes: int = 0


def compose(work: Path, view: View, cache: Path, jobs: int = 1) -> Composed:
    """Write what one commune, that of the view, gives to the docs_dir of a workplace and hands over to the country.
    Charts and cards are drawn by `jobs` processes and kept in `cache`. Raises NotComposed.
    """
    (commune,) = view.dataset.communes
    docs, given = Written(work / DOCS), Written(work / HANDED)
    files, own = contents.commune_files(view, cache, jobs)
    docs.put(files)
    given.put({f"{commune.code}/{name}": text for name, text in own.items()})
    return Composed(commune.code, docs.marks, given.marks, docs.changes)


def write_docs(
    work: Path,
    communes: Iterable[Composed],
    country_of: Callable[[Sequence[Summary], Frames], Country],
    cache: Path,
    jobs: int = 1,
    more: Files | None = None,
    largest: int = by_province.LARGEST,
) -> Written:
    """Make the docs_dir of a workplace hold exactly the pages of communes, as they have been composed, of their
    country, and `more`; returns what it holds. The table of all figures is divided where it is of more than `largest`
    bytes.

    Raises NotComposed.
    """
    docs, given = Written(work / DOCS), Written(work / HANDED)
    handed = Handed(work / HANDED)
    own = []
    for one in communes:
        docs.keep(one.docs)
        docs.changes += one.changes
        given.keep(one.handed)
        own.append(handed.summary(one.code))
    codes = [one.commune.code for one in own]
    given.put({WORDED: csv_text.joined(WORD_COLUMNS, list(map(handed.worded, sorted(codes))))})
    given.put({NEWS: csv_text.joined(NEWS_COLUMNS, list(map(handed.news, codes)))})
    given.put({PLACED: csv_text.joined(PLACED_COLUMNS, list(map(handed.placed, codes)))})
    tables = Downloads(own, work / DOCS, handed, largest)
    docs.put(tables.files())
    frames = frame.read(tables.figures(), work / DOCS, *(work / HANDED / name for name in (WORDED, NEWS, PLACED)))
    country = replace(country_of(own, frames), parts=tables.parts)
    for files in contents.country_files(country, cache, jobs):
        docs.put(files)
    docs.put(more or {})
    docs.put(sitemap.files(country, sitemap.pages_of(docs.names)))
    docs.sweep()
    given.sweep()
    return docs
