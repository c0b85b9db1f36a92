"""What a subject's page says first: whole sentences, each number with its dates and document, blanks said as blanks."""

from __future__ import annotations

import datetime as dt
import shutil
from functools import cache
from pathlib import Path

import pytest
from support import BASE, CASES, ROOT, SUBJECTS

from generator.commune.survey import survey
from generator.model.commune import Commune
from generator.pieces.sentence import Sentence
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.subjects.all_subjects import subject_by
from generator.subjects.summaries import sentences

ONE_DAY = dt.date(2026, 7, 1)


@cache
def view() -> View:
    return view_of(survey(ROOT / "data"), ONE_DAY)


def commune(code: str) -> Commune:
    return next(one for one in view().dataset.communes if one.code == code)


def said_by(known: View, one: Commune, subject: str) -> tuple[Sentence, ...]:
    return sentences(known, one, subject_by(subject))


UNNAMED = "kiến nghị không ghi cơ quan nào xem xét, trả lời"
SINCE_EVER = "cộng dồn đến 16/06/2026, văn bản không nói từ khi nào"
NEED = (
    "dự kiến kinh phí đầu tư, nâng cấp các hạng mục thiết bị, hạ tầng công nghệ thông tin ưu tiên của UBND xã (đề xuất)"
)
EXPECTED = [
    ("19405", "thu-tuc-hanh-chinh",
     "Trong 2.822 hồ sơ đã giải quyết, 2.819 hồ sơ đúng hẹn, 3 hồ sơ trễ (từ 01/01/2026 đến ngày ký 18/05/2026).",
     "Báo cáo 230-BC/ĐU"),
    ("19405", "thu-tuc-hanh-chinh",
     "Văn bản ghi 98,97% hồ sơ được trả đúng hẹn hoặc sớm hơn (từ 01/01/2026 đến 10/06/2026).",
     "Báo cáo tháng 6/2026 (chưa đánh số)"),
    ("x0001", "thu-tuc-hanh-chinh",
     "Trong 633 hồ sơ nộp mới, cả 633 hồ sơ nộp qua mạng (từ 15/05/2026 đến 16/06/2026).",
     "Báo cáo tháng 6/2026 (không ghi số)"),
    ("01981", "thu-tuc-hanh-chinh",
     "Chưa có số để trả lời: bao nhiêu hồ sơ đúng hẹn, trễ hẹn; mức hài lòng của người làm thủ tục.", ""),
    ("19405", "binh-dan-hoc-vu-so", ("Xã có 20 tổ công nghệ số cộng đồng để giúp bà con dùng điện thoại, máy tính "
      "(văn bản không ghi ngày)."),
     "Báo cáo tháng 6/2026 (chưa đánh số)"),
    ("19405", "ngan-sach", "Đã chi bao nhiêu cho chuyển đổi số: chưa có số liệu.", ""),
    ("19405", "ngan-sach", f"Đề nghị 650 triệu đồng: {NEED}; đây là nhu cầu, chưa phải tiền được cấp (năm 2026–2028).",
     "Báo cáo tháng 6/2026 (chưa đánh số)"),
    ("19405", "thu-tuc-hanh-chinh",
     "Trong 2.842 hồ sơ tiếp nhận, 2.831 hồ sơ nộp qua mạng (từ 01/01/2026 đến ngày ký 18/05/2026).",
     "Báo cáo 230-BC/ĐU"),
    ("19405", "ha-tang-nhan-luc",
     "Có chữ ký số cá nhân: 7/10 người (Mặt trận và các đoàn thể) (tính đến ngày ký 18/05/2026).",
     "Báo cáo 230-BC/ĐU"),
    ("x0001", "chi-dao-kien-nghi", "Văn bản ghi phần kiến nghị, đề xuất: “Không” (văn bản không ghi ngày).",
     "Báo cáo tháng 6/2026 (không ghi số)"),
    ("x0001", "muc-tieu-nhiem-vu", "Trang chưa có mục tiêu bằng con số nào của xã.", ""),
    ("19405", "ha-tang-nhan-luc",
     ("Trong 37 máy tính của Ủy ban nhân dân xã, 16 máy đáp ứng công việc, 21 máy không đáp ứng "
      "(văn bản không ghi ngày)."), "Báo cáo tháng 6/2026 (chưa đánh số)"),
    ("x0001", "kinh-te-xa-hoi-so",
     f"Trong 5.196 hồ sơ đất đai, 4.805 hồ sơ đã được làm sạch dữ liệu ({SINCE_EVER}).",
     "Báo cáo tháng 6/2026 (không ghi số)"),
    ("19405", "chi-dao-kien-nghi", f"Các văn bản đã đọc ghi 12 kiến nghị; 3 {UNNAMED}.",
     "Nguồn số liệu"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "subject", "text", "source"), EXPECTED)
def test_the_project_s_communes_are_told(code: str, subject: str, text: str, source: str) -> None:
    """The sentences that people have looked at, for the real data."""
    said = {(one.dated, one.source.text if one.source else "") for one in said_by(view(), commune(code), subject)}
    assert (text, source) in said, "\n".join(sorted(text for text, _ in said))


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("code", ["19405", "01981", "x0001"])
def test_a_sentence_stands_on_one_document(code: str, subject: str) -> None:
    """Its figures are of one commune, document and period; without a figure or a document it has no number."""
    figures = {figure.id: figure for figure in view().of(commune(code))}
    said = said_by(view(), commune(code), subject)
    assert 1 <= len(said) <= 6
    for one in said:
        assert one.text.endswith(".")
        assert one.text == one.text.strip()
        assert "{" not in one.text
        own = [figures[id] for id in one.figures]
        assert len({(figure.source, figure.period.end) for figure in own}) <= 1, one.text
        assert bool(one.number) == bool(one.source), one.text
        assert bool(own) <= bool(one.period), one.text


@pytest.mark.parametrize("code", ["19405", "01981", "x0001"])
def test_each_quantity_is_told_or_said_to_be_missing(code: str) -> None:
    """Each is told by one of its figures or listed as missing, never both and never neither."""
    known = {figure.id: figure.topic.indicator for figure in view().of(commune(code))}
    for subject in SUBJECTS:
        all_said = view().said(subject)
        said = said_by(view(), commune(code), subject)
        told = {known[id] for one in said for id in one.figures}
        lists = [one.text for one in said if one.text.startswith("Chưa có số để trả lời: ")]
        missing = {about for text in lists for about in text.removesuffix(".").partition(": ")[2].split("; ")}
        assert len(lists) <= 1
        for about in {one.about for one in all_said if one.told}:
            own = {one.indicator for one in all_said if one.about == about}
            answered = {one.unless for one in all_said if one.about == about and one.unless} & told
            assert bool(own & told or answered) != (about in missing), about


def test_who_has_told_nothing_has_no_sentence(tmp_path: Path) -> None:
    """A commune without a document: its page says so once, not subject by subject."""
    data = tmp_path / "data"
    shutil.copytree(BASE, data)
    folder = next((data / "xa").iterdir())
    for table in folder.glob("*.csv"):
        table.write_text(table.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    empty = view_of(survey(data), ONE_DAY)
    assert [said_by(empty, empty.dataset.communes[0], subject) for subject in SUBJECTS] == [()] * len(SUBJECTS)


@pytest.mark.parametrize(("day", "late"), [(dt.date(2026, 6, 1), False), (ONE_DAY, True)])
def test_a_day_gone_by_is_told(day: dt.date, late: bool) -> None:
    """A task whose day has passed is counted from the day after it on."""
    known = view_of(survey(CASES / "mot-xa"), day)
    said = " ".join(one.text for one in said_by(known, known.dataset.communes[0], "muc-tieu-nhiem-vu"))
    assert ("1 việc quá hạn" in said) == late
