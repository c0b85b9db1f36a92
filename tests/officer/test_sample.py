"""`portal sample` makes data of our own format: clean, repeatable, never over somebody's files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import tree

from generator.cli import main
from generator.reading.catalogue_files import read_units


def sample(folder: Path, communes: int, months: int, seed: int = 0) -> int:
    return main(
        ["sample", "--communes", str(communes), "--months", str(months), "--seed", str(seed), str(folder)]
    )  # fmt: skip


def test_a_sample_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three communes of two months pass every check; at most their random jumps are noted; each month has figures."""
    assert sample(tmp_path / "data", 3, 2) == 0
    capsys.readouterr()
    assert main(["check", "--data", str(tmp_path / "data"), "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert {problem["code"] for problem in said["problems"]} <= {"gap-nhieu-lan"}
    assert said["figures"] > 3 * 2 * 10
    assert len(list((tmp_path / "data" / "xa").iterdir())) == 3


def test_a_seed_decides_every_byte(tmp_path: Path) -> None:
    """The same seed gives the same files, another seed other figures; a longer list keeps the shorter's."""
    for name, communes, seed in (("a", 2, 7), ("b", 2, 7), ("c", 2, 8), ("d", 3, 7)):
        assert sample(tmp_path / name, communes, 2, seed) == 0
    a, b, c, d = (tree(tmp_path / name) for name in "abcd")
    assert a == b
    assert a.keys() == c.keys()
    assert a != c
    assert a.items() < d.items()


@pytest.mark.parametrize(("communes", "months"), [(0, 1), (-1, 1), (3322, 1), (1, 0), (1, 61)])
def test_an_impossible_number_is_refused(
    communes: int, months: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """More communes than the country has, or none, is wrong usage; nothing is written."""
    assert sample(tmp_path / "data", communes, months) == 2
    assert "phải từ 1 đến" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


def test_a_folder_with_files_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is there stays as it is."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert sample(tmp_path, 1, 1) == 2
    assert tmp_path.name in capsys.readouterr().err
    assert tree(tmp_path) == {"mine.txt": b"mine"}


def test_a_sample_is_of_the_provinces_that_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One of each in turn, the same as it would be in any sample of them; a code of none is told."""
    asked = ["sample", "--months", "1", "--tinh", "44", "--tinh", "19", "--communes"]
    assert main([*asked, "3", str(tmp_path / "three")]) == 0
    assert main([*asked, "2", str(tmp_path / "two")]) == 0
    names = sorted(path.name for path in (tmp_path / "three" / "xa").iterdir())
    provinces = {unit.code: unit.province for unit in read_units()}
    assert sorted(provinces[name[:5]] for name in names) == ["19", "44", "44"]
    for path in (tmp_path / "two" / "xa").rglob("*.csv"):
        assert path.read_bytes() == (tmp_path / "three" / path.relative_to(tmp_path / "two")).read_bytes()
    assert main(["sample", "--months", "1", "--tinh", "00", "--communes", "1", str(tmp_path / "none")]) == 2
    assert "Không có tỉnh nào mang mã 00" in capsys.readouterr().err
