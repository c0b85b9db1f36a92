"""What is left blank is counted where a document leaves it blank, never where only a national plan asks."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from communes import made, viewed
from composing import commune_pages
from support import COMMUNE, ROOT, lay_over

from generator.commune.survey import survey
from generator.pages.missing import blanks
from generator.pages.subject_pages import subject_pages
from generator.pieces.addresses import subject_path
from generator.pieces.blocks import Page
from generator.pieces.views import view_of

DAY = dt.date(2026, 7, 1)
FORM = "ky,loai_ky,tu_ngay,den_ngay,nhom,doi_tuong,da_hoc,hoan_thanh,nguon,vi_tri\n"
ASKED = "Kế hoạch quốc gia đặt mục tiêu về"


def quality(data: Path) -> Page:
    view = view_of(survey(data), DAY)
    return next(page for page in commune_pages(view) if page.path == "thanh-hoa/hoang-son-15910/chat-luong-so-lieu/")


def with_catalogue(folder: Path, form: str) -> Path:
    """The clean commune with the project's catalogue, and rows in the form of the national plan."""
    data = lay_over("co-so", folder)
    shutil.copytree(ROOT / "data" / "danh-muc", data / "danh-muc", dirs_exist_ok=True)
    (data / COMMUNE / "bdhvs.csv").write_text(FORM + form, encoding="utf-8")
    return data


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("nay,thoi_diem,,2026-05-31,can_bo,,,,bc-5,Toàn văn\n", True),
        ("nay,thoi_diem,,2026-05-31,can_bo,,12,,bc-5,Mục 4\n", False),
        ("", False),
    ],
    ids=["nothing of it", "some of it", "no form"],
)
def test_what_a_plan_asks_is_no_blank(form: str, said: bool, tmp_path: Path) -> None:
    """Rows of the form that the documents have no numbers for count as no blank; the plan is told as a plan."""
    data = with_catalogue(tmp_path, form)
    view = view_of(survey(data), DAY)
    assert blanks(view, view.dataset.communes[0]) == {}
    text = repr(quality(data))
    assert "Không có ô nào bị bỏ trống" in text
    assert (ASKED in text) == said


def test_a_line_that_a_document_leaves_blank_is_one(tmp_path: Path) -> None:
    """It is counted, beside the plan and not with it."""
    data = with_catalogue(tmp_path, "nay,thoi_diem,,2026-05-31,can_bo,,,,bc-5,Toàn văn\n")
    with (data / COMMUNE / "chi-tieu.csv").open("a", encoding="utf-8") as table:
        table.write("so_dn_khcn,,nay,thoi_diem,,2026-05-31,,,,bc-5,Phụ lục 2,\n")
    text = repr(quality(data))
    assert "1 chỉ tiêu mà văn bản để trống hoặc chỉ nhắc tên" in text
    assert ASKED in text


NEAR = {"chi_tieu": "ty_le_xu_ly_truc_tuyen", "co_so": "hồ sơ", "vi_tri": "Phụ lục 02: dòng 28"}


@pytest.mark.parametrize("source", ["bc-6", "bc-9"])
def test_a_blank_stands_beside_what_its_document_prints_under_a_near_name(source: str, tmp_path: Path) -> None:
    """It stays a blank, since the two may ask different things; another document says nothing of it."""
    printed = {"chi_tieu": "ty_le_truc_tuyen", "gia_tri": "98,27%", "co_so": "không nêu", "nguon": source}
    view = viewed(made(tmp_path, chi_tieu=[NEAR, printed]))
    (commune,) = view.dataset.communes
    assert [indicator for _, indicator in blanks(view, commune)] == ["ty_le_xu_ly_truc_tuyen"]
    both = [d.sentence for d in view.differences if d.rule == "o-trong-noi-khac-co"]
    path = subject_path(commune, "thu-tuc-hanh-chinh")
    (page,) = (page for page in subject_pages(view, commune) if page.path == path)
    beside = "(cùng văn bản in tỷ lệ hồ sơ nộp trực tuyến 98,27%; hai nơi có thể hỏi hai điều khác nhau)"
    assert bool(both) == (beside in repr(page)) == (source == "bc-6")
