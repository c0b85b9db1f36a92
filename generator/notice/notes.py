"""What a reader of a notice must know besides its figures: where to get on, what is missing, what does not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.comparing.differences import IN_WORDS
from generator.language.value import State
from generator.language.vietnamese import inside
from generator.model.commune import Commune
from generator.model.figure import Kind
from generator.pieces.addresses import TARGETS, subject_of
from generator.pieces.document_names import agency
from generator.pieces.fact import NO_BASE, Fact
from generator.pieces.paper import shortened
from generator.pieces.view import View, label
from generator.subjects.all_subjects import PLANNED, subject_by

_LONGEST = 260
"""Letters of a difference that still is a short one."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader must know besides: a few words, then a text."""

    title: str
    text: str


def helping(view: View, commune: Commune, subject: str) -> list[Note]:
    """Where a reader gets on: with a dossier, with the telephone."""
    return [Note(title, text) for title, text in subject_by(subject).help(view, commune)]


def besides(view: View, commune: Commune, subject: str, told: Sequence[Fact]) -> Iterator[Note]:
    """By importance: what rates are shares of, what is missing and who owes it, what does not agree."""
    if any(NO_BASE in fact.sentence for fact in told):
        yield Note(f"Dấu {NO_BASE}", "văn bản không nêu tỷ lệ ấy tính trên tổng nào.")
    yield from _missing(view, commune, subject)
    yield from _differing(view, commune, subject, {fact.figure for fact in told})


def _missing(view: View, commune: Commune, subject: str) -> Iterator[Note]:
    """What the documents leave blank and nothing else tells, and who owes it; what a national plan asks for is not
    blank in them.
    """
    own = [f for f in view.of(commune) if f.kind is Kind.REPORTED and subject_of(view, f) == subject]
    own = [figure for figure in own if figure.topic.indicator not in PLANNED]
    there = {(f.topic.indicator, f.topic.breakdown) for f in own if f.has_value}
    partly = {indicator for indicator, _ in there}
    blank = {
        (f.topic.indicator, f.topic.breakdown if f.topic.indicator in partly else ""): f
        for f in own
        if f.value.state is State.MISSING and (f.topic.indicator, f.topic.breakdown) not in there
    }
    if unanswered := subject_by(subject).unanswered(view, commune):
        yield Note("Chưa có số", unanswered)
    if not blank:
        return
    told = (label(view, f) if id in partly else view.indicator(id).name for (id, _), f in blank.items())
    names = sorted((shortened(inside(name), 70) for name in told), key=lambda name: name.endswith("…"))
    more = f" và {len(names) - 2} chỉ tiêu khác" if len(names) > 2 else ""
    owed = Counter(agency(f.reporter) for f in blank.values() if f.reporter).most_common()
    others = f" và {len(owed) - 1} cơ quan khác" if len(owed) > 1 else ""
    unnamed = "; có chỉ tiêu không ghi cơ quan" if owed and any(not f.reporter for f in blank.values()) else ""
    named = f" Cơ quan báo cáo: {shortened(owed[0][0], 60)}{others}{unnamed}." if owed else ""
    yield Note("Còn trống", f"{'; '.join(names[:2])}{more}.{named}")


def _differing(view: View, commune: Commune, subject: str, told: set[str]) -> Iterator[Note]:
    """The differences of the subject in short: one about a figure told here if there is one, of two documents first."""
    own = [
        d for d in view.differences
        if d.commune == commune.code and d.indicator and _page_of(view, d.indicator, d.rule) == subject
    ]  # fmt: skip
    own.sort(key=lambda d: (not told & {*d.ids}, d.rule != "hai-nguon"))
    short = [d for d in own if len(d.sentence) <= _LONGEST]
    if short:
        also = " Các chỗ khác nêu ở trang Chất lượng số liệu." if len(own) > 1 else ""
        yield Note(IN_WORDS[short[0].rule][0], f"{short[0].sentence}{also}")
    elif own:
        yield Note(
            "Có chỗ cần đọc kỹ",
            f"{len(own)} chỗ số liệu chưa khớp, hoặc cần đọc cả hai, nêu ở trang Chất lượng số liệu.",
        )


def _page_of(view: View, indicator: str, rule: str) -> str:
    return TARGETS if rule == "hai-muc-tieu" else view.indicator(indicator).subject
