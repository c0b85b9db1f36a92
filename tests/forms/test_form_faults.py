"""A form that cannot be taken is told at its place, in words; what is left aside is mentioned."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from form_faults import FAULTS, form_codes, merged, own_sheet, renamed, repeated_heading, sheet_named, typed
from officer import (
    CODE,
    HOME,
    OTHERS,
    SOURCES,
    TASKS,
    TTHC,
    Change,
    changed,
    codes,
    column,
    edit,
    reshape,
)
from support import ROOT, replace

from generator.cli import main
from generator.forms.exchange import import_form
from generator.forms.make_form import make_form
from generator.forms.sheets import FIRST, HEADER, REQUIRED_MARK, letter
from generator.forms.words import START
from generator.language.numbers import read_quantity

pytestmark = pytest.mark.slow


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


@pytest.mark.parametrize(("value", "whole"), [(0.9986, "99,86%"), (0.5, "50%"), (1, "100%")])
def test_a_share_without_its_sign_is_no_guess(value: float, whole: str, form: Path, data: Path) -> None:
    """0,9986 in a plain cell may be 99,86%: told with both readings. The same in a cell that shows percent is read."""
    told = import_form(reshape(form, typed(OTHERS, FIRST, "Giá trị", value)), data, write=True)
    assert {(p.code, p.line, p.column) for p in told.problems} == {("bieu-so-la", FIRST, "Giá trị")}
    assert all(f"viết {whole} hoặc" in p.remedy for p in told.problems)
    assert changed(data) == {}
    assert not import_form(reshape(form, typed(OTHERS, FIRST, "Giá trị", value, "0.00%")), data, write=True).broken
    assert read_quantity(changed(data)["chi-tieu", 2, "gia_tri"], "%").number == read_quantity(whole, "%").number


NOTES: dict[str, Change] = {
    "bieu-cot-la": renamed(TTHC, HEADER, 60, "Ý kiến của phòng"),
    "bieu-vang-cot": lambda book: book[TTHC].delete_cols(column(book[TTHC], "Ghi chú")),
    "bieu-to-la": own_sheet,
    "bieu-thieu-to": lambda book: book.remove(book[TASKS]),
    "bieu-tieu-de-lap": repeated_heading,
    "bieu-o-gop-dong": merged("C7:C8"),
    "bieu-giong-ngay": typed(TTHC, FIRST, "Nộp trực tuyến", 46302),
    "bieu-cu": lambda book: setattr(book[START]["B6"], "value", "000000000000"),
}
ELSEWHERE = {
    "bieu-khong-mo", "bieu-lay-so-cong-thuc", "bieu-cu-mat-dong", "bieu-thang-dong-la", "bieu-thang-hong",
}  # fmt: skip
"""Shown by the tests of files that are refused, of LibreOffice's saves, of an old form, of a month's form."""


@pytest.mark.parametrize("code", sorted(set(NOTES) - {"bieu-cu", "bieu-giong-ngay", "bieu-o-gop-dong"}))
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
    assert form_codes() == set(FAULTS) | set(NOTES) | ELSEWHERE


OTHERWISE: dict[str, Change] = {
    "a sheet by another name": sheet_named(TTHC, "TTHC tháng 6"),
    "a column of numbers by another name": renamed(TTHC, HEADER, 6, "Tổng số"),
}


@pytest.mark.parametrize("case", OTHERWISE)
def test_numbers_under_another_name_are_asked_about(case: str, form: Path, data: Path) -> None:
    """What looks like a part of the form is not passed over as somebody's own; nothing is written."""
    came = import_form(reshape(form, OTHERWISE[case]), data, write=True)
    assert {p.code for p in came.problems if p.severity == "error"} == {
        "bieu-to-gan-dung" if "sheet" in case else "bieu-cot-gan-dung"
    }
    assert changed(data) == {}


def test_an_old_form_is_told(form: Path, data: Path) -> None:
    """Data that changed after the form was made: a warning, beside what the form would change back."""
    replace(data / HOME / "chi-tieu.csv", ",413,", ",415,")
    came = import_form(form, data, write=False)
    assert {(p.code, p.severity) for p in came.problems} == {("bieu-cu", "warning"), ("thieu-ly-do", "warning")}
    assert any("415 → 413" in line for line in came.changes)


def test_an_old_form_takes_nothing_away(form: Path, data: Path) -> None:
    """Rows that were added after the form was made are not deleted by it; a form of today may delete a row."""
    path = data / HOME / "van-ban.csv"
    today = path.read_bytes()
    path.write_text(today.decode() + "99/KH,Kế hoạch,2026-05-30,,Việc mới,bc-5,Mục 9,\n", encoding="utf-8")
    newer = path.read_bytes()
    came = import_form(form, data, write=True)
    assert {p.code for p in came.problems if p.severity == "error"} == {"bieu-cu-mat-dong"}
    assert path.read_bytes() == newer


def test_a_number_that_may_have_been_a_date_is_asked_about(form: Path, data: Path) -> None:
    """07/10 typed into a cell for numbers becomes a day's number: taken, with a warning."""
    came = import_form(reshape(form, NOTES["bieu-giong-ngay"]), data, write=False)
    assert ("bieu-giong-ngay", "warning", FIRST) in {(p.code, p.severity, p.line) for p in came.problems}


def test_a_merged_cell_speaks_of_every_row(form: Path, data: Path) -> None:
    """As in a table pasted from Word: one cell beside two rows says the same of both."""
    edit(form, (OTHERS, FIRST + 11, "Vị trí trong văn bản", None))
    where = f"{letter(16)}{FIRST + 10}:{letter(16)}{FIRST + 11}"
    came = import_form(reshape(form, merged(where)), data, write=True)
    assert codes(came) == {"bieu-o-gop-dong"}
    assert changed(data) == {}


@pytest.mark.parametrize(("sheet", "heading"), [(OTHERS, "Giá trị"), (TTHC, "Tiếp nhận")])
def test_a_merged_number_is_not_counted_twice(sheet: str, heading: str, form: Path, data: Path) -> None:
    """A number beside two rows belongs to one of them, or is their sum: nobody can know."""

    def merge_two(book: Any) -> None:
        page = book[sheet]
        name = letter(column(page, heading))
        page.merge_cells(f"{name}{FIRST}:{name}{FIRST + 1}")

    came = import_form(reshape(form, merge_two), data, write=True)
    assert {(p.code, p.severity, p.line, p.column) for p in came.problems} == {("bieu-o-gop", "error", FIRST, heading)}
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


def test_a_message_names_the_column_of_the_sheet_it_sends_to(form: Path, data: Path) -> None:
    """An unknown document is registered in a sheet whose column has another heading than the one at fault."""
    (told,) = import_form(edit(form, (TTHC, FIRST, "Văn bản nguồn", "bc-99")), data, write=True).problems
    assert told.code == "nguon-la"
    assert "cột “Mã văn bản”" in told.remedy
    assert ".csv" not in told.remedy
