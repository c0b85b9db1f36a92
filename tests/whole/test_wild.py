"""Whatever an officer's folder holds, the answer is a sentence or a site, never a traceback or a silent loss."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from composing import documents
from support import CASES, COMMUNE, declare, lay_over, replace

from generator.cli import main
from generator.commune.outcome import Survey
from generator.commune.survey import survey
from generator.pieces.views import view_of

pytestmark = pytest.mark.slow

CATALOGUE = "danh-muc/chi-tieu.yml"
FORMULA = "tu: ho_so_dung_va_truoc_han, mau: ho_so_da_giai_quyet"


def edited(folder: Path, file: str, old: str, new: str) -> Path:
    """The clean folder with one replacement in one file; an empty `old` replaces all of it."""
    data = lay_over("co-so", folder)
    if old:
        replace(data / file, old, new)
    else:
        (data / file).write_text(new, encoding="utf-8")
    return data


TOLD = {
    "empty xa.yml": (f"{COMMUNE}/xa.yml", "", "\n"),
    "commune without a name": (f"{COMMUNE}/xa.yml", '"Xã Hoằng Sơn"', ""),
    "list where words belong": (f"{COMMUNE}/xa.yml", "ghi_chu:", "ung_vien: 5\nghi_chu:"),
    "catalogue that is a number": (CATALOGUE, "", "5\n"),
    "catalogue that is one entry": (CATALOGUE, "", "ma: so_tthc\n"),
    "formula that is a number": (CATALOGUE, FORMULA, "tu: 5, mau: ho_so_da_giai_quyet"),
    "formula left empty": (CATALOGUE, FORMULA, "tu: , mau: ho_so_da_giai_quyet"),
    "id that is a number": (CATALOGUE, "ma: so_tthc", "ma: 5"),
    "unit left empty": (CATALOGUE, "don_vi: thủ tục", "don_vi: "),
    "indicator of a form missing": (CATALOGUE, "ma: kinh_phi_cds", "ma: kinh_phi"),
    "relation of unknown kind": ("danh-muc/quan-he.yml", "loai: chong", "loai: chung"),
    "source id with a dot": (f"{COMMUNE}/nguon.csv", "bc-6,", "bc.7,,,UBND,Báo cáo,du_thao,2026-06-30,-\nbc-6,"),
    "target of an unknown indicator, with two comparisons": (f"{COMMUNE}/muc-tieu.csv", "", (
        "ma,chi_tieu,giai_doan,so_sanh,gia_tri,noi_dung,nguon,vi_tri\n"
        "mt-1,khong_co,Năm 2026,=,từ 90% trở lên,Từ 90%,bc-6,Mục 5\n"
    )),
    "target above its second value": (f"{COMMUNE}/muc-tieu.csv", "", (
        "ma,chi_tieu,giai_doan,gia_tri,gia_tri_den,noi_dung,nguon,vi_tri\n"
        "mt-1,ty_le_dung_han,Năm 2026,90%,80%,Từ 80% đến 90%,bc-6,Mục 5\n"
    )),
}  # fmt: skip


@pytest.mark.parametrize("fault", TOLD)
def test_a_fault_is_told(fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 and at least one problem in words."""
    data = edited(tmp_path, *TOLD[fault])
    assert main(["check", "--data", str(data), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["problems"]


@pytest.mark.parametrize("missing", ["chi-tieu.yml", "don-vi-hanh-chinh.csv", "muc-tieu-quoc-gia.csv", "quan-he.yml"])
def test_a_missing_catalogue_is_told(missing: str, tmp_path: Path) -> None:
    """A catalogue folder that lacks a file stops everything with a problem about that file."""
    data = lay_over("co-so", tmp_path)
    (data / "danh-muc" / missing).unlink()
    assert [problem.file for problem in survey(data).problems] == [f"danh-muc/{missing}"]


def test_a_title_above_a_catalogue_stops_nothing(tmp_path: Path) -> None:
    """What is only noted about a catalogue is noted, and all is read."""
    data = lay_over("co-so", tmp_path)
    replace(data / "danh-muc" / "muc-tieu-quoc-gia.csv", "ma,", "MỤC TIÊU QUỐC GIA\nma,")
    examined = survey(data)
    assert [problem.severity for problem in examined.problems] == ["note"]
    assert not examined.broken


def test_a_line_beyond_the_end_is_not_told(tmp_path: Path) -> None:
    """YAML that breaks off is told at its last line."""
    data = edited(tmp_path, f"{COMMUNE}/xa.yml", "", "[")
    assert [(problem.code, problem.line) for problem in survey(data).problems] == [("yaml-hong", 1)]


def test_a_province_is_no_commune(tmp_path: Path) -> None:
    """The code of a province in xa.yml is told as an unknown commune."""
    data = edited(tmp_path, f"{COMMUNE}/xa.yml", '"15910"', '"38"')
    (data / COMMUNE).rename(data / "xa" / "38-hoang-son")
    assert "ma-xa-la" in {problem.code for problem in survey(data).problems}


def test_a_folder_named_like_a_table_is_told(tmp_path: Path) -> None:
    """A folder `van-ban.csv` is no table."""
    data = lay_over("co-so", tmp_path)
    (data / COMMUNE / "van-ban.csv").mkdir()
    assert survey(data).broken


TAKEN = {
    "blank line of a budget": ("ngan-sach.csv", "180 triệu đồng", ""),
    "about so much": ("ngan-sach.csv", "120 triệu đồng", "khoảng 120 triệu đồng"),
    "rate as a ratio": ("chi-tieu.csv", "99%", "396/400"),
    "rate at least, as its counts say": ("chi-tieu.csv", "99%", "≥ 98%"),
    "rate in a range with its counts": ("chi-tieu.csv", "99%", "98%–100%"),
    "target without dates": ("muc-tieu.csv", "2026-01-01,2026-12-31", ","),
    "target in words": ("muc-tieu.csv", ">=,98%", ",—"),
    "target of about so much": ("muc-tieu.csv", ">=,98%", ",khoảng 98%"),
    "part of a budget in a range": ("ngan-sach.csv", "120 triệu đồng", "110–130 triệu đồng"),
    "source without number": ("nguon.csv", "05/BC-UBND,2026-05-31", ","),
}


@pytest.mark.parametrize("row", TAKEN)
def test_what_documents_may_hold_becomes_pages(row: str, tmp_path: Path) -> None:
    """Blanks, ranges and ratios where they may stand: no problem, and every page is made."""
    file, old, new = TAKEN[row]
    examined = survey(edited(tmp_path, f"{COMMUNE}/{file}", old, new))
    assert examined.problems == ()
    assert documents(view_of(examined, dt.date(2026, 7, 1)), tmp_path / "charts", 1)


def pages(examined: Survey, charts: Path) -> str:
    """The commune's pages as one text; made on 1 July 2026."""
    made = documents(view_of(examined, dt.date(2026, 7, 1)), charts, 1)
    return "\n".join(str(text) for name, text in made.items() if name.endswith(".md") and name.startswith("thanh-hoa"))


def test_what_is_asked_for_is_not_denied(tmp_path: Path) -> None:
    """A need of computers, whatever their sort, never stands as “không đề nghị”."""
    shutil.copytree(CASES / "mot-xa" / "xa", tmp_path / "xa")
    replace(tmp_path / COMMUNE / "chi-tieu.csv", "may_tinh_de_ban,", "may_tinh,")
    assert "không đề nghị" not in pages(survey(tmp_path), tmp_path / "charts")


TASK = "ma,noi_dung,loai_thoi_han,den_ngay,nguon,vi_tri\nnv-1,Việc,co_ngay,{},bc-5,Mục 8\n"
DIRECTIVE = "so_hieu,loai,ngay,nguon,vi_tri\n12/KH,Kế hoạch,2026-03-02,bc-5,I\n12/KH,Kế hoạch,{},bc-6,I\n"
SOURCE = (
    "nguon,co_quan,ten,tinh_trang,ngay_biet,doc_o_dau\nbc-5,UBND,A,du_thao,2026-05-31,-\nbc-6,UBND,B,du_thao,{},-\n"
)
LOCAL = {
    "deadline": ("nhiem-vu.csv", TASK, "2026-12-01", "01/12/2026"),
    "directive": ("van-ban.csv", DIRECTIVE, "2026-03-02", "02/03/2026"),
    "source": ("nguon.csv", SOURCE, "2026-06-30", "30/06/2026"),
}


@pytest.mark.parametrize("case", LOCAL)
def test_both_ways_to_write_a_day_are_one_day(case: str, tmp_path: Path) -> None:
    """31/05/2026 and 2026-05-31 give the same pages: the same order, lateness and differences."""
    file, table, *days = LOCAL[case]
    made = []
    for number, day in enumerate(days):
        data = lay_over("co-so", tmp_path / str(number))
        (data / COMMUNE / file).write_text(table.format(day), encoding="utf-8")
        examined = survey(data)
        assert examined.problems == ()
        made.append(
            (pages(examined, tmp_path / "charts"), [difference.sentence for difference in examined.differences])
        )
    assert made[0] == made[1]


def standing(folder: Path, target: str) -> str:
    """The status of one target of the clean folder, on 1 July 2026; 4 dossiers are late, 99 % on time."""
    table = "ma,chi_tieu,giai_doan,tu_ngay,den_ngay,so_sanh,gia_tri,moi,noi_dung,nguon,vi_tri\n"
    data = lay_over("co-so", folder)
    (data / COMMUNE / "muc-tieu.csv").write_text(f"{table}mt-1,{target},Lời văn bản,bc-6,Mục 5\n", encoding="utf-8")
    examined = survey(data)
    assert examined.problems == ()
    return view_of(examined, dt.date(2026, 7, 1)).standings[0].status


@pytest.mark.parametrize(
    "target",
    [
        "ty_le_dung_han,Năm 2026,2026-01-01,2026-06-30,,dưới 90%,",
        "ho_so_qua_han,Năm 2026,2026-01-01,2026-06-30,=,0,",
        "ho_so_tiep_nhan,Năm 2026,2026-01-01,2026-06-30,=,1,thôn",
    ],
    ids=["comparison in the cell", "none of what should be few", "for each village"],
)
def test_a_target_is_not_met_by_misreading_it(target: str, tmp_path: Path) -> None:
    """“dưới 90%” is not met by 99 %, “0 hồ sơ quá hạn” not by 4, “1 for each village” not by a total."""
    assert standing(tmp_path, target) != "đạt"


def test_a_word_for_one_row_excuses_no_other(tmp_path: Path) -> None:
    """A sum declared as printed does not let a mistyped rate of another row pass."""
    data = lay_over("loi-tong-khong-khop", tmp_path)
    declare(data / COMMUNE / "tthc.csv", 2)
    replace(data / COMMUNE / "chi-tieu.csv", "99%", "90%")
    assert [problem.code for problem in survey(data).problems] == ["ty-le-khong-khop"]


WORDS = {
    "a total has no beginning that nobody stated": ("luy_ke", "Tháng 5/2026", "", "2026-05-31"),
    "a state in words has none either": ("Tại một thời điểm", "Tháng 5/2026", "", "2026-05-31"),
    "what is counted within begins with it": ("trong kỳ", "Tháng 5/2026", "2026-05-01", "2026-05-31"),
}


@pytest.mark.parametrize("case", WORDS)
def test_the_words_of_a_period_give_its_days(case: str, tmp_path: Path) -> None:
    """Blank days are taken from the words, as far as the kind of period allows."""
    kind, words, start, end = WORDS[case]
    data = edited(
        tmp_path, f"{COMMUNE}/chi-tieu.csv", "tại thời điểm báo cáo,thoi_diem,,2026-05-31", f"{words},{kind},,"
    )
    (row,) = [figure for figure in survey(data).figures if figure.topic.indicator == "so_tthc"]
    assert [day and day.isoformat() for day in row.period.span] == [start or None, end]


QUIET = {
    "a total that began earlier": "so_dvctt_toan_trinh,,Tháng 5/2026,luy_ke,2026-01-01,2026-05-31,3,,,bc-5,Mục 9,",
    "a quarter as reports of the state count it": (
        "so_dvctt_toan_trinh,,Quý I/2026,trong_ky,2025-12-15,2026-03-14,3,,,bc-5,Mục 9,"
    ),
    "the year before, said so": "so_dvctt_toan_trinh,,cùng kỳ năm trước,thoi_diem,,2025-05-31,3,,,bc-5,Mục 9,",
}


@pytest.mark.parametrize("row", QUIET)
def test_honest_rows_are_left_in_peace(row: str, tmp_path: Path) -> None:
    data = lay_over("co-so", tmp_path)
    with (data / COMMUNE / "chi-tieu.csv").open("a", encoding="utf-8") as table:
        table.write(QUIET[row] + "\n")
    assert survey(data).problems == ()


def test_a_doubtful_word_is_no_word(tmp_path: Path) -> None:
    """“Co?” in the column for what is printed so settles nothing."""
    data = lay_over("loi-ngoai-khoang", tmp_path)
    path = data / COMMUNE / "chi-tieu.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("bc-5,Mục 2,", "bc-5,Mục 2,Co?"), encoding="utf-8")
    assert "lua-chon-la" in {problem.code for problem in survey(data).problems}


def test_what_was_pending_is_asked_of_every_document(tmp_path: Path) -> None:
    """What is carried over agrees with one of two documents that differ: that difference is told once, as theirs."""
    data = lay_over("co-so", tmp_path)
    table = "ky,loai_ky,tu_ngay,den_ngay,moi,ky_truoc,dang_giai_quyet,nguon,vi_tri\n"
    rows = [
        "tháng 4,trong_ky,2026-04-01,2026-04-30,,,20,bc-5,Mục 1",
        "tháng 5,trong_ky,2026-05-01,2026-05-31,,20,,bc-5,Mục 1",
    ]
    rows.append("đến 30/04/2026,luy_ke,,2026-04-30,,,30,bc-6,Mục 1")
    (data / COMMUNE / "tthc.csv").write_text(table + "\n".join(rows) + "\n", encoding="utf-8")
    (data / COMMUNE / "chi-tieu.csv").unlink()
    assert "chuyen-ky-khong-khop" not in {difference.rule for difference in survey(data).differences}
