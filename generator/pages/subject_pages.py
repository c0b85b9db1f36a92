"""A commune's subject pages: charts first, then every figure in groups, then what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.language.vietnamese import kind_of, lowered, opened
from generator.model.catalogue import Outline
from generator.model.commune import Commune
from generator.model.figure import TOLD, Kind
from generator.model.grouping import grouped
from generator.pages.doubts import to_review
from generator.pieces.addresses import LAW, NOTICE, QUALITY, TARGETS, nothing_yet, page_below, subject_path
from generator.pieces.blocks import Block, Notice, Page, Prose, Section
from generator.pieces.charted import change, on_target
from generator.pieces.doubted import to_read_twice
from generator.pieces.figure_rows import rows
from generator.pieces.picking import pick
from generator.pieces.row_blocks import Link, Rows
from generator.pieces.sentence import Sentence
from generator.pieces.standings import aim_of
from generator.pieces.view import View
from generator.pieces.where_to_ask import asking
from generator.subjects.all_subjects import in_order
from generator.subjects.results import leading_to
from generator.subjects.subject import Subject
from generator.subjects.summaries import sentences


def subject_pages(view: View, commune: Commune) -> Iterator[Page]:
    """One page a subject."""
    for subject in in_order(view):
        outline, here = view.subjects[subject.id], subject_path(commune, subject.id)
        empty = view.is_empty(commune)
        sections = [] if empty else [*_sections(view, commune, here, subject)] or [_nothing(commune, outline.name)]
        sections += to_review(view, commune, here, subject.id)
        sections.append(_paper(view, here))
        yield page_below(
            view, commune, here,
            title=outline.name,
            description=f"{outline.name} của {lowered(commune.name)}: {outline.lead}",
            opening=(
                Prose(outline.lead, "lead", _asked(view, commune, here, subject.id)),
                *([nothing_yet(commune)] if empty else _differing(view, commune, here, subject.id)),
            ),
            sections=sections,
        )  # fmt: skip


def _asked(view: View, commune: Commune, here: str, subject: str) -> Link | None:
    """What the first law about a subject asks; None where none is."""
    law = next((law for law in view.dataset.catalogue.laws if law.subject == subject), None)
    return Link("Luật yêu cầu gì về việc này", view.link(here, subject_path(commune, LAW), law.id)) if law else None


def _sections(view: View, commune: Commune, here: str, subject: Subject) -> Iterator[Section]:
    if shown := [*_in_full(view, commune, here, subject)]:
        done = leading_to(view, commune, here, "" if subject.id == TARGETS else subject.id)
        yield Section("Nói gọn", "noi-gon", (*_in_short(view, commune, subject), *done))
        yield from shown


def _in_short(view: View, commune: Commune, subject: Subject) -> Iterator[Prose]:
    """The answer first: its newest number, what it was before, what was aimed at. Then the other sentences by document
    and stretch of time, which stand once before them, the newest first.
    """
    said = list(sentences(view, commune, subject))
    if first := _answering(view, commune, subject, said):
        said.remove(first)
        yield Prose(
            f"{opened(first.period)}: {first.text} {_aimed(view, commune, first)}".strip(), "lead", first.source
        )
    newest_first = sorted(said, key=lambda one: one.day, reverse=True)
    for (period, source), own in grouped(newest_first, lambda one: (one.period, one.source)).items():
        text = " ".join(one.text for one in own)
        yield Prose(f"{opened(period)}: {text}" if period else text, "", source)


def _answering(view: View, commune: Commune, subject: Subject, said: Sequence[Sentence]) -> Sentence | None:
    """The sentence of the figure that the subject's answer rests on; None where there is none."""
    figure = subject.rests_on(view.sayable(commune))
    return next((one for one in said if figure and one.period and figure.id in one.figures), None)


def _aimed(view: View, commune: Commune, sentence: Sentence) -> str:
    """How the number of a sentence stands beside its target; '' where it has none."""
    return aim_of(view, commune, next(f for f in view.of(commune) if f.id == sentence.figures[0]))


def _in_full(view: View, commune: Commune, here: str, subject: Subject) -> Iterator[Section]:
    if charts := (*subject.charts(view, commune), *_rates(view, commune, view.subjects[subject.id])):
        first, more = charts[:1], charts[1:]
        yield Section("Nhìn nhanh", "nhin-nhanh", first, more, f"Xem {len(more)} hình khác")
    yield from subject.before(view, commune, here)
    yield from _figures(view, commune, here, subject)
    yield from subject.after(view, commune, here)


def _rates(view: View, commune: Commune, outline: Outline) -> Iterator[Block]:
    """The rates that the catalogue has drawn: beside their targets, and of two years."""
    yield from on_target(
        view, commune, [s for s in view.targets_of(commune) if s.target.topic.indicator in outline.aimed]
    )
    yield from change(view, commune, view.sayable(commune), *outline.compared)


def _paper(view: View, here: str) -> Section:
    link = Link("In tờ niêm yết (A4)", view.link(here, f"{here}{NOTICE}"))
    text = f"Một trang giấy chữ to{', có mã QR về trang này' if view.site_url else ''}."
    return Section("Đưa lên bảng tin", "niem-yet", (Prose(text, "", link),))


def _nothing(commune: Commune, name: str) -> Section:
    text = f"Trang chưa có số liệu về {name.lower()} của {kind_of(commune.name)}. {asking(commune)}"
    return Section("Chưa có số liệu", "con-thieu", (Notice("Chưa có số liệu", text, "missing"),))


def _differing(view: View, commune: Commune, here: str, subject: str) -> Iterator[Block]:
    found = [
        difference
        for difference in view.differences
        if difference.commune == commune.code
        and difference.indicator
        and view.indicator(difference.indicator).subject == subject
    ]
    if found:
        from_here = view.link(here, f"{commune.address}{QUALITY}")
        text = f"{to_read_twice(len(found))} Trang giữ nguyên số của văn bản."
        yield Notice("Có chỗ cần đọc kỹ", text, "differ", Link("Xem từng chỗ", from_here))


OPEN = 9
"""Rows of figures that a page shows at once; what comes after them waits behind a line a group."""
_FEWEST = 4
"""Rows of a group that are worth standing open where the others do not."""


def _figures(view: View, commune: Commune, here: str, subject: Subject) -> Iterator[Section]:
    """Every measured figure of the subject, grouped; the rest under 'Số liệu khác', then what is asked for."""
    own = [
        f
        for f in view.of(commune)
        if f.kind in TOLD
        and view.indicator(f.topic.indicator).subject == subject.id
        and f.topic.indicator not in subject.planned
        and not subject.apart(f)
    ]
    outlined = [(group.title, group.id, group.indicators) for group in view.subjects[subject.id].groups]
    named = {indicator for _, _, indicators in outlined for indicator in indicators}
    rest = tuple(dict.fromkeys(f.topic.indicator for f in own if f.topic.indicator not in named))
    there = [figure for figure in own if figure.kind is not Kind.NEED]
    needs = [figure for figure in own if figure.kind is Kind.NEED]
    groups = [(*group[:2], pick(there, *group[2], kinds=TOLD)) for group in outlined]
    groups.append(("Số liệu khác", "so-lieu-khac", pick(there, *rest, kinds=TOLD)))
    groups.append((f"{opened(kind_of(commune.name))} đề nghị thêm", "nhu-cau", needs))
    left = OPEN
    for title, id, figures in groups:
        blocks = rows(view, commune, here, figures)
        made = _group(title, id, blocks, left)
        left -= sum(len(block.rows) for block in made.blocks if isinstance(block, Rows))
        if blocks:
            yield made


def _brief(block: Rows, first: int) -> Rows:
    """The rows from one on, with the newest figure alone where a page has all of them."""
    return replace(block, rows=tuple(replace(r, figures=r.figures[:1]) if r.whole else r for r in block.rows[first:]))


def _group(title: str, id: str, blocks: Sequence[Block], left: int) -> Section:
    """A group of figures of which as many rows stand open as are `left`; none at all where that would be a few of
    many. What is blank is a sentence, and always there; notes on the rows wait at the end.
    """
    open_now: list[Block] = []
    folded: list[Block] = []
    notes = [block for block in blocks if isinstance(block, Prose)]
    for block in blocks:
        if isinstance(block, Prose):
            continue
        if not isinstance(block, Rows) or len(block.rows) <= left:
            open_now.append(block)
        elif left < _FEWEST:
            folded.append(_brief(block, 0))
        else:
            open_now.append(replace(block, rows=block.rows[:left]))
            folded.append(_brief(block, left))
    count = sum(len(block.rows) for block in folded if isinstance(block, Rows))
    whole = not any(isinstance(block, Rows) for block in open_now)
    named = f"{title} ({count})" if count and whole else title
    more = [f"{count} dòng{'' if whole else ' nữa'}"] if count else []
    more += ["ghi chú chung"] if notes and not whole else []
    return Section(named, id, tuple(open_now), (*folded, *notes), f"Xem {' và '.join(more)}")
