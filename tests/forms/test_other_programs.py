"""Forms as other programs leave them: what means the same is read the same, anything else is refused in words."""

from __future__ import annotations

import csv
import datetime as dt
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from officer import CODE, HOME, Change, codes, reshape
from openpyxl import load_workbook
from openpyxl.styles import PatternFill
from support import ROOT, replace, tree
from test_month_form import FILLED, answers, lines

from generator.cli import main
from generator.forms.bring_in import Imported
from generator.forms.exchange import import_form
from generator.forms.make_form import make_form, month_form_of
from generator.forms.words import CODE as CODE_LABEL
from generator.forms.words import MONTH
from generator.forms.write_month import ANSWER, BEFORE, LABEL, PLACE

LINE, HOURS = "Đường dây cơ quan", "Giờ mở cửa"
PHONE = 360
"""Pixels of a narrow phone."""


@pytest.fixture
def month(data: Path, tmp_path: Path) -> Path:
    """The made-up commune's form for July, filled in."""
    path, _ = make_form(data, CODE, tmp_path / "thang.xlsx", partial(month_form_of, month=dt.date(2026, 7, 1)))
    assert path
    return reshape(path, answers(path, **FILLED))


def row_of(page: Any, label: str) -> int:
    return next(row for row in range(4, page.max_row + 1) if page.cell(row, LABEL).value == label)


def typed(label: str, value: Any, number_format: str = "General", column: int = ANSWER) -> Change:
    def change(book: Any) -> None:
        cell = book[MONTH].cell(row_of(book[MONTH], label), column)
        cell.value, cell.number_format = value, number_format
        if isinstance(value, str):
            cell.data_type = "s"

    return change


def blanks(book: Any) -> None:
    """Cells that were coloured, and some that hold a blank, far below and beside."""
    for row in range(200, 300):
        for column in range(1, 27):
            book[MONTH].cell(row, column).fill = PatternFill("solid", fgColor="FFFFFF")
    book[MONTH].cell(250, ANSWER).value = " "


def without_rules(book: Any) -> None:
    book[MONTH].data_validations.dataValidation = []


def protected(book: Any) -> None:
    book[MONTH].protection.sheet = True


def own_sheet(book: Any) -> None:
    book.create_sheet("Trang tính2", 0)["A1"] = "Việc riêng"


SAME: dict[str, Change] = {
    "another name": lambda book: setattr(book[MONTH], "title", "Trang tính1"),
    "blanks": blanks,
    "no lists": without_rules,
    "protected": protected,
    "a sheet of one's own": own_sheet,
    "a copy": lambda book: book.copy_worksheet(book[MONTH]),
    "a number of a formula's kind": typed("Tiếp nhận", 1450.0),
    "a number as text": typed("Tiếp nhận", "1450 ", "@"),
    "a number with its apostrophe": typed("Tiếp nhận", "'1450", "@"),
    "an apostrophe that was made a quote": typed("Số hiệu", "’80/BC-UBND", "@"),
    "a code with its apostrophe": typed(CODE_LABEL, f"'{CODE}", "@"),
    "a day as a text": typed("Ngày ban hành", "31/07/2026", "@"),
    "a day in words": typed("Ngày ban hành", "ngày 31 tháng 7 năm 2026", "@"),
    "a day in another look": typed("Ngày ban hành", dt.datetime(2026, 7, 31, 7), "m/d/yy h:mm"),
    "a place that is a number": typed("Tiếp nhận", "Mục II.1", "@", PLACE),
}


@pytest.mark.parametrize("what", SAME)
def test_what_another_program_does_changes_nothing(what: str, data: Path, month: Path, tmp_path: Path) -> None:
    """The same files come of it, byte by byte, and nothing is told."""
    plain = shutil.copytree(data, tmp_path / "so")
    assert import_form(month, plain, write=True).problems == ()
    assert import_form(reshape(month, SAME[what]), data, write=True).problems == ()
    assert tree(data) == tree(plain)


def merged(columns: str, label: str, rows: int) -> Change:
    def change(book: Any) -> None:
        page, (left, right) = book[MONTH], columns.split(":")
        top = row_of(page, label)
        page.merge_cells(f"{left}{top}:{right}{top + rows - 1}")

    return change


def another_copy(book: Any) -> None:
    page = book.copy_worksheet(book[MONTH])
    page.cell(row_of(page, "Tiếp nhận"), ANSWER).value = 1451


REFUSED: dict[str, tuple[Change, str, str]] = {
    "one answer over two lines": (merged("B:B", "Tiếp nhận", 2), "bieu-o-gop", "Tiếp nhận"),
    "an answer below its question": (merged("A:B", "Tiếp nhận", 1), "bieu-o-gop", "Tiếp nhận"),
    "two that differ": (another_copy, "bieu-to-lap", ""),
    "a line without its first digit": (typed(LINE, 2373123456), "bieu-so-la", LINE),
    "hours that became a number": (typed(HOURS, 0.3125), "bieu-so-la", HOURS),
    "a place that became a day": (
        typed("Tiếp nhận", dt.date(2026, 1, 2), "d-mmm", PLACE),
        "bieu-thanh-ngay",
        "Tiếp nhận",
    ),
    "a day that became a number": (typed("Ngày ban hành", 46234), "ngay-sai", "Ngày ban hành"),
    "a day of America": (typed("Ngày ban hành", "07/31/2026", "@"), "ngay-sai", "Ngày ban hành"),
    "thousands of England": (typed("Tiếp nhận", "1,450", "@"), "so-sai", "Tiếp nhận"),
    "thousands that became a part": (typed("Tiếp nhận", 1.45, "#,##0"), "so-sai", "Tiếp nhận"),
    "a logical value": (typed("Tiếp nhận", value=True), "bieu-o-sai", "Tiếp nhận"),
    "a mark of what was left out": (typed("Tiếp nhận", "…"), "so-sai", "Tiếp nhận"),
}
"""What is done, the code of what is told of it, and the line where it is told."""


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_not_clear_is_told_at_its_line(what: str, data: Path, month: Path) -> None:
    """With what to do; nothing is written."""
    change, code, label = REFUSED[what]
    before = tree(data)
    came = import_form(reshape(month, change), data, write=True)
    line = row_of(load_workbook(month)[MONTH], label) if label else 1
    assert (code, line) in {(p.code, p.line) for p in came.problems if p.severity == "error"}, came.problems
    assert all(problem.remedy for problem in came.problems)
    assert tree(data) == before


@pytest.mark.parametrize("line", [1022, 19001234])
def test_a_line_of_a_service_may_be_a_number(line: int, data: Path, month: Path) -> None:
    assert import_form(reshape(month, typed(LINE, line)), data, write=True).problems == ()


def test_a_code_that_lost_its_first_digit_is_told_in_its_sheet(data: Path, month: Path) -> None:
    """What is told of a month's form names its own sheet, whatever that is called."""

    def spoil(book: Any) -> None:
        typed(CODE_LABEL, None)(book)
        book[MONTH].title = "Sheet1"

    came = import_form(reshape(month, spoil), data, write=True)
    assert codes(came) == {"bieu-khac-xa"}
    assert "“Sheet1”" in came.problems[0].message


def test_without_the_hidden_column_nothing_else_is_told(data: Path, month: Path) -> None:
    """Some programs leave hidden columns out: then no line is known, and a line of the office is no fault besides."""
    reshape(month, typed(LINE, "0237 3123 456", "@"))
    assert codes(import_form(reshape(month, lambda book: book[MONTH].delete_cols(6)), data, write=True)) == {
        "bieu-thang-hong"
    }


def test_a_line_told_twice_becomes_public_once(data: Path, month: Path) -> None:
    """Two places where people are helped may share a line."""
    first = f"{(data / HOME / 'diem-ho-tro.csv').read_text(encoding='utf-8')}"
    assert first.count("\n") > 1, "the commune has a place"

    def answer_all(book: Any) -> None:
        for row, _, label, _, _ in lines(month):
            if label == LINE:
                book[MONTH].cell(row, ANSWER).value = "0237 3123 456"

    import_form(reshape(month, answer_all), data, write=True)
    assert (data / HOME / "xa.yml").read_text(encoding="utf-8").count("0237 3123 456") == 1


# --- what is written for all programs -----------------------------------------------------------


def raw_texts(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if "sheets/" in name)


@pytest.mark.parametrize("folder", sorted(path.name for path in (ROOT / "data" / "xa").iterdir()))
@pytest.mark.parametrize("make", [None, month_form_of], ids=["whole", "month"])
def test_no_text_looks_like_an_escape(folder: str, make: Any, tmp_path: Path) -> None:
    """LibreOffice makes a line end of `_xa_`: an id that has it would be another one after a save."""
    path, _ = make_form(ROOT / "data", folder.partition("-")[0], tmp_path / "bieu.xlsx", make)
    assert path
    assert set(re.findall("_x[0-9a-fA-F]{1,4}_?", raw_texts(path))) <= {"_x005F_"}


def test_a_text_that_looks_like_an_escape_comes_back(data: Path, tmp_path: Path) -> None:
    replace(data / HOME / "nguon.csv", "Báo cáo giả 5 tháng đầu năm 2026", "Báo cáo giả bao_cao_xa_cu_5.pdf")
    before = tree(data)
    path, _ = make_form(data, CODE, tmp_path / "bieu.xlsx")
    assert path
    assert import_form(path, data, write=True) == Imported(())
    assert tree(data) == before


def test_a_month_keeps_what_is_typed_and_fits_a_phone(data: Path, tmp_path: Path) -> None:
    """Every cell that may be filled in is for text, since a machine set to English makes 1 of `1.000`; question, answer
    and last value fit beside the numbers of rows.
    """
    path, _ = make_form(data, CODE, tmp_path / "trong.xlsx", month_form_of)
    assert path
    page = load_workbook(path)[MONTH]
    for row, *_ in lines(path):
        assert page.cell(row, ANSWER).number_format == "@"
    widths = [page.column_dimensions[letter].width for letter in "ABC"]
    assert sum(7 * width + 5 for width in widths) + 30 <= PHONE
    assert page.freeze_panes == "B3"
    assert str(page.cell(2, BEFORE).value).startswith("Lần trước")


@pytest.mark.parametrize("folder", sorted(path.name for path in (ROOT / "data" / "xa").iterdir()))
def test_no_heading_stands_over_nothing(folder: str, tmp_path: Path) -> None:
    path, _ = make_form(ROOT / "data", folder.partition("-")[0], tmp_path / "thang.xlsx", month_form_of)
    assert path
    page = load_workbook(path)[MONTH]
    marked = {row for row, *_ in lines(path)}
    headings = {row for row in range(6, page.max_row - 2) if page.cell(row, LABEL).font.b} - marked
    assert headings
    assert [page.cell(row, LABEL).value for row in headings if row + 1 not in marked] == []


# --- other kinds of file ------------------------------------------------------------------------


def saved_as_text(form: Path, sheet: str) -> Path:
    """What “CSV UTF-8” makes of a sheet."""
    path = form.with_suffix(".csv")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(load_workbook(form)[sheet].iter_rows(values_only=True))
    return path


@pytest.mark.parametrize("sheet", [MONTH, "Bắt đầu"])
def test_a_form_saved_as_text_is_no_table(
    sheet: str, data: Path, month: Path, form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told what to do with it, and no mapping is proposed."""
    path = saved_as_text(month if sheet == MONTH else form, sheet)
    assert main(["import", str(path), "--data", str(data)]) == 1
    said = capsys.readouterr().out
    assert "chỉ giữ chữ của một tờ" in said
    assert "Mở lại biểu .xlsx" in said
    assert not path.with_suffix(".yml").exists()


# --- the real one, where there is one -----------------------------------------------------------


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """A file as LibreOffice saves it in another kind."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("no LibreOffice here")
    profile = f"-env:UserInstallation={tmp_path_factory.mktemp('ho-so').as_uri()}"

    def convert(path: Path, kind: str) -> Path:
        out = path.parent / f"{path.stem}-{kind}"
        command = [office, profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True)
        return out / f"{path.stem}.{kind}"

    return convert


@pytest.mark.slow
def test_saved_by_the_real_one_it_says_the_same(
    data: Path, month: Path, tmp_path: Path, converted: Callable[[Path, str], Path]
) -> None:
    """Saved twice, and through its own kind of file, which is refused as it is."""
    plain = shutil.copytree(data, tmp_path / "so")
    import_form(month, plain, write=True)
    own = converted(month, "ods")
    came = import_form(own, data, write=True)
    assert codes(came) == {"bieu-khong-mo"}
    assert ".ods" in came.problems[0].message
    for number, path in enumerate((converted(converted(month, "xlsx"), "xlsx"), converted(own, "xlsx"))):
        here = shutil.copytree(data, tmp_path / f"lai-{number}")
        assert import_form(path, here, write=True).problems == ()
        assert tree(here) == tree(plain)
