"""The page of what laws ask: each thing filled from figures as they are printed, or said not to be there."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from communes import made, viewed
from composing import commune_pages
from support import ROOT

from generator.commune.survey import survey
from generator.officer.sample import write_sample
from generator.pieces.blocks import Page, Prose
from generator.pieces.row_blocks import Row, Rows
from generator.pieces.view import View
from generator.pieces.views import view_of

POINTS = {"chi_tieu": "diem_bo_chi_so_766", "loai_ky": "thoi_diem", "tu_ngay": "", "don_vi": "điểm"}
SPENT = {"bang": "chi", "ma_dong": "tong", "noi_dung": "Tổng chi", "giai_doan": "thuc_hien", "so_tien": "5 tỷ đồng"}


def law_pages(view: View) -> list[Page]:
    return [page for page in commune_pages(view) if page.path.endswith("/theo-luat/")]


def rows(page: Page) -> dict[str, Row]:
    """The rows of the page by their anchors."""
    blocks = [block for section in page.sections for block in section.blocks]
    return {row.id: row for block in blocks if isinstance(block, Rows) for row in block.rows}


def told(folder: Path, **tables: list[dict[str, str]]) -> dict[str, Row]:
    (page,) = law_pages(viewed(made(folder, **tables)))
    return rows(page)


@cache
def real() -> dict[str, Page]:
    return {page.path: page for page in law_pages(view_of(survey(ROOT / "data"), dt.date(2026, 12, 1)))}


def test_every_commune_has_the_page_in_the_order_of_the_catalogue() -> None:
    """With a title and a description of its own, and an anchor for each thing, whatever is known."""
    view = view_of(survey(ROOT / "data"), dt.date(2026, 12, 1))
    laws = view.dataset.catalogue.laws
    for page in real().values():
        assert [section.id for section in page.sections] == [law.id for law in laws]
        assert list(rows(page)) == [one.id for law in laws for one in law.asked]
        assert ("Theo luật", "") in [(link.text, link.href) for link in page.siblings]
    assert len({page.description for page in real().values()}) == len(real()) == 3


def test_points_are_shown_as_they_are_printed(tmp_path: Path) -> None:
    """A group that no document prints has no points, and the total is none of ours."""
    found = told(tmp_path, chi_tieu=[POINTS | {"phan_to": "tien_do", "gia_tri": "17,5/20"}])
    row = found["diem-tien-do"]
    assert (row.name, row.value) == ("Nhóm 2: Tiến độ, kết quả giải quyết (tối đa 20 điểm)", "17,5/20 điểm")
    assert row.period == "6 tháng đầu năm 2026 (đến 30/06/2026) · Báo cáo 30/BC-UBND"
    (line,) = row.figures
    assert line.source
    assert line.source.href.partition("#")[0] == "../nguon-so-lieu/bc-6/"
    (link,) = row.links
    assert link.href.startswith("../thu-tuc-hanh-chinh/#s-15910-diem-bo-chi-so-766-tien-do-")
    others = [one for id, one in found.items() if id.startswith("diem-") and id != "diem-tien-do"]
    assert {(one.value, one.state) for one in others} == {("Chưa có số liệu", "chua_co")}


def test_a_rate_stands_in_where_no_points_are_printed(tmp_path: Path) -> None:
    """It is computed only where its counts are there, and says that it is no points, what it is and that it is ours."""
    counts = {"da_giai_quyet": "90", "truoc_han": "80", "dung_han": "9", "qua_han": "1"}
    some = told(tmp_path / "a", tthc=[counts])
    assert some["diem-tien-do"].value == "Chưa có số liệu"
    assert some["diem-tien-do"].aside.endswith("Có số liên quan, mở ra xem.")
    assert some["dung-han"].value == "98,89%"
    whole = counts | {"dang_giai_quyet": "10", "dang_trong_han": "8", "dang_qua_han": "2"}
    row = told(tmp_path / "b", tthc=[whole])["diem-tien-do"]
    assert row.value == "97%"
    assert row.period.startswith("Không in điểm; đây là tỷ lệ hồ sơ đúng hạn, kể cả hồ sơ đang giải quyết")
    assert row.aside.endswith("Trang tự tính.")
    assert row.figures[0].mark == "tự tính: 97/100"


def test_the_first_answer_leads_and_what_is_related_is_no_answer(tmp_path: Path) -> None:
    rate = {"chi_tieu": "ty_le_hai_long", "gia_tri": "91%"}
    row = told(tmp_path / "a", chi_tieu=[rate])["hai-long"]
    assert row.value == "91%"
    assert row.period.startswith("Đây là mức độ hài lòng")
    both = told(tmp_path / "b", chi_tieu=[rate, {"chi_tieu": "ty_le_hai_long_dvctt", "gia_tri": "95%"}])
    assert both["hai-long"].value == "95%"
    assert [line.value for line in both["hai-long"].figures] == ["95%", "91%"]
    group = both["diem-hai-long"]
    assert group.value == "Chưa có số liệu"
    assert [line.period.split(":")[0] for line in group.figures] == ["Liên quan", "Liên quan"]
    assert any("không phải chính điều luật hỏi" in note for note in group.notes)


def test_who_holds_what_is_blank_is_said() -> None:
    """A document of Vĩnh Thủy leaves the cell to an office of the province, and its plan has a target for another."""
    found = rows(real()["quang-tri/vinh-thuy-19405/theo-luat/"])
    blank = found["dich-vu-toan-trinh"]
    assert blank.value == "Chưa có số liệu"
    assert any(
        "để trống ô" in note and "Cơ quan báo cáo: Văn phòng Ủy ban nhân dân tỉnh" in note for note in blank.notes
    )
    assert "Mục tiêu giai đoạn 2028 - 2030: 50%." in found["chu-dong"].notes
    assert found["dung-han"].doubt


def test_what_cannot_be_true_is_not_repeated(tmp_path: Path) -> None:
    rate = {"chi_tieu": "ty_le_hai_long", "gia_tri": "130%", "dung_nhu_van_ban": "co"}
    row = told(tmp_path, chi_tieu=[rate])["hai-long"]
    assert row.value == "Chưa có số liệu"
    assert row.notes[0].startswith("Văn bản có nêu, nhưng con số không thể đúng")


@pytest.mark.parametrize(
    ("source", "mark", "words", "place"),
    [("bc-6", "●", "đúng hạn", "ký ngày 05/07/2026"), ("bc-9", "▲", "muộn 87 ngày", "ký ngày 05/10/2026")],
)
def test_what_was_due_came_in_time_or_late(source: str, mark: str, words: str, place: str, tmp_path: Path) -> None:
    """With the deadline, and the document that gave it on which day; the day is 1 October 2026."""
    row = told(tmp_path, ngan_sach=[SPENT | {"nguon": source}])["thuc-hien-3-6-9"]
    assert row.aim
    assert (row.aim.mark, row.aim.words) == (mark, words)
    assert row.period == "6 tháng đầu năm 2026, hạn 10/07/2026"
    (line,) = row.figures
    assert (line.value, line.place) == (words, place)
    assert line.source
    assert line.source.href == f"../nguon-so-lieu/{source}/"


def test_what_is_missing_is_missing_here() -> None:
    """A commune that nobody has confirmed owes nothing; of another it is said that it is not on this site."""
    missing = rows(real()["quang-tri/vinh-thuy-19405/theo-luat/"])["thuc-hien-3-6-9"]
    assert missing.aim
    assert (missing.aim.mark, missing.aim.words) == ("✕", "chưa có trên trang này")
    assert {line.state for line in missing.figures} == {"chua_co"}
    unknown = rows(real()["chua-xac-dinh/hoang-son-x0001/theo-luat/"])["thuc-hien-3-6-9"]
    assert (unknown.value, unknown.period) == ("Chưa có số liệu", "Thời hạn: 10 ngày sau kỳ")
    assert unknown.notes == ("Chưa ai xác nhận đây là xã nào, nên trang chưa xét hạn.",)


def test_the_made_up_commune_fills_it(tmp_path: Path) -> None:
    """Every group has its points, most of what is asked an answer, and nothing has two anchors."""
    write_sample(tmp_path / "data", 1, 12, 1)
    view = view_of(survey(tmp_path / "data"), dt.date(2026, 11, 22))
    (page,) = law_pages(view)
    found = rows(page)
    assert all(row.value.endswith(" điểm") for id, row in found.items() if id.startswith("diem-"))
    assert sum(row.state == "co" or row.aim is not None for row in found.values()) > len(found) / 2
    assert not [line for row in found.values() for line in row.figures if line.anchor or line.also]


def test_subjects_and_the_first_page_lead_there() -> None:
    """One quiet line each, to the law about the subject; none where no law asks."""
    view = view_of(survey(ROOT / "data"), dt.date(2026, 12, 1))
    pages = {page.path.removeprefix("quang-tri/vinh-thuy-19405/"): page for page in commune_pages(view)}
    leads = {
        path: [b.link.href for b in page.opening if isinstance(b, Prose) and b.link] for path, page in pages.items()
    }
    assert leads["thu-tuc-hanh-chinh/"] == ["../theo-luat/#nghi-dinh-224"]
    assert leads["ngan-sach/"] == ["../theo-luat/#nghi-dinh-73"]
    assert leads["ha-tang-nhan-luc/"] == []
    assert "theo-luat/" in repr(pages[""].sections)


def test_without_a_law_there_is_no_page() -> None:
    view = view_of(survey(ROOT / "data"), dt.date(2026, 12, 1))
    bare = replace(view, dataset=replace(view.dataset, catalogue=replace(view.dataset.catalogue, laws=())))
    assert law_pages(bare) == []
    assert "theo-luat" not in repr(commune_pages(bare))
