"""All files of MkDocs' docs_dir: pages written by hand, generated pages, light pages, pictures, data, search."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from generator.charts import card, draw
from generator.charts.card import Card
from generator.loudspeaker import texts
from generator.model.commune import Commune
from generator.notice import notice
from generator.pages import (
    cards,
    commune_page,
    indicator_pages,
    quality_page,
    search_index,
    site_pages,
    source_pages,
    subject_pages,
)
from generator.pages.abbreviations import explained
from generator.pages.blocks import Page, Sheet
from generator.pages.view import View
from generator.publishing import render, tables
from generator.publishing.mkdocs_site import ROOT

HAND_WRITTEN = ROOT / "site_src"
Files = dict[str, str | bytes]


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


def pages(view: View) -> list[Page]:
    """Every generated page. Raises NotComposed."""
    made = [*site_pages.site_pages(view), *indicator_pages.indicator_pages(view), quality_page.quality(view)]
    for commune in view.dataset.communes:
        with _of(commune):
            made.append(commune_page.overview(view, commune))
            made += subject_pages.subject_pages(view, commune)
            made.append(source_pages.sources_index(view, commune))
            made += source_pages.source_pages(view, commune)
    return made


def sheets(view: View) -> list[Sheet]:
    """Every light page: without the site's frame, not seen by MkDocs."""
    made: list[Sheet] = []
    for commune in view.dataset.communes:
        with _of(commune):
            made += texts.loud(view, commune)
            made += notice.boards(view, commune)
    return made


def documents(view: View, cache: Path, jobs: int) -> Files:
    """Path to content of every file. Charts and cards are drawn by `jobs` processes and kept in `cache`.

    Raises NotComposed; ValueError where two pages have one address: a fault of ours.
    """
    shown = cards.cards(view)
    made = [replace(p, preview=cards.preview(view, shown, p.path)) for p in pages(view)]
    parts = (
        _by_hand(view, shown),
        _generated(view, made, cache, jobs),
        _light(view, shown),
        {search_index.FILE: render.script_text("mucLuc", search_index.contents(view, made, written_by_hand()))},
        render.chart_files(made),
        _pictures(shown, cache, jobs),
        tables.data_files(view),
    )
    files: Files = {}
    for part in parts:
        if twice := sorted(files.keys() & part.keys()):
            raise ValueError(f"hai trang cùng địa chỉ: {twice[0]}")
        files |= part
    return files


def _by_hand(view: View, shown: Mapping[str, Card]) -> Files:
    """Pages and assets written by hand; pages with the card that stands for them."""
    made, environment = Files(), render.environment()
    for path in sorted(path for path in HAND_WRITTEN.rglob("*") if path.is_file()):
        name, content = path.relative_to(HAND_WRITTEN).as_posix(), path.read_bytes()
        card = cards.preview(view, shown, name.removesuffix("index.md")) if name.endswith("index.md") else None
        made[name] = render.with_preview(environment, content, card) if card else content
    return made


def _generated(view: View, made: Sequence[Page], cache: Path, jobs: int) -> Files:
    """Pages with their charts inside and their abbreviations explained; the glossary explains them itself."""
    known, environment = view.abbreviations, render.environment()
    drawn = draw.draw(dict.fromkeys(chart for page in made for chart in render.charts(page)), cache, jobs)
    files = Files()
    for page in made:
        name = render.page_file(page.path)
        if name in files:
            raise ValueError(f"hai trang cùng địa chỉ: {name}")
        files[name] = render.page_text(environment, page, drawn, {} if page.path == site_pages.GLOSSARY else known)
    return files


def _light(view: View, shown: Mapping[str, Card]) -> Files:
    """Pages without the frame; their abbreviations are explained, where they are not written out already."""
    known, environment = view.abbreviations, render.environment()
    files = Files()
    for sheet in sheets(view):
        text = render.sheet_text(environment, replace(sheet, preview=cards.preview(view, shown, sheet.path)))
        head, body, content = text.partition("<body>")
        files[f"{sheet.path}index.html"] = head + body + explained(content, known)
    return files


def _pictures(shown: Mapping[str, Card], cache: Path, jobs: int) -> Files:
    """The pictures that chat apps show, by their place on the site."""
    drawn = card.draw(list(dict.fromkeys(shown.values())), cache, jobs)
    return {cards.picture_file(address, one): drawn[one] for address, one in shown.items()}


def written_by_hand() -> dict[str, str]:
    """The pages written by hand: site address to Markdown."""
    return {
        f"{path.parent.relative_to(HAND_WRITTEN).as_posix()}/": path.read_text(encoding="utf-8")
        for path in sorted(HAND_WRITTEN.rglob("*/index.md"))
    }
