"""What a page weighs on its way to a phone."""

from __future__ import annotations

import pytest
from audit.browse import PHONE
from audit.host import Sent
from hosting import Hosted
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

KIB = 1024


def test_a_first_visit_is_light(hosted: Hosted, browser: Browser) -> None:
    """First visit 60 KB on pages of a commune's subjects and 75 KB on others, HTML 20 KB of it; a second page 20 KB."""
    heavy = []
    for kind in hosted.types:
        first = moved(hosted, browser, kind.address)
        page = sum(one.size for one in first if one.path == f"/{kind.address}")
        second = moved(hosted, browser, kind.address, kind.before) if kind.before is not None else []
        limits = ((total(first), 60 if kind.narrow else 75), (page, 20), (total(second), 20))
        heavy += [(kind.name, size, limit) for size, limit in limits if size > limit * KIB]
    assert heavy == []


def moved(hosted: Hosted, browser: Browser, address: str, before: str | None = None) -> list[Sent]:
    """What the host sends for a page, to a phone that is new or has been on the page `before`: until it asks no more,
    also not for what the next page needs.
    """
    with browser.new_context(viewport=PHONE) as phone:
        page = phone.new_page()
        if before is not None:
            page.goto(hosted.host.address + before, wait_until="networkidle")
        hosted.host.sent.clear()
        page.goto(hosted.host.address + address, wait_until="networkidle")
        return list(hosted.host.sent)


def total(sent: list[Sent]) -> int:
    """Bytes on the wire."""
    return sum(one.size for one in sent)
