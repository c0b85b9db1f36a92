"""MkDocs' docs_dir written: commune after commune, each forgotten when it stands, then what they make together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

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


def write_docs(
    work: Path,
    views: Iterable[View],
    country_of: Callable[[Sequence[Summary], Frames], Country],
    cache: Path,
    jobs: int = 1,
    more: Files | None = None,
    largest: int = by_province.LARGEST,
) -> int:
    """Make the docs_dir of a workplace hold exactly the pages of the communes, a view each, of their country, and
    `more`. Charts and cards are drawn by `jobs` processes and kept in `cache`; the table of all figures is divided
    where it is of more than `largest` bytes. Returns how many files changed.

    Raises NotComposed.
    """
    docs, given = Written(work / DOCS), Written(work / HANDED)
    handed = Handed(work / HANDED)
    communes = []
    for view in views:
        (commune,) = view.dataset.communes
        files, own = contents.commune_files(view, cache, jobs)
        docs.put(files)
        given.put({f"{commune.code}/{name}": text for name, text in own.items()})
        communes.append(handed.summary(commune.code))
    words = [handed.worded(code) for code in sorted(one.commune.code for one in communes)]
    given.put({WORDED: csv_text.joined(WORD_COLUMNS, words)})
    new = [handed.news(one.commune.code) for one in communes]
    given.put({NEWS: csv_text.joined(NEWS_COLUMNS, new)})
    placed = [handed.placed(one.commune.code) for one in communes]
    given.put({PLACED: csv_text.joined(PLACED_COLUMNS, placed)})
    tables = Downloads(communes, work / DOCS, handed, largest)
    docs.put(tables.files())
    frames = frame.read(tables.figures(), work / DOCS, *(work / HANDED / name for name in (WORDED, NEWS, PLACED)))
    country = replace(country_of(communes, frames), parts=tables.parts)
    for files in contents.country_files(country, cache, jobs):
        docs.put(files)
    docs.put(more or {})
    docs.put(sitemap.files(country, sitemap.pages_of(docs.names)))
    docs.sweep()
    given.sweep()
    return docs.changes
