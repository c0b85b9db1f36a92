"""Files of reports: Word as people make it, PDF with text; and what is no report is refused with a remedy."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from reports import footnoted, merged_table, rewrite

from generator.drafting import read_report as reading
from generator.drafting.read_report import read_report
from generator.drafting.report import Block, Grid, Paragraph
from generator.forms.archive import NotAForm


def word(path: Path, *make: Callable[[Any], object]) -> Path:
    document: Any = Document()
    for one in make:
        one(document)
    document.save(str(path))
    return path


def said(text: str) -> Callable[[Any], object]:
    return lambda document: document.add_paragraph(text)


def texts(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bao-cao.docx"


def test_tables_stand_in_the_order_of_the_text(path: Path) -> None:
    table: Callable[[Any], object] = lambda document: merged_table(document, [("A", "A"), ("b", "c"), ("1", "2")], 2)  # noqa: E731
    blocks = read_report(word(path, said("Trước."), table, said("Sau.")))
    assert blocks == [Paragraph("Trước."), Grid((("A", "A"), ("b", "c"), ("1", "2"))), Paragraph("Sau.")]


def test_a_number_of_a_merged_cell_stands_once(path: Path) -> None:
    def table(document: Any) -> None:
        made = document.add_table(3, 2)
        for row, words in enumerate((("Số", "Tên"), ("7", "a"), ("", "b"))):
            made.cell(row, 0).text, made.cell(row, 1).text = words
        made.cell(1, 0).merge(made.cell(2, 0))

    (grid,) = read_report(word(path, table))
    assert grid == Grid((("Số", "Tên"), ("7", "a"), ("", "b")))


def test_a_sentence_that_a_page_break_cuts_is_whole(path: Path) -> None:
    def cut(document: Any) -> None:
        document.add_paragraph("Xã có 12").add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph("thôn.")

    assert texts(read_report(word(path, cut))) == ["Xã có 12 thôn."]


def test_numbers_that_word_writes_itself_are_read(path: Path) -> None:
    """Headings of a list that Word numbers: their numbers stand in no text, and places are named by them."""

    def numbered(document: Any) -> None:
        for words in ("Kết quả", "Nhiệm vụ"):
            document.add_paragraph(words, style="List Number")
        document.add_paragraph("một mục", style="List Bullet")

    assert texts(read_report(word(path, numbered))) == ["1. Kết quả", "2. Nhiệm vụ", "- một mục"]


def test_what_was_struck_out_is_not_read_and_what_was_put_in_is(path: Path) -> None:
    def tracked(document: Any) -> None:
        paragraph = document.add_paragraph("Có ")._p
        for tag, text, words in (("w:del", "w:delText", "12"), ("w:ins", "w:t", "13")):
            change, run, inner = (OxmlElement(name) for name in (tag, "w:r", text))
            inner.text = words
            run.append(inner)
            change.append(run)
            paragraph.append(change)

    assert texts(read_report(word(path, tracked))) == ["Có 13"]


def test_headers_with_tables_stand_aside(path: Path) -> None:
    def header(document: Any) -> None:
        part = document.sections[0].header
        part.paragraphs[0].text = "UBND XÃ MẪU"
        part.add_table(1, 2, document.sections[0].page_width).cell(0, 0).text = "Mẫu 5"

    blocks = read_report(word(path, said("Thân."), header))
    assert blocks[0] == Paragraph("Thân.")
    assert Paragraph("UBND XÃ MẪU", aside="Đầu trang") in blocks
    assert Grid((("Mẫu 5", ""),), "Đầu trang") in blocks


def test_content_controls_are_read(path: Path) -> None:
    def control(document: Any) -> None:
        xml = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Có 5 việc.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        document.element.body.insert(0, parse_xml(xml))

    assert texts(read_report(word(path, control, said("Hết.")))) == ["Có 5 việc.", "Hết."]


def test_footnotes_stand_aside(path: Path) -> None:
    """A footnote stands in a part of its own, which the library does not know."""
    footnoted(word(path, said("Thân.")), "Có 9 việc.")
    assert read_report(path) == [Paragraph("Thân."), Paragraph("Có 9 việc.", aside="Chú thích 2")]


def pdf(path: Path, text: str = "") -> Path:
    """A PDF of one page with a line of text, or with none."""
    stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    made = io.BytesIO(b"")
    made.write(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(made.tell())
        made.write(b"%d 0 obj%s endobj\n" % (number, each))
    start = made.tell()
    made.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
    made.write(b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start)
    path.write_bytes(made.getvalue())
    return path


def test_a_pdf_with_text_is_read(tmp_path: Path) -> None:
    words = "Xa co 12 thon va 3 cho, moi thon mot to cong nghe so cong dong."
    assert texts(read_report(pdf(tmp_path / "a.pdf", words))) == [words]


def _macros(path: Path) -> Path:
    return rewrite(word(path, said("A.")), {"word/vbaProject.bin": "x"})


def _entity(path: Path) -> Path:
    doctype = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    put: Callable[[str], str] = lambda old: old.replace("?>", f"?>{doctype}", 1).replace("A.", "&x;")  # noqa: E731
    return rewrite(word(path, said("A.")), {"word/document.xml": put})


def _bomb(path: Path) -> Path:
    word(path, said("A."))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.xml", b" " * 151_000_000)
    return path


def _damaged(path: Path) -> Path:
    content = bytearray(word(path, said("A.")).read_bytes())
    content[len(content) // 3 : len(content) // 2] = b"\0" * (len(content) // 2 - len(content) // 3)
    path.write_bytes(content)
    return path


def _as(content: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return write


def _word_named(path: Path) -> Path:
    return word(path.with_suffix(".docx"), said("A.")).rename(path)


def _locked(path: Path) -> Path:
    """A PDF that no empty password opens."""
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>/ID[<41><41>]".encode()
    path.write_bytes(pdf(path, "A").read_bytes().replace(b"trailer<<", b"trailer<<" + lock))
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


_OLD_FONT = "B¸o c¸o kÕt qu¶ gi¶i quyÕt thñ tôc hµnh chÝnh cña x·.\n\n" * 4
FAULTS: dict[str, tuple[str, Callable[[Path], Path], str, str]] = {
    "no file": ("a.docx", lambda path: path, "Không có tệp", "Kiểm tra lại tên tệp"),
    "a folder": ("a.docx", _folder, "là một thư mục", "Word (.docx)"),
    "another kind": ("a.zip", _as(b"x"), "Không đọc được tệp dạng “.zip”", "Word (.docx)"),
    "old Word": ("a.doc", _as(b"x"), "Word cũ (.doc)", "Lưu lại thành .docx"),
    "macros by name": ("a.docm", _as(b"x"), "có macro (.docm)", ".docx"),
    "a spreadsheet": ("a.xlsx", _as(b"x"), "bảng tính Excel", "portal import"),
    "a picture": ("a.jpg", _as(b"x"), "Tệp là ảnh", "PDF có chữ"),
    "empty": ("a.docx", _as(b""), "Tệp trống", "Xin lại tệp"),
    "locked or old Word": ("a.docx", _as(b"\xd0\xcf\x11\xe0" + b"x" * 600), "đặt mật khẩu", "Bỏ mật khẩu"),
    "no zip": ("a.docx", _as(b"xin chao"), "không phải văn bản Word", ".docx"),
    "macros": ("a.docx", _macros, "có macro", ".docx"),
    "an entity": ("a.docx", _entity, "đánh lừa máy đọc", ".docx"),
    "a bomb": ("a.docx", _bomb, "bung ra lớn hơn 150 MB", "Xóa bớt ảnh"),
    "damaged": ("a.docx", _damaged, "hỏng", ".docx"),
    "no PDF": ("a.pdf", _as(b"%PDF-1.4 nothing"), "không phải PDF, hoặc đã hỏng", "xin lại bản PDF"),
    "scanned": ("a.pdf", pdf, "ảnh quét của giấy", "bản Word (.docx)"),
    "no UTF-8": ("a.txt", _as("Báo cáo tháng".encode("cp1258", "ignore") + b"\xe9\xff"), "UTF-8", "Notepad"),
    "a PDF named Word": ("a.docx", _as(b"%PDF-1.4 x"), "đuôi .docx, nhưng bên trong là .pdf", "thành .pdf"),
    "a Word named PDF": ("a.pdf", _word_named, "đuôi .pdf, nhưng bên trong là .docx", "thành .docx"),
    "a Word named text": ("a.txt", _word_named, "đuôi .txt, nhưng bên trong là .docx", "thành .docx"),
    "an archive named text": ("a.txt", _as(b"PK\x03\x04" + b"x" * 99), "tệp nén hoặc bảng tính", "Word (.docx)"),
    "old Word named PDF": ("a.pdf", _as(b"\xd0\xcf\x11\xe0x"), "Word cũ (.doc)", "Lưu lại thành .docx"),
    "RTF named Word": ("a.docx", _as(b"{\\rtf1 5}"), "dạng RTF", "Lưu lại thành .docx"),
    "a picture named PDF": ("a.pdf", _as(b"\xff\xd8\xff\xe0x"), "Tệp là ảnh", "PDF có chữ"),
    "a locked PDF": ("a.pdf", _locked, "đặt mật khẩu", "Bỏ mật khẩu"),
    "an old font": ("a.txt", _as(_OLD_FONT.encode()), "phông chữ cũ", "UniKey"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_no_report_is_refused_with_a_remedy(fault: str, tmp_path: Path) -> None:
    name, make, message, remedy = FAULTS[fault]
    with pytest.raises(NotAForm) as refusal:
        read_report(make(tmp_path / name))
    assert message in refusal.value.message
    assert remedy in refusal.value.remedy


def test_a_report_is_not_larger_than_reports_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _as(b"x" * 100)(tmp_path / "a.txt")
    monkeypatch.setattr(reading, "MOST_BYTES", 100)
    assert read_report(path)
    monkeypatch.setattr(reading, "MOST_BYTES", 99)
    with pytest.raises(NotAForm, match="lớn hơn"):
        read_report(path)
