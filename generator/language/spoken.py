"""Numbers, dates, money and short texts in the words a Vietnamese announcer says.

The library num2words was tried first (`vi`, 0.5.14): it leaves out the empty hundreds, so that 2026 becomes “hai nghìn
lẻ hai mươi sáu” and 1015 sounds like no number people know, and it does not keep the decimals that are printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from generator.language.numbers import MONEY, PERCENT
from generator.language.vietnamese import clean, read_date

SYLLABLES_A_MINUTE = 180
"""How fast a village announcer reads: three syllables a second, pauses counted. Presenters talk in television
studios at about 4.4 (a survey of seven, 3.7 to 5.5); outdoors echo and old ears ask for two thirds of it.
"""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))
_LONGEST_LINE = 11
"""Digits of the longest telephone number, of a landline with its area."""
_BETWEEN_LINES = re.compile(r"\s[–—-]\s|[/,;]|\bhoặc\b")
_FIRST_DAYS = 10
"""Days that are called “mồng”."""


def number(value: int) -> str:
    """A whole number, zero or more, in words.

    >>> number(2822), number(1005)
    ('hai nghìn tám trăm hai mươi hai', 'một nghìn không trăm linh năm')
    """
    if value < 0:
        raise ValueError(f"no words for {value}")
    return " ".join(_words(value, led=False)) or _DIGITS[0]


def _words(value: int, *, led: bool) -> list[str]:
    """Words of a number; `led` where a greater part went before, so that empty hundreds are said."""
    for scale, name in _SCALES:
        if value >= scale:
            head, rest = divmod(value, scale)
            return [*_words(head, led=led), name, *_words(rest, led=True)]
    hundreds, rest = divmod(value, 100)
    said = [_DIGITS[hundreds], "trăm"] if hundreds or (led and rest) else []
    return said + _below_hundred(rest, led=bool(said))


def _below_hundred(value: int, *, led: bool) -> list[str]:
    tens, ones = divmod(value, 10)
    if not tens:
        return ([*(["linh"] if led else []), _DIGITS[ones]]) if ones else []
    last = {0: "", 5: "lăm"} if tens == 1 else {0: "", 1: "mốt", 4: "tư", 5: "lăm"}
    said = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return said + [word for word in (last.get(ones, _DIGITS[ones]),) if word]


def decimal(value: Decimal | float, places: int = 0) -> str:
    """A number, zero or more, with `places` printed decimals; they are read as one number, the zeros before it one by
    one. Raises ValueError below zero.

    >>> decimal(99.89, 2), decimal(98.05, 2), decimal(100, 2)
    ('chín mươi chín phẩy tám mươi chín', 'chín mươi tám phẩy không năm', 'một trăm')
    """
    if value < 0:
        raise ValueError(f"no words for {value}")
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, fraction = f"{exact:f}".partition(".")
    if not int(fraction or 0):  # “một trăm phẩy không không” says no more to the ear
        return number(int(whole))
    zeros = len(fraction) - len(fraction.lstrip("0"))
    return " ".join([number(int(whole)), "phẩy", *["không"] * zeros, number(int(fraction))])


def quantity(value: Decimal | float, unit: str, places: int = 0) -> str:
    """A value with its unit: “chín mươi tám phần trăm”, “hai mươi tổ”; money to the đồng."""
    if unit == MONEY:
        return f"{decimal(value)} đồng"
    return f"{decimal(value, places)} {'phần trăm' if unit == PERCENT else unit}".rstrip()


def date(iso: str, *, year: bool = True) -> str:
    """`2026-05-18` as “ngày mười tám tháng năm năm hai nghìn không trăm hai mươi sáu”, without the year if so asked.
    Raises ValueError where it is no date.
    """
    return f"{_day(iso)} {month(iso, year=year)}"


def month(iso: str, *, year: bool = True) -> str:
    """The month of a day, with its year or without: “tháng tư năm hai nghìn không trăm hai mươi sáu”."""
    return f"{_month(iso)} năm {number(int(iso[:4]))}" if year else _month(iso)


def _day(iso: str) -> str:
    day = read_date(iso)
    if day is None:
        raise ValueError(f"no date: {iso}")
    return f"ngày {'mồng ' if day.day <= _FIRST_DAYS else ''}{number(day.day)}"


def _month(iso: str) -> str:
    value = int(iso[5:7])
    return f"tháng {'tư' if value == 4 else number(value)}"


def span(start: str, end: str, *, year: bool = True) -> str:
    """Days from first to last; month and year are said once where they are the same."""
    if start[:7] == end[:7]:
        return f"từ {_day(start)} đến {date(end, year=year)}"
    apart = start[:4] != end[:4]
    return f"từ {date(start, year=apart)} đến {date(end, year=year or apart)}"


def telephone(line: str) -> str:
    """Telephone numbers digit by digit, several joined by “hoặc”; '' where the text holds anything else, or a number
    longer than any line's.

    >>> telephone("0204.382 - 0204.383")
    'không hai không bốn ba tám hai hoặc không hai không bốn ba tám ba'
    """
    lines = [re.sub(r"[\s.()-]", "", one) for one in _BETWEEN_LINES.split(re.sub(r"\([^0-9]*\)", "", line))]
    if not all(re.fullmatch(rf"[0-9]{{1,{_LONGEST_LINE}}}", one) for one in lines):
        return ""
    return " hoặc ".join(" ".join(_DIGITS[int(digit)] for digit in one) for one in lines)


def syllables(texts: Iterable[str]) -> int:
    """How many syllables there are to read: Vietnamese writes them apart."""
    return sum(len(text.split()) for text in texts)


# --- short texts of documents -----------------------------------------------------------------

_NAMES = {"VNeID": "ứng dụng định danh điện tử quốc gia", "MISA": "Mi Sa"}
"""What is said for names that look like abbreviations. VNeID is said by what it is: announcers spell its letters in
several ways (vi en ê i đê, vê nờ ai đi), and who hears them does not always know the application.
"""
_PLAIN = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\s*\([^()]*\)"), lambda _: ""),
    (re.compile(r"\b(?:ngày )?(\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2})\b"), lambda m: _dated(m[1])),
    (re.compile(r"\btháng (0?[1-9]|1[0-2])/(\d{4})\b"), lambda m: month(f"{m[2]}-{int(m[1]):02d}")),
    (re.compile(r"(?<=[\d%hg])\s*[–—-]\s*(?=\d)"), lambda _: " đến "),
    (re.compile(r"(?<=\w)\s*[–—-]\s*(?=(?:thứ|chủ nhật|ngày|tháng)\b)", re.IGNORECASE), lambda _: " đến "),
    (re.compile(r"\b(\d{1,2})\s?(?:[hg:]|giờ)\s?(\d{2})\b(?: phút)?"), lambda m: _hour(m[1], m[2])),
    (re.compile(r"\b(\d{1,2})\s?[hg]\b"), lambda m: f"{number(int(m[1]))} giờ"),
    (re.compile(r"\b(thứ|tháng) 0?4\b", re.IGNORECASE), lambda m: f"{m[1]} tư"),
    (re.compile(rf"(?<![\w./,-])({_PLAIN})(?![\w/]|[.,-]\d)"), lambda m: _plain(m[1])),
    (re.compile(r"\s?%"), lambda _: " phần trăm"),
    (re.compile(r"[“”\"‘’]"), lambda _: ""),
    (re.compile(r"\s*[;:]\s+|\s+[–—-]\s+"), lambda _: ", "),
    (re.compile(r"\s*&\s*"), lambda _: " và "),
)
"""What is not a word, in the order in which it is looked for, and how it is said."""
_UNSAID = re.compile(r"[0-9/%+=<>@#*_|\\()\[\]{}~^$…:;–—]|[^\W\d_]*[A-ZĐÂĂÊÔƠƯ]{2}")


def aloud(text: str, full: Mapping[str, str]) -> str:
    """A short text of a document as it can be read aloud: no digits, signs, brackets, abbreviations (`full` gives
    their words); '' where something is left that nobody can read out for sure.

    >>> aloud("Hỗ trợ 28 tổ (theo quyết định)", {})
    'Hỗ trợ hai mươi tám tổ'
    """
    said = clean(text)
    for short, words in {**full, **_NAMES}.items():
        if short in said:
            said = re.sub(rf"(?<![\w/-]){re.escape(short)}(?![\w/-])", words, said)
    for pattern, words_of in _WAYS:
        said = pattern.sub(words_of, said)
    said = clean(said).strip(" .,;:-")
    return "" if _UNSAID.search(said) else said


def _dated(text: str) -> str:
    day = read_date(text)
    return date(day.isoformat()) if day else text


def _hour(hour: str, minute: str) -> str:
    minutes = f" {number(int(minute))} phút" if int(minute) else ""
    return f"{number(int(hour))} giờ{minutes}"


def _plain(text: str) -> str:
    whole, _, fraction = text.replace(".", "").partition(",")
    return decimal(Decimal(f"{whole}.{fraction or 0}"), len(fraction))
