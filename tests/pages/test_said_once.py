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
from generator.pieces.row_blocks import Blanks
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
    ("printed", "shown", "said"),
    [
        ("98,4%", "98,4%", ""),
        ("98,40%", "98,40%", ""),
        ("98%", "98%", "Trang tự tính 98,40%."),
        ("98,5%", "98,40%", "Văn bản in 98,5%."),
        ("", "98,40%", "Tỷ lệ do trang tự tính."),
    ],
)
def test_the_answer_says_its_number_once(printed: str, shown: str, said: str, tmp_path: Path) -> None:
    """Above its sentence, as printed where that is ours rounded; the other of the two only where it is another."""
    counts = {"da_giai_quyet": "250", "dung_va_truoc_han": "246", "qua_han": "4"}
    rate = [{"chi_tieu": "ty_le_dung_han", "gia_tri": printed, "dung_nhu_van_ban": "co"}] if printed else []
    answer = on_time(viewed(made(tmp_path, tthc=[counts], chi_tieu=rate)))
    assert answer.number == shown
    assert shown not in answer.sentence
    assert said in answer.sentence


OWED = {"loai_ky": "thoi_diem", "tu_ngay": "", "gia_tri": ""}


def blanks(view: View, subject: str) -> list[str]:
    page = next(page for page in commune_pages(view) if page.path.endswith(f"/{subject}/"))
    found = [block for section in page.sections for block in section.blocks if isinstance(block, Blanks)]
    return [block.owed for block in found]


@pytest.mark.parametrize("who", [("Văn phòng", "Văn phòng"), ("Văn phòng", "Sở Y tế"), ("", "Sở Y tế")])
def test_each_section_says_who_must_report(who: tuple[str, str], tmp_path: Path) -> None:
    """A reader opens one section alone; where no document names an agency nothing is said."""
    rows = [{"chi_tieu": chi_tieu, "don_vi_bao_cao": agency, **OWED}
            for chi_tieu, agency in zip(("may_tinh", "ty_le_phu_song_4g"), who, strict=True)]  # fmt: skip
    assert blanks(viewed(made(tmp_path, chi_tieu=rows)), "ha-tang-nhan-luc") == list(who)


def test_a_support_point_s_telephone_is_asked_for_once(tmp_path: Path) -> None:
    """What no point has is one line of the card, what some lack another."""
    points = [{"ma": "a", "ten": "Nhà văn hóa A", "dia_chi": "Thôn A", "gio": "8:00"},
              {"ma": "b", "ten": "Nhà văn hóa B", "dia_chi": "Thôn B"}]  # fmt: skip
    view = viewed(made(tmp_path, diem_ho_tro=points))
    answers = [a for block in first_page(view).opening if isinstance(block, Answers) for a in block.answers]
    details = [details for answer in answers if (details := answer.details)]
    assert [[name for name, _ in one] for one in details] == [
        ["Điểm hỗ trợ", "Giờ mở cửa", "Điểm hỗ trợ", "Giờ mở cửa của nơi khác", "Điện thoại cơ quan"]
    ]


@pytest.mark.parametrize("people", ["", "57"])
def test_that_nothing_can_be_compared_is_said_of_who_has_nothing(people: str, tmp_path: Path) -> None:
    """Of its own commune, not of those that have no numbers."""
    rows = [{"nhom": "can_bo", "hoan_thanh": people, "loai_ky": "thoi_diem", "tu_ngay": ""}]
    view = viewed(made(tmp_path, bdhvs=rows))
    page = next(page for page in commune_pages(view) if page.path.endswith("/binh-dan-hoc-vu-so/"))
    section = next(section for section in page.sections if section.id == "muc-tieu-quoc-gia")
    text = " ".join(block.text for block in section.blocks if isinstance(block, Prose))
    assert text.startswith("10 mức của kế hoạch quốc gia, để biết: 8 tỷ lệ và 2 số người của cả nước.")
    assert text.endswith(".")
    assert ("không có tỷ lệ cùng câu hỏi nên trang không so" in text) == (not people)
