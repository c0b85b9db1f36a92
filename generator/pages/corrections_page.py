"""A commune's page of corrections: every published figure that was put right or withdrawn, in words, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.vietnamese import kind_of, lowered, show_date, stopped
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.pieces.addresses import CORRECTIONS, nothing_yet, page_below
from generator.pieces.blocks import Items, Page, Prose, Section
from generator.pieces.corrected import Corrected, corrected, counted, why
from generator.pieces.feed import FEED
from generator.pieces.row_blocks import Link
from generator.pieces.view import View

_OPEN = 6
"""Figures of one day and reason that stand open; of more all wait behind a line."""
_MOST = 400
"""Figures that the page names; those corrected before them are in the table of the history."""


def corrections_page(view: View, commune: Commune) -> Page:
    """What was corrected of a commune, each day's changes by their reason."""
    here, made = f"{commune.address}{CORRECTIONS}", corrected(view, commune)
    lead = (
        f"Mỗi lần một số đã đăng của {kind_of(commune.name)} được sửa hay rút, trang kể ở đây: từ gì thành gì, ngày "
        "nào, vì sao."
    )
    return page_below(
        view, commune, here,
        title="Đính chính",
        description=f"Những số đã công khai của {lowered(commune.name)} được sửa hay rút: từ gì thành gì, vì sao.",
        opening=(
            nothing_yet(commune) if view.is_empty(commune) else Prose(lead, "lead"),
            *_known(view, kind_of(commune.name), made), *_to_follow(view, commune, here),
        ),
        sections=tuple(_days(view, here, made[:_MOST])),
    )  # fmt: skip


def _known(view: View, kind: str, made: list[Corrected]) -> Iterator[Prose]:
    """How many there are, since when that is known, and what is not."""
    history = view.history
    since = f" từ {show_date(history.begins)}" if history.begins else ""
    known = f"Đã đính chính {len(made)} số{since}: {counted(made)}."
    count = known if made else f"Chưa có số nào phải đính chính{since}."
    gap = ""
    if history.gap and history.begins:
        gap = f" Lưu ý: {stopped(history.gap)}"
    elif history.gap:
        gap = f" Số liệu ở đây không có lịch sử, nên trang chỉ biết những lần sửa mà {kind} tự ghi."
    yield Prose(f"{count}{gap}")
    if len(made) > _MOST:
        yield Prose(f"Trang kể {_MOST} số gần đây nhất; các số trước đó ở bảng lịch sử tải về được.")


def _to_follow(view: View, commune: Commune, here: str) -> Iterator[Prose]:
    """Where programs fetch what is new, if anything ever was."""
    if view.history.spans:
        link = Link(f"tin của {kind_of(commune.name)} (Atom)", view.file_link(here, f"{commune.address}{FEED}"))
        yield Prose("Theo dõi số mới và đính chính bằng máy đọc tin:", "", link)


def _days(view: View, here: str, made: list[Corrected]) -> Iterator[Section]:
    groups = grouped(made, lambda one: (one.day, one.reason))
    for number, ((day, reason), own) in enumerate(groups.items(), 1):
        reasoned = Prose(why(reason))
        lines = Items(tuple(
            Prose(one.told, "", Link(one.name, view.link(here, one.page, one.code))) for one in own
        ))  # fmt: skip
        title, id = f"Ngày {show_date(day)}: {len(own)} số", f"lan-{number}"
        if len(own) > _OPEN:
            yield Section(title, id, (reasoned,), (lines,), f"Xem {len(own)} số")
        else:
            yield Section(title, id, (reasoned, lines))
