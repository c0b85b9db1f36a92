"""A figure is told in the same words everywhere: its value, its level, its day, how far it is from another."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from figures import figure

from generator.comparing.evidence import column_of
from generator.model.figure import BUDGET
from generator.model.figure_words import aimed, compared, ended, gap_of, is_above_whole, listed, printed
from generator.pieces.sentence import dates
from generator.pieces.shown import period

SHARE: dict[str, Any] = {"don_vi": "%", "loai": "muc_tieu"}


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        ("2.842", "hồ sơ", "2.842 hồ sơ"),
        ("2.842 hồ sơ", "hồ sơ", "2.842 hồ sơ"),
        ("17/20", "điểm số", "17/20 điểm"),
        ("99,5", "%", "99,5%"),
        ("99.5", "%", "99,5%"),
        ("99,5 %", "%", "99,5 %"),
        ("275,4 triệu đồng", "đồng", "275,4 triệu đồng"),
        ("275400000", "đồng", "275400000"),
    ],
)
def test_a_value_is_told_as_it_is_printed(text: str, unit: str, said: str) -> None:
    """With its unit where the print has none."""
    made = figure("a", 99.5, don_vi=unit, so_le=1)
    assert printed(replace(made, value=made.value.as_printed(text))) == said


def test_what_is_not_printed_is_told_as_blank_and_what_is_computed_with_its_counts() -> None:
    rate = figure("a", 97.5, loai="tinh_lai", don_vi="%", tu_so=39, mau_so=40, so_le=1)
    assert (printed(figure("a", None)), printed(rate)) == ("để trống", "97,5% (39/40)")


@pytest.mark.parametrize(
    ("day", "words", "said"),
    [
        ("2026-05-31", "5 tháng", "đến 31/05/2026"),
        ("2025-12-31", " Năm 2025", "năm 2025"),
        ("2025-12-31", "năm 2024", "đến 31/12/2025"),
        ("2025-12-31", "tại thời điểm báo cáo", "đến 31/12/2025"),
        ("", "năm 2025", "không ghi ngày"),
    ],
)
def test_a_last_day_is_told_unless_a_year_says_it(day: str, words: str, said: str) -> None:
    made = figure("a", 1, den_ngay=day)
    assert ended(replace(made, period=replace(made.period, printed=words))) == said


@pytest.mark.parametrize(
    ("day", "signed", "words", "kind", "said"),
    [
        ("2026-05-18", "2026-05-18", "5 tháng đầu năm 2026", "bao_cao", "đến ngày ký 18/05/2026"),
        ("2026-05-18", "2026-05-18", "tại thời điểm báo cáo", "tinh_lai", "đến ngày ký 18/05/2026"),
        ("2026-05-18", "2026-05-20", "5 tháng đầu năm 2026", "bao_cao", "đến 18/05/2026"),
        ("2026-05-18", "", "5 tháng đầu năm 2026", "bao_cao", "đến 18/05/2026"),
        ("2026-05-18", "2026-05-18", "tính đến 18/5", "bao_cao", "đến 18/05/2026"),
        ("2026-05-18", "2026-05-18", "đến hết ngày 18 tháng 5", "bao_cao", "đến 18/05/2026"),
        ("2026-05-31", "2026-05-31", "5 tháng đầu năm 2026", "bao_cao", "đến 31/05/2026"),
        ("2026-05-18", "2026-05-18", "Năm 2026", "muc_tieu", "đến 18/05/2026"),
    ],
)
def test_a_last_day_that_is_the_signature_s_is_called_so(
    day: str, signed: str, words: str, kind: str, said: str
) -> None:
    """Where the document names none; what it says itself, a month's end and a target's stage are their own."""
    made = figure("ty_le_dung_han", 99, den_ngay=day, loai=kind)
    document = replace(made.trace.document, signed=dt.date.fromisoformat(signed) if signed else None)
    told = replace(made, trace=replace(made.trace, document=document), period=replace(made.period, printed=words))
    assert ended(told) == said
    assert ("ngày ký" in dates(told)) == ("ngày ký" in said)
    assert ("ngày ký" in period(told)) == ("ngày ký" in said)


@pytest.mark.parametrize(
    ("how", "to", "said"),
    [("=", None, "98%"), (">=", None, "từ 98%"), (">", None, "trên 98%"), ("<=", None, "không quá 98%"),
     ("<", None, "dưới 98%"), ("khoang", None, "khoảng 98%"), ("=", 99, "98%–99%")],
)  # fmt: skip
def test_a_level_is_told_with_how_it_is_meant(how: str, to: float | None, said: str) -> None:
    made = figure("a", 98, so_sanh=how, gia_tri_den=to, **SHARE)
    assert aimed(made) == said
    assert said.startswith(compared(made))


def test_a_gap_is_told_in_the_words_of_its_unit() -> None:
    """Points of a per cent, things, money as people say it whatever its printed digits."""
    shares = (figure("a", 99, don_vi="%"), figure("a", 98.5, don_vi="%", so_le=1))
    sums = [figure("a", amount, don_vi="đồng", so_le=-5) for amount in (275_400_000, 300_000_000)]
    assert (gap_of(*shares), gap_of(*sums)) == ("0,5 điểm phần trăm", "24,6 triệu đồng")
    assert gap_of(figure("a", 7), figure("a", 9)) == "2 hồ sơ"


def test_a_share_is_above_its_whole_from_either_end() -> None:
    """A missing one is not, nor is a count."""
    assert [is_above_whole(figure("a", value, don_vi="%", gia_tri_den=to)) for value, to in
            ((100, None), (100.1, None), (90, 110), (None, None))] == [False, True, True, False]  # fmt: skip
    assert not is_above_whole(figure("a", 500))


def test_things_are_listed_once() -> None:
    assert (listed(["98%"]), listed(["98%", "99%", "98%", "97%"])) == ("98%", "98%; 99% và 97%")


@pytest.mark.parametrize(
    ("table", "indicator", "column"),
    [("tthc", "ho_so_tiep_nhan", "tiep_nhan"), ("tthc", "ty_le_dung_han", ""), ("ngan-sach", BUDGET, "so_tien"),
     ("muc-tieu", "ty_le_dung_han", "gia_tri"), ("chi-tieu", "so_tthc", "gia_tri")],
)  # fmt: skip
def test_a_figure_stands_in_a_column_of_its_table(table: str, indicator: str, column: str) -> None:
    """That of its indicator, or the one for values; what is computed from counts stands in none."""
    made = figure(indicator, 1)
    assert column_of(replace(made, trace=replace(made.trace, table=table))) == column
