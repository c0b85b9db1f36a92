"""All files of MkDocs' docs_dir: first those of each commune, then those of the country that communes make together."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path

from generator.charts import card, draw
from generator.charts.card import Card
from generator.country import (
    beside,
    code_tables,
    commune_downloads,
    comparison_file,
    corrections_pages,
    data_catalog,
    data_package,
    for_machines,
    indicator_downloads,
    indicator_pages,
    map_pages,
    old_name_pages,
    old_names,
    province_embeds,
    province_own,
    province_pages,
    quality_page,
    question_pages,
    regular_pages,
    search_index,
    site_card,
    site_pages,
)
from generator.country.country import Country
from generator.country.handed_over import handed_over
from generator.country.published_tables import FIGURES
from generator.loudspeaker import texts
from generator.model.commune import Commune
from generator.notice import notice
from generator.pages import (
    all_periods,
    cards,
    commune_page,
    commune_quality,
    corrections_page,
    document_pages,
    embeds,
    law_page,
    results_page,
    source_pages,
    subject_pages,
)
from generator.pieces.abbreviations import abbreviations, explained
from generator.pieces.addresses import where
from generator.pieces.blocks import Page, Sheet
from generator.pieces.embed import Embed
from generator.pieces.feed import FEED, feed
from generator.pieces.linked_data import with_way
from generator.pieces.news import news
from generator.pieces.view import View
from generator.publishing import by_hand, fragments, render
from generator.publishing.write import Content

Files = Mapping[str, Content]


class NotComposed(RuntimeError):
    """A fault of ours, brought out by what one commune's data hold; its cause is the exception."""

    def __init__(self, commune: Commune, fault: Exception) -> None:
        *_, last = traceback.extract_tb(fault.__traceback__)
        super().__init__(f"{type(fault).__name__}: {fault} ({Path(last.filename).name}, dòng {last.lineno})")
        self.commune = commune


@contextmanager
def _of(commune: Commune) -> Iterator[None]:
    """Raises NotComposed where composing what one commune alone shows ends in an exception."""
    try:
        yield
    except Exception as fault:
        raise NotComposed(commune, fault) from fault


# --- a commune ------------------------------------------------------------------------------------


def commune_files(view: View, cache: Path, jobs: int = 1) -> tuple[Files, dict[str, str]]:
    """Everything below the address of the view's one commune; and what it hands over to the country. Charts and cards
    are drawn by `jobs` processes and kept in `cache`. Raises NotComposed.
    """
    (commune,) = view.dataset.communes
    with _of(commune):
        shown = cards.cards(view, commune)
        pages = [replace(with_way(p, view.site_url), preview=cards.preview(view.site_url, shown, p.path))
                 for p in commune_pages(view, commune)]  # fmt: skip
        sheets = [s if s.canonical else replace(s, preview=cards.preview(view.site_url, shown, s.path))
                  for s in light_pages(view, commune)]  # fmt: skip
        downloads = commune_downloads.files(view, commune)
        handed = handed_over(view, commune, str(downloads[f"{commune.address}{FIGURES.file}"]))
    return _together(
        _generated(pages, view.abbreviations, cache, jobs),
        _light(sheets, view.abbreviations, cache, jobs),
        _pictures(shown, cache, jobs),
        render.chart_files(pages, commune.address),
        downloads,
        _feed(view, commune),
    ), handed


def _feed(view: View, commune: Commune) -> Files:
    """What is new of a commune, where anything is."""
    title = f"{commune.name}, {where(commune)}: số mới và đính chính"
    text = feed(title, commune.address, view.site_url, news(view, commune))
    return {f"{commune.address}{FEED}": text} if text else {}


def commune_pages(view: View, commune: Commune) -> Iterator[Page]:
    """The pages of a commune."""
    yield commune_page.overview(view, commune)
    yield from subject_pages.subject_pages(view, commune)
    yield source_pages.sources_index(view, commune)
    yield from document_pages.document_pages(view, commune)
    yield from all_periods.all_periods(view, commune)
    yield from results_page.results_page(view, commune)
    yield from law_page.law_page(view, commune)
    yield commune_quality.quality_page(view, commune)
    yield corrections_page.corrections_page(view, commune)


def light_pages(view: View, commune: Commune) -> Iterator[Sheet]:
    """The light pages of a commune: without the site's frame, not seen by MkDocs."""
    yield from texts.loud(view, commune)
    yield from notice.boards(view, commune)
    yield from embeds.embeds(view, commune)


# --- the country ----------------------------------------------------------------------------------


def country_files(country: Country, cache: Path, jobs: int = 1) -> Iterator[Files]:
    """Everything else, a few files at a time: pages of the whole site, what was written by hand, search, pictures."""
    known = abbreviations(country.catalogue.glossary)
    shown = site_card.site_card(country)

    def page_files(page: Page) -> Files:
        preview = cards.preview(country.site_url, shown, page.path)
        made = replace(with_way(page, country.site_url), preview=preview)
        return _generated([made], known, cache, jobs)

    found = []
    for page in _at_root(country):
        found += [search_index.entry(page)] if page.path else []
        yield page_files(page)
    own, old = province_own.pages(country), old_name_pages.old_name_pages(country)
    for page in chain(of_provinces(country), map_pages.of_provinces(country), own, old):
        yield page_files(page)
    yield from comparison_file.files(country)
    environment = render.environment()
    for page_of, blocks in beside.placings(country):
        yield {fragments.file_of(page_of): render.fragment_text(environment, blocks)}
    yield {search_index.FILE: render.script_text("mucLuc", search_index.contents(country, found, by_hand.texts()))}
    yield {name: render.script_text(*part) for name, part in old_names.files(country.catalogue).items()}
    yield _together(code_tables.files(country), province_own.files(country))
    yield from indicator_downloads.files(country)
    yield {data_package.FILE: render.json_text(data_package.description(country)),
           data_catalog.FILE: render.json_text(data_catalog.catalogue(country))}  # fmt: skip
    yield corrections_pages.feeds(country)
    yield _light([*map_pages.embeds(country), *province_embeds.embeds(country)], known, cache, jobs)
    yield for_machines.files(country)
    yield render.chart_shapes(cache)
    yield by_hand.files(country.site_url, shown)
    yield _pictures(shown, cache, jobs)


def of_provinces(country: Country) -> Iterator[Page]:
    """The pages of provinces and indicators: communes beside each other."""
    yield from province_pages.provinces(country)
    yield from question_pages.question_pages(country)
    yield from regular_pages.regular_pages(country)


def _at_root(country: Country) -> Iterator[Page]:
    """The pages of the whole site, but those of provinces and indicators."""
    yield from site_pages.site_pages(country)
    yield from (map_pages.of_country(country), indicator_pages.index(country), quality_page.quality(country))
    yield corrections_pages.corrections_page(country)


# --- both -----------------------------------------------------------------------------------------


def _together(*parts: Files) -> Files:
    """Files of several makers. Raises ValueError where two have one address: a fault of ours."""
    files: dict[str, Content] = {}
    for part in parts:
        if twice := sorted(files.keys() & part.keys()):
            raise ValueError(f"hai trang cùng địa chỉ: {twice[0]}")
        files.update(part)
    return files


def _generated(pages: Sequence[Page], known: Mapping[str, str], cache: Path, jobs: int) -> Files:
    """Pages with their charts inside and their abbreviations explained; the glossary explains them itself."""
    environment = render.environment()
    drawn = draw.draw(dict.fromkeys(chart for page in pages for chart in render.charts(page)), cache, jobs)
    return _together(*(
        {render.page_file(page.path): render.page_text(
            environment, page, drawn, {} if page.path == site_pages.GLOSSARY else known)}
        for page in pages
    ))  # fmt: skip


def _light(sheets: Sequence[Sheet], known: Mapping[str, str], cache: Path, jobs: int) -> Files:
    """Pages without the frame, their charts inside; their abbreviations are explained, where they are not written out
    already.
    """
    environment = render.environment()
    charts = (chart for sheet in sheets if isinstance(sheet, Embed) for chart in render.embedded(sheet))
    drawn = draw.draw(dict.fromkeys(charts), cache, jobs)
    files: dict[str, Content] = {}
    for one in sheets:
        sheet = render.with_drawings(one, drawn) if isinstance(one, Embed) else one
        head, body, content = render.sheet_text(environment, sheet).partition("<body>")
        files[f"{sheet.path}index.html"] = head + body + explained(content, known)
    return files


def _pictures(shown: Mapping[str, Card], cache: Path, jobs: int) -> Files:
    """The pictures that chat apps show, by their place on the site."""
    drawn = card.draw(list(dict.fromkeys(shown.values())), cache, jobs)
    return {cards.picture_file(address, one): drawn[one] for address, one in shown.items()}
