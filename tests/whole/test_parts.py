"""Several machines build parts of a site; put together and built on, they are the site that one machine builds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from support import tree

from generator import communes
from generator.cli import main
from generator.model.commune import AdminUnit
from generator.officer.sample import write_sample
from generator.parts import planned
from generator.standing import workplace

DAY = ("--date", "2026-12-01", "--quiet")


def portal(*arguments: object) -> int:
    return main(list(map(str, arguments)))


def carried(out: Path, part: Path) -> Path:
    """What a machine has made, as it is carried to another: site and workplace with the times of their files."""
    part.mkdir(parents=True)
    shutil.move(out, part / "site")
    shutil.move(workplace(out), part / "build")
    return part


@pytest.mark.slow
def test_parts_joined_are_the_site_of_one_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same commands in folders of their own, then once more: byte for byte, and no commune is composed twice."""
    data, out = tmp_path / "data", tmp_path / "site"
    write_sample(data, 4, 1, seed=1, provinces=["44", "38"])
    capsys.readouterr()
    assert portal("parts", "--data", data) == 0
    plan = json.loads(capsys.readouterr().out)
    assert [one["tinh"] for one in plan] == ["38", "44"]
    parts = []
    for one in plan:
        made = tmp_path / f"may-{one['tinh']}" / "site"
        assert portal("build", "--data", data, "--out", made, *DAY, "--only", *one["xa"].split()) == 0
        parts.append(carried(made, tmp_path / "phan" / one["tinh"]))
    assert portal("join", *parts, "--out", out) == 0
    composed, call = list[str](), communes._Maker.__call__

    def noted(maker: communes._Maker, name: str) -> communes.Made:
        composed.append(name)
        return call(maker, name)

    monkeypatch.setattr(communes._Maker, "__call__", noted)
    assert portal("build", "--data", data, "--out", out, *DAY) == 0
    assert composed == []
    assert portal("build", "--data", data, "--out", tmp_path / "mot-may", *DAY) == 0
    assert len(composed) == 4
    assert tree(out) == tree(tmp_path / "mot-may")
    for one in (out, tmp_path / "mot-may"):
        shutil.rmtree(workplace(one))


def test_provinces_are_parts() -> None:
    """With those of which nobody has confirmed which they are as one of its own."""
    units = {code: AdminUnit(code, code, "xa", province) for code, province in (("19405", "44"), ("15910", "38"))}
    assert planned(["15910-a", "19405-b", "x0001-c"], units) == [
        {"tinh": "", "xa": "x0001"}, {"tinh": "38", "xa": "15910"}, {"tinh": "44", "xa": "19405"},
    ]  # fmt: skip


def test_what_is_no_part_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that nobody has built, and a place where something stands already: a sentence each."""
    (tmp_path / "phan").mkdir()
    assert portal("join", tmp_path / "phan", "--out", tmp_path / "site") == 2
    assert "không nguyên vẹn" in capsys.readouterr().err
    assert portal("join", tmp_path / "phan", "--out", tmp_path / "phan") == 2
    assert "đã có; ghép các phần vào một chỗ chưa có gì" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
