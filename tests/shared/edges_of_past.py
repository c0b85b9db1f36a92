"""Edges of the named numbers of what is told of the past: corrections, news, feeds."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any
from unittest import mock

from edges import Edge

from generator.country import corrections_pages
from generator.model.history import NO_HISTORY
from generator.pages import corrections_page
from generator.pieces import news
from generator.pieces.blocks import Items
from generator.pieces.corrected import Corrected
from generator.pieces.feed import feed
from generator.pieces.news import News

DAY = dt.date(2026, 5, 1)
COMMUNE: Any = SimpleNamespace(code="00001", name="Xã A", address="tinh/xa/", province_slug="tinh", province=None)
VIEW: Any = SimpleNamespace(history=NO_HISTORY, is_empty=lambda _: False, link=lambda *_: "")


def _corrected(count: int) -> list[Corrected]:
    return [Corrected(DAY, "", f"a{number}", "b", "c", "d") for number in range(count)]


def _page(count: int) -> Any:
    with (
        mock.patch.object(corrections_page, "corrected", return_value=_corrected(count)),
        mock.patch.object(corrections_page, "page_below", side_effect=lambda *_, **parts: SimpleNamespace(**parts)),
    ):
        return corrections_page.corrections_page(VIEW, COMMUNE)


def _waits(count: int) -> bool:
    """Whether so many corrections of one day wait behind a line."""
    return bool(_page(count).sections[0].folded)


def _told(count: int) -> int:
    """How many of so many corrections the page names."""
    return len(_page(count).sections[0].folded[0].items)


def _named(count: int) -> str:
    """The end of what the news of so many corrections name."""
    with (
        mock.patch.object(news, "corrected", return_value=_corrected(count)),
        mock.patch.object(news, "_came", return_value=()),
    ):
        (one,) = news.news(VIEW, COMMUNE)
    return one.named[-13:]


def _news(count: int) -> list[News]:
    return [News(DAY, True, 1, f"t{number}", "a", "b", "c/") for number in range(count)]


def _newest(count: int) -> int:
    """How many of so many corrections of the whole site its page names."""
    told = mock.Mock(side_effect=lambda _, most, **__: _news(count)[:most])
    country: Any = SimpleNamespace(frames=None, communes=(), link=lambda *_: "", file_link=lambda *_: "")
    with mock.patch.multiple("generator.country.corrections_pages.frame_of_news", news=told, corrected=lambda _: {}):
        (section,) = corrections_pages.corrections_page(country).sections
    (block,) = section.blocks
    return len(block.items) if isinstance(block, Items) else 0


def _lines(count: int) -> int:
    """How many lines there are for so many communes of one province that corrected something."""
    communes = [SimpleNamespace(commune=COMMUNE)] * count
    country: Any = SimpleNamespace(frames=None, communes=communes, link=lambda *_: "")
    with (
        mock.patch.object(corrections_pages, "in_order", list),
        mock.patch("generator.country.corrections_pages.frame_of_news.corrected", return_value={"00001": 1}),
    ):
        (section,) = corrections_pages._places(country, "")
    return len(section.blocks[0].rows)  # type: ignore[union-attr]


EDGES: dict[str, Edge] = {
    "pages.corrections_page._OPEN": Edge(_waits, {5: False, 6: False, 7: True}),
    "pages.corrections_page._MOST": Edge(_told, {399: 399, 400: 400, 401: 400}),
    "pieces.news._NAMED": Edge(_named, {2: "a0: b; a1: b.", 3: "a1: b; a2: b.", 4: "và 1 số khác."}),
    "pieces.feed.MOST": Edge(lambda count: feed("a", "", "", _news(count)).count("<entry>"), {49: 49, 50: 50, 51: 50}),
    "country.corrections_pages._NEWEST": Edge(_newest, {29: 29, 30: 30, 31: 30}),
    "country.corrections_pages._NAMED": Edge(_lines, {59: 59, 60: 60, 61: 1}),
}
