"""Values of stretches of time that do not follow one another: nested, mixed, of documents that disagree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from generator.charts.draw import Chart
from generator.charts.frame import Aim, Bracket, Frame, Tick
from generator.charts.time_scale import round_ticks
from generator.language.numbers import PERCENT, show_number
from generator.language.vietnamese import show_date
from generator.model.commune import Commune
from generator.model.figure import MEASURED, Kind, Topic
from generator.model.figure import Figure as Number
from generator.model.figure_words import aimed
from generator.model.grouping import grouped
from generator.model.period import Period, PeriodKind
from generator.pieces.blocks import Block, Figure, Prose
from generator.pieces.chart_words import counted, documents, row, sentence, table_of
from generator.pieces.charted import short
from generator.pieces.document_links import source_name
from generator.pieces.moments import called
from generator.pieces.picking import with_value
from generator.pieces.row_blocks import Cell
from generator.pieces.shown import period, value
from generator.pieces.time_words import origin
from generator.pieces.view import View

_MOST = 8
"""Stretches that a drawing keeps apart; of more the newest are shown."""
_DAY = dt.timedelta(days=1)


class _Stretch(NamedTuple):
    """A value with its days; `start` is its only one where its document does not say since when."""

    figure: Number
    start: dt.date
    end: dt.date


def intervals(view: View, commune: Commune, indicator: str) -> list[Block]:
    """Every value of an indicator over its own stretch of time, with what the documents leave to explain; nothing
    where there are not two.
    """
    there = sorted(_stretches(view, commune, indicator), key=lambda one: (one.end, one.start, one.figure.issued))[
        -_MOST:
    ]
    if len(there) < 2:
        return []
    zero = min(one.start for one in there)
    last = dt.date(there[-1].end.year, 12, 31)
    aims = [*_aims(view, commune, indicator, zero, last)]
    values = [one.figure.number for one in there] + [Decimal(str(aim.value)) for aim in aims]
    floor = _floor(values)
    older = {two.figure.id for same in _same(there) for two in same[:-1]}
    rows = tuple(
        row(
            x=(one.start - zero).days, x2=(one.end - zero).days, value=one.figure.number, main=False,
            text=f"{value(one.figure)} · {_until(one.figure)}", look="old" if one.figure.id in older else "result",
            name=called(_whole(one.figure.period)), said=value(one.figure), period=period(one.figure),
            source=documents(view, commune, [one.figure]),
        )
        for one in there
    )  # fmt: skip
    brackets = []
    for same in _same(there):
        ends = [float(one.figure.number) for one in same]
        days = (same[0].start - zero).days, (same[0].end - zero).days
        brackets.append(Bracket(*days, min(ends), max(ends), f"{len(same)} số"))
    unit = "%" if there[0].figure.unit == PERCENT else ""
    frame = Frame((last - zero).days, tuple(_ticks(zero, last)), (), tuple(aims), tuple(brackets), float(floor), unit)
    from_zero = "từ 0" if not floor else f"từ {show_number(floor, _decimals(floor))}{unit}, không từ 0"
    below = f"Mỗi vạch: một con số và những ngày nó tính. Trục đứng bắt đầu {from_zero}."
    below += "".join(_read(one.figure) for one in there)
    alt = sentence([(called(_whole(one.figure.period)), value(one.figure)) for one in there])
    looks = ("result", "old") if older else ()
    chart = Chart(
        "intervals", _title(view, indicator, there), f"{below} {alt}", rows,
        ("văn bản mới nhất", "văn bản cũ hơn, cùng kỳ") if older else (), looks, frame,
    )  # fmt: skip
    cells = [
        (called(_whole(one.figure.period)), counted(one.figure, value(one.figure)),
         Cell(source_name(view, view.source(commune.code, one.figure.source))))
        for one in reversed(there)
    ]  # fmt: skip
    table = table_of(short(view, indicator), ("Kỳ", "Số liệu", "Văn bản"), cells)
    used = [one.figure for one in there]
    return [Figure(chart, table, origin(view, commune, used), below=below), *_explained(view, used)]


def _stretches(view: View, commune: Commune, indicator: str) -> Iterator[_Stretch]:
    """The values of stretches of days, of one document and period the printed one."""
    own = [
        f for f in with_value(view.sayable(commune))
        if f.topic == Topic(indicator, "") and f.kind in MEASURED and f.is_exact
        and f.period.kind is not PeriodKind.AT and f.period.end and not f.period.is_since_ever
    ]  # fmt: skip
    for same in grouped(own, lambda f: (f.source, f.period)).values():
        figure = min(same, key=lambda f: f.kind is not Kind.REPORTED)
        days = _whole(figure.period)
        assert days.end
        yield _Stretch(figure, days.start or days.end, days.end)


def _whole(days: Period) -> Period:
    """A period that is printed as a year is that year, whatever day its document leaves out."""
    end = days.end
    if (
        days.start is None
        and end
        and (end.month, end.day) == (12, 31)
        and days.printed.strip().lower() == f"năm {end.year}"
    ):
        return replace(days, start=dt.date(end.year, 1, 1))
    return days


def _same(there: Sequence[_Stretch]) -> list[list[_Stretch]]:
    """Stretches of the same days with more than one value."""
    by_days = grouped(there, lambda one: (one.start, one.end)).values()
    return [own for own in by_days if len({one.figure.number for one in own}) > 1]


def _until(figure: Number) -> str:
    days = _whole(figure.period)
    return called(days) if days.is_whole_years or not days.is_year_to_date else f"đến\u00a0{show_date(days.end)}"


def _read(figure: Number) -> str:
    """That a stretch is drawn up to the signature of its document, which names no last day, or over the whole year that
    its document names without days; '' where it does give them.
    """
    printed = figure.period.printed
    if _whole(figure.period) != figure.period:
        return f" Văn bản chỉ ghi “{printed}”; vạch vẽ cả năm."
    if not figure.ends_when_signed:
        return ""
    return f" {show_date(figure.period.end)} là ngày ký; văn bản chỉ ghi “{printed}”."


def _floor(values: Sequence[Decimal]) -> Decimal:
    """Where the values start: at zero, but where all of them are close together and far from it."""
    low, high = min(values), max(values)
    if low < high / 2 or low == 0:
        return Decimal()
    room = max((high - low) / 6, high / 500)
    return Decimal(str(round_ticks(float(low - room), float(high))[0]))


def _decimals(floor: Decimal) -> int:
    return max(0, -int(floor.normalize().as_tuple().exponent))


def _ticks(zero: dt.date, last: dt.date) -> Iterator[Tick]:
    """The first days of half years; of a shorter time, of months."""
    step = 6 if (last - zero).days > 250 else 2
    for year in range(zero.year, last.year + 1):
        for month in range(1, 13, step):
            day = dt.date(year, month, 1)
            if zero <= day <= last:
                yield Tick((day - zero).days, f"{month}/{year}", main=True)


def _aims(view: View, commune: Commune, indicator: str, zero: dt.date, last: dt.date) -> Iterator[Aim]:
    """Targets over their own stage, one a level."""
    by_level: dict[str, Aim] = {}
    for standing in view.targets_of(commune):
        target = standing.target
        start, end = target.period.start or zero, min(target.period.end or last, last)
        undated = not (target.period.start or target.period.end)
        if target.topic != Topic(indicator, "") or not target.has_value or target.is_range or undated or start >= last:
            continue
        begins, ends = max((start - zero).days, 0), (end + _DAY - zero).days
        known = by_level.get(aimed(target))
        words = f"mục tiêu: {aimed(target)}"
        by_level[aimed(target)] = Aim(
            float(target.number),
            words,
            min(begins, known.start if known else begins),
            max(ends, known.end if known else ends),
        )
    yield from by_level.values()


def _title(view: View, indicator: str, there: Sequence[_Stretch]) -> str:
    """The newest, and what it is told beside."""
    newest, before = there[-1], there[-2]
    said = f"{short(view, indicator)}: {value(newest.figure)} ({called(_whole(newest.figure.period))})"
    same = (before.start, before.end) == (newest.start, newest.end)
    when = "" if same else f" ({called(_whole(before.figure.period))})"
    who = "văn bản cũ hơn" if same or newest.figure.source != before.figure.source else "trước đó"
    return f"{said}; {who}: {value(before.figure)}{when}"


def _explained(view: View, used: Sequence[Number]) -> list[Prose]:
    """What two of the values imply, where the rules found it hard to believe."""
    ids = {figure.id for figure in used}
    for two in pairwise(reversed(used)):
        for difference in view.differing.get(two[0].id, ()):
            if len(ids & {*difference.ids}) > 1:
                return [Prose(f"{difference.sentence} {difference.more}".strip())]
    return []
