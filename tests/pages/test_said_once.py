"""What a page tells, it tells once."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from communes import made, viewed
from composing import commune_pages
from support import ROOT

from generator.commune.survey import survey
from generator.pieces.blocks import Answer, Answers, Items, Page, Prose
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.pieces.where_to_ask import asking

DAY = dt.date(2026, 11, 22)


def first_page(view: View) -> Page:
    return next(page for page in commune_pages(view) if page.path == view.dataset.communes[0].address)


def on_time(view: View) -> Answer:
    return next(a for block in first_page(view).opening if isinstance(block, Answers) for a in block.answers)


def test_a_first_page_has_no_sentence_twice() -> None:
    """Not the difference that its answer tells, nor the targets that a section above counts. (Where to ask stands with
    each answer that has no number.)
    """
    view = view_of(survey(ROOT / "data"), DAY)
    pages = {page.path: page for page in commune_pages(view)}
    for commune in view.dataset.communes:
        one = pages[commune.address]
        answers = [a.sentence for block in one.opening if isinstance(block, Answers) for a in block.answers]
        blocks = [block for section in one.sections for block in section.blocks]
        told = [block.text for block in blocks if isinstance(block, Prose)]
        told += [line.text for block in blocks if isinstance(block, Items) for line in block.items]
        sentences = [
            s
            for text in (*answers, *told)
            for s in re.split(r"(?<=[.!?]) ", text)
            if s.count(" ") > 6 and s != asking(commune)
        ]
        assert [s for s in sentences if sentences.count(s) > 1] == [], one.path


@pytest.mark.parametrize(
    ("printed", "said"),
    [("98,4%", ""), ("98,40%", ""), ("98,5%", "Văn bản in 98,5%."), ("", "Tỷ lệ do trang tự tính.")],
)
def test_the_answer_says_its_number_once(printed: str, said: str, tmp_path: Path) -> None:
    """Above its sentence; what the document prints only where it is another number."""
    counts = {"da_giai_quyet": "250", "dung_va_truoc_han": "246", "qua_han": "4"}
    rate = [{"chi_tieu": "ty_le_dung_han", "gia_tri": printed, "dung_nhu_van_ban": "co"}] if printed else []
    answer = on_time(viewed(made(tmp_path, tthc=[counts], chi_tieu=rate)))
    assert answer.number == "98,40%"
    assert "98,40" not in answer.sentence
    assert ("98,4%" in answer.sentence) is False
    assert said in answer.sentence
