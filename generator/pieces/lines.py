"""Figures as the lines of a list: each with its source, place and everything a reader must know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.comparing.evidence import MUST_BE_DECLARED
from generator.language.numbers import PERCENT, show_number
from generator.language.value import State
from generator.language.vietnamese import kind_of, lowered, opened
from generator.model.commune import Commune
from generator.model.difference import Difference
from generator.model.figure import Figure, Kind
from generator.model.grouping import grouped
from generator.pieces.addresses import anchor
from generator.pieces.blocks import Block, Line, Link, Section, Topic
from generator.pieces.document_names import agency
from generator.pieces.report_link import report
from generator.pieces.shown import only, period, printed_otherwise, value
from generator.pieces.view import View, label, scope, source_link, source_name

LONG_NOTE = 60
"""Letters from which a repeated note tires the reader."""


def _standing(view: View, commune: Commune, figure: Figure) -> Iterator[str]:
    """What must be seen at once: that a number is ours, what it leaves out, who owes it."""
    if figure.kind is Kind.COMPUTED:
        counts = "/".join(map(show_number, figure.counts))
        yield f"Số tự tính: {counts}; {figure.trace.note.removeprefix('Tính lại: ')}."
    if figure.trace.document.replaced_by:
        newer = source_name(view, view.source(commune.code, figure.trace.document.replaced_by))
        yield f"Văn bản in số này đã được thay bằng {lowered(newer)}."
    if figure.kind is Kind.NEED:
        yield f"Đây là nhu cầu {kind_of(commune.name)} đề nghị, chưa phải cái đã có."
    if covered := scope(view, figure):
        yield f"{opened(only(covered))}."
    if figure.without:
        yield f"Không kể {figure.without}."
    if figure.value.state is State.MISSING:
        yield f"Cơ quan báo cáo: {agency(figure.reporter)}."


def topics(view: View, commune: Commune, here: str, figures: Iterable[Figure]) -> tuple[Topic, ...]:
    """Figures by indicator and breakdown, in the order they come, with the question that the indicator answers where
    it comes first; a note that several figures of one row share is told with the first of them.
    """
    made = []
    told: set[str] = set()
    asked: set[str] = set()
    for name, own in grouped(figures, lambda figure: (label(view, figure), figure.topic.indicator)).items():
        link = Link(name[0], view.link(here, f"chi-tieu/{name[1]}/"))
        lines = []
        bases = {base for figure in own if (base := _base(view, figure))}
        common = bases.pop() if len(bases) == 1 else ""
        needed = own[0].kind is Kind.NEED  # the question is about what there is
        question = "" if needed or name[1] in asked else view.indicator(name[1]).question
        asked |= set() if needed else {name[1]}
        for figure in own:
            line = _line(view, commune, here, figure)
            notes, seen = (
                tuple(n for n in kind if n not in told and n != common) for kind in (line.notes, line.open_notes)
            )
            lines.append(replace(line, notes=notes, open_notes=seen))
            told |= {note for note in (*notes, *seen) if len(note) > LONG_NOTE}
        made.append(Topic(link, tuple(lines), f"{question} {common}".strip()))
    return tuple(made)


def _base(view: View, figure: Figure) -> str:
    """What a rate is a share of, as its document or our formula says; '' where it is no rate."""
    if view.indicator(figure.topic.indicator).unit != PERCENT or not figure.base:
        return ""
    if figure.base == "không nêu":
        return "Văn bản không nêu tỷ lệ tính trên tổng nào."
    return f"Tính trên: {figure.base}."


_NO_FAULT = {"hai-co-so": "Hai cách tính", "hai-nguon": "Hai văn bản, hai số", "hai-muc-tieu": "Nhiều mục tiêu"}
"""What a reader is told without blame, since it may have a good reason, by a name of its own."""
_UNMATCHED = MUST_BE_DECLARED | {"chuyen-ky-khong-khop"}
"""Differences where numbers should agree and do not; of all others the reader judges both sides."""


def _differs(difference: Difference) -> str:
    """A difference beside one of its figures; what may have a good reason is not called a fault."""
    opening = _NO_FAULT.get(difference.rule, "Chưa khớp" if difference.rule in _UNMATCHED else "Đọc cả hai")
    return f"{opening}: {difference.sentence}"


def _line(view: View, commune: Commune, here: str, figure: Figure) -> Line:
    """A figure with its period, source, place and everything a reader must know of it."""
    as_printed = printed_otherwise(figure)
    seen = [f"In trong văn bản: “{as_printed}”" if as_printed else "", *_standing(view, commune, figure)]
    seen += [_differs(d) for d in view.differing.get(figure.id, ())[:2]]
    more = [figure.trace.note] if figure.kind is not Kind.COMPUTED else []
    more.append(_base(view, figure))
    return Line(
        anchor=anchor(figure.id),
        value=value(figure),
        mark="tự tính" if figure.kind is Kind.COMPUTED else "",
        state=figure.value.state,
        period=period(figure),
        source=source_link(view, commune, here, figure.source),
        place=figure.trace.place,
        open_notes=tuple(note for note in dict.fromkeys(seen) if note),
        notes=tuple(note for note in dict.fromkeys(more) if note),
        report=report(view, here, f"{label(view, figure)}, {commune.name}", anchor(figure.id)),
    )


def listed(title: str, id: str, block: Block, count: int, most: int, things: int = 0) -> Section:
    """A section whose list is folded away when it is longer than a reader's patience; `things` are what its rows tell
    of, where these are fewer.
    """
    if count > most:
        return Section(f"{title} ({things or count})", id, (), (block,), f"Xem {count} dòng")
    return Section(title, id, (block,))
