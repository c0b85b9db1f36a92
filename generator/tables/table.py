"""What a table is: its columns, what a row of it is known by, where and in which words it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.model.catalogue import Catalogue
from generator.model.figure import Document, Figure
from generator.model.record import Record

LONGEST_TEXT = 20_000
"""Letters of one cell or field: some ten printed pages. More is a paste gone wrong, and no page can show it."""
LONGEST_ID = 80
"""Letters of an id or slug, which become names of files: these hold 255 bytes, and a browser's address line less."""
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that Windows gives to no folder, so that a site on a disk could not hold them."""
Kind = Literal["text", "date", "count", "quantity", "indicator", "breakdown", "source", "choice", "subject", "thing"]


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column: its header in the file, heading for people, what its cells may hold, what people are told of it.
    `once` are headings that it had before, which forms and files still bear.

    A `choice` is one of `choices` (id to words), or, where it is `open`, other words that a document prints; a
    `subject` one of those that the catalogue has; a `thing` is a task, a recommendation or a need. A `count` melts into
    the indicator `melts_to`; a `quantity` is read in its own `unit` where it has one, else in that of its row's
    indicator. A `long` text is a sentence rather than a name.

    `explained` is what the form says of it, at most 255 characters. `example` is what the comment in a new, empty
    table says and `to_fill` what the remedy for an empty cell says; '' where the kind of the column says enough.
    """

    name: str
    heading: str
    kind: Kind = "text"
    required: bool = False
    choices: Mapping[str, str] | None = None
    open: bool = False
    melts_to: str = ""
    unit: str = ""
    long: bool = False
    explained: str = ""
    example: str = ""
    to_fill: str = ""
    once: tuple[str, ...] = ()

    def options(self, catalogue: Catalogue) -> Mapping[str, str]:
        """What its cells may hold, each id with its words; nothing where they hold no choice."""
        if self.kind == "subject":
            return {outline.id: outline.name for outline in catalogue.subjects.values()}
        return self.choices or {}

    @property
    def headings(self) -> tuple[str, ...]:
        """Every way to head it: its heading of today and those of before, its name in the file."""
        return self.heading, *self.once, self.name


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table: `name` is that of its file, but where it is `filed_as` another in other folders; `title` its Vietnamese
    name.

    Of its rows:
    `key` are the columns by which a row is known, whatever else of it is edited. `id_column` is the one with the id
    that becomes part of addresses, '' where rows have none: where it is the whole key, no other row has that id.
    `change_key` are the columns by which a row is told as edited rather than new, where these are not the key.
    `page` is the page below its commune that shows them, '' where that is the page of each row's indicator.

    Of its numbers:
    `indicator_of` is what a row measures, where that is decided by the table. `measured_where` is a column,
    and what it holds in rows that tell what was measured, not what is asked for or planned. `may_lack_numbers` tells
    that a file without any column for numbers is whole; `blank_is_missing` that a blank count is owed by national
    plan: elsewhere it is 'not printed'. `past_days` are other columns whose day cannot lie ahead, and how the
    problem begins.

    Of its words:
    `category` is the column in which documents print categories of their own, and what such a one is called;
    `agency_column` names agencies of the commune. `form_words` is the line below the title of its sheet in the form.
    Of rows that are no figures, `noun` is one in a sentence, `nouns` are several on the page of their document;
    the rows of others `melt` into figures. `unseen` are columns that no page shows, and that no download holds either.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    id_column: str = ""
    change_key: tuple[str, ...] = ()
    page: str = ""
    indicator_of: Callable[[Record], str] | None = None
    measured_where: tuple[str, tuple[str, ...]] = ("loai", ("", "bao_cao"))
    may_lack_numbers: bool = False
    blank_is_missing: bool = False
    past_days: Mapping[str, str] = field(default_factory=dict)
    category: tuple[str, str] = ("", "")
    agency_column: str = ""
    form_words: str = ""
    noun: str = ""
    nouns: str = ""
    unseen: tuple[str, ...] = ()
    filed_as: str = ""
    melt: Callable[[Table, Record, Catalogue, Document], Iterator[Figure]] | None = None

    @property
    def file(self) -> str:
        """The table's file name."""
        return f"{self.filed_as or self.name}.csv"

    @property
    def has_unique_ids(self) -> bool:
        """Whether no two rows have one id."""
        return self.key == (self.id_column,)

    @property
    def has_period(self) -> bool:
        """Whether each row speaks of a period, which it must name."""
        return any(column.name == "ky" and column.required for column in self.columns)

    def has(self, name: str) -> bool:
        """Whether there is a column of that name."""
        return any(column.name == name for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)

    def measures(self, row: Record) -> bool:
        """Whether a row tells what was measured in its period: no more than its document can know."""
        column, values = self.measured_where
        return row[column] in values and self.has_period
