"""Each remedy of a form, followed to the letter, makes its problem go away and brings no other."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from form_faults import FAULTS, renamed, sheet_named, typed
from officer import CODE, OTHERS, TASKS, TTHC, Change, changed, reshape
from openpyxl import load_workbook
from test_month_form import FILLED, JULY, answers, lines

from generator.forms.bring_in import Imported
from generator.forms.exchange import import_form
from generator.forms.make_form import make_form, month_form_of
from generator.forms.sheets import FIRST, HEADER
from generator.forms.words import MONTH, MONTH_HEADINGS, SENTENCE

pytestmark = pytest.mark.slow


HEADINGS: list[Any] = []
"""What stands in the row of headings before a fault."""


def heading_again(book: Any) -> None:
    """The row of headings copied from a form that nobody has filled in."""
    page = book[TTHC]
    page.insert_rows(HEADER)
    for number, words in enumerate(HEADINGS, 1):
        page.cell(HEADER, number).value = words


def heading_to_the_top(book: Any) -> None:
    page = book[OTHERS]
    heading = [cell.value for cell in page[FIRST + 1]]
    page.delete_rows(FIRST + 1)
    page.insert_rows(HEADER)
    for number, words in enumerate(heading, 1):
        page.cell(HEADER, number).value = words


def column_again(book: Any) -> None:
    """A new column with the heading, filled in for every row."""
    page = book[TTHC]
    page.cell(HEADER, 60).value = "Kỳ (như in)"
    for row in range(FIRST, page.max_row + 1):
        page.cell(row, 60).value = page.cell(row, 1).value


def unmerged(book: Any) -> None:
    page = book[OTHERS]
    page.unmerge_cells("A4:C4")
    page["C4"] = "5 tháng đầu năm 2026"


WAYS: dict[str, tuple[str, Change]] = {
    "bieu-thanh-ngay": ("Văn bản (Text) rồi gõ lại đúng như in", typed(OTHERS, 11, "Giá trị", "07/10", "@")),
    "bieu-so-la": ("Gõ lại đúng con số văn bản in", typed(OTHERS, 11, "Giá trị", "07/10", "@")),
    "bieu-o-sai": ("gõ lại nội dung đúng như văn bản in", typed(TTHC, 4, "Tiếp nhận", 1250)),
    "bieu-cong-thuc": ("Gõ thẳng con số vào ô", typed(TTHC, 4, "Tiếp nhận", 1250)),
    "bieu-thieu-tieu-de": ("Chép lại dòng tên cột (dòng 3) từ biểu chưa điền", heading_again),
    "bieu-dong-tren": ("Kéo dòng tên cột lên trên mọi dòng số liệu", heading_to_the_top),
    "bieu-cot-lap": ("đổi tiêu đề của nó thành tên khác hẳn", renamed(TTHC, HEADER, 5, "Phòng ghi")),
    "bieu-cot-gan-dung": ("Sửa tiêu đề thành “Tiếp nhận”", renamed(TTHC, HEADER, 6, "Tiếp nhận")),
    "bieu-thieu-cot": ("Chèn lại cột có tiêu đề “Kỳ (như in)” và điền cho mọi dòng", column_again),
    "bieu-to-lap": ("Gộp các dòng vào một tờ rồi xóa tờ kia", lambda book: book.remove(book["tthc"])),
    "bieu-to-gan-dung": ("Đổi tên tờ thành “Nhiệm vụ”", sheet_named("Nhiệm vụ (2)", TASKS)),
    "bieu-dau-thang": ("Bỏ dấu # ở đầu ô", typed(TTHC, 4, "Kỳ (như in)", "6 tháng đầu năm 2026")),
    "bieu-ban-thao": ("đúng thì xóa dấu ?", typed(TTHC, 4, "Tiếp nhận", "1.250")),
    "bieu-o-gop": ("Bỏ gộp ô (Unmerge Cells) rồi viết nội dung vào đúng cột", unmerged),
    "bieu-khac-xa": ("Ghi lại cho đúng mã hoặc tên xã", lambda book: book["Bắt đầu"].__setitem__("B4", "Xã Hoằng Sơn")),
}  # fmt: skip
"""Code to words of its remedy and what an officer does who follows them; the faults are those of `FAULTS`."""


def test_every_fault_of_a_form_has_a_way_out() -> None:
    assert WAYS.keys() == FAULTS.keys()


@pytest.mark.parametrize("code", WAYS)
def test_a_remedy_of_the_form_works_as_it_is_written(code: str, form: Path, data: Path) -> None:
    """The form says then what it said before the fault."""
    HEADINGS[:] = [cell.value for cell in load_workbook(form)[TTHC][HEADER]]
    words, way = WAYS[code]
    came = import_form(reshape(form, FAULTS[code][0]), data, write=True)
    assert any(words in problem.remedy for problem in came.problems if problem.code == code)
    came = import_form(reshape(form, way), data, write=True)
    assert {problem.code for problem in came.problems if problem.severity != "note"} == set()
    assert changed(data) == {}


# --- the form of a month ------------------------------------------------------------------------

SATISFIED, ONLINE, TASK = (
    "% hài lòng khi sử dụng dịch vụ công trực tuyến", "% hồ sơ nộp trực tuyến", "Rà soát thủ tục",
)  # fmt: skip
OTHER_NUMBER = {"Số hiệu": "51/BC-UBND", "Ngày ban hành": dt.date(2026, 5, 31), "Đến ngày": dt.date(2026, 5, 31),
                "Kỳ báo cáo": "5 tháng đầu năm 2026"}  # fmt: skip
MONTH_WAYS: dict[str, tuple[str, dict[str, Any], str, dict[str, Any], set[str]]] = {
    "a sum, mistyped": (
        "tong-khong-khop", {"Đã giải quyết": 1421}, "sửa lại số cho đúng văn bản", {"Đã giải quyết": 1420}, set(),
    ),
    "a sum, printed so": (
        "tong-khong-khop", {"Tiếp nhận": 1500},
        "ghi thêm “(đúng như in)” sau con số ở cột “Lần này”, ví dụ “1.500 (đúng như in)”",
        {"Tiếp nhận": "1.500 (đúng như in)"}, set(),
    ),
    "a rate, printed so": (
        "ty-le-khong-khop", {ONLINE: "50,40%"}, "ghi thêm “(đúng như in)” sau con số",
        {ONLINE: "50,40% (Đúng như in)"}, set(),
    ),
    "more than all": (
        "ngoai-khoang", {SATISFIED: "193,5%"}, "ghi thêm “(đúng như in)” sau con số",
        {SATISFIED: "193,5% (đúng như in)"}, {"ngoai-khoang"},
    ),
    "a number in words": ("so-sai", {"Tiếp nhận": "một nghìn"}, "Viết bằng chữ số", {"Tiếp nhận": 1450}, set()),
    "no such day": (
        "ngay-sai", {"Ngày ban hành": "31/13/2026"}, "Viết đủ ngày, tháng, năm vào dòng “Ngày ban hành”",
        {"Ngày ban hành": "31/07/2026"}, set(),
    ),
    "signed too early": (
        "biet-sau-ngay-ky", {"Ngày ban hành": dt.date(2026, 6, 1)}, "Sửa dòng “Ngày ban hành” hoặc dòng “Đến ngày”",
        {"Ngày ban hành": dt.date(2026, 7, 31)}, set(),
    ),
    "signed in the future": (
        "sau-ngay-kiem-tra", {"Ngày ban hành": dt.date(9026, 7, 31)}, "sửa ô “Ngày ban hành”",
        {"Ngày ban hành": dt.date(2026, 7, 31)}, set(),
    ),
    "the days exchanged": (
        "ky-nguoc", {"Từ ngày": dt.date(2026, 7, 31), "Đến ngày": dt.date(2026, 1, 1)},
        "Ghi ngày bắt đầu vào dòng “Từ ngày”, ngày kết thúc vào dòng “Đến ngày”",
        {"Từ ngày": dt.date(2026, 1, 1), "Đến ngày": dt.date(2026, 7, 31)}, set(),
    ),
    "days outside the period": (
        "ngay-ngoai-ky", {"Từ ngày": dt.date(2025, 12, 1)}, "sửa dòng “Kỳ báo cáo” cho đúng như văn bản in",
        {"Kỳ báo cáo": "01/12/2025 đến 31/07/2026"}, set(),
    ),
    "no name": (
        "o-trong-bat-buoc", {"Tên văn bản": None}, "Ghi vào dòng “Tên văn bản”", {"Tên văn bản": "Báo cáo"}, set(),
    ),
    "no period": (
        "o-trong-bat-buoc", {"Kỳ báo cáo": None}, "Ghi vào dòng “Kỳ báo cáo”",
        {"Kỳ báo cáo": "7 tháng đầu năm 2026"}, set(),
    ),
    "a state without its words": (
        "o-trong-bat-buoc", {TASK: "xong"}, "Ghi vào cột “Câu trong văn bản”: lời hoặc số đúng như văn bản in",
        {TASK: (4, "Đã rà soát xong.")}, set(),
    ),
    "a state that is none": (
        "lua-chon-la", {TASK: "xong hết"}, "Ghi vào ô này một trong: chưa bắt đầu, đang làm, xong", {TASK: "đang làm"},
        {"o-trong-bat-buoc"},
    ),
    "replaces what is not there": (
        "nguon-la", {"Thay thế văn bản": "bc-99"}, "ghi lại vào dòng “Thay thế văn bản” mã đúng",
        {"Thay thế văn bản": "bao-cao-5-thang"}, set(),
    ),
    "a document twice": (
        "nguon-lap", OTHER_NUMBER, "Sửa dòng “Số hiệu” hoặc dòng “Ngày ban hành” cho đúng từng văn bản",
        {"Số hiệu": "52/BC-UBND"}, set(),
    ),
    "a share without its sign": ("bieu-so-la", {ONLINE: 0.9279}, "viết 92,79%", {ONLINE: "92,79%"}, set()),
    "a telephone": (
        "thong-tin-ca-nhan", {"Tiếp nhận": (5, "Mục 1, gọi 09" + "1234" + "5678")}, "Xóa khỏi chỗ ấy",
        {"Tiếp nhận": (5, "Mục 1")}, set(),
    ),
}  # fmt: skip
"""What is typed into a filled-in form of a month, the code that it brings, words of the remedy, what is typed then, and
the codes that stay: the remedy says so, or they were told beside it."""


@pytest.fixture
def month(data: Path, tmp_path: Path) -> Path:
    path, _ = make_form(data, CODE, tmp_path / "thang.xlsx", partial(month_form_of, month=JULY))
    assert path
    return path


def named(came: Imported) -> set[str]:
    """The lines and columns that messages send to, but those of the whole form."""
    texts = [f"{problem.message} {problem.remedy}" for problem in came.problems]
    own = [re.sub(r"((cột|tờ) “[^”]+”(, | hoặc | và )?)+ của biểu đầy đủ[^.]*", "", text) for text in texts]
    return {name for text in own for name in re.findall(r"(?:cột|dòng|tờ) “([^”]+)”", text)}


@pytest.mark.parametrize("fault", MONTH_WAYS)
def test_a_remedy_of_a_month_s_form_works_as_it_is_written(fault: str, month: Path, data: Path) -> None:
    """Followed in the month's form itself; no message sends to a line or column that it does not have."""
    code, wrong, words, mended, stays = MONTH_WAYS[fault]
    came = import_form(reshape(month, answers(month, **{**FILLED, **wrong})), data, write=False)
    assert any(words in problem.remedy for problem in came.problems if problem.code == code)
    assert named(came) <= {
        MONTH,
        SENTENCE,
        "Văn bản nguồn",
        *MONTH_HEADINGS,
        *(label for _, _, label, _, _ in lines(month)),
    }
    came = import_form(reshape(month, answers(month, **mended)), data, write=False)
    assert {problem.code for problem in came.problems} == stays


def test_a_row_is_declared_as_printed(month: Path, data: Path) -> None:
    """The words go into the column of the table that says so, and are no part of the number."""
    import_form(
        reshape(month, answers(month, **{**FILLED, "Tiếp nhận": "1.500, đúng như văn bản in."})), data, write=True
    )
    told = {name: text for (table, line, name), text in changed(data).items() if table == "tthc"}
    assert (told["tiep_nhan"], told["dung_nhu_van_ban"]) == ("1.500", "co")


def test_a_line_of_one_s_own_is_removed(month: Path, data: Path) -> None:
    """`bieu-thang-dong-la`: delete the cell."""
    last = load_workbook(month)[MONTH].max_row + 1

    def own(book: Any) -> None:
        book[MONTH].cell(last, 1, "Số máy in")
        book[MONTH].cell(last, 2, 5)

    (told,) = import_form(reshape(month, own), data, write=False).problems
    assert (told.code, told.remedy[:10]) == ("bieu-thang-dong-la", "Xóa ô ấy; ")
    came = import_form(
        reshape(month, lambda book: setattr(book[MONTH].cell(last, 2), "value", None)), data, write=False
    )
    assert came == Imported(())
