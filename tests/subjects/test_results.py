"""What was done, by the words of documents: on the page of its subject, among promises, on that of its document."""

from __future__ import annotations

from typing import Any

import pytest
from told_months import DATE, Data

from generator.commune.survey import survey
from generator.pages.commune_page import overview
from generator.pages.source_pages import source_pages
from generator.pages.subject_pages import subject_pages
from generator.pieces.blocks import Grid, Items, Prose, Section


def folder(*told: dict[str, Any]) -> Data:
    """A report of July, one of October, and what they say was done."""
    data = Data().document("bc-6", "2029-07-03").document("bc-9", "2029-10-04")
    for number, cells in enumerate(told):
        usual = {"loai": "viec_da_lam", "chu_de": "ngan-sach", "nguon": "bc-9", "vi_tri": f"Mục {number}"}
        data.row("ket-qua", **usual | cells)
    return data


def sections(data: Data, subject: str) -> list[Section]:
    return list(next(one for one in subject_pages(*data.view()) if one.path.endswith(f"{subject}/")).sections)


def titles(found: list[Section]) -> list[str]:
    return [section.title for section in found if section.id.startswith("ket-qua-")]


WORK = {"noi_dung": "Đã mua máy quét"}
MODEL = {"loai": "mo_hinh", "noi_dung": "Chợ số", "tinh_trang": "da_xong"}


def test_results_stand_with_their_subject_by_kind() -> None:
    data = folder(MODEL, WORK, {"noi_dung": "Đã mở lớp", "chu_de": "binh-dan-hoc-vu-so"})
    assert titles(sections(data, "ngan-sach")) == ["Việc đã làm (1)", "Mô hình, thí điểm (1)"]
    assert titles(sections(data, "binh-dan-hoc-vu-so")) == ["Việc đã làm (1)"]
    assert not titles(sections(data, "ha-tang-nhan-luc"))


def test_the_newest_document_is_told_first() -> None:
    (section,) = (one for one in sections(folder({"noi_dung": "Việc cũ", "nguon": "bc-6"}, WORK), "ngan-sach")
                  if one.id == "ket-qua-viec-da-lam")  # fmt: skip
    (block,) = section.blocks
    assert isinstance(block, Items)
    assert [item.text for item in block.items] == ["Đã mua máy quét", "Việc cũ"]


@pytest.mark.parametrize(("state", "told"), [("da_xong", ("xong", "●")), ("", ("văn bản không nói", ""))])
def test_a_model_has_the_state_that_a_document_tells(state: str, told: tuple[str, str]) -> None:
    other = MODEL | {"noi_dung": "Thôn số", "tinh_trang": "dang_lam"}
    (grid,) = (block for one in sections(folder(other, MODEL | {"tinh_trang": state}), "ngan-sach")
               for block in one.blocks if isinstance(block, Grid) and one.id == "ket-qua-mo-hinh")  # fmt: skip
    assert (grid.rows[1][1].text, grid.rows[1][1].mark) == told


def test_promises_count_what_was_done_by_subject() -> None:
    (section,) = (one for one in sections(folder(WORK, MODEL), "muc-tieu-nhiem-vu") if one.id == "da-lam")
    prose, links = section.blocks
    assert isinstance(prose, Prose)
    assert isinstance(links, Items)
    assert prose.text == "Theo lời các văn bản: 1 việc đã làm, 1 mô hình, thí điểm."
    assert [item.link.text for item in links.items if item.link] == ["Ngân sách: 2"]


def test_the_first_page_leads_to_what_was_done() -> None:
    texts = [block.text for one in overview(*folder(WORK).view()).sections for block in one.blocks
             if isinstance(block, Prose)]  # fmt: skip
    assert "Theo lời các văn bản: 1 việc đã làm." in texts
    assert not [text for text in texts if "Theo lời" in text and "0" in text]


def test_a_document_tells_all_its_results() -> None:
    data = folder(WORK, {"noi_dung": "Việc cũ", "nguon": "bc-6"})
    own = {page.path.rstrip("/").rpartition("/")[2]: titles(list(page.sections)) for page in source_pages(*data.view())}
    assert own == {"bc-6": ["Việc đã làm (1)"], "bc-9": ["Việc đã làm (1)"]}


@pytest.mark.parametrize("written", ["Ngân sách", "ngan-sach", "NGÂN SÁCH"])
def test_a_subject_may_be_written_by_its_name(written: str) -> None:
    assert titles(sections(folder(WORK | {"chu_de": written}), "ngan-sach")) == ["Việc đã làm (1)"]


def test_an_unknown_subject_is_refused_with_those_that_there_are() -> None:
    (problem,) = (p for p in survey(folder(WORK | {"chu_de": "ngan-sac"}).root, ["19405"], DATE).problems
                  if p.severity == "error")  # fmt: skip
    assert (problem.code, problem.column) == ("lua-chon-la", "chu_de")
    assert "Gần nhất là “ngan-sach”" in problem.message
    assert "ngan-sach (Ngân sách)" in problem.remedy
