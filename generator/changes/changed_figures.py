"""What differs between the figures of a commune before and after, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.language.quotes import cut, quoted
from generator.language.value import State
from generator.language.vietnamese import show_date
from generator.model import choices
from generator.model.figure import Figure, Kind
from generator.model.figure_words import stage_in_words
from generator.model.grouping import grouped
from generator.pieces.document_links import source_name
from generator.pieces.shown import value
from generator.pieces.view import View, label
from generator.tables.all_tables import BY_NAME, TABLES
from generator.tables.table import Table


class Pair(NamedTuple):
    """A figure before and after; one of them is None where it came or went."""

    old: Figure | None
    new: Figure | None

    @property
    def here(self) -> Figure:
        """The figure as it is now, or as it was last."""
        figure = self.new or self.old
        assert figure is not None
        return figure


_SAME: tuple[Callable[[Figure], tuple[object, ...]], ...] = (
    lambda figure: (figure.topic, figure.kind, figure.source),
    lambda figure: (figure.topic, figure.kind, figure.period),
    lambda figure: (figure.topic, figure.source, figure.period),
)
"""What a figure keeps when it gets another id: all but its period, its source or its kind."""


def paired(before: Iterable[Figure], after: Iterable[Figure]) -> list[Pair]:
    """Figures of one commune by id; then those that alone went and alone came with the same parts of `_SAME`.

    In the order of the tables and their lines.
    """
    old, new = ({figure.id: figure for figure in figures} for figures in (before, after))
    pairs = [Pair(old.pop(id), new.pop(id)) for id in [*old] if id in new]
    for same in _SAME:
        went, came = (grouped(left.values(), same) for left in (old, new))
        lone = [key for key in went if len(went[key]) == len(came.get(key, ())) == 1]
        pairs += [Pair(old.pop(went[key][0].id), new.pop(came[key][0].id)) for key in lone]
    pairs += [Pair(figure, None) for figure in old.values()] + [Pair(None, figure) for figure in new.values()]
    return sorted(pairs, key=lambda pair: _place(pair.here))


def _place(figure: Figure) -> tuple[int, int, int]:
    """Table, line and column of a figure."""
    table = table_of(figure)
    columns = [column.melts_to for column in table.columns]
    indicator = figure.topic.indicator
    return TABLES.index(table), figure.trace.line, columns.index(indicator) if indicator in columns else 0


def table_of(figure: Figure) -> Table:
    """The table that a figure stands in."""
    return BY_NAME[figure.trace.table]


def figure_lines(before: View, after: View, pairs: Sequence[Pair]) -> Iterator[str]:
    """What differs between paired figures of one commune, row by row."""
    told = set()
    for line, ids in _emptied(pairs):
        yield line
        told |= ids
    twice = _several_sources(before, after, pairs)
    left = (pair for pair in pairs if pair.here.id not in told)
    for row in grouped(left, lambda p: (p.here.trace.table, p.here.trace.line, not p.new)).values():
        kept = [pair for pair in row if pair.old and pair.new]
        yield from _values(after, kept, twice)
        yield from _words(before, after, kept)
        if came := [pair.new for pair in row if pair.new and not pair.old]:
            yield f"Thêm: {_listed(after, came)}"
        if went := [pair.old for pair in row if pair.old and not pair.new]:
            yield f"Bỏ: {_listed(before, went)}"


# --- values -----------------------------------------------------------------------------------


def said(figure: Figure) -> str:
    """The value inside a sentence: `2.822 hồ sơ`, `chưa có số liệu`."""
    words = value(figure)
    return words if figure.has_value else words[:1].lower() + words[1:]


def step(old: Figure, new: Figure) -> str:
    """From one value to the next, the unit once: `2.822 → 2.825 hồ sơ`."""
    one, two, unit = said(old), said(new), f" {new.unit}"
    both = new.unit and one.endswith(unit) and two.endswith(unit)
    return f"{one.removesuffix(unit) if both else one} → {two}"


def name(view: View, figure: Figure) -> str:
    """What a figure measures: `Kinh phí: Phần mềm`, `Mục tiêu: Tỷ lệ đúng hạn`."""
    money = f"Kinh phí, {stage_in_words(figure)}: " if figure.stage else ""
    opening = "Mục tiêu: " if figure.kind is Kind.TARGET else money
    mark = " (tự tính lại)" if figure.kind is Kind.COMPUTED else ""
    return f"{opening}{cut(label(view, figure))}{mark}"


def about(view: View, figure: Figure) -> str:
    """What a figure measures and when."""
    return f"{name(view, figure)}, {figure.period.printed}"


def _several_sources(before: View, after: View, pairs: Sequence[Pair]) -> set[str]:
    """Subjects that more than one document speaks of: there the document is named."""
    subjects = {(about(after if pair.new else before, pair.here), pair.here.source) for pair in pairs}
    return {subject for subject, times in Counter(subject for subject, _ in subjects).items() if times > 1}


def _values(view: View, kept: Iterable[Pair], twice: set[str]) -> Iterator[str]:
    for old, new in kept:
        if old and new and said(old) != said(new):
            source = f" ({_source(view, new)})" if about(view, new) in twice else ""
            yield f"{about(view, new)}{source}: {step(old, new)}"


def _listed(view: View, figures: Sequence[Figure]) -> str:
    """Figures of one row: what they share once, the unit with the first, then each value."""
    first = figures[0]
    if len(figures) == 1:
        return f"{about(view, first)}: {said(first)}"
    table = table_of(first)
    headings = {column.melts_to: column.heading for column in table.columns}
    unit = first.unit if first.unit and all(figure.unit == first.unit for figure in figures) else ""
    shown = [said(first), *(said(figure).removesuffix(f" {unit}") if unit else said(figure) for figure in figures[1:])]
    values = (f"{headings[one.topic.indicator].lower()} {words}" for one, words in zip(figures, shown, strict=True))
    return f"{_row(view, figures)}, {first.period.printed}: {'; '.join(values)}"


def _row(view: View, figures: Sequence[Figure]) -> str:
    """A row of a form: its table and group; a lone figure by its name."""
    first = figures[0]
    if len(figures) == 1:
        return name(view, first)
    group = _breakdown(view, first)
    return f"{table_of(first).title}, {group}" if group else table_of(first).title


def _emptied(pairs: Sequence[Pair]) -> Iterator[tuple[str, set[str]]]:
    """Tables and columns that lost all their values, more than one: a sentence and the ids it is about."""
    for own in grouped(pairs, lambda pair: pair.here.trace.table).values():
        table = table_of(own[0].here)
        if _lost(own):
            yield f"Bảng “{table.title}” không còn số nào: mất {len(own)} số liệu", {p.here.id for p in own}
            continue
        headings = {column.melts_to: column.heading for column in table.columns if column.melts_to}
        for indicator, column in grouped(own, lambda pair: pair.here.topic.indicator).items():
            if indicator in headings and _lost(column):
                words = f"Cột “{headings[indicator]}” của bảng “{table.title}” không còn số nào"
                yield f"{words}: mất {len(column)} số liệu", {p.here.id for p in column}


def _lost(pairs: Sequence[Pair]) -> bool:
    gone = [p for p in pairs if p.old and p.old.has_value and (not p.new or p.new.value.state is State.MISSING)]
    return len(gone) == len(pairs) > 1


# --- words ------------------------------------------------------------------------------------


def _breakdown(view: View, figure: Figure) -> str:
    return view.indicator(figure.topic.indicator).part(figure.topic.breakdown)


def _source(view: View, figure: Figure) -> str:
    return source_name(view, view.source(figure.commune, figure.source))


def _id(_: View, figure: Figure) -> str:
    return figure.id.partition(".")[2]


_KINDS = {Kind.REPORTED: "báo cáo", Kind.NEED: "nhu cầu", Kind.ALLOCATED: "được phân bổ"}
_EACH_YEAR = {"mot_lan": "một lần", "hang_nam": "hằng năm"}
_COMPLETE = {"co": "có", "khong": "không"}
_PARTS: Mapping[str, Callable[[View, Figure], str]] = {
    "mã": _id,
    "chỉ tiêu": lambda view, figure: view.indicator(figure.topic.indicator).name,
    "phân tổ": _breakdown,
    "loại": lambda _, figure: _KINDS.get(figure.kind, figure.kind),
    "văn bản nguồn": _source,
    "loại kỳ": lambda _, figure: choices.PERIOD_KINDS[figure.period.kind],
    "lặp lại": lambda _, figure: _EACH_YEAR.get(figure.each_year, figure.each_year),
    "tính trên": lambda _, figure: figure.base,
    "ngoại trừ": lambda _, figure: figure.without,
    "trực tuyến gồm cả kỳ trước": lambda _, figure: choices.INCLUDES.get(figure.with_carried, figure.with_carried),
    "nội dung": lambda _, figure: figure.words,
    "mã dòng cha": lambda _, figure: figure.parent,
    "đã đủ dòng con": lambda _, figure: _COMPLETE.get(figure.complete, figure.complete),
    "văn bản nhận định": lambda _, figure: choices.CLAIMS.get(figure.claim, figure.claim),
    "cơ quan báo cáo": lambda _, figure: figure.reporter,
    "vị trí trong văn bản": lambda _, figure: figure.trace.place,
    "ghi chú": lambda _, figure: figure.trace.note,
    "đúng như văn bản in": lambda _, figure: "có" if figure.as_printed else "",
}
"""The word for each part of a figure besides its value, and what it says there, in the order they are told."""


def _words(before: View, after: View, kept: Sequence[Pair]) -> Iterator[str]:
    """Changes besides the value; one that several figures of a row share is told once."""
    changes = [(pair.here, change) for pair in kept for change in _changes(before, after, pair)]
    for change, own in grouped(changes, lambda item: item[1]).items():
        figures = [figure for figure, _ in own]
        when = "" if change.startswith("kỳ: ") else f", {figures[0].period.printed}"
        yield f"{_row(after, figures)}{when}, {change}"


def _changes(before: View, after: View, pair: Pair) -> Iterator[str]:
    old, new = pair
    assert old
    assert new
    if _period(old) != _period(new):
        yield f"kỳ: {_period(old)} → {_period(new)}"
    if said(old) == said(new) and old.value.printed != new.value.printed:
        yield f"in trong văn bản: {quoted(old.value.printed, new.value.printed)}"
    for words, said_of in _PARTS.items():
        if said_of is _id and new.kind is not Kind.TARGET:  # other ids only say the parts again
            continue
        one, two = said_of(before, old), said_of(after, new)
        if one != two:
            yield f"{words}: {quoted(one, two)}"


def _period(figure: Figure) -> str:
    days = " đến ".join(show_date(day) for day in figure.period.span if day)
    return f"{figure.period.printed} ({days})" if days else figure.period.printed
