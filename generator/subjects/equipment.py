"""Equipment of the commune's offices: what there is, what is fit for work, what is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.language.vietnamese import inside, show_date
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.pieces.blocks import Prose, Section
from generator.pieces.chart_words import counted, source_line
from generator.pieces.drawn_tables import Bullet, Bullets
from generator.pieces.picking import pick, with_value
from generator.pieces.row_blocks import Cell
from generator.pieces.sentence import Place, Sentence
from generator.pieces.shown import NO_DAY, period, value
from generator.pieces.view import View
from generator.subjects.subject import Subject


def _machines(place: Place) -> Iterator[Sentence]:
    """Of the computers of one office, how many are good enough."""
    for fit in with_value(pick(place.figures, "may_tinh_dap_ung"))[:1]:
        same = [
            f
            for f in place.figures
            if (f.topic.breakdown, f.source, f.period.end) == (fit.topic.breakdown, fit.source, fit.period.end)
        ]
        whole, unfit = (with_value(pick(same, name)) for name in ("may_tinh", "may_tinh_khong_dap_ung"))
        if whole and unfit:
            owner = place.view.indicator("may_tinh").breakdowns.get(fit.topic.breakdown, "")
            text = (
                f"Trong {_bare(whole[0])} máy tính{f' của {owner}' if owner else ''}, "
                f"{_bare(fit)} máy đáp ứng công việc, {_bare(unfit[0])} máy không đáp ứng."
            )
            yield place.says(text, f"{_bare(unfit[0])} máy", whole[0], fit, unfit[0])


def _bare(figure: Figure) -> str:
    """A value without its unit, which other words bring."""
    return value(figure).removesuffix(figure.unit).strip()


_EQUIPMENT = (
    ("Máy tính", "may_tinh", ("may_tinh", "may_tinh_de_ban", "may_tinh_xach_tay")),
    ("Máy quét", "may_quet", ("may_quet",)),
    ("Máy in", "may_in", ("may_in",)),
)
"""What it is called, its indicator, the indicators of what is asked for."""
_HEAD = ("Loại", "Đáp ứng", "Đang có")


class _Stock(NamedTuple):
    """What an office has of one sort, and how much of it is good enough and is not, by one document."""

    name: str
    whole: Figure
    fit: Figure
    unfit: Figure


def _stock(figures: Sequence[Figure], name: str, indicator: str) -> _Stock | None:
    """The newest that is told with both of its parts; None where nothing is."""
    for whole in with_value(pick(figures, indicator)):
        same = [f for f in figures if (f.topic.breakdown, f.source) == (whole.topic.breakdown, whole.source)]
        fit, unfit = (with_value(pick(same, f"{indicator}{end}")) for end in ("_dap_ung", "_khong_dap_ung"))
        if fit and unfit:
            return _Stock(name, whole, fit[0], unfit[0])
    return None


def _beside(view: View, commune: Commune, _: str) -> Iterator[Section]:
    """What there is, how much of it is fit, what is asked for: side by side, never subtracted."""
    figures = view.sayable(commune)
    rows, told, asked = [], [], False
    for name, indicator, wanted in _EQUIPMENT:
        stock, request = _stock(figures, name, indicator), _request(view, figures, wanted)
        if not (stock or request):
            continue
        asked = asked or bool(request)
        first = Cell(name, "", request or "Đề nghị thêm: không nêu")
        if stock is None:
            unknown = Cell("không nêu", "missing")
            rows.append(Bullet((first, unknown, unknown)))
            continue
        told.append(stock)
        fit = counted(stock.fit, f"{_bare(stock.fit)} đáp ứng")
        have = Cell(f"trong {value(stock.whole)}", "before", f"{_bare(stock.unfit)} không đáp ứng")
        part = stock.fit.number / stock.whole.number if stock.whole.number else 0
        rows.append(Bullet((first, fit, have), f"{100 * min(part, 1):.0f}"))
    if rows:
        below = "Thanh xanh: phần đáp ứng công việc trong số đang có." if told else ""
        source = source_line(view, commune, [one.whole for one in told]) if told else ""
        made = Bullets(_most_unfit(told) if told else "Máy móc và nhu cầu", _HEAD, tuple(rows), below, source)
        note = (
            "“Đề nghị thêm” là nhu cầu ghi trong văn bản, chưa phải cái sẽ có. Trang không lấy số này trừ "
            "số kia, vì văn bản không nói cái nào thay cái nào."
        )
        yield Section("Đang có gì, xin thêm gì", "co-va-xin", (made, *((Prose(note),) if asked else ())))


def _most_unfit(told: Sequence[_Stock]) -> str:
    """The sort of which most is not good enough, and up to when that is told."""
    most = max(told, key=lambda one: one.unfit.number)
    days = [one.whole.period.end for one in told]
    newest = max((day for day in days if day), default=None)
    when = f", tính đến {show_date(newest)}" if all(days) else f" ({NO_DAY})"
    return f"{most.name}: {_bare(most.unfit)} trong {_bare(most.whole)} không đáp ứng công việc{when}"


def _request(view: View, figures: Sequence[Figure], indicators: Sequence[str]) -> str:
    """What the newest document that asks for some of it asks for, and of when it says so; '' where none does."""
    every = with_value(pick(figures, *indicators, kinds=(Kind.NEED,)))
    if not every:
        return ""
    newest = max(every, key=lambda f: (f.stands, f.day, f.issued))
    own = [f for f in every if (f.source, f.period) == (newest.source, newest.period)]
    words = (_named(view, f) if len(indicators) > 1 else value(f) for f in own)
    return f"Đề nghị thêm, {inside(period(newest))}: {'; '.join(words)}"


def _named(view: View, figure: Figure) -> str:
    return f"{value(figure)} {view.indicator(figure.topic.indicator).name.lower().removeprefix('số ')}"


SUBJECT = Subject("ha-tang-nhan-luc", first=_machines, before=_beside)
