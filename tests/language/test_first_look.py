"""The first look for personal data leaves out nothing: what is found with it is what is found by looking closely at
every place.
"""

from __future__ import annotations

import close_look
import pytest
from close_look import found_slowly
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support import CASES, ROOT

from generator.language import undisguised
from generator.language.personal_data import found_in

DIGITS = st.one_of(
    st.from_regex(r"[0-9]{1,5}|0[1-9]|20[0-9]{2}", fullmatch=True),
    st.from_regex(r"0[235789][0-9]{1,9}|84[0-9]{0,10}|00|0084[0-9]{0,3}|[0-9]{7,12}", fullmatch=True),
    st.sampled_from(
        ["0912345678", "912345678", "02333822123", "034090123456", "191234567", "3700205123456", "B1234567"]
    ),
    st.sampled_from(["０９１２", "٠٩١٢٣٤٥٦٧٨", "09l2", "O912", "O9I2345678", "l", "o", "OO", "²", "1o", "oX"]),
)
BETWEEN = st.one_of(
    st.sampled_from(
        [" ", ".", "-", ",", "/", "|", " | ", "_", "\n", "\u00a0", "–", "\u200b", "\u0301", "·", "(", ") "]
    ),
    st.sampled_from([", ", " - ", "--", "    ", "     ", " " * 16, " " * 17, "\t", "…", "&#32;", "%20", "&nbsp;", "+"]),
)
WORDS = st.sampled_from(
    ["điện thoại ", "ĐT: ", "SĐT ", "gọi anh A ", "tel", "Zalo:", "liên hệ", "CCCD ", "cmnd", "hộ chiếu ",
     "passport B", "stk ", "số tài khoản ", "khoản", "chiêu", "kho4n ", "Vietcombank", "tk", "so the", "mst ", "đồng",
     "người", "báo cáo ", "o ", "l ", "x", "Đ", "a.nguyen@gmail.com", "a", " at ", "[at]", "gmail.com", " a còng ",
     " a c0ng ", "@", "(a c", "ng)"]
)  # fmt: skip
FILLING = st.integers(60, 90).map(lambda length: "ă " * (length // 2))
TEXTS = st.lists(st.one_of(DIGITS, DIGITS, BETWEEN, BETWEEN, WORDS, FILLING), max_size=16).map("".join)
SIGNS = st.text("0123456789084oOlI .,-/|_()@atcng&#;%đ\u0301\u200b٣２²\n", max_size=60)


@settings(max_examples=1500)
@given(st.one_of(TEXTS, SIGNS))
@example("1o 0912345678")
@example("O 912 345 678, o 9")
@example(f"cmnd{'.' * 12} 191234567")
@example("a c0ng")
@example("㎆ 1234567890, ｔ\u200bk 1234567890")
@example("passport B1234567|chi4u c1234567")
@example("2026-0084912345678 2026-0912345678 2026_034090123456")
@example("84(0)912345678 84 0 0912345678 (84) 912 345 678")
def test_nothing_is_left_out(text: str) -> None:
    """Whatever stands between digits, whatever looks like one, whatever names them."""
    assert found_in(text) == found_slowly(text)
    assert found_in(text, ["0912 345 678"]) == found_slowly(text, ["0912 345 678"])


@pytest.mark.parametrize("distance", range(60, 85))
def test_names_reach_as_far(distance: int) -> None:
    """A word just within and just without the reach of a number."""
    for text in (
        f"gọi{'ă' * distance}912345678",
        f"912345678{'ă' * distance}zalo",
        f"stk{'ă' * (distance - 40)}1234567",
    ):
        assert found_in(text) == found_slowly(text)


@pytest.mark.slow
def test_nothing_is_left_out_of_real_texts() -> None:
    """Pages, tables and scripts as they are written and made."""
    kinds = {".md", ".html", ".csv", ".js", ".json", ".yml"}
    folders = (ROOT / "site_src", ROOT / "data", ROOT / "overrides", CASES / "mot-xa")
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in kinds]
    assert len(paths) > 100
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert found_in(text) == found_slowly(text), path


@pytest.mark.parametrize("signs", ["1", "0", "1 ", "12-", "0912345678 ", "o", "1o", "stk 12345678 ", "@", "1\u200b"])
def test_long_texts_take_time_in_proportion(signs: str) -> None:
    """A text of 200,000 like signs is read like one of 1,000; were it read again for each sign, this would not end."""
    long, short = (found_in(signs * (many // len(signs))) for many in (200_000, 1_000))
    assert {(found.kind, found.shown) for found in long} == {(found.kind, found.shown) for found in short}


@given(st.text("09lIoO .-xđ", max_size=30))
def test_letters_among_digits_are_read_from_their_first(text: str) -> None:
    """Without looking again for each digit of a stretch."""
    assert undisguised.with_digits(text) == close_look.with_digits(text)
