"""Maps of dots: of the country and of each province that has a page, with the same as lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from generator.country.country import Country, home_crumb, in_order
from generator.country.map_layout import WIDE, layout
from generator.country.summary import Summary
from generator.figures.due import SILENT, silence
from generator.language.numbers import show_number
from generator.language.vietnamese import lowered, own_name, sort_key
from generator.model.commune import AdminUnit
from generator.model.grouping import grouped
from generator.pieces.addresses import EMBEDS, where
from generator.pieces.blocks import Block, Code, Items, Page, Prose, Section
from generator.pieces.dot_map import DotMap, Dots, Key, Linked, Look, path
from generator.pieces.embed import Embed, Part, map_height, snippet
from generator.pieces.row_blocks import Link

MAP = "ban-do/"
"""The page of a map: of the country at the site's root, of a province below its page."""
MOST_LINKED = 60
"""Communes with a page that the country's map names one by one; where more have one, provinces lead to them."""
_ISLANDS = "dac_khu"
_SAID = {
    Look.THERE: "có số liệu",
    Look.LATE: f"đã {SILENT} tháng trở lên chưa có số mới",
    Look.NOTHING: "chưa có số liệu ở đây",
}
_ABOUT = (
    "Mỗi chấm là điểm giữa của một xã, phường, đặc khu, không phải trụ sở; hình không vẽ ranh giới nào. Tọa độ: gói "
    "vietnamadminunits 1.0.4, giấy phép MIT, © 2025 Tran Ngoc Minh Hieu."
)


def look_of(one: Summary | None, day: dt.date) -> Look:
    """How a commune stands on a day, None where the site has no page of it."""
    if one is None or one.is_empty:
        return Look.NOTHING
    newest = dt.date.fromisoformat(one.newest) if one.newest else None
    return Look.LATE if silence(newest, day) else Look.THERE


def of_provinces(country: Country) -> Iterator[Page]:
    """The map of each province whose communes have pages."""
    for address, communes in sorted(_by_province(country).items()):
        yield of_province(country, address, communes)


def _by_province(country: Country) -> dict[str, list[Summary]]:
    """The communes with a page that an official code places, by the addresses of their provinces."""
    return grouped((one for one in country.communes if one.province), lambda one: f"{one.commune.province_slug}/")


def of_country(country: Country) -> Page:
    """Where communes tell something, and where none does."""
    units = [unit for unit in country.catalogue.units.values() if unit.province]
    there = [one for one in country.communes if one.province]
    few = len(there) <= MOST_LINKED
    shown = drawn(country, MAP, units, there if few else ())
    parts = [_names("Các xã có trang", "cac-xa", country, MAP, there)] if few and there else []
    return Page(
        path=MAP,
        title="Bản đồ các xã có số liệu",
        description="Xã nào đã có số liệu ở đây, xã nào chưa: bản đồ chấm của cả nước, kèm danh sách theo tỉnh.",
        crumbs=home_crumb(country, MAP),
        opening=(*_opening(country, units), shown),
        sections=(
            *parts,
            Section("Từng tỉnh, thành phố", "tinh", tuple(_provinces(country))),
            _elsewhere(country, "", shown),
        ),
    )


def of_province(country: Country, address: str, communes: Sequence[Summary]) -> Page:
    """The same of one province, at whose page's address it stands, with all its communes by name."""
    here, province = f"{address}{MAP}", communes[0].commune.province
    assert province
    units = units_of(country, province)
    there = {one.commune.code: one for one in communes}
    by_look = grouped(units, lambda unit: look_of(there.get(unit.code), country.date))
    shown = drawn(country, here, units, communes)
    return Page(
        path=here,
        title=f"Bản đồ {lowered(province.name)}",
        description=f"Xã nào của {lowered(province.name)} đã có số liệu ở đây, xã nào chưa: bản đồ chấm và danh sách.",
        crumbs=(*home_crumb(country, here), Link(province.name, country.link(here, address))),
        opening=(*_opening(country, units, province.name), shown),
        sections=(*_states(country, here, by_look, there), _elsewhere(country, address, shown)),
    )


def embeds(country: Country) -> Iterator[Embed]:
    """The same maps as light pages, to be put into other pages."""
    units = [unit for unit in country.catalogue.units.values() if unit.province]
    yield _embed(country, "", "Cả nước", units, ())
    for address, communes in sorted(_by_province(country).items()):
        province = communes[0].commune.province
        assert province
        yield _embed(country, address, province.name, units_of(country, province), communes)


def _embed(country: Country, address: str, name: str, units: Sequence[AdminUnit], communes: Sequence[Summary]) -> Embed:
    here, title = f"{address}{EMBEDS}{MAP}", f"Bản đồ các xã có số liệu: {lowered(name)}"
    return Embed(
        here, title, f"{title}; để đặt trong trang khác.", country.link(here, "assets/"), title,
        (Part("ban-do", (drawn(country, here, units, communes),)),),
        Link("Xem danh sách các xã", country.link(here, f"{address}{MAP}")),
        canonical=f"{country.site_url}{address}{MAP}" if country.site_url else "",
    )  # fmt: skip


def _elsewhere(country: Country, address: str, shown: DotMap) -> Section:
    """How the map is put into another page."""
    title = "Bản đồ các xã có số liệu"
    lines = snippet(country.site_url, f"{address}{MAP}", f"{address}{EMBEDS}{MAP}", title, map_height(shown))
    see = Link("Xem trước", country.link(f"{address}{MAP}", f"{address}{EMBEDS}{MAP}"))
    words = Prose("Chép đoạn mã này vào trang của bạn; khung rộng từ 300 px.", "", see)
    return Section("Đặt bản đồ vào trang khác", "nhung", (), (words, Code("Đoạn mã", lines)), "Xem đoạn mã")


def units_of(country: Country, province: AdminUnit) -> list[AdminUnit]:
    """The communes of a province by the official list."""
    return [unit for unit in country.catalogue.units.values() if unit.province == province.code]


def drawn(country: Country, here: str, units: Sequence[AdminUnit], linked: Sequence[Summary]) -> DotMap:
    """The map of some communes on page `here`; the dots of those that are `linked` lead to their pages."""
    known = {one.commune.code: one for one in country.communes}
    looks = {unit.code: look_of(known.get(unit.code), country.date) for unit in units}
    centres = {code: country.catalogue.centres[code] for code in looks if code in country.catalogue.centres}
    made = layout(centres, {unit.code: own_name(unit.name) for unit in units if unit.kind == _ISLANDS})
    with_page = {one.commune.code: one.commune for one in linked if one.commune.code in centres}
    quiet = grouped((code for code in made.spots if code not in with_page), lambda code: looks[code])
    paths = (
        Dots(look, path(look, (made.spots[code] for code in quiet[look]))) for look in reversed(Look) if look in quiet
    )
    dots = (
        Linked(
            looks[code], made.spots[code], Link(f"{one.name}: {_SAID[looks[code]]}", country.link(here, one.address))
        )
        for code, one in sorted(with_page.items())
    )
    counts = [Key(look, f"{_SAID[look]}: {show_number(count)}", count) for look, count in _counted(looks.values())]
    lacking = len(looks) - len(centres)
    more = f" {show_number(lacking)} nơi chưa có tọa độ nên không có chấm." if lacking else ""
    aside = " Đảo ở xa đặt riêng trong ô có ghi tên." if made.apart else ""
    said = "; ".join(f"{show_number(one.many)} nơi {_SAID[one.look]}" for one in counts)
    return DotMap(
        f"Bản đồ chấm: {said}. Danh sách ở dưới nói đủ như hình.", WIDE, made.height, tuple(paths),
        tuple(dots), tuple(counts), f"{_ABOUT}{aside}{more}", made.names, made.apart,
    )  # fmt: skip


def _counted(looks: Iterable[Look]) -> list[tuple[Look, int]]:
    """Each look that there is, with how often."""
    every = list(looks)
    return [(look, every.count(look)) for look in Look if look in every]


def _opening(country: Country, units: Sequence[AdminUnit], name: str = "") -> Iterator[Block]:
    """How many communes have told something."""
    codes = {unit.code for unit in units}
    count = sum(one.commune.code in codes and not one.is_empty for one in country.communes)
    whose = f" của {lowered(name)}" if name else ""
    said = f"{show_number(count) if count else 'Chưa nơi nào'} trong {show_number(len(units))} xã, phường, đặc khu"
    yield Prose(f"{said}{whose} có số liệu ở đây.", "lead")
    unsure = sum(not one.province for one in country.communes)
    if unsure and not name:
        yield Prose(f"Chưa kể {show_number(unsure)} nơi chưa ai xác nhận là xã nào nên không có chấm.", "small")


def _names(title: str, id: str, country: Country, here: str, communes: Sequence[Summary]) -> Section:
    """Communes with a page, by name, each with its state and province."""
    items = (
        Prose(f"{where(one.commune)}; {_SAID[look_of(one, country.date)]}.", "",
              Link(one.commune.name, country.link(here, one.commune.address)))
        for one in in_order(communes)
    )  # fmt: skip
    return Section(title, id, (Items(tuple(items), "links"),))


def _states(
    country: Country, here: str, by_look: dict[Look, list[AdminUnit]], there: dict[str, Summary]
) -> Iterator[Section]:
    """The communes of a province by how they stand, each state's by name."""
    for look in (look for look in Look if look in by_look):
        named = sorted(by_look[look], key=lambda unit: (sort_key(own_name(unit.name)), unit.code))
        items = (
            Prose("", "", Link(unit.name, country.link(here, there[unit.code].commune.address)))
            if unit.code in there
            else Prose(unit.name)
            for unit in named
        )
        title = f"{_SAID[look][:1].upper()}{_SAID[look][1:]} ({show_number(len(named))})"
        yield Section(title, look.name.lower(), (Items(tuple(items), "running"),))


def _provinces(country: Country) -> Iterator[Block]:
    """Provinces A to Z: those with a map of their own, and how many of their communes stand how; then the others."""
    pages = {one[0].province: address for address, one in _by_province(country).items()}
    known = {one.commune.code: one for one in country.communes}
    provinces = [unit for unit in country.catalogue.units.values() if not unit.province]
    in_turn = sorted(provinces, key=lambda unit: sort_key(own_name(unit.name)))
    items, others = [], []
    for province in in_turn:
        if province.code not in pages:
            others.append(province.name)
            continue
        looks = [look_of(known.get(unit.code), country.date) for unit in units_of(country, province)]
        said = "; ".join(f"{show_number(count)} nơi {_SAID[look]}" for look, count in _counted(looks))
        address = country.link(MAP, f"{pages[province.code]}{MAP}")
        items.append(Prose(f"{said}.", "", Link(province.name, address)))
    yield Items(tuple(items), "links")
    if others:
        yield Prose(f"Chưa nơi nào có trang ở đây ({len(others)}): {', '.join(others)}.")
