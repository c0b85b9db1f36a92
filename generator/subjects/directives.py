"""Directives that documents name, proposals of the commune, what documents remark on themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.language.vietnamese import fold, show_date
from generator.model import choices
from generator.model.commune import Commune
from generator.model.record import Record
from generator.pieces.blocks import Grid, Items, Notice, Prose, Section, listed
from generator.pieces.document_links import source_link
from generator.pieces.fact import Fact, counted
from generator.pieces.newest import wholes
from generator.pieces.row_blocks import Cell
from generator.pieces.sentence import Place, Sentence
from generator.pieces.shown import NO_DAY, value
from generator.pieces.view import View
from generator.subjects.progress import reports_of_all, state_cell
from generator.subjects.subject import Subject


def distinct(directives: Iterable[Record]) -> int:
    """How many documents the rows of directives are: one that is printed in two ways, or named by two documents,
    counts once. A number begins anew each year.
    """
    rows = list(directives)
    numbered = {(_plain_number(row), row["ngay"][:4]) for row in rows if row["so_hieu"] and row["ngay"]}
    undated = {_plain_number(row) for row in rows if row["so_hieu"] and not row["ngay"]}
    unnumbered = {(row["loai"], row["ngay"], fold(row["trich_yeu"])) for row in rows if not row["so_hieu"]}
    return len(numbered) + len(undated - {number for number, _ in numbered}) + len(unnumbered)


def _plain_number(directive: Record) -> str:
    return fold(directive["so_hieu"]).replace("/", "-")


def unowned(proposals: Iterable[Record]) -> list[Record]:
    """Proposals without anybody named to answer them."""
    return [row for row in proposals if not row["co_quan_tra_loi"]]


_PROPOSALS = "kien_nghi_de_xuat"
"""What a document says of its proposals by a number, or by the word that there are none."""


def _decided(place: Place) -> Iterator[Sentence]:
    """Directives that the documents name, proposals and whether anybody is named to answer them."""
    directives, proposals = (place.view.records(place.commune, table) for table in ("van-ban", "kien-nghi"))
    if directives:
        count = distinct(directives)
        text = f"Trang đăng {count} văn bản chỉ đạo mà các văn bản đã đọc kể tên."
        yield place.of_all(text, f"{count} văn bản")
    if proposals:
        text = f"Các văn bản đã đọc ghi {len(proposals)} kiến nghị{_unanswered(proposals)}."
        yield place.of_all(text, f"{len(proposals)} kiến nghị")
    elif said := wholes(place.figures, _PROPOSALS):
        text = f"Văn bản ghi phần kiến nghị, đề xuất: “{said[0].value.printed}”."
        yield place.says(text, value(said[0]), said[0])
    else:
        yield Sentence(f"Chưa có kiến nghị nào của {place.kind}.")


def _unanswered(proposals: Sequence[Record]) -> str:
    """Beside a count of proposals: how many name nobody who must answer; '' where all do."""
    left = unowned(proposals)
    return f"; {len(left)} kiến nghị không ghi cơ quan nào xem xét, trả lời" if left else ""


def _directives(view: View, commune: Commune, here: str) -> Iterator[Section]:
    rows = []
    found = view.records(commune, "van-ban")
    for row in sorted(found, key=lambda row: row["ngay"], reverse=True):
        number = row["so_hieu"] or "(không ghi số)"
        rows.append((
            Cell(f"{row['loai']} {number}", "", row["vi_tri"].split(":")[0],
                 source_link(view, commune, here, row["nguon"])),
            Cell(show_date(row["ngay"]) or NO_DAY),
            Cell(row["trich_yeu"] or "không ghi", "", row["ghi_chu"]),
        ))  # fmt: skip
    if rows:
        grid = Grid("Văn bản", ("Văn bản", "Ngày", "Về việc"), tuple(rows))
        yield listed("Văn bản chỉ đạo được kể tên", "van-ban", grid, len(rows), 6, distinct(found))


def _proposals(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """What is asked of others: of whom, by when, and what became of it where a document tells."""
    proposals = view.records(commune, "kien-nghi")
    told = reports_of_all(view, commune, proposals)
    answered = any(told.values())
    rows = tuple(
        (
            Cell(row["noi_dung"], "", row["vi_tri"].split(":")[0], source_link(view, commune, here, row["nguon"])),
            Cell(row["co_quan_tra_loi"] or "văn bản không nêu", "" if row["co_quan_tra_loi"] else "missing"),
            Cell(row["thoi_han"] or "không nêu"),
            *([state_cell(view, commune, told[row["ma"]])] if answered else []),
        )
        for row in proposals
    )
    if rows:
        head = ("Nội dung", "Cơ quan xem xét, trả lời", "Thời hạn", *(["Trả lời"] if answered else []))
        yield listed("Kiến nghị", "kien-nghi", Grid("Kiến nghị", head, rows), len(rows), 4)
    else:
        text = "Văn bản đã đọc không có kiến nghị nào, hoặc ghi “Không”."
        yield Section("Kiến nghị", "kien-nghi", (Notice("Không có kiến nghị", text, "info"),))


def _remarks(view: View, commune: Commune, here: str) -> Iterator[Section]:
    remarks = view.records(commune, "nhan-xet")
    for kind, title in choices.REMARK_KINDS.items():
        quotes = tuple(
            Prose(row["noi_dung"], row["vi_tri"].split(":")[0], source_link(view, commune, here, row["nguon"]))
            for row in remarks
            if row["loai"] == kind
        )
        if quotes:
            heading = f"{title}, theo lời văn bản"
            yield listed(heading, kind.replace("_", "-"), Items(quotes, "quotes"), len(quotes), 4)


def _after(view: View, commune: Commune, here: str) -> Iterator[Section]:
    yield from _directives(view, commune, here)
    yield from _proposals(view, commune, here)
    yield from _remarks(view, commune, here)


def _counts(view: View, commune: Commune) -> Iterator[Fact]:
    """Proposals and directives, counted."""
    if rows := view.records(commune, "kien-nghi"):
        yield _listed(view, commune, rows, "kiến nghị", f"ghi trong các văn bản đã đọc{_unanswered(rows)}.")
    if rows := view.records(commune, "van-ban"):
        yield _listed(
            view,
            commune,
            rows,
            "văn bản",
            "chỉ đạo đăng trên trang, kể tên trong các văn bản đã đọc.",
            distinct(rows),
        )


def _listed(
    view: View, commune: Commune, rows: list[Record], unit: str, sentence: str, count: int | None = None
) -> Fact:
    return counted(
        view,
        commune,
        len(rows) if count is None else count,
        unit,
        sentence,
        "Đếm từ danh sách",
        (row["nguon"] for row in rows),
    )


SUBJECT = Subject("chi-dao-kien-nghi", first=_decided, after=_after, counts=_counts)
