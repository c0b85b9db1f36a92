"""Spoilt copies of data folders: each is answered in words, or its figures are those of its files."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from fuzz import make, tried
from judge import judge
from mutations import files, own
from support import COMMUNE, lay_over, replace, tree

from generator.figures import melt
from generator.language.numbers import read_quantity
from generator.language.value import Value
from generator.model.problem import Problem
from generator.reading import text_files, values
from generator.tables import melting

pytestmark = pytest.mark.slow

GROUPS, EACH = 20, 10
BUILT = range(50, 5000, 50)
"""The numbers of the copies that are made into pages where they are clean."""


@pytest.mark.parametrize("group", range(GROUPS))
def test_no_copy_is_misread(group: int) -> None:
    """No exception, no figure that its row does not print, no row lost in silence. `make fuzz` tries many more."""
    results = [tried(number) for number in range(1 + group * EACH, 1 + (group + 1) * EACH)]
    assert {copy.number: (copy.done, verdict.faults) for copy, verdict in results if verdict.faults} == {}


def test_a_clean_copy_becomes_pages() -> None:
    """Its pages are made, and no text of the data is markup on one."""
    verdicts = (tried(number)[1] for number in BUILT)
    verdict = next(verdict for verdict in verdicts if verdict.end.endswith("dựng"))
    assert verdict.faults == []


def test_a_number_is_a_copy(tmp_path: Path) -> None:
    """The same number makes the same files, so that a failure can be looked at again."""
    made = []
    for name in "ab":
        copy = make(7, tmp_path / name)
        made.append((copy.done, tree(copy.data)))
    assert made[0] == made[1]


@pytest.mark.parametrize("place", ["xa", COMMUNE, f"{COMMUNE}/tthc.csv"])
def test_no_mutation_follows_a_link(place: str, tmp_path: Path) -> None:
    """What a link leads to is not the copy's, so that nothing outside is ever spoilt."""
    data = lay_over("co-so", tmp_path)
    (data / place).rename(tmp_path / "outside")
    (data / place).symlink_to(tmp_path / "outside")
    assert not any((tmp_path / "outside").samefile(path) for path in own(data, "**/*"))
    assert not any(path.is_relative_to(data / place) for path in files(data, "xa/*/*"))


def one_more(text: str, unit: str) -> Value:
    """A reader of numbers that is wrong by one where no rule compares."""
    said = read_quantity(text, unit)
    return dataclasses.replace(said, number=said.number + 1) if said.number and unit == "thủ tục" else said


SPOILT: dict[str, tuple[Any, str, Any, str]] = {
    "a figure is wrong": (values, "read", one_more, "nhưng thành"),
    "rows are dropped": (text_files, "COMMENT", "5", "0 số liệu"),
    "rows are swallowed": (text_files, "swallowed", lambda *_: None, "nuốt các dòng dưới"),
    "an exception": (melting, "Figure", None, "TypeError"),
    "no sentence": (
        melt,
        "repeated",
        lambda _: [Problem("xa", 1, "", "x", "warning", "Sai", "None.")],
        "câu không hết",
    ),
    "a line that is not there": (melt, "repeated", lambda _: [Problem("xa", 9, "", "x", "note", "À.", "Ừ.")], "dòng 9"),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_the_judge_sees(fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A generator that errs in one of these ways is found out."""
    module, name, instead, words = SPOILT[fault]
    data = lay_over("co-so", tmp_path)
    assert judge(data, build=False).faults == []
    if "swallowed" in fault:
        replace(data / COMMUNE / "chi-tieu.csv", "Mục 2,\nso_tthc", '"Mục 2,\nso_tthc')
        replace(data / COMMUNE / "chi-tieu.csv", "Mục 3", 'Mục 3"')
    monkeypatch.setattr(module, name, instead)
    assert words in "\n".join(judge(data, build=False).faults)
