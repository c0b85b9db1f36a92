"""Targets and tasks on their page: what runs first, each state explained, nothing said row by row that none has."""

from __future__ import annotations

from pathlib import Path

import pytest
from communes import made, viewed
from composing import commune_pages

from generator.language.vietnamese import slug
from generator.pages.missing import blanks, how_many
from generator.pieces.blocks import Grid, Page, Prose
from generator.pieces.drawn_tables import Bullets
from generator.pieces.row_blocks import Cell
from generator.pieces.view import View

PATH = "/muc-tieu-nhiem-vu/"


def page(view: View) -> Page:
    return next(one for one in commune_pages(view) if one.path.endswith(PATH))


def target(stage: str, first: str = "", last: str = "", level: str = "90%") -> dict[str, str]:
    return {
        "ma": slug(stage),
        "giai_doan": stage,
        "tu_ngay": first,
        "den_ngay": last,
        "so_sanh": "=",
        "gia_tri": level,
        "chi_tieu": "ty_le_dung_han",
        "noi_dung": "đúng hẹn",
        "nhu_in": level,
        "nguon": "bc-6",
        "vi_tri": "Mục I",
    }


STAGES = [
    target("không nêu thời hạn"),
    target("Năm 2025", "01/01/2025", "31/12/2025"),
    target("Năm 2027", "01/01/2027", "31/12/2027"),
    target("6 tháng cuối năm 2026"),
    target("Năm 2026", "01/01/2026", "31/12/2026"),
]


def test_stages_stand_in_the_order_of_use(tmp_path: Path) -> None:
    """What runs stands first and open, then what comes, what is over, and what has no day."""
    made_page = page(viewed(made(tmp_path, muc_tieu=STAGES)))
    stages = [section for section in made_page.sections if section.id.startswith("muc-tieu-")]
    assert [section.title.removeprefix("Mục tiêu: ") for section in stages] == [
        "Năm 2026", "6 tháng cuối năm 2026", "Năm 2027", "Năm 2025", "không nêu thời hạn",
    ]  # fmt: skip
    assert [bool(section.folded) for section in stages] == [False, True, True, True, True]


RATE = {"chi_tieu": "ty_le_dung_han", "gia_tri": "92%"}


def test_each_state_is_explained_and_no_other(tmp_path: Path) -> None:
    """`đạt` beside `đang đạt`; what no target is needs no word."""
    over = target("6 tháng đầu năm 2026", "01/01/2026", "30/06/2026")
    view = viewed(made(tmp_path, muc_tieu=[target("Năm 2026", "01/01/2026", "31/12/2026"), over], chi_tieu=[RATE]))
    first = next(section for section in page(view).sections if section.id == "muc-tieu-1")
    note = next(block.text for block in first.blocks if isinstance(block, Prose))
    assert "“Đang đạt”: giai đoạn còn đang chạy." in note
    assert "“Đạt”: giai đoạn đã hết." in note
    assert "không đạt" not in note
    assert "để so" not in note


def task(name: str, kind: str = "thuong_xuyen", **told: str) -> dict[str, str]:
    return {"ma": name, "noi_dung": f"Việc {name}", "loai_thoi_han": kind, "tu_ngay": "", "den_ngay": ""} | told


@pytest.mark.parametrize(
    ("told", "mark", "words"),
    [
        ({"trang_thai": "đã hoàn thành ngày 01/06/2026"}, "●", "đã hoàn thành ngày 01/06/2026"),
        ({"trang_thai": "đang thực hiện"}, "◐", "đang thực hiện"),
        ({"trang_thai": "chờ ý kiến"}, "", "chờ ý kiến"),
        ({}, "?", "chưa có báo cáo"),
        ({"loai_thoi_han": "co_ngay", "den_ngay": "30/09/2026"}, "✕", "quá hạn, trang chưa có văn bản nói kết quả"),
        ({"loai_thoi_han": "co_ngay", "den_ngay": "01/10/2026"}, "?", "chưa có báo cáo"),
    ],
)
def test_how_far_a_task_is_has_its_place(told: dict[str, str], mark: str, words: str, tmp_path: Path) -> None:
    """In a column of its own, with the mark of what the words tell; nothing of it stands with the place."""
    other = task(
        "b", told.get("loai_thoi_han", "thuong_xuyen"), trang_thai="đã xong", den_ngay=told.get("den_ngay", "")
    )
    rows = grids(viewed(made(tmp_path, nhiem_vu=[task("a") | told, other])))
    heads, state = next((grid.head, row[-1]) for grid in rows for row in grid.rows if row[0].text == "Việc a")
    if words == "chưa có báo cáo":  # of none in its list: there is no column for it
        assert "Tình trạng" not in heads
        return
    assert heads[-1] == "Tình trạng"
    assert state == Cell(words, "state", mark=mark)


def grids(view: View) -> list[Grid]:
    return [block for section in page(view).sections for block in (*section.blocks, *section.folded)
            if isinstance(block, Grid)]  # fmt: skip


def test_what_no_task_has_is_said_once(tmp_path: Path) -> None:
    """Tables have no column for it; one sentence says why."""
    view = viewed(made(tmp_path, nhiem_vu=[task("a", chu_tri="Phòng A"), task("b", "hang_nam", thoi_han="hằng năm")]))
    units, *lists = grids(view)
    assert units.caption == "Theo đơn vị chủ trì"
    assert {grid.head for grid in lists} == {("Việc", "Thời hạn"), ("Việc", "Chủ trì")}
    text = repr(page(view))
    assert text.count("là vì văn bản không nói") == 1
    assert "không nêu" not in text


def test_that_there_is_nothing_is_said_once(tmp_path: Path) -> None:
    """Tasks without targets: one sentence says that there are none."""
    text = repr(page(viewed(made(tmp_path, nhiem_vu=[task("a")]))))
    assert text.count("chưa có mục tiêu") == 1


def results(view: View, stage: str) -> list[Cell]:
    """What the targets of a stage have reached."""
    section = next(one for one in page(view).sections if one.title == f"Mục tiêu: {stage}")
    tables = [block for block in (*section.blocks, *section.folded) if isinstance(block, Bullets)]
    return [row.cells[1] for table in tables for row in table.rows]


@pytest.mark.parametrize(("year", "said"), [("2026", "chưa có số liệu"), ("2027", "chưa tới kỳ")])
def test_what_has_not_begun_lacks_no_result(year: str, said: str, tmp_path: Path) -> None:
    stage = target(f"Năm {year}", f"01/01/{year}", f"31/12/{year}")
    assert [cell.text for cell in results(viewed(made(tmp_path, muc_tieu=[stage])), f"Năm {year}")] == [said]


@pytest.mark.parametrize("near", ["98,27%", ""])
def test_a_target_without_result_points_to_what_has_a_name_near_it(near: str, tmp_path: Path) -> None:
    """Its own line is blank; the same document prints another share, which is no answer. The blank is counted."""
    blank = {"chi_tieu": "ty_le_xu_ly_truc_tuyen", "gia_tri": ""}
    rows = [blank, *([{"chi_tieu": "ty_le_truc_tuyen", "gia_tri": near}] if near else [])]
    aim = target("Năm 2026", "01/01/2026", "31/12/2026") | {"chi_tieu": "ty_le_xu_ly_truc_tuyen"}
    view = viewed(made(tmp_path, muc_tieu=[aim], chi_tieu=rows))
    (cell,) = results(view, "Năm 2026")
    assert cell.text == "chưa có số liệu"
    assert ("nộp trực tuyến 98,27%; hai điều có thể khác nhau" in cell.small) is bool(near)
    told = how_many(view, blanks(view, view.dataset.communes[0]))
    assert told.startswith("1 chỉ tiêu mà văn bản để trống hoặc chỉ nhắc tên")
    assert ("với 1 chỉ tiêu trong đó, văn bản có số của một chỉ tiêu gần tên" in told) is bool(near)
