"""A folder as a value: the same from a disk, from git, and with files changed."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

from support import COMMUNE, lay_over, replace

from generator.commune.examine import examine
from generator.commune.survey import shared_by_all, survey
from generator.reading import git
from generator.reading.data_folder import commune_folder
from generator.reading.folders import Folder, Unread, on_disk, with_files

DAY = dt.date(2026, 7, 1)
NAME = COMMUNE.removeprefix("xa/")


def committed(data: Path) -> None:
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "clean"]):
        identity = ["-c", "user.name=a", "-c", "user.email=a@vi-du.vn"]
        subprocess.run(["git", "-C", str(data.parent), *identity, *command], check=True)


def test_one_commune_is_the_same_wherever_it_comes_from(tmp_path: Path) -> None:
    """A disk, a tree of git, another folder with files changed: the same value gives the same examination."""
    data = lay_over("co-so", tmp_path)
    committed(data)
    there = commune_folder(data, NAME)
    catalogue = shared_by_all(data, DAY).catalogue
    assert catalogue
    (version,) = git.versions(data / COMMUNE)
    from_git = git.folder(data / COMMUNE, version, there.place)
    emptied = with_files(there, {"tthc.csv": b"x"})
    changed_back = with_files(emptied, {"tthc.csv": there.files["tthc.csv"]})
    assert from_git == there == changed_back != emptied
    assert there.key() == changed_back.key() != emptied.key()
    assert examine(there, catalogue, DAY) == examine(changed_back, catalogue, DAY)
    assert examine(there, catalogue, DAY).figures
    assert examine(emptied, catalogue, DAY).stopped


def test_an_error_stops_its_commune_alone(tmp_path: Path) -> None:
    """The rules on figures run for the other one; what is published waits for both."""
    data = lay_over("co-so", tmp_path)
    other = data / "xa/15925-hoang-loc"
    other.mkdir()
    for path in (data / COMMUNE).iterdir():
        (other / path.name).write_bytes(path.read_bytes())
    for old, new in (("15910", "15925"), ("hoang-son", "hoang-loc"), ("Hoằng Sơn", "Hoằng Lộc")):
        replace(other / "xa.yml", old, new)
    replace(other / "chi-tieu.csv", "99%", "90%")
    replace(data / COMMUNE / "chi-tieu.csv", "99%", "99.00%")
    found = survey(data, day=DAY)
    assert {problem.code for problem in found.problems if problem.severity == "error"} == {"so-sai", "ty-le-khong-khop"}
    assert found.broken


def test_what_is_no_file_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"1")
    (tmp_path / "b.xlsx").write_bytes(b"2")
    (tmp_path / "c").mkdir()
    (tmp_path / "d.csv").symlink_to(tmp_path / "a.csv")
    folder = on_disk(tmp_path, "xa/a")
    assert folder.files == {"a.csv": b"1"}
    assert folder.unread == {"b.xlsx": Unread.OTHER, "c": Unread.FOLDER, "d.csv": Unread.LINK}
    assert folder.names == ["a.csv", "b.xlsx", "c", "d.csv"]
    (tmp_path / "link").symlink_to(tmp_path)
    assert on_disk(tmp_path / "link", "xa/b").closed is Unread.LINK
    assert on_disk(tmp_path / "none", "xa/c") == Folder("xa/c")


def test_the_key_tells_names_bytes_and_kinds_apart() -> None:
    folders = [
        Folder("xa/a", {"b.csv": b"1"}), Folder("xa/a", {"b.csv": b"2"}), Folder("xa/a", {"c.csv": b"1"}),
        Folder("xa/b", {"b.csv": b"1"}), Folder("xa/a", {}, {"b.csv": Unread.LINK}),
        Folder("xa/a", {}, {"b.csv": Unread.OTHER}), Folder("xa/a", {"b": b"", "c": b""}), Folder("xa/a", {"bc": b""}),
    ]  # fmt: skip
    assert len({folder.key() for folder in folders}) == len(folders)
