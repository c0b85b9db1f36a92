"""Broken data is refused in words: one case a message code, each with the exact output of `portal check`.

A case `cases/loi-{code}` is the clean folder `cases/co-so` with one fault, `cases/nhac-{code}` one with something
that is told but stops nothing. Remake the outputs with
UPDATE_GOLDEN=1 and read the diff before committing it.
"""

from __future__ import annotations

import ast
import codecs
import dataclasses
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support import BASE, CASES, COMMUNE, ROOT, declare, lay_over, names, remaking

from generator.cli import main
from generator.commune.survey import survey
from generator.comparing.evidence import MUST_BE_DECLARED
from generator.model.figure import Figure

BAD = names("loi-")
TOLD = names("nhac-")
CODE_AT = {
    "Problem": 3,
    "problem": 1,
    "_fault": 3,
    "odd": 2,
    "_noted": 1,
    "_catalogue_problem": 3,
    "_Disagrees": 1,
    "refuse": 1,
}
"""Functions that make a problem, and which of their arguments is the code."""


OF_A_BUILD = {"khong-soan-duoc"}
"""What only composing pages shows: no data folder does, `test_keep` makes it happen."""


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


def codes_in_source() -> set[str]:
    """The codes of problems that generator/ can yield, read from its source."""
    found: set[str] = set(MUST_BE_DECLARED)
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            at = CODE_AT.get(name, len(node.args))
            code = node.args[at] if at < len(node.args) else None
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                found.add(code.value)
    return found


def test_every_code_has_a_case() -> None:
    """No message is without a case that shows it, and no case is about a message that is gone."""
    assert {code_of(case) for case in BAD + TOLD} == codes_in_source() - OF_A_BUILD


def test_the_clean_folder_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """What the cases are made from has no problem, so that each shows its own fault only."""
    code, said = checked(BASE, capsys)
    assert (code, json.loads(said)["problems"]) == (0, [])


FORMS: dict[str, Callable[[str], bytes]] = {
    "bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "semicolon": lambda text: text.replace(",", ";").encode(),
    "tab": lambda text: text.replace(",", "\t").encode(),
    "nfd": lambda text: unicodedata.normalize("NFD", text).encode(),
    "blank lines": lambda text: text.replace("\n", "\n\n").encode() + b",,,\n",
    "non-breaking spaces": lambda text: text.replace(" ", "\u00a0").encode(),
    "zero-width spaces": lambda text: text.replace("Mục", "Mục\u200b").encode(),
    "unicode text of Excel": lambda text: codecs.BOM_UTF16_LE + text.replace(",", "\t").encode("utf-16-le"),
    "big-endian": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "title above": lambda text: ("BÁO CÁO THÁNG\n\n" + text).encode(),
    "comments": lambda text: ("# Ghi chú của người nhập\n" + text.replace("\n", "\n# Mỗi dòng một kỳ\n", 1)).encode(),
    "empty columns": lambda text: text.replace("\n", ",,,\n").encode(),
    "header repeated": lambda text: (text + text.split("\n")[0] + "\n").encode(),
    "capital headings": lambda text: (
        text.replace("vi_tri", "Vị trí trong văn bản").replace("doc_o_dau", "DOC O DAU").encode()
    ),
}
NOTED = {
    "nfd", "non-breaking spaces", "zero-width spaces", "title above", "header repeated", "capital headings",
}  # fmt: skip
"""What changes the text of a table, however slightly, is noted; what only wraps it is not."""


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
