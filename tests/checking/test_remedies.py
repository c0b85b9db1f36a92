"""Each remedy, followed to the letter, makes its problem go away and brings no other.

Beside the fault of a case `loi-…` or `nhac-…` stands `sua.yml`: `cho`, where the fault was planted, and `cach`, the
ways out. A way is named by words of the remedy, and lists what an officer does who follows them: see `STEPS`.
"""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import BASE, CASES, COMMUNE, REMEDY, lay_over, names, replace

from generator.commune.survey import survey
from generator.model.problem import Problem

pytestmark = pytest.mark.slow

CODES = {case: re.sub(r"^(loi|nhac)-|--.*", "", case) for case in (*names("loi-"), *names("nhac-"))}
"""The cases, each with its message code."""
Place = tuple[str, int, str]


def place(words: str) -> Place:
    """`tthc.csv 2 moi` as path, line and column; a name without a folder is a file of the base's commune."""
    file, line, column = re.fullmatch(r"(.+?) (\d+)(?: (.+))?", words).groups()  # type: ignore[union-attr]
    return path(file), int(line), column or ""


def path(name: str) -> str:
    at_the_top = "/" in name or name in ("xa", "danh-muc")
    return name if at_the_top else f"{COMMUNE}/{name}"


def rows_of(file: Path) -> tuple[str, list[tuple[int, list[str]]]]:
    """What separates the cells of a table, and its rows with the line on which each begins."""
    text = file.read_text(encoding="utf-8-sig")
    mark = max(",;\t", key=text.count)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        reader, before, rows = csv.reader(opened, delimiter=mark), 0, []
        for row in reader:
            rows.append((before + 1, row))
            before = reader.line_num
    return mark, rows


def save(file: Path, mark: str, rows: Iterable[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, delimiter=mark, lineterminator="\n").writerows(rows)


def write_cells(data: Path, cells: dict[str, str]) -> None:
    """`ghi`: a place and what is typed there, in the header too."""
    for words, new in cells.items():
        file, line, column = place(words)
        mark, rows = rows_of(data / file)
        head = next(row for _, row in rows if column in row)
        next(row for number, row in rows if number == line)[head.index(column)] = new
        save(data / file, mark, (row for _, row in rows))


def add_column(data: Path, columns: dict[str, list[str]]) -> None:
    """`them_cot`: a file and the cells of a new last column, its name first."""
    for name, cells in columns.items():
        mark, rows = rows_of(data / path(name))
        save(data / path(name), mark, ([*row, cell] for (_, row), cell in zip(rows, cells, strict=True)))


def remove_column(data: Path, columns: dict[str, int]) -> None:
    """`xoa_cot`: a file and the number of a column, the first being 1."""
    for name, number in columns.items():
        mark, rows = rows_of(data / path(name))
        save(data / path(name), mark, (row[: number - 1] + row[number:] for _, row in rows))


def remove_rows(data: Path, places: list[str]) -> None:
    """`xoa_dong`: rows, by a place."""
    for file, line, _ in map(place, places):
        mark, rows = rows_of(data / file)
        save(data / file, mark, (row for number, row in rows if number != line))


def move_cells(data: Path, moves: dict[str, int]) -> None:
    """`doi_o`: the place of a row and by how many columns its cells move to the right (or left, below 0)."""
    for words, by in moves.items():
        file, line, _ = place(words)
        mark, rows = rows_of(data / file)
        blank = [""] * abs(by)
        moved = [row if number != line else row[-by:] + blank if by < 0 else blank + row[:-by] for number, row in rows]
        save(data / file, mark, moved)


def add_lines(data: Path, lines: dict[str, str]) -> None:
    """`them_dong`: a file (made if it is not there) and the text put at its end."""
    for name, text in lines.items():
        file = data / path(name)
        before = file.read_text(encoding="utf-8") if file.is_file() else ""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{before}{text}\n", encoding="utf-8")


def replace_text(data: Path, texts: dict[str, list[str]]) -> None:
    """`thay`: a file, what stands there, what it becomes."""
    for name, (old, new) in texts.items():
        replace(data / path(name), old, new)


def rename(data: Path, renamed: dict[str, str]) -> None:
    """`doi_ten`: a file or folder and its new name."""
    for old, new in renamed.items():
        (data / path(old)).rename(data / path(new))


def remove(data: Path, files: list[str]) -> None:
    """`xoa_tep`: files or folders."""
    for name in files:
        gone = data / path(name)
        shutil.rmtree(gone) if gone.is_dir() and not gone.is_symlink() else gone.unlink()


def bring(data: Path, files: list[str]) -> None:
    """`lay_lai`: files or folders as the clean folder has them, in Unicode: text converted, a lost file found again."""
    for name in files:
        clean, here = BASE / path(name), data / path(name)
        shutil.copytree(clean, here) if clean.is_dir() else shutil.copy(clean, here)


def save_as_unicode(data: Path, files: dict[str, str]) -> None:
    """`luu_utf8`: a file and the coding that Excel had saved it in."""
    for name, coding in files.items():
        file = data / path(name)
        file.write_text(file.read_bytes().decode(coding), encoding="utf-8")


STEPS: dict[str, Callable[[Path, Any], None]] = {
    "ghi": write_cells,
    "them_cot": add_column,
    "xoa_cot": remove_column,
    "xoa_dong": remove_rows,
    "doi_o": move_cells,
    "them_dong": add_lines,
    "thay": replace_text,
    "doi_ten": rename,
    "xoa_tep": remove,
    "lay_lai": bring,
    "luu_utf8": save_as_unicode,
}
"""What can be done in a way, in the order of the file. Beside them `con` lists the codes of what the
remedy itself says remains."""


def planned(case: str) -> Any:
    file = CASES / case / REMEDY
    return yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else {"cho": [], "cach": {}}


def own(case: str, problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.code == CODES[case]]


@pytest.mark.parametrize("case", CODES)
def test_a_fault_is_told_where_it_is(case: str, tmp_path: Path) -> None:
    """The problem stands at the file, line and column where the fault was planted, and no other error beside it:
    one cause, one message.
    """
    told = survey(lay_over(case, tmp_path)).told
    planted = planned(case)["cho"]
    places = {place(words) for words in ([planted] if isinstance(planted, str) else planted)}
    assert {(p.file, p.line, p.column) for p in own(case, told)} == places
    assert {p.code for p in told if p.severity == "error"} <= {CODES[case]}


@pytest.mark.parametrize("case", CODES)
def test_every_fault_has_a_way_out(case: str) -> None:
    """A new case comes with what its remedy asks for: CONTRIBUTING, “Add a rule”."""
    assert planned(case)["cach"], f"write tests/cases/{case}/{REMEDY}"


def ways() -> Iterator[Any]:
    for case in CODES:
        yield from (pytest.param(case, words, id=f"{case}: {words}") for words in planned(case)["cach"])


@pytest.mark.parametrize(("case", "words"), list(ways()))
def test_the_remedy_works_as_it_is_written(case: str, words: str, tmp_path: Path) -> None:
    """Who does what the remedy says has no problem left, and no other one."""
    data = lay_over(case, tmp_path)
    assert any(words in problem.remedy for problem in own(case, survey(data).told))
    steps = planned(case)["cach"][words] or {}
    remaining = steps.pop("con", [])
    for verb, what in steps.items():
        STEPS[verb](data, what)
    assert [problem.code for problem in survey(data).told] == remaining
