"""The months of this year beside those of the last."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.charts.draw import Chart
from generator.charts.frame import Frame, Tick
from generator.figures.change import Direction
from generator.language.numbers import show_number, show_quantity
from generator.model.commune import Commune
from generator.model.figure import Kind, Topic
from generator.pieces.blocks import Figure
from generator.pieces.chart_words import counted, documents, row, sentence, table_of
from generator.pieces.moments import Moment, called, months, told
from generator.pieces.row_blocks import Cell
from generator.pieces.shown import period, value
from generator.pieces.time_words import OURS, origin
from generator.pieces.trend import of_counts
from generator.pieces.view import View

_FEWEST = 3
"""Months that both years tell, from which on a chart says more than its numbers."""


def against_last_year(view: View, commune: Commune, indicator: str, name: str) -> list[Figure]:
    """Counts by month of the newest year beside those of the year before; nothing unless three months of this year can
    be compared. `name` says what is counted.
    """
    there = {m.period.end: m for m in told(months(view.series_of(commune), Topic(indicator, ""), (Kind.REPORTED,)))}
    if not there:
        return []
    year = max(day.year for day in there if day)
    now, before = ({d.month: m for d, m in there.items() if d and d.year == y} for y in (year, year - 1))
    both = sorted(now.keys() & before.keys())
    if len(both) < _FEWEST:
        return []
    rows, cells = [], []
    last = max(now)
    for month in range(1, 13):
        for own, begins, look in ((before, 0.08, "old"), (now, 0.5, "")):
            if moment := own.get(month):
                figure = moment.figures[0]
                rows.append(row(
                    x=month - 1 + begins, x2=month - 1 + begins + 0.4, value=figure.number, text="", main=False,
                    look=look or ("computed" if moment.ours else "result"), name=called(moment.period),
                    said=value(figure), period=period(figure), source=documents(view, commune, [figure]),
                ))  # fmt: skip
        if month in now or month in before:
            cells.append((f"tháng\u00a0{month}", _cell(now.get(month), month <= last), _cell(before.get(month))))
    title = _title(name, year, both, now, before)
    looks = {"result": f"năm {year}", "computed": f"năm {year}, {OURS}", "old": f"năm {year - 1}"}
    keys = tuple(look for look in looks if any(one["look"] == look for one in rows))
    until = f" (mới có đến tháng\u00a0{last})" if last < 12 else ""
    below = f"Mỗi tháng: bên trái năm {year - 1}, bên phải năm {year}{until}; không có cột là chưa có số."
    if any(moment.others for moment in (*now.values(), *before.values())):
        below += " Tháng có hai số thì vẽ số của văn bản mới hơn."
    frame = Frame(12, tuple(Tick(n + 0.5, str(n + 1), True) for n in range(12)))
    alt = f"{below} {sentence([(f'tháng {both[-1]}', _pair(now[both[-1]], before[both[-1]], year))])}"
    chart = Chart("columns", title, alt, tuple(rows), tuple(looks[key] for key in keys), keys, frame)
    table = table_of(f"{name}: hai năm", ("Tháng", f"Năm {year}", f"Năm {year - 1}"), cells)
    used = [figure for moment in (*now.values(), *before.values()) for figure in moment.figures]
    return [Figure(chart, table, origin(view, commune, used), below=below)]


def _cell(moment: Moment | None, due: bool = True) -> Cell:
    """What is told of a month; nothing where it was not yet `due`, after the newest month of its year."""
    if moment is None or moment.figure is None:
        return Cell("chưa có số", "missing") if due else Cell("", "number")
    others = ", ".join(show_number(figure.number) for figure in moment.others)
    return counted(moment.figure, show_number(moment.figure.number), f"văn bản khác: {others}" if others else "")


def _pair(now: Moment, before: Moment, year: int) -> str:
    return f"{value(now.figures[0])}, năm {year - 1} {value(before.figures[0])}"


def _title(name: str, year: int, both: Sequence[int], now: dict[int, Moment], before: dict[int, Moment]) -> str:
    """The sums of the months that both years tell, and which is higher beyond chance."""
    one, two = (sum((own[month].figures[0].number for month in both), Decimal()) for own in (before, now))
    unit = now[both[-1]].figures[0].unit
    sums = [show_quantity(total, unit, 0) for total in (two, one)]
    how = {Direction.UP: "nhiều hơn", Direction.DOWN: "ít hơn"}.get(
        of_counts(one, two), "bằng" if one == two else "chưa rõ nhiều hơn hay ít hơn"
    )
    run = list(both) == list(range(1, both[-1] + 1))
    which = f"{both[-1]} tháng đầu năm {year}" if run else f"{_runs(both)} năm {year}"
    return f"{name}, {which}: {sums[0]}, {how} {'cùng kỳ' if run else 'các tháng ấy'} năm trước ({sums[1]})"


def _runs(months: Sequence[int]) -> str:
    """`tháng 1–5, 7–10`: months by their numbers, those that follow one another as one."""
    runs: list[list[int]] = []
    for month in months:
        if runs and runs[-1][-1] == month - 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    named = (f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return f"tháng\u00a0{', '.join(named)}"
