"""Communes beside each other: only what can be compared, in no order of theirs."""

from __future__ import annotations

import csv
import datetime as dt
import random
import re
from collections.abc import Iterator
from typing import Any

import placing as made
import pytest

from generator.charts import strip
from generator.country import (
    beside,
    comparison,
    comparison_file,
    indicator_pages,
    months_told,
    placing,
    province_embeds,
    province_pages,
    question_pages,
    regular_pages,
)
from generator.country.comparison import compared
from generator.country.country import Country
from generator.country.placed import Placed
from generator.model.catalogue import LATE_TASKS
from generator.model.period import Period, PeriodKind
from generator.pieces.blocks import Code, Items, Page, Prose
from generator.pieces.drawn_tables import Entries, Strip
from generator.pieces.moments import called
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
        (
            {"end": "2026-09-30", "basis": "%; hồ sơ tiếp nhận"},
            "chỉ có số của kỳ khác (gần nhất: tháng 9/2026), lại tính trên cái khác (hồ sơ tiếp nhận)",
        ),
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
    """Nothing is drawn of them, of a printed rate neither: its words keep it."""
    what = asked(
        made.value(A, 4), made.value(B, 2, part="2", whole="12", few=1, value="2 trong 12")._replace(number=""),
        made.value(C, 90, part="1", whole="11"), made.value(D, 90, part="3", whole="30"),
    )  # fmt: skip
    assert {mark.commune: mark.number for mark in what.marks.values()} == {A: 4, B: None, C: None, D: 90}
    assert what.marks[C].value == "90 trong 1.000"
    low, high = what.marks[D].low, what.marks[D].high
    assert low is not None
    assert high is not None
    assert (round(low), round(high)) == (35, 256)  # 3 of 30 by Wilson
    assert comparison.last_months(
        made.of_question([made.value(A, 4), made.value(C, 90, whole="11")]),
        LATE,
        (A, C),
        what.common,  # type: ignore[arg-type]
    ).keys() == {A}


def test_a_newer_value_that_cannot_be_compared_stands_beside() -> None:
    """With what keeps it from being compared; where the place does not agree that is said too."""
    old = made.value(A, 1, newest=0, doubt="Đọc cả hai")
    new = made.value(A, 10, end="2026-11-20", state="khong_co_so", value="10 trong 1.000", period="tháng 11/2026")
    what = asked(old, new, made.value(B, 2))
    assert what.marks[A].newer == "10 trong 1.000 (tháng 11/2026; văn bản không nói tính trên gì)"
    assert (what.marks[A].doubt, what.marks[B].newer) == ("Đọc cả hai", "")
    named = [*placing.to_be_read_too(what.marks[A])]
    assert named == ["đọc cả hai, xem nguồn", f"số mới hơn, chưa đem so được: {what.marks[A].newer}"]


def test_tasks_are_compared_on_the_last_day_that_decided_any() -> None:
    """Nothing that fell due later differs; who has been silent is left out with the reason."""
    about: dict[str, Any] = {
        "question": LATE_TASKS,
        "start": "",
        "kind": "thoi_diem",
        "basis": "việc có ngày phải xong",
        "period": "",
    }
    rows = [made.value(A, 1, end="2026-09-30"), made.value(B, 0, end="2026-11-15"), made.value(C, 3, state="im_lang")]
    country = made.country([row._replace(**about) for row in rows],
                           [made.summary(code, f"Xã {code}") for code in (A, B, C)])  # fmt: skip
    what = country.compared(next(q for q in made.HEADLINES if q.id == LATE_TASKS), (A, B, C))
    assert what.common
    assert what.common.words == "ngày\u00a015/11/2026"
    assert [*what.marks] == [A, B]
    assert what.left_out[C].startswith("lâu nay chưa có văn bản mới")


def test_who_is_unconfirmed_stands_beside_nobody() -> None:
    """Nor does its period decide what is compared."""
    rows = [made.value("x0001", 1, end="2026-11-20"), made.value(A, 2)]
    country = made.country(rows, [made.summary("x0001", "Xã Lạ", None), made.summary(A, "Xã A")])
    what = country.compared(LATE, ("x0001", A))
    assert what.left_out == {"x0001": comparison.UNCONFIRMED}
    assert [*what.marks] == [A]


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
    assert len(re.findall(r'<a href="xa-\d{5}-\d{5}/thu-tuc-hanh-chinh/" tabindex="-1"><title>', svg)) == dots
    counts = [int(number) for number in re.findall(r'text-anchor="middle">(\d+)</text>', svg)]
    assert sum(counts) == (0 if dots else count)


def test_every_value_is_in_one_bin() -> None:
    along = strip.scale([0, 20], zero=True)
    counts = strip.bins([0, 1.999, 2, 19.9, 20], along)
    assert counts == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]


def test_dots_that_are_too_near_are_small_or_counted() -> None:
    """None covers another, so that all can be told apart."""
    along = strip.scale([0, 100], zero=True)
    apart, near, same = ([strip.Dot("", "", at) for at in values] for values in (
        range(40), [50 + place / 8 for place in range(40)], [50] * 40))  # fmt: skip
    assert [strip.size_of(dots, along) for dots in (apart, near, same)] == [5, 3.5, None]
    assert "<circle" not in strip.strip(same, (), along, "")


@pytest.mark.parametrize(
    ("values", "most", "low"), [([64.0, 68.0], 100, 60), ([99.2, 100.0], 100, 90), ([3.0], 100, 0)]
)
def test_a_few_points_are_no_gulf(values: list[float], most: float, low: float) -> None:
    """A share is drawn over ten points at least; where its axis does not begin at zero that is said."""
    along = strip.scale(values, most, zero=False)
    assert (along.low <= low, along.high - along.low >= 10) == (True, True)


def test_an_axis_that_does_not_begin_at_zero_says_so() -> None:
    country = made.of_many([99.0, 98.5], question="ty_le_truc_tuyen", part="985")
    (shown,) = placing.drawing(country, "", country.compared(made.HEADLINES[1], list(country.known)))
    assert isinstance(shown, Strip)
    assert "không từ 0" in shown.below


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


@pytest.mark.parametrize(
    ("day", "until"), [("2026-11-09", "9/2026"), ("2026-11-10", "10/2026"), ("2027-01-09", "11/2026")]
)
def test_months_go_on_to_the_last_that_is_due(day: str, until: str) -> None:
    """Who falls silent has empty months; what is due nine days after a month is late on the tenth."""
    told = made.frames((), [(A, LATE.id, "2026-03-31"), (B, LATE.id, "2026-07-31")])
    today = dt.date.fromisoformat(day)
    due = months_told.due_month(made.DUTIES, today)
    months, own = months_told.regular(told, [A, B], today, due)
    assert called(months[-1]) == f"tháng\u00a0{until}"
    assert [called(months[0])[-6:], own[A].months, own[B].months, own[A].there[-1]] == ["3/2026", 1, 1, False]


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


# --- what each page says --------------------------------------------------------------------------


def test_the_table_says_what_it_measures() -> None:
    """What a rate lacks has no indicator's code, and no percent in what it is of."""
    rows = [made.value(A, 4, doubt="Chưa khớp"), made.value(B, 9)]
    (files,) = comparison_file.files(made.country(rows, [made.summary(code, f"Xã {code}") for code in (A, B)]))
    told = [*csv.DictReader(files["tinh-thu/so-sanh.csv"].splitlines())]
    assert {(row["cau_hoi"], row["do_gi"], row["tu_chi_tieu"], row["tinh_tren"], row["don_vi"]) for row in told} == {
        ("tre_hen", LATE.words, LATE.id, "hồ sơ đã giải quyết", "trong 1.000")
    }
    assert [row["can_doc_them"] for row in told] == ["chưa khớp", ""]


def test_a_province_says_what_nobody_answers() -> None:
    """A question that is asked everywhere is not left out in silence."""
    (page,) = province_pages.provinces(made.of_many([1, 2]))
    (section,) = (one for one in page.sections if one.id == "chua-co-so")
    (lines,) = (block for block in section.blocks if isinstance(block, Items))
    assert [item.text.partition(":")[0] for item in lines.items] == [q.name for q in made.HEADLINES[1:]]


@pytest.mark.parametrize("count", [4, 30])
def test_who_cannot_be_compared_is_named_there(count: int) -> None:
    """And why, on the page of the province itself, however many communes it has."""
    own = made.codes(count)
    rows = [made.value(code, 1, state="bang_loi" if code == own[-1] else "so") for code in own]
    country = made.country(rows, [made.summary(code, f"Xã {code}") for code in own])
    (page,) = province_pages.provinces(country)
    said = [item.text for section in page.sections for block in section.folded if isinstance(block, Items)
            for item in block.items]  # fmt: skip
    assert f"Xã {own[-1]}: văn bản chỉ nói bằng lời." in said


def test_what_tables_answer_has_a_page_of_the_country() -> None:
    country = made.of_many([1, 2], question=LATE_TASKS, basis="việc có ngày phải xong", kind="thoi_diem", start="")
    (page,) = (one for one in question_pages.question_pages(country) if one.path == f"chi-tieu/{LATE_TASKS}/")
    assert [section.id for section in page.sections] == ["canh-nhau", "theo-xa"]
    there = indicator_pages.index(country).sections[0].blocks[0]
    assert isinstance(there, Items)
    assert [item.link.href for item in there.items if item.link] == [f"{LATE_TASKS}/"]


def test_a_province_can_be_put_into_another_page() -> None:
    """A strip for each question that has one, with the lines to copy; nothing where none is drawn."""
    (one,) = province_embeds.embeds(made.of_many([1, 2, 3]))
    assert (one.path, [part.id for part in one.parts]) == ("tinh-thu/nhung/so-sanh/", [LATE.id])
    assert any(isinstance(block, Strip) for block in one.parts[0].blocks)
    (page,) = province_pages.provinces(made.of_many([1, 2, 3]))
    (code,) = (b for section in page.sections for b in section.folded if isinstance(b, Code))
    assert "tinh-thu/nhung/so-sanh/" in code.text
    assert [*province_embeds.embeds(made.of_many([1]))] == []


def test_the_page_that_is_read_is_marked() -> None:
    (turning,) = question_pages.turning(made.of_many([1]), "a/2/", "a/", ["A – K", "L – Y"])
    assert isinstance(turning, Items)
    assert [(item.text, bool(item.link)) for item in turning.items] == [
        ("", True), ("Trang 2 (đang xem): L – Y", False),
    ]  # fmt: skip
    assert question_pages.spans(made.of_many([1, 2, 3]), [["00004", "00008"], ["00025"]]) == ["ZZ – ZY", "ZX – ZX"]


# --- lists do not grow --------------------------------------------------------------------------------


def test_many_communes_stand_on_several_pages() -> None:
    country = made.of_many([1.0] * 61)
    there = {page.path: page for page in question_pages.question_pages(country)}
    places = [path for path in there if path.startswith(f"tinh-thu/chi-tieu/{LATE.id}/")]
    assert places == [f"tinh-thu/chi-tieu/{LATE.id}/{n}" for n in ("", "2/", "3/", "4/")]
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
    assert first.text == "Trễ hẹn, tháng\u00a010/2026: 3 trong 1.000 ở xã ZZ, đặt cạnh 2 nơi khác trong tỉnh."
    (near,) = (block for block in more if isinstance(block, Items))
    assert [item.link.text for item in near.items if item.link] == ["Xã ZX", "Xã ZY"]
