"""The page of data quality: every difference, every gap, every rule."""

from __future__ import annotations

from collections.abc import Iterator

from generator.judging.differences import IN_WORDS
from generator.nouns.model import Commune, Difference
from generator.nouns.vietnamese import show_date
from generator.pages.blocks import Block, Cell, Grid, Link, Page, Prose, Section
from generator.pages.doubts import notes_of, odd_things, of_catalogues
from generator.pages.view import View, source_link
from generator.pages.way import HELD, QUALITY, home_crumb, in_order, why_held


def quality(view: View) -> Page:
    """Every difference and every gap."""
    here = QUALITY
    text = (
        f"Máy so các con số với nhau theo {len(IN_WORDS)} quy tắc chung và tìm thấy {len(view.differences)} chỗ "
        "khác nhau, chưa khớp hoặc bỏ trống. Trang không sửa số của văn bản: hai bên được đặt cạnh nhau, kèm nguồn "
        "và ngày."
    )
    if odd := sum(len(notes_of(view, commune)) for commune in view.dataset.communes):
        text += (
            f" Ngoài ra có {odd} dòng mà máy thấy lạ nhưng chưa có người xác nhận là đúng hay sai; "
            "chúng vẫn được đăng và được nêu dưới tên từng xã."
        )
    sections = [*_held(view, here)]
    for commune in in_order(view.dataset.communes):
        own = [d for d in view.differences if d.commune == commune.code]
        blocks: list[Block] = [block for d in own for block in _difference(view, here, commune, d)]
        blocks += odd_things(view, here, commune)
        blocks.append(Prose("", "", Link("Chỉ tiêu còn trống của xã", view.link(here, commune.address, "con-thieu"))))
        count = "chưa có số liệu" if view.is_empty(commune) else f"{len(own)} chỗ"
        sections.append(Section(f"{commune.name}: {count}", f"xa-{commune.code}", tuple(blocks)))
    sections += [*of_catalogues(view.warnings), _rules()]
    return Page(
        path=here,
        title="Chất lượng số liệu",
        description="Mọi chỗ các con số không khớp nhau và mọi chỗ còn trống.",
        crumbs=home_crumb(view, here),
        opening=(
            Prose(text, "lead"),
            Prose("", "", Link("Tải danh sách này (CSV)", view.file_link(here, "du-lieu/khac-biet.csv"))),
        ),
        sections=tuple(sections),
    )


def _held(view: View, here: str) -> Iterator[Section]:
    """Communes that are not shown at their newest, and why."""
    communes = {commune.code: commune for commune in view.dataset.communes}
    rows = []
    for held in (one for one in view.held.values() if one.name):
        commune = communes.get(held.code)
        link = Link(held.name, view.link(here, commune.address)) if commune else None
        shown = f"bản ngày {show_date(held.day)}" if held.day else "chưa có bản nào đăng được"
        rows.append((Cell(held.name, "", "", link), Cell(shown), Cell(why_held(held))))
    if rows:
        text = "Số liệu mới nhất của các nơi sau có lỗi nên chưa được đăng."
        grid = Grid("Chưa đăng được số liệu mới", ("Xã", "Đang đăng", "Lỗi gì, đã báo ai"), tuple(rows))
        yield Section("Chưa đăng được số liệu mới", HELD, (Prose(text), grid))


def _difference(view: View, here: str, commune: Commune, difference: Difference) -> Iterator[Block]:
    rows = []
    for (name, shown, source, place, date), figure in zip(
        difference.sides, difference.figures or [""] * len(difference.sides), strict=True
    ):
        link = source_link(view, commune, here, source) if source else None
        recomputed = ".tinh_lai." in figure
        rows.append((
            Cell(name, "", "tự tính từ số đếm" if recomputed else place.split(" | ")[0]),
            Cell(shown, "number" if shown != "để trống" else "missing"),
            Cell(show_date(date) or "không nêu ngày", "", "", link),
        ))  # fmt: skip
    caption = f"{IN_WORDS[difference.rule][0]}. {difference.sentence}"
    yield Grid(caption, ("Số liệu", "Giá trị", "Ngày, nguồn"), tuple(rows))
    if difference.more:
        yield Prose(difference.more, "small")


def _rules() -> Section:
    rows = tuple((Cell(name, "", "", None, rule), Cell(words)) for rule, (name, words) in IN_WORDS.items())
    return Section("Các quy tắc", "quy-tac", (Grid("Các quy tắc", ("Quy tắc", "Nghĩa là"), rows),))
