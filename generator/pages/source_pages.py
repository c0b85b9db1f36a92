"""The list of a commune's documents, and whether they come in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.language.vietnamese import kind_of, lowered, show_date
from generator.model.commune import Commune
from generator.model.figure import Kind
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.pages.doubts import to_review
from generator.pieces.addresses import (
    ON_TIME,
    SOURCES,
    nothing_yet,
    page_below,
    subject_path,
)
from generator.pieces.blocks import Block, Items, Page, Prose, Section
from generator.pieces.document_links import source_name
from generator.pieces.document_names import in_short, month, source_path
from generator.pieces.downloads import offer, own_files
from generator.pieces.due_shown import calendar, counts, dues_of, listed
from generator.pieces.linked_data import dataset
from generator.pieces.picking import with_value
from generator.pieces.row_blocks import Link
from generator.pieces.shown import NO_DAY
from generator.pieces.view import View


def sources_index(view: View, commune: Commune) -> Page:
    """All documents of a commune, a line each, the newest first."""
    here = subject_path(commune, SOURCES)
    text = (
        f"Số liệu của {kind_of(commune.name)} được chép từ các văn bản này, kèm vị trí để tra lại. "
        "Số nào do trang tự tính thì ghi rõ là tự tính."
    )
    page = page_below(
        view, commune, here,
        title="Nguồn số liệu",
        description=f"Các văn bản nguồn của {lowered(commune.name)} và những gì được lấy từ đó.",
        opening=(nothing_yet(commune) if view.is_empty(commune) else Prose(text, "lead"),),
        sections=(
            *documents(view, commune, here), *_on_time(view, commune, here), *to_review(view, commune, here, SOURCES),
            own_files(view, commune, here),
        ),
    )  # fmt: skip
    return replace(page, linked=dataset(offer(view, commune), here, view.site_url, view.operator))


_OPEN = 12
"""Documents that stand open in the list; those of earlier years wait behind a line a year."""


def _on_time(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """For which months there are figures, whether they came in time, each period that was due."""
    owed = dues_of(view, commune)
    blocks: tuple[Block, ...] = (*calendar(view, commune, owed), *counts(owed))
    if blocks:
        yield Section("Số liệu có đều không", ON_TIME, blocks, listed(view, commune, here, owed),
                      "Xem từng kỳ")  # fmt: skip


def documents(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """The documents of a commune or province, a section a year, by the month that each carries."""
    counts = Counter(f.source for f in with_value(view.of(commune)) if f.kind is not Kind.COMPUTED)
    newest_first = sorted(view.records(commune, "nguon"), key=lambda one: (month(one), one["ngay"]), reverse=True)
    by_year = grouped(newest_first, lambda source: month(source)[:4])
    shown = 0
    for year, own in by_year.items():
        lines = Items(tuple(_document(view, commune, here, source, counts[source["nguon"]]) for source in own))
        shown += len(own)
        title, id = (f"Văn bản năm {year}" if len(by_year) > 1 else "Các văn bản"), f"van-ban-{year}"
        if shown > _OPEN and shown > len(own):
            yield Section(f"{title} ({len(own)})", id, (), (lines,), f"Xem {len(own)} văn bản")
        else:
            yield Section(title, id, (lines,))


def _document(view: View, commune: Commune, here: str, source: Record, count: int) -> Prose:
    """A document in a line: its name, which leads to its page; what it is about, its day, what is not yet, how much was
    taken.
    """
    name = source_name(view, source).removesuffix(f", {issued_on(source)}")
    link = Link(name, view.link(here, source_path(commune, source["nguon"])))
    draft = "dự thảo" if source["tinh_trang"] == "du_thao" else ""
    known = (in_short(source), issued_on(source), draft, f"{count} số liệu" if count else "không có số liệu")
    return Prose("; ".join(filter(None, known)), "", link)


def issued_on(source: Record) -> str:
    """The day of a document in words, as it prints it; that it prints none."""
    if source["ngay"]:
        return f"ngày {show_date(source['ngay'])}"
    printed = source["ngay_in"]
    return f"văn bản ghi “{printed}”" if printed and printed != NO_DAY else "văn bản không ghi ngày"
