"""A .docx to paragraphs and tables in the order of the text, with footnotes, headers and what tables nest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from docx import Document
from docx.oxml import parse_xml
from docx.table import Table

from generator.drafting.lines import joined
from generator.drafting.passages import is_number
from generator.drafting.report import Block, Grid, Paragraph
from generator.drafting.word_archive import SAVE_AS, look_at
from generator.drafting.word_numbers import Numbering, numbering_of
from generator.forms.archive import NotAForm
from generator.language.vietnamese import clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset(
    {f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
"""What was struck out, and what Word keeps twice for old programs."""
_BREAKS = frozenset({f"{_W}tab", f"{_W}br", f"{_W}cr"})
MOST_CELLS = 200_000


class _Style(NamedTuple):
    """What a style says of its paragraphs: its name, their place in a list."""

    name: str
    listed: Any = None


_PLAIN = _Style("")


def read_word(path: Path) -> list[Block]:
    """The blocks of a Word file. Raises `NotAForm` with a reason and a remedy."""
    look_at(path)
    try:
        document = Document(str(path))
        blocks = list(joined(_blocks(document)))
    except (MemoryError, OSError, NotAForm):
        raise
    except Exception as fault:  # a damaged file can fail anywhere in the library
        raise NotAForm(f"Không mở được tệp: nội dung bên trong bị hỏng ({type(fault).__name__}).", SAVE_AS) from None
    return blocks


def _blocks(document: Any) -> Iterator[Block]:
    numbering = numbering_of(_part_of(document, "numbering"))
    styles = {one.style_id: _Style(str(one.name or ""), _listed(one)) for one in document.styles}
    yield from _inside(document.element.body, document, numbering, styles, "")
    for section in document.sections:
        for part, words in ((section.header, "Đầu trang"), (section.footer, "Chân trang")):
            if not part.is_linked_to_previous:
                yield from _inside(part._element, document, numbering, styles, words)
    notes = _part_of(document, "footnotes")
    for note in notes.iter(f"{_W}footnote") if notes is not None else ():
        text = clean(" ".join(text_of(paragraph) for paragraph in note.iter(f"{_W}p")))
        if text and note.get(f"{_W}type") is None:
            yield Paragraph(text, aside=f"Chú thích {note.get(f'{_W}id')}")


def _listed(style: Any) -> Any:
    """The place in a list that a style gives, or one that it is based on."""
    while style is not None:
        properties = style.element.find(f"{_W}pPr")
        found = properties.find(f"{_W}numPr") if properties is not None else None
        if found is not None:
            return found
        style = getattr(style, "base_style", None)
    return None


def _part_of(document: Any, name: str) -> Any:
    """The root of a part that the text refers to, None where there is none."""
    for link in document.part.rels.values():
        if link.reltype.endswith(f"/{name}") and not link.is_external:
            return parse_xml(link.target_part.blob)
    return None


def _inside(
    element: Any, document: Any, numbering: Numbering, styles: dict[str, _Style], aside: str
) -> Iterator[Block]:
    for child in element:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, numbering, styles, aside)
            for box in child.iter(f"{_W}txbxContent"):
                if not _in_fallback(box):
                    yield from _inside(box, document, numbering, styles, aside)
        elif child.tag == f"{_W}tbl":
            yield _grid(child, document, aside)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag", f"{_W}customXml"):
            yield from _inside(child, document, numbering, styles, aside)


def _paragraph(element: Any, numbering: Numbering, styles: dict[str, _Style], aside: str) -> Iterator[Paragraph]:
    """The lines of a paragraph: people break lines where they mean paragraphs."""
    properties = element.find(f"{_W}pPr")
    named = properties.find(f"{_W}pStyle") if properties is not None else None
    style = styles.get(named.get(f"{_W}val", ""), _PLAIN) if named is not None else _PLAIN
    own = properties.find(f"{_W}numPr") if properties is not None else None
    text = text_of(element)
    if text.strip():
        mark = numbering.mark(own if own is not None else style.listed)
        for number, line in enumerate(one for one in text.split("\n") if one.strip()):
            words = clean(f"{'' if number else mark}{line}")
            yield Paragraph(words, heading=style.name.lower().startswith(("heading", "title")), aside=aside)


def text_of(element: Any) -> str:
    """The words of a paragraph as they stand: with insertions, links and fields, without what was struck out."""
    made: list[str] = []
    _collect(element, made)
    return "".join(made)


def _collect(element: Any, made: list[str]) -> None:
    for child in element:
        if child.tag in _SKIPPED or child.tag == f"{_W}txbxContent":
            continue
        if child.tag == f"{_W}t":
            made.append(child.text or "")
        elif child.tag in _BREAKS:
            made.append("\n" if child.tag != f"{_W}tab" and child.get(f"{_W}type") != "page" else " ")
        elif child.tag == f"{_W}noBreakHyphen":
            made.append("-")
        elif isinstance(child.tag, str) and child.tag != f"{_W}pPr":
            _collect(child, made)


def _in_fallback(element: Any) -> bool:
    return any(one.tag in _SKIPPED for one in element.iterancestors())


def _grid(element: Any, document: Any, aside: str) -> Grid:
    """A table: words of merged cells in each place that they cover, a number in its first place alone."""
    rows: list[tuple[str, ...]] = []
    seen: set[Any] = set()
    cells = 0
    for row in Table(element, document).rows:
        made: list[str] = []
        for cell in row.cells:
            text = clean(" ".join(text_of(one).replace("\n", " ") for one in cell._tc.iter(f"{_W}p")))
            made.append("" if cell._tc in seen and is_number(text) else text)
            seen.add(cell._tc)
        cells += len(made)
        if cells > MOST_CELLS:
            raise NotAForm("Một bảng trong tệp có quá nhiều ô nên không đọc.", "Tách bảng ấy ra tệp khác rồi chạy lại.")
        rows.append(tuple([""] * row.grid_cols_before + made))
    width = max(map(len, rows), default=0)
    return Grid(tuple(row + ("",) * (width - len(row)) for row in rows), aside)
