"""What a chat app shows of a page that is shared: the tags of pages, the picture, its letters."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
import vl_convert
from composing import country, documents, each
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, ImageChops
from sites import ADDRESS, Sites
from support import CASES, ROOT, TESTS

from generator.charts import card as drawing
from generator.charts import letters
from generator.charts.card import HEIGHT, WIDTH, Card, to_png, to_svg
from generator.charts.png import packed
from generator.commune.survey import survey
from generator.country import site_card
from generator.model.catalogue import Catalogue
from generator.model.commune import AdminUnit
from generator.pages import cards
from generator.pieces import blocks
from generator.pieces.addresses import EMBEDS
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.publishing.pictures import beside_pixels
from generator.publishing.render import environment

pytestmark = pytest.mark.slow

CASE = CASES / "mot-xa"
COMMUNE = "thanh-hoa/hoang-son-15910/"
EDGE = 64
VINH_THUY = Card(
    "Xã Vĩnh Thủy", "Tỉnh Quảng Trị", "Hồ sơ của tôi có đúng hẹn không?", "99,89%", "từ 01/01/2026 đến 18/05/2026",
    "Trong 2.822 hồ sơ đã giải quyết, 2.819 hồ sơ đúng hẹn, 3 hồ sơ trễ.", "Tính từ Báo cáo 230-BC/ĐU",
    "Số liệu công khai của xã",
)  # fmt: skip
ALPHABET = sorted(
    {
        unicodedata.normalize("NFC", vowel + tone)
        for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
        for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    }
    | set("đĐ")
)


@cache
def real_view(site_url: str = ADDRESS) -> View:
    return view_of(survey(ROOT / "data"), dt.date(2026, 7, 1), site_url)


@cache
def catalogue() -> Catalogue:
    return real_view().dataset.catalogue


# --- letters ----------------------------------------------------------------------------------


def picture(png: bytes) -> Image.Image:
    """The pixels of a card in red, green, blue."""
    return Image.open(BytesIO(png)).convert("RGB")


def written(text: str, size: int, bold: bool, left: int = 100) -> Image.Image:
    """A card's worth of white with one text on it, as drawn by the fonts of cards."""
    svg = to_svg(Card("", "", "", "", "", "", "", "")).split("<rect", 1)[0]
    weight = 700 if bold else 400
    text_mark = f'<text x="{left}" y="300" font-size="{size}" font-weight="{weight}">{text}</text>'
    drawing.name(VINH_THUY)  # the fonts are known from the first use on
    whole = vl_convert.svg_to_png(f'{svg}<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>{text_mark}</svg>')
    return picture(packed(whole))


def test_there_are_134_letters() -> None:
    """12 vowels in 6 tones, small and large, and đ: what Vietnamese has beside plain ASCII and its consonants."""
    assert len(ALPHABET) == 12 * 6 * 2 + 2
    assert len([letter for letter in ALPHABET if not letter.isascii()]) == 134


@pytest.mark.parametrize("bold", [False, True])
def test_every_letter_has_a_shape_of_its_own(bold: bool) -> None:
    """No two letters look the same, as boxes for missing ones would, and none is empty."""
    assert set(ALPHABET) <= set(letters.advances(bold))
    columns, shapes = 12, {}
    for start in range(0, len(ALPHABET), columns):
        part = ALPHABET[start : start + columns]
        spans = "".join(f'<tspan x="{40 + 90 * place}">{letter}</tspan>' for place, letter in enumerate(part))
        row = written(spans, 60, bold, 0).convert("L")
        for place, letter in enumerate(part):
            shape = row.crop((30 + 90 * place, 0, 120 + 90 * place, HEIGHT))
            assert min(shape.tobytes()) < 60, letter
            shapes[shape.tobytes()] = letter
    assert len(shapes) == len(ALPHABET)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["Phường Văn Miếu - Quốc Tử Giám", "1.316.000.000", "AVATAR Tỷ Vỹ", "“…” ≥ 07/10 %"])
def test_a_text_is_as_wide_as_measured(text: str, bold: bool) -> None:
    """What is measured is what is drawn, but for the thin air at both ends."""
    inked = written(f"|{text}|", 40, bold).convert("L").point(lambda shade: 255 * (shade < 128)).getbbox()
    assert inked
    bar = letters.width("|", 40, bold)
    assert inked[2] - 1 - inked[0] == pytest.approx(letters.width(text, 40, bold) + bar, abs=bar / 2)


def test_a_card_does_not_depend_on_the_machine(tmp_path: Path) -> None:
    """A machine without a single font draws the same bytes."""
    fonts = f"<fontconfig><dir>{tmp_path / 'none'}</dir></fontconfig>"
    (tmp_path / "none").mkdir()
    (tmp_path / "fonts.conf").write_text(fonts, encoding="utf-8")
    program = "import sys; from test_cards import VINH_THUY, to_png; sys.stdout.buffer.write(to_png(VINH_THUY))"
    path = ":".join(map(str, (ROOT, TESTS / "shared", TESTS / "charts")))
    bare = os.environ | {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "PYTHONPATH": path}
    command = [sys.executable, "-c", program]
    drawn = subprocess.run(command, env=bare, capture_output=True, check=True).stdout
    assert drawn == to_png(VINH_THUY)


# --- the picture ------------------------------------------------------------------------------


def texts(card: Card) -> list[tuple[float, float, float, str]]:
    """Left, right, baseline, words of each text of a card."""
    svg = ElementTree.fromstring(to_svg(card))  # noqa: S314 (ours)
    return [
        (
            left := float(mark.attrib["x"]),
            left + letters.width(str(mark.text), float(mark.attrib["font-size"]), "font-weight" in mark.attrib),
            float(mark.attrib["y"]),
            str(mark.text),
        )
        for mark in svg
        if mark.tag.endswith("text")
    ]


WORDS = st.one_of(
    st.text(st.sampled_from([*ALPHABET, *"0123456789 .,%/&<>“”\u00a0"]), max_size=200),
    st.text(max_size=80),
    st.sampled_from(["", "W" * 400, "x y " * 90, "Chưa có số liệu", "1.234.567.890.123 đồng", "漢字 \u202e\x00 😀"]),
)


@given(st.builds(Card, *[WORDS] * 8, st.booleans()))
@example(Card("Ặ" * 300, "Ặ" * 300, "Ặ" * 300, "Ặ" * 300, "Ặ" * 300, "Ặ" * 300, "Ặ" * 300, "Ặ" * 300))
@example(Card("", "", "", "ÿ" * 40, "ÿ", "ÿ", "", ""))
def test_nothing_overflows(card: Card) -> None:
    """Whatever the words: each text stands between the edges, no two on a line touch, all above the picture's end."""
    placed = texts(card)
    for left, right, baseline, words in placed:
        assert left >= EDGE - 0.1, words
        assert right <= WIDTH - EDGE + 0.1, words
        assert 0 < baseline < HEIGHT - 20
    for one, two in ((a, b) for a in placed for b in placed if a < b and a[2] == b[2]):
        assert one[1] <= two[0]


def test_every_commune_has_its_whole_name() -> None:
    """The names of all communes and provinces of the official list stand uncut."""
    units: dict[str, AdminUnit] = dict(catalogue().units)
    assert len(units) > 3300
    for unit in units.values():
        said = [words for *_, words in texts(replace(VINH_THUY, place=unit.name, within=unit.name))]
        assert said[:2] == [unit.name, unit.name]


@pytest.mark.parametrize(
    ("number", "beside"), [("99,89%", True), ("07/10", True), ("20 tổ", True), ("275,4 triệu đồng", False)]
)
def test_a_number_has_its_date(number: str, beside: bool) -> None:
    """Beside it, or in front of the sentence where there is no room."""
    placed = texts(replace(VINH_THUY, number=number, date="tính đến 18/05/2026"))
    base = next(baseline for *_, baseline, words in placed if words == number)
    (dated,) = [(baseline, words) for *_, baseline, words in placed if "18/05/2026" in words]
    assert (dated[0] == base) is beside
    assert beside or dated[1].startswith("Tính đến 18/05/2026. Trong")


def test_a_long_sentence_is_cut_where_one_ends() -> None:
    """Whole sentences as far as they go; one that alone is too long ends in '…'."""
    short, long = "Xã có 20 Tổ công nghệ số cộng đồng ở các thôn trong xã.", "Cần giúp, hãy hỏi trưởng thôn. " * 9
    lines = [words for *_, baseline, words in texts(replace(VINH_THUY, sentence=short + " " + long)) if baseline > 440]
    assert lines[2].endswith("hỏi trưởng thôn.")
    lines = [words for *_, baseline, words in texts(replace(VINH_THUY, sentence="rất dài " * 99)) if baseline > 440]
    assert lines[2].endswith("…")


def test_a_card_is_small_and_bare() -> None:
    """1200 x 630, well under 300 KB, nothing hidden in it; white, teal and blue are what they were."""
    full = replace(VINH_THUY, sentence="Văn bản không chia ra từng khoản mục. " * 9, number="1.316.000.000")
    for card in (VINH_THUY, full):
        png = to_png(card)
        assert len(png) < 60_000
        assert beside_pixels(png) == []
        shown = picture(png)
        assert shown.size == (1200, 630)
        assert shown.getpixel((10, 10)) == (0x0B, 0x55, 0x63)
        assert shown.getpixel((10, 620)) == (255, 255, 255)
        apart = ImageChops.difference(shown, picture(vl_convert.svg_to_png(to_svg(card))))
        assert max(apart.tobytes()) < 8


def test_a_new_figure_is_a_new_picture() -> None:
    """The name follows from the content alone: any other word is another name, the same words the same bytes."""
    others = [
        replace(VINH_THUY, number="99,9%"), replace(VINH_THUY, date="2026"), replace(VINH_THUY, sentence="Khác."),
        replace(VINH_THUY, place="Xã Vĩnh Thuỷ"), replace(VINH_THUY, missing=True),
    ]  # fmt: skip
    names = {drawing.name(card) for card in (VINH_THUY, *others)}
    assert len(names) == 1 + len(others)
    assert drawing.name(replace(VINH_THUY)) in names
    assert to_png(VINH_THUY) == to_png(VINH_THUY)
    assert all(re.fullmatch(r"[a-p]{10}\.png", name) for name in names)


def test_processes_draw_the_same(tmp_path: Path) -> None:
    """Several processes at once give what one gives."""
    wanted = [replace(VINH_THUY, number=f"{number} tổ") for number in range(21)]
    assert drawing.draw(wanted, tmp_path / "a", 2) == drawing.draw(wanted, tmp_path / "b")


# --- which card, and what it says -------------------------------------------------------------


def cards_of(view: View) -> dict[str, Card]:
    """Every card of a site by its address."""
    with tempfile.TemporaryDirectory() as work:
        made = site_card.site_card(country(view, Path(work))[0])
    for one in each(view):
        made |= cards.cards(one, *one.dataset.communes)
    return made


def test_cards_say_what_pages_say() -> None:
    """A commune's card is its first answer; what it has no number for, it says so; a source is named."""
    made = cards_of(real_view())
    vinh_thuy = made["quang-tri/vinh-thuy-19405/"]
    assert (vinh_thuy.place, vinh_thuy.within, vinh_thuy.number) == ("Xã Vĩnh Thủy", "Tỉnh Quảng Trị", "98,97%")
    assert vinh_thuy.date == "từ 01/01/2026 đến\u00a010/06/2026"
    assert vinh_thuy.source == "Theo Báo cáo tháng 6/2026 (chưa đánh số)"
    assert made["quang-tri/vinh-thuy-19405/ngan-sach/"].number == "275,4 triệu đồng"
    vinh_thong = made["thai-nguyen/vinh-thong-01981/"]
    assert (vinh_thong.number, vinh_thong.missing, vinh_thong.source) == ("Chưa có số liệu", True, "")
    assert "Chưa có số liệu." in vinh_thong.alt
    assert made[""].number == "3 xã"


def test_a_page_shows_the_nearest_card() -> None:
    """A subject's own where it has one, else the commune's; every other page the site's."""
    view = real_view()
    made = cards_of(view)
    home = "quang-tri/vinh-thuy-19405/"
    for path, address in {
        f"{home}ngan-sach/": f"{home}ngan-sach/", f"{home}nguon-so-lieu/230-bc-du/": home,
        f"{home}thu-tuc-hanh-chinh/": home, home: home, "quang-tri/": "", "": "", "chi-tieu/may_in/": "",
    }.items():  # fmt: skip
        shown = cards.preview(view.site_url, made if path.startswith(home) else {"": made[""]}, path)
        assert shown
        assert shown.picture == f"{ADDRESS}{cards.picture_file(address, made[address])}"
        assert shown.address == ADDRESS + path


def test_a_commune_without_data_says_so(tmp_path: Path) -> None:
    """No number, no source, no claim about documents that nobody has read."""
    data = tmp_path / "data"
    shutil.copytree(CASE, data, ignore=shutil.ignore_patterns("*.csv", "mong-doi*"))
    view = view_of(survey(data), dt.date(2026, 7, 1), ADDRESS)
    (card,) = (card for address, card in cards_of(view).items() if address)
    assert (card.number, card.date, card.source, card.missing) == ("Chưa có số liệu", "", "", True)
    assert card.sentence.startswith("Chưa có văn bản nào")


def test_without_an_address_nothing_is_drawn() -> None:
    """Chat apps want whole addresses, so without one there is no card."""
    assert cards_of(real_view("")) == {}


# --- the site ---------------------------------------------------------------------------------

TAG = re.compile(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)">')


def tags(html: str) -> dict[str, str]:
    found = TAG.findall(html)
    assert len(dict(found)) == len(found), "a tag twice"
    return {name: unescape(content) for name, content in found}


def test_every_page_can_be_shared(sites: Sites) -> None:
    """Each page, written by hand or not, names itself, its place and a picture that is there."""
    out = sites("made-up, public")
    used = set()
    for path in sorted(out.rglob("index.html")):
        html, name = path.read_text(encoding="utf-8"), path.parent.relative_to(out).as_posix()
        found, address = tags(html), ADDRESS if name == "." else f"{ADDRESS}{name}/"
        if f"/{EMBEDS}" in f"/{name}/":  # it stands within another page, which is shared
            lasting = re.search(rf'<link rel="canonical" href="{ADDRESS}([^"]*)">', html)
            assert lasting
            assert (out / lasting[1] / "index.html").is_file()
            continue
        assert f'<link rel="canonical" href="{address}">' in html
        assert found["og:url"] == address
        assert found["og:title"]
        assert found["og:description"]
        assert found["og:image:alt"]
        assert (found["og:locale"], found["twitter:card"]) == ("vi_VN", "summary_large_image")
        assert found["og:image"].startswith(ADDRESS)
        png = out / found["og:image"].removeprefix(ADDRESS)
        size = tuple(str(side) for side in struct.unpack(">II", png.read_bytes()[16:24]))
        assert (found["og:image:width"], found["og:image:height"]) == size == ("1200", "630")
        used.add(png)
    assert used == {path for path in out.rglob("*.png") if path.parent.name == "the"}
    shared = tags((out / COMMUNE / "ngan-sach" / "index.html").read_text(encoding="utf-8"))
    assert shared["og:title"] == "Ngân sách – Xã Hoằng Sơn, tỉnh Thanh Hóa"
    assert shared["og:image:alt"].startswith("Xã Hoằng Sơn, Tỉnh Thanh Hóa. Tiền dùng vào việc gì?")


def test_without_an_address_pages_promise_no_picture(sites: Sites) -> None:
    """Titles and words stand always, absolute addresses never."""
    out = sites("made-up")
    assert not [path for path in out.rglob("*.png") if path.parent.name == "the"]
    for path in out.rglob("index.html"):
        found = tags(path.read_text(encoding="utf-8"))
        words = {"og:type", "og:locale", "og:title", "og:description"}
        assert words <= set(found) <= words | {"og:site_name"}


def test_a_figure_that_changed_changes_its_own_pictures(tmp_path: Path) -> None:
    """Another count gives the commune's card another name; its other cards and the site's stay."""
    data = tmp_path / "data"
    shutil.copytree(CASE, data, ignore=shutil.ignore_patterns("mong-doi*"))

    def made() -> dict[str, bytes]:
        files = documents(view_of(survey(data), dt.date(2026, 7, 1), ADDRESS), tmp_path / "charts", 1)
        return {name: text for name, text in files.items() if "the/" in name and isinstance(text, bytes)}

    before = made()
    assert made() == before
    table = data / "xa" / "15910-hoang-son" / "tthc.csv"
    rows = table.read_text(encoding="utf-8")
    table.write_text("\n".join(rows.splitlines()[:1]) + "\n", encoding="utf-8")
    gone = set(before) - set(made())
    assert {Path(name).parent.as_posix() for name in gone} == {f"{COMMUNE}the"}


def test_a_light_page_can_be_shared() -> None:
    """A page without the site's frame carries the same tags."""
    preview = blocks.Preview(f"{ADDRESS}a/", f"{ADDRESS}the/1.png", "Lời & số")
    render: Callable[..., str] = environment().get_template("light.html.j2").render
    sheet = blocks.Sheet("a/", 'Bản tin "loa"', "Mô tả", "../assets/", preview=preview)
    found = tags(render(sheet=sheet).replace("&#34;", "&quot;"))
    assert (found["og:title"], found["og:image"], found["og:image:alt"]) == (
        'Bản tin "loa"', f"{ADDRESS}the/1.png", "Lời & số",
    )  # fmt: skip
    without = tags(render(sheet=replace(sheet, preview=None)))
    assert set(without) == {"og:type", "og:locale", "og:title", "og:description"}
