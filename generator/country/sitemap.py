"""The map of the site for search engines (sitemaps.org): every page, and the day of what changed it last.

The day is that of the newest document or correction that came for a commune, as git keeps it: it holds for all pages of
the commune; for those of its province, and for the home page, the newest of theirs. A page of which no such day is
known has none: when the site was made is no news of a page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import escape

from generator.country.country import Country
from generator.country.frame_of_news import newest_days
from generator.model.grouping import grouped
from generator.pieces.addresses import EMBEDS

FILE = "sitemap.xml"
LARGEST = 50_000
"""Addresses of one file, as the protocol allows; so many of ours stay far below its 50 MB."""
_WORDS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_OTHERS = "khac-sitemap.xml"
"""Where pages stand that are of no province, in a site that is divided."""


def pages_of(files: Iterable[str]) -> list[str]:
    """The addresses of pages among the files that MkDocs is given; without those made to stand within other pages,
    which are no pages of their own, and what lies in a folder that it does not publish.
    """
    ends = ("index.md", "index.html")
    found = {name.removesuffix(end) for name in files for end in ends if name == end or name.endswith(f"/{end}")}
    return sorted(path for path in found if path[:1] != "." and f"/{EMBEDS}" not in f"/{path}"[:-1])


def days_of(country: Country) -> Mapping[str, dt.date]:
    """The day of the newest of each address: of communes, of provinces, of the home page (''), as far as known."""
    newest = newest_days(country.frames)
    known = {one.commune.address: newest[one.commune.code] for one in country.communes if one.commune.code in newest}
    provinces = grouped(known, lambda address: address.partition("/")[0])
    days = {f"{slug}/": max(known[address] for address in own) for slug, own in provinces.items()}
    return {**known, **days, **({"": max(days.values())} if days else {})}


def files(country: Country, pages: Sequence[str], largest: int = LARGEST) -> dict[str, str]:
    """The map of the pages at some addresses; where they are more than `largest` an index with a map of each province,
    below its page, since a map tells only of what stands below it. Nothing where the site does not know its address.
    """
    site, days = country.site_url, days_of(country)
    if not site:
        return {}
    if len(pages) <= largest:
        return {FILE: _urls(site, pages, days)}
    slugs = {one.commune.province_slug for one in country.communes}
    parts = grouped(pages, lambda page: _part(page, slugs))
    made = {}
    for name, own in sorted(parts.items()):
        for number, start in enumerate(range(0, len(own), largest), 1):
            file = name if number == 1 else name.replace(".xml", f"-{number}.xml")
            made[file] = _urls(site, own[start : start + largest], days)
    return {FILE: _xml("sitemapindex", (_entry("sitemap", f"{site}{file}", None) for file in made)), **made}


def _part(page: str, provinces: Collection[str]) -> str:
    slug = page.partition("/")[0]
    return f"{slug}/{FILE}" if slug in provinces else _OTHERS


def _urls(site: str, pages: Iterable[str], days: Mapping[str, dt.date]) -> str:
    return _xml("urlset", (_entry("url", f"{site}{page}", _day(page, days)) for page in pages))


def _day(page: str, days: Mapping[str, dt.date]) -> dt.date | None:
    """The day of the address that the page stands at or below; the home page has nothing below it."""
    province, _, below = page.partition("/")
    commune = f"{province}/{below.partition('/')[0]}/"
    return next((days[one] for one in (commune, f"{province}/" if page else "") if one in days), None)


def _entry(name: str, address: str, day: dt.date | None) -> str:
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<{name}><loc>{escape(address)}</loc>{changed}</{name}>\n"


def _xml(name: str, entries: Iterator[str]) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{name} xmlns="{_WORDS}">\n{"".join(entries)}</{name}>\n'
