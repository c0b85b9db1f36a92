"""A site made of hostile texts, in a real Chromium: what was typed is shown as typed, and nothing of it runs."""

from __future__ import annotations

import csv
import datetime as dt
import re
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
import yaml
from browsing import served
from playwright.sync_api import Browser
from support import ROOT

from generator.build import build
from generator.commune.survey import survey, underway
from generator.language.vietnamese import clean
from generator.publishing.mkdocs_site import Settings
from generator.tables import muc_tieu_quoc_gia
from generator.tables.all_tables import TABLES
from generator.tables.table import Column, Table

pytestmark = pytest.mark.browser

RUN = "window.__x=1"
OUT = "https://xa.example/x"
FIRST = (
    "---",
    '--8<-- "mkdocs.yml"',
    "# Đầu đề",
    "```html",
    "<!--",
    f"[x]: javascript:{RUN}",
    "=1+1",
    "{: onclick=x }",
    "!!! note",
    "- 1. > | a | b |",
)
"""What means something at the beginning of a text only."""
WITHIN = (
    f"<script>{RUN}</script>",
    f'<img src=x onerror="{RUN}">',
    f"<svg/onload={RUN}>",
    f'" onmouseover="{RUN}" x="',
    f"' autofocus onfocus='{RUN}",
    f"[x](javascript:{RUN}) ![x]({OUT}.png)",
    f'<a href="javascript:{RUN}">x</a> <{OUT}>',
    "{{ 7*7 }} {% include 'x' %} ${7*7} #{7*7}",
    "&lt;b&gt; &amp;lt; &#60;i&#62; &nbsp;",
    f"</title><script>{RUN}</script> ]]> --> </style> </textarea>",
    "**đậm** _nghiêng_ `mã` ~~bỏ~~ ^2^ :smile: [^1] *[b]: x",
    '{#neo onclick="x"} { .lop }',
    f"<style>*{{display:none}}</style><base href={OUT}><meta http-equiv=refresh content=0;url={OUT}>",
    f"<iframe src={OUT}></iframe><form action={OUT}><input>",
    f"<details open ontoggle={RUN}><math><mtext></math>",
    "\\<b\\> \\u003cscript\\u003e %3Cscript%3E \\\\",
    f"data:text/html,<script>{RUN}</script>",
    "\u202egnuht\u202c \u2066a\u2069 Đ\u200bược \ufeff",
    f"<a href={OUT} ping={OUT}>x</a><link rel=stylesheet href={OUT}>",
    "'; DROP TABLE xa; -- $(touch x) `touch x` |x",
    "<!--html 0--> <!--html--> <!--/html-->",
)


def texts() -> list[list[str]]:
    """One list a commune: each text with a mark behind it by which it is found on the pages."""
    shares = [(start, *WITHIN[number :: len(FIRST)]) for number, start in enumerate(FIRST)]
    return [[f"{text} ⟦{first}{second}⟧" for second, text in enumerate(share)] for first, share in enumerate(shares)]


TYPED = {text[text.index("⟦") :]: clean(text[: text.index("⟦")]) for row in texts() for text in row}
IDS = {"ma", "viec", "ma_dong", "ma_cha", "don_vi", "chi_tieu", "phan_to"}


COUNTS = {"tiep_nhan": "10", "moi": "8", "ky_truoc": "2", "da_giai_quyet": "4", "dung_han": "3", "qua_han": "1"}
KNOWN = {
    "nguon": "vb-1",
    "chi_tieu": "so_tthc",
    "phan_to": "a",
    "don_vi": "",
    "dung_nhu_van_ban": "",
    "thay_the": "",
    **COUNTS,
}


def cell(table: Table, column: Column, text: str, number: int) -> str:
    """Something that the rules accept; the hostile text where any text is taken."""
    if column.name in ("ma", "ma_dong", "viec"):
        return f"m-{number}"
    if table.name == "ngan-sach" and column.name in ("ma_cha", "so_tien", "giai_doan"):
        amount = f"{1 if number else 2} triệu đồng"
        return {"ma_cha": "m-0" if number else "", "so_tien": amount, "giai_doan": "duoc_phan_bo"}[column.name]
    if column.name in KNOWN:
        return KNOWN[column.name]
    if column.choices or column.kind == "subject":
        return next(iter(column.choices or ("ngan-sach",)))
    return {"date": "2026-05-31", "count": "", "quantity": "1"}.get(column.kind, text)


def hostile(folder: Path) -> Path:
    """A data folder in which every text of every table and catalogue is hostile."""
    rows = [" ".join(row) for row in texts()]
    shutil.copytree(ROOT / "data" / "danh-muc", folder / "danh-muc")
    for name in ("chi-tieu.yml", "quan-he.yml", "thuat-ngu.yml"):
        path = folder / "danh-muc" / name
        entries: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
        for number, entry in enumerate(entries):
            words = rows[number % len(rows)]
            for field in ("ten", "cau_hoi", "can_cu", "co_so", "loi", "tu", "day_du", "nghia"):
                if isinstance(entry.get(field), str):
                    entry[field] = words
            for formula in entry.get("cong_thuc", ()):
                formula["ten"] = words
            if "ma" in entry:
                entry["phan_to"] = dict.fromkeys(entry.get("phan_to", ()), words) | {"a": words}
            if entry.get("ma") == "so_tthc":
                entry["don_vi"] = words
        path.write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    write(folder / "danh-muc", muc_tieu_quoc_gia.TABLE, rows)
    for number, words in enumerate(rows, 1):
        home = folder / "xa" / f"x{number:04}-thu"
        home.mkdir(parents=True)
        own = {"ma": f"x{number:04}", "ten": words, "slug": "thu", "ung_vien": [words, words], "ghi_chu": words}
        (home / "xa.yml").write_text(yaml.safe_dump(own | {"duong_day": [words]}, allow_unicode=True), encoding="utf-8")
        for table in TABLES:
            write(home, table, [words] * (3 if table.name == "ngan-sach" else 1))
    return folder


def write(home: Path, table: Table, texts: list[str]) -> None:
    with (home / table.file).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow([column.name for column in table.columns])
        for number, text in enumerate(texts):
            rows.writerow([cell(table, column, text, number) for column in table.columns])


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile site, built."""
    folder = tmp_path_factory.mktemp("hostile")
    examined = survey(hostile(folder / "data"))
    assert [problem for problem in examined.problems if problem.severity == "error"] == []
    build(underway(folder / "data"), folder / "site", Settings(dt.date(2026, 7, 1)), tell=lambda *_: None)
    return folder / "site"


@pytest.fixture(scope="module")
def address(out: Path) -> Iterator[str]:
    """The site served on this machine."""
    with served(out) as where:
        yield where


LOOK = """() => {
  const shown = [], foreign = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ALL);
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      const parent = node.parentElement, lines = parent.closest('text');
      if (parent.localName !== 'tspan') shown.push([parent.localName, node.nodeValue]);
      else if (!parent.previousElementSibling) {
        shown.push(['text', [...lines.querySelectorAll('tspan')].map(line => line.textContent).join(' ')]);
      }
    }
    if (node.nodeType === Node.COMMENT_NODE && node.nodeValue.includes('⟦')) foreign.push(`<!--${node.nodeValue}-->`);
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    for (const {name, value} of node.attributes) shown.push([`@${name}`, value]);
  }
  const made = 'img script iframe style base meta link form input textarea object embed math audio video'.split(' ');
  for (const one of document.querySelectorAll('article *')) {
    const does = [...one.attributes].some(({name}) => /^(on.*|style|ping|autofocus)$/.test(name));
    const leads = one.href && one.protocol !== location.protocol && one.hostname !== 'dichvucong.gov.vn'
      && one.href !== 'https://creativecommons.org/licenses/by/4.0/';
    const ours = one.closest('form[data-search]') || (one.localName === 'img' && one.src.includes('/huong-dan/anh/'));
    if (does || leads || (made.includes(one.localName) && !ours)) foreign.push(one.outerHTML);
  }
  return {shown: shown.filter(([, text]) => text.includes('⟦')), foreign, run: window.__x};
}"""


def test_texts_are_shown_as_typed_and_nothing_runs(out: Path, address: str, browser: Browser) -> None:
    """On every page: no dialog, error or request to elsewhere, no element or address made of data, and each
    text stands as it was typed, in paragraphs, tables, charts, titles and descriptions.
    """
    page, faults = browser.new_page(), list[str]()
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("request", lambda asked: None if asked.url.startswith(address) else faults.append(asked.url))
    places: set[str] = set()
    marks: set[str] = set()
    for path in sorted(out.rglob("*.html")):
        page.goto(address + path.relative_to(out).as_posix())
        seen = page.evaluate(LOOK)
        assert (faults, seen["foreign"], seen["run"]) == ([], [], None), path
        for place, text in seen["shown"]:
            places.add(place)
            for mark in re.finditer("⟦..⟧", " ".join(text.split())):
                marks.add(mark[0])
                typed = escape(TYPED[mark[0]]) if text.startswith("<iframe src") else TYPED[mark[0]]
                assert mark.string[: mark.start()].endswith(f"{typed} "), (path, place)
    assert marks == set(TYPED)
    assert {"title", "@content", "h1", "p", "td", "a", "text", "desc"} <= places


def test_downloads_run_nothing(out: Path) -> None:
    """No cell of a published table begins as a formula does; for Excel some quote a text, and do no more."""
    for path in out.rglob("*.csv"):
        for_excel = path.parent.name == "excel"
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file, delimiter=";" if for_excel else ",") for cell in row]
        left = [cell for cell in cells if not (for_excel and re.fullmatch(r'="(?:[^"]|"")*"', cell))]
        assert not [cell for cell in left if re.match(r"[=@\t\r].|[+-](?![\d.,]*%?$)", cell)], path
