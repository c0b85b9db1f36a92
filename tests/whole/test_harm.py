"""Nothing in the data runs on a page, and nothing that is not ours is ever replaced."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import shutil
from pathlib import Path

import pytest
from composing import documents
from hypothesis import given
from hypothesis import strategies as st
from support import COMMUNE, lay_over, replace, tree

from generator.cli import main
from generator.commune.survey import survey
from generator.country.csv_text import published_text
from generator.language.vietnamese import clean, in_print, is_nfc
from generator.pieces.views import view_of
from generator.tables.table import LONGEST_ID

SCRIPT = "<script>alert(1)</script>"
HARM = {
    "source title": ("nguon.csv", "Báo cáo sau", f"Báo cáo {SCRIPT}"),
    "place": ("chi-tieu.csv", "Mục 2", f"Mục 2 {SCRIPT}"),
    "commune's note": ("xa.yml", "Số liệu giả", f"{SCRIPT} giả"),
}


def texts(data: Path, folder: Path) -> str:
    """All generated text of a data folder."""
    examined = survey(data)
    assert examined.problems == ()
    made = documents(view_of(examined, dt.date(2026, 7, 1)), folder / "charts", 1)
    return "\n".join(str(text) for name, text in made.items() if name.endswith(".md"))


@pytest.mark.parametrize("place", HARM)
def test_markup_in_data_is_text(place: str, tmp_path: Path) -> None:
    """A script in any text stays text, also in a page's title and description, which the theme prints raw."""
    data = lay_over("cach-tinh-hai-co-so", tmp_path)
    file, old, new = HARM[place]
    path = data / COMMUNE / file
    if old in path.read_text(encoding="utf-8"):
        replace(path, old, new)
    else:
        table = path.read_text(encoding="utf-8").splitlines()
        column = table[0].split(",").index("ten" if file == "nguon.csv" else "vi_tri")
        cells = table[1].split(",")
        cells[column] = f"{cells[column]} {SCRIPT}"
        path.write_text("\n".join([table[0], ",".join(cells), *table[2:]]) + "\n", encoding="utf-8")
    assert "<script" not in texts(data, tmp_path)


@pytest.mark.parametrize(
    "mark", ["\x02", "\x1b", "\x7f", "\x96", "\u00ad", "\u200e", "\u202e", "\u2066", "\u200b", "\ufeff"]
)
def test_marks_that_cannot_be_seen_are_left_out(mark: str) -> None:
    """Control characters and marks that turn the reading direction do not reach a page."""
    assert clean(f"Xã {mark}Vĩnh Thủy") == "Xã Vĩnh Thủy"


def test_a_folder_of_something_else_is_not_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--out` at a folder that is no site is refused with exit 2, and every file stays."""
    data = lay_over("cach-tinh-hai-co-so", tmp_path)
    before = tree(data)
    assert main(["build", "--data", str(data), "--out", str(data)]) == 2
    assert "không phải trang" in capsys.readouterr().err
    assert tree(data) == before


def test_an_empty_site_replaces_nothing(tmp_path: Path) -> None:
    """A data folder without communes is refused with exit 2."""
    (tmp_path / "xa").mkdir()
    assert main(["build", "--data", str(tmp_path), "--out", str(tmp_path / "site")]) == 2
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "trace", [".~lock.nguon.csv#", "~$nguon.xlsx", "Thumbs.db", "desktop.ini", ".DS_Store", "._nguon.csv", ".gitkeep"]
)
def test_what_programs_leave_is_passed_over(trace: str, tmp_path: Path) -> None:
    """An open table, a folder that Windows or a Mac has looked at: nothing to tell, nothing to publish."""
    data = lay_over("co-so", tmp_path)
    for folder in (data, data / "xa", data / "danh-muc", data / COMMUNE):
        (folder / trace).write_bytes(b"\0trace")
    assert survey(data).problems == ()


@pytest.mark.parametrize(
    "name", ["nguon (1).csv", "nguon - Copy.csv", ".nguon.csv", "nguon.xlsx", "anh.jpg", "README.md", "moi/tthc.csv"]
)
def test_a_foreign_file_is_told(name: str, tmp_path: Path) -> None:
    """Nothing in a commune's folder is left out in silence."""
    data = lay_over("co-so", tmp_path)
    (data / COMMUNE / name).parent.mkdir(exist_ok=True)
    (data / COMMUNE / name).write_text("x", encoding="utf-8")
    assert [(p.code, p.file) for p in survey(data).problems] == [
        ("tep-la", f"{COMMUNE}/{name.split('/', maxsplit=1)[0]}")
    ]


@pytest.mark.parametrize("place", ["xa", "danh-muc", COMMUNE, f"{COMMUNE}/nguon.csv", f"{COMMUNE}/xa.yml"])
def test_a_link_is_refused(place: str, tmp_path: Path) -> None:
    """A file or folder that is a link, even to good data, is told: it could show any file of the machine."""
    data = lay_over("co-so", tmp_path)
    (data / place).rename(tmp_path / "elsewhere")
    (data / place).symlink_to(tmp_path / "elsewhere")
    assert "tep-khong-nhan" in {problem.code for problem in survey(data).problems}


@pytest.mark.parametrize("place", ["danh-muc/thuat-ngu.yml", "danh-muc/muc-tieu-quoc-gia.csv", f"{COMMUNE}/nguon.csv"])
def test_personal_data_stop_the_check(place: str, tmp_path: Path) -> None:
    """Also in catalogues and comments, told with file and line, never with the number itself."""
    data = lay_over("co-so", tmp_path)
    path = data / place
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[-1] += "\n# gọi 0912 345 678" if path.suffix == ".yml" else " 0912 345 678"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (problem,) = (p for p in survey(data).problems if p.code == "thong-tin-ca-nhan")
    assert (problem.file, problem.line) == (place, len(path.read_text(encoding="utf-8").splitlines()))
    assert "345" not in problem.message


FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\n=1",
    "＝1+1",
    "＋1+1",
    "－A1",
    "＠A1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_text_in_a_download(text: str) -> None:
    """Also behind a semicolon, where a Vietnamese Excel begins a new cell of a table with commas."""
    (row,) = list(csv.reader(io.StringIO(published_text(["a"], [[text]]), newline="")))[1:]
    assert row == [f"'{text}"]
    if text[0] in "=@＝＠":
        assert published_text(["a"], [[f"x; {text}"]]).endswith(f"x; '{text}\n")


@pytest.mark.parametrize("text", ["-5", "-5,25%", "+1.234", "-", "=", ">= 5", "Mục 1 - a; b = c", "", "99,6%"])
def test_a_number_is_no_formula(text: str) -> None:
    """Negative numbers, comparisons and dashes are published as they are printed."""
    assert list(csv.reader(io.StringIO(published_text(["a", "b"], [["x", text]]))))[1] == ["x", text]
    assert published_text(["a"], [[-5.0]]) == "a\n-5\n"


SHAPES = {
    "deep list": "[" * 300_000,
    "deep table": "{a: " * 300_000,
    "deep lines": "- " * 300_000,
    "list in itself": "ma: &a [*a]",
    "aliases of aliases": "m: &m0 x\n" + "".join(f"m{n}: &m{n + 1} [{f'*m{n}, ' * 9}]\n" for n in range(8)),
    "merging": "a: &a {ma: 1}\nb:\n  <<: *a\n",
    "same key in one line": "{ma: 1, ma: 2}",
    "object": "ma: !!python/name:os.system x",
    "two documents": "ma: 1\n---\nma: 2\n",
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("place", [f"{COMMUNE}/xa.yml", "danh-muc/thuat-ngu.yml"])
def test_a_yaml_that_would_blow_up_is_told(shape: str, place: str, tmp_path: Path) -> None:
    """Neither a crash nor minutes of work: one sentence about the file."""
    data = lay_over("co-so", tmp_path)
    (data / place).write_text(SHAPES[shape], encoding="utf-8")
    assert ("yaml-hong", place) in {(problem.code, problem.file) for problem in survey(data).problems}


def test_aliases_of_a_catalogue_are_taken(tmp_path: Path) -> None:
    """`&ten` names a table of breakdowns, `*ten` uses it again."""
    data = lay_over("co-so", tmp_path)
    path = data / "danh-muc" / "chi-tieu.yml"
    replace(path, "phan_to: {cap_xa", "phan_to: &cap {cap_xa")
    path.write_text(
        "\n".join(
            line.replace("can_cu: Ca thử}", "can_cu: Ca thử, phan_to: *cap}") if "so_dvctt" in line else line
            for line in path.read_text(encoding="utf-8").splitlines()
        ),
        encoding="utf-8",
    )
    assert survey(data).problems == ()


@pytest.mark.slow
def test_a_table_of_endless_lines_is_told(tmp_path: Path) -> None:
    """One sentence for the file, not one for each of its lines."""
    data = lay_over("co-so", tmp_path)
    (data / COMMUNE / "van-ban.csv").write_text("so_hieu,loai,nguon,vi_tri\n" + "x\n" * 300_000, encoding="utf-8")
    assert [(problem.code, problem.line) for problem in survey(data).problems] == [("tep-khong-nhan", 200_001)]


@pytest.mark.parametrize("id", ["../../index", "/etc/passwd", "a/b", "..", "A b", "đ"])
@pytest.mark.parametrize("place", [("chi-tieu.yml", "ma: so_dvctt_mot_phan"), ("chi-tieu.yml", "{cap_xa")])
def test_an_id_does_not_climb(id: str, place: tuple[str, str], tmp_path: Path) -> None:
    """An indicator or breakdown whose id would lead out of its place is told."""
    data = lay_over("co-so", tmp_path)
    file, old = place
    replace(data / "danh-muc" / file, old, old[: old.index(" ") + 1] + id if " " in old else f"{{{id}")
    assert {problem.code for problem in survey(data).problems} == {"danh-muc-sai"}


@pytest.mark.parametrize("field", ["slug: hoang-son", 'ma: "15910"'])
@pytest.mark.parametrize("word", ["../..", "/etc", "..", "x0001/../..", "a/b"])
def test_an_address_does_not_climb(field: str, word: str, tmp_path: Path) -> None:
    """Code and slug of a commune are checked before anything is made of them."""
    data = lay_over("co-so", tmp_path)
    replace(data / COMMUNE / "xa.yml", field, f'{field.partition(":")[0]}: "{word}"')
    assert survey(data).broken


NAMES = ["\x1b[31m.csv", "\u202etthc.csv", "chi-tie\u0302u.csv", "a\nb.csv", os.fsdecode(b"\xff\xfe.csv")]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_any_file_name_can_be_told(name: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The name of a foreign file colours no terminal, turns no line around and ends in no exception."""
    data = lay_over("co-so", tmp_path)
    (data / COMMUNE / name).write_text("x", encoding="utf-8")
    assert main(["check", "--data", str(data)]) == 1
    said = capfdbinary.readouterr().out.decode()
    assert "[tep-la]" in said
    assert all(line.isprintable() for line in said.split("\n"))


@given(st.text())
def test_words_in_print_can_be_shown_anywhere(text: str) -> None:
    """Whatever a sentence quotes: one line, letters that can be written as UTF-8, in normal form."""
    shown = in_print(f"Ô ghi “{text}”.")
    assert shown.isprintable()
    assert is_nfc(shown)


def test_a_long_quote_is_cut() -> None:
    """A cell of five thousand letters is told by its beginning."""
    assert in_print(f"“{'a' * 5000}” không phải một ngày.") == f"“{'a' * 150}…” không phải một ngày."


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    """A table that is a broken link is not taken for a table that was left out."""
    data = lay_over("co-so", tmp_path)
    (data / COMMUNE / "nhan-xet.csv").symlink_to(tmp_path / "none.csv")
    assert [problem.code for problem in survey(data).problems] == ["tep-khong-nhan"]


def test_catalogues_that_are_a_file_are_told(tmp_path: Path) -> None:
    """A file `danh-muc` does not make the project's own catalogues stand in without a word."""
    data = lay_over("co-so", tmp_path)
    shutil.rmtree(data / "danh-muc")
    (data / "danh-muc").write_text("x", encoding="utf-8")
    assert [problem.code for problem in survey(data).problems] == ["tep-la"]


@pytest.mark.parametrize("name", ["chi-tieu.csv", "xa.yml"])
def test_a_file_that_cannot_be_opened_is_told(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rights that were forgotten, a disk at fault."""
    data = lay_over("co-so", tmp_path)
    sound = Path.read_bytes

    def closed(path: Path) -> bytes:
        if path.name == name:
            raise PermissionError(13, "Permission denied")
        return sound(path)

    monkeypatch.setattr(Path, "read_bytes", closed)
    problems = [problem for problem in survey(data).problems if problem.severity == "error"]
    assert ("tep-khong-nhan", f"{COMMUNE}/{name}") in {(problem.code, problem.file) for problem in problems}


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one commune: the others are read."""
    data = lay_over("co-so", tmp_path)
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != Path(COMMUNE).name)
    assert [problem.code for problem in survey(data).problems] == ["tep-khong-nhan"]


@pytest.mark.parametrize("letters", [LONGEST_ID, LONGEST_ID + 1])
def test_an_id_as_long_as_allowed_has_its_page(letters: int, tmp_path: Path) -> None:
    """No name of a file is longer than file systems hold; one letter more is told."""
    data, own = lay_over("co-so", tmp_path), "b" * letters
    for path in (data / COMMUNE).glob("*.csv"):
        path.write_text(path.read_text(encoding="utf-8").replace("bc-5", own), encoding="utf-8")
    examined = survey(data)
    assert examined.broken == (letters > LONGEST_ID)
    if not examined.broken:
        files = documents(view_of(examined, dt.date(2026, 7, 1)), tmp_path / "charts", 1)
        assert any(own in name for name in files)
        assert max(len(part.encode()) for name in files for part in name.split("/")) <= 200
