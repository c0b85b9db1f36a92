"""An independent reader of Vietnamese number words: strict, so that what a teacher would correct is refused."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {
    word: value for value, word in enumerate(("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"))
}
AFTER_TEN = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
AFTER_TENS = {"mốt": 1, "hai": 2, "ba": 3, "tư": 4, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
NUMBER_WORDS = {
    "một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười", "mươi", "mốt", "lăm", "linh", "nghìn", "triệu",
    "tỷ", "phẩy",
}  # fmt: skip
"""Words that are nothing but numbers; “năm”, “tư”, “không”, “trăm” have other meanings too."""


def whole(words: list[str], led: bool = False) -> int:
    """A whole number; `led` behind a greater part, where three digits are said."""
    for name, scale in (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 10**3)):
        if name in words:
            at = len(words) - 1 - words[::-1].index(name)
            rest = whole(words[at + 1 :], led=True) if words[at + 1 :] else 0
            assert rest < scale
            return whole(words[:at], led) * scale + rest
    if "trăm" in words:
        hundreds, after = words[0], words[2:]
        assert words[1] == "trăm"
        assert led or hundreds != "không"
        assert hundreds != "không" or after
        return DIGITS[hundreds] * 100 + (tens(after, led=True) if after else 0)
    assert not led or words[0] == "linh", "the empty hundreds are said"
    return tens(words, led=False)


def tens(words: list[str], *, led: bool) -> int:
    """A number below a hundred; `led` behind hundreds."""
    match words:
        case ["linh", digit]:
            assert led
            return DIGITS[digit] if digit != "không" else 1 // 0
        case ["mười"]:
            return 10
        case ["mười", digit]:
            return 10 + AFTER_TEN[digit]
        case [ten, "mươi"]:
            return DIGITS[ten] * 10
        case [ten, "mươi", digit]:
            assert DIGITS[ten] > 1
            return DIGITS[ten] * 10 + AFTER_TENS[digit]
        case [digit]:
            assert not led
            return DIGITS[digit]
    raise AssertionError(words)


def value(said: str) -> Decimal:
    """A number, with decimals or without, as a child would write it down."""
    front, comma, behind = said.partition(" phẩy ")
    if not comma:
        return Decimal(whole(front.split()))
    words = behind.split()
    zeros = next(at for at, word in enumerate(words) if word != "không")
    return Decimal(f"{whole(front.split())}.{'0' * zeros}{whole(words[zeros:])}")


def date(said: str) -> tuple[int, ...]:
    """Day, month and, where it is said, year of “ngày mồng một tháng tư năm …”."""
    day, _, rest = said.removeprefix("ngày ").partition(" tháng ")
    month, _, year = f"{rest} ".partition(" năm ")
    found = [whole(day.removeprefix("mồng ").split()), 4 if month.strip() == "tư" else whole(month.split())]
    return (*found, whole(year.split())) if year.strip() else tuple(found)
