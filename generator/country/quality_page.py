"""The page of data quality of the whole site: how much there is where, and every rule."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparing.differences import IN_WORDS
from generator.country import frame
from generator.country.country import Country, home_crumb, in_order
from generator.country.published_tables import DIFFERENCES
from generator.language.numbers import show_number
from generator.language.vietnamese import show_date
from generator.model.grouping import grouped
from generator.pages.doubts import of_catalogues
from generator.pieces.addresses import HELD, QUALITY, where, why_held
from generator.pieces.blocks import Grid, Page, Prose, Section
from generator.pieces.row_blocks import Cell, Link


def quality(country: Country) -> Page:
    """How many places are to be read twice, by province; what was held back; every rule."""
    here = QUALITY
    text = (
        "Máy đặt cạnh nhau những chỗ chưa khớp, hoặc cần đọc cả hai mới hiểu, theo các quy tắc chung ở cuối trang. "
        "Trang giữ nguyên số của văn bản và không kết luận bên nào đúng. Nơi đưa lên nhiều số liệu thì có nhiều chỗ "
        "để so; số chỗ không nói nơi ấy làm tốt hay kém."
    )
    if any(one.notes for one in country.communes):
        text += " Dòng mà máy thấy lạ, chưa có người xác nhận, vẫn được đăng và được nêu trên trang của từng xã."
    return Page(
        path=here,
        title="Chất lượng số liệu",
        description="Những chỗ số liệu của văn bản chưa khớp nhau hoặc cần đọc cả hai, đặt cạnh nhau.",
        crumbs=home_crumb(country, here),
        opening=(
            Prose(text, "lead"),
            Prose("", "", Link("Tải danh sách này (CSV)", country.file_link(here, DIFFERENCES.file))),
        ),
        sections=(*_held(country, here), *_places(country, here), *of_catalogues(country.warnings), _rules()),
    )


_NAMED = 60
"""Communes that have a line each; where there are more, provinces have."""


def _places(country: Country, here: str) -> Iterator[Section]:
    """How much there is to read twice, a line a commune; of many communes a line a province."""
    differing, copied = frame.differing(country.frames), frame.copied(country.frames)
    told = [one for one in in_order(country.communes) if not one.is_empty]
    rows = []
    if len(told) <= _NAMED:
        for one in told:
            code, name = one.commune.code, one.commune.name
            link = Link(name, country.link(here, f"{one.commune.address}{QUALITY}"))
            rows.append(_counts(Cell(name, "", where(one.commune), link), differing.get(code, 0), copied.get(code, 0)))
    else:
        for slug, own in grouped(told, lambda one: one.commune.province_slug).items():
            name, codes = where(own[0].commune), [one.commune.code for one in own]
            link = Link(name, country.link(here, f"{slug}/"))
            sums = (sum(counts.get(code, 0) for code in codes) for counts in (differing, copied))
            rows.append(_counts(Cell(name, "", f"{len(own)} nơi", link), *sums))
    if rows:
        head = ("Nơi", "Chỗ cần đọc kỹ", "Số liệu đã chép")
        yield Section("Ở từng nơi", "tung-noi", (Grid("Chỗ cần đọc kỹ, theo nơi", head, tuple(rows)),))


def _counts(name: Cell, *counts: int) -> tuple[Cell, ...]:
    return name, *(Cell(show_number(count), "number") for count in counts)


def _held(country: Country, here: str) -> Iterator[Section]:
    """Communes that are not shown at their newest, and why."""
    communes = {one.commune.code: one.commune for one in country.communes}
    rows = []
    for held in country.held:
        commune = communes.get(held.code)
        link = Link(held.name, country.link(here, commune.address)) if commune else None
        shown = f"bản ngày {show_date(held.day)}" if held.day else "chưa có bản nào đăng được"
        rows.append((Cell(held.name, "", "", link), Cell(shown), Cell(why_held(held))))
    if rows:
        text = "Số liệu mới nhất của các nơi sau có lỗi nên chưa được đăng."
        grid = Grid("Chưa đăng được số liệu mới", ("Xã", "Đang đăng", "Lỗi gì, đã báo ai"), tuple(rows))
        yield Section("Chưa đăng được số liệu mới", HELD, (Prose(text), grid))


def _rules() -> Section:
    rows = tuple((Cell(name, "", "", None, rule), Cell(words)) for rule, (name, words) in IN_WORDS.items())
    return Section("Các quy tắc", "quy-tac", (Grid("Các quy tắc", ("Quy tắc", "Nghĩa là"), rows),))
