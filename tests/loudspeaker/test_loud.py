"""The text for the loudspeaker: as long as it may be, without digits, and the same facts as the pages."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
import zlib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import said
from composing import commune_pages
from support import CASES, ROOT

from generator.commune.survey import survey
from generator.language import spoken
from generator.language.vietnamese import own_name
from generator.loudspeaker.texts import Loud, Reading, fit, loud, seconds
from generator.model.commune import Commune
from generator.officer.sample import write_sample
from generator.pages.commune_page import overview
from generator.pieces.blocks import Block, Grid, Page
from generator.pieces.loudspeaker_words import DETAIL, EXTRA, FACT, MUST, NEEDED, Spoken
from generator.pieces.row_blocks import Cell, Periods, Rows
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.publishing.render import environment, sheet_text

pytestmark = pytest.mark.slow

DATE = dt.date(2026, 7, 1)
SHORTEST, LONGEST = 60, 90


class Told(NamedTuple):
    """A text with the commune and the view that it tells of."""

    view: View
    commune: Commune
    sheet: Loud
    reading: Reading


def readings(view: View) -> list[Told]:
    """All texts of all communes."""
    sheets = [(commune, sheet) for commune in view.dataset.communes for sheet in loud(view, commune)]
    return [Told(view, commune, sheet, one) for commune, sheet in sheets for one in (sheet.newest, *sheet.earlier)]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> View:
    """Made-up data of twenty-five communes with three months each."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    write_sample(folder, 25, 3, 7)
    return view_of(survey(folder), DATE)


@cache
def real() -> View:
    return view_of(survey(ROOT / "data"), DATE)


@cache
def made_up() -> View:
    return view_of(survey(CASES / "mot-xa"), DATE)


@pytest.fixture(scope="module")
def told(sample: View) -> list[Told]:
    """Texts of the real communes, of the made-up one with everything, of the sample."""
    return [one for view in (real(), made_up(), sample) for one in readings(view)]


def test_every_period_has_its_text(sample: View) -> None:
    """Each month with a report has a text, each quarter and year so far too: the newest first, each at its address."""
    for commune in sample.dataset.communes:
        (sheet,) = loud(sample, commune)
        titles = [reading.title for reading in (sheet.newest, *sheet.earlier)]
        months = [title.split(" (")[0] for title in titles if title.startswith("Tháng")]
        assert months == [f"Tháng {n}/2026" for n in (10, 9, 8)]
        assert len({reading.id for reading in (sheet.newest, *sheet.earlier)}) == len(titles)
        assert sheet.newest.id.endswith("-2026-10-31")


def test_a_text_takes_as_long_as_it_may(told: list[Told]) -> None:
    """Sixty to ninety seconds at the announcer's speed, by our own count of syllables; the page says how long."""
    for one in told:
        took = len(" ".join(one.reading.paragraphs).split()) * 60 / spoken.SYLLABLES_A_MINUTE
        assert SHORTEST <= took <= LONGEST, one.reading
        assert one.reading.length == f"Đọc trong khoảng {took:.0f} giây"


def test_a_text_can_be_read_out(told: list[Told]) -> None:
    """No digit, sign, bracket, slash; no word in capitals; sentences of no more than forty syllables."""
    for one in told:
        for paragraph in one.reading.paragraphs:
            assert not re.search(r"[0-9%/()\[\]{}“”;+=&–—]|\b[A-ZĐ]{2}", paragraph), paragraph
            assert all(len(sentence.split()) <= 40 for sentence in paragraph.split(". ")), paragraph


# --- the same facts ---------------------------------------------------------------------------


def cells(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """Anchors of lines and cells with the words that stand there."""
    for block in blocks:
        if isinstance(block, Rows):
            for row in block.rows:
                for line in row.figures:
                    yield from (
                        (id, " ".join((line.value, line.mark, row.aside, *line.notes)))
                        for id in (line.anchor, *line.also)
                    )
        elif isinstance(block, Periods):
            for line in block.figures:
                yield from ((id, " ".join((line.value, line.mark, *line.notes))) for id in (line.anchor, *line.also))
        elif isinstance(block, Grid):
            for cell in (cell for row in block.rows for cell in row if cell.anchor):
                yield cell.anchor, cell.text


def shown(view: View) -> dict[str, str]:
    """What stands at each address of the generated pages: a figure's line, a section, a whole page."""
    found = {}
    for page in commune_pages(view):
        found[page.path] = str(page)
        parts = (page.opening, *(part for section in page.sections for part in (section.blocks, section.folded)))
        found |= {f"{page.path}#{anchor}": words for part in parts for anchor, words in cells(part)}
        found |= {f"{page.path}#{section.id}": str(section) for section in page.sections}
    return found


def numbers(text: str) -> set[str]:
    """The numbers of a text as they are written."""
    return {number.strip(".,") for number in re.findall(r"\d[\d.,]*", text)}


def test_each_number_stands_on_its_page(told: list[Told]) -> None:
    """Each number leads to a line that shows the same digits; one without a line stands on the commune's first page."""
    by_view = {id(view): shown(view) for view in {id(one.view): one.view for one in told}.values()}
    for one in told:
        pages_of, first = by_view[id(one.view)], one.commune.address
        for _, written, period, _ in one.reading.numbers.rows:
            place = first
            if written.link:
                path, _, anchor = written.link.href.partition("#")
                place = f"{posixpath.normpath(posixpath.join(one.sheet.path, path))}/#{anchor}"
            there = numbers(pages_of[place]) | (numbers(pages_of[first]) if written.link else set())
            own = numbers(one.reading.title) | numbers(period.text) | numbers(one.sheet.description)
            named = dates_of(one) | documents_of(one) if not written.link else set()
            assert numbers(written.text) <= there | own | named, (written, place)


def documents_of(one: Told) -> set[str]:
    """The numbers of the commune's documents, which their list tells."""
    return numbers(" ".join(row["so_hieu"] for row in one.view.records(one.commune, "nguon")))


def dates_of(one: Told) -> set[str]:
    """Days and months of the commune's documents and periods, as written."""
    days = {day for figure in one.view.of(one.commune) for day in (figure.period.start, figure.period.end)}
    known = {row["ngay_biet"] for row in one.view.records(one.commune, "nguon")}
    made = {day for day in days if day} | {dt.date.fromisoformat(day) for day in known if day}
    return {text for day in made for text in (f"{day:%d}", f"{day:%m}", f"{day:%Y}", str(day.month))}


def written_down(words: str) -> set[str]:
    """The numbers of a phrase, heard by the independent reader and written as the site writes them."""
    units = r" (hồ sơ|phần trăm|đồng|chỉ tiêu|người|tổ|việc)$"
    bare = re.sub(r"^(số|khoảng|trên|dưới|từ|không quá) ", "", re.sub(units, "", words))
    heard = said.value(bare)
    return {f"{heard:,f}".translate(str.maketrans(",.", ".,"))}


def value_of(words: str, written: str) -> bool:
    """Whether words and digits are the same number, day or amount of money."""
    heard = written_down(words)
    if "đồng" in words and (scale := re.search(r"triệu|tỷ", written)):
        number = written.split(" ", maxsplit=1)[0].replace(".", "").replace(",", ".")
        amount = Decimal(number) * (10**6 if scale[0] == "triệu" else 10**9)
        return heard == {f"{amount:,.0f}".replace(",", ".")}
    digits = numbers(written)
    return bool(heard & digits) or {number.rstrip("0").rstrip(",") for number in digits if "," in number} >= heard


def test_words_and_digits_are_one_number(told: list[Told]) -> None:
    """What is said and what is written beside it agree, for every number, day and month of every text."""
    for one in told:
        for heard, written, _, _ in one.reading.numbers.rows:
            words = heard.text.replace("ngày ký văn bản, ", "")
            if days := re.findall(r"ngày (?:mồng )?(.+?)(?= tháng| đến)", words):
                dates = [tuple(map(int, date)) for date in re.findall(r"(\d{2})/(\d{2})/(\d{4})", written.text)]
                assert [said.whole(day.split()) for day in days] == [date[0] for date in dates], heard
                last = said.date(f"ngày {words.rpartition('ngày ')[2]}")
                assert last == dates[-1][: len(last)], heard
            elif words.startswith("tháng"):
                assert said.date(f"ngày một {words}")[1] == int(re.findall(r"\d+", written.text)[0])
            elif not re.match(r"(từ )?năm|trong |[A-ZĐ]|hỗ trợ", words):
                assert value_of(words, written.text), (words, written.text)


def test_no_number_is_said_that_is_not_listed(told: list[Told]) -> None:
    """Without the listed numbers and proper names, no number word is left in a text."""
    for one in told:
        text = " ".join(one.reading.paragraphs)
        names = [own_name(one.commune.name), *(row["co_quan"] for row in one.view.records(one.commune, "nguon"))]
        listed = sorted((row[0].text for row in one.reading.numbers.rows), key=len, reverse=True)
        for words in (*listed, *map(own_name, names), *(own_name(c.name) for c in one.view.dataset.communes)):
            text = text.replace(words, "").replace(f"{words[:1].upper()}{words[1:]}", "")
        text = text.replace("tỷ lệ", "")
        assert said.NUMBER_WORDS & set(re.findall(r"\w+", text)) == set(), text


# --- what is told -----------------------------------------------------------------------------


def newest(view: View, code: str) -> str:
    """The newest text of a commune."""
    commune = next(commune for commune in view.dataset.communes if commune.code == code)
    (sheet,) = loud(view, commune)
    return " ".join(sheet.newest.paragraphs)


def test_the_text_of_a_real_commune() -> None:
    """Period, document, dossiers, help, money, blanks, and where to look: the facts of the commune's first page."""
    text = newest(real(), "19405")
    for words in (
        "Kính thưa bà con xã Vĩnh Thủy, tỉnh Quảng Trị.",
        "từ ngày mồng một tháng một đến ngày ký văn bản, ngày mười tám tháng năm năm hai nghìn không trăm hai mươi sáu",
        "báo cáo số hai trăm ba mươi của Đảng ủy xã Vĩnh Thủy",
        "Xã đã giải quyết hai nghìn tám trăm hai mươi hai hồ sơ.",
        "Trễ hẹn có ba hồ sơ.",
        "Mới nhất, báo cáo tháng sáu của Ủy ban nhân dân xã Vĩnh Thủy ghi tỷ lệ đúng hẹn là chín mươi tám phẩy",
        "số đúng hẹn, trễ hẹn khác với tỷ lệ vừa đọc",
        "Nộp qua mạng có hai nghìn tám trăm ba mươi mốt hồ sơ.",
        "Xã có hai mươi tổ công nghệ số cộng đồng, văn bản không ghi đến ngày nào.",
        "Chưa có địa chỉ, giờ mở cửa và số điện thoại của điểm hỗ trợ.",
        "hai trăm bảy mươi lăm triệu bốn trăm nghìn đồng",
        "Đã chi bao nhiêu, chưa có số liệu.",
    ):
        assert words in text


def test_what_is_missing_is_not_zero() -> None:
    """A commune that names no dossier on time or late says so; it has a document without number."""
    text = newest(real(), "01981")
    assert "báo cáo tháng năm của Ủy ban nhân dân xã Vĩnh Thông, chưa đánh số." in text
    assert "Chưa có số hồ sơ đúng hẹn, trễ hẹn. Bà con có thể hỏi tại trụ sở Ủy ban nhân dân xã." in text
    assert "Không hồ sơ nào trễ hẹn" not in text


def test_a_commune_that_nobody_knows_says_so() -> None:
    """No province is named for a commune without a confirmed code."""
    text = newest(real(), "x0001")
    assert "Chưa ai xác nhận đây là xã nào trong danh mục chính thức." in text
    assert "tỉnh" not in text


def test_help_is_told_with_its_place() -> None:
    """A support point's name, place and number in words."""
    text = newest(made_up(), "15910")
    assert "Điểm hỗ trợ: Bộ phận Một cửa. Địa chỉ: Trụ sở Ủy ban nhân dân xã." in text
    assert "Nhà văn hóa thôn ba" in text


BARE = "nguon,so_hieu,ngay,ngay_in,co_quan,ten,tinh_trang,ngay_biet,doc_o_dau\n"


def bare(folder: Path, rows: str) -> View:
    """A commune of which there is nothing but `rows` of documents."""
    place = folder / "data" / "xa" / "19405-vinh-thuy"
    place.mkdir(parents=True)
    (place / "xa.yml").write_text('ma: "19405"\nten: "Xã Vĩnh Thủy"\nslug: vinh-thuy\n', encoding="utf-8")
    (place / "nguon.csv").write_text(BARE + rows, encoding="utf-8")
    return view_of(survey(folder / "data"), DATE)


def test_without_a_number_nothing_is_read_out(tmp_path: Path) -> None:
    """A commune with a document and no figure has no text, and its first page leads to none."""
    row = "bc,12/BC-UBND,2026-06-30,30/6/2026,UBND xã Vĩnh Thủy,Báo cáo quý II,co_so,2026-06-30,Hỏi UBND xã Vĩnh Thủy\n"
    view = bare(tmp_path, row)
    assert not list(readings(view))
    assert "loa/" not in str(overview(view, view.dataset.communes[0]))


def test_a_total_is_told_by_its_own_document() -> None:
    """The cumulative numbers of a report are read out with that report, not with the newest plan of the commune."""
    (sheet,) = loud(real(), next(one for one in real().dataset.communes if one.code == "19405"))
    (total,) = [one for one in sheet.earlier if one.id.startswith("ky-luy-ke")]
    text = " ".join(total.paragraphs)
    assert "báo cáo số hai trăm ba mươi" in text
    assert "Nộp qua mạng có bốn nghìn bảy trăm linh chín hồ sơ." in text
    assert "Chưa có số hồ sơ nộp qua mạng" not in text


def test_a_period_without_a_number_of_dossiers_has_no_text(tmp_path: Path) -> None:
    """A row of blanks is no occasion."""
    row = "bc,12/BC-UBND,2026-06-30,30/6/2026,UBND xã Vĩnh Thủy,Báo cáo quý II,co_so,2026-06-30,Hỏi UBND xã Vĩnh Thủy\n"
    bare(tmp_path, row)
    (tmp_path / "data" / "xa" / "19405-vinh-thuy" / "tthc.csv").write_text(
        "ky,loai_ky,tu_ngay,den_ngay,tiep_nhan,nguon,vi_tri\nTháng 5/2026,trong_ky,2026-05-01,2026-05-31,12,bc,x\n"
        "Tháng 6/2026,trong_ky,2026-06-01,2026-06-30,chưa có số liệu,bc,x\n",
        encoding="utf-8",
    )
    assert [one.reading.title for one in readings(view_of(survey(tmp_path / "data"), DATE))] == [
        "Tháng 5/2026 (đến 31/05/2026)"
    ]


def test_the_longest_numbers_keep_to_the_time(tmp_path: Path) -> None:
    """Where every number is as long as can be, what matters less is left out; the dossiers stay."""
    row = "bc,12777/BC-UBND,2026-07-30,30/7/2026,Ban Chỉ đạo chuyển đổi số xã Vĩnh Thủy,Báo cáo,co_so,2026-07-30,x\n"
    place = tmp_path / "data" / "xa" / "19405-vinh-thuy"
    bare(tmp_path, row)
    (place / "tthc.csv").write_text(
        "ky,loai_ky,tu_ngay,den_ngay,tiep_nhan,truc_tuyen,gom_ky_truoc,da_giai_quyet,dung_va_truoc_han,qua_han,nguon,vi_tri\n"
        "kỳ,trong_ky,2025-11-25,2026-06-25,999.777,777.777,co,888.777,777.666,111.111,bc,x\n",
        encoding="utf-8",
    )
    (place / "to-cong-nghe-so.csv").write_text(
        "ky,loai_ky,den_ngay,so_to,thanh_vien,nguon,vi_tri\nkỳ,thoi_diem,2026-07-27,777,7777,bc,x\n", encoding="utf-8"
    )
    (place / "ngan-sach.csv").write_text(
        "ky,tu_ngay,den_ngay,ma_dong,noi_dung,giai_doan,so_tien,nguon,vi_tri\n"
        "kỳ,2025-01-01,2028-12-31,t,Tổng,duoc_phan_bo,777.777.777.777 đồng,bc,x\n",
        encoding="utf-8",
    )
    (one,) = readings(view_of(survey(tmp_path / "data"), DATE))
    text = " ".join(one.reading.paragraphs)
    assert SHORTEST <= len(text.split()) * 60 / spoken.SYLLABLES_A_MINUTE <= LONGEST
    assert "Trễ hẹn có một trăm mười một nghìn một trăm mười một hồ sơ." in text
    assert "bảy trăm bảy mươi bảy tỷ" not in text or "Đã chi bao nhiêu, chưa có số liệu." in text


def test_nothing_is_not_announced(tmp_path: Path) -> None:
    """A commune that has told nothing at all has no text."""
    assert readings(bare(tmp_path, "")) == []


def test_what_matters_least_goes_first() -> None:
    """Where time is short, MUST stays whatever it takes, then rank decides, then order; order is kept."""
    words = "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai"
    ranks = (DETAIL, MUST, EXTRA, FACT, NEEDED)
    given = [Spoken(f"{words} {number}", "", rank) for number, rank in enumerate(ranks)]
    each = seconds(given[:1])
    kept = {count: [given.index(one) for one in fit(given, int(count * each) + 1)] for count in range(1, 6)}
    assert kept == {1: [1], 2: [1, 4], 3: [1, 3, 4], 4: [0, 1, 3, 4], 5: [0, 1, 2, 3, 4]}


def test_the_page_is_small(tmp_path: Path) -> None:
    """Texts of three years, of months, quarters and years so far, are less than 20 KB on the way."""
    write_sample(tmp_path / "data", 1, 36, 1)
    view = view_of(survey(tmp_path / "data"), DATE)
    (sheet,) = loud(view, view.dataset.communes[0])
    assert len(sheet.earlier) == 8
    assert len(zlib.compress(sheet_text(environment(), sheet).encode(), 6)) < 20_000


def test_the_first_page_leads_to_the_text() -> None:
    """A commune's first page links to its text, which links back."""
    there = {page.path: page for page in commune_pages(real()) if isinstance(page, Page)}
    for one in readings(real()):
        assert "href='./loa/'" in str(there[one.commune.address]).replace("href='loa/'", "href='./loa/'")
        assert one.sheet.back.href == "../"
        assert isinstance(one.reading.numbers.rows[0][0], Cell)


def test_the_newest_text_tells_what_was_before(tmp_path: Path) -> None:
    """Of the month that the first page speaks of, not of the months added up: the period before and a year ago."""
    write_sample(tmp_path / "data", 1, 36, 5)
    view = view_of(survey(tmp_path / "data"), dt.date(2026, 11, 22))
    (commune,) = view.dataset.communes
    (sheet,) = loud(view, commune)
    text = " ".join(sheet.newest.paragraphs)
    assert sheet.newest.title.startswith("Tháng 10/2026")
    assert "Kỳ trước, " in text
    assert "Cùng kỳ năm ngoái tỷ lệ ấy là" in text
    assert "Địa chỉ: Tại" not in text
