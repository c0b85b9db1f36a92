"""A number of a form is read with the words that its cell shows around it, or refused with what is seen."""

from __future__ import annotations

import contextlib
from decimal import Decimal
from pathlib import Path

import pytest
from form_faults import typed
from hypothesis import given
from hypothesis import strategies as st
from officer import OTHERS, TTHC, changed, reshape

from generator.forms.cells import Misread, said
from generator.forms.exchange import import_form
from generator.forms.number_formats import seen, words_of_text
from generator.forms.sheets import AMOUNT, FIRST
from generator.language.numbers import read_quantity
from generator.tables.all_tables import BY_NAME
from generator.tables.table import Column

pytestmark = pytest.mark.slow

MONEY, COUNT, SHARE, WORDS = (
    BY_NAME[table].column(name)
    for table, name in (("ngan-sach", "so_tien"), ("tthc", "moi"), ("chi-tieu", "gia_tri"), ("tthc", "vi_tri"))
)

SAID = [
    (977_310, '#,##0" triệu đồng"', MONEY, "977310 triệu đồng"),
    (977_310_000_000, '#,##0,," triệu đồng"', MONEY, "977310 triệu đồng"),
    (275.4, '#,##0.0\\ "triệu đồng"', MONEY, "275,4 triệu đồng"),
    (4, '0" tỷ đồng"', MONEY, "4 tỷ đồng"),
    (275_400_000, AMOUNT, MONEY, "275400000 đồng"),
    (42_000_000, "#,##0 [$₫-42A]", MONEY, "42000000 đồng"),
    (42_000_000, '_-* #,##0 "đ"_-;-* #,##0 "đ"_-;_-* "-" "đ"_-;_-@_-', MONEY, "42000000 đồng"),
    (0, '_-* #,##0 "đ"_-;-* #,##0 "đ"_-;_-* "-" "đ"_-;_-@_-', MONEY, "0"),
    (5, "[$$-409]#,##0", MONEY, "$5"),
    (13, '"khoảng "0', COUNT, "khoảng 13"),
    (275, '#,##0" nghìn hồ sơ"', COUNT, "275 nghìn hồ sơ"),
    (2842, '#"."##0', COUNT, "2842"),
    (0, '0;-0;"Không phát sinh"', COUNT, "Không phát sinh"),
    (0, '#,##0;-#,##0;"-"', COUNT, "0"),
    (5, 'General" hồ sơ"', COUNT, "5 hồ sơ"),
    (1_234_500, '[>=1000000]0.0,," triệu";[>=1000]0.0," nghìn";0', COUNT, "1,2345 triệu"),
    (12, '[>=1000000]0.0,," triệu";[>=1000]0.0," nghìn";0', COUNT, "12"),
    (0.988, "0.0%", SHARE, "98,8%"),
    (98, '"từ "0"% trở lên"', SHARE, "từ 98% trở lên"),
    (98.5, '0.0" %"', SHARE, "98,5 %"),
    ("13%", '"khoảng "@', SHARE, "khoảng 13%"),
    (5, '"Mục "0', WORDS, "Mục 5"),
]


@pytest.mark.parametrize(("value", "form", "column", "text"), SAID)
def test_words_of_a_format_are_read_with_the_number(value: object, form: str, column: Column, text: str) -> None:
    """Units, “khoảng”, scaling by thousands beside its word, zero in words, sections by sign or condition."""
    assert said(value, form, column).text == text


REFUSED = [
    (275, AMOUNT, MONEY, ["275 đồng", "275 triệu đồng"]),
    (999_999, '#,##0" đ"', MONEY, ["999999 đ", "999999 nghìn đồng"]),
    (1_274_000, "#,##0,", COUNT, ["1274000", "1.000"]),
    (1_274_000_000, "#,##0.0,,", MONEY, ["1274000000", "1.000.000"]),
    (5, ";;;", COUNT, ["Ô chứa số 5"]),
    (912_345, '000" - "000', COUNT, ["912345"]),
    (0.5, "# ?/?", COUNT, ["phân số"]),
]


@pytest.mark.parametrize(("value", "form", "column", "words"), REFUSED)
def test_what_a_format_hides_is_refused(value: object, form: str, column: Column, words: list[str]) -> None:
    """The message shows the number that is there and what the cell makes of it."""
    with pytest.raises(Misread) as refusal:
        said(value, form, column)
    assert all(word in refusal.value.message for word in words)


def test_the_least_money_that_a_number_may_say() -> None:
    """One million đồng typed as a number into the form's own cell is taken; one đồng less is asked about."""
    assert said(1_000_000, AMOUNT, MONEY).text == "1000000 đồng"
    with pytest.raises(Misread):
        said(999_999, AMOUNT, MONEY)


@given(st.integers(0, 10**9), st.text(max_size=30) | st.text('0#?.,;"@[]<>=%_* đồngtriệu\\$-E+', max_size=30))
def test_any_format_shows_something_or_is_refused(number: int, form: str) -> None:
    """No format of any cell is an exception, and none makes digits that are not there."""
    seen(Decimal(number), form)
    words_of_text("a", form)
    for column in (MONEY, COUNT, SHARE, WORDS):
        with contextlib.suppress(Misread):
            assert isinstance(said(number, form, column).text, str)


def test_a_form_says_what_its_cells_show(form: Path, data: Path) -> None:
    """From the workbook to the table."""
    reshape(form, typed(OTHERS, FIRST, "Giá trị", 99, '"trên "0"%"'))
    import_form(form, data, write=True)
    assert changed(data)["chi-tieu", 2, "gia_tri"] == "trên 99%"


def test_units_of_other_things_are_refused_where_they_stand(form: Path, data: Path) -> None:
    """A cell of dossiers that shows “đ” is no number of dossiers."""
    came = import_form(reshape(form, typed(TTHC, FIRST, "Tiếp nhận", 5, '#,##0 "USD"')), data, write=True)
    assert {(p.code, p.line, p.column) for p in came.problems if p.severity == "error"} >= {
        ("so-sai", FIRST, "Tiếp nhận")
    }
    assert changed(data) == {}


def test_the_money_of_the_case_is_read_to_the_dong() -> None:
    """What is seen, “977,310 triệu đồng”, is what the number with its words means."""
    assert read_quantity(said(977.31, '0.000" triệu đồng"', MONEY).text, "đồng").number == 977_310_000
