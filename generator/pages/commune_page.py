"""A commune's first page: how new its figures are, three questions answered, what does not agree or is missing, then
each subject with its key number.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from generator.figures.due import silence
from generator.language.vietnamese import committee, kind_of, lowered, opened, show_date
from generator.model.commune import Commune
from generator.pages.missing import blanks, how_many
from generator.pieces.addresses import (
    CORRECTIONS,
    LAW,
    LOUD,
    ON_TIME,
    QUALITY,
    SOURCES,
    crumbs,
    kept_back,
    nothing_yet,
    siblings,
    subject_path,
    where,
)
from generator.pieces.blocks import Answers, Block, Items, Notice, Page, Prose, Section
from generator.pieces.changed import changed
from generator.pieces.charted import short
from generator.pieces.corrected import corrected, counted
from generator.pieces.document_links import source_name
from generator.pieces.doubted import to_read_twice
from generator.pieces.downloads import WORKBOOK
from generator.pieces.drawn_tables import Beside
from generator.pieces.due_shown import calendar, dues_of, missing_words, newest_of
from generator.pieces.linked_data import place
from generator.pieces.newest import any_number, printed_of
from generator.pieces.row_blocks import Link
from generator.pieces.sentence import dates
from generator.pieces.shown import value
from generator.pieces.view import View
from generator.pieces.where_to_ask import LOOK_UP, asking, helping
from generator.subjects.all_subjects import in_order
from generator.subjects.subject import Subject
from generator.subjects.summaries import covered, sentences

_NAMED = 3
"""Documents that are named one by one; of more the page says how many there are."""


def overview(view: View, commune: Commune) -> Page:
    """The first page of a commune."""
    here = commune.address
    sections = _empty(view, commune) if view.is_empty(commune) else _sections(view, commune)
    return Page(
        path=here,
        title=commune.name,
        kicker=where(commune),
        description=f"{commune.name}, {lowered(where(commune))}: hồ sơ có đúng hẹn không, ai giúp dùng dịch vụ số, "
        "tiền dùng vào việc gì; mỗi con số có văn bản nguồn.",
        crumbs=crumbs(view, commune, here),
        siblings=siblings(view, commune, here),
        opening=(
            *kept_back(view, commune),
            *_unconfirmed(commune),
            *((nothing_yet(commune),) if view.is_empty(commune) else _first(view, commune)),
        ),
        sections=tuple(section for section in sections if section.blocks or section.folded),
        linked=place(commune, view.dataset.catalogue.centres.get(commune.code), view.site_url),
    )


def _first(view: View, commune: Commune) -> tuple[Block, ...]:
    figures = view.sayable(commune)
    answers = [subject.answer(view, commune, figures) for subject in in_order(view) if subject.answer]
    return _documents(view, commune), *_fallen_silent(view, commune), *_to_read(view, commune), Answers(tuple(answers))


def _to_read(view: View, commune: Commune) -> Iterator[Block]:
    """That numbers do not agree, before they are read."""
    if view.differences:
        link = Link("Xem từng chỗ", view.link(commune.address, f"{commune.address}{QUALITY}"))
        yield Prose(to_read_twice(len(view.differences)), "", link)


def _sections(view: View, commune: Commune) -> list[Section]:
    shown = [section for subject in in_order(view) for section in subject.overview(view, commune)]
    said = {block.text for section in shown for block in section.blocks if isinstance(block, Prose)}
    subjects = Section("Xem kỹ từng lĩnh vực", "linh-vuc", (_subjects(view, commune, said),))
    return [*shown, _beside(), *_regular(view, commune), _doubts(view, commune), subjects]


def _beside() -> Section:
    """Where the commune stands among others, which the country tells."""
    return Section("Cạnh các nơi khác", "canh-nhau", (), (Beside(),), "Xem nơi cùng tỉnh, nơi gần")


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
    """How new the figures are, from which documents."""
    sources = view.records(commune, "nguon")
    day = newest_of(view, commune)
    newest = f"Kết quả mới nhất: đến {show_date(day)}." if day else "Các văn bản không ghi ngày của kết quả nào."
    names = f": {', '.join(source_name(view, source) for source in sources)}" if len(sources) <= _NAMED else ""
    taken = f"Số liệu lấy từ {len(sources)} văn bản của {kind_of(commune.name)}{names}."
    link = Link("Xem từng văn bản", _page_of(view, commune, SOURCES))
    return Prose(f"{newest} {taken}", "lead", link)


def _fallen_silent(view: View, commune: Commune) -> Iterator[Block]:
    """That nothing has come for months, and what has fallen due since."""
    newest = newest_of(view, commune) if commune.province else None
    if newest and (months := silence(newest, view.date)):
        owed = tuple(missing_words(dues_of(view, commune), newest))
        elsewhere = (f"{opened(kind_of(commune.name))} có thể đã công khai ở nơi khác.",) if owed else ()
        text = " ".join((*owed, *elsewhere, asking(commune)))
        yield Notice(f"Đã {months} tháng trang chưa có số mới", text, "missing")


def _regular(view: View, commune: Commune) -> Iterator[Section]:
    """For which months there are figures, and whether they came in time."""
    if blocks := tuple(calendar(view, commune, dues_of(view, commune), whole=False)):
        link = Link("Xem từng kỳ", view.link(commune.address, subject_path(commune, SOURCES), ON_TIME))
        yield Section("Số liệu có đều không", "deu-dan", (*blocks, Prose("", "", link)))


# --- what to read twice, and each subject -------------------------------------------------------


def _doubts(view: View, commune: Commune) -> Section:
    """That nothing disagrees, as what does is said before the answers; how much is blank and how much was corrected,
    each with the way to the whole list.
    """
    here, left, put_right = commune.address, blanks(view, commune), corrected(view, commune)
    blank = Link("Xem từng ô", view.link(here, f"{here}{QUALITY}", "o-trong")) if left else None
    changes = Link("Xem từng lần", view.link(here, f"{here}{CORRECTIONS}"))
    said = f"Đã đính chính {len(put_right)} số từng đăng: {counted(put_right)}."
    told = (
        *(() if view.differences else (Prose("Chưa thấy chỗ nào chưa khớp."),)),
        Prose(how_many(view, left), "", blank),
        *((Prose(said, "", changes),) if put_right else ()),
    )
    return Section("Chỗ còn trống, chỗ đã sửa", "con-thieu", told)


def _subjects(view: View, commune: Commune, said: Set[str]) -> Items:
    """Each subject with its key number and what it was before, then what else there is of the commune; not what is
    `said` above.
    """
    made = [
        Prose(_key(view, commune, one, said), "", Link(view.subjects[one.id].name, _page_of(view, commune, one.id)))
        for one in in_order(view)
    ]
    if view.dataset.catalogue.laws:
        asked = "Luật đòi công khai những gì, điều nào đã có số."
        made.append(Prose(asked, "", Link("Theo luật", _page_of(view, commune, LAW))))
    made.append(
        Prose("Các văn bản, chỗ lấy từng con số.", "",
              Link("Nguồn số liệu", _page_of(view, commune, SOURCES)))
    )  # fmt: skip
    file = view.file_link(commune.address, f"{commune.address}{WORKBOOK}")
    if any_number(view.sayable(commune)):
        made.append(
            Prose("Để đọc lên cho bà con nghe.", "",
                  Link("Bài đọc loa truyền thanh", _page_of(view, commune, LOUD)))
        )  # fmt: skip
    text = f"Mọi con số của {kind_of(commune.name)} trong một sổ Excel."
    made.append(Prose(text, "", Link("Tải bảng số liệu", file)))
    return Items(tuple(made), "links")


def _page_of(view: View, commune: Commune, subject: str) -> str:
    return view.link(commune.address, subject_path(commune, subject))


def _key(view: View, commune: Commune, subject: Subject, said: Set[str]) -> str:
    """The number that a subject's answer rests on, else that of its first sentence; what it is about where there is
    none.
    """
    figure = subject.rests_on(view.sayable(commune))
    if figure is None:
        first = next((one for one in sentences(view, commune, subject, commune.address) if one.number), None)
        if first is None:
            return view.subjects[subject.id].lead
        if any(first.text in text for text in said):
            return f"{opened(first.number)}. {view.subjects[subject.id].lead}"
        if not first.figures:
            return first.dated
        figure = next(f for f in view.of(commune) if f.id == first.figures[0])
    figure = printed_of(view.sayable(commune), figure) or figure
    change = changed(view, commune, figure)
    about = "; ".join((*covered(view, figure), dates(figure)))
    told = f"{figure.words or short(view, figure.topic.indicator)}: {value(figure)} ({about})."
    return f"{opened(told)} {change.words if change else ''}".strip()


def _subject_links(view: View, commune: Commune) -> tuple[Prose, ...]:
    return tuple(
        Prose(subject.lead, "", Link(subject.name, _page_of(view, commune, subject.id)))
        for subject in view.subjects.values()
    )
