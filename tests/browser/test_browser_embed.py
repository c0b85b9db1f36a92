"""What is put into another site shows there: at once, whole, under that site's own policy, with a way back."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from browsing import Windows, served, until
from playwright.sync_api import ViewportSize
from sites import ADDRESS, Sites

pytestmark = pytest.mark.browser
COMMUNE = "quang-tri/vinh-thuy-19405/"
OFFERED = (f"{COMMUNE}nhung/", "quang-tri/ban-do/", "ban-do/")
SNIPPET = re.compile(r"<code>(&lt;iframe.*?)</code>", re.DOTALL)


def snippets(site: Path) -> list[str]:
    """All lines that pages offer to be copied."""
    texts = ((site / path / "index.html").read_text(encoding="utf-8") for path in OFFERED)
    return [html.unescape(lines) for text in texts for lines in SNIPPET.findall(text)]


@pytest.mark.parametrize("width", [300, 500, 700])
def test_it_shows_on_a_page_of_another_origin(sites: Sites, windows: Windows, tmp_path: Path, width: int) -> None:
    """Under a policy that allows nothing but frames of this site: the height fits, nothing scrolls aside."""
    site = sites("real, public")
    with served(site) as ours, served(tmp_path) as theirs:
        lines = [one.replace(ADDRESS, ours) for one in snippets(site)]
        assert len(lines) == 5  # no strip of a province with one commune
        policy = f"default-src 'none'; frame-src {ours}"
        page = f'<!doctype html><html lang="vi"><head><meta http-equiv="Content-Security-Policy" content="{policy}">'
        text = "".join(lines).replace('loading="lazy"', "")
        (tmp_path / "index.html").write_text(f"{page}<title>Cổng</title></head><body>{text}</body></html>", "utf-8")
        view = ViewportSize(width=width + 16, height=900)
        with windows.opened(theirs, "", view) as (opened, _):
            frames = opened.frames[1:]
            assert len(frames) == len(lines)
            for frame in frames:
                until(opened, "document.readyState === 'complete'")
                frame.wait_for_load_state()
                high, room, wide = frame.evaluate(
                    "[document.documentElement.scrollHeight, innerHeight, document.documentElement.scrollWidth]"
                )
                assert high <= room, frame.url
                assert wide <= width, frame.url
                assert frame.locator(".back a").is_visible()
                assert frame.evaluate("document.querySelector('base').target") == "_blank"
                aim = frame.locator(".back a").evaluate("one => one.href")
                assert (site / aim.removeprefix(ours) / "index.html").is_file()


def test_an_address_shows_one_thing_alone(sites: Sites, windows: Windows) -> None:
    """What stands behind its `#`; without it all is there, each with the way to itself."""
    with served(sites("real, public")) as ours:
        address = f"{ours}{COMMUNE}nhung/con-so/"
        with windows.opened(address, ours) as (page, faults):
            every = page.locator(".one:visible").count()
            assert every > 3
            page.locator(".one h2 a").nth(1).click()
            assert page.locator(".one:visible").count() == 1
            assert page.url.startswith(f"{address}#")
            assert faults == []


def test_nothing_of_the_frame_comes_along(sites: Sites) -> None:
    """No header, no menu, no script; few bytes: beside what a commune has they are little."""
    folder = sites("real, public") / COMMUNE / "nhung"
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) == 4
    assert sum(page.stat().st_size for page in pages) < 40_000
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<(header|nav|script|footer)\b", text)
        assert "frame-ancestors" not in text


def test_without_an_address_the_snippet_says_what_is_missing(sites: Sites) -> None:
    lines = snippets(sites("real"))
    assert lines
    assert all('src="https://DIA-CHI-CUA-TRANG/' in one for one in lines)
