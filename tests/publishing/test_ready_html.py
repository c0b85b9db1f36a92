"""Ready HTML goes past Markdown: the page is the same as if Markdown had read it, and never lacks a part of it."""

from __future__ import annotations

import datetime as dt
import html
import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from contextlib import nullcontext
from functools import cache
from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest
from composing import documents
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from support import CASES, ROOT, bare_docs

from generator.commune.survey import survey
from generator.pieces.views import view_of
from generator.publishing import edition, mkdocs_site
from generator.publishing.mkdocs_site import Settings
from generator.publishing.ready_html import NotWhole, anchors, filled, with_marks
from generator.publishing.render import sentence_text
from generator.publishing.runs import SiteError
from generator.publishing.write import sync

DATE = dt.date(2026, 7, 1)
PAGE = """# A

<!--html-->
<table id="x">
<!--/html-->

b

<!--html-->
<ul class="y" data-id="w" id="z">
</ul>
<!--/html-->
"""


@cache
def settings() -> MkDocsConfig:
    return load_config(str(ROOT / "mkdocs.yml"))


def shown(text: str) -> str:
    """What Markdown makes of a text, with the extensions of the site."""
    used = {"extensions": settings().markdown_extensions, "extension_configs": settings().mdx_configs}
    return str(markdown.markdown(text, **used))


def test_markdown_sees_marks() -> None:
    """Words stay; each part of ready HTML is a mark with its number."""
    assert with_marks(PAGE) == "# A\n\n<!--html 0-->\n\nb\n\n<!--html 1-->\n"
    assert with_marks("# A\n\n<p>b</p>\n") == "# A\n\n<p>b</p>\n"


def test_the_page_gets_it_back() -> None:
    """Word for word, in its place; what was ready is read no more."""
    made = shown(with_marks(PAGE))
    assert filled(made, PAGE).replace("\n", "") == (
        '<h1 id="a">A</h1><table id="x"><p>b</p><ul class="y" data-id="w" id="z"></ul>'
    )
    assert anchors(PAGE) == {"x", "z"}


@pytest.mark.parametrize(
    "made",
    [
        "<p>b</p>",
        "<!--html 0-->",
        "<!--html 1--><!--html 0-->",
        "<!--html 0--><!--html 1--><!--html 1-->",
        "<!--html 0--><!--html 1--><!--html 2-->",
        "<!--html 0--><!--html 1--><!--html-->",
        "<!--html 0--><!--html 1--><!--/html-->",
    ],
)
def test_a_page_that_lacks_some_is_refused(made: str) -> None:
    """A mark that is lost, doubled, moved or left over."""
    with pytest.raises(NotWhole, match="2 phần HTML dựng sẵn"):
        filled(made, PAGE)


@pytest.mark.parametrize(
    "page", ["<!--html-->\nx\n", "x\n<!--/html-->", "<!--html-->\n<!--html-->\n<!--/html-->", "<!--html 0-->"]
)
def test_a_part_that_does_not_end_is_refused(page: str) -> None:
    """A comment of a pair alone, a pair within a pair, or what looks like a mark."""
    for use in (with_marks, anchors, lambda page: filled("", page)):
        with pytest.raises(NotWhole, match="giữa một dòng <!--html-->"):
            use(page)


@given(st.text(st.characters(exclude_categories=["C"]), max_size=40))
@example("1. một")
@example("12) **đậm** _nghiêng_ `mã`")
@example("- [x](y) {: .lead } <!--html 0-->")
@example("~~~")
@example(": nghĩa")
@example("[TOC]")
def test_a_sentence_stays_what_it_says(text: str) -> None:
    """Whatever it holds: one paragraph, the same words, no mark of Markdown."""
    text = " ".join(text.split())
    made = shown(sentence_text(text))
    assert html.unescape(made) == (f"<p>{text}</p>" if text else "")


@pytest.mark.slow
@pytest.mark.parametrize("planted", ["\n<!--html-->\n<table>\n", "\n<!--html 0-->\n"])
def test_a_mark_left_in_a_page_stops_the_build(planted: str, tmp_path: Path) -> None:
    """With the page's name and what is wrong."""
    sync(tmp_path / "docs", bare_docs({"index.md": f"# A\n{planted}"}))
    with pytest.raises(SiteError, match=r"index.md: mỗi phần HTML dựng sẵn phải nằm giữa"):
        mkdocs_site.make(tmp_path / "docs", tmp_path / "fresh", Settings(DATE))


@pytest.mark.slow
@pytest.mark.parametrize(("anchor", "said"), [("x", ""), ("y", "'c/index.md' does not contain an anchor '#y'")])
def test_links_to_anchors_in_ready_html_are_checked(anchor: str, said: str, tmp_path: Path) -> None:
    """A page written by hand may link to a row of a table; a row that is not there is told by MkDocs as ever."""
    table = '<!--html-->\n<table id="x"></table>\n<!--/html-->\n'
    pages = {"index.md": f"# A\n\n[b](c/index.md#{anchor})\n", "c/index.md": f"# C\n\n{table}"}
    sync(tmp_path / "docs", bare_docs(pages))
    with pytest.raises(SiteError, match=f"^WARNING .*{said}") if said else nullcontext():
        mkdocs_site.make(tmp_path / "docs", tmp_path / "fresh", Settings(DATE))


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What MkDocs reads of a fresh clone."""
    folder = tmp_path_factory.mktemp("clone")
    for name in ("overrides", "site_src"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "generator/publishing/mkdocs_hook.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    return folder


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *words]


QUIET = os.environ | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@pytest.mark.slow
@pytest.mark.parametrize("word", ["build", "serve"])
def test_a_fresh_clone_says_what_to_run_first(word: str, clone: Path) -> None:
    """One sentence and exit code 1; nothing is built of the pages written by hand alone."""
    done = subprocess.run(command(word, "-q"), cwd=clone, env=QUIET, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert (done.stdout + done.stderr).strip() == (
        "Chưa có trang nào để dựng: chạy “make site” trước, rồi chạy lại lệnh này."
    )
    assert not (clone / "build").exists()


@pytest.mark.slow
def test_mkdocs_alone_gives_whole_pages(clone: Path, tmp_path: Path) -> None:
    """`mkdocs build` and `mkdocs serve` on what the generator has left in build/docs."""
    files = documents(view_of(survey(CASES / "mot-xa"), DATE), tmp_path, 1)
    sync(clone / "build" / "docs", {**files, **edition.DRAFTS})
    done = subprocess.run(
        command("build", "--strict"), cwd=clone, env=QUIET, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    address = "thanh-hoa/hoang-son-15910/thu-tuc-hanh-chinh"
    page = (clone / "build" / "site" / address / "index.html").read_text(encoding="utf-8")
    source = files[f"{address}/index.md"]
    assert isinstance(source, str)
    assert re.findall('<tr id="[^"]+"', page) == re.findall('<tr id="[^"]+"', source) != []
    assert "<!--html" not in page
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serve = command("serve", "-a", f"127.0.0.1:{port}")
    with subprocess.Popen(serve, cwd=clone, env=QUIET, stderr=subprocess.PIPE, text=True) as serving:
        try:
            assert serving.stderr
            assert any("Serving on" in line for line in serving.stderr)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}/") as answer:
                served = answer.read().decode()
        finally:
            serving.terminate()
    assert '<tr id="' in served
    assert "<!--html" not in served
