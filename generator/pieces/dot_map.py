"""A map of dots: where things lie beside each other, and in which state they are. No line of it is a border."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.pieces.row_blocks import Link


class Look(StrEnum):
    """How a dot looks: the mark that the key shows of it. A shape tells them apart, and a size; a colour helps."""

    THERE = "●"
    LATE = "◆"
    NOTHING = "·"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map, in its units from the upper left."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Dots:
    """Dots of a look that lead nowhere, as the data of one path."""

    look: Look
    path: str

    @property
    def kind(self) -> str:
        """What the style sheet calls the look."""
        return self.look.name.lower()


@dataclass(frozen=True, slots=True)
class Key:
    """What a look means, in words, and how many dots have it."""

    look: Look
    words: str
    many: int

    @property
    def kind(self) -> str:
        """What the style sheet calls the look."""
        return self.look.name.lower()


@dataclass(frozen=True, slots=True)
class Linked:
    """A dot that leads to a page: `link` has the words that are told of it."""

    look: Look
    at: Spot
    link: Link

    @property
    def kind(self) -> str:
        """What the style sheet calls the look."""
        return self.look.name.lower()

    @property
    def path(self) -> str:
        """The dot as the data of a path."""
        return path(self.look, [self.at])


@dataclass(frozen=True, slots=True)
class Named:
    """A name beside a dot, `at` the middle of its line."""

    at: Spot
    words: str


@dataclass(frozen=True, slots=True)
class Apart:
    """A dot that lies so far off that it stands in a frame of its own: its upper left, width and height."""

    at: Spot
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class DotMap:
    """A map of dots, so wide and high. `text` says it to who does not see it: the page has the same as a list. `quiet`
    are the dots without a page, those of a look as one path; `linked` the others. `about` stands below: what a dot is,
    and where it is from.
    """

    text: str
    width: int
    height: int
    quiet: tuple[Dots, ...]
    linked: tuple[Linked, ...]
    key: tuple[Key, ...]
    about: str
    names: tuple[Named, ...] = ()
    apart: tuple[Apart, ...] = ()


def path(look: Look, spots: Iterable[Spot]) -> str:
    """Dots as the data of a path: points that a round end of their line makes dots, or diamonds. Each begins where the
    one before stands, which packs well.
    """
    shape = "l-12 13 12 13 12-13z" if look is Look.LATE else "h0"
    drawn, before = [], Spot(0, 0)
    for spot in sorted(set(spots), key=lambda one: (one.y, one.x)):
        at = replace(spot, y=spot.y - 13) if look is Look.LATE else spot
        drawn.append(f"m{at.x - before.x} {at.y - before.y}{shape}")
        before = at
    return "".join(drawn).replace(" -", "-")
