"""Differences that need no officer's word are found and published: one case a rule.

A case `cases/khac-{rule}` is the clean folder with figures that disagree; `mong-doi.csv` is its
published `khac-biet.csv`. (Rules about one document have their cases in `test_bad_cases`.)
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import shutil
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from composing import commune_pages
from hypothesis import given
from hypothesis import strategies as st
from support import CASES, COMMUNE, ROOT, lay_over, names, remaking, replace

from generator.commune.survey import survey
from generator.comparing.differences import IN_WORDS
from generator.comparing.evidence import MUST_BE_DECLARED, Evidence
from generator.comparing.rules_between import FAR
from generator.comparing.rules_in_words import directives
from generator.country import open_data
from generator.country.published_tables import DIFFERENCES
from generator.model.catalogue import Catalogue
from generator.model.record import Record
from generator.pieces.views import view_of

CASES_OF_RULES = names("khac-")
DAY = dt.date(2026, 7, 1)
QUALITY = "chat-luong-so-lieu/"


def published(data: Path) -> str:
    examined = survey(data)
    assert not examined.broken
    view = view_of(examined, DAY)
    return open_data.handed_texts(view, view.dataset.communes[0])[DIFFERENCES.name]


@pytest.mark.parametrize("case", CASES_OF_RULES)
def test_a_difference_is_published(case: str, tmp_path: Path) -> None:
    """The rule fires, stops nothing, and khac-biet.csv says exactly what is expected."""
    said = published(lay_over(case, tmp_path))
    expected = CASES / case / "mong-doi.csv"
    if remaking():
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert [row["quy_tac"] for row in csv.DictReader(io.StringIO(said))] == [case.removeprefix("khac-")]


@pytest.mark.parametrize(("days", "told"), [("2026-05-01,2026-05-31", False), ("2026-01-01,2026-05-31", True)])
def test_a_month_says_nothing_of_a_whole_year(days: str, told: bool, tmp_path: Path) -> None:
    """A target for years to come is held against what a longer stretch reached, not against one good month."""
    data = lay_over("khac-muc-tieu-thap-hon-ket-qua", tmp_path)
    replace(data / COMMUNE / "chi-tieu.csv", "2026-01-01,2026-05-31", days)
    assert ("muc-tieu-thap-hon-ket-qua" in published(data)) is told


def test_every_rule_has_a_case() -> None:
    """No rule is without a made-up case on which it fires."""
    assert {case.removeprefix("khac-") for case in CASES_OF_RULES} == set(IN_WORDS) - MUST_BE_DECLARED


# --- two ways of counting are no difference ---------------------------------------------------


def test_two_ways_of_counting_are_told_and_not_counted(tmp_path: Path) -> None:
    """Both rates are true: they stand beside each other with what the document prints, and nothing counts them."""
    data = lay_over("cach-tinh-hai-co-so", tmp_path)
    assert list(csv.DictReader(io.StringIO(published(data)))) == []
    (reading,) = survey(data).readings
    for said in ("99% (396/400)", "97,86% (411/420)", "Văn bản in 99%."):
        assert said in reading.sentence
    page = next(page for page in commune_pages(view_of(survey(data), DAY)) if page.path.endswith(f"/{QUALITY}"))
    assert reading.sentence in repr(page)


def test_a_way_of_counting_is_told_once(tmp_path: Path) -> None:
    """Of many months and fields, the newest whole speaks."""
    data = lay_over("cach-tinh-hai-co-so", tmp_path)
    table = data / COMMUNE / "tthc.csv"
    header, row = table.read_text(encoding="utf-8").splitlines()
    assert header.startswith("ky,loai_ky,tu_ngay,den_ngay,tiep_nhan")
    june = row.replace("5 tháng,trong_ky,2026-01-01,2026-05-31", "tháng 6,trong_ky,2026-06-01,2026-06-30")
    june = june.replace("bc-5", "bc-6").replace(",420,400,20,400", ",415,400,15,405")
    fields = [f"{old},Đất đai" for old in (row, june)]
    table.write_text("\n".join([f"{header},linh_vuc", f"{row},", f"{june},", *fields]) + "\n", encoding="utf-8")
    (reading,) = survey(data).readings
    assert {side.day for side in reading.sides} == {dt.date(2026, 6, 30)}


# --- what is no difference --------------------------------------------------------------------


def rules(data: Path, rows: str, table: str = "chi-tieu.csv") -> list[str]:
    """The rules that find something when rows stand in a table of the clean commune."""
    path = data / COMMUNE / table
    path.write_text(rows, encoding="utf-8")
    return [row["quy_tac"] for row in csv.DictReader(io.StringIO(published(data)))]


HEADER = "chi_tieu,ky,loai_ky,tu_ngay,den_ngay,gia_tri,nhan_dinh,nguon,vi_tri\n"
TOLD = ["hai-nguon"]


@pytest.mark.parametrize(
    ("five", "six", "told"),
    [
        ("so_tthc,5 tháng,trong_ky,2026-01-01,2026-05-31,40", "so_tthc,6 tháng,trong_ky,2026-01-01,2026-06-30,48", []),
        ("so_tthc,nay,thoi_diem,,2026-05-31,40", "so_tthc,nay,thoi_diem,,2026-06-30,48", []),
        ("so_tthc,nay,thoi_diem,,2026-05-31,40", "so_tthc,nay,thoi_diem,,2026-05-31,48", TOLD),
        ("so_tthc,5 tháng,trong_ky,2026-01-01,2026-05-31,40", "so_tthc,5 tháng,luy_ke,2026-01-01,2026-05-31,41", TOLD),
        ("ty_le_dung_han,tháng 5,trong_ky,2026-05-01,2026-05-31,99%",
         "ty_le_dung_han,tháng 6,trong_ky,2026-06-01,2026-06-30,40%", []),
        ("ty_le_dung_han,5 tháng,trong_ky,2026-01-01,2026-05-31,99%",
         "ty_le_dung_han,6 tháng,trong_ky,2026-01-01,2026-06-30,\"98,5%\"", []),
        ("ty_le_dung_han_766,5 tháng,trong_ky,2026-01-01,2026-05-31,99%",
         "ty_le_dung_han_766,6 tháng,trong_ky,2026-01-01,2026-06-30,40%", []),
        ("ty_le_dung_han_766,5 tháng,trong_ky,2026-01-01,2026-05-31,99%",
         "ty_le_dung_han_766,5 tháng,trong_ky,2026-01-01,2026-05-31,\"98,96%\"", []),
        ("ty_le_dung_han_766,5 tháng,trong_ky,2026-01-01,2026-05-31,99%",
         "ty_le_dung_han_766,5 tháng,trong_ky,2026-01-01,2026-05-31,\"98,4%\"", TOLD),
        ("so_tthc,nay,thoi_diem,,2026-05-31,", "so_tthc,nay,thoi_diem,,2026-06-30,48", []),
        ("so_tthc,nay,thoi_diem,,2026-05-31,48", "so_tthc,nay,thoi_diem,,2026-06-30,", []),
    ],
    ids=["a longer period has more", "a state changed", "one day, two states", "one period, two counts",
         "month after month", "a little worse", "nothing counted to imply", "rounded", "not rounded",
         "a later report fills a blank", "a later report is silent"],
)  # fmt: skip
def test_what_two_documents_may_say(five: str, six: str, told: list[str], tmp_path: Path) -> None:
    """A value that changes from period to period is no difference; two values of one period are."""
    rows = f"{HEADER}{five},,bc-5,Mục 9\n{six},,bc-6,Mục 9\n"
    assert rules(lay_over("co-so", tmp_path), rows) == told


def test_two_documents_that_differ_throughout_are_told_once(tmp_path: Path) -> None:
    """Two reports of one period that differ in all they say are one line that names some of it, and holds all."""
    names = ("so_tthc", "ho_so_moi", "ho_so_ky_truoc", "ty_le_dung_han_766")
    rows = "".join(f"{name},nay,thoi_diem,,2026-05-31,{10 + d},,bc-{d},Mục 9\n" for name in names for d in (5, 6))
    data = lay_over("co-so", tmp_path)
    assert rules(data, HEADER + rows) == TOLD
    (difference,) = survey(data).differences
    assert len(difference.figures) == 8
    assert "in khác nhau 4 số" in difference.sentence


def test_a_document_that_is_replaced_does_not_disagree(tmp_path: Path) -> None:
    """What says that it replaces another report is a correction."""
    data = lay_over("co-so", tmp_path)
    sources = data / COMMUNE / "nguon.csv"
    header, five, six = sources.read_text(encoding="utf-8").splitlines()
    rows = "".join(f"so_tthc,nay,thoi_diem,,2026-05-31,{n},,bc-{d},Mục 9\n" for n, d in ((40, 5), (48, 6)))
    assert rules(data, HEADER + rows) == TOLD
    sources.write_text(f"{header},thay_the\n{five},\n{six},bc-5\n", encoding="utf-8")
    assert rules(data, HEADER + rows) == []


@pytest.mark.parametrize(
    ("counts", "rate", "told"),
    [("420,400,20,400,396,4,20", "96,7%", True), ("420,400,20,400,396,4,20", "96,8%", False),
     ("4200,4000,200,4000,3960,40,200", "97,0%", True), ("4200,4000,200,4000,3960,40,200", "97,1%", False)],
    ids=["ten more", "nine more", "ten times the pace", "less than that"],
)  # fmt: skip
def test_what_must_have_come_between_is_out_of_proportion(counts: str, rate: str, told: bool, tmp_path: Path) -> None:
    """Of 400 in 151 days 4 were late; 30 days later the least that the new rate needs are `FAR` more, or nine. Of
    4000 it was 40: `FAR` times that pace are 80 in 30 days.
    """
    assert FAR == 10
    data = lay_over("co-so", tmp_path)
    table = data / COMMUNE / "tthc.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("420,400,20,400,396,4,20", counts), encoding="utf-8")
    rows = "ty_le_dung_han,5 tháng,trong_ky,2026-01-01,2026-05-31,99%,,bc-5,Mục 9\n"
    rows += f'ty_le_dung_han,6 tháng,trong_ky,2026-01-01,2026-06-30,"{rate}",,bc-6,Mục 9\n'
    assert rules(data, HEADER + rows) == TOLD * told


def test_counts_of_the_longer_period_say_what_came(tmp_path: Path) -> None:
    """Where the later document prints its counts, there is nothing to imply, however bad the month was."""
    data = lay_over("khac-hai-nguon", tmp_path)
    table = data / COMMUNE / "tthc.csv"
    header, five = table.read_text(encoding="utf-8").splitlines()
    six = "6 tháng,trong_ky,2026-01-01,2026-06-30,520,500,20,500,450,50,20,,bc-6,Mục 1,"
    table.write_text(f"{header}\n{five}\n{six}\n", encoding="utf-8")
    assert published(data).count("\n") == 1


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        (",", "2026-01-01,2026-12-31", True),
        (",", "2028-01-01,2030-12-31", False),
        ("2026-06-01,", "2028-01-01,2030-12-31", True),
        ("2026-01-01,2026-12-31", "2027-01-01,2027-12-31", False),
        (",", ",", False),
    ],
    ids=["no day, this year", "no day, years to come", "no end", "one after the other", "two documents, no day"],
)
def test_targets_of_one_time(one: str, two: str, told: bool, tmp_path: Path) -> None:
    """A target without a day holds on that of its document; without an end it goes on."""
    rows = "ma,chi_tieu,giai_doan,tu_ngay,den_ngay,so_sanh,gia_tri,noi_dung,nguon,vi_tri\n"
    rows += f"mt-1,ty_le_dung_han_766,Trước mắt,{one},=,100%,Tất cả,bc-5,Mục 5\n"
    rows += f"mt-2,ty_le_dung_han_766,Giai đoạn,{two},>=,98%,Từ 98%,bc-6,Mục 5\n"
    assert ("hai-muc-tieu" in rules(lay_over("co-so", tmp_path), rows, "muc-tieu.csv")) == told


@pytest.mark.parametrize(
    ("result", "aim", "said", "told"),
    [("100%", "100%", "vuot_chi_tieu", False), ("99%", "99%", "vuot_chi_tieu", True),
     ("99%", "99%", "dat_chi_tieu", False), ("99%", "100%", "dat_chi_tieu", True)],
)  # fmt: skip
def test_nothing_exceeds_all(result: str, aim: str, said: str, told: bool, tmp_path: Path) -> None:
    """Equal to a target is not above it, but where nothing above is possible the words are no difference."""
    data = lay_over("khac-nhan-dinh-khac-muc-tieu", tmp_path)
    targets = data / COMMUNE / "muc-tieu.csv"
    targets.write_text(targets.read_text(encoding="utf-8").replace("99%", aim), encoding="utf-8")
    row = f"ty_le_dung_han_766,5 tháng,trong_ky,2026-01-01,2026-05-31,{result},{said},bc-5,Mục 2\n"
    targets.write_text(targets.read_text(encoding="utf-8").replace(",ty_le_dung_han,", ",ty_le_dung_han_766,"))
    assert ("nhan-dinh-khac-muc-tieu" in rules(data, HEADER + row)) == told


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("12/KH-UBND,Kế hoạch,2026-03-02", "12/KH-UBND,Kế hoạch,2026-03-20", True),
        ("12/KH-UBND,Kế hoạch,2025-03-02", "12/KH-UBND,Kế hoạch,2026-03-20", False),
        ("45-CVVP/ĐU,Công văn,2026-05-12", "45-CV/VPĐU,Công văn,2026-05-12", True),
        ("45-CV/ĐU,Công văn,2026-05-12", "45-QĐ/ĐU,Quyết định,2026-05-12", False),
        ("45-CV/ĐU,Công văn,", "45-CV/ĐU,Công văn,2026-05-12", False),
    ],
    ids=["two days", "numbers begin anew each year", "two spellings", "two kinds of documents", "no day"],
)  # fmt: skip
def test_one_directive_printed_in_two_ways(first: str, second: str, told: bool, tmp_path: Path) -> None:
    """Only what may be one document is told."""
    rows = f"so_hieu,loai,ngay,trich_yeu,nguon,vi_tri\n{first},Một,bc-5,Mục 7\n{second},Hai,bc-6,Mục 7\n"
    assert ("van-ban-in-hai-cach" in rules(lay_over("co-so", tmp_path), rows, "van-ban.csv")) == told


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        ("tỷ lệ người dân sử dụng dịch vụ công trực tuyến chưa cao", True),
        ("người dân tiếp cận các nền tảng số chưa đồng đều", True),
        ("trình độ tiếp cận công nghệ của một bộ phận người dân còn thấp", False),
        ("việc ứng dụng khoa học kỹ thuật vào sản xuất của người dân còn hạn chế", False),
        ("kỹ năng số của một số cán bộ và người dân còn hạn chế", False),
    ],
)
def test_a_remark_on_something_else_is_not_held_against_a_rate(remark: str, told: bool, tmp_path: Path) -> None:
    """The words of the catalogue: of a rate on digital services, only what is said of using such services."""
    data = lay_over("khac-so-cao-loi-thap", tmp_path)
    for name in ("chi-tieu.yml", "quan-he.yml"):
        shutil.copy(ROOT / "data/danh-muc" / name, data / "danh-muc" / name)
    replace(data / COMMUNE / "chi-tieu.csv", "ty_le_dan_dung_dich_vu_so", "ty_le_dan_tiep_can_dich_vu_so")
    replace(data / COMMUNE / "nhan-xet.csv", "tỷ lệ người dân thường xuyên sử dụng dịch vụ số chưa cao", remark)
    assert ("so-cao-loi-thap" in published(data)) == told


@pytest.mark.parametrize(("lacking", "told"), [("0", True), ("1", False)])
def test_none_lacking_stands_beside_words_that_some_are(lacking: str, told: bool, tmp_path: Path) -> None:
    """0 of what is better low claims as much as 100 %."""
    data = lay_over("khac-so-cao-loi-thap", tmp_path)
    for name in ("chi-tieu.yml", "quan-he.yml"):
        shutil.copy(ROOT / "data/danh-muc" / name, data / "danh-muc" / name)
    replace(data / COMMUNE / "chi-tieu.csv", "ty_le_dan_dung_dich_vu_so", "cb_phu_trach_cntt_con_thieu")
    replace(data / COMMUNE / "chi-tieu.csv", "100%", lacking)
    words = "nhân lực chuyên môn còn thiếu"
    replace(data / COMMUNE / "nhan-xet.csv", "tỷ lệ người dân thường xuyên sử dụng dịch vụ số chưa cao", words)
    assert ("so-cao-loi-thap" in published(data)) == told


def test_one_fact_is_told_once(tmp_path: Path) -> None:
    """Two totals of one document that differ from their parts by the same numbers are one line."""
    data = lay_over("co-so", tmp_path)
    (data / "danh-muc/quan-he.yml").write_text(
        "- {loai: tong, tong: so_tthc, phan: [so_dvctt_toan_trinh, so_dvctt_mot_phan], loi: Tổng = hai phần}\n"
        "- {loai: tong_phan_to, tong: so_tthc, phan: [], loi: Tổng = các phần}\n", encoding="utf-8")  # fmt: skip
    header = HEADER.replace("chi_tieu,", "chi_tieu,phan_to,").replace("vi_tri", "vi_tri,dung_nhu_van_ban")
    cells = (("so_tthc,", 413, "co"), ("so_tthc,cap_xa", 358, ""), ("so_dvctt_toan_trinh,", 196, ""),
             ("so_dvctt_mot_phan,", 162, ""))  # fmt: skip
    rows = "".join(f"{name},nay,thoi_diem,,2026-05-31,{n},,bc-5,Mục 9,{co}\n" for name, n, co in cells)
    assert rules(data, header + rows) == ["tong-khong-khop"]
    assert len(survey(data).differences[0].figures) == 4


def directive(commune: str, number: str, day: str) -> Record:
    return Record("van-ban", commune, "xa/x/van-ban.csv", 2, {"so_hieu": number, "ngay": day, "loai": "Kế hoạch"})


def evidence(rows: Sequence[Record]) -> Evidence:
    return Evidence([], [], Catalogue({}, (), {}, (), ()), rows)


NUMBERS = st.sampled_from(["", "12/KH", "12-KH/ĐU", "12/KH-ĐU", "12/KH-UBND", "9/QĐ"])
DAYS = st.sampled_from(["", "2026-01-02", "2026-01-03", "2025-01-03"])


@given(st.lists(st.builds(directive, st.just("a"), NUMBERS, DAYS)))
def test_directives_are_held_against_each_other(rows: list[Record]) -> None:
    """Something is told of two rows if, and only if, they have one number and two days of a year, or one day and two
    spellings of a number; no pair is told twice in the same words.
    """

    def expected(one: Record, two: Record) -> bool:
        whole = all(row["so_hieu"] and row["ngay"] for row in (one, two))
        number, day = one["so_hieu"] == two["so_hieu"], one["ngay"] == two["ngay"]
        letters, year = ([cut(row) for row in (one, two)] for cut in (
            lambda row: re.sub("[-/]", "", row["so_hieu"]), lambda row: row["ngay"][:4]))  # fmt: skip
        redated = number and not day and len(set(year)) == 1
        return whole and (redated or (day and not number and len(set(letters)) == 1))

    def side(row: Record) -> str:
        return f"{row['so_hieu']}, ngày {dt.date.fromisoformat(row['ngay']):%d/%m/%Y}"

    found = list(directives(evidence(rows)))
    told = {frozenset(pair) for one in found for pair in combinations({side.shown for side in one.sides}, 2)}
    assert told == {frozenset(map(side, pair)) for pair in combinations(rows, 2) if expected(*pair)}
    assert len({one.sentence for one in found}) == len(found)


def test_many_directives_are_looked_at_a_few_times_each() -> None:
    """A long table of directives costs as many looks as it has rows, not as many as it has pairs."""
    looks = 0

    class Counting(dict[str, str]):
        def get(self, *given: Any) -> Any:
            nonlocal looks
            looks += 1
            return super().get(*given)

    rows = [
        Record("van-ban", "a", "f", at, Counting(so_hieu=f"{at}/KH", ngay="2026-01-02", loai="Kế hoạch"))
        for at in range(2000)
    ]
    assert list(directives(evidence(rows))) == []
    assert looks <= 20 * len(rows)
