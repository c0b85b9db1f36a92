"""Figures that were published and are no more: what became of each, at the address where it stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.language.content_mark import short_code
from generator.language.vietnamese import show_date, stopped
from generator.model.commune import Commune
from generator.pieces.blocks import Section
from generator.pieces.document_links import passport_address
from generator.pieces.row_blocks import Fact, Link, Passport, Passports
from generator.pieces.shown import value
from generator.pieces.view import View, label


class Vanished(NamedTuple):
    """A figure that is published no more: its id and document; the words for it and its last value as printed, '' where
    no history knows them; the figure in its place ('' for none), the day (ISO) and the reason; '' for none given.
    """

    id: str
    document: str
    words: str
    printed: str
    after: str
    day: str
    reason: str


def vanished(view: View, commune: Commune) -> list[Vanished]:
    """What was published of a commune and is no more, by its table of corrections and its history, by their ids."""
    there = {figure.id for figure in view.of(commune)}
    told = {row["ma_so_cu"]: row for row in view.records(commune, "dinh-chinh")}
    gone = {span.id: span for span in view.history.vanished}
    made = []
    for id in sorted((told.keys() | gone.keys()) - there):
        row, span = told.get(id), gone.get(id)
        made.append(Vanished(
            id,
            span.cell("nguon") if span else _document(id),
            _words(view, id),
            span.cell("nhu_in") if span else "",
            row["ma_so_moi"] if row else "",
            row["ngay"] if row else span.until.day.isoformat() if span and span.until else "",
            row["ly_do"] if row else span.until.reason if span and span.until else "",
        ))  # fmt: skip
    return made


def _document(id: str) -> str:
    _commune, _indicator, _part, _period, _kind, document, *_ = id.split(".")
    return document


def _words(view: View, id: str) -> str:
    """The name of an indicator that an old id names; the id's own words where the catalogue has it no more."""
    _, name, part, *_ = id.split(".")
    indicator = view.dataset.catalogue.indicators.get(name)
    if indicator is None:
        return name
    words = indicator.part("" if part == "tong" else part)
    return f"{indicator.name}: {words}" if words else indicator.name


def told(view: View, commune: Commune, here: str, gone: Sequence[Vanished]) -> Iterator[Section]:
    """What became of figures that stood here, in a section of its own."""
    if gone:
        by_id = {figure.id: figure for figure in view.of(commune)}
        made = []
        for one in gone:
            after = by_id.get(one.after)
            link = (
                (Link(f"{label(view, after)}: {value(after)}", passport_address(view, commune, here, after)),)
                if after
                else ()
            )
            became = "Nay là:" if after else "Không còn đăng."
            when = f"từ {show_date(one.day)}" if one.day else ""
            facts = (
                Fact("Nay", became, link),
                Fact("Lý do", stopped(one.reason) if one.reason else "không ghi lý do"),
                Fact("Mã cũ", one.id),
            )
            made.append(Passport(short_code(one.id), one.words, one.printed, f"không còn đăng {when}".rstrip(), facts))
        title = f"Số đã thay hoặc đã rút ({len(made)})"
        yield Section(title, "da-thay", (), (Passports(tuple(made)),), f"Xem {len(made)} số")
