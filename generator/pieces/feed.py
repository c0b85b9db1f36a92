"""News as an Atom feed (RFC 4287), which programs fetch and people read in what they use for it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from html import escape

from generator.pieces.news import News

FEED = "tin-moi.xml"
"""The name of a feed, below the address of a commune, of a province and of the site."""
MOST = 50
"""Entries of a feed: who asks once a week misses none of a commune, and nobody fetches years again and again."""


def feed(title: str, here: str, site_url: str, news: Sequence[News]) -> str:
    """The newest of some news as a feed at the address `here` below the site, whose links are absolute where the site
    knows its address; '' where there is no news: a feed must say when it changed.

    The id of an entry is made of its words and its day, so that it is the same whenever the site is made.
    """
    if not news:
        return ""
    home = site_url or f"{'../' * here.count('/')}"
    entries = "".join(_entry(one, home) for one in news[:MOST])
    own = f'<link rel="self" type="application/atom+xml" href="{escape(f"{home}{here}{FEED}")}"/>' if site_url else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><title>{escape(title)}</title>'
        f"<id>{_id(here or 'trang-chu')}</id>{own}"
        f'<link href="{escape(home + here) or "./"}"/>'
        f"<updated>{_stamp(max(news))}</updated><author><name>{escape(title)}</name></author>\n{entries}</feed>\n"
    )


def _entry(one: News, home: str) -> str:
    id, text = _id(f"{one.day} {one.page} {one.title} {one.text} {one.named}"), f"{one.text} {one.named}".rstrip()
    return (
        f"<entry><title>{escape(one.title)}</title><id>{id}</id><updated>{_stamp(one)}</updated>"
        f'<link href="{escape(f"{home}{one.page}")}"/><summary>{escape(text)}</summary></entry>\n'
    )


def _id(of: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'so-lieu-cong-khai-xa {of}')}"


def _stamp(one: News) -> str:
    """Days are those of Việt Nam."""
    return f"{one.day}T00:00:00+07:00"
