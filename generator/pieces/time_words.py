"""What every chart over time says beside its marks: its frame, its legend, its documents, its alternative in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.charts import column_layout
from generator.charts.draw import WIDTH, Chart
from generator.charts.frame import Aim, Bracket, Frame, Tick
from generator.charts.time_scale import Row
from generator.model.commune import Commune
from generator.model.figure import Figure as Number
from generator.model.grouping import grouped
from generator.pieces.blocks import Figure, Grid
from generator.pieces.changed import FEW, is_of_few
from generator.pieces.chart_words import documents, row, sentence, source_line, table_of
from generator.pieces.moments import Moment, called, on_axis
from generator.pieces.row_blocks import Cell
from generator.pieces.shown import period
from generator.pieces.view import View

OURS, SMALL, OLDER = "trang tự tính: hiệu hai số lũy kế", f"dưới {FEW} hồ sơ: đọc số đếm", "văn bản cũ hơn"
ADDED, COUNTED = "trang tự tính: cộng các kỳ trong năm", "trang tự tính từ số đếm"
_LONG = 14
"""Rows beyond which a table of months has a column a year."""
_NAMED = 2
"""Documents that the line below a chart names; of more it tells how many."""


class Column(NamedTuple):
    """A column of a moment: how high, what stands over it, what it says in full, its cells in the table."""

    moment: Moment
    value: float
    text: str
    said: str
    cells: tuple[Cell, ...]
    look: str = "result"


def origin(view: View, commune: Commune, figures: Iterable[Number]) -> str:
    """The documents of a chart: named where they are few, else the newest two and how many more."""
    used = sorted({f.source: f for f in figures}.values(), key=lambda f: f.day, reverse=True)
    line = source_line(view, commune, used[:_NAMED])
    more = len(used) - _NAMED
    return f"{line.removesuffix('.')} và {more} văn bản trước đó." if more > 0 else line


def look_of(moment: Moment) -> str:
    """How the column of a moment looks."""
    small = moment.figure and is_of_few(moment.figure)
    return "light" if small else "computed" if moment.ours else "result"


def columns(
    view: View,
    commune: Commune,
    shown: Sequence[Moment],
    told: Sequence[Column],
    *,
    title: str,
    below: str,
    head: tuple[str, ...],
    caption: str,
    main: Sequence[Moment] = (),
    aims: Sequence[Aim] = (),
    unit: str = "",
    ours: str = OURS,
) -> Figure:
    """A column a moment, of one with several values a column each. Where room is short the newest, the highest and
    `main` ones are told and what is zero, and the words below say so.
    """
    at = {moment.period: number for number, moment in enumerate(shown)}
    highest = max(told, key=lambda one: one.value)
    first = {told[-1].moment, highest.moment, *main}
    rows, brackets = [], []
    for when, own in grouped(told, lambda one: one.moment.period).items():
        share = 0.8 / len(own)
        for number, one in enumerate(own):
            figure = one.moment.figures[number]
            begins = at[when] + 0.1 + number * share
            rows.append(row(
                x=begins, x2=begins + share * (1 if len(own) == 1 else 0.9), value=one.value,
                text=one.text if len(own) == 1 else "", look=one.look,
                main=one.moment in first or not one.value,
                name=called(when), said=one.said, period=period(figure), source=documents(view, commune, [figure]),
            ))  # fmt: skip
        if len(own) > 1:
            values = [one.value for one in own]
            ends = at[when] + 0.1, at[when] + 0.9
            brackets.append(Bracket(*ends, min(values), max(values), f"{len(own)} số"))
    looks = {"result": "văn bản nêu", "computed": ours, "light": SMALL, "old": OLDER}
    keys = [look for look in looks if any(one.look == look for one in told)]
    keys = [] if keys == ["result"] else keys
    frame = framed(shown, aims, brackets, unit)
    drawn, rule = told_over(frame, rows)
    below = " ".join(filter(None, (below, rule, _upright(frame, rows))))
    alt = sentence([(called(one.moment.period), one.said) for one in (told[-1], highest)])
    alt = f"{below} {alt.removesuffix('.')}{silent(shown)}{''.join(f'; {aim.words}' for aim in aims)}."
    chart = Chart("columns", title, alt, tuple(drawn), tuple(looks[key] for key in keys), tuple(keys), frame)
    by_period: list[tuple[str, *tuple[Cell, ...]]] = [(_named(one), *one.cells) for one in reversed(told)]
    table = by_years(caption, told) if len(told) > _LONG and _monthly(told) else table_of(caption, head, by_period)
    figures = [figure for moment in shown for figure in moment.figures]
    return Figure(chart, table, origin(view, commune, figures), below=below)


def _monthly(told: Sequence[Column]) -> bool:
    return all(on_axis(one.moment.period, first=False)[0].split("/")[0].isdecimal() for one in told)


def by_years(caption: str, told: Sequence[Column]) -> Grid:
    """Many months as a table of months and years, each with the last cell of who speaks first."""
    ends = {
        (one.moment.period.end.year, one.moment.period.end.month): one
        for one in reversed(told)
        if one.moment.period.end
    }
    years = sorted({year for year, _ in ends}, reverse=True)
    first, last = min(ends), max(ends)
    rows: list[tuple[str, *tuple[Cell, ...]]] = []
    for month in range(1, 13):
        cells = [
            ends[year, month].cells[-1] if (year, month) in ends
            else Cell("chưa có", "missing") if first < (year, month) < last else Cell("", "number")
            for year in years
        ]  # fmt: skip
        rows.append((str(month), *cells))
    return table_of(caption, ("Tháng", *map(str, years)), rows)


def framed(
    shown: Sequence[Moment], aims: Sequence[Aim] = (), brackets: Sequence[Bracket] = (), unit: str = ""
) -> Frame:
    """The frame of columns, one period a moment."""
    names = [on_axis(moment.period, number == 0) for number, moment in enumerate(shown)]
    last = len(shown) - 1
    ticks = [Tick(n + 0.5, name, must or n == last) for n, (name, must) in enumerate(names)]
    gaps = _runs([number for number, moment in enumerate(shown) if not moment.figure])
    return Frame(len(shown), tuple(ticks), tuple(gaps), tuple(aims), tuple(brackets), 0, unit)


def silent(shown: Sequence[Moment]) -> str:
    """Which periods nobody tells of."""
    gaps = [called(moment.period) for moment in shown if not moment.figure]
    return f"; chưa có số: {', '.join(gaps)}" if gaps else ""


def _named(one: Column) -> str:
    words = called(one.moment.period)
    return f"{words} ({OLDER})" if one.look == "old" else words


def told_over(frame: Frame, rows: Sequence[Row]) -> tuple[list[Row], str]:
    """Columns with the words that have room over them, and which these are: all of them or, where one has no room, the
    main ones alone.
    """
    if all(_have_room(frame, rows)):
        return [*rows], ""
    some = [one if one["main"] else _silent(one) for one in rows]
    placed = _have_room(frame, some)
    zeros = [n for n, one in enumerate(rows) if not one["value"] and one["text"]]
    without = set() if all(placed[n] for n in zeros) else {*zeros}
    some = [_silent(one) if n in without or not placed[n] else one for n, one in enumerate(some)]
    there = [n for n, one in enumerate(some) if one["text"]]
    values = [one["value"] for one in rows]
    kinds = {
        "cột mới nhất": len(rows) - 1 in there,
        "cột cao nhất": any(values[n] == max(values) for n in there),
        "cột thấp nhất": any(0 < values[n] == min(values) for n in there),
        "các kỳ bằng 0": any(n in there for n in zeros),
    }
    *others, last = [name for name, told in kinds.items() if told] or [""]
    names = f"{', '.join(others)} và {last}" if others else last
    return some, f"Chỉ ghi số ở {names}." if names else ""


def _have_room(frame: Frame, rows: Sequence[Row]) -> list[bool]:
    """Of each column whether its words, if it has any, are drawn."""
    drawn = column_layout.columns(frame, rows, WIDTH)["rows"]
    return [not one["text"] or bool(there["text"]) for one, there in zip(rows, drawn, strict=True)]


def _silent(one: Row) -> Row:
    return row(**{**one, "text": ""})


def _upright(frame: Frame, rows: Sequence[Row]) -> str:
    """What the line of a gap without room for words means; '' where there is none."""
    drawn = column_layout.columns(frame, rows, WIDTH)["frame_data"]
    return "Vạch chấm đứng: chưa có số." if any(one["part"] == "gap" for one in drawn) else ""


def _runs(numbers: Sequence[int]) -> list[tuple[float, float]]:
    """Numbers that follow one another as stretches."""
    made: list[tuple[float, float]] = []
    for number in numbers:
        if made and made[-1][1] == number:
            made[-1] = (made[-1][0], number + 1)
        else:
            made.append((number, number + 1))
    return made
