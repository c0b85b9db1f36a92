"""What every page of a site says is plain: no abbreviation in the dark, numbers, days and money as people write them.

The pages of the project's data, of the made-up commune and of a sample are read as text.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from composing import documents
from support import CASES, ROOT

from generator.commune.survey import survey
from generator.language.vietnamese import is_nfc
from generator.officer.sample import write_sample
from generator.pieces.abbreviations import abbreviations
from generator.pieces.views import view_of
from generator.publishing.by_hand import HAND_WRITTEN

pytestmark = pytest.mark.slow

NAMES = {
    "VNPT": "a mobile operator", "MISA": "an accounting program", "QUANGTRI-S": "a province's own application",
    "QUANGTRI": "a province's own application", "WCAG": "a standard, explained in its sentence",
    "TRUE": "what a cell of Excel holds", "FALSE": "what a cell of Excel holds", "REF": "what a cell of Excel holds",
    "VNI": "a font", "TCVN3": "a font", "AA": "a level of a standard",
    "MIT": "a licence, called after where it was written",
}  # fmt: skip
"""Capital letters that are a name, each with the reason why no full words exist."""
ON_SCREEN = {"PDF", "MB", "UTF-8", "VnTime", "HTML", "CI", "CD", "CODEOWNERS"}
"""What officers see on their screen; in their guide only."""
FORMS = {"JSON", "CSV", "DCAT", "SHA-256", "SHA", "BY", "CC"}
"""What kinds of files and of marks are called, where there is nothing else to call them."""
ROMAN = re.compile(r"[IVX]+(\.[IVX]+)*")
DOCUMENT = re.compile(r"\d\w*(?:[-/]\w+)*[-/]\w*[A-ZĐ]\w*(?:[-/]\w+)*|/[A-ZĐ]\w*(?:[-/]\w+)+|\w+[-/]\w+/ĐU")
TONED = re.compile(r"[ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ]")


@cache
def pages(which: str) -> dict[str, str]:
    """The pages of a site as Markdown, the light ones as HTML: of the project's data, of the case `mot-xa`, or of a
    sample.
    """
    with TemporaryDirectory() as folder:
        if which == "sample":
            write_sample(Path(folder) / "data", 3, 3, 1)
        data = {"data": ROOT / "data", "mot-xa": CASES / "mot-xa"}.get(which, Path(folder) / "data")
        made = documents(view_of(survey(data), dt.date(2026, 7, 1)), Path(folder) / "charts", 1)
    return {
        name: text if isinstance(text, str) else text.decode()
        for name, text in made.items()
        if name.endswith((".md", "/index.html"))
    }


def plain(text: str) -> str:
    """What a reader sees: no front matter, no code, no marks; tags part words, links and explanations join them."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"<(script|style|code|pre|desc|title)\b.*?</\1>", " ", text, flags=re.DOTALL)
    text = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)|\{[^}]*\}", " ", text, flags=re.DOTALL)
    text = re.sub(r'<span class="expl">|</?(a|q|b|strong|em)\b[^>]*>', "", text)
    return html.unescape(re.sub(r"<[^>]*>", " | ", text))


def own_words(text: str) -> str:
    """What the site itself says: without words quoted from a document."""
    return re.sub(r"“[^”]*”", "“…”", re.sub(r"<q>.*?</q>", " ", text, flags=re.DOTALL))


CODES = re.compile(r"<dd><code>.*?</code></dd>|\b[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\b")
"""What a passport calls its figure: its row for programs, its code to be quoted."""
SITES = ["data", "mot-xa", "sample"]


def everything(which: str) -> Iterator[tuple[str, str]]:
    for name, text in sorted(pages(which).items()):
        yield name, plain(CODES.sub(" ", text))


def capitals(text: str) -> set[str]:
    """Abbreviations of a text: two capitals in one word; not a document's number, not words printed in capitals."""
    text = DOCUMENT.sub(" ", text)
    found = set()
    for word in re.finditer(r"\w+(?:[&-]\w+)*", text):
        near = re.findall(r"\w+", text[max(0, word.start() - 12) : word.end() + 12])
        shouted = word[0].isupper() and any(one.isupper() and TONED.search(one) for one in near)
        if re.match(r"[A-ZĐ]\w?[A-ZĐ]", word[0]) and not ROMAN.fullmatch(word[0]) and not shouted:
            found.add(word[0])
    return found


@pytest.mark.slow
@pytest.mark.parametrize("which", SITES)
def test_no_abbreviation_is_left_in_the_dark(which: str) -> None:
    """Each stands beside its full words somewhere on the page."""
    catalogue = survey(ROOT / "data").shared.catalogue
    assert catalogue
    known = abbreviations(catalogue.glossary)
    places = capitals(" ".join(one.name for one in catalogue.former.values()))
    dark = []
    for name, text in everything(which):
        by_hand = (HAND_WRITTEN / name).is_file()
        explained = {*NAMES, *FORMS, *places, *(ON_SCREEN if by_hand else ())}
        for short in capitals(own_words(text) if by_hand else text) - explained:
            word, terms = re.escape(short), [term for term in known if short in (term, *term.split())]
            pairs = [(re.escape(term), re.escape(known[term])) for term in terms]
            beside = "|".join(rf"{s}[^|]{{0,20}}?( \(|: | là |\s*\|\s*){full}|{full} \({s}" for s, full in pairs)
            if not pairs or not re.search(beside, text, re.IGNORECASE):
                dark += [f"{name}: {found[0]}" for found in re.finditer(rf".{{0,40}}\b{word}\b.{{0,40}}", text)][:1]
    assert not dark, "\n".join(dark)


FAULTS = {
    "a blank before the sign": r"\d %",
    "a day as machines write it": r"\b\d{4}-\d{2}-\d{2}\b",
    "a point in a rate": r"\b\d+\.\d+%",
    "thousands that are not parted": r"\b\d{4,} (hồ sơ|thủ tục|người|đồng|triệu|nhiệm vụ)\b",
    "money nobody says so": r"\d\.000\.000 đồng|\d (VND|VNĐ)\b",
    "an id": r"\b[a-z]+\d*(_[a-z0-9]+)+\b",
    "what a program calls nothing": r"\b(None|nan|NaN|NaT|inf|Undefined)\b",
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("which", SITES)
def test_numbers_days_and_money_are_as_people_write_them(which: str, fault: str) -> None:
    """In the site's own words: a document's stand in quotes. The list of columns on /du-lieu/ is for machines."""
    found = [
        f"{name}: {own_words(text)[max(0, hit.start() - 50) : hit.end() + 30]}"
        for name, text in everything(which)
        if name != "du-lieu/index.md" and not (HAND_WRITTEN / name).is_file()
        for hit in re.finditer(FAULTS[fault], own_words(text))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("which", SITES)
def test_letters_are_in_the_normal_form(which: str) -> None:
    """Every page can be searched: NFC everywhere."""
    assert [name for name, text in pages(which).items() if not is_nfc(text)] == []


def test_the_faults_can_be_found() -> None:
    """The patterns find what they are for."""
    bad = "99 % 2026-05-31 99.98% 2842 hồ sơ 275.000.000 đồng ty_le_dung_han nan"
    assert all(re.search(pattern, bad) for pattern in FAULTS.values())
    assert capitals("Số TTHC theo 230-BC/ĐU, mục IV, MÁY IN, VNeID") == {"TTHC", "VNeID"}
