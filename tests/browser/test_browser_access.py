"""Every page type for every reader: rules of WCAG 2.2 AA, keyboard, enlarged text, small screens, weak signal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from audit.browse import AXE, PHONE, TAGS
from browsing import Windows
from hosting import Hosted
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

RULES = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


View = tuple[Literal["light", "dark"], int]
VIEWS: tuple[View, ...] = (("light", 320), ("dark", 1280))
"""Colours and widths in which axe-core looks at every type of page: each of both, once."""
OF_THE_FRAME: tuple[View, ...] = (("dark", 320), ("light", 1280))
"""The others, for which it looks at what stands around every page of a sort; `make audit` looks at all pages in all."""
FRAMES = {"trang-chu", "xa", "xa/thu-tuc-hanh-chinh", "xa/*/niem-yet", "huong-dan/mot"}
"""Types of page that have all that stands around any: menus at both sides, the list of a guide, none."""
SPACED = "* { letter-spacing: .12em !important; line-height: 1.5 !important; word-spacing: .16em !important }"
"""Spacing that a reader may set without losing anything (WCAG 1.4.12)."""
LARGE = (
    ".bar a, .bar summary, .siblings summary, .siblings a, .contents summary, .contents a, .answer .more a, "
    ".fold > summary, ul.links a, button"
)
"""The main actions."""


PARTS = 4
"""Shares of the page types, each for a worker of its own."""


@pytest.fixture(scope="module", params=range(PARTS), ids=lambda part: f"part {part}")
def found(hosted: Hosted, windows: Windows, request: pytest.FixtureRequest) -> dict[str, list[str]]:
    """Each page type of a share opened once and looked at in every way: what is wrong, by the way of looking."""
    faults: dict[str, list[str]] = {}
    for kind in hosted.types[request.param :: PARTS]:
        address = hosted.host.address + kind.address
        with windows.opened(address, hosted.host.address, PHONE, bypass_csp=True) as (page, said):
            for look, fault in looked_at(page, VIEWS + OF_THE_FRAME * (kind.name in FRAMES)):
                faults.setdefault(look, []).append(f"{kind.name}: {fault}")
            faults.setdefault("page", []).extend(f"{kind.name}: {fault}" for fault in said)
    return faults


def looked_at(page: Page, views: Sequence[View]) -> Iterator[tuple[str, str]]:
    """Small targets; then, with all that folds opened, axe-core's findings; then what leaves the screen."""
    small = """main => [...document.querySelectorAll(main)].filter(one => {
      const box = one.getBoundingClientRect();
      return one.checkVisibility() && box.height > 0 && box.height < 43.5;
    }).map(one => one.outerHTML.slice(0, 90))"""
    yield from (("targets", words) for words in page.evaluate(small, LARGE))
    page.evaluate("document.querySelectorAll('article details').forEach(one => { one.open = true })")
    page.evaluate(RULES)
    for scheme, width in views:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        for violation in page.evaluate(AXE, TAGS):
            yield from (("axe", f"{scheme} {width}: {violation['id']}: {one['target']}") for one in violation["nodes"])
    for name, width, css in (
        ("320 px", 320, ":root {}"), ("letters doubled", 360, ":root { font-size: 200% }"),
        ("zoomed", 640, ":root { font-size: 200% }"), ("spaced", 360, SPACED),
    ):  # fmt: skip
        page.set_viewport_size({"width": width, "height": 800})
        style = page.add_style_tag(content=css)
        needed = page.evaluate("document.documentElement.scrollWidth")
        style.evaluate("one => one.remove()")
        if needed > width:
            yield "sideways", f"{name}: {needed} px"


@pytest.mark.parametrize(
    "look",
    [
        pytest.param("page", id="opens without a fault"),
        pytest.param("axe", id="no rule of WCAG 2.2 AA broken, light and dark, 320 and 1280 px"),
        pytest.param("sideways", id="nothing leaves the screen: small, zoomed, enlarged, spaced"),
        pytest.param("targets", id="main actions are 44 px high"),
    ],
)
def test_every_page_type_serves_every_reader(found: dict[str, list[str]], look: str) -> None:
    """No fault of this sort on a page of any type."""
    assert found.get(look, []) == []


def test_frames_are_looked_at_in_all_views(hosted: Hosted) -> None:
    """The types of page that are named for it exist."""
    assert {kind.name for kind in hosted.types} >= FRAMES


def test_the_keyboard_reaches_everything(hosted: Hosted, windows: Windows) -> None:
    """Tab comes to each link, button, field and summary in view, and each shows that it is reached."""
    first = next(kind for kind in hosted.types if kind.name == "xa")
    with windows.opened(hosted.host.address + first.address, viewport={"width": 1280, "height": 900}) as (page, _):
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
