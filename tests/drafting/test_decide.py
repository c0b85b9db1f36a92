"""What becomes of the numbers of a report: filled in, offered, kept back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from officer import catalogue
from reports import COUNTED, FIELDS, QUARTER, ROWS, form_06, shown

from generator.drafting.decide import Decided, State, decide
from generator.drafting.last_report import last_of
from generator.drafting.lines import blocks_of
from generator.drafting.passages import passages
from generator.drafting.read_report import read_report
from generator.language.value import Value
from generator.model.figure import Document, Figure, Kind, Topic, Trace
from generator.model.period import Period, PeriodKind


def decided(text: str, *older: Figure) -> list[Decided]:
    return decide(passages(blocks_of(text)), catalogue(), last_of(older))


def states(made: list[Decided], state: State) -> dict[str, str]:
    """Indicator (of what is filled in) or number to number or reason."""
    return {
        one.topic.indicator if one.topic else one.found.printed: one.found.printed for one in made if one.state is state
    }


def test_a_form_of_dossiers_is_filled_in_whole(tmp_path: Path) -> None:
    """Every cell of form II.06, of each field and of the total, and nothing that is none: its columns are numbered."""
    made = decide(passages(read_report(form_06(tmp_path / "ii06.docx"))), catalogue())
    got: dict[str, dict[str, str]] = {}
    for one in made:
        assert one.topic
        assert one.state is State.FILLED
        got.setdefault(one.found.passage.row, {})[one.topic.indicator] = one.found.printed
    expected = {
        field or "Tổng cộng": {f"ho_so_{name}": shown(count) for name, count in zip(COUNTED, counts, strict=True)}
        for field, counts in ROWS.items()
    }
    assert got == expected
    assert [*expected] == [*FIELDS, "Tổng cộng"]


def test_a_quarter_in_sentences() -> None:
    made = decided(QUARTER)
    assert states(made, State.FILLED) == {
        "ho_so_tiep_nhan": "1.726", "ho_so_moi": "1.699", "ho_so_ky_truoc": "27", "ho_so_da_giai_quyet": "1.690",
        "ho_so_truoc_han": "1.645", "ho_so_dung_han": "40", "ho_so_qua_han": "05", "ho_so_dang_giai_quyet": "36",
        "ty_le_truc_tuyen": "97,17%", "ty_le_so_hoa_dau_ra": "98,2%", "to_cnsc": "14", "to_cnsc_thanh_vien": "98",
        "so_htx": "11",
    }  # fmt: skip
    offered = {one.found.printed: one.suggested[0].topic.indicator for one in made if one.state is State.OFFERED}
    assert offered == {
        "94,5%": "ty_le_thanh_toan_truc_tuyen", "389": "so_tthc_niem_yet", "06": "buoi_tuyen_truyen",
        "99%": "ty_le_truc_tuyen", "100%": "ty_le_dung_han",
    }  # fmt: skip
    assert {one.when.words for one in made if one.topic} == {"quý III năm 2026"}


def test_what_is_aimed_at_is_no_result() -> None:
    aims = [one for one in decided(QUARTER) if one.aim]
    assert [one.found.printed for one in aims] == ["99%", "100%"]
    assert {one.why for one in aims} == {"có thể là mục tiêu, chưa phải kết quả"}


def test_nothing_of_a_plan_is_filled_in() -> None:
    plan = "KẾ HOẠCH\n\nI. MỤC TIÊU\n\nTỷ lệ hồ sơ nộp trực tuyến: 97,17%."
    assert [one.state for one in decided(plan)] == [State.OFFERED]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Đã có 32/33 chi bộ trực thuộc nộp đảng phí qua tài khoản.", "việc nội bộ của Đảng"),
        ("Có 812 đảng viên cài sổ tay đảng viên điện tử.", "việc nội bộ của Đảng"),
        ("Triển khai 04 thủ tục hành chính của Đảng.", "việc nội bộ của Đảng"),
        ("Trụ sở dùng 02 đường truyền Internet.", "mạng, đường truyền, địa chỉ"),
        ("Trang bị 04 thiết bị Switch.", "mạng, đường truyền, địa chỉ"),
        ("Thay mật khẩu tối thiểu 02 lần mỗi năm.", "mật khẩu, cấp độ an toàn, phần mềm"),
        ("Có 01 máy tính mật phục vụ soạn thảo.", "bí mật nhà nước"),
        ("Đầu mối: số điện thoại 0900 000 000.", "thông tin liên hệ cá nhân"),
    ],
)
def test_what_is_never_published_is_kept_back(sentence: str, kind: str) -> None:
    made = decided(f"I. KẾT QUẢ\n\n{sentence}")
    assert made
    assert {(one.state, one.why, one.suggested) for one in made} == {(State.KEPT_BACK, kind, ())}


def test_what_is_not_secret_is_not_kept_back() -> None:
    """A rate without secret papers tells nothing of these."""
    (one,) = decided("I. KẾT QUẢ\n\n100% văn bản đi (trừ văn bản mật) được ký số.")
    assert one.state is State.OFFERED
    assert "ty_le_van_ban_di_ky_so" in {s.topic.indicator for s in one.suggested}


def test_two_numbers_for_one_thing_are_both_offered() -> None:
    made = decided("I. KẾT QUẢ\n\nTỷ lệ hồ sơ nộp trực tuyến: 97,17%.\n\nTỷ lệ hồ sơ nộp trực tuyến: 97,2%.")
    assert [(one.state, one.why) for one in made] == [(State.OFFERED, "văn bản in hai số khác nhau cho một điều")] * 2


def test_sums_tell_what_words_alone_do_not() -> None:
    """Counts of two appear in one sentence: only those that add up are filled in."""
    text = "I. KẾT QUẢ\n\nTiếp nhận {} hồ sơ, trong đó tiếp nhận mới 90 hồ sơ, kỳ trước chuyển qua 10 hồ sơ."
    right, wrong = (states(decided(text.format(total)), State.FILLED) for total in ("100", "101"))
    assert right["ho_so_tiep_nhan"] == "100"
    assert "ho_so_tiep_nhan" not in wrong


def test_an_amount_is_left_to_the_budget() -> None:
    (one,) = decided("I. KẾT QUẢ\n\nTổng kinh phí cho chuyển đổi số: 275,4 triệu đồng.")
    assert one.state is not State.FILLED
    assert "Ngân sách" in one.why


def figure(place: str, printed: str, topic: Topic, unit: str) -> Figure:
    return Figure(
        id="f", commune="15910", topic=topic, kind=Kind.REPORTED, period=Period(PeriodKind.WITHIN, None, None),
        value=Value(None, printed=printed), unit=unit, trace=Trace(Document("bc-thang-8"), place, "", "", 1),
    )  # fmt: skip


def test_the_last_report_tells_what_stands_in_its_words() -> None:
    """In words of which the catalogue knows nothing, a number is what it was last month."""
    text = "I. KẾT QUẢ\n\nSố lượt bà con đến nhờ giúp ở quầy: {} hồ sơ trong tháng."
    old = figure(
        "Mục I: “Số lượt bà con đến nhờ giúp ở quầy: 31 hồ sơ trong tháng.”", "31", Topic("so_hoa_ho_so", ""), "hồ sơ"
    )
    (alone,) = decided(text.format(44))
    (known,) = decided(text.format(44), old)
    assert alone.state is not State.FILLED
    assert (known.topic, known.why) == (Topic("so_hoa_ho_so", ""), "đúng chỗ và lời của báo cáo trước")
    other = figure(
        "Mục I: “Số lượt bà con đến nhờ giúp ở quầy: 5 hồ sơ trong tháng.”", "5", Topic("ho_so_rut", ""), "hồ sơ"
    )
    (unclear,) = decided(text.format(44), old, other)
    assert unclear.state is not State.FILLED


@settings(max_examples=40)
@given(st.text(alphabet=st.sampled_from("aăâbcdđ hồ sơ TỷLệ 0123456789.,;:%/()-\n\t“”Mục I.\n"), max_size=300))
def test_any_text_is_read_and_always_in_the_same_way(text: str) -> None:
    made = decided(text)
    assert made == decided(text)
    assert all(one.found.printed for one in made)
    assert all((one.topic is not None) == (one.state is State.FILLED) for one in made)
