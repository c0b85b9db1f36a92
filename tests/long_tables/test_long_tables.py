"""Tables of many communes: read by a mapping that is proposed, kept, told in words and checked before it writes."""

from __future__ import annotations

import csv
import random
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import exports
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from officer import catalogue
from openpyxl import load_workbook
from support import replace, tree

from generator.cli import main
from generator.language.vietnamese import fold
from generator.long_tables.communes import named
from generator.long_tables.heading_rows import BETWEEN
from generator.long_tables.propose import meaning
from generator.long_tables.table_map import ASK, COUNTS, OF_ROWS
from generator.officer.new_commune import write_commune
from generator.reading.catalogue_files import read_units

HANOI = [unit for unit in read_units() if unit.province == "01"]
FIVE = HANOI[:5]
NAMES = [unit.name for unit in FIVE]
HEADINGS = [
    f"{upper}{BETWEEN}{below}" if below else upper
    for upper, below in zip(
        [exports.TOP[max(at for at in range(number + 1) if exports.TOP[at])] for number in range(len(exports.TOP))],
        exports.BELOW,
        strict=True,
    )
]


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the empty folders of five communes."""
    (tmp_path / "data" / "xa").mkdir(parents=True)
    for unit in FIVE:
        write_commune(tmp_path / "data", unit.code)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def bring(table: str, map: str = "mc.yml", *more: str) -> int:
    return main(["import", table, "--theo", map, "--data", "data", *more])


def confirm(map: Path) -> Path:
    """What a clerk writes into a proposed mapping."""
    replace(map, 'co_quan: "?"', 'co_quan: "UBND thành phố Hà Nội"')
    replace(map, 'doc_o_dau: "?"', 'doc_o_dau: "Hỏi Văn phòng UBND thành phố"')
    return map


def mapped(work: Path, rows: Sequence[Sequence[object]]) -> Path:
    """A workbook with its mapping, proposed and confirmed."""
    path = exports.workbook(work / "mc.xlsx", rows)
    assert main(["import", "mc.xlsx", "--data", "data"]) == 1
    confirm(work / "mc.yml")
    return path


def table(work: Path, code: str, name: str = "tthc") -> list[dict[str, str]]:
    (path,) = (work / "data" / "xa").glob(f"{code}-*/{name}.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row for row in rows if not next(iter(row.values())).startswith("# ")]


# --- the whole way ----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["workbook", "semicolons", "commas", "tabs"])
def test_an_export_becomes_data(kind: str, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Proposed from headings of two rows, confirmed, told, written; each field of work and all of them; a second time
    nothing is new.
    """
    rows = exports.rows_of(NAMES)
    marks = {"semicolons": ";", "commas": ",", "tabs": "\t"}
    path = (
        exports.text(work / "mc.csv", rows, marks[kind]) if kind in marks else exports.workbook(work / "mc.xlsx", rows)
    )
    before = tree(work / "data")
    assert main(["import", path.name, "--data", "data"]) == 1
    said = capsys.readouterr().out
    assert "“Số hồ sơ tiếp nhận / Trực tiếp, BCCI”: Nộp trực tiếp, bưu chính" in said
    assert tree(work / "data") == before
    confirm(work / "mc.yml")
    assert bring(path.name, "mc.yml", "--dry-run") == 0
    assert tree(work / "data") == before
    assert bring(path.name) == 0
    said = capsys.readouterr().out
    assert "Dòng cộng, chỉ để đối chiếu: 23." in said
    assert "Đã ghi 5 xã; 0 xã không có gì mới; 0 xã giữ lại." in said
    for number, unit in enumerate(FIVE):
        told = table(work, unit.code)
        assert [row["linh_vuc"] for row in told] == ["Hộ tịch", "Đất đai", ""]
        for row, made in zip(told, rows[3 * number :], strict=False):
            counts = [int(row[name]) for name in exports.MEANS if name in COUNTS]
            assert counts == made[3:14]
        assert {(row["tu_ngay"], row["den_ngay"], row["nguon"]) for row in told} == {
            ("2026-05-01", "2026-05-31", "mc-2026-05")
        }
        assert [row["nguon"] for row in table(work, unit.code, "nguon")] == ["mc-2026-05"]
    assert main(["check", "--data", "data"]) == 0
    after = tree(work / "data")
    assert bring(path.name) == 0
    assert "Đã ghi 0 xã; 5 xã không có gì mới" in capsys.readouterr().out
    assert tree(work / "data") == after


def test_a_mapping_is_never_overwritten(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mapped(work, exports.rows_of(NAMES))
    kept = (work / "mc.yml").read_bytes()
    assert main(["import", "mc.xlsx", "--data", "data"]) == 2
    assert "--theo" in capsys.readouterr().err
    assert (work / "mc.yml").read_bytes() == kept


def test_a_number_that_changes_is_corrected_with_a_reason(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The next export of the same period corrects what it gives anew; without a reason the clerk is asked."""
    mapped(work, exports.rows_of(NAMES, ()))
    assert bring("mc.xlsx") == 0
    rows: list[list[object]] = exports.rows_of(NAMES, ())
    for at, more in ((3, 1), (4, 1), (11, 1), (12, 1)):
        for row in (rows[0], rows[-1]):
            row[at] = int(str(row[at])) + more
    exports.workbook(work / "mc.xlsx", rows)
    capsys.readouterr()
    assert bring("mc.xlsx", "mc.yml", "--dry-run") == 0
    assert "Ghi ly_do vào bản đồ cột" in capsys.readouterr().out
    with (work / "mc.yml").open("a", encoding="utf-8") as file:
        file.write("ly_do: Hệ thống một cửa xuất lại\n")
    assert bring("mc.xlsx") == 0
    (told,) = table(work, FIVE[0].code)
    assert told["tiep_nhan"] == str(rows[0][3])
    assert {one["ly_do"] for one in table(work, FIVE[0].code, "dinh-chinh")} == {"Hệ thống một cửa xuất lại"}
    assert not list((work / "data" / "xa").glob(f"{FIVE[1].code}-*/dinh-chinh.csv"))


def test_other_rows_of_a_commune_stay(work: Path) -> None:
    """What a table does not speak of keeps its bytes."""
    mapped(work, exports.rows_of(NAMES))
    before = tree(work / "data")
    assert bring("mc.xlsx") == 0
    after = tree(work / "data")
    changed = {path.split("/")[-1] for path in after if before[path] != after[path]}
    assert changed == {"tthc.csv", "nguon.csv"}
    assert all(after[path].startswith(before[path]) for path in before)


# --- a row a commune, period and indicator ----------------------------------------------------

LONG = """Mã xã;Kỳ;Chỉ tiêu;Đơn vị tính;Giá trị
00004;tháng 5/2026;Tỷ lệ hồ sơ giải quyết đúng và trước hạn;%;98,5
00004;tháng 5/2026;ho_so_tiep_nhan;hồ sơ;1.234
8;tháng 5/2026;ho_so_tiep_nhan;hồ sơ;321
"""


def long_table(work: Path, text: str) -> str:
    """The table with its mapping; the names of indicators are those of the catalogue."""
    rate = catalogue().indicators["ty_le_dung_han"].name
    (work / "dai.csv").write_text(text.replace("Tỷ lệ hồ sơ giải quyết đúng và trước hạn", rate), encoding="utf-8")
    main(["import", "dai.csv", "--data", "data"])
    confirm(work / "dai.yml")
    replace(work / "dai.yml", 'ten: "?"', 'ten: "Bảng chỉ tiêu tháng 5 năm 2026"')
    replace(work / "dai.yml", 'ngay_biet: "?"', 'ngay_biet: "2026-05-31"')
    return "dai.csv"


def test_a_row_a_commune_period_and_indicator(work: Path) -> None:
    """A count of the form of dossiers goes there, every other number into its own table with its unit."""
    assert bring(long_table(work, LONG), "dai.yml") == 0
    (rate,) = table(work, "00004", "chi-tieu")
    assert (rate["chi_tieu"], rate["gia_tri"], rate["den_ngay"]) == ("ty_le_dung_han", "98,5%", "2026-05-31")
    assert [row["tiep_nhan"] for code in ("00004", "00008") for row in table(work, code)] == ["1.234", "321"]
    assert main(["check", "--data", "data"]) == 0


@pytest.mark.parametrize(
    ("old", "new", "row", "said"),
    [
        (";%;98,5", ";hồ sơ;98,5", 2, "tính bằng hồ sơ, còn chỉ tiêu"),
        ("00004;tháng 5/2026;ho_so", "00004;hôm nào đó;ho_so", 3, "Không đọc được kỳ “hôm nào đó”"),
        ("8;tháng 5/2026;ho_so_tiep_nhan", "8;tháng 5/2026;ho_so_bay", 4, "Không có chỉ tiêu “ho_so_bay”"),
        ("98,5", "cao", 2, "cao"),
    ],
)
def test_a_fault_of_a_long_row(
    old: str, new: str, row: int, said: str, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told with its row and holds back its commune alone."""
    assert bring(long_table(work, LONG.replace(old, new)), "dai.yml") == 1
    told = capsys.readouterr().out
    assert f"LỖI dai.csv, dòng {row}" in told
    assert said in told
    good = "00008" if row < 4 else "00004"
    assert table(work, good)
    assert not table(work, "00004" if row < 4 else "00008")


# --- what is wrong ----------------------------------------------------------------------------


def test_a_faulty_commune_holds_back_no_other(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that is none, sums within a row that do not agree, a commune twice, one without folder; the rest is
    written, or nothing on request.
    """
    rows = exports.rows_of([*NAMES, HANOI[5].name], ())[:-1]
    rows[0][3] = "nhiều"
    rows[1][3] = int(str(rows[1][3])) + 5
    rows.append(list(rows[2]))
    mapped(work, rows)
    before = tree(work / "data")
    capsys.readouterr()
    assert bring("mc.xlsx", "mc.yml", "--all-or-none") == 1
    assert tree(work / "data") == before
    assert "Không ghi xã nào" in capsys.readouterr().out
    assert bring("mc.xlsx") == 1
    said = capsys.readouterr().out
    assert "mc.xlsx, dòng 8, cột “Số hồ sơ tiếp nhận / Tổng số” (" in said
    assert "mc.xlsx, dòng 9, cột “Số hồ sơ tiếp nhận / Tổng số” (" in said
    assert "Dòng này nói cùng một việc, cùng một kỳ với dòng 10." in said
    assert f"{HANOI[5].name} chưa có thư mục trong dữ liệu." in said
    assert "Đã ghi 2 xã; 0 xã không có gì mới; 4 xã giữ lại." in said
    assert [bool(table(work, unit.code)) for unit in FIVE] == [False, False, False, True, True]
    assert main(["check", "--data", "data"]) == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Phường Ba Dinh Cũ", "Phường Ba Đình (00004)"),
        ("Xã Nào Đó", "Không rõ “Xã Nào Đó”"),
        ("", "không ghi xã"),
    ],
)
def test_a_row_of_no_commune_stops_the_table(
    name: str, said: str, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody knows whose numbers these are: nothing is written."""
    rows = exports.rows_of(NAMES, ())[:-1]
    rows[2][1] = name
    mapped(work, rows)
    before = tree(work / "data")
    assert bring("mc.xlsx") == 1
    told = capsys.readouterr().out
    assert "LỖI mc.xlsx, dòng 10, cột “Tên đơn vị”" in told
    assert said in told
    assert "Chưa ghi gì" in told
    assert tree(work / "data") == before


def test_a_total_that_does_not_close_stops_the_table(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row may be missing; where the table is printed so, the mapping says it."""
    rows = exports.rows_of(NAMES)
    added = int(str(rows[-1][3]))
    rows[-1][3] = added + 7
    mapped(work, rows)
    before = tree(work / "data")
    assert bring("mc.xlsx") == 1
    said = capsys.readouterr().out
    assert "LỖI mc.xlsx, dòng 23, cột “Số hồ sơ tiếp nhận / Tổng số”" in said
    assert f"Dòng cộng ghi {added + 7:,}".replace(",", ".") in said
    assert tree(work / "data") == before
    with (work / "mc.yml").open("a", encoding="utf-8") as file:
        file.write("tong_nhu_in: co\n")
    assert bring("mc.xlsx") == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('la: "tiep_nhan"', 'la: "tiep_nhann"', "không có “tiep_nhann”"),
        ('la: "tiep_nhan"', 'la: "?"', "chưa quyết cột “Số hồ sơ tiếp nhận / Tổng số”"),
        ('la: "tiep_nhan"', 'la: "moi"\n    la: "moi"', "viết hai lần"),
        ('co_quan: "UBND thành phố Hà Nội"', 'co_quan: "?"', "thay dấu ? ở co_quan"),
        ('tu_ngay: "2026-05-01"', 'tu_ngay: "đầu tháng"', "không phải ngày"),
        ('tinh: "01"', "tinh: 01", "trường tinh phải là chữ"),
        ('loai_ky: "trong_ky"', 'loai_ky: "ky"', "chọn một trong"),
        ("nguon:\n", "nguon: x\nb:\n", "không có trường nào tên b"),
    ],
)
def test_a_mapping_that_is_wrong_is_refused(
    old: str, new: str, said: str, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its line and what to do; nothing is written."""
    mapped(work, exports.rows_of(NAMES))
    replace(work / "mc.yml", old, new)
    before = tree(work / "data")
    assert bring("mc.xlsx") == 2
    told = capsys.readouterr().err
    assert "“mc.yml”" in told
    assert said in told
    assert tree(work / "data") == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Số hồ sơ tiếp nhận / Tổng số", "Tiếp nhận", "Bản đồ cột có cột “Tiếp nhận” mà bảng không có."),
        ("Số hồ sơ tiếp nhận / Tổng số", "Tiếp nhận", "Bản đồ cột không nói cột “Số hồ sơ tiếp nhận / Tổng số” là gì."),
        ('la: "xa"', 'la: "bo_qua"', "không có cột nào là xã"),
        ('la: "truc_tuyen"', 'la: "tiep_nhan"', "có 2 cột cùng là tiep_nhan"),
        ('la: "linh_vuc"', 'la: "gia_tri"', "Cột giá trị và cột chỉ tiêu phải đi cùng nhau."),
        ('la: "linh_vuc"', 'la: "ty_le_dung_han"\n    don_vi: "đồng"', "tính bằng đồng, còn chỉ tiêu"),
    ],
)
def test_a_mapping_of_another_table(
    old: str, new: str, said: str, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each thing is told, and nothing is read."""
    mapped(work, exports.rows_of(NAMES))
    replace(work / "mc.yml", old, new)
    before = tree(work / "data")
    assert bring("mc.xlsx") == 1
    assert said in capsys.readouterr().out
    assert tree(work / "data") == before


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2\n", b"\xff\xfe\x00", b'Xa,"b\n1,2,3\n', "Tên xã;Tổng\n".encode("utf-16-be")]
)
def test_what_is_no_table_is_refused(content: bytes, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (work / "a.csv").write_bytes(content)
    assert main(["import", "a.csv", "--data", "data"]) == 2
    assert "“a.csv”" in capsys.readouterr().err
    assert not (work / "a.yml").exists()


def test_a_formula_without_a_number_is_told(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = mapped(work, exports.rows_of(NAMES, ())[:-1])
    book = load_workbook(path)
    book.worksheets[0]["D8"] = "=1+1"
    book.save(path)
    assert bring("mc.xlsx") == 1
    assert "mc.xlsx, dòng 8, cột “Số hồ sơ tiếp nhận / Tổng số”" in capsys.readouterr().out


# --- headings ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("heading", "means"), [*zip(HEADINGS, exports.MEANS, strict=True)])
def test_a_heading_of_an_export(heading: str, means: str) -> None:
    assert meaning(heading, catalogue()) == means


OTHERS = {
    "Tiếp nhận / Trong kỳ / Trực tuyến": "truc_tuyen",
    "Tiếp nhận / Trong kỳ": "moi",
    "Hồ sơ đã giải quyết / Trễ hẹn": "qua_han",
    "Chưa giải quyết / Trong hạn": "dang_trong_han",
    "Đang giải quyết / Quá hạn": "dang_qua_han",
    "Kết quả giải quyết / Đúng và trước hạn": "dung_va_truoc_han",
    "Tổng số hồ sơ tiếp nhận": "tiep_nhan",
    "Trực tuyến toàn trình / Tiếp nhận": "truc_tuyen_toan_trinh",
    "Số hồ sơ trả lại": "tra_lai",
    "Tỷ lệ trực tuyến": "bo_qua",
    "Đơn vị tính": "don_vi",
    "Xã, phường, đặc khu": "xa",
    "Quá hạn": ASK,
    "Mức độ hài lòng chung": ASK,
    "Đã giải quyết / Qua bưu điện tỉnh": ASK,
}


@pytest.mark.parametrize("heading", OTHERS)
def test_headings_of_other_shapes(heading: str) -> None:
    """What is beyond doubt is proposed, all else is asked about: “quá hạn” alone may be of two counts."""
    assert meaning(heading, catalogue()) == OTHERS[heading]


@given(st.sampled_from(HEADINGS), st.randoms(use_true_random=False))
def test_case_marks_and_blanks_change_no_meaning(heading: str, chance: random.Random) -> None:
    """As offices type: capitals, without tone marks, decomposed letters, blanks of every kind."""
    ways: list[Callable[[str], str]] = [str.upper, str.lower, fold, lambda text: unicodedata.normalize("NFD", text)]
    way = chance.choice(ways)
    typed = BETWEEN.join(
        way(part).replace(" ", chance.choice([" ", "\u00a0", "  ", "\n"])) for part in heading.split(BETWEEN)
    )
    assert meaning(typed, catalogue()) == meaning(heading, catalogue())


@given(st.text(max_size=60))
def test_any_heading_has_a_known_meaning(heading: str) -> None:
    """Whatever stands there, the proposal is one that a mapping may hold, or a question."""
    means = meaning(heading, catalogue())
    assert means == ASK or means in OF_ROWS or means in COUNTS or means in catalogue().indicators


@settings(max_examples=12)
@given(st.permutations(range(len(exports.TOP))))
def test_the_order_of_columns_changes_nothing(tmp_path_factory: pytest.TempPathFactory, order: list[int]) -> None:
    """Columns in any order, each with its own heading in one row: the same proposal, the same rows."""
    folder = tmp_path_factory.mktemp("bang")
    (folder / "data" / "xa").mkdir(parents=True)
    write_commune(folder / "data", FIVE[0].code)
    rows: list[list[object]] = [[*HEADINGS], exports.rows_of(NAMES[:1], ())[0]]
    with (folder / "mc.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(
            [[exports.TITLES[2]], *([str(row[at]) for at in order] for row in rows)]
        )
    data = ["--data", str(folder / "data")]
    main(["import", str(folder / "mc.csv"), *data])
    confirm(folder / "mc.yml")
    assert main(["import", str(folder / "mc.csv"), "--theo", str(folder / "mc.yml"), *data]) == 0
    (row,) = table(folder, FIVE[0].code)
    assert [row[name] for name in exports.MEANS if name in COUNTS] == [str(count) for count in rows[1][3:14]]


# --- names of communes ------------------------------------------------------------------------


@given(st.sampled_from(HANOI), st.randoms(use_true_random=False))
def test_a_commune_is_found_however_it_is_named(unit: object, chance: random.Random) -> None:
    """By its code, with or without its zeros, its name in any case, with what stands before it in lists."""
    assert isinstance(unit, type(HANOI[0]))
    ways = [unit.code, unit.code.lstrip("0"), f"'{unit.code}", unit.name, unit.name.upper(), f"UBND {unit.name}",
            unit.name.replace("Phường ", "P. ")]  # fmt: skip
    assert named(HANOI).find(chance.choice(ways)) == unit


@given(st.text(max_size=30))
def test_no_text_is_taken_for_a_commune_by_chance(text: str) -> None:
    """What is found bears the words that were sought, or its code."""
    if found := named(HANOI).find(text):
        assert fold(found.name).split()[-1] in fold(text) or text.strip("'").zfill(5) == found.code


def test_a_row_that_is_printed_so_is_declared(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The remedy for sums that do not agree, followed to the letter: a column in the table and in the mapping."""
    rows = exports.rows_of(NAMES, ())[:-1]
    rows[1][3] = int(str(rows[1][3])) + 5
    path = mapped(work, rows)
    capsys.readouterr()
    assert bring("mc.xlsx") == 1
    assert (
        "ghi “co” ở dòng này, cột “Đúng như văn bản in” của bảng; chưa có thì thêm cột ấy vào bảng và vào mục cot của "
        "bản đồ cột, với la: dung_nhu_van_ban"
    ) in capsys.readouterr().out
    book = load_workbook(path)
    page = book.active
    assert page is not None
    page.cell(5, 17, "Đúng như văn bản in")
    page.cell(9, 17, "co")
    book.save(path)
    column = '  - tieu_de: "Đúng như văn bản in"\n    la: "dung_nhu_van_ban"\n'
    replace(work / "mc.yml", "# Các mã:", f"{column}# Các mã:")
    assert bring("mc.xlsx") == 0
    (row,) = table(work, FIVE[1].code)
    assert row["dung_nhu_van_ban"] == "co"
    assert main(["check", "--data", "data"]) == 0


def test_one_cause_is_told_once(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A commune that is unknown, in a cell merged over its rows, is one thing to mend."""
    rows = exports.rows_of(NAMES)[:-1]
    for row in rows[3:6]:
        row[1] = "Phường Ba Đìn"
    mapped(work, rows)
    capsys.readouterr()
    assert bring("mc.xlsx") == 1
    told = capsys.readouterr().out
    assert "LỖI mc.xlsx, dòng 11, 12, 13, cột “Tên đơn vị”\n" in told
    assert told.count("Không rõ “Phường Ba Đìn”") == 1
