"""A commune's subject pages: charts first, then every figure in groups, then what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.vietnamese import kind_of, opened
from generator.model.catalogue import Outline
from generator.model.commune import Commune
from generator.model.figure import Kind
from generator.model.grouping import grouped
from generator.pages.doubts import to_review
from generator.pieces.addresses import NOTICE, QUALITY, crumbs, kept_back, nothing_yet, siblings, subject_path, where
from generator.pieces.blocks import Block, Lines, Link, Notice, Page, Prose, Section
from generator.pieces.charted import change, on_target
from generator.pieces.lines import listed, topics
from generator.pieces.picking import pick
from generator.pieces.view import View
from generator.pieces.where_to_ask import asking
from generator.subjects.all_subjects import in_order
from generator.subjects.subject import Subject
from generator.subjects.summaries import sentences

_MEASURED = (Kind.REPORTED, Kind.COMPUTED, Kind.ALLOCATED, Kind.NEED)


def subject_pages(view: View, commune: Commune) -> Iterator[Page]:
    """One page a subject."""
    for subject in in_order(view):
        outline, here = view.subjects[subject.id], subject_path(commune, subject.id)
        empty = view.is_empty(commune)
        sections = [] if empty else [*_sections(view, commune, here, subject)] or [_nothing(commune, outline.name)]
        sections += to_review(view, commune, here, subject.id)
        sections.append(_paper(view, here))
        yield Page(
            path=here,
            title=outline.name,
            kicker=f"{commune.name}, {where(commune)}",
            description=f"{outline.name} của {commune.name}: {outline.lead}",
            crumbs=crumbs(view, commune, here),
            siblings=siblings(view, commune, here),
            opening=(
                *kept_back(view, commune),
                Prose(outline.lead, "lead"),
                *([nothing_yet(commune)] if empty else _differing(view, commune, here, subject.id)),
            ),
            sections=tuple(sections),
        )


def _sections(view: View, commune: Commune, here: str, subject: Subject) -> Iterator[Section]:
    if shown := [*_in_full(view, commune, here, subject)]:
        yield Section("Nói gọn", "noi-gon", tuple(_in_short(view, commune, subject)))
        yield from shown


def _in_short(view: View, commune: Commune, subject: Subject) -> Iterator[Prose]:
    """Sentences by document and stretch of time, which stand once before them, the newest first."""
    newest_first = sorted(sentences(view, commune, subject), key=lambda one: one.day, reverse=True)
    said = grouped(newest_first, lambda one: (one.period, one.source))
    for (period, source), own in said.items():
        text = " ".join(one.text for one in own)
        yield Prose(f"{period[:1].upper()}{period[1:]}: {text}" if period else text, "", source)


def _in_full(view: View, commune: Commune, here: str, subject: Subject) -> Iterator[Section]:
    if charts := (*subject.charts(view, commune), *_rates(view, commune, view.subjects[subject.id])):
        yield Section("Nhìn nhanh", "nhin-nhanh", charts)
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
        from_here = view.link(here, QUALITY, f"xa-{commune.code}")
        text = f"{len(found)} chỗ số liệu chưa khớp, hoặc cần đọc cả hai mới hiểu. Trang giữ nguyên số của văn bản."
        yield Notice("Có chỗ cần đọc kỹ", text, "differ", Link("Xem từng chỗ", from_here))


def _figures(view: View, commune: Commune, here: str, subject: Subject) -> list[Section]:
    """Every measured figure of the subject, grouped; the rest under 'Số liệu khác'."""
    own = [
        f
        for f in view.of(commune)
        if f.kind in _MEASURED
        and view.indicator(f.topic.indicator).subject == subject.id
        and f.topic.indicator not in subject.planned
        and not subject.apart(f)
    ]
    outlined = [(group.title, group.id, group.indicators) for group in view.subjects[subject.id].groups]
    named = {indicator for _, _, indicators in outlined for indicator in indicators}
    rest = tuple(dict.fromkeys(f.topic.indicator for f in own if f.topic.indicator not in named))
    made = []
    there = [figure for figure in own if figure.kind is not Kind.NEED]
    for title, id, indicators in (*outlined, ("Số liệu khác", "so-lieu-khac", rest)):
        shown = pick(there, *indicators, kinds=_MEASURED)
        if shown:
            lines = Lines(title, topics(view, commune, here, shown))
            made.append(listed(title, id, lines, len(shown), 12 if indicators is rest else 40))
    needs = [figure for figure in own if figure.kind is Kind.NEED]
    if needs:
        title = f"{opened(kind_of(commune.name))} đề nghị thêm"
        made.append(Section(title, "nhu-cau", (Lines(title, topics(view, commune, here, needs)),)))
    return made
