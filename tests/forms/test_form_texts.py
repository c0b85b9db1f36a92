"""Every text that an Excel file carries is seen, with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from officer import (
    SAVED,
    TTHC,
    packed,
    parts_of,
    reshape,
)
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from generator.forms.all_texts import texts
from generator.forms.archive import NotAForm
from generator.language.personal_data import found_in


def test_every_text_is_seen(form: Path) -> None:
    """Texts that nobody sees are yielded with their place: hidden sheets, notes, links, properties, names, headers."""

    def hide(book: Any) -> None:
        hidden = book.create_sheet("Ẩn")
        hidden.sheet_state = "veryHidden"
        hidden["C7"] = CellRichText("0912", TextBlock(InlineFont(b=True), " 345 678"))
        hidden["C8"] = 912345678
        book[TTHC]["A4"].comment = Comment("gọi bà Hoa", "Nguyễn Văn Soạn")
        book[TTHC]["A4"].hyperlink = "mailto:hoa@example.org"
        book[TTHC].oddHeader.center.text = "đầu trang riêng"
        book.properties.keywords = "từ khóa riêng"
        book.defined_names["ten_rieng"] = DefinedName("ten_rieng", attr_text='"giá trị riêng"')

    found = list(texts(reshape(form, hide)))
    assert ("tờ “Ẩn”, ô C7", "0912 345 678") in found
    assert ("tờ “Ẩn”, ô C8", "912345678") in found
    assert ("tờ “Hồ sơ thủ tục hành chính”, ô A4", "6 tháng đầu năm 2026") in found
    together = "\n".join(text for _, text in found)
    for words in ("gọi bà Hoa", "Nguyễn Văn Soạn", "mailto:hoa@", "đầu trang riêng", "từ khóa riêng", "giá trị riêng"):
        assert words in together
    assert any(place == "ghi chú của ô" for place, _ in found)


def test_a_text_that_no_cell_shows_any_more_is_seen(tmp_path: Path) -> None:
    """What was deleted in a spreadsheet may still lie in the file."""
    parts = parts_of(SAVED / "libreoffice-luu-lai.xlsx")
    left = "<si><t>số cũ 0912 345 678</t></si></sst>".encode()
    shared = parts["xl/sharedStrings.xml"].replace(b"</sst>", left)
    packed(tmp_path / "a.xlsx", parts | {"xl/sharedStrings.xml": shared})
    (place,) = [place for place, text in texts(tmp_path / "a.xlsx") if text == "số cũ 0912 345 678"]
    assert "còn sót" in place


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
def test_what_tricks_a_reader_is_refused(part: str, tmp_path: Path) -> None:
    """A part with entities of its own, or no form at all: refused with a reason, never half read."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'
    packed(tmp_path / "a.xlsx", parts_of(SAVED / "libreoffice-luu-lai.xlsx") | {part: bomb})
    (tmp_path / "b.xlsx").write_bytes(b"ky,loai_ky")
    for name in ("a.xlsx", "b.xlsx"):
        with pytest.raises(NotAForm):
            list(texts(tmp_path / name))


def test_numbers_are_read_with_what_stands_beside_and_above(tmp_path: Path) -> None:
    """A number stored as one has lost its 0: the word in the cell before it or above it says what it is. Headings of
    printed pages come without their codes.
    """
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["SĐT", 912345678])
    sheet.append(["Tên", "Zalo"])
    sheet.append(["B", 987654321])
    sheet.append(["", "", "Số tiền", 977310123])
    for heading, words in ((sheet.oddHeader, "0912 345 679"), (sheet.evenFooter, "Zalo 0912345670")):
        assert heading is not None
        heading.left.text = words
    book.save(tmp_path / "a.xlsx")
    found = {(place, one.shown) for place, text in texts(tmp_path / "a.xlsx") for one in found_in(text)}
    assert {shown for _, shown in found} == {"0912•••678", "0987•••321", "0912•••679", "0912•••670"}
    assert ("tờ “Sheet”, ô B3", "0987•••321") in found
