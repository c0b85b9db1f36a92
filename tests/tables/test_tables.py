"""A table is one thing: its module says all of it, and what it says can be used."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from guide import table as rows_of_guide
from support import CASES, SUBJECTS

import generator.tables
from generator.language.vietnamese import slug
from generator.pieces.addresses import SOURCES
from generator.tables.all_tables import OF_A_COMMUNE, OF_ALL_COMMUNES, OPTIONAL, TABLES
from generator.tables.shared_columns import count
from generator.tables.table import Table

EVERY = (*OF_A_COMMUNE, *OF_ALL_COMMUNES, *OPTIONAL)
ROOM = Path(generator.tables.__path__[0])
NO_TABLES = {"__init__", "table", "shared_columns", "melting", "all_tables"}

each = pytest.mark.parametrize("table", EVERY, ids=lambda table: table.name)
filled_in = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def test_a_table_is_a_module() -> None:
    """Each module of the room has one table, named like its file, and each is known to the house."""
    modules = sorted(path.stem for path in ROOM.glob("*.py") if path.stem not in NO_TABLES)
    assert [table.name.replace("-", "_") for table in sorted(EVERY, key=lambda table: table.name)] == modules
    for table in EVERY:
        assert import_module(f"generator.tables.{table.name.replace('-', '_')}").TABLE is table


@each
def test_what_a_table_names_is_there(table: Table) -> None:
    """Its keys, its categories and its days are columns; no column stands twice, by name or by heading."""
    named = {*table.key, *table.change_key, *table.past_days, table.category[0], table.agency_column} - {""}
    assert named <= {own.name for own in table.columns}
    assert len({own.name for own in table.columns}) == len(table.columns)
    known: dict[str, str] = {}
    for own in table.columns:
        for words in (own.name, own.heading):
            assert known.setdefault(slug(words), own.name) == own.name
    assert not table.id_column or table.column(table.id_column).required
    assert not table.has_period or table.has("den_ngay")
    column, values = table.measured_where
    assert table.has(column) or "" in values


@filled_in
def test_a_row_is_known_and_shown(table: Table) -> None:
    """It has a key and a page: one of the commune, or that of the indicator that the row names. A row without
    numbers has a name in sentences.
    """
    assert table.key
    assert table.page in {*SUBJECTS, SOURCES} or (not table.page and table.has("chi_tieu"))
    assert bool(table.noun) != any(column.kind in ("count", "quantity") for column in table.columns)


@filled_in
def test_officers_are_told_what_goes_in(table: Table) -> None:
    """The sheet and each column have words that Excel can show; only counts may share theirs."""
    assert table.form_words
    assert len(table.title) <= 31
    counted = count("", "", "").explained
    for column in table.columns:
        assert 0 < len(column.explained) <= 255
        assert column.kind == "count" or column.explained != counted
        assert len({slug(words) for words in (column.choices or {}).values()}) == len(column.choices or {})


@filled_in
def test_a_case_has_a_file_of_it(table: Table) -> None:
    """Tests of forms and pages work on a commune that has every table."""
    (commune,) = (CASES / "mot-xa" / "xa").glob("*")
    assert (commune / table.file).is_file()


def test_the_guide_names_every_table() -> None:
    """In the list of a commune's files each stands once, in the order of the tables."""
    named = [name for files, _ in rows_of_guide("", "cac-bang") for name in files.split(", ") if name.endswith(".csv")]
    assert named == [table.file for table in TABLES]
    assert len({slug(words) for table in TABLES for words in (table.title, table.name)}) >= len(TABLES)


def test_a_table_with_numbers_melts() -> None:
    """Rows with counts or quantities become figures; no others do."""
    for table in TABLES:
        numbers = any(column.kind in ("count", "quantity") for column in table.columns)
        assert (table.melt is not None) == numbers, table.name
