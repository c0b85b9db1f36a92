"""The row and what goes with it, the blocks in which figures are told: frozen pieces, as those of `blocks`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Words and a ready relative address."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a plain table: `kind` is '' | 'number' | 'missing' | 'state' | 'aim' | 'before'; `small` below it;
    `number` is the value in the text as programs write it ('2842', '99.60'), for a table whose numbers a reader takes
    away; `mark` is the shape of a state, before its word.
    """

    text: str
    kind: str = ""
    small: str = ""
    link: Link | None = None
    anchor: str = ""
    number: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as a line of its row's table: `anchor` is its id on the page, `also` are the ids of figures that stand
    with it; `mark` stands below its value; `state` is co | chua_co | khong_luong_hoa; `source` and `place` say where it
    is read, `notes` what must be known of it.
    """

    anchor: str
    value: str
    mark: str
    state: str
    period: str
    source: Link | None
    place: str = ""
    notes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """How something stands: a mark whose shape says it too, and the words for it."""

    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """What is told of one indicator (or part of it), read in one line; it opens to its last periods.

    `value` is the newest, of its `period`; `aside` what must be seen with it (that it is ours, what it leaves out);
    `change` says what it was before; `aim` is its target with how it stands, or how something due came; `spark` a small
    picture of its periods; `doubt` the name of what does not agree, told in full by the `notes`. Opened: the `question`
    that it answers, its figures, then links: the `whole` of its periods, the indicator, a report of an error. `id` is
    its own where that is not the one of a figure.
    """

    name: str
    figures: tuple[Told, ...]
    value: str = ""
    state: str = ""
    period: str = ""
    aside: str = ""
    change: str = ""
    aim: State | None = None
    spark: str = ""
    doubt: str = ""
    question: str = ""
    notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    whole: Link | None = None
    id: str = ""

    @property
    def anchor(self) -> str:
        """Its id on the page where it has none of its own: that of its first figure."""
        return self.figures[0].anchor if self.figures else ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that stand together; `source` and `period` are those of each number that names no other. `tone`: '' plain,
    'money' amounts, which are long: what they are stands below them.
    """

    rows: tuple[Row, ...]
    source: Link | None = None
    period: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Blanks:
    """What is left blank, in one sentence: `names` with the ids of each on the page, one a document that leaves it so;
    `owed` who must report them, '' where no document says it.
    """

    names: tuple[tuple[str, tuple[str, ...]], ...]
    owed: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known of a figure: what it is, in words, and where to go on; `code` is what programs call it."""

    name: str
    text: str
    links: tuple[Link, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class Passport:
    """A figure with all that is known of it: `code` is its id on the page, for good; its facts are seen once somebody
    comes to it. Of one without `facts`, `there` is the address where it, or what took its place, is told in full, ''
    where it is nowhere.
    """

    code: str
    name: str
    value: str
    period: str
    facts: tuple[Fact, ...] = ()
    there: str = ""


@dataclass(frozen=True, slots=True)
class Passports:
    """Figures of one document, each with its passport."""

    passports: tuple[Passport, ...]


@dataclass(frozen=True, slots=True)
class Periods:
    """A captioned table of the figures of one thing, the newest first."""

    caption: str
    figures: tuple[Told, ...]
