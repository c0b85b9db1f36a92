"""Files around a form: what is no form is refused, tables keep their way of writing."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from officer import (
    CASE,
    CODE,
    HOME,
    OTHERS,
    TASKS,
    TTHC,
    catalogue,
    changed,
    codes,
    column,
    edit,
    packed,
    pages_of,
    parts_of,
    reshape,
)
from openpyxl.comments import Comment
from support import CASES, replace, tree

from generator.cli import main
from generator.forms.archive import MOST_BYTES, MOST_UNZIPPED
from generator.forms.bring_in import Imported
from generator.forms.cells import Cell
from generator.forms.exchange import import_form
from generator.forms.make_form import make_form
from generator.forms.merge import Merged, _likeness, merge
from generator.forms.rows import Filled, FormRow, filled
from generator.forms.sheets import FIRST
from generator.publishing.write import replace_together
from generator.tables.all_tables import BY_NAME

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "way",
    [
        "bom", "crlf", "semicolon", "nfd", "dates as people write them", "title above", "headings", "empty columns",
        "a remark that lists columns", "the same behind a mark", "a title with blanks",
    ],
)  # fmt: skip
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
        "title above": "Văn bản đã ban hành\n" + text,
        "a remark that lists columns": "# so_hieu,loai,ngay,nguon,trich_yeu\n" + text,
        "the same behind a mark": "\ufeff# so_hieu,loai,ngay,nguon,trich_yeu\n" + text,
        "a title with blanks": "Loại,,,,Ngày\n" + text,
        "headings": text.replace("trich_yeu", "Trích yếu", 1),
        "empty columns": text.replace("\n", ",,\n"),
    }[way]
    path.write_bytes(other.encode())
    assert import_form(form, data, write=True).files == ()
    assert path.read_bytes() == other.encode()
    edit(form, ("Văn bản đã ban hành", FIRST + 1, "Ghi chú", "Đã đọc lại"))
    assert import_form(form, data, write=True).files == (f"{HOME}/van-ban.csv",)
    old, new = other.encode().splitlines(keepends=True), path.read_bytes().splitlines(keepends=True)
    (written,) = [line for line in new if line not in old]
    above = ("title above", "a remark that lists columns", "the same behind a mark", "a title with blanks")
    assert new.index(written) == (3 if way in above else 2)
    ends = {"crlf": b"\r\n", "empty columns": b",,\n"}.get(way, b"\n")
    assert written.endswith("Đã đọc lại".encode() + ends)


def test_a_table_of_excels_unicode_text_becomes_utf8_when_it_changes(form: Path, data: Path) -> None:
    """A UTF-16 table is left alone by a form without edits, and written anew as UTF-8 with a mark otherwise."""
    path = data / HOME / "van-ban.csv"
    wide = path.read_text(encoding="utf-8").encode("utf-16")
    path.write_bytes(wide)
    assert import_form(form, data, write=True).files == ()
    assert path.read_bytes() == wide
    edit(form, ("Văn bản đã ban hành", FIRST + 1, "Ghi chú", "Đã đọc lại"))
    assert import_form(form, data, write=True).files == (f"{HOME}/van-ban.csv",)
    assert path.read_bytes().decode("utf-8-sig").splitlines()[2].endswith("Đã đọc lại")


def form_of_period(folder: Path, period: str) -> tuple[Path, Path]:
    """A table whose row says its days in the words of its period alone, and the form that is made of it."""
    shutil.copytree(CASES / "co-so", folder / "data")
    path = folder / "data" / HOME / "chi-tieu.csv"
    replace(path, "5 tháng,trong_ky,2026-01-01,2026-05-31", f"{period},trong_ky,,")
    made, _ = make_form(folder / "data", CODE, folder / "bieu.xlsx")
    assert made
    return path, made


def test_days_that_stand_in_the_words_of_a_period_are_no_change(tmp_path: Path) -> None:
    """A form shows the days that a period's words name; brought back, the file's empty cells stay empty."""
    path, made = form_of_period(tmp_path, "5 tháng đầu năm 2026")
    before = path.read_bytes()
    assert import_form(made, tmp_path / "data", write=True).files == ()
    assert path.read_bytes() == before


def test_days_that_a_form_shows_are_written_when_its_row_changes(tmp_path: Path) -> None:
    """A new name of the period beside the old day: the file says what the form says, not what the name says."""
    path, made = form_of_period(tmp_path, "Tháng 4/2026")
    edit(made, (OTHERS, FIRST, "Kỳ (như in)", "Quý II/2026"))
    import_form(made, tmp_path / "data", write=True)
    assert "Quý II/2026,trong_ky,2026-04-01,2026-04-30," in path.read_text(encoding="utf-8")


def test_a_copied_row_of_another_month_is_refused_at_its_place(tmp_path: Path) -> None:
    """The words of May beside the days of April: the officer is told in the form, and nothing is written."""
    path, made = form_of_period(tmp_path, "Tháng 4/2026")
    before = path.read_bytes()
    edit(made, (OTHERS, FIRST, "Kỳ (như in)", "Tháng 5/2026"))
    came = import_form(made, tmp_path / "data", write=True)
    assert [p.line for p in came.problems if p.severity == "error"] == [FIRST]
    assert path.read_bytes() == before


def test_days_that_a_file_has_no_column_for_are_no_change_either(tmp_path: Path) -> None:
    """A table without `tu_ngay` whose period says its days in words keeps its short header."""
    shutil.copytree(CASES / "co-so", tmp_path / "data")
    path = tmp_path / "data" / HOME / "chi-tieu.csv"
    rows = "so_tthc,5 tháng đầu năm 2026,trong_ky,,400,bc-5,Mục 3\n"
    path.write_text(f"chi_tieu,ky,loai_ky,den_ngay,gia_tri,nguon,vi_tri\n{rows}", encoding="utf-8")
    before = path.read_bytes()
    made, _ = make_form(tmp_path / "data", CODE, tmp_path / "bieu.xlsx")
    assert made
    assert import_form(made, tmp_path / "data", write=True).files == ()
    assert path.read_bytes() == before


def test_a_form_may_lie_beside_the_tables(form: Path, data: Path) -> None:
    """Dropped into the commune's own folder, it is no foreign file while it is read."""
    edit(form, ("Văn bản đã ban hành", FIRST + 1, "Ghi chú", "Đã đọc lại"))
    there = form.rename(data / HOME / "bieu.xlsx")
    assert import_form(there, data, write=True).files == (f"{HOME}/van-ban.csv",)


def hide_a_sheet(book: Any) -> None:
    book.create_sheet("Nháp").append(["Gọi chị Hoa 0912 345 678"])
    book["Nháp"].sheet_state = "veryHidden"


def note_a_cell(book: Any) -> None:
    book[book.sheetnames[1]]["A5"].comment = Comment("hỏi qua hoa.nguyen@thu.example", "x")


def sign(book: Any) -> None:
    book.properties.description = "STK 0123456789012"


@pytest.mark.parametrize("hide", [hide_a_sheet, note_a_cell, sign])
def test_personal_data_anywhere_in_a_form_keep_it_out(hide: Callable[[Any], None], form: Path, data: Path) -> None:
    """A hidden sheet, a note, a property: whoever has the file can find it. The message masks it."""
    before = tree(data)
    came = import_form(reshape(form, hide), data, write=True)
    assert {p.code for p in came.problems if p.severity == "error"} == {"thong-tin-ca-nhan"}
    assert not re.search("345 678|hoa.nguyen|0123456789", str(came.problems))
    assert tree(data) == before


def test_remarks_in_a_file_stay(written: Path) -> None:
    """A row whose first cell begins with “# ” and blank lines stay where they are, beside any edit."""
    page = next(page for page in pages_of(written) if page.name == TASKS)
    (table,) = [made for made in filled("", [page], catalogue(), []) if made.table.name == "nhiem-vu"]
    lines = (CASE / HOME / "nhiem-vu.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    old = "".join([lines[0], "# đọc lại ngày 5/7\n", lines[1], "\n", "# một, hai\n", lines[2].rstrip("\n")])
    assert merge(old, table, catalogue()).text == old
    assert merge("\ufeff" + old, table, catalogue()).lines == merge(old, table, catalogue()).lines
    fewer = merge(old, type(table)(table.table, "", table.columns, table.rows[1:]), catalogue())
    assert fewer.text == "".join([lines[0], "# đọc lại ngày 5/7\n", "\n", "# một, hai\n", lines[2].rstrip("\n")])
    assert fewer.lines == {5: FIRST + 1}


def test_many_rows_that_changed_are_compared_pair_by_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of 200 renamed rows finds its line after one comparison a pair; beyond 400 rows none is looked for."""
    table = BY_NAME["van-ban"]
    names = tuple(column.name for column in table.columns)
    compared: list[float] = []
    plain = _likeness

    def counted(*given: Any) -> float:
        compared.append(plain(*given))
        return compared[-1]

    monkeypatch.setattr("generator.forms.merge._likeness", counted)

    def merged(count: int) -> Merged:
        old = [{name: f"{name} {at}" for name in names} for at in range(count)]
        rows = tuple(
            FormRow(FIRST + at, {name: Cell(text) for name, text in {**row, "so_hieu": f"mới {at}"}.items()})
            for at, row in enumerate(old)
        )
        text = "\n".join([",".join(names), *(",".join(row.values()) for row in old)]) + "\n"
        return merge(text, Filled(table, "", names, rows[::-1]), catalogue())

    made = merged(200)
    assert len(compared) == 200 * 200
    assert made.lines == {2 + at: FIRST + at for at in range(200)}
    compared.clear()
    assert merged(401).text.count("mới") == 401
    assert compared == []


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
    assert row.count(",") == header.count(",")
    assert {name: text for name, text in zip(header.split(","), row.split(","), strict=True) if text} == {
        "ky": "5 tháng", "loai_ky": "trong_ky", "tu_ngay": "2026-01-01", "den_ngay": "2026-05-31",
        "tiep_nhan": "420", "moi": "400", "ky_truoc": "20", "da_giai_quyet": "400", "dung_va_truoc_han": "396",
        "qua_han": "4", "dang_giai_quyet": "20", "nguon": "bc-5", "vi_tri": "Mục 1", "ghi_chu": "Đọc lại",
    }  # fmt: skip
    assert (data / HOME / "kien-nghi.csv").read_text(encoding="utf-8").splitlines()[1] == "kn-1,Thêm máy,,,bc-5,Mục 9,"


def test_a_new_header_keeps_what_stands_above_it(tmp_path: Path) -> None:
    """The mark of byte order, a title and a remark stay where they are when a column is added."""
    shutil.copytree(CASES / "co-so", tmp_path / "data")
    table = tmp_path / "data" / HOME / "tthc.csv"
    above = "\ufeffHồ sơ của xã\n# đọc lại ngày 5/7\n\n"
    table.write_text(above + table.read_text(encoding="utf-8"), encoding="utf-8")
    made, _ = make_form(tmp_path / "data", CODE, tmp_path / "bieu.xlsx")
    assert made
    edit(made, (TTHC, FIRST, "Ghi chú", "Đọc lại"))
    assert import_form(made, tmp_path / "data", write=True).files == (f"{HOME}/tthc.csv",)
    assert table.read_text(encoding="utf-8").startswith(f"{above}ky,loai_ky,tu_ngay,den_ngay,linh_vuc,")


def test_a_column_that_the_form_lacks_keeps_what_the_file_says(form: Path, data: Path) -> None:
    """Deleting an optional column of the form deletes no data; it is mentioned."""
    came = import_form(
        reshape(form, lambda book: book[TTHC].delete_cols(column(book[TTHC], "Ghi chú"))), data, write=True
    )
    assert codes(came) == {"bieu-vang-cot"}
    assert changed(data) == {}


# --- what is no form --------------------------------------------------------------------------


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
    "entities": (lambda form, new: packed(new, parts_of(form) | {"xl/workbook.xml": BOMB}), "đánh lừa máy đọc"),
}  # fmt: skip


def patched(form: Path, name: str, at: tuple[int, int], value: bytes) -> bytes:
    """The form with bytes of the heads of one of its parts changed: `at` in the first head and in the last one."""
    content = bytearray(form.read_bytes())
    for place, signature in zip(at, (b"PK\x03\x04", b"PK\x01\x02"), strict=True):
        head = next(
            found.start()
            for found in re.finditer(re.escape(signature), bytes(content))
            if name.encode() in content[found.start() : found.start() + 60 + len(name)]
        )
        content[head + place : head + place + len(value)] = value
    return bytes(content)


def spread(form: Path, new: Path, inside: bytes) -> bytes:
    """The form with a piece put into the end of its first sheet."""
    parts = parts_of(form)
    sheet = parts["xl/worksheets/sheet1.xml"]
    return packed(new, parts | {"xl/worksheets/sheet1.xml": sheet.replace(b"</worksheet>", inside + b"</worksheet>")})


TYPES, SHEET = "[Content_Types].xml", "xl/worksheets/sheet2.xml"
BAD |= {
    "strict": (
        lambda form, new: packed(
            new,
            {
                name: content.replace(b"schemas.openxmlformats.org/spreadsheetml/2006/main", b"purl.oclc.org/ooxml/x")
                for name, content in parts_of(form).items()
            },
        ),
        "Strict Open XML",
    ),
    "damaged checksum": (lambda form, _: patched(form, TYPES, (14, 16), b"\1\2\3\4"), "bị hỏng"),
    "damaged sheet": (lambda form, _: patched(form, SHEET, (14, 16), b"\1\2\3\4"), "bị hỏng"),
    "locked part": (lambda form, _: patched(form, SHEET, (6, 8), b"\1\0"), "mật khẩu"),
    "odd compression": (lambda form, _: patched(form, TYPES, (8, 10), b"\x63\0"), "nén theo một cách"),
    "one merge over all cells": (
        lambda form, new: spread(form, new, b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "A1:XFD1048576",
    ),
    "a link over columns": (
        lambda form, new: spread(form, new, b'<hyperlinks><hyperlink location="x" ref="A:AZ"/></hyperlinks>'), "A:AZ",
    ),
    "many merges": (
        lambda form, new: spread(
            form, new, b"".join(b'<mergeCell ref="A%d:Z%d"/>' % (9 * n, 9 * n + 8) for n in range(1, 900))
        ),
        "phủ quá nhiều ô",
    ),
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


def test_a_folder_of_data_that_is_a_link_is_refused(form: Path, data: Path, tmp_path: Path) -> None:
    """What a branch links to is outside it: nothing there is read or written."""
    link = tmp_path / "noi-khac"
    link.symlink_to(data)
    came = import_form(edit(form, ("Văn bản đã ban hành", FIRST + 1, "Ghi chú", "Đổi")), link, write=True)
    assert codes(came) == {"tep-khong-nhan"}
    assert changed(data) == {}


def test_a_full_disk_is_told(
    form: Path, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, exit code 2, nothing changed."""

    def full(*_: Any, **__: Any) -> Any:
        raise OSError(28, "No space left on device", "bang.csv")

    edit(form, ("Văn bản đã ban hành", FIRST + 1, "Ghi chú", "Đổi"))
    monkeypatch.setattr("generator.forms.exchange.replace_together", full)
    assert main(["import", str(form), "--data", str(data)]) == 2
    assert "không ghi được “bang.csv”" in capsys.readouterr().err
    assert changed(data) == {}


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
