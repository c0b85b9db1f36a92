"""States: each has one shape and one word, always together."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from generator.figures import standings
from generator.pieces.standings import by_stage, state_mark

STANDINGS = (
    standings.MET, standings.MEETING, standings.BELOW, standings.ABOVE, standings.NOT_MET, standings.NOT_BEGUN,
    standings.NOT_COMPARABLE,
)  # fmt: skip


@pytest.mark.parametrize("status", [*STANDINGS, "xong", "đang làm", "chậm", "quá hạn", "dừng", "đổi nội dung"])
def test_a_state_has_a_mark_and_keeps_its_word(status: str) -> None:
    mark, word = state_mark(status)
    assert len(mark) == 1
    assert word == status


def test_what_must_be_told_apart_has_marks_of_its_own() -> None:
    """While a stage runs and after it, on the good side and on the other."""
    told = (
        standings.MET,
        standings.MEETING,
        standings.BELOW,
        standings.NOT_MET,
        standings.NOT_BEGUN,
        standings.NOT_COMPARABLE,
    )
    assert len({state_mark(status)[0] for status in told}) == len(told)


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ([standings.MEETING, standings.NOT_BEGUN, standings.MEETING], "2 đang đạt, 1 chưa bắt đầu"),
        ([standings.NOT_MET, standings.MET], "1 đạt, 1 không đạt"),
        (
            [standings.NOT_MET, standings.BELOW, standings.MET, standings.MET, standings.NOT_COMPARABLE],
            "3 đã hết hạn (2 đạt, 1 không đạt); 1 còn hạn (1 đang dưới mục tiêu); 1 chưa có số để so",
        ),
    ],
)
def test_what_is_over_is_counted_apart_from_what_runs(statuses: list[str], words: str) -> None:
    """Nobody reads last year's failures as those of this year."""
    assert by_stage([Mock(status=status) for status in statuses]) == words
