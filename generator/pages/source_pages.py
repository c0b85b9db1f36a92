"""Pages of source documents: what each is, every figure taken from it, what was left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.figures.due import last_day
from generator.language.vietnamese import kind_of, lowered, show_date
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.pages.doubts import to_review
from generator.pieces.addresses import (
    ON_TIME,
    SOURCES,
    anchor,
    figure_page,
    nothing_yet,
    page_below,
    subject_of,
    subject_path,
)
from generator.pieces.blocks import Block, Cell, Grid, Items, Notice, Page, Prose, Section
from generator.pieces.document_names import in_short, issued_number, month, source_path
from generator.pieces.downloads import offer, own_files
from generator.pieces.due_shown import calendar, counts, dues_of, listed
from generator.pieces.linked_data import dataset
from generator.pieces.picking import with_value
from generator.pieces.report_link import report
from generator.pieces.row_blocks import Link
from generator.pieces.shown import NO_DAY, period, value
from generator.pieces.view import View, label, source_name
from generator.subjects.directives import distinct
from generator.subjects.results import of_document
from generator.tables import van_ban
from generator.tables.all_tables import TABLES


def sources_index(view: View, commune: Commune) -> Page:
    """All documents of a commune, a line each, the newest first."""
    here = subject_path(commune, SOURCES)
    text = (
        f"Số liệu của {kind_of(commune.name)} được chép từ các văn bản này, kèm vị trí để tra lại. "
        "Số nào do trang tự tính thì ghi rõ là tự tính."
    )
    page = page_below(
        view, commune, here,
        title="Nguồn số liệu",
        description=f"Các văn bản nguồn của {lowered(commune.name)} và những gì được lấy từ đó.",
        opening=(nothing_yet(commune) if view.is_empty(commune) else Prose(text, "lead"),),
        sections=(
            *_documents(view, commune, here), *_on_time(view, commune, here), *to_review(view, commune, here, SOURCES),
            own_files(view, commune, here),
        ),
    )  # fmt: skip
    return replace(page, linked=dataset(offer(view, commune), here, view.site_url, view.operator))


_OPEN = 12
"""Documents that stand open in the list; those of earlier years wait behind a line a year."""


def _on_time(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """For which months there are figures, whether they came in time, each period that was due."""
    owed = dues_of(view, commune)
    blocks: tuple[Block, ...] = (*calendar(view, commune, owed), *counts(owed))
    if blocks:
        yield Section("Số liệu có đều không", ON_TIME, blocks, listed(view, commune, here, owed),
                      "Xem từng kỳ")  # fmt: skip


def _documents(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """A section a year, by the month that a document carries."""
    counts = Counter(f.source for f in with_value(view.of(commune)) if f.kind is not Kind.COMPUTED)
    newest_first = sorted(view.records(commune, "nguon"), key=lambda one: (month(one), one["ngay"]), reverse=True)
    by_year = grouped(newest_first, lambda source: month(source)[:4])
    shown = 0
    for year, own in by_year.items():
        lines = Items(tuple(_document(view, commune, here, source, counts[source["nguon"]]) for source in own))
        shown += len(own)
        title, id = (f"Văn bản năm {year}" if len(by_year) > 1 else "Các văn bản"), f"van-ban-{year}"
        if shown > _OPEN and shown > len(own):
            yield Section(f"{title} ({len(own)})", id, (), (lines,), f"Xem {len(own)} văn bản")
        else:
            yield Section(title, id, (lines,))


def _document(view: View, commune: Commune, here: str, source: Record, count: int) -> Prose:
    """A document in a line: its name, which leads to its page; what it is about, its day, what is not yet, how much was
    taken.
    """
    name = source_name(view, source).removesuffix(f", {_issued(source)}")
    link = Link(name, view.link(here, source_path(commune, source["nguon"])))
    draft = "dự thảo" if source["tinh_trang"] == "du_thao" else ""
    known = (in_short(source), _issued(source), draft, f"{count} số liệu" if count else "không có số liệu")
    return Prose("; ".join(filter(None, known)), "", link)


def _issued(source: Record) -> str:
    if source["ngay"]:
        return f"ngày {show_date(source['ngay'])}"
    printed = source["ngay_in"]
    return f"văn bản ghi “{printed}”" if printed and printed != NO_DAY else "văn bản không ghi ngày"


def source_pages(view: View, commune: Commune) -> Iterator[Page]:
    """One page a document."""
    figures, known = view.of(commune), view.abbreviations
    for source in view.records(commune, "nguon"):
        own = [f for f in figures if f.source == source["nguon"] and f.kind is not Kind.COMPUTED]
        here = source_path(commune, source["nguon"])
        yield page_below(
            view, commune, here,
            title=source_name(view, source),
            description=f"{source['ten']}: số liệu lấy từ văn bản này và vị trí của chúng.",
            opening=(*_replaced(view, commune, here, source), *_about(source, known, own)),
            sections=(
                *_taken(view, commune, here, own),
                *of_document(view, commune, here, source["nguon"]),
                *_other_rows(view, commune, source),
                Section("Không đưa lên", "luoc-bo", tuple(_left_out(source))),
                *to_review(view, commune, here, SOURCES, source["nguon"]),
                *_report(view, commune, here, source),
            ),
            steps=(Link("Nguồn số liệu", view.link(here, subject_path(commune, SOURCES))),),
        )  # fmt: skip


def _report(view: View, commune: Commune, here: str, source: Record) -> Iterator[Section]:
    """Where a number of the document that was copied wrongly is reported, if anybody takes reports."""
    words = "báo chỗ chép sai ở văn bản này"
    if link := report(view, here, f"{source_name(view, source)}, {commune.name}", words=words):
        yield Section("Thấy chỗ chép sai?", "bao-sai", (Prose("Không cần tài khoản:", "", link),))


def _replaced(view: View, commune: Commune, here: str, source: Record) -> Iterator[Block]:
    """That another document takes the place of this one."""
    for newer in view.records(commune, "nguon"):
        if newer["thay_the"] == source["nguon"]:
            link = Link(source_name(view, newer), view.link(here, source_path(commune, newer["nguon"])))
            text = "Số của văn bản này còn ở đây để đối chiếu; các trang khác nói theo văn bản thay nó."
            yield Notice("Văn bản này đã được thay thế", text, "info", link)


def _number(source: Record, known: Mapping[str, str]) -> str:
    """The number of a document and what its letters stand for."""
    number = issued_number(source)
    letters = "; ".join(f"{part} là {known[part]}" for part in re.findall(r"[^\W\d]+", number) if part in known)
    blank = "văn bản chưa điền số" if source["so_hieu"] else "văn bản không ghi số"
    return (f"{number} ({letters})" if letters else number) or blank


def _about(source: Record, known: Mapping[str, str], own: Sequence[Figure]) -> Iterator[Block]:
    measures = any(figure.kind is Kind.REPORTED for figure in own)
    yield Prose(source["ten"], "lead")
    facts = [
        ("Cơ quan ban hành", source["co_quan"]),
        ("Số hiệu", _number(source, known)),
        ("Ngày", _issued(source).removeprefix("ngày ")),
        *([("Tình trạng", "dự thảo")] if source["tinh_trang"] == "du_thao" else []),
        ("Kết quả mới nhất", show_date(last_day(own)) or (NO_DAY if measures else "không có số đo nào")),
        ("Đọc hoặc hỏi ở đâu", source["doc_o_dau"]),
    ]
    yield Grid("Về văn bản này", ("", ""), tuple((Cell(name), Cell(text)) for name, text in facts))
    if source["ghi_chu"]:
        yield Prose(source["ghi_chu"], "small")


def _taken(view: View, commune: Commune, here: str, own: Sequence[Figure]) -> Iterator[Section]:
    """Figures of the document by subject, each with its place and a link to where it is shown."""
    for subject in view.subjects.values():
        rows = []
        for figure in own:
            if subject_of(view, figure) != subject.id:
                continue
            there = view.link(here, figure_page(view, commune, figure), anchor(figure.id))
            text = figure.words if figure.kind is Kind.TARGET else label(view, figure)
            rows.append((
                Cell(text, "", period(figure), Link(text, there)),
                Cell(value(figure), "number" if figure.has_value else "missing"),
                Cell(figure.trace.place),
            ))  # fmt: skip
        if rows:
            grid = Grid(subject.name, ("Số liệu", "Giá trị", "Vị trí trong văn bản"), tuple(rows))
            title, fold = f"{subject.name} ({len(rows)})", f"Xem {len(rows)} dòng"
            yield Section(title, f"lay-{subject.id}", (), (grid,), fold)


def _other_rows(view: View, commune: Commune, source: Record) -> Iterator[Section]:
    here = source_path(commune, source["nguon"])
    items = []
    for table in (table for table in TABLES if table.nouns):
        rows = [row for row in view.records(commune, table.name) if row["nguon"] == source["nguon"]]
        if count := distinct(rows) if table is van_ban.TABLE else len(rows):
            link = Link(f"{count} {table.nouns}", view.link(here, subject_path(commune, table.page)))
            items.append(Prose("", "", link))
    if items:
        yield Section("Cũng lấy từ văn bản này", "cung-lay", (Items(tuple(items)),))


def _left_out(source: Record) -> Iterator[Block]:
    if source["luoc_bo"]:
        yield Prose("Những loại nội dung sau có trong văn bản nhưng không đưa lên trang công khai:")
        yield Notice("Không đưa lên và lý do", source["luoc_bo"], "info")
    else:
        yield Prose("Không có nội dung nào bị bỏ ra.")
