"""The Excel form: what is written comes back, edits become exactly those changes, faults are told at their place."""

from __future__ import annotations

import csv
import datetime as dt
import random
import re
import shutil
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from support import CASES, ROOT, replace, tree

from generator.catalogue import load_catalogue
from generator.cli import main
from generator.form_merge import merge
from generator.form_read import Page, read_form
from generator.form_rows import filled
from generator.form_sheets import FIRST, HEADER, REQUIRED_MARK, letter
from generator.form_words import START, explained
from generator.form_words import TABLES as WORDS
from generator.form_write import _ADVICE
from generator.forms import Imported, import_form, make_form
from generator.schema import BY_NAME, TABLES
from generator.vietnamese import clean, slug

REAL = sorted(path.name for path in (ROOT / "data" / "xa").iterdir())
CASE = CASES / "mot-xa"
CODE = "15910"
HOME = "xa/15910-hoang-son"
SAVED = ROOT / "tests" / "forms"
TTHC, SOURCES, OTHERS, BUDGET, TASKS = (
    BY_NAME[name].title for name in ("tthc", "nguon", "chi-tieu", "ngan-sach", "nhiem-vu")
)
Change = Callable[[Any], None]


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path, problems = make_form(CASE, CODE, tmp_path_factory.mktemp("bieu") / "bieu.xlsx")
    assert path, problems
    return path


@pytest.fixture
def form(tmp_path: Path, written: Path) -> Path:
    """The form of the made-up commune, to be edited."""
    return Path(shutil.copy(written, tmp_path / "bieu.xlsx"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The made-up commune's data folder."""
    shutil.copytree(CASE / "xa", tmp_path / "data" / "xa")
    return tmp_path / "data"


def column(page: Worksheet, heading: str) -> int:
    """The number of a column by its heading, wherever it stands."""
    cells = (cell for row in page.iter_rows(max_row=HEADER + 5) for cell in row if isinstance(cell.value, str))
    return next(c.column for c in cells if slug(str(c.value).removesuffix(REQUIRED_MARK)) == slug(heading))


def edit(path: Path, *edits: tuple[str, int, str, Any]) -> Path:
    """Write values into a form: sheet, row, heading, value, as a person types them."""

    def type_in(book: Any) -> None:
        for sheet, row, heading, value in edits:
            book[sheet].cell(row, column(book[sheet], heading)).value = value

    return reshape(path, type_in)


def reshape(path: Path, change: Change) -> Path:
    """Let `change` do to the workbook what a person does with mouse and menus."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def cells(text: str) -> dict[tuple[int, str], str]:
    """The cells of a table that say something: line and column to text."""
    rows = csv.DictReader(text.splitlines(keepends=True))
    return {(line, name): value for line, row in enumerate(rows, 2) for name, value in row.items() if value}


def changed(data: Path) -> dict[tuple[str, int, str], str]:
    """The cells in which a data folder differs from the made-up commune's."""
    found: dict[tuple[str, int, str], str] = {}
    for table in TABLES:
        old, new = (cells((folder / HOME / table.file).read_text(encoding="utf-8")) for folder in (CASE, data))
        places = [place for place in old | new if old.get(place) != new.get(place)]
        found |= {(table.name, *place): new.get(place, "") for place in places}
    return found


def codes(came: Imported) -> set[str]:
    return {problem.code for problem in came.problems}


# --- there and back ---------------------------------------------------------------------------


@pytest.mark.parametrize("folder", REAL)
def test_a_round_trip_changes_no_byte(folder: str, tmp_path: Path) -> None:
    """The form of every real commune, brought back untouched, says nothing and touches nothing."""
    shutil.copytree(ROOT / "data" / "xa" / folder, tmp_path / "data" / "xa" / folder)
    before = tree(tmp_path / "data")
    path, _ = make_form(tmp_path / "data", folder.partition("-")[0], tmp_path / "bieu.xlsx")
    assert path
    assert import_form(path, tmp_path / "data", write=True) == Imported(())
    assert tree(tmp_path / "data") == before


def test_saved_by_libreoffice_it_is_the_same(data: Path) -> None:
    """Opening and saving in LibreOffice changes nothing."""
    assert import_form(SAVED / "libreoffice-luu-lai.xlsx", data, write=True) == Imported(())
    assert changed(data) == {}


def test_edited_in_libreoffice_only_the_edits_count(data: Path) -> None:
    """Sorted, coloured, filtered, hidden, rows and a column added, two sheets gone: only the four numbers and
    the two new rows of the month change, and the formula, the own column and the lost sheets are mentioned.
    """
    came = import_form(SAVED / "libreoffice-sua.xlsx", data, write=True)
    assert {problem.severity for problem in came.problems} <= {"note"}
    assert codes(came) == {"bieu-cot-la", "bieu-lay-so-cong-thuc", "bieu-thieu-to"}
    found = changed(data)
    assert {place: text for place, text in found.items() if place[:2] == ("tthc", 2)} == {
        ("tthc", 2, "da_giai_quyet"): "1221",
        ("tthc", 2, "qua_han"): "21",
        ("tthc", 2, "dang_giai_quyet"): "29",
        ("tthc", 2, "dang_trong_han"): "29",
    }
    assert {place[:2] for place in found} == {("tthc", 2), ("tthc", 3), ("nguon", 4)}
    assert (found["tthc", 3, "tiep_nhan"], found["nguon", 4, "ngay"]) == ("170", "2026-07-31")
    assert "Văn bản nguồn mới: Báo cáo 70/BC-UBND ngày 31/07/2026" in came.changes


def resort(book: Any) -> None:
    """Sort every table backwards."""
    for table in TABLES:
        page = book[table.title]
        rows = [[cell.value for cell in row[: len(table.columns)]] for row in page.iter_rows(min_row=FIRST)]
        there = [row for row in rows if any(row)][::-1]
        formats = [cell.number_format for cell in page[FIRST]]
        for line, row in enumerate(there, FIRST):
            for number, value in enumerate(row, 1):
                cell = page.cell(line, number)
                cell.value, cell.number_format = value, formats[number - 1]
                if isinstance(value, str):
                    cell.data_type = "s"


def rearrange(book: Any) -> None:
    """Swap the first two columns, insert rows above the headings and an own column, colour, hide, filter."""
    page = book[OTHERS]
    for row in page.iter_rows(min_row=HEADER, max_row=40, max_col=2):
        row[0].value, row[1].value = row[1].value, row[0].value
    page.insert_rows(1, 4)
    page["A1"] = "Biểu gửi ngày 5 tháng 7"
    page.row_dimensions[9].hidden = True
    page["A9"].fill = PatternFill("solid", fgColor="FFFF00")
    book[TASKS].sheet_state = "hidden"
    book.move_sheet(TASKS, -5)


def as_from_a_mac(book: Any) -> None:
    """Decompose every text, and write headings in capitals with blanks."""
    for table in TABLES:
        for row in book[table.title].iter_rows(min_row=HEADER, max_col=len(table.columns)):
            for cell in row:
                if isinstance(cell.value, str):
                    text = f"  {cell.value.upper()} " if cell.row == HEADER else cell.value
                    cell.value, cell.data_type = unicodedata.normalize("NFD", text), "s"


def file_names(book: Any) -> None:
    """Headings as in the files, words as their ids, dates as text."""
    for table in TABLES:
        page = book[table.title]
        with (CASE / HOME / table.file).open(encoding="utf-8", newline="") as file:
            for line, row in enumerate(csv.DictReader(file), FIRST):
                for number, name in enumerate(row, 1):
                    page.cell(HEADER, number).value = name
                    page.cell(line, number).value = row[name]
                    page.cell(line, number).data_type = "s"


@pytest.mark.parametrize("change", [resort, rearrange, as_from_a_mac, file_names])
def test_what_looks_different_and_means_the_same_changes_nothing(change: Change, form: Path, data: Path) -> None:
    """Order, place, colour, normal form and ids for words are no change."""
    came = import_form(reshape(form, change), data, write=True)
    assert (came.files, [p for p in came.problems if p.severity == "error"]) == ((), [])
    assert changed(data) == {}


NEW_SOURCE = {
    "Mã văn bản": "bc-thang-7", "Cơ quan ban hành": "UBND xã Hoằng Sơn", "Tên văn bản": "Báo cáo giả tháng 7",
    "Tình trạng": "dự thảo", "Ngày muộn nhất văn bản có thể biết": dt.date(2026, 7, 31),
    "Đọc hoặc hỏi ở đâu": "Không có",
}  # fmt: skip
NEW_DOSSIERS = {
    "Kỳ (như in)": "Tháng 7", "Loại kỳ": "Trong  kỳ", "Từ ngày": "1/7/2026", "Đến ngày": dt.datetime(2026, 7, 31),
    "Tiếp nhận": 170, "Văn bản nguồn": "bc-thang-7", "Vị trí trong văn bản": "Mục I,\nđoạn\u00a02",
}  # fmt: skip


def test_a_month_is_its_report_and_its_row(form: Path, data: Path) -> None:
    """A row in the sheet of sources and a row of dossiers that points to it: both are appended, nothing else."""
    edit(
        form,
        *((SOURCES, 60, *item) for item in NEW_SOURCE.items()),
        *((TTHC, 30, *item) for item in NEW_DOSSIERS.items()),
    )
    came = import_form(form, data, write=True)
    assert came.problems == ()
    assert came.files == (f"{HOME}/nguon.csv", f"{HOME}/tthc.csv")
    for name in ("nguon", "tthc"):
        old, new = ((folder / HOME / f"{name}.csv").read_text(encoding="utf-8") for folder in (CASE, data))
        assert new.startswith(old)
    last = (data / HOME / "tthc.csv").read_text(encoding="utf-8").splitlines()[-1]
    assert last == 'Tháng 7,trong_ky,2026-07-01,2026-07-31,,170,,,,,,,,,,,,,,bc-thang-7,"Mục I, đoạn 2",,'


def test_a_deleted_row_goes_and_the_others_keep_their_bytes(form: Path, data: Path) -> None:
    """A row deleted in the form leaves the file; the rest is untouched and the loss is told."""
    came = import_form(reshape(form, lambda book: book[OTHERS].delete_rows(FIRST + 9)), data, write=True)
    old, new = ((folder / HOME / "chi-tieu.csv").read_bytes().splitlines() for folder in (CASE, data))
    assert new == old[:10] + old[11:]
    assert any(line.startswith("Bỏ") for line in came.changes)


def test_a_dry_run_tells_and_writes_nothing(form: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says what would change; then it is done, and then there is nothing left to do."""
    edit(form, (OTHERS, FIRST + 6, "Giá trị", "414"))
    asked = ["import", str(form), "--data", str(data)]
    assert main([*asked, "--dry-run"]) == 0
    assert "413 → 414 thủ tục" in capsys.readouterr().out
    assert changed(data) == {}
    assert main(asked) == 0
    assert changed(data) == {("chi-tieu", 8, "gia_tri"): "414"}
    capsys.readouterr()
    assert main(asked) == 0
    assert "không có gì khác" in capsys.readouterr().out


# --- cells ------------------------------------------------------------------------------------

TYPED: dict[str, tuple[tuple[str, int, str], Any, str, str]] = {
    "percent": ((OTHERS, 4, "Giá trị"), 0.9989, "0.00%", "99,89%"),
    "percent that shows less than it holds": ((OTHERS, 4, "Giá trị"), 0.9989, "0%", "99,89%"),
    "percent with a nought at its end": ((OTHERS, 4, "Giá trị"), 0.93, "0.00%", "93,00%"),
    "bare decimal": ((OTHERS, 4, "Giá trị"), 99.89, "General", "99,89"),
    "text as printed": ((OTHERS, 4, "Giá trị"), "khoảng 13%", "@", "khoảng 13%"),
    "ratio as text": ((OTHERS, 11, "Giá trị"), "08/10", "@", "08/10"),
    "money in a cell of money": ((BUDGET, 7, "Số tiền"), 88120600, '#,##0 "đồng"', "88120600 đồng"),
    "money in words": ((BUDGET, 7, "Số tiền"), "khoảng 88 triệu đồng", "@", "khoảng 88 triệu đồng"),
    "words for nought": ((TTHC, 4, "Đang giải quyết, quá hạn"), "Không phát sinh", "#,##0", "Không phát sinh"),
    "formula-like text": ((OTHERS, 4, "Ghi chú"), "=1+1", "@", "=1+1"),
    "day in a text of days": ((TASKS, 4, "Thời hạn (như in)"), dt.date(2026, 7, 15), "dd/mm/yyyy", "15/07/2026"),
    "hour in a text": (("Điểm hỗ trợ người dân", 5, "Giờ mở cửa"), dt.time(7, 30), "h:mm", "7:30"),
    "number in a text": ((OTHERS, 4, "Ghi chú"), 12.0, "General", "12"),
    "chosen by its name": ((OTHERS, 15, "Phân tổ"), "Trung tâm Phục vụ hành chính công", "@", "trung_tam_hcc"),
}  # fmt: skip


@pytest.mark.parametrize("typed", TYPED)
def test_a_cell_means_what_it_shows(typed: str, form: Path, data: Path) -> None:
    """Numbers, percentages, dates and texts become the words that the file holds, and only that cell changes."""
    (sheet, row, heading), value, number_format, expected = TYPED[typed]

    def type_in(book: Any) -> None:
        cell = book[sheet].cell(row, column(book[sheet], heading))
        cell.value, cell.number_format = value, number_format
        if isinstance(value, str):
            cell.data_type = "s"

    pages = read_form(reshape(form, type_in))
    table = next(table for table in TABLES if table.title == sheet)
    name = next(column.name for column in table.columns if column.heading == heading)
    old = (data / HOME / table.file).read_text(encoding="utf-8")
    new = next(iter(brought(pages, table.name).values()))
    assert {place: new.get(place) for place in cells(old) | new if cells(old).get(place) != new.get(place)} == {
        (row - FIRST + 2, name): expected
    }


@cache
def catalogue() -> Any:
    return load_catalogue(ROOT / "data", [])[0]


def brought(pages: list[Page], *names: str) -> dict[str, dict[tuple[int, str], str]]:
    """The cells of tables after a form, by table: all of them, or those named."""
    problems: list[Any] = []
    made = {}
    for table in filled("bieu.xlsx", pages, catalogue(), problems):
        if not names or table.table.name in names:
            old = (CASE / HOME / table.table.file).read_text(encoding="utf-8")
            made[table.table.name] = cells(merge(old, table, catalogue()).text)
    assert problems == []
    return made


@cache
def pages_of(path: Path) -> list[Page]:
    return read_form(path)


EDITABLE = ("ghi_chu", "vi_tri", "nhu_in", "noi_dung", "co_so", "ngoai_tru", "trich_yeu", "doc_o_dau", "phoi_hop")
TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30).map(clean).filter(bool)
PLACES = [
    (table.name, line, name)
    for table in TABLES
    for line, name in cells((CASE / HOME / table.file).read_text(encoding="utf-8"))
    if name in EDITABLE and (table.name, name) != ("nhan-xet", "vi_tri")
]


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.sampled_from(PLACES), TEXT, max_size=8), st.randoms(use_true_random=False))
def test_any_edits_give_exactly_those_changes(
    written: Path, edits: dict[tuple[str, int, str], str], rng: random.Random
) -> None:
    """Whatever is typed wherever, in rows of whatever order: those cells change and no other."""
    pages = []
    for page in pages_of(written):
        table = next((table for table in TABLES if table.title == page.name), None)
        if table is None:
            continue
        own = dict(page.cells)
        for (name, line, field), text in edits.items():
            if name == table.name:
                number = [column.name for column in table.columns].index(field) + 1
                own[FIRST + line - 2, number] = own[FIRST + line - 2, number]._replace(value=text)
        lines = sorted({row for row, _ in own if row >= FIRST})
        order = dict(zip(lines, rng.sample(lines, len(lines)), strict=True))
        pages.append(Page(page.name, {(order.get(row, row), number): raw for (row, number), raw in own.items()}, ()))
    after = brought(pages)
    before = {t.name: cells((CASE / HOME / t.file).read_text(encoding="utf-8")) for t in TABLES}
    for (name, line, field), text in edits.items():
        before[name][line, field] = text
    assert after == before


# --- files ------------------------------------------------------------------------------------


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


# --- faults -----------------------------------------------------------------------------------


def typed(sheet: str, row: int, heading: str, value: Any, number_format: str = "General") -> Change:
    def change(book: Any) -> None:
        cell = book[sheet].cell(row, column(book[sheet], heading))
        cell.value, cell.number_format = value, number_format

    return change


def renamed(sheet: str, row: int, number: int, words: str) -> Change:
    return lambda book: setattr(book[sheet].cell(row, number), "value", words)


def sheet_named(old: str, new: str) -> Change:
    return lambda book: setattr(book[old], "title", new)


def repeated_heading(book: Any) -> None:
    page = book[TTHC]
    for cell in page[HEADER]:
        page.cell(20, cell.column).value = cell.value


def merged(where: str) -> Change:
    return lambda book: book[OTHERS].merge_cells(where)


def own_sheet(name: str) -> Change:
    return lambda book: setattr(book.create_sheet(name), "A1", None) or book[name].append(["Việc riêng"])  # type: ignore[func-returns-value]


FAULTS: dict[str, tuple[Change, str, int, str]] = {
    "bieu-thanh-ngay": (typed(OTHERS, 11, "Giá trị", dt.datetime(2026, 10, 7), "d-mmm"), OTHERS, 11, "Giá trị"),
    "bieu-so-la": (typed(OTHERS, 11, "Giá trị", 2818 / 2822), OTHERS, 11, "Giá trị"),
    "bieu-o-sai": (typed(TTHC, 4, "Tiếp nhận", "#REF!"), TTHC, 4, "Tiếp nhận"),
    "bieu-cong-thuc": (typed(TTHC, 4, "Tiếp nhận", "=1000+250"), TTHC, 4, "Tiếp nhận"),
    "bieu-thieu-tieu-de": (lambda book: book[TTHC].delete_rows(HEADER), TTHC, 1, ""),
    "bieu-cot-lap": (renamed(TTHC, HEADER, 5, "Đến ngày"), TTHC, HEADER, "Đến ngày"),
    "bieu-cot-gan-dung": (renamed(TTHC, HEADER, 6, "Tiếp nhậm"), TTHC, HEADER, "Tiếp nhậm"),
    "bieu-thieu-cot": (renamed(TTHC, HEADER, 1, "Thời gian báo cáo"), TTHC, HEADER, "Kỳ (như in)"),
    "bieu-to-lap": (sheet_named(TASKS, "tthc"), "tthc", 1, ""),
    "bieu-to-gan-dung": (sheet_named(TASKS, "Nhiệm vụ (2)"), "Nhiệm vụ (2)", 1, ""),
    "bieu-o-gop": (merged("A4:C4"), OTHERS, 4, "Chỉ tiêu"),
    "bieu-khac-xa": (typed(START, 3, "Mã xã", 15910), "", 0, ""),
}  # fmt: skip
FAULTS["bieu-khac-xa"] = (lambda book: setattr(book[START]["B4"], "value", "Xã Vĩnh Thủy"), "", 1, "")


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_of_the_form_is_told_at_its_place(code: str, form: Path, data: Path) -> None:
    """An error names sheet, row and column of the form, says in words what to do, and nothing is written."""
    change, sheet, row, heading = FAULTS[code]
    came = import_form(reshape(form, change), data, write=True)
    assert changed(data) == {}
    assert came.broken
    told = [problem for problem in came.problems if problem.code == code]
    place = f"bieu.xlsx, tờ “{sheet}”" if sheet else "bieu.xlsx"
    assert (place, row, heading) in {(p.file, p.line, p.column.removesuffix(REQUIRED_MARK)) for p in told}
    for problem in told:
        assert problem.message.endswith((".", "?"))
        assert len(problem.remedy) > 10


NOTES: dict[str, Change] = {
    "bieu-cot-la": renamed(TTHC, HEADER, 60, "Ý kiến của phòng"),
    "bieu-vang-cot": lambda book: book[TTHC].delete_cols(column(book[TTHC], "Ghi chú")),
    "bieu-to-la": own_sheet("Việc của phòng"),
    "bieu-thieu-to": lambda book: book.remove(book[TASKS]),
    "bieu-tieu-de-lap": repeated_heading,
    "bieu-o-gop-dong": merged("C7:C8"),
    "bieu-cu": lambda book: setattr(book[START]["B6"], "value", "000000000000"),
}
ELSEWHERE = {"bieu-khong-mo", "bieu-lay-so-cong-thuc"}
"""Shown by the tests of files that are refused and of LibreOffice's saves."""


@pytest.mark.parametrize("code", sorted(set(NOTES) - {"bieu-cu", "bieu-o-gop-dong"}))
def test_what_is_not_read_is_mentioned(code: str, form: Path, data: Path) -> None:
    """A note says what was left aside; the data stay as they are."""
    change = NOTES[code]
    if code == "bieu-cot-la":
        edit(form, (TTHC, HEADER, "Ghi chú", "Ghi chú"))
        reshape(form, renamed(TTHC, FIRST, 60, "đã xem"))
    came = import_form(reshape(form, change), data, write=True)
    assert {(p.code, p.severity) for p in came.problems} == {(code, "note")}
    assert changed(data) == {}


def test_every_code_is_shown() -> None:
    """Each code of the form's problems has its case here, and no case is about a code that is gone."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "generator").glob("form*.py")]
    found = set().union(*(re.findall(r'"(bieu-[a-z-]+)"', source) for source in sources))
    assert found == set(FAULTS) | set(NOTES) | ELSEWHERE


def test_an_old_form_is_told(form: Path, data: Path) -> None:
    """Data that changed after the form was made: a warning, beside what the form would change back."""
    replace(data / HOME / "chi-tieu.csv", ",413,", ",415,")
    came = import_form(form, data, write=False)
    assert {(p.code, p.severity) for p in came.problems} == {("bieu-cu", "warning")}
    assert any("415 → 413" in line for line in came.changes)


def test_a_merged_cell_speaks_of_every_row(form: Path, data: Path) -> None:
    """As in a table pasted from Word: one cell beside two rows says the same of both."""
    edit(form, (OTHERS, FIRST + 11, "Vị trí trong văn bản", None))
    where = f"{letter(16)}{FIRST + 10}:{letter(16)}{FIRST + 11}"
    came = import_form(reshape(form, merged(where)), data, write=True)
    assert codes(came) == {"bieu-o-gop-dong"}
    assert changed(data) == {}


def test_a_fault_of_the_data_is_told_in_the_form(form: Path, data: Path) -> None:
    """What the rules refuse stands at its sheet, row and heading, in the form's words; nothing is written."""
    edit(
        form,
        (TTHC, FIRST, "Tiếp nhận mới", 1201),
        (SOURCES, FIRST, "Ghi chú", "Đổi"),
        (OTHERS, FIRST + 6, "Giá trị", "4.13"),
    )
    edit(form, (TASKS, 40, "Nội dung", "Việc mới"), (TTHC, FIRST, "Đúng như văn bản in", None))
    came = import_form(form, data, write=True)
    assert changed(data) == {}
    told = {(p.file, p.line, p.column, p.code) for p in came.problems}
    assert (f"bieu.xlsx, tờ “{OTHERS}”", FIRST + 6, "Giá trị", "so-sai") in told
    assert (f"bieu.xlsx, tờ “{TASKS}”", 40, "Mã", "o-trong-bat-buoc") in told
    words = " ".join(problem.message + problem.remedy for problem in came.problems)
    assert not re.search(r"\b[a-z]+_[a-z_]+\b|\.csv", words.replace("co_ngay", "").replace("khong_neu", "")), words


LOST = {
    "zero lost": (1981, "'01981"),
    "unknown code": ("99999", "01981"),
    "no code": (None, "Bắt đầu"),
}


@pytest.mark.parametrize("fault", LOST)
def test_the_commune_is_named_or_asked_for(fault: str, tmp_path: Path, form: Path) -> None:
    """A code that Excel has shortened, an unknown one, none: told with what to write."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data" / "xa" / "01981-vinh-thong", data / "xa" / "01981-vinh-thong")
    value, remedy = LOST[fault]
    (problem,) = import_form(reshape(form, typed(START, 3, "15910", value)), data, write=True).problems
    assert problem.code == "bieu-khac-xa"
    assert remedy in problem.remedy


def test_a_form_is_not_written_over_a_file(form: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An existing file and an unknown commune are wrong use: exit 2, the file is as it was."""
    before = form.read_bytes()
    assert main(["form", CODE, str(form), "--data", str(data)]) == 2
    assert main(["form", "99999", str(form.with_name("khac.xlsx")), "--data", str(data)]) == 2
    assert form.read_bytes() == before
    assert "Đã có tệp" in capsys.readouterr().err


def test_no_form_from_files_that_cannot_be_read(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A form without the rows of a broken file would delete them: none is made, none is brought in."""
    path, _ = make_form(data, CODE, tmp_path / "truoc.xlsx")
    assert path
    replace(data / HOME / "tthc.csv", "tiep_nhan,", "tiep_nhanh,")
    assert main(["form", CODE, str(tmp_path / "sau.xlsx"), "--data", str(data)]) == 1
    assert "cot-la" in capsys.readouterr().out
    assert not (tmp_path / "sau.xlsx").exists()
    assert codes(import_form(path, data, write=True)) == {"cot-la"}


# --- what the form shows ----------------------------------------------------------------------


def test_everything_is_explained() -> None:
    """Each table has a line, each column an explanation that Excel can show; names fit and are told apart."""
    assert list(WORDS) == [table.name for table in TABLES]
    assert len({slug(words) for table in TABLES for words in (table.title, table.name)}) >= len(TABLES)
    for table in TABLES:
        assert len(table.title) <= 31
        known: dict[str, str] = {}
        for column in table.columns:
            assert 0 < len(explained(table.name, column.name)) <= 255
            for words in (column.name, column.heading):
                assert known.setdefault(slug(words), column.name) == column.name
            if column.choices:
                assert len({slug(words) for words in column.choices.values()}) == len(column.choices)
    assert all(len(words) <= 225 for words in _ADVICE.values())


def test_the_form_offers_lists_and_sums(written: Path) -> None:
    """Drop-downs point to lists; the sums of the catalogue and of budget lines are formulas in grey columns."""
    book = load_workbook(written)
    lists = {rule.formula1 for page in book for rule in page.data_validations.dataValidation if rule.type == "list"}
    assert any(SOURCES in formula for formula in lists)
    for rule in lists:
        if found := re.fullmatch(r"'(.+)'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)", rule):
            values = [book[found[1]][f"{found[2]}{row}"].value for row in range(int(found[3]), int(found[4]) + 1)]
            assert all(values) or found[1] == SOURCES
    head = [cell.value for cell in book[TTHC][HEADER] if cell.value]
    assert "Kiểm: Tiếp nhận − (Tiếp nhận mới + Kỳ trước chuyển qua)" in head
    total = book[BUDGET].cell(FIRST, len(BY_NAME["ngan-sach"].columns) + 2)
    assert "SUMIF" in str(total.value)
    assert [page.title for page in book][1:-1] == [table.title for table in TABLES]
    assert isinstance(book[START]["B3"].value, str)


def test_text_that_looks_like_a_formula_is_text(data: Path, tmp_path: Path) -> None:
    """A cell that begins with = + - @ is stored as text, and comes back as it was."""
    path = data / HOME / "kien-nghi.csv"
    path.write_text(
        "ma,noi_dung,co_quan_tra_loi,thoi_han,nguon,vi_tri,ghi_chu\n"
        + "".join(
            f"kn-{number},{text},,,bao-cao-6-thang,I,\n"
            for number, text in enumerate(['"=HYPERLINK(""http://x"",""y"")"', "+1", "-1", "@SUM(A1)"])
        ),
        encoding="utf-8",
    )
    form, _ = make_form(data, CODE, tmp_path / "bieu.xlsx")
    assert form
    page = load_workbook(form)["Kiến nghị"]
    assert [(page.cell(FIRST + n, 2).data_type, page.cell(FIRST + n, 2).quotePrefix) for n in range(4)] == [
        ("s", True)
    ] * 4
    assert import_form(form, data, write=True) == Imported(())
