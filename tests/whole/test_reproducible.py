"""The same inputs give the same bytes, wherever and however they are built; and editions follow each other."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest
from sites import ADDRESS
from support import CASES, COMMUNE, ROOT, lay_over, replace, tree

from generator.cli import main
from generator.model.edition import MANIFEST, PAST, file_of, read_manifest
from generator.publishing.site_key import DECIDE

pytestmark = pytest.mark.slow

SHUFFLED = """
import os, random
_listed, _scanned = os.listdir, os.scandir
class Shuffled:
    def __init__(self, found):
        self._all = sorted(found, key=lambda one: os.fsencode(one.name), reverse=True)
    def __iter__(self):
        return iter(self._all)
    def __next__(self):
        if not self._all:
            raise StopIteration
        return self._all.pop(0)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass
os.listdir = lambda *path: sorted(_listed(*path), reverse=True)
os.scandir = lambda *path: Shuffled(_scanned(*path))
"""
"""A `sitecustomize` with which a program finds what is in a folder from Z to A."""


class Machine(NamedTuple):
    """How a build is made: folder of the code, environment, umask, options."""

    name: str
    environment: Mapping[str, str]
    umask: int
    options: tuple[str, ...] = ()
    turned: bool = False


HERE = Machine("a", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"}, 0o022)
FAR = {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"}
ELSEWHERE = Machine("Máy khác/số 2", {**FAR, "COLUMNS": "40"}, 0o077, ("--jobs", "3"), turned=True)


def built(machine: Machine, below: Path, *more: str) -> Path:
    """The site that a copy of the code makes of the made-up commune, both in the machine's own folder, without git."""
    home = below / machine.name
    for name in (*DECIDE, "data"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        if not (home / name).exists():
            copy(ROOT / name, home / name)
    shutil.copytree(CASES / "mot-xa", home / "so-lieu")
    (home / "them").mkdir()
    (home / "them" / "sitecustomize.py").write_text(SHUFFLED if machine.turned else "", encoding="utf-8")
    left = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON", "TZ"))}
    environment = {**left, **machine.environment, "PYTHONPATH": f"{home / 'them'}{os.pathsep}{home}"}
    portal = [sys.executable, "-m", "generator", "build"]
    given = ["--data", "so-lieu", "--out", "trang", "--date", "2026-07-01", *machine.options, *more]
    done = subprocess.run(
        [*portal, *given], cwd=home, env=environment, umask=machine.umask, capture_output=True,
        text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return home / "trang"


@pytest.mark.parametrize("more", [("--site-url", ADDRESS), ("--offline",)], ids=" ".join)
def test_another_machine_gives_the_same_bytes(more: tuple[str, ...], tmp_path: Path) -> None:
    """Another folder, time zone, language, hash seed, number of jobs, umask and order of folders: no byte differs, the
    charts and cards are drawn by each anew, and whoever may read the one may read the other.
    """
    with ThreadPoolExecutor() as both:
        one, other = both.map(lambda machine: built(machine, tmp_path, *more), (HERE, ELSEWHERE))
    first, second = tree(one), tree(other)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert {path.stat().st_mode & 0o777 for path in (*one.rglob("*"), *other.rglob("*"))} == {0o755, 0o644}
    made = read_manifest(first[MANIFEST])
    assert (made.data, made.code) == ("khong_co_git", "khong_co_git")
    assert main(["verify", str(other), "--manifest", str(one)]) == 0


# --- editions ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in git."""
    folder = lay_over("co-so", tmp_path_factory.mktemp("data"))
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    return folder


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=may", "-c", "user.email=may@may.invalid", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(folder), *who, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(folder: Path, *more: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "so lieu", *more)


def publish(data: Path, out: Path, *more: str, day: str = "2026-07-01") -> int:
    return main(["build", "--data", str(data), "--out", str(out), "--date", day, *more])


def test_publications_make_a_chain(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three publications, of which the second changes a figure and the third nothing but the commit: two editions, the
    second of which lists the first. Nobody loses the list by an option forgotten.
    """
    one, two, three = (tmp_path / name for name in ("1", "2", "3"))
    assert publish(data, one, "--previous", str(tmp_path)) == 0
    assert "chưa có bản phát hành nào: danh sách bắt đầu từ bản này" in capsys.readouterr().err
    first = read_manifest((one / MANIFEST).read_bytes())
    assert (first.number, first.data) == (1, git(data, "rev-parse", "HEAD"))
    lines = (one / "du-lieu" / "so-lieu.csv").read_text(encoding="utf-8").splitlines()
    assert (first.counts["xa"], first.counts["so_lieu"]) == (1, len(lines) - 1)

    replace(data / COMMUNE / "chi-tieu.csv", "400,,,bc-5", "401,,,bc-5")
    assert publish(data, two, "--previous", str(one / MANIFEST)) == 0
    second = read_manifest((two / MANIFEST).read_bytes())
    assert (second.number, second.data) == (2, f"{first.data}-chua-ghi")
    commit(data)
    assert publish(data, two, "--previous", str(one)) == 0  # what git keeps is said anew
    second = read_manifest((two / MANIFEST).read_bytes())
    assert (second.number, second.data) == (2, git(data, "rev-parse", "HEAD"))
    (row,) = csv.DictReader((two / PAST).read_text().splitlines())
    assert (row["so"], row["du_lieu"]) == ("1", first.data)
    assert row["sha256_manifest"] == file_of((one / MANIFEST).read_bytes()).sha256

    commit(data, "--allow-empty")
    assert publish(data, three, "--previous", str(two)) == 0
    assert "Không tệp nào đổi: vẫn là bản phát hành số 2 ngày 01/07/2026." in capsys.readouterr().out
    assert tree(three) == tree(two)
    assert main(["verify", str(one / MANIFEST), "--manifest", str(three)]) == 0

    assert publish(data, two) == 2
    assert f"--previous {two}" in capsys.readouterr().err
    assert publish(data, two, "--previous", "http://127.0.0.1:port/") == 1
    assert publish(data, two, "--previous", str(data / COMMUNE / "xa.yml")) == 2
    assert tree(three) == tree(two)
    assert publish(data, two, "--previous", "none") == 0
    assert read_manifest((two / MANIFEST).read_bytes()).number == 1


def test_only_the_manifest_tells_the_commit(data: Path, tmp_path: Path) -> None:
    """A commit that changes no data changes no other byte, and where the site stands not one."""
    one, two = tmp_path / "1", tmp_path / "2"
    assert publish(data, one) == 0
    before = tree(one)
    commit(data, "--allow-empty")
    assert publish(data, one) == publish(data, two) == 0
    assert tree(one) == before
    after = tree(two)
    assert [name for name in before | after if before.get(name) != after.get(name)] == [MANIFEST]


def test_another_day_changes_what_says_it_alone(data: Path, tmp_path: Path) -> None:
    """On a day on which nothing falls due, a file that differs says the day itself, and differs in nothing else."""
    one, two = tmp_path / "1", tmp_path / "2"
    assert publish(data, one, "--site-url", ADDRESS, day="2026-08-13") == 0
    assert publish(data, two, "--site-url", ADDRESS, day="2026-08-14") == 0
    before, after = tree(one), tree(two)
    assert sorted(before) == sorted(after)
    changed = {name for name in before if before[name] != after[name] and Path(name).name != MANIFEST}
    for name in changed:
        told = before[name].replace(b"13/08/2026", b"14/08/2026").replace(b"2026-08-13", b"2026-08-14")
        assert told == after[name], name
    assert not changed & {"index.html", "sitemap.xml", PAST}
    assert len(changed) < len(before) / 4
