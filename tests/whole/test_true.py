"""No sentence says more than its figures: a few cells of a commune are changed, then every place that tells of them is
read – subject pages, the three answers, notices, the loudspeaker.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from support import CASES, COMMUNE, ROOT, SUBJECTS, replace

from generator.commune.survey import survey
from generator.loudspeaker.texts import loud, occasions
from generator.model.commune import Commune
from generator.notice.notice import board
from generator.officer.sample import write_sample
from generator.pages.commune_page import overview
from generator.pages.subject_pages import subject_pages
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.subjects.all_subjects import ALL, subject_by
from generator.subjects.summaries import sentences

pytestmark = pytest.mark.slow

DAY = dt.date(2026, 7, 1)
DOSSIERS, MONEY, TEAMS, TASKS = "tthc.csv", "ngan-sach.csv", "to-cong-nghe-so.csv", "nhiem-vu.csv"
ROW = "6 tháng đầu năm 2026,trong_ky,2026-01-01,2026-06-30,,1.250,1.200,49,1.130,120,khong,1.220,1.100,100,,20,30,30,0"

Change = Callable[..., View]


@pytest.fixture
def changed(tmp_path: Path) -> Change:
    """The case `mot-xa` with cells changed: file name, old text, new text."""

    def made(*cells: tuple[str, str, str], day: dt.date = DAY) -> View:
        shutil.copytree(CASES / "mot-xa", tmp_path / "data", ignore=shutil.ignore_patterns("mong-doi"))
        for name, old, new in cells:
            replace(tmp_path / "data" / COMMUNE / name, old, new)
        examined = survey(tmp_path / "data")
        assert not [problem for problem in examined.problems if problem.severity == "error"], examined.problems
        return view_of(examined, day)

    return made


@cache
def real() -> View:
    return view_of(survey(ROOT / "data"), DAY)


def only(view: View) -> Commune:
    (commune,) = view.dataset.communes
    return commune


def page(view: View, subject: str, commune: Commune | None = None) -> str:
    """The opening sentences of a subject."""
    return " ".join(one.dated for one in sentences(view, commune or only(view), subject_by(subject)))


def answered(view: View, commune: Commune | None = None) -> str:
    """The three answers of the first page with their details."""
    one = commune or only(view)
    figures = view.of(one)
    given = [subject.answer(view, one, figures) for subject in ALL if subject.answer]
    return " ".join(f"{a.number} {a.date} {a.sentence} {a.details}" for a in given)


def notice(view: View, subject: str, commune: Commune | None = None) -> str:
    """A notice's numbers and sentences, with what stands besides."""
    made = board(view, commune or only(view), subject)
    facts = [fact for group in made.groups for fact in group.facts]
    told = [" ".join(filter(None, (f.before, f.number, f.unit, f.sentence))) for f in facts]
    return " ".join((*told, *(f"{note.title}: {note.text}" for note in made.notes)))


def aloud(view: View, commune: Commune | None = None) -> str:
    """The newest text for the loudspeaker."""
    (sheet,) = loud(view, commune or only(view))
    return " ".join(sheet.newest.paragraphs)


def test_a_commitment_is_not_told_as_sent_upwards() -> None:
    """Vĩnh Thông lists work that it will do itself among its proposals: it is a task, not a proposal."""
    commune = next(one for one in real().dataset.communes if one.code == "01981")
    for told in (page(real(), "chi-dao-kien-nghi", commune), notice(real(), "chi-dao-kien-nghi", commune)):
        assert "4 kiến nghị" in told
        assert "2 kiến nghị không ghi cơ quan nào xem xét, trả lời" in told
        assert not re.search("cấp trên|gửi lên|Xã có 4", told)
    tasks = next(one for one in subject_pages(real(), commune) if "muc-tieu" in one.path)
    assert "6 tháng cuối năm 2026" in str(tasks.sections)


def test_work_in_progress_is_not_told_as_a_result(changed: Change) -> None:
    """A document says how far a task has come; that is no result yet."""
    told = page(changed(), "muc-tieu-nhiem-vu")
    assert "1 việc đang làm" in told
    assert "đã có kết quả" not in told


FIELDS = ROW.replace(",,1.250,1.200,49,1.130,120,khong,1.220,1.100,100,,20,30,30,0", ",Đất đai,12,,,,,khong,8,,,7,1,,,")
TAIL = ",bao-cao-6-thang,Mục II.1: “tiếp nhận 1.250 hồ sơ”,Văn bản giả in lệch một hồ sơ.,co"
OTHER_FIELD = FIELDS.replace("Đất đai,12,,,,,khong,8,,,7,1,,,", "Hộ tịch,800,,,,,khong,,,,,,,,") + TAIL


def test_a_field_does_not_stand_for_the_commune(changed: Change) -> None:
    """Only rows by field: neither a count nor a rate of the whole is told, and nobody says that nothing is known."""
    view = changed((DOSSIERS, ROW + TAIL, f"{FIELDS}{TAIL}\n{OTHER_FIELD}"))
    for told in (page(view, "thu-tuc-hanh-chinh"), answered(view), notice(view, "thu-tuc-hanh-chinh")):
        assert "chỉ có số theo từng lĩnh vực" in told
        assert "để trả lời: bao nhiêu hồ sơ đúng hẹn" not in told
        assert "tiếp nhận 12 hồ sơ" not in told
        assert not re.search(r"Trong \d+ hồ sơ đã giải quyết", told)
    assert "1 hồ sơ bị trả trễ hẹn (Đất đai)" in notice(view, "thu-tuc-hanh-chinh")


@pytest.mark.parametrize(("state", "late"), [("", True), ("đã hoàn thành", False)])
def test_a_finished_task_is_not_overdue(changed: Change, state: str, late: bool) -> None:
    """A task whose day has passed is late only while no document says what has become of it."""
    view = changed((TASKS, "co_ngay,,2026-06-30,,", f"co_ngay,,2026-06-30,{state},"))
    where = "muc-tieu-nhiem-vu"
    whole = next(one for one in subject_pages(view, only(view)) if one.path.endswith(f"{where}/"))
    for told in (page(view, where), notice(view, where), str(whole.sections)):
        assert ("quá hạn" in told) is late


def test_the_loudspeaker_names_the_document_of_its_dossiers(changed: Change) -> None:
    """Another, newer document tells one rate of the same months: the dossiers are still those of the first."""
    five = ROW.replace("6 tháng đầu năm 2026", "5 tháng đầu năm 2026").replace("2026-06-30", "2026-05-31")
    newer = "ty_le_hai_long,,5 tháng đầu năm 2026,trong_ky,2026-01-01,2026-05-31,90%,,,,,,,,bao-cao-6-thang,Mục I,,\n"
    view = changed(
        (DOSSIERS, ROW + ",bao-cao-6-thang", five + ",bao-cao-5-thang"),
        ("chi-tieu.csv", "05-31,92%", '05-31,"90,4%"'),
        ("chi-tieu.csv", "ty_le_truc_tuyen,,Năm 2025", f"{newer}ty_le_truc_tuyen,,Năm 2025"),
    )
    assert "Số hồ sơ lấy từ báo cáo số năm mươi mốt của" in aloud(view)


def test_last_year_s_spending_is_not_this_year_s(changed: Change) -> None:
    """Money of this year, spent line of the last: its year is said, and it is no part of this year's."""
    spent = "6 tháng đầu năm 2026,2026-01-01,2026-06-30,da-chi"
    view = changed((MONEY, spent, "Năm 2025,2025-01-01,2025-12-31,da-chi"))
    text = " ".join(one.text for one in subject_by("ngan-sach").loudspeaker(occasions(view, only(view))[0]))
    assert "Đã chi bao nhiêu" not in text, "what was spent last year is known"
    assert "Đã thực hiện tám mươi tám" not in text
    assert "Năm hai nghìn không trăm hai mươi lăm, đã thực hiện tám mươi tám triệu" in text
    assert "(năm 2025)" in page(view, "ngan-sach")
    assert "nằm trong số trên" not in page(view, "ngan-sach")


def test_what_was_spent_later_is_not_told_of_a_former_period(changed: Change) -> None:
    """An older text stays silent on money that was spent after its days."""
    may = ROW.replace("6 tháng đầu năm 2026", "Tháng 5/2026").replace("2026-01-01,2026-06-30", "2026-05-01,2026-05-31")
    view = changed(
        (DOSSIERS, ROW, f"{may},bao-cao-5-thang,Mục II,,co\n{ROW}"),
        (MONEY, "6 tháng đầu năm 2026,2026-01-01,2026-06-30,da-chi", "Tháng 6/2026,2026-06-01,2026-06-30,da-chi"),
    )
    (sheet,) = loud(view, only(view))
    assert "Đã thực hiện tám mươi tám triệu" in " ".join(sheet.newest.paragraphs)
    (former,) = sheet.earlier
    assert "tám mươi tám triệu" not in " ".join(former.paragraphs)


def test_what_was_spent_is_told_with_its_day_and_its_parts_as_parts(changed: Change) -> None:
    """Who listens adds nothing up that is counted already, and hears until when it was spent."""
    whole = "5 tháng đầu năm 2026,2026-01-01,2026-05-31,da-chi"
    part = f"{whole}-a,da-chi,Máy in,thuc_hien,2 triệu đồng,,,bao-cao-6-thang,Mục VI,,"
    view = changed((MONEY, "6 tháng đầu năm 2026,2026-01-01,2026-06-30,da-chi", f"{part}\n{whole}"))
    assert "ngày ba mươi mốt tháng năm, đã thực hiện tám mươi tám triệu" in aloud(view)
    assert "đã thực hiện hai triệu" not in aloud(view).lower()


def test_late_dossiers_are_not_worked_out_against_the_print(changed: Change) -> None:
    """1.220 settled, 1.100 on time, 20 late as printed: 120 is nobody's number."""
    view = changed((DOSSIERS, "1.220,1.100,100,,20", "1.220,1.000,100,,20"))
    for told in (page(view, "thu-tuc-hanh-chinh"), answered(view), notice(view, "thu-tuc-hanh-chinh")):
        assert "1.100 hồ sơ đúng hẹn; văn bản in 20 hồ sơ trễ, các số này chưa khớp nhau" in told
        assert "120 hồ sơ trễ" not in told
    assert "Văn bản ghi trễ hẹn hai mươi hồ sơ, chưa khớp với các số trên." in aloud(view)
    assert "một trăm hai mươi hồ sơ" not in aloud(view)


def test_late_dossiers_that_no_one_prints_are_worked_out(changed: Change) -> None:
    """Settled without on time, where the document does not print the late ones itself."""
    view = changed((DOSSIERS, "1.220,1.100,100,,20", "1.220,1.100,100,,"))
    assert "1.200 hồ sơ đúng hẹn, 20 hồ sơ trễ" in page(view, "thu-tuc-hanh-chinh")
    assert "Trễ hẹn có hai mươi hồ sơ." in aloud(view)


def test_members_are_those_of_the_same_teams(changed: Change) -> None:
    """Teams of June without members, members of May by another document: they are not told in one breath."""
    may = "tại thời điểm báo cáo,thoi_diem,,2026-05-31,6,30,,,,,bao-cao-5-thang,Mục V,,\n"
    june = "tại thời điểm báo cáo,thoi_diem,,2026-06-30,8,46"
    view = changed((TEAMS, june, may + june.replace("8,46", "8,")))
    assert "Xã có 8 tổ công nghệ số cộng đồng. " in answered(view)
    assert "30 người" not in answered(view)
    assert "tám tổ công nghệ số cộng đồng" in aloud(view)
    assert "ba mươi người" not in aloud(view)


def test_about_how_many_teams_stays_about(changed: Change) -> None:
    """“trên 20” is not 20, and no document says in which villages they are."""
    view = changed((TEAMS, "2026-06-30,8,46", "2026-06-30,trên 20,46"))
    assert "Xã có trên 20 tổ công nghệ số cộng đồng với 46 người." in answered(view)
    assert "trên 20 tổ công nghệ số cộng đồng" in notice(view, "binh-dan-hoc-vu-so")
    assert "trên hai mươi tổ công nghệ số cộng đồng" in aloud(view)
    for told in (answered(view), notice(view, "binh-dan-hoc-vu-so")):
        assert not re.search("ở các thôn|trưởng thôn", told)


def test_members_are_told_without_their_number_of_teams(changed: Change) -> None:
    """A sentence does not lean on one that is not there."""
    told = page(changed((TEAMS, "2026-06-30,8,46", "2026-06-30,,46")), "binh-dan-hoc-vu-so")
    assert "Các Tổ công nghệ số cộng đồng có 46 người" in told
    assert "để trả lời: có bao nhiêu Tổ công nghệ số cộng đồng" in told


def test_a_count_says_what_alone_it_covers() -> None:
    """Hoàng Sơn's document speaks of opinions on one field only, and of sessions for officials too."""
    commune = next(one for one in real().dataset.communes if one.code == "x0001")
    field = "tính lĩnh vực khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số"
    for told in (page(real(), "chi-dao-kien-nghi", commune), notice(real(), "chi-dao-kien-nghi", commune)):
        assert field in told
        assert "Bà con gửi" not in told
    sessions = "tuyên truyền, phổ cập kỹ năng số cho cán bộ và Nhân dân"
    assert f"Đã tổ chức 3 buổi: {sessions}" in page(real(), "binh-dan-hoc-vu-so", commune)
    shown = next(one for one in subject_pages(real(), commune) if "chi-dao" in one.path)
    assert f"Chỉ {field}." in str(shown.sections)


def test_a_ward_is_no_rural_commune(tmp_path: Path) -> None:
    """What a phường or a đặc khu says of itself and owes is not said of a xã."""
    write_sample(tmp_path / "data", 60, 1, 1)
    view = view_of(survey(tmp_path / "data"), DAY)
    others = [one for one in view.dataset.communes if not one.name.startswith("Xã ")]
    assert len({one.name.split()[0] for one in others}) >= 1
    false = re.compile(r"Xã (có|báo cáo|tiếp nhận|ghi nhận|xin|đã|đề nghị)|(của|Trong|nêu) xã\b|Ủy ban nhân dân xã\b")
    for one in others:
        told = [page(view, subject, one) + notice(view, subject, one) for subject in SUBJECTS]
        told += [answered(view, one), aloud(view, one), str(overview(view, one).opening)]
        assert not [found[0] for text in told for found in false.finditer(text)], one.name


def test_a_target_for_each_village_is_not_one_for_all() -> None:
    """“1 tổ mỗi thôn” is not one team."""
    view = view_of(survey(CASES / "mot-xa"), DAY)
    assert "là mục tiêu số Tổ công nghệ số cộng đồng, mỗi thôn;" in notice(view, "muc-tieu-nhiem-vu")
