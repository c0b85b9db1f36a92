"""What is meant to be reached from stage to stage stands beside what was reached, from 0 to 100%."""

from __future__ import annotations

import pytest
from told_months import Data

from generator.charts.draw import filling
from generator.pieces.blocks import Figure
from generator.pieces.chart_words import levels
from generator.subjects.promised_levels import promised_levels


def aimed(data: Data, name: str, day: str, level: str, first: str, last: str, number: int) -> Data:
    return data.document(name, day).row(
        "muc-tieu", ma=f"{name}-{number}", chi_tieu="ty_le_truc_tuyen", giai_doan=f"Năm {first}–{last}",
        tu_ngay=f"{first}-01-01", den_ngay=f"{last}-12-31", so_sanh=">=", gia_tri=level, nguon=name, moi="",
        noi_dung=f"Nộp trực tuyến từ {level}", nhu_in=level,
    )  # fmt: skip


def reached(data: Data, rate: str) -> Data:
    return data.document("bc", "2026-07-02").row(
        "chi-tieu", chi_tieu="ty_le_truc_tuyen", ky="6 tháng đầu năm 2026", tu_ngay="2026-01-01",
        den_ngay="2026-06-30", gia_tri=rate, co_so="không nêu", nguon="bc",
    )  # fmt: skip


def drawn(data: Data) -> Figure:
    (made,) = promised_levels(*data.view())
    assert isinstance(made, Figure)
    return made


def two_stages() -> Data:
    data = aimed(Data(), "kh-1", "2025-12-01", "75%", "2026", "2026", 1)
    return aimed(data, "kh-2", "2025-12-02", "90%", "2027", "2027", 2)


def test_the_newest_result_stands_beside_all_levels() -> None:
    figure = drawn(reached(two_stages(), "80%"))
    (row,) = figure.chart.rows
    assert (row["value"], row["targets"]) == (80, [75, 90])
    assert row["target_text"] == "từ 75% (2026), từ 90% (2027)"
    assert "chưa tới mức đặt cho 2027, số đến 30/06/2026" in figure.chart.title
    made = filling(figure.chart)
    assert (made["low"], made["high"], made["rows"][0]["track"]) == (0, 100, 100)


def test_a_level_of_75_is_not_drawn_as_if_it_were_the_most() -> None:
    """Without a result there is no chart: targets alone stand in their table."""
    assert [*promised_levels(*two_stages().view())] == []


def test_stages_that_overlap_are_no_steps() -> None:
    """The newer document's stage stands, so that 2026 and 2026–2027 are not read as one after the other."""
    data = aimed(two_stages(), "kh-3", "2026-06-01", "85%", "2026", "2027", 3)
    data = aimed(data, "kh-4", "2026-06-02", "95%", "2028", "2028", 4)
    chart = drawn(reached(data, "96%")).chart
    assert chart.rows[0]["target_text"] == "từ 85% (2026–2027), từ 95% (2028)"
    assert "đã tới mức đặt cho 2028, số" in chart.title


def test_a_level_of_a_stage_that_has_not_begun_is_called_so() -> None:
    data = aimed(two_stages(), "kh-3", "2026-06-01", "95%", "2090", "2095", 3)
    title = drawn(reached(data, "96%")).chart.title
    assert title == "Nộp qua mạng đã tới mức đặt cho 2090–2095 (chưa bắt đầu), số đến 30/06/2026"


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([("2025", "100%"), ("2026", "100%")], "100% (từ 2025)"),
        ([("2025", "70%"), ("2026", "100%")], "70% (2025), 100% (2026)"),
        ([], ""),
    ],
)
def test_equal_steps_are_said_once(steps: list[tuple[str, str]], said: str) -> None:
    assert levels(steps) == said
