"""What the sheets of the Excel form hold: headings, values, lists, sums to compare. No spreadsheet is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.forms.cells import Value, shown
from generator.forms.names import Names, names_in
from generator.forms.words import CHECK, LISTS
from generator.language.numbers import MONEY
from generator.model.catalogue import Catalogue, Relation
from generator.model.choices import OVER
from generator.model.record import Record
from generator.tables import ngan_sach, nguon
from generator.tables.all_tables import TABLES
from generator.tables.table import Column, Table

HEADER = 3
"""The row of the headings, below the sheet's title and its one line of explanation."""
FIRST = HEADER + 1
SPARE = 100
"""Prepared empty rows below those that are filled in."""
REQUIRED_MARK = " *"

TEXT, DATE, COUNT, AMOUNT = "@", "dd/mm/yyyy", "#,##0", '#,##0 "đồng"'
_ALIKE = ("bang", "giai_doan", "cap_giao", "tu_ngay", "den_ngay", "nguon")
"""What the parts of an amount have in common with it."""
_WIDTHS = {"indicator": 44, "date": 13, "count": 13, "choice": 20, "source": 18, "thing": 44}


@dataclass(frozen=True, slots=True)
class Check:
    """A grey column of formulas beside the table, which nobody fills in: `formulas` one a row from FIRST on.

    `alarm` is a formula for the first row that is true where the row deserves a second look.
    """

    heading: str
    formulas: tuple[str, ...]
    alarm: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as a sheet: the rows that are there, then empty ones down to row `last`."""

    table: Table
    rows: tuple[tuple[Value, ...], ...]
    last: int
    checks: tuple[Check, ...]

    def letter_of(self, column: str) -> str:
        """The letter of a column of the table."""
        return letter([c.name for c in self.table.columns].index(column) + 1)


def letter(number: int) -> str:
    """The name of a spreadsheet's column: 1 is A, 27 is AA."""
    before, last = divmod(number - 1, 26)
    return (letter(before) if before else "") + chr(ord("A") + last)


def heading(column: Column) -> str:
    """The heading of a column, marked where its cells must be filled in."""
    return column.heading + (REQUIRED_MARK if column.required else "")


def format_of(column: Column) -> str:
    """The number format in which a column's empty cells wait."""
    if column.unit == MONEY:
        return AMOUNT
    return {"date": DATE, "count": COUNT}.get(column.kind, TEXT)


def width_of(column: Column) -> int:
    """A width, in characters, at which the column reads well."""
    return _WIDTHS.get(column.kind, 46 if column.long else 20)


def sheets(records: Sequence[Record], catalogue: Catalogue) -> list[Sheet]:
    """The tables of one commune as sheets, in the order of `TABLES`."""
    names = names_in(catalogue, records)
    rows = {table.name: [row for row in records if row.table == table.name] for table in TABLES}
    return [_sheet(table, rows[table.name], names, catalogue.relations) for table in TABLES]


def _sheet(table: Table, records: Sequence[Record], names: Names, relations: Sequence[Relation]) -> Sheet:
    rows = tuple(tuple(shown(row, column, names) for column in table.columns) for row in records)
    last = FIRST + len(rows) + SPARE - 1
    bare = Sheet(table, rows, last, ())
    checks = (*_sums(bare, relations), *_children(bare))
    return Sheet(table, rows, last, checks)


def _sums(sheet: Sheet, relations: Sequence[Relation]) -> Iterator[Check]:
    """Whole minus parts, for each sum of the catalogue whose terms are all columns of the table."""
    columns = {column.melts_to: column for column in sheet.table.columns if column.melts_to}
    for relation in relations:
        if relation.kind != "tong" or not columns.keys() >= {relation.whole, *relation.parts}:
            continue
        extra = [name for name in relation.optional if name in columns]
        whole, *parts = (columns[name] for name in (relation.whole, *relation.parts, *extra))
        letters = [sheet.letter_of(column.name) for column in (whole, *parts)]
        words = f"{CHECK} {whole.heading} − ({' + '.join(part.heading for part in parts)})"
        yield Check(
            words,
            tuple(_difference(letters, len(extra), row) for row in range(FIRST, sheet.last + 1)),
            "AND(ISNUMBER({here}),{here}<>0)",
        )


def _difference(letters: Sequence[str], extra: int, row: int) -> str:
    """Whole minus parts, once all of them are filled in but the last `extra`, which count where they are."""
    whole, *parts = (f"{name}{row}" for name in letters)
    needed = [whole, *parts[: len(parts) - extra]]
    total = f"SUM({','.join(parts)})" if extra else f"({'+'.join(parts)})"
    return f'=IF(COUNT({",".join(needed)})<{len(needed)},"",{whole}-{total})'


def _children(sheet: Sheet) -> Iterator[Check]:
    """The sum of a budget line's children in its table, stage, period and document; an alarm where they are said to be
    all and do not add up.
    """
    if sheet.table is not ngan_sach.TABLE:
        return
    line, amount, all_there = map(sheet.letter_of, ("ma_dong", "so_tien", "du_dong_con"))
    sums = f"${amount}${FIRST}:${amount}${sheet.last}"
    pairs = [("ma_cha", line), *((name, sheet.letter_of(name)) for name in _ALIKE)]
    columns = [(f"${(own := sheet.letter_of(name))}${FIRST}:${own}${sheet.last}", other) for name, other in pairs]

    def formula(row: int) -> str:
        alike = "*".join(f"({column}={other}{row})" for column, other in columns)
        return f'=IF({line}{row}="","",IF(SUMPRODUCT({alike})=0,"",SUMPRODUCT({alike},{sums})))'

    yield Check(
        f"{CHECK} Cộng các khoản con",
        tuple(formula(row) for row in range(FIRST, sheet.last + 1)),
        f'AND(${all_there}{FIRST}="có",ISNUMBER(${amount}{FIRST}),ISNUMBER({{here}}),${amount}{FIRST}<>{{here}})',
    )


# --- the sheet of lists -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lists:
    """The last sheet: what drop-downs offer. Row 1 of `rows` is FIRST; a column of its own for each list of words.

    `width` is the greatest number of breakdowns; `indicators` the number of indicators; `words` maps a
    heading to its list.
    """

    rows: tuple[tuple[str, ...], ...]
    width: int
    words: Mapping[str, tuple[str, ...]]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of the indicators' part."""
        return ("Chỉ tiêu", "Đơn vị", "Mã", *(f"Phân tổ {number}" for number in range(1, self.width + 1)))

    @property
    def first_list(self) -> int:
        """The number of the first column that holds a list of words: a blank column stands before it."""
        return len(self.headings) + 2

    def place_of(self, table: Table, column: Column) -> str:
        """The range or formula that a drop-down of this column shows; '' where it has none."""
        if (name := _list_name(table, column)) in self.words:
            number = self.first_list + list(self.words).index(name)
            return _range(LISTS, number, FIRST + len(self.words[name]) - 1)
        if column.kind == "indicator":
            return _range(LISTS, 1, FIRST + len(self.rows) - 1)
        if column.kind == "source":
            return _range(nguon.TABLE.title, 1, FIRST + 10 * SPARE)
        if column.kind == "breakdown":
            own = letter([c.name for c in table.columns].index("chi_tieu") + 1)
            row = f"MATCH(${own}{FIRST},'{LISTS}'!$A:$A,0)-1"
            count = f"COUNTA(OFFSET('{LISTS}'!$D$1,{row},0,1,{max(1, self.width)}))"
            return f"OFFSET('{LISTS}'!$D$1,{row},0,1,MAX(1,{count}))"
        return ""


def _range(sheet: str, column: int, last: int) -> str:
    return f"'{sheet}'!${letter(column)}${FIRST}:${letter(column)}${last}"


def _list_name(table: Table, column: Column) -> str:
    return f"{table.title}: {column.heading}"


def lists(catalogue: Catalogue, records: Sequence[Record] = ()) -> Lists:
    """Indicators with unit and breakdowns, and the words of every column that has a list of choices; of what progress
    is reported of those that are not over yet.
    """
    names = names_in(catalogue, records)
    over = {row["viec"] for row in records if row["trang_thai"] in OVER}
    things = {code: words for code, words in names.things.items() if code not in over}
    return Lists(
        rows=tuple(
            (name, catalogue.indicators[id].unit, id, *names.breakdowns[id].values())
            for id, name in names.indicators.items()
        ),
        width=max(map(len, names.breakdowns.values()), default=0),
        words={
            _list_name(table, column): tuple(options.values())
            for table in TABLES
            for column in table.columns
            if (options := things if column.kind == "thing" else column.options(catalogue))
        },
    )
