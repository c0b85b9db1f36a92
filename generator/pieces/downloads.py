"""Where a commune's figures can be taken away, and what is said of it."""

from __future__ import annotations

from generator.language.vietnamese import kind_of, lowered
from generator.model.commune import Commune
from generator.model.figure import Kind
from generator.pieces.addresses import EMBEDS, where
from generator.pieces.blocks import Items, Prose, Section
from generator.pieces.linked_data import Offer
from generator.pieces.picking import with_value
from generator.pieces.row_blocks import Link
from generator.pieces.view import View

FOLDER = "du-lieu/"
"""Where what can be taken away stands, on the site and below each commune."""
WORKBOOK, TABLE, JSON = (f"{FOLDER}so-lieu.{kind}" for kind in ("xlsx", "csv", "json"))
"""A commune's figures for Excel, for programs, and in short for other sites; below its address."""
OWN = "tai-ve"
"""Where a commune's list of documents offers them."""


def own_files(view: View, commune: Commune, here: str) -> Section:
    """The forms in which a commune's figures can be had."""
    kind = kind_of(commune.name)
    offered = (
        (WORKBOOK, "Sổ Excel", f"Mọi con số, văn bản, nhiệm vụ, kiến nghị của {kind}, có tờ giải thích từng cột."),
        (TABLE, "Bảng CSV", "Mọi con số kèm văn bản và vị trí, cho phần mềm thống kê."),
        (JSON, "Tệp JSON", "Bản gọn, mỗi chỉ tiêu một chuỗi số, cho trang web và phần mềm khác."),
    )
    lines = tuple(
        Prose(text, "", Link(name, view.file_link(here, f"{commune.address}{file}"))) for file, name, text in offered
    )
    words = "Ba câu trả lời, một con số, một hình: đoạn mã để chép."
    embeds = Prose(words, "", Link("Đặt vào trang khác", view.link(here, f"{commune.address}{EMBEDS}")))
    return Section("Tải về", OWN, (Items((*lines, embeds), "links"),))


def offer(view: View, commune: Commune) -> Offer:
    """The same for programs."""
    measured = [f.period for f in with_value(view.of(commune)) if f.kind is not Kind.TARGET]
    days = sorted(day for period in measured for day in (period.start, period.end) if day)
    place = f"{commune.name}, {lowered(where(commune))}"
    return Offer(
        f"Số liệu công khai của {place}",
        f"Số liệu chuyển đổi số của {place}, chép từ văn bản của {kind_of(commune.name)}, kèm văn bản nguồn và vị trí.",
        [f"{commune.address}{file}" for file in (TABLE, WORKBOOK, JSON)],
        place,
        days[0] if days else None,
        days[-1] if days else None,
    )
