"""The list of communes, A to Z, and of provinces: it serves also where no script runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.country.country import Country, home_crumb, in_order, told, with_data
from generator.country.old_name_pages import leads_there
from generator.country.summary import Summary
from generator.language.numbers import show_number
from generator.language.vietnamese import fold, own_name, sort_key
from generator.model.commune import AdminUnit
from generator.model.grouping import grouped
from generator.pieces.addresses import where
from generator.pieces.blocks import Block, Grid, Items, Page, Prose, SearchBox, Section
from generator.pieces.row_blocks import Cell, Link
from generator.reading.commune_file import province_slug

LISTING = "danh-sach/"
"""Site address of the list."""
PROVINCES = "tinh"
"""Where the list of provinces stands in it."""
_OTHER = "Số và dấu"


def search_box(country: Country, here: str) -> SearchBox:
    """The field to look for anything, for page `here`."""
    return SearchBox(
        country.link(here, LISTING), "Tìm xã, chỉ tiêu, từ ngữ; gõ không dấu cũng được", "vinh thuy, tre hen"
    )


def province_anchor(province: AdminUnit) -> str:
    """Where the list says how many communes of a province have data."""
    return f"{PROVINCES}-{province_slug(province)}"


def listing(country: Country) -> Page:
    """All published communes by their first letters, and all provinces."""
    communes = in_order(country.communes)
    letters = grouped(communes, lambda one: _letter(one.commune.name))
    jumps = [Prose("", "", Link(letter, f"#{_anchor(letter)}")) for letter in letters]
    jumps.append(Prose("", "", Link("Các tỉnh", f"#{PROVINCES}")))
    count = with_data(communes)
    opening: tuple[Block, ...] = (
        Prose(f"{show_number(count)} xã có số liệu ở đây." if count else "Chưa xã nào có số liệu ở đây.", "lead"),
        search_box(country, LISTING),
        Items(tuple(jumps), "letters"),
        *leads_there(country, LISTING),
    )
    return Page(
        path=LISTING,
        title="Danh sách xã A–Z",
        description="Danh sách các xã có số liệu, theo thứ tự chữ cái, và các tỉnh.",
        crumbs=home_crumb(country, LISTING),
        opening=opening,
        sections=(
            *(Section(letter, _anchor(letter), (_entries(country, own),)) for letter, own in letters.items()),
            Section("Các tỉnh, thành phố", PROVINCES, tuple(_provinces(country))),
        ),
    )


def _letter(name: str) -> str:
    """The letter under which a name is looked up: ă and â stand with a, as they do in the order; đ by itself."""
    first = own_name(name)[:1]
    plain = "Đ" if first in ("Đ", "đ") else fold(first).upper()
    return plain if plain == "Đ" or (plain.isascii() and plain.isalpha()) else _OTHER


def _anchor(letter: str) -> str:
    return f"chu-{'dd' if letter == 'Đ' else fold(letter).replace(' ', '-')}"


def _entries(country: Country, communes: Sequence[Summary]) -> Items:
    return Items(
        tuple(
            Prose(
                f"{where(one.commune)}{_code(one)}{told(one)}",
                "",
                Link(one.commune.name, country.link(LISTING, one.commune.address)),
            )
            for one in communes
        ),
        "links",
    )


def _code(one: Summary) -> str:
    return f"; mã {one.commune.code}" if one.commune.province else "; chưa có mã"


def _provinces(country: Country) -> Iterator[Block]:
    yield Prose(
        "Xã không có tên ở trên là xã chưa có số liệu: chưa có văn bản nào của xã được đưa lên đây. Bà con có thể "
        "hỏi Ủy ban nhân dân xã báo cáo chuyển đổi số mới nhất."
    )
    units = country.catalogue.units.values()
    totals = grouped((unit for unit in units if unit.province), lambda unit: unit.province)
    published = grouped(country.communes, lambda one: one.province)
    rows = []
    for province in sorted((u for u in units if not u.province), key=lambda u: sort_key(own_name(u.name))):
        own = published.get(province.code, [])
        there = (
            Link(province.name, country.link(LISTING, f"{province_slug(province)}/"))
            if own or province.code in country.catalogue.provinces
            else None
        )
        count = f"{show_number(with_data(own))} trong số {show_number(len(totals.get(province.code, [])))}"
        rows.append((Cell(province.name, "", "", there, province_anchor(province)), Cell(count, "number")))
    yield Grid("Mỗi tỉnh đã có bao nhiêu nơi", ("Tỉnh, thành phố", "Số xã, phường, đặc khu có số liệu"), tuple(rows))
