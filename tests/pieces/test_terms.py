"""Abbreviations are explained once where they are first read; nothing else of a page changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pieces.abbreviations import abbreviations, explained

GLOSSARY = (
    ("TTHC", "thủ tục hành chính", "…"),
    ("HTX", "hợp tác xã", "…"),
    ("KHCN, KH&CN", "khoa học và công nghệ", "…"),
    ("PV HCC", "Phục vụ hành chính công", "…"),
    ("HCC", "hành chính công", "…"),
    ("UBND", "Ủy ban nhân dân", "…"),
    ("VNeID", "ứng dụng định danh", "…"),
    ("lũy kế", "số lũy kế", "…"),
    ("ABC", "a **b** [c]", "…"),
)
KNOWN = abbreviations(GLOSSARY)


def e(words: str) -> str:
    return f'<span class="expl"> ({words})</span>'


CASES = [
    ("<p>Số TTHC và TTHC khác</p>", f"<p>Số TTHC{e('thủ tục hành chính')} và TTHC khác</p>"),
    ("<p>Sở KH&amp;CN và Trung tâm PV HCC</p>", None),
    ('<p><a href="x">Nộp TTHC</a> ngay</p>',
     f'<p><a href="x">Nộp TTHC</a>{e("TTHC: thủ tục hành chính")} ngay</p>'),
    ('<p><a href="x">Hỏi UBND xã</a> ngay</p>', None),
    ("<p>hợp tác xã (HTX) và HTX</p>", None),
    ("<p>HTX (hợp tác xã)</p>", None),
    ("<p>HTX là hợp tác xã</p>", None),
    ('<td>HTX<span class="small">hợp tác xã</span></td>', None),
    ("<p>Quyết định 798/QĐ-UBND, 230-BC/UBND, /KH-UBND, 55/2025/NQ-UBND</p>", None),
    ("<p>Tải <code>TTHC</code></p>\n<pre>UBND</pre>", "<p>Tải <code>TTHC</code></p>\n<pre>UBND</pre>{}"),
    ("---\ntitle: TTHC\n---\n\n# Về TTHC\n\n<p>x</p>", None),
    ("# Về TTHC\n\n<p>Số TTHC</p>", f"# Về TTHC\n\n<p>Số TTHC{e('thủ tục hành chính')}</p>"),
    ("<details><p>HTX</p></details><p>HTX</p><p>HTX</p>",
     f"<details><p>HTX{e('hợp tác xã')}</p></details><p>HTX{e('hợp tác xã')}</p><p>HTX</p>"),
    ("<p>HTX</p><details><p>HTX</p></details>", f"<p>HTX{e('hợp tác xã')}</p><details><p>HTX</p></details>"),
    ('<p data-head="HTX">x</p>', None),
    ("<p>xHTX HTXy HTX2 lũy kế</p>", None),
    ("<p>Ghi “số TTHC” rồi TTHC</p>", f"<p>Ghi “số TTHC” rồi TTHC{e('thủ tục hành chính')}</p>"),
    ("<td>“Số TTHC toàn trình”</td>", None),
    ("<p>(VNeID) rồi VNeID</p>", f"<p>(VNeID) rồi VNeID{e('ứng dụng định danh')}</p>"),
    ("<p>(theo “số HTX”) và HTX</p>", f"<p>(theo “số HTX”) và HTX{e('hợp tác xã')}</p>"),
    ("<p>(HTX</p><p>HTX</p>", f"<p>(HTX</p><p>HTX{e('hợp tác xã')}</p>"),
    ("<table><tr><th>HTX</th></tr></table><p>HTX</p>",
     f"<table><tr><th>HTX</th></tr></table><p>HTX{e('hợp tác xã')}</p>"),
    ("<details><summary>HTX</summary><p>x</p></details>", None),
    ("ABC", f"ABC{e('a &#42;&#42;b&#42;&#42; &#91;c&#93;')}"),
    ("Ghi “số HTX\n\nHTX", f"Ghi “số HTX\n\nHTX{e('hợp tác xã')}"),
    ("(HTX\n\nHTX", f"(HTX\n\nHTX{e('hợp tác xã')}"),
    ("<p>Ghi “số HTX</p><p>HTX</p>", f"<p>Ghi “số HTX</p><p>HTX{e('hợp tác xã')}</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_where_it_is_explained(text: str, expected: str | None) -> None:
    """In running text, behind a link, never inside a document's number, a code, a heading or an attribute."""
    made = explained(text, KNOWN)
    line = re.search(r'\n<p class="small">Viết tắt: .*\n\Z', made)
    body = made[: line.start()] if line else made
    assert body == (text if expected is None else expected.removesuffix("{}"))


def test_what_stands_in_a_heading_or_drawing_only_is_explained_at_the_end() -> None:
    """So that no abbreviation of a page is left in the dark."""
    made = explained("# Về TTHC\n\n<figure><svg><text>HTX</text></svg></figure>\n", KNOWN)
    assert made.endswith('<p class="small">Viết tắt: TTHC là thủ tục hành chính; HTX là hợp tác xã.</p>\n')


def test_an_office_keeps_its_name_whole() -> None:
    """What is part of a name is explained at the end, once, unless its words stand beside it."""
    made = explained("<p>Văn phòng HĐND và UBND xã, UBND tỉnh</p>\n", KNOWN | {"HĐND": "Hội đồng nhân dân"})
    assert made.startswith("<p>Văn phòng HĐND và UBND xã, UBND tỉnh</p>")
    assert made.endswith("Viết tắt: HĐND là Hội đồng nhân dân; UBND là Ủy ban nhân dân.</p>\n")
    for said in ("<p>Ủy ban nhân dân (UBND) xã</p>\n", "<p>UBND xã; 51/BC-UBND (UBND là Ủy ban nhân dân)</p>\n"):
        assert explained(said, KNOWN) == said


PIECES = st.sampled_from([
    "TTHC", "HTX", "KH&amp;CN", "230-BC/UBND", "UBND", "<a href='x'>", "</a>", "<p>", "</p>", "<details>", "</details>",
    "<svg>", "</svg>", "\n# ", "\n", " ", "VNeID", "(", ")", "hợp tác xã (", "<td>", "&lt;", "“", "/", "-", "5",
])  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_nothing_is_lost(text: str) -> None:
    """Whatever the page: without the explanations it is the page as it was."""
    made = explained(text, KNOWN)
    line = r'\n<p class="small">Viết tắt: [^\n]*</p>\n\Z'
    assert re.sub(r'<span class="expl">[^<]*</span>', "", re.sub(line, "", made)) == text


@given(st.lists(PIECES, max_size=30).map("".join))
def test_each_is_explained_once_outside_folds(text: str) -> None:
    """No reader is told the same twice, but where the first time was folded away."""
    made = re.sub(r"<details>.*?(</details>|\Z)", "", explained(text, KNOWN), flags=re.DOTALL)
    for words in KNOWN.values():
        assert len(re.findall(rf'class="expl"> \([^<]*{re.escape(words)}\)', made)) <= (2 if "khoa học" in words else 1)
