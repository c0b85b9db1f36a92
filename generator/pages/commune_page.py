"""A commune's first page: three questions answered, then targets, then what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.language.value import State
from generator.language.vietnamese import committee, kind_of, show_date
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.pieces.addresses import LOUD, SOURCES, crumbs, kept_back, nothing_yet, subject_path, where
from generator.pieces.blocks import (
    Answers,
    Block,
    Cell,
    Grid,
    Items,
    Link,
    Notice,
    Page,
    Prose,
    Section,
)
from generator.pieces.document_names import agency
from generator.pieces.newest import any_number, newest_day
from generator.pieces.report_link import report
from generator.pieces.view import View, source_name
from generator.pieces.where_to_ask import LOOK_UP, helping
from generator.subjects.all_subjects import PLANNED, in_order


def overview(view: View, commune: Commune) -> Page:
    """The first page of a commune."""
    here = commune.address
    sections = (
        _empty(view, commune)
        if view.is_empty(commune)
        else [
            *(section for subject in in_order(view) for section in subject.overview(view, commune)),
            _gaps(view, commune),
            Section("Xem kỹ từng lĩnh vực", "linh-vuc", (_subjects(view, commune),)),
        ]
    )
    return Page(
        path=here,
        title=commune.name,
        kicker=where(commune),
        description=f"{commune.name}, {where(commune)}: hồ sơ có đúng hẹn không, ai giúp dùng dịch vụ số, "
        "tiền dùng vào việc gì; mỗi con số có văn bản nguồn.",
        crumbs=crumbs(view, commune, here),
        opening=(
            *kept_back(view, commune),
            *_unconfirmed(commune),
            *((nothing_yet(commune),) if view.is_empty(commune) else _first(view, commune)),
        ),
        sections=tuple(section for section in sections if section.blocks),
    )


def _first(view: View, commune: Commune) -> tuple[Block, ...]:
    figures = view.sayable(commune)
    answers = [subject.answer(view, commune, figures) for subject in in_order(view) if subject.answer]
    told = (replace(one, report=report(view, commune.address, f"{one.question} {commune.name}")) for one in answers)
    return Answers(tuple(told)), _documents(view, commune)


def _unconfirmed(commune: Commune) -> Iterator[Block]:
    if commune.province is None:
        candidates = "; ".join(commune.candidates)
        yield Notice(
            f"Chưa ai xác nhận đây là {kind_of(commune.name)} nào",
            f"{commune.note} Có thể là: {candidates}. Khi một cán bộ xác nhận, trang sẽ chuyển về đúng "
            "tỉnh và để lại đường dẫn cũ.",
            "missing",
        )


def _empty(view: View, commune: Commune) -> list[Section]:
    """What a commune that has told nothing owes, and where a reader gets on meanwhile."""
    owed = f"Tất cả: chưa có văn bản nào của {committee(commune.name)} ở đây."
    look_up = Prose("Muốn biết hồ sơ của mình tới đâu:", "", Link("tra trên Cổng Dịch vụ công quốc gia", LOOK_UP))
    helped = (Prose(f"{name}: {text}") for name, text in helping(view.dataset.catalogue.places))
    pages = _subject_links(view, commune)
    return [
        Section("Trong lúc chờ", "trong-luc-cho", (look_up, *helped)),
        Section("Còn thiếu", "con-thieu", (Prose(owed),)),
        Section("Ở đây sẽ có gì", "linh-vuc", (Items(pages, "links"),)),
    ]


def _documents(view: View, commune: Commune) -> Block:
    sources = view.records(commune, "nguon")
    names = ", ".join(source_name(view, source) for source in sources)
    link = Link("Xem từng văn bản", view.link(commune.address, subject_path(commune, SOURCES)))
    day = newest_day(view.sayable(commune))
    newest = f"Kết quả mới nhất: đến {show_date(day)}." if day else "Các văn bản không ghi ngày của kết quả nào."
    words = f"Số liệu lấy từ {len(sources)} văn bản của {kind_of(commune.name)}: {names}. {newest}"
    return Prose(words, "lead", link)


# --- gaps -------------------------------------------------------------------------------------


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


def _gaps(view: View, commune: Commune) -> Section:
    """What the documents leave blank, and who owes it; apart from it, what a national plan asks for."""
    missing = blanks(view, commune)
    title, id = "Ô văn bản để trống", "con-thieu"
    asked = tuple(_asked(view, commune))
    if not missing:
        return Section(title, id, (Prose("Không có ô nào bị bỏ trống trong các văn bản đã đọc."), *asked))
    owed = Counter(agency for agency, _ in missing)
    rows = tuple((Cell(agency), Cell(f"{count} chỉ tiêu", "number")) for agency, count in sorted(owed.items()))
    names = tuple(
        (Cell(view.indicator(id).name), Cell(agency), Cell(source_name(view, view.source(commune.code, figure.source))))
        for (agency, id), figure in sorted(missing.items())
    )
    text = (
        f"{len(missing)} chỉ tiêu mà văn bản để trống và không chỗ nào khác có số. Trống nghĩa là chưa có số, "
        "không phải bằng không."
    )
    return Section(
        title, id, (Prose(text), *asked, Grid("Các ô để trống, theo cơ quan báo cáo", ("Cơ quan", "Để trống"), rows)),
        (Grid("Các chỉ tiêu còn trống", ("Chỉ tiêu", "Cơ quan", "Văn bản"), names),), f"Xem {len(missing)} chỉ tiêu",
    )  # fmt: skip


def _asked(view: View, commune: Commune) -> Iterator[Prose]:
    """What only the national plan asks for, where the documents give none of it."""
    for subject in in_order(view):
        if text := subject.unanswered(view, commune):
            there = view.link(commune.address, subject_path(commune, subject.id))
            yield Prose(text, "", Link(view.subjects[subject.id].name, there))


def _subject_links(view: View, commune: Commune) -> tuple[Prose, ...]:
    return tuple(
        Prose(subject.lead, "", Link(subject.name, view.link(commune.address, subject_path(commune, subject.id))))
        for subject in view.subjects.values()
    )


def _subjects(view: View, commune: Commune) -> Items:
    made = [*_subject_links(view, commune)]
    made.append(
        Prose("Danh sách văn bản, chỗ lấy từng con số và những gì không đăng.", "",
              Link("Nguồn số liệu", view.link(commune.address, subject_path(commune, SOURCES))))
    )  # fmt: skip
    file = view.file_link(commune.address, f"{commune.address}du-lieu/so-lieu.csv")
    if any_number(view.sayable(commune)):
        made.append(
            Prose("Từ một phút đến một phút rưỡi, con số viết bằng lời, để đọc lên cho bà con nghe.", "",
                  Link("Bài đọc loa truyền thanh", view.link(commune.address, subject_path(commune, LOUD))))
        )  # fmt: skip
    made.append(
        Prose(f"Tất cả con số của {kind_of(commune.name)} trong một bảng.", "", Link("Tải số liệu (CSV)", file))
    )
    return Items(tuple(made), "links")
