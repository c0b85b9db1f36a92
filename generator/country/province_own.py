"""What a province publishes of itself: sections of its page, a page of all of it, a page a document, its files.

Its figures are its own: they are told beside those of its communes and never added to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.country.country import Country, home_crumb
from generator.country.csv_text import published_text
from generator.country.published_table import Published
from generator.country.published_tables import FIGURES, OF_PROVINCES
from generator.figures.standings import NOT_BEGUN
from generator.language.vietnamese import kind_of, lowered, opened
from generator.model.commune import Province
from generator.model.figure import MEASURED, Figure, Kind
from generator.model.figure_words import listed
from generator.model.grouping import grouped
from generator.model.provincial import Provincial
from generator.model.published_columns import published
from generator.pages.document_pages import document_pages
from generator.pages.source_pages import documents
from generator.pieces.addresses import SOURCES, page_below, subject_path
from generator.pieces.blocks import Block, Grid, Items, Page, Prose, Section
from generator.pieces.document_links import figure_link
from generator.pieces.downloads import FOLDER
from generator.pieces.provincial import SECTION, Above, is_current, level_of, named_target
from generator.pieces.row_blocks import Cell, Link
from generator.pieces.shown import period, value
from generator.pieces.standings import NO_RESULT, NOT_YET, stands, state_mark, whence
from generator.pieces.view import View, label
from generator.pieces.views import of_province

MOST = 20
"""Figures that the province's page lists itself; of more it names the page that does."""
_AIMED = ("Mục tiêu", "Mức", "Đặt cho", "Kết quả của {}")


class _Own(NamedTuple):
    """A province with the view of what it publishes of itself, its place, and all that was examined."""

    view: View
    place: Province
    provincial: Provincial

    @property
    def kind(self) -> str:
        return kind_of(self.place.name)

    @property
    def address(self) -> str:
        """The page of all that it publishes."""
        return subject_path(self.place, SOURCES)

    @property
    def targets(self) -> list[Figure]:
        return [figure for figure in self.view.of(self.place) if figure.kind is Kind.TARGET]

    @property
    def newest(self) -> list[Figure]:
        """The newest figure of each thing that it measures, of those that can be true, by document where several are of
        one day.
        """
        measured = [f for f in self.view.sayable(self.place) if f.kind in MEASURED and f.has_value]
        by_thing = grouped(measured, lambda figure: (label(self.view, figure), figure.base)).values()
        return [max(own, key=lambda f: (f.stands, f.day, f.kind is Kind.REPORTED, f.issued, f.id)) for own in by_thing]


def own_sections(country: Country, code: str, here: str) -> Iterator[Section]:
    """What the province of a code publishes of itself, on its page `here`: its targets, newest figures and documents,
    each waiting behind a line. Nothing where it publishes nothing.
    """
    if code not in country.catalogue.provinces:
        return
    own = _own(country, country.catalogue.provinces[code])
    every = Link(f"Mọi văn bản, mục tiêu, số liệu của {own.kind}", country.link(here, own.address))
    if targets := [target for target in own.targets if is_current(own.view, target)]:
        blocks = (_aims(own, here, targets),)
        yield Section(
            f"Mục tiêu của {own.kind}", SECTION, (Prose(_counted(own, targets)),), blocks,
            f"Xem {len(targets)} mục tiêu",
        )  # fmt: skip
    yield Section(f"{opened(own.kind)} công bố về mình", "cua-tinh", *_published(own, here, every))


def pages(country: Country) -> Iterator[Page]:
    """For each province that publishes of itself: a page of all of it, a page a document; its first page too where no
    commune of it has one.
    """
    with_communes = {one.province for one in country.communes}
    for code, provincial in sorted(country.catalogue.provinces.items()):
        own = _own(country, provincial)
        if code not in with_communes:
            yield _alone(country, own)
        yield _everything(own)
        yield from document_pages(own.view, own.place)


def files(country: Country) -> Mapping[str, str]:
    """Documents, targets and figures of each province as tables, below its address."""
    made = {}
    for provincial in country.catalogue.provinces.values():
        rows = grouped(provincial.records, lambda row: row.table)
        own: dict[Published, Iterable[Sequence[object]]] = {FIGURES: map(published, provincial.figures)}
        own |= {t: ([row[name] for name in t.columns] for row in rows.get(t.name, ())) for t in OF_PROVINCES}
        for table, every in own.items():
            made[f"{provincial.place.address}{_file(table)}"] = published_text(table.columns, every)
    return made


def _file(table: Published) -> str:
    """Where a province's table stands below its address: never taken for one of its communes."""
    return f"{FOLDER}{table.name.removesuffix('-tinh')}-cua-tinh.csv"


def _own(country: Country, own: Provincial) -> _Own:
    view = of_province(own, country.catalogue, country.date, country.site_url, country.operator)
    return _Own(view, own.place, own)


# --- on its page ----------------------------------------------------------------------------------


def _counted(own: _Own, targets: Sequence[Figure]) -> str:
    each = sum(target.id in own.provincial.for_each for target in targets)
    counts = [(each, "mục tiêu cho từng xã, phường, đặc khu"), (len(targets) - each, f"mục tiêu cho cả {own.kind}")]
    said = listed(f"{count} {what}" for count, what in counts if count)
    return f"{own.place.name} đặt {said}. Nơi nào tự đặt mục tiêu thì được đánh giá theo mục tiêu của mình trước."


def _aims(own: _Own, here: str, targets: Sequence[Figure]) -> Grid:
    """Targets in the words of their documents; of those of the province as a whole, its own result."""
    there = Above(own.view, own.place)
    judged = {standing.target.id: standing for standing in own.view.targets_of(own.place)}
    rows = []
    for target in targets:
        level, name = level_of(target), named_target(here, there, target)
        aim = Cell(level.text, level.kind, target.period.printed)
        if target.id in own.provincial.for_each:
            rows.append((name, aim, Cell("từng xã, phường, đặc khu"), Cell("xem ở trang từng nơi", "missing")))
            continue
        standing = judged.get(target.id)
        if standing is None or standing.result is None:
            begun = standing is None or standing.status != NOT_BEGUN
            reached = Cell(NO_RESULT if begun else NOT_YET, "missing")
        else:
            mark, _ = state_mark(standing.status)
            more = f"{stands(standing)}; {whence(own.view, own.place, standing)}"
            reached = Cell(value(standing.result), "number", more, mark=mark)
        rows.append((name, aim, Cell(f"cả {own.kind}"), reached))
    head = (*_AIMED[:3], _AIMED[3].format(own.kind))
    return Grid(f"{len(rows)} mục tiêu của {own.kind}", head, tuple(rows))


def _published(own: _Own, here: str, every: Link) -> tuple[tuple[Block, ...], tuple[Block, ...], str]:
    """In a sentence, then the newest figures where they are few."""
    newest, many = own.newest, len(own.view.records(own.place, "nguon"))
    what = f"{len(newest)} số liệu về mình" if newest else "chưa có số liệu nào về mình"
    text = f"{own.place.name}: {many} văn bản, {what}. Số của {own.kind} không cộng với số của các xã."
    shown: list[Block] = [Prose(text, "", every)]
    if own.place.portal:
        shown.append(Prose("", "", Link(f"Cổng thông tin của {own.kind}", own.place.portal)))
    few = newest if len(newest) <= MOST else []
    folded = (_numbers(own, here, f"Số mới nhất của {own.kind}", few),) if few else ()
    return tuple(shown), folded, f"Xem {len(few)} số"


def _numbers(own: _Own, here: str, caption: str, figures: Sequence[Figure]) -> Grid:
    rows = tuple(
        (
            Cell(label(own.view, figure), "", "trang tự tính" if figure.kind is Kind.COMPUTED else "",
                 figure_link(own.view, own.place, here, figure)),
            Cell(value(figure), "number"),
            Cell(period(figure)),
        )
        for figure in figures
    )  # fmt: skip
    return Grid(caption, ("Chỉ tiêu", "Giá trị", "Kỳ"), rows)


# --- pages of its own -----------------------------------------------------------------------------


def _alone(country: Country, own: _Own) -> Page:
    """The page of a province none of whose communes has data."""
    here, code = own.place.address, own.place.code
    count = sum(unit.province == code for unit in country.catalogue.units.values())
    return Page(
        path=here,
        title=own.place.name,
        description=f"Mục tiêu, văn bản và số liệu của {lowered(own.place.name)}.",
        crumbs=home_crumb(country, here),
        opening=(Prose(f"Chưa nơi nào trong {count} xã, phường, đặc khu có số liệu ở đây.", "lead"),),
        sections=tuple(own_sections(country, code, here)),
    )


def _everything(own: _Own) -> Page:
    """All documents of a province, all its targets, its newest figures by subject, what is odd, what can be had."""
    here = own.address
    text = (
        f"Chép từ văn bản của {own.kind}, kèm vị trí để tra lại. Đây là số của {own.kind}: không cộng với số của các "
        "xã, và không thay cho số của xã nào."
    )
    return page_below(
        own.view, own.place, here,
        title=f"Văn bản, mục tiêu, số liệu của {own.kind}",
        description=f"Các văn bản của {lowered(own.place.name)} và những gì được lấy từ đó.",
        opening=(Prose(text, "lead"),),
        sections=(*documents(own.view, own.place, here), *_told(own, here), *_odd(own), _offered(own, here)),
    )  # fmt: skip


def _told(own: _Own, here: str) -> Iterator[Section]:
    if targets := own.targets:
        count = f"Xem {len(targets)} mục tiêu"
        yield Section(f"Mục tiêu ({len(targets)})", SECTION, (), (_aims(own, here, targets),), count)
    by_subject = grouped(own.newest, lambda figure: own.view.indicator(figure.topic.indicator).subject)
    for subject in own.view.subjects.values():
        if figures := by_subject.get(subject.id):
            grid = _numbers(own, here, f"{subject.name}: số mới nhất", figures)
            yield Section(f"{subject.name} ({len(figures)})", f"so-{subject.id}", (), (grid,), f"Xem {len(figures)} số")


def _odd(own: _Own) -> Iterator[Section]:
    """What does not agree and what looks odd in what the province publishes."""
    said = [*(one.sentence for one in own.view.differences), *(one.message for one in own.view.warnings)]
    if notes := tuple(Prose(sentence) for sentence in dict.fromkeys(said)):
        yield Section(f"Cần đọc kỹ ({len(notes)})", "can-xem-lai", (), (Items(notes),), f"Xem {len(notes)} điều")


def _offered(own: _Own, here: str) -> Section:
    figures = f"Mọi con số, mục tiêu của {own.kind}; cột như bảng số liệu của xã; ô mã xã ghi mã {own.kind}."
    offered = [(FIGURES, figures), *((table, table.about) for table in OF_PROVINCES)]
    lines = tuple(
        Prose(about, "", Link(table.title, own.view.file_link(here, f"{own.place.address}{_file(table)}")))
        for table, about in offered
    )
    return Section("Tải về", "tai-ve", (Items(lines, "links"),))
