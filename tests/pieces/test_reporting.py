"""A reader reports a number without an account: the link is filled with where the number stands."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from composing import pages
from hypothesis import given
from hypothesis import strategies as st
from support import CASES, ROOT

from generator.cli import main
from generator.commune.survey import survey
from generator.language.content_mark import short_code
from generator.pieces.blocks import Page
from generator.pieces.report_link import WORDS, filled, report
from generator.pieces.row_blocks import Link, Rows
from generator.pieces.views import view_of
from generator.reading import operator
from generator.reading.operator import DEFAULT, NotUsable, Operator, read

pytestmark = pytest.mark.slow

GOOD = [
    "gioi-thieu/#bao-loi",
    "huong-dan/",
    "mailto:hop-thu@xa.example",
    "mailto:hop-thu@xa.example?subject=Báo số sai: {tieu_de}&body={dia_chi}",
    "https://bieu.example/bao?cau={dia_chi}&ten={tieu_de}",
    "http://127.0.0.1:8000/?q={dia_chi}",
]
BAD = {
    "''": "chưa ghi",
    "[a, b]": "chưa ghi",
    "https://bieu.example/?cau={address}": "{address}",
    "https://bieu.example/?cau={dia_chi": "không đủ đôi",
    "javascript:alert(1)": "không phải địa chỉ",
    "mailto:hop-thu": "không phải địa chỉ",
    "https:///x": "không phải địa chỉ",
    "/tuyet-doi/": "không phải địa chỉ",
    "gioi-thieu/?so={dia_chi}": "không phải địa chỉ",
    "gọi trưởng thôn": "không phải địa chỉ",
}


SETTINGS = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
GIVEN = "  bao_loi: gioi-thieu/#bao-loi\n"


def written(folder: Path, line: str) -> Path:
    """The project's own mkdocs.yml with another line in the place of that which says where to report."""
    assert GIVEN in SETTINGS
    (folder / "site_src").symlink_to(ROOT / "site_src")
    path = folder / "mkdocs.yml"
    path.write_text(SETTINGS.replace(GIVEN, line), encoding="utf-8")
    return path


@pytest.mark.parametrize("value", GOOD)
def test_what_leads_somewhere_is_taken(value: str, tmp_path: Path) -> None:
    """Pages of the site, mailboxes, forms; with and without places to fill in."""
    assert read(written(tmp_path, f"  bao_loi: '{value}'\n")).report == value


def test_nothing_written_is_the_page_about(tmp_path: Path) -> None:
    """Without the field, as in the project's own file, the page that says how."""
    assert read(written(tmp_path, "")).report == DEFAULT == read(ROOT / "mkdocs.yml").report


@pytest.mark.parametrize("value", BAD)
def test_what_leads_nowhere_is_told(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With file, line, what is wrong and the remedy; the command ends with 1 and no site."""
    monkeypatch.setattr(operator, "SETTINGS", written(tmp_path, f"  bao_loi: {value}\n"))
    code = main(["build", "--data", str(CASES / "mot-xa"), "--out", str(tmp_path / "site"), "--date", "2026-07-01"])
    told = capsys.readouterr().err
    assert code == 1
    at = SETTINGS[: SETTINGS.index(GIVEN)].count("\n") + 1
    assert f"mkdocs.yml, dòng {at}, mục extra.bao_loi: " in told
    assert BAD[value] in told
    assert "Cách sửa: " in told
    assert not (tmp_path / "site").exists()


LICENCE = "  giay_phep: CC-BY-4.0\n"


def licensed(folder: Path, line: str) -> Path:
    """The project's own mkdocs.yml with another line about the licence."""
    assert LICENCE in SETTINGS
    (folder / "site_src").symlink_to(ROOT / "site_src")
    path = folder / "mkdocs.yml"
    path.write_text(SETTINGS.replace(LICENCE, line), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("", "https://creativecommons.org/licenses/by/4.0/"),
        (LICENCE, "https://creativecommons.org/licenses/by/4.0/"),
        ("  giay_phep: CC0-1.0\n", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("  giay_phep: Giấy phép của tỉnh <https://tinh.example/gp>\n", "https://tinh.example/gp"),
    ],
)
def test_the_operator_chooses_the_licence(line: str, address: str, tmp_path: Path) -> None:
    """By the name of a known one, or with a name and an address of its own; else it is CC BY 4.0."""
    assert read(licensed(tmp_path, line)).licence.address == address


@pytest.mark.parametrize(
    "value", ["", "CC BY", "tự do", "<https://tinh.example>", "Giấy phép <tinh.example>", "[CC0-1.0]", "cc0-1.0 <x>"]
)
def test_a_licence_that_is_none_is_told(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With file, line and the names that may stand there; no site is made."""
    monkeypatch.setattr(operator, "SETTINGS", licensed(tmp_path, f"  giay_phep: {value}\n"))
    code = main(["build", "--data", str(CASES / "mot-xa"), "--out", str(tmp_path / "site"), "--date", "2026-07-01"])
    told = capsys.readouterr().err
    assert code == 1
    at = SETTINGS[: SETTINGS.index(LICENCE)].count("\n") + 1
    assert f"mkdocs.yml, dòng {at}, mục extra.giay_phep: " in told
    assert "Cách sửa: Ghi một trong các tên: CC-BY-4.0, " in told
    assert not (tmp_path / "site").exists()


def test_what_is_no_yaml_is_told(tmp_path: Path) -> None:
    """With its line."""
    path = tmp_path / "mkdocs.yml"
    path.write_text("extra:\n  bao_loi: 'x\n", encoding="utf-8")
    with pytest.raises(NotUsable, match=r"mkdocs.yml, dòng \d"):
        read(path)


def links(made: list[Page]) -> list[tuple[Page, str, Link]]:
    """Every link to report a number: page, id of the figure, link."""
    found = []
    for page in made:
        parts = [page.opening, *(part for section in page.sections for part in (section.blocks, section.folded))]
        for block in (block for part in parts for block in part):
            if isinstance(block, Rows):
                told = ((row.anchor, link) for row in block.rows for link in row.links)
                found += [(page, anchor, link) for anchor, link in told if link.text.startswith(WORDS)]
    return found


@pytest.mark.parametrize("address", ["", "https://so-lieu.example/xa/"])
def test_each_figure_is_reported_with_its_address(address: str) -> None:
    """The body of the letter is where the figure stands, its subject what it is called."""
    template = "mailto:a@xa.example?subject={tieu_de}&body={dia_chi}"
    made = links(pages(view_of(survey(CASES / "mot-xa"), dt.date(2026, 7, 1), address, Operator(report=template))))
    assert len(made) > 30
    for page, anchor, link in made:
        asked = parse_qs(urlsplit(link.href).query, strict_parsing=True)
        assert asked["body"] == [f"{address}{page.path}{'#' if anchor else ''}{anchor}"]
        assert "Xã Hoằng Sơn (mã " in asked["subject"][0]


def test_without_a_mailbox_no_figure_offers_a_report() -> None:
    """By default nobody is there to take reports beside each number; the foot of every page says how."""
    assert links(pages(view_of(survey(CASES / "mot-xa"), dt.date(2026, 7, 1)))) == []
    foot = (ROOT / "overrides" / "main.html").read_text(encoding="utf-8").partition("<footer")[2]
    assert 'Thấy số sai? <a href="{{ config.extra.bao_loi | url }}">' in foot


def test_a_code_can_be_read_out() -> None:
    """Two groups of four, without letters that are mistaken for digits; shown in the link and told to who gets it."""
    codes = [short_code(f"19405.{number}") for number in range(2000)]
    assert all(re.fullmatch(r"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}", code) for code in codes)
    view = view_of(
        survey(CASES / "mot-xa"), dt.date(2026, 7, 1), "", Operator(report="mailto:a@xa.example?subject={tieu_de}")
    )
    link = report(view, "a/", "Hồ sơ, Xã Mẫu", "s-1", code=codes[0])
    assert link
    assert link.text == f"Báo số này sai (mã {codes[0]})"
    assert parse_qs(urlsplit(link.href).query)["subject"] == [f"Hồ sơ, Xã Mẫu (mã {codes[0]})"]


def test_no_two_figures_of_a_commune_share_a_code(tmp_path: Path) -> None:
    """On three years of a made-up commune, and on each commune of the real data."""
    assert main(["sample", "--communes", "1", "--months", "36", str(tmp_path / "data")]) == 0
    told = [one.figures for folder in (tmp_path / "data", ROOT / "data") for one in survey(folder).communes]
    assert max(map(len, told)) > 900
    for figures in told:
        assert len({short_code(figure.id) for figure in figures}) == len({figure.id for figure in figures})


@given(st.text(), st.text())
def test_nothing_breaks_out_of_an_address(address: str, title: str) -> None:
    """Whatever a figure is called, it stays what it was in one field."""
    address, title = (text.encode(errors="ignore").decode() for text in (address, title))
    made = filled("https://b.example/?cau={dia_chi}&ten={tieu_de}", address, title)
    assert parse_qs(urlsplit(made).query, keep_blank_values=True) == {"cau": [address], "ten": [title]}
    assert made.isascii()
