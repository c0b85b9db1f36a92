"""What a page weighs on its way to a phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

import pytest
from audit.browse import PHONE
from audit.host import Sent, serving
from hosting import Hosted
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

KIB = 1024
AT_ONCE = 12
"""Phones that are open side by side."""


def test_a_first_visit_is_light(hosted: Hosted, browser: Browser) -> None:
    """First visit 60 KB on pages of a commune's subjects and 75 KB on others, HTML 20 KB of it; a second page 20 KB."""
    again = [kind for kind in hosted.types if kind.before is not None]
    ways = [[kind.address] for kind in hosted.types] + [[kind.before or "", kind.address] for kind in again]
    moved = [
        sent for at in range(0, len(ways), AT_ONCE) for sent in last_moved(hosted, browser, ways[at : at + AT_ONCE])
    ]
    heavy = []
    for kind, first in zip(hosted.types, moved, strict=False):
        page = sum(one.size for one in first if one.path == f"/{kind.address}")
        limits = ((total(first), 60 if kind.narrow else 75), (page, 20))
        heavy += [(kind.name, size, limit) for size, limit in limits if not 0 < size <= limit * KIB]
    second = zip(again, map(total, moved[len(hosted.types) :]), strict=True)
    heavy += [(kind.name, size, 20) for kind, size in second if not 0 < size <= 20 * KIB]
    assert heavy == []


def last_moved(hosted: Hosted, browser: Browser, ways: Sequence[Sequence[str]]) -> Iterator[list[Sent]]:
    """What the host sends for the last page of each way, to a phone that is new at the first: until it asks no more,
    also not for what the next page needs. The phones wait together, each has a host of its own.
    """
    with ExitStack() as stack:
        hosts = [stack.enter_context(serving(hosted.host.folder)) for _ in ways]
        phones = [stack.enter_context(browser.new_context(viewport=PHONE)).new_page() for _ in ways]
        for step in range(max(map(len, ways))):
            for way, host, phone in zip(ways, hosts, phones, strict=True):
                if step < len(way):
                    host.sent.clear()
                    phone.goto(host.address + way[step])
            for phone in phones:
                phone.wait_for_load_state("networkidle")
        yield from (list(host.sent) for host in hosts)


def total(sent: Sequence[Sent]) -> int:
    """Bytes on the wire."""
    return sum(one.size for one in sent)
