"""What the page of data quality says of one commune: every place to be read twice, everything odd."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparing.differences import IN_WORDS
from generator.language.numbers import show_number
from generator.language.vietnamese import kind_of, show_date
from generator.model.commune import Commune
from generator.model.difference import Difference
from generator.model.figure import Figure, Kind
from generator.model.figure_words import ended
from generator.pages.doubts import odd_things
from generator.pieces.addresses import QUALITY
from generator.pieces.blocks import Block, Cell, Grid, Link, Prose, Section
from generator.pieces.picking import with_value
from generator.pieces.shown import NO_DAY
from generator.pieces.view import View, source_link

TWO_WAYS = "Hai cách tính (không đếm là chỗ chưa khớp)"
"""What a reading is called: two ways of counting, both true."""


def quality_section(view: View, commune: Commune) -> Section:
    """The part of the page that is the commune's own; its links lead from that page."""
    here = QUALITY
    blocks: list[Block] = [] if view.is_empty(commune) else [Prose(_compared(view, commune, len(view.differences)))]
    told = [(IN_WORDS[d.rule][0], d) for d in view.differences] + [(TWO_WAYS, d) for d in view.readings]
    blocks += [block for name, d in told for block in _side_by_side(view, here, commune, name, d)]
    blocks += odd_things(view, here, commune)
    blocks.append(Prose("", "", Link("Chỉ tiêu còn trống của xã", view.link(here, commune.address, "con-thieu"))))
    count = ": chưa có số liệu" if view.is_empty(commune) else ""
    return Section(f"{commune.name}{count}", f"xa-{commune.code}", tuple(blocks))


def _compared(view: View, commune: Commune, many: int) -> str:
    """How many places there are, beside how much was there to compare: who reports more has more of both."""
    read = sum(figure.kind is not Kind.COMPUTED for figure in with_value(view.of(commune)))
    return f"{show_number(many)} chỗ cần đọc kỹ; trang đã chép {show_number(read)} số liệu của {kind_of(commune.name)}."


def _side_by_side(view: View, here: str, commune: Commune, name: str, difference: Difference) -> Iterator[Block]:
    rows = []
    for label, shown, source, place, day, figure in difference.sides:
        link = source_link(view, commune, here, source) if source else None
        recomputed = figure is not None and figure.kind is Kind.COMPUTED
        rows.append((
            Cell(label, "", "tự tính từ số đếm" if recomputed else place.split(" | ")[0]),
            Cell(shown, _style(shown)),
            Cell(_when(figure) or show_date(day) or NO_DAY, "", "", link),
        ))  # fmt: skip
    caption = f"{name}. {difference.sentence}"
    yield Grid(caption, ("Số liệu", "Giá trị", "Ngày, nguồn"), tuple(rows))
    if difference.more:
        yield Prose(difference.more, "small")


def _when(figure: Figure | None) -> str:
    """Up to when a side tells, as its document says it: a stage or a year by its name."""
    if figure is None:
        return ""
    return figure.period.printed if figure.kind is Kind.TARGET else ended(figure).removeprefix("đến ")


def _style(shown: str) -> str:
    """Numbers stand in a column, words run on."""
    return "missing" if shown == "để trống" else "" if shown.startswith("“") or len(shown) > _NUMBER else "number"


_NUMBER = 30
"""Letters of the longest value that stands as a number."""
