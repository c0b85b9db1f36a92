"""Pages of source documents: what each is, every figure taken from it with its passport, what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.figures.due import last_day
from generator.language.content_mark import short_code
from generator.language.vietnamese import kind_of, lowered, opened, show_date
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.pages.doubts import to_review
from generator.pages.source_pages import issued_on
from generator.pieces.addresses import SOURCES, page_below, subject_of, subject_path
from generator.pieces.blocks import Block, Grid, Items, Notice, Page, Prose, Section
from generator.pieces.corrected import why
from generator.pieces.document_links import passport_address, source_name
from generator.pieces.document_names import issued_number, source_path
from generator.pieces.passports import listed, passports
from generator.pieces.report_link import report
from generator.pieces.row_blocks import Cell, Link, Passport, Passports
from generator.pieces.shown import NO_DAY
from generator.pieces.vanished import Vanished, became, vanished
from generator.pieces.view import PASSPORTS, View
from generator.subjects.directives import distinct
from generator.subjects.results import of_document
from generator.tables import van_ban
from generator.tables.all_tables import TABLES


def document_pages(view: View, commune: Commune) -> Iterator[Page]:
    """A page a document, and pages below it where it has more figures than fit; one for each that is no more, whose
    figures were published.
    """
    by_document = grouped(view.of(commune), lambda figure: figure.source)
    gone = grouped(vanished(view, commune), lambda one: one.document)
    for source in view.records(commune, "nguon"):
        own = by_document.get(source["nguon"], [])
        yield _document(view, commune, source, own, gone.pop(source["nguon"], []))
        on_pages = grouped(own, view.passports_on)
        for number in sorted(on_pages.keys() - {0}):
            yield _more(view, commune, source, on_pages[number], number)
    yield from (_no_more(view, commune, document, own) for document, own in gone.items())


def _document(
    view: View, commune: Commune, source: Record, figures: Sequence[Figure], gone: Sequence[Vanished]
) -> Page:
    here = source_path(commune, source["nguon"])
    return page_below(
        view, commune, here,
        title=source_name(view, source),
        description=f"{source['ten']}: số liệu lấy từ văn bản này, mỗi số một lý lịch.",
        opening=(*_replaced(view, commune, here, source), *_about(view, source, figures)),
        sections=(
            *_taken(view, commune, here, figures),
            *_vanished(view, commune, here, gone),
            *of_document(view, commune, here, source["nguon"]),
            *_other_rows(view, commune, source),
            Section("Không đưa lên", "luoc-bo", tuple(_left_out(source))),
            *to_review(view, commune, here, SOURCES, source["nguon"]),
            *_report(view, commune, here, source),
        ),
        steps=(Link("Nguồn số liệu", view.link(here, subject_path(commune, SOURCES))),),
    )  # fmt: skip


def _more(view: View, commune: Commune, source: Record, figures: Sequence[Figure], number: int) -> Page:
    """A page of passports below that of their document."""
    above, name = source_path(commune, source["nguon"]), source_name(view, source)
    here = f"{above}{number}/"
    first = (number - 1) * PASSPORTS + 1
    span = f"số {first} đến {first + len(figures) - 1}"
    return page_below(
        view, commune, here,
        title=f"{name}: {span}",
        description=f"{source['ten']}: lý lịch từng con số, {span}.",
        opening=(_facts(view, source, figures),),
        sections=(Section(f"Từ {span}", "ly-lich", (_TAP, passports(view, commune, here, figures))),),
        steps=(
            Link("Nguồn số liệu", view.link(here, subject_path(commune, SOURCES))),
            Link(name, view.link(here, above)),
        ),
    )  # fmt: skip


def _no_more(view: View, commune: Commune, document: str, gone: Sequence[Vanished]) -> Page:
    """Where the page of a document stood that is no source any more."""
    here = source_path(commune, document)
    return page_below(
        view, commune, here,
        title=f"Văn bản không còn là nguồn: {document}",
        description=f"Văn bản {document} không còn trong các nguồn số liệu của {lowered(commune.name)}.",
        opening=(Prose(f"{opened(kind_of(commune.name))} từng công khai số liệu từ văn bản này.", "lead"),),
        sections=_vanished(view, commune, here, gone),
        steps=(Link("Nguồn số liệu", view.link(here, subject_path(commune, SOURCES))),),
    )  # fmt: skip


_TAP = Prose("Chạm vào tên một số để xem lý lịch của nó: chỗ in, cách tính, lịch sử, cách trích dẫn.", "small")


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


def _about(view: View, source: Record, own: Sequence[Figure]) -> Iterator[Block]:
    yield Prose(source["ten"], "lead")
    yield _facts(view, source, own)
    if source["ghi_chu"]:
        yield Prose(source["ghi_chu"], "small")


def _facts(view: View, source: Record, own: Sequence[Figure]) -> Grid:
    """Who issued a document, when, what state it is in, where it can be read."""
    measures = any(figure.kind is Kind.REPORTED for figure in own)
    facts = [
        ("Cơ quan ban hành", source["co_quan"]),
        ("Số hiệu", _number(source, view.abbreviations)),
        ("Ngày", issued_on(source).removeprefix("ngày ")),
        *([("Tình trạng", "dự thảo")] if source["tinh_trang"] == "du_thao" else []),
        ("Kết quả mới nhất", show_date(last_day(own)) or (NO_DAY if measures else "không có số đo nào")),
        ("Đọc hoặc hỏi ở đâu", source["doc_o_dau"]),
    ]
    return Grid("Về văn bản này", ("", ""), tuple((Cell(name), Cell(text)) for name, text in facts))


def _taken(view: View, commune: Commune, here: str, own: Sequence[Figure]) -> Iterator[Section]:
    """The figures of the document by subject, each with its passport here or on a page below."""
    here_all = not any(map(view.passports_on, own))
    for subject in view.subjects.values():
        figures = [figure for figure in own if subject_of(view, figure) == subject.id]
        title, id = f"{subject.name} ({len(figures)})", f"lay-{subject.id}"
        if figures and here_all:
            yield Section(title, id, (passports(view, commune, here, figures),))
        elif figures:
            yield Section(title, id, (), (listed(view, commune, here, figures),), f"Xem {len(figures)} số")


def _vanished(view: View, commune: Commune, here: str, gone: Sequence[Vanished]) -> tuple[Section, ...]:
    """What became of figures that stood here and are published no more, each at its address."""
    made = tuple(
        Passport(
            short_code(one.id), one.name, "", _became(view, one),
            there=passport_address(view, commune, here, one.after) if one.after else "",
        )
        for one in gone
    )  # fmt: skip
    title = f"Số đã thay hoặc đã rút ({len(made)})"
    return (Section(title, "da-thay", (), (Passports(made),), f"Xem {len(made)} số"),) if made else ()


def _became(view: View, one: Vanished) -> str:
    day = f"Từ {show_date(one.day)}: " if one.day else ""
    return f"{day}{became(view, one)}. {why(one.reason)}"


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
