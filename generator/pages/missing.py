"""What the documents of a commune leave blank, and who owes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.language.value import State
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.pieces.addresses import subject_path
from generator.pieces.blank_words import elsewhere
from generator.pieces.blocks import Grid, Prose, Section
from generator.pieces.document_links import source_name
from generator.pieces.document_names import agency
from generator.pieces.row_blocks import Cell, Link
from generator.pieces.view import View
from generator.subjects.all_subjects import PLANNED, in_order


def blanks(view: View, commune: Commune) -> dict[tuple[str, str], Figure]:
    """What documents of a commune leave blank and none gives, once for each agency that owes it and indicator. What
    one table leaves blank and another gives is no blank: the page of data quality tells it. Nor is what only a
    national plan asks for.
    """
    reported = [figure for figure in view.of(commune) if figure.kind is Kind.REPORTED]
    given = {(f.topic.indicator, f.topic.breakdown) for f in reported if f.value.state != "chua_co"}
    details = (r for r in view.dataset.catalogue.relations if r.kind == "chi_tiet")
    given |= {(r.whole, part) for r in details for name, part in tuple(given) if name in r.parts}
    blank = [
        f for f in reported if f.value.state is State.MISSING and (f.topic.indicator, f.topic.breakdown) not in given
    ]
    blank = [figure for figure in blank if figure.topic.indicator not in PLANNED]
    return {(agency(f.reporter), f.topic.indicator): f for f in reversed(blank)}


def how_many(view: View, left: Mapping[tuple[str, str], Figure]) -> str:
    """How many `blanks` are left, of how many a document gives what has a name near theirs, and what that means."""
    if not left:
        return "Không có ô nào bị bỏ trống trong các văn bản đã đọc."
    near = sum(bool(elsewhere(view, blank)) for blank in left.values())
    but = f" (với {near} chỉ tiêu trong đó, văn bản có số của một chỉ tiêu gần tên)" if near else ""
    return (
        f"{len(left)} chỉ tiêu mà văn bản để trống hoặc chỉ nhắc tên, và không chỗ nào khác có số{but}. "
        "Trống nghĩa là chưa có số, không phải bằng không."
    )


def missing(view: View, commune: Commune, here: str) -> Section:
    """What the documents leave blank, by who owes it; apart from it, what a national plan asks for."""
    left = blanks(view, commune)
    title, id = "Ô văn bản để trống", "o-trong"
    asked = tuple(_asked(view, commune, here))
    if not left:
        return Section(title, id, (Prose(how_many(view, left)), *asked))
    owed = Counter(agency for agency, _ in left)
    rows = tuple((Cell(agency), Cell(f"{count} chỉ tiêu", "number")) for agency, count in sorted(owed.items()))
    names = tuple(
        (Cell(view.indicator(id).name), Cell(agency), Cell(source_name(view, view.source(commune.code, figure.source))))
        for (agency, id), figure in sorted(left.items())
    )
    return Section(
        title, id, (Prose(how_many(view, left)), *asked),
        (Grid("Các ô để trống, theo cơ quan báo cáo", ("Cơ quan", "Để trống"), rows),
         Grid("Các chỉ tiêu còn trống", ("Chỉ tiêu", "Cơ quan", "Văn bản"), names)), f"Xem {len(left)} chỉ tiêu",
    )  # fmt: skip


def _asked(view: View, commune: Commune, here: str) -> Iterator[Prose]:
    """What only the national plan asks for, where the documents give none of it."""
    for subject in in_order(view):
        if text := subject.unanswered(view, commune):
            there = view.link(here, subject_path(commune, subject.id))
            yield Prose(text, "", Link(view.subjects[subject.id].name, there))
