"""Lines of a plain text to paragraphs and tables: what lines, pages and footnotes cut is put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.drafting.report import Block, Grid, Paragraph
from generator.language.vietnamese import clean

_DRESS = re.compile(r"\*{1,4}|</?b>|^#{1,6}\s+|^\\(?=[*#-])", re.MULTILINE)
"""Marks of bold type and headings that a text keeps of another format."""
_SIGNS = ((r"$\geq ", "≥ "), (r"$\leq ", "≤ "), (r"\geq", "≥"), (r"\leq", "≤"), (r"\%", "%"), ("$", ""))
_BEGINS = re.compile(
    r"\s*(?:[-+•*–]\s|[IVX]{1,5}[.)]\s|[A-Z][.)]\s|[a-zđ]\)\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|PHỤ LỤC|Phụ lục \w+|"
    r"(?:PHẦN|Phần) )"
)
"""How a paragraph begins that is an item, a heading or an appendix."""
_FOOTNOTE = re.compile(r"\s*[¹²³⁴⁵⁶⁷⁸⁹]")
_PAGE = re.compile(r"\s*(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?\s*")
SHORT = 0.6
"""Share of the longest line below which a line is the last of its paragraph, if no small letter follows."""
_ENDS = (".", ":", ";", "!", "?", "…", "”", ")")


def blocks_of(text: str, *, wrapped: bool = False) -> list[Block]:
    """Paragraphs, which blank lines part, and tables, whose cells tabs part. In a `wrapped` text no blank line parts
    paragraphs: a line goes on where the one before has not ended.
    """
    for sign, meant in _SIGNS:
        text = text.replace(sign, meant)
    pieces: list[Block] = []
    lines = text.splitlines()
    width = max(map(len, lines), default=0) if wrapped else 0
    for group in _groups(lines, width):
        if "\t" in group[0]:
            pieces.append(_grid(group))
        elif text := clean(_DRESS.sub("", " ".join(group))):
            pieces.append(Paragraph(text, aside="Chú thích" if _FOOTNOTE.match(text) else ""))
    return list(joined(pieces))


def _groups(lines: Iterable[str], width: int) -> Iterator[list[str]]:
    """The lines of each paragraph and table; `width` is that of the longest line of a wrapped text, else 0."""
    group: list[str] = []
    blank = False
    for line in lines:
        bare = _DRESS.sub("", line)
        if not line.strip() or (width and _PAGE.fullmatch(line)):
            blank = True
            continue
        table = "\t" in line
        same_table = bool(group) and table and "\t" in group[0] and group[0].count("\t") == line.count("\t")
        starts = bool(_BEGINS.match(bare)) or (_over(group, bare, width, blank=blank) if width else blank)
        if group and not same_table and (table or "\t" in group[0] or starts):
            yield group
            group = []
        group.append(line)
        blank = False
    if group:
        yield group


def _over(group: list[str], line: str, width: int, *, blank: bool) -> bool:
    """Whether in a wrapped text a paragraph is over before a line: a heading in capitals or on a short line, a sentence
    that ended, a footnote before the page's end.
    """
    before = group[-1].rstrip() if group else ""
    if _FOOTNOTE.match(line) or (blank and group and _FOOTNOTE.match(group[0])):
        return True
    if line.lstrip()[:1].islower():
        return False
    short = len(before) < SHORT * width or before.isupper() != line.isupper()
    return short or before.endswith(_ENDS[:-2])


def _grid(lines: list[str]) -> Grid:
    rows = [[clean(_DRESS.sub("", cell)) for cell in line.split("\t")] for line in lines]
    width = max(map(len, rows))
    return Grid(tuple(tuple(row + [""] * (width - len(row))) for row in rows))


def joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with a sentence that a page break or a footnote cuts put together again: it has no end, and what
    follows begins with a small letter and is no item.
    """
    made: list[Block] = []
    last: int | None = None
    for block in blocks:
        open_ = made[last] if last is not None else None
        if isinstance(block, Grid):
            last = None
        elif isinstance(open_, Paragraph) and not block.aside and _goes_on(open_, block):
            made[last or 0] = open_._replace(text=f"{open_.text} {block.text}")
            continue
        elif not block.aside:
            last = len(made)
        made.append(block)
    return iter(made)


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    ended = before.text.endswith(_ENDS) or before.heading or after.heading
    return not ended and after.text[:1].islower() and not _BEGINS.match(after.text)
