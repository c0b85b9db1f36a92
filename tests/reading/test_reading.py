"""Wild text: periods as people say them, and Vietnamese that is not Unicode."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT

from generator.language.period_words import read_period
from generator.reading.decode import Undecodable, decode
from generator.reading.old_fonts import coding_of, is_syllable

PERIODS = [
    ("Quý I/2026", "2026-01-01", "2026-03-31"),
    ("quý 4 năm 2025", "2025-10-01", "2025-12-31"),
    ("6 tháng đầu năm 2026", "2026-01-01", "2026-06-30"),
    ("6 tháng cuối năm 2026", "2026-07-01", "2026-12-31"),
    ("9 tháng năm 2026", "2026-01-01", "2026-09-30"),
    ("tháng 5/2026", "2026-05-01", "2026-05-31"),
    ("Tháng 02 năm 2028", "2028-02-01", "2028-02-29"),
    ("T5/2026", "2026-05-01", "2026-05-31"),
    ("Cả năm 2025", "2025-01-01", "2025-12-31"),
    ("từ ngày 15/5/2026 đến ngày 16/6/2026", "2026-05-15", "2026-06-16"),
    ("01/01/2026 - 31/05/2026", "2026-01-01", "2026-05-31"),
    ("đến hết ngày 31/5/2026", "", "2026-05-31"),
]


@pytest.mark.parametrize(("words", "start", "end"), PERIODS)
def test_a_period_is_read_as_people_say_it(words: str, start: str, end: str) -> None:
    """First and last day; composed or decomposed letters and more blanks make no difference."""
    assert read_period(words) == (start, end)
    assert read_period(unicodedata.normalize("NFD", words).replace(" ", "  ")) == (start, end)


@pytest.mark.parametrize(
    "words", ["", "năm nay", "tháng 13/2026", "tháng 0/2026", "quý V/2026", "5 tháng", "kỳ báo cáo",
              "13 tháng năm 2026", "từ ngày 31/12/2026 đến ngày 01/01/2026", "lũy kế đến nay", "tháng 5",
              "năm 0000", "đến 30/02/2026"]
)  # fmt: skip
def test_words_that_name_no_days_give_none(words: str) -> None:
    assert read_period(words) is None


@given(st.text() | st.from_regex(r"(tháng|quý|năm|từ|đến|đầu|cuối|[0-9IV]{1,4}|[ /.-]){1,9}"))
def test_any_words_give_a_period_or_none(words: str) -> None:
    """No exception; a period ends on or after the day it starts."""
    found = read_period(words)
    assert found is None or found.start <= found.end


# --- text that is not Unicode -----------------------------------------------------------------

OLD: dict[str, list[str]] = {
    "TCVN3": ["B¸o c¸o kÕt qu¶ thùc hiÖn", "§¶ng ñy x· VÜnh Thñy", "Hå s¬ ®· gi¶i quyÕt"],
    "VNI": ["Baùo caùo keát quaû thöïc hieän", "Ñaûng uûy xaõ Vónh Thuûy", "Hoà sô ñaõ giaûi quyeát"],
    "1258": ["Báo cáo kêìt quaÒ thýòc hiêòn", "Nghiò quyêìt cuÒa Ðaòng", "haòn ðaòt chiÒ tiêu"],
    "UTF-8": ["BÃ¡o cÃ¡o káº¿t quáº£", "xÃ£ Hoáº±ng SÆ¡n", "há»“ sÆ¡ Ä‘Ãºng háº¡n"],
}


@pytest.mark.parametrize(("coding", "text"), [(coding, text) for coding, texts in OLD.items() for text in texts])
def test_an_old_coding_is_recognised(coding: str, text: str) -> None:
    """The name that an officer is told names the coding."""
    assert coding in coding_of(text)


def test_real_texts_are_not_taken_for_an_old_coding() -> None:
    """No cell of the project's data and no name of the country's communes looks wrongly coded."""
    files = list((ROOT / "data").rglob("*.csv"))
    assert len(files) > 30
    told = [(path.name, cell) for path in files for cell in path.read_text("utf-8").split(",") if coding_of(cell)]
    assert told == []


@pytest.mark.parametrize("word", ["Quảng", "Nghiệm", "gì", "giếng", "khuỷu", "Thuỷ", "Thủy", "ƯU", "yêu", "quy", "ạ"])
def test_a_syllable_is_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["B¸o", "Héi", "qu¶", "Ä‘", "Caùc", "zéro", "Krông"])
def test_what_is_no_syllable_is_known(word: str) -> None:
    assert not is_syllable(word)


CODERS: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1),
       st.sampled_from(sorted(CODERS)))  # fmt: skip
def test_unicode_comes_back(text: str, coder: str) -> None:
    """What was written in a Unicode coding is read as it was."""
    assert decode(CODERS[coder](text)) == text


@given(st.binary())
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    """No other exception; the refusal names a line of the file and says what to do."""
    line, remedy = 1, "."
    try:
        assert "\0" not in decode(content)
    except Undecodable as fault:
        line, remedy = fault.line, fault.remedy
    assert 1 <= line <= content.count(b"\n") + 1
    assert remedy.endswith(".")
