"""A commune's page of data quality: every place to be read twice, everything odd."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparing.differences import IN_WORDS
from generator.language.numbers import show_number
from generator.language.vietnamese import kind_of, lowered, show_date
from generator.model.commune import Commune
from generator.model.difference import Difference, Side
from generator.model.figure import Figure, Kind
from generator.model.figure_words import ended
from generator.model.grouping import grouped
from generator.pages.doubts import odd_things
from generator.pages.missing import missing
from generator.pieces.addresses import QUALITY, nothing_yet, page_below
from generator.pieces.blocks import Page, Prose, Section
from generator.pieces.document_links import source_link
from generator.pieces.picking import with_value
from generator.pieces.row_blocks import Link, Row, Rows, Told
from generator.pieces.shown import NO_DAY
from generator.pieces.view import View

TWO_WAYS = "Có thể tính hai cách"
"""What a reading is called: two ways of counting, both true."""
_OPEN = 12
"""Places that stand open on the page; further kinds wait behind a line each."""


def quality_page(view: View, commune: Commune) -> Page:
    """Every difference of a commune, by rule, each with its sides; then what the machine finds odd."""
    here = f"{commune.address}{QUALITY}"
    return page_below(
        view, commune, here,
        title="Chất lượng số liệu",
        description=f"Những chỗ số liệu trong văn bản của {lowered(commune.name)} chưa khớp nhau hoặc cần đọc cả hai.",
        opening=(nothing_yet(commune) if view.is_empty(commune) else Prose(_compared(view, commune), "lead"),),
        sections=() if view.is_empty(commune) else _sections(view, commune, here),
    )  # fmt: skip


def _sections(view: View, commune: Commune, here: str) -> Iterator[Section]:
    yield from _differences(view, commune, here)
    if odd := tuple(odd_things(view, here, commune)):
        yield Section("Điều máy thấy lạ", "dieu-la", odd)
    yield missing(view, commune, here)
    rules = Link("Các quy tắc, và những nơi khác", view.link(here, QUALITY))
    yield Section("Xem thêm", "xem-them", (Prose("", "", rules),))


def _compared(view: View, commune: Commune) -> str:
    """How many places there are, beside how much was there to compare: who reports more has more of both."""
    read = sum(figure.kind is not Kind.COMPUTED for figure in with_value(view.of(commune)))
    return (
        f"{show_number(len(view.differences))} chỗ chưa khớp, hoặc cần đọc cả hai mới hiểu; trang đã chép "
        f"{show_number(read)} số liệu của {kind_of(commune.name)}. Trang giữ nguyên số của văn bản và không kết luận "
        "bên nào đúng."
    )


def _differences(view: View, commune: Commune, here: str) -> Iterator[Section]:
    told = [(IN_WORDS[d.rule][0], d) for d in view.differences] + [(TWO_WAYS, d) for d in view.readings]
    shown = 0
    for number, (name, own) in enumerate(grouped(told, lambda pair: pair[0]).items(), 1):
        block = Rows(tuple(_row(view, commune, here, difference) for _, difference in own))
        shown += len(own)
        title, id = f"{name} ({len(own)})", f"cho-lech-{number}"
        note = (Prose("Không đếm là chỗ chưa khớp.", "small"),) if name == TWO_WAYS else ()
        if shown > _OPEN and shown > len(own):
            yield Section(title, id, note, (block,), f"Xem {len(own)} chỗ")
        else:
            yield Section(title, id, (*note, block))


def _row(view: View, commune: Commune, here: str, difference: Difference) -> Row:
    """A difference in its sentence; it opens to both sides, each with its document and place."""
    return Row(
        name=difference.sentence,
        figures=tuple(_side(view, commune, here, side) for side in difference.sides),
        notes=(difference.more,) if difference.more else (),
    )


def _side(view: View, commune: Commune, here: str, side: Side) -> Told:
    label, shown, source, place, day, figure = side
    recomputed = figure is not None and figure.kind is Kind.COMPUTED
    return Told(
        anchor="",
        value=shown,
        mark="tự tính" if recomputed else "",
        state="chua_co" if shown == "để trống" else "co",
        period=f"{label}, {_when(figure) or show_date(day) or NO_DAY}",
        source=source_link(view, commune, here, source) if source else None,
        place="tính từ các số đếm" if recomputed else place.split(" | ")[0],
    )


def _when(figure: Figure | None) -> str:
    """Up to when a side tells, as its document says it: a stage or a year by its name."""
    if figure is None:
        return ""
    return figure.period.printed if figure.kind is Kind.TARGET else ended(figure)
