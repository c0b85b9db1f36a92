"""Sentences, cells and numbers of a report: what is cut is joined, each has its place, what counts nothing is none."""

from __future__ import annotations

import pytest

from generator.drafting.found import all_found
from generator.drafting.lines import blocks_of
from generator.drafting.passages import passages
from generator.drafting.report import Grid, Paragraph


def numbers(text: str) -> list[str]:
    return [found.printed for found in all_found(passages(blocks_of(text)))]


def places(text: str) -> list[tuple[str, str]]:
    return [(found.printed, found.passage.place) for found in all_found(passages(blocks_of(text)))]


def test_a_sentence_that_a_page_cuts_is_whole() -> None:
    assert blocks_of("Xã có 12\n\nthôn và 3 chợ.") == [Paragraph("Xã có 12 thôn và 3 chợ.")]


def test_a_footnote_in_the_middle_of_a_sentence_stands_aside() -> None:
    blocks = blocks_of("Có 48 hộ\n\n¹ Kế hoạch số 2/KH-UBND.\n\ndân tham gia.")
    assert blocks == [Paragraph("Có 48 hộ dân tham gia."), Paragraph("¹ Kế hoạch số 2/KH-UBND.", aside="Chú thích")]


def test_what_ends_or_begins_anew_is_not_joined() -> None:
    text = "Xã có 12 thôn.\n\ncác chợ\n\n- một mục\n\na) hai mục"
    assert [block.text for block in blocks_of(text) if isinstance(block, Paragraph)] == [
        "Xã có 12 thôn.", "các chợ", "- một mục", "a) hai mục",
    ]  # fmt: skip


def test_tabs_make_a_table_also_across_a_page() -> None:
    assert blocks_of("TT\tTên\n1\tA\n\n2\tB\nHết.") == [
        Grid((("TT", "Tên"), ("1", "A"), ("2", "B"))), Paragraph("Hết."),
    ]  # fmt: skip


def test_a_place_is_named_as_rows_name_it() -> None:
    text = """Mở đầu có 1 việc.

PHẦN 1

I. MỘT

1. Hai

a) Ba: 2 việc.

b) Bốn: 3 việc.

II. NĂM

5.3. Sáu: 4 việc.

PHỤ LỤC 02

A. BẢY

Tám có 5 việc."""
    assert places(text) == [
        ("1", "Phần mở đầu"), ("2", "Phần 1, mục I.1.a"), ("3", "Phần 1, mục I.1.b"), ("4", "Phần 1, mục II.5.3"),
        ("5", "Phụ lục 02, mục A"),
    ]  # fmt: skip


def test_a_cell_has_its_row_and_headings() -> None:
    text = "PHỤ LỤC II\n\nSTT\tĐơn vị\tSố DVCTT\t\n\t\tToàn trình\tMột phần\n1\tXã Mẫu\t314\t127"
    assert places(text) == [
        ("314", "Phụ lục II: bảng, dòng 1 “Xã Mẫu”, cột “Số DVCTT”, “Toàn trình”"),
        ("127", "Phụ lục II: bảng, dòng 1 “Xã Mẫu”, cột “Số DVCTT”, “Một phần”"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "ngày 18 tháng 5 năm 2026", "15/5/2026", "tháng 6 năm 2026", "Quý II năm 2026", "6 tháng đầu năm 2026",
        "Nghị quyết số 57-NQ/TW", "Kế hoạch số 635/KH-UBND ngày 22/8/2025", "Nghị quyết 57", "Đề án 06", "Phụ lục 02",
        "giai đoạn 2026-2030", "phủ sóng 4G và 5G", "mức độ 2", "Chợ 4.0", "nguyên tắc “5 rõ”",
        "Quyết định 766/QĐ-TTg", "01 năm thực hiện", "https://nq57.vn", "khoản 2 Điều 19",
    ],
)  # fmt: skip
def test_days_papers_and_names_count_nothing(words: str) -> None:
    assert numbers(f"I. MỘT\n\nTheo {words} của xã.") == []


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("đạt 99,89%", ["99,89%"]), ("có 2.842 hồ sơ", ["2.842"]), ("07/10 cá nhân", ["07/10"]),
        ("khoảng 55%–60% chi phí", ["khoảng 55%–60%"]), ("đạt từ 98% trở lên", ["từ 98% trở lên"]),
        ("đạt ≥ 95%", ["≥ 95%"]),
        ("chi 275,4 triệu đồng", ["275,4 triệu đồng"]), ("đạt từ 80% đến 90%", ["80% đến 90%"]),
        ("404/404 hồ sơ, tỷ lệ: 100%", ["404/404", "100%"]), ("12 thôn, 3 chợ", ["12", "3"]),
    ],
)  # fmt: skip
def test_numbers_are_found_as_printed(words: str, printed: list[str]) -> None:
    assert numbers(f"I. MỘT\n\nXã {words}.") == printed


def test_each_number_has_the_words_of_its_own_clause() -> None:
    text = "I. MỘT\n\nTiếp nhận mới 90 hồ sơ, kỳ trước chuyển qua 10 hồ sơ; 98% hồ sơ đúng hạn, 5 hồ sơ (2 hồ sơ mới)."
    assert [(found.before, found.printed) for found in all_found(passages(blocks_of(text)))] == [
        ("Tiếp nhận mới", "90"), ("kỳ trước chuyển qua", "10"), ("", "98%"), ("", "5"), ("hồ sơ", "2"),
    ]  # fmt: skip


def test_dashes_and_crosses_name_no_row() -> None:
    text = "STT\tLĩnh vực\tTiếp nhận\tQuá hạn\tĐạt\tGhi\n1\tHộ tịch\t-\t–\tx\t5"
    (found,) = all_found(passages(blocks_of(text)))
    assert (found.printed, found.passage.row) == ("5", "Hộ tịch")


def test_lines_of_a_page_make_paragraphs() -> None:
    """What a PDF gives: a heading in capitals, one on a short line, a footnote at the foot, a page's number."""
    text = """II. KẾT QUẢ THỰC HIỆN
Trong kỳ, Trung tâm tiếp nhận nhiều hồ sơ của người dân
và doanh nghiệp trên địa bàn.
1. Chuyển đổi số
Toàn xã có 58
¹ Gồm 07 người của xã.
2

cá nhân được cấp chữ ký số."""
    assert blocks_of(text, wrapped=True) == [
        Paragraph("II. KẾT QUẢ THỰC HIỆN"),
        Paragraph("Trong kỳ, Trung tâm tiếp nhận nhiều hồ sơ của người dân và doanh nghiệp trên địa bàn."),
        Paragraph("1. Chuyển đổi số"),
        Paragraph("Toàn xã có 58 cá nhân được cấp chữ ký số."),
        Paragraph("¹ Gồm 07 người của xã.", aside="Chú thích"),
    ]
