"""A data folder of made-up communes and their provinces, with official codes and names."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from generator.language.vietnamese import own_name, slug
from generator.made_up import provincial
from generator.made_up.character import character
from generator.made_up.commune_tables import tables
from generator.made_up.faults import faulty_folders
from generator.made_up.faulty_folder import Files, Link
from generator.made_up.rows import Row
from generator.model.commune import AdminUnit
from generator.reading.catalogue_files import read_units
from generator.tables.all_tables import OF_A_COMMUNE, OF_A_PROVINCE
from generator.tables.table import Table

_TABLES = {table.name: table for table in (*OF_A_COMMUNE, *OF_A_PROVINCE)}


def write_sample(
    folder: Path, communes: int, months: int, seed: int, *, faults: bool = False, provinces: Sequence[str] = ()
) -> int:
    """Write a data folder of `communes` communes whose reports tell of the `months` until October 2026.

    The same seed gives the same bytes, and a commune is the same however many there are; so is what the provinces of
    these communes publish of themselves. With `provinces`, by their codes, the communes are theirs, one of each in
    turn. With `faults` there are folders too that each show one code of the check, after which they are named. Returns
    the number of sound communes. An existing folder, a wrong number or code is refused by ValueError with a Vietnamese
    sentence.
    """
    everywhere = read_units()
    known = {unit.code for unit in everywhere if not unit.province}
    if unknown := sorted(set(provinces) - known):
        raise ValueError(f"Không có tỉnh nào mang mã {', '.join(unknown)}; mã tỉnh có 2 chữ số.")
    units = [unit for unit in everywhere if unit.province]
    units = _in_turn(units, provinces) if provinces else units
    if not 1 <= communes <= len(units):
        raise ValueError(f"Số xã phải từ 1 đến {len(units)}.")
    if not 1 <= months <= 60:
        raise ValueError("Số tháng phải từ 1 đến 60.")
    if folder.exists() and any(folder.iterdir()):
        raise ValueError(f"Thư mục “{folder}” đã có nội dung; hãy chọn thư mục khác.")
    for number, unit in enumerate(units[:communes]):
        _write_commune(folder / "xa", unit, tables(character(seed, number, unit.code, unit.name, months)))
    for unit in _provinces(units[:communes]):
        _write_province(folder / "tinh", unit, provincial.tables(seed, unit.code, unit.name, months))
    for name, files in faulty_folders(units[-1].code) if faults else ():
        _write_files(folder / "xa" / name, files)
    return communes


def _provinces(communes: Sequence[AdminUnit]) -> list[AdminUnit]:
    """The provinces of some communes, in the order of their codes."""
    codes = {unit.province for unit in communes}
    return [unit for unit in read_units() if unit.code in codes and not unit.province]


def _write_province(folder: Path, unit: AdminUnit, rows: dict[str, list[Row]]) -> None:
    place = folder / unit.code
    place.mkdir(parents=True)
    own = f'ma: "{unit.code}"\nten: "{unit.name}"\nghi_chu: "Dữ liệu giả để thử, không phải số thật."\n'
    (place / "tinh.yml").write_text(own, encoding="utf-8", newline="\n")
    for name, own_rows in rows.items():
        table = _TABLES[name]
        _write(place / table.file, table, own_rows)


def _in_turn(units: Sequence[AdminUnit], provinces: Sequence[str]) -> list[AdminUnit]:
    """The communes of some provinces, the first of each, then the second of each."""
    by_province = [[unit for unit in units if unit.province == code] for code in dict.fromkeys(provinces)]
    rounds = zip_longest(*by_province)
    return [unit for one in rounds for unit in one if unit]


def _write_files(place: Path, files: Files) -> None:
    place.mkdir(parents=True)
    for name, content in files.items():
        if isinstance(content, Link):
            (place / name).symlink_to(content.to)
        else:
            (place / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def _write_commune(folder: Path, unit: AdminUnit, rows: dict[str, list[Row]]) -> None:
    name = slug(own_name(unit.name))
    place = folder / f"{unit.code}-{name}"
    place.mkdir(parents=True)
    own = f'ma: "{unit.code}"\nten: "{unit.name}"\nslug: {name}\nghi_chu: "Dữ liệu giả để thử, không phải số thật."\n'
    (place / "xa.yml").write_text(own, encoding="utf-8", newline="\n")
    for table, own_rows in rows.items():
        _write(place / f"{table}.csv", _TABLES[table], own_rows)


def _write(path: Path, table: Table, rows: Sequence[Row]) -> None:
    blank = dict.fromkeys((column.name for column in table.columns), "")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(blank)
        writer.writerows((blank | row).values() for row in rows)
