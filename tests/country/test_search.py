"""The index of the search: everything that may be looked for is in it, leads somewhere, and is small."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace as replaced
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT, lay_over, replace
from whole_country import country, of, project, silent

from generator.commune.outcome import Survey
from generator.commune.survey import survey
from generator.country import a_to_z, frame_of_indicators, question_pages, search_index
from generator.language.vietnamese import plain_words, slug
from generator.publishing import render
from generator.reading.catalogue_files import FOLDER
from generator.reading.commune_file import province_slug

KINDS = {"x": "Xã ", "p": "Phường ", "d": "Đặc khu ", "n": ""}
SCRIPTS = ("tim-kiem.js", "portal.js")
MOST = 80_000
"""Bytes, compressed, of the index and its script: what a first search moves."""


def packed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def decoded(index: Mapping[str, Any]) -> Iterator[tuple[str, str, str, bool]]:
    """Each commune of an index: code, name, address or '', whether it has told nothing; read as the head of
    `search_index` says, not as the script does.
    """
    for _, province, communes in index["provinces"]:
        code: int | str = 0
        for step, text in zip(communes[::2], communes[1::2], strict=True):
            code = step if isinstance(step, str) or isinstance(code, str) else code + step
            rest, empty = text.removeprefix("-"), text.startswith("-")
            name, _, given = rest[1:].rpartition("/") if "/" in rest else (rest[1:], "", "")
            name = name.removesuffix("*")
            digits = f"{code:05}" if isinstance(code, int) else code
            address = f"{province}/{given or slug(name)}-{digits}/" if rest[0].isupper() else ""
            yield digits, KINDS[rest[0].lower()] + name, address, empty


def test_every_commune_is_found_and_leads_to_its_page() -> None:
    """Official communes all, published ones with their addresses, those without a code too."""
    whole, index = project()
    there = {code: (name, address, empty) for code, name, address, empty in decoded(index)}
    official = {unit.code for unit in whole.catalogue.units.values() if unit.province}
    published = {one.commune.code: one for one in whole.communes}
    assert set(there) == official | set(published)
    for code, one in published.items():
        assert there[code] == (one.commune.name, one.commune.address, one.is_empty)
    for code in official - set(published):
        assert there[code] == (whole.catalogue.units[code].name, "", False)


def test_names_that_meant_more_are_marked() -> None:
    """A commune called as its district was, or as a province that is no more: for these old names are asked."""
    communes = [text for _, _, communes in project()[1]["provinces"] for text in communes[1::2]]
    marked = {text.lstrip("-")[1:].split("*")[0] for text in communes if "*" in text}
    assert {"Thủ Đức", "Vĩnh Linh", "Bắc Kạn", "Quảng Bình"} <= marked
    assert not {"Sài Gòn", "Vĩnh Thủy", "Hà Nội"} & marked


def test_odd_names_and_slugs_survive() -> None:
    """A slug that the name does not give, a slash in a name, a commune of no kind, one that has told nothing."""
    units = project()[0].catalogue.units
    odd = (
        silent("19408", "Xã Vĩnh Thủy", "vinh-thuy-moi", "a", units["44"], "quang-tri"),
        silent("19406", "Xã A/B", "a-b", "b", units["44"], "quang-tri"),
        silent("19407", "Thị trấn Cũ", "cu", "c", units["44"], "quang-tri"),
        silent("x0009", "<b>Lạ</b>", "la", "d", None, province_slug(None)),
    )
    there = {
        code: about for code, *about in decoded(of(replaced(project()[0], communes=(*project()[0].communes, *odd))))
    }
    for one in odd:
        assert there[one.commune.code] == [one.commune.name, one.commune.address, True]


def test_every_indicator_with_a_page_every_term_and_every_heading_is_there() -> None:
    whole, index = project()
    assert {entry[0] for entry in index["indicators"]} == frame_of_indicators.indicators(whole.frames)
    assert {entry[1] for entry in index["terms"]} == {term[0] for term in whole.catalogue.glossary}
    for path in (ROOT / "site_src").rglob("index.md"):
        (page,) = (p for p in index["pages"] if p[0] == f"{path.parent.relative_to(ROOT / 'site_src').as_posix()}/")
        headings = re.findall(r"^## .*$", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert len([part for part in page[4] if f"{{#{part[0]}}}" in "\n".join(headings)]) == len(headings)


@pytest.mark.slow
def test_every_address_is_there(built: Path) -> None:
    """Pages and anchors to which the index leads stand in the built site."""
    script = (built / search_index.FILE).read_text(encoding="utf-8")
    index = json.loads(script.removeprefix("window.mucLuc=").removesuffix(";\n"))
    wanted = {address for _, _, address, _ in decoded(index) if address}
    wanted |= {f"{address}{id}/" for address in set(wanted) for id, *_ in index["subjects"]}
    wanted |= {f"{a_to_z.LISTING}#{a_to_z.PROVINCES}-{slug}" for _, slug, _ in index["provinces"][:34]}
    wanted |= {f"chi-tieu/#{id}" for id, _, _, listed, *_ in index["subjects"] if listed}
    wanted |= {f"chi-tieu/{entry[0]}/" for entry in index["indicators"]}
    wanted |= {f"thuat-ngu/#{entry[0]}" for entry in index["terms"]}
    for address, _, _, _, parts in index["pages"]:
        wanted |= {address, *(f"{address}#{part[0]}" for part in parts)}
    dead = [one for one in sorted(wanted) if not _stands(built, *one.partition("#")[::2])]
    assert dead == []


def _stands(made: Path, path: str, anchor: str) -> bool:
    page = made / path / "index.html"
    return page.is_file() and (not anchor or f'id="{anchor}"' in page.read_text(encoding="utf-8"))


def test_a_first_search_is_light_at_country_size() -> None:
    """Index and scripts together, compressed, with all communes published."""
    index = render.script_text("mucLuc", of(country()))
    scripts = [(ROOT / "site_src" / "assets" / name).read_text(encoding="utf-8") for name in SCRIPTS]
    assert packed(index) + sum(map(packed, scripts)) < MOST


def test_the_index_is_a_script_of_one_value() -> None:
    """What old browsers take for the end of a line does not stand in it, and nothing else runs."""
    text = render.script_text("mucLuc", {"a": "x\u2028y\u2029z </script> ' \""})
    assert not re.search("[\u2028\u2029]", text)
    assert json.loads(text.removeprefix("window.mucLuc=").removesuffix(";\n")) == {"a": "x y z </script> ' \""}


@given(st.text())
def test_words_are_plain(text: str) -> None:
    """Words are small letters and digits; they do not depend on the normal form."""
    words = plain_words(text)
    assert all(re.fullmatch("[a-z0-9]+", word) for word in words)
    assert plain_words(unicodedata.normalize("NFD", text)) == plain_words(unicodedata.normalize("NFC", text)) == words


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("hoà", "hòa", "HÒA", "hoa\u0300"), ["hoa"]),
        (("Vĩnh Thuỷ", "Vĩnh Thủy", "vinh  thuy", "Vĩnh-Thủy,"), ["vinh", "thuy"]),
        (("Đăng ký", "dang ky", "ĐĂNG KÝ"), ["dang", "ky"]),
        (("U.B.N.D.", "UBND", "u.b.n.d"), ["ubnd"]),
        (("TP.HCM", "TP. HCM", "tp hcm"), ["tp", "hcm"]),
    ],
)
def test_ways_of_writing_are_one(texts: tuple[str, ...], words: list[str]) -> None:
    assert [plain_words(text) for text in texts] == [words] * len(texts)


# --- everyday names ------------------------------------------------------------------------------


def test_everyday_names_are_read_and_shown() -> None:
    whole, index = project()
    land = whole.catalogue.indicators["ho_so_dat_dai_lam_sach"]
    assert "sổ đỏ" in land.everyday
    assert any(entry[0] == land.id and "sổ đỏ" in entry[4:] for entry in index["indicators"])
    (page,) = (p for p in question_pages.question_pages(whole) if p.path == f"chi-tieu/{land.id}/")
    assert "sổ đỏ" in str(page)


@pytest.mark.parametrize("given", ["sổ đỏ", "[3]", "['']", "['…']", "[[sổ đỏ]]"])
def test_a_faulty_everyday_name_is_told(tmp_path: Path, given: str) -> None:
    """Not a list, not text, empty, without a letter: a sentence with file and line, no traceback."""
    data = lay_over("co-so", tmp_path)
    catalogue = data / FOLDER / "chi-tieu.yml"
    first = catalogue.read_text(encoding="utf-8").split("\n")
    cut = next(line for line in first if line.startswith("  cau_hoi:"))
    replace(catalogue, f"{cut}\n", f"{cut}\n  ten_thuong_goi: {given}\n")
    examined: Survey = survey(data)
    assert [(p.file, p.code) for p in examined.problems if p.severity == "error"] == [
        (f"{FOLDER}/chi-tieu.yml", "danh-muc-sai")
    ]
    assert "ten_thuong_goi" in " ".join(p.message for p in examined.problems)


# --- the list from A to Z --------------------------------------------------------------------------


def test_the_list_serves_without_scripts() -> None:
    """Every published commune under its letter, letters that lead there, every province."""
    whole, _ = project()
    page = a_to_z.listing(whole)
    told = str(page)
    anchors = [section.id for section in page.sections]
    assert anchors == ["chu-h", "chu-v", "tinh"]
    assert all(f"#{anchor}" in told for anchor in anchors)
    assert all(one.commune.name in told and one.commune.code in told for one in whole.communes if one.province)
    assert all(unit.name in told for unit in whole.catalogue.units.values() if not unit.province)


def test_letters_stand_in_their_order() -> None:
    """Đ after D, not among it; ă and â with a; no commune is lost."""
    page = a_to_z.listing(country())
    letters = [section.title for section in page.sections[:-1]]
    assert letters[:7] == ["Số và dấu", "A", "B", "C", "D", "Đ", "E"]
    assert len({section.id for section in page.sections}) == len(page.sections)
    assert sum(str(section).count("Prose(") for section in page.sections[:-1]) == 3322  # one has no code
