"""Since when a figure is published, what it was before, and how it is quoted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from generator.language.content_mark import short_code
from generator.language.vietnamese import opened, show_date, stopped
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.model.history import Correction, Span
from generator.pieces.addresses import named
from generator.pieces.corrected import step, why
from generator.pieces.document_links import source_name
from generator.pieces.document_names import source_path
from generator.pieces.row_blocks import Fact
from generator.pieces.shown import only, period, value
from generator.pieces.vanished import old
from generator.pieces.view import View, label, scope

_AS = {Kind.TARGET: "mục tiêu ", Kind.NEED: "đề nghị "}
"""What a number is called before it, where it is no result."""


def past(view: View, figure: Figure) -> Iterator[Fact]:
    """The day that a figure came, what it was before; why it is right though it is odd, from when on it is counted in
    another way.
    """
    history, spans = view.history, view.history.of.get(figure.id, [])
    told = [_first(view, figure, spans)] if spans else []
    told += [_moved(one, spans) for one in history.before.get(figure.id, ())]
    told += [f"Ngày {show_date(b.since.day)}: {step(a, b)}. {why(b.since.reason)}" for a, b in pairwise(spans)]
    if told:
        yield Fact("Đăng", " ".join(told))
    for one in history.explained.get(figure.id, ()):
        yield Fact("Vì sao lạ mà đúng", stopped(one.reason))
    for one in history.breaks.get(figure.id, ()):
        yield Fact("Đổi cách tính", f"Từ số này. {stopped(one.reason)} Không so với các kỳ trước.")


def _first(view: View, figure: Figure, spans: list[Span]) -> str:
    befores = (view.history.of.get(one.old, ()) for one in view.history.before.get(figure.id, ()))
    day = min([spans[0].since.day, *(own[0].since.day for own in befores if own)])
    earlier = " hoặc trước đó" if day == spans[0].since.day and view.history.came_earlier(spans[0]) else ""
    return f"Từ {show_date(day)}{earlier}."


def _moved(one: Correction, spans: list[Span]) -> str:
    """That the same number stood under another day, indicator or document."""
    told, day = old(one.old), spans[0].since.day if spans else one.day
    then = told.when if old(one.new).indicator == told.indicator else "ở chỉ tiêu khác"
    return f"Trước {show_date(day)} {then}. {why(one.reason)}"


def first_day(view: View, figure: Figure, spans: list[Span]) -> dt.date:
    """The day that the present value of a figure was first published, under whatever day or place it stood then."""
    last = spans[-1]
    if len(spans) == 1:
        for one in view.history.before.get(figure.id, ()):
            earlier = view.history.of.get(one.old, [])
            if earlier and earlier[-1].value == last.value:
                return earlier[-1].since.day
    return last.since.day


def citation(view: View, commune: Commune, figure: Figure) -> str:
    """How a figure is quoted: what it is, of whom and when, by which document of which day, where it stands, and since
    when this value does.
    """
    record, spans, code = (
        view.source(commune.code, figure.source),
        view.history.of.get(figure.id, []),
        short_code(figure.id),
    )
    name, dated = source_name(view, record), f"ngày {show_date(record['ngay'])}" if record["ngay"] else ""
    document = ", ".join(part for part in (name, "" if dated in name else dated, record["co_quan"]) if part)
    covered = scope(view, figure)
    about = (label(view, figure), *([only(covered)] if covered else []), named(commune))
    source = f"trang tự tính từ số của {document}" if figure.kind is Kind.COMPUTED else document
    address = f"{view.site_url}{source_path(commune, figure.source)}#{code}" if view.site_url else f"mã {code}"
    since = f"đăng từ {show_date(first_day(view, figure, spans))}" if spans else ""
    place = ", ".join(part for part in (view.operator.site, address, since) if part)
    return (
        f"{', '.join(about)}, {period(figure)}: {_AS.get(figure.kind, '')}{value(figure)}. "
        f"Nguồn: {source}. {opened(place)}"
    )
