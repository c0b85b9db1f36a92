"""Broken data is refused in words: one case a message code, each with the exact output of `portal check`.

A case `cases/loi-{code}` is the clean folder `cases/co-so` with one fault, `cases/nhac-{code}` one with something
that is told but stops nothing. Remake the outputs with
UPDATE_GOLDEN=1 and read the diff before committing it.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from message_codes import OF_A_BUILD, OF_TWO_STATES, codes_in_source
from support import BASE, CASES, COMMUNE, declare, lay_over, names, remaking
from table_forms import FORMS, NOTED

from generator.cli import main
from generator.commune.survey import survey
from generator.comparing.evidence import MUST_BE_DECLARED
from generator.model.figure import Figure

BAD = names("loi-")
TOLD = names("nhac-")


def checked(data: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["check", "--data", str(data), "--format", "json"])
    return code, capsys.readouterr().out


def code_of(case: str) -> str:
    """The message code that a case is about: `loi-so-sai--ngay` shows `so-sai` once more."""
    return case.removeprefix("loi-").removeprefix("nhac-").split("--")[0]


@pytest.mark.parametrize("case", BAD + TOLD)
def test_a_fault_is_told_and_refused(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The output is exactly the expected one; the case's own code is in it, as an error with exit code 1
    or as less with 0; every problem names file and line and says in a sentence what is wrong and what to do.
    """
    code, said = checked(lay_over(case, tmp_path), capsys)
    expected = CASES / case / "mong-doi.json"
    if remaking():
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    problems = json.loads(said)["problems"]
    assert code == (case in BAD)
    assert code_of(case) in {p["code"] for p in problems if (p["severity"] == "error") == (case in BAD)}
    for problem in problems:
        assert problem["file"]
        assert problem["line"] >= 1
        assert problem["message"].endswith((".", "?"))
        assert len(problem["remedy"]) > 10


def test_every_code_has_a_case() -> None:
    """No message is without a case that shows it, and no case is about a message that is gone."""
    assert {code_of(case) for case in BAD + TOLD} == codes_in_source() - OF_A_BUILD - OF_TWO_STATES


def test_the_clean_folder_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """What the cases are made from has no problem, so that each shows its own fault only."""
    code, said = checked(BASE, capsys)
    assert (code, json.loads(said)["problems"]) == (0, [])


def without_line(figure: Figure) -> Figure:
    return dataclasses.replace(figure, trace=dataclasses.replace(figure.trace, line=0))


@pytest.mark.parametrize("form", FORMS)
def test_real_files_are_taken_as_they_come(form: str, tmp_path: Path) -> None:
    """What offices' programs make of a table is read as the same figures."""
    data = lay_over("cach-tinh-hai-co-so", tmp_path)
    plain = [without_line(figure) for figure in survey(data).figures]
    for path in (data / COMMUNE).glob("*.csv"):
        path.write_bytes(FORMS[form](path.read_text(encoding="utf-8")))
    examined = survey(data)
    assert {problem.severity for problem in examined.problems} <= {"note"}
    assert bool(examined.problems) == (form in NOTED)
    assert plain == [without_line(figure) for figure in examined.figures]


@pytest.mark.parametrize("rule", sorted(MUST_BE_DECLARED))
def test_declared_as_printed_it_is_published_instead(rule: str, tmp_path: Path) -> None:
    """A disagreement inside a document stops the build until its row says that it is printed so."""
    data = lay_over(f"loi-{rule}", tmp_path)
    problem = next(p for p in survey(data).problems if p.code == rule)
    declare(data / problem.file, problem.line)
    examined: Any = survey(data)
    assert examined.problems == ()
    (difference,) = examined.differences
    assert (difference.rule, difference.declared) == (rule, True)
    assert problem.message.startswith(difference.sentence)
