"""Before a push git asks whether something in it must not be public: real repositories, real pushes."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from quick_portal import standing_by, write_caller
from support import COMMUNE, ROOT, lay_over, replace

from generator.officer import office_files

pytestmark = pytest.mark.slow

TABLE = f"data/{COMMUNE}/chi-tieu.csv"
PHONE = "Hỏi 0912 345 678"


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    identity = ["-c", "user.name=Thử", "-c", "user.email=thu@xa.example", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def commit(home: Path, words: str) -> None:
    assert git(home, "add", "-A").returncode == 0
    assert git(home, "commit", "--quiet", "-m", words).returncode == 0


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with standing_by(tmp_path_factory.mktemp("p")) as address:
        yield address


@pytest.fixture
def home(tmp_path: Path, standing: Path) -> Path:
    """A clone with the hook switched on; its first commit, the clean data, is already on the other side."""
    home = tmp_path / "kho"
    lay_over("co-so", home)
    shutil.copytree(ROOT / ".ci" / "hooks", home / ".ci" / "hooks")
    portal = home / ".venv" / "bin" / "portal"
    portal.parent.mkdir(parents=True)
    write_caller(portal, standing, "--data", "data")
    (home / ".gitignore").write_text(".venv/\n", encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "noi-nhan")], check=True)
    git(home, "init", "--quiet", "-b", "main")
    git(home, "remote", "add", "origin", str(tmp_path / "noi-nhan"))
    git(home, "config", "core.hooksPath", ".ci/hooks")
    commit(home, "Số liệu")
    assert git(home, "push", "--quiet", "origin", "main").returncode == 0
    return home


def received(home: Path, branch: str = "main") -> str:
    return git(home.parent / "noi-nhan", "rev-parse", "--verify", "--quiet", branch).stdout


def write(home: Path, note: str) -> None:
    replace(home / TABLE, "Mục 3", f"Mục 3 {note}")


def test_clean_commits_pass(home: Path) -> None:
    """What holds nothing personal is sent; removing a branch sends nothing. Here with the command as it is started."""
    call = f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator'
    (home / ".venv" / "bin" / "portal").write_text(f'#!/bin/sh\n{call} "$@" --data data\n', encoding="utf-8")
    write(home, "trang 2")
    commit(home, "Sửa")
    assert git(home, "push", "origin", "main", "main:phu").returncode == 0
    assert git(home, "push", "origin", ":phu").returncode == 0
    assert received(home) == git(home, "rev-parse", "main").stdout


def test_the_last_commit_is_stopped_and_can_be_mended(home: Path) -> None:
    """The push fails with file, masked number and remedy; after `commit --amend` it passes."""
    before = received(home)
    write(home, PHONE)
    commit(home, "Thêm")
    said = git(home, "push", "origin", "main")
    told = said.stdout + said.stderr
    assert said.returncode != 0
    assert received(home) == before
    assert f"{TABLE}, lần ghi" in told
    assert "0912•••678" in told
    assert "commit --amend" in told
    assert "345" not in told
    replace(home / TABLE, f" {PHONE}", "")
    assert git(home, "commit", "--quiet", "-a", "--amend", "--no-edit", "--allow-empty").returncode == 0
    assert git(home, "push", "origin", "main").returncode == 0


def test_a_later_commit_does_not_take_it_back(home: Path) -> None:
    """What was taken out again in a later commit would still be public: an administrator is needed."""
    write(home, PHONE)
    commit(home, "Thêm")
    replace(home / TABLE, f" {PHONE}", "")
    commit(home, "Bỏ")
    said = git(home, "push", "origin", "main")
    assert said.returncode != 0
    assert "0912•••678" in said.stdout + said.stderr
    assert "người quản trị" in said.stdout + said.stderr
    assert "--amend" not in said.stdout + said.stderr


def test_a_new_branch_and_a_merge_are_looked_at(home: Path) -> None:
    """A file that came and went on a branch is found also when only the merge is pushed."""
    git(home, "switch", "--quiet", "-c", "nhanh")
    (home / "data" / "tam.csv").write_text(f"ghi_chu\n{PHONE}\n", encoding="utf-8")
    commit(home, "Thêm")
    (home / "data" / "tam.csv").unlink()
    commit(home, "Bỏ")
    assert git(home, "push", "origin", "nhanh").returncode != 0
    git(home, "switch", "--quiet", "main")
    assert git(home, "merge", "--quiet", "--no-ff", "-m", "Gộp", "nhanh").returncode == 0
    said = git(home, "push", "origin", "main")
    assert "data/tam.csv" in said.stdout + said.stderr
    assert said.returncode != 0


def test_what_is_already_there_is_not_asked_for_again(home: Path) -> None:
    """A number that was public before the hook does not stop every later push, only what is new does."""
    write(home, PHONE)
    commit(home, "Thêm")
    assert git(home, "push", "--no-verify", "origin", "main").returncode == 0
    replace(home / TABLE, f" {PHONE}", "")
    commit(home, "Bỏ")
    assert git(home, "push", "origin", "main").returncode == 0


def test_faulty_data_stop_a_push(home: Path) -> None:
    """The check of the folder runs too."""
    replace(home / TABLE, "99%", "99.00%")
    commit(home, "Sửa")
    said = git(home, "push", "origin", "main")
    assert said.returncode != 0
    assert "so-sai" in said.stdout + said.stderr


def test_lines_of_the_office_may_be_pushed(home: Path) -> None:
    """What xa.yml lists is public."""
    with (home / "data" / COMMUNE / "xa.yml").open("a", encoding="utf-8") as file:
        file.write('duong_day:\n  - "Một cửa: 0912.345.678"\n')
    write(home, PHONE)
    commit(home, "Thêm")
    assert git(home, "push", "origin", "main").returncode == 0


def test_without_the_program_nothing_is_sent(home: Path) -> None:
    """A clone that was never set up is told how to."""
    shutil.rmtree(home / ".venv")
    write(home, "trang 2")
    commit(home, "Sửa")
    said = git(home, "push", "origin", "main")
    assert said.returncode != 0
    assert "make setup" in said.stderr


# --- office files -----------------------------------------------------------------------------


def workbook(place: str) -> bytes:
    """A workbook of Excel's form that hides a number at one place."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "Số hồ sơ"
    sheet["B1"] = 318204500
    if place == "cell":
        sheet["C2"] = PHONE
    elif place == "comment":
        sheet["C2"].comment = Comment(PHONE, "a")
    elif place == "property":
        book.properties.creator = PHONE
    elif place == "hidden sheet":
        book.create_sheet("x").sheet_state = "hidden"
        book["x"]["A1"] = PHONE
    elif place == "link":
        sheet["A1"].hyperlink = "mailto:a.nguyen@gmail.com"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize("place", ["cell", "comment", "property", "hidden sheet", "link"])
def test_a_workbook_is_looked_into(place: str, home: Path) -> None:
    """Wherever the workbook stands in the repository, and although it is deleted again."""
    (home / "bieu.xlsx").write_bytes(workbook(place))
    commit(home, "Thêm")
    (home / "bieu.xlsx").unlink()
    commit(home, "Bỏ")
    said = git(home, "push", "origin", "main")
    assert said.returncode != 0
    assert "bieu.xlsx, lần ghi" in said.stdout


def test_a_clean_workbook_passes(home: Path) -> None:
    """Amounts and what a program writes of itself are not personal."""
    (home / "bieu.xlsx").write_bytes(workbook(""))
    commit(home, "Thêm")
    assert git(home, "push", "origin", "main").returncode == 0


@pytest.mark.parametrize("name", ["bieu.xlsx", "data/anh.jpg"])
def test_what_cannot_be_opened_is_not_sent(name: str, home: Path) -> None:
    """A locked workbook, a photograph of a document among the data."""
    (home / name).write_bytes(b"\xd0\xcf\x11\xe0\0\0")
    commit(home, "Thêm")
    (home / name).unlink()
    commit(home, "Bỏ")
    said = git(home, "push", "origin", "main")
    assert said.returncode != 0
    assert f"{name}, lần ghi" in said.stdout


def test_half_a_number_in_bold_is_a_number() -> None:
    """Runs of one cell belong together, cells do not."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        bold = "<si><r><rPr><b/></rPr><t>0912</t></r><r><t xml:space='preserve'> 345 678</t></r></si>"
        archive.writestr("xl/sharedStrings.xml", f"<sst>{bold}<si><t>09</t></si><si><t>12345678</t></si></sst>")
    assert next(office_files.words(made.getvalue())).split("\n")[2:] == [
        "0912 345 678",
        "",
        "09",
        "",
        "12345678",
        "",
        "",
    ]


def test_a_bomb_is_refused() -> None:
    """A small file that unpacks to gigabytes is not unpacked."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(201):
            part.write(bytes(1_000_000))
    with pytest.raises(office_files.Unopened):
        list(office_files.words(made.getvalue()))


@given(st.binary(max_size=200), st.integers(0, 3000))
def test_any_bytes_are_words_or_refused(noise: bytes, at: int) -> None:
    """A broken file is refused, never another error."""
    content = _CLEAN[:at] + noise + _CLEAN[at + len(noise) :]
    try:
        assert all(isinstance(text, str) for text in office_files.words(content))
    except office_files.Unopened:
        assert noise


_CLEAN = workbook("")


def test_make_hook_switches_it_on(tmp_path: Path) -> None:
    """The commands of `make hook`, twice; the hook may be run."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).touch()
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "ready").touch()
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    for _ in range(2):
        subprocess.run(["make", "-C", str(tmp_path), "hook"], check=True, capture_output=True)
    assert git(tmp_path, "config", "core.hooksPath").stdout.strip() == ".ci/hooks"
    assert os.access(ROOT / ".ci" / "hooks" / "pre-push", os.X_OK)
