"""A whole budget of sixty lines, by CSV and by form: the same rows, sums of what belongs together, rows that change."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from pathlib import Path
from typing import Any

import pytest
from officer import BUDGET, CODE, HOME, column, edit, reshape
from openpyxl import load_workbook
from support import lay_over

from generator.commune.survey import survey
from generator.figures.budget_lines import lines
from generator.forms.bring_in import Imported
from generator.forms.exchange import import_form
from generator.forms.make_form import make_form
from generator.forms.sheets import FIRST

pytestmark = pytest.mark.slow

FILE = f"{HOME}/ngan-sach.csv"


@pytest.fixture
def budget(tmp_path: Path) -> Path:
    return lay_over("sau-muoi-khoan", tmp_path)


@pytest.fixture
def sheet(budget: Path, tmp_path: Path) -> Path:
    path, problems = make_form(budget, CODE, tmp_path / "bieu.xlsx")
    assert path
    assert not problems
    return path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_by_csv_sixty_lines_are_read(budget: Path) -> None:
    """Nothing is said of them; plan and result of a line stand together, a balance may be below zero."""
    read = survey(budget)
    assert read.problems == ()
    own = lines(read.figures)
    assert len(own) == 60
    told = {line.words: line.year(2026) for line in own}
    revenue = told["Tổng thu ngân sách xã"]
    assert revenue.given
    assert revenue.given.giver == "xã giao"
    share = told["Thu gom, xử lý rác"].share
    assert share
    assert 108 < share < 108.2
    balance = told["Chênh lệch thu và chi"].done
    assert balance
    assert balance.number < 0
    assert told["Dự phòng ngân sách"].done is None


def test_by_form_no_byte_changes(budget: Path, sheet: Path) -> None:
    before = (budget / FILE).read_bytes()
    assert import_form(sheet, budget, write=True) == Imported(())
    assert (budget / FILE).read_bytes() == before


def test_typed_into_an_empty_form_it_is_the_same_budget(budget: Path, sheet: Path, tmp_path: Path) -> None:
    """Rows of one folder's form, brought into a folder without them, give the same figures."""
    expected = {(figure.id, figure.number if figure.has_value else None) for figure in survey(budget).figures}
    empty = lay_over("sau-muoi-khoan", tmp_path / "other")
    head = (empty / FILE).read_text(encoding="utf-8").splitlines()[0]
    (empty / FILE).write_text(f"{head}\n", encoding="utf-8")
    came = import_form(sheet, empty, write=True)
    assert {problem.code for problem in came.problems} == {"bieu-cu"}
    assert {(figure.id, figure.number if figure.has_value else None) for figure in survey(empty).figures} == expected


def test_an_amount_that_changes_changes_its_cell(budget: Path, sheet: Path) -> None:
    before = rows((budget / FILE).read_text(encoding="utf-8"))
    edit(sheet, (BUDGET, FIRST + 3, "Số tiền", 9_000_000_000))
    import_form(sheet, budget, write=True)
    after = rows((budget / FILE).read_text(encoding="utf-8"))
    assert _changed(before, after) == {(3, "so_tien")}
    assert after[3]["so_tien"] == "9000000000 đồng"


def test_rows_of_the_next_month_are_the_rows_of_this_one(budget: Path, sheet: Path) -> None:
    """An officer who writes a later day over an earlier one changes rows, and makes none anew."""
    before = rows((budget / FILE).read_text(encoding="utf-8"))
    at = [number for number, row in enumerate(before) if row["giai_doan"] == "thuc_hien"]
    later = (("Kỳ (như in)", "lũy kế đến 27/8/2026"), ("Đến ngày", dt.date(2026, 8, 27)))
    edit(sheet, *((BUDGET, FIRST + number, heading, value) for number in at for heading, value in later))
    assert import_form(sheet, budget, write=True).files
    after = rows((budget / FILE).read_text(encoding="utf-8"))
    assert _changed(before, after) == {(number, name) for number in at for name in ("ky", "den_ngay")}


def _changed(before: list[dict[str, str]], after: list[dict[str, str]]) -> set[tuple[int, str]]:
    """Number of a row and the column of each cell that differs."""
    pairs = enumerate(zip(before, after, strict=True))
    return {(number, name) for number, (old, new) in pairs for name in old if old[name] != new[name]}


def test_a_form_made_before_keeps_what_it_does_not_know(budget: Path, sheet: Path) -> None:
    """Without the columns that came later, and with headings of then, it says so and takes nothing away."""
    before = (budget / FILE).read_bytes()

    def as_before(book: Any) -> None:
        page = book[BUDGET]
        for heading in ("Bảng", "Cấp giao", "% so dự toán (như in)", "% so cùng kỳ năm trước (như in)"):
            page.delete_cols(column(page, heading))
        for heading in ("Mã khoản", "Mã khoản cha"):
            cell = page.cell(FIRST - 1, column(page, heading))
            cell.value = str(cell.value).replace("khoản", "dòng")

    came = import_form(reshape(sheet, as_before), budget, write=True)
    assert {problem.code for problem in came.problems} == {"bieu-vang-cot"}
    assert (budget / FILE).read_bytes() == before


def test_the_form_adds_up_what_belongs_together(sheet: Path) -> None:
    """Beside each line the sum of its parts in the same table, stage, period and document: what is said to be whole
    adds up, and nothing is added across tables, stages or givers.
    """
    page = load_workbook(sheet)[BUDGET]
    check = column(page, "Kiểm: Cộng các khoản con")
    name, all_there, amount = (column(page, words) for words in ("Nội dung", "Đã đủ dòng con", "Số tiền"))
    sums: dict[tuple[str, str], Any] = {}
    for row in range(FIRST, FIRST + 121):
        added = _worked_out(page, str(page.cell(row, check).value))
        sums[str(page.cell(row, name).value), str(page.cell(row, column(page, "Giai đoạn")).value)] = added
        if page.cell(row, all_there).value == "có":
            assert added == pytest.approx(_number(page.cell(row, amount).value))
    assert sums["Lương và phụ cấp giáo viên", "dự toán"] == ""
    # no part has the giver of the two plans of revenue
    assert sums["Tổng thu ngân sách xã", "dự toán"] == ""
    assert sums["Tổng thu ngân sách xã", "thực hiện"] > 0


def _worked_out(page: Any, formula: str) -> Any:
    """What the formula of a sum gives: '' where no row is alike."""
    alike = re.findall(r"\(\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)=([A-Z]+\d+)\)", formula.partition("=0")[0])
    (amounts,) = re.findall(r",\$([A-Z]+)\$\d+:\$[A-Z]+\$\d+\)\)\)$", formula)
    found = [
        _number(page[f"{amounts}{row}"].value)
        for row in range(int(alike[0][1]), int(alike[0][2]) + 1)
        if all(page[f"{own}{row}"].value == page[other].value for own, _, _, other in alike)
    ]
    return sum(found) if found else ""


def _number(value: Any) -> float:
    return value if isinstance(value, (int, float)) else 0
