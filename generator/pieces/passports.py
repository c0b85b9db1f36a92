"""The passport of a figure: everything that is known of it, so that it can be checked, asked about and quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.language.content_mark import short_code
from generator.language.numbers import in_words
from generator.language.places import unquoted, where
from generator.language.vietnamese import show_date, stopped
from generator.model import choices
from generator.model.commune import Commune
from generator.model.figure import UNSTATED_BASE, Figure, Kind
from generator.model.figure_words import stage_in_words
from generator.model.formulas import terms
from generator.model.grouping import grouped
from generator.model.period import Period, PeriodKind
from generator.pieces.addresses import anchor, figure_page
from generator.pieces.citation import citation, past
from generator.pieces.document_links import passport_address, source_name
from generator.pieces.doubted import named_doubt
from generator.pieces.row_blocks import Fact, Link, Passport, Passports
from generator.pieces.shown import NO_DAY, only, period, tells_more, value
from generator.pieces.view import View, label

_COMPUTED = "Tính lại: "
_KINDS = {
    Kind.REPORTED: "số báo cáo", Kind.COMPUTED: "trang tự tính từ các số của văn bản",
    Kind.TARGET: "mục tiêu", Kind.NEED: "nhu cầu đề nghị, chưa phải cái đã có", Kind.ALLOCATED: "số tiền",
}  # fmt: skip


def passports(view: View, commune: Commune, here: str, figures: Sequence[Figure]) -> Passports:
    """The passports of figures of one document, on page `here`."""

    def made(figure: Figure) -> Passport:
        facts = _facts(view, commune, here, figure, view.answers.others(figure), view.answers.counts(figure))
        return Passport(short_code(figure.id), label(view, figure), value(figure), period(figure), tuple(facts))

    return Passports(tuple(map(made, figures)))


def listed(view: View, commune: Commune, here: str, figures: Iterable[Figure]) -> Passports:
    """The same figures in a line each, which lead to their passports on other pages."""
    return Passports(tuple(
        Passport(
            short_code(figure.id), label(view, figure), value(figure), period(figure),
            there=passport_address(view, commune, here, figure),
        )
        for figure in figures
    ))  # fmt: skip


def _facts(
    view: View, commune: Commune, here: str, figure: Figure, others: Sequence[Figure], counts: Sequence[Figure]
) -> Iterator[Fact]:
    indicator = view.indicator(figure.topic.indicator)
    computed = figure.kind is Kind.COMPUTED
    yield Fact("Loại số", f"{stage_in_words(figure) or _KINDS[figure.kind]}; {_when(figure.period)}")
    if computed or not figure.value.printed:
        yield Fact("Đơn vị", _unit(figure))
    else:
        named = "Chép là" if unquoted(figure.trace.place, figure.value.printed, figure.unit) else "Văn bản in"
        yield Fact(named, f"“{figure.value.printed}”; đơn vị: {_unit(figure)}")
    if computed:
        used = [_to(view, commune, here, one) for one in _inputs(view, figure, counts)]
        yield Fact("Cách tính", f"{stopped(figure.trace.note.removeprefix(_COMPUTED))} Từ:" if used else
                   stopped(figure.trace.note.removeprefix(_COMPUTED)), tuple(used))  # fmt: skip
    elif figure.trace.note:
        yield Fact("Ghi chú", figure.trace.note)
    place = figure.trace.place if computed else where(figure.trace.place, _printed(figure), figure.unit)
    if place:
        yield Fact("Các số gốc in ở" if computed else "Chỗ in", place)
    if figure.reporter:
        yield Fact("Cơ quan báo cáo", figure.reporter)
    for name, own in grouped(others, lambda f: f.source == figure.source).items():
        links = tuple(_to(view, commune, here, one, named=not name) for one in own)
        yield Fact("Chỗ khác trong văn bản này" if name else "Văn bản khác, cùng kỳ", "", links)
    for difference in view.differing.get(figure.id, ())[:2]:
        yield Fact(named_doubt(difference), difference.sentence)
    yield from past(view, figure)
    more = [Link("chỉ tiêu này là gì", view.link(here, f"chi-tieu/{indicator.id}/"))]
    if not commune.is_province:  # whose figures have no page by subject
        more.append(Link("các kỳ khác", view.link(here, figure_page(view, commune, figure), anchor(figure.id))))
    yield Fact("Xem thêm", "", tuple(more))
    yield Fact("Dòng dữ liệu", "", code=f"{figure.trace.file}:{figure.trace.line} {figure.id}")
    yield Fact("Trích dẫn", citation(view, commune, figure))


def _when(own: Period) -> str:
    """What sort of period it is and its days."""
    start, end = show_date(own.start), show_date(own.end)
    days = end if own.kind is PeriodKind.AT else " – ".join(filter(None, (start, end)))
    if own.kind is not PeriodKind.AT and end and not start:
        days = f"đến {end}, không ghi ngày đầu"
    return f"{choices.PERIOD_KINDS[own.kind]}, {days if end else NO_DAY}"


def _unit(figure: Figure) -> str:
    unit = in_words(figure.unit)
    if figure.base == UNSTATED_BASE:
        unit += "; văn bản không nêu tính trên tổng nào"
    elif figure.base and (figure.is_ratio or figure.unit == "%") and tells_more(figure):
        unit += f"; tính trên: {figure.base}"
    elif figure.base and tells_more(figure):
        unit += f"; {only(figure.base)}"
    return f"{unit}; không kể {figure.without}" if figure.without else unit


def _printed(figure: Figure) -> tuple[str, ...]:
    return (figure.value.printed,) if figure.has_value and figure.value.printed else ()


def _inputs(view: View, figure: Figure, counts: Sequence[Figure]) -> list[Figure]:
    """The counts that a computed share is made of; none where no formula of its indicator says so."""
    words = figure.trace.note.removeprefix(_COMPUTED)
    formula = next((f for f in view.indicator(figure.topic.indicator).formulas if f.words == words), None)
    names = terms(formula) if formula else frozenset()
    return list({f.topic: f for f in counts if f.topic.indicator in names}.values())


def _to(view: View, commune: Commune, here: str, figure: Figure, *, named: bool = False) -> Link:
    """A link to the passport of another figure: its value, and its name or that of its document."""
    what = source_name(view, view.source(commune.code, figure.source)) if named else label(view, figure)
    return Link(f"{what}: {value(figure)}", passport_address(view, commune, here, figure))
