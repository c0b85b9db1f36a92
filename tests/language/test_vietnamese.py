"""Vietnamese text: one normal form, comparing without marks, alphabetical order, dates."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.vietnamese import clean, fold, is_nfc, own_name, read_date, same_name, show_date, slug, sort_key

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))

IN_ORDER = [
    # letters: a ă â b c d đ e ê g h i … o ô ơ … u ư v x y; then tones: ngang huyền hỏi ngã sắc nặng
    ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s",
     "t", "u", "ư", "v", "x", "y"],
    ["ma", "mà", "mả", "mã", "má", "mạ"],
    ["Hoàng Sơn", "Hoàng Thành", "Hoằng Hóa", "Hoằng Sơn"],
    ["An Dương", "Ân Thi", "Ba Vì", "Đông Anh", "Em", "Êm"],
    ["Vĩnh Hà", "Vĩnh Thạnh", "Vĩnh Thông", "Vĩnh Thủy", "Vĩnh Yên"],
    ["Tổ 2", "Tổ Đá"],
]  # fmt: skip


@pytest.mark.parametrize("words", IN_ORDER, ids=lambda words: words[0])
def test_words_stand_in_dictionary_order(words: list[str]) -> None:
    """Letters decide before tones; composed and decomposed writing stand in one place."""
    assert sorted(words, key=sort_key) == words
    decomposed = [unicodedata.normalize("NFD", word) for word in words]
    assert sorted(decomposed, key=sort_key) == decomposed


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """The folded form is final, free of combining marks, and the same for each normal form."""
    folded = fold(text)
    assert fold(folded) == folded
    assert not any(map(unicodedata.combining, folded))
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_cleaning_is_final(text: str) -> None:
    """Clean text is NFC, trimmed, with single blanks, and stays as it is."""
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert is_nfc(cleaned)
    assert cleaned == " ".join(cleaned.split())


@given(st.text())
def test_an_address_is_plain(text: str) -> None:
    """Whatever the name, its address holds only a-z, 0-9 and single inner hyphens."""
    made = slug(text)
    assert made == "" or all(part.isascii() and part.isalnum() and part == part.lower() for part in made.split("-"))


@pytest.mark.parametrize(
    ("text", "folded", "address"),
    [
        ("Xã Vĩnh Thủy", "xa vinh thuy", "xa-vinh-thuy"),
        ("ĐƯỜNG Hoằng Sơn", "duong hoang son", "duong-hoang-son"),
        ("Bà Rịa – Vũng Tàu", "ba ria – vung tau", "ba-ria-vung-tau"),
        ("", "", ""),
    ],
)
def test_names_without_marks(text: str, folded: str, address: str) -> None:
    """Names that people search for and that addresses are made of."""
    assert (fold(text), slug(text)) == (folded, address)


@given(DAYS)
def test_a_date_is_read_as_it_is_written(day: dt.date) -> None:
    """Each way of writing a day is read as that day, and shown as people write it."""
    local = f"{day:%d/%m/%Y}"
    assert show_date(day.isoformat()) == local
    written = (day.isoformat(), local, f"{day.day}/{day.month}/{day.year}", f"{day:%d-%m-%Y}", f"{day:%d.%m.%Y}")
    assert {read_date(text) for text in written} == {day}


@given(st.text(st.sampled_from("0123456789/-. ") | st.characters()))
def test_other_text_is_no_date(text: str) -> None:
    """Any text gives a day or None, never an exception; a day given is one that comes back."""
    found = read_date(text)
    assert found is None or read_date(found.isoformat()) == found


@pytest.mark.parametrize(
    "text",
    ["", "2026-02-29", "31/04/2026", "13/13/2026", "5/2026", "31/5/26", "2026", "46173", "31-May-2026", "0/1/2026"],
)
def test_not_a_day(text: str) -> None:
    """A day that does not exist, half a date and a spreadsheet's number are refused."""
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Xã Vĩnh Thủy", "Xã Vĩnh Thuỷ", True),
        ("Xã Hòa Bình", "xã hoà bình", True),
        ("Phường Quý Nhơn", "Phường Qúy Nhơn", True),
        ("Xã Ea H'Leo", "Xã Ea H’Leo", True),
        ("Xã Vĩnh Thủy", "Xã Vinh Thuy", False),
        ("Xã Vĩnh Thủy", "Xã Vĩnh Thúy", False),
        ("Xã Hoằng Sơn", "Xã Hoàng Sơn", False),
        ("Xã Đông Hà", "Xã Dông Hà", False),
        ("Xã Thủy Vĩnh", "Xã Thuy Vĩnh̉", False),
        ("Xã Vĩnh Thủy", "Xã Vĩnh", False),
    ],
)
def test_a_name_is_its_letters_and_tones(first: str, second: str, same: bool) -> None:
    """Where the tone mark stands in a syllable and capitals do not matter; any other mark does."""
    assert same_name(first, second) == same_name(second, first) == same
    assert same_name(unicodedata.normalize("NFD", first), second) == same


@pytest.mark.parametrize(
    ("name", "own"),
    [("Xã Vĩnh Thủy", "Vĩnh Thủy"), ("Đặc khu Phú Quốc", "Phú Quốc"), ("Phường Xã Tắc", "Xã Tắc"), ("Huế", "Huế")],
)
def test_a_name_without_its_kind(name: str, own: str) -> None:
    """The kind before the name goes, once; a name alone stays."""
    assert own_name(name) == own
