"""Vietnamese text: normal form, folding of tone marks, alphabetical order, dates."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from functools import lru_cache

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of CLDR `vi`
_SPACES = re.compile(r"[\s\u00a0\u2007\u202f]+")
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Control characters, soft hyphens, marks that join letters or turn the reading direction."""
_LONG_QUOTE = re.compile(r"“([^”]{150})[^”]{50,}”")


def clean(text: str) -> str:
    """NFC text with every run of white space (also non-breaking) as one blank, ends trimmed, without
    control characters and marks that turn the reading direction.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # most cells
    return _SPACES.sub(" ", INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def in_print(text: str) -> str:
    """A sentence that quotes others' text, fit for any screen and file: NFC, a long quote cut, � for what is no
    letter (controls, marks of direction, what is left of a file name in another coding).
    """
    if text.isascii() and text.isprintable():
        return text
    letters = (
        char if char.isprintable() else "\ufffd" for char in _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    )
    return _LONG_QUOTE.sub(r"“\1…”", "".join(letters))


def lines_in_print(text: str) -> str:
    """Words that may name a file by odd letters, fit for any screen; lines stay lines."""
    return "\n".join(line if line.isprintable() else in_print(line) for line in text.split("\n"))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower-case ASCII-like form for comparing: no tone or vowel marks, đ as d.

    >>> fold("Đường Hoằng Sơn")
    'duong hoang son'
    """
    if text.isascii():
        return text.lower()
    lowered = text.casefold().replace("đ", "d")
    decomposed = unicodedata.normalize("NFD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_MARKS = re.compile("[\u0300-\u036f]")
_DOTTED = re.compile(r"\b([a-z])\.(?=[a-z]\b)", re.ASCII)


def plain_words(text: str) -> list[str]:
    """The words of a text as the search compares them: marks off, đ as d, small letters and digits only, an
    abbreviation's dots left out. `tim-kiem.js` folds what a reader types in just this way.

    >>> plain_words("Đất đai, U.B.N.D. xã Vĩnh Thuỷ")
    ['dat', 'dai', 'ubnd', 'xa', 'vinh', 'thuy']
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text)).lower().replace("đ", "d")
    return re.findall("[a-z0-9]+", _DOTTED.sub(r"\1", plain))


def slug(text: str) -> str:
    """Address part made of a name: `Vĩnh Thủy` gives `vinh-thuy`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def distinct_slug(text: str) -> str:
    """Like `slug`, with a mark that keeps apart what differs in tone marks or signs only."""
    return f"{slug(text)}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def same_name(first: str, second: str) -> bool:
    """Whether two names are the same letters and tones, syllable by syllable, wherever the tone mark
    stands (Thủy, Thuỷ) and in capitals or not.

    >>> same_name("Xã Vĩnh Thủy", "xã vĩnh thuỷ"), same_name("Vĩnh Thủy", "Vĩnh Thuy")
    (True, False)
    """
    return _spelling(first) == _spelling(second)


def _spelling(name: str) -> list[tuple[str, str]]:
    """The syllables of a name as letters without tone, and tones."""
    syllables = [unicodedata.normalize("NFD", part) for part in clean(name).replace("’", "'").casefold().split(" ")]
    return [("".join(c for c in s if c not in _TONES), "".join(c for c in s if c in _TONES)) for s in syllables]


def own_name(name: str) -> str:
    """The name of a commune or province without its kind: `Đặc khu Phú Quốc` gives `Phú Quốc`."""
    return re.sub(r"^(Xã|Phường|Đặc khu|Tỉnh|Thành phố) ", "", name)


def lowered(name: str) -> str:
    """A commune's name within a sentence: `xã Vĩnh Thủy` of `Xã Vĩnh Thủy`."""
    return name[:1].lower() + name[1:]


def kind_of(name: str) -> str:
    """What a commune calls itself: `xã`, `phường` or `đặc khu`; `xã` where its name does not say."""
    return lowered(name.removesuffix(own_name(name)).strip()) or "xã"


def committee(name: str) -> str:
    """Who answers for a commune, as people there say: `Ủy ban nhân dân phường` of `Phường Ba Đình`."""
    return f"Ủy ban nhân dân {kind_of(name)}"


def inside(text: str) -> str:
    """Words of a document as they stand within a sentence; a first word in capitals stays as it is.

    >>> inside("Mua phần mềm"), inside("VNPT hỗ trợ"), inside("Ô tô chuyên dùng")
    ('mua phần mềm', 'VNPT hỗ trợ', 'ô tô chuyên dùng')
    """
    first = text.split(" ", 1)[0]
    return text if first.isupper() and len(first) > 1 else lowered(text)


def opened(text: str) -> str:
    """Words as they open a sentence: the first letter is a capital."""
    return text[:1].upper() + text[1:]


def stopped(text: str) -> str:
    """A text that ends like a sentence."""
    return text if text.endswith(("…", ".", "?", "!")) else f"{text}."


def office(name: str) -> str:
    """The people's committee of a commune: `UBND xã Vĩnh Thủy` of `Xã Vĩnh Thủy`."""
    return f"UBND {lowered(name)}"


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ONES = {word: value for value, word in enumerate(_DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}
_TENS = {"mười": 10, "mươi": 10, "trăm": 100}
_GROUPS = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}


def number_in_words(text: str) -> int | None:
    """A whole number said in words; None where a word is no part of one.

    >>> number_in_words("hai mươi"), number_in_words("một trăm linh năm"), number_in_words("hai tổ")
    (20, 105, None)
    """
    total = group = 0
    digit: int | None = None
    said = clean(text).casefold().split(" ")
    for word in said:
        if word in _ONES and digit is None:
            digit = _ONES[word]
        elif word in _TENS:
            group += _TENS[word] * (1 if digit is None else digit)
            digit = None
        elif word in _GROUPS:
            total, group, digit = total + _GROUPS[word] * (group + (digit or 0)), 0, None
        elif word not in ("linh", "lẻ"):
            return None
    return total + group + (digit or 0) if set(said) - {"linh", "lẻ"} else None


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Key for Vietnamese alphabetical order: letters first (ă after a, đ after d), then tones."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", text.casefold()):
        parts = unicodedata.normalize("NFD", char)
        tone = next((_TONES.index(c) + 1 for c in parts if c in _TONES), 0)
        letter = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
        position = _ALPHABET.find(letter)
        letters.append(position + 1000 if position >= 0 else ord(letter[:1] or " "))
        tones.append(tone)
    return tuple(letters), tuple(tones), text


_IN_WORDS = re.compile(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def read_date(text: str) -> dt.date | None:
    """A date written `2026-05-31`, `31/5/2026`, `31/05/2026` or `31 tháng 5 năm 2026`; None where it is none."""
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?: 00:00:00)?", text)
    local = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text) or _IN_WORDS.fullmatch(text)
    if iso:
        year, month, day = map(int, iso.groups())
    elif local:
        day, month, year = map(int, local.groups())
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def show_date(day: dt.date | str | None) -> str:
    """A day, or a text that is one (`2026-05-31`), as people write it: `31/05/2026`; '' where there is none."""
    date = read_date(day) if isinstance(day, str) else day
    return date.strftime("%d/%m/%Y") if date else str(day or "")


def is_nfc(text: str) -> bool:
    """Whether the text is in the normal form that the site publishes."""
    return unicodedata.is_normalized("NFC", text)
