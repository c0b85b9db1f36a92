"""States: each has one shape and one word, always together."""

from __future__ import annotations

import pytest

from generator.figures import standings
from generator.pieces.standings import state_mark

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
