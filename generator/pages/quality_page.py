"""The page of data quality: every difference, every gap, every rule."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparing.differences import IN_WORDS
from generator.comparing.evidence import ended
from generator.language.quantities import show_number
from generator.language.vietnamese import kind_of, show_date
from generator.model.commune import Commune
from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.pages.addresses import HELD, QUALITY, home_crumb, in_order, why_held
from generator.pages.blocks import Block, Cell, Grid, Link, Page, Prose, Section
from generator.pages.doubts import notes_of, odd_things, of_catalogues
from generator.pages.view import NO_DAY, View, source_link, with_value


def quality(view: View) -> Page:
    """Every difference and every gap."""
    here = QUALITY
    text = (
        "Máy đặt cạnh nhau những chỗ chưa khớp, hoặc cần đọc cả hai mới hiểu, theo các quy tắc chung ở cuối trang. "
        "Trang giữ nguyên số của văn bản và không kết luận bên nào đúng. Nơi đưa lên nhiều số liệu thì có nhiều chỗ "
        "để so; số chỗ không nói nơi ấy làm tốt hay kém."
    )
    if any(notes_of(view, commune) for commune in view.dataset.communes):
        text += " Dòng mà máy thấy lạ, chưa có người xác nhận, vẫn được đăng và được nêu dưới tên từng xã."
    sections = [*_held(view, here)]
    for commune in in_order(view.dataset.communes):
        own = [d for d in view.differences if d.commune == commune.code]
        blocks: list[Block] = [] if view.is_empty(commune) else [Prose(_compared(view, commune, len(own)))]
        blocks += [block for d in own for block in _side_by_side(view, here, commune, IN_WORDS[d.rule][0], d)]
        blocks += [block for d in view.readings if d.commune == commune.code
                   for block in _side_by_side(view, here, commune, TWO_WAYS, d)]  # fmt: skip
        blocks += odd_things(view, here, commune)
        blocks.append(Prose("", "", Link("Chỉ tiêu còn trống của xã", view.link(here, commune.address, "con-thieu"))))
        count = ": chưa có số liệu" if view.is_empty(commune) else ""
        sections.append(Section(f"{commune.name}{count}", f"xa-{commune.code}", tuple(blocks)))
    sections += [*of_catalogues(view.warnings), _rules()]
    return Page(
        path=here,
        title="Chất lượng số liệu",
        description="Những chỗ số liệu của văn bản chưa khớp nhau hoặc cần đọc cả hai, đặt cạnh nhau.",
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


TWO_WAYS = "Hai cách tính (không đếm là chỗ chưa khớp)"
"""What a reading is called: two ways of counting, both true."""


def _compared(view: View, commune: Commune, many: int) -> str:
    """How many places there are, beside how much was there to compare: who reports more has more of both."""
    read = sum(figure.loai != "tinh_lai" for figure in with_value(view.of(commune)))
    return f"{show_number(many)} chỗ cần đọc kỹ; trang đã chép {show_number(read)} số liệu của {kind_of(commune.name)}."


def _side_by_side(view: View, here: str, commune: Commune, name: str, difference: Difference) -> Iterator[Block]:
    rows, known = [], {one.ma_so: one for one in view.of(commune)}
    for (label, shown, source, place, date), figure in zip(
        difference.sides, difference.figures or [""] * len(difference.sides), strict=True
    ):
        link = source_link(view, commune, here, source) if source else None
        recomputed = ".tinh_lai." in figure
        rows.append((
            Cell(label, "", "tự tính từ số đếm" if recomputed else place.split(" | ")[0]),
            Cell(shown, _style(shown)),
            Cell(_when(known.get(figure)) or show_date(date) or NO_DAY, "", "", link),
        ))  # fmt: skip
    caption = f"{name}. {difference.sentence}"
    yield Grid(caption, ("Số liệu", "Giá trị", "Ngày, nguồn"), tuple(rows))
    if difference.more:
        yield Prose(difference.more, "small")


def _when(figure: Figure | None) -> str:
    """Up to when a side tells, as its document says it: a stage or a year by its name."""
    if figure is None:
        return ""
    return figure.ky_in if figure.loai == "muc_tieu" else ended(figure).removeprefix("đến ")


def _style(shown: str) -> str:
    """Numbers stand in a column, words run on."""
    return "missing" if shown == "để trống" else "" if shown.startswith("“") or len(shown) > _NUMBER else "number"


_NUMBER = 30
"""Letters of the longest value that stands as a number."""


def _rules() -> Section:
    rows = tuple((Cell(name, "", "", None, rule), Cell(words)) for rule, (name, words) in IN_WORDS.items())
    return Section("Các quy tắc", "quy-tac", (Grid("Các quy tắc", ("Quy tắc", "Nghĩa là"), rows),))
