"""A province's pages on a phone: they can be finished, however many communes it has and however long they report."""

from __future__ import annotations

import datetime as dt
import gzip
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import axe_playwright_python
import placing as made
import pytest
from audit.browse import AXE, PHONE, TAGS
from browsing import Windows, served
from support import bare_docs

from generator.country import beside
from generator.country.country import Country
from generator.publishing import contents, mkdocs_site, render
from generator.publishing.mkdocs_site import Settings
from generator.publishing.write import sync

pytestmark = pytest.mark.browser

HIGH, MANY, HEAVY, STOPS = 6_000, 1_500, 20 * 1024, 60
"""The budget of a page: px high at 360 px, elements, bytes on their way, stops of the keyboard."""
RULES = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
ORDINARY = 100, 36
"""Communes and months of a province."""


def province(communes: int, months: int) -> Country:
    """A province whose communes answer every question in each of so many months."""
    own = made.codes(communes)
    ends = [_end(number) for number in range(months)]
    rows = [
        made.value(code, (7 * place + 3 * number) % 90, question=question.id, end=end, aim="20", aim_words="từ 20",
                   newest=int(end == ends[-1]), change="Tháng trước 98,58%, kỳ này tăng 0,4 điểm phần trăm.",
                   mark="▲", standing="đang dưới mục tiêu (đúng hẹn từ 99,5%)")
        for question in made.HEADLINES for place, code in enumerate(own) for number, end in enumerate(ends)
    ]  # fmt: skip
    figures = [(code, question.id, end) for question in (made.HEADLINES[0],) for code in own for end in ends]
    names = [f"Phường Thiên Lộc {place}" for place in range(communes)]
    return made.country(rows, [made.summary(code, name) for code, name in zip(own, names, strict=True)], figures)


def _end(number: int) -> str:
    first = dt.date(2023 + (10 + number) // 12, (10 + number) % 12 + 1, 1)
    return ((first + dt.timedelta(32)).replace(day=1) - dt.timedelta(1)).isoformat()


@pytest.fixture(scope="module", params=[(4, 12), (20, 36), (60, 36), ORDINARY, (168, 36)], ids=str)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """The pages of a province alone, served, and their addresses."""
    folder, environment = tmp_path_factory.mktemp("province"), render.environment()
    pages = [*contents.of_provinces(province(*request.param))]
    files = {render.page_file(page.path): render.page_text(environment, page, {}) for page in pages}
    sync(folder / "docs", bare_docs(files))
    with mock.patch.object(mkdocs_site, "faults", return_value=()):  # pages of communes are not there
        mkdocs_site.make(folder / "docs", folder / "site", Settings(made.DAY))
    with served(folder / "site") as address:
        yield address, [page.path for page in pages]


def test_pages_of_provinces_can_be_finished(site: tuple[str, list[str]], windows: Windows) -> None:
    """Each page of the province and of what it is asked keeps to its budget; no rule of WCAG is broken."""
    address, paths = site
    beyond = []
    for path in paths:
        with windows.opened(address + path, address, PHONE, bypass_csp=True) as (page, _):
            said = page.evaluate("""() => [
              document.documentElement.scrollHeight, document.querySelectorAll('*').length,
              [...document.querySelectorAll('a[href], button, summary, input')]
                .filter(e => e.checkVisibility() && e.tabIndex >= 0).length,
              document.documentElement.scrollWidth, document.documentElement.outerHTML]""")
            *measured, text = said
            page.evaluate(RULES)
            beyond += [
                (path, violation["id"], violation["nodes"][0]["target"]) for violation in page.evaluate(AXE, TAGS)
            ]
        high, many, stops, wide = measured
        limits = ((high, HIGH), (many, MANY), (len(gzip.compress(text.encode())), HEAVY), (stops, STOPS),
                  (wide, PHONE["width"]))  # fmt: skip
        beyond += [(path, found, most) for found, most in limits if found > most]
    assert beyond == []


def test_what_a_commune_shows_of_others_is_small() -> None:
    """On its own page its place among a hundred is a few kilobytes, whoever they are."""
    environment, country = render.environment(), province(*ORDINARY)
    sizes = [len(gzip.compress(render.fragment_text(environment, b).encode())) for _, b in beside.placings(country)]
    assert max(sizes) < 4 * 1024
