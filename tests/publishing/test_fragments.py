"""What a commune's pages show of others: each mark has its file, and a page without one is no page."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest
from composing import documents
from support import ROOT, bare_docs

from generator.commune.survey import survey
from generator.pieces.views import view_of
from generator.publishing import fragments, mkdocs_site
from generator.publishing.mkdocs_site import Settings
from generator.publishing.ready_html import NotWhole
from generator.publishing.runs import SiteError
from generator.publishing.write import sync


@cache
def composed() -> dict[str, str]:
    view = view_of(survey(ROOT / "data"), dt.date(2026, 7, 1))
    return {name: text for name, text in documents(view).items() if isinstance(text, str)}


def test_the_mark_gives_way_to_its_file() -> None:
    page = f"<p>a</p>{fragments.MARK}<p>b</p>"
    assert fragments.filled(page, lambda: "<p>x</p>") == "<p>a</p><p>x</p><p>b</p>"
    assert fragments.filled("<p>a</p>", lambda: None) == "<p>a</p>"
    with pytest.raises(NotWhole, match="không có tệp của nó"):
        fragments.filled(page, lambda: None)


def test_the_country_writes_a_file_for_each_mark_and_no_other() -> None:
    texts = composed()
    marked = {name.removesuffix("index.md") for name, text in texts.items()
              if name.endswith("index.md") and fragments.MARK in text}  # fmt: skip
    assert {name for name in texts if name.startswith(fragments.FOLDER)} == set(map(fragments.file_of, marked))
    assert len(marked) == 3


def test_mkdocs_alone_fills_the_page_and_publishes_no_fragment(tmp_path: Path) -> None:
    """It stops where the file of a page is not there."""
    page, name = "# A\n\n<!--html-->\n<!--canh-ben-->\n<!--/html-->\n", "a/b/index.md"
    docs, own = tmp_path / "docs", {name: page, fragments.file_of("a/b/"): "<p>Cạnh nơi khác.</p>"}
    sync(docs, bare_docs(own))
    mkdocs_site.make(docs, tmp_path / "site", Settings(dt.date(2026, 7, 1)))
    made = (tmp_path / "site" / "a" / "b" / "index.html").read_text(encoding="utf-8")
    assert "<p>Cạnh nơi khác.</p>" in made
    assert fragments.MARK not in made
    assert not (tmp_path / "site" / fragments.FOLDER).exists()
    (docs / fragments.file_of("a/b/")).unlink()
    with pytest.raises(SiteError, match=r"a/b/index\.md"):
        mkdocs_site.make(docs, tmp_path / "other", Settings(dt.date(2026, 7, 1)))
