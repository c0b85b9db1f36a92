"""Light pages that stand within pages of other sites, and how they are put there."""

from __future__ import annotations

import html
from dataclasses import dataclass
from math import ceil

from generator.language.vietnamese import slug
from generator.pieces.blocks import Answer, Answers, Block, Prose, Sheet
from generator.pieces.dot_map import DotMap
from generator.pieces.drawn_tables import Strip
from generator.pieces.row_blocks import Link

NARROW = 300
"""Pixels of the narrowest frame that shows all without scrolling."""
_ROOM = NARROW - 24
_BOX = 26
_CHART, _STRIP, _MAP_WIDTH, _MAP_AROUND = 560, 230, 416, 300
"""Pixels of the height of a chart with its title and source, and of a strip, however wide the frame; of the widest that
a map is drawn, and of the height of its title, key and words.
"""
_AROUND = 160
"""Pixels of the place above, the way back and the abbreviations explained below."""
_LETTER = 0.54
"""The width of a letter of its height, the broad ones too; what stands in bold is a little wider."""


@dataclass(frozen=True, slots=True)
class Part:
    """What can be shown alone: an address that ends in `#` and the `id` shows it and nothing else. `title` leads to
    that address; '' where the blocks have titles of their own.
    """

    id: str
    blocks: tuple[Block, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Embed(Sheet):
    """A page to stand within another: of which `place`, its parts, the way `back` to the page that they are from. Its
    links open a page of their own.
    """

    place: str
    parts: tuple[Part, ...]
    back: Link


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be put into another page: a light page at `there`, and the `snippet` that puts it."""

    title: str
    about: str
    there: Link
    snippet: str


@dataclass(frozen=True, slots=True)
class Offers(Sheet):
    """What of a place can be put into other pages, and how; `words` are told first, each a paragraph."""

    words: tuple[str, ...]
    offers: tuple[Offer, ...]
    more: tuple[Link, ...]


def snippet(site_url: str, page: str, path: str, title: str, height: int, anchor: str = "") -> str:
    """The lines that put the light page at `path` into another page, with a way to the `page` that it is from, both
    site addresses. Where the site does not know its own a word stands in its place.
    """
    site = site_url or f"https://{slug('địa chỉ của trang').upper()}/"
    address = f"{site}{path}{f'#{anchor}' if anchor else ''}"
    said = html.escape(title)
    return (
        f'<iframe src="{address}" title="{said}" width="100%" height="{height}" loading="lazy" frameborder="0">'
        f'</iframe>\n<p><a href="{site}{page}">{said}</a></p>'
    )


def map_height(drawn: DotMap) -> int:
    """Pixels that a map needs, however wide the frame."""
    return _MAP_AROUND + ceil(_MAP_WIDTH * drawn.height / drawn.width)


def height(parts: tuple[Part, ...], *, alone: bool = False) -> int:
    """Pixels that all parts need in the narrowest frame; with `alone` as many as the highest needs."""
    own = [_height(part) for part in parts]
    return _AROUND + (max(own, default=0) if alone else sum(own))


def _height(part: Part) -> int:
    return (_lines(part.title, 18) * 25 + 8 if part.title else 0) + sum(map(_of_block, part.blocks))


def _of_block(block: Block) -> int:
    if isinstance(block, Prose):
        return _lines(f"{block.text} {block.link.text if block.link else ''}", 16) * 24 + 16
    if isinstance(block, Answers):
        return sum(_answer(one) for one in block.answers)
    if isinstance(block, Strip):
        return _STRIP + _lines(block.below, 14) * 21
    return _CHART


def _answer(one: Answer) -> int:
    told = _lines(one.question, 19) * 22 + _lines(one.number, 32) * 34 + _lines(one.date, 17) * 24
    return told + _lines(one.sentence, 17) * 25 + _lines(one.link.text, 17) * 24 + 90


def _lines(text: str, size: int) -> int:
    return ceil(len(text) * size * _LETTER / (_ROOM - _BOX)) if text else 0
