"""Promises over time: what documents report of a task, a recommendation, a need, and how they stand on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from told_months import DATE, Data

from generator.commune.survey import survey
from generator.model.record import Record
from generator.pages.subject_pages import subject_pages
from generator.pieces.blocks import Grid, Items, Section
from generator.pieces.loudspeaker_words import Occasion
from generator.pieces.row_blocks import Rows
from generator.subjects import promises
from generator.subjects.progress import SOON, is_past, is_soon
from generator.subjects.tasks import kept


def folder(*told: dict[str, Any]) -> Data:
    """A task due on the last day of 2029, one without a day, a recommendation, a need; and reports of them."""
    data = Data().document("kh", "2029-01-05").document("bc-6", "2029-07-03").document("bc-9", "2029-10-04")
    data.row("nhiem-vu", ma="kh-1", noi_dung="Trang bị máy quét", loai_thoi_han="co_ngay", den_ngay="2029-12-31",
             nguon="kh")  # fmt: skip
    data.row("nhiem-vu", ma="kh-2", noi_dung="Tuyên truyền", loai_thoi_han="thuong_xuyen", nguon="kh")
    data.row("kien-nghi", ma="kn-1", noi_dung="Nâng cấp đường truyền", nguon="kh")
    data.row("ngan-sach", ma_dong="nc", noi_dung="Mua máy tính", giai_doan="nhu_cau", so_tien="90 triệu đồng",
             ky="Năm 2029", den_ngay="2029-12-31", nguon="kh")  # fmt: skip
    for cells in told:
        data.row("tien-do", **{"noi_dung": "lời văn bản", "nguon": "bc-9"} | cells)
    return data


def page(data: Data, subject: str) -> list[Section]:
    return list(next(one for one in subject_pages(*data.view()) if one.path.endswith(f"{subject}/")).sections)


def cells(data: Data, task: str, subject: str = "muc-tieu-nhiem-vu") -> list[Any]:
    """The cells of the row of a task, wherever its list stands."""
    blocks = [block for one in page(data, subject) for block in (*one.blocks, *one.folded)]
    grids = [block for block in blocks if isinstance(block, Grid)]
    return list(next(row for grid in grids for row in grid.rows if row[0].text == task))


@pytest.mark.parametrize(
    ("told", "state", "mark"),
    [
        ([{"trang_thai": "da_xong", "ngay": "2029-09-30"}], "xong", "●"),
        ([{"trang_thai": "dung"}], "dừng", "■"),
        ([{"trang_thai": "dang_lam"}], "quá hạn", "✕"),
        ([{"trang_thai": "cham"}], "quá hạn", "✕"),
        ([], "quá hạn, trang chưa có văn bản nói kết quả", "✕"),
        ([{"trang_thai": "da_xong", "nguon": "bc-6"}, {"trang_thai": "dang_lam"}], "quá hạn", "✕"),
        ([{"trang_thai": "dang_lam", "nguon": "bc-6"}, {"trang_thai": "da_xong"}], "xong", "●"),
    ],
)
def test_the_newest_report_speaks(told: list[dict[str, Any]], state: str, mark: str) -> None:
    """After its day a task that is not ended is late, whatever is said of it; each report stays, with its document."""
    *_, cell = cells(folder(*({"viec": "kh-1"} | one for one in told)), "Trang bị máy quét")
    assert (cell.text, cell.mark) == (state, mark)
    assert cell.small.count("“lời văn bản”") == bool(told)
    assert cell.small.count("trước đó") == max(0, len(told) - 1)


def test_counts_lead_to_their_lists() -> None:
    """What is late stands first and open; what is done has its list; nothing is told of the others."""
    data = folder({"viec": "kh-2", "trang_thai": "da_xong"})
    sections = {one.id: one for one in page(data, "muc-tieu-nhiem-vu")}
    (counts,) = (block for block in sections["nhiem-vu"].blocks if isinstance(block, Items))
    assert [(one.link.text, one.link.href) for one in counts.items if one.link] == [
        ("● 1 xong", "./#nhiem-vu-xong"), ("✕ 1 quá hạn", "./#nhiem-vu-qua-han"),
    ]  # fmt: skip
    order = [id for id in sections if id.startswith("nhiem-vu")]
    assert order == ["nhiem-vu", "nhiem-vu-qua-han", "nhiem-vu-xong"]
    assert kept(*data.view()) == "1 việc đã xong, 1 việc quá hạn"


def test_what_is_asked_for_is_answered() -> None:
    """The answer stands beside the recommendation, with its words; without one there is no column for it."""
    assert len(cells(folder(), "Nâng cấp đường truyền", "chi-dao-kien-nghi")) == 3
    told = folder({"viec": "kn-1", "trang_thai": "da_tra_loi", "noi_dung": "Sẽ nâng cấp trong quý IV"})
    *_, cell = cells(told, "Nâng cấp đường truyền", "chi-dao-kien-nghi")
    assert (cell.text, cell.mark) == ("đã trả lời", "●")
    assert "“Sẽ nâng cấp trong quý IV”" in cell.small


@pytest.mark.parametrize(
    ("viec", "state", "code"),
    [
        ("kh-1", "da_xong", ""), ("kn-1", "tu_choi", ""), ("nc", "da_cap", ""), ("kh-3", "da_xong", "tien-do-sai"),
        ("kh-1", "da_tra_loi", "tien-do-sai"), ("kn-1", "da_xong", "tien-do-sai"),
        ("nc", "cham", "tien-do-sai"), ("kh-1", "gan_xong", "lua-chon-la"),
    ],
)  # fmt: skip
def test_a_report_is_of_something_that_can_be_so(viec: str, state: str, code: str) -> None:
    data = folder({"viec": viec, "trang_thai": state})
    found = {problem.code for problem in survey(data.root, ["19405"], DATE).problems if problem.severity == "error"}
    assert found == ({code} if code else set())


@pytest.mark.parametrize(("left", "soon", "past"), [(-1, False, True), (0, True, False), (SOON, True, False),
                                                    (SOON + 1, False, False)])  # fmt: skip
def test_what_is_due(left: int, soon: bool, past: bool) -> None:
    day = dt.date(2026, 3, 1)
    due = (day + dt.timedelta(left)).isoformat()
    task = Record("nhiem-vu", "19405", "a.csv", 2, {"loai_thoi_han": "co_ngay", "den_ngay": due})
    assert (is_soon(task, day), is_past(task, day)) == (soon, past)


def grids(data: Data, id: str) -> list[Grid]:
    """The tables of a list of tasks."""
    (section,) = (one for one in page(data, "muc-tieu-nhiem-vu") if one.id == id)
    return [block for block in (*section.blocks, *section.folded) if isinstance(block, Grid)]


def test_a_task_that_was_rewritten_keeps_both_wordings() -> None:
    """The old one stands first, with its document; below it the new one, with its own and its day."""
    new = {"viec": "kh-2", "trang_thai": "doi_noi_dung", "ngay": "2029-09-30", "noi_dung": "Tuyên truyền qua loa"}
    first, *_, state = cells(folder(new), "Tuyên truyền")
    assert first.text == "Tuyên truyền"
    assert first.small.startswith("Đổi thành “Tuyên truyền qua loa”, Báo cáo bc-9/BC-UBND tính đến 30/09/2029. ")
    assert (state.text, state.mark) == ("đổi nội dung", "↺")


def test_the_others_stand_together_by_their_sort_of_deadline() -> None:
    data = folder()
    data.row("nhiem-vu", ma="kh-3", noi_dung="Xây trụ sở", loai_thoi_han="co_ngay", den_ngay="2031-12-31", nguon="kh")
    found = grids(data, "nhiem-vu-khac")
    assert [(grid.caption, grid.rows[0][0].text) for grid in found] == [
        ("Có hạn phải xong (1)", "Xây trụ sở"), ("Thường xuyên (1)", "Tuyên truyền"),
    ]  # fmt: skip


def test_each_unit_in_charge_is_told_how_its_tasks_stand() -> None:
    """By name, never by a result; tasks without a unit are counted apart."""
    data = folder({"viec": "kh-4", "trang_thai": "da_xong"})
    for number, unit in ((3, "Văn phòng"), (4, "Phòng Kinh tế"), (5, "Phòng Kinh tế")):
        data.row("nhiem-vu", ma=f"kh-{number}", noi_dung=f"Việc {number}", chu_tri=unit, loai_thoi_han="khong_neu",
                 nguon="kh")  # fmt: skip
    (section,) = (one for one in page(data, "muc-tieu-nhiem-vu") if one.id == "nhiem-vu")
    (grid,) = (block for block in section.folded if isinstance(block, Grid))
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["Phòng Kinh tế", "2 việc", "1 việc đã xong, 1 việc chưa có văn bản nói tới đâu"],
        ["Văn phòng", "1 việc", "1 việc chưa có văn bản nói tới đâu"],
    ]
    assert section.fold == "Xem theo đơn vị chủ trì"
    assert "2 việc không ghi đơn vị chủ trì." in str(section.folded)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ([], "trang chưa có văn bản nói việc nào đã xong, một việc đã quá hạn"),
        ([{"viec": "kh-1", "trang_thai": "da_xong"}], "một việc đã xong"),
        ([{"viec": "kh-2", "trang_thai": "da_xong"}], "một việc đã xong, một việc đã quá hạn"),
    ],
)
def test_the_loudspeaker_tells_how_many_are_done(told: list[dict[str, Any]], said: str) -> None:
    view, commune = folder(*told).view()
    about = Occasion(view, commune, None, None, (), latest=True, short={})
    (spoken,) = promises.loudspeaker(about)
    assert spoken.text == f"Trong hai việc phải làm đăng trên trang của xã, {said}."
    assert not list(promises.loudspeaker(replace(about, latest=False)))


def test_a_need_says_what_became_of_it() -> None:
    """On the page of the budget, beside the amount: the newest state with its mark; opened, each document's words."""

    def need(*told: dict[str, Any]) -> Any:
        (section,) = (one for one in page(folder(*told), "ngan-sach") if one.id == "nhu-cau")
        (block,) = (block for block in section.blocks if isinstance(block, Rows))
        (row,) = block.rows
        return row

    assert need().aim is None
    waiting = {"viec": "nc", "trang_thai": "dang_cho", "nguon": "bc-6"}
    granted = need(waiting, {"viec": "nc", "trang_thai": "da_cap", "noi_dung": "cấp 60 triệu đồng"})
    assert (granted.aim.mark, granted.aim.words) == ("●", "đã cấp")
    assert granted.notes[-1] == "Đã cấp (Báo cáo bc-9/BC-UBND): “cấp 60 triệu đồng”; trước đó đang chờ"


@pytest.mark.parametrize(
    ("told", "column", "severity"),
    [
        ([{"trang_thai": "da_xong", "ngay": "2029-10-05"}], "ngay", "error"),
        ([{"trang_thai": "da_xong", "ngay": "2029-10-04"}], "", ""),
        ([{"trang_thai": "da_xong"}, {"trang_thai": "dang_lam"}], "trang_thai", "error"),
        ([{"trang_thai": "da_xong", "nguon": "bc-6"}, {"trang_thai": "dang_lam"}], "", ""),
        ([{"trang_thai": "da_xong", "ngay": "2029-06-30", "nguon": "bc-6"},
          {"trang_thai": "dang_lam", "ngay": "2029-09-30"}], "trang_thai", "warning"),
        ([{"trang_thai": "dang_lam", "ngay": "2029-06-30", "nguon": "bc-6"},
          {"trang_thai": "da_xong", "ngay": "2029-09-30"}], "", ""),
    ],
)  # fmt: skip
def test_progress_goes_on(told: list[dict[str, Any]], column: str, severity: str) -> None:
    """One state a day and document, none that its document cannot know; done is not under way again."""
    data = folder(*({"viec": "kh-1"} | one for one in told))
    found = [p for p in survey(data.root, ["19405"], DATE).problems if p.severity != "note"]
    assert [(p.code, p.column, p.severity) for p in found] == ([("tien-do-sai", column, severity)] if column else [])


@pytest.mark.parametrize(("written", "state"), [("hoàn thành", "xong"), ("Đang triển khai", "đang làm")])
def test_states_are_read_as_reports_write_them(written: str, state: str) -> None:
    *_, cell = cells(folder({"viec": "kh-2", "trang_thai": written}), "Tuyên truyền")
    assert cell.text == state


@pytest.mark.parametrize(("day", "said"), [("2029-12-31", "xong"), ("2030-01-01", "xong, báo sau hạn")])
def test_what_is_done_after_its_day_says_so(day: str, said: str) -> None:
    data = folder().document("bc-12", "2030-01-01")
    data.row("tien-do", viec="kh-1", trang_thai="da_xong", ngay=day, noi_dung="đã mua", nguon="bc-12")
    *_, cell = cells(data, "Trang bị máy quét")
    assert cell.text == said


@pytest.mark.parametrize(("told", "open_still"), [([], True), ([{"viec": "kh-9", "trang_thai": "da_xong"}], False)])
def test_a_task_whose_state_is_reported_is_no_open_question(told: list[dict[str, Any]], open_still: bool) -> None:
    """Without a report a listed directive asks whether it is done; a report answers."""
    data = folder(*told)
    data.row("nhiem-vu", ma="kh-9", noi_dung="Ban hành Kế hoạch chuyển đổi số của xã", loai_thoi_han="khong_neu",
             nguon="kh")  # fmt: skip
    data.row("van-ban", loai="Kế hoạch", so_hieu="12/KH-UBND", ngay="2029-03-01", trich_yeu="chuyển đổi số của xã",
             co_quan="UBND xã", nguon="bc-6")  # fmt: skip
    rules = {difference.rule for difference in data.view()[0].differences}
    assert ("viec-mo-da-co-van-ban" in rules) == open_still
