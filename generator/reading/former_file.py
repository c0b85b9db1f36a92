"""The list of what was before 1 July 2025, read and held against today's list; a faulty row becomes a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.model.commune import AdminUnit
from generator.model.former import Former, FormerUnit
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.model.record import Record
from generator.reading.folders import Folder
from generator.reading.split import split
from generator.reading.text_files import read_table, read_text
from generator.tables.don_vi_cu import TABLE

_COMMUNE = re.compile(r"(?P<code>\d{5})?(?: ?(?P<name>[^\W\d_][^;>]*?))?(?: ?> (?P<now>\d{5}(?: và \d{5})*))?")
"""One commune of a district, as the table says."""


def read_former(folder: Folder, units: Mapping[str, AdminUnit], problems: list[Problem]) -> Former | None:
    """The units of before; None where the folder does not bring the list."""
    if TABLE.file not in folder.names:
        return None
    text = read_text(folder, TABLE.file, problems)
    if text is None:
        return {}
    found: dict[str, FormerUnit] = {}
    for row in read_table(f"{folder.place}/{TABLE.file}", split(text, TABLE), TABLE, "", problems):
        try:
            for one in _of_row(row, units, found):
                found[one.code] = one
        except ValueError as fault:
            problems.append(
                row.problem("xa" if len(row["ma"]) == 3 else "ma", "danh-muc-sai", f"{fault}.",
                            "Viết như “19384 Xã Hiền Thành > 19372 và 19405”: mã cũ, tên cũ, dấu >, mã ngày nay. Hoặc "
                            "chép lại cả tệp từ bản trước.")
            )  # fmt: skip
    return _joined(found.values())


def fitting(former: Former, units: Mapping[str, AdminUnit]) -> Former:
    """What a list of today that has but some communes can say: communes of before that lie in these alone, and what is
    known of the units above them.
    """
    there = {one.code: replace(one, now=tuple(code for code in one.now if code in units)) for one in former.values()}
    return {code: one for code, one in there.items() if one.now and (len(code) < 5 or one == former[code])}


def _of_row(row: Record, units: Mapping[str, AdminUnit], found: Mapping[str, FormerUnit]) -> Iterator[FormerUnit]:
    """The unit of a row and its communes. Raises ValueError where a code or the cell is not as it should be."""
    code, within = row["ma"], row["thuoc"]
    if not re.fullmatch(r"\d{3}" if within else r"\d{2}", code):
        raise ValueError(f"Mã “{code}” của “{row['ten']}” không đúng: tỉnh có 2 chữ số, huyện có 3 chữ số")
    if code in found:
        raise ValueError(f"Mã “{code}” có hai dòng")
    if within and within not in found:
        raise ValueError(f"Không có dòng nào ở trên của tỉnh mang mã “{within}”")
    own: list[str] = []
    communes: list[FormerUnit] = []
    for text in row["xa"].split("; ") if row["xa"] else ():
        read = _COMMUNE.fullmatch(text)
        now = (read["now"] or read["code"] or "").split(" và ") if read else []
        if not read or not now[0]:
            raise ValueError(f"Không đọc được “{text}”")
        if lost := next((one for one in now if one not in units or not units[one].province), ""):
            raise ValueError(f"Mã “{lost}” trong “{text}” không có trong danh mục ngày nay")
        if not read["code"]:
            own += now
            continue
        if not read["name"] and read["code"] not in units:
            raise ValueError(f"“{text}” thiếu tên cũ")
        if read["code"] in found or any(one.code == read["code"] for one in communes):
            raise ValueError(f"Mã “{read['code']}” có hai chỗ")
        communes.append(FormerUnit(read["code"], read["name"] or units[read["code"]].name, code, tuple(now)))
    yield FormerUnit(code, row["ten"], within, tuple(own))
    yield from communes


def _joined(units: Iterable[FormerUnit]) -> Former:
    """The units, those above communes lying in whatever these lie in."""
    there = {one.code: one for one in units}
    for digits in (5, 3):
        parts = grouped((one for one in there.values() if len(one.code) == digits), lambda one: one.within)
        for code, own in parts.items():
            now = {*there[code].now, *(one for part in own for one in part.now)}
            there[code] = replace(there[code], now=tuple(sorted(now)))
    return there
