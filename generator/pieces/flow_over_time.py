"""What came and what became of it, period by period: two columns that must be equally high."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from generator.charts.draw import Chart
from generator.language.numbers import show_number
from generator.language.vietnamese import opened
from generator.model.commune import Commune
from generator.model.figure import Figure as Number
from generator.model.figure import Kind, Topic
from generator.pieces.blocks import Figure
from generator.pieces.chart_words import documents, row, sentence, table_of
from generator.pieces.moments import Moment, called, months, told
from generator.pieces.newest import row_of
from generator.pieces.row_blocks import Cell
from generator.pieces.shown import period
from generator.pieces.time_words import framed, origin
from generator.pieces.view import View

_MOST = 6
"""Periods of which two columns each can be read on a phone, thin parts too."""
_FEWEST = 2
_LACKS = "chưa đủ số"


class Share(NamedTuple):
    """A part of a column: its indicators, of which those printed are added up, its name, how it looks; one that is
    `needed` must be printed, or the period has no columns.
    """

    indicators: tuple[str, ...]
    name: str
    look: str
    needed: bool = True


class Flow(NamedTuple):
    """What came (`arrived`) and what became of it (`gone`), from the foot of each column up; `unit` is what is
    counted.
    """

    arrived: tuple[Share, ...]
    gone: tuple[Share, ...]
    unit: str

    @property
    def shares(self) -> tuple[Share, ...]:
        """All parts of both columns."""
        return (*self.arrived, *self.gone)


class _Told(NamedTuple):
    """The counts of one period by the name of their share, and a figure of their row."""

    moment: Moment
    counts: Mapping[str, Decimal]
    figure: Number

    def sum(self, shares: Sequence[Share]) -> Decimal:
        return sum((self.counts[share.name] for share in shares), Decimal())


def flow_over_time(view: View, commune: Commune, flow: Flow) -> list[Figure]:
    """The last six months of a flow, from two months that tell all its needed parts on; else nothing."""
    shown = months(view.series_of(commune), Topic(flow.gone[0].indicators[0], ""), (Kind.REPORTED,))[-_MOST:]
    figures = view.sayable(commune)
    made = [one for moment in shown if not moment.ours and (one := _read(figures, moment, flow))]
    if len(made) < _FEWEST:
        return []
    there = {one.moment.period for one in made}
    shown = [moment if moment.period in there else Moment(moment.period) for moment in shown]
    shown = shown[shown.index(told(shown)[0]) :]
    at = {moment.period: number for number, moment in enumerate(shown)}
    rows = [cell for one in made for cell in _drawn(view, commune, one, flow, at[one.moment.period], one is made[-1])]
    apart = [one for one in made if one.sum(flow.arrived) != one.sum(flow.gone)]
    used = [share for share in flow.shares if any(one.counts[share.name] for one in made)]
    legend = [*((share.name, share.look) for share in used), *([("chưa khớp", "differs")] if apart else [])]
    below = f"Số {flow.unit}, mỗi tháng hai cột: bên trái đã đến, bên phải đã đi và còn lại. Cao bằng nhau là khớp."
    below += " Chỉ ghi số ở tháng mới nhất: tổng của cột."
    below += _lacking(view, commune, flow, [moment for moment in shown if moment.period not in there])
    alt = [(called(made[-1].moment.period), "; ".join(_words(made[-1], flow.shares)))]
    alt_text = f"{below} {sentence(alt)}"
    chart = Chart(
        "columns", _title(made, len(shown), apart, flow), alt_text, tuple(rows), tuple(name for name, _ in legend),
        tuple(look for _, look in legend), replace(framed(shown), lacks=_LACKS),
    )  # fmt: skip
    head = ("Tháng", *(share.name[:1].upper() + share.name[1:] for share in used))
    table = table_of("Hồ sơ đến và đi", head, [(_month(one), *_cells(one, used)) for one in made[::-1]])
    return [Figure(chart, table, origin(view, commune, [one.figure for one in made]), below=below)]


def _read(figures: Sequence[Number], moment: Moment, flow: Flow) -> _Told | None:
    """The counts of a moment in the row of who speaks; None where a needed part is not printed exactly."""
    if not moment.figure:
        return None
    printed = row_of(figures, moment.figure)
    counts = {}
    for share in flow.shares:
        there = [printed[indicator] for indicator in share.indicators if indicator in printed]
        if (share.needed and not there) or not all(figure.is_exact for figure in there):
            return None
        counts[share.name] = sum((figure.number for figure in there), Decimal())
    return _Told(moment, counts, moment.figure)


def _drawn(view: View, commune: Commune, one: _Told, flow: Flow, at: int, newest: bool) -> Iterator[dict[str, object]]:
    """The parts of both columns of a period, and what one lacks."""
    sides = [(flow.arrived, at + 0.1), (flow.gone, at + 0.5)]
    high = max(one.sum(shares) for shares, _ in sides)
    names = documents(view, commune, [one.figure])
    for shares, begins in sides:
        base = Decimal()
        parts = [(share.name, one.counts[share.name], share.look) for share in shares]
        parts += [("chưa khớp", high - one.sum(shares), "differs")] if one.sum(shares) < high else []
        for name, count, look in parts:
            top = base + count
            yield row(
                x=begins, x2=begins + 0.36, base=base, value=top, look=look, main=newest,
                text=show_number(high) if newest and shares is flow.arrived and top == high else "",
                name=f"{called(one.moment.period)}, {name}", said=f"{show_number(count)} {flow.unit}",
                period=period(one.figure), source=names,
            )  # fmt: skip
            base = top


def _words(one: _Told, shares: Sequence[Share]) -> Iterator[str]:
    yield from (f"{share.name} {show_number(one.counts[share.name])}" for share in shares if one.counts[share.name])


def _month(one: _Told) -> str:
    """`10/2026`: a table of many columns has little room for names."""
    return called(one.moment.period).removeprefix("tháng\u00a0")


def _cells(one: _Told, shares: Sequence[Share]) -> Iterator[Cell]:
    for share in shares:
        count = one.counts[share.name]
        yield Cell(show_number(count), "number", number=f"{count:f}")


def _lacking(view: View, commune: Commune, flow: Flow, silent: Sequence[Moment]) -> str:
    """Of which months the counts cannot be added up, and of which two documents differ."""
    if not silent:
        return ""
    names = ", ".join(called(moment.period) for moment in silent)
    told = months(view.series_of(commune), Topic(flow.gone[0].indicators[0], ""), (Kind.REPORTED,))
    periods = {moment.period for moment in silent}
    two = ", ".join(called(moment.period) for moment in told if moment.others and moment.period in periods)
    differ = f" Hai văn bản nêu hai số, văn bản mới hơn không nêu đủ: {two}." if two else ""
    return f" {opened(_LACKS)} để cộng: {names}.{differ}"


def _title(made: Sequence[_Told], all: int, apart: Sequence[_Told], flow: Flow) -> str:
    """What is left of what came, and whether it adds up in the months that tell enough, of all that are shown."""
    newest = made[-1]
    said = ", ".join(_words(newest, [flow.gone[0], flow.gone[-1]]))
    start = f"{called(newest.moment.period).capitalize()}: {said} {flow.unit}"
    those = f"{len(made)} tháng" + (f" đủ số trong {all} tháng" if len(made) < all else "")
    if not apart:
        return f"{start}; số đến và số đi khớp nhau ở cả {those}"
    last = apart[-1]
    gap = abs(last.sum(flow.arrived) - last.sum(flow.gone))
    where = f"{called(last.moment.period)} lệch {show_number(gap)}"
    return f"{start}; chưa khớp ở {len(apart)} trong {those} ({where})"
