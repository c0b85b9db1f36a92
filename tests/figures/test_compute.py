"""Recomputed rates and target standings, against examples worked out by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from figures import figure

from generator.figures.compute import recompute
from generator.figures.standings import (
    ABOVE,
    BELOW,
    MEETING,
    MET,
    NOT_BEGUN,
    NOT_COMPARABLE,
    NOT_MET,
    standings,
)
from generator.model.catalogue import Formula, Indicator
from generator.model.figure import Figure, Kind
from generator.model.formulas import evaluate, terms
from generator.reading.catalogue_files import DATA, FOLDER, load_catalogue
from generator.reading.folders import on_disk

DATE = dt.date(2026, 7, 1)


@pytest.fixture(scope="module")
def indicators() -> dict[str, Indicator]:
    catalogue, _ = load_catalogue(on_disk(DATA / FOLDER, FOLDER), [])
    assert catalogue
    return dict(catalogue.indicators)


def rates(given: list[Figure], indicators: dict[str, Indicator]) -> dict[str, Figure]:
    return {found.topic.indicator: found for found in recompute(given, indicators)}


# --- formulas ---------------------------------------------------------------------------------

SETTLED = {"ho_so_da_giai_quyet": 2822.0, "ho_so_truoc_han": 2818.0, "ho_so_dung_han": 1.0}
BY_766 = {
    "ho_so_da_giai_quyet": 640.0, "ho_so_dung_va_truoc_han": 637.0,
    "ho_so_dang_giai_quyet": 19.0, "ho_so_dang_trong_han": 19.0,
}  # fmt: skip

WORKED: list[tuple[dict[str, float], str, tuple[float, float], float]] = [
    (SETTLED, "ty_le_dung_han", (2819, 2822), 99.89),
    (BY_766, "ty_le_dung_han", (637, 640), 99.53),
    (BY_766, "ty_le_dung_han_766", (656, 659), 99.54),
    ({"ho_so_qua_han": 3, "ho_so_da_giai_quyet": 2822}, "ty_le_qua_han", (3, 2822), 0.11),
    ({"ho_so_truc_tuyen": 2831, "ho_so_tiep_nhan": 2842}, "ty_le_truc_tuyen", (2831, 2842), 99.61),
    ({"nhiem_vu_hoan_thanh": 4, "nhiem_vu_tinh_giao": 10}, "ty_le_nhiem_vu_hoan_thanh", (4, 10), 40),
]


@pytest.mark.parametrize(("counts", "rate", "inputs", "percent"), WORKED)
def test_a_rate_is_what_its_counts_give(
    counts: dict[str, float],
    rate: str,
    inputs: tuple[float, float],
    percent: float,
    indicators: dict[str, Indicator],
) -> None:
    """The value to two decimals, both inputs and the formula's words; it is marked as computed."""
    found = rates([figure(name, value) for name, value in counts.items()], indicators)[rate]
    assert tuple(map(int, found.counts)) == inputs
    assert float(round(found.number, 2)) == percent
    assert found.kind is Kind.COMPUTED
    assert found.trace.note.removeprefix("Tính lại: ") in {f.words for f in indicators[rate].formulas}


@pytest.mark.parametrize(
    ("said", "base"),
    [("hồ sơ", "hồ sơ"), ("không nêu", "hồ sơ đã giải quyết"), ("", "hồ sơ đã giải quyết")],
)
def test_a_rate_of_a_printed_ratio_is_of_what_the_ratio_is_of(
    said: str, base: str, indicators: dict[str, Indicator]
) -> None:
    """“404/404 hồ sơ” does not say that these are the settled ones."""
    ratio = figure("ket_qua_dien_tu", 404, tu_so=404, mau_so=404, co_so=said)
    assert rates([ratio], indicators)["ty_le_ket_qua_dien_tu"].base == base


def test_the_first_printed_alternative_wins(indicators: dict[str, Indicator]) -> None:
    """Early and on time apart are preferred to the two printed together, whichever comes first."""
    both = [figure("ho_so_dung_va_truoc_han", 1), *(figure(name, value) for name, value in SETTLED.items())]
    found = rates(both, indicators)["ty_le_dung_han"]
    assert found.value.part == 2819
    assert indicators["ty_le_dung_han"].formulas[0].words in found.trace.note


@pytest.mark.parametrize(("includes", "there"), [("khong", True), ("co", False), ("khong_ro", False), ("", False)])
def test_a_share_of_new_dossiers_needs_to_know_what_online_counts(
    includes: str, there: bool, indicators: dict[str, Indicator]
) -> None:
    """Online dossiers that include those carried over say nothing about new ones."""
    counts = {"ho_so_truc_tuyen": 1130, "ho_so_tiep_nhan": 1250, "ho_so_ky_truoc": 50}
    found = rates([figure(n, v, gom_ky_truoc=includes) for n, v in counts.items()], indicators)
    assert ("ty_le_truc_tuyen_ho_so_moi" in found) == there
    assert not there or found["ty_le_truc_tuyen_ho_so_moi"].value.whole == 1200


@pytest.mark.parametrize(
    ("beside", "base"),
    [
        ({}, "hồ sơ nộp trực tuyến và nộp cách khác (trang tự cộng)"),
        ({"ho_so_tiep_nhan": 404}, "hồ sơ tiếp nhận"),
        ({"ho_so_tiep_nhan": 405}, "hồ sơ nộp trực tuyến và nộp cách khác (trang tự cộng)"),
        ({"ho_so_tiep_nhan": 450, "ho_so_moi": 404}, "hồ sơ nộp mới trong kỳ"),
    ],
)
def test_a_sum_that_the_document_prints_is_not_called_ours(
    beside: dict[str, float], base: str, indicators: dict[str, Indicator]
) -> None:
    """It has the name that the same row gives it; a sum that the row does not print is ours."""
    counts = {"ho_so_truc_tuyen": 400, "ho_so_truc_tiep_buu_chinh": 4, **beside}
    found = rates([figure(name, value) for name, value in counts.items()], indicators)
    assert {found[rate].base for rate in ("ty_le_truc_tuyen", "ty_le_truc_tiep")} == {base}
    assert found["ty_le_truc_tuyen"].value.whole == 404


@pytest.mark.parametrize(
    "other",
    [{"nguon": "bc-7"}, {"den_ngay": "2026-05-31"}, {"phan_to": "dat_dai"}, {"loai": "nhu_cau"}],
)  # fmt: skip
def test_counts_of_two_places_give_no_rate(other: dict[str, str], indicators: dict[str, Indicator]) -> None:
    """Both counts come from one document, period and field, and both are reported."""
    given = [figure("nhiem_vu_hoan_thanh", 4), figure("nhiem_vu_tinh_giao", 10, **other)]
    assert rates(given, indicators) == {}


@pytest.mark.parametrize("value", [None, 0.0])
def test_no_rate_of_nothing(value: float | None, indicators: dict[str, Indicator]) -> None:
    """A missing count or a whole of zero gives no rate, not zero and not infinity."""
    given = [figure("nhiem_vu_hoan_thanh", 0), figure("nhiem_vu_tinh_giao", value)]
    assert rates(given, indicators) == {}


def test_a_printed_ratio_is_a_rate(indicators: dict[str, Indicator]) -> None:
    """07/10 recomputes the rate of the same thing by its numerator and denominator."""
    given = [figure("ho_so_dat_dai_lam_sach", 7, tu_so=7, mau_so=10)]
    assert rates(given, indicators)["ty_le_dat_dai_lam_sach"].number == 70


@pytest.mark.parametrize(
    ("formula", "result"),
    [("a", 5), ("a + b", 8), ("a - b", 2), ("a - (b - c)", 4), ("(a + b) - c", 6), ("d.tu", 7), ("d.mau - a", 5)],
)  # fmt: skip
def test_a_formula_is_sums_and_differences(formula: str, result: float) -> None:
    """Sums, differences and the two counts of a ratio."""
    given = {"a": Decimal(5), "b": Decimal(3), "c": Decimal(2), "d.tu": Decimal(7), "d.mau": Decimal(10)}
    assert evaluate(formula, given) == result


def test_a_formula_without_one_of_its_terms_gives_nothing() -> None:
    assert evaluate("a + b - c", {"a": Decimal(5), "b": None, "c": Decimal(2)}) is None


@pytest.mark.parametrize(
    "expression",
    ["a * b", "a ** 9", "a / b", "-a", "1", "a + 1", "a.real", "a.tu.mau", "(a + b).tu", "f(a)", "__import__('os')",
     "a[0]", "a if a else b", "lambda: a", "a := b", "a, b", "[a]", "a == b", "'a'", "", "a +", "a; b", "a\x00"],
)  # fmt: skip
def test_anything_else_is_no_formula(expression: str) -> None:
    """A catalogue is data: calls, attributes, powers, constants and statements are refused, not run."""
    with pytest.raises(ValueError):
        evaluate(expression, {"a": Decimal(1), "b": Decimal(1)})
    with pytest.raises(ValueError):
        terms(Formula("", expression, "a"))


# --- targets ----------------------------------------------------------------------------------


def target(value: float | None, **cells: Any) -> Figure:
    stage = {"tu_ngay": "2026-01-01", "den_ngay": "2026-12-31", "loai": "muc_tieu", "nguon": "kh"}
    return figure("ty_le_dung_han", value, **stage | cells)


STANDINGS: list[tuple[str, dict[str, Any], list[dict[str, Any]], str, float | None]] = [
    ("above", {"so_sanh": ">=", "gia_tri": 98}, [{"gia_tri": 99}], MEETING, 99),
    ("above, ended", {"gia_tri": 98, "den_ngay": "2026-06-30"}, [{"gia_tri": 99}], MET, 99),
    ("equal to at least", {"so_sanh": ">=", "gia_tri": 98}, [{"gia_tri": 98}], MEETING, 98),
    ("equal to more than", {"so_sanh": ">", "gia_tri": 98}, [{"gia_tri": 98}], BELOW, 98),
    ("below, running", {"so_sanh": ">=", "gia_tri": 98}, [{"gia_tri": 97}], BELOW, 97),
    ("below, last day", {"gia_tri": 98, "den_ngay": "2026-07-01"}, [{"gia_tri": 97}], BELOW, 97),
    ("below, ended", {"gia_tri": 98, "den_ngay": "2026-06-30"}, [{"gia_tri": 97}], NOT_MET, 97),
    ("at most, kept", {"so_sanh": "<=", "gia_tri": 5}, [{"gia_tri": 5}], MEETING, 5),
    ("at most, broken", {"so_sanh": "<=", "gia_tri": 5}, [{"gia_tri": 6}], ABOVE, 6),
    ("less than, broken", {"so_sanh": "<", "gia_tri": 5, "den_ngay": "2026-06-30"}, [{"gia_tri": 5}], NOT_MET, 5),
    ("range, lower end", {"gia_tri": 80, "gia_tri_den": 90}, [{"gia_tri": 80}], MEETING, 80),
    ("no result", {"gia_tri": 98}, [], NOT_COMPARABLE, None),
    ("not begun", {"gia_tri": 98, "tu_ngay": "2027-01-01", "den_ngay": "2027-12-31"}, [{"gia_tri": 99}], NOT_BEGUN,
     None),
    ("begins today", {"gia_tri": 98, "tu_ngay": "2026-07-01"}, [{"gia_tri": 99}], NOT_COMPARABLE, None),
    ("result without a day", {"gia_tri": 98}, [{"gia_tri": 99, "den_ngay": "", "ngay_biet": "2026-06-30"}],
     NOT_COMPARABLE, None),
    ("result of a replaced document", {"gia_tri": 98}, [{"gia_tri": 99, "thay_boi": "bc-7"}], NOT_COMPARABLE, None),
    ("two documents, one period", {"gia_tri": 98},
     [{"gia_tri": 99, "ngay_nguon": "2026-07-02"}, {"gia_tri": 97, "ngay_nguon": "2026-07-01"}], MEETING, 99),
    ("no number", {"gia_tri": None, "tinh_trang": "khong_luong_hoa"}, [{"gia_tri": 99}], NOT_COMPARABLE, None),
    ("result of last year", {"gia_tri": 98}, [{"gia_tri": 99, "tu_ngay": "2025-01-01", "den_ngay": "2025-12-31"}],
     NOT_COMPARABLE, None),
    ("other breakdown", {"gia_tri": 98}, [{"gia_tri": 99, "phan_to": "dat_dai"}], NOT_COMPARABLE, None),
    ("missing result", {"gia_tri": 98}, [{"gia_tri": None, "tinh_trang": "chua_co"}], NOT_COMPARABLE, None),
    ("need is no result", {"gia_tri": 98}, [{"gia_tri": 99, "loai": "nhu_cau"}], NOT_COMPARABLE, None),
    ("latest of two", {"gia_tri": 98}, [{"gia_tri": 99, "den_ngay": "2026-05-31"}, {"gia_tri": 97}], BELOW, 97),
    ("a state by its day", {"gia_tri": 98}, [{"gia_tri": 99, "loai_ky": "thoi_diem", "tu_ngay": ""}], MEETING, 99),
]  # fmt: skip


@pytest.mark.parametrize(("given", "results", "status", "value"), [row[1:] for row in STANDINGS],
                         ids=[row[0] for row in STANDINGS])  # fmt: skip
def test_a_target_stands_beside_its_result(
    given: dict[str, Any],
    results: list[dict[str, Any]],
    status: str,
    value: float | None,
    indicators: dict[str, Indicator],
) -> None:
    """At or below while the stage runs, met or not after it, not begun or nothing to compare, on 1 July 2026."""
    aim = target(given.get("gia_tri"), **given)
    made = standings([aim, *(figure("ty_le_dung_han", r["gia_tri"], **r) for r in results)], indicators, DATE)
    assert [standing.status for standing in made] == [status]
    assert (made[0].result.number if made[0].result else None) == value
