"""Warnings as notes for readers: what the machine finds odd and nobody has confirmed.

A note stands on the page of its row and on the page of data quality, as a sentence: no file, no line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language.vietnamese import kind_of, show_date
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.pieces.addresses import QUALITY, SOURCES, subject_path
from generator.pieces.blocks import Block, Grid, Items, Prose, Section
from generator.pieces.document_links import source_link
from generator.pieces.row_blocks import Cell, Link
from generator.pieces.shown import NO_DAY
from generator.pieces.view import View
from generator.tables.all_tables import BY_NAME

_SAID_BY_THE_PAGE = frozenset({"thieu-nguon"})
"""Codes that need no note: a commune without documents says so on each of its pages."""
_MOST = 5
"""Notes that stand open on a page."""


def notes_of(view: View, commune: Commune) -> list[Problem]:
    """The warnings of a commune that are told to readers."""
    return [warning for warning in view.warnings_of(commune) if warning.code not in _SAID_BY_THE_PAGE]


def page_of(view: View, warning: Problem) -> str:
    """The page below the commune that a warning concerns, '' where it is none."""
    table, row = BY_NAME.get(warning.file.rpartition("/")[2].removesuffix(".csv")), view.row_of(warning)
    if table and row and not table.page:
        return view.indicator(row["chi_tieu"]).subject
    return table.page if table else ""


def to_review(view: View, commune: Commune, here: str, page: str, source: str = "") -> Iterator[Section]:
    """The notes of one page of a commune, or of the page of one `source`; nothing where there are none."""
    own = [warning for warning in notes_of(view, commune) if page_of(view, warning) == page]
    if source:
        own = [warning for warning in own if (row := view.row_of(warning)) and row["nguon"] == source]
    notes = tuple(Prose(sentence) for sentence in dict.fromkeys(warning.message for warning in own))
    if notes:
        every = f"Mọi điều máy thấy lạ ở {kind_of(commune.name)}"
        there = subject_path(commune, SOURCES) if commune.is_province else f"{commune.address}{QUALITY}"
        more = Prose("", "small", Link(every, view.link(here, there)))
        few = len(notes) <= _MOST
        shown = (Items(notes), more) if few else (more,)
        folded = () if few else (Items(notes),)
        yield Section("Cần xem lại", "can-xem-lai", shown, folded, f"Xem {len(notes)} điều")


def odd_things(view: View, here: str, commune: Commune) -> Iterator[Block]:
    """All notes of a commune, each with its document and date."""
    if own := notes_of(view, commune):
        rows = dict.fromkeys(_row(view, here, commune, warning) for warning in own)
        caption = "Điều máy thấy lạ, chưa có người xác nhận"
        yield Grid(caption, ("Điều thấy lạ", "Văn bản", "Ngày"), tuple(rows))


def _row(view: View, here: str, commune: Commune, warning: Problem) -> tuple[Cell, ...]:
    row = view.row_of(warning)
    if row is None:
        return Cell(warning.message), Cell("không thuộc văn bản nào"), Cell("không nêu")
    link = source_link(view, commune, here, row["nguon"])
    date = show_date(row["den_ngay"] or row["ngay"])
    return Cell(warning.message), Cell(link.text if link else "", "", "", link), Cell(date or NO_DAY)


def of_catalogues(warnings: Sequence[Problem]) -> Iterator[Section]:
    """Notes on what all communes share."""
    by_folder = grouped(warnings, lambda warning: warning.file.split("/")[0])
    if own := by_folder.get("danh-muc"):
        notes = tuple(Prose(sentence) for sentence in dict.fromkeys(warning.message for warning in own))
        yield Section("Danh mục chung: cần xem lại", "danh-muc", (Items(notes),))
