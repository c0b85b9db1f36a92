"""The seam between communes and country: what a commune hands over besides its published table, as texts by name.

The country is made from these and from the published tables alone, so that a commune may have been composed earlier,
or on another machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.country import excel_csv, open_data, questions, summary
from generator.country.csv_text import rows_text
from generator.country.placed import Placed
from generator.country.published_tables import FIGURES, HANDED
from generator.country.summary import Summary
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.pieces.addresses import anchor, figure_page
from generator.pieces.news import News, news
from generator.pieces.shown import period, value
from generator.pieces.view import View, label

WORDED = "figures.csv"
WORD_COLUMNS = ("page", "anchor", "part", "value", "period", "order")
"""How a commune words its figures, row by row as in its published table: the page below the commune, the id on it,
which part of the indicator it is or what a target says, value and period as shown, its place among the commune's
figures in time.
"""
NEWS = "news.csv"
NEWS_COLUMNS = ("code", *News._fields)
"""What is new of a commune, under its code."""
PLACED = "placed.csv"
PLACED_COLUMNS = Placed._fields
"""What a commune can be placed by."""
_SUMMARY = "summary.json"
_EXCEL = "excel/"


def handed_over(view: View, commune: Commune, figures: str) -> dict[str, str]:
    """What a commune hands over; `figures` is its published table of them, which it hands over for Excel only."""
    tables = open_data.handed_texts(view, commune)
    in_excel = {FIGURES: figures, **{table: tables[table.name] for table in HANDED}}
    return {
        _SUMMARY: summary.as_json(summary.summary(view, commune)),
        WORDED: rows_text(WORD_COLUMNS, _worded(view, commune)),
        **{f"{name}.csv": text for name, text in tables.items()},
        **{f"{_EXCEL}{one.name}.csv": excel_csv.rows_for_excel(one, text) for one, text in in_excel.items()},
        NEWS: rows_text(NEWS_COLUMNS, ((commune.code, *one) for one in news(view, commune))),
        PLACED: rows_text(PLACED_COLUMNS, questions.placed(view, commune)),
    }


def _worded(view: View, commune: Commune) -> Iterator[tuple[object, ...]]:
    figures = view.of(commune)
    in_time = sorted(figures, key=lambda f: (f.day, f.kind, f.trace.line))
    place = {figure.id: number for number, figure in enumerate(in_time)}
    for figure in open_data.in_order(figures):
        page = figure_page(view, commune, figure).removeprefix(commune.address)
        yield page, anchor(figure.id), _part(view, figure), value(figure), period(figure), place[figure.id]


def _part(view: View, figure: Figure) -> str:
    if figure.kind is Kind.TARGET or figure.stage:
        return figure.words
    return label(view, figure).removeprefix(view.indicator(figure.topic.indicator).name).removeprefix(": ")


@dataclass(frozen=True, slots=True)
class Handed:
    """What communes have handed over: a folder with the texts of each in a folder of its code."""

    folder: Path

    def summary(self, code: str) -> Summary:
        """A commune in a few lines."""
        return summary.from_json((self.folder / code / _SUMMARY).read_text(encoding="utf-8"))

    def worded(self, code: str) -> Path:
        """How a commune words its figures."""
        return self.folder / code / WORDED

    def news(self, code: str) -> Path:
        """What is new of a commune."""
        return self.folder / code / NEWS

    def placed(self, code: str) -> Path:
        """What a commune can be placed by."""
        return self.folder / code / PLACED

    def table(self, code: str, name: str) -> Path:
        """The published table of that name of a commune."""
        return self.folder / code / f"{name}.csv"

    def in_excel(self, code: str, name: str) -> Path:
        """The rows of the published table of that name of a commune as Excel opens them."""
        return self.folder / code / _EXCEL / f"{name}.csv"
