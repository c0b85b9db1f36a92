"""Files around a form: what is no form is refused, every text of one is seen, tables keep their way of writing."""

from __future__ import annotations

import re
import shutil
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from officer import (
    CASE,
    CODE,
    HOME,
    SAVED,
    TASKS,
    TTHC,
    catalogue,
    changed,
    codes,
    column,
    edit,
    pages_of,
    reshape,
)
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from support import CASES, tree

from generator.cli import main
from generator.form_merge import merge
from generator.form_read import MOST_BYTES, MOST_UNZIPPED, NotAForm
from generator.form_rows import filled
from generator.form_sheets import FIRST
from generator.form_texts import texts
from generator.forms import Imported, import_form, make_form
from generator.schema import BY_NAME
from generator.write import replace_together


@pytest.mark.parametrize("way", ["bom", "crlf", "semicolon", "nfd", "dates as people write them"])
def test_a_file_keeps_its_own_way_of_writing(way: str, form: Path, data: Path) -> None:
    """Mark of byte order, line ends, delimiter and normal form stay; the row that changes is written likewise."""
    path = data / HOME / "van-ban.csv"
    text = path.read_text(encoding="utf-8")
    other = {
        "bom": "\ufeff" + text,
        "crlf": text.replace("\n", "\r\n"),
        "semicolon": text.replace(",", ";"),
        "nfd": unicodedata.normalize("NFD", text),
        "dates as people write them": re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\3/\2/\1", text),
    }[way]
    path.write_bytes(other.encode())
    assert import_form(form, data, write=True).files == ()
    assert path.read_bytes() == other.encode()
    edit(form, ("Văn bản đã ban hành", FIRST + 1, "Ghi chú", "Đã đọc lại"))
    assert import_form(form, data, write=True).files == (f"{HOME}/van-ban.csv",)
    old, new = other.encode().splitlines(keepends=True), path.read_bytes().splitlines(keepends=True)
    assert [line for line in new if line not in old] == [new[2]]
    ends = b"\r\n" if way == "crlf" else b"\n"
    assert new[2].endswith("Đã đọc lại".encode() + ends)


def test_remarks_in_a_file_stay(written: Path) -> None:
    """A row whose first cell begins with “# ” and blank lines stay where they are, beside any edit."""
    page = next(page for page in pages_of(written) if page.name == TASKS)
    (table,) = [made for made in filled("", [page], catalogue(), []) if made.table.name == "nhiem-vu"]
    lines = (CASE / HOME / "nhiem-vu.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    old = "".join([lines[0], "# đọc lại ngày 5/7\n", lines[1], "\n", "# một, hai\n", lines[2].rstrip("\n")])
    assert merge(old, table, catalogue()).text == old
    fewer = merge(old, type(table)(table.table, "", table.columns, table.rows[1:]), catalogue())
    assert fewer.text == "".join([lines[0], "# đọc lại ngày 5/7\n", "\n", "# một, hai\n", lines[2].rstrip("\n")])
    assert fewer.lines == {5: FIRST + 1}


def test_a_column_that_the_file_lacks_is_added_when_needed(tmp_path: Path) -> None:
    """A short file gets the full header the moment an optional column is filled in, and not before."""
    data = tmp_path / "data"
    shutil.copytree(CASES / "co-so", data)
    path, _ = make_form(data, CODE, tmp_path / "bieu.xlsx")
    assert path
    before = tree(data)
    assert import_form(path, data, write=True) == Imported(())
    assert tree(data) == before
    edit(
        path,
        (TTHC, FIRST, "Ghi chú", "Đọc lại"),
        *(
            ("Kiến nghị", FIRST, *item)
            for item in (
                ("Mã", "kn-1"),
                ("Nội dung", "Thêm máy"),
                ("Văn bản nguồn", "bc-5"),
                ("Vị trí trong văn bản", "Mục 9"),
            )
        ),
    )
    assert import_form(path, data, write=True).files == (f"{HOME}/tthc.csv", f"{HOME}/kien-nghi.csv")
    header, row = (data / HOME / "tthc.csv").read_text(encoding="utf-8").splitlines()
    assert header.split(",") == [column.name for column in BY_NAME["tthc"].columns]
    assert row == "5 tháng,trong_ky,2026-01-01,2026-05-31,,420,400,20,,,,400,,,396,4,20,,,bc-5,Mục 1,Đọc lại,"
    assert (data / HOME / "kien-nghi.csv").read_text(encoding="utf-8").splitlines()[1] == "kn-1,Thêm máy,,,bc-5,Mục 9,"


def test_a_column_that_the_form_lacks_keeps_what_the_file_says(form: Path, data: Path) -> None:
    """Deleting an optional column of the form deletes no data; it is mentioned."""
    came = import_form(
        reshape(form, lambda book: book[TTHC].delete_cols(column(book[TTHC], "Ghi chú"))), data, write=True
    )
    assert codes(came) == {"bieu-vang-cot"}
    assert changed(data) == {}


# --- what is no form --------------------------------------------------------------------------


def packed(path: Path, parts: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path.read_bytes()


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'
LARGE = b"0" * (MOST_UNZIPPED + 1)
BAD: dict[str, tuple[Callable[[Path, Path], bytes], str]] = {
    "old Excel or a password": (lambda *_: b"\xd0\xcf\x11\xe0" + b"0" * 600, "(.xls)"),
    "text": (lambda *_: b"ky,loai_ky\n", "không phải bảng tính"),
    "empty": (lambda *_: b"", "không phải bảng tính"),
    "cut off": (lambda form, _: form.read_bytes()[:9000], "không phải bảng tính"),
    "ods": (lambda _, new: packed(new, {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "không phải"),
    "macros": (lambda form, new: packed(new, parts_of(form) | {"xl/vbaProject.bin": b"x"}), "macro"),
    "too large": (lambda *_: b"PK\x03\x04" + b"0" * MOST_BYTES, "10 MB"),
    "a bomb": (lambda form, new: packed(new, parts_of(form) | {"xl/media/a.xml": LARGE}), "100 MB"),
    "damaged inside": (lambda form, new: packed(new, parts_of(form) | {"xl/workbook.xml": b"<workbook"}), "bị hỏng"),
    "entities": (lambda form, new: packed(new, parts_of(form) | {"xl/workbook.xml": BOMB}), "bị hỏng"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_form_is_refused(
    kind: str, form: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of another sort, too large, damaged or with macros: one sentence, what to do instead, exit 1."""
    make, words = BAD[kind]
    path = tmp_path / "gui-ve.xlsx"
    path.write_bytes(make(form, tmp_path / "tam.xlsx"))
    assert main(["import", str(path), "--data", str(data)]) == 1
    said = capsys.readouterr().out
    assert "bieu-khong-mo" in said
    assert words in said
    assert changed(data) == {}


def test_a_file_that_is_not_there_is_wrong_use(data: Path, tmp_path: Path) -> None:
    """A missing file and a folder are told with exit code 2."""
    assert main(["import", str(tmp_path / "khong-co.xlsx"), "--data", str(data)]) == 2
    assert main(["import", str(tmp_path), "--data", str(data)]) == 2


# --- every text -------------------------------------------------------------------------------


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


@pytest.mark.parametrize("kind", sorted(set(BAD) - {"damaged inside"}))
def test_no_text_of_what_is_no_form(kind: str, form: Path, tmp_path: Path) -> None:
    """Whoever looks for texts is told that the file cannot be read, never shown half of it."""
    path = tmp_path / "gui-ve.xlsx"
    path.write_bytes(BAD[kind][0](form, tmp_path / "tam.xlsx"))
    with pytest.raises(NotAForm):
        list(texts(path))


# --- writing ----------------------------------------------------------------------------------


def test_files_are_replaced_together_or_not_at_all(tmp_path: Path) -> None:
    """When one file cannot be replaced, those before it are put back, and nothing is left over."""
    (tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / "z.csv").mkdir()
    with pytest.raises(OSError):
        replace_together(tmp_path, {"a.csv": b"new", "b.csv": b"new", "z.csv": b"new"})
    assert tree(tmp_path) == {"a.csv": b"old"}
    replace_together(tmp_path, {"a.csv": b"new", "b.csv": b"new"})
    assert tree(tmp_path) == {"a.csv": b"new", "b.csv": b"new"}
