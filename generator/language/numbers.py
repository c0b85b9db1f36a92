"""Reading quantities as Vietnamese offices print them, and writing them as people say them.

The rule of the house: a text with one possible reading is read, any other is refused with its
readings. `.` groups thousands, `,` starts decimals (Kế toán law, 2003, art. 12).
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from generator.language.no_number import holds_a_place, says_nothing, says_zero
from generator.language.unreadable import (
    Unreadable,
    damaged,
    dotted_share,
    in_foreign_style,
    like_a_date,
    not_whole,
    oddly_written,
    placeholder,
    two_readings,
)
from generator.language.value import Compared, State, Value

PERCENT = "%"
MOST_DIGITS = 15
"""Digits of a number: so many stay exact in every program that reads the published tables."""
MONEY = "đồng"
COUNT_UNIT = "đếm"
"""The unit of counts whose things have no name."""
SCORE = "điểm số"
"""Points out of a maximum: 85,64/100."""
WHOLE_UNITS_EXCEPT = frozenset({PERCENT, MONEY, "ngày", "giờ", "cấp độ", SCORE, "Mbps"})
"""Units that may have decimals; every other unit counts whole things."""

_EXACT = Context(prec=60)
_AS_PRINTED = str.maketrans(",.", ".,")
_SCALES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "tr": 10**6, "nghìn": 10**3, "ngàn": 10**3, "": 1}
_NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
_SCALE = "tỷ|tỉ|triệu|tr|nghìn|ngàn"
_GROUPED = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+"
_COUNTED = re.compile(rf"({_NUMBER})\s*({_SCALE})", re.IGNORECASE)
_LONE_GROUP = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_MONEY = re.compile(rf"({_NUMBER})\s*({_SCALE})?\.?\s*(?:đồng|đ|VNĐ|VND)?", re.IGNORECASE)
_LESS_THAN_NONE = re.compile(rf"(?:[-\u2212]({_NUMBER})|\(({_NUMBER})\))(.*)", re.DOTALL)
"""An amount below zero, as in a balance: `-12,5 triệu đồng`, `(12,5) triệu đồng`."""
_BEFORE = (
    (re.compile(r"^đạt\s+", re.IGNORECASE), Compared.EXACTLY),
    (re.compile(r"^(khoảng|xấp xỉ|gần|~)\s*", re.IGNORECASE), Compared.ABOUT),
    (re.compile(r"^(từ|ít nhất|tối thiểu)?\s*(≥|>=)\s*|^(ít nhất|tối thiểu)\s*", re.IGNORECASE), Compared.AT_LEAST),
    (re.compile(r"^(≤|<=|không quá|tối đa)\s*", re.IGNORECASE), Compared.AT_MOST),
    (re.compile(r"^(trên|hơn|>)\s*", re.IGNORECASE), Compared.ABOVE),
    (re.compile(r"^(dưới|<)\s*", re.IGNORECASE), Compared.BELOW),
)
_FROM_UPWARDS = re.compile(r"^từ\s+(.+?)\s+trở lên$", re.IGNORECASE)
_RANGE = re.compile(rf"({_NUMBER})\s*%?\s*(?:–|-|đến)\s*({_NUMBER}\s*.*)", re.IGNORECASE)
_RATIO = re.compile(rf"({_NUMBER})\s*/\s*({_NUMBER})")


def read_quantity(text: str, unit: str) -> Value:
    """Read a cell by the unit of its indicator.

    Raises `Unreadable` where the text has no reading or several, with a Vietnamese remedy.

    >>> read_quantity("2.842", "hồ sơ").number
    Decimal('2842')
    >>> read_quantity("hơn 4,3 triệu", "lượt").number
    Decimal('4300000')
    >>> read_quantity("0,316 tỷ đồng", "đồng").number
    Decimal('316000000')
    """
    if any(sum(map(str.isdigit, number)) > MOST_DIGITS for number in re.findall(r"[\d.,]+", text)):
        raise Unreadable(f"“{text[:40]}” có quá nhiều chữ số.", "Kiểm tra lại: một số có nhiều nhất 15 chữ số.")
    if damage := damaged(text.strip()):
        raise damage
    if says_nothing(text.strip()):
        return Value(None, state=State.MISSING)
    if says_zero(text.strip(), unit):
        return Value(Decimal(0))
    if holds_a_place(text.strip()):
        raise placeholder(text.strip())
    rest, comparison = _split_comparison(text.strip())
    if unit not in (PERCENT, MONEY):
        rest = rest.removesuffix(unit).removesuffix(in_words(unit)).strip()
    if unit != MONEY and (fault := like_a_date(text.strip(), rest.removesuffix(PERCENT).strip(), unit)):
        raise fault
    if pair := _RANGE.fullmatch(rest):
        low, high = _single(_same_scale(pair[1], pair[2], unit), unit), _single(pair[2], unit)
        if (low.number or 0) > (high.number or 0):
            raise Unreadable(f"“{text}” là một khoảng có đầu nhỏ lớn hơn đầu lớn.", "Viết số nhỏ trước, ví dụ 55%–60%.")
        return Value(low.number, high.number, compared=comparison, decimals=max(low.decimals, high.decimals))
    if (ratio := _RATIO.fullmatch(rest)) and unit != MONEY:
        top, bottom = (_counted(part, text, unit) for part in ratio.groups())
        if bottom == 0 or top > bottom:
            raise Unreadable(
                f"“{text}” có tử số lớn hơn mẫu số hoặc mẫu số bằng 0.",
                "Kiểm tra lại: viết phần đạt được trước, tổng số sau, ví dụ 07/10.",
            )
        value = top * 100 / bottom if unit == PERCENT else top
        places = max(-int(part.as_tuple().exponent) for part in (top, bottom))
        return Value(value, part=top, whole=bottom, compared=comparison, decimals=places)
    single = _single(rest, unit)
    return Value(single.number, compared=comparison, decimals=single.decimals)


def _counted(part: str, text: str, unit: str) -> Decimal:
    """One side of a ratio: whole things, or points that may have decimals."""
    if unit not in (PERCENT, SCORE) or "," not in part:
        return _whole(part, text, unit)
    return _decimal(part, text).number or Decimal(0)


def in_words(unit: str) -> str:
    """A unit as people say it behind a number."""
    return "điểm" if unit == SCORE else unit


def _split_comparison(text: str) -> tuple[str, Compared]:
    if found := _FROM_UPWARDS.fullmatch(text):
        return found[1], Compared.AT_LEAST
    for pattern, comparison in _BEFORE:
        if found := pattern.match(text):
            return text[found.end() :], comparison
    return text, Compared.EXACTLY


def _same_scale(low: str, high: str, unit: str) -> str:
    """The first number of a range takes the words behind the second: 1–2 triệu đồng, 4–5 triệu lượt."""
    tail = re.sub(rf"^{_NUMBER}", "", high).strip()
    return f"{low} {tail}" if unit == MONEY or re.fullmatch(_SCALE, tail, re.IGNORECASE) else low


def _single(text: str, unit: str) -> Value:
    text = text.strip()
    if unit == MONEY:
        return _money(text)
    if unit == PERCENT:
        bare = text.removesuffix(PERCENT).removesuffix("phần trăm").strip()
        if re.fullmatch(r"[0-9]+\.[0-9]+", bare):
            raise dotted_share(text, bare)
        return _decimal(bare, text)
    if unit in WHOLE_UNITS_EXCEPT:
        if re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", text):
            raise two_readings(text, unit)
        if text.endswith(",000") and _LONE_GROUP.fullmatch(text):
            raise two_readings(text, unit)
        if fault := in_foreign_style(text, f" {unit}"):
            raise fault
        return _decimal(text, text)
    if found := _COUNTED.fullmatch(text):
        return Value(_scaled(found[1], found[2], text, unit).number)
    return Value(_whole(text, text, unit))


def _money(text: str) -> Value:
    if less := _LESS_THAN_NONE.fullmatch(text):
        owed = _money(f"{less[1] or less[2]}{less[3]}".strip())
        return Value(-owed.number if owed.number else owed.number, decimals=owed.decimals)
    found = _MONEY.fullmatch(text)
    if found and not text[-1:].isalpha():
        raise Unreadable(
            f"“{text}” thiếu đơn vị tiền: đọc được là {text} đồng, {text} nghìn đồng hoặc {text} triệu đồng.",
            "Viết số kèm đơn vị như văn bản in, ví dụ 275,4 triệu đồng, 0,316 tỷ đồng hoặc 123.456.789 đồng.",
        )
    if not found:
        raise oddly_written(text) or Unreadable(
            f"“{text}” không đọc được là một số tiền có đơn vị.",
            "Viết số kèm đơn vị, ví dụ 275,4 triệu đồng, 0,316 tỷ đồng hoặc 123.456.789 đồng.",
        )
    return _scaled(found[1], found[2] or "", text, MONEY)


def _scaled(number: str, word: str, shown: str, unit: str) -> Value:
    """A number of đồng or of things in millions and the like; a fraction must leave a whole number of them."""
    scale = _SCALES.get(word.casefold())
    things = unit if unit == MONEY else unit.replace(COUNT_UNIT, "")
    if scale is None:
        raise Unreadable(f"“{shown}” có chữ lạ trong đơn vị.", "Gõ lại đơn vị: nghìn, triệu hoặc tỷ.")
    words = f"{word} {things}".strip()
    if scale > 1 and re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", number):
        raise two_readings(number, words)
    if _LONE_GROUP.fullmatch(number) and (scale == 1 or number.endswith(",000")):
        raise two_readings(number, words)
    if fault := in_foreign_style(number, f" {words}"):
        raise fault
    value = _decimal(number, shown)
    assert value.number is not None
    amount = value.number * scale
    if amount != amount.to_integral_value():
        raise Unreadable(f"“{shown}” lẻ hơn một {things or 'đơn vị'}.", "Kiểm tra lại dấu phẩy và đơn vị của con số.")
    return Value(amount, decimals=value.decimals)


def _decimal(number: str, shown: str) -> Value:
    if re.fullmatch(rf"([0-9]+|{_GROUPED})(,[0-9]+)?", number):
        plain = number.replace(".", "").replace(",", ".")
        return Value(Decimal(plain), decimals=len(number.partition(",")[2]))
    raise oddly_written(shown) or Unreadable(
        f"“{shown}” không đọc được là một số.",
        "Viết số với dấu chấm cho hàng nghìn và dấu phẩy cho phần lẻ, ví dụ 1.234,5; để trống ô nếu văn bản không nêu.",
    )


def _whole(number: str, shown: str, unit: str) -> Decimal:
    if re.fullmatch(rf"[0-9]+|{_GROUPED}", number):
        return Decimal(number.replace(".", ""))
    if re.fullmatch(r"[1-9][0-9]{0,2}(,[0-9]{3})+", number):
        ours = number.replace(",", ".")
        raise Unreadable(
            f"“{shown}” dùng dấu phẩy cho hàng nghìn.",
            f"Viết {ours} (dấu chấm cho hàng nghìn); nếu văn bản in như vậy, ghi rõ trong ghi_chu.",
        )
    raise not_whole(shown, unit)


def show_number(value: Decimal | float, decimals: int = 0) -> str:
    """`1234.5` with one decimal as `1.234,5`."""
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    exact = number.quantize(Decimal((0, (1,), -decimals)), ROUND_HALF_UP, _EXACT)
    return f"{exact:,.{decimals}f}".translate(_AS_PRINTED)


def show_money(dong: Decimal | float) -> str:
    """Đồng as people say it: 275,4 triệu đồng; 1,274 tỷ đồng; exact to the đồng; less than none as -12,5 triệu đồng."""
    if dong < 0:
        return f"-{show_money(-dong)}"
    exact = Decimal(str(dong)).normalize()
    for scale, word in ((10**9, "tỷ đồng"), (10**6, "triệu đồng")):
        scaled = exact / scale
        if scaled >= 1 and -int(scaled.normalize().as_tuple().exponent) <= 3:
            places = max(0, -int(scaled.normalize().as_tuple().exponent))
            return f"{show_number(scaled, places)} {word}"
    return f"{show_number(exact)} đồng"


def show_quantity(value: Decimal | float, unit: str, decimals: int) -> str:
    """A value with its unit: `99,89%` (no blank before the sign), `2.842 hồ sơ`."""
    if unit == MONEY:
        return show_money(value)
    if unit == PERCENT:
        return f"{show_number(value, decimals)}%"
    return f"{show_number(value, decimals)} {in_words(unit)}".rstrip()
