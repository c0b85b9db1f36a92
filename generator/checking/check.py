"""All rules that need no arithmetic, on rows and on the whole: `check` runs them.

Rules that need values of several rows live in `differences`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence

from generator.checking.of_catalogue import sound_catalogue
from generator.checking.of_dates import DAY_RULES, years_agree
from generator.checking.of_money import MONEY_RULES
from generator.checking.of_places import PLACE_RULES
from generator.checking.of_progress import PROGRESS_RULES
from generator.checking.of_rows import ROW_RULES, Context, short_cells
from generator.checking.of_spelling import one_spelling
from generator.checking.of_values import VALUE_RULES
from generator.language.vietnamese import fold, lowered, same_name, show_date, slug
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables import muc_tieu_quoc_gia, nguon
from generator.tables.all_tables import OF_A_COMMUNE, OF_A_PROVINCE
from generator.tables.table import Table

_TABLES = {table.name: table for table in (*OF_A_COMMUNE, *OF_A_PROVINCE, muc_tieu_quoc_gia.TABLE)}


def _rows(dataset: Dataset, table: Table) -> list[Record]:
    return [row for row in dataset.records if row.table == table.name]


def unique_keys(dataset: Dataset) -> Iterator[Problem]:
    """Ids of sources, targets, tasks and proposals occur once."""
    seen: dict[tuple[str, str], int] = {}
    for row in dataset.records:
        table = _TABLES[row.table]
        column = table.id_column
        if not table.has_unique_ids or not row[column]:
            continue  # an empty id is told by another rule
        key = (row.file, row[column])
        if (first := seen.setdefault(key, row.line)) != row.line:
            yield row.problem(
                column, "ma-lap", f"Mã “{row[column]}” đã dùng ở dòng {first} của cùng tệp.",
                f"Giữ nguyên dòng {first}, vì các dòng khác đã trỏ tới mã của nó; đổi mã ở dòng này, ví dụ thành "
                f"{row[column]}-2",
            )  # fmt: skip


def one_row_a_document(dataset: Dataset) -> Iterator[Problem]:
    """A document is registered once: no two sources of a commune have one number and one day, or, without a number,
    one title and the same days, unless one replaces the other.
    """
    seen: dict[tuple[str, ...], Record] = {}
    for row in _rows(dataset, nguon.TABLE):
        # `/BC-UBND` is a number left to fill in
        numbered = bool(row["so_hieu"] and row["ngay"]) and not row["so_hieu"].startswith("/")
        own = (row["so_hieu"],) if numbered else (row["ten"], row["ngay_biet"], row["ky"])
        first = seen.setdefault((row.commune, row["ngay"], fold(row["co_quan"]), *map(fold, own)), row)
        if first is not row and row["ten"] and first["nguon"] != row["thay_the"]:
            what = f"Văn bản {row['so_hieu']} ngày {show_date(row['ngay'])}" if numbered else f"“{row['ten']}”"
            yield row.problem(
                "so_hieu" if numbered else "ten", "nguon-lap", f"{what} đã đăng ký ở dòng {first.line}.",
                f"Xóa dòng này; bảng nào ghi “{row['nguon']}” ở cột nguon thì đổi thành {first['nguon']}. Nếu là hai "
                f"văn bản khác nhau thì sửa cột {'so_hieu hoặc ngay' if numbered else 'ten'} cho đúng từng văn bản.",
            )  # fmt: skip


def replacements_end(dataset: Dataset) -> Iterator[Problem]:
    """A document replaces one other that no third replaces, never itself, and no circle of documents each other."""
    for own in grouped(_rows(dataset, nguon.TABLE), lambda row: row.commune).values():
        replaces = {row["nguon"]: row["thay_the"] for row in own if row["thay_the"]}
        by: dict[str, Record] = {}
        for row in (row for row in own if row["thay_the"]):
            chain = [row["nguon"]]
            while (older := replaces.get(chain[-1], "")) and older not in chain:
                chain.append(older)
            if older:
                yield row.problem(
                    "thay_the", "thay-the-sai", f"Các văn bản thay thế lẫn nhau: {' → '.join([*chain, older])}.",
                    "Cột thay_the chỉ ghi ở dòng của văn bản mới, mã của văn bản cũ mà nó thay; ở dòng kia để trống.",
                )  # fmt: skip
            elif (first := by.setdefault(row["thay_the"], row)) is not row:
                yield row.problem(
                    "thay_the", "thay-the-sai",
                    f"Văn bản “{row['thay_the']}” đã được “{first['nguon']}” thay ở dòng {first.line}.",
                    f"Nếu văn bản này thay cả bản đã thay ấy: ghi {first['nguon']} vào cột thay_the; nếu gõ nhầm: ghi "
                    "lại mã đúng, hoặc để trống.",
                )  # fmt: skip


_HEADER = ",".join(column.name for column in nguon.TABLE.columns if column.required)


def _named(cited: Sequence[str]) -> str:
    return f", ở cột nguon ghi mã mà các bảng khác đã dùng: {', '.join(cited[:12])}" if cited else ""


def has_sources(dataset: Dataset) -> Iterator[Problem]:
    """Every commune registers at least one source document before anything is taken from one."""
    with_sources = {row.commune for row in _rows(dataset, nguon.TABLE)}
    with_rows = {row.commune for row in dataset.records}
    for commune in dataset.communes:
        if commune.code not in with_sources:
            cited = sorted({row["nguon"] for row in dataset.records if row.commune == commune.code} - {""})
            yield Problem(
                f"{commune.home}/{nguon.TABLE.file}", 1, "", "thieu-nguon",
                "error" if commune.code in with_rows else "warning",
                f"{commune.name} chưa đăng ký văn bản nguồn nào.",
                f"Ghi vào nguon.csv một dòng cho mỗi văn bản mà số liệu được lấy ra{_named(cited)}. Chưa có tệp thì "
                f"tạo tệp với dòng đầu: {_HEADER}",
            )  # fmt: skip


def names_of_the_commune(dataset: Dataset) -> Iterator[Problem]:
    """Where a row names its commune, it has the marks of the commune's name, unless it is printed so."""
    communes = {commune.code: commune for commune in dataset.communes}
    for row in dataset.records:
        table = _TABLES[row.table]
        column = table.agency_column
        if not row[column] or row["dung_nhu_van_ban"]:
            continue
        place = communes[row.commune]
        name, what = place.name, "tỉnh" if place.is_province else "xã"
        keep = "ghi “co” vào cột dung_nhu_van_ban của dòng này" if table.has("dung_nhu_van_ban") else "để nguyên"
        for written in _like(name, row[column]):
            yield row.problem(
                column, "ten-xa-sai-dau", f"Tên {what} ghi là “{written}”, khác dấu với tên của {what} là “{name}”.",
                f"Nếu gõ nhầm, sửa “{written}” trong ô này thành “{lowered(name)}”; nếu văn bản in như vậy, {keep}.",
                "warning",
            )  # fmt: skip


def _like(name: str, text: str) -> Iterator[str]:
    """Words of a text that are a name but for their marks."""
    words, length = re.findall(r"[\w'’]+", text), len(name.split(" "))
    for start in range(len(words) - length + 1):
        written = " ".join(words[start : start + length])
        if fold(written) == fold(name) and not same_name(written, name):
            yield written


def _of_row(row: Record, table: Table, context: Context) -> list[Problem]:
    """All problems of a row; of one with an endless cell only that, since others would repeat the cell."""
    rules = (*ROW_RULES, *DAY_RULES, *VALUE_RULES, *PLACE_RULES)
    return [*short_cells(row, table, context)] or [p for rule in rules for p in rule(row, table, context)]


def check(dataset: Dataset, day: dt.date) -> list[Problem]:
    """All problems of the rows of a commune on the day of the check, sorted by place."""
    odd = (problem for rule in _ODD for problem in rule(dataset))
    return sorted([*may_be_errors(dataset, day), *odd])


def may_be_errors(dataset: Dataset, day: dt.date, sound: Collection[Record] = ()) -> list[Problem]:
    """The same without rules that only warn. Rows that were found `sound` on a day before, by the same catalogue, are
    not looked at one by one where their documents are the same.
    """
    registered = _rows(dataset, nguon.TABLE)
    # an id written in capitals or with blanks is told once, not again by every row that has it right
    sources = {(row.commune, slug(row["nguon"])): row for row in registered}
    sources |= {(row.commune, row["nguon"]): row for row in registered}
    context = Context(dataset.catalogue, sources, day)
    looked_at = {id(row) for row in sound}
    documents = {row["nguon"] for row in registered if id(row) in looked_at}
    new = (row for row in dataset.records if id(row) not in looked_at or row["nguon"] not in {*documents, ""})
    problems = [problem for row in new for problem in _of_row(row, _TABLES[row.table], context)]
    whole = (unique_keys, *MONEY_RULES, *PROGRESS_RULES, one_row_a_document, replacements_end, has_sources)
    return [*problems, *(problem for rule in whole for problem in rule(dataset))]


_ODD = (names_of_the_commune, years_agree, one_spelling)
"""Rules on the whole that never find an error."""


def check_catalogue(catalogue: Catalogue, day: dt.date) -> list[Problem]:
    """All problems of what the communes share, sorted by place."""
    context = Context(catalogue, {}, day)
    rows = [p for row in catalogue.national_targets for p in _of_row(row, muc_tieu_quoc_gia.TABLE, context)]
    return sorted([*rows, *sound_catalogue(catalogue)])
