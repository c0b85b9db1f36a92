"""Notices for the commune's board: what they say, that each is one A4 page, and that a phone reads their QR code.

What is printed is looked at as people meet it: a PDF from a real browser, turned into pictures and text.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import closing
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
import zxingcpp
from browsing import Windows
from hypothesis import given
from hypothesis import strategies as st
from sites import ADDRESS, Sites
from support import ROOT, SUBJECTS, lay_over

from generator import build
from generator.cli import main
from generator.commune.survey import survey
from generator.model.commune import Commune
from generator.model.figure import Kind
from generator.notice.notice import Board, Boards, board, boards, together
from generator.officer.sample import write_sample
from generator.pages.subject_pages import subject_pages
from generator.pieces import paper
from generator.pieces.addresses import NOTICE, subject_path
from generator.pieces.shown import value
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.publishing import pdf
from generator.publishing.render import environment, sheet_text

SITE = "https://so-lieu.vi-du.gov.vn/cong-khai/"
DATE = dt.date(2026, 7, 1)
A4 = (595, 842)
"""Points."""


@cache
def view(url: str = SITE) -> View:
    return view_of(survey(ROOT / "data"), DATE, url)


def of(commune: Commune, subject: str) -> Board:
    return board(view(), commune, subject)


EVERY = [pytest.param(c, s, id=f"{c.code}-{s}") for c in view().dataset.communes for s in SUBJECTS]


# --- what a notice says -----------------------------------------------------------------------


@pytest.mark.parametrize(("commune", "subject"), EVERY)
def test_a_notice_says_what_the_page_shows(commune: Commune, subject: str) -> None:
    """Each figure on paper stands with the same value on the subject's page, and names its document."""
    page = next(p for p in subject_pages(view(), commune) if p.path == subject_path(commune, subject))
    known = {figure.id: figure for figure in view().of(commune)}
    told = [fact for group in of(commune, subject).groups for fact in group.facts]
    assert 1 <= len(told) <= 8
    for fact in told:
        if fact.figure:
            figure = known[fact.figure]
            shown = value(figure)
            answers = figure.topic.indicator == "ty_le_dung_han" and fact is told[0]
            unit = "" if answers else fact.unit
            assert " ".join(filter(None, (fact.before, fact.number, unit))) == shown
            assert (fact.unit == "đúng hẹn") is answers
            assert repr(shown)[1:-1] in repr(page), shown
        assert fact.missing or " Nguồn: " in fact.origin
        assert fact.sentence.endswith((".", "…", "(*)"))


def test_the_answer_counts_dossiers() -> None:
    """The newest number leads; the older, rosier one stands beside it, of another period."""
    commune = next(c for c in view().dataset.communes if c.code == "19405")
    first = of(commune, "thu-tuc-hanh-chinh").groups[0]
    assert "Nguồn: Báo cáo tháng 6/2026 (chưa đánh số)" in first.origin
    assert (first.facts[0].number, first.facts[0].unit) == ("98,97%", "đúng hẹn")
    assert "Báo cáo 230-BC/ĐU có số đếm cho 99,89%" in first.facts[0].sentence, (
        "the older document is named, not averaged"
    )
    assert "hai kỳ khác nhau, cần đọc cả hai" in first.facts[0].sentence


def test_a_document_without_number_says_so() -> None:
    """Most of the project's documents have none yet."""
    commune = next(c for c in view().dataset.communes if c.code == "x0001")
    origins = [group.origin for one in boards(view(), commune) if one.tells for group in one.groups]
    assert origins
    assert all("(không ghi số)" in origin for origin in origins)


def test_what_is_missing_is_said_with_who_owes_it() -> None:
    """A commune without teams, support points and learners says so, and never a zero instead."""
    commune = next(c for c in view().dataset.communes if c.code == "01981")
    one = of(commune, "binh-dan-hoc-vu-so")
    assert one.groups[0].facts[0].missing
    notes = {note.title: note.text for note in one.notes}
    assert "hỏi tại trụ sở Ủy ban nhân dân xã" in notes["Điểm hỗ trợ, giờ mở cửa, điện thoại"]
    assert "dichvucong.gov.vn" in notes["Cổng Dịch vụ công quốc gia"]
    assert "Còn trống" not in notes


def test_what_is_left_out_is_said() -> None:
    """A sheet that does not tell all figures of its subject says that the page has more."""
    commune = next(c for c in view().dataset.communes if c.code == "19405")
    one = of(commune, "ha-tang-nhan-luc")
    told = sum(bool(fact.figure) for group in one.groups for fact in group.facts)
    there = [
        f for f in view().of(commune)
        if view().indicator(f.topic.indicator).subject == "ha-tang-nhan-luc"
        and f.has_value and f.kind is not Kind.TARGET
    ]  # fmt: skip
    assert len(there) > told
    assert one.left == "Trang còn số liệu khác về mục này."


def test_without_an_address_the_way_is_told_in_words() -> None:
    """No site address: no code, no address, the page is named."""
    commune = view("").dataset.communes[0]
    one = board(view(""), commune, "ngan-sach")
    text = sheet_text(environment(), one)
    assert one.code is None
    assert "<svg" not in text
    assert f"Xem đủ tại: trang của {commune.name[:1].lower()}{commune.name[1:]}, mục “Ngân sách”" in text


def test_the_operator_is_the_one_of_the_site() -> None:
    """The foot names who runs the site as the site's own foot does."""
    who = build.who_runs_it().name
    assert who in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert who in of(view().dataset.communes[0], "ngan-sach").operator


class _Outline(HTMLParser):
    """Tags with their attributes, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize(("commune", "subject"), EVERY)
def test_a_notice_is_plain_and_whole_html(commune: Commune, subject: str) -> None:
    """Language, one heading of the first rank, ranks in order, a named picture; no style and no script."""
    tags = _Outline(sheet_text(environment(), of(commune, subject))).tags
    ranks = [int(tag[1]) for tag, _ in tags if re.fullmatch(r"h\d", tag)]
    names = [tag for tag, _ in tags]
    assert dict(tags)["html"]["lang"] == "vi"
    assert (ranks[0], ranks.count(1), max(ranks)) in ((1, 1, 2), (1, 1, 1))
    assert names.count("main") == 1
    assert not {"style", "script", "table"} & set(names)
    assert not any("style" in attrs or any(name.startswith("on") for name in attrs) for _, attrs in tags)
    assert dict(tags)["svg"]["aria-label"]


# --- what fits --------------------------------------------------------------------------------

WORDS = st.text("aăâđêôơưxyz ,.", max_size=400)


@given(WORDS, st.floats(20, 190))
def test_lines_hold_all_letters(text: str, width: float) -> None:
    """A text gets at least the lines that its letters fill, and at most one a word more."""
    kind = paper.Type(17, 1.25)
    most = max(1, int(width / (17 * 0.3528 * kind.letter)))
    letters = len(" ".join(text.split()))
    assert letters <= kind.lines(text, width) * (most + 1)


@given(st.lists(st.tuples(st.floats(1, 90), st.sampled_from(["", "a", "b"]), st.floats(1, 20))), st.floats(0, 300))
def test_what_is_kept_fits(pieces: list[tuple[float, str, float]], room: float) -> None:
    """Heights and headings of what is kept stay within the room; the first piece goes first."""
    kept = list(paper.fitting(pieces, room))
    headings: dict[str, float] = {}
    for number in kept:
        headings.setdefault(pieces[number][1], pieces[number][2])
    headings.pop("", None)
    assert sum(pieces[number][0] for number in kept) + sum(headings.values()) <= room + 1e-6
    if pieces and pieces[0][0] + pieces[0][2] <= room:
        assert kept[0] == 0


@given(WORDS, st.integers(10, 200))
def test_a_cut_text_says_that_it_is_cut(text: str, most: int) -> None:
    """No longer than asked, and with its mark where something is gone."""
    cut = paper.shortened(text, most)
    assert len(cut) <= most
    assert cut == text or cut.endswith("…")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("tuyên truyền, hướng dẫn nộp hồ sơ, thanh toán không dùng tiền mặt", "tuyên truyền, hướng dẫn nộp hồ sơ…"),
        ("tuyên truyền, hướng dẫn nộp hồ sơ và thanh toán không dùng tiền mặt",
         "tuyên truyền, hướng dẫn nộp hồ sơ và thanh…"),
        ("tuyên truyền, hướng dẫn nộp hồ sơ, thanh toán", "tuyên truyền, hướng dẫn nộp hồ sơ, thanh toán"),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_a_phrase_ends(text: str, cut: str) -> None:
    """Where one ends late enough; else after a whole word."""
    assert paper.shortened(text, 48) == cut


# --- the command ------------------------------------------------------------------------------


def printed(folder: Path, *options: str, code: str = "19405") -> tuple[int, Path]:
    out = folder / "to.pdf"
    return main(["notice", code, "--out", str(out), "--date", DATE.isoformat(), *options]), out


def test_no_browser_is_said_with_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written, and the officer learns what to install or where to print."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pdf, "_usual_places", lambda: iter(()))
    code, out = printed(tmp_path)
    assert (code, out.exists(), list(tmp_path.iterdir())) == (1, False, [])
    said = capsys.readouterr().err
    assert "chưa có trình duyệt" in said
    assert "Cách sửa: cài Google Chrome" in said


def test_a_failing_browser_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An existing PDF is replaced only by a whole one."""
    (tmp_path / "to.pdf").write_bytes(b"cu")
    monkeypatch.setenv("CHROMIUM", "false")
    code, out = printed(tmp_path)
    assert (code, out.read_bytes(), len(list(tmp_path.iterdir()))) == (1, b"cu", 1)
    assert "không in được" in capsys.readouterr().err


def test_wrong_use_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown code, and a name that is no PDF: exit 2 with words."""
    assert printed(tmp_path, code="00001")[0] == 2
    assert "Không có xã mã 00001" in capsys.readouterr().err
    assert main(["notice", "19405", "--out", str(tmp_path / "to.txt")]) == 2
    assert ".pdf" in capsys.readouterr().err


def test_faulty_data_is_not_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The words of the check, exit 1, no file."""
    data = lay_over("loi-so-sai", tmp_path)
    code, out = printed(tmp_path, "--data", str(data), code="15910")
    assert (code, out.exists()) == (1, False)
    assert "[so-sai]" in capsys.readouterr().out


def test_a_commune_without_figures_has_nothing_to_print(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder just made: told in words; a subject that is named is printed all the same."""
    assert main(["new", "19405", "--data", str(new(tmp_path))]) == 0
    assert printed(tmp_path, "--data", str(tmp_path / "data"))[0] == 2
    assert "chưa có số liệu nào để niêm yết" in capsys.readouterr().err
    empty = view_of(survey(tmp_path / "data"), DATE)
    (one,) = together(empty, empty.dataset.communes[0], ["ngan-sach"]).boards
    assert "Chưa có số liệu không có nghĩa là bằng không." in one.groups[0].facts[0].sentence


def new(folder: Path) -> Path:
    (folder / "data" / "xa").mkdir(parents=True)
    return folder / "data"


# --- on paper ---------------------------------------------------------------------------------

PAPER = pytest.mark.browser


class Leaf(NamedTuple):
    """A printed page: size in points, what a phone reads in its codes, its words."""

    size: tuple[int, int]
    codes: list[str]
    text: str


def leaves(pdf: Path | bytes) -> list[Leaf]:
    """The pages of a PDF; codes are read at the sharpness of a plain photo of it, about 150 dots an inch."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [
            Leaf(
                (round(page.get_width()), round(page.get_height())),
                [found.text for found in zxingcpp.read_barcodes(page.render(scale=150 / 72).to_numpy())],
                " ".join(page.get_textpage().get_text_bounded().split()),
            )
            for page in document
        ]


def on_paper(sheet: Boards, style: str, out: Path) -> list[Leaf]:
    """Notices printed in one style."""
    pdf.print_pdf({"index.html": sheet_text(environment(), sheet), "giay.css": style}, out)
    return leaves(out)


@pytest.mark.parametrize("commune", view().dataset.communes, ids=lambda c: c.code)
class TestPrinted:
    """`portal notice` of each real commune."""

    pytestmark = PAPER

    def test_a_page_a_subject_with_its_code(self, tmp_path: Path, commune: Commune) -> None:
        """A4 pages, as many as notices; each code leads to its subject's page; its numbers are printed."""
        code, out = printed(tmp_path, "--site-url", SITE, code=commune.code)
        assert (code, [path.name for path in tmp_path.iterdir()]) == (0, ["to.pdf"])
        expected = [one for one in boards(view(), commune) if one.tells]
        there = leaves(out)
        assert len(there) == len(expected)
        for leaf, one in zip(there, expected, strict=True):
            assert leaf.size == A4
            assert leaf.codes == [f"{SITE}{one.path.removesuffix(NOTICE)}"]
            assert one.question in leaf.text
            assert one.printed_from in leaf.text.replace(" ", "")
            for fact in (fact for group in one.groups for fact in group.facts):
                assert fact.number in leaf.text

    def test_a_page_is_one_page_in_wide_letters(self, tmp_path: Path, commune: Commune) -> None:
        """A machine without the letters we ask for takes wider ones: still no second page."""
        sheet = together(view(), commune)
        style = (ROOT / "site_src/assets/giay.css").read_text(encoding="utf-8")
        wide = style.replace('"Noto Sans", Roboto', '"DejaVu Sans", Verdana, Roboto')
        assert wide != style
        assert len(on_paper(sheet, wide, tmp_path / "to.pdf")) == len(sheet.boards)


class TestSample:
    """Made-up communes of the whole country, without an address."""

    pytestmark = PAPER

    def test_every_notice_is_one_page(self, tmp_path: Path) -> None:
        """All subjects, those without figures too."""
        write_sample(tmp_path / "mau", 3, 4, 1)
        made = view_of(survey(tmp_path / "mau"), DATE)
        style = (ROOT / "site_src/assets/giay.css").read_text(encoding="utf-8")
        every = tuple(one for commune in made.dataset.communes for one in boards(made, commune))
        there = on_paper(Boards("", "", "", "", every), style, tmp_path / "to.pdf")
        assert [leaf.codes for leaf in there] == [[]] * len(every)
        assert all(one.question in leaf.text for leaf, one in zip(there, every, strict=True))


class TestSite:
    """The page of the site, printed by a reader."""

    pytestmark = PAPER

    def test_a_reader_prints_one_page_with_its_code(self, sites: Sites, windows: Windows) -> None:
        """From the subject's page to its notice, and from the printed notice back."""
        where = "quang-tri/vinh-thuy-19405/thu-tuc-hanh-chinh/"
        with windows.opened((sites("real, on disk") / where / "index.html").as_uri()) as (page, _):
            page.get_by_role("link", name="In tờ niêm yết (A4)").click()
            page.wait_for_url("**/niem-yet/index.html")
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            (leaf,) = leaves(page.pdf(prefer_css_page_size=True))
            page.emulate_media(media="print")
            sizes = page.evaluate(
                """() => [...document.querySelectorAll('main p, main h1, main h2, main strong, main span')]
                     .map(e => [e.closest('footer') ? 'foot' : e.closest('.so') && e.localName === 'strong' ? 'number'
                       : 'body', Math.round(parseFloat(getComputedStyle(e).fontSize) * 72 / 96)])"""
            )
        assert (leaf.size, leaf.codes) == (A4, [f"{ADDRESS}{where}"])
        smallest = {kind: min(size for own, size in sizes if own == kind) for kind, _ in sizes}
        assert smallest == {"body": 16, "number": 30, "foot": 14}
