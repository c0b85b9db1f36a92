"""A whole site as tests look at it, composed as a build does: each commune alone, then the country."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from support import ROOT, tree

from generator.country import frame, indicator_pages, map_pages, quality_page, site_pages
from generator.country.by_province import LARGEST
from generator.country.country import Country
from generator.country.downloads import Downloads
from generator.country.frame import Frames
from generator.country.handed_over import NEWS, PLACED, WORDED, Handed
from generator.country.summary import Summary
from generator.model.history import History
from generator.pieces.blocks import Page
from generator.pieces.view import View
from generator.publishing import contents, docs_dir
from generator.publishing.docs_dir import DOCS, HANDED

CHARTS = ROOT / "build" / "charts"
_TEXTS = (".md", ".html", ".csv", ".json", ".jsonld", ".js", ".css", ".svg", ".txt", ".xml")


def each(view: View) -> Iterator[View]:
    """A view of each commune alone, of a view of several."""
    for commune in view.dataset.communes:
        code = commune.code
        own = tuple(record for record in view.dataset.records if record.commune == code)
        yield replace(
            view, dataset=replace(view.dataset, communes=(commune,), records=own), figures=view.of(commune),
            standings=view.targets_of(commune), differences=[d for d in view.differences if d.commune == code],
            readings=[d for d in view.readings if d.commune == code],
            history=History(corrections=tuple(c for c in view.history.corrections if c.old.startswith(f"{code}."))),
        )  # fmt: skip


def country_of(view: View) -> Callable[[Sequence[Summary], Frames], Country]:
    """The country of communes that are all of a view."""
    left_out = tuple(held for held in view.held.values() if not held.day)
    return partial(
        Country, catalogue=view.dataset.catalogue, date=view.date, site_url=view.site_url, operator=view.operator,
        left_out=left_out, warnings=view.warnings,
    )  # fmt: skip


def compose(view: View, work: Path, cache: Path = CHARTS, jobs: int = 1, largest: int = LARGEST) -> int:
    """Write what MkDocs is given into a workplace; how many files changed."""
    communes = (docs_dir.compose(work, one, cache, jobs) for one in each(view))
    return docs_dir.write_docs(work, communes, country_of(view), cache, jobs, largest=largest).changes


def documents(view: View, cache: Path = CHARTS, jobs: int = 1) -> dict[str, Any]:
    """Path to content of all that MkDocs is given: text where it is text."""
    with tempfile.TemporaryDirectory() as work:
        compose(view, Path(work), cache, jobs)
        made = tree(Path(work) / DOCS)
    return {name: content.decode() if name.endswith(_TEXTS) else content for name, content in made.items()}


def country(view: View, work: Path) -> tuple[Country, Handed]:
    """The country of the communes of a view, and what they hand over, in a folder of its own."""
    compose(view, work)
    handed = Handed(work / HANDED)
    communes = [handed.summary(commune.code) for commune in view.dataset.communes]
    figures = Downloads(communes, work / DOCS, handed).figures()
    given = (work / HANDED / name for name in (WORDED, NEWS, PLACED))
    return country_of(view)(communes, frame.read(figures, work / DOCS, *given)), handed


def commune_pages(view: View) -> list[Page]:
    """Every generated page of the communes; nothing is drawn or written for it."""
    return [page for one in each(view) for page in contents.commune_pages(one, *one.dataset.communes)]


def pages(view: View) -> list[Page]:
    """Every generated page, those of the country first."""
    with tempfile.TemporaryDirectory() as work:
        whole, _ = country(view, Path(work))
        made = [*site_pages.site_pages(whole), indicator_pages.index(whole), map_pages.of_country(whole)]
        made += [*contents.of_provinces(whole), *map_pages.of_provinces(whole), quality_page.quality(whole)]
    return made + commune_pages(view)
