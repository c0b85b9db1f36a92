"""Where a page stands: addresses, the way to it, its neighbours, what every page of a commune says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.commune.held_back import HeldBack
from generator.language.vietnamese import distinct_slug, lowered, show_date
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.pieces.blocks import Block, Notice, Page, Section
from generator.pieces.row_blocks import Link
from generator.pieces.view import View

SOURCES = "nguon-so-lieu"
NOTICE = "niem-yet/"
"""Below the page of a subject: its sheet for the notice board."""
ON_TIME = "dung-han"
"""Below the list of documents: whether what was due came in time."""
LOUD = "loa"
LAW = "theo-luat"
"""The page of what laws ask."""
QUALITY = "chat-luong-so-lieu/"
"""The page of data quality: of the whole site at its root, of a commune below it."""
CORRECTIONS = "dinh-chinh/"
"""The page of corrections: of the whole site at its root, of a commune below it."""
TARGETS = "muc-tieu-nhiem-vu"
"""The subject whose page shows all targets."""
HELD = "giu-so-lieu-cu"
"""Where the page of data quality names the communes held back."""
HOME = "Trang chủ"
_MOST_FAULTS = 3
"""Sorts of fault that a reader is told of one by one."""


def subject_path(commune: Commune, subject: str) -> str:
    """Site address of a page below the commune."""
    return f"{commune.address}{subject}/"


def subject_of(view: View, figure: Figure) -> str:
    """The subject whose page shows the figure: all targets stand together, the rest by indicator."""
    return TARGETS if figure.kind is Kind.TARGET else view.indicator(figure.topic.indicator).subject


def figure_page(view: View, commune: Commune, figure: Figure) -> str:
    """The page on which a figure stands: that of its indicator below the subject where it has one."""
    page = subject_path(commune, subject_of(view, figure))
    own = figure.kind is not Kind.TARGET and figure.topic.indicator in view.long_told(commune)
    return f"{page}{figure.topic.indicator}/" if own else page


def crumbs(view: View, commune: Commune, here: str) -> tuple[Link, ...]:
    """The way from the home page down to the commune."""
    province = commune.province.name if commune.province else "Chưa xác định tỉnh"
    steps = [(HOME, ""), (province, f"{commune.province_slug}/")]
    if here != commune.address:
        steps.append((commune.name, commune.address))
    return tuple(Link(text, view.link(here, path)) for text, path in steps)


def siblings(view: View, commune: Commune, here: str) -> tuple[Link, ...]:
    """All pages of the commune, its first under its name; the current one has no address."""
    pages = [(commune.name, commune.address)]
    pages += [(subject.name, subject_path(commune, subject.id)) for subject in view.subjects.values()]
    if view.dataset.catalogue.laws:
        pages.append(("Theo luật", subject_path(commune, LAW)))
    pages.append(("Nguồn số liệu", subject_path(commune, SOURCES)))
    pages.append(("Chất lượng số liệu", f"{commune.address}{QUALITY}"))
    pages.append(("Đính chính", f"{commune.address}{CORRECTIONS}"))
    return tuple(Link(text, "" if path == here else view.link(here, path)) for text, path in pages)


def where(commune: Commune) -> str:
    """The province, for the line above a title."""
    return commune.province.name if commune.province else "Chưa xác định thuộc tỉnh nào"


def nothing_yet(commune: Commune) -> Notice:
    """That nothing has been told for a commune, on each of its pages."""
    text = (
        "Chưa có văn bản nào được đưa lên đây, nên trang này chưa trả lời được câu hỏi nào của bà con. "
        "Chưa có số liệu không có nghĩa là bằng không."
    )
    return Notice(f"Chưa có số liệu của {lowered(commune.name)}", text, "missing")


def kept_back(view: View, commune: Commune) -> Iterator[Block]:
    """That a commune's newest data had faults, so that an older version is shown."""
    if held := view.held.get(commune.code):
        text = f"Số liệu mới nhất có lỗi nên chưa được đăng. {why_held(held)}"
        yield Notice(f"Đang giữ bản ngày {show_date(held.day)}", text, "missing")


def page_below(
    view: View, commune: Commune, here: str, *, title: str, description: str, opening: Iterable[Block],
    sections: Iterable[Section], steps: Sequence[Link] = (),
) -> Page:  # fmt: skip
    """A page below the first of a commune, with what stands on each of them; `steps` lead on from the commune to it."""
    return Page(
        path=here,
        title=title,
        kicker=f"{commune.name}, {lowered(where(commune))}",
        description=description,
        crumbs=(*crumbs(view, commune, here), *steps),
        siblings=siblings(view, commune, here),
        opening=(*kept_back(view, commune), *opening),
        sections=tuple(sections),
    )


def why_held(held: HeldBack) -> str:
    """What sort of fault holds a commune back, and who was told."""
    named, more = held.faults[:_MOST_FAULTS], len(held.faults) - _MOST_FAULTS
    also = f" và {more} loại lỗi khác" if more > 0 else ""
    faults = "; ".join(named) + also
    return f"{faults[:1].upper()}{faults[1:]}. Đã báo cho {held.told}."


def anchor(figure_id: str) -> str:
    """An id fit for HTML and addresses made of a figure's id, in which words of a document may stand."""
    plain = re.fullmatch(r"[a-z0-9._-]+", figure_id)
    return f"s-{re.sub('[._]', '-', figure_id) if plain else distinct_slug(figure_id)}"
