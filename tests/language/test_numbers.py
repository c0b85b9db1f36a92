"""Quantities: a text with one possible reading is read, any other is refused with its remedy."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.numbers import (
    MONEY,
    PERCENT,
    read_quantity,
    show_money,
    show_number,
    show_quantity,
)
from generator.language.unreadable import Unreadable
from generator.language.value import Compared, State, Value

UNITS = ("hồ sơ", PERCENT, MONEY, "ngày")

READ: list[tuple[str, str, Value]] = [
    ("2.842", "hồ sơ", Value(Decimal(2842))),
    ("2842", "hồ sơ", Value(Decimal(2842))),
    ("05", "cuộc họp", Value(Decimal(5))),
    ("99,89%", PERCENT, Value(Decimal("99.89"), decimals=2)),
    ("99,60", PERCENT, Value(Decimal("99.6"), decimals=2)),
    ("100%", PERCENT, Value(Decimal(100))),
    ("0,316 tỷ đồng", MONEY, Value(Decimal(316_000_000), decimals=3)),
    ("275,4 triệu đồng", MONEY, Value(Decimal(275_400_000), decimals=1)),
    ("123.456.789 đồng", MONEY, Value(Decimal(123_456_789))),
    ("318.204.500 đ", MONEY, Value(Decimal(318_204_500))),
    ("275,4 triệu", MONEY, Value(Decimal(275_400_000), decimals=1)),
    ("12 tr.đ", MONEY, Value(Decimal(12_000_000))),
    ("11/12", "xã", Value(Decimal(11), part=Decimal(11), whole=Decimal(12))),
    ("1–2 triệu đồng", MONEY, Value(Decimal(1_000_000), Decimal(2_000_000))),
    ("07/10", "hồ sơ", Value(Decimal(7), part=Decimal(7), whole=Decimal(10))),
    ("07/10", PERCENT, Value(Decimal(70), part=Decimal(7), whole=Decimal(10))),
    ("4.805/5.196", "hồ sơ", Value(Decimal(4805), part=Decimal(4805), whole=Decimal(5196))),
    ("55%–60%", PERCENT, Value(Decimal(55), Decimal(60))),
    ("khoảng 55–60%", PERCENT, Value(Decimal(55), Decimal(60), compared=Compared("khoang"))),
    ("khoảng 13%", PERCENT, Value(Decimal(13), compared=Compared("khoang"))),
    ("từ 98% trở lên", PERCENT, Value(Decimal(98), compared=Compared(">="))),
    ("≥ 80%", PERCENT, Value(Decimal(80), compared=Compared(">="))),
    ("trên 80%", PERCENT, Value(Decimal(80), compared=Compared(">"))),
    ("không quá 5", "ngày", Value(Decimal(5), compared=Compared("<="))),
    ("dưới 0,5%", PERCENT, Value(Decimal("0.5"), compared=Compared("<"), decimals=1)),
    ("Không phát sinh", "hồ sơ", Value(Decimal(0))),
    ("chưa có", PERCENT, Value(Decimal(0))),
    ("Không phát sinh hồ sơ", "hồ sơ", Value(Decimal(0))),
    ("không có trường hợp nào", "hồ sơ", Value(Decimal(0))),
    ("0 (không)", "hồ sơ", Value(Decimal(0))),
    ("hơn 4,3 triệu", "lượt", Value(Decimal(4_300_000), compared=Compared(">"))),
    ("hơn 4,3 triệu lượt", "lượt", Value(Decimal(4_300_000), compared=Compared(">"))),
    ("4–5 nghìn", "lượt", Value(Decimal(4000), Decimal(5000))),
    ("1,274 tỷ đồng", MONEY, Value(Decimal(1_274_000_000), decimals=3)),
    ("5/2.026", "hồ sơ", Value(Decimal(5), part=Decimal(5), whole=Decimal(2026))),
    ("2.025–2.026", "hồ sơ", Value(Decimal(2025), Decimal(2026))),
    ("2026", "hồ sơ", Value(Decimal(2026))),
    ("Đang cập nhật", "hồ sơ", Value(None, state=State.MISSING)),
    ("không thống kê", "hồ sơ", Value(None, state=State.MISSING)),
    ("N/A", PERCENT, Value(None, state=State.MISSING)),
    ("-/-", MONEY, Value(None, state=State.MISSING)),
    ("", "hồ sơ", Value(None, state=State.MISSING)),
    ("—", MONEY, Value(None, state=State.MISSING)),
    ("chưa có số liệu", PERCENT, Value(None, state=State.MISSING)),
]


@pytest.mark.parametrize(("text", "unit", "quantity"), READ)
def test_what_offices_print_is_read(text: str, unit: str, quantity: Value) -> None:
    """Value in the unit, printed decimals, ratio, range, comparison; blank is missing and not zero."""
    assert read_quantity(text, unit) == quantity


REFUSED = [
    ("99.98%", PERCENT, ["99,98%", "9998%"]),
    ("1.274 triệu đồng", MONEY, ["1274 triệu đồng", "1,274 triệu đồng"]),
    ("1.250", "ngày", ["1250 ngày", "1,250 ngày"]),
    ("3.18E+08", MONEY, ["số mũ", "318.204.500"]),
    ("3,18E+08", "hồ sơ", ["số mũ"]),
    ("06-Mar", "hồ sơ", ["một ngày", "07/10"]),
    ("Mar-06", "hồ sơ", ["một ngày"]),
    ("6-Thg3", "hồ sơ", ["một ngày"]),
    ("07/10/2026", "xã", ["một ngày"]),
    ("2026-10-07 00:00:00", PERCENT, ["một ngày"]),
    ("#REF!", "hồ sơ", ["số đếm"]),
    ("123.456.789", MONEY, ["đơn vị", "123.456.789 đồng", "123.456.789 triệu đồng"]),
    ("275.4 triệu đồng", MONEY, ["dấu chấm", "275,4 triệu đồng"]),
    ("0.316 tỷ đồng", MONEY, ["dấu chấm", "0,316 tỷ đồng"]),
    ("1,234,567 đồng", MONEY, ["dấu phẩy", "1.234.567 đồng"]),
    ("0.316", "hồ sơ", ["phần lẻ", "số đếm"]),
    ("2,842", "hồ sơ", ["2.842"]),
    ("4.5", "ngày", ["4,5 ngày"]),
    ("２８４２", "hồ sơ", ["số đếm"]),
    ("12,5", "hồ sơ", ["phần lẻ"]),
    ("1.23.4", "hồ sơ", ["ba chữ số", "1234"]),
    ("60%–55%", PERCENT, ["nhỏ"]),
    ("10/07", "hồ sơ", ["tử số"]),
    ("0/0", PERCENT, ["mẫu số"]),
    ("0,5 đồng", MONEY, ["lẻ"]),
    ("100000000000000001 tỷ đồng", MONEY, ["15 chữ số"]),
    ("12.345.678.901.234.567", "hồ sơ", ["15 chữ số"]),
    ("-5", "hồ sơ", ["số âm", "viết 5"]),
    ("nhiều", PERCENT, ["phẩy"]),
    ("42,000 đồng", MONEY, ["42000 đồng", "42 đồng"]),
    ("977,310 đ", MONEY, ["977310 đồng", "977,310 đồng"]),
    ("42,000 triệu đồng", MONEY, ["42000 triệu đồng", "42 triệu đồng"]),
    ("1,000 tỷ", MONEY, ["1000 tỷ đồng", "1 tỷ đồng"]),
    ("10,000", "ngày", ["10000 ngày", "10 ngày"]),
    ("1.274 nghìn", "lượt", ["1274 nghìn lượt", "1,274 nghìn lượt"]),
    ("4,3 triệu giao dịch", "lượt", ["giao dịch", "viết 4,3 triệu"]),
    ("4,33333333 triệu", "lượt", ["lẻ hơn một lượt"]),
    ("05/2026", "hồ sơ", ["tháng 5/2026", "viết 5/2.026"]),
    ("12/2026", PERCENT, ["tháng 12/2026"]),
    ("06-2026", "hồ sơ", ["tháng 6/2026", "6–2.026"]),
    ("2026-06", "hồ sơ", ["tháng 6/2026"]),
    ("2025-2026", "người", ["hai năm", "2.025–2.026"]),
    ("2025 đến 2026", "người", ["hai năm"]),
    ("2025/2026", "người", ["hai năm", "2.025/2.026"]),
    ("tăng 12,5%", "hồ sơ", ["tăng, giảm", "để trống"]),
    ("tăng 12,5%", PERCENT, ["tăng, giảm"]),
    ("bằng 98,2% cùng kỳ", "hồ sơ", ["so với số khác"]),
    ("+5", "hồ sơ", ["tăng, giảm"]),
    ("giảm 5 triệu đồng", MONEY, ["tăng, giảm"]),
    ("x", "hồ sơ", ["giữ chỗ", "để trống"]),
    ("…", PERCENT, ["giữ chỗ", "để trống"]),
    ("không đạt", "hồ sơ", ["số đếm"]),
]


@pytest.mark.parametrize(("text", "unit", "words"), REFUSED)
def test_what_has_no_single_reading_is_refused(text: str, unit: str, words: list[str]) -> None:
    """The refusal shows the cell and both readings where there are two, and says what to write."""
    with pytest.raises(Unreadable) as refusal:
        read_quantity(text, unit)
    said = f"{refusal.value.message} {refusal.value.remedy}"
    assert text.split(" ", maxsplit=1)[0] in said
    assert all(word in said for word in words)


@given(st.integers(0, 10**12 - 1), st.sampled_from(UNITS))
def test_a_whole_number_comes_back(number: int, unit: str) -> None:
    """What is shown with its unit is read as the same number (counts are written without unit)."""
    shown = show_quantity(number, unit, 0)
    if unit in ("hồ sơ", "ngày"):
        shown = shown.removesuffix(f" {unit}")
    if unit in (PERCENT, "ngày") and 1000 <= number < 10**6:
        shown = shown.replace(".", "")  # one dot before three digits is ambiguous where decimals may be
    assert read_quantity(shown, unit).number == number


@given(st.integers(0, 10**8), st.integers(1, 4), st.sampled_from([PERCENT, "ngày"]))
def test_a_decimal_number_comes_back(digits: int, places: int, unit: str) -> None:
    """Value and printed precision survive showing and reading: 99,60 is not 99,6."""
    number = Decimal(digits).scaleb(-places)
    shown = show_number(number, places)
    if unit == "ngày" and 1 <= number < 1000 and shown.endswith(",000"):
        shown = shown.removesuffix(",000")  # a fraction of nothing may be thousands
        number, places = Decimal(int(number)), 0
    found = read_quantity(shown, unit)
    assert (found.number, found.decimals) == (number, places)


@given(st.integers(0, 10**12 - 1))
def test_money_is_shown_to_the_dong(dong: int) -> None:
    """People's words for an amount (275,4 triệu đồng) lose nothing."""
    assert read_quantity(show_money(dong), MONEY).number == dong


def readings(text: str) -> set[Decimal]:
    """All numbers that anyone might see in digits, dots and commas."""
    found = set()
    for group, point in ((".", ","), (",", ".")):
        whole, _, part = text.partition(point)
        groups = whole.split(group)
        grouped = len(groups) == 1 or (1 <= len(groups[0]) <= 3 and all(len(part) == 3 for part in groups[1:]))
        if grouped and "".join(groups).isdecimal() and (part.isdecimal() or not text.count(point)):
            found.add(Decimal(f"{''.join(groups)}.{part or 0}"))
    return found


@settings(max_examples=500)
@given(st.from_regex(r"\d{1,4}([.,]\d{1,4}){0,3}", fullmatch=True), st.sampled_from(["hồ sơ", PERCENT, "ngày"]))
def test_never_two_values(text: str, unit: str) -> None:
    """A text is read only as one of its readings; with a dot, only where the other one cannot be meant."""
    try:
        found = read_quantity(text, unit)
    except Unreadable:
        return
    assert found.number in readings(text)
    others = readings(text) - {found.number}
    if "." in text and unit != "hồ sơ":
        assert others == set()  # counts have no decimals, and the law's comma is never a thousand


@settings(max_examples=500)
@given(st.text() | st.text("0123456789.,/%–-≥<>~ đồngtỷriệukhoảừên"), st.sampled_from(UNITS))
def test_garbage_is_refused_and_nothing_else(text: str, unit: str) -> None:
    """Any text is read or refused as Unreadable: no other exception, no negative value, no half a thing."""
    try:
        found = read_quantity(text, unit)
    except Unreadable:
        return
    assert (found.number is None) == (found.state is State.MISSING)
    assert found.number is None or found.number >= 0
    assert found.upper is None or found.number is None or found.upper >= found.number
    assert found.number is None or found.whole or Decimal(repr(float(found.number))) == found.number
    assert unit != "hồ sơ" or found.number is None or found.number == found.number.to_integral_value()


@pytest.mark.parametrize("text", ["1 trıệu đồng", "2 trİệu đồng"])
def test_a_look_alike_letter_is_refused(text: str) -> None:
    """A scanned ı that a case-insensitive pattern takes for i is a refusal, not a crash."""
    with pytest.raises(Unreadable):
        read_quantity(text, MONEY)


def test_a_range_keeps_the_printed_decimals_of_both_ends() -> None:
    """55,5%–60% is not shown as 56%–60%."""
    assert read_quantity("55,5%–60%", PERCENT).decimals == 1
