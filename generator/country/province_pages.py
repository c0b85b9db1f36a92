"""A province's page: its communes beside each other, question after question; how regularly they tell; all by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.country.comparison_file import FILE
from generator.country.country import Country, home_crumb, told, with_data
from generator.country.map_pages import MAP
from generator.country.old_name_pages import made_of
from generator.country.placing import EXPLAINED, NOT_ONE, drawing, few, left_out, names, sentence
from generator.country.province_embeds import elsewhere
from generator.country.province_own import own_sections
from generator.country.question_pages import has_page, path
from generator.country.regular_pages import regularly
from generator.country.summary import Summary
from generator.language.vietnamese import lowered
from generator.model.catalogue import Question
from generator.model.commune import AdminUnit
from generator.pieces.blocks import Block, Items, Page, Prose, Section
from generator.pieces.changed import FEW
from generator.pieces.row_blocks import Link

NAMED = 20
"""Communes that the page of a province itself names with their values; of more that is done one page further."""


def provinces(country: Country) -> Iterator[Page]:
    """One page a province that has communes with data, and one for those in none."""
    official = Counter(unit.province for unit in country.catalogue.units.values())
    for slug, communes in sorted(country.by_province.items()):
        province = communes[0].commune.province
        if province:
            yield _province(country, slug, province, communes, official[province.code])
        else:
            yield _unconfirmed(country, slug, communes)


def _unconfirmed(country: Country, slug: str, communes: Sequence[Summary]) -> Page:
    here = f"{slug}/"
    text = "Văn bản của các xã này in tên xã mà danh mục chính thức không có; chưa ai xác nhận là xã nào."
    return Page(
        path=here,
        title="Chưa xác định tỉnh",
        description="Các xã có số liệu mà chưa xác định tỉnh.",
        crumbs=home_crumb(country, here),
        opening=(Prose(text, "lead"),),
        sections=(Section("Các xã", "cac-xa", (_all(country, here, communes),)),),
    )


def _province(country: Country, slug: str, province: AdminUnit, communes: Sequence[Summary], official: int) -> Page:
    here, count = f"{slug}/", with_data(communes)
    text = f"{count or 'Chưa nơi nào'} trong {official} xã, phường, đặc khu có số liệu ở đây."
    asked = [question for question in country.catalogue.headlines if has_page(country, question, slug)]
    unanswered = [question for question in country.catalogue.headlines if question not in asked]
    note = (
        "Trang đặt các nơi cạnh nhau khi cùng chỉ tiêu, cùng cách tính, cùng kỳ; không xếp hạng. Hoàn cảnh mỗi nơi một "
        "khác: số lớn hay nhỏ chưa nói hết việc làm tốt hay chưa."
    )
    note += f" {EXPLAINED}"
    return Page(
        path=here,
        title=province.name,
        description=f"{province.name}: các xã, phường đặt cạnh nhau theo từng câu hỏi, cùng kỳ, không xếp hạng.",
        crumbs=home_crumb(country, here),
        opening=(
            Prose(text, "lead"),
            Prose("", "", _map(country, here, province)),
            *((Prose(note),) if asked and len(communes) >= NOT_ONE else ()),
        ),
        sections=(
            *(_asked(country, slug, question, communes) for question in asked),
            *_unanswered(unanswered, count),
            *regularly(country, slug, communes),
            _communes(country, here, communes),
            *own_sections(country, province.code, here),
            *made_of(country, here, province),
            *((Section("Tải về", "tai-ve", (_file(),)),) if asked else ()),
            *elsewhere(country, slug, communes),
        ),
    )


def _map(country: Country, here: str, province: AdminUnit) -> Link:
    """The way to the map of a province."""
    whose = "tỉnh" if province.kind == "tinh" else "thành phố"
    return Link(f"Bản đồ các xã của {whose}", country.link(here, f"{here}{MAP}"))


def _file() -> Prose:
    return Prose("Mọi giá trị đem so, và nơi không so được vì sao.", "", Link("Tải bảng so sánh (CSV)", FILE))


def _asked(country: Country, slug: str, question: Question, communes: Sequence[Summary]) -> Section:
    """A question to the communes of a province."""
    here = f"{slug}/"
    what = country.compared(question, [one.commune.code for one in communes])
    there = Link("Từng nơi, từng tháng", country.link(here, path(question.id, slug)))
    named = (names(country, here, what),) if what.marks and len(communes) <= NAMED else ()
    alone = named if len(what.marks) < NOT_ONE else ()
    blocks: tuple[Block, ...] = (
        Prose(question.words),
        Prose(sentence(what, len(communes)), "", there),
        *drawing(country, here, what),
        *alone,
    )
    folded = (*(() if alone else named), *few(country, what), *left_out(country, what))
    of_few = len(what.marks) - len(what.drawn)
    said = [f"tên và số của {len(what.marks)} nơi"] if named and not alone else []
    said += [f"{of_few} nơi có dưới {FEW} hồ sơ, người"] if of_few and not named else []
    said += [f"tên {len(what.left_out)} nơi không so được và vì sao"] if what.left_out else []
    return Section(question.name, question.id, blocks, folded, f"Xem {', '.join(said)}")


def _unanswered(questions: Sequence[Question], told: int) -> Iterator[Section]:
    """What every province is asked and this one's documents say nothing of."""
    if questions and told:
        lines = (Prose(f"{question.name}: {lowered(question.words)}") for question in questions)
        text = "Trong văn bản mà trang đang có, chưa nơi nào của tỉnh nói tới:"
        yield Section("Câu hỏi chưa có số", "chua-co-so", (Prose(text), Items(tuple(lines))))


def _communes(country: Country, here: str, communes: Sequence[Summary]) -> Section:
    """All communes by name; many wait behind a line."""
    whole, title = _all(country, here, communes), "Các xã, phường"
    if len(communes) <= NAMED:
        return Section(title, "cac-xa", (whole,))
    return Section(title, "cac-xa", (), (whole,), f"Xem {len(communes)} nơi theo tên")


def _all(country: Country, here: str, communes: Sequence[Summary]) -> Items:
    """The communes by name."""
    lines = (
        Prose(told(one).removeprefix("; "), "", Link(one.commune.name, country.link(here, one.commune.address)))
        for one in communes
    )
    return Items(tuple(lines), "names")
