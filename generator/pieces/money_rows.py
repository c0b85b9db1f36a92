"""Rows of a budget: what was given for a thing, what is spent of it, and how much of the year has gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.charts.spark import share
from generator.figures.budget_lines import DONE, Line, Year
from generator.language.content_mark import short_code
from generator.language.numbers import show_number
from generator.language.one_unit import one_scale, show_money_in
from generator.language.vietnamese import inside, show_date
from generator.model.commune import Commune
from generator.model.figure import SPENDING, Figure, Stage
from generator.model.figure_words import WHOLE_SHARE, compared, stage_in_words
from generator.pieces.addresses import anchor, figure_page
from generator.pieces.document_links import source_link, source_name
from generator.pieces.doubted import differs, named_doubt
from generator.pieces.figure_rows import lines as told_lines
from generator.pieces.report_link import report
from generator.pieces.row_blocks import Link, Row, Rows, State, Told
from generator.pieces.shown import period, value
from generator.pieces.view import SHOWN, View

_PART = "– "
"""What stands before the name of a part, below its whole."""


def money_rows(view: View, commune: Commune, here: str, lines: Sequence[Line], all_lines: Sequence[Line]) -> Rows:
    """Lines as rows in one unit, each below the name of what it is a part of where that is not the one before it. The
    document, stage and period that most of them share are said once before them.
    """
    scale = one_scale(figure.number for line in all_lines for figure in line.amounts if figure.has_value)
    above = {code: line for line in all_lines for code in line.codes}
    usual, when = _shared(lines)
    return Rows(
        tuple(_row(view, commune, here, line, scale, (usual, when), above) for line in lines),
        source_link(view, commune, here, usual) if usual else None,
        when,
        tone="money",
    )


def _shared(lines: Iterable[Line]) -> tuple[str, str]:
    """The document that most amounts are from, and of these the stage and period of most; '' where none has two."""
    told = [_speaking(line) for line in lines]
    usual = _most(amount.source for amount in told)
    return usual, _most(_stage(amount) for amount in told if amount.source == usual) if usual else ""


def _most(words: Iterable[str]) -> str:
    often = Counter(words).most_common(1)
    return often[0][0] if often and often[0][1] > 1 else ""


def _stage(amount: Figure) -> str:
    return f"{stage_in_words(amount)}, {inside(period(amount))}"


def _speaking(line: Line) -> Figure:
    """The amount that a line is told by: the newest that was spent, else given; else the newest of all."""
    if line.years:
        year = line.year(line.years[0])
        return year.done or year.given or year.planned[0]
    return line.amounts[0]


def _row(
    view: View, commune: Commune, here: str, line: Line, scale: int, shared: tuple[str, str],
    above: Mapping[str, Line],
) -> Row:  # fmt: skip
    told, (usual, _) = _speaking(line), shared
    year = line.year(line.years[0]) if line.years else None
    page = figure_page(view, commune, told)
    elsewhere = page != here
    differences = [difference for amount in line.amounts for difference in view.differing.get(amount.id, ())]
    # those that speak come first: an address leads to the row of its figure
    every = sorted(line.amounts, key=lambda amount: amount is not told)
    shown = every[: SHOWN if elsewhere else len(every)]
    link = report(view, here, f"{line.words}, {commune.name}", anchor(told.id), code=short_code(told.id))
    about = Link("Chỉ tiêu này là gì, ở nơi khác", view.link(here, f"chi-tieu/{told.topic.indicator}/"))
    return Row(
        name=f"{_PART if _parent(line, above) else ''}{line.words}",
        value=_amount(told, scale),
        state=told.value.state,
        period=_when(view, commune, told, *shared),
        figures=tuple(_told(view, commune, here, amount, usual) for amount in shown),
        aside=". ".join(_aside(line, year, told, scale, above)),
        change="; ".join(_change(line, year, scale)),
        aim=_over(year) if told.topic.indicator in SPENDING else None,
        spark=_spark(year),
        doubt=named_doubt(differences[0]) if differences else "",
        notes=tuple(dict.fromkeys(differs(difference) for difference in differences[:2])),
        links=tuple(one for one in (None if elsewhere else about, link) if one),
        whole=Link(f"Cả {len(every)} số tiền", view.link(here, page)) if elsewhere else None,
    )


def _told(view: View, commune: Commune, here: str, amount: Figure, usual: str) -> Told:
    """An amount as a line of the row's table; its document only where it is another than that of the section."""
    (told,) = told_lines(view, commune, here, [amount])
    return replace(told, source=None) if amount.source == usual else told


def _parent(line: Line, lines: Mapping[str, Line]) -> Line | None:
    """What a line is a part of, where that is among the lines."""
    return next((lines[code] for code in sorted(line.parents) if code in lines), None)


def _amount(figure: Figure, scale: int) -> str:
    return f"{compared(figure)}{show_money_in(figure.number, scale)}" if figure.has_value else value(figure)


def _when(view: View, commune: Commune, told: Figure, usual: str, when: str) -> str:
    """What the amount is, of when, and by which document, as far as that is not said before."""
    if told.source == usual:
        return "" if _stage(told) == when else _stage(told)
    return f"{_stage(told)} · {source_name(view, view.source(commune.code, told.source))}"


def _change(line: Line, year: Year | None, scale: int) -> Iterator[str]:
    """What share of what was given is spent, how much of the year has gone; what it was in the same days a year ago."""
    if year is None or year.done is None:
        return
    if year.share is not None and year.given:
        given = f"{_amount(year.given, scale)} {stage_in_words(year.given)}"
        yield f"Bằng {show_number(year.share, 1)}% của {given}"
        if year.gone is not None and year.gone < WHOLE_SHARE:
            yield f"năm đã qua {show_number(year.gone)}%"
    ago = next((one for one in line.of(*DONE) if one.period.span == year.done.period.year_before.span), None)
    if ago and ago.is_exact and ago.number > 0 and year.done.is_exact:
        step = WHOLE_SHARE * (year.done.number - ago.number) / ago.number
        told = show_number(abs(step), 1)
        moved = f"{'tăng' if step > 0 else 'giảm'} {told}%" if told != show_number(0, 1) else "gần như không đổi"
        moved = moved if year.done.number != ago.number else "không đổi"
        yield f"{moved} so với cùng kỳ năm ngoái ({_amount(ago, scale)})"
    before = [one for one in line.of(Stage.SPENT) if one.period.start == year.done.period.start]
    before = [one for one in before if one.period < year.done.period and one.number > year.done.number]
    if before and before[0].period.end:
        yield f"ít hơn số đã in đến {show_date(before[0].period.end)} ({_amount(before[0], scale)})"


def _aside(line: Line, year: Year | None, told: Figure, scale: int, above: Mapping[str, Line]) -> Iterator[str]:
    """What it is a part of where that is a part too, what others planned for it, that nobody says what was spent."""
    if (parent := _parent(line, above)) and _parent(parent, above):
        yield f"Thuộc: {inside(parent.words)}"
    if year:
        others = [one for one in year.planned if one is not year.given and one is not told and one.stands]
        if others:
            yield f"Cùng năm: {'; '.join(f'{_amount(one, scale)} {stage_in_words(one)}' for one in others)}"
        if year.done is None and not _parent(line, above):
            yield f"Đã {'chi' if told.topic.indicator in SPENDING else 'thu'} bao nhiêu: chưa có số liệu"
    if told.stage is Stage.NEEDED:
        yield "Đây là nhu cầu đề nghị, chưa phải tiền được cấp"


def _over(year: Year | None) -> State | None:
    if year and year.share is not None and year.share > WHOLE_SHARE:
        return State("▲", "vượt số được giao")
    return None


def _spark(year: Year | None) -> str:
    """The share of what was given that is spent; unknown where something was given and nobody says more."""
    if year is None or year.given is None or (year.done and year.share is None):
        return ""
    return share(_bare(year.share), _bare(year.gone))


def _bare(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def in_tree_order(lines: Iterable[Line]) -> list[Line]:
    """Lines with their parts below them, the largest first."""
    every = list(lines)
    codes = {code for line in every for code in line.codes}
    roots = [line for line in every if not line.parents & codes]
    return [one for root in roots for one in _with_parts(root, every)]


def _with_parts(line: Line, every: Sequence[Line]) -> Iterator[Line]:
    yield line
    parts = [part for part in every if part is not line and part.parents & line.codes]
    for part in sorted(parts, key=_size, reverse=True):
        yield from _with_parts(part, every)


def _size(line: Line) -> Decimal:
    told = _speaking(line)
    return abs(told.number) if told.has_value else Decimal(0)
