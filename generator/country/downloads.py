"""The tables that communes fill, put together for the whole site, each also as Excel opens it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.country import by_province, excel_csv
from generator.country.by_province import LARGEST, Part
from generator.country.csv_text import joined
from generator.country.handed_over import Handed
from generator.country.published_table import Published
from generator.country.published_tables import FIGURES, HANDED
from generator.country.summary import Summary


@dataclass(frozen=True)
class Downloads:
    """The tables of communes that stand in `docs` and among what they have `handed` over. The table of all figures is
    divided where it is of more than `largest` bytes.
    """

    communes: Sequence[Summary]
    docs: Path
    handed: Handed
    largest: int = LARGEST

    @cached_property
    def _by_code(self) -> list[Summary]:
        return sorted(self.communes, key=lambda one: one.commune.code)

    def _own(self, one: Summary) -> Path:
        return self.docs / one.commune.address / FIGURES.file

    def figures(self) -> Iterator[bytes]:
        """The table of all figures, by the codes of communes."""
        return joined(FIGURES.columns, map(self._own, self._by_code))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts into which it is divided."""
        size = sum(self._own(one).stat().st_size for one in self.communes)
        return by_province.parts(self._by_code, size, self.largest)

    def _table(self, table: Published) -> Iterator[bytes]:
        return joined(table.columns, [self.handed.table(one.commune.code, table.name) for one in self.communes])

    def _in_excel(self, table: Published, communes: Sequence[Summary]) -> Iterator[bytes]:
        return excel_csv.joined(table, [self.handed.in_excel(one.commune.code, table.name) for one in communes])

    def files(self) -> Mapping[str, str | Iterator[bytes]]:
        """All of them by their addresses. A table of figures that is divided is too long for Excel."""
        made: dict[str, str | Iterator[bytes]] = {}
        for table in HANDED:
            made[table.file] = self._table(table)
            made[excel_csv.address(table)] = self._in_excel(table, self.communes)
        if self.parts:
            return made | by_province.files(self.parts, self._own)
        made[FIGURES.file] = self.figures()
        made[excel_csv.address(FIGURES)] = self._in_excel(FIGURES, self._by_code)
        return made
