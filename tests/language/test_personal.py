"""Personal data are found in every usual writing, and figures, dates, ids and coordinates are never taken for them."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import BASE, ROOT

from generator.language.personal_data import ACCOUNT, CITIZEN, MAIL, PHONE, found_in


def cut(digits: str, lengths: tuple[int, ...], gap: str) -> str:
    """Digits in groups: `cut("0912345678", (4, 3, 3), " ")` is `0912 345 678`."""
    ends = [sum(lengths[: number + 1]) for number in range(len(lengths))]
    return gap.join(digits[end - length : end] for end, length in zip(ends, lengths, strict=True))


GAPS = st.sampled_from([" ", ".", "-", "\u00a0", "\u2013", " - ", "\u200b", "\u202f"])
MOBILES = st.from_regex(r"0[35789][0-9]{8}", fullmatch=True)
MOBILE_GROUPS = st.sampled_from([(10,), (4, 3, 3), (3, 3, 4), (3, 4, 3), (4, 6), (3, 7), (4, 2, 4), (4, 2, 2, 2)])
LANDLINES = st.from_regex(r"02(33|32|99|4[0-9])[0-9]{7}", fullmatch=True)
LANDLINE_GROUPS = st.sampled_from([(11,), (4, 7), (4, 4, 3), (4, 3, 4), (4, 1, 3, 3), (3, 4, 4), (3, 8)])
AROUND = st.sampled_from(
    ["{}", "ĐT: {}", "Liên hệ bà A ({}), giờ hành chính", "zalo.me/{}", "ngày 31/05/2026 {} gặp ông B"]
)


def kinds(text: str) -> set[str]:
    return {finding.kind for finding in found_in(text)}


@given(MOBILES, MOBILE_GROUPS, GAPS, AROUND)
def test_a_mobile_number_is_found(digits: str, groups: tuple[int, ...], gap: str, around: str) -> None:
    """However it is grouped and whatever stands around it."""
    assert kinds(around.format(cut(digits, groups, gap))) == {PHONE}


@given(MOBILES, st.sampled_from(["+84", "+84 ", "(+84) ", "+84-", "0084 ", "(84)", "+84.(0)"]), GAPS)
def test_a_number_from_abroad_is_found(digits: str, code: str, gap: str) -> None:
    """With the code of the country the groups do not matter."""
    assert kinds(f"Máy {code}{cut(digits[1:], (3, 3, 3), gap)}") == {PHONE}


@given(LANDLINES, LANDLINE_GROUPS, GAPS)
def test_a_landline_is_found(digits: str, groups: tuple[int, ...], gap: str) -> None:
    """Its area code is one of the country's."""
    assert kinds(f"UBND xã: {cut(digits, groups, gap)}") == {PHONE}


@given(MOBILES, MOBILE_GROUPS, GAPS)
def test_disguise_does_not_help(digits: str, groups: tuple[int, ...], gap: str) -> None:
    """Full-width digits, the first group in brackets, the letter O for the first 0."""
    number = cut(digits, groups, gap)
    first = number[: groups[0]]
    assert kinds("".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in number)) == {PHONE}
    assert kinds(f"({first}){number[groups[0] :]}") == {PHONE}
    assert kinds(f"O{number[1:]}") == {PHONE}


BORN = st.sampled_from(["034" + "090", "001" + "185", "044" + "203", "096" + "310", "079" + "190"])


@given(BORN, st.from_regex(r"[0-9]{6}", fullmatch=True), st.sampled_from([(12,), (3, 3, 3, 3), (4, 4, 4), (6, 6)]))
def test_a_citizen_id_is_found(head: str, tail: str, groups: tuple[int, ...]) -> None:
    """Twelve digits with a province and a century that exist, together or in groups."""
    for gap in (" ", ".", "\u00a0"):
        assert kinds(f"Ông A, {cut(head + tail, groups, gap)}") == {CITIZEN}


@pytest.mark.parametrize(
    "text", ["SĐT: 84912345678", "Zalo0912345678", "SĐT0912345678", "hotline:0912 345 678", "sđt 912345678",
             "gọi chị Lan 09 12 34 56 78"]
)  # fmt: skip
def test_a_number_after_a_word_for_calling_is_found_once(text: str) -> None:
    """Also without a blank between them, and with the country's code but no mark before it."""
    assert len(found_in(f"Gặp cán bộ, {text} nhé")) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("CMND: 191234567", CITIZEN),
        ("CMND số 191.234.567 cấp năm 2010", CITIZEN),
        ("số định danh cá nhân 191 234 567", CITIZEN),
        ("STK 3700205123456 Agribank", ACCOUNT),
        ("Số tài khoản ngân hàng: 3700 205 123456", ACCOUNT),
        ("tài khoản số 12345678901 của ông A", ACCOUNT),
        ("thư gửi nguyen.van.a@gmail.com.", MAIL),
        ("nguyen.a [at] gmail (dot) com", MAIL),
        ("nguyen.a @ gmail.com", MAIL),
        ("Nguyen＠xa.gov.vn", MAIL),
        ("mailto:a@b.vn?subject=x", MAIL),
        ("ĐT: 0 912 345 678", PHONE),
        ("Zalo 09 12 34 56 78", PHONE),
        ("di động: 0-9-1-2-3-4-5-6-7-8", PHONE),
        ("Đt: +٨٤ ٩١٢ ٣٤٥ ٦٧٨", PHONE),
    ],
)
def test_words_and_disguises(text: str, kind: str) -> None:
    """What needs its keyword, in both Unicode forms."""
    assert kinds(text) == kinds(unicodedata.normalize("NFD", text)) == {kind}


# --- nothing else -----------------------------------------------------------------------------


@given(st.integers(0, 10**15), st.sampled_from([".", " ", ",", "\u00a0"]), st.sampled_from(["", " đồng", "%", " tỷ"]))
def test_amounts_are_not_personal(amount: int, gap: str, unit: str) -> None:
    """Money and counts in groups of three, of any size."""
    assert found_in(f"{amount:,}".replace(",", gap) + unit) == []


@given(st.decimals(-1000, 1000, allow_nan=False, places=12), st.sampled_from([" ", ",", " L", "\n"]))
def test_decimals_and_coordinates_are_not_personal(number: object, gap: str) -> None:
    """What a chart's path holds."""
    assert found_in(gap.join([str(number), f"{float(str(number)):.9f}", str(number).lstrip("-0")])) == []


@given(st.lists(st.dates(dt.date(1945, 1, 1), dt.date(2099, 12, 31)), min_size=1, max_size=3))
def test_dates_are_not_personal(days: list[dt.date]) -> None:
    """Days in every form, one after another."""
    for form in ("%Y%m%d", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %m %Y"):
        for gap in (" ", "-", "–", " - ", ".", ", "):
            assert found_in(gap.join(day.strftime(form) for day in days)) == []


@given(st.from_regex(r"[a-z]{1,4}-[0-9]{3,12}(-[0-9]{1,8}){0,3}", fullmatch=True))
def test_ids_are_not_personal(name: str) -> None:
    """Ids of documents, anchors of a page."""
    assert found_in(f'<tr id="s-19405-{name}-20260101-20260518-trong-ky">') == []


@given(st.lists(st.from_regex(r"[0-9]{1,3}", fullmatch=True), min_size=1, max_size=12))
def test_rows_of_counts_are_not_personal(counts: list[str]) -> None:
    """Numbers copied from a table one after another, with the zeros that offices put before them."""
    row = " ".join(count.zfill(2) if len(count) < 3 else count.lstrip("0").zfill(2) for count in counts)
    assert found_in(f"dòng 3: {row}") == []


@pytest.mark.parametrize(
    "text",
    [
        "1022, 113, 19001096, 1900 1096, 1800.6015",
        "Mã số thuế: 0300588569",
        "H19.26.09-260518-0012 và 000.00.19.H50-260518-0012",
        "230-BC/ĐU, 05-2026-0001, 635/KH-UBND",
        "s-19405-ho-so-truc-tuyen-20260101-20260518-trong-ky",
        "M0.912345678,3.5L0 912 345 678Z",
        'aria-labelledby="t0912345678 d0312345678"',
        "Số máy tính (đến 31/12/2025) | 5 bộ",
        "Số tài khoản VNeID đã kích hoạt: 12.345.678",
        "Đã cấp thẻ căn cước: 318.204.500",
        "bieu-tuong@2x.png, @media (min-width: 60em), {“@type”: “Dataset”}",
    ],
)
def test_look_alikes_are_not_personal(text: str) -> None:
    """Services, codes of firms and files, hashes, names of pictures."""
    assert found_in(text) == []


def test_no_file_of_the_project_holds_personal_data() -> None:
    """The real data, the second readings, the pages written by hand, the clean case."""
    for folder in (ROOT / "data", ROOT / "site_src", ROOT / "tests" / "doc-lai", BASE):
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix != ".png":
                assert found_in(path.read_text(encoding="utf-8")) == [], path


# --- what is told of it -----------------------------------------------------------------------


def test_what_is_allowed_is_passed_in_any_grouping() -> None:
    """An office's line and mailbox may stand in the text however they are written there."""
    lines = ("Bộ phận Một cửa: (0233) 3822 123", "+84 912 345 678", "VinhThuy@quangtri.gov.vn")
    text = "Gọi 0233.3822.123, 0912 345 678, vinhthuy@quangtri.gov.vn hoặc 0987 654 321"
    assert [text[finding.start :] for finding in found_in(text, lines)] == ["0987 654 321"]


def test_only_a_part_is_shown() -> None:
    """What is told of a finding does not give it away."""
    text = "0912 345 678, 034090001234, nguyen.a@gmail.com"
    assert [finding.shown for finding in found_in(text)] == ["0912•••678", "034•••34", "n•••@gmail.com"]
