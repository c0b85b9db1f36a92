"""Pages as they leave the house: the policy in their head, links for a disk, no file that nobody asks for."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sites import Sites

from generator.country import old_names
from generator.publishing.finish import finish, to_files, with_policy, without_inert


@pytest.fixture(scope="module")
def site(sites: Sites) -> Path:
    return sites("real, public")


class Parts(HTMLParser):
    """What a policy is about: scripts and styles in the page and in attributes, where parts come from."""

    def __init__(self) -> None:
        super().__init__()
        self.policies: list[str] = []
        self.before_policy: list[str] = []
        self.inline: list[str] = []
        self.faults: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag brings."""
        values = dict(attrs)
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(values["content"] or "")
        if not self.policies:
            self.before_policy.append(tag)
        runs = "src" not in values and values.get("type") != "application/ld+json"  # data are never run
        self.inside = tag == "style" or (tag == "script" and runs)
        if self.inside:
            self.inline.append("")
        self.faults += [f"{tag} {name}" for name in values if name == "style" or name.startswith("on")]
        self.faults += [tag] * (tag in ("iframe", "object", "embed") or (tag == "base" and "href" in values))
        for name in ("src", "srcset", "href" if tag == "link" else "src"):
            value = values.get(name) or ""
            if "//" in value and values.get("rel") != "canonical":
                self.faults.append(f"{tag} {value}")

    def handle_data(self, data: str) -> None:
        """Gather the text of an inline script or style."""
        if self.inside:
            self.inline[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """A script or style ends."""
        self.inside = self.inside and tag not in ("script", "style")


@cache
def parts(page: Path) -> Parts:
    made = Parts()
    made.feed(page.read_text(encoding="utf-8"))
    return made


@pytest.mark.slow
def test_every_page_has_one_policy_that_fits_it(site: Path) -> None:
    """The policy stands before all it could forbid and names the hash of each inline script and style, no more."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 100
    for page in pages:
        found = parts(page)
        assert len(found.policies) == 1, page
        assert set(found.before_policy) <= {"html", "head"}, page
        assert "unsafe" not in found.policies[0], page
        digests = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in found.inline}
        assert set(re.findall(r"'sha256-([^']+)'", found.policies[0])) == digests, page


@pytest.mark.slow
def test_nothing_on_a_page_needs_a_looser_policy(site: Path) -> None:
    """No style attribute, no handler in a tag, no part from another host."""
    assert [(page.relative_to(site), fault) for page in site.rglob("*.html") for fault in parts(page).faults] == []


def small(folder: Path) -> Path:
    """A site of a page at each depth, with one style sheet."""
    for depth, place in enumerate(("", "a/", "a/b/", "a/b/c/", "a/b/c/d/")):
        (folder / place).mkdir(exist_ok=True, parents=True)
        sheet = f'<link rel="stylesheet" href="{"../" * depth}assets/portal.css">'
        (folder / place / "index.html").write_text(f"<html><head>\n{sheet}\n</head></html>", encoding="utf-8")
    (folder / "assets").mkdir()
    (folder / "assets/portal.css").write_text("/* a */\na { color: red; }\n", encoding="utf-8")
    return folder


def test_pages_at_the_entrance_carry_their_style(tmp_path: Path) -> None:
    """No page where people come in asks for a second file before it is seen, and each says where the next one finds it;
    deeper ones link it. How many pages there are decides nothing.
    """
    finish(small(tmp_path), absolute=False, offline=False)
    places = ("", "a/", "a/b/", "a/b/c/", "a/b/c/d/")
    *entrance, deeper = ((tmp_path / place / "index.html").read_text(encoding="utf-8") for place in places)
    for depth, page in enumerate(entrance):
        sheet = f"{'../' * depth}assets/portal.css"
        assert f'<style>a{{color: red}}</style>\n<link rel="prefetch" href="{sheet}" as="style">' in page
        assert 'rel="stylesheet"' not in page
    assert '<link rel="stylesheet" href="../../../../assets/portal.css">' in deeper
    assert "<style>" not in deeper
    assert (tmp_path / "assets/portal.css").read_text(encoding="utf-8") == "a{color: red}"


def test_a_long_page_links_it(tmp_path: Path) -> None:
    """What does not come at once with its style asks for it while it comes."""
    page = small(tmp_path) / "a/b/c/index.html"
    long = "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(500))
    page.write_text(page.read_text(encoding="utf-8") + f"<!-- {long} -->", encoding="utf-8")
    finish(tmp_path, absolute=False, offline=False)
    assert '<link rel="stylesheet" href="../../../assets/portal.css">' in page.read_text(encoding="utf-8")
    assert (tmp_path / "assets/portal.css").read_text(encoding="utf-8") == "a{color: red}"


@pytest.mark.slow
def test_style_is_whole(site: Path) -> None:
    """Every brace of the style that pages carry is closed, and nothing of it is lost."""
    sheets = {
        css for page in site.rglob("*.html") for css in re.findall("<style>(.*?)</style>", page.read_text("utf-8"))
    }
    assert len(sheets) == 4, "those of pages, of the guide, of light pages, of what stands within another page"
    for css in sheets:
        depth = 0
        for mark in re.findall(r"[{}]", css):
            depth += 1 if mark == "{" else -1
            assert 0 <= depth <= 3
        assert depth == 0
        assert css.count("{") > 10


@pytest.mark.slow
def test_the_theme_leaves_no_dead_parts(site: Path) -> None:
    """What the theme's scripts would have used is gone; code of a page keeps its empty lines."""
    assert not [page for page in site.rglob("*.html") if "md-toggle" in page.read_text(encoding="utf-8")]
    page = '<html><head>\n\n\n</head><input class="md-toggle" id="a"><article>\n<pre>a\n\nb</pre></article></html>'
    assert without_inert(page) == "<html><head>\n</head><article>\n<pre>a\n\nb</pre></article></html>"


@pytest.mark.slow
def test_the_theme_brings_no_file_that_no_page_asks_for(site: Path) -> None:
    """Each style sheet and script of the site is asked for by a page, a script or what a script fetches: old names by
    the letter that somebody types.
    """
    kinds = ("*.html", "*.js", "assets/*.json")
    asked = "".join(path.read_text(encoding="utf-8") for kind in kinds for path in site.rglob(kind))
    asked += f" giay.css {' '.join(f'{letter}.js' for letter in (*old_names.LETTERS, old_names.DIGITS))}"
    named = [path.name for path in site.rglob("*") if path.suffix in (".js", ".css")]
    assert [name for name in named if name not in asked] == []


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("./#a", "./index.html#a"),
        ("xa/?q=1", "xa/index.html?q=1"),
        ("so-lieu.csv", "so-lieu.csv"),
        ("#a", "#a"),
        ("https://dichvucong.gov.vn/", "https://dichvucong.gov.vn/"),
        ("mailto:a@b.vn", "mailto:a@b.vn"),
    ],
)
def test_links_for_a_disk_name_the_file(link: str, expected: str) -> None:
    """A folder has no index page by itself when it is opened from a disk."""
    assert to_files(f'<a class="x" href="{link}">a</a>') == f'<a class="x" href="{expected}">a</a>'


def test_only_our_own_scripts_may_run() -> None:
    """The policy names the hash of each known script of the page, not of a foreign one, nor of data that is not run."""
    page = '<html><head><title>a</title></head><script type="application/json">{}</script><script>{}</script></html>'
    known, foreign = (with_policy(page.format("{}", text), {"a()", "c()"}) for text in ("a()", "b()"))
    digest = base64.b64encode(hashlib.sha256(b"a()").digest()).decode()
    assert re.findall(r"'sha256-([^']+)'", known) == [digest]
    assert "sha256-" not in foreign
