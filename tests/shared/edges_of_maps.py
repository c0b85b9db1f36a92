"""Edges of the named numbers of maps, and of what is put into other pages."""

from __future__ import annotations

from dataclasses import replace
from unittest import mock

import whole_country
from edges import Edge
from figures import figure
from support import CASES

from generator.commune.survey import survey
from generator.country import map_pages, sitemap
from generator.country.map_layout import layout
from generator.model.catalogue import Said
from generator.model.commune import Centre
from generator.pages import embeds
from generator.pieces.blocks import Prose
from generator.pieces.dot_map import DotMap
from generator.pieces.view import View
from generator.pieces.views import view_of


def _apart(longitude: float) -> int:
    """How many dots are set apart of two a degree apart and an island at a longitude."""
    centres = {"a": Centre(10.0, 105.0), "b": Centre(10.1, 106.0), "c": Centre(10.05, longitude)}
    return len(layout(centres, {"c": "Đảo"}).apart)


def _named(longitude: float) -> int:
    """How many islands bear their names of one so far to the east of others that lie in a wide frame."""
    centres = {"a": Centre(10.0, 102.0), "b": Centre(10.0, 106.0), "c": Centre(10.0, longitude)}
    return len(layout(centres, {"c": "Đảo"}).names)


def _linked(count: int) -> bool:
    """Whether the country's map has links to so many communes."""
    whole = whole_country.country()
    placed = [one for one in whole.communes if one.province]
    page = map_pages.of_country(replace(whole, communes=placed[:count]))
    return any(block.linked for block in page.opening if isinstance(block, DotMap))


def _maps(pages: int) -> int:
    """How many files map so many pages of a site."""
    whole = replace(whole_country.project()[0], site_url="https://so-lieu.example/")
    return len(sitemap.files(whole, [f"trang-{number}/" for number in range(pages)]))


def _numbers(count: int) -> int:
    """How many numbers of one subject can be put into other pages, of so many."""
    one = view_of(survey(CASES / "mot-xa"), whole_country.DATE)
    said = [Said(f"i{number}") for number in range(count)]
    figures = [figure(known.indicator, 1) for known in said]
    with (
        mock.patch.object(View, "said", lambda _, subject: said if subject == "ngan-sach" else ()),
        mock.patch.object(View, "sayable", return_value=figures),
        mock.patch.object(embeds, "_told", return_value=Prose("1")),
        mock.patch.object(embeds, "label", return_value="Số"),
    ):
        return len(embeds._numbers(one, one.dataset.communes[0]).parts)


EDGES: dict[str, Edge] = {
    "country.map_layout.HALF": Edge(_apart, {106.99: 0, 107.01: 1}),
    "country.map_layout.LONELY": Edge(_named, {107.99: 0, 108.0: 1}),
    "country.sitemap.LARGEST": Edge(_maps, {49_999: 1, 50_000: 1, 50_001: 3}, loaded=True),
    "pages.embeds.MOST": Edge(_numbers, {3: 3, 4: 4, 5: 4}),
    "country.map_pages.MOST_LINKED": Edge(_linked, {59: True, 60: True, 61: False}),
}
