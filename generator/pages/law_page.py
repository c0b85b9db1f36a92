"""A commune's page of what laws ask: in their own order, each thing with what the commune's documents say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.figures.due import Arrival, Due
from generator.language.vietnamese import inside, kind_of, lowered, opened, show_date, stopped
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.figure import MEASURED, Figure, Kind, Topic
from generator.model.figure_words import aimed
from generator.model.grouping import grouped
from generator.model.law import Asked, Law
from generator.pieces.addresses import LAW, anchor, figure_page, nothing_yet, page_below, subject_path
from generator.pieces.blocks import Block, Page, Prose, Section
from generator.pieces.document_links import source_link, source_name
from generator.pieces.document_names import agency
from generator.pieces.due_shown import arrived, by_when, dues_of
from generator.pieces.figure_rows import rows
from generator.pieces.newest import unstated
from generator.pieces.picking import pick, with_value
from generator.pieces.row_blocks import Link, Row, Rows, Told
from generator.pieces.shown import MISSING, period
from generator.pieces.view import View, label

_LAST = 3
"""Periods of something due that its row tells: a year of what is due three times a year."""
_RELATED = "Liên quan"
_NO_ANSWER = f"Số ghi “{_RELATED}” nói về cùng việc, không phải chính điều luật hỏi."


def law_page(view: View, commune: Commune) -> Iterator[Page]:
    """The page, where the catalogue says what a law asks."""
    laws = view.dataset.catalogue.laws
    if not laws:
        return
    here, kind = subject_path(commune, LAW), kind_of(commune.name)
    text = (
        f"Luật yêu cầu đo, công khai những gì, và văn bản của {kind} nói gì về từng điều. Trang không tự chấm điểm. "
        f"Chưa có số liệu ở đây không có nghĩa là {kind} không làm."
    )
    named = "; ".join(inside(law.name) for law in laws)
    yield page_below(
        view, commune, here,
        title="Theo luật",
        description=f"Những gì luật yêu cầu {lowered(commune.name)} đo và công khai, điều nào đã có số: {named}.",
        opening=(*((nothing_yet(commune),) if view.is_empty(commune) else ()), Prose(text, "lead")),
        sections=(_section(view, commune, here, law) for law in laws),
    )  # fmt: skip


def _section(view: View, commune: Commune, here: str, law: Law) -> Section:
    owed = grouped(dues_of(view, commune), lambda due: due.duty.id)
    answers = {one.id: _told(view, commune, here, one.topics) for one in law.asked}
    usual = _usual(figure for own in answers.values() for figure, _ in own[:1])
    found = (
        _due(view, commune, here, one, owed) if one.duties
        else _measured(view, commune, here, one, answers[one.id], usual)
        for one in law.asked
    )  # fmt: skip
    whole = tuple(_whole(law, one, row) for one, row in zip(law.asked, found, strict=True))
    subject = Link(view.subjects[law.subject].name, view.link(here, subject_path(commune, law.subject)))
    source = source_link(view, commune, here, usual.source) if usual else None
    blocks: tuple[Block, ...] = (
        Prose(f"{law.lead} Xem thêm:", "", subject),
        Rows(whole, source, usual.period if usual else ""),
    )
    fold = "Căn cứ, ai phải làm, ai giữ số, chỗ cần đối chiếu bản gốc"
    return Section(law.name, law.id, blocks, tuple(map(Prose, (stopped(law.basis), law.who, law.read_in))), fold)


def _whole(law: Law, one: Asked, found: Row) -> Row:
    """A row of what was found with what is asked: its clause and words, what it is; it opens to how it is computed, who
    holds it, by which version of its definition.
    """
    points = f" (tối đa {one.most} điểm)" if one.most else ""
    notes = (
        *found.notes,
        f"Cách tính: {one.how}" if one.how else "",
        f"Số này ở đâu: {one.holder}" if one.holder else "",
        one.note,
    )
    return replace(
        found,
        id=one.id,
        name=f"{f'{one.clause}: ' if one.clause else ''}{one.words}{points}",
        aside=" ".join(map(stopped, filter(None, (one.plain, found.aside)))),
        question=f"Cách hiểu theo: {stopped(one.version or law.basis)}",
        notes=tuple(filter(None, notes)),
    )


# --- what is measured -------------------------------------------------------------------------


class _Usual(NamedTuple):
    """Document and period, as shown, of most answers of a law: said once before them."""

    source: str
    period: str


def _usual(figures: Iterable[Figure]) -> _Usual | None:
    """None where no two have both in common."""
    often = Counter(_Usual(figure.source, period(figure)) for figure in figures).most_common(1)
    return next((told for told, count in often if count > 1), None)


def _measured(
    view: View, commune: Commune, here: str, one: Asked, answers: Sequence[tuple[Figure, Row]], usual: _Usual | None
) -> Row:
    """The first answer that has a value leads, the others and what is related wait behind it."""
    related = _told(view, commune, here, one.related)
    lines = [line for _, row in answers for line in _lines(row, "")]
    lines += [line for _, row in related for line in _lines(row, f"{_RELATED}: ")]
    links = tuple(_link(view, commune, here, figure) for figure, _ in (*answers, *related))
    notes = (_NO_ANSWER if related else "", *_blanks(view, commune, one.topics))
    if answers:
        figure, row = answers[0]
        return Row(
            name="", figures=tuple(lines), value=row.value, state=row.state,
            period=_when(view, commune, one, figure, usual), aside=row.aside, doubt=row.doubt,
            notes=(*row.notes, *notes), links=links,
        )  # fmt: skip
    doubted = unstated(view, commune, "", *(topic.indicator for topic in one.topics))
    return Row(
        name="", figures=tuple(lines), value=MISSING, state="chua_co", links=links,
        period=f"Thời hạn: {one.until}" if one.until else "",
        aside="Có số liên quan, mở ra xem." if related else "",
        notes=(doubted, *_targets(view, commune, one.topics), *notes),
    )  # fmt: skip


def _told(view: View, commune: Commune, here: str, topics: Sequence[Topic]) -> list[tuple[Figure, Row]]:
    """The newest figure of each topic with its row as its subject's page tells it; of one indicator the first part."""
    found: dict[str, tuple[Figure, Row]] = {}
    for topic in topics:
        picked = pick(view.sayable(commune), topic.indicator, kinds=MEASURED)
        own = [figure for figure in with_value(picked) if figure.topic == topic]
        if own and topic.indicator not in found:
            block = next(block for block in rows(view, commune, here, own) if isinstance(block, Rows))
            found[topic.indicator] = own[0], replace(block.rows[0], name=label(view, own[0]))
    return list(found.values())


def _lines(row: Row, before: str) -> Iterator[Told]:
    """The newest line of a row, which names what it tells and has no anchor: its row elsewhere has it."""
    line = row.figures[0]
    yield replace(line, anchor="", also=(), period=f"{before}{row.name}; {inside(line.period)}")


def _when(view: View, commune: Commune, one: Asked, figure: Figure, usual: _Usual | None) -> str:
    """The period and document of a number, as far as they are not said before; what it is where it is not the answer
    that comes first, and that it is no points where points are asked for.
    """
    document = source_name(view, view.source(commune.code, figure.source))
    told = "" if usual == (figure.source, period(figure)) else f"{period(figure)} · {document}"
    if figure.topic == one.topics[0]:
        return opened(told)
    named = f"{'Không in điểm; đây là' if one.most else 'Đây là'} {inside(label(view, figure))}"
    return f"{named}, {inside(told)}" if told else named


def _link(view: View, commune: Commune, here: str, figure: Figure) -> Link:
    there = view.link(here, figure_page(view, commune, figure), anchor(figure.id))
    return Link(f"Xem {inside(label(view, figure))}", there)


def _targets(view: View, commune: Commune, topics: Sequence[Topic]) -> Iterator[str]:
    """The nearest target of an answer that nobody has measured yet."""
    own = [one.target for one in view.targets_of(commune) if one.target.topic in topics and one.target.has_value]
    for target in sorted(own, key=lambda target: target.period)[:1]:
        yield f"Mục tiêu {inside(target.period.printed)}: {aimed(target)}."


def _blanks(view: View, commune: Commune, topics: Sequence[Topic]) -> Iterator[str]:
    """That documents leave an answer blank, and who owes it, the newest of each topic."""
    for topic in topics:
        left = [f for f in pick(view.of(commune), topic.indicator, kinds=(Kind.REPORTED,)) if f.topic == topic]
        if left and not left[0].has_value:
            document = source_name(view, view.source(commune.code, left[0].source))
            owes = f" Cơ quan báo cáo: {agency(left[0].reporter)}." if left[0].reporter else ""
            yield f"{document} để trống ô “{label(view, left[0])}”, {inside(period(left[0]))}.{owes}"


# --- what is due ------------------------------------------------------------------------------


def _due(view: View, commune: Commune, here: str, one: Asked, owed: Mapping[str, Sequence[Due]]) -> Row:
    """The newest periods that were due: by when, and which document gave them on which day."""
    own = [due for id in one.duties for due in owed.get(id, ()) if due.arrival is not Arrival.AHEAD]
    newest = sorted(own, key=lambda due: due.period, reverse=True)[:_LAST]
    if not newest:
        return Row("", (), MISSING, "chua_co", _by_rule(view.dataset.catalogue, one), notes=(_not_asked(commune),))
    first = newest[0]
    lines = tuple(_line(view, commune, here, due) for due in newest)
    return Row("", lines, period=_period(first), aim=arrived(first))


def _line(view: View, commune: Commune, here: str, due: Due) -> Told:
    came = f"ký ngày {show_date(due.came)}" if due.came else ""
    source = source_link(view, commune, here, due.documents[0]) if due.documents else None
    state = "chua_co" if due.arrival is Arrival.MISSING else "co"
    return Told("", arrived(due).words, "", state, _period(due), source, came)


def _period(due: Due) -> str:
    return f"{opened(due.period.printed)}, hạn {inside(by_when(due))}"


def _by_rule(catalogue: Catalogue, one: Asked) -> str:
    """The deadlines in words, where no period is told of."""
    due = (duty for duty in catalogue.duties if duty.id in one.duties)
    said = (duty.until or f"{duty.days} ngày {'làm việc ' if duty.working else ''}sau kỳ" for duty in due)
    return f"Thời hạn: {'; '.join(dict.fromkeys(said))}"


def _not_asked(commune: Commune) -> str:
    if commune.province is None:
        return f"Chưa ai xác nhận đây là {kind_of(commune.name)} nào, nên trang chưa xét hạn."
    return (
        f"Chưa kỳ nào phải xét: trang chỉ xét những kỳ sau văn bản đầu tiên của {kind_of(commune.name)} ở đây và sau "
        "ngày quy định có hiệu lực."
    )
