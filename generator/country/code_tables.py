"""The tables that say what the codes of the others mean: communes, indicators, their parts, units, national targets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.country import excel_csv, frame_of_indicators
from generator.country.country import Country
from generator.country.csv_text import published_text
from generator.country.published_table import Published
from generator.country.published_tables import (
    BREAKDOWNS,
    COMMUNES,
    INDICATORS,
    NATIONAL_TARGETS,
    UNITS,
    row_of_indicator,
)
from generator.language.numbers import MONEY, PERCENT, WHOLE_UNITS_EXCEPT

Rows = Iterable[Sequence[object]]


def files(country: Country) -> Mapping[str, str | Iterator[bytes]]:
    """Each of them by its address, also as Excel opens it."""
    made: dict[str, str | Iterator[bytes]] = {}
    for table, rows in _ROWS:
        text = published_text(table.columns, rows(country))
        made[table.file] = text
        made[excel_csv.address(table)] = excel_csv.for_excel(table, [text.encode()])
    return made


def _communes(country: Country) -> Rows:
    for one in sorted((one.commune for one in country.communes), key=lambda commune: commune.code):
        province = (one.province.code, one.province.name) if one.province else ("", "")
        yield one.code, one.name, *province, one.address


def _indicators(country: Country) -> Rows:
    return map(row_of_indicator, country.catalogue.indicators.values())


def _breakdowns(country: Country) -> Rows:
    """Those of the catalogue, and those that documents name."""
    used = dict.fromkeys(frame_of_indicators.breakdowns(country.frames))
    known = {(one.id, part): None for one in country.catalogue.indicators.values() for part in one.breakdowns}
    return ((id, part, country.catalogue.indicators[id].part(part)) for id, part in sorted(known | used))


def _units(country: Country) -> Rows:
    known = {one.unit for one in country.catalogue.indicators.values() if one.unit}
    return ((unit, _sort(unit)) for unit in sorted({*known, *frame_of_indicators.units(country.frames)}))


def _sort(unit: str) -> str:
    """What kind of number a unit has."""
    named = {PERCENT: "ty_le", MONEY: "tien"}
    return named.get(unit, "do" if unit in WHOLE_UNITS_EXCEPT else "dem")


def _national_targets(country: Country) -> Rows:
    return ([row[column] for column in NATIONAL_TARGETS.columns] for row in country.catalogue.national_targets)


_ROWS: tuple[tuple[Published, Callable[[Country], Rows]], ...] = (
    (COMMUNES, _communes),
    (INDICATORS, _indicators),
    (BREAKDOWNS, _breakdowns),
    (UNITS, _units),
    (NATIONAL_TARGETS, _national_targets),
)
