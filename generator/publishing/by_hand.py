"""The pages and assets that are written by hand."""

from __future__ import annotations

from collections.abc import Mapping

from generator.charts.card import Card
from generator.pages import cards
from generator.publishing import render
from generator.publishing.mkdocs_site import ROOT
from generator.publishing.write import Content

HAND_WRITTEN = ROOT / "site_src"


def files(site_url: str, shown: Mapping[str, Card]) -> dict[str, Content]:
    """Pages and assets written by hand; pages with the card that stands for them."""
    made: dict[str, Content] = {}
    environment = render.environment()
    for path in sorted(path for path in HAND_WRITTEN.rglob("*") if path.is_file()):
        name, content = path.relative_to(HAND_WRITTEN).as_posix(), path.read_bytes()
        if not name.endswith("index.md"):
            made[name] = content
            continue
        page = render.with_whole_titles(content.decode())
        card = cards.preview(site_url, shown, name.removesuffix("index.md"))
        made[name] = render.with_preview(environment, page, card) if card else page
    return made


def texts() -> dict[str, str]:
    """The pages written by hand: site address to Markdown."""
    return {
        f"{path.parent.relative_to(HAND_WRITTEN).as_posix()}/": path.read_text(encoding="utf-8")
        for path in sorted(HAND_WRITTEN.rglob("*/index.md"))
    }
