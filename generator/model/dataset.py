"""Everything read from a data folder before meaning is given to it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything read from a data folder before meaning is given to it."""

    catalogue: Catalogue
    communes: tuple[Commune, ...]
    records: tuple[Record, ...]
    files: int
