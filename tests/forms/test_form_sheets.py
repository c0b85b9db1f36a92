"""What stands in a form, and what one cell of it means."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from officer import (
    BUDGET,
    CODE,
    HOME,
    OTHERS,
    SOURCES,
    TASKS,
    TTHC,
    brought,
    catalogue,
    cells,
    column,
    reshape,
)
from openpyxl import load_workbook

from generator.forms.bring_in import Imported
from generator.forms.cells import Cell, ids
from generator.forms.exchange import import_form
from generator.forms.make_form import make_form
from generator.forms.names import names_in
from generator.forms.read_form import read_form
from generator.forms.sheets import FIRST, HEADER, letter
from generator.forms.words import START
from generator.forms.write_form import ADVICE
from generator.tables.all_tables import BY_NAME, TABLES

pytestmark = pytest.mark.slow

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
    "lines as Excel stores them": ((OTHERS, 4, "Ghi chú"), "một_x000D_\nhai", "@", "một hai"),
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


def test_advice_fits() -> None:
    """What Excel says to a cell that is unlike its column can be shown whole."""
    assert all(len(words) <= 225 for words in ADVICE.values())


def test_the_form_offers_lists_and_sums(written: Path) -> None:
    """Drop-downs point to lists; the sums of the catalogue and of budget lines are formulas in grey columns."""
    book = load_workbook(written)
    lists = {rule.formula1 for page in book for rule in page.data_validations.dataValidation if rule.type == "list"}
    assert any(SOURCES in formula for formula in lists)
    sources = book[SOURCES]
    replaced = f"{letter(column(sources, 'Thay thế văn bản'))}{FIRST}"
    (own,) = [rule for rule in sources.data_validations.dataValidation if replaced in rule.sqref]
    assert (own.type, SOURCES in own.formula1) == ("list", True)
    for rule in lists:
        if found := re.fullmatch(r"'(.+)'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)", rule):
            values = [book[found[1]][f"{found[2]}{row}"].value for row in range(int(found[3]), int(found[4]) + 1)]
            assert all(values) or found[1] == SOURCES
    head = [cell.value for cell in book[TTHC][HEADER] if cell.value]
    assert "Kiểm: Tiếp nhận − (Tiếp nhận mới + Kỳ trước chuyển qua)" in head
    total = book[BUDGET].cell(FIRST, len(BY_NAME["ngan-sach"].columns) + 2)
    assert "SUMPRODUCT" in str(total.value)
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


def test_words_of_two_codes_mean_neither() -> None:
    """A name that is another's code is shown with its own code, and comes back; bare, it stays for the rules."""
    indicator = next(iter(catalogue().indicators.values()))
    own = replace(indicator, breakdowns={"khac": "Hộ khác", "con_lai": "Khác", "nam": "Nam"})
    names = names_in(replace(catalogue(), indicators={own.id: own}))
    table = BY_NAME["chi-tieu"]

    def read(words: str) -> str:
        return ids({"chi_tieu": Cell(own.id), "phan_to": Cell(words)}, table, names)["phan_to"].text

    shown = names.breakdowns[own.id]
    assert {id: read(words) for id, words in shown.items()} == {id: id for id in shown}
    assert [read(words) for words in ("Khác", " HỘ  khac", "nam")] == ["Khác", "khac", "nam"]
