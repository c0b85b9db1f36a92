"""A page an indicator of a commune that has more to tell than its row on the subject's page: all its periods."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from generator.language.vietnamese import lowered, opened
from generator.model.commune import Commune
from generator.model.figure import TOLD, Figure, Kind, Topic
from generator.model.grouping import grouped
from generator.model.period import PeriodKind
from generator.pieces.addresses import anchor, figure_page, page_below, subject_path
from generator.pieces.blocks import Grid, Page, Prose, Section
from generator.pieces.changed import changed
from generator.pieces.document_links import figure_link
from generator.pieces.figure_rows import lines
from generator.pieces.over_time import of_told
from generator.pieces.picking import pick
from generator.pieces.printed_and_computed import Told, told_once
from generator.pieces.row_blocks import Cell, Link, Periods
from generator.pieces.row_blocks import Told as Line
from generator.pieces.shown import period, value
from generator.pieces.view import View, label

OPEN = 12
"""Periods that stand open on a page; the earlier ones wait behind a line a year."""
_FEW_PARTS = 3
"""Parts of an indicator that have a table each, more of them share one; reports that stand across in such a table."""


def all_periods(view: View, commune: Commune) -> Iterator[Page]:
    """The pages of a commune's indicators that are told of many periods."""
    for id in (id for id in view.dataset.catalogue.indicators if id in view.long_told(commune)):
        own = pick(view.of(commune), id, kinds=TOLD)
        indicator, here = view.indicator(id), figure_page(view, commune, own[0])
        subject = view.subjects[indicator.subject]
        link = Link("Chỉ tiêu này là gì, ở nơi khác", view.link(here, f"chi-tieu/{id}/"))
        yield page_below(
            view, commune, here,
            title=indicator.name,
            description=f"{indicator.name} của {lowered(commune.name)}: mọi kỳ đã có số, mỗi số có văn bản nguồn.",
            opening=(Prose(" ".join((indicator.question, _newest(view, commune, own))).strip(), "lead", link),),
            sections=(*_charts(view, commune, id), *_tables(view, commune, here, own)),
            steps=(Link(subject.name, view.link(here, subject_path(commune, subject.id))),),
        )  # fmt: skip


def _newest(view: View, commune: Commune, own: Sequence[Figure]) -> str:
    """The newest value of the whole and what it was before, in a sentence; '' where only parts are told."""
    whole = next((figure for figure in own if figure.has_value and not figure.topic.breakdown), None)
    if whole is None:
        return ""
    change = changed(view, commune, whole)
    return " ".join(filter(None, (f"{opened(period(whole))}: {value(whole)}.", change.words if change else "")))


def _charts(view: View, commune: Commune, indicator: str) -> Iterator[Section]:
    """The series of the whole that have enough points, each drawn once."""
    series = told_once(s for s in view.series_of(commune) if s.topic == Topic(indicator, ""))
    drawn = [chart for one in sorted(series, key=_worth, reverse=True) for chart in of_told(view, commune, one)]
    if drawn:
        yield Section("Qua các kỳ", "qua-cac-ky", tuple(drawn[:2]))


def _worth(told: Told) -> tuple[bool, int]:
    """Periods that stand side by side before totals that grow, then the longer row."""
    form = told.series.form
    grows = form.year_to_date or form.kind is PeriodKind.CUMULATIVE
    return not grows, sum(moment.figure is not None for moment in told.moments)


def _tables(view: View, commune: Commune, here: str, own: Sequence[Figure]) -> Iterator[Section]:
    """Every figure, the newest first: a table a year of each thing; parts that are many are columns of one."""
    things = grouped(own, lambda figure: label(view, figure))
    of_one = own[0].topic.indicator not in view.many_things
    parts = {name for name, figures in things.items() if figures[0].topic.breakdown and of_one}
    if len(parts) > _FEW_PARTS:
        together = [figure for figure in own if label(view, figure) in parts]
        things = {name: figures for name, figures in things.items() if name not in parts}
    else:
        together = []
    number = 0
    for name, figures in things.items():
        for year, of_year in grouped(figures, _year_told).items():
            number += 1
            title = _of_year(year) if len(things) == 1 else f"{name}, {_of_year(year)}"
            yield _year(title, number, name, lines(view, commune, here, of_year))
    by_year = grouped(together, _year_told)
    for year, of_year in by_year.items():
        number += 1
        title, table = f"Theo từng phần, {_of_year(year)}", _beside(view, commune, here, of_year)
        yield Section(title, f"phan-{number}", *(((table,),) if number == 1 else ((), (table,), "Xem các kỳ")))


def _year_told(figure: Figure) -> int:
    """The year that a document gives with a figure; 1 where it gives none."""
    return (figure.period.end or figure.period.start or dt.date.min).year


def _of_year(year: int) -> str:
    return "không ghi ngày" if year == 1 else f"năm {year}"


def _year(title: str, number: int, name: str, told: Sequence[Line]) -> Section:
    """The periods of a year; only the newest ones of the newest year stand open."""
    opening = OPEN if number == 1 else 0
    now, later = ((Periods(name, tuple(some)),) if some else () for some in (told[:opening], told[opening:]))
    return Section(opened(title), f"phan-{number}", now, later, f"Xem {len(told) - opening} kỳ{' nữa' if now else ''}")


def _beside(view: View, commune: Commune, here: str, figures: Sequence[Figure]) -> Grid:
    """Parts and reports beside each other: what there is less of stands across."""
    names = list(dict.fromkeys(figure.topic.breakdown for figure in sorted(figures, key=lambda f: f.trace.line)))
    reports = list(grouped(figures, lambda figure: (figure.source, figure.period, figure.kind)).values())
    part = view.indicator(figures[0].topic.indicator).part
    parts = [opened(part(name) or "Chung") for name in names]
    heads = [_report(view, commune, here, own[0]) for own in reports]
    there = [{figure.topic.breakdown: figure for figure in own} for own in reports]
    if len(reports) > _FEW_PARTS:
        rows = [(head, *(_cell(own.get(name)) for name in names)) for head, own in zip(heads, there, strict=True)]
        return Grid("Theo từng phần", ("Kỳ", *parts), tuple(rows))
    rows = [(Cell(said), *(_cell(own.get(name)) for own in there)) for said, name in zip(parts, names, strict=True)]
    rows.append((Cell("Văn bản"), *(Cell(head.small, link=head.link) for head in heads)))
    return Grid("Theo từng phần", ("Phần", *(head.text for head in heads)), tuple(rows))


def _report(view: View, commune: Commune, here: str, figure: Figure) -> Cell:
    """The period and document of numbers that stand together."""
    small = "tự tính" if figure.kind is Kind.COMPUTED else ""
    return Cell(period(figure), "", small, figure_link(view, commune, here, figure))


def _cell(figure: Figure | None) -> Cell:
    if figure is None:
        return Cell("không nêu", "missing")
    shown = value(figure).removesuffix(f" {figure.unit}")
    return Cell(shown, "number" if figure.has_value else "missing", anchor=anchor(figure.id))
