"""Whether reports come: the calendar on the first page, its words, the list, what is due next."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from told_months import FOLDER, Data, work

from generator.commune.survey import survey
from generator.pages.commune_page import overview
from generator.pages.source_pages import sources_index
from generator.pages.subject_pages import subject_pages
from generator.pieces import due_shown
from generator.pieces.blocks import Grid, Notice, Page, Section
from generator.pieces.drawn_tables import Calendar
from generator.pieces.due_shown import wanted
from generator.pieces.view import View
from generator.pieces.views import view_of


def seen(data: Data, day: str) -> View:
    date = dt.date.fromisoformat(day)
    return view_of(survey(data.root, ["19405"], date), date)


def first_page(data: Data, day: str) -> Page:
    view = seen(data, day)
    return overview(view, view.dataset.communes[0])


def calendar(page: Page) -> Calendar:
    (made,) = (block for one in page.sections for block in one.blocks if isinstance(block, Calendar))
    return made


def marks(data: Data, day: str, name: str = "Thủ tục hành chính") -> str:
    (row,) = (row for row in calendar(first_page(data, day)).rows if row.name == name)
    return "".join(mark or "·" for mark, _ in row.marks)


THREE = Data().months([work(1), work(2), work(3)])
"""January to March 2026, each with a document of the third day after its month."""


def test_the_calendar_shows_each_month_and_its_mark() -> None:
    assert marks(THREE, "2026-06-09") == "●●●✕○"
    assert marks(THREE, "2026-04-10") == "●●●"
    made = calendar(first_page(THREE, "2026-06-09"))
    assert made.caption == "Các tháng 01/2026 đến 05/2026"
    assert (made.years, made.months) == ((("2026", 5),), ("1", "2", "3", "4", "5"))
    assert [words for _, words in made.rows[0].marks][2:] == [
        "03/2026: đã có",
        "04/2026: chưa có",
        "05/2026: chưa tới kỳ",
    ]
    assert [mark for mark, _ in made.key] == ["●", "✕", "○"]


def test_a_late_report_says_how_many_days() -> None:
    """By the day of its document; the sentence below counts it."""
    data = Data().months([work(1)]).document("muon", "2026-03-22").row(
        "tthc", ky="Tháng 2/2026", tu_ngay="2026-02-01", den_ngay="2026-02-28", tiep_nhan=100, ky_truoc=0, moi=100,
        nguon="muon",
    )  # fmt: skip
    assert marks(data, "2026-03-25") == "●▲"
    assert calendar(first_page(data, "2026-03-25")).rows[0].marks[1][1] == "02/2026: muộn 13 ngày"
    view = seen(data, "2026-03-25")
    (said,) = due_shown.counts(due_shown.dues_of(view, view.dataset.communes[0]))
    assert said.items[0].text == "Thủ tục hành chính: trong 2 kỳ của 12 tháng gần nhất, 1 kỳ đã có, 1 kỳ muộn 13 ngày."


def test_only_the_last_twelve_months_stand_there() -> None:
    assert len(calendar(first_page(THREE, "2027-06-09")).months) == 12
    assert marks(THREE, "2027-06-09") == "✕" * 11 + "○"
    assert calendar(first_page(THREE, "2027-06-09")).years == (("2026", 7), ("2027", 5))


def notices(page: Page) -> dict[str, str]:
    return {block.title: block.text for block in page.opening if isinstance(block, Notice)}


def test_a_commune_that_falls_silent_says_so_first() -> None:
    assert not notices(first_page(THREE, "2026-05-30"))
    (told,) = notices(first_page(THREE, "2026-06-09")).items()
    assert told == ("Đã 2 tháng trang chưa có số mới", (
        "Theo quy định, đã tới hạn: thu, chi ngân sách xã (3 tháng đầu năm "
        "2026). Theo nhịp của trang, không phải hạn của luật, còn chờ: thủ tục hành chính (tháng 4/2026); bình dân "
        "học vụ số (quý I/2026). Xã có thể đã công khai ở nơi khác. Bà con có thể hỏi tại trụ sở Ủy ban nhân dân xã."
    ))  # fmt: skip


def test_what_is_missing_for_long_is_counted() -> None:
    view = seen(THREE, "2026-09-10")
    words = list(due_shown.missing_words(due_shown.dues_of(view, view.dataset.communes[0]), dt.date(2026, 3, 31)))
    assert "thủ tục hành chính (5 kỳ, từ tháng 4/2026)" in words[1]


def test_a_commune_that_nobody_confirmed_owes_nothing() -> None:
    view = seen(THREE, "2026-06-09")
    commune = replace(view.dataset.communes[0], province=None)
    assert due_shown.dues_of(view, commune) == []
    assert not notices(overview(view, commune)).keys() & {"Đã 2 tháng trang chưa có số mới"}


def test_the_documents_page_lists_each_period_with_its_rule() -> None:
    view = seen(THREE, "2026-06-09")
    (section,) = (one for one in sources_index(view, view.dataset.communes[0]).sections if one.id == "dung-han")
    (grid,) = (block for block in section.folded if isinstance(block, Grid))
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in grid.rows}
    assert rows["Thủ tục hành chính, tháng 4/2026"] == ["09/05/2026", "chưa có trên trang này"]
    assert rows["Thủ tục hành chính, tháng 3/2026"] == ["09/04/2026", "đã có, văn bản ký ngày 03/04/2026"]
    assert any("không phải hạn của luật" in getattr(block, "text", "") for block in section.folded)


def budget(data: Data, day: str) -> Section | None:
    view = seen(data, day)
    page = next(one for one in subject_pages(view, view.dataset.communes[0]) if one.path.endswith("ngan-sach/"))
    return next((one for one in page.sections if one.id == "cong-khai"), None)


def spent(nguon: str, **cells: Any) -> dict[str, Any]:
    return {"ma_dong": "chi", "bang": "chi", "noi_dung": "Tổng chi", "giai_doan": "thuc_hien", "loai_ky": "luy_ke",
            "so_tien": "90 triệu đồng", "nguon": nguon, **cells}  # fmt: skip


def test_deadlines_of_disclosure_stand_beside_what_was_given() -> None:
    data = Data().months([work(1)]).document("ns-3", "2026-04-12")
    (data.root / FOLDER / "ngan-sach.csv").unlink()  # one with the columns of today
    data.row(
        "ngan-sach", **spent("ns-3", ky="3 tháng đầu năm 2026", tu_ngay="2026-01-01", den_ngay="2026-03-31")
    )  # fmt: skip
    section = budget(data, "2026-08-01")
    assert section
    grid = section.folded[0]
    assert isinstance(grid, Grid)
    assert {row[0].text: (row[1].text, row[2].text) for row in grid.rows} == {
        "Thu, chi ngân sách xã, 6 tháng đầu năm 2026": ("10/07/2026", "chưa có trên trang này"),
        "Thu, chi ngân sách xã, 3 tháng đầu năm 2026": ("10/04/2026", "muộn 2 ngày, văn bản ký ngày 12/04/2026"),
    }
    assert budget(THREE, "2026-04-05") is None


def test_what_is_wanted_next_names_the_newest_gap_and_the_next_day() -> None:
    day = dt.date(2026, 6, 5)
    found = survey(THREE.root, ["19405"], day)
    catalogue = found.shared.catalogue
    assert catalogue
    lines = wanted(found.communes[0], catalogue, day)
    assert lines[0] == ("Thủ tục hành chính: trang chưa có tháng 4/2026; kỳ tới tháng 5/2026, hạn 09/06/2026")


@pytest.mark.parametrize("day", ["2026-04-05", "2026-06-05", "2028-01-02"])
def test_a_day_alone_changes_nothing_but_what_it_decides(day: str) -> None:
    """Two days between the same deadlines give the same calendar."""
    after = (dt.date.fromisoformat(day) + dt.timedelta(1)).isoformat()
    assert marks(THREE, day) == marks(THREE, after)
