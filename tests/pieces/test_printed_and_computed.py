"""What documents print and what their counts give are one chart, not two nearly alike."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping

import pytest
from months import Work
from told_months import Data

from generator.model.commune import Commune
from generator.model.figure import Topic
from generator.pages.all_periods import _charts
from generator.pieces.blocks import Figure
from generator.pieces.over_time import of_told
from generator.pieces.printed_and_computed import told_once
from generator.pieces.view import View
from generator.subjects.dossiers import ON_TIME

PRINTED = {1: "99%", 2: "98,5%", 3: "98,0%", 4: "97,5%", 5: "97,0%", 6: "99%"}


def told(printed: Mapping[int, str], counted: int = 6, base: str = "hồ sơ đã giải quyết") -> tuple[View, Commune]:
    """Months of 400 settled, 4, 6, 8, … of them late, beside shares that documents print."""
    data = Data()
    for month in range(1, 9):
        last = calendar.monthrange(2026, month)[1]
        days = {"tu_ngay": f"2026-{month:02}-01", "den_ngay": f"2026-{month:02}-{last}", "nguon": f"bc-{month}"}
        data.document(f"bc-{month}", f"2026-{month + 1:02}-02")
        if month <= counted:
            late = (4, 6, 8, 10, 12, 4)[month - 1]
            data.row("tthc", ky=f"tháng {month}/2026", da_giai_quyet=400, dung_va_truoc_han=400 - late, qua_han=late,
                     dung_nhu_van_ban="co", **days)  # fmt: skip
        if month in printed:
            data.row("chi-tieu", chi_tieu=ON_TIME, ky=f"tháng {month}/2026", gia_tri=printed[month], co_so=base,
                     dung_nhu_van_ban="co", **days)  # fmt: skip
    return data.view()


def drawn(view: View, commune: Commune) -> list[Figure]:
    rows = [row for row in view.series_of(commune) if row.topic == Topic(ON_TIME, "")]
    return [figure for one in told_once(rows) for figure in of_told(view, commune, one)]


@pytest.mark.parametrize("base", ["hồ sơ đã giải quyết", "không nêu"])
def test_shares_that_are_their_counts_rounded_are_drawn_once(base: str) -> None:
    """As they are printed; where it went is told by the counts."""
    view, commune = told(PRINTED, base=base)
    (figure,) = drawn(view, commune)
    assert [row["text"] for row in figure.chart.rows] == ["10", "15", "20", "25", "30", "10"]
    assert {row["look"] for row in figure.chart.rows} == {"result"}
    assert figure.chart.legend == ()
    assert "giảm" in figure.chart.title
    (section,) = _charts(view, commune, ON_TIME)
    assert len(section.blocks) == 1


def test_what_the_counts_alone_give_is_marked() -> None:
    """Where a month has no printed share, and in the table too; a month of neither is a gap between them."""
    (figure,) = drawn(*told({1: "99%", 2: "98,5%", 8: "98,7%"}))
    looks = {re.sub(r"\D*(\d+)/.*", r"\1", str(row["name"])): row["look"] for row in figure.chart.rows}
    assert looks == {"1": "result", "2": "result", **dict.fromkeys("3456", "computed"), "8": "result"}
    assert figure.chart.legend == ("văn bản nêu", "trang tự tính từ số đếm")
    assert [row[1].small for row in figure.table.rows] == ["", *["tự tính"] * 4, "", ""]
    assert figure.chart.frame is not None
    assert figure.chart.frame.gaps == ((6, 7),)


def test_a_month_in_which_they_differ_shows_both() -> None:
    """The printed one first, the computed one beside it and marked."""
    (figure,) = drawn(*told(PRINTED | {3: "99,5%"}))
    both = [(row["said"], row["look"]) for row in figure.chart.rows if row["name"] == "tháng\u00a03/2026"]
    assert both == [("99,5%", "result"), ("98% (392/400)", "computed")]


def test_shares_of_another_base_or_that_mostly_differ_stay_apart() -> None:
    """They may answer another question."""
    assert len(drawn(*told(PRINTED, base="hồ sơ tiếp nhận"))) == 2
    mostly = {month: "90%" if month < 4 else share for month, share in PRINTED.items()}
    two = drawn(*told(mostly))
    assert len(two) == 2
    assert sum("trang tự tính từ số đếm" in figure.below for figure in two) == 1


def test_of_many_months_the_table_has_who_speaks_first() -> None:
    """An older document with another number does not take its cell."""
    data = Data().months([Work(400, 300, 1 + month % 5, 5) for month in range(16)]).document("khac", "2026-03-01")
    data.row("tthc", ky="tháng 2/2026", tu_ngay="2026-02-01", den_ngay="2026-02-28", da_giai_quyet=400,
             dung_va_truoc_han=390, qua_han=10, nguon="khac")  # fmt: skip
    (figure,) = drawn(*data.view())
    assert figure.table.head == ("Tháng", "2027", "2026")
    assert figure.table.rows[1][2].text == "99,50%"
