"""A plain sentence of a page: its words, its number, since when, by which document."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from generator.language.vietnamese import inside, kind_of, show_date
from generator.model.commune import Commune
from generator.model.figure import Figure
from generator.model.figure_words import last_day
from generator.model.period import PeriodKind
from generator.pieces import newest
from generator.pieces.addresses import SOURCES, subject_path
from generator.pieces.changed import changed
from generator.pieces.document_links import figure_link, source_name
from generator.pieces.row_blocks import Link
from generator.pieces.shown import NO_DAY, value
from generator.pieces.view import View


@dataclass(frozen=True, slots=True)
class Sentence:
    """A plain sentence that ends with a full stop. `number` is what it is about, as shown ('' where it is missing);
    `figures` the ids of the figures it tells; `period` the stretch of time, in words ('' where it has none), `day` the
    day by which it is ordered among others; `source` the document, or the list of documents. `change` are the words at
    the end of the text that tell how the number changed, '' where nothing does.
    """

    text: str
    number: str = ""
    figures: tuple[str, ...] = ()
    period: str = ""
    source: Link | None = None
    day: dt.date = dt.date.min
    change: str = ""

    @property
    def bare(self) -> str:
        """The sentence without its change, for who tells that in a place of its own."""
        return self.text.removesuffix(self.change).rstrip()

    @property
    def dated(self) -> str:
        """The sentence with its stretch of time."""
        return f"{self.text.removesuffix('.')} ({self.period})." if self.period else self.text


def dates(figure: Figure) -> str:
    """The stretch of time a number speaks of: 'từ … đến …', 'tính đến …', 'năm …'; where its document gives no day the
    period as printed, or that there is none.
    """
    start, end = figure.period.start, figure.period.end
    if not end:
        none = "văn bản không ghi năm" if figure.stage else f"văn bản {NO_DAY}"
        if figure.period.kind is PeriodKind.AT or figure.period.printed == "không ghi kỳ":
            return none
        printed = inside(figure.period.printed)
        return printed if re.search(r"\d", printed) else f"{printed} ({none})"
    if figure.period.kind is PeriodKind.CUMULATIVE and not start:
        return f"cộng dồn đến {last_day(figure)}, văn bản không nói từ khi nào"
    if figure.period.kind is PeriodKind.AT or not start:
        return f"tính đến {last_day(figure)}"
    if figure.period.is_whole_years:
        return f"năm {start.year}" if start.year == end.year else f"năm {start.year}–{end.year}"
    return f"từ {show_date(start)} đến {last_day(figure)}"


@dataclass(frozen=True, slots=True)
class Place:
    """Whose sentences, and from which page their links lead."""

    view: View
    commune: Commune
    here: str

    @property
    def kind(self) -> str:
        """What the commune is: xã, phường, đặc khu."""
        return kind_of(self.commune.name)

    @property
    def figures(self) -> list[Figure]:
        """The figures of the commune that can be true."""
        return self.view.sayable(self.commune)

    def unstated(self, sentence: str, *indicators: str) -> Sentence:
        """That some indicators are not stated, or stated as they cannot be."""
        return Sentence(newest.unstated(self.view, self.commune, sentence, *indicators))

    def beside(self, figure: Figure) -> str:
        """What stands beside a number: values that other documents give for its period, so that none is taken for the
        only one.
        """
        others = newest.others(self.figures, figure)
        named = (f"{value(f)} ({source_name(self.view, self.view.source(f.commune, f.source))})" for f in others)
        return f" Văn bản khác cho cùng kỳ này: {'; '.join(named)}." if others else ""

    def change(self, figure: Figure, what: str = "") -> str:
        """How a number changed, with words for `what` of several numbers it is; '' where nothing can be compared."""
        found = changed(self.view, self.commune, figure, what)
        return found.words if found else ""

    def says(self, text: str, number: str, *figures: Figure, change: str = "") -> Sentence:
        """A sentence from figures of one document and period, and then how its number changed."""
        source, ids = figure_link(self.view, self.commune, self.here, figures[0]), tuple(f.id for f in figures)
        whole = f"{text} {change}".rstrip()
        return Sentence(whole, number, ids, dates(figures[0]), source, figures[0].day, change)

    def of_all(self, text: str, number: str, period: str = "") -> Sentence:
        """A sentence from rows of all documents."""
        link = Link("Nguồn số liệu", self.view.link(self.here, subject_path(self.commune, SOURCES)))
        return Sentence(text, number, (), period, link)
