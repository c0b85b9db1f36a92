"""Words in place of codes are read as the code that they alone can mean; rows beside their columns are seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.vietnamese import number_in_words
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.record import Record
from generator.reading.catalogue_files import DATA, FOLDER, load_catalogue
from generator.reading.codes import as_meant
from generator.reading.folders import on_disk
from generator.tables.all_tables import BY_NAME, TABLES
from generator.tables.table import Table


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    read, _ = load_catalogue(on_disk(DATA / FOLDER, FOLDER), [])
    assert read
    return read


def meant(table: Table, cells: dict[str, str], catalogue: Catalogue) -> tuple[list[dict[str, str]], list[Problem]]:
    problems: list[Problem] = []
    record = Record(table.name, "15910", f"xa/15910-hoang-son/{table.file}", 2, cells)
    return [dict(row.cells) for row in as_meant([record], table, catalogue, problems)], problems


def choices() -> Iterator[tuple[str, str, str, str]]:
    for table in TABLES:
        for column in table.columns:
            for code, words in (column.choices or {}).items():
                yield table.name, column.name, code, words


@pytest.mark.parametrize(("table", "column", "code", "words"), list(choices()))
def test_a_choice_may_be_said_in_words(table: str, column: str, code: str, words: str, catalogue: Catalogue) -> None:
    """The words of a choice, also in capitals, are its code, and that is noted; the code itself is not touched."""
    for said in (words, words.upper()):
        (cells,), (note,) = meant(BY_NAME[table], {column: said}, catalogue)
        assert cells == {column: code}
        assert (note.code, note.severity) == ("da-chuan-hoa", "note")
        assert said in note.message
    assert meant(BY_NAME[table], {column: code}, catalogue) == ([{column: code}], [])


def test_indicators_and_breakdowns_may_be_named(catalogue: Catalogue) -> None:
    """The name of every indicator and breakdown of the catalogue means that one."""
    for indicator in catalogue.indicators.values():
        for breakdown, words in (indicator.breakdowns or {"": ""}).items():
            (cells,), _ = meant(BY_NAME["chi-tieu"], {"chi_tieu": indicator.name, "phan_to": words}, catalogue)
            assert cells == {"chi_tieu": indicator.id, "phan_to": breakdown}


@given(text=st.text(min_size=1))
def test_what_means_nothing_stays(text: str, catalogue: Catalogue) -> None:
    """Whatever stands in cells without codes is kept to the letter, and nothing is told."""
    cells = {"noi_dung": text, "vi_tri": text, "ghi_chu": text}
    assert meant(BY_NAME["nhiem-vu"], cells, catalogue) == ([cells], [])


@pytest.mark.parametrize("by", [-2, -1, 1, 2])
@pytest.mark.parametrize("table", ["tthc", "chi-tieu", "bdhvs"])
def test_a_row_pasted_beside_its_columns_is_told_once(table: str, by: int, catalogue: Catalogue) -> None:
    """It is not read, and the message says to which side it has moved, and by how many columns."""
    columns = BY_NAME[table].columns
    period = {"ky": "Quý I/2026", "loai_ky": "trong_ky", "tu_ngay": "2026-01-01", "den_ngay": "2026-03-31"}
    row = [period.get(column.name, "" if column.choices else "1") for column in columns]
    beside = [""] * by + row[: len(row) - by] if by > 0 else row[-by:] + [""] * -by
    rows, (told,) = meant(BY_NAME[table], {c.name: cell for c, cell in zip(columns, beside, strict=True)}, catalogue)
    assert rows == []
    assert told.code == "lech-cot"
    assert f"sang {'phải' if by > 0 else 'trái'} {abs(by)} cột" in told.message


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("hai mươi", 20),
        ("Mười lăm", 15),
        ("một trăm linh năm", 105),
        ("hai nghìn tám trăm bốn mươi hai", 2842),
        ("ba mươi mốt triệu", 31_000_000),
        ("hai tổ", None),
        ("linh", None),
        ("hai hai", None),
        ("", None),
    ],
)
def test_numbers_in_words(words: str, number: int | None) -> None:
    """A number said in words is recognised, nothing else is."""
    assert number_in_words(words) == number
