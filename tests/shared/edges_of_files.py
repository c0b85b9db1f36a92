"""Edges of the named numbers of reading and checking files, and of the last looks before something leaves."""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import yaml
from edges import Edge
from officer import catalogue

from generator.checking import of_dates, of_places, of_rows, repeats
from generator.commune import survey
from generator.model.problem import Problem
from generator.model.record import Record
from generator.officer import office_files, push_check
from generator.publishing import guard
from generator.reading import (
    commits,
    data_folder,
    folders,
    git,
    header,
    old_fonts,
    ragged,
    split,
    swallowed,
    text_files,
    yaml_shape,
)
from generator.reading.folders import Folder
from generator.reading.values import with_values
from generator.tables import nguon, tthc
from generator.tables.table import Column, Table

NOTHING: Any = None


def _context() -> of_rows.Context:
    return of_rows.Context(catalogue(), {}, NOTHING)


LETTERS = "abcdefghijklmnopqrstuvwxy"


def _row(table: str, **cells: str) -> Record:
    return Record(table, "15910", f"xa/15910-hoang-son/{table}.csv", 2, cells)


def _of_texts(count: int, **more: Any) -> Table:
    """A table of so many columns of text."""
    return Table("thu", "Thử", tuple(Column(f"c{n}", f"Cột {n}", **more) for n in range(count)), ("c0",))


def _unquoted(count: int) -> bool:
    """Whether a row with so many numbers that its quotation lacks leaves some unnamed."""
    columns = [column.name for column in tthc.TABLE.columns if column.kind == "count"][:count]
    cells = {name: str(1201 + number) for number, name in enumerate(columns)}
    row = with_values(_row("tthc", vi_tri="Mục 1: “đã làm tốt”", **cells), tthc.TABLE, catalogue())
    (problem,) = of_places.quoted_numbers(row, tthc.TABLE, _context())
    return "số khác" in problem.message


def _slip(alike: int, letters: int) -> bool:
    """Whether words of so many letters, of which the first are those of a known choice, are taken for a slip."""
    known = (LETTERS * 2)[:letters]
    table = Table("thu", "Thử", (Column("c", "Cột", "choice", choices={"k": known}, open=True),), ("c",))
    return bool(list(of_rows.known_choices(_row("thu", c=known[:alike] + "z" * (letters - alike)), table, _context())))


def _is_large(size: int) -> bool:
    with tempfile.TemporaryDirectory() as name:
        with (Path(name) / "a.csv").open("wb") as file:
            file.truncate(size)
        return "a.csv" in folders.on_disk(Path(name), "xa/a").unread


@cache
def _history(commits: int) -> Path:
    """A folder that so many commits changed."""
    folder = Path(tempfile.mkdtemp(prefix="lich-su-"))
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    one = "commit refs/heads/a\ncommitter a <a@example> {0} +0000\ndata 1\na\nM 100644 inline a.csv\ndata {1}\n{2}\n"
    given = "".join(one.format(number, len(str(number)), number) for number in range(1, commits + 1))
    subprocess.run(["git", "-C", str(folder), "fast-import", "--quiet"], input=given.encode(), check=True)
    subprocess.run(["git", "-C", str(folder), "checkout", "--quiet", "a"], check=True)
    return folder


def _below_titles(line: int) -> int:
    """How many rows are read of a table whose header stands in such a line."""
    names = [column.name for column in tthc.TABLE.columns]
    text = "BÁO CÁO\n" * (line - 1) + ",".join(names) + "\n" + ",".join("1" for _ in names) + "\n"
    return len(list(text_files.read_table("a", split.split(text, tthc.TABLE), tthc.TABLE, "15910", [])))


def _title_of(cells: int) -> bool:
    """Whether a row of so many cells above the header is taken for a row of data."""
    names = [column.name for column in tthc.TABLE.columns]
    text = ",".join("Mục" if at < cells else "" for at, _ in enumerate(names)) + "\n" + ",".join(names) + "\n"
    problems: list[Problem] = []
    list(text_files.read_table("a", split.split(text, tthc.TABLE), tthc.TABLE, "15910", problems))
    return "dong-tren-tieu-de" in {problem.code for problem in problems}


def _is_plain(text: str) -> bool:
    try:
        yaml_shape.must_be_plain(text, yaml.SafeLoader)
    except yaml_shape.Misshapen:
        return False
    return True


def _nodes(count: int) -> str:
    """A list that holds so many nodes once its repetitions are written out."""
    times, rest = divmod(count - 1, 1000)
    return f"- &a [{'1,' * 999}]\n" + "- *a\n" * (times - 1) + "- 1\n" * rest


def _swallowed(marks: int) -> bool:
    """Whether two rows of a table of texts, with so many marks each, are seen in one cell."""
    cell = "\n".join(",".join("a" * (marks + 1)) for _ in range(2))
    return swallowed.swallowed("a", 2, [cell], _of_texts(marks + 1).columns, ",") is not None


def _many_parts(count: int) -> bool:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for number in range(count):
            archive.writestr(str(number), "")
    return _opens(lambda: list(office_files.words(whole.getvalue())))


def _opens(read: Any) -> bool:
    try:
        read()
    except office_files.Unopened:
        return False
    return True


def _portions(rows: int) -> list[int]:
    """The rows of each portion in which a table of so many is looked at."""
    return [portion.count("\n") + 1 for portion in guard._rows(io.BytesIO(b"a,b\n" * rows))]


def _goes_on(tried: int) -> bool:
    """Whether of five sound versions one more is taken where the pages of so many are at fault."""
    versions = [(Folder("xa/a", {"a.csv": bytes([number])}), str(number)) for number in range(5)]
    sound = mock.Mock(stopped=False)
    with mock.patch.multiple(survey, _versions=lambda *_: versions, examine=lambda *_: sound):
        return survey._last_good(Folder("xa/a"), Path(), catalogue(), NOTHING, tried)[0] is sound


EDGES: dict[str, Edge] = {
    "commune.survey.MOST_TRIED": Edge(_goes_on, {2: True, 3: False, 4: False}),
    "checking.of_dates._YEARS": Edge(
        lambda year: not list(of_dates.readable_dates(_row("tthc", den_ngay=f"{year}-05-31"), tthc.TABLE, NOTHING)),
        {1944: False, 1945: True, 1946: True, 2099: True, 2100: True, 2101: False},
    ),
    "checking.of_places._FEW": Edge(_unquoted, {3: False, 4: False, 5: True}),
    "checking.of_rows._CODES": Edge(
        lambda count: "mã cũ hơn" in of_rows._newest_of(["a"] * count), {11: False, 12: False, 13: True}
    ),
    "checking.of_rows._MERGED": Edge(
        lambda empty: "gộp" in next(
            of_rows.required_cells(_row("thu"), _of_texts(empty, required=True), _context())
        ).remedy,
        {2: False, 3: True, 4: True},
    ),
    "checking.of_rows._SLIP": Edge(lambda given: _slip(*given), {(11, 13): False, (17, 20): True, (18, 20): True}),
    "checking.repeats.MOST_RANGES": Edge(
        lambda others: "…" in repeats.told_once(
            Problem("a.csv", 2 * line, "", "so-sai", "error", "Sai.", "Sửa.") for line in range(1, others + 2)
        )[0].message,
        {7: False, 8: False, 9: True},
    ),
    "officer.office_files._MOST_PARTS": Edge(_many_parts, {4_999: True, 5_000: True, 5_001: False}),
    "officer.push_check._MOST_BYTES": Edge(
        lambda size: _opens(lambda: list(push_check._texts("a.csv", b"a" * size))),
        {20_000_000: True, 20_000_001: False},
    ),
    "publishing.guard.ROWS": Edge(_portions, {999: [999], 1_000: [1_000], 1_001: [1_000, 21]}),
    "publishing.guard.AGAIN": Edge(_portions, {1_001: [1_000, 21], 2_001: [1_000, 1_020, 21]}),
    "reading.commits.LONGEST_REASON": Edge(
        lambda letters: "…" in commits.reason_in(f"Ly-do: {'a' * letters}"), {499: False, 500: False, 501: True}
    ),
    "reading.data_folder._MOST_LINES": Edge(
        lambda lines: data_folder._too_long("a.csv", "\n" * lines) is None,
        {199_999: True, 200_000: True, 200_001: False},
    ),
    "reading.folders.MOST_BYTES": Edge(_is_large, {19_999_999: False, 20_000_000: False, 20_000_001: True}),
    "reading.git._MOST_VERSIONS": Edge(
        lambda commits: len(list(git.versions(_history(commits)))), {49: 49, 50: 50, 51: 50}
    ),
    "reading.header._LOOKED_AT": Edge(
        lambda line: header.delimiter_of("a,b\n" * (line - 1) + "ky;loai_ky;nguon;vi_tri\n", tthc.TABLE),
        {14: ";", 15: ";", 16: ","},
    ),
    "reading.header._LONGEST": Edge(
        lambda letters: header.column_of(Table("t", "T", (Column("c", "A" * letters),), ("c",)), "A" * letters),
        {119: "c", 120: "c", 121: ""},
    ),
    "reading.old_fonts._SURE": Edge(
        lambda words: bool(old_fonts.coding_of(" ".join(["B¸o", "c¸o", "kÕt"][:words]))), {1: False, 2: True, 3: True}
    ),
    "reading.ragged._SHOWN": Edge(
        lambda letters: "…" in ragged.ragged("a", 2, [f"“{'a' * (letters - 4)}", "b”"], 1, ",").message,
        {79: False, 80: False, 81: True},
    ),
    "reading.swallowed._FEWEST": Edge(_swallowed, {2: False, 3: True, 4: True}),
    "reading.text_files._TITLE_LINES": Edge(_below_titles, {15: 1, 16: 1, 17: 0}),
    "reading.text_files._TITLE_CELLS": Edge(_title_of, {1: False, 2: False, 3: True}),
    "reading.yaml_shape._DEEPEST": Edge(
        lambda depth: _is_plain("[" * depth + "]" * depth), {19: True, 20: True, 21: False}
    ),
    "reading.yaml_shape._MOST_NODES": Edge(
        lambda count: _is_plain(_nodes(count)), {199_999: True, 200_000: True, 200_001: False}
    ),
    "tables.table.LONGEST_TEXT": Edge(
        lambda letters: not list(of_rows.short_cells(_row("tthc", vi_tri="a" * letters), tthc.TABLE, NOTHING)),
        {19_999: True, 20_000: True, 20_001: False}, loaded=True,
    ),
    "tables.table.LONGEST_ID": Edge(
        lambda letters: not list(of_rows.plain_ids(_row("nguon", nguon="a" * letters), nguon.TABLE, NOTHING)),
        {79: True, 80: True, 81: False}, loaded=True,
    ),
}  # fmt: skip
