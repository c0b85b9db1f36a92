"""What was read of one commune before meaning is given to it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Dataset:
    """The rows of communes, with the catalogue by which they are read; `files` is how many files they are."""

    catalogue: Catalogue
    communes: tuple[Commune, ...]
    records: tuple[Record, ...]
    files: int
