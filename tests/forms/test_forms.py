"""The Excel form: what is written comes back, edits become exactly those changes and no other."""

from __future__ import annotations

import csv
import datetime as dt
import random
import re
import shutil
import unicodedata
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from officer import (
    CASE,
    HOME,
    OTHERS,
    SAVED,
    SOURCES,
    TASKS,
    TTHC,
    Change,
    brought,
    cells,
    changed,
    codes,
    edit,
    pages_of,
    reshape,
)
from openpyxl.styles import PatternFill
from support import COMMUNE, ROOT, tree

from generator.cli import main
from generator.forms.bring_in import Imported
from generator.forms.exchange import import_form
from generator.forms.make_form import make_form
from generator.forms.read_form import Page
from generator.forms.sheets import FIRST, HEADER
from generator.forms.words import LISTS
from generator.language.vietnamese import clean
from generator.tables.all_tables import TABLES

pytestmark = pytest.mark.slow

REAL = sorted(path.name for path in (ROOT / "data" / "xa").iterdir())


@pytest.mark.own_process
@pytest.mark.parametrize("folder", REAL)
def test_a_round_trip_changes_no_byte(folder: str, tmp_path: Path) -> None:
    """The form of every real commune, brought back untouched, says nothing and touches nothing."""
    shutil.copytree(ROOT / "data" / "xa" / folder, tmp_path / "data" / "xa" / folder)
    before = tree(tmp_path / "data")
    path, _ = make_form(tmp_path / "data", folder.partition("-")[0], tmp_path / "bieu.xlsx")
    assert path
    assert import_form(path, tmp_path / "data", write=True) == Imported(())
    assert tree(tmp_path / "data") == before


def as_when_saved(data: Path) -> Path:
    """The folder as it was when the forms were saved, without the tables that came later."""
    for later in ("tien-do.csv", "ket-qua.csv"):
        (data / COMMUNE / later).unlink()
    return data


def test_saved_by_libreoffice_it_is_the_same(data: Path) -> None:
    """Opening and saving in LibreOffice changes nothing; what came after the form is mentioned."""
    came = import_form(SAVED / "libreoffice-luu-lai.xlsx", as_when_saved(data), write=True)
    assert (codes(came), came.changes, came.files) == ({"bieu-thieu-to", "bieu-vang-cot"}, (), ())
    assert {problem.column for problem in came.problems} >= {"Thay thế văn bản"}
    assert changed(data) == {}


def test_edited_in_libreoffice_only_the_edits_count(data: Path) -> None:
    """Sorted, coloured, filtered, hidden, rows and a column added, two sheets gone: only the four numbers and
    the two new rows of the month change, and the formula, the own column and the lost sheets are mentioned.
    """
    came = import_form(SAVED / "libreoffice-sua.xlsx", as_when_saved(data), write=True)
    assert {problem.code for problem in came.problems if problem.severity != "note"} == {"thieu-ly-do"}
    assert codes(came) == {"bieu-cot-la", "bieu-lay-so-cong-thuc", "bieu-thieu-to", "bieu-vang-cot", "thieu-ly-do"}
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
            rows = list(csv.DictReader(file))
        for number, column in enumerate(table.columns, 1):
            page.cell(HEADER, number).value = column.name
            for line, row in enumerate(rows, FIRST):
                page.cell(line, number).value = row.get(column.name, "")
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


EDITABLE = ("ghi_chu", "vi_tri", "nhu_in", "noi_dung", "co_so", "ngoai_tru", "trich_yeu", "doc_o_dau", "phoi_hop")
TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30).map(clean).filter(bool)
PLACES = [
    (table.name, line, name)
    for table in TABLES
    for line, name in cells((CASE / HOME / table.file).read_text(encoding="utf-8"))
    if name in EDITABLE and (table.name, name) != ("nhan-xet", "vi_tri")
]


@settings(max_examples=60)
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


PROGRESS = "Tiến độ"


def test_progress_is_chosen_from_what_is_open(form: Path, data: Path) -> None:
    """The list names each open task, recommendation and need by its code and words; what is chosen is read as its
    code, a code alone as well. What is over is offered no more, and stays where it was reported.
    """
    book = openpyxl.load_workbook(form)
    columns = book[LISTS].iter_cols(min_row=HEADER)
    words = [str(cell.value) for column in columns for cell in column if cell.value]
    begin = words.index("Tiến độ: Mã việc") + 1
    offered = [word for word in words[begin:] if re.match(r"[a-z0-9-]+: ", word)]
    task = next(word for word in offered if word.startswith("nv-2: "))
    shown = book[PROGRESS].cell(FIRST, 1).value
    assert shown == task
    row = {"Tình trạng": "xong", "Văn bản viết gì": "đã rà soát xong", "Văn bản nguồn": "bao-cao-6-thang",
           "Vị trí trong văn bản": "Mục II.2"}  # fmt: skip
    edit(form, (PROGRESS, 30, "Mã việc", task), *((PROGRESS, 30, *item) for item in row.items()))
    edit(form, (PROGRESS, 31, "Mã việc", "kn-1"), *((PROGRESS, 31, *item) for item in (row | {
        "Tình trạng": "đã trả lời", "Văn bản nguồn": "bao-cao-5-thang"}).items()))  # fmt: skip
    came = import_form(form, data, write=True)
    assert [problem for problem in came.problems if problem.severity == "error"] == []
    written = (data / HOME / "tien-do.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[:3] for line in written[-2:]] == [["nv-2", "", "da_xong"], ["kn-1", "", "da_tra_loi"]]
    again, _ = make_form(data, "15910", form.with_name("sau.xlsx"))
    assert again
    later = {cell.value for column in openpyxl.load_workbook(again)[LISTS].iter_cols() for cell in column}
    assert task not in later
