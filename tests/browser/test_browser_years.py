"""A commune that has reported for months and years: pages that can be finished, answers that are near."""

from __future__ import annotations

import datetime as dt
import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from audit.browse import AXE, TAGS
from browsing import Scheme, Windows, served
from playwright.sync_api import Page, ViewportSize

from generator.build import build
from generator.commune.survey import underway
from generator.officer.sample import write_sample
from generator.publishing.mkdocs_site import Settings

pytestmark = pytest.mark.browser

PHONE = ViewportSize(width=360, height=640)
COMMUNE = "ha-noi/ba-dinh-00004/"
DOSSIERS = f"{COMMUNE}thu-tuc-hanh-chinh/"
LONGEST = 36
"""Months of the longest sample: it has charts of every sort that time makes."""
HIGH, MANY, HEAVY, STOPS = 6_000, 1_500, 20 * 1024, 60
"""The budget of a page: px high at 360 px, elements, bytes on their way, stops of the keyboard."""
RULES = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=[1, 2, 12, LONGEST], ids=lambda months: f"part {months} months")
def years(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, Path]:
    """The site of one made-up commune with so many months."""
    folder = tmp_path_factory.mktemp("years")
    write_sample(folder / "data", 1, request.param, 1)
    build(underway(folder / "data"), folder / "site", Settings(dt.date(2026, 11, 22)), tell=lambda *_: None)
    return request.param, folder / "site"


Opened = Callable[..., Any]


@pytest.fixture
def opened(years: tuple[int, Path], windows: Windows) -> Iterator[Opened]:
    """Opens a page of it on a phone."""
    with served(years[1]) as address:
        yield lambda path, **more: windows.opened(address + path, address, PHONE, **more)


def test_pages_can_be_finished(years: tuple[int, Path], opened: Opened) -> None:
    """Each page of the commune keeps to its budget, however long it has reported."""
    beyond = []
    for file in sorted((years[1] / COMMUNE).rglob("index.html")):
        path = f"{file.parent.relative_to(years[1]).as_posix()}/"
        if "/niem-yet/" in path:
            continue  # a sheet of paper
        with opened(path) as (page, _):
            said = page.evaluate("""() => [
              document.documentElement.scrollHeight, document.querySelectorAll('*').length,
              [...document.querySelectorAll('a[href], button, summary, input')].filter(e => e.checkVisibility()).length,
              document.documentElement.scrollWidth]""")
        high, many, stops, wide = said
        weight = len(gzip.compress(file.read_bytes()))
        limits = ((high, HIGH), (many, MANY), (weight, HEAVY), (stops, STOPS), (wide, PHONE["width"]))
        beyond += [(path, found, most) for found, most in limits if found > most]
    assert beyond == []


def words_before(page: Page, selector: str) -> int:
    """How far below the top of its page something stands, in px."""
    box = page.locator(selector).first.bounding_box()
    assert box
    return int(box["y"])


def test_answers_are_near(years: tuple[int, Path], opened: Opened) -> None:
    """Is it better, does it meet the target, how was it a year ago: on the page of the subject, two taps from a
    commune's first page at most, within 1,000 px.
    """
    months, _ = years
    with opened(DOSSIERS) as (page, _faults):
        lead = page.locator("article h2 + p").first
        assert words_before(page, "article h2 + p") < 1_000
        said = lead.inner_text()
        assert "Mục tiêu" in said
        assert bool(re.search(r"Tháng trước|Kỳ trước \(", said)) == (months > 1)
        assert ("Cùng kỳ năm ngoái" in said) == (months > 12)


def test_no_rule_is_broken(years: tuple[int, Path], opened: Opened) -> None:
    """Axe finds nothing on the pages that only time makes, opened whole, in light; where all is drawn, in dark too."""
    schemes: tuple[Scheme, ...] = ("light", "dark") if years[0] == LONGEST else ("light",)
    for path in (DOSSIERS, COMMUNE, f"{COMMUNE}chat-luong-so-lieu/", f"{COMMUNE}nguon-so-lieu/"):
        with opened(path, bypass_csp=True) as (page, faults):
            page.evaluate("document.querySelectorAll('article details').forEach(one => { one.open = true })")
            page.evaluate(RULES)
            for scheme in schemes:
                page.emulate_media(color_scheme=scheme)
                assert page.evaluate(AXE, TAGS) == [], (path, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
        assert faults == []


def test_marks_stay_without_colours_and_on_paper(opened: Opened) -> None:
    """With the reader's few colours, and in print, columns are still drawn and states have their shape."""
    with opened(DOSSIERS) as (page, _):
        for media in ({"forced_colors": "active"}, {"forced_colors": "none", "media": "print"}):
            page.emulate_media(**media)
            marks = page.locator(".row .mark")
            assert all((marks.nth(at).text_content() or "").strip() for at in range(marks.count()))
            drawn = page.locator("svg.chart path, .spark path").evaluate_all(
                "all => all.filter(one => getComputedStyle(one).fill !== 'none').length"
            )
            assert drawn or not page.locator("svg.chart, .spark").count()
