"""A month's form: it asks what the last report gave, and what comes back adds just that."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from officer import CODE, HOME, Change, catalogue, cells, changed, codes, reshape
from openpyxl import load_workbook
from support import ROOT, tree

from generator.cli import main
from generator.forms import month_labels
from generator.forms.bring_in import Imported
from generator.forms.coming_documents import coming_documents, usual_month
from generator.forms.exchange import import_form
from generator.forms.make_form import make_form, month_form_of
from generator.forms.month_rows import _mark
from generator.forms.names import names_in
from generator.forms.next_period import name_of, next_period, retitled
from generator.forms.office_lines import with_lines
from generator.forms.words import MONTH, REASON
from generator.language.vietnamese import read_date, slug
from generator.model.period import Period, PeriodKind
from generator.model.record import Record
from generator.officer.form_answer import answer, by_period

JULY = dt.date(2026, 7, 1)
DOSSIERS = "Hồ sơ thủ tục hành chính"


@pytest.fixture
def month(data: Path, tmp_path: Path) -> Path:
    """The made-up commune's form for July."""
    path, problems = make_form(data, CODE, tmp_path / "thang.xlsx", partial(month_form_of, month=JULY))
    assert path
    assert problems == []
    return path


def lines(path: Path) -> list[tuple[int, str, str, Any, Any]]:
    """Row, part, label, answer and the value of last time of each question."""
    page = load_workbook(path)[MONTH]
    made, part = [], ""
    for row in range(4, page.max_row + 1):
        label, answer_, before, mark = (page.cell(row, column).value for column in (1, 2, 3, 6))
        if mark:
            made.append((row, part, str(label), answer_, before))
        else:
            part = str(label)
    return made


def answers(path: Path, **said: Any) -> Change:
    """Types into the first line of each label; `cell=(label, column, value)` types elsewhere."""
    rows = {label: row for row, _, label, _, _ in reversed(lines(path))}

    def change(book: Any) -> None:
        for label, one in said.items():
            column, value = one if isinstance(one, tuple) else (2, one)
            book[MONTH].cell(rows[label], column).value = value

    return change


FILLED: dict[str, Any] = {
    "Số hiệu": "80/BC-UBND", "Ngày ban hành": dt.date(2026, 7, 31), "Tiếp nhận": 1450, "Tiếp nhận mới": 1401,
    "Kỳ trước chuyển qua": 49, "Nộp trực tuyến": 1300, "Nộp trực tiếp, bưu chính": 101, "Đã giải quyết": 1420,
    "Trước hạn": 1300, "Đúng hạn": 100, "Quá hạn": 20, "Đang giải quyết": 30, "Đang giải quyết, trong hạn": 30,
    "Đang giải quyết, quá hạn": 0,
}  # fmt: skip


def test_it_asks_what_the_last_report_gave(month: Path) -> None:
    """The period, the document's name, the group and the value of last time stand there; answers are empty."""
    asked = {(part, label): (answer_, before) for _, part, label, answer_, before in lines(month)}
    assert asked[DOSSIERS, "Tiếp nhận"] == (None, "1.250")
    about = "Văn bản, 7 tháng đầu năm 2026"
    assert asked[about, "Tên văn bản"] == ("Báo cáo giả 7 tháng đầu năm 2026", None)
    assert asked[about, "Kỳ báo cáo"] == ("7 tháng đầu năm 2026", None)
    assert asked[about, "Đến ngày"] == ("31/07/2026", None)
    assert not any(label == "Trực tuyến toàn trình" for _, label in asked)


@pytest.mark.parametrize("folder", sorted(path.name for path in (ROOT / "data" / "xa").iterdir()))
def test_untouched_it_changes_nothing(folder: str, tmp_path: Path) -> None:
    """The month's form of every real commune, brought back as it is."""
    shutil.copytree(ROOT / "data" / "xa" / folder, tmp_path / "data" / "xa" / folder)
    before = tree(tmp_path / "data")
    path, _ = make_form(tmp_path / "data", folder.partition("-")[0], tmp_path / "thang.xlsx", month_form_of)
    assert path
    came = import_form(path, tmp_path / "data", write=True)
    assert came == Imported(())
    assert answer(came, written=True).splitlines()[0] == "Nhận được, không có gì phải sửa."
    assert tree(tmp_path / "data") == before


def test_the_same_data_give_the_same_bytes(data: Path, month: Path, tmp_path: Path) -> None:
    again, _ = make_form(data, CODE, tmp_path / "lai.xlsx", partial(month_form_of, month=JULY))
    assert again
    assert again.read_bytes() == month.read_bytes()


def test_what_is_filled_in_comes_as_rows(data: Path, month: Path) -> None:
    """One document and one row of dossiers, with the period, place and state that nobody typed; no other byte."""
    before = (data / HOME / "tthc.csv").read_text(encoding="utf-8")
    came = import_form(reshape(month, answers(month, **FILLED)), data, write=True)
    assert came.problems == ()
    after = (data / HOME / "tthc.csv").read_text(encoding="utf-8")
    assert after.startswith(before)
    row = {name: text for (line, name), text in cells(after).items() if line == 3}
    assert row == {
        "ky": "7 tháng đầu năm 2026", "loai_ky": "trong_ky", "tu_ngay": "2026-01-01", "den_ngay": "2026-07-31",
        "tiep_nhan": "1450", "moi": "1401", "ky_truoc": "49", "truc_tuyen": "1300", "truc_tiep_buu_chinh": "101",
        "gom_ky_truoc": "khong", "da_giai_quyet": "1420", "truoc_han": "1300", "dung_han": "100", "qua_han": "20",
        "dang_giai_quyet": "30", "dang_trong_han": "30", "dang_qua_han": "0", "nguon": "bao-cao-2026-07",
        "vi_tri": "Mục II.1",
    }  # fmt: skip
    source = {name: text for (table, _, name), text in changed(data).items() if table == "nguon"}
    assert source["nguon"] == "bao-cao-2026-07"
    assert source["tinh_trang"] == "co_so"
    assert source["ngay_biet"] == "2026-07-31"
    told = answer(came, written=True).splitlines()
    assert told[0] == "Nhận được, không có gì phải sửa."
    assert import_form(month, data, write=True) == Imported(()), "sent twice it is once there"


def test_a_second_time_its_own_numbers_are_corrected(data: Path, month: Path) -> None:
    """The reason is asked for, and where to write it; with it the row is edited and stays one."""
    import_form(reshape(month, answers(month, **FILLED)), data, write=True)
    reshape(month, answers(month, **{"Trước hạn": 1301, "Đúng hạn": 99}))
    came = import_form(month, data, write=False)
    assert codes(came) == {"thieu-ly-do"}
    assert MONTH in came.problems[0].remedy

    def say_why(book: Any) -> None:
        page = book[MONTH]
        row = next(row for row in range(4, page.max_row + 1) if page.cell(row, 1).value == REASON)
        page.cell(row, 2).value = "Chép nhầm."

    came = import_form(reshape(month, say_why), data, write=True)
    assert came.problems == ()
    assert len((data / HOME / "tthc.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert "Chép nhầm." in (data / HOME / "dinh-chinh.csv").read_text(encoding="utf-8")


def test_a_task_that_is_done_is_ticked(data: Path, month: Path) -> None:
    """The state and the document's words make a report of progress; without words it is told at its line."""
    page = load_workbook(month)[MONTH]
    task = next(str(page.cell(row, 1).value) for row, *_ in lines(month) if '"nv-2"' in str(page.cell(row, 6).value))
    reshape(month, answers(month, **FILLED, **{task: "xong"}))
    came = import_form(month, data, write=False)
    row = next(row for row, _, label, _, _ in lines(month) if label == task)
    assert {(p.code, p.line) for p in came.problems} == {("o-trong-bat-buoc", row)}
    came = import_form(reshape(month, answers(month, **{task: (4, "“đã ban hành”")})), data, write=True)
    assert came.problems == ()
    told = {name: text for (table, _, name), text in changed(data).items() if table == "tien-do"}
    assert (told["trang_thai"], told["noi_dung"], told["vi_tri"]) == ("da_xong", "“đã ban hành”", "“đã ban hành”")


@pytest.mark.parametrize(("line", "taken"), [
    ("0237 3123 456", True), ("bophanmotcua@hoangson.gov.vn", True), ("0912 345 678", False),
    ("canbo@gmail.com", False),
])  # fmt: skip
def test_a_line_of_the_office_becomes_public(line: str, data: Path, month: Path, *, taken: bool) -> None:
    """A fixed line or a mailbox of the state's is written into the commune's own file; any other may be a person's."""
    asked = answers(month, **FILLED, **{"Đường dây cơ quan": line})
    came = import_form(reshape(month, asked), data, write=True)
    assert came.broken != taken, came.problems
    own = (data / HOME / "xa.yml").read_text(encoding="utf-8")
    assert (line in own) == taken
    if taken:
        assert main(["check", "--data", str(data), "--date", "2026-12-01"]) == 0
    else:
        assert codes(came) == {"thong-tin-ca-nhan"}


def test_lines_join_those_that_are_there() -> None:
    """Written as the file is written; without a list one is begun."""
    assert with_lines('ten: "A"', ["1"]) == 'ten: "A"\nduong_day:\n  - "1"\n'
    assert with_lines('duong_day:\n- "1"\nten: a\n', ["2"]) == 'duong_day:\n- "2"\n- "1"\nten: a\n'
    assert with_lines("ten: a\r\n", ["1"]) == 'ten: a\r\nduong_day:\r\n  - "1"\r\n'


def test_what_is_unclear_is_told_at_its_line(data: Path, month: Path) -> None:
    row = next(row for row, _, label, _, _ in lines(month) if label == "Tiếp nhận")
    came = import_form(reshape(month, answers(month, **{**FILLED, "Tiếp nhận": 1460})), data, write=True)
    assert {(p.code, p.line, p.column) for p in came.problems if p.severity == "error"} == {
        ("tong-khong-khop", row, "Tiếp nhận")
    }
    assert answer(came, written=True).splitlines()[0] == "Chưa ghi gì. Sửa 2 chỗ rồi gửi lại:"
    assert changed(data) == {}


def test_a_line_of_one_s_own_is_told(data: Path, month: Path) -> None:
    """A number in a line that the form does not know is never dropped in silence."""

    def add(book: Any) -> None:
        book[MONTH].cell(book[MONTH].max_row + 2, 1).value = "Hồ sơ đất đai"
        book[MONTH].cell(book[MONTH].max_row, 2).value = 12

    assert codes(import_form(reshape(month, add), data, write=True)) == {"bieu-thang-dong-la"}


@pytest.mark.parametrize("what", ["heading", "marks"])
def test_a_form_without_its_marks_is_refused(what: str, data: Path, month: Path) -> None:
    def spoil(book: Any) -> None:
        if what == "heading":
            for cell in book[MONTH][2]:
                cell.value = None
        else:
            book[MONTH].delete_cols(6)

    assert codes(import_form(reshape(month, spoil), data, write=True)) == {"bieu-thang-hong"}
    assert changed(data) == {}


def test_a_place_stands_once_for_the_lines_that_share_it(data: Path, month: Path) -> None:
    """Below the first line blank cells mean its place; one that is written holds from there on, also for the others."""
    asked = [row for row, part, *_ in lines(month) if part == DOSSIERS]
    places = [load_workbook(month)[MONTH].cell(row, 5).value for row in asked]
    assert places == ["Mục II.1", *[None] * (len(asked) - 1)]
    own = {**FILLED, "Tiếp nhận": (5, "Phụ lục 2")}
    reshape(reshape(month, answers(month, **FILLED)), answers(month, **own))
    assert import_form(month, data, write=True).problems == ()
    assert changed(data)["tthc", 3, "vi_tri"] == "Phụ lục 2"


def test_a_place_of_one_line_is_told_beside_that_of_the_others(data: Path, month: Path) -> None:
    reshape(reshape(month, answers(month, **FILLED)), answers(month, **{"Đang giải quyết, quá hạn": (5, "Phụ lục 3")}))
    assert import_form(month, data, write=True).problems == ()
    assert changed(data)["tthc", 3, "vi_tri"] == "Mục II.1 | Phụ lục 3"


def test_a_month_that_is_there_may_be_reported_anew(data: Path, tmp_path: Path) -> None:
    """Its form has the values of the report that is there, and says that it is replaced; the old rows stay."""
    before = (data / HOME / "tthc.csv").read_text(encoding="utf-8")
    path, _ = make_form(data, CODE, tmp_path / "thang.xlsx", partial(month_form_of, month=dt.date(2026, 6, 1)))
    assert path
    asked = {(part, label): (answer_, was) for _, part, label, answer_, was in lines(path)}
    about = "Văn bản (thay thế), 6 tháng"
    assert asked[about, "Thay thế văn bản"] == ("bao-cao-6-thang", None)
    assert asked[about, "Kỳ báo cáo"] == ("6 tháng", None)
    assert asked[DOSSIERS, "Tiếp nhận"] == (None, "1.250")
    assert import_form(path, data, write=True) == Imported(()), "untouched it changes nothing"
    came = import_form(reshape(path, answers(path, **FILLED)), data, write=True)
    assert came.problems == ()
    assert (data / HOME / "tthc.csv").read_text(encoding="utf-8").startswith(before)
    new = {name: text for (table, _, name), text in changed(data).items() if table == "nguon"}
    assert (new["nguon"], new["thay_the"]) == ("bao-cao-6-thang-thay-the", "bao-cao-6-thang")


def test_teams_that_changed_are_told_by_any_report(data: Path, tmp_path: Path) -> None:
    """Asked though the last report did not tell of them; what comes is a state of a day, and the one before stays."""
    teams = data / HOME / "to-cong-nghe-so.csv"
    teams.write_text(
        "".join(teams.read_text(encoding="utf-8").splitlines(keepends=True)[:2])
        .replace("bao-cao-6-thang", "bao-cao-5-thang")
        .replace("2026-06-30", "2026-05-31"),
        encoding="utf-8",
    )
    month, _ = make_form(data, CODE, tmp_path / "thang.xlsx", partial(month_form_of, month=JULY))
    assert month
    team = next(part for _, part, *_ in lines(month) if part.startswith("Tổ công nghệ số"))
    assert team == "Tổ công nghệ số cộng đồng (nếu đổi)"
    reshape(reshape(month, answers(month, **FILLED)), answers(month, **{"Số tổ": 21}))
    came = import_form(month, data, write=True)
    assert {(p.code, p.column) for p in came.problems} == {("o-trong-bat-buoc", "Vị trí trong văn bản")}
    came = import_form(reshape(month, answers(month, **{"Số tổ": (5, "Mục III")})), data, write=True)
    assert came.problems == ()
    told = {name: text for (line, name), text in cells(teams.read_text(encoding="utf-8")).items() if line == 3}
    assert (told["so_to"], told["loai_ky"], told["den_ngay"]) == ("21", "thoi_diem", "2026-07-31")
    assert "tu_ngay" not in told


def words_of(path: Path) -> tuple[int, int]:
    """The words of a month's form that are no numbers, wherever they stand, and its questions."""
    page = load_workbook(path)[MONTH]
    texts = [str(cell.value) for row in page.iter_rows(max_col=5) for cell in row if cell.value is not None]
    words = [word for text in texts for word in text.split() if any(map(str.isalpha, word))]
    return len(words), len(lines(path))


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up commune of twelve months."""
    data = tmp_path_factory.mktemp("nam")
    assert main(["sample", "--communes", "1", "--months", "12", str(data)]) == 0
    return data


@pytest.mark.parametrize(("day", "most"), [(dt.date(2026, 11, 1), 500), (dt.date(2026, 12, 1), 1_400)])
def test_there_is_little_to_read(day: dt.date, most: int, year: Path, tmp_path: Path) -> None:
    """A usual month is 500 words, five pages of an end of a year at most seven words a cell."""
    code = next((year / "xa").iterdir()).name.partition("-")[0]
    path, _ = make_form(year, code, tmp_path / "thang.xlsx", partial(month_form_of, month=day))
    assert path
    words, asked = words_of(path)
    assert words <= most
    assert words <= 7 * asked


@pytest.mark.parametrize("folder", sorted(path.name for path in (ROOT / "data" / "xa").iterdir()))
def test_no_two_lines_are_called_alike(folder: str, tmp_path: Path) -> None:
    """Below one heading each question has a name of its own; no heading is without questions."""
    path, _ = make_form(ROOT / "data", folder.partition("-")[0], tmp_path / "thang.xlsx", month_form_of)
    assert path
    asked = [(part, label) for _, part, label, *_ in lines(path)]
    assert len(set(asked)) == len(asked)
    words, _ = words_of(path)
    assert words <= max(500, 9 * len(asked))


def test_short_names_tell_the_indicators_apart() -> None:
    """Shortened, no two names of the catalogue are one."""
    known = catalogue()
    shorts = month_labels.shorts_of(known)
    names = [month_labels.short_name(one.name, shorts) for one in known.indicators.values()]
    assert len(set(names)) == len({one.name for one in known.indicators.values()})
    assert "% CBCC được trang bị máy tính" in names


def test_rows_of_a_kind_stand_below_one_heading() -> None:
    """By the part or by the indicator, whichever more rows share; no heading is for one line."""
    known = catalogue()
    names = names_in(known)

    def row(line: int, indicator: str, part: str = "") -> Record:
        return Record("chi-tieu", "", "", line, {"chi_tieu": indicator, "phan_to": part})

    first, second = "may_in", "may_quet"
    part, other = list(known.indicators[first].breakdowns)[:2]
    rows = [row(2, first, part), row(3, first, other), row(4, second, part), row(5, first), row(6, "so_thon")]
    called, other_called = (
        known.indicators[first].breakdowns[one].replace("Ủy ban nhân dân", "UBND") for one in (part, other)
    )
    assert [(one.row.line, one.heading, one.label) for one in month_labels.named(rows, names, known)] == [
        (4, "", f"Máy quét: {called}"), (6, "", "Số thôn"),
        (2, "Máy in", called), (3, "Máy in", other_called), (5, "Máy in", "Chung"),
    ]  # fmt: skip


@given(st.lists(st.sampled_from(["Thêm: Số thôn, tháng 6: 5", "Thêm: Thu, chi, quý I: a: b", "Bỏ: Số xã, tháng 6: 5"])))
def test_what_is_added_keeps_its_words(told: list[str]) -> None:
    """Said once or on each line, every number stands there with its period."""
    spelled, period = [], ""
    for line in by_period(told):
        if line.startswith("Thêm, "):
            period = line.removeprefix("Thêm, ").removesuffix(":")
        elif line.startswith("  "):
            what, _, value = line.strip().partition(": ")
            spelled.append(f"Thêm: {what}, {period}: {value}")
        else:
            spelled.append(line)
    assert [slug(line) for line in spelled] == [slug(line) for line in told]


def test_sorted_and_thinned_it_says_the_same(data: Path, month: Path) -> None:
    """A column put in, lines turned round, lines taken out: each line knows what it is."""
    reshape(month, answers(month, **FILLED))

    def turn(book: Any) -> None:
        page = book[MONTH]
        page.insert_cols(4)
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=6)]
        kept = [row for row in rows if row[0] != "Thay thế văn bản"]
        page.delete_rows(6, len(rows))
        for row in reversed(kept):
            page.append(row)

    reshape(month, turn)
    page = load_workbook(month)[MONTH]
    assert page.cell(2, 5).value == "Giải thích"
    came = import_form(month, data, write=True)
    assert came.problems == (), came.problems
    assert ("tthc", 3, "tiep_nhan") in changed(data)


def test_the_first_month_of_a_commune(data: Path, tmp_path: Path) -> None:
    """Without any report the form asks the counts that the sums need, and what the document is called."""
    for table in (data / HOME).glob("*.csv"):
        table.write_text(table.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    path, _ = make_form(data, CODE, tmp_path / "thang.xlsx", partial(month_form_of, month=JULY))
    assert path
    own = {**FILLED, "Tên văn bản": "Báo cáo tháng 7", "Đọc hoặc hỏi ở đâu": "Bảng tin UBND xã"}
    came = import_form(reshape(path, answers(path, **own)), data, write=True)
    assert {(p.code, p.column) for p in came.problems} == {("o-trong-bat-buoc", "Vị trí trong văn bản")}
    came = import_form(reshape(path, answers(path, **{"Tiếp nhận": (5, "Mục II")})), data, write=True)
    assert came.problems == ()
    assert changed(data)["tthc", 2, "vi_tri"] == "Mục II"


def test_the_first_place_where_people_are_helped(data: Path, tmp_path: Path) -> None:
    """Of a commune that has none yet a whole row is asked, its place in the document too."""
    point = data / HOME / "diem-ho-tro.csv"
    point.write_text(point.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    path, _ = make_form(data, CODE, tmp_path / "thang.xlsx", partial(month_form_of, month=JULY))
    assert path
    own = {**FILLED, "Tên điểm": "Trung tâm", "Địa điểm": "Trụ sở", "Đường dây cơ quan": "0237 3123 456"}
    reshape(path, answers(path, **own))
    came = import_form(path, data, write=True)
    row = next(row for row, _, label, _, _ in lines(path) if label == "Tên điểm")
    assert {(p.code, p.line, p.column) for p in came.problems} == {("o-trong-bat-buoc", row, "Vị trí trong văn bản")}
    assert import_form(reshape(path, answers(path, **{"Tên điểm": (5, "Mục V")})), data, write=True).problems == ()
    assert cells(point.read_text(encoding="utf-8"))[2, "duong_day"] == "0237 3123 456"


def test_the_command_names_the_month(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["form", CODE, "--thang", "07/2026", "--data", str(data)]) == 0
    assert (tmp_path / f"bieu-thang-7-2026-{CODE}-hoang-son.xlsx").is_file()
    with pytest.raises(SystemExit):
        main(["form", CODE, "--thang", "2026-07", "--data", str(data)])


# --- which documents, which period ------------------------------------------------------------


def _report(id: str, title: str, start: str, end: str) -> list[Record]:
    cells_ = {"nguon": id, "ten": title, "co_quan": "UBND", "ky": "", "tu_ngay": start, "den_ngay": end}
    return [Record("nguon", "", "", 2, cells_), Record("tthc", "", "", 2, cells_)]


MONTHLY = [*_report("bc-2026-05", "Báo cáo tháng 5 năm 2026", "2026-05-01", "2026-05-31"),
           *_report("bc-2026-06", "Báo cáo tháng 6 năm 2026", "2026-06-01", "2026-06-30")]  # fmt: skip
QUARTERLY = [*_report("q-1", "Báo cáo quý I/2026", "2026-01-01", "2026-03-31"),
             *_report("q-2", "Báo cáo quý II/2026", "2026-04-01", "2026-06-30")]  # fmt: skip


@pytest.mark.parametrize(("month", "ids"), [
    (dt.date(2026, 7, 9), ["bc-2026-07"]), (dt.date(2026, 9, 1), ["bc-2026-09", "q-2026-09"]),
    (dt.date(2026, 10, 1), ["bc-2026-10"]), (dt.date(2026, 6, 1), ["bc-2026-06-thay-the", "q-2-thay-the"]),
    (dt.date(2026, 5, 1), ["bc-2026-05-thay-the"]),
])  # fmt: skip
def test_each_kind_of_report_has_its_rhythm(month: dt.date, ids: list[str]) -> None:
    assert [one.id for one in coming_documents([*MONTHLY, *QUARTERLY], month)] == ids


def test_a_kind_that_stopped_is_not_asked_for() -> None:
    """A report that came once, months before the others, is not continued."""
    once = _report("mot-lan", "Báo cáo của Trung tâm", "2026-02-01", "2026-02-28")
    assert [one.id for one in coming_documents([*once, *MONTHLY], dt.date(2026, 7, 1))] == ["bc-2026-07"]


def test_the_usual_month_follows_the_newest() -> None:
    assert usual_month(MONTHLY, dt.date(2026, 12, 1)) == dt.date(2026, 7, 31)
    assert usual_month([], dt.date(2026, 12, 1)) == dt.date(2026, 11, 30)


@pytest.mark.parametrize(("start", "end", "kind", "printed", "step", "told"), [
    ("2026-10-01", "2026-10-31", "trong_ky", "Tháng 10/2026", 1, "Tháng 11/2026, 2026-11-01, 2026-11-30"),
    ("2026-12-01", "2026-12-31", "trong_ky", "tháng 12/2026", 1, "tháng 1/2027, 2027-01-01, 2027-01-31"),
    ("2026-01-01", "2026-01-31", "trong_ky", "Tháng 1/2026", 1, "Tháng 2/2026, 2026-02-01, 2026-02-28"),
    ("2026-01-01", "2026-05-17", "luy_ke", "đến 17/5", 1, "6 tháng đầu năm 2026, 2026-01-01, 2026-06-17"),
    ("2026-01-01", "2026-09-30", "trong_ky", "9 tháng", 3, "Năm 2026, 2026-01-01, 2026-12-31"),
    ("2026-01-01", "2026-12-31", "luy_ke", "Năm 2026", 1, None),
    ("2026-07-01", "2026-09-30", "trong_ky", "Quý III/2026", 3, "Quý IV/2026, 2026-10-01, 2026-12-31"),
    ("2026-01-01", "2026-03-31", "trong_ky", "quý I/2026", 3, "quý II/2026, 2026-04-01, 2026-06-30"),
    ("2026-07-01", "2026-09-30", "trong_ky", "Quý III/2026", 1, None),
    ("", "2026-09-30", "thoi_diem", "tại thời điểm báo cáo", 3, "tại thời điểm báo cáo, , 2026-12-31"),
    ("", "2026-09-30", "thoi_diem", "đến 30/09/2026", 1, "đến 31/10/2026, , 2026-10-31"),
])  # fmt: skip
def test_the_next_period(start: str, end: str, kind: str, printed: str, step: int, told: str | None) -> None:
    made = next_period(Period(PeriodKind(kind), read_date(start), read_date(end), printed), step)
    assert (made and f"{made.printed}, {made.start or ''}, {made.end}") == told


@pytest.mark.parametrize(("title", "start", "end", "step", "told"), [
    ("Báo cáo tháng 10 năm 2026", "2026-10-01", "2026-10-31", 1, "Báo cáo tháng 11 năm 2026"),
    ("Kết quả Quý III/2026 (thay thế)", "2026-07-01", "2026-09-30", 3, "Kết quả Quý IV/2026"),
    ("Sơ kết 5 tháng đầu năm 2026", "2026-01-01", "2026-05-31", 1, "Sơ kết 6 tháng đầu năm 2026"),
    ("Báo cáo không nêu kỳ", "2026-10-01", "2026-10-31", 1, "Báo cáo không nêu kỳ"),
])  # fmt: skip
def test_the_title_moves_with_its_period(title: str, start: str, end: str, step: int, told: str) -> None:
    old = Period(PeriodKind.WITHIN, read_date(start), read_date(end))
    new = next_period(old, step)
    assert new
    assert retitled(title, old, new) == told


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 14), st.integers(1, 12))
def test_a_next_period_is_later_and_named(start: dt.date, months: int, step: int) -> None:
    period = Period(PeriodKind.WITHIN, start, start.replace(day=1)).moved(0)
    end = Period(PeriodKind.WITHIN, None, start).moved(months).end
    assert end
    made = next_period(Period(PeriodKind.WITHIN, period.start, max(end, start)), step)
    if made:
        assert made.end
        assert made.end > max(end, start) or made.end.month != end.month
        assert name_of(made) == made.printed


ANYTHING = st.recursive(
    st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


@given(ANYTHING)
def test_no_mark_that_is_not_ours_is_taken(value: Any) -> None:
    """Whatever stands in the hidden column: a question of ours, or nothing."""
    assert _mark(json.dumps(value)) is None
    ours = {"vb": "a", "bang": "tthc", "cot": "tiep_nhan", "dong": {}}
    assert _mark(json.dumps(ours))
    assert _mark(json.dumps({**ours, "cot": value})) is None
    assert (_mark(json.dumps({**ours, "vb": value})) is None) == (not isinstance(value, str))
