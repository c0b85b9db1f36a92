"""What the page of downloads says of editions: where they are told, and how a file is checked."""

from __future__ import annotations

from generator.country.country import Country
from generator.model.edition import MANIFEST, PAST
from generator.pieces.blocks import Items, Prose, Section
from generator.pieces.downloads import FOLDER
from generator.pieces.row_blocks import Link

CHECKING = f"{FOLDER}kiem-tra/"
"""The page, written by hand, that says how a downloaded file is checked."""


def section(country: Country) -> Section:
    """The present edition, those before it, how a file is checked."""
    lines = (
        (MANIFEST, country.file_link(FOLDER, MANIFEST), "Bản đang xem: ngày, số thứ tự, mã SHA-256 của từng tệp."),
        (PAST.removeprefix(FOLDER), country.file_link(FOLDER, PAST), "Các bản trước bản này."),
        ("Kiểm tra tệp đã tải", country.link(FOLDER, CHECKING), "Tệp trong tay có đúng là tệp đã phát hành không."),
    )
    rows = tuple(Prose(text, "", Link(name, href)) for name, href, text in lines)
    return Section("Bản phát hành", "ban-phat-hanh", (Items(rows, "links"),))
