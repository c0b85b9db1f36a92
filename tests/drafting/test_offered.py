"""What is offered and not filled in, though its words are right: another's, another time's, a part's, a wish."""

from __future__ import annotations

from pathlib import Path

import measure_drafts
import pytest
from docx import Document
from measure_drafts import counted, of_made_up
from officer import catalogue
from other_reports import FORM, MADE_UP, form_alone
from reports import merged_table

from generator.drafting.decide import Decided, State, decide
from generator.drafting.lines import blocks_of
from generator.drafting.passages import passages
from generator.drafting.read_report import read_report

KEPT = Path(measure_drafts.__file__).with_suffix(".md")
"""The last table of what was measured."""


def told(sentence: str, title: str = "KẾT QUẢ") -> list[Decided]:
    text = f"BÁO CÁO\n\nKết quả tháng 6 năm 2026\n\nI. {title}\n\n{sentence}"
    return decide(passages(blocks_of(text)), catalogue())


def filled(made: list[Decided]) -> dict[str, str]:
    return {one.topic.indicator: one.found.printed for one in made if one.topic}


@pytest.mark.parametrize("name", MADE_UP)
def test_a_report_of_another_shape_is_drafted_without_a_wrong_cell(name: str, tmp_path: Path) -> None:
    file, write, right = MADE_UP[name]
    counts = of_made_up(read_report(write(tmp_path / file)), right, catalogue())
    assert not counts["filled, wrong"]
    assert counts["1 filled in"] >= len(right) / 2
    assert counts["1 filled in"] + counts["2 offered"] >= 0.95 * len(right)
    assert counted(name, counts) in KEPT.read_text(encoding="utf-8").splitlines()


def test_each_cell_of_a_form_is_filled_in_by_field(tmp_path: Path) -> None:
    """Dashes name no row, a total stands first; what a row's words leave unclear its column tells."""
    made = decide(passages(read_report(form_alone(tmp_path / "a.docx"))), catalogue())
    got: dict[str, dict[str, str]] = {}
    for one in made:
        if one.topic:
            got.setdefault(one.field, {})[one.topic.indicator] = one.found.printed
    assert got == FORM
    rates = [(one.found.passage.row, one.state) for one in made if one.found.passage.unit == "%"]
    assert rates == [(field, State.OFFERED) for field in FORM]
    assert {(one.when.start, one.when.end) for one in made if one.topic} == {("2026-03-15", "2026-06-14")}


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Tỷ lệ hồ sơ nộp trực tuyến lĩnh vực hộ tịch đạt 99,1%.", "một phần"),
        ("Lĩnh vực đất đai tiếp nhận 96 hồ sơ, gồm tiếp nhận mới 77 hồ sơ, kỳ trước chuyển qua 19 hồ sơ.", "một phần"),
        ("Trong số hồ sơ quá hạn, 05 hồ sơ thuộc lĩnh vực đất đai.", "một phần"),
        ("Tỷ lệ hồ sơ nộp trực tuyến của thôn Mẫu 1 đạt 99,1%.", "một phần"),
        ("Số hợp tác xã đang hoạt động tại xã A (cũ): 4 hợp tác xã.", "một phần"),
        ("Thành lập mới 03 Tổ công nghệ số cộng đồng.", "một phần"),
        ("Các thôn có Tổ công nghệ số cộng đồng, mỗi tổ 07 thành viên.", "một phần"),
        ("Tổ công nghệ số cộng đồng thôn Mẫu 2 có 08 thành viên.", "một phần"),
        ("Bộ phận một cửa ngành thuế tiếp nhận tổng số 26 hồ sơ, đã giải quyết 20, đang giải quyết 6.", "một phần"),
        ("Từ đầu năm tiếp nhận tổng số 26 hồ sơ, đã giải quyết 20 hồ sơ, đang giải quyết 6 hồ sơ.", "kỳ khác"),
        ("Xã lân cận hiện có 19 hợp tác xã đang hoạt động.", "nơi khác"),
        ("Số sản phẩm OCOP: 05 sản phẩm OCOP 3 sao, 02 sản phẩm OCOP 4 sao.", "còn số khác"),
        ("Tỷ lệ hồ sơ nộp trực tuyến giao: 97%.", "mục tiêu"),
        ("Số hồ sơ nộp trực tuyến: 2025.", "một năm"),
        ("Có 45/61 cán bộ hoàn thành khóa học Bình dân học vụ số, đạt 73,77%.", "chưa nêu tên"),
    ],
)
def test_what_may_be_of_another_is_offered(sentence: str, why: str) -> None:
    made = told(sentence)
    assert not filled(made)
    assert why in " ".join(one.why for one in made)


def test_a_field_in_a_title_is_no_commune() -> None:
    sentence = "Tiếp nhận 96 hồ sơ, gồm tiếp nhận mới 77 hồ sơ, kỳ trước chuyển qua 19 hồ sơ."
    assert filled(told(sentence))["ho_so_tiep_nhan"] == "96"
    assert not filled(told(sentence, "LĨNH VỰC HỘ TỊCH"))


def test_a_rate_without_a_name_has_that_of_the_count_before_it() -> None:
    (_, rate) = told("Có 45/61 cán bộ hoàn thành khóa học Bình dân học vụ số, đạt 73,77%.")
    assert rate.suggested[0].topic.indicator == "bdhvs_ty_le"


def test_words_that_say_nothing_name_nothing() -> None:
    assert [one.suggested for one in told("Đã đạt 82%.")] == [()]


def test_a_bracket_speaks_of_what_stands_before_it() -> None:
    """Files that are still being worked on and late are not those that were settled late."""
    made = filled(told("Số HS đang giải quyết là 44 HS (trong hạn 41 HS, quá hạn 03 HS)."))
    assert made == {"ho_so_dang_giai_quyet": "44", "ho_so_dang_trong_han": "41", "ho_so_dang_qua_han": "03"}


def test_a_network_of_the_fifth_generation_is_not_one_of_the_fourth() -> None:
    (one,) = told("Tỷ lệ phủ sóng 5G đạt 82%.")
    assert [each.topic.indicator for each in one.suggested[:2]] == ["ty_le_phu_song_5g", "ty_le_phu_song_4g"]


RECEIVED, RATE = "Tổng số hồ sơ tiếp nhận", "Tỷ lệ hồ sơ nộp trực tuyến"


def of_table(path: Path, *rows: tuple[str, ...]) -> list[Decided]:
    document = Document()
    for words in ("BÁO CÁO", "Kết quả quý III năm 2026", "I. KẾT QUẢ", "Số liệu:"):
        document.add_paragraph(words)
    merged_table(document, rows, 1)
    document.save(str(path))
    return decide(passages(read_report(path)), catalogue())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.docx"


def test_months_from_the_years_beginning_are_a_period() -> None:
    made = told("6 tháng đầu năm 2026 tiếp nhận 26 hồ sơ, đã giải quyết 20 hồ sơ, đang giải quyết 6 hồ sơ.")
    assert filled(made) == {"ho_so_tiep_nhan": "26", "ho_so_da_giai_quyet": "20", "ho_so_dang_giai_quyet": "6"}
    assert {(one.when.start, one.when.end) for one in made} == {("2026-01-01", "2026-06-30")}


def test_rows_that_name_counts_are_no_fields(path: Path) -> None:
    made = of_table(
        path, ("TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả"), ("1", RECEIVED, "hồ sơ", "1.726"),
        ("2", "Số hồ sơ tiếp nhận mới trong kỳ", "hồ sơ", "1.699"), ("3", RATE, "%", "97,17"),
    )  # fmt: skip
    assert filled(made) == {"ho_so_tiep_nhan": "1.726", "ho_so_moi": "1.699", "ty_le_truc_tuyen": "97,17"}
    assert {one.field for one in made} == {""}


def test_of_a_plan_and_its_result_the_result_is_filled_in(path: Path) -> None:
    heads = ("TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "So với kế hoạch (%)", "Cùng kỳ năm trước")
    made = of_table(path, heads, ("1", RATE, "%", "95", "97", "102,1", "90"))
    assert filled(made) == {"ty_le_truc_tuyen": "97"}
    assert [one.found.printed for one in made if one.topic] == ["97"]


def test_of_a_table_of_communes_none_is_taken_for_this_one(path: Path) -> None:
    made = of_table(path, ("TT", "Đơn vị", RECEIVED), ("1", "Xã Mẫu", "1.726"), ("2", "Phường Khác", "700"))
    assert not filled(made)
    assert {one.why for one in made} == {"bảng kể nhiều xã: chỉ lấy dòng của xã mình"}
    alone = of_table(path, ("TT", "Đơn vị", RECEIVED), ("1", "Xã Mẫu", "1.726"))
    assert filled(alone) == {"ho_so_tiep_nhan": "1.726"}


def test_of_a_table_of_villages_the_total_is_filled_in(path: Path) -> None:
    heads = ("TT", "Thôn", "Số Tổ công nghệ số cộng đồng", "Số thành viên Tổ công nghệ số cộng đồng")
    made = of_table(path, heads, ("1", "Thôn 1", "1", "7"), ("2", "Thôn 2", "1", "8"), ("", "Tổng", "2", "15"))
    assert [(one.found.passage.row, one.found.printed) for one in made if one.topic] == [("Tổng", "2"), ("Tổng", "15")]


def test_rows_of_periods_have_these(path: Path) -> None:
    made = of_table(
        path, ("TT", "Thời gian", RECEIVED), ("1", "Tháng 7/2026", "1.726"), ("2", "Tháng 8/2026", "700"),
        ("3", "Tháng 9", "800"),
    )  # fmt: skip
    assert [(one.found.printed, one.when.words, one.field) for one in made if one.topic] == [
        ("1.726", "Tháng 7/2026", ""), ("700", "Tháng 8/2026", ""),
    ]  # fmt: skip
    assert made[-1].why == "dòng nói về một kỳ, không ghi năm"


def test_a_period_told_by_its_days_holds_on_in_its_section() -> None:
    text = """BÁO CÁO

Kết quả quý II/2026 ({})

I. HỒ SƠ

Từ ngày 15/3/2026 đến ngày 14/6/2026 tiếp nhận 12 hồ sơ. Tỷ lệ hồ sơ nộp trực tuyến: 97%.

II. KHÁC

Tổng số thôn: 14 thôn."""
    months, days = "quý II/2026", "Từ ngày 15/3/2026 đến ngày 14/6/2026"
    for named, elsewhere in (("sáu mục", months), (days.lower(), days.lower())):
        made = decide(passages(blocks_of(text.format(named))), catalogue())
        assert [one.when.words for one in made] == [days, days, elsewhere]
