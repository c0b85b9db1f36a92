"""The sentences and cells of a report in which numbers may stand, each with its place and the words above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.drafting.report import Block, Grid

_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZĐÂÊÔƠƯÁÀẢÃẠ“\"+-])")
_ITEM = re.compile(r"^\s*[-+•*–]+\s*(?:[-+•–]\s*)?")
_APPENDIX = re.compile(r"(?:\d{1,2}\.\s+)?(?:PHỤ LỤC|Phụ lục)\s+(?:số\s+)?([IVX]{1,5}|\d{1,2}|[A-Z])\b[.:]?\s*(.*)")
_PART = re.compile(r"(?:PHẦN|Phần)\s+(?:thứ\s+|THỨ\s+)?(\w+)\b[.:]?\s*(.*)")
_MARKS = (
    (1, re.compile(r"([A-HK-UY-Z])[.)]\s+(.*)")),
    (2, re.compile(r"([IVX]{1,5})[.)]\s+(.*)")),
    (3, re.compile(r"(\d{1,2})[.)]\s+(.*)")),
    (3, re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(.*)")),
    (5, re.compile(r"([a-zđ])\)\s+(.*)")),
)
_LONGEST_TITLE = 220
"""Letters of a section's title; a numbered paragraph that is longer is text."""
_NUMERIC = re.compile(
    r"[\s(]*(?:(?:đạt|từ|trên|dưới|khoảng|hơn|gần|tối thiểu|ít nhất|[≥≤<>~]=?)\s*)*\d[\d.,]*\s*"
    r"(?:[%/–-]\s*[\d.,]*\s*%?)?[\s)]*(?:triệu|tỷ|nghìn)?(?:\s*đồng)?(?:\s*trở lên)?\s*",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"(?:s?tt|số tt|số thứ tự|#)\.?", re.IGNORECASE)
_UNIT = re.compile(r"đơn vị tính|đơn vị đo|đvt", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(\d{1,2}|[A-Z])\)?(?:=[\d()+-]+)?")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a cell of a table: `text` as printed, `place` as a `vi_tri` names it, without quotation.

    `titles` are the titles of its sections, outermost first; `lead` the line with a colon that it is an item of. Of a
    cell, `column` are the headings above it, `row` the words at the beginning of its row, `unit` what the table's
    column of units says, `table` the words before the table. `number` is its order in the report.
    """

    text: str
    place: str
    titles: tuple[str, ...] = ()
    lead: str = ""
    column: tuple[str, ...] = ()
    row: str = ""
    unit: str = ""
    table: str = ""
    number: int = 0

    @property
    def in_cell(self) -> bool:
        """Whether it is the cell of a table that holds a number alone."""
        return bool(self.column or self.row)


def passages(blocks: Sequence[Block]) -> list[Passage]:
    """What may hold numbers, in the order of the report."""
    return [replace(passage, number=number) for number, passage in enumerate(_all(blocks))]


def _all(blocks: Sequence[Block]) -> Iterator[Passage]:
    sections: list[tuple[int, str, str]] = []  # level, mark, title
    lead = before = ""
    for block in blocks:
        if isinstance(block, Grid):
            place, titles = _place(sections), _titles(sections)
            yield from _of_grid(block, block.aside or place, titles, before)
            lead = before = ""
            continue
        text = _ITEM.sub("", block.text, count=1)
        if not block.aside and (opened := _section(text)):
            level, mark, title = opened
            sections = [one for one in sections if one[0] < level and level]
            sections.append((level, mark, title if len(title) <= _LONGEST_TITLE else ""))
            lead = ""
            text = title
        plus = block.text.lstrip().startswith("+")
        if text.endswith(":") and len(text) <= _LONGEST_TITLE:
            lead = f"{lead.split(' / ')[0]} / {text}" if plus and lead else text
        elif not plus and not _ITEM.match(block.text):
            lead = ""
        place = block.aside or _place(sections)
        for sentence in _SENTENCE.split(text):
            yield Passage(sentence.strip(), place, _titles(sections), "" if sentence == lead else lead)
        before = text


def _section(text: str) -> tuple[int, str, str] | None:
    """Level, mark and title of a paragraph that opens a section."""
    if found := _APPENDIX.match(text):
        return (0, f"Phụ lục {found[1]}", found[2]) if len(text) <= _LONGEST_TITLE else None
    if (found := _PART.fullmatch(text)) and len(text) <= _LONGEST_TITLE:
        return 0, f"Phần {found[1]}", found[2]
    for level, pattern in _MARKS:
        if found := pattern.fullmatch(text):
            return (level + found[1].count("."), found[1], found[2]) if level == 3 else (level, found[1], found[2])
    return None


def _place(sections: Sequence[tuple[int, str, str]]) -> str:
    """The place as rows name it: `Phần 1, mục III.1.a`, `Mục II.1.a`, `Phụ lục II`."""
    if not sections:
        return "Phần mở đầu"
    top = sections[0][1] if sections[0][0] == 0 else ""
    marks: list[str] = []
    for _, mark, _title in sections[1:] if top else sections:
        inner = mark.split(".")[0] if marks and "." in mark else ""
        marks = [*(marks[:-1] if inner and marks[-1] == inner else marks), mark]
    words = ".".join(marks)
    if not top:
        return f"Mục {words}"
    return f"{top}, mục {words}" if words else top


def _titles(sections: Sequence[tuple[int, str, str]]) -> tuple[str, ...]:
    return tuple(title for _, _, title in sections if title)


def _of_grid(grid: Grid, place: str, titles: tuple[str, ...], before: str) -> Iterator[Passage]:
    """The cells of a table: numbers with the headings above and the words before them, sentences as they are."""
    rows = _spread(tuple(row for row in grid.rows if not _numbers_columns(row)))
    first = next((n for n, row in enumerate(rows) if _has_number(row, rows)), len(rows))
    counter = _column_of(rows[: max(first, 1)], _COUNTER)
    units = _column_of(rows[: max(first, 1)], _UNIT)
    group = ""
    for number, row in enumerate(rows):
        if len(words := {cell for cell in row if cell}) == 1 and number >= first:
            group = next(iter(words))
        for at, cell in enumerate(row):
            if not cell or at == counter:
                continue
            if _NUMERIC.fullmatch(cell) and number >= first:
                own = [one for k, one in enumerate(row[:at]) if k not in (counter, units) and _names(one)]
                label = " ".join(dict.fromkeys(own)) or (group if own else "")
                column = _above(rows, number, at)
                unit = row[units] if units is not None else _unit_above(column)
                where = _cell_place(place, row, counter, label, column)
                yield Passage(cell, where, titles, "", column or ("",), label, unit, before)
            elif any(map(str.isdigit, cell)) and number >= first and len(cell.split()) > 3:
                for sentence in _SENTENCE.split(cell):
                    yield Passage(sentence, f"{place}: bảng", titles, "")


def _spread(rows: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """The rows with headings that stand over several columns said above each of them."""
    made: list[tuple[str, ...]] = []
    heading = True
    for row in rows:
        heading = heading and not any(is_number(cell) and not _is_counter(n, rows) for n, cell in enumerate(row))
        if heading and not made:
            cells = list(row)
            for at in range(1, len(cells)):
                below = rows[1][at] if len(rows) > 1 else ""
                cells[at] = cells[at] or (cells[at - 1] if below and not is_number(below) else "")
            made.append(tuple(cells))
        else:
            made.append(row)
    return made


def _is_counter(at: int, rows: Sequence[Sequence[str]]) -> bool:
    return bool(rows and at < len(rows[0]) and _COUNTER.fullmatch(rows[0][at]))


def is_number(cell: str) -> bool:
    """Whether a cell holds a number and nothing else."""
    return bool(cell) and bool(_NUMERIC.fullmatch(cell))


def _names(cell: str) -> bool:
    """Whether a cell may name its row: a number does not, nor a dash or a cross that stands for none."""
    return sum(map(str.isalpha, cell)) > 1 and not is_number(cell)


def _has_number(row: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a row holds a number that counts something."""
    return any(is_number(cell) for n, cell in enumerate(row) if not _is_counter(n, rows))


def _numbers_columns(row: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: `(1) (2) (3)=(4)+(5)`, `A B 1 2 3`."""
    filled = [cell.replace(" ", "") for cell in row if cell]
    plain = [found[1] for cell in filled if (found := _NUMBERED.fullmatch(cell))]
    counted = [int(one) for one in plain if one.isdigit()]
    in_order = all(b == a + 1 for a, b in pairwise(counted))
    return len(plain) == len(filled) and len(counted) > 2 and in_order and (filled[0][0] == "(" or len(filled) > 4)


def _column_of(heads: Sequence[Sequence[str]], words: re.Pattern[str]) -> int | None:
    return next((at for row in heads for at, cell in enumerate(row) if words.fullmatch(cell.strip())), None)


def _above(rows: Sequence[Sequence[str]], number: int, at: int) -> tuple[str, ...]:
    """The words above a cell in its column, each once, outermost first."""
    heads = [rows[k][at] for k in range(number) if rows[k][at] and not is_number(rows[k][at])]
    whole = [head for k, head in enumerate(heads) if head not in heads[:k]]
    return tuple(head for head in whole if not _NUMBERED.fullmatch(head))[:4]


def _unit_above(column: Sequence[str]) -> str:
    """The unit that headings give in brackets: `(bộ)`."""
    found = [one for head in column if (one := re.fullmatch(r".*\(([^()\d]{1,12})\)", head))]
    return found[-1][1] if found else ""


def _cell_place(place: str, row: Sequence[str], counter: int | None, label: str, column: Sequence[str]) -> str:
    parts = []
    if counter is not None and row[counter].rstrip("."):
        parts.append(f"dòng {row[counter].rstrip('.')}" + (f" “{label}”" if label else ""))
    elif label:
        parts.append(f"dòng “{label}”")
    heads = [head for head in column if not head.startswith("(")]
    if heads:
        parts.append("cột " + ", ".join(f"“{head}”" for head in heads))
    return f"{place}: bảng, {', '.join(parts)}" if parts else f"{place}: bảng"
