"""The index of the search, of the project and of a country in which every commune is published."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace as replaced
from functools import cache
from pathlib import Path
from typing import Any

import composing
from support import ROOT

from generator.commune.survey import survey
from generator.country import indicator_pages, search_index, site_pages
from generator.country.country import Country
from generator.country.summary import Summary
from generator.language.vietnamese import own_name, slug
from generator.model.commune import Commune
from generator.pieces.views import view_of
from generator.publishing import by_hand
from generator.reading.commune_file import province_slug

DATE = dt.date(2026, 11, 22)


def of(country: Country) -> dict[str, Any]:
    pages = [*site_pages.site_pages(country), indicator_pages.index(country)]
    entries = [search_index.entry(page) for page in pages if page.path]
    return search_index.contents(country, entries, by_hand.texts())


@cache
def project() -> tuple[Country, dict[str, Any]]:
    with tempfile.TemporaryDirectory() as work:
        made, _ = composing.country(view_of(survey(ROOT / "data"), DATE), Path(work))
    return made, of(made)


def country() -> Country:
    """Every official commune published, most having told nothing: as large as an index can be."""
    known = project()[0]
    units, there = known.catalogue.units, {one.commune.code for one in known.communes}
    more = tuple(
        silent(u.code, u.name, slug(own_name(u.name)), u.code, units[u.province], province_slug(units[u.province]))
        for u in units.values()
        if u.province and u.code not in there
    )
    return replaced(known, communes=(*known.communes, *more))


def silent(*about: Any) -> Summary:
    """A commune that has told nothing."""
    return Summary(Commune(*about), True, 0, 0, {})
