"""Communes beside each other: only what can be compared, in no order of theirs."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator

import placing as made
import pytest

from generator.charts import strip
from generator.country import (
    beside,
    comparison,
    comparison_file,
    placing,
    province_pages,
    question_pages,
    regular_pages,
)
from generator.country.comparison import compared
from generator.country.country import Country
from generator.country.placed import Placed
from generator.model.period import Period, PeriodKind
from generator.pieces.blocks import Items, Page, Prose
from generator.pieces.drawn_tables import Entries, Strip
from generator.publishing import contents, render

LATE = made.HEADLINES[0]
A, B, C, D, E = "00004", "00008", "00025", "00070", "00082"


def asked(*rows: Placed, communes: tuple[str, ...] = (A, B, C, D, E)) -> comparison.Compared:
    return compared(made.of_question(rows), LATE, communes)


# --- the period that most share -----------------------------------------------------------------


def test_the_newest_period_that_most_share_is_compared() -> None:
    """Two of three share October, the third is told why it cannot be compared; who tells nothing too."""
    what = asked(made.value(A, 4), made.value(B, 9), made.value(C, 5, end="2026-09-30"))
    assert what.common == (Period(PeriodKind.WITHIN, dt.date(2026, 10, 1), dt.date(2026, 10, 31)), made.BASIS, "", 2, 3)
    assert sorted(what.marks) == [A, B]
    assert what.left_out == {
        C: "chỉ có số của kỳ khác (gần nhất: tháng 9/2026)", D: comparison.NOTHING, E: comparison.NOTHING,
    }  # fmt: skip


def test_a_newer_period_of_few_does_not_go_first() -> None:
    """Half of them is not most: the older month of all goes before."""
    older = [made.value(code, 4, end="2026-09-30", newest=0) for code in (A, B, C, D)]
    what = asked(*older, made.value(A, 5), made.value(B, 6))
    assert what.common
    assert (what.common.words, what.common.communes) == ("tháng\u00a09/2026", 4)
    assert [mark.value for mark in what.marks.values()] == ["4 trong 1.000"] * 4


def test_where_none_is_shared_by_most_the_one_of_most_communes_speaks() -> None:
    """Of equals the newest."""
    months = {A: "2026-06-30", B: "2026-06-30", C: "2026-08-31", D: "2026-08-31", E: "2026-10-31"}
    what = asked(*(made.value(code, 4, end=end) for code, end in months.items()))
    assert sorted(what.marks) == [C, D]


def test_of_periods_that_end_together_more_communes_then_the_longest_speak() -> None:
    """The month of three goes before the year so far of two; of two each the year so far."""
    year = [made.value(code, 5, start="2026-01-01", length="khác", period="01/01/2026–31/10/2026") for code in (A, B)]
    months = [made.value(code, 4) for code in (A, B, C)]
    assert asked(*year, *months).common.communes == 3  # type: ignore[union-attr]
    two = asked(*year, *months[:2]).common
    assert two
    assert two.period.start == dt.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"basis": "%; hồ sơ tiếp nhận"}, "số cùng kỳ tính trên cái khác (hồ sơ tiếp nhận)"),
        ({"definition": "cu"}, "số cùng kỳ theo định nghĩa khác của chỉ tiêu"),
        ({"kind": "luy_ke"}, "chỉ có số của kỳ khác (gần nhất: tháng 10/2026)"),
        ({"start": "2026-09-15"}, "chỉ có số của kỳ khác (gần nhất: tháng 10/2026)"),
        ({"state": "thay_the"}, "số của văn bản đã bị thay thế"),
        ({"state": "hai_so"}, "hai văn bản cùng ngày nêu số khác nhau"),
        ({"state": "bang_loi"}, "văn bản chỉ nói bằng lời"),
        ({"state": "khong_co_so"}, "văn bản không nói tính trên gì"),
    ],
)
def test_only_one_basis_and_one_sort_of_period_stand_side_by_side(other: dict[str, object], why: str) -> None:
    what = asked(made.value(A, 4), made.value(B, 4), made.value(C, 4, **other), communes=(A, B, C))
    assert sorted(what.marks) == [A, B]
    assert what.left_out == {C: why}


def test_of_few_cases_the_counts_are_told() -> None:
    """No number of ours is made of them, so that nothing is drawn; a printed rate keeps its number."""
    what = asked(
        made.value(A, 4), made.value(B, 2, part="2", whole="12", few=1, value="2 trong 12")._replace(number=""),
        made.value(C, 90, part="1", whole="11"),
    )  # fmt: skip
    assert {mark.commune: mark.number for mark in what.marks.values()} == {A: 4, B: None, C: 90}
    assert [mark.commune for mark in what.drawn] == [A, C]
    low, high = what.marks[C].low, what.marks[C].high
    assert low is not None
    assert high is not None
    assert (round(low), round(high)) == (16, 377)  # 1 of 11 by Wilson


def test_nothing_to_compare_is_said() -> None:
    assert compared(None, LATE, (A,)) == (LATE, None, {}, {A: comparison.NOTHING})
    assert asked(made.value(A, 1, state="chua_co"), communes=(A,)).left_out == {A: "văn bản để trống"}


# --- strips ---------------------------------------------------------------------------------------


def drawn(count: int) -> str:
    country = made.of_many([10 + place % 7 for place in range(count)])
    what = compared(country.asked[LATE.id], LATE, list(country.known))
    (shown, *_) = *placing.drawing(country, "tinh-thu/", what), Strip("")
    return shown.svg if isinstance(shown, Strip) else ""


def test_one_stands_beside_nobody() -> None:
    assert drawn(1) == ""


@pytest.mark.parametrize(("count", "names", "dots"), [(2, 2, 2), (4, 4, 4), (5, 0, 5), (60, 0, 60), (61, 0, 0)])
def test_few_bear_their_names_many_are_counted(count: int, names: int, dots: int) -> None:
    """Each dot is the way to its commune and says its value; a histogram says how many."""
    svg = drawn(count)
    assert len(re.findall(r"<text[^>]*>Z|<text[^>]*>Y|<text[^>]*>X", svg)) == names
    assert len(re.findall(r'<a href="xa-\d{5}-\d{5}/thu-tuc-hanh-chinh/#s-\d{5}" tabindex="-1"><title>', svg)) == dots
    counts = [int(number) for number in re.findall(r'text-anchor="middle">(\d+)</text>', svg)]
    assert sum(counts) == (0 if dots else count)


def test_every_value_is_in_one_bin() -> None:
    along = strip.scale([0, 20], zero=True)
    counts = strip.bins([0, 1.999, 2, 19.9, 20], along)
    assert counts == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]


@pytest.mark.parametrize("values", [[5], [100, 100], [0, 0], [0.001, 0.002], [99.2, 100]])
def test_a_scale_holds_its_values(values: list[float]) -> None:
    along = strip.scale(values, 100 if max(values) <= 100 else None, zero=False)
    assert along.low <= min(values) <= max(values) <= along.high <= 100 + along.step
    assert along.low < along.high


# --- never by a value -----------------------------------------------------------------------------


def pages(country: Country) -> Iterator[Page]:
    yield from contents.of_provinces(country)


def order_of(country: Country) -> dict[str, list[str]]:
    """The communes that each page and file names, in the order in which it does, by its address."""
    environment = render.environment()
    texts = {page.path: render.page_text(environment, page, {}) for page in pages(country)}
    texts |= {path: text for files in comparison_file.files(country) for path, text in files.items()}
    texts |= {page: render.fragment_text(environment, blocks) for page, blocks in beside.placings(country)}
    named = re.compile(r">(Xã [A-Z]{2})</a>|(Xã [A-Z]{2})(?=[,:;])")
    return {path: ["".join(found) for found in named.findall(text)] for path, text in texts.items()}


@pytest.mark.parametrize("count", [4, 30, 70])
def test_no_page_orders_communes_by_a_value(count: int) -> None:
    """Whoever's values are exchanged, each page, table and file names the same communes in the same order."""
    values = [float(place) for place in range(1, count + 1)]
    mixed = random.Random(count).sample(values, count)
    one, two, three = (order_of(made.of_many(some)) for some in (values, values[::-1], mixed))
    assert one == two == three
    assert sum(map(len, one.values())) > 4 * count


def test_lists_are_by_name_by_the_newest_day_or_by_completeness() -> None:
    """Three orders, made beforehand; of equals the name decides."""
    rows = [made.value(code, 1) for code in (A, B, C)]
    days = [(A, LATE.id, "2026-08-31"), (A, LATE.id, "2026-09-30"), (B, LATE.id, "2026-10-31"),
            (C, LATE.id, "2026-10-31")]  # fmt: skip
    communes = [made.summary(code, name) for code, name in ((A, "Xã Bê"), (B, "Xã Đê"), (C, "Xã An"))]
    shown = {page.path: page for page in regular_pages.regular_pages(made.country(rows, communes, days))}
    orders = {}
    for path, page in shown.items():
        (entries,) = (b for s in page.sections for b in s.blocks if isinstance(b, Entries))
        orders[path] = [entry.link.text for entry in entries.entries]
    assert orders == {
        "tinh-thu/day-du/": ["Xã An", "Xã Bê", "Xã Đê"],
        "tinh-thu/day-du/so-moi/": ["Xã An", "Xã Đê", "Xã Bê"],
        "tinh-thu/day-du/du-thang/": ["Xã Bê", "Xã An", "Xã Đê"],
    }


def test_no_word_of_ranking_is_used() -> None:
    """Nobody is best or worst, first or last."""
    told = " ".join(
        block.text
        for page in pages(made.of_many([1, 2, 3]))
        for section in page.sections
        for block in (*page.opening, *section.blocks, *section.folded)
        if isinstance(block, Prose)
    )
    assert "không xếp hạng" in told
    assert not re.search(r"tốt nhất|kém nhất|dẫn đầu|đứng cuối|top \d|hạng \d", told, re.IGNORECASE)


# --- lists do not grow --------------------------------------------------------------------------------


def test_many_communes_stand_on_several_pages() -> None:
    country = made.of_many([1.0] * 61)
    there = {page.path: page for page in question_pages.question_pages(country)}
    places = [path for path in there if path.startswith(f"tinh-thu/chi-tieu/{LATE.id}/")]
    assert places == [f"tinh-thu/chi-tieu/{LATE.id}/{n}" for n in ("", "2/", "3/")]
    whole = there[f"chi-tieu/{LATE.id}/"]
    assert [section.title for section in whole.sections] == ["Đặt cạnh nhau", "Theo tỉnh", "Chỉ tiêu này là gì"]


def test_communes_that_nobody_has_confirmed_are_listed_and_not_compared() -> None:
    country = made.country([made.value("x0001", 1)], [made.summary("x0001", "Xã Lạ", None)])
    (page,) = province_pages.provinces(country)
    assert [section.id for section in page.sections] == ["cac-xa"]
    assert next(iter(beside.placings(country))).blocks == (
        Prose("Chưa ai xác nhận đây là xã nào, nên trang chưa đặt cạnh nơi nào khác."),
    )


# --- on a commune's own pages ---------------------------------------------------------------------------


def test_a_commune_is_placed_among_its_province_and_its_nearest() -> None:
    """On its first page; the nearest by name, whatever they are worth."""
    country = made.of_many([3.0, 9.0, 1.0])
    own = dict(beside.placings(country))
    assert [*own] == [one.commune.address for one in country.communes]
    first, *more = own["tinh-thu/xa-00004-00004/"]
    assert isinstance(first, Prose)
    assert first.text == "Trễ hẹn, tháng\u00a010/2026: 3,0 trong 1.000 ở xã ZZ, đặt cạnh 2 nơi khác trong tỉnh."
    (near,) = (block for block in more if isinstance(block, Items))
    assert [item.link.text for item in near.items if item.link] == ["Xã ZX", "Xã ZY"]
