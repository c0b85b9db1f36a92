"""Where in its document a number stands: the places that a row names, and what each quotes.

`vi_tri` holds one place or several, ` | ` between them: `Mục II.1.a: “tiếp nhận mới 2.800 hồ sơ”`. What stands in curly
quotes behind `bảng`, `dòng`, `cột` is the name of a table, row or column, not a quotation; the number of a cell is
quoted behind a colon: `Phụ lục 02: dòng 5, cột “Kết quả năm 2025”: “80%”`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from generator.language.numbers import MONEY, read_quantity
from generator.language.unreadable import Unreadable

BETWEEN = " | "
_QUOTED = "“(?:[^“”]|“[^“”]*”)*”"
_PARTS = re.compile(rf"({_QUOTED})|\b(?:bảng|dòng|cột|hàng)\b(?:[^:“]|{_QUOTED})*", re.IGNORECASE)
_DAY = re.compile(r"(?<![0-9/.,])(?:[0-9]{1,2}/){1,2}[0-9]{4}(?![0-9/])")
_PAIR = re.compile(r"(?<=[0-9%])\s?[-–/]\s?(?=[0-9])")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_NUMERAL = re.compile(rf"(?<![\w.,])(?:{_GROUPED.pattern}|[0-9]+(?:[.,][0-9]+)?)(?![0-9]|[.,][0-9]|[-/]?[A-ZĐ])")
_AMOUNT = re.compile(r"[0-9]+(?:[.,][0-9]+)*\s*(?:(?:tỷ|tỉ|triệu|nghìn|ngàn)(?:\s*đồng)?|đồng)", re.IGNORECASE)
_NONE = re.compile(r"\b(?:không|chưa)\b", re.IGNORECASE)


def places(text: str) -> tuple[str, ...]:
    """The places that a `vi_tri` names."""
    return tuple(text.split(BETWEEN))


def together(texts: Iterable[str]) -> str:
    """The places of several `vi_tri` as one, each once."""
    return BETWEEN.join(dict.fromkeys(place for text in texts for place in places(text)))


def quotations(place: str) -> tuple[str, ...]:
    """The words quoted at a place, without their quotes; names of tables, rows and columns are none.

    >>> quotations("Phụ lục 02: dòng 5, cột “Kết quả năm 2025”: “80%”")
    ('80%',)
    """
    return tuple(found[1][1:-1] for found in _PARTS.finditer(place) if found[1])


@lru_cache(maxsize=100_000)
def holds(words: str, printed: str, unit: str) -> bool:
    """Whether some words hold the number that a cell gives as `printed`: in its digits (“03” for 3, “135,4 được giao”
    for 135,4 triệu đồng), in its words, as an equal amount (“0,316 tỷ đồng” for 316 triệu đồng), or 0 as none.
    """
    wanted = set(_numbers(printed))
    if wanted <= set(_numbers(words)) if wanted else printed.casefold() in words.casefold():
        return True
    value = _read(printed, unit)
    if value is None:
        return False
    return (value == 0 and bool(_NONE.search(words))) or (
        unit == MONEY and any(_read(amount[0], unit) == value for amount in _AMOUNT.finditer(words))
    )


def where(text: str, printed: Sequence[str], unit: str) -> str:
    """The places of a `vi_tri` at which one of some numbers is quoted; all, where one of them is quoted nowhere."""
    named = places(text)
    if len(named) == 1 or not printed:
        return text
    holding = [[place for place in named if _quotes(place, number, unit)] for number in printed]
    return BETWEEN.join(place for place in named if any(place in own for own in holding)) if all(holding) else text


def unquoted(text: str, printed: str, unit: str) -> bool:
    """Whether a `vi_tri` quotes its document, and a number stands in none of its quotations."""
    named = [place for place in places(text) if quotations(place)]
    return bool(named) and not any(_quotes(place, printed, unit) for place in named)


def _quotes(place: str, printed: str, unit: str) -> bool:
    return any(holds(words, printed, unit) for words in quotations(place))


def _read(text: str, unit: str) -> Decimal | None:
    """What a text amounts to; None where it cannot be read, is missing, a range or a ratio."""
    try:
        found = read_quantity(text, unit)
    except Unreadable:
        return None
    return found.number if found.upper is None and found.part is None else None


def _numbers(text: str) -> Iterator[Decimal]:
    """The numbers of a text by value, however grouped; days and numbers of documents (57-NQ/TW) are none."""
    for found in _NUMERAL.finditer(_PAIR.sub(" ", _DAY.sub(" ", text))):
        plain = found[0].replace(".", "") if _GROUPED.fullmatch(found[0]) else found[0]
        yield Decimal(plain.replace(",", "."))
