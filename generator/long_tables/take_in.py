"""A table of many communes brought into their folders: each commune alone, all of its rows or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.commune.examine import has_error
from generator.commune.survey import shared_by_all
from generator.forms.added_rows import with_those_there
from generator.forms.bring_in import Came, Imported, bring_in
from generator.forms.cells import Cell
from generator.forms.rows import FormRow
from generator.language.vietnamese import read_date
from generator.long_tables.communes import named
from generator.long_tables.grid import Grid, read_grid
from generator.long_tables.heading_rows import Headings, headings_of
from generator.long_tables.lines import Fault, Line, Rows
from generator.long_tables.propose import proposed
from generator.long_tables.read_rows import read_rows
from generator.long_tables.table_map import TableMap
from generator.long_tables.table_problems import in_table
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem, Refused
from generator.reading.catalogue_files import catalogue_home, read_units
from generator.reading.data_folder import commune_folder, read_folder
from generator.reading.province import Province, province_of
from generator.tables import nguon


@dataclass(frozen=True, slots=True)
class LongTable:
    """What became of a table: what was read of it, and by its code what came of each commune that has lines."""

    province: Province
    rows: Rows
    communes: Mapping[str, Imported]

    @property
    def whole(self) -> list[Fault]:
        """Faults that are no one commune's: with one of them nothing is written."""
        return [fault for fault in self.rows.faults if not fault.code]

    @property
    def held_back(self) -> list[str]:
        """The codes of the communes that are not written."""
        faulty = {fault.code for fault in self.rows.faults if fault.code}
        return sorted(faulty | {code for code, came in self.communes.items() if came.broken})

    @property
    def broken(self) -> bool:
        """Whether anything is held back."""
        return bool(self.whole or self.held_back)


def catalogue_of(data: Path) -> Catalogue:
    """The catalogue that serves a data folder. Raises Refused where it has errors."""
    shared = shared_by_all(data, dt.date.today())
    if shared.catalogue is None or has_error(shared.problems):
        raise Refused("Danh mục của thư mục dữ liệu có lỗi: chạy portal check, sửa các lỗi ấy trước.")
    return shared.catalogue


def table_at(path: Path, sheet: str = "") -> tuple[Grid, Headings]:
    """The cells of a table and its headings. Raises Refused where there are none."""
    grid = read_grid(path, sheet)
    headings = headings_of(grid)
    if headings is None:
        raise Refused(
            f"“{path.name}”: không thấy dòng tiêu đề có cột xã trong các dòng đầu. Đặt tiêu đề cột ấy là “Tên xã” "
            "(hoặc “Mã xã”, “Đơn vị”) rồi chạy lại."
        )
    return grid, headings


def proposal(path: Path, data: Path) -> TableMap:
    """The mapping that a table's headings suggest. Raises Refused where it has none."""
    return proposed(*table_at(path), catalogue_of(data), read_units(catalogue_home(data)))


def look_at_table(path: Path, data: Path, map: TableMap) -> LongTable:
    """What a table would make of the communes' folders by a mapping; nothing is written."""
    catalogue, province = catalogue_of(data), province_of(data, map.province)
    rows = read_rows(*table_at(path, map.sheet), map, catalogue, named(province.communes))
    names = {unit.code: unit.name for unit in province.communes}
    rows.faults += [
        Fault(line.row, "", line.code, f"{names[line.code]} chưa có thư mục trong dữ liệu.",
              f"Chạy portal new {line.code}, hoặc portal new --tinh {province.unit.code} cho cả tỉnh.")
        for line in {line.code: line for line in rows.lines if line.code not in province.folders}.values()
    ]  # fmt: skip
    faulty = {fault.code for fault in rows.faults}
    codes = [] if "" in faulty else sorted({line.code for line in rows.lines} - faulty)
    made = {
        code: _commune(path.name, data, province.folders[code], [one for one in rows.lines if one.code == code],
                       map, catalogue)
        for code in codes
    }  # fmt: skip
    return LongTable(province, rows, made)


def _commune(file: str, data: Path, name: str, lines: Sequence[Line], map: TableMap, catalogue: Catalogue) -> Imported:
    folder, problems = commune_folder(data, name), list[Problem]()
    read = read_folder(folder, catalogue, problems)
    if read.commune is None or has_error(problems):
        return Imported(tuple(problems))
    made = [(table, [FormRow(line.row, line.cells) for line in lines if line.table is table])
            for table in dict.fromkeys(line.table for line in lines)]  # fmt: skip
    if not any(row.table == nguon.TABLE.name and row["nguon"] == map.source["ma"] for row in read.records):
        made = [(nguon.TABLE, [FormRow(0, _source(map))]), *made]
    tables = [with_those_there(table, rows, read.records, file) for table, rows in made]
    came = Came(file, folder, map.reason, read, tables, problems, "Bảng", "Ghi ly_do vào bản đồ cột rồi chạy lại")
    made_of = bring_in(came, catalogue)
    return replace(made_of, problems=tuple(in_table(problem, map) for problem in made_of.problems))


def _source(map: TableMap) -> dict[str, Cell]:
    own = {**map.source, "nguon": map.source["ma"], "tinh_trang": "co_so"}
    own |= {name: map.period.get(name, "") for name in ("ky", "tu_ngay", "den_ngay")}
    days = {name: date.isoformat() for name in ("ngay", "ngay_biet") if (date := read_date(own[name]))}
    cells = {**own, **days}
    return {column.name: Cell(cells[column.name]) for column in nguon.TABLE.columns if cells.get(column.name)}
