"""What documents say was done, in their own words: works, models, who is charged with what, lessons, feedback."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.language.vietnamese import inside
from generator.model.choices import RESULT_KINDS, TASK_STATES
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.pieces.addresses import SOURCES, TARGETS, subject_path
from generator.pieces.blocks import Block, Grid, Items, Prose, Section
from generator.pieces.document_links import source_link
from generator.pieces.document_names import day_of
from generator.pieces.row_blocks import Cell, Link
from generator.pieces.standings import state_mark
from generator.pieces.view import View

DONE = "viec_da_lam"
"""The kind of what was done."""
RESULTS = "ket-qua"
"""The page of the results, below that of promises; the anchor of those of a document on its page."""
MOST = 16
"""Results of a subject that their page tells; the older ones stand on the pages of their documents."""
_OPEN = 1
"""Results of a subject that stand open, the newest."""
_COUNTED = {
    "viec_da_lam": "việc đã làm", "chi_dao": "việc đã chỉ đạo mà văn bản không nói kết quả",
    "mo_hinh": "mô hình, thí điểm", "to_chuc": "điều về phân công", "bai_hoc": "bài học",
    "phan_anh": "điều về phản ánh của người dân, lời xin lỗi",
}  # fmt: skip
"""What so many of a kind are called."""


def results_path(commune: Commune) -> str:
    """Site address of the page of a commune's results."""
    return f"{subject_path(commune, TARGETS)}{RESULTS}/"


def results(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """All of them, a section a subject, of each the newest document first."""
    by_subject = grouped(_newest_first(view, commune), lambda row: row["chu_de"])
    for id in (id for id in view.subjects if id in by_subject):
        own = by_subject[id]
        first, more = own[:_OPEN], own[_OPEN:MOST]
        kind = RESULT_KINDS[first[0]["loai"]]
        shown = Prose(f"{kind}:"), _list(view, commune, here, kind, first)
        folded = (*_by_kind(view, commune, here, more), *_older(view, commune, here, len(own) - MOST))
        yield Section(f"{view.subjects[id].name} ({len(own)})", id, shown, folded, f"Xem {len(more)} điều nữa")


def of_document(view: View, commune: Commune, here: str, source: str) -> Iterator[Section]:
    """All of one document, kind by kind."""
    if own := [row for row in view.records(commune, "ket-qua") if row["nguon"] == source]:
        told = tuple(_by_kind(view, commune, here, own, sourced=False))
        yield Section(f"Đã làm được gì ({len(own)})", RESULTS, (), told, f"Xem {len(own)} điều")


def leading_to(view: View, commune: Commune, here: str, subject: str = "") -> Iterator[Prose]:
    """To the results of a subject, from its page, or to all of them; nothing where there are none."""
    rows = _newest_first(view, commune)
    if count := sum(not subject or row["chu_de"] == subject for row in rows):
        there = view.link(here, results_path(commune), subject)
        done = sum(row["loai"] == DONE and (not subject or row["chu_de"] == subject) for row in rows)
        parts = [f"{done} việc đã làm"] * bool(done) + [f"{count - done} điều khác"] * bool(count - done)
        yield Prose("", "", Link(f"{' và '.join(parts)}, theo lời văn bản", there))


def _by_kind(
    view: View, commune: Commune, here: str, rows: Sequence[Record], *, sourced: bool = True
) -> Iterator[Block]:
    """A list a kind, each below its name."""
    for kind, title in RESULT_KINDS.items():
        if own := [row for row in rows if row["loai"] == kind]:
            yield Prose(f"{title} ({len(own)}):")
            yield _list(view, commune, here, title, own, sourced=sourced)


def in_few_words(view: View, commune: Commune) -> str:
    """How many results of each kind the documents tell of: `Theo lời các văn bản: 58 việc đã làm`."""
    counts = Counter(row["loai"] for row in _newest_first(view, commune))
    told = [f"{counts[kind]} {words}" for kind, words in _COUNTED.items() if counts[kind]]
    return f"Theo lời các văn bản: {', '.join(told)}" if told else ""


def _newest_first(view: View, commune: Commune) -> list[Record]:
    """What was done, of what several documents say in the same words the newest."""

    def day(row: Record) -> str:
        return day_of(view.source(commune.code, row["nguon"]))

    def weight(row: Record) -> tuple[int, bool]:
        return (*RESULT_KINDS,).index(row["loai"]), not re.search(r"\d", row["noi_dung"])

    by_kind = sorted(view.records(commune, "ket-qua"), key=weight)  # of a kind those with a number first
    newest_first = sorted(by_kind, key=day, reverse=True)
    return list({(row["loai"], row["noi_dung"]): row for row in reversed(newest_first)}.values())[::-1]


def _list(
    view: View, commune: Commune, here: str, title: str, rows: Sequence[Record], *, sourced: bool = True
) -> Block:
    """Results word by word; with their states where a document tells some."""
    if any(row["tinh_trang"] for row in rows):
        return Grid(title, (title, "Tình trạng"), tuple(_row(view, commune, here, row, sourced) for row in rows))
    return Items(tuple(
        Prose(row["noi_dung"], _place(row), source_link(view, commune, here, row["nguon"]) if sourced else None)
        for row in rows
    ), "quotes")  # fmt: skip


def _row(view: View, commune: Commune, here: str, row: Record, sourced: bool) -> tuple[Cell, ...]:
    state = TASK_STATES.get(row["tinh_trang"], "")
    link = source_link(view, commune, here, row["nguon"]) if sourced else None
    told = Cell(state, "state", mark=state_mark(state)[0]) if state else Cell("văn bản không nói", "missing")
    return Cell(f"“{row['noi_dung']}”", "", _place(row), link), told


def _place(row: Record) -> str:
    note = f"; {inside(row['ghi_chu']).rstrip('.')}" if row["ghi_chu"] else ""
    return f"{row['vi_tri'].split(':')[0]}{note}"


def _older(view: View, commune: Commune, here: str, count: int) -> Iterator[Prose]:
    """That older results stand on the pages of their documents."""
    if count > 0:
        link = Link("Nguồn số liệu", view.link(here, subject_path(commune, SOURCES)))
        yield Prose(f"Còn {count} điều trong các văn bản cũ hơn, kể ở trang của từng văn bản:", "small", link)
