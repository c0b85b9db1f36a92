"""The quick reading of plain pages sees what the parser sees, and leaves every other page to it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support import CASES, ROOT

from generator.publishing import faults as judging
from generator.publishing.faults import faults
from generator.publishing.write import sync

ATTRIBUTES = st.sampled_from(
    ['href="../"', "href", 'href=""', "href='x.html'", "href=a", 'HREF="b/"', 'href="a" href="b"', 'src="p.svg"', "src",
     'src="//x.vn/a.js"', 'action="../b/"', 'id="a"', 'id="b"', "id=a", 'id=""', 'onclick="a()"', 'ONLOAD="a"',
     'srcdoc="&lt;p>"', 'href="java\tscript:a()"', 'href="&#106;avascript&colon;a()"', 'href="JavaScript:a"', 'type=""',
     'type="application/json"', 'type="module"', 'title="a > b"', "title='\"'", 'title="<p id=c>"', 'a="1"b="2"', "/",
     'xlink:href="javascript:a"', "=", '"', "\n", 'href = "q"', 'alt="&amp;"']
)  # fmt: skip
TAGS = st.builds(
    lambda start, name, given, end: f"{start}{name} {' '.join(given)}{end}",
    st.sampled_from(["<", "<", "<", "</", "< "]),
    st.sampled_from(["a", "p", "form", "img", "script", "style", "SCRIPT", "svg", "a-b", "h1", "scripts"]),
    st.lists(ATTRIBUTES, max_size=3),
    st.sampled_from([">", ">", ">", "/>", " >", ""]),
)
OTHERS = st.sampled_from(
    ["text", "a()", "</script>", "</script >", "</SCRIPT>", "</style>", "<script>a()</script>",
     "<script>b</b></script>", "<style>p{}</style>", "<!-- a -->", "<!-- <a href='c'> -->", "<!-->", "<!--", "-->",
     "<!doctype html>", "<?php >", "<!x>", "<", ">", "&lt;", "&", "<p>", "</p>", "<br/>", "<script>", "<script/>",
     '<p id="a">', '<p id="a">', "]]>", "<![CDATA["]
)  # fmt: skip
PAGES = st.lists(st.one_of(TAGS, OTHERS), max_size=10).map("".join)


def parsed(text: str) -> judging._Page:
    """A page as the parser reads it."""
    parser = judging._Parser()
    parser.feed(text)
    parser.close()
    return parser.page


def told(page: judging._Page) -> list[object]:
    """All that can be at fault, in order."""
    return [list(dict.fromkeys(page.links)), page.ids, page.twice, page.scripts, list(dict.fromkeys(page.code))]


@settings(max_examples=2000)
@given(PAGES)
@example('<a href="x"><a href="x"><p id="a"><p id="a"><script>a()</script><script src="b.js"></script>')
@example('<!-- <script>a()</script> --><p title="<script>b()</script>"><style><script>c()</style></script>')
def test_a_page_is_read_as_the_parser_reads_it(text: str) -> None:
    """Wild HTML."""
    assert told(judging._read(text)) == told(parsed(text))


def test_our_own_pages_are_plain() -> None:
    """What templates write is read quickly, else the quick way would be of no use."""
    plain = '<!doctype html><p id="a"><a href="../?q=a&amp;b#c">a</a><br/><script>a()</script><style>p{}</style>'
    page = judging._read_plain(plain)
    assert page
    assert told(page) == told(parsed(plain))


LINKS = st.builds(
    lambda start, path, end: f"{start}{'/'.join(path)}{end}",
    st.sampled_from(["", "", "./", "../", "../../", "../../../../", "/", "//", "https://x.vn/", "mailto:", "?"]),
    st.lists(
        st.sampled_from(["a", "b", "", ".", "..", "p.svg", "v1.2", "index.html", "%61", "ă", "a:b", " "]), max_size=3
    ),
    st.sampled_from(["", "/", "#here", "#gone", "#", "?q=1", "?q=a:b/c#here", "?q=1#x y", "#%68ere", "\t"]),
)
SITE = {
    "index.html": '<p id="here">', "a/index.html": '<p id="here">', "a/b/index.html": "", "a/b/p.svg": "",
    "v1.2/index.html": "", "a/p.svg": "",
}  # fmt: skip


@given(LINKS, st.sampled_from([name for name in SITE if name.endswith("l")]))
def test_a_link_leads_where_its_steps_lead(link: str, name: str) -> None:
    """The quick way of following a link gives what taking it apart gives."""
    pages = {page: judging._read(text) for page, text in SITE.items()}
    page, ids = pages[name], {page: read.ids for page, read in pages.items()}
    page.links = [link]
    told = list(judging._said(name, page, judging._aims(name, page), (), SITE.keys(), ids))
    assert told == [f"{name}: liên kết hỏng: {one}" for one in dead(link, name, pages)]


def dead(link: str, name: str, pages: dict[str, judging._Page]) -> list[str]:
    """What is said of a link that is taken apart by the library."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return []
    file = judging._file(name, unquote(parts.path)) if parts.path else name
    if file not in SITE:
        return [link]
    gone = parts.fragment and file in pages and unquote(parts.fragment) not in pages[file].ids
    return [f"{link} (không có neo)"] * bool(gone)


def test_an_anchor_is_looked_for_wherever_its_page_stands(tmp_path: Path) -> None:
    """On pages that are read before the one that leads there, and after."""
    links = '<a href="../a/#gone"></a><a href="../b/#gone"></a><a href="../a/#here"></a><a href="../b/#here"></a>'
    pages = {f"{name}/index.html": f'{links}<p id="here"></p>' for name in "ab"}
    sync(tmp_path, pages)
    assert list(faults(tmp_path)) == [
        f"{page}: liên kết hỏng: ../{name}/#gone (không có neo)" for page in pages for name in "ab"
    ]


@pytest.mark.parametrize("attribute", ["href", "src", "action"])
def test_every_address_is_followed(attribute: str, tmp_path: Path) -> None:
    """Of links, of pictures and scripts, of forms."""
    sync(tmp_path, {"index.html": f'<form {attribute}="gone/"></form>'})
    assert list(faults(tmp_path)) == ["index.html: liên kết hỏng: gone/"]


@pytest.mark.slow
def test_real_markup_is_read_as_the_parser_reads_it() -> None:
    """Templates of ours, and the pages that stand in the golden site."""
    paths = [path for folder in (ROOT / "overrides", ROOT / "site_src", CASES / "mot-xa") for path in folder.rglob("*")]
    texts = [path.read_text(encoding="utf-8") for path in paths if path.suffix in (".html", ".md", ".svg")]
    assert len(texts) > 30
    for text in texts:
        assert told(judging._read(text)) == told(parsed(text))
