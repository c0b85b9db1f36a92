"""All that the pages of the whole site are made from: what communes have handed over, and what is said of the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from generator.commune.held_back import HeldBack
from generator.country import comparison
from generator.country.by_province import Part
from generator.country.comparison import Compared
from generator.country.frame import Frames
from generator.country.summary import Summary
from generator.language.vietnamese import own_name, sort_key
from generator.model.catalogue import Catalogue, Question
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.pieces.addresses import HOME
from generator.pieces.row_blocks import Link
from generator.pieces.view import View
from generator.reading.operator import Operator

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Country:
    """The communes in few lines each, their tables as frames; `left_out` are those of which no version can be shown,
    `warnings` what the rules find odd in the catalogue. `date`, `site_url` and `operator` as in `View`. `parts` are
    those into which the table of all figures is divided, none where it is whole.
    """

    communes: Sequence[Summary]
    frames: Frames
    catalogue: Catalogue
    date: dt.date
    site_url: str = ""
    operator: Operator = field(default_factory=Operator)
    left_out: Sequence[HeldBack] = ()
    warnings: Sequence[Problem] = ()
    parts: Sequence[Part] = ()

    @property
    def held(self) -> list[HeldBack]:
        """The communes that are not shown at their newest, as far as a list knows their names."""
        known = (*(one.held for one in self.communes if one.held), *self.left_out)
        return [held for held in known if held.name]

    @cached_property
    def asked(self) -> Mapping[str, pd.DataFrame]:
        """What communes can be placed by, by the ids of questions."""
        return comparison.by_question(self.frames)

    def compared(self, question: Question, communes: Sequence[str]) -> Compared:
        """A question to some communes; those that nobody has confirmed stand beside nobody."""
        unsure = [code for code in communes if not self.known[code].province]
        what = comparison.compared(self.asked.get(question.id), question, [c for c in communes if c not in unsure])
        return what._replace(left_out={**what.left_out, **dict.fromkeys(unsure, comparison.UNCONFIRMED)})

    @cached_property
    def known(self) -> Mapping[str, Summary]:
        """The communes by their codes."""
        return {one.commune.code: one for one in self.communes}

    @cached_property
    def name_order(self) -> Mapping[str, int]:
        """The place of each commune, by its code, in the order of names."""
        return {one.commune.code: place for place, one in enumerate(in_order(self.communes))}

    @cached_property
    def by_province(self) -> Mapping[str, Sequence[Summary]]:
        """The communes by the addresses of their provinces, each in the order of names."""
        return grouped(in_order(self.communes), lambda one: one.commune.province_slug)

    def link(self, here: str, there: str, anchor: str = "") -> str:
        """Relative address from page `here` to page `there`, both ending in '/' or ''."""
        return View.link(self, here, there, anchor)  # type: ignore[arg-type]

    def file_link(self, here: str, there: str) -> str:
        """Relative address of a file (a download)."""
        return View.file_link(self, here, there)  # type: ignore[arg-type]


def home_crumb(country: Country, here: str) -> tuple[Link, ...]:
    """The way back to the home page."""
    return (Link(HOME, country.link(here, "")),)


def with_data(communes: Sequence[Summary]) -> int:
    """How many of the communes have told something."""
    return sum(not one.is_empty for one in communes)


def told(one: Summary) -> str:
    """What is said behind a commune's name where it has told nothing yet."""
    return "; chưa có số liệu" if one.is_empty else ""


def in_order(communes: Sequence[Summary]) -> list[Summary]:
    """Communes by name, A to Z as Vietnamese people look them up."""
    return sorted(communes, key=lambda one: (sort_key(own_name(one.commune.name)), one.commune.code))
