"""A form that corrects published figures is asked why; its reason stands in the commune's corrections."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from officer import CODE, HOME, OTHERS, codes, edit, reshape

from generator.commune.survey import survey
from generator.forms.exchange import import_form
from generator.forms.make_form import make_form
from generator.forms.sheets import FIRST
from generator.forms.words import REASON, START

PROCEDURES = "15910.so_tthc.tong.-20260630-thoi_diem.bao_cao.bao-cao-6-thang"


def why(text: Any) -> Any:
    """Write the reason beside its label."""

    def type_in(book: Any) -> None:
        (label,) = (cell for (cell, *_) in book[START].iter_rows(max_col=1) if cell.value == REASON)
        book[START].cell(label.row, 2).value = text

    return type_in


def corrections(data: Path) -> list[str]:
    path = data / HOME / "dinh-chinh.csv"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def test_a_form_without_a_reason_is_asked(form: Path, data: Path) -> None:
    """A warning names the figure and the cell to fill in; the form is taken."""
    before = corrections(data)
    came = import_form(edit(form, (OTHERS, FIRST, "Giá trị", "98,5%")), data, write=True)
    (problem,) = (problem for problem in came.problems if problem.code == "thieu-ly-do")
    assert (problem.severity, problem.file) == ("warning", form.name)
    assert problem.message.startswith("Biểu sửa hoặc bỏ 1 số đã đăng mà không nói vì sao: ")
    assert f"“{REASON}”" in problem.remedy
    assert corrections(data) == before


def test_the_reason_of_the_form_becomes_a_correction(form: Path, data: Path) -> None:
    """A row for the changed value, one for the figure that went; what was written there before stays as it is."""
    made = edit(form, (OTHERS, FIRST + 6, "Giá trị", "415"), (OTHERS, FIRST + 7, "Giá trị", "08/10"))
    came = import_form(reshape(made, why("  Chép nhầm dòng. ")), data, write=True)
    assert "thieu-ly-do" not in codes(came)
    assert f"{HOME}/dinh-chinh.csv" in came.files
    header, *rows = corrections(data)
    assert header == "ma_so_cu,ma_so_moi,ngay,ly_do"
    today = f"{dt.date.today()}"
    assert rows[0] == f"{PROCEDURES},{PROCEDURES},{today},Chép nhầm dòng."
    assert [row.split(",")[2:] for row in rows] == [[today, "Chép nhầm dòng."]] * 2
    assert not survey(data).broken
    path, _ = make_form(data, CODE, form.with_name("lan-hai.xlsx"))
    assert path
    second = edit(path, (OTHERS, FIRST + 6, "Giá trị", "416"))
    assert not import_form(reshape(second, why("Lần hai.")), data, write=True).broken
    assert corrections(data) == [header, *rows, f"{PROCEDURES},{PROCEDURES},{today},Lần hai."]


def test_a_reason_alone_changes_nothing(form: Path, data: Path) -> None:
    """Nothing published changes: there is nothing to explain."""
    assert import_form(reshape(form, why("Không có gì.")), data, write=True).files == ()
    assert corrections(data) == []


def test_a_row_that_led_to_a_figure_leads_where_it_goes(form: Path, data: Path) -> None:
    """A figure that replaced another one gets a new day itself: both old ids lead to the newest."""
    older = PROCEDURES.replace("0630", "0629")
    path = data / HOME / "dinh-chinh.csv"
    path.write_text(f"ma_so_cu,ma_so_moi,ngay,ly_do\n{older},{PROCEDURES},2026-07-01,Ngày sai.", encoding="utf-8")
    made = edit(form, (OTHERS, FIRST + 6, "Đến ngày", dt.date(2026, 6, 28)))
    came = import_form(reshape(made, why("Ngày vẫn sai.")), data, write=True)
    assert not came.broken, came.problems
    newest = PROCEDURES.replace("0630", "0628")
    assert corrections(data)[1:] == [
        f"{older},{newest},2026-07-01,Ngày sai.", f"{PROCEDURES},{newest},{dt.date.today()},Ngày vẫn sai.",
    ]  # fmt: skip
    assert not survey(data).broken


def test_what_was_private_in_a_reason_is_refused(form: Path, data: Path) -> None:
    """The reason is published: it is looked at as every cell of the form."""
    made = edit(form, (OTHERS, FIRST, "Giá trị", "98,5%"))
    came = import_form(reshape(made, why("Hỏi lại số máy 0912 345 678")), data, write=True)
    assert came.broken
    assert "thong-tin-ca-nhan" in codes(came)
    assert corrections(data) == []
