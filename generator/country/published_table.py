"""What a table that leaves the site is: its columns, by what a row is known, where its cells lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.pieces.downloads import FOLDER

Type = Literal["string", "number", "date"]


class Field(NamedTuple):
    """A column: its name, what it means, what a cell is; `choices` are all that it may hold besides nothing."""

    name: str
    words: str
    type: Type = "string"
    required: bool = False
    choices: tuple[str, ...] = ()


class Reference(NamedTuple):
    """Columns whose cells are found in the columns `there` of a table."""

    columns: tuple[str, ...]
    table: str
    there: tuple[str, ...]


@dataclass(frozen=True)
class Published:
    """A table: its `name` is that of its file, `title` and `about` tell people what it is, `key` are the columns by
    which a row is known, none where nothing keeps two rows apart; `references` lead to other tables.
    """

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def file(self) -> str:
        """Its address on the site."""
        return f"{FOLDER}{self.name}.csv"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(field.name for field in self.fields)
