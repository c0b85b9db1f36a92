"""Tables with a bar in each row: results beside their targets, and one moment beside an earlier one."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.figures.standings import MEETING, MET, NOT_BEGUN, NOT_COMPARABLE, ON_TARGET
from generator.language.numbers import PERCENT
from generator.language.value import State
from generator.language.vietnamese import inside, lowered, show_date
from generator.model.commune import Commune
from generator.model.figure import Figure as Number
from generator.model.figure import Kind, Standing
from generator.model.figure_words import aimed
from generator.model.grouping import grouped
from generator.pieces.addresses import anchor
from generator.pieces.blank_words import elsewhere
from generator.pieces.blocks import Block, Prose
from generator.pieces.chart_words import source_line
from generator.pieces.document_links import figure_link, source_link, source_name
from generator.pieces.drawn_tables import Bullet, Bullets
from generator.pieces.picking import pick, with_value
from generator.pieces.row_blocks import Cell
from generator.pieces.shown import period, value
from generator.pieces.standings import NO_RESULT, NOT_YET, nearest, ours, stands, state_mark, whence
from generator.pieces.view import View

_FEWEST = 2
"""Rows that a table of bars has at least."""
_ALERT = "▲✕"
_MET = "Thanh xanh: kết quả; vạch cam: mục tiêu."
_HEAD = ("Mục tiêu", "Kết quả", "Mức", "Tình trạng")


def short(view: View, indicator: str) -> str:
    """A name that is soon read over a bar."""
    said, name = view.said_of(indicator), view.indicator(indicator).name.removeprefix("Tỷ lệ ")
    return said.short if said and said.short else name[:1].upper() + name[1:]


def on_target(view: View, commune: Commune, standings: Sequence[Standing]) -> list[Block]:
    """Rates beside their targets of the nearest stage; only rates that are measured."""
    shown = nearest(s for s in standings if s.target.unit == PERCENT)
    if len(shown) < _FEWEST:
        return []
    results = [s.result for s in shown if s.result]
    day = _usual_day(results)
    rows = tuple(_bullet(view, commune, s, Cell(view.indicator(s.target.topic.indicator).name), day) for s in shown)
    met = sum(standing.status in ON_TARGET for standing in shown)
    days = {figure.day for figure in results}
    newest = f"kết quả{' mới nhất' if len(days) > 1 else ''} đến {show_date(max(days))}"
    stood = {s.status for s in shown if s.status in ON_TARGET} or {MEETING}
    how = " hoặc ".join(word for word, status in (("đang đạt", MEETING), ("đã đạt", MET)) if status in stood)
    stages_of = {s.target.period.printed for s in shown}
    which = inside(stages_of.pop()) if len(stages_of) == 1 else "của giai đoạn gần nhất"
    caption = f"Trong {len(shown)} tỷ lệ so được, {met} {how} mục tiêu {which}, {newest}"
    source = source_line(view, commune, [f for s in shown for f in (s.result, s.target) if f])
    return [Bullets(caption, ("Tỷ lệ", *_HEAD[1:]), rows, _MET, source)]


def target_bullets(
    view: View, commune: Commune, here: str, caption: str, standings: Sequence[Standing]
) -> tuple[Block, ...]:
    """Targets beside their results; this is where other pages link to. The document that most of them are from is said
    once.
    """
    usual = Counter(s.target.source for s in standings).most_common(1)[0][0]
    day = _usual_day([s.result for s in standings if s.result])
    rows = []
    for standing in standings:
        target = standing.target
        place = target.trace.place.split(":")[0] + (f". Không kể {target.without}" if target.without else "")
        link = None if target.source == usual else figure_link(view, commune, here, target)
        rows.append(_bullet(view, commune, standing, Cell(target.words, "", place, link, anchor(target.id)), day))
    below = f"{_MET} Kết quả đến {show_date(day)}, trừ chỗ ghi khác." if day else ""
    source = Prose("Mục tiêu đặt trong:", "small", source_link(view, commune, here, usual))
    return Bullets(caption, _HEAD, tuple(rows), below), source


def _usual_day(results: Sequence[Number]) -> dt.date | None:
    """Up to when most results tell."""
    days = Counter(result.period.end for result in results if result.period.end)
    return days.most_common(1)[0][0] if days else None


def _bullet(view: View, commune: Commune, standing: Standing, name: Cell, usual: dt.date | None) -> Bullet:
    """A target's row: what was reached, how far that is of what was aimed at, its state; its day where that is not the
    usual one, that it is ours, all that it is from where it is a sum of months or another document gives another value.
    """
    target, result, status = standing.target, standing.result, standing.status
    level = f"{aimed(target)}{f' {target.base}' if target.base else ''}" if target.has_value else "không nêu con số"
    more = stands(standing).removeprefix(status).lstrip(",; ")
    mark, word = state_mark(status)
    state = Cell(word, "state alert" if mark in _ALERT else "state", more, mark=mark)
    aim = Cell(level, "aim" if target.has_value else "missing")
    if result is None:
        return Bullet((name, _no_result(view, commune, standing), aim, state))
    told = whence(view, commune, standing) if standing.summed or standing.others else ""
    if told or result.period.end != usual:
        told = told or ", ".join(filter(None, (f"đến {show_date(result.period.end)}", ours(standing))))
    if told := told or ours(standing):
        name = replace(name, small=f"{name.small}. Kết quả {told}".removeprefix(". "))
    cells = name, Cell(value(result), "number", number=f"{result.number:f}"), aim, state
    if status == NOT_COMPARABLE:
        return Bullet(cells)
    ends = (target.number, target.highest) if target.is_range else (target.number,)
    most = max(result.number, *ends, Decimal(1)) * Decimal("1.05")
    most = Decimal(100) if target.unit == PERCENT else most
    return Bullet(cells, _of(result.number, most), tuple(_of(end, most) for end in ends))


def _no_result(view: View, commune: Commune, standing: Standing) -> Cell:
    """That a target has no result, or that its stage has not begun; what a document that leaves it blank prints of a
    question near it.
    """
    if standing.status == NOT_BEGUN:
        return Cell(NOT_YET, "missing")
    blank = (f for f in view.of(commune) if f.topic == standing.target.topic and f.value.state is State.MISSING)
    for figure in blank:
        if found := elsewhere(view, figure):
            document = source_name(view, view.source(commune.code, figure.source))
            return Cell(NO_RESULT, "missing", f"{document} in {found}; hai điều có thể khác nhau")
    return Cell(NO_RESULT, "missing")


def _of(number: Decimal, most: Decimal) -> str:
    """Hundredths of the room; a mark at its end stays inside."""
    return f"{min(Decimal(99), max(Decimal(0), 99 * number / most)):.1f}".removesuffix(".0")


def change(view: View, commune: Commune, figures: Sequence[Number], *indicators: str) -> list[Block]:
    """Rates of the newest year beside those of the same period a year ago; where there are none, beside an earlier
    year, as one document gives both.
    """
    found = [with_value(pick(figures, indicator)) for indicator in indicators]
    ways = [_most_telling(pair for own in found for pair in way(own)) for way in (_a_year_apart, _two_years)]
    if not any(ways):
        return []
    pairs = max(filter(None, ways), key=lambda own: own[0][1].day.year)
    alike = pairs is ways[0]
    rows = []
    for old, new in pairs:
        now, before = (Cell(value(f), kind, number=f"{f.number:f}") for f, kind in ((new, "number"), (old, "before")))
        name = Cell(view.indicator(new.topic.indicator).name)
        rows.append(Bullet((name, now, before), _of(new.number, Decimal(100)), (), _of(old.number, Decimal(100))))
    first, last = max(pairs, key=lambda pair: abs(pair[1].number - pair[0].number))
    years = period(pairs[0][1]), period(pairs[0][0])
    most = f"{inside(short(view, first.topic.indicator))}, từ {value(first)} đến {value(last)}"
    caption = f"{years[0]} bên cạnh {lowered(years[1])}: đổi nhiều nhất là {most}"
    below = f"Thanh xanh: {lowered(years[0])}; vạch xám: {lowered(years[1])}."
    below += "" if alike else " Hai kỳ có thể dài ngắn khác nhau."
    source = source_line(view, commune, [figure for pair in pairs for figure in pair[::-1]])
    return [Bullets(caption, ("Tỷ lệ", *years), tuple(rows), below, source)]


_Pair = tuple[Number, Number]
"""An earlier value and a later one of the same rate."""


def _most_telling(pairs: Iterable[_Pair]) -> list[_Pair]:
    """The pairs of the newest year whose periods most rates have in common, a pair a rate; nothing unless two do."""
    by_periods = grouped(pairs, lambda pair: (period(pair[0]), period(pair[1])))
    distinct = [[*{new.topic: (old, new) for old, new in own[::-1]}.values()][::-1] for own in by_periods.values()]
    several = [own for own in distinct if len(own) >= _FEWEST]
    return max(several, key=lambda own: (own[0][1].day.year, len(own), own[0][1].day), default=[])


def _a_year_apart(found: Sequence[Number]) -> Iterator[_Pair]:
    """The values of a rate with those of the same period a year ago, whatever documents give them."""
    usable = [f for f in found if f.kind is Kind.REPORTED and f.stands and f.period.end]
    for new in usable:
        before = new.period.year_before
        yield from ((old, new) for old in usable if old.period == before and _same_question(old, new))


def _same_question(one: Number, two: Number) -> bool:
    facts = [(f.topic, f.unit, f.base, f.without, f.with_carried) for f in (one, two)]
    return facts[0] == facts[1]


def _two_years(found: Sequence[Number]) -> Iterator[_Pair]:
    """The newest value of a document that gives one of an earlier year as well, and that one."""
    for source in dict.fromkeys(figure.source for figure in found):
        own = sorted((f for f in found if f.source == source and f.kind is Kind.REPORTED), key=lambda f: f.day)
        if len(own) >= _FEWEST and all(f.period.end for f in own) and own[0].day.year < own[-1].day.year:
            yield next(f for f in reversed(own) if f.day.year < own[-1].day.year), own[-1]
            return
