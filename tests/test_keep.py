"""`--keep-last-good`: one commune's fault holds back that commune, at its last good version in git."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pytest
from support import COMMUNE, lay_over, replace

from generator.build import documents, view_of
from generator.examine import Examined, examine_keeping

OTHER = "xa/15925-hoang-loc"


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Thử", "-c", "user.email=thu@xa.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two clean communes in git; then the first gets a new figure, and a fault after that."""
    data = lay_over("co-so", tmp_path)
    shutil.copytree(data / COMMUNE, data / OTHER)
    replace(data / OTHER / "xa.yml", "15910", "15925")
    replace(data / OTHER / "xa.yml", "hoang-son", "hoang-loc")
    replace(data / OTHER / "xa.yml", "Hoằng Sơn", "Hoằng Lộc")
    git(tmp_path, "init", "--quiet")
    for old, new in (("", ""), ("400,,,bc-5", "401,,,bc-5"), ("99%", "99.00%")):
        if old:
            replace(data / COMMUNE / "chi-tieu.csv", old, new)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "--quiet", "-m", new or "clean")
    return data


def procedures(examined: Examined) -> dict[str, float]:
    """The number of procedures that each commune is published with."""
    figures = examined.figures
    return dict(figures[figures.chi_tieu == "so_tthc"][["ma_xa", "gia_tri"]].itertuples(index=False, name=None))


def test_a_faulty_commune_keeps_its_last_good_version(data: Path, tmp_path: Path) -> None:
    """The newest version that passes is published and says so; others are as they are; problems are told."""
    examined = examine_keeping(data, (), tmp_path / "work")
    assert not examined.broken
    assert [problem.code for problem in examined.problems] == ["so-sai"]
    assert procedures(examined) == {"15910": 401, "15925": 400}
    assert list(examined.held) == ["15910"]
    files = documents(view_of(examined, dt.date(2026, 7, 1)), tmp_path / "charts", 1)
    day = dt.date.fromisoformat(examined.held["15910"])
    assert f"{day:%d/%m/%Y}" in str(files["thanh-hoa/hoang-son-15910/index.md"])
    assert f"{day:%d/%m/%Y}" not in str(files["thanh-hoa/hoang-loc-15925/index.md"])


def test_a_commune_that_never_passed_is_left_out(data: Path, tmp_path: Path) -> None:
    """A new commune with a fault does not stop the others."""
    new = data / "xa" / "15925-moi"
    (data / OTHER).rename(new)
    replace(new / "xa.yml", "hoang-loc", "moi")
    replace(new / "chi-tieu.csv", "99%", "99.00%")
    examined = examine_keeping(data, (), tmp_path / "work")
    assert examined.dropped == ("15925-moi",)
    assert set(procedures(examined)) == {"15910"}


def test_a_faulty_catalogue_stops_everything(data: Path, tmp_path: Path) -> None:
    """What all communes share has no version of one's own to fall back to."""
    replace(data / "danh-muc" / "quan-he.yml", "ho_so_moi", "ho_so_cu")
    assert examine_keeping(data, (), tmp_path / "work").broken


def test_a_fault_hidden_behind_another_is_held_too(data: Path, tmp_path: Path) -> None:
    """One commune's unreadable row hides another's wrong rate until it is set aside: both are held, both told."""
    replace(data / OTHER / "chi-tieu.csv", "99%", "90%")
    examined = examine_keeping(data, (), tmp_path / "work")
    assert not examined.broken
    assert {problem.code for problem in examined.problems} == {"so-sai", "ty-le-khong-khop"}
    assert sorted(examined.held) == ["15910", "15925"]
