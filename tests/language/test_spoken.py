"""Numbers, dates and documents' words as an announcer says them."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
import said
from hypothesis import given
from hypothesis import strategies as st

from generator.language import spoken

WHOLE = {
    0: "không", 1: "một", 4: "bốn", 5: "năm", 10: "mười", 11: "mười một", 14: "mười bốn", 15: "mười lăm",
    20: "hai mươi", 21: "hai mươi mốt", 24: "hai mươi tư", 25: "hai mươi lăm", 55: "năm mươi lăm", 100: "một trăm",
    101: "một trăm linh một", 105: "một trăm linh năm", 110: "một trăm mười", 115: "một trăm mười lăm",
    304: "ba trăm linh bốn", 1000: "một nghìn", 1005: "một nghìn không trăm linh năm",
    1015: "một nghìn không trăm mười lăm", 1021: "một nghìn không trăm hai mươi mốt",
    2026: "hai nghìn không trăm hai mươi sáu", 2822: "hai nghìn tám trăm hai mươi hai",
    10_005: "mười nghìn không trăm linh năm", 100_100: "một trăm nghìn một trăm",
    1_000_005: "một triệu không trăm linh năm", 1_005_000: "một triệu không trăm linh năm nghìn",
    10**9: "một tỷ", 10**9 + 5 * 10**6: "một tỷ không trăm linh năm triệu",
    1_250_000_000_000: "một nghìn hai trăm năm mươi tỷ", 1001 * 10**9: "một nghìn không trăm linh một tỷ",
}  # fmt: skip
"""Checked by hand, one for each rule of reading."""


@pytest.mark.parametrize(("number", "words"), WHOLE.items())
def test_a_number_is_said_as_at_school(number: int, words: str) -> None:
    """mốt, tư, lăm, linh, mười and mươi, empty hundreds, thousands of billions."""
    assert spoken.number(number) == words


@given(st.integers(0, 10**15))
def test_any_number_can_be_written_down_again(number: int) -> None:
    """Who hears the words writes the same number."""
    assert said.whole(spoken.number(number).split()) == number


@pytest.mark.parametrize("value", [-1, -0.5, -0.04])
def test_below_zero_there_are_no_words(value: float) -> None:
    """Nothing on the site is negative: such a number is a bug, not a text."""
    with pytest.raises(ValueError, match=str(value)):
        spoken.decimal(value, 1)
    if value == int(value):
        with pytest.raises(ValueError, match="-1"):
            spoken.number(int(value))


@pytest.mark.parametrize(
    ("value", "places", "words"),
    [
        (99.89, 2, "chín mươi chín phẩy tám mươi chín"), (98.05, 2, "chín mươi tám phẩy không năm"),
        (99.6, 1, "chín mươi chín phẩy sáu"), (99.6, 2, "chín mươi chín phẩy sáu mươi"), (100, 2, "một trăm"),
        (0.5, 1, "không phẩy năm"), (12.005, 3, "mười hai phẩy không không năm"), (2.5, 0, "ba"),
    ],
)  # fmt: skip
def test_decimals_are_read_as_printed(value: float, places: int, words: str) -> None:
    """As one number, its leading zeros one by one; no decimals are said where all are zero."""
    assert spoken.decimal(value, places) == words


@given(st.decimals(0, 10**9, places=3), st.integers(1, 3))
def test_any_decimal_can_be_written_down_again(value: Decimal, places: int) -> None:
    """Rounded half up to the printed places, nothing else is lost."""
    rounded = value.quantize(Decimal(1).scaleb(-places), "ROUND_HALF_UP")
    assert said.value(spoken.decimal(value, places)) == rounded


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (275_400_000, "đồng", "hai trăm bảy mươi lăm triệu bốn trăm nghìn đồng"),
        (99.89, "%", "chín mươi chín phẩy tám mươi chín phần trăm"), (20, "tổ", "hai mươi tổ"),
    ],
)  # fmt: skip
def test_a_unit_is_said(value: float, unit: str, words: str) -> None:
    """Money to the đồng, shares as phần trăm, things with their name."""
    assert spoken.quantity(value, unit, 2) == words


def test_days_of_the_calendar() -> None:
    """mồng up to the tenth, tháng tư, month and year once where they are the same."""
    assert spoken.date("2026-05-18") == "ngày mười tám tháng năm năm hai nghìn không trăm hai mươi sáu"
    assert spoken.date("2026-04-10", year=False) == "ngày mồng mười tháng tư"
    assert spoken.month("2026-11-30") == "tháng mười một năm hai nghìn không trăm hai mươi sáu"
    year = "năm hai nghìn không trăm hai mươi sáu"
    assert spoken.span("2026-10-01", "2026-10-31") == f"từ ngày mồng một đến ngày ba mươi mốt tháng mười {year}"
    assert spoken.span("2026-01-01", "2026-05-18") == f"từ ngày mồng một tháng một đến ngày mười tám tháng năm {year}"
    two = "từ ngày mồng một tháng bảy năm hai nghìn không trăm hai mươi lăm đến ngày ba mươi tháng sáu"
    assert spoken.span("2025-07-01", "2026-06-30", year=False) == f"{two} {year}"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_any_day_can_be_written_down_again(day: dt.date) -> None:
    """Day, month and year come back."""
    assert said.date(spoken.date(day.isoformat())) == (day.day, day.month, day.year)
    assert said.date(spoken.date(day.isoformat(), year=False)) == (day.day, day.month)


SHORT = {"UBND": "Ủy ban nhân dân", "CNTT": "công nghệ thông tin", "HĐND": "Hội đồng nhân dân"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mua phần mềm kế toán MISA cho các đơn vị", "Mua phần mềm kế toán Mi Sa cho các đơn vị"),
        ("Hỗ trợ 28 tổ (theo Nghị quyết số 55/2025/NQ-HĐND)", "Hỗ trợ hai mươi tám tổ"),
        ("Thứ 2 - thứ 6: 7h30–11h; 13:00 - 17 giờ 15",
         "Thứ hai đến thứ sáu, bảy giờ ba mươi phút đến mười một giờ, mười ba giờ đến mười bảy giờ mười lăm phút"),
        ("tháng 6/2026", "tháng sáu năm hai nghìn không trăm hai mươi sáu"),
        ("ngày 05/06/2026", "ngày mồng năm tháng sáu năm hai nghìn không trăm hai mươi sáu"),
        ("1.274 triệu đồng, 12,5%", "một nghìn hai trăm bảy mươi tư triệu đồng, mười hai phẩy năm phần trăm"),
        ("Văn phòng HĐND và UBND xã", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"),
        ("“Tuyên truyền” & tập huấn", "Tuyên truyền và tập huấn"),
        ("thứ 4, tháng 4", "thứ tư, tháng tư"),
        ("dùng VNeID", "dùng ứng dụng định danh điện tử quốc gia"),
    ],
)  # fmt: skip
def test_words_of_a_document_are_said(text: str, words: str) -> None:
    """Abbreviations in full, numbers, hours and days in words, what stands in brackets left out."""
    assert spoken.aloud(text, SHORT) == words


@pytest.mark.parametrize(
    "text", ["số 798/QĐ-UBND", "tầng 2, nhà A1", "lô B2-3", "iOFFICE", "và/hoặc", "ngày 31/2/2026"]
)
def test_what_nobody_can_say_for_sure_is_not_said(text: str) -> None:
    """A symbol or an unknown abbreviation makes the whole text unfit, instead of a guess."""
    assert spoken.aloud(text, SHORT) == ""


@given(st.text(max_size=60) | st.from_regex(r"[0-9A-ZĐ .,:;/()%–hg-]{0,40}", fullmatch=True))
def test_no_text_leaves_a_digit_or_a_sign(text: str) -> None:
    """Whatever a cell holds, what is read has no digit, percent sign, slash, bracket, or word in capitals."""
    assert not re.search(r"[0-9%/()\[\]{}<>]|\b[A-ZĐ]{2}", spoken.aloud(text, SHORT))


def test_a_telephone_line_is_said_digit_by_digit() -> None:
    """Signs between digits are not said; what is no single line is not read at all."""
    assert spoken.telephone("0233 10.20 (máy lẻ)") == "không hai ba ba một không hai không"
    assert spoken.telephone("Tổng đài") == ""
    assert spoken.telephone("") == ""


@pytest.mark.parametrize("between", [" - ", " – ", "/", ", ", "; ", " hoặc "])
def test_two_telephone_lines_are_two(between: str) -> None:
    """Each is said apart; digits that run on beyond any line's length are not read at all."""
    first, second = "không hai không bốn ba tám hai hai một một một", "không hai không bốn ba tám hai hai một một hai"
    assert spoken.telephone(f"0204.3822111{between}0204.3822112") == f"{first} hoặc {second}"
    assert spoken.telephone("0204.3822111 0204.3822112") == ""
    assert spoken.telephone(f"0204.3822111{between}Tổng đài") == ""
