"""What MkDocs calls while it builds (`hooks` of mkdocs.yml), so that `mkdocs build` and `serve` give whole pages.

The only module that imports MkDocs; no other imports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.language.compounds import together
from generator.publishing import fragments, ready_html
from generator.reading import operator, site_settings

ROOT = Path(__file__).resolve().parents[2]
HAND_WRITTEN, COMPOSED = ROOT / "site_src", ROOT / "build" / "docs"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Who starts MkDocs alone gets the pages that were composed last; those written by hand alone are no site.

    The frame is told the shades of the colours that `theme.palette` names.
    """
    try:
        operator.read(ROOT / "mkdocs.yml")
    except operator.NotUsable as fault:
        raise Abort(str(fault)) from None
    if Path(config.docs_dir) == HAND_WRITTEN:
        if not (COMPOSED / "index.md").is_file():
            raise Abort("Chưa có trang nào để dựng: chạy “make site” trước, rồi chạy lại lệnh này.")
        config.docs_dir = str(COMPOSED)
    palette = config.theme.get("palette") or {}
    config.theme["shades"] = {name: site_settings.SHADES[colour] for name, colour in palette.items()}
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Markdown reads words only."""
    with _of(page):
        return ready_html.with_marks(markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """MkDocs keeps the Markdown of all pages to its end, for plugins; there are none. A table written by hand may be
    wider than a phone.
    """
    page.markdown = ""
    return _TABLE.sub(_fitting, html)


_TABLE, _HEAD, _ROW = (re.compile(rf"<{name}[^>]*>(.*?)</{name}>", re.DOTALL) for name in ("table", "th", "tr"))
_BESIDE = 3
"""Columns that fit beside each other on a phone."""


def _fitting(table: re.Match[str]) -> str:
    """A table that scrolls by itself, so that no number breaks; one of many columns has the marks of generated
    ones, whose rows become cards.
    """
    heads = [re.sub("<.*?>", "", head) for head in _HEAD.findall(table[0])]
    if len(heads) <= _BESIDE:
        return f'<div class="wide">{table[0]}</div>'

    def named(row: re.Match[str]) -> str:
        names = iter(heads)
        return re.sub("<td", lambda _: f'<td data-head="{next(names)}"', row[0])

    return _ROW.sub(named, table[0]).replace("<table>", '<table class="grid">')


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """An id within ready HTML is an anchor like others where a page links to it; the rest need not be kept in mind. The
    frame can keep compounds together.
    """
    env.filters["together"] = together
    for file in files.documentation_pages():
        for target, links in ((file.page and file.page.links_to_anchors) or {}).items():
            if target.page and target.page.present_anchor_ids is not None:
                target.page.present_anchor_ids |= ready_html.anchors(target.content_string) & links.keys()
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The made page gets its ready HTML, read anew: MkDocs makes no page before it has read all."""
    with _of(page):
        whole = ready_html.filled(output, page.file.content_string)
        return fragments.filled(whole, lambda: _beside(Path(config.docs_dir), page.file.src_uri))


def _beside(docs: Path, page: str) -> str | None:
    """What the Markdown of a page shows of other communes; None where nobody has written it."""
    path = docs / fragments.file_of(page.removesuffix("index.md"))
    return path.read_text(encoding="utf-8") if path.is_file() else None


@contextmanager
def _of(page: Page) -> Iterator[None]:
    """MkDocs tells which page is not whole, and stops."""
    try:
        yield
    except ready_html.NotWhole as fault:
        raise PluginError(f"{page.file.src_uri}: {fault}") from None
