"""Of which period a number of a report is, as its column, its sentence or the report's title says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.drafting.found import Found
from generator.drafting.passages import Passage
from generator.language.period_words import read_period
from generator.language.vietnamese import fold, read_date

_NAMED = re.compile(
    r"(?:từ ngày|từ)\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?"
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
    r"|quý\s+(?:I{1,3}|IV|[1-4])(?:\s*[/-]\s*|\s+năm\s+)\d{4}"
    r"|\d{1,2}\s+tháng(?:\s+(?:đầu|cuối))?\s+năm\s+\d{4}"
    r"|tháng\s+\d{1,2}(?:\s*[/-]\s*|\s+năm\s+)\d{4}"
    r"|(?:tính\s+)?đến\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
    r"|năm\s+\d{4}",
    re.IGNORECASE,
)
_CUMULATIVE = "luy ke"
_SIGNED = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_HEAD = 12
"""Sentences at the top among which a report has its number, day and title."""


@dataclass(frozen=True, slots=True)
class When:
    """A period as a row has it: its words, kind, first and last day (ISO); '' where unknown."""

    words: str
    kind: str
    start: str
    end: str


UNKNOWN = When("", "", "", "")
"""The period of a number of which nothing is said."""


def signed(passages: Sequence[Passage]) -> str:
    """The day of a report in words, as its head prints it; '' where it prints none in full."""
    found = (_SIGNED.search(text) for text in head(passages))
    return next((one[0] for one in found if one), "")


def own_period(passages: Sequence[Passage]) -> When:
    """The period of a report: the first that its title names, before its first section begins; it ends with the day of
    the report where that comes before.
    """
    top = opening(passages)
    titled = [p for p in top if re.search(r"tình hình|kết quả|báo cáo|số liệu", p.text, re.IGNORECASE)]
    named = [when for passage in (*titled, *top) for when in _periods(passage.text)]
    lengths = [one for one in named if one.kind == "trong_ky"]
    own = next(iter([one for one in lengths if spans(one)] or lengths or named), UNKNOWN)
    day = iso_day(signed(passages))
    return replace(own, end=day) if day and own.start <= day < own.end else own


def opening(passages: Sequence[Passage]) -> list[Passage]:
    """The sentences before the first section."""
    return [passage for passage in passages if passage.place == "Phần mở đầu" and not passage.in_cell]


def head(passages: Sequence[Passage]) -> list[str]:
    """The first sentences, among which stand the number, day and title of a report."""
    return [passage.text for passage in opening(passages)[:_HEAD]]


def iso_day(words: str) -> str:
    """`ngày 18 tháng 5 năm 2026` as 2026-05-18; '' for no day."""
    found = _SIGNED.search(words)
    day = read_date("/".join(found.groups())) if found else None
    return day.isoformat() if day else ""


def period_of(found: Found, own: When) -> When:
    """The period of a number: that of its row or column, else that of its sentence, else the report's."""
    passage = found.passage
    if named_in_row := row_period(passage):
        return named_in_row
    if passage.in_cell:
        heads = " ".join(passage.column)
        if _CUMULATIVE in fold(heads):
            return When(
                next((head for head in passage.column if _CUMULATIVE in fold(head)), heads), "luy_ke", "", own.end
            )
        named = [when for head in reversed(passage.column) for when in _periods(head)]
        return named[-1] if named else own
    named = list(_periods(passage.text[: found.start]))
    return named[-1] if named else own


def spans(when: When) -> bool:
    """Whether a period is told by its first and last day."""
    return bool(re.match("từ", when.words, re.IGNORECASE))


def of_sections(passages: Sequence[Passage]) -> dict[int, When]:
    """The period of each sentence, by its number, in whose section a sentence before it told one by its first and last
    day.
    """
    made: dict[int, When] = {}
    place, told = "", None
    for passage in passages:
        if passage.place != place:
            place, told = passage.place, None
        if told and not passage.in_cell:
            made[passage.number] = told
        told = next((one for one in _periods(passage.text) if spans(one)), told)
    return made


def row_period(passage: Passage) -> When | None:
    """The period that a row of a table begins with; None where it begins with none."""
    there = _NAMED.match(passage.row)
    return next(_periods(there[0]), None) if there else None


def _periods(text: str) -> Iterator[When]:
    for one in _NAMED.finditer(text):
        words = " ".join(one[0].split())
        plain = re.sub(r"(?i)đến\s+hết\s+ngày\s+", "đến ", words)
        if period := read_period(plain):
            kind = "trong_ky" if period.start else "thoi_diem"
            yield When(words, kind, period.start, period.end)
