"""Edges of the named numbers of forms."""

from __future__ import annotations

import datetime as dt
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

from edges import Edge
from officer import catalogue

from generator.forms import (
    archive,
    cells,
    headings,
    make_form,
    many_imports,
    merge,
    month_rows,
    names,
    next_period,
    open_matters,
    rows,
    sheets,
)
from generator.forms.archive import NotAForm
from generator.forms.bring_in import Imported
from generator.forms.headings import Telling
from generator.forms.read_form import Page, Raw
from generator.model.period import Period, PeriodKind
from generator.model.problem import Problem, Refused
from generator.model.record import Record
from generator.officer import form_answer
from generator.tables import ngan_sach
from generator.tables.table import Column, Table

LETTERS = "abcdefghijklmnopqrstuvwxy" * 2
PLAIN = Column("a", "Cột")
COUNT, MONEY = Column("a", "Cột", "count"), ngan_sach.TABLE.column("so_tien")


def _refusal(size: int) -> str:
    """What is said of a file of so many bytes, none of which is that of a form."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "bieu.xlsx"
        with path.open("wb") as file:
            file.truncate(size)
        try:
            archive.safe_zip(path)
        except NotAForm as fault:
            return fault.message.partition(" ")[0] + " " + fault.message.split()[1]
    return ""


def _is_bomb(*sizes: int) -> bool:
    """Whether an archive that says that it holds parts of such sizes is taken to be one made to burst."""
    parts = [zipfile.ZipInfo(str(number)) for number, _ in enumerate(sizes)]
    for part, size in zip(parts, sizes, strict=True):
        part.file_size = size
    held: Any = mock.Mock(infolist=lambda: parts)
    try:
        archive._look_inside(held)
    except NotAForm as fault:
        return "bung ra" in fault.message
    return False


def _too_many_files(count: int) -> bool:
    """Whether an archive of so many files is refused."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.zip"
        with zipfile.ZipFile(path, "w") as made:
            for number in range(count):
                made.writestr(f"{number}.txt", "")
        (Path(name) / "ra").mkdir()
        try:
            list(many_imports._unpacked(path, Path(name) / "ra"))
        except Refused:
            return True
    return False


def _covers_too_much(count: int) -> bool:
    """Whether merged cells that cover so many are refused."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "bieu.xlsx"
        with zipfile.ZipFile(path, "w") as made:
            made.writestr("xl/workbook.xml", "")
            made.writestr("xl/worksheets/sheet1.xml", f'<mergeCell ref="A1:A{count}"/>')
        try:
            archive.safe_zip(path).close()
        except NotAForm as fault:
            return "quá nhiều ô" in fault.message
    return False


def _said(value: float | int, column: Column = PLAIN) -> str:
    try:
        return cells.said(value, "General", column).text
    except cells.Misread as fault:
        return fault.code


def _shown(amount: str) -> object:
    row = Record("ngan-sach", "15910", "a.csv", 2, {"so_tien": amount})
    return cells.shown(row, MONEY, names.names_in(catalogue()))


def _page(placed: dict[tuple[int, int], str], *merged: tuple[int, int, int, int]) -> Page:
    return Page("Tờ", {place: Raw(text, "General", False, False) for place, text in placed.items()}, merged)


def _told(placed: dict[tuple[int, int], str], table: Table) -> tuple[int, list[str]]:
    """The row of the headings that is found in a sheet, and what is told of it."""
    telling = Telling("bieu.xlsx")
    row, _ = headings.columns_of(_page(placed), table, telling)
    return row, [problem.code for problem in telling.problems]


TWO = Table("thu", "Thử", (Column("a", "Cột một"), Column("b", "Cột hai")), ("a",))


def _near(alike: int, letters: int) -> bool:
    """Whether a heading of so many letters, of which the first are those of a column, is taken for a slip."""
    known = LETTERS[:letters]
    table = Table("thu", "Thử", (Column("zz1", "Zz1"), Column("zz2", "Zz2"), Column("zz3", known)), ("zz1",))
    placed = {(1, 1): "Zz1", (1, 2): "Zz2", (1, 3): known[:alike] + "0" * (letters - alike)}
    return "bieu-cot-gan-dung" in _told(placed, table)[1]


def _merged(rows_below: int) -> str:
    telling = Telling("bieu.xlsx")
    page = _page({(2, 1): "lời"}, (2, 2 + rows_below, 1, 1))
    rows._spread(page, 1, {1: PLAIN}, {}, telling)
    return telling.problems[0].code


def _like_a_date(value: int) -> bool:
    telling = Telling("bieu.xlsx")
    rows._doubt(cells.Cell(str(value), number=True), COUNT, 2, telling)
    return bool(telling.problems)


def _alike(likeness: float) -> int:
    """How many rows are taken for edited lines that are so much alike."""
    file: Any = mock.MagicMock()
    with mock.patch.object(merge, "_likeness", return_value=likeness):
        return len(list(merge._alike(file, [0], [mock.Mock()], mock.Mock(), catalogue())))


def _are_compared(lines: int, of_form: int) -> bool:
    file: Any = mock.MagicMock()
    with mock.patch.object(merge, "_likeness", side_effect=ZeroDivisionError):
        try:
            list(merge._alike(file, range(lines), [mock.Mock()] * of_form, mock.Mock(), catalogue()))
        except ZeroDivisionError:
            return True
    return False


def _holds(letters: int) -> bool:
    """Whether a form is made of a row with a cell of so many letters."""
    row = Record("tthc", "15910", "a.csv", 2, {"vi_tri": "a" * letters})
    commune: Any = mock.Mock(code="15910", slug="a", name="Xã")
    read: Any = mock.Mock(commune=commune, records=[row])
    given: Any = mock.Mock(catalogue=catalogue(), problems=())
    with (
        tempfile.TemporaryDirectory() as name,
        mock.patch.multiple(
            make_form,
            read_folder=lambda *_: read,
            shared_by_all=lambda *_: given,
            write_form=lambda *_: b"",
            folder_of_code=lambda *_: "15910-a",
            stamp=lambda *_: "",
        ),
    ):
        try:
            make_form.make_form(Path(name), "15910", Path(name) / "bieu.xlsx")
        except Refused:
            return False
    return True


def _tasks(count: int, letters: int = 5) -> list[Record]:
    """So many tasks whose words have so many letters."""
    return [Record("nhiem-vu", "", "", n, {"ma": f"nv-{n}", "noi_dung": "a" * letters}) for n in range(count)]


def _asked(count: int) -> int:
    """How many of so many tasks a month's form asks of."""
    return sum(len(part.questions) for part in open_matters.unfinished("bc", _tasks(count)))


def _called(count: int, letters: int) -> int:
    """How many letters a task is called by that so many begin alike with."""
    return len(next(open_matters.unfinished("bc", _tasks(count, letters))).questions[0].label)


def _place_called(letters: int) -> int:
    """How many letters of the name of a place stand in its heading."""
    row = Record("diem-ho-tro", "", "", 2, {"ten": "a" * letters, "gio": "", "duong_day": "", "vi_tri": ""})
    return len(next(open_matters.points("bc", [row])).heading.removeprefix("Điểm hỗ trợ: "))


def _has_headings(row: int) -> bool:
    """Whether the headings of a month's form are found in such a row."""
    return bool(month_rows._columns(Page("a", {(row, 2): Raw("Lần này", "@", False, False)}, ()))[0])


def _first_things(count: int) -> bool:
    """Whether an answer to so many faults leaves some to its end."""
    fault = Problem("bieu.xlsx", 2, "Cột", "so-sai", "error", "Sai.", "Sửa.")
    came = Imported(tuple(replace(fault, line=line) for line in range(2, count + 2)))
    return "kể ở cuối" in form_answer.answer(came, written=False)


def _goes_on(days: int) -> bool:
    """Whether a stretch of so many days beyond its first is followed by one from the day after its last."""
    last = dt.date(2026, 5, 5) + dt.timedelta(days=days)
    made = next_period.next_period(Period(PeriodKind.WITHIN, dt.date(2026, 5, 5), last), 1)
    return made is not None and made.start == last + dt.timedelta(days=1)


EDGES: dict[str, Edge] = {
    "forms.next_period._ABOUT_A_MONTH": Edge(_goes_on, {26: False, 27: True, 28: True, 32: True}),
    "officer.form_answer.FEWEST_ALIKE": Edge(
        lambda count: form_answer.by_period(["Thêm: Số thôn, tháng 6: 5"] * count)[0].startswith("Thêm, tháng 6"),
        {2: False, 3: True, 4: True},
    ),
    "officer.form_answer.MOST_FIRST": Edge(_first_things, {2: False, 3: False, 4: True}),
    "forms.open_matters.MOST_THINGS": Edge(_asked, {14: 14, 15: 15, 16: 15}),
    "forms.open_matters._FIRST": Edge(lambda letters: _called(1, letters), {31: 31, 32: 32, 33: 32}),
    "forms.open_matters._TOLD_APART": Edge(lambda letters: _called(2, letters), {63: 63, 64: 64, 65: 64}),
    "forms.open_matters._NAME": Edge(_place_called, {47: 47, 48: 48, 49: 48}),
    "forms.month_rows._HEADINGS_WITHIN": Edge(_has_headings, {29: True, 30: True, 31: False}),
    "forms.many_imports._MOST_FILES": Edge(_too_many_files, {4_999: False, 5_000: False, 5_001: True}),
    "forms.archive.MOST_BYTES": Edge(
        _refusal, {9_999_999: "Tệp không", 10_000_000: "Tệp không", 10_000_001: "Tệp lớn"}
    ),
    "forms.archive.MOST_UNZIPPED": Edge(
        lambda size: _is_bomb(size - 1, 1), {99_999_999: False, 100_000_000: False, 100_000_001: True}
    ),
    "forms.archive._MOST_PARTS": Edge(lambda count: _is_bomb(*[1] * count), {1_999: False, 2_000: False, 2_001: True}),
    "forms.archive.MOST_COVERED": Edge(_covers_too_much, {199_999: False, 200_000: False, 200_001: True}),
    "forms.archive._LAST_COLUMN": Edge(archive._cells_in, {"5:5": 16_384, "A5:XFD5": 16_384}),
    "forms.archive._LAST_ROW": Edge(archive._cells_in, {"C:C": 1_048_576, "C1:C1048576": 1_048_576}),
    "forms.cells._LONGEST_FRACTION": Edge(
        lambda places: _said(float(f"0.{'1' * places}")), {5: "0,11111", 6: "0,111111", 7: "bieu-so-la"}
    ),
    "forms.names._FIRST": Edge(
        lambda letters: names.names_in(catalogue(), [
            Record("nhiem-vu", "", "", 2, {"ma": "a", "noi_dung": "b" * letters})
        ]).things["a"].endswith("…"),
        {69: False, 70: False, 71: True},
    ),
    "forms.cells._SIGNIFICANT": Edge(
        lambda digits: _said(int("1" * digits)), {14: "1" * 14, 15: "1" * 15, 16: f"{'1' * 15}0"}
    ),
    "forms.cells._LEAST_MONEY": Edge(
        _shown, {"999.999 đồng": "999.999 đồng", "1.000.000 đồng": 1_000_000, "1.000.001 đồng": 1_000_001}
    ),
    "forms.headings._HEADER_WITHIN": Edge(
        lambda row: _told({(row, 1): "Cột một", (row, 2): "Cột hai"}, TWO)[0], {29: 29, 30: 30, 31: 0}
    ),
    "forms.headings._FEWEST_HEADINGS": Edge(
        lambda count: _told({(1, 1): "Cột một", (1, 2): "Cột hai", (1, 3): "Cột ba"} if count > 2 else
                            {(1, at): words for at, words in enumerate(("Cột một", "Cột hai")[:count], 1)}, TWO)[0],
        {1: 0, 2: 1, 3: 1},
    ),
    "forms.headings._FEWEST_CELLS": Edge(
        lambda count: "bieu-dong-tren" in _told(
            {(2, 1): "Cột một", (2, 2): "Cột hai", (2, 3): "c", **{(1, at): "x" for at in range(1, count + 1)}},
            Table("thu", "Thử", (*TWO.columns, Column("c", "Cột ba")), ("a",)))[1],
        {1: False, 2: True, 3: True},
    ),
    "forms.headings.NEAR": Edge(lambda given: _near(*given), {(23, 29): False, (12, 15): True, (13, 15): True}),
    "forms.make_form.MOST_CHARACTERS": Edge(_holds, {32_766: True, 32_767: True, 32_768: False}),
    "forms.merge._ALIKE": Edge(_alike, {0.497: 0, 0.5: 1, 0.503: 1}),
    "forms.merge._MOST_COMPARED": Edge(
        lambda given: _are_compared(*given), {(1, 159_999): True, (400, 400): True, (1, 160_001): False}
    ),
    "forms.rows._LIKE_DATES": Edge(_like_a_date, {43_830: False, 43_831: True, 51_134: True, 51_135: False}),
    "forms.rows._MOST_MERGED": Edge(
        _merged, {499: "bieu-o-gop-dong", 500: "bieu-o-gop-dong", 501: "bieu-o-gop"}
    ),
    "forms.sheets.SPARE": Edge(
        lambda filled: sheets.sheets([Record("tthc", "15910", "a.csv", 2, {})] * filled, catalogue())[1].last
        - sheets.FIRST + 1,
        {0: 100, 1: 101},
    ),
}  # fmt: skip
