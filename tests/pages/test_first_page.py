"""The first page of a commune, and what its rows open to: what a reader asks who sees it for the first time."""

from __future__ import annotations

import pytest
from told_months import Data, work

from generator.pages.commune_page import overview
from generator.pages.subject_pages import subject_pages
from generator.pieces.blocks import Answers, Prose
from generator.pieces.row_blocks import Row, Rows


def first_answer(data: Data) -> str:
    page = overview(*data.view())
    (answers,) = (block for block in page.opening if isinstance(block, Answers))
    return answers.answers[0].sentence


def test_last_year_is_told_as_a_whole_where_its_months_are_not() -> None:
    """Where the same month of the year before is told, that stands there and nothing else."""
    data = Data().months([work(month, late=3) for month in range(4)]).to_date(2025, 12, 2_000, 10, kind="trong_ky")
    assert "Cả năm 2025 là 99,50%." in first_answer(data)
    two_years = Data().months([work(month, late=3) for month in range(16)])
    assert "Cả năm" not in first_answer(two_years)
    assert "Cùng kỳ năm" in first_answer(two_years)


@pytest.mark.parametrize("agree", [True, False])
def test_what_does_not_agree_is_told_before_the_answers(agree: bool) -> None:
    data = Data().months([work(month, late=3) for month in range(4)])
    if not agree:
        data.document("khac", "2026-05-20").row("tthc", ky="Tháng 4/2026", loai_ky="trong_ky", tu_ngay="2026-04-01",
                                                den_ngay="2026-04-30", da_giai_quyet=90, nguon="khac")  # fmt: skip
    said = [block for block in overview(*data.view()).opening if isinstance(block, Prose)]
    links = [block.link.href for block in said if block.link and "chat-luong" in block.link.href]
    assert links == ([] if agree else ["chat-luong-so-lieu/"])


def test_an_open_row_shows_what_it_is_compared_with() -> None:
    """The month before, not the total of the same document."""
    data = Data().months([work(month, settled=300 + month) for month in range(8)]).to_date(2026, 8, 2_428, 10)
    page = next(page for page in subject_pages(*data.view()) if page.path.endswith("thu-tuc-hanh-chinh/"))
    blocks = [block for one in page.sections for block in one.blocks if isinstance(block, Rows)]
    compared: list[Row] = [row for block in blocks for row in block.rows if "tháng trước" in row.change and row.whole]
    assert compared
    for row in compared:
        assert [told.period.partition(" (")[0].lower() for told in row.figures] == ["tháng 08/2026", "tháng 07/2026"]
