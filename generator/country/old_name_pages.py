"""Names of before July 2025 from A to Z, for who searches without scripts: a page a province of then, its districts
with what they are now and of which communes of then each of today's is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.country.country import Country, home_crumb, told
from generator.language.numbers import show_number
from generator.language.vietnamese import lowered, own_name, slug, sort_key
from generator.model.commune import AdminUnit
from generator.model.former import SINCE, Former, FormerUnit
from generator.model.grouping import grouped
from generator.pieces.blocks import Grid, Items, Page, Prose, Section
from generator.pieces.row_blocks import Cell, Link
from generator.reading.commune_file import province_slug

OLD_NAMES = "danh-sach/ten-cu/"
"""Site address of the list of provinces of then; below it a page each."""
_TITLE = "Tên cũ"
_MOST_NAMED = 5
"""Communes of today that the line of a folded district names."""


def old_name_pages(country: Country) -> Iterator[Page]:
    """The list of provinces of then, and a page each; nothing where nobody knows what was before."""
    provinces = _provinces(country.catalogue.former)
    if provinces:
        yield _index(country, provinces)
        yield from (_page(country, province) for province in provinces)


def leads_there(country: Country, here: str) -> tuple[Prose, ...]:
    """The way from page `here` to the names of before."""
    way = Link(f"Tên cũ của tỉnh, huyện, xã trước {SINCE}", country.link(here, OLD_NAMES))
    return (Prose("", "", way),) if country.catalogue.former else ()


def made_of(country: Country, here: str, province: AdminUnit) -> tuple[Section, ...]:
    """On page `here` of a province of today, the way to the provinces of then of which it is made."""
    units, former = country.catalogue.units, country.catalogue.former
    own = [one for one in _provinces(former) if units[one.now[0]].province == province.code]
    links = tuple(Prose("", "", Link(one.name, country.link(here, address(one)))) for one in own)
    text = f"Huyện, xã trước {SINCE} nay thuộc đâu:"
    return (Section(_TITLE, "ten-cu", (Prose(text), Items(links, "letters"))),) if links else ()


def address(province: FormerUnit) -> str:
    """Where the page of a province of then stands."""
    return f"{OLD_NAMES}{slug(own_name(province.name))}/"


def _provinces(former: Former) -> list[FormerUnit]:
    provinces = (one for one in former.values() if not one.within)
    return sorted(provinces, key=lambda one: sort_key(own_name(one.name)))


def _today(country: Country, province: FormerUnit) -> AdminUnit:
    """The province of today in which one of then lies."""
    units = country.catalogue.units
    return units[units[province.now[0]].province]


def _index(country: Country, provinces: list[FormerUnit]) -> Page:
    rows = tuple(
        (Cell(one.name, "", "", Link(one.name, country.link(OLD_NAMES, address(one)))),
         Cell(_today(country, one).name))
        for one in provinces
    )  # fmt: skip
    count = {digits: sum(len(code) == digits for code in country.catalogue.former) for digits in (3, 5)}
    text = (
        f"Trước {SINCE} cả nước có {len(provinces)} tỉnh, thành phố, {show_number(count[3])} huyện, quận, thị xã, "
        f"thành phố thuộc tỉnh và {show_number(count[5])} xã, phường, thị trấn. Chọn tỉnh cũ để xem huyện, xã cũ nay "
        "thuộc đâu."
    )
    return Page(
        path=OLD_NAMES,
        title=_TITLE,
        description=f"Tỉnh, huyện, xã trước {SINCE} nay thuộc đâu.",
        crumbs=(*home_crumb(country, OLD_NAMES), Link("Danh sách xã A–Z", country.link(OLD_NAMES, "danh-sach/"))),
        opening=(Prose(text, "lead"),),
        sections=(Section("Các tỉnh cũ", "tinh-cu", (Grid("Các tỉnh cũ", ("Tỉnh cũ", "Nay thuộc"), rows),)),),
    )


def _page(country: Country, province: FormerUnit) -> Page:
    here, now = address(province), _today(country, province)
    former = country.catalogue.former
    by_district = grouped((one for one in former.values() if len(one.code) == 5), lambda one: one.within)
    districts = (one for one in former.values() if one.within == province.code)
    there = any(one.province == now.code for one in country.communes)
    way = country.link(here, f"{province_slug(now)}/") if there else country.link(
        here, "danh-sach/", f"tinh-{province_slug(now)}"
    )  # fmt: skip
    became = "giữ tên" if now.name == province.name else f"thuộc {lowered(now.name)}"
    text = (
        f"Từ {SINCE}, {lowered(province.name)} {became}, không còn cấp huyện. Mở từng huyện để xem xã cũ nay thuộc đâu."
    )
    return Page(
        path=here,
        title=f"{_TITLE}: {lowered(province.name)}",
        description=f"Huyện, xã của {lowered(province.name)} trước {SINCE} nay thuộc đâu.",
        crumbs=(*home_crumb(country, here), Link(_TITLE, country.link(here, OLD_NAMES))),
        opening=(Prose(text, "lead"), Prose("Tỉnh ngày nay:", "", Link(now.name, way))),
        sections=tuple(
            _district(country, here, one, by_district.get(one.code, []))
            for one in sorted(districts, key=lambda one: (sort_key(_numbered(one.name)), one.code))
        ),
    )


def _numbered(name: str) -> str:
    """A name as it is looked up: `Quận 3` before `Quận 10`."""
    kind, _, number = name.rpartition(" ")
    return f"{kind} {number.zfill(2)}" if number.isdecimal() else name.split(" ", 1)[1]


def _in_short(names: list[str]) -> str:
    """Where a district lies now, in a line or two: the page of a province of thirty districts has its limits."""
    if len(names) > _MOST_NAMED:
        return f"Nay thuộc {len(names)} nơi: {', '.join(names[:_MOST_NAMED])}…"
    return f"Nay thuộc: {', '.join(names)}"


def _district(country: Country, here: str, district: FormerUnit, communes: list[FormerUnit]) -> Section:
    """A district: today's communes in which it lies, each with the communes of then that lie in it."""
    units = country.catalogue.units
    published = {one.commune.code: one for one in country.communes}
    lines = []
    for code in district.now:
        own = [
            f"{lowered(one.name)}{'' if len(one.now) == 1 else ' (một phần)'}" for one in communes if code in one.now
        ]
        one = published.get(code)
        ends = told(one) if one else "; chưa có số liệu"
        text = f"{', '.join(own) or lowered(district.name)}{ends}"
        link = Link(one.commune.name, country.link(here, one.commune.address)) if one else None
        lines.append(Prose(text if one else f"{units[code].name}: {text}", "", link))
    names = [own_name(units[code].name) for code in district.now]
    return Section(district.name, slug(district.name), (), (Items(tuple(lines)),), _in_short(names))
