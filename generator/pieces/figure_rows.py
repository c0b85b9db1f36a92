"""The row, the site's main component: one indicator with its newest value, what it was before and what was aimed at.

It opens to its last periods, each with its document, its place there and everything a reader must know of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from generator.charts.spark import FEWEST, spark
from generator.figures.series import Series
from generator.language.content_mark import short_code
from generator.language.numbers import PERCENT, in_words
from generator.language.value import State as Given
from generator.language.vietnamese import inside, kind_of, lowered, opened
from generator.model.commune import Commune
from generator.model.figure import UNSTATED_BASE, Figure, Kind
from generator.model.figure_words import counted
from generator.model.grouping import grouped
from generator.pieces import newest
from generator.pieces.addresses import anchor, figure_page
from generator.pieces.blank_words import blanks
from generator.pieces.blocks import Block
from generator.pieces.changed import Changed, Step, changed
from generator.pieces.count_note import note_on
from generator.pieces.document_links import figure_link, source_link, source_name
from generator.pieces.doubted import differs, named_doubt
from generator.pieces.provincial import aim_of_province, aim_state
from generator.pieces.report_link import report
from generator.pieces.row_blocks import Link, Row, Rows, Told
from generator.pieces.shared_notes import as_above, said_once
from generator.pieces.shown import mark, only, period, printed_otherwise, value
from generator.pieces.view import SHOWN, View, label, scope

_LAST = 2
"""Periods that a row shows of an indicator that has a page of its own."""


def rows(view: View, commune: Commune, here: str, figures: Iterable[Figure]) -> tuple[Block, ...]:
    """Figures by indicator and part, in the order they come, a row each; those that nobody gives in one sentence."""
    things = grouped(figures, lambda figure: (label(view, figure), figure.topic.indicator)).values()
    by_given = grouped(things, lambda own: any(figure.value.state is not Given.MISSING for figure in own))
    given, blank = by_given.get(True, []), by_given.get(False, [])
    usual = _usual(own[0] for own in given)
    made, notes = said_once([_row(view, commune, here, own, usual) for own in given])
    source = source_link(view, commune, here, usual.source) if usual else None
    when = usual.period.replace("không ghi kỳ", "văn bản không ghi kỳ") if usual else ""
    blocks: list[Block] = [Rows(made, source, when), *notes] if made else []
    return (*blocks, *blanks(view, blank))


class _Usual(NamedTuple):
    """Document and period, as shown, of most numbers of a section: said once before them."""

    source: str
    period: str


def _usual(figures: Iterable[Figure]) -> _Usual | None:
    """None where no two numbers have a document in common; the period is '' where no more than half share one."""
    every = [figure for figure in figures if figure.source]
    often, many = max(Counter(figure.source for figure in every).items(), key=itemgetter(1), default=("", 0))
    when, most = max(Counter(period(figure) for figure in every).items(), key=itemgetter(1), default=("", 0))
    return _Usual(often, when if 2 * most > len(every) else "") if many > 1 else None


def lines(view: View, commune: Commune, here: str, own: Iterable[Figure]) -> list[Told]:
    """Figures of one thing as lines of a table, in their order. A formula is told where it comes first."""
    return [*as_above(_lines(view, commune, here, _together(own)))]


def _together(own: Iterable[Figure]) -> list[list[Figure]]:
    """The figures of each line: what is computed from a document's counts stands with what it prints of its period."""
    return list(grouped(own, lambda f: (f.source, f.period, f.is_measured or f.id)).values())


def _lines(view: View, commune: Commune, here: str, together: Iterable[Sequence[Figure]]) -> list[Told]:
    made, said = [], set[str]()
    for figures in together:
        line = _line(view, commune, here, figures)
        made.append(replace(line, notes=tuple(note for note in line.notes if note not in said)))
        said |= {note for note in line.notes if note.startswith(_FORMULA)}
    return made


_FORMULA = "Cách tính: "


def _line(view: View, commune: Commune, here: str, together: Sequence[Figure]) -> Told:
    """A figure as a line, with those that stand with it."""
    figure, *others = sorted(together, key=lambda f: f.kind is Kind.COMPUTED)
    notes = [_told_otherwise(figure), *_apart(view, commune, figure)]
    notes += [note_on(figure)] if figure.kind is not Kind.COMPUTED else []
    notes += [f"Trang tự tính: {value(other)} ({counted(other)})." for other in others]
    notes += [_formula(one) for one in (figure, *others) if one.kind is Kind.COMPUTED]
    return Told(
        also=tuple(anchor(other.id) for other in others),
        anchor=anchor(figure.id),
        value=value(figure),
        mark=mark(figure),
        state=figure.value.state,
        period=period(figure),
        source=figure_link(view, commune, here, figure),
        place=figure.trace.place,
        notes=tuple(dict.fromkeys(filter(None, notes))),
    )


def _row(view: View, commune: Commune, here: str, own: Sequence[Figure], usual: _Usual | None) -> Row:
    """The row of one thing, the newest figure first; one that is left blank lets an older one speak, and says so."""
    newest_one = next(figure for figure in own if figure.value.state is not Given.MISSING)
    indicator = view.indicator(newest_one.topic.indicator)
    every = _together(own)
    change = changed(view, commune, newest_one)
    differences = view.differing.get(newest_one.id, ())
    page = figure_page(view, commune, newest_one)
    named, id = f"{label(view, newest_one)}, {commune.name}", newest_one.id
    elsewhere = page != here  # a page of its own tells all of them, and what the indicator is
    about = Link("Chỉ tiêu này là gì, ở nơi khác", view.link(here, f"chi-tieu/{indicator.id}/"))
    links = (None if elsewhere else about, report(view, here, named, anchor(id), code=short_code(id)))
    # the question is about what there is
    asked = "" if newest_one.kind is Kind.NEED or elsewhere else indicator.question
    above = filter(None, (aim_of_province(view, commune, newest_one),))
    return Row(
        name=label(view, newest_one),
        value=value(newest_one),
        state=newest_one.value.state,
        period=_when(view, commune, newest_one, usual),
        figures=tuple(_lines(view, commune, here, _compared(every, change) if elsewhere else every[:SHOWN])),
        aside=". ".join(map(opened, _aside(view, commune, newest_one, own[0]))),
        change=_changes(change) if change else "",
        aim=aim_state(view, commune, newest_one),
        spark=_spark(view, commune, newest_one),
        doubt=named_doubt(differences[0]) if differences else "",
        question=" ".join(filter(None, (asked, _base(view, newest_one)))),
        notes=tuple(dict.fromkeys((*(differs(d) for d in differences[:2]), *above))),
        links=tuple(link for link in links if link),
        whole=Link(f"Cả {len(every)} kỳ" if len(every) > 1 else "Xem kỹ", view.link(here, page)) if elsewhere else None,
    )


def _compared(every: Sequence[list[Figure]], change: Changed | None) -> list[list[Figure]]:
    """The newest line of a thing and the first that it is compared with; without such the last ones."""
    steps = [step.change.before.id for step in (change.before, change.year) if step] if change else []
    told = [line for line in every[1:] if any(figure.id in steps for figure in line)]
    return [every[0], *told[: _LAST - 1]] if told else list(every[:_LAST])


# --- what stands in the line ------------------------------------------------------------------


def _when(view: View, commune: Commune, figure: Figure, usual: _Usual | None) -> str:
    """The period and document of a number, as far as they are not those that its section says once."""
    elsewhere = usual and figure.source not in ("", usual.source)
    document = source_name(view, view.source(commune.code, figure.source)) if elsewhere else ""
    when = "" if usual and usual.period == period(figure) else period(figure)
    return " · ".join(filter(None, (when, document)))


def _changes(change: Changed) -> str:
    """Changes in a line's few words: `Tăng 56 so với tháng trước (577)`; of few cases the counts."""
    both = ((change.before, change.previous), (change.year, change.year_ago))
    told = [sentence.removesuffix(".") if step.is_of_few else _step(step) for step, sentence in both if step]
    return opened("; ".join(map(lowered, told)))


def _step(step: Step) -> str:
    before, words = step.change.before, step.change.words.removesuffix(f" {in_words(step.change.after.unit)}")
    then = value(before).removesuffix(f" {in_words(before.unit)}")
    own = f"{step.own}: " if step.own else ""
    return f"{words} so với {step.words} ({own}{then})"


def _aside(view: View, commune: Commune, figure: Figure, first: Figure) -> Iterator[str]:
    """What must be seen at once: that a number is ours, what it leaves out, what others say, that a newer one is not
    there.
    """
    if figure.kind is Kind.COMPUTED:
        yield "trang tự tính"
    yield from (words.removesuffix(".") for words in _apart(view, commune, figure))
    others = [value(other) for other in newest.others(view.sayable(commune), figure)]
    if others:
        yield f"văn bản khác, cùng kỳ: {'; '.join(dict.fromkeys(others))}"
    if first is not figure:
        yield f"mới hơn, {inside(period(first))}: để trống"


def _apart(view: View, commune: Commune, figure: Figure) -> Iterator[str]:
    """What a number alone covers or leaves out, that it is asked for only, that its document does not hold any more."""
    if figure.trace.document.replaced_by:
        newer = source_name(view, view.source(commune.code, figure.trace.document.replaced_by))
        yield f"Văn bản in số này đã được thay bằng {lowered(newer)}."
    if figure.kind is Kind.NEED:
        yield f"Đây là nhu cầu {kind_of(commune.name)} đề nghị, chưa phải cái đã có."
    if covered := scope(view, figure):
        yield f"{opened(only(covered))}."
    if figure.without:
        yield f"Không kể {figure.without}."


def _spark(view: View, commune: Commune, figure: Figure) -> str:
    """A small picture of the series that a figure ends, which needs three comparable points."""
    ending = [s for s, point in view.points_of(commune, figure) if point is s.newest and not s.form.year_to_date]
    longest = max(ending, key=lambda s: sum(point.figure is not None for point in s.points), default=None)
    if longest is None or sum(point.figure is not None for point in longest.points) < FEWEST:
        return ""
    return spark([_number(longest, at) for at in range(len(longest.points))], shares=figure.unit == PERCENT)


def _number(series: Series, at: int) -> float | None:
    figure = series.points[at].figure
    return float(figure.number) if figure else None


# --- what waits behind it ---------------------------------------------------------------------


def _base(view: View, figure: Figure) -> str:
    """What a rate is a share of, as its document or our formula says; '' where it is no rate."""
    if view.indicator(figure.topic.indicator).unit != PERCENT or not figure.base:
        return ""
    if figure.base == UNSTATED_BASE:
        return "Văn bản không nêu tỷ lệ tính trên tổng nào."
    return f"Tính trên: {figure.base}."


def _told_otherwise(figure: Figure) -> str:
    as_printed = printed_otherwise(figure)
    return f"In trong văn bản: “{as_printed}”" if as_printed else ""


def _formula(figure: Figure) -> str:
    return f"{_FORMULA}{figure.trace.note.removeprefix('Tính lại: ')}."
