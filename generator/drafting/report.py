"""What a report is once it is read: paragraphs and tables in the order of the text."""

from __future__ import annotations

from typing import NamedTuple


class Paragraph(NamedTuple):
    """A paragraph without line breaks. `aside` says where it stands beside the text (`Chú thích`, `Đầu trang`), ''
    in the text itself; `heading` that its style is one of headings.
    """

    text: str
    heading: bool = False
    aside: str = ""


class Grid(NamedTuple):
    """A table: rows of cells of equal length; what a merged cell says stands in each place that it covers."""

    rows: tuple[tuple[str, ...], ...]
    aside: str = ""


Block = Paragraph | Grid
