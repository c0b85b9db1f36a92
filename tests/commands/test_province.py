"""What the clerk of a province does: folders, forms in one archive, what comes back, who is still waited for."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from officer import SOURCES, edit, reshape
from openpyxl import load_workbook
from support import tree

from generator.cli import main
from generator.forms.return_list import FAULTY, TAKEN, WAITING, read_list
from generator.officer.new_commune import write_commune
from generator.officer.sample import write_sample
from generator.reading.catalogue_files import read_units

pytestmark = pytest.mark.slow
COMMUNES = 20
HANOI = "01"
CODES = sorted(unit.code for unit in read_units() if unit.province == HANOI)[:COMMUNES]


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("tinh") / "data"
    write_sample(data, COMMUNES, 2, 0)
    return data


@pytest.fixture(scope="module")
def forms(sampled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the forms of twenty communes, and the list beside it."""
    path = tmp_path_factory.mktemp("goi") / "bieu-01-ha-noi.zip"
    assert main(["form", "--tinh", HANOI, "--out", str(path), "--data", str(sampled)]) == 0
    return path


@pytest.fixture
def clerk(sampled: Path, forms: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the data, the list of the round and the forms unpacked as they came back."""
    shutil.copytree(sampled, tmp_path / "data")
    for path in forms.parent.iterdir():
        shutil.copy(path, tmp_path)
    with zipfile.ZipFile(forms) as archive:
        archive.extractall(tmp_path / "nhan")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def note(form: Path, row: int = 4, words: str = "đã đối chiếu") -> Path:
    """A form in which an officer has written a remark on the first document."""
    return edit(form, (SOURCES, row, "Ghi chú", words))


def returned(clerk: Path) -> list[Path]:
    return sorted((clerk / "nhan").glob("*.xlsx"))


def state(clerk: Path) -> dict[str, str]:
    listed = read_list(clerk / "bieu-01-ha-noi-theo-doi.xlsx")
    return {row["Mã xã"]: row["Tình trạng"] for row in listed.rows}


def imported(*more: str) -> int:
    return main(["import", "--tinh", HANOI, "nhan", "--data", "data", *more])


def test_folders_of_a_province_are_made_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Those that are there stay as they are and are named; a second time nothing is made."""
    data = tmp_path / "data"
    kept = data / "xa" / "01981-vinh-thong"
    kept.mkdir(parents=True)
    (kept / "xa.yml").write_text("x", encoding="utf-8")
    assert main(["new", "--tinh", "19", "--data", str(data)]) == 0
    said = capsys.readouterr().out
    assert "Đã có, giữ nguyên: Xã Vĩnh Thông, thư mục 01981-vinh-thong" in said
    assert tree(kept) == {"xa.yml": b"x"}
    assert len(list((data / "xa").iterdir())) == 92
    assert "đã tạo 91 thư mục" in said
    before = tree(data)
    assert main(["new", "--tinh", "19", "--data", str(data)]) == 0
    assert "đã tạo 0 thư mục" in capsys.readouterr().out
    assert tree(data) == before
    (kept / "xa.yml").write_text('ma: "01981"\nten: "Xã Vĩnh Thông"\nslug: vinh-thong\n', encoding="utf-8")
    assert main(["check", "--data", str(data)]) == 0


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("1", "Có phải ý là: 01 (Hà Nội)"),
        ("ha noi", "Có phải ý là: 01 (Hà Nội)"),
        ("00004", "tỉnh của nơi ấy mang mã 01"),
        ("00", "Các mã: 01 (Hà Nội), 04 (Cao Bằng)"),
    ],
)
@pytest.mark.parametrize("command", ["new", "form", "notice", "import nhan"])
def test_a_province_that_is_none(
    command: str, asked: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "xa").mkdir()
    assert main([*command.split(), "--tinh", asked, "--data", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("command", ["new", "form", "notice"])
def test_a_commune_or_a_province_must_be_named(command: str) -> None:
    """Neither, and both, are wrong use."""
    for arguments in ([command], [command, "00004", "--tinh", "01"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2


def test_the_archive_holds_every_form(sampled: Path, forms: Path, tmp_path: Path) -> None:
    """One a commune, the same bytes made again; each opens; nothing that is there is overwritten."""
    with zipfile.ZipFile(forms) as archive:
        names = archive.namelist()
    assert [name.split("-")[1] for name in names] == CODES
    again = tmp_path / "bieu-01-ha-noi.zip"
    assert main(["form", "--tinh", HANOI, "--out", str(again), "--data", str(sampled)]) == 0
    assert tree(again.parent) == tree(forms.parent)
    assert main(["form", "--tinh", HANOI, "--out", str(again), "--data", str(sampled)]) == 2
    assert tree(again.parent) == tree(forms.parent)


def test_a_commune_that_cannot_be_read_holds_back_no_form(
    sampled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named with the reason, in the list too; where none can be made nothing is written."""
    shutil.copytree(sampled, tmp_path / "data")
    folders = sorted((tmp_path / "data" / "xa").iterdir())
    (folders[3] / "tthc.csv").write_text('a,"b\n', encoding="utf-8")
    out = tmp_path / "goi.zip"
    assert main(["form", "--tinh", HANOI, "--out", str(out), "--data", str(tmp_path / "data")]) == 1
    assert "Đã tạo 19 biểu" in capsys.readouterr().out
    row = read_list(tmp_path / "goi-theo-doi.xlsx").row(folders[3].name[:5])
    assert (row["Tình trạng"], row["Biểu gửi đi"]) == ("chưa tạo được biểu", "")
    assert "tthc.csv" in row["Việc phải làm"]
    for folder in folders:
        (folder / "xa.yml").unlink()
    none = ["form", "--tinh", HANOI, "--out", str(tmp_path / "khong.zip"), "--data", str(tmp_path / "data")]
    assert main(none) == 1
    assert not list(tmp_path.glob("*khong*"))


def test_twenty_communes_in_two_sittings(clerk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Twelve come, of which one is faulty, one of an older round and one sent twice; the rest later; all are answered.

    What is faulty holds back nobody, and is taken when it comes mended.
    """
    every = returned(clerk)
    late = clerk / "sau"
    late.mkdir()
    for form in every[12:]:
        form.rename(late / form.name)
    for form in every[:10]:
        note(form)
    edit(every[10], (SOURCES, 4, "Ngày ban hành", "ngày mai"))
    note(Path(shutil.copy(every[0], clerk / "nhan" / "bản sửa.xlsx")), words="bản khác")
    (clerk / "nhan" / "thư.docx").write_bytes(b"x")
    (clerk / "nhan" / "cũ.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(100))
    (clerk / "nhan" / "~$mo.xlsx").write_bytes(b"x")
    shutil.copy(every[5], clerk / "nhan" / "bản sao.xlsx")
    before = tree(clerk / "data")

    assert imported("--dry-run") == 1
    assert tree(clerk / "data") == before
    assert set(state(clerk).values()) == {WAITING}
    capsys.readouterr()

    assert imported() == 1
    said = capsys.readouterr().out
    assert "14 biểu: 10 nhận được, 4 còn lỗi nên giữ lại." in said
    assert "Không phải bảng tính nên không đọc: thư.docx." in said
    assert "Giống hệt một biểu khác nên chỉ đọc một lần: " in said
    assert "8 xã chưa gửi lại biểu của đợt này" in said
    written = {path.split("/")[1][:5] for path, content in tree(clerk / "data").items() if before[path] != content}
    assert written == set(CODES[1:10])
    assert [state(clerk)[code] for code in CODES] == [FAULTY, *[TAKEN] * 9, FAULTY, TAKEN, *[WAITING] * 8]
    answers = {path.name[:5]: path.read_text(encoding="utf-8") for path in (clerk / "tra-loi-01-ha-noi").iterdir()}
    assert "Đã thay đổi:" in answers[CODES[1]]
    assert "Biểu không có gì khác số liệu hiện có" in answers[CODES[11]]
    assert "có 2 biểu khác nhau: “bieu-00004-" in answers[CODES[0]] or "“bản sửa.xlsx”" in answers[CODES[0]]
    assert "Ngày ban hành" in answers[CODES[10]]
    assert "Excel cũ" in answers["khong"]

    for path in (clerk / "nhan").iterdir():
        path.unlink()
    with zipfile.ZipFile(clerk / "bieu-01-ha-noi.zip") as archive:
        for name in archive.namelist():
            if name.split("-")[1] in (CODES[0], CODES[10]):
                note(Path(archive.extract(name, clerk / "nhan")))
    for form in late.iterdir():
        note(form).rename(clerk / "nhan" / form.name)
    assert imported() == 0
    assert set(state(clerk).values()) == {TAKEN}
    changed = {path.split("/")[1][:5] for path, content in tree(clerk / "data").items() if before[path] != content}
    assert changed == {code for code in CODES if code != CODES[11]}
    assert main(["check", "--data", "data"]) == 0


def test_an_archive_is_read_as_a_folder_is(clerk: Path) -> None:
    """Also in folders within it, with names as other programs write them; what climbs out of it stays inside."""
    names = ["Xã một/bieu.xlsx", "../../ngoai.xlsx", "sâu/hơn/bieu.xlsx"]
    with zipfile.ZipFile(clerk / "về.zip", "w") as archive:
        for form, name in zip(returned(clerk), names, strict=False):
            archive.write(note(form), name)
        archive.writestr("hỏng.xlsx", b"khong phai")
    assert main(["import", "--tinh", HANOI, "về.zip", "--data", "data", "--out", "lời"]) == 1
    assert [state(clerk)[code] for code in CODES[:4]] == [TAKEN, TAKEN, TAKEN, WAITING]
    assert not (clerk.parent / "ngoai.xlsx").exists()
    assert len(list((clerk / "lời").iterdir())) == 4


def test_a_damaged_archive_is_told(clerk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (clerk / "a.rar").write_bytes(b"Rar!")
    assert main(["import", "--tinh", HANOI, "a.rar", "--data", "data"]) == 2
    assert "Giải nén gói ra một thư mục" in capsys.readouterr().err
    assert main(["import", "--tinh", HANOI, "khong-co", "--data", "data"]) == 2
    assert "Không có thư mục hay gói" in capsys.readouterr().err


def test_a_form_of_another_province_or_round(clerk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first is held back; the second is read, and does not count as returned."""
    one, two, *rest = returned(clerk)
    for form in rest:
        form.unlink()
    shutil.copytree(clerk / "data" / "xa" / two.stem.removeprefix("bieu-"), clerk / "data" / "xa" / "01981-vinh-thong")
    own = clerk / "data" / "xa" / "01981-vinh-thong" / "xa.yml"
    own.write_text('ma: "01981"\nten: "Xã Vĩnh Thông"\nslug: vinh-thong\n', encoding="utf-8")

    def of_another(book: Any) -> None:
        book["Bắt đầu"]["B3"], book["Bắt đầu"]["B4"] = "01981", "Xã Vĩnh Thông"

    reshape(two, of_another)
    note(one)
    listed = clerk / "bieu-01-ha-noi-theo-doi.xlsx"
    book = load_workbook(listed)
    page = book.active
    assert page is not None
    page["D2"], page["H1"], page["H2"] = "abc", "Ghi của tôi", "gọi lại thứ hai"
    book.save(listed)
    assert imported() == 1
    said = capsys.readouterr().out
    assert "Biểu của xã mã 01981, không thuộc Thành phố Hà Nội." in said
    assert "đây không phải biểu của đợt này" in said
    assert read_list(listed).row(CODES[0])["Tình trạng"] == WAITING
    assert read_list(listed).row(CODES[0])["Ghi của tôi"] == "gọi lại thứ hai"


def test_a_form_of_last_month_or_of_another_commune(
    sampled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A commune that sent nothing last month still has the same tables: the form of that month, which comes late, is
    read and does not count for this one. One in a file that was sent to another is taken, and told.
    """
    shutil.copytree(sampled, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    for month, name in (("07/2026", "truoc.zip"), ("08/2026", "bieu-01-ha-noi.zip")):
        assert main(["form", "--tinh", HANOI, "--thang", month, "--out", name, "--data", "data"]) == 0
    assert main(["form", "--tinh", HANOI, "--thang", "--data", "data"]) == 2
    assert "“bieu-01-ha-noi.zip”, “bieu-01-ha-noi-theo-doi.xlsx”. Chuyển đi nơi khác" in capsys.readouterr().err
    old, new = (zipfile.ZipFile(name) for name in ("truoc.zip", "bieu-01-ha-noi.zip"))
    old.extract(old.namelist()[0], "nhan")
    own, others = new.namelist()[1], new.namelist()[2]
    Path(new.extract(own, "nhan")).rename(Path("nhan") / others)
    assert imported() == 0
    said = capsys.readouterr().out
    one, two, three = (row["Tên xã"] for row in read_list(tmp_path / "bieu-01-ha-noi-theo-doi.xlsx").rows[:3])
    assert (
        f"{old.namelist()[0]}: đây không phải biểu của đợt này: số không lỗi vẫn được ghi, không tính là {one} đã gửi."
        in said
    )
    assert f"{others}: tên tệp là biểu của {three}, bên trong là biểu của {two}" in said
    assert [state(tmp_path)[code] for code in CODES[:3]] == [WAITING, TAKEN, WAITING]


def test_a_list_that_is_none_is_refused(clerk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(clerk / "data")
    for wrong in (returned(clerk)[0], clerk / "data" / "xa" / CODES[0]):
        shutil.copy(wrong, clerk / "sai.xlsx") if wrong.is_file() else (clerk / "sai.xlsx").write_bytes(b"x")
        assert imported("--list", "sai.xlsx") == 2
        assert "sai.xlsx" in capsys.readouterr().err
    assert tree(clerk / "data") == before


def test_without_a_list_the_silent_are_those_of_this_time(clerk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (clerk / "bieu-01-ha-noi-theo-doi.xlsx").unlink()
    for form in returned(clerk)[2:]:
        form.unlink()
    assert imported() == 0
    assert "18 xã không có biểu trong lần này" in capsys.readouterr().out


def test_notices_of_a_province(
    sampled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file a commune; one with errors, and one without figures, are named and hold back no other."""
    for folder in sorted((sampled / "xa").iterdir())[:2]:
        shutil.copytree(folder, tmp_path / "data" / "xa" / folder.name)
    broken = sorted((tmp_path / "data" / "xa").iterdir())[0]
    (broken / "tthc.csv").write_text('a,"b\n', encoding="utf-8")
    write_commune(tmp_path / "data", CODES[2])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("generator.publishing.pdf.print_pdf", lambda _, out: out.write_bytes(b"%PDF"))
    assert main(["notice", "--tinh", HANOI, "--data", "data"]) == 1
    said = capsys.readouterr()
    assert "chưa có số liệu nào để niêm yết" in said.out
    assert "Đã in tờ niêm yết của 1 xã" in said.out
    assert "Chưa in 1 xã" in said.err
    assert [path.name[:14] for path in (tmp_path / "niem-yet-01-ha-noi").iterdir()] == [f"niem-yet-{CODES[1]}"]
