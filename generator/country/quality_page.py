"""The page of data quality: every difference, every gap, every rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.comparing.differences import IN_WORDS
from generator.country import open_data
from generator.country.country import Country, home_crumb, in_order
from generator.language.vietnamese import show_date
from generator.pages.doubts import of_catalogues
from generator.pieces.addresses import HELD, QUALITY, why_held
from generator.pieces.blocks import Cell, Grid, Link, Page, Prose, Section


def quality(country: Country, section_of: Callable[[str], Section]) -> Page:
    """Every difference and every gap; `section_of` gives what a commune says of itself, by its code."""
    here = QUALITY
    text = (
        "Máy đặt cạnh nhau những chỗ chưa khớp, hoặc cần đọc cả hai mới hiểu, theo các quy tắc chung ở cuối trang. "
        "Trang giữ nguyên số của văn bản và không kết luận bên nào đúng. Nơi đưa lên nhiều số liệu thì có nhiều chỗ "
        "để so; số chỗ không nói nơi ấy làm tốt hay kém."
    )
    if any(one.notes for one in country.communes):
        text += " Dòng mà máy thấy lạ, chưa có người xác nhận, vẫn được đăng và được nêu dưới tên từng xã."
    sections = [*_held(country, here), *(section_of(one.commune.code) for one in in_order(country.communes))]
    sections += [*of_catalogues(country.warnings), _rules()]
    return Page(
        path=here,
        title="Chất lượng số liệu",
        description="Những chỗ số liệu của văn bản chưa khớp nhau hoặc cần đọc cả hai, đặt cạnh nhau.",
        crumbs=home_crumb(country, here),
        opening=(
            Prose(text, "lead"),
            Prose("", "", Link("Tải danh sách này (CSV)", country.file_link(here, open_data.DIFFERENCES))),
        ),
        sections=tuple(sections),
    )


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
