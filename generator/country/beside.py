"""Where a commune stands among its province and among its nearest: what its own pages show of other communes.

The country makes it, a file for each page that leaves it a place, since a commune's own files know of no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import cos, radians, sqrt
from typing import NamedTuple

from generator.country.comparison import NOTHING, Compared, Mark, marks_of
from generator.country.country import Country
from generator.country.placing import NOT_ONE, by_chance, by_name, drawing, to_be_read_too
from generator.country.question_pages import has_page, path
from generator.language.vietnamese import kind_of, lowered, opened
from generator.model.catalogue import Question
from generator.model.commune import Centre, Commune
from generator.pieces.blocks import Block, Items, Prose
from generator.pieces.row_blocks import Link

NEAREST = 6
"""The nearest communes that one is placed among."""
FAR = 60
"""Kilometres beyond which a commune is no neighbour."""
_DEGREE = 111.2
"""Kilometres of a degree of latitude: those of the Earth's mean radius, 6,371 km."""


class Placing(NamedTuple):
    """What a page of a commune shows: the page's address, its blocks."""

    page: str
    blocks: tuple[Block, ...]


def placings(country: Country) -> Iterator[Placing]:
    """What the country has to say on the first page of each commune that has told something."""
    whole: dict[str, list[tuple[Compared, Mapping[str, Mark]]]] = {}
    for slug, communes in country.by_province.items():
        codes = [one.commune.code for one in communes]
        for question in country.catalogue.headlines:
            if has_page(country, question, slug):
                rows = country.asked[question.id]
                what = country.compared(question, codes)
                beyond = marks_of(rows, question, what.common) if what.common else {}
                whole.setdefault(slug, []).append((what, beyond))
    near = Neighbours(country)
    for one in (one for one in country.communes if not one.is_empty):
        yield _of(country, one.commune, whole.get(one.commune.province_slug, []), near.of(one.commune.code))


def _of(
    country: Country, commune: Commune, asked: Sequence[tuple[Compared, Mapping[str, Mark]]], near: Sequence[str]
) -> Placing:
    """Its first page shows all questions."""
    here = commune.address
    blocks = [block for what, beyond in asked for block in _blocks(country, here, commune, what, beyond, near)]
    alone = len(country.by_province[commune.province_slug]) < NOT_ONE
    return Placing(here, tuple(blocks) or (_nobody(country, here, commune, alone=alone),))


def _nobody(country: Country, here: str, commune: Commune, *, alone: bool) -> Prose:
    """That there is nothing to be placed by, with the way to the province."""
    if not commune.province:
        return Prose("Chưa ai xác nhận đây là xã nào, nên trang chưa đặt cạnh nơi nào khác.")
    why = "mới có một nơi của tỉnh có số liệu ở đây" if alone else "chưa có số nào so được với nơi khác"
    link = Link(commune.province.name, country.link(here, f"{commune.province_slug}/"))
    return Prose(f"Chưa đặt cạnh nơi khác được: {why}.", "", link)


def _blocks(
    country: Country, here: str, commune: Commune, what: Compared, beyond: Mapping[str, Mark], near: Sequence[str]
) -> Iterator[Block]:
    question, own = what.question, what.marks.get(commune.code)
    there = Link("Xem từng nơi trong tỉnh", country.link(here, path(question.id, commune.province_slug)))
    kind = kind_of(commune.name)
    if own is None or what.common is None:
        why = what.left_out.get(commune.code, NOTHING)
        when = f" ở kỳ mà nhiều nơi trong tỉnh cùng có ({what.common.words})" if what.common else ""
        yield Prose(f"{question.name}: chưa đặt {kind} này cạnh nơi khác được{when}: {why}.", "", there)
        return
    others = len(what.marks) - 1
    said = f"{question.name}, {what.common.words}: {own.value} ở {lowered(commune.name)}"
    more = "".join(f" {opened(told)}." for told in to_be_read_too(own))
    if not others:
        yield Prose(f"{said}; trong tỉnh chưa nơi nào khác có số cùng kỳ, cùng cách tính.{more}", "", there)
    else:
        yield Prose(f"{said}, đặt cạnh {others} nơi khác trong tỉnh.{more}", "", there)
        yield from drawing(country, here, what, commune.code)
    yield from _nearest(country, here, question, beyond, near)


def _nearest(
    country: Country, here: str, question: Question, beyond: Mapping[str, Mark], near: Sequence[str]
) -> Iterator[Block]:
    """The nearest communes by name, each with its value; of which none is told."""
    there = by_name(country, (code for code in near if code in beyond))
    if not there:
        return
    missing = by_name(country, (code for code in near if code not in beyond))
    names = ", ".join(country.known[code].commune.name for code in missing)
    more = f" Không so được cùng kỳ: {names}." if missing else ""
    yield Prose(f"{len(near)} nơi gần nhất có trang ở đây (theo tâm địa bàn), cùng kỳ, xếp theo tên.{more}")
    lines = []
    for code in there:
        commune, mark = country.known[code].commune, beyond[code]
        link = Link(commune.name, country.link(here, f"{commune.address}{mark.page}", mark.anchor))
        told = (mark.value, *filter(None, (by_chance(question, mark),)), *to_be_read_too(mark))
        lines.append(Prose(f"{'; '.join(told)}.", "", link))
    yield Items(tuple(lines), "links")


class Neighbours:
    """The nearest communes of each by their centres, among those that the country has."""

    def __init__(self, country: Country) -> None:
        centres = country.catalogue.centres
        self._centres = {code: centres[code] for code in sorted(country.known) if code in centres}

    def of(self, code: str) -> list[str]:
        """The nearest of a commune, the nearest first; none where nobody knows where it lies."""
        if (own := self._centres.get(code)) is None:
            return []
        far = ((_apart(own, centre), other) for other, centre in self._centres.items() if other != code)
        return [other for away, other in sorted(pair for pair in far if pair[0] <= FAR)[:NEAREST]]


def _apart(one: Centre, two: Centre) -> float:
    """Kilometres between two centres, as on a plane: good to a metre or so where communes are neighbours."""
    east = (one.longitude - two.longitude) * cos(radians((one.latitude + two.latitude) / 2))
    return _DEGREE * sqrt(east * east + (one.latitude - two.latitude) ** 2)
