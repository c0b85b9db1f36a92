"""Makes `data/danh-muc/don-vi-cu.csv` again from the package that tells it, vietnamadminunits 1.0.4 (MIT):

    pip download --no-deps vietnamadminunits==1.0.4
    PYTHONPATH=. .venv/bin/python tests/shared/former_units.py vietnamadminunits-1.0.4-py3-none-any.whl

Only names and codes are taken. The package finds the parts of a new commune by their names alone, so that it gives 24
new communes also namesakes from afar (a `Phường 4` of Mỹ Tho to Cao Lãnh); each is printed. Of communes of one name in
one new commune that one is meant whose province, then whose district, gives it the most other parts.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.model.commune import AdminUnit
from generator.reading.catalogue_files import DATA, FOLDER, read_units
from generator.tables.don_vi_cu import TABLE

_OLD = (
    "SELECT provinceCode, province, districtCode, district, wardCode, ward, provinceKey, districtKey, wardKey "
    "FROM admin_units_legacy"
)
_NEW = "SELECT provinceKey, wardKey, wardCode FROM admin_units"


class Old(NamedTuple):
    """A commune of before; a district that had none is one without code and name."""

    province_code: str
    province: str
    district_code: str
    district: str
    code: str
    name: str
    key: tuple[str, str, str]


Lying = dict[str, list[Old]]
"""The communes of before that each of today's is made of, by its code."""


def read_package(wheel: Path) -> tuple[list[Old], Lying]:
    """What the package tells: the units of before in the order of their codes, and what today's are made of."""
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as folder:
        archive.extractall(folder)
        data = Path(folder) / "vietnamadminunits" / "data"
        told = json.loads((data / "converter_2025.json").read_text(encoding="utf-8"))
        with sqlite3.connect(data / "dataset.db") as database:
            rows = [[cell or "" for cell in row] for row in database.execute(_OLD)]
            codes = {(province, ward): code for province, ward, code in database.execute(_NEW)}
        database.close()
    names = ((row[0], row[1], row[2], written(row[3]), row[4], written(row[5])) for row in rows)
    old = sorted(Old(*name, (row[6], row[7], row[8])) for name, row in zip(names, rows, strict=True))
    by_key = {"_".join(one.key): one for one in old}
    lying: Lying = defaultdict(list)
    for province, ward, key in _told(told):
        lying[codes[province, ward]].append(by_key[key])
    return old, lying


def written(name: str) -> str:
    """A name in the capitals in which lists write it: `Thị Xã Mường Lay` and `Xã Pa ủ` stand in the package.

    >>> written("Thị Trấn Năm Căn"), written("Xã Pa ủ"), written("Thị trấn Nông trường Việt Lâm")
    ('Thị trấn Năm Căn', 'Xã Pa Ủ', 'Thị trấn Nông trường Việt Lâm')
    """
    words = [word if word == "trường" else word[:1].upper() + word[1:] for word in name.split()]
    return re.sub(r"^(Thị|Thành) (Trấn|Xã|Phố)\b", lambda kind: kind[0].capitalize(), " ".join(words))


def _told(told: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Today's province and commune, and a commune of before that lies in it, by the package's keys."""
    for province, wards in told["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        yield from ((province, ward, key) for ward, keys in wards.items() for key in keys)
    for province, keys in told["DICT_PROVINCE_WARD_DIVIDED"].items():
        yield from ((province, ward["newWardKey"], key) for key, wards in keys.items() for ward in wards)


def without_namesakes(lying: Lying) -> tuple[Lying, list[tuple[str, Old]]]:
    """What today's communes are made of without namesakes from afar; and those, each with today's code."""
    kept, dropped = {}, list[tuple[str, Old]]()
    for code, parts in lying.items():
        given = Counter[tuple[str, ...]](place for one in parts for place in (one.key[:1], one.key[:2]))
        most = sorted(((given[one.key[:1]], given[one.key[:2]], one) for one in parts), reverse=True)
        meant: dict[str, Old] = {}
        for _, _, one in most:
            if meant.setdefault(one.key[2], one) is not one:
                dropped.append((code, one))
        kept[code] = list(meant.values())
    return kept, dropped


def table(old: list[Old], lying: Lying, units: Mapping[str, AdminUnit]) -> str:
    """The text of the data file."""
    now = defaultdict[Old, list[str]](list)
    for code in sorted(lying):
        for one in lying[code]:
            now[one].append(code)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in TABLE.columns)
    provinces = {one.province_code: one.province for one in old}
    districts = {one.district_code: one for one in old}
    writer.writerows((code, name, "", "") for code, name in provinces.items())
    for code, district in districts.items():
        own = (_cell(one, now[one], units) for one in old if one.district_code == code)
        writer.writerow((code, district.district, district.province_code, "; ".join(own)))
    return out.getvalue()


def _cell(one: Old, now: list[str], units: Mapping[str, AdminUnit]) -> str:
    """A commune as the table tells it: only what differs from today's list."""
    name = "" if one.code in units and units[one.code].name == one.name else one.name
    there = "" if now == [one.code] else f"> {' và '.join(now)}"
    return " ".join(part for part in (one.code, name, there) if part)


def main(wheel: str) -> None:
    """Write the data file; say what was left out."""
    old, lying = read_package(Path(wheel))
    units = {unit.code: unit for unit in read_units()}
    kept, dropped = without_namesakes(lying)
    (DATA / FOLDER / TABLE.file).write_text(table(old, kept, units), encoding="utf-8", newline="")
    for code, one in dropped:
        sys.stdout.write(f"{units[code].name} ({code}): not {one.name}, {one.district}, {one.province}\n")


if __name__ == "__main__":
    main(sys.argv[1])
