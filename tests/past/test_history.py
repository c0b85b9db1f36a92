"""The history of figures comes from git: what was published when and why, and nothing that git does not say."""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
from pathlib import Path

import pytest
from officer import catalogue
from repositories import FOLDER, PROCEDURES, TODAY, commit, corrected, git, history, repository, told
from support import COMMUNE, lay_over, replace

from generator.commune.examine import Sound, sound
from generator.commune.survey import survey
from generator.country.open_data import handed_texts, history_text
from generator.model.catalogue import Catalogue
from generator.model.history import Told
from generator.past import replay
from generator.past.histories import history_of, prepare
from generator.past.past import past
from generator.pieces.vanished import became, vanished
from generator.pieces.views import view
from generator.reading.commits import LONGEST_REASON, UNSAID, reason_in
from generator.reading.folders import Folder
from generator.reading.operator import Operator

FIRST = ("400", "2026-07-01", "", "")
UP = ("chi-tieu.csv", "2026-05-31,400", "2026-05-31,401")
DOWN = ("chi-tieu.csv", "2026-05-31,401", "2026-05-31,400")
FAULT = ("chi-tieu.csv", "99%", "99.00%")
MENDED = ("chi-tieu.csv", "99.00%", "99%")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return repository(tmp_path)


def test_a_figure_has_come_on_the_day_of_its_commit(data: Path) -> None:
    """The first commit brings what it holds, the next what it adds; all that is published has one open span."""
    row = "so_dvctt_toan_trinh,,tháng 6,thoi_diem,,2026-06-30,7,,,bc-6,Mục 1,\nso_tthc"
    id = commit(data, "2026-08-02", "Tháng 6", ("chi-tieu.csv", "so_tthc", row))
    known = history(data)
    assert (known.begins, known.gap) == (dt.date(2026, 7, 1), "")
    assert told(known) == [FIRST]
    (span,) = known.of["15910.so_dvctt_toan_trinh.tong.-20260630-thoi_diem.bao_cao.bc-6"]
    assert (span.since.day, span.since.commit, span.until) == (dt.date(2026, 8, 2), id, None)
    (examined,) = survey(data).communes
    assert {span.id for span in known.spans if not span.until} == {figure.id for figure in examined.figures}
    assert known.vanished == ()


def test_the_day_is_that_of_viet_nam(data: Path) -> None:
    """Half past six in the evening in UTC is the next day here."""
    commit(data, "2026-08-31", "Sửa", UP, time="18:30:00+00:00")
    assert told(history(data)) == [("400", "2026-07-01", "2026-09-01", ""), ("401", "2026-09-01", "", "")]


def test_a_change_has_the_reason_of_its_commit(data: Path) -> None:
    """`Ly-do:` in the message is the reason of every change of that commit, of none that came first."""
    row = "so_dvctt_toan_trinh,,tháng 6,thoi_diem,,2026-06-30,7,,,bc-6,Mục 1,\nso_tthc"
    commit(data, "2026-08-02", "Sửa\n\nLy-do: chép nhầm dòng\n", UP, ("chi-tieu.csv", "so_tthc", row))
    known = history(data)
    assert told(known) == [("400", "2026-07-01", "2026-08-02", ""), ("401", "2026-08-02", "", "chép nhầm dòng")]
    assert known.of[PROCEDURES][0].until == known.of[PROCEDURES][1].since
    assert [span.since.reason for span in known.spans if span.cell("chi_tieu") == "so_dvctt_toan_trinh"] == [""]


def test_a_change_without_a_reason_has_none(data: Path) -> None:
    commit(data, "2026-08-02", "Sửa số thủ tục", UP)
    assert told(history(data))[1] == ("401", "2026-08-02", "", "")


def test_the_commune_s_own_reason_comes_first_and_may_come_later(data: Path) -> None:
    """A row of dinh-chinh.csv explains the change nearest to its day, also where it is written afterwards."""
    commit(data, "2026-08-02", "Ly-do: lần một", UP)
    commit(data, "2026-10-02", "Sửa", ("chi-tieu.csv", "2026-05-31,401", "2026-05-31,402"))
    corrected(data, f"{PROCEDURES},{PROCEDURES},2026-09-30,Văn bản in 402.,")
    commit(data, "2026-11-02", "Nói lý do")
    assert [(value, reason) for value, _, _, reason in told(history(data))] == [
        ("400", ""), ("401", "lần một"), ("402", "Văn bản in 402."),
    ]  # fmt: skip


def test_a_withdrawn_figure_says_why(data: Path) -> None:
    """What vanished keeps its last value, the day it went, and the reason of the table of corrections."""
    replace(data / COMMUNE / "chi-tieu.csv", "so_tthc,,tại thời điểm báo cáo,thoi_diem,,2026-05-31,400,,,bc-5,Mục 3,\n",
            "")  # fmt: skip
    corrected(data, f"{PROCEDURES},,2026-08-02,Văn bản đã thu hồi.,")
    commit(data, "2026-08-02", "Rút")
    (span,) = history(data).vanished
    assert span.until
    assert (span.id, span.cell("gia_tri"), span.until.day, span.until.reason) == (
        PROCEDURES, "400", dt.date(2026, 8, 2), "Văn bản đã thu hồi.",
    )  # fmt: skip


def test_a_revert_is_a_value_of_its_own(data: Path) -> None:
    commit(data, "2026-08-02", "Sửa", UP)
    commit(data, "2026-09-02", "Sửa lại", DOWN)
    assert [one[:3] for one in told(history(data))] == [
        ("400", "2026-07-01", "2026-08-02"), ("401", "2026-08-02", "2026-09-02"), ("400", "2026-09-02", ""),
    ]  # fmt: skip


def test_other_writing_changes_nothing(data: Path) -> None:
    """Columns in another order, quotes, other line ends, a comment: the same figures since the same day."""
    before = history(data).spans
    path = data / COMMUNE / "chi-tieu.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row[::-1] for row in csv.reader(file)]
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows([*rows, ["# ghi chú", *[""] * 11]])
    path.write_text(out.getvalue(), encoding="utf-8", newline="")
    commit(data, "2026-08-02", "Viết lại tệp")
    assert history(data).spans == before


def test_a_renamed_folder_is_the_same_commune(data: Path) -> None:
    """By its code, whatever its name is."""
    git(data, "mv", COMMUNE, "xa/15910-hoang-son-moi")
    replace(data / "xa/15910-hoang-son-moi/xa.yml", "slug: hoang-son", "slug: hoang-son-moi")
    git(data, "add", "--all", ".")
    git(data, "commit", "--quiet", "-m", "Đổi tên thư mục", day="2026-08-02")
    assert told(history(data)) == [FIRST]


def test_a_confirmed_code_keeps_its_past(tmp_path: Path) -> None:
    """What was told as x0001 is told under the code that was confirmed."""
    data = lay_over("co-so", tmp_path)
    git(tmp_path, "init", "--quiet")
    unconfirmed = data / "xa" / "x0001-hoang-son"
    (data / COMMUNE).rename(unconfirmed)
    replace(unconfirmed / "xa.yml", 'ma: "15910"', 'ma: "x0001"')
    git(data, "add", "--all", ".")
    git(data, "commit", "--quiet", "-m", "Chưa rõ xã", day="2026-07-01")
    unconfirmed.rename(data / COMMUNE)
    replace(data / COMMUNE / "xa.yml", 'ma: "x0001"', 'ma: "15910"')
    commit(data, "2026-08-02", "Đã rõ", UP)
    known = history(data)
    assert [one[:3] for one in told(known)] == [("400", "2026-07-01", "2026-08-02"), ("401", "2026-08-02", "")]
    assert {span.cell("ma_xa") for span in known.spans} == {"15910"}


@pytest.mark.parametrize("place", ["so-lieu", "so-lieu/cua-tinh"])
def test_a_moved_data_folder_is_followed(data: Path, place: str) -> None:
    """Every commit before the move too; another folder of communes beside it is none of it."""
    other = data.parent / "thu" / "xa" / "15925-hoang-loc"
    shutil.copytree(data / COMMUNE, other)
    commit(data, "2026-08-02", "Sửa", UP)
    (data.parent / place).mkdir(parents=True)
    git(data.parent, "mv", "data/xa", "data/danh-muc", place)
    git(data.parent, "commit", "--quiet", "-m", "Chuyển chỗ", day="2026-09-02")
    known = history(data.parent / place, data.parent / "cache")
    assert [one[:3] for one in told(known)] == [("400", "2026-07-01", "2026-08-02"), ("401", "2026-08-02", "")]


def test_the_last_good_figures_hold_through_errors(data: Path) -> None:
    """A faulty version publishes nothing; what changed with it changes when it is mended."""
    commit(data, "2026-08-02", "Có lỗi", UP, FAULT)
    mended = commit(data, "2026-09-02", "Đã sửa", MENDED)
    known = history(data)
    assert [one[:3] for one in told(known)] == [("400", "2026-07-01", "2026-09-02"), ("401", "2026-09-02", "")]
    assert known.of[PROCEDURES][1].since.commit == mended
    assert known.gap == ""


def test_a_history_begins_where_it_can_be_read(tmp_path: Path) -> None:
    """What stood before in a form that cannot be read is named, not guessed."""
    data = lay_over("co-so", tmp_path)
    git(tmp_path, "init", "--quiet")
    replace(data / COMMUNE / "chi-tieu.csv", "chi_tieu,", "chi_so_cu,")
    commit(data, "2026-06-05", "Khuôn cũ")
    commit(data, "2026-07-01", "Khuôn mới", ("chi-tieu.csv", "chi_so_cu,", "chi_tieu,"))
    known = history(data)
    assert known.begins == dt.date(2026, 7, 1)
    assert known.gap == (
        "lịch sử không đầy đủ, chỉ biết từ 01/07/2026: số liệu ghi từ ngày 05/06/2026 đến trước đó theo khuôn cũ hoặc "
        "còn lỗi, máy không đọc"
    )
    assert known.came_earlier(known.of[PROCEDURES][0])


def test_an_unreadable_catalogue_begins_it_too(tmp_path: Path) -> None:
    data = lay_over("co-so", tmp_path)
    git(tmp_path, "init", "--quiet")
    replace(data / "danh-muc" / "chi-tieu.yml", "- {ma: so_tthc,", "- {ma so_tthc,")
    commit(data, "2026-06-05", "Danh mục hỏng")
    replace(data / "danh-muc" / "chi-tieu.yml", "- {ma so_tthc,", "- {ma: so_tthc,")
    commit(data, "2026-07-01", "Danh mục đúng")
    assert history(data).begins == dt.date(2026, 7, 1)


def test_nothing_readable_is_no_history(tmp_path: Path) -> None:
    """Nothing committed can be read; what is on the disk can."""
    data = lay_over("co-so", tmp_path)
    git(tmp_path, "init", "--quiet")
    replace(data / COMMUNE / FAULT[0], *FAULT[1:])
    commit(data, "2026-07-01", "Có lỗi")
    replace(data / COMMUNE / MENDED[0], *MENDED[1:])
    known = history(data)
    assert (known.spans, known.begins) == ((), None)
    assert known.gap == "không có lịch sử: các bản cũ trong git máy không đọc được"


def test_a_shallow_clone_says_so(data: Path, tmp_path: Path) -> None:
    commit(data, "2026-08-02", "Sửa", UP)
    commit(data, "2026-09-02", "Sửa", DOWN)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{tmp_path}", "nong")
    known = history(tmp_path / "nong" / "data")
    assert known.gap == (
        "lịch sử không đầy đủ, chỉ biết từ 02/09/2026: nơi dựng trang không có các lần ghi trước ngày ấy"
    )
    assert told(known) == [("400", "2026-09-02", "", "")]
    assert known.came_earlier(known.of[PROCEDURES][0])


def test_a_squashed_history_says_so_where_it_shows(data: Path) -> None:
    """Corrections older than the first commit tell that there were commits before it."""
    gone = "15910.so_tthc.tong.-20260601-thoi_diem.bao_cao.bc-5"
    corrected(data, f"{gone},{PROCEDURES},2026-06-30,Ngày ghi nhầm.,")
    git(data, "checkout", "--quiet", "--orphan", "gop")
    commit(data, "2026-09-02", "Gộp mọi lần ghi")
    known = history(data)
    assert known.begins == dt.date(2026, 9, 2)
    assert known.gap.startswith("lịch sử không đầy đủ, chỉ biết từ 02/09/2026: bảng đính chính kể những lần sửa")


def test_a_merge_brings_its_changes_on_its_own_day(data: Path) -> None:
    """First parents only; a merge without a reason has that of the commits it brought, each for its commune."""
    other = data / "xa" / "15925-hoang-loc"
    shutil.copytree(data / COMMUNE, other)
    for old, new in (("15910", "15925"), ("hoang-son", "hoang-loc"), ("Hoằng Sơn", "Hoằng Lộc")):
        replace(other / "xa.yml", old, new)
    commit(data, "2026-07-02", "Thêm xã")
    git(data, "checkout", "--quiet", "-b", "nhap")
    commit(data, "2026-08-02", "Nháp\n\nLý do: đếm lại", UP)
    replace(other / "chi-tieu.csv", "2026-05-31,400", "2026-05-31,390")
    commit(data, "2026-08-03", "Nháp\n\nLy-do: của xã khác")
    git(data, "checkout", "--quiet", "chinh")
    commit(data, "2026-08-10", "Việc khác", ("xa.yml", "chỉ để thử", "chỉ để thử thôi"))
    git(data, "merge", "--quiet", "--no-ff", "-m", "Nhận bản nháp", "nhap", day="2026-08-20")
    git(data, "checkout", "--quiet", "HEAD", "--", ".")
    day = dt.date.fromisoformat(TODAY)
    there = past(data)
    assert [state.version.day.isoformat() for state in there.chains["15910"]] == [
        "2026-07-01",
        "2026-08-10",
        "2026-08-20",
    ]
    known = catalogue().indicators
    one, two = (history_of(there, shown, data.parent / "cache", day, known) for shown in survey(data).communes)
    assert told(one)[1] == ("401", "2026-08-20", "", "đếm lại")
    assert told(two, PROCEDURES.replace("15910", "15925"))[1] == ("390", "2026-08-20", "", "của xã khác")


def test_what_nobody_has_committed_came_today(data: Path) -> None:
    """The working tree is shown, on the day of the build, without a commit."""
    replace(data / COMMUNE / UP[0], *UP[1:])
    known = history(data)
    assert told(known) == [("400", "2026-07-01", TODAY, ""), ("401", TODAY, "", "")]
    assert known.of[PROCEDURES][1].since.commit == ""


def test_outside_of_git_there_is_none(tmp_path: Path) -> None:
    """What the commune tells of its figures is known all the same."""
    data = lay_over("co-so", tmp_path)
    corrected(
        data, f"{PROCEDURES},,2026-07-01,Một phần thuộc cấp tỉnh.,giai_thich",
        f"{PROCEDURES},{PROCEDURES},2026-07-01,Từ nay không kể dịch vụ sự nghiệp.,doi_cach_tinh",
    )  # fmt: skip
    known = history(data)
    assert (known.spans, known.begins, known.gap) == ((), None, "không có lịch sử")
    assert [one.reason for one in known.explained[PROCEDURES]] == ["Một phần thuộc cấp tỉnh."]
    assert [(one.told, one.old) for one in known.breaks[PROCEDURES]] == [(Told.BREAK, PROCEDURES)]


def test_a_commit_is_read_with_its_own_catalogue(data: Path) -> None:
    """Another formula makes another computed figure, on the day that the catalogue has changed."""
    catalogue = data / "danh-muc" / "chi-tieu.yml"
    before = {span.id: span.value for span in history(data).spans if span.cell("loai") == "tinh_lai"}
    assert before
    replace(
        catalogue, "tu: ho_so_dung_va_truoc_han, mau: ho_so_da_giai_quyet}",
        "tu: ho_so_tiep_nhan - ho_so_qua_han, mau: ho_so_tiep_nhan}",
    )  # fmt: skip
    commit(data, "2026-08-02", "Đổi công thức\n\nLy-do: theo hướng dẫn mới")
    changed = [own for id, own in history(data).of.items() if id in before and len(own) > 1]
    assert [(own[0].value, own[1].since.reason) for own in changed] == [
        (before[changed[0][0].id], "theo hướng dẫn mới")
    ]
    replace(catalogue, "Ca thử, phan_to", "Ca thử nữa, phan_to")
    commit(data, "2026-09-02", "Chỉ đổi lời")
    assert {len(own) for own in history(data).of.values()} == {1, 2}


def test_a_commit_elsewhere_changes_no_mark(data: Path) -> None:
    """What decides a site has no newest commit in it."""
    before = past(data).mark([FOLDER])
    (data.parent / "ghi-chu.txt").write_text("Việc khác.\n", encoding="utf-8")
    git(data.parent, "add", ".")
    git(data.parent, "commit", "--quiet", "-m", "Việc khác", day="2026-08-02")
    assert past(data).mark([FOLDER]) == before
    commit(data, "2026-08-03", "Sửa", UP)
    assert past(data).mark([FOLDER]) != before


def test_only_what_is_new_is_replayed(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was derived is kept and gone on from; a damaged file is derived anew."""
    looked_at: list[dt.date] = []

    def watched(folder: Folder, catalogue: Catalogue, day: dt.date, before: Sound | None = None) -> Sound | None:
        looked_at.append(day)
        return sound(folder, catalogue, day, before)

    monkeypatch.setattr(replay, "sound", watched)
    cache = tmp_path / "cache"
    for day, edit in (("2026-08-02", UP), ("2026-09-02", DOWN)):
        commit(data, day, "Sửa", edit)
        first = history(data, cache)
        assert history(data, cache) == first
    assert [f"{day}" for day in looked_at] == ["2026-07-01", "2026-08-02", "2026-09-02"]
    for path in (path for path in cache.rglob("*") if path.is_file()):
        path.write_bytes(path.read_bytes()[:-80])
    assert history(data, cache) == first
    assert len(looked_at) == 6


@pytest.mark.slow
def test_processes_derive_the_same(data: Path, tmp_path: Path) -> None:
    """Many communes in two processes, and one after the other."""
    for number in range(15911, 15920):
        other = data / "xa" / f"{number}-hoang-son"
        shutil.copytree(data / COMMUNE, other)
    commit(data, "2026-08-02", "Sửa", UP)
    there = past(data)
    for jobs in (1, 2):
        prepare(there, [f"{code}-hoang-son" for code in there.chains], tmp_path / str(jobs), jobs)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / str(jobs)).rglob("*") if path.is_file()}
                for jobs in (1, 2))  # fmt: skip
    assert len(one) == 10
    assert one == two


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("Sửa\n\nLy-do: chép nhầm", "chép nhầm"),
        ("Sửa\n\nLý do: chép nhầm\nCo-authored-by: máy", "chép nhầm"),
        ("ly-do:chép  nhầm \n  dòng dưới\nkhác", "chép nhầm dòng dưới"),
        ("Ly\u0301 do: chép nhầm", "chép nhầm"),
        ("Nói về Ly-do: không phải", ""),
        ("Ly-do:\nkhông có", ""),
        ("Ly-do: gọi 0912 345 678", UNSAID),
        ("Ly-do: " + "a " * LONGEST_REASON, ("a " * LONGEST_REASON)[: LONGEST_REASON - 1].rstrip() + "…"),
    ],
)
def test_a_reason_stands_on_a_line_of_its_own(message: str, reason: str) -> None:
    assert reason_in(message) == reason


def test_the_published_table_tells_it(data: Path) -> None:
    """A row a value, with the ids of the commits in full."""
    first = git(data, "rev-parse", "HEAD")
    second = commit(data, "2026-08-02", "Ly-do: đếm lại", UP)
    seen = survey(data)
    shown = view(seen.outcomes, seen.shared, dt.date(2026, 12, 1), "", Operator(), history(data))
    rows = [row for row in csv.DictReader(io.StringIO(history_text(shown))) if row["ma_so"] == PROCEDURES]
    names = ("ma_xa", "gia_tri", "tu_ngay_dang", "den_ngay_dang", "lan_ghi", "lan_ghi_sau", "ly_do", "ly_do_sau")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("15910", "400", "2026-07-01", "2026-08-02", first, second, "", "đếm lại"),
        ("15910", "401", "2026-08-02", "", second, "", "đếm lại", ""),
    ]  # fmt: skip


def test_what_must_not_be_public_is_never_told_again(data: Path) -> None:
    """A figure that was taken away: neither its value nor its id is in what leaves the site; its address says why."""
    replace(data / COMMUNE / "chi-tieu.csv", "so_tthc,,tại thời điểm báo cáo,thoi_diem,,2026-05-31,400,,,bc-5,Mục 3,\n",
            "")  # fmt: skip
    corrected(data, f"{PROCEDURES},,2026-08-02,Không được công khai.,go_bo")
    commit(data, "2026-08-02", "Gỡ")
    known = history(data)
    assert PROCEDURES not in known.of
    outcome = survey(data).outcomes[0]
    seen = view([outcome], survey(data).shared, dt.date.fromisoformat(TODAY), "", Operator(), known)
    (commune,) = seen.dataset.communes
    tables = (*handed_texts(seen, commune).values(), history_text(seen))
    assert not any("so_tthc.tong" in text for text in tables)
    (gone,) = vanished(seen, commune)
    assert (gone.was, became(seen, gone)) == ("", "gỡ, vì thuộc loại không công khai")


def test_an_indicator_that_is_no_more_keeps_no_history(data: Path) -> None:
    """Nobody can say any more what its values meant, or whether they may be told."""
    day = dt.date.fromisoformat(TODAY)
    (shown,) = survey(data, day=day).communes
    known = history_of(past(data), shown, data.parent / "other", day, set(catalogue().indicators) - {"so_tthc"})
    assert PROCEDURES not in known.of
    assert known.spans
