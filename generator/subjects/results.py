"""What documents say was done, in their own words: works, models, who is charged with what, lessons, feedback."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.language.vietnamese import inside
from generator.model.choices import RESULT_KINDS, TASK_STATES
from generator.model.commune import Commune
from generator.model.record import Record
from generator.pieces.addresses import SOURCES, subject_path
from generator.pieces.blocks import Block, Cell, Grid, Items, Prose, Section
from generator.pieces.row_blocks import Link
from generator.pieces.standings import state_mark
from generator.pieces.view import View, source_link

DID = "da-lam"
"""The anchor of the list of all results."""
MOST = 24
"""Results of a kind that the page of a subject tells; the older ones stand on the pages of their documents."""
_OPEN = 3
"""Results of a kind that stand open."""
_COUNTED = {
    "viec_da_lam": "việc đã làm", "mo_hinh": "mô hình, thí điểm", "to_chuc": "điều về phân công", "bai_hoc": "bài học",
    "phan_anh": "điều về phản ánh của người dân",
}  # fmt: skip
"""What so many of a kind are called."""


def results(view: View, commune: Commune, here: str, subject: str) -> Iterator[Section]:
    """Those of a subject, a section a kind, the newest document first."""
    own = [row for row in _newest_first(view, commune) if row["chu_de"] == subject]
    for kind, title in RESULT_KINDS.items():
        if told := [row for row in own if row["loai"] == kind]:
            blocks = [_list(view, commune, here, title, some) for some in (told[:_OPEN], told[_OPEN:MOST]) if some]
            more = f"Xem {len(told[_OPEN:MOST])} điều nữa"
            older = tuple(_older(view, commune, here, len(told) - MOST))
            yield Section(f"{title} ({len(told)})", _anchor(kind), tuple(blocks[:1]), (*blocks[1:], *older), more)


def of_document(view: View, commune: Commune, here: str, source: str) -> Iterator[Section]:
    """All of one document, a section a kind."""
    for kind, title in RESULT_KINDS.items():
        rows = [row for row in view.records(commune, "ket-qua") if (row["nguon"], row["loai"]) == (source, kind)]
        if rows:
            block = _list(view, commune, here, title, rows, sourced=False)
            yield Section(f"{title} ({len(rows)})", _anchor(kind), (), (block,), f"Xem {len(rows)} điều")


def by_subject(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """How many results there are of each subject, each with the way there."""
    counts = Counter(row["chu_de"] for row in view.records(commune, "ket-qua"))
    told = [outline for outline in view.subjects.values() if counts[outline.id]]
    there = [view.link(here, subject_path(commune, one.id), _first(view, commune, one.id)) for one in told]
    links = [Prose("", "", Link(f"{one.name}: {counts[one.id]}", to)) for one, to in zip(told, there, strict=True)]
    if links:
        text = f"{in_few_words(view, commune)}."
        yield Section("Đã làm được gì", DID, (Prose(text), Items(tuple(links), "letters")))


def in_few_words(view: View, commune: Commune) -> str:
    """How many results of each kind the documents tell of: `Các văn bản kể 58 việc đã làm, 6 mô hình, thí điểm`."""
    counts = Counter(row["loai"] for row in view.records(commune, "ket-qua"))
    told = [f"{counts[kind]} {words}" for kind, words in _COUNTED.items() if counts[kind]]
    return f"Theo lời các văn bản: {', '.join(told)}" if told else ""


def _first(view: View, commune: Commune, subject: str) -> str:
    """The anchor of the first section of a subject's results."""
    kinds = {row["loai"] for row in view.records(commune, "ket-qua") if row["chu_de"] == subject}
    return _anchor(next(kind for kind in RESULT_KINDS if kind in kinds))


def _anchor(kind: str) -> str:
    return f"ket-qua-{kind.replace('_', '-')}"


def _newest_first(view: View, commune: Commune) -> list[Record]:
    def day(row: Record) -> str:
        document = view.source(commune.code, row["nguon"])
        return document["ngay"] or document["ngay_biet"]

    return sorted(view.records(commune, "ket-qua"), key=day, reverse=True)


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
