"""`portal read`: the form with drafts, the list, and that nothing becomes data before an officer confirms it."""

from __future__ import annotations

import csv
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from guide import example, fenced
from officer import CODE, HOME, OTHERS, SOURCES, TTHC, column, read_here, reshape
from openpyxl import load_workbook
from reports import QUARTER, ROWS, form_06, shown
from support import tree

from generator.cli import main
from generator.drafting import make_draft as drafting
from generator.drafting.decide import State
from generator.drafting.draft_list import COLUMNS
from generator.drafting.make_draft import make_draft
from generator.forms.archive import NotAForm
from generator.forms.exchange import import_form
from generator.forms.sheets import FIRST, HEADER
from generator.forms.words import DRAFT, DRAFT_STEPS, DRAFTS, START

OF_THE_REPORT = {
    "Cơ quan ban hành": "UBND xã", "Tình trạng": "đã có số", "Ngày muộn nhất văn bản có thể biết": "30/09/2026",
    "Đọc hoặc hỏi ở đâu": "Hỏi UBND xã",
}  # fmt: skip
"""What an officer fills in of the report itself."""


@pytest.fixture
def quarter(tmp_path: Path) -> Path:
    path = tmp_path / "BC quý III.txt"
    path.write_text(QUARTER, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _read_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.get_closest_marker("own_process") is None:
        monkeypatch.setattr(
            drafting, "apart", lambda function, path, limits, _: read_here(partial(function), path, limits)
        )


def drafts(form: Path) -> dict[str, list[dict[str, Any]]]:
    """Sheet to the rows that hold drafts, by heading."""
    book = load_workbook(form)
    found: dict[str, list[dict[str, Any]]] = {}
    for page in book.worksheets[2:]:
        heads = [str(cell.value or "").removesuffix(" *") for cell in page[HEADER]]
        for row in page.iter_rows(min_row=FIRST, values_only=True):
            if any(str(value or "").startswith(DRAFT) for value in row):
                there = {head: value for head, value in zip(heads, row, strict=True) if value is not None}
                found.setdefault(page.title, []).append(there)
    return found


def test_drafts_stand_in_the_form_marked_as_drafts(quarter: Path, data: Path, tmp_path: Path) -> None:
    before = tree(data)
    made = make_draft(quarter, data, CODE, tmp_path / "ban-thao.xlsx")
    assert made.form
    assert dict(made.counts) == {State.FILLED: 13, State.OFFERED: 5, State.UNPLACED: 1, State.KEPT_BACK: 7}
    assert tree(data) == before
    rows = drafts(made.form)
    (source,) = rows[SOURCES]
    assert source["Mã văn bản"] == "bc-quy-iii"
    assert source["Số hiệu"] == "? 88/BC-UBND"
    assert source["Ngày như in"] == "ngày 30 tháng 9 năm 2026"
    (dossiers,) = rows[TTHC]
    assert dossiers["Tiếp nhận"] == "? 1.726"
    assert dossiers["Quá hạn"] == "? 05"
    assert dossiers["Kỳ (như in)"] == "? quý III năm 2026"
    assert dossiers["Văn bản nguồn"] == "bc-quy-iii"
    assert "Mục I.1: “" in dossiers["Vị trí trong văn bản"]
    assert "tiếp nhận mới 1.699 hồ sơ" in dossiers["Vị trí trong văn bản"]
    others = {row["Chỉ tiêu"]: row["Giá trị"] for row in rows[OTHERS]}
    assert others["Tỷ lệ hồ sơ nộp trực tuyến"] == "? 97,17%"
    first = load_workbook(made.form)[START]
    assert DRAFT_STEPS in [cell.value for cell in first["B"]]


def test_what_is_known_of_a_report_need_not_be_typed(quarter: Path, data: Path, tmp_path: Path) -> None:
    """Its day, that it has a number, and from an older report of the same office who issued it and where it is read."""
    add_source(data, so_hieu="12/BC-UBND", co_quan="UBND xã Mẫu", doc_o_dau="Hỏi Văn phòng xã")
    made = make_draft(quarter, data, CODE, tmp_path / "ban-thao.xlsx")
    assert made.form
    (source,) = drafts(made.form)[SOURCES]
    assert source["Cơ quan ban hành"] == "? UBND xã Mẫu"
    assert source["Đọc hoặc hỏi ở đâu"] == "? Hỏi Văn phòng xã"
    assert source["Tình trạng"] == "đã có số"
    assert source["Ngày muộn nhất văn bản có thể biết"].strftime("%d/%m/%Y") == "30/09/2026"


def add_source(data: Path, **cells: str) -> None:
    path = data / HOME / "nguon.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows.append(rows[-1] | {"nguon": "bc-cu", "ngay": "", "ngay_in": "", "ngay_biet": "2026-08-31"} | cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0]], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_a_form_06_fills_a_row_a_field(data: Path, tmp_path: Path) -> None:
    made = make_draft(form_06(tmp_path / "ii06.docx"), data, CODE, tmp_path / "ban-thao.xlsx")
    assert made.form
    rows = {row.get("Lĩnh vực", ""): row for row in drafts(made.form)[TTHC]}
    assert [*rows] == [*ROWS]
    for field, (received, online, *_rest) in ROWS.items():
        assert rows[field]["Tiếp nhận"] == f"? {shown(received)}"
        assert rows[field]["Nộp trực tuyến"] == f"? {shown(online)}"
        assert rows[field]["Đến ngày"].strftime("%d/%m/%Y") == "30/09/2026"


def test_the_list_tells_every_number_but_what_is_never_published(quarter: Path, data: Path, tmp_path: Path) -> None:
    made = make_draft(quarter, data, CODE, tmp_path / "ban-thao.xlsx")
    assert made.form
    assert made.list
    with made.list.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [*rows[0]] == [*COLUMNS]
    assert len(rows) == sum(count for _, count in made.counts)
    compared = next(row for row in rows if row["so"] == "94,5%")
    assert compared["may_lam_gi"] == "gợi ý"
    assert compared["chi_tieu_1"] == "Tỷ lệ hồ sơ thanh toán trực tuyến"
    assert compared["giong_1"] == "rất giống"
    kept = [row for row in rows if row["may_lam_gi"] == str(State.KEPT_BACK)]
    assert len(kept) == 7
    assert all(row["vi_tri"] == "Mục I.2" and not row["so"] and not row["chi_tieu_1"] for row in kept)
    book = load_workbook(made.form)
    told = [str(cell.value) for page in (book[DRAFTS], book[OTHERS]) for row in page.iter_rows() for cell in row]
    for secret in ("812", "300 Mbps", "0900", "chi bộ", "32/33"):
        assert not [words for words in told if secret in words]
        assert secret not in made.list.read_text(encoding="utf-8-sig")


def test_an_unconfirmed_draft_is_no_data(quarter: Path, data: Path, tmp_path: Path) -> None:
    made = make_draft(quarter, data, CODE, tmp_path / "ban-thao.xlsx")
    assert made.form
    before = tree(data)
    came = import_form(made.form, data, write=True)
    told = [problem for problem in came.problems if problem.code == "bieu-ban-thao"]
    assert came.broken
    assert {problem.file.partition(", tờ ")[2] for problem in told} == {f"“{title}”" for title in drafts(made.form)}
    assert "còn là bản thảo" in told[0].message
    assert not [problem for problem in came.problems if DRAFTS in problem.file]
    assert tree(data) == before


def test_confirmed_drafts_become_data(quarter: Path, data: Path, tmp_path: Path) -> None:
    """Each mark removed as an officer does, the cells filled in that the report does not tell."""
    made = make_draft(quarter, data, CODE, tmp_path / "ban-thao.xlsx")
    assert made.form

    def confirm(book: Any) -> None:
        for page in book.worksheets[2:]:
            for row in page.iter_rows(min_row=FIRST):
                if not any(str(cell.value or "").startswith(DRAFT) for cell in row):
                    continue
                for cell in row:
                    if str(cell.value or "").startswith(DRAFT):
                        cell.value = str(cell.value).removeprefix(DRAFT)
                number = row[0].row
                if page.title == SOURCES:
                    for head, words in OF_THE_REPORT.items():
                        page.cell(number, column(page, head)).value = words
                elif not page.cell(number, column(page, "Loại kỳ")).value:
                    page.cell(number, column(page, "Loại kỳ")).value = "trong kỳ"

    came = import_form(reshape(made.form, confirm), data, write=True)
    assert not came.broken, [p for p in came.problems if p.severity == "error"]
    text = (data / HOME / "tthc.csv").read_text(encoding="utf-8")
    assert "quý III năm 2026" in text
    assert ",1.726,1.699,27," in text
    assert "97,17%" in (data / HOME / "chi-tieu.csv").read_text(encoding="utf-8")


def test_the_same_report_gives_the_same_list(quarter: Path, data: Path, tmp_path: Path) -> None:
    first, second = (make_draft(quarter, data, CODE, tmp_path / f"{n}.xlsx") for n in (1, 2))
    assert first.list
    assert second.list
    assert first.list.read_bytes() == second.list.read_bytes()
    assert first.form
    assert second.form
    assert drafts(first.form) == drafts(second.form)


@pytest.mark.own_process
def test_the_command_says_what_it_did(
    quarter: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ban-thao.xlsx"
    assert main(["read", str(quarter), CODE, "--data", str(data), "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "Tìm thấy 26 con số:\n  điền sẵn: 13\n  gợi ý: 5\n" in said
    assert str(out) in said
    assert "Chưa ghi gì vào dữ liệu." in said


def test_the_guide_shows_what_the_command_says(
    quarter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the page for officers: how it is called and what it answers, of Xã Mẫu."""
    call, answer = fenced("doc-bao-cao", "text")
    program, command, report, code = call.split()
    assert (program, command, Path(report).suffix) == ("portal", "read", ".docx")
    data = example(tmp_path)
    out = tmp_path / "ban-thao.xlsx"
    assert main([command, str(quarter), code, "--data", str(data), "--out", str(out)]) == 0
    assert capsys.readouterr().out.startswith(answer)


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("không-có.docx", CODE, "Không có tệp"), ("bao-cao.doc", CODE, "Lưu lại thành .docx"),
        ("bao-cao.txt", "99998", "Không có xã mã 99998"), ("chu.txt", CODE, "Không tìm thấy con số nào"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_ends_in_one_message(
    name: str, code: str, message: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for own, text in (("bao-cao.doc", "x"), ("bao-cao.txt", QUARTER), ("chu.txt", "Không có gì.")):
        (tmp_path / own).write_text(text, encoding="utf-8")
    out = tmp_path / "ban-thao.xlsx"
    assert main(["read", str(tmp_path / name), code, "--data", str(data), "--out", str(out)]) == 1
    said = capsys.readouterr().err
    assert message in said
    assert "\nCách sửa: " in said
    assert not out.exists()


def test_no_file_is_overwritten_and_none_lies_in_the_data(
    quarter: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "co-roi.xlsx"
    there.write_text("của tôi", encoding="utf-8")
    for out, message in (
        (there, "Đã có tệp"),
        (data / "xa" / "a.xlsx", "nằm trong thư mục dữ liệu"),
        (tmp_path / "a.csv", ".xlsx"),
    ):
        assert main(["read", str(quarter), CODE, "--data", str(data), "--out", str(out)]) == 2
        assert message in capsys.readouterr().err
    assert there.read_text(encoding="utf-8") == "của tôi"


def test_faulty_data_keep_drafts_from_being_made(quarter: Path, data: Path, tmp_path: Path) -> None:
    (data / HOME / "xa.yml").write_text("- hỏng", encoding="utf-8")
    made = make_draft(quarter, data, CODE, tmp_path / "ban-thao.xlsx")
    assert made.form is None
    assert made.problems


def test_an_unknown_code_is_told_before_the_report_is_read(data: Path, quarter: Path, tmp_path: Path) -> None:
    with pytest.raises(NotAForm, match="Không có xã mã"):
        make_draft(quarter, data, "0", tmp_path / "a.xlsx")
