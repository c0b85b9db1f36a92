"""What an officer does with a form of the made-up commune `cases/mot-xa`, and what becomes of the data."""

from __future__ import annotations

import csv
import io
import pickle
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from support import CASES, ROOT

from generator.forms.bring_in import Imported
from generator.forms.merge import merge
from generator.forms.own_process import Limits
from generator.forms.read_form import Page, read_form
from generator.forms.rows import filled
from generator.forms.sheets import HEADER, REQUIRED_MARK
from generator.language.vietnamese import slug
from generator.reading.catalogue_files import load_catalogue
from generator.reading.folders import on_disk
from generator.tables.all_tables import BY_NAME, TABLES

CASE = CASES / "mot-xa"
CODE = "15910"
HOME = "xa/15910-hoang-son"
SAVED = ROOT / "tests" / "forms"
TTHC, SOURCES, OTHERS, BUDGET, TASKS = (
    BY_NAME[name].title for name in ("tthc", "nguon", "chi-tieu", "ngan-sach", "nhiem-vu")
)
Change = Callable[[Any], None]


def column(page: Worksheet, heading: str) -> int:
    """The number of a column by its heading, wherever it stands."""
    cells = (cell for row in page.iter_rows(max_row=HEADER + 5) for cell in row if isinstance(cell.value, str))
    return next(c.column for c in cells if slug(str(c.value).removesuffix(REQUIRED_MARK)) == slug(heading))


def edit(path: Path, *edits: tuple[str, int, str, Any]) -> Path:
    """Write values into a form: sheet, row, heading, value, as a person types them."""

    def type_in(book: Any) -> None:
        for sheet, row, heading, value in edits:
            book[sheet].cell(row, column(book[sheet], heading)).value = value

    return reshape(path, type_in)


def reshape(path: Path, change: Change) -> Path:
    """Let `change` do to the workbook what a person does with mouse and menus."""
    book = pickle.loads(_book(path.read_bytes()))  # noqa: S301 (ours)
    change(book)
    book.save(path)
    return path


@lru_cache(maxsize=8)
def _book(content: bytes) -> bytes:
    """A workbook, packed: to unpack it takes a fifth of reading it."""
    return pickle.dumps(load_workbook(io.BytesIO(content)))


def cells(text: str) -> dict[tuple[int, str], str]:
    """The cells of a table that say something: line and column to text."""
    rows = csv.DictReader(text.splitlines(keepends=True))
    return {(line, name): value for line, row in enumerate(rows, 2) for name, value in row.items() if value}


def changed(data: Path) -> dict[tuple[str, int, str], str]:
    """The cells in which the tables of a data folder differ from the made-up commune's."""
    found: dict[tuple[str, int, str], str] = {}
    for table in (one for one in TABLES if (data / HOME / one.file).is_file()):
        old, new = (cells((folder / HOME / table.file).read_text(encoding="utf-8")) for folder in (CASE, data))
        places = [place for place in old | new if old.get(place) != new.get(place)]
        found |= {(table.name, *place): new.get(place, "") for place in places}
    return found


def codes(came: Imported) -> set[str]:
    return {problem.code for problem in came.problems}


@cache
def catalogue() -> Any:
    """The project's catalogue."""
    return load_catalogue(on_disk(ROOT / "data" / "danh-muc", "danh-muc"), [])[0]


def brought(pages: list[Page], *names: str) -> dict[str, dict[tuple[int, str], str]]:
    """The cells of tables after a form, by table: all of them, or those named."""
    problems: list[Any] = []
    made = {}
    for table in filled("bieu.xlsx", pages, catalogue(), problems):
        if not names or table.table.name in names:
            old = (CASE / HOME / table.table.file).read_text(encoding="utf-8")
            made[table.table.name] = cells(merge(old, table, catalogue()).text)
    assert problems == []
    return made


@cache
def pages_of(path: Path) -> list[Page]:
    return read_form(path)


def read_here(function: Callable[[Path], Any], path: Path, _: Limits) -> Any:
    """What `apart` gives, without a process of its own; packed and unpacked as an answer is."""
    own = function if isinstance(function, partial) else partial(function)
    return pickle.loads(_answer(own.func, tuple(own.keywords.items()), path.name, path.read_bytes()))  # noqa: S301 (ours)


@lru_cache(maxsize=8)
def _answer(function: Callable[..., Any], more: tuple[tuple[str, Any], ...], name: str, content: bytes) -> bytes:
    """The same bytes of the same name are read once."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        return pickle.dumps(function(Path(folder) / name, **dict(more)))


def packed(path: Path, parts: dict[str, bytes]) -> bytes:
    """An archive of these parts, written to `path`; returns its bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path.read_bytes()


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of an archive: name to content."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
