"""Lines of a budget: amounts of one thing brought together, what speaks for a year, ids that stay apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from figures import figure
from hypothesis import given
from hypothesis import strategies as st
from officer import catalogue

from generator.figures import melt
from generator.figures.budget_lines import Line, lines, share_of_spending
from generator.language.numbers import MONEY, read_quantity
from generator.model.figure import BUDGET, BUDGETS, SPENDING_SHARE, Figure, Kind, Stage, figure_id
from generator.model.record import Record

PLANS = (Stage.PLANNED, Stage.ALLOCATED)
RESULTS = (Stage.ESTIMATED, Stage.SPENT, Stage.SETTLED)
"""The surest last."""
DOCUMENTS = {f"d{month}": f"2027-{month:02}-01" for month in range(1, 4)}
"""Documents with the days on which they were issued."""


def amount(stage: Stage, value: float | None, **cells: Any) -> Figure:
    """An amount of the line `y-te`, by default of all 2026; `nguon` is one of DOCUMENTS."""
    usual = {
        "don_vi": MONEY, "loai": stage.kind, "giai_doan": stage, "phan_to": "y-te", "noi_dung": "Chi y tế",
        "tu_ngay": "2026-01-01", "den_ngay": "2026-12-31", "nguon": "d1", "bang": "chi",
    }  # fmt: skip
    cells = usual | cells
    made = figure(BUDGETS[cells["bang"]], value, **cells, ngay_nguon=DOCUMENTS[cells["nguon"]])
    id = figure_id(made.commune, made.topic, made.period, made.kind, made.source)
    return replace(made, id=".".join((id, stage, made.giver)))


def to_month(month: int, year: int = 2026) -> dict[str, str]:
    """The days from new year to the end of a month."""
    end = dt.date(year, month + 1, 1) - dt.timedelta(1) if month < 12 else dt.date(year, 12, 31)
    return {"tu_ngay": f"{year}-01-01", "den_ngay": end.isoformat()}


def only(figures: Sequence[Figure]) -> Line:
    (one,) = lines(figures)
    return one


PERIODS = [
    *(to_month(month, year) for month in (6, 12) for year in (2025, 2026)),
    {"tu_ngay": "2026-04-01", "den_ngay": "2026-06-30"}, {"tu_ngay": "2026-01-01", "den_ngay": "2030-12-31"},
    {"tu_ngay": "", "den_ngay": "2026-06-30"}, {"tu_ngay": "", "den_ngay": ""},
]  # fmt: skip


@st.composite
def made_up(draw: st.DrawFn) -> list[tuple[Any, ...]]:
    """Stage, days, giver, document and value of each amount of a line: of few of each, so that many meet."""
    every = ([*PLANS, *RESULTS], PERIODS, ["", "tỉnh giao", "xã giao"], sorted(DOCUMENTS))
    few = [st.sampled_from(draw(st.lists(st.sampled_from(one), min_size=1, max_size=3))) for one in every]
    amounts = st.tuples(*few, st.one_of(st.none(), st.integers(0, 9)))
    return draw(st.lists(amounts, unique_by=lambda one: (one[0], *one[1].values(), *one[2:4]), min_size=1, max_size=9))


MADE, GONE = made_up(), st.sets(st.sampled_from(sorted(DOCUMENTS)), max_size=1)


def of(made: Any, gone: set[str]) -> list[Figure]:
    """The amounts of one line; those of some documents are replaced by another document."""
    return [
        amount(stage, value, **days, cap_giao=giver, nguon=document, thay_boi="d9" if document in gone else "")
        for stage, days, giver, document, value in made
    ]


def plain_year(figures: Sequence[Figure], year: int) -> tuple[Decimal | None, Decimal | None]:
    """What was given and what was spent in a year, looked for amount by amount."""
    told = [f for f in figures if f.value.number is not None and f.stands and f.period.end]
    told = [f for f in told if f.period.end.year == year]  # type: ignore[union-attr]
    told = [f for f in told if f.period.start is None or f.period.start.year == year]
    given_ones = [f for f in told if f.stage is Stage.ALLOCATED] or [f for f in told if f.stage is Stage.PLANNED]
    given_ones = [f for f in given_ones if f.issued == max(one.issued for one in given_ones)]
    spent = [f for f in told if f.stage in RESULTS and (f.period.start is None or f.period.start.month == 1)]
    spent = [f for f in spent if f.period.end == max(one.day for one in spent)]
    spent = [f for f in spent if f.stage is max((one.stage for one in spent), key=RESULTS.index)]
    spent = [f for f in spent if f.issued == max(one.issued for one in spent)]
    return _one(given_ones, sure=False), _one(spent, sure=True)


def _one(figures: Sequence[Figure], *, sure: bool) -> Decimal | None:
    """Of amounts of several givers that without one, else the commune's own; else, if there must be one, the first."""
    by_giver: dict[str, Figure] = {}
    for one in sorted(figures, key=lambda f: f.period.order, reverse=True):
        by_giver.setdefault(one.giver, one)
    own = by_giver.get("") or by_giver.get("xã giao") or (by_giver.get("tỉnh giao") if sure else None)
    return own.number if own else None


@given(MADE, GONE, st.randoms())
def test_a_year_is_what_a_plain_look_finds(made: Any, gone: set[str], chance: Any) -> None:
    figures = of(made, gone)
    chance.shuffle(figures)
    line = only(figures)
    assert sorted(one.id for one in line.amounts) == sorted(one.id for one in figures)
    for year in (2025, 2026):
        told = line.year(year)
        expected_given, expected_done = plain_year(figures, year)
        assert (told.given and told.given.number, told.done and told.done.number) == (expected_given, expected_done)
        both = expected_given and expected_done is not None
        assert told.share == (100 * expected_done / expected_given if both else None)  # type: ignore[operator]
    assert set(line.years) <= {2025, 2026}


@given(MADE, GONE, st.randoms())
def test_the_order_of_rows_decides_nothing(made: Any, gone: set[str], chance: Any) -> None:
    """Neither for lines of one code nor for those that are joined by their words."""
    figures = [
        *of(made, gone),
        *(replace(f, topic=f.topic._replace(breakdown=f.id), words="Chi Y TẾ") for f in of(made, gone)),
    ]
    other = chance.sample(figures, len(figures))
    assert _ids(lines(figures)) == _ids(lines(other))


def _ids(found: Sequence[Line]) -> set[frozenset[str]]:
    return {frozenset(f"{one.id} {one.topic.breakdown}" for one in line.amounts) for line in found}


def told(year: int, *figures: Figure) -> tuple[float | None, float | None]:
    """What a year of the only line was given and spent."""
    one = only(figures).year(year)
    return (float(one.given.number) if one.given else None), (float(one.done.number) if one.done else None)


def test_what_is_given_for_several_years_answers_for_none_of_them() -> None:
    five_years = amount(Stage.ALLOCATED, 500, den_ngay="2030-12-31")
    assert told(2026, five_years, amount(Stage.SPENT, 80)) == (None, 80)
    assert told(2030, five_years) == (None, None)
    assert only([five_years]).years == []


def test_several_givers_the_own_decision_binds() -> None:
    city, own = (amount(Stage.PLANNED, value, cap_giao=f"{who} giao") for who, value in (("Tỉnh", 800), ("Xã", 900)))
    assert told(2026, city, own) == (900, None)
    assert told(2026, city, replace(own, giver="sở giao")) == (None, None)
    assert told(2026, city, own, amount(Stage.ALLOCATED, 850)) == (850, None)


def test_a_quarter_alone_is_not_the_year_so_far() -> None:
    quarter = amount(Stage.SPENT, 70, tu_ngay="2026-07-01", den_ngay="2026-09-30")
    assert told(2026, amount(Stage.SPENT, 120, **to_month(6)), quarter) == (None, 120)


def test_the_newest_document_speaks_and_a_replaced_one_does_not() -> None:
    old, new = (amount(Stage.SPENT, value, nguon=document) for value, document in ((10, "d1"), (20, "d2")))
    assert told(2026, new, old) == told(2026, old, new) == (None, 20)
    replaced = replace(new, trace=replace(new.trace, document=replace(new.trace.document, replaced_by="d3")))
    assert told(2026, replaced, old) == (None, 10)


def test_what_has_no_value_is_neither_given_nor_spent() -> None:
    line = only([amount(Stage.PLANNED, None), amount(Stage.SPENT, 30, **to_month(6))])
    assert (line.year(2026).given, line.year(2026).share, line.words) == (None, None, "Chi y tế")
    assert line.year(2026).gone == Decimal(100 * 181) / 365
    assert only([amount(Stage.PLANNED, 0), amount(Stage.SPENT, 30)]).year(2026).share is None


def old(code: str, stage: Stage, value: float, parent: str = "", **cells: Any) -> Figure:
    return amount(stage, value, phan_to=code, ma_cha=parent, **cells)


def test_old_files_with_a_code_a_stage_are_joined_by_words() -> None:
    """A plan and what was spent stand in one line, below lines that say the same; two that are told at once do not."""
    figures = [
        old("y-te-dt", Stage.PLANNED, 300, "tong-dt"), old("y-te-6", Stage.SPENT, 120, "tong-6", **to_month(6)),
        old("y-te-9", Stage.SPENT, 200, "", noi_dung="chi Y tế", **to_month(9)),
        old("tong-dt", Stage.PLANNED, 900, noi_dung="Tổng chi"),
        old("tong-6", Stage.SPENT, 400, noi_dung="Tổng chi", **to_month(6)),
    ]  # fmt: skip
    assert [line.codes for line in lines(figures)] == [{"y-te-dt", "y-te-6", "y-te-9"}, {"tong-dt", "tong-6"}]
    assert lines(figures)[0].year(2026).share == Decimal(200 * 100) / 300
    twice = [old("a", Stage.PLANNED, 1), old("b", Stage.PLANNED, 2), old("c", Stage.SPENT, 1)]
    assert len(lines(twice)) == 3
    below_another = old("y-te-k", Stage.SPENT, 5, "khac", **to_month(12))
    assert len(lines([*figures, below_another])) == 4


@given(made=st.dictionaries(st.sampled_from([3, 6, 9, 12]), st.tuples(st.integers(0, 50), st.integers(0, 900))))
def test_the_share_of_spending_is_that_of_the_two_totals(made: dict[int, tuple[int, int]]) -> None:
    """In each period of which both are known and above zero."""
    figures = [
        figure for month, (part, whole) in made.items() for figure in (
            amount(Stage.SPENT, part, bang="khcn_cds", phan_to="cds", noi_dung="Chuyển đổi số", **to_month(month)),
            amount(Stage.SPENT, whole, phan_to="tong", noi_dung="Tổng chi", **to_month(month)),
            amount(Stage.SPENT, 1, ma_cha="tong", **to_month(month)),
        )
    ]  # fmt: skip
    shares = share_of_spending(figures, catalogue().indicators)
    assert {(f.day.month, f.number) for f in shares} == {
        (month, Decimal(100 * part) / whole) for month, (part, whole) in made.items() if part and whole
    }
    assert {(f.topic.indicator, f.kind, f.unit) for f in shares} <= {(SPENDING_SHARE, Kind.COMPUTED, "%")}


def test_no_share_is_made_of_two_wholes_or_of_what_is_only_planned() -> None:
    part = amount(Stage.SPENT, 5, bang="khcn_cds")
    wholes = [amount(Stage.SPENT, 100, phan_to=code, noi_dung=code) for code in ("a", "b")]
    assert share_of_spending([part, *wholes], catalogue().indicators) == []
    assert share_of_spending([part, amount(Stage.PLANNED, 100)], catalogue().indicators) == []


def test_of_one_period_the_surest_is_shared() -> None:
    """What is only asked for is no second whole."""
    part = [amount(stage, 5, bang="khcn_cds", phan_to=stage, noi_dung=stage) for stage in (Stage.SPENT, Stage.NEEDED)]
    wholes = [amount(Stage.SETTLED, 100), amount(Stage.ESTIMATED, 125)]
    for order in (wholes, wholes[::-1]):
        assert [f.number for f in share_of_spending([*part, *order], catalogue().indicators)] == [5]


ROWS = st.lists(
    st.tuples(st.sampled_from(["y-te", "giao-duc"]), st.sampled_from(list(Stage)),
              st.sampled_from(["", "tỉnh giao", "xã giao"])), unique=True, min_size=1,
)  # fmt: skip


def melted(rows: Sequence[tuple[str, str, str]]) -> list[Figure]:
    """The figures of rows: code, stage and giver."""
    made = []
    for line, (code, stage, giver) in enumerate(rows, 2):
        cells = {"ma_dong": code, "giai_doan": stage, "cap_giao": giver, "so_tien": "5 triệu đồng", "ky": "Năm 2026"}
        days = {"tu_ngay": "2026-01-01", "den_ngay": "2026-12-31", "nguon": "bc-6", "vi_tri": "Mục 1", "noi_dung": code}
        values = {"so_tien": read_quantity(cells["so_tien"], MONEY)}
        made.append(Record("ngan-sach", "15910", "xa/15910-hoang-son/ngan-sach.csv", line, cells | days, values))
    return melt.figures(made, catalogue())


@given(ROWS, st.randoms())
def test_ids_differ_and_do_not_hang_on_the_order_of_rows(rows: list[tuple[str, str, str]], chance: Any) -> None:
    def ids(of: Sequence[tuple[str, str, str]]) -> dict[tuple[str, str, str], str]:
        return {(f.topic.breakdown, str(f.stage), f.giver): f.id for f in melted(of)}

    first = ids(rows)
    assert len(set(first.values())) == len(rows)
    assert ids(chance.sample(rows, len(rows))) == first


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("giver", ["", "tỉnh giao"])
def test_an_id_that_was_published_stays_bare(stage: Stage, giver: str) -> None:
    """An amount of one stage alone has the id that it had before stages were told apart."""
    (one,) = melted([("y-te", stage, giver)])
    assert one.id == f"15910.{BUDGET}.y-te.20260101-20261231-trong_ky.{stage.kind}.bc-6"
