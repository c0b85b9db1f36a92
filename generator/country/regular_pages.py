"""How regularly the communes of a province tell: months across, the newest day, what is left blank. Three orders, made
beforehand: by name, by the newest day, by how many months are there. Never by what a value says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from generator.country.communes_listed import newest_of
from generator.country.country import Country, home_crumb
from generator.country.months_told import Regular, due_month, regular
from generator.country.placing import brief_entry
from generator.country.question_pages import LISTED, spans, turning
from generator.country.summary import Summary
from generator.language.vietnamese import show_date
from generator.model.period import Period
from generator.pieces.blocks import Block, Items, Page, Prose, Section
from generator.pieces.drawn_tables import Entries, Entry
from generator.pieces.moments import called
from generator.pieces.row_blocks import Link, State

FOLDER = "day-du/"
"""Below a province: how regularly its communes tell."""
AT_ONCE = 12
"""Communes whose rows stand on the page of the province itself."""
_THERE, _NOT = "●", "·"
_KEY = (
    f"{_THERE}: có số kết thúc trong tháng ấy; {_NOT}: trang chưa có, có thể chưa tới kỳ hoặc xã công khai ở nơi khác."
)


class Order(NamedTuple):
    """An order of communes: the folder of its page, its name, what comes first (of equals the name decides)."""

    folder: str
    name: str
    key: Callable[[Regular], object]


ORDERS = (
    Order("", "theo tên", lambda _: 0),
    Order("so-moi/", "số mới nhất trước", lambda own: -(own.newest.toordinal() if own.newest else 0)),
    Order("du-thang/", "nhiều tháng có số trước", lambda own: -own.months),
)
"""All orders that there are: none knows a value."""


def regularly(country: Country, slug: str, communes: Sequence[Summary]) -> Iterator[Section]:
    """The part of a province's page: rows of few communes, of more how many tell of each month; then other orders."""
    here = f"{slug}/"
    months, own = _months(country, communes)
    if not months:
        return
    blocks: tuple[Block, ...]
    if len(communes) <= AT_ONCE:
        blocks = (_rows(country, here, months, own, communes, ORDERS[0]),)
    else:
        counts = [sum(one.there[at] for one in own.values()) for at in range(len(months))]
        said = "; ".join(f"{called(month)}: {count}" for month, count in zip(months, counts, strict=True))
        blocks = (Prose(f"Số nơi có số kết thúc trong tháng, trong {len(communes)} nơi: {said}."),)
    yield Section("Số liệu có đều không", "deu-dan", (*blocks, _orders(country, here, slug)))


def regular_pages(country: Country) -> Iterator[Page]:
    """The pages of every province that tells anything, in each order."""
    for slug, communes in sorted(country.by_province.items()):
        if communes[0].commune.province:
            months, own = _months(country, communes)
            for order in ORDERS if months else ():
                yield from _pages(country, slug, months, own, communes, order)


def _months(country: Country, communes: Sequence[Summary]) -> tuple[list[Period], dict[str, Regular]]:
    """The last months of some communes, up to the one that is due on the day of the site."""
    due = due_month(country.catalogue.duties, country.date)
    return regular(country.frames, [one.commune.code for one in communes], country.date, due)


def _pages(
    country: Country, slug: str, months: Sequence[Period], own: dict[str, Regular], communes: Sequence[Summary],
    order: Order,
) -> Iterator[Page]:  # fmt: skip
    province, first = communes[0].commune.province, f"{slug}/{FOLDER}{order.folder}"
    assert province
    ordered = sorted(communes, key=lambda one: order.key(own[one.commune.code]))  # type: ignore[arg-type, return-value]
    pages = [ordered[at : at + LISTED] for at in range(0, len(ordered), LISTED)]
    by_name = spans(country, [[one.commune.code for one in some] for some in pages])
    held = [""] * len(pages) if order.folder else by_name
    for number, some in enumerate(pages, 1):
        here = first if number == 1 else f"{first}{number}/"
        rows = _rows(country, here, months, own, some, order)
        title = f"Số liệu có đều không: {order.name}" + (f", trang {number}" if number > 1 else "")
        yield Page(
            path=here,
            title=title,
            kicker=province.name,
            description=f"{province.name}: tháng nào nơi nào có số, {order.name}.",
            crumbs=(*home_crumb(country, here), Link(province.name, country.link(here, f"{slug}/"))),
            opening=(_orders(country, here, slug),),
            sections=(Section("Từng nơi", "tung-noi", (rows, *turning(country, here, first, held))),),
        )


def _orders(country: Country, here: str, slug: str) -> Items:
    links = ((order.name, f"{slug}/{FOLDER}{order.folder}") for order in ORDERS)
    return Items(
        tuple(Prose("", "", Link(f"Bảng {name}", country.link(here, there))) for name, there in links), "letters"
    )


def _rows(
    country: Country, here: str, months: Sequence[Period], own: dict[str, Regular], communes: Sequence[Summary],
    order: Order,
) -> Entries:  # fmt: skip
    first = next(iter(country.catalogue.headlines), None)
    late = newest_of(country, first.id) if first else {}
    made = []
    for one in communes:
        code, there = one.commune.code, own[one.commune.code]
        missing = [called(month) for month, told in zip(months, there.there, strict=True) if not told]
        said = f"Có số của {there.months} trong {len(months)} tháng" + (
            f"; chưa có: {', '.join(missing)}" if missing else ""
        )
        newest = f"đến {show_date(there.newest)}" if there.newest else "chưa có số nào"
        day = newest + (f"; {one.blanks} chỉ tiêu văn bản để trống" if one.blanks else "")
        told = late.get(code)
        made.append(Entry(
            Link(one.commune.name, country.link(here, one.commune.address)), f"{there.months}/{len(months)} tháng", day,
            months="".join(_THERE if told_of else _NOT for told_of in there.there), months_said=said,
            state=State(told["mark"], told["standing"]) if told and told["standing"] else None,
            notes=(brief_entry(first, told), *filter(None, (told["change"],))) if first and told else (),
        ))  # fmt: skip
    span = f"{called(months[0])} đến {called(months[-1])}"
    return Entries(f"Xếp {order.name}. Từ {span}. {_KEY}", tuple(made))
