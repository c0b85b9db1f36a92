"""The rows of a table of many communes by a mapping: cells for each commune's tables, and every fault at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.forms.cells import Cell, Misread, ids, said
from generator.forms.names import Names, names_in
from generator.language.numbers import COUNT_UNIT, PERCENT
from generator.language.period_words import read_period
from generator.language.unreadable import Unreadable
from generator.language.vietnamese import slug
from generator.long_tables.communes import Named
from generator.long_tables.grid import Grid
from generator.long_tables.heading_rows import Headings
from generator.long_tables.lines import Fault, Line, Rows, column_of, is_number, is_total
from generator.long_tables.table_map import COMMUNE, COUNTS, DECLARED, OF_ROWS, SKIP, MappedColumn, TableMap
from generator.long_tables.totals import open_totals
from generator.long_tables.unlike import fits, unlike, with_unit
from generator.model.catalogue import Catalogue
from generator.model.commune import AdminUnit
from generator.reading.values import read
from generator.tables import chi_tieu, tthc


class _Of(NamedTuple):
    grid: Grid
    map: TableMap
    columns: Mapping[int, MappedColumn]
    catalogue: Catalogue
    names: Names


def read_rows(grid: Grid, headings: Headings, map: TableMap, catalogue: Catalogue, communes: Named) -> Rows:
    """Every row below the headings. A fault of one row never hides another; one of the headings leaves no lines."""
    made = Rows(faults=list(unlike(headings, map, catalogue)))
    if made.faults:
        return made
    by_words = {column.heading: column for column in map.columns}
    columns = {at: by_words[words] for at, words in headings.words.items()}
    of = _Of(grid, map, columns, catalogue, names_in(catalogue))
    (own,) = (at for at, column in columns.items() if column.means == COMMUNE)
    numbers = [at for at, column in columns.items() if is_number(column)]
    for row in (one for one in grid.rows if one >= headings.below):
        name = grid.text(row, own)
        if not any(grid.text(row, at) for at in numbers):
            made.notes.append(row)
        elif is_total(name) or (not name and any(is_total(grid.text(row, at)) for at in grid.columns)):
            made.totals.append(row)
        elif unit := communes.find(name):
            _read_row(of, row, unit, made)
        else:
            made.faults.append(_no_commune(row, columns[own].heading, name, communes))
    made.faults += _twice(made.lines)
    if not map.totals_as_printed:
        made.faults += open_totals(grid, columns, headings.below, made)
    return made


def _no_commune(row: int, heading: str, name: str, communes: Named) -> Fault:
    near = communes.near(name) if name else []
    if not name:
        return Fault(row, heading, "", "Dòng có số nhưng không ghi xã nào.",
                     "Ghi mã hoặc tên xã vào ô ấy; dòng không phải số liệu thì xóa số đi.")  # fmt: skip
    may = f" Có phải ý là {', '.join(near)}?" if near else ""
    return Fault(row, heading, "", f"Không rõ “{name}” là xã nào của tỉnh.{may}",
                 "Ghi mã xã 5 chữ số, hoặc tên đủ dấu kèm chữ Xã, Phường, Đặc khu.")  # fmt: skip


def _read_row(of: _Of, row: int, unit: AdminUnit, made: Rows) -> None:
    cells: dict[str, Cell] = {}
    before = len(made.faults)
    for at, column in of.columns.items():
        if column.means in (SKIP, COMMUNE) or not (raw := of.grid.cells.get((row, at))):
            continue
        try:
            if raw.error or raw.value is None:
                raise Misread(
                    "", "Ô báo lỗi, hoặc là công thức chưa được tính.", "Gõ thẳng nội dung vào ô rồi lưu lại."
                )
            taken = said(raw.value, raw.format, column_of(column))
        except Misread as fault:
            made.faults.append(Fault(row, column.heading, unit.code, fault.message, fault.remedy))
            continue
        if taken.text and taken.text not in ("-", "–", "x"):
            cells[column.means] = taken
    if len(made.faults) == before:
        made.lines += _lines(of, row, unit, cells, made.faults)


def _lines(of: _Of, row: int, unit: AdminUnit, cells: Mapping[str, Cell], faults: list[Fault]) -> Iterator[Line]:
    shared = _period(of, row, unit, cells, faults)
    if shared is None:
        return
    sheet = f"tờ {of.grid.sheet}, " if of.grid.sheet else ""
    shared["vi_tri"] = Cell(f"Bảng tổng hợp, {sheet}dòng {row}, {unit.name}")
    shared["nguon"] = Cell(of.map.source["ma"])
    if note := cells.get("ghi_chu"):
        shared["ghi_chu"] = note
    if declared := cells.get(DECLARED):
        shared[DECLARED] = declared
    counts = {means: cell for means, cell in cells.items() if means in COUNTS}
    values = [(means, cell) for means, cell in cells.items() if means not in COUNTS and means not in OF_ROWS]
    by_indicator = {column.melts_to: name for name, column in COUNTS.items()}
    units = {column.means: column.unit for column in of.map.columns}
    found = []
    if value := cells.get("gia_tri"):
        named = {"chi_tieu": cells.get("chi_tieu", Cell("")), "phan_to": cells.get("phan_to", Cell(""))}
        known = ids({name: cell for name, cell in named.items() if cell.text}, chi_tieu.TABLE, of.names)
        given = cells["don_vi"].text if "don_vi" in cells else units.get("gia_tri", "")
        found.append((known.get("chi_tieu", Cell("")).text, known.get("phan_to", Cell("")).text, value, given))
    found += [(*_parted(means), cell, units.get(means, "")) for means, cell in values]
    field_of_work = cells.get("linh_vuc", Cell("")).text
    for indicator, part, value, given in found:
        if indicator in by_indicator and not part:
            counts[by_indicator[indicator]] = value
            continue
        fault, text = _valued(of, indicator, value.text, given)
        if fault:
            faults.append(Fault(row, _heading(of, indicator, part), unit.code, *fault))
            continue
        own = {"chi_tieu": Cell(indicator), "phan_to": Cell(part), "gia_tri": Cell(text)}
        yield Line(
            unit.code, chi_tieu.TABLE, row, {**shared, **{name: cell for name, cell in own.items() if cell.text}}
        )
    if counts:
        field = {} if not field_of_work or is_total(field_of_work) else {"linh_vuc": Cell(field_of_work)}
        yield Line(unit.code, tthc.TABLE, row, {**shared, **field, **counts})


def _parted(means: str) -> tuple[str, str]:
    indicator, _, part = means.partition("/")
    return indicator, part


def _heading(of: _Of, indicator: str, part: str) -> str:
    means = f"{indicator}/{part}" if part else indicator
    return next((column.heading for column in of.map.columns if column.means in (means, "gia_tri")), "")


def _valued(of: _Of, indicator: str, text: str, given: str) -> tuple[tuple[str, str] | None, str]:
    """What is wrong with a number of an indicator, or None and the text that the table gets."""
    known = of.catalogue.indicators.get(indicator)
    if known is None:
        return (f"Không có chỉ tiêu “{indicator}”.", "Ghi tên hoặc mã đúng như ở trang Các chỉ tiêu."), ""
    if given and slug(given) != slug(known.unit) and not fits(given, known.unit):
        return (
            f"Dòng này tính bằng {given}, còn chỉ tiêu {known.name} tính bằng {known.unit}.",
            f"Đổi số sang {known.unit}, hoặc sửa ô đơn vị nếu ghi nhầm.",
        ), ""
    bare = not isinstance(read(text, COUNT_UNIT), Unreadable) or text.replace(",", "").replace(".", "").isdecimal()
    made = with_unit(text, given) if given and bare and (given == PERCENT or slug(given) != slug(known.unit)) else text
    found = read(made, known.unit)
    if isinstance(found, Unreadable):
        return (found.message, found.remedy), ""
    return None, made


def _period(
    of: _Of, row: int, unit: AdminUnit, cells: Mapping[str, Cell], faults: list[Fault]
) -> dict[str, Cell] | None:
    """The cells of the period of a row: its own words and days before those of the mapping."""
    made = {name: Cell(text) for name, text in of.map.period.items() if text}
    own = {name: cells[name] for name in ("ky", "tu_ngay", "den_ngay") if name in cells}
    if "ky" in own:
        days = read_period(own["ky"].text)
        if days is None and "den_ngay" not in own:
            heading = next(column.heading for column in of.map.columns if column.means == "ky")
            faults.append(Fault(row, heading, unit.code, f"Không đọc được kỳ “{own['ky'].text}”.",
                                "Viết như tháng 6/2026, quý II/2026, 6 tháng đầu năm 2026."))  # fmt: skip
            return None
        if days:
            made |= {"tu_ngay": Cell(days.start), "den_ngay": Cell(days.end)}
    made |= own
    if "ky" not in made:
        faults.append(Fault(row, "", unit.code, "Dòng không cho biết là số của kỳ nào.",
                            "Ghi ky, tu_ngay, den_ngay trong bản đồ cột, hoặc chỉ ra cột kỳ của bảng."))  # fmt: skip
        return None
    return made


def _twice(lines: Sequence[Line]) -> Iterator[Fault]:
    """Two rows that say the same thing of one commune and period."""
    seen: dict[tuple[str, ...], int] = {}
    for line in lines:
        known_by = (line.code, line.table.name, *(line.cells.get(name, Cell("")).text for name in line.table.key))
        if (first := seen.setdefault(known_by, line.row)) != line.row:
            yield Fault(line.row, "", line.code, f"Dòng này nói cùng một việc, cùng một kỳ với dòng {first}.",
                        "Giữ một dòng, xóa dòng kia.")  # fmt: skip
