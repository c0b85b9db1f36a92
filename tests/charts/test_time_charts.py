"""Where words of charts over time stand: inside the drawing, clear of one another, the main ones first."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.column_layout import columns
from generator.charts.draw import WIDTH
from generator.charts.frame import Aim, Bracket, Frame, Tick
from generator.charts.interval_layout import intervals
from generator.charts.layout import width_of
from generator.charts.panel_layout import panels
from generator.charts.svg import finish
from generator.charts.time_scale import LINE, MANY, SIZE, round_ticks

VALUES = st.lists(st.one_of(st.none(), st.floats(0, 1000)), min_size=2, max_size=40).filter(
    lambda values: any(value is not None for value in values)
)


def told(values: list[float | None]) -> tuple[Frame, list[dict[str, Any]]]:
    rows = [
        {"x": n + 0.1, "x2": n + 0.9, "value": value, "text": f"{value:.0f}", "look": "result",
         "main": n == len(values) - 1}
        for n, value in enumerate(values) if value is not None
    ]  # fmt: skip
    ticks = tuple(Tick(n + 0.5, str(n), n % 12 == 0) for n in range(len(values)))
    gaps = tuple((n, n + 1) for n, value in enumerate(values) if value is None)
    return Frame(len(values), ticks, gaps, (Aim(20, "Mục tiêu: không quá 20", 0, len(values)),)), rows


def px(at: float, filled: dict[str, Any]) -> float:
    return float((at - filled["low"]) / (filled["high"] - filled["low"]) * WIDTH)


@given(VALUES)
def test_words_over_columns_are_clear_of_one_another(values: list[float | None]) -> None:
    """Side by side or at different heights, and inside; what is not told has neither column nor words but its gap."""
    frame, rows = told(values)
    filled = columns(frame, rows, WIDTH)
    words = [row for row in filled["rows"] if row["text"]]
    assert words or len(rows) > MANY
    up = (filled["ceiling"] - filled["floor"]) / filled["height"]
    for one, two in combinations(words, 2):
        apart = abs(px(one["middle"], filled) - px(two["middle"], filled))
        wide = (width_of(one["text"], SIZE) + width_of(two["text"], SIZE)) / 2
        assert apart >= wide - 0.01 or abs(one["value"] - two["value"]) / up >= LINE - 0.01
    assert all(px(row["middle"], filled) + width_of(row["text"], SIZE) / 2 <= WIDTH + 0.01 for row in words)
    assert len(filled["rows"]) == sum(value is not None for value in values)
    empty = [part for part in filled["frame_data"] if "gap" in part["part"]]
    assert len(empty) == sum(value is None for value in values)
    assert all("text" in part or part["value2"] == filled["y_ticks"][-1] for part in empty), "no mark at zero alone"
    assert filled["floor"] <= 0 <= filled["y_ticks"][0] < filled["y_ticks"][-1] <= filled["ceiling"]
    assert filled["y_ticks"][0] == 0


@given(st.floats(0, 1e6), st.floats(0.01, 1e6))
def test_round_numbers_hold_what_is_drawn(low: float, span: float) -> None:
    ticks = round_ticks(low, low + span)
    assert 2 <= len(ticks) <= 6
    assert ticks[0] <= low + 1e-6
    assert ticks[-1] >= low + span - span / 1000


def test_names_of_months_that_have_no_room_are_left_out() -> None:
    frame, rows = told([1.0] * 36)
    assert columns(frame, rows, WIDTH)["x_names"] == ["0", "12", "24"]
    frame, rows = told([1.0] * 12)
    assert len(columns(frame, rows, WIDTH)["x_names"]) == 12


def test_words_of_a_target_find_room() -> None:
    """On the line where no column is in the way, else above all."""
    frame, rows = told([1.0] * 6)
    (words,) = [part for part in columns(frame, rows, WIDTH)["frame_data"] if part["part"] == "aim words"]
    assert words["value"] == 20
    frame, rows = told([30.0] * 6)
    (words,) = [part for part in columns(frame, rows, WIDTH)["frame_data"] if part["part"] == "aim words"]
    assert words["value"] > 30


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 60), st.floats(90, 100)), min_size=2, max_size=4))
def test_words_beside_stretches_are_clear_of_one_another(stretches: list[tuple[int, int, float]]) -> None:
    rows = [
        {"x": start, "x2": start + days, "value": value, "text": f"{value:.2f}% · đến 18/05", "look": "result"}
        for start, days, value in stretches
    ]
    frame = Frame(365, (Tick(0, "1/2026", True),), (), (), (Bracket(0, 10, 91, 92, "2 số"),), 88, "%")
    filled = intervals(frame, rows, WIDTH)
    for one, two in combinations(filled["rows"], 2):
        apart = abs(px(one["label_x"], filled) - px(two["label_x"], filled))
        long = min(width_of(row["text"], SIZE, bold=True) for row in (one, two))
        assert apart >= long - 1 or abs(one["label_y"] - two["label_y"]) >= LINE - 0.01


def test_words_stand_beside_their_own_line() -> None:
    """As at Vĩnh Thủy: what is above its target is not written below the target's line."""
    told_of = ((0, 364, 99.2, "99,2% · năm 2025"), (365, 502, 99.89, "99,89% · đến 18/05"),
               (365, 525, 98.97, "98,97% · đến 10/06"))  # fmt: skip
    rows = [{"x": x, "x2": x2, "value": value, "text": text, "look": "result"} for x, x2, value, text in told_of]
    frame = Frame(729, (Tick(0, "1/2025", True),), (), (Aim(98, "mục tiêu: từ 98%", 365, 730),), (), 97, "%")
    filled = intervals(frame, rows, WIDTH)
    (aim,) = (part for part in filled["frame_data"] if part["part"] == "aim label")
    heights = {row["text"].split("%")[0]: row["label_y"] for row in filled["rows"]}
    assert heights["99,89"] < heights["99,2"] < heights["98,97"] < aim["label_y"]


def test_panels_share_one_scale() -> None:
    """As high as its number beside those of all."""
    rows = [
        {"label": name, "text": "", "points": ((0, n), (1, 2 * n)), "length": 2} for name, n in (("a", 5), ("b", 10))
    ]
    filled = panels(rows, WIDTH)
    heights = [[row["floor_y"] - top for top in row["tops"] if top is not None][::2] for row in filled["rows"]]
    assert heights == [[10, 20], [20, 40]]


@pytest.mark.parametrize("across", [True, False])
def test_a_drawing_is_described_and_coloured_by_classes(across: bool) -> None:
    marks = (
        '<g transform="translate(0,0)"><path class="background" d="M0,0h3v3h-3Z"/>'
        '<g><g class="mark-area"><path d="M3,9L9,9L9,12L3,12Z" fill="#110000" stroke="#990000"/></g></g></g></g>'
    )
    made = finish(marks, (300, 20), {"#110000": "s1"}, "Lời <1>", "Kể", "k", hatched="#990000", across=across)
    assert "Lời &lt;1&gt;" in made
    assert 'class="f-s1"' in made
    assert ('d="M3,9H9V12H3Z"' in made) is across
    assert "url(#hk)" in made
