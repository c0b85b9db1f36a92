"""Two people read every document apart; here their readings agree.

The first reading is the commune's tables. The second, `doc-lai/{document}.csv`, was written from
the source text without sight of the first: one row for each number, target or directive, with the
section it stands in and the number as printed. What this proves: no figure that the second reader
saw is missing from the tables, and no figure stands in the tables that the second reader did not
find, with the same number, in one of the sections the table names. Differences were settled
against the source text, and the reading that was wrong was mended; there are no exceptions here.

A cell that a table leaves blank is no figure, save in `chi-tieu` (a blank the document prints) and
`van-ban` (a directive printed without number). Words for none ("chưa có") are the number 0.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support import ROOT, TESTS

from generator.tables.all_tables import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLES = [path for path in sorted((ROOT / "data" / "xa").glob("*/*.csv")) if path.stem in BY_NAME]
DOCUMENTS = sorted(path.stem for path in (TESTS / "doc-lai").glob("*.csv"))
KINDS = {"muc-tieu": "muc_tieu", "van-ban": "van_ban"}
BLANK_COUNTS = {"chi-tieu", "van-ban"}

Key = tuple[str, str, str]
"""Kind of figure, section, number."""


def number(text: str) -> str:
    """Keep the bare numbers of a cell, so that only what is printed in digits is compared.

    >>> number("khoảng 55%–60%"), number("07/10"), number("0,316 tỷ đồng"), number("Chưa có"), number("")
    ('55 60', '7/10', ',316', '0', '')
    """
    found = re.findall(r"\d+(?:[.,/]\d+)*", text)
    return " ".join(part.lstrip("0") or "0" for part in found) or ("0" if text.strip() else "")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cells(document: str) -> Iterator[tuple[str, dict[str, str], str, str]]:
    """Each filled-in figure of a document: table, row, cell, and the number as printed."""
    for path in TABLES:
        columns = [c.name for c in BY_NAME[path.stem].columns if c.kind in ("count", "quantity")]
        for row in rows(path):
            if path.stem == "nguon" or row["nguon"] != document:
                continue
            for name in ["so_hieu"] if path.stem == "van-ban" else columns:
                cell = row.get(name, "")  # a table lacks columns that came later
                if cell or path.stem in BLANK_COUNTS:
                    yield path.stem, row, cell, cell and (row.get("nhu_in") or cell)


def first_reading(document: str) -> dict[str, set[Key]]:
    """Where each figure of the tables may be found; the figure named so that a person finds it."""
    found: dict[str, set[Key]] = {}
    for table, row, cell, printed in cells(document):
        kind, value = KINDS.get(table, "so_lieu"), printed if table == "van-ban" else number(printed)
        sections = {place.split(":")[0].strip() for place in row["vi_tri"].split(" | ")}
        name = f"{table}: {row.get('chi_tieu', '')} “{cell}” ({row['vi_tri']})"
        found[name] = {(kind, section, value) for section in sections}
    return found


def second_reading(document: str) -> dict[str, Key]:
    return {
        f"{row['loai']} “{row['nhu_in']}” ({row['muc']}: {row['trich']})": (
            row["loai"], row["muc"], row["nhu_in"] if row["loai"] == "van_ban" else number(row["nhu_in"])
        )
        for row in rows(TESTS / "doc-lai" / f"{document}.csv")
    }  # fmt: skip


@pytest.mark.parametrize("document", DOCUMENTS)
def test_tables_have_all_that_the_second_reader_saw(document: str) -> None:
    tables = set().union(*first_reading(document).values())
    assert [name for name, key in second_reading(document).items() if key not in tables] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_second_reader_saw_all_that_the_tables_have(document: str) -> None:
    seen = set(second_reading(document).values())
    assert [name for name, keys in first_reading(document).items() if not keys & seen] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_cell_and_printed_words_hold_the_same_digits(document: str) -> None:
    for table, row, cell, printed in cells(document):
        whole = row["gia_tri"] + row["gia_tri_den"] if table == "muc-tieu" else cell
        assert re.sub(r"\D", "", whole) == re.sub(r"\D", "", printed), row["vi_tri"]
