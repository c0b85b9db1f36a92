"""What was done, by the words of documents: on the page of its subject, among promises, on that of its document."""

from __future__ import annotations

from typing import Any

import pytest
from told_months import DATE, Data

from generator.commune.survey import survey
from generator.pages.commune_page import overview
from generator.pages.document_pages import document_pages
from generator.pages.results_page import results_page
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


def told(found: list[Section]) -> list[str]:
    """What sections of results tell, in order: their titles, names of kinds, words of results."""
    made = []
    for section in found:
        made.append(section.title)
        for block in (*section.blocks, *section.folded):
            if isinstance(block, Items):
                made += [item.text for item in block.items]
            elif isinstance(block, Grid):
                made += [" ".join(filter(None, (row[0].text, row[1].mark, row[1].text))) for row in block.rows]
            elif isinstance(block, Prose):
                made.append(block.text)
    return made


def page(data: Data) -> list[str]:
    """What the page of results tells."""
    return [text for made in results_page(*data.view()) for text in told(list(made.sections))]


WORK = {"noi_dung": "Đã mua máy quét"}
MODEL = {"loai": "mo_hinh", "noi_dung": "Chợ số", "tinh_trang": "da_xong"}


def test_they_have_a_page_by_subject_and_kind() -> None:
    """Subjects in reading order; no page without any."""
    data = folder(MODEL, WORK, {"noi_dung": "Đã mở lớp", "chu_de": "binh-dan-hoc-vu-so"})
    assert page(data) == [
        "Bình dân học vụ số (1)", "Việc đã làm:", "Đã mở lớp",
        "Ngân sách (2)", "Việc đã làm:", "Đã mua máy quét", "Mô hình, thí điểm (1):", "“Chợ số” ● xong",
    ]  # fmt: skip
    (made,) = results_page(*data.view())
    assert made.path.endswith("muc-tieu-nhiem-vu/ket-qua/")
    (block,) = made.opening
    assert isinstance(block, Prose)
    assert block.text.startswith("Theo lời các văn bản: 2 việc đã làm, 1 mô hình, thí điểm.")
    assert page(folder()) == []


def test_the_newest_document_is_told_first() -> None:
    told_of = page(folder({"noi_dung": "Việc cũ", "nguon": "bc-6"}, WORK, MODEL | {"tinh_trang": ""}))
    assert told_of[2::2] == ["Đã mua máy quét", "Việc cũ", "Chợ số"]


@pytest.mark.parametrize(("state", "said"), [("da_xong", "● xong"), ("", "văn bản không nói")])
def test_a_model_has_the_state_that_a_document_tells(state: str, said: str) -> None:
    other = MODEL | {"noi_dung": "Thôn số", "tinh_trang": "dang_lam"}
    found = page(folder(WORK, other, MODEL | {"tinh_trang": state}))
    assert found[-2:] == ["“Thôn số” ◐ đang làm", f"“Chợ số” {said}"]


@pytest.mark.parametrize(
    ("subject", "texts"),
    [
        ("chi-dao-kien-nghi", ["1 việc đã làm, theo lời văn bản"]),
        ("muc-tieu-nhiem-vu", ["2 việc đã làm và 1 điều khác, theo lời văn bản"]),
        ("binh-dan-hoc-vu-so", []),
    ],
)
def test_pages_of_subjects_lead_there(subject: str, texts: list[str]) -> None:
    data = folder(WORK, MODEL, {"noi_dung": "Đã họp", "chu_de": "chi-dao-kien-nghi"})
    data.row("kien-nghi", ma="kn-1", noi_dung="Nâng cấp đường truyền", nguon="bc-9")
    data.row("nhiem-vu", ma="kh-1", noi_dung="Mua máy", loai_thoi_han="thuong_xuyen", nguon="bc-9")
    blocks = [block for one in sections(data, subject) for block in one.blocks if isinstance(block, Prose)]
    links = [block.link for block in blocks if block.link and "ket-qua/" in block.link.href]
    assert [link.text for link in links] == texts


def test_the_first_page_leads_to_what_was_done() -> None:
    blocks = [block for one in overview(*folder(WORK).view()).sections for block in one.blocks]
    links = [block.link.text for block in blocks if isinstance(block, Prose) and block.link]
    assert "1 việc đã làm, theo lời văn bản" in links


def test_a_document_tells_all_its_results() -> None:
    data = folder(WORK, {"noi_dung": "Việc cũ", "nguon": "bc-6"})
    own = {
        made.path.rstrip("/").rpartition("/")[2]: told([one for one in made.sections if one.id == "ket-qua"])
        for made in document_pages(*data.view())
    }
    assert own == {
        "bc-6": ["Đã làm được gì (1)", "Việc đã làm (1):", "Việc cũ"],
        "bc-9": ["Đã làm được gì (1)", "Việc đã làm (1):", "Đã mua máy quét"],
    }


@pytest.mark.parametrize("written", ["Ngân sách", "ngan-sach", "NGÂN SÁCH"])
def test_a_subject_may_be_written_by_its_name(written: str) -> None:
    assert "Ngân sách (1)" in page(folder(WORK | {"chu_de": written}))


def test_an_unknown_subject_is_refused_with_those_that_there_are() -> None:
    (problem,) = (p for p in survey(folder(WORK | {"chu_de": "ngan-sac"}).root, ["19405"], DATE).problems
                  if p.severity == "error")  # fmt: skip
    assert (problem.code, problem.column) == ("lua-chon-la", "chu_de")
    assert "Gần nhất là “ngan-sach”" in problem.message
    assert "ngan-sach (Ngân sách)" in problem.remedy
