"""Words where a code is asked for: read as the code where they can mean no other, and noted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from generator.language.no_number import says_unknown
from generator.language.period_words import read_period
from generator.language.vietnamese import read_date, show_date
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.record import Record
from generator.reading.cell_text import Changes
from generator.reading.header import key
from generator.reading.values import with_values
from generator.tables.all_tables import TABLES
from generator.tables.table import Column, Table

_SIGNS = {"≥": ">=", "≤": "<=", "=>": ">=", "=<": "<="}
_ALSO = {
    "hoan_thanh": "da_xong",
    "da_hoan_thanh": "da_xong",
    "dang_trien_khai": "dang_lam",
    "dang_thuc_hien": "dang_lam",
}
"""What reports call a state beside its own words."""
_NO_DAY = frozenset({"khong_ghi_ngay", "khong_ghi", "khong_neu_ngay", "khong_neu", "khong_in_ngay", "khong_co_ngay"})
"""What is written where a day would stand and the document gives none."""
_IDS = frozenset({*(table.id_column for table in TABLES), "ma_cha"})
_PLAIN_ID = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_UNMARKED = {"ty": "tỷ", "ti": "tỷ", "trieu": "triệu", "nghin": "nghìn", "ngan": "nghìn", "dong": "đồng"}
_UNMARKED_MONEY = re.compile(r"[0-9][0-9.,]*(?: ?(?:ty|ti|trieu|nghin|ngan))?(?: ?dong)?", re.IGNORECASE)


def as_meant(
    records: Iterable[Record], table: Table, catalogue: Catalogue, problems: list[Problem]
) -> Iterator[Record]:
    """The rows of one file with codes in the place of words; notes, and rows whose cells stand beside their columns,
    are added to `problems`.
    """
    changes: dict[str, Changes] = {}
    for record in records:
        if by := _moved(record, table):
            problems.append(_beside(record, by))
            continue
        cells, undated = dict(record.cells), set[str]()
        for column in table.columns:
            value = cells.get(column.name, "")
            certain = value and not re.search("[?…]", value)
            code = _code(column, value, cells, catalogue) if certain else value
            if column.kind == "date" and key(value) in _NO_DAY:
                undated.add(column.name)
                cells[column.name] = ""
            elif code != value:
                cells[column.name] = code
                changes.setdefault(record.file, Changes(record.file)).note("ma", record.line, f"“{value}” là {code}")
            if column.kind in ("count", "quantity") and says_unknown(value):
                changes.setdefault(record.file, Changes(record.file)).note("trong", record.line, f"“{value}”")
        if "den_ngay" not in undated and _wants_days(cells, table):
            noted = changes.setdefault(record.file, Changes(record.file))
            if period := _days_of(cells):
                cells |= period
                noted.note("ky", record.line, f"“{cells['ky']}” đến ngày {show_date(period['den_ngay'])}")
            else:
                noted.note("khong-ngay", record.line, "")
        yield with_values(replace(record, cells=cells), table, catalogue)
    for told in changes.values():
        problems += told.problems()


def _wants_days(cells: Mapping[str, str], table: Table) -> bool:
    """Whether a row is of a period whose last day is left blank, without a word that the document gives none."""
    return table.has_period and bool(cells.get("ky")) and not cells.get("den_ngay")


def _days_of(cells: Mapping[str, str]) -> dict[str, str]:
    """The days that the words of a period name. What is counted within the period begins with it; a state has no
    beginning, a total may have an earlier one.
    """
    if not (period := read_period(cells.get("ky", ""))):
        return {}
    within = cells.get("loai_ky") == "trong_ky" and not cells.get("tu_ngay")
    return {"den_ngay": period.end} | ({"tu_ngay": period.start} if within else {})


def _code(column: Column, value: str, cells: Mapping[str, str], catalogue: Catalogue) -> str:
    """What a cell means; the cell itself where that is not certain."""
    if column.choices:
        also = _ALSO.get(key(value), "")
        known = _SIGNS.get(value) or (also if also in column.choices else "")
        return value if value in column.choices else known or _choices(column).get(key(value), value)
    if column.kind == "source" or column.name in _IDS:
        return value.lower() if _PLAIN_ID.fullmatch(value) else value
    if column.kind == "indicator" and value not in catalogue.indicators:
        return code_of(value, {id: indicator.name for id, indicator in catalogue.indicators.items()})
    if column.kind in ("breakdown", "subject"):
        indicator = catalogue.indicators.get(cells.get("chi_tieu", ""))
        parts = indicator.breakdowns if indicator else {}
        return code_of(value, parts if column.kind == "breakdown" else column.options(catalogue))
    if column.kind == "quantity" and value[-1].isalpha() and _UNMARKED_MONEY.fullmatch(value):
        return re.sub(r"[a-z]+", lambda word: _UNMARKED[word[0]], value.lower())
    return value


def code_of(text: str, words: Mapping[str, str]) -> str:
    """The code that a text is or says, by codes and their words; case, tone marks and blanks are forgiven. The text
    itself where it may mean none or more than one.
    """
    return text if text in words else _codes(tuple(words.items())).get(key(text), text)


@lru_cache(maxsize=64)
def _choices(column: Column) -> Mapping[str, str]:
    return _codes(tuple((column.choices or {}).items()))


@lru_cache(maxsize=256)
def _codes(named: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Every way to write one of some codes, by itself or by its words, that no other of them shares."""
    ways: dict[str, set[str]] = {}
    for code, words in named:
        for way in {key(code), key(words)} - {""}:
            ways.setdefault(way, set()).add(code)
    return {way: codes.pop() for way, codes in ways.items() if len(codes) == 1}


_STEPS = (1, -1, 2, -2)


def _moved(record: Record, table: Table) -> int:
    """By how many columns the cells of a row stand too far right (below 0: left); 0 where they stand right, or nobody
    can tell. Dates and choices tell: at least two of them in wrong columns, none after the row is moved back.
    """
    columns = [table.column(name) for name in record.cells]
    values = list(record.cells.values())
    if _fit(columns, values)[1] < 2:
        return 0
    for by in _STEPS:
        back = values[by:] + [""] * by if by > 0 else [""] * -by + values[:by]
        right, wrong = _fit(columns, back)
        if right >= 2 and not wrong:
            return by
    return 0


def _fit(columns: Iterable[Column], values: Iterable[str]) -> tuple[int, int]:
    """How many dates and choices of a row are such, and how many are something else."""
    found = [
        read_date(value) is not None if column.kind == "date" else _is_choice(column, value)
        for column, value in zip(columns, values, strict=True)
        if value and (column.kind == "date" or (column.choices and not _other_words(column, value)))
    ]
    return sum(found), len(found) - sum(found)


def _other_words(column: Column, value: str) -> bool:
    """Whether a cell may hold words of a document that are none of its column's choices."""
    return column.open and not _is_choice(column, value) and re.search(r"[^\W\d_]{2}", value) is not None


def _is_choice(column: Column, value: str) -> bool:
    return value in (column.choices or ()) or value in _SIGNS or key(value) in _choices(column)


def _beside(record: Record, by: int) -> Problem:
    side, back = ("phải", "trái") if by > 0 else ("trái", "phải")
    how = (
        "chọn các ô trống thừa ở đầu dòng, bấm chuột phải, Xóa (Delete) → Dồn ô sang trái (Shift cells left)"
        if by > 0
        else "chọn ô đầu dòng, bấm chuột phải, Chèn (Insert) → Dồn ô sang phải (Shift cells right)"
    )
    return record.problem(
        "", "lech-cot", f"Các ô của dòng này nằm lệch sang {side} {abs(by)} cột so với tiêu đề.",
        f"Dời các ô của dòng sang {back} {abs(by)} cột, rồi điền lại ô nào bị mất khi dán. Trong Excel: {how}.",
    )  # fmt: skip
