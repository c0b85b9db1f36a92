"""A question to all communes, or to those of a province: where they stand, who is left out, a row each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.charts.spark import spark
from generator.charts.strip import COUNTED
from generator.country import frame
from generator.country.comparison import Compared, compared, last_months
from generator.country.country import Country, home_crumb
from generator.country.frame import Row
from generator.country.indicator_pages import FILE, PATH, used
from generator.country.placing import EXPLAINED, by_name, drawing, few, left_out, sentence
from generator.country.questions import questions
from generator.language.numbers import PERCENT
from generator.language.value import State as Stated
from generator.model.catalogue import Indicator, Question
from generator.model.choices import STAGES
from generator.model.commune import AdminUnit
from generator.model.figure import Kind
from generator.pieces.addresses import where
from generator.pieces.blocks import Block, Grid, Items, Page, Prose, Section
from generator.pieces.drawn_tables import Entries, Entry
from generator.pieces.row_blocks import Cell, Link, State

LISTED = 25
"""Communes that one page lists; more stand on pages by the province, and there on further pages."""
_BETTER = {"cao": "càng cao càng tốt", "thap": "càng thấp càng tốt", "khong": "không có chiều tốt xấu"}
_KINDS: Mapping[str, str] = {Kind.TARGET: "mục tiêu", Kind.NEED: "nhu cầu", Kind.ALLOCATED: "phân bổ"}


class _Asked(NamedTuple):
    """A question with what communes tell of it: the newest row of each that has a figure of it, by their codes."""

    question: Question
    indicator: Indicator | None
    newest: Mapping[str, Row]


def path(question: str, province: str = "") -> str:
    """Site address of a question's page, of all communes or of those below the address of a province."""
    return f"{province}/{PATH}{question}/" if province else f"{PATH}{question}/"


def question_pages(country: Country) -> Iterator[Page]:
    """One page an indicator in use, and pages by the province of what every province compares or has too many communes
    for one page.
    """
    indicators, every = {one.id: one for one in used(country)}, questions(country.catalogue)
    for id, rows in frame.by_indicator(country.frames, list(indicators)):
        asked = _Asked(every[id], indicators[id], _newest(rows))
        yield _of_country(country, asked)
        yield from _of_provinces(country, asked)
    for question in country.catalogue.headlines:
        if question.id not in country.catalogue.indicators:
            yield from _of_provinces(country, _Asked(question, None, {}))


def has_page(country: Country, question: Question, province: str) -> bool:
    """Whether a province has a page of a question that every province compares: some commune tells of it."""
    rows = country.asked.get(question.id)
    own = [one.commune.code for one in country.by_province[province]]
    confirmed = country.by_province[province][0].commune.province is not None
    return confirmed and rows is not None and bool(rows.commune.isin(own).any())


def _newest(rows: Sequence[Row]) -> dict[str, Row]:
    """The newest of each commune that is no target: of what has a value and is not asked for, where there is any."""
    order = sorted(rows, key=lambda row: (row.state == Stated.GIVEN, row.kind != Kind.NEED))
    return {row.commune: row for row in order if row.kind != Kind.TARGET}


# --- of all communes -------------------------------------------------------------------------------


def _of_country(country: Country, asked: _Asked) -> Page:
    indicator = asked.indicator
    assert indicator
    here, question = path(indicator.id), asked.question
    there = _there(country, asked, list(country.known))
    what = compared(country.asked.get(question.id), question, there)
    split = len(there) > LISTED
    rows = _by_province(country, here, asked, there) if split else (_entries(country, here, asked, what, there),)
    listing = rows if there else (Prose("Chưa nơi nào có số; mới có mục tiêu."),)
    return Page(
        path=here,
        title=indicator.name,
        kicker="Chỉ tiêu",
        description=f"{indicator.name}: {indicator.question}",
        crumbs=(*home_crumb(country, here), Link("Các chỉ tiêu", country.link(here, PATH))),
        opening=(Prose(question.words, "lead"),),
        sections=(
            *(_beside(country, here, what, there, short=split) if question.id in country.asked else ()),
            Section("Theo tỉnh" if split else "Từng nơi", "theo-xa",
                    (*listing, Prose("", "", Link("Tải số liệu này (JSON)", FILE)))),
            Section("Chỉ tiêu này là gì", "dinh-nghia", (), (_definition(indicator),), "Xem cách tính, căn cứ"),
        ),
    )  # fmt: skip


def _there(country: Country, asked: _Asked, codes: Sequence[str]) -> list[str]:
    """The communes, of some, that tell anything of a question, by name."""
    rows = country.asked.get(asked.question.id)
    placed = set(rows.commune.tolist()) if rows is not None else set()
    return by_name(country, (code for code in codes if code in asked.newest or code in placed))


def _definition(indicator: Indicator) -> Grid:
    facts = [("Tên đầy đủ", indicator.name)]
    if indicator.everyday:
        facts.append(("Có thể tìm bằng", ", ".join(indicator.everyday)))
    facts.append(("Đơn vị", indicator.unit or "không có"))
    if indicator.base:
        facts.append(("Tính trên", indicator.base))
    facts += [("Cao hay thấp là tốt", _BETTER[indicator.better]), ("Căn cứ hoặc nguồn gốc", indicator.basis)]
    facts += [(f"Cách tính lại {number}", formula.words) for number, formula in enumerate(indicator.formulas, 1)] or [
        ("Cách tính lại", "không tính lại được từ số đếm")
    ]
    return Grid("Định nghĩa", ("", ""), tuple((Cell(a), Cell(b)) for a, b in facts))


def _beside(country: Country, here: str, what: Compared, there: Sequence[str], *, short: bool) -> Iterator[Section]:
    """Where those compared stand, and who cannot be compared; where it is `short` only how many these are."""
    drawn = (*drawing(country, here, what, linked=not short),)
    blocks = (
        Prose(sentence(what, len(there))),
        *drawn,
        *((Prose(EXPLAINED, "small"),) if drawn and len(what.drawn) <= COUNTED else ()),
        *(() if short else few(country, what)),
    )
    out = len(what.left_out)
    if short:
        more = (Prose(f"{out} nơi không so được: trang của từng tỉnh nêu tên và vì sao.", "small"),) if out else ()
        yield Section("Đặt cạnh nhau", "canh-nhau", (*blocks, *more))
    else:
        yield Section("Đặt cạnh nhau", "canh-nhau", blocks, tuple(left_out(country, what)),
                      f"Vì sao {out} nơi không so được")  # fmt: skip


def _by_province(country: Country, here: str, asked: _Asked, there: Sequence[str]) -> tuple[Block, ...]:
    """How many communes of each province tell of it, each the way to its page."""
    rows = []
    for slug, own in sorted(country.by_province.items()):
        codes = {one.commune.code for one in own} & {*there}
        province = own[0].commune.province
        if codes:
            name = province.name if province else "Chưa xác định tỉnh"
            link = Link(name, country.link(here, path(asked.question.id, slug)))
            rows.append((Cell(name, "", "", link), Cell(str(len(codes)), "number")))
    return (Grid("Theo tỉnh", ("Tỉnh, thành phố", "Số nơi có số"), tuple(rows)),)


# --- of a province ------------------------------------------------------------------------------------


def _of_provinces(country: Country, asked: _Asked) -> Iterator[Page]:
    """The pages by the province; where all communes have room on one page only of what every province compares."""
    everywhere = asked.question in country.catalogue.headlines
    many = len(_there(country, asked, list(country.known))) > LISTED
    for slug, own in sorted(country.by_province.items()):
        there = _there(country, asked, [one.commune.code for one in own])
        province = own[0].commune.province
        if there and (many or (everywhere and has_page(country, asked.question, slug))):
            yield from _of_province(country, asked, slug, province, there)


def _of_province(
    country: Country, asked: _Asked, slug: str, province: AdminUnit | None, there: Sequence[str]
) -> Iterator[Page]:
    """A question to a province; its further communes stand on pages below."""
    question = asked.question
    name = province.name if province else "Chưa xác định tỉnh"
    what = compared(country.asked.get(question.id), question, there)
    pages = [there[at : at + LISTED] for at in range(0, len(there), LISTED)]
    for number, codes in enumerate(pages, 1):
        here = f"{path(question.id, slug)}{f'{number}/' if number > 1 else ''}"
        beside = (
            _beside(country, here, what, there, short=False) if number == 1 and question.id in country.asked else ()
        )
        more = turning(country, here, path(question.id, slug), len(pages))
        yield Page(
            path=here,
            title=question.name + (f", trang {number}" if number > 1 else ""),
            kicker=name,
            description=f"{question.name}, {name}: {question.words}",
            crumbs=(*home_crumb(country, here), Link(name, country.link(here, f"{slug}/"))),
            opening=(Prose(question.words, "lead"),),
            sections=(*beside, Section("Từng nơi", "theo-xa", (_entries(country, here, asked, what, codes), *more))),
        )


def turning(country: Country, here: str, first: str, pages: int) -> tuple[Block, ...]:
    """The ways to all pages of a list, of which one is `here`; nothing where it is one."""
    places = [(number, first if number == 1 else f"{first}{number}/") for number in range(1, pages + 1)]
    links = (Prose("", "", Link(f"Trang {number}", country.link(here, place))) for number, place in places)
    return (Items(tuple(links), "letters"),) if pages > 1 else ()


def _entries(country: Country, here: str, asked: _Asked, what: Compared, codes: Sequence[str]) -> Entries:
    """A row each: the newest value, its months, its change, its target; in the order of names."""
    rows = country.asked.get(asked.question.id)
    months = last_months(rows, codes, what.common) if rows is not None and what.common else {}
    top = max((value for own in months.values() for value in own if value is not None), default=0.0)
    top = 100.0 if asked.question.unit == PERCENT else top
    told = newest_of(country, asked.question.id)
    made = []
    for code in codes:
        drawn = spark(months[code], top=top) if code in months and top else ""
        entry = entry_of(country, here, code, told[code]) if code in told else _plain(country, here, code, asked)
        same = what.common is not None and entry.period == what.common.words
        made.append(replace(entry, spark=drawn, period="" if same else entry.period))
    said = ["Xếp theo tên."]
    said += [f"Không ghi kỳ: {what.common.words}."] if what.common and any(not one.period for one in made) else []
    if any(entry.spark for entry in made):
        said.append("Cột: 12 tháng gần nhất, mọi nơi cùng một thang; chấm: tháng chưa có số.")
    return Entries(" ".join(said), tuple(made))


def newest_of(country: Country, question: str) -> Mapping[str, Mapping[str, str]]:
    """The newest value of each commune that can be told of a question, by the columns that words are in."""
    rows = country.asked.get(question)
    if rows is None:
        return {}
    names = ("value", "period", "page", "anchor", "change", "mark", "standing")
    own = rows[rows.newest]
    cells = zip(own.commune.tolist(), *(own[name].tolist() for name in names), strict=True)
    return {str(code): dict(zip(names, told, strict=True)) for code, *told in cells}


def entry_of(country: Country, here: str, code: str, told: Mapping[str, str]) -> Entry:
    """A commune with its newest value."""
    commune = country.known[code].commune
    link = Link(commune.name, country.link(here, f"{commune.address}{told['page']}", told["anchor"]))
    state = State(told["mark"], told["standing"]) if told["standing"] else None
    return Entry(link, told["value"], told["period"], state=state, notes=(told["change"],) if told["change"] else ())


def _plain(country: Country, here: str, code: str, asked: _Asked) -> Entry:
    """A commune with its newest figure where that is none that can be compared."""
    commune = country.known[code].commune
    if code not in asked.newest:
        return Entry(Link(commune.name, country.link(here, commune.address)), "", "chưa có số so được")
    row = asked.newest[code]
    link = Link(commune.name, country.link(here, f"{commune.address}{row.page}", row.anchor))
    what = STAGES.get(row.stage, _KINDS.get(row.kind, ""))
    notes = tuple(filter(None, (row.part, what, where(commune) if not commune.province else "")))
    return Entry(link, row.value, row.period, notes=notes)
