"""`portal sample --faults`: a folder for each code of the check, and the sound communes as before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import ROOT

from generator.cli import main
from generator.commune.outcome import Survey
from generator.commune.survey import survey
from generator.made_up.faults import PLANTED
from generator.made_up.faulty_folder import base

GUIDE = ROOT / "site_src/huong-dan/ma-loi/index.md"
EXEMPT = {
    "bieu-": "only of a filled Excel form",
    "danh-muc-sai": "of the shared catalogue, whose errors stop every commune",
    "cong-thuc-sai": "of the shared catalogue, whose errors stop every commune",
    "quan-he-sai": "of the shared catalogue, whose errors stop every commune",
    "thieu-thu-muc": "of a folder without any commune",
    "khong-soan-duoc": "of the program, not of data",
    "thieu-ly-do": "of two states of the data beside each other",
}
"""Codes that cannot stand beside others in a data folder, and why."""


def codes() -> list[str]:
    """Every code that the guide explains and a data folder can show."""
    explained = re.findall(r"^### `([a-z0-9-]+)`", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    return sorted(code for code in explained if not code.startswith(tuple(EXEMPT)))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """What the check says of two sound communes and all faulty ones."""
    data = tmp_path_factory.mktemp("faults") / "data"
    assert main(["sample", "--communes", "2", "--months", "3", "--faults", str(data)]) == 0
    sound = data / "xa" / "x9999-khong-loi"
    sound.mkdir()
    for name, text in base("x9999", "khong-loi").items():
        (sound / name).write_text(str(text), encoding="utf-8")
    return survey(data)


def said(told: Survey) -> Iterator[tuple[str, str]]:
    """Each folder with each code that is told of it; of two folders of one code both."""
    for problem in told.problems:
        place = problem.file.split("/")
        yield (place[1] if len(place) > 1 else "-xa-lap"), problem.code
    for outcome in told.outcomes:
        for difference in outcome.shown.differences if outcome.shown else ():
            yield outcome.folder, difference.rule


def test_every_code_is_planted() -> None:
    assert sorted(PLANTED) == codes()


@pytest.mark.parametrize("code", sorted(PLANTED))
def test_a_fault_shows_its_code(code: str, told: Survey) -> None:
    """It is told of the folder that bears its name."""
    assert code in {found for folder, found in said(told) if folder.partition("-")[2] == code}


def test_sound_communes_stay_sound(told: Survey) -> None:
    """Of them, and of the folder that faults are put into, nothing is said but that two documents differ."""
    sound = {
        folder for folder in (outcome.folder for outcome in told.outcomes) if folder.partition("-")[2] not in PLANTED
    }
    assert len(sound) == 4
    assert {code for folder, code in said(told) if folder in sound} <= {"hai-nguon", "thieu-nguon"}


def test_the_command_says_that_there_are_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A check of them ends as one of faulty data does."""
    assert main(["sample", "--communes", "1", "--months", "1", "--faults", str(tmp_path / "data")]) == 0
    assert main(["check", "--data", str(tmp_path / "data")]) == 1
    assert "so-sai" in capsys.readouterr().out
