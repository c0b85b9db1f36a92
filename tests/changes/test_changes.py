"""What would change between two states of the data is said in words, all of it and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest
from support import BASE, COMMUNE, lay_over, replace

from generator.changes.changes import UNREADABLE_AFTER, UNREADABLE_BEFORE, in_words
from generator.changes.compare import between
from generator.commune.examine import examine
from generator.commune.outcome import Survey
from generator.commune.survey import survey
from generator.language.quotes import LONGEST, quoted
from generator.reading.data_folder import commune_folder

Edit = tuple[str, str, str]


def edited(folder: Path, *edits: Edit, case: str = "co-so") -> Path:
    """A copy of a case in which words of the commune's files are replaced."""
    data = lay_over(case, folder)
    for file, old, new in edits:
        replace(data / COMMUNE / file, old, new)
    return data


def told(folder: Path, *edits: Edit) -> list[str]:
    after = survey(edited(folder, *edits))
    assert not after.broken, after.problems
    return lines(survey(BASE), after)


def lines(before: Survey, after: Survey) -> list[str]:
    """What changes of the one commune."""
    return [line for told in between(before, after).values() for line in told]


SOURCE_5 = "bc-5,05/BC-UBND,2026-05-31,UBND xã Hoằng Sơn,Báo cáo giả tháng 5,co_so,2026-05-31,Không có thật\n"
SOURCE_6 = "bc-6,06/BC-UBND,2026-06-30,UBND xã Hoằng Sơn,Báo cáo giả tháng 6,co_so,2026-06-30,Không có thật\n"
SOURCE_7 = "bc-7,12/BC-UBND,2026-07-31,UBND xã Hoằng Sơn,Báo cáo giả tháng 7,co_so,2026-07-31,Không có thật\n"
RATE = "ty_le_dung_han,,5 tháng"
JULY = f"so_tthc,,tháng 7,thoi_diem,,2026-07-31,401,,,bc-7,Mục 1,\n{RATE}"
MAY = "5 tháng,trong_ky"
JUNE = f"tháng 6,trong_ky,2026-06-01,2026-06-30,10,,,9,,1,1,,bc-6,Mục 1,\n{MAY}"
NEW_ROW = "Thêm: Hồ sơ thủ tục hành chính, tháng 6: tiếp nhận 10 hồ sơ; đã giải quyết 9; quá hạn 1; đang giải quyết 1"
SECOND = "so_tthc,,tại thời điểm báo cáo,thoi_diem,,2026-05-31,400,,,bc-6,Mục 1,\nso_tthc,,tại"

SAID: dict[str, tuple[Sequence[Edit], list[str]]] = {
    "a value": (
        [("tthc.csv", "20,,bc-5", "21,,bc-5")],
        ["Số hồ sơ đang giải quyết, 5 tháng: 20 → 21 hồ sơ"],
    ),
    "a blank filled": (
        [("chi-tieu.csv", "2026-05-31,400", "2026-05-31,")],
        ["Số thủ tục, tại thời điểm báo cáo: 400 thủ tục → chưa có số liệu"],
    ),
    "what follows from counts": (
        [("tthc.csv", "396,4,", "392,8,"), ("chi-tieu.csv", "99%", "98%")],
        [
            "Số hồ sơ đúng và trước hạn, 5 tháng: 396 → 392 hồ sơ",
            "Số hồ sơ quá hạn, 5 tháng: 4 → 8 hồ sơ",
            "Tỷ lệ hồ sơ đúng và trước hạn, 5 tháng: 99% → 98%",
            "Kéo theo: Tỷ lệ hồ sơ đúng và trước hạn (tự tính lại), 5 tháng: 99% → 98%",
        ],
    ),
    "a place, once for a row": (
        [("tthc.csv", "Mục 1", "Mục 1.a")],
        ["Hồ sơ thủ tục hành chính, 5 tháng, vị trí trong văn bản: “Mục 1” → “Mục 1.a”"],
    ),
    "a period, once for a row": (
        [("tthc.csv", "2026-05-31", "2026-05-30")],
        ["Hồ sơ thủ tục hành chính, kỳ: 5 tháng (01/01/2026 đến 31/05/2026) → 5 tháng (01/01/2026 đến 30/05/2026)"],
    ),
    "a source": (
        [("chi-tieu.csv", "400,,,bc-5", "400,,,bc-6")],
        ["Số thủ tục, tại thời điểm báo cáo, văn bản nguồn: “Báo cáo 05/BC-UBND” → “Báo cáo 06/BC-UBND”"],
    ),
    "a kind": (
        [("ngan-sach.csv", "Thiết bị,duoc_phan_bo", "Thiết bị,nhu_cau"), ("ngan-sach.csv", "co,bc-5", ",bc-5")],
        [
            "Kinh phí, được phân bổ: Chuyển đổi số, Năm 2026, đã đủ dòng con: “có” → (trống)",
            "Kinh phí, nhu cầu: Thiết bị, Năm 2026, loại: “được phân bổ” → “nhu cầu”",
        ],
    ),
    "a print of the same value": (
        [("chi-tieu.csv", "2026-05-31,400", "2026-05-31,0400")],
        ["Số thủ tục, tại thời điểm báo cáo, in trong văn bản: “400” → “0400”"],
    ),
    "a target": (
        [("muc-tieu.csv", ">=,98%,Từ 98% hồ sơ đúng hạn", ">=,95%,Từ 95% đúng")],
        [
            "Mục tiêu: Tỷ lệ hồ sơ đúng và trước hạn, Năm 2026: từ 98% → từ 95%",
            "Mục tiêu: Tỷ lệ hồ sơ đúng và trước hạn, Năm 2026, nội dung: “Từ 98% hồ sơ đúng hạn” → “Từ 95% đúng”",
        ],
    ),
    "a new figure and a new source": (
        [
            ("nguon.csv", SOURCE_6, SOURCE_6 + SOURCE_7),
            ("chi-tieu.csv", RATE, JULY),
        ],
        ["Văn bản nguồn mới: Báo cáo 12/BC-UBND ngày 31/07/2026", "Thêm: Số thủ tục, tháng 7: 401 thủ tục"],
    ),
    "a new row of a form": (
        [("tthc.csv", MAY, JUNE)],
        [NEW_ROW],
    ),
    "rows in another order": (
        [("nguon.csv", SOURCE_5 + SOURCE_6, SOURCE_6 + SOURCE_5)],
        [],
    ),
    "a document's own row": (
        [("nguon.csv", "2026-06-30,Không có thật", "2026-06-30,Hỏi văn phòng")],
        ["Sửa văn bản nguồn Báo cáo 06/BC-UBND ngày 30/06/2026, đọc hoặc hỏi ở đâu: “Không có thật” → “Hỏi văn phòng”"],
    ),
    "the commune itself": (
        [("xa.yml", "Xã Hoằng Sơn", "Xã  Hoằng Sơn")],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", SAID)
def test_a_change_is_said_once_in_words(what: str, tmp_path: Path) -> None:
    """Each edit gives just the lines that an officer would expect."""
    edits, lines = SAID[what]
    assert told(tmp_path, *edits) == lines


@pytest.mark.parametrize("what", SAID)
def test_undone_it_is_said_too(what: str, tmp_path: Path) -> None:
    """The way back is told by as many lines, of which none is lost."""
    edits, said = SAID[what]
    back = lines(survey(edited(tmp_path, *edits)), survey(BASE))
    assert len(back) == len(said)
    assert all(line.startswith("Bỏ") for line, forth in zip(back, said, strict=True) if forth.startswith("Thêm"))


def test_nothing_changed_is_nothing_said() -> None:
    """Two readings of one folder do not differ."""
    assert lines(survey(BASE), survey(BASE)) == []


def test_an_emptied_table_says_how_much_is_lost(tmp_path: Path) -> None:
    """A table that is gone is one line with the number of its figures."""
    data = lay_over("co-so", tmp_path)
    (data / COMMUNE / "ngan-sach.csv").unlink()
    assert lines(survey(BASE), survey(data)) == ["Bảng “Kinh phí” không còn số nào: mất 3 số liệu"]


def test_an_emptied_column_says_how_much_is_lost(tmp_path: Path) -> None:
    """A column of a form that held several values and holds none is one line."""
    full = edited(tmp_path / "full", ("tthc.csv", MAY, JUNE))
    less = edited(tmp_path / "less", ("tthc.csv", MAY, JUNE.replace(",1,1,", ",,1,")),
                  ("tthc.csv", "396,4,20", "396,,20"))  # fmt: skip
    told = lines(survey(full), survey(less))
    assert told == ["Cột “Quá hạn” của bảng “Hồ sơ thủ tục hành chính” không còn số nào: mất 2 số liệu"]


def test_differences_come_and_go(tmp_path: Path) -> None:
    """A difference that the site would publish is told, and told when it is gone."""
    data = lay_over("khac-hai-nguon", tmp_path)
    before, after = survey(BASE), survey(data)
    (difference,) = after.differences
    assert f"Chỗ lệch mới, trang sẽ nêu: {difference.sentence}" in lines(before, after)
    assert f"Không còn chỗ lệch: {difference.sentence}" in lines(after, before)


def test_what_cannot_be_read_is_not_compared(tmp_path: Path) -> None:
    """A broken side is said, instead of a list that looks like a loss."""
    broken, (sound,) = survey(edited(tmp_path, ("chi-tieu.csv", "99%", "99.00%"))), survey(BASE).communes
    catalogue = broken.shared.catalogue
    assert catalogue
    stopped = examine(commune_folder(tmp_path / "data", sound.folder), catalogue, dt.date(2026, 7, 1))
    (line,) = in_words(stopped, sound, catalogue)
    assert line.startswith(UNREADABLE_BEFORE)
    assert in_words(sound, stopped, catalogue) == [UNREADABLE_AFTER]


def test_two_documents_on_one_subject_are_told_apart(tmp_path: Path) -> None:
    """Where a second document gives a value of the same period, the changed one is named."""
    second = ("chi-tieu.csv", "so_tthc,,tại", SECOND)
    before = edited(tmp_path / "before", second)
    after = edited(tmp_path / "after", second, ("chi-tieu.csv", "400,,,bc-6", "402,,,bc-6"))
    assert lines(survey(before), survey(after))[0] == (
        "Số thủ tục, tại thời điểm báo cáo (Báo cáo 06/BC-UBND): 400 → 402 thủ tục"
    )


def test_communes_are_told_apart(tmp_path: Path) -> None:
    """With two communes concerned, each has its heading; a commune that is gone says what is lost."""
    data = edited(tmp_path, ("chi-tieu.csv", "2026-05-31,400", "2026-05-31,401"))
    other = data / "xa/15925-hoang-loc"
    (data / COMMUNE).rename(other)
    for old, new in (("15910", "15925"), ("hoang-son", "hoang-loc"), ("Hoằng Sơn", "Hoằng Lộc")):
        replace(other / "xa.yml", old, new)
    told = between(survey(BASE), survey(data))
    assert list(told) == ["Xã Hoằng Sơn (15910)", "Xã Hoằng Lộc (15925)"]
    assert told["Xã Hoằng Sơn (15910)"][0].startswith("Xã không còn trên trang: mất 13 số liệu")
    assert told["Xã Hoằng Lộc (15925)"] == ["Xã mới trên trang: 13 số liệu, 2 văn bản nguồn"]


def test_of_long_texts_the_change_is_quoted() -> None:
    """Two long notes show where they part, not their common words, and never more than a bounded length."""
    words = "Văn bản không ghi kỳ riêng cho con số này; ghi theo kỳ của báo cáo. "
    assert (
        quoted(words * 3 + "Một câu.", words * 3 + "Hai câu.")
        == "“…theo kỳ của báo cáo. Một câu.” → “…theo kỳ của báo cáo. Hai câu.”"
    )
    one, two = quoted("a " * 500, "b " * 500).split(" → ")
    assert max(len(one), len(two)) <= LONGEST + 2
