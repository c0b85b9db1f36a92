"""The officers' guide tells the truth: codes, readings, files and worked examples are held against the code."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from form_faults import FAULTS, form_codes
from guide import COMMUNE, GUIDE, Entry, add, entries, example, fenced, page, table
from message_codes import OF_A_BUILD, OF_TWO_STATES, codes_in_source
from support import CASES, replace
from table_forms import FORMS, NOTED

from generator.cli import main
from generator.commune.survey import survey
from generator.comparing.differences import IN_WORDS
from generator.figures.budget_lines import lines
from generator.language.numbers import MONEY, read_quantity, show_number, show_quantity
from generator.language.period_words import read_period
from generator.language.unreadable import Unreadable
from generator.language.value import Value
from generator.language.vietnamese import read_date, show_date
from generator.model.choices import BUDGET_TABLES, COMPARISONS, STAGES
from generator.publishing import pictures

# --- every message code can be looked up ------------------------------------------------------

SEVERITIES = {"error": "Lỗi", "warning": "Cảnh báo", "note": "Ghi chú"}
DIFFERENCE = "Chỗ lệch"


def told() -> dict[str, dict[str, set[str]]]:
    """Code to severity in words to the messages of the cases that show it."""
    found: dict[str, dict[str, set[str]]] = {code: {DIFFERENCE: set()} for code in IN_WORDS}
    for path in CASES.glob("*/mong-doi.json"):
        for problem in json.loads(path.read_text(encoding="utf-8"))["problems"]:
            by_severity = found.setdefault(problem["code"], {})
            by_severity.setdefault(SEVERITIES[problem["severity"]], set()).add(problem["message"])
    for path in CASES.glob("khac-*/mong-doi.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found[row["quy_tac"]][DIFFERENCE].add(row["cau"])
    return found


def test_every_code_can_be_looked_up() -> None:
    """The pages have a paragraph for each code that the source can yield and for each kind of difference, no other;
    the list at the top of a page leads to each of its own.
    """
    codes = [entry.code for entry in entries()]
    assert sorted(codes) == sorted(codes_in_source() | set(IN_WORDS) | form_codes())
    for name in ("ma-loi", "ma-loi-bieu"):
        own = sorted(re.findall(r"^### `(.+?)`", page(name), re.MULTILINE))
        assert re.findall(r'<a href="#([^"]+)">([^<]+)</a>', page(name)) == [(code, code) for code in own]


@pytest.mark.parametrize("entry", [e for e in entries() if e.code in form_codes()], ids=lambda entry: entry.code)
def test_a_code_of_the_form_is_as_serious_as_told(entry: Entry) -> None:
    """The paragraph names the severity that the tests of forms show."""
    asked = {"bieu-cu", "bieu-giong-ngay"}
    kind = (
        "error"
        if entry.code in {*FAULTS, "bieu-khong-mo", "bieu-cu-mat-dong", "bieu-thang-hong", "bieu-thang-dong-la"}
        else "warning"
        if entry.code in asked
        else "note"
    )
    assert entry.severities == {SEVERITIES[kind]}


@pytest.mark.parametrize(
    "entry",
    [e for e in entries() if e.code not in form_codes() | OF_A_BUILD | OF_TWO_STATES],
    ids=lambda entry: entry.code,
)
def test_a_code_is_explained_as_it_is(entry: Entry) -> None:
    """The paragraph names each severity that the code has, and quotes a message that a case shows."""
    known = told()[entry.code]
    assert entry.severities == set(known)
    assert entry.examples
    assert set(entry.examples) <= set().union(*known.values())
    assert entry.name == IN_WORDS.get(entry.code, (entry.name, ""))[0]


def test_names_of_the_codes_differ() -> None:
    """No two codes have one name."""
    names = [entry.name for entry in entries()]
    assert len(set(names)) == len(names)


# --- what may be written in a cell ------------------------------------------------------------

_EMPTY = "(để trống)"


def in_words(read: Value, unit: str) -> str:
    """A value as the guide tells it."""
    if read.number is None:
        return "chưa có số liệu"

    def shown(value: object) -> str:
        if unit == MONEY:
            return f"{show_number(read.number if value is None else value)} {MONEY}"  # type: ignore[arg-type]
        return show_quantity(value, unit, read.decimals)  # type: ignore[arg-type]

    if read.part is not None and read.whole is not None:
        share = f", tức {shown(read.number)}" if unit == "%" else f" {unit}"
        return f"{show_number(read.part)} trên {show_number(read.whole)}{share}"
    if read.upper is not None:
        return f"từ {shown(read.number)} đến {shown(read.upper)}"
    words = {**COMPARISONS, "khoang": "khoảng"}.get(read.compared, "")
    tail = " trở lên" if read.compared == ">=" else ""
    return f"{words} {shown(read.number)}{tail}" if read.compared != "=" else shown(read.number)


@pytest.mark.parametrize(("cell", "unit", "reading"), table("cach-doc", "so"))
def test_a_number_is_read_as_the_guide_says(cell: str, unit: str, reading: str) -> None:
    """Each row of the table of numbers."""
    assert in_words(read_quantity("" if cell == _EMPTY else cell, unit), unit) == reading


@pytest.mark.parametrize(("cell", "unit", "reason", "instead"), table("cach-doc", "khong-nhan"))
def test_a_number_is_refused_as_the_guide_says(cell: str, unit: str, reason: str, instead: str) -> None:
    """Each row of the table of refusals: the reason is in the words of the refusal, and what is to be written
    instead (where it is a number) can be read.
    """
    with pytest.raises(Unreadable) as refusal:
        read_quantity(cell, unit)
    told = refusal.value.message
    own = {
        "hiểu được hai cách": "đọc được hai cách",
        "số đếm không có phần lẻ": "có phần lẻ, còn ô này ghi số đếm",
        "không phải con số": "không đọc được là một số",
        "Excel đã đổi tỷ số thành ngày": "Excel thường tự đổi tỷ số",
        "Excel đã viết tắt số dài": "Excel viết tắt một số dài",
    }
    assert own.get(reason, reason) in told
    for writing in re.split(r"; hoặc |ví dụ ", instead):
        if writing[:1].isdecimal():
            assert read_quantity(writing, unit).number is not None


@pytest.mark.parametrize(("cell", "reading"), table("cach-doc", "ngay"))
def test_a_day_is_read_as_the_guide_says(cell: str, reading: str) -> None:
    """Each row of the table of days."""
    date = read_date(cell)
    assert (show_date(date.isoformat()) if date else "không nhận") == reading


@pytest.mark.parametrize(("words", "start", "end"), table("cach-doc", "ky"))
def test_a_period_is_read_as_the_guide_says(words: str, start: str, end: str) -> None:
    """Each row of the table of periods."""
    period = read_period(words)
    days = (show_date(period.start) or "không nêu", show_date(period.end)) if period else ("không nhận",) * 2
    assert days == (start, end)


WAYS = {
    "CSV UTF-8 của Excel": "bom",
    "các ô cách nhau bằng dấu chấm phẩy": "semicolon",
    "các ô cách nhau bằng dấu tab": "tab",
    "Văn bản Unicode (Unicode Text) của Excel": "unicode text of Excel",
    "xuống dòng kiểu Windows": "crlf",
    "dòng trống giữa bảng": "blank lines",
    "cột trống ở cuối": "empty columns",
    "dòng bắt đầu bằng #": "comments",
    "tên bảng ở trên dòng tên cột": "title above",
    "dòng tên cột lặp lại giữa bảng": "header repeated",
    "tên cột viết bằng lời: “Vị trí trong văn bản”": "capital headings",
    "chữ gõ kiểu tổ hợp": "nfd",
    "khoảng trắng đặc biệt dán từ Word": "non-breaking spaces",
    "ký tự ẩn dán từ trang web": "zero-width spaces",
}
"""Ways to save a table, as the guide names them, and the test of each in `test_bad_cases`."""


def test_files_are_taken_as_the_guide_says() -> None:
    """Each row of the table of files is a way that is tested, and says whether a note comes of it."""
    rows = {row[0]: row[1] for row in table("cach-doc", "tep")}
    assert list(rows) == list(WAYS)
    assert set(WAYS.values()) <= set(FORMS)
    assert {way for way, said in rows.items() if "ghi chú" in said} == {
        way for way, form in WAYS.items() if form in NOTED
    }


# --- the worked examples ----------------------------------------------------------------------


def said_by(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(arguments)
    return code, capsys.readouterr().out


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return example(tmp_path)


@pytest.mark.slow
def test_the_month_can_be_entered_as_the_guide_says(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rows of the page are taken without a word, after each step; the answer is the one it quotes."""
    before = example(tmp_path / "truoc")
    headers = fenced("hang-thang", "cot")
    for name, row, header in zip(("nguon.csv", "tthc.csv"), fenced("hang-thang", "csv"), headers, strict=True):
        assert (data / COMMUNE / name).read_text(encoding="utf-8").startswith(header)
        add(data, name, row)
        assert survey(data).problems == ()
    code, said = said_by(capsys, "compare", str(before), "--data", str(data))
    assert code == 0
    assert said.startswith(fenced("hang-thang", "text")[0])


@pytest.mark.slow
def test_the_slip_is_told_and_settled_as_the_guide_says(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The mistyped row is told in the quoted words; declared as printed, the difference is published."""
    source, row = fenced("hang-thang", "csv")
    add(data, "nguon.csv", source)
    add(data, "tthc.csv", row.replace(",425,", ",452,"))
    assert said_by(capsys, "check", "--data", str(data)) == (1, fenced("doc-loi", "text")[0])
    replace(data / COMMUNE / "tthc.csv", row.replace(",425,", ",452,"), fenced("doc-loi", "csv")[0])
    examined = survey(data)
    assert examined.problems == ()
    assert "tong-khong-khop" in {difference.rule for difference in examined.differences}


@pytest.mark.slow
def test_a_correction_is_told_with_its_reason(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both values and the reason stand in the answer."""
    reason, _ = fenced("dinh-chinh", "text")
    before = example(tmp_path / "truoc")
    replace(before / COMMUNE / "tthc.csv", "412,392,20,371,21,khong", ",329,20,,,")
    replace(data / COMMUNE / "tthc.csv", 'bảng 1",,', f'bảng 1","{reason.strip()}",')
    code, said = said_by(capsys, "compare", str(before), "--data", str(data))
    assert code == 0
    assert "329 → 392 hồ sơ" in said
    assert reason.strip()[:40] in said


def test_a_commune_can_be_added_as_the_guide_says(data: Path) -> None:
    """Its two files make a commune without problem; the other pieces of xa.yml are taken too."""
    own, unconfirmed, contact, lines = fenced("them-xa", "yaml")
    for path in (data / COMMUNE).iterdir():
        path.unlink()
    (data / COMMUNE / "xa.yml").write_text(own, encoding="utf-8")
    (data / COMMUNE / "nguon.csv").write_text(fenced("them-xa", "csv")[0], encoding="utf-8")
    assert survey(data).problems == ()
    (data / COMMUNE / "xa.yml").write_text(own + contact + lines, encoding="utf-8")
    nameless = data / "xa" / "x0001-hoang-son"
    nameless.mkdir()
    (nameless / "xa.yml").write_text(unconfirmed, encoding="utf-8")
    examined = survey(data)
    communes = [one.commune for one in examined.communes if one.commune]
    assert [commune.name for commune in communes] == ["Xã Mẫu", "Xã Hoàng Sơn"]
    assert communes[0].contact


def test_a_budget_is_written_as_the_guide_says(data: Path) -> None:
    """Its example is taken without a word and brings plan and result together; its choices are those of the table."""
    written, *_ = fenced("ngan-sach", "csv")
    (data / COMMUNE / "ngan-sach.csv").write_text(written, encoding="utf-8")
    examined = survey(data)
    assert examined.problems == ()
    shares = {line.words: line.year(2026).share for line in lines(examined.figures)}
    assert shares["Phần mềm"] == 40
    assert [row[0] for row in table("ngan-sach", "bang")] == ["để trống", *list(BUDGET_TABLES)[1:]]
    assert [row[0] for row in table("ngan-sach", "giai-doan")] == list(STAGES)


def test_old_codes_are_changed_as_the_guide_says(data: Path) -> None:
    """The old rows are one line without being changed; with one code each old id leads to a figure that is there."""
    _, old, new, corrections = fenced("ngan-sach", "csv")
    (data / COMMUNE / "ngan-sach.csv").write_text(old, encoding="utf-8")
    before = survey(data)
    assert [line.words for line in lines(before.figures)] == ["Phần mềm"]
    (data / COMMUNE / "ngan-sach.csv").write_text(new, encoding="utf-8")
    (data / COMMUNE / "dinh-chinh.csv").write_text(corrections, encoding="utf-8")
    after = survey(data)
    assert (before.problems, after.problems) == ((), ())
    ways = dict(row.split(",")[:2] for row in corrections.splitlines()[1:])
    gone, come = ({figure.id for figure in one.figures if figure.stage} for one in (before, after))
    assert (set(ways), set(ways.values())) == (gone, come)


# --- pictures ---------------------------------------------------------------------------------

HEAVIEST = 60_000
_PICTURE = re.compile(r"!\[(.+?)\]\(\.\./anh/(.+?)\)\{ (.+?) \}")


def shown() -> list[tuple[str, str, str]]:
    return [
        match for path in sorted(GUIDE.rglob("*.md")) for match in _PICTURE.findall(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("words", "name", "attributes"), shown(), ids=lambda value: value if "." in value else "")
def test_a_picture_is_light_and_described(words: str, name: str, attributes: str) -> None:
    """It has words for who cannot see it, its true size, waits until it is needed, weighs little, carries nothing."""
    content = (GUIDE / "anh" / name).read_bytes()
    width, height = (int.from_bytes(content[at : at + 4]) for at in (16, 20))
    said = {key: int(value) for key, value in re.findall(r"(width|height)=(\d+)", attributes)}
    assert len(words) > 20
    assert abs(said["width"] * height - said["height"] * width) <= max(width, height)
    assert "loading=lazy" in attributes
    assert len(content) <= HEAVIEST
    assert pictures.beside_pixels(content) == []


def test_no_picture_is_left_over() -> None:
    """Each file of the folder stands on a page."""
    assert {name for _, name, _ in shown()} == {path.name for path in (GUIDE / "anh").iterdir()}
