"""A province by its code: its communes in the official list, and which of them a data folder has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.language.vietnamese import fold, own_name, slug
from generator.model.commune import AdminUnit
from generator.model.problem import Refused
from generator.reading.catalogue_files import catalogue_home, read_units
from generator.reading.data_folder import commune_folders


@dataclass(frozen=True, slots=True)
class Province:
    """A province and its communes in the order of their codes; `folders` is the folder of each that has one, by code.

    A commune whose code nobody has confirmed belongs to none.
    """

    unit: AdminUnit
    communes: tuple[AdminUnit, ...]
    folders: Mapping[str, str]

    @property
    def file_name(self) -> str:
        """What its files are named by: `91-an-giang`."""
        return f"{self.unit.code}-{slug(own_name(self.unit.name))}"

    @property
    def without_folder(self) -> tuple[AdminUnit, ...]:
        """Its communes that the data folder does not have yet."""
        return tuple(unit for unit in self.communes if unit.code not in self.folders)


def province_of(data: Path, asked: str) -> Province:
    """The province of a code, in a data folder. Raises Refused with the codes that may be meant."""
    units = read_units(catalogue_home(data))
    provinces = {unit.code: unit for unit in units if not unit.province}
    unit = provinces.get(asked)
    if unit is None:
        raise Refused(_no_province(asked, provinces, {unit.code: unit for unit in units}))
    communes = tuple(sorted((one for one in units if one.province == unit.code), key=lambda one: one.code))
    by_code = {name.split("-", 1)[0]: name for name in commune_folders(data)}
    return Province(unit, communes, {one.code: by_code[one.code] for one in communes if one.code in by_code})


def _no_province(asked: str, provinces: Mapping[str, AdminUnit], units: Mapping[str, AdminUnit]) -> str:
    said = f"Không có tỉnh, thành phố nào mang mã “{asked}”."
    if asked in units:
        commune = units[asked]
        return f"{said} Đó là mã của {commune.name}; tỉnh của nơi ấy mang mã {commune.province}."
    word = fold(asked)
    near = [one for one in provinces.values() if word and (word in fold(one.name) or one.code == asked.zfill(2))]
    listed = ", ".join(f"{one.code} ({own_name(one.name)})" for one in near or provinces.values())
    return f"{said} {'Có phải ý là' if near else 'Các mã'}: {listed}."
