"""A question to all communes, or to those of a province: where they stand, who is left out, a row each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.country import frame_of_indicators
from generator.country.communes_listed import Asked, entries, months_of, newest_figures, newest_of
from generator.country.comparison import Compared
from generator.country.country import Country, home_crumb
from generator.country.indicator_pages import FILE, PATH, used
from generator.country.placing import EXPLAINED, by_name, drawing, few, left_out, sentence
from generator.country.questions import questions
from generator.language.vietnamese import own_name
from generator.model.catalogue import Indicator, Question
from generator.model.commune import AdminUnit
from generator.pieces.blocks import Block, Grid, Items, Page, Prose, Section
from generator.pieces.row_blocks import Cell, Link

LISTED = 20
"""Communes that one page lists; more stand on pages by the province, and there on further pages."""
_TURNED = "Chỉ tiêu nói phần đạt; ở dưới là phần còn thiếu, tính trong 1.000, vì gần 100% thì khó thấy khác nhau."
_BETTER = {"cao": "càng cao càng tốt", "thap": "càng thấp càng tốt", "khong": "không có chiều tốt xấu"}


def path(question: str, province: str = "") -> str:
    """Site address of a question's page, of all communes or of those below the address of a province."""
    return f"{province}/{PATH}{question}/" if province else f"{PATH}{question}/"


def question_pages(country: Country) -> Iterator[Page]:
    """One page an indicator in use and a question that tables answer, and pages by the province of what every province
    compares or has too many communes for one page.
    """
    indicators, every = {one.id: one for one in used(country)}, questions(country.catalogue)
    for id, rows in frame_of_indicators.by_indicator(country.frames, list(indicators)):
        asked = Asked(every[id], indicators[id], newest_figures(rows), newest_of(country, id))
        yield _of_country(country, asked)
        yield from _of_provinces(country, asked)
    for question in country.catalogue.headlines:
        if question.id not in country.catalogue.indicators and question.id in country.asked:
            asked = Asked(question, None, {}, newest_of(country, question.id))
            yield _of_country(country, asked)
            yield from _of_provinces(country, asked)


def has_page(country: Country, question: Question, province: str) -> bool:
    """Whether a province has a page of a question that every province compares: some commune tells of it."""
    rows = country.asked.get(question.id)
    own = [one.commune.code for one in country.by_province[province]]
    confirmed = country.by_province[province][0].commune.province is not None
    return confirmed and rows is not None and bool(rows.commune.isin(own).any())


# --- of all communes -------------------------------------------------------------------------------


def _of_country(country: Country, asked: Asked) -> Page:
    indicator, question = asked.indicator, asked.question
    here = path(question.id)
    there = _there(country, asked, list(country.known))
    what = country.compared(question, there)
    split = len(there) > LISTED
    rows = (
        _by_province(country, here, asked, there)
        if split
        else (entries(country, here, asked, what, there, months_of(country, asked, what, there)),)
    )
    name, asking = (indicator.name, indicator.question) if indicator else (question.name, question.words)
    asks = "" if question.words == asking else question.words
    asks += f" {_TURNED}" if question.turned else ""
    listing: tuple[Block, ...] = rows if there else (Prose("Chưa nơi nào có số; mới có mục tiêu."),)
    listing += (Prose("", "", Link("Tải số liệu này (JSON)", FILE)),) if indicator else ()
    return Page(
        path=here,
        title=name,
        kicker="Chỉ tiêu" if indicator else "Câu hỏi",
        description=f"{name}: {asking}",
        crumbs=(*home_crumb(country, here), Link("Các chỉ tiêu", country.link(here, PATH))),
        opening=(Prose(asking, "lead"),),
        sections=(
            *(_beside(country, here, what, there, asks, short=split) if question.id in country.asked else ()),
            Section("Theo tỉnh" if split else "Từng nơi", "theo-xa", listing),
            *((Section("Chỉ tiêu này là gì", "dinh-nghia", (), (_definition(indicator),), "Xem cách tính, căn cứ"),)
              if indicator else ()),
        ),
    )  # fmt: skip


def _there(country: Country, asked: Asked, codes: Sequence[str]) -> list[str]:
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


def _beside(
    country: Country, here: str, what: Compared, there: Sequence[str], asks: str = "", *, short: bool
) -> Iterator[Section]:
    """What is asked where the page asks something wider, where those compared stand, and who cannot be compared; where
    it is `short` only how many these are.
    """
    drawn = (*drawing(country, here, what),)
    blocks = (
        *((Prose(asks),) if asks else ()),
        Prose(sentence(what, len(there))),
        *drawn,
        *((Prose(EXPLAINED, "small"),) if drawn else ()),
        *(() if short else few(country, what)),
    )
    out = len(what.left_out)
    if short:
        more = (Prose(f"{out} nơi không so được: trang của từng tỉnh nêu tên và vì sao.", "small"),) if out else ()
        yield Section("Đặt cạnh nhau", "canh-nhau", (*blocks, *more))
    else:
        yield Section("Đặt cạnh nhau", "canh-nhau", blocks, tuple(left_out(country, what)),
                      f"Vì sao {out} nơi không so được")  # fmt: skip


def _by_province(country: Country, here: str, asked: Asked, there: Sequence[str]) -> tuple[Block, ...]:
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


def _of_provinces(country: Country, asked: Asked) -> Iterator[Page]:
    """The pages by the province; where all communes have room on one page only of what every province compares."""
    everywhere = asked.question in country.catalogue.headlines
    many = len(_there(country, asked, list(country.known))) > LISTED
    for slug, own in sorted(country.by_province.items()):
        there = _there(country, asked, [one.commune.code for one in own])
        province = own[0].commune.province
        if there and (many or (everywhere and has_page(country, asked.question, slug))):
            yield from _of_province(country, asked, slug, province, there)


def _of_province(
    country: Country, asked: Asked, slug: str, province: AdminUnit | None, there: Sequence[str]
) -> Iterator[Page]:
    """A question to a province; its further communes stand on pages below."""
    question = asked.question
    name = province.name if province else "Chưa xác định tỉnh"
    what = country.compared(question, there)
    pages = [there[at : at + LISTED] for at in range(0, len(there), LISTED)]
    months = months_of(country, asked, what, there)
    for number, codes in enumerate(pages, 1):
        here = f"{path(question.id, slug)}{f'{number}/' if number > 1 else ''}"
        beside = (
            _beside(country, here, what, there, short=False) if number == 1 and question.id in country.asked else ()
        )
        more = turning(country, here, path(question.id, slug), spans(country, pages))
        yield Page(
            path=here,
            title=question.name + (f", trang {number}" if number > 1 else ""),
            kicker=name,
            description=f"{question.name}, {name}: {question.words}",
            crumbs=(*home_crumb(country, here), Link(name, country.link(here, f"{slug}/"))),
            opening=(Prose(question.words, "lead"),),
            sections=(
                *beside,
                Section("Từng nơi", "theo-xa", (entries(country, here, asked, what, codes, months), *more)),
            ),
        )


def spans(country: Country, pages: Sequence[Sequence[str]]) -> list[str]:
    """From which name to which each page of a list in the order of names goes."""
    ends = ([own_name(country.known[code].commune.name) for code in (codes[0], codes[-1])] for codes in pages)
    return [f"{first} – {last}" for first, last in ends]


def turning(country: Country, here: str, first: str, held: Sequence[str]) -> tuple[Block, ...]:
    """The ways to all pages of a list, with what the one that is `here` holds, of what each `held`;
    nothing where it is one.
    """
    places = [first if number == 1 else f"{first}{number}/" for number in range(1, len(held) + 1)]
    links = (
        Prose(": ".join(filter(None, (f"Trang {number} (đang xem)", span))))
        if place == here
        else Prose("", "", Link(f"Trang {number}", country.link(here, place)))
        for number, (place, span) in enumerate(zip(places, held, strict=True), 1)
    )
    return (Items(tuple(links), "letters"),) if len(held) > 1 else ()
