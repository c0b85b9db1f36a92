"""Every page type for every reader: rules of WCAG 2.2 AA, keyboard, enlarged text, small screens, weak signal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import axe_playwright_python
import pytest
from audit.browse import AXE, PHONE, TAGS
from audit.host import Host, serving
from audit.pages import PageType, page_types
from browsing import opened, running
from playwright.sync_api import Browser, Page
from support import ROOT

from generator.build import build
from generator.judging.examine import examine
from generator.publishing.site import Settings

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("access")]

RULES = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
KIB = 1024


class Site(NamedTuple):
    """The real site, built with a public address and served compressed."""

    host: Host
    types: list[PageType]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site") / "site"
    folder.mkdir()
    with serving(folder) as host:
        build(examine(ROOT / "data"), folder, Settings(dt.date(2026, 11, 22), host.address), tell=lambda _: None)
        yield Site(host, page_types(folder))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running() as made:
        yield made


def every(site: Site, browser: Browser, **context: Any) -> Iterator[tuple[PageType, Page]]:
    """One page of each type, opened; it must open without a fault."""
    for kind in site.types:
        with opened(browser, site.host.address + kind.address, site.host.address, **context) as (page, faults):
            yield kind, page
            assert faults == [], kind.name


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 320), ("light", 1280), ("dark", 1280)])
def test_no_rule_of_access_is_broken(site: Site, browser: Browser, scheme: str, width: int) -> None:
    """axe-core finds nothing on any page type, in light and dark, on a small phone and on a desk."""
    found = []
    options = {"color_scheme": scheme, "viewport": {"width": width, "height": 900}, "bypass_csp": True}
    for kind, page in every(site, browser, **options):
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        page.evaluate(RULES)
        for violation in page.evaluate(AXE, TAGS):
            found += [f"{kind.name}: {violation['id']}: {node['target']}" for node in violation["nodes"]]
    assert found == []


@pytest.mark.parametrize(
    ("width", "letters"), [(320, 100), (360, 200), (640, 200)], ids=["320 px", "letters doubled", "zoom 200 %"]
)
def test_nothing_leaves_the_screen(site: Site, browser: Browser, width: int, letters: int) -> None:
    """No page scrolls sideways on a small phone, nor with letters twice as large (WCAG 1.4.4, 1.4.10)."""
    wide = []
    for kind, page in every(site, browser, viewport={"width": width, "height": 800}, bypass_csp=True):
        page.add_style_tag(content=f":root {{ font-size: {letters}% }}")
        needed = page.evaluate("document.documentElement.scrollWidth")
        wide += [(kind.name, needed)] if needed > width else []
    assert wide == []


def test_text_may_be_spaced_out(site: Site, browser: Browser) -> None:
    """Spacing that a reader sets (WCAG 1.4.12) hides nothing and pushes nothing off a phone's screen."""
    css = "* { letter-spacing: .12em !important; line-height: 1.5 !important; word-spacing: .16em !important }"
    wide = []
    for kind, page in every(site, browser, viewport={"width": 360, "height": 800}, bypass_csp=True):
        page.add_style_tag(content=css)
        needed = page.evaluate("document.documentElement.scrollWidth")
        wide += [(kind.name, needed)] if needed > 360 else []
    assert wide == []


def test_the_keyboard_reaches_everything(site: Site, browser: Browser) -> None:
    """Tab comes to each link, button, field and summary in view, and each shows that it is reached."""
    first = next(kind for kind in site.types if kind.name == "xa")
    with opened(browser, site.host.address + first.address, viewport={"width": 1280, "height": 900}) as (page, _):
        there = """() => [...document.querySelectorAll('a[href], button, input, summary')]
          .filter(one => one.checkVisibility({contentVisibilityAuto: true}) && one.getClientRects().length).length"""
        wanted, seen = page.evaluate(there), set()
        for _step in range(wanted + 5):
            page.keyboard.press("Tab")
            at = page.evaluate(
                """() => {
                  const one = document.activeElement, style = getComputedStyle(one);
                  const all = [...document.querySelectorAll('*')];
                  const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                  return one === document.body ? null : [all.indexOf(one), shown, one.outerHTML];
                }"""
            )
            if at:
                assert at[1], f"no focus shown: {at[2]}"
                seen.add(at[0])
        assert len(seen) >= wanted


def test_what_matters_is_large_enough_to_touch(site: Site, browser: Browser) -> None:
    """The main actions are 44 px high on a phone."""
    main = ".bar a, .bar summary, .siblings summary, .siblings a, .answer .more a, .fold > summary, ul.links a, button"
    small = []
    for kind, page in every(site, browser, viewport=PHONE):
        small += [
            (kind.name, words)
            for words in page.evaluate(
                """main => [...document.querySelectorAll(main)].filter(one => {
                  const box = one.getBoundingClientRect();
                  return one.checkVisibility() && box.height > 0 && box.height < 43.5;
                }).map(one => one.outerHTML.slice(0, 90))""",
                main,
            )
        ]
    assert small == []


def test_a_first_visit_is_light(site: Site, browser: Browser) -> None:
    """First visit 60 KB on pages of a commune's subjects and 75 KB on others, HTML 20 KB of it; a second page 20 KB."""
    heavy = []
    for kind in site.types:
        with browser.new_context(viewport=PHONE) as phone:
            page = phone.new_page()
            page.goto(site.host.address + (kind.before or ""), wait_until="networkidle")
            site.host.sent.clear()
            page.goto(site.host.address + kind.address, wait_until="networkidle")
            second = sum(one.size for one in site.host.sent)
        with browser.new_context(viewport=PHONE) as phone:
            page = phone.new_page()
            site.host.sent.clear()
            page.goto(site.host.address + kind.address, wait_until="networkidle")
            whole = sum(one.size for one in site.host.sent)
            html = sum(one.size for one in site.host.sent if one.path == f"/{kind.address}")
        limits = ((whole, 60 if kind.narrow else 75), (html, 20), (second if kind.before else 0, 20))
        heavy += [(kind.name, size, limit) for size, limit in limits if size > limit * KIB]
    assert heavy == []
