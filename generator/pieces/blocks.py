"""What a page is made of: frozen pieces whose words and numbers are already decided.

Templates give them order and marks, nothing else. Every field is documented because the
templates may use exactly these.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.charts.draw import Chart
from generator.pieces.dot_map import DotMap
from generator.pieces.drawn_tables import Beside, Bullets, Calendar, Entries, Strip
from generator.pieces.row_blocks import Blanks, Cell, Link, Passports, Periods, Rows


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph. `tone`: '' plain, 'lead' large, 'small' fine print, 'note' a note on what stands before it."""

    text: str
    tone: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A boxed remark. `tone`: 'missing' something is not published, 'differ' numbers disagree,
    'info' anything else.
    """

    title: str
    text: str
    tone: str = "info"
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one of a citizen's questions: one number with its date, one sentence, one
    link; `details` are label and value pairs below it (place, hours, office line). `brief` is the sentence without what
    it says of the change, for who tells that apart; '' where it says nothing of it. `origin` is the way to the passport
    of the number, '' where it is none of one figure.
    """

    question: str
    number: str
    date: str
    sentence: str
    link: Link
    missing: bool = False
    details: tuple[tuple[str, str], ...] = ()
    outside: Link | None = None
    brief: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers that stand together."""

    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A captioned table; on a narrow screen each row becomes a card labelled by `head`."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its title (the message), what it shows in which unit (`below` the title), legend, table of the same
    numbers and source line.
    """

    chart: Chart
    table: Grid
    source: str
    svg: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list. `tone`: '' plain, 'links' large targets, 'letters' small ones in a row, 'names' many short ones,
    'running' many that run on like text, 'quotes' words of a document.
    """

    items: tuple[Prose, ...]
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """Lines of a program to be copied; `language` says which, for people."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class SearchBox:
    """A field to look for anything on the site; one a page. Without scripts it leads to `action`, the list of
    communes; `label` says what may be typed, `example` shows it.
    """

    action: str
    label: str
    example: str


Block = (
    Prose
    | Notice
    | Answers
    | Rows
    | Blanks
    | Passports
    | Periods
    | Grid
    | Figure
    | Bullets
    | Calendar
    | DotMap
    | Strip
    | Entries
    | Beside
    | Items
    | Code
    | SearchBox
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page with its heading; `id` is its anchor. `folded` blocks wait behind a line
    that says `fold` until they are opened.
    """

    title: str
    id: str
    blocks: tuple[Block, ...]
    folded: tuple[Block, ...] = ()
    fold: str = "Mở ra xem"


def listed(title: str, id: str, block: Block, count: int, most: int, things: int = 0) -> Section:
    """A section whose list is folded away when it is longer than a reader's patience; `things` are what its rows tell
    of, where these are fewer.
    """
    if count > most:
        return Section(f"{title} ({things or count})", id, (), (block,), f"Xem {count} dòng")
    return Section(title, id, (block,))


@dataclass(frozen=True, slots=True)
class Preview:
    """What a chat app shows of a page that is shared, beside its own words: the page's `address`, that of its
    `picture`, both absolute, and the picture in words (`alt`).
    """

    address: str
    picture: str
    alt: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A light page without the site's frame, made to be printed or read aloud; each kind has a template of its name.

    `path` and `preview` as in Page; `description` is for search engines; `assets` is the way from here to the
    style sheets. `canonical` is the absolute address of the page that this one shows a part of, '' for one that stands
    for itself.
    """

    path: str
    title: str
    description: str
    assets: str
    preview: Preview | None = field(default=None, kw_only=True)
    canonical: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page, the only thing a template is given.

    `path` ends in '/', relative to the site's root ('' is the home page); `crumbs` lead to it;
    `siblings` are the pages of the same commune (the current one has href ''); `kicker` stands
    above the title; `description` is for search engines; `preview` is None where the site's address is not known, and
    `linked`, what programs read of it as schema.org words (JSON-LD), is empty there.
    """

    path: str
    title: str
    description: str
    kicker: str = ""
    crumbs: tuple[Link, ...] = ()
    siblings: tuple[Link, ...] = ()
    sections: tuple[Section, ...] = ()
    opening: tuple[Block, ...] = field(default_factory=tuple)
    preview: Preview | None = None
    linked: tuple[str, ...] = ()

    @property
    def above(self) -> str:
        """The line above the title; '' where the way to the page says it already."""
        said = {link.text for link in self.crumbs}
        return "" if said.issuperset(self.kicker.split(", ")) else self.kicker
