"""The list of communes, A to Z, and of provinces: it serves also where no script runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language.quantities import show_number
from generator.language.vietnamese import fold, own_name, sort_key
from generator.model.commune import AdminUnit, Commune
from generator.model.grouping import grouped
from generator.pages.addresses import home_crumb, in_order, where
from generator.pages.blocks import Block, Cell, Grid, Items, Link, Page, Prose, SearchBox, Section
from generator.pages.view import View
from generator.reading.commune_file import province_slug

LISTING = "danh-sach/"
"""Site address of the list."""
PROVINCES = "tinh"
"""Where the list of provinces stands in it."""
_OTHER = "Số và dấu"


def told(view: View, commune: Commune) -> str:
    """What is said behind a commune's name where it has told nothing yet."""
    return "; chưa có số liệu" if view.is_empty(commune) else ""


def with_data(view: View, communes: Sequence[Commune]) -> int:
    """How many of the communes have told something."""
    return sum(not view.is_empty(commune) for commune in communes)


def search_box(view: View, here: str) -> SearchBox:
    """The field to look for anything, for page `here`."""
    return SearchBox(view.link(here, LISTING), "Tìm xã, chỉ tiêu, từ ngữ; gõ không dấu cũng được", "vinh thuy, tre hen")


def province_anchor(province: AdminUnit) -> str:
    """Where the list says how many communes of a province have data."""
    return f"{PROVINCES}-{province_slug(province)}"


def listing(view: View) -> Page:
    """All published communes by their first letters, and all provinces."""
    communes = in_order(view.dataset.communes)
    letters = grouped(communes, lambda commune: _letter(commune.name))
    jumps = [Prose("", "", Link(letter, f"#{_anchor(letter)}")) for letter in letters]
    jumps.append(Prose("", "", Link("Các tỉnh", f"#{PROVINCES}")))
    count = with_data(view, communes)
    opening: tuple[Block, ...] = (
        Prose(f"{show_number(count)} xã có số liệu ở đây." if count else "Chưa xã nào có số liệu ở đây.", "lead"),
        search_box(view, LISTING),
        Items(tuple(jumps), "letters"),
    )
    return Page(
        path=LISTING,
        title="Danh sách xã A–Z",
        description="Danh sách các xã có số liệu, theo thứ tự chữ cái, và các tỉnh.",
        crumbs=home_crumb(view, LISTING),
        opening=opening,
        sections=(
            *(Section(letter, _anchor(letter), (_entries(view, own),)) for letter, own in letters.items()),
            Section("Các tỉnh, thành phố", PROVINCES, tuple(_provinces(view))),
        ),
    )


def _letter(name: str) -> str:
    """The letter under which a name is looked up: ă and â stand with a, as they do in the order; đ by itself."""
    first = own_name(name)[:1]
    plain = "Đ" if first in ("Đ", "đ") else fold(first).upper()
    return plain if plain == "Đ" or (plain.isascii() and plain.isalpha()) else _OTHER


def _anchor(letter: str) -> str:
    return f"chu-{'dd' if letter == 'Đ' else fold(letter).replace(' ', '-')}"


def _entries(view: View, communes: Sequence[Commune]) -> Items:
    return Items(
        tuple(
            Prose(
                f"{where(c)}{f'; mã {c.code}' if c.province else '; chưa có mã'}{told(view, c)}",
                "",
                Link(c.name, view.link(LISTING, c.address)),
            )
            for c in communes
        ),
        "links",
    )


def _provinces(view: View) -> Iterator[Block]:
    yield Prose(
        "Xã không có tên ở trên là xã chưa có số liệu: chưa có văn bản nào của xã được đưa lên đây. Bà con có thể "
        "hỏi Ủy ban nhân dân xã báo cáo chuyển đổi số mới nhất."
    )
    units = view.dataset.catalogue.units.values()
    totals = grouped((unit for unit in units if unit.province), lambda unit: unit.province)
    published = grouped(view.dataset.communes, lambda commune: commune.province.code if commune.province else "")
    rows = []
    for province in sorted((u for u in units if not u.province), key=lambda u: sort_key(own_name(u.name))):
        own = published.get(province.code, [])
        there = Link(province.name, view.link(LISTING, f"{province_slug(province)}/")) if own else None
        count = f"{show_number(with_data(view, own))} trong số {show_number(len(totals.get(province.code, [])))}"
        rows.append((Cell(province.name, "", "", there, province_anchor(province)), Cell(count, "number")))
    yield Grid("Mỗi tỉnh đã có bao nhiêu nơi", ("Tỉnh, thành phố", "Số xã, phường, đặc khu có số liệu"), tuple(rows))
