"""The site's page of corrections and its feeds: what is new of all communes, of the communes of a province."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.country import frame_of_news
from generator.country.country import Country, home_crumb, in_order
from generator.language.numbers import show_number
from generator.language.vietnamese import show_date
from generator.model.grouping import grouped
from generator.pieces.addresses import CORRECTIONS, where
from generator.pieces.blocks import Grid, Items, Page, Prose, Section
from generator.pieces.feed import FEED, MOST, feed
from generator.pieces.row_blocks import Cell, Link

_NEWEST = 30
"""Corrections that the page tells; the others are on the pages of their communes."""
_NAMED = 60
"""Communes that have a line each; where there are more, provinces have."""


def corrections_page(country: Country) -> Page:
    """The newest corrections of all communes, and how many there are where."""
    here, newest = CORRECTIONS, frame_of_news.news(country.frames, _NEWEST, corrections=True)
    lead = (
        "Mỗi lần một số đã đăng được sửa hay rút, trang của xã kể lại: từ gì thành gì, ngày nào, vì sao. Sửa nhiều "
        "không có nghĩa là làm kém: nơi đăng nhiều và chịu sửa thì có nhiều dòng ở đây."
    )
    lines = tuple(
        Prose(one.text, "", Link(f"{show_date(one.day)}, {one.title}", country.link(here, one.page))) for one in newest
    )
    nothing = Prose("Chưa có số nào phải đính chính, hoặc nơi dựng trang không có lịch sử của dữ liệu.")
    told = Section("Gần đây nhất", "moi-nhat", (Items(lines),) if lines else (nothing,))
    return Page(
        path=here,
        title="Đính chính",
        description="Những số đã công khai được sửa hay rút của mọi xã: từ gì thành gì, ngày nào, vì sao.",
        crumbs=home_crumb(country, here),
        opening=(Prose(lead, "lead"), *_to_follow(country, here)),
        sections=(told, *_places(country, here)),
    )


def _to_follow(country: Country, here: str) -> Iterator[Prose]:
    if frame_of_news.news(country.frames, 1):
        link = Link("tin của cả trang (Atom)", country.file_link(here, FEED))
        yield Prose("Theo dõi số mới và đính chính bằng máy đọc tin:", "", link)


def _places(country: Country, here: str) -> Iterator[Section]:
    """How many figures were corrected where, a line a commune; of many communes a line a province."""
    counts = frame_of_news.corrected(country.frames)
    told = [one for one in in_order(country.communes) if one.commune.code in counts]
    rows = []
    if len(told) <= _NAMED:
        for one in told:
            name, link = one.commune.name, country.link(here, f"{one.commune.address}{CORRECTIONS}")
            rows.append(_row(name, where(one.commune), link, counts[one.commune.code]))
    else:
        for slug, own in grouped(told, lambda one: one.commune.province_slug).items():
            many = sum(counts[one.commune.code] for one in own)
            rows.append(_row(where(own[0].commune), f"{len(own)} nơi", country.link(here, f"{slug}/"), many))
    if rows:
        grid = Grid("Số đã đính chính, theo nơi", ("Nơi", "Số đã đính chính"), tuple(rows))
        yield Section("Ở từng nơi", "tung-noi", (grid,))


def _row(name: str, small: str, link: str, count: int) -> tuple[Cell, Cell]:
    return Cell(name, "", small, Link(name, link)), Cell(show_number(count), "number")


def feeds(country: Country) -> Mapping[str, str]:
    """The feeds of the whole site and of each province, where anything is new."""
    places = {"": country.operator.site or "Số liệu công khai của xã"}
    places |= {f"{one.commune.province_slug}/": where(one.commune) for one in country.communes}
    made = {
        f"{place}{FEED}": feed(f"{name}: số mới và đính chính", place, country.site_url,
                               frame_of_news.news(country.frames, MOST, below=place))
        for place, name in places.items()
    }  # fmt: skip
    return {address: text for address, text in made.items() if text}
