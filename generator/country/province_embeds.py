"""A province's communes beside each other as a light page, to be put into other pages: a strip for each question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.country.country import Country
from generator.country.placing import drawing, sentence
from generator.country.question_pages import has_page
from generator.country.summary import Summary
from generator.language.vietnamese import lowered
from generator.pieces.addresses import EMBEDS
from generator.pieces.blocks import Code, Prose, Section
from generator.pieces.embed import Embed, Part, height, snippet
from generator.pieces.row_blocks import Link

STRIPS = f"{EMBEDS}so-sanh/"
"""Below a province: its strips to be put into other pages."""


def embeds(country: Country) -> Iterator[Embed]:
    """The light page of each province of which anything is drawn."""
    for slug, communes in sorted(country.by_province.items()):
        if one := _embed(country, slug, communes):
            yield one


def elsewhere(country: Country, slug: str, communes: Sequence[Summary]) -> Iterator[Section]:
    """On the page of a province, how its strips are put into another page."""
    if one := _embed(country, slug, communes):
        here = f"{slug}/"
        lines = snippet(country.site_url, here, one.path, one.title, height(one.parts))
        words = (
            "Chép đoạn mã này vào trang của bạn; khung rộng từ 300 px. Chỉ lấy một câu hỏi: mở trang xem trước, bấm "
            "tên câu hỏi, chép địa chỉ có dấu # vào chỗ src, và hạ chiều cao còn "
            f"{height(one.parts, alone=True)}."
        )
        see = Link("Xem trước", country.link(here, one.path))
        yield Section("Đặt vào trang khác", "nhung", (), (Prose(words, "", see), Code("Đoạn mã", lines)), "Xem đoạn mã")


def _embed(country: Country, slug: str, communes: Sequence[Summary]) -> Embed | None:
    province, here = communes[0].commune.province, f"{slug}/{STRIPS}"
    parts = tuple(_parts(country, here, slug, [one.commune.code for one in communes])) if province else ()
    if not parts or province is None:
        return None
    title = f"Các xã của {lowered(province.name)} đặt cạnh nhau"
    return Embed(
        here, title, f"{title}, không xếp hạng; để đặt trong trang khác.", country.link(here, "assets/"), title, parts,
        Link("Xem từng nơi, nơi không so được và vì sao", country.link(here, f"{slug}/")),
        canonical=f"{country.site_url}{slug}/" if country.site_url else "",
    )  # fmt: skip


def _parts(country: Country, here: str, slug: str, codes: Sequence[str]) -> Iterator[Part]:
    for question in country.catalogue.headlines:
        if has_page(country, question, slug):
            what = country.compared(question, codes)
            if drawn := tuple(drawing(country, here, what)):
                words = Prose(f"{question.words} {sentence(what, len(codes))}")
                yield Part(question.id, (words, *drawn), question.name)
