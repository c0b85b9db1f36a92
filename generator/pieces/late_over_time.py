"""How many dossiers are late, period by period: in 1,000, from zero, which a rate near 100 % hides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from generator.charts.frame import Aim
from generator.figures.change import Direction, change
from generator.language.numbers import show_number
from generator.language.value import Compared
from generator.language.vietnamese import opened
from generator.model.commune import Commune
from generator.model.figure import Figure as Number
from generator.model.figure import Kind, Topic
from generator.model.period import Length
from generator.pieces.blocks import Block, Prose
from generator.pieces.changed import FEW, is_of_few
from generator.pieces.moments import Moment, by_years, called, months, told
from generator.pieces.over_time import FEWEST, HALVES
from generator.pieces.row_blocks import Cell
from generator.pieces.time_words import ADDED, OURS, Column, columns, look_of
from generator.pieces.trend import trend
from generator.pieces.view import View

_MOST_AIMS = 2
_TURNED = {Direction.UP: "giảm", Direction.DOWN: "tăng"}
"""A rate on time that rises is a rate of late ones that falls."""


def late_over_time(view: View, commune: Commune, on_time: str) -> list[Block]:
    """Late dossiers by month, of a rate on time; of one month alone a sentence, of none nothing."""
    whole = months(view.series_of(commune), Topic(on_time, ""), (Kind.COMPUTED, Kind.REPORTED))
    shown = by_years(whole)
    there = told(shown)
    if not there:
        return []
    newest = f"{late_in_words(there[-1].figures[0])} ({called(there[-1].period)})"
    if len(there) == 1:
        return [Prose(f"Trễ hẹn: {newest}. Mới có một kỳ, chưa so được.")]
    few = sum(is_of_few(moment.figures[0]) for moment in there) * 2 > len(there)
    made = [_column(moment, number, few=few) for moment in there for number in range(len(moment.figures))]
    with_counts = [moment.figures[0] for moment in there if moment.figures[0].is_ratio]
    way = trend(with_counts) if len(with_counts) * 4 >= len(there) * 3 else None
    below = "Cột: số hồ sơ trễ" if few else "Cột: trễ trong 1.000 hồ sơ đã giải quyết"
    below += ", mỗi tháng" if len(whole) == len(shown) else ", mỗi năm"
    ratios = {figure.is_ratio for moment in there for figure in moment.figures}
    if len(ratios) > 1:  # over a column stand late ones or nothing, not now these and now a share
        made = [one._replace(text="") if one.cells[1].kind == "missing" else one for one in made]
    over = "; số trên cột: hồ sơ trễ" + ("" if ratios == {True} else ", nếu văn bản có số đếm")
    below += "." if few or ratios == {False} else f"{over}."
    aims = [] if few else _aims(view, commune, on_time, shown)
    title = f"{_title(there, newest, way)}{_within(aims, shown)}"
    return [columns(
        view, commune, shown, made, title=title, below=f"{below} {HALVES if way else ''}".strip(),
        head=("Kỳ", "Trễ trong 1.000", "Trễ/đã giải quyết"), caption="Hồ sơ trễ trên hồ sơ đã giải quyết",
        aims=aims, ours=OURS if len(whole) == len(shown) else ADDED,
    )]  # fmt: skip


def late_of(figure: Number) -> Decimal | None:
    """How many were late, by the counts of a rate on time; None where it has none."""
    return figure.counts[1] - figure.counts[0] if figure.is_ratio else None


def in_thousand(figure: Number) -> Decimal:
    """How many of 1,000 were late."""
    late = late_of(figure)
    return 1000 * late / figure.counts[1] if late is not None else 10 * (100 - figure.number)


def late_in_words(figure: Number) -> str:
    """`3 trong 2.822 hồ sơ`, without counts `5,2 trong 1.000 hồ sơ`."""
    late = late_of(figure)
    if late is None:
        return f"{show_number(in_thousand(figure), 1)} trong 1.000 hồ sơ"
    return f"{show_number(late)} trong {show_number(figure.counts[1])} hồ sơ"


def _brief(figure: Number, late: Decimal) -> str:
    return f"{show_number(late)}/{show_number(figure.counts[1])}"


def _column(moment: Moment, number: int, *, few: bool) -> Column:
    figure = moment.figures[number]
    late, share = late_of(figure), in_thousand(figure)
    each, said = show_number(share, 1), late_in_words(figure)
    small = is_of_few(figure)
    count = Cell("không nêu", "missing")
    if late is not None:
        count = Cell(_brief(figure, late), "number", number=f"{late.normalize():f}")
    rate = Cell(f"dưới {FEW} hồ sơ") if small else Cell(each, "number", number=f"{round(share, 1)}")
    text = each if late is None else show_number(late) if few or not small else _brief(figure, late)
    said += "" if late is None or small else f", tức {each} trong 1.000"
    height = late if few and late is not None else share
    return Column(moment, float(height), text, said, (rate, count), "old" if number else look_of(moment))


def _title(there: Sequence[Moment], newest: str, way: Direction | None) -> str:
    """Where it stands; where it went, as far as the counts can tell."""
    first, last = there[-2].figures[0], there[-1].figures[0]
    if way:
        return f"Hồ sơ trễ hẹn {_TURNED.get(way, 'chưa rõ tăng hay giảm')}: {newest}"
    if len(there) < FEWEST:
        made = change(first, last)
        how = _TURNED.get(made.direction, str(made.direction.value)) if made else ""
        return f"Trễ hẹn: {newest}, {called(there[-2].period)}: {late_in_words(first)}{f'; {how}' if how else ''}"
    shares = [in_thousand(moment.figures[0]) for moment in there]
    low, high = (show_number(end, 1) for end in (min(shares), max(shares)))
    return f"Trễ hẹn: {newest}; {len(there)} kỳ từ {low} đến {high} trong 1.000"


def _within(aims: Sequence[Aim], shown: Sequence[Moment]) -> str:
    """How many of the periods that a target stands over are within it, as the end of a title; '' without targets."""
    levels = [
        (moment.figure, {aim.value for aim in aims if aim.start <= number < aim.end})
        for number, moment in enumerate(shown)
    ]
    judged = [float(in_thousand(figure)) <= min(over) for figure, over in levels if figure and over]
    if not judged:
        return ""
    each = "tháng" if all(moment.period.length is Length.MONTH for moment in shown) else "năm"
    level = "mức chặt nhất" if any(len(over) > 1 for _, over in levels) else "mức"
    over = judged.count(False)
    if 0 < over < len(judged):
        return f"; {over} trong {len(judged)} {each} có mục tiêu trễ nhiều hơn {level}"
    said = f"{'đều ' if len(judged) > 1 else ''}{'trễ nhiều hơn' if over else 'không vượt'} {level}"
    return f"; {len(judged)} {each} có mục tiêu: {said}"


def _aims(view: View, commune: Commune, on_time: str, shown: Sequence[Moment]) -> list[Aim]:
    """Targets of the rate as what they allow to be late, each over the periods of its stage."""
    spans: dict[Decimal, list[tuple[int, int]]] = {}
    for standing in view.targets_of(commune):
        target = standing.target
        exact = target.value.compared in (Compared.AT_LEAST, Compared.EXACTLY)
        stage = target.period.start, target.period.end
        if target.topic != Topic(on_time, "") or not target.has_value or target.is_range or not exact or not any(stage):
            continue
        inside = [
            number for number, moment in enumerate(shown)
            if moment.period.start and moment.period.end
            and (stage[0] or dt.date.min) <= moment.period.start and moment.period.end <= (stage[1] or dt.date.max)
        ]  # fmt: skip
        if inside:
            spans.setdefault(10 * (100 - target.number), []).append((inside[0], inside[-1] + 1))
    made = []
    for most, stretches in sorted(spans.items()):
        words = f"không quá {show_number(most, 0 if most == int(most) else 1)}" if most else "không hồ sơ nào trễ"
        start, end = min(start for start, _ in stretches), max(end for _, end in stretches)
        made.append(Aim(float(most), opened(f"mục tiêu: {words}"), start, end))
    return made[-_MOST_AIMS:]
