"""What cannot be true is an error until its row says that it is printed so; then it stands in its row alone.

The communes are made up, the catalogue is the project's own.
"""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

import pytest
from communes import SOURCES, made, viewed
from composing import documents
from support import COMMUNE, ROOT, SUBJECTS

from generator.cli import main
from generator.commune.outcome import Survey
from generator.commune.survey import survey
from generator.loudspeaker import texts as announced
from generator.model.choices import GROUPS
from generator.model.difference import Difference
from generator.model.figure import Kind
from generator.notice.facts import facts
from generator.pieces.addresses import anchor, figure_page
from generator.reading.catalogue_files import load_catalogue
from generator.reading.folders import on_disk
from generator.subjects.all_subjects import subject_by
from generator.subjects.summaries import sentences
from generator.tables.all_tables import BY_NAME

pytestmark = pytest.mark.slow

SLIPS = {"phan-lon-hon-tong", "linh-vuc-lon-hon-tong", "tong-khong-khop", "ty-le-qua-100"}


def codes(examined: Survey) -> list[str]:
    return [problem.code for problem in examined.problems if problem.severity == "error"]


def rules(examined: Survey) -> list[str]:
    assert not codes(examined)
    return [difference.rule for difference in examined.differences]


# --- parts and wholes -------------------------------------------------------------------------


def pairs() -> list[tuple[str, str, str, str]]:
    """Table, column of the whole, column of the part, condition: every pair of the catalogue that one form holds."""
    catalogue, _ = load_catalogue(on_disk(ROOT / "data" / "danh-muc", "danh-muc"), [])
    assert catalogue
    found = []
    for name in ("tthc", "bdhvs", "to-cong-nghe-so"):
        columns = {column.melts_to: column.name for column in BY_NAME[name].columns if column.melts_to}
        for relation in catalogue.relations:
            parts = relation.parts if relation.kind in ("tong", "phan_cua") else ()
            found += [
                (name, columns[relation.whole], columns[part], relation.condition or "khong_ro")
                for part in (*parts, *relation.optional)
                if relation.whole in columns and part in columns
            ]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(("table", "whole", "part", "condition"), pairs())
@pytest.mark.parametrize("breakdown", ["", "Hộ tịch"])
def test_a_part_is_at_most_its_whole(
    table: str, whole: str, part: str, condition: str, breakdown: str, tmp_path: Path
) -> None:
    """One more than the whole is told, at the part, also within a field or a group; as much as the whole is not."""
    row = {whole: "500", "gom_ky_truoc": condition, "linh_vuc": breakdown, "nhom": breakdown or "can_bo"}
    there = {key: value for key, value in row.items() if key in {c.name for c in BY_NAME[table].columns}}
    name = table.replace("-", "_")
    assert not codes(survey(made(tmp_path / "as much", **{name: [there | {part: "500"}]})))
    examined = survey(made(tmp_path / "more", **{name: [there | {part: "501"}]}))
    (problem,) = [problem for problem in examined.problems if problem.severity == "error"]
    assert (problem.code, problem.column, problem.line) == ("phan-lon-hon-tong", part, 2)
    assert "501" in problem.message
    assert "500" in problem.message
    assert "Nếu gõ nhầm: sửa lại số" in problem.remedy
    assert "dung_nhu_van_ban" in problem.remedy


@pytest.mark.parametrize(("carried", "wrong"), [("co", False), ("khong_ro", False), ("khong", True)])
def test_online_dossiers_may_include_those_carried_over(carried: str, wrong: bool, tmp_path: Path) -> None:
    """Above the new ones but not above all: wrong only where the document says that it counts new ones alone."""
    row = {"tiep_nhan": "500", "moi": "470", "ky_truoc": "30", "truc_tuyen": "480", "gom_ky_truoc": carried}
    assert bool(codes(survey(made(tmp_path, tthc=[row])))) == wrong


def test_parts_together_are_at_most_their_whole(tmp_path: Path) -> None:
    """Online and over the counter are parts that do not overlap."""
    row = {"tiep_nhan": "500", "truc_tuyen": "300", "truc_tiep_buu_chinh": "{}"}
    for number, expected in (("200", []), ("201", ["phan-lon-hon-tong"])):
        data = made(tmp_path / number, tthc=[row | {"truc_tiep_buu_chinh": number}])
        assert codes(survey(data)) == expected


def test_a_field_is_at_most_the_total_and_fields_that_do_not_add_up_are_noted(tmp_path: Path) -> None:
    """A field above the total is an error; fields that add up to another number are a note with both sums; those that
    add up are nothing.
    """
    for first, expected in (("501", "linh-vuc-lon-hon-tong"), ("200", "linh-vuc-khong-cong"), ("400", "")):
        rows = [{"tiep_nhan": "500"}, {"linh_vuc": "Hộ tịch", "tiep_nhan": first},
                {"linh_vuc": "Chứng thực", "tiep_nhan": "100"}]  # fmt: skip
        told = survey(made(tmp_path / first, tthc=rows)).problems
        assert [problem.code for problem in told] == ([expected] if expected else [])
        if first == "200":
            assert told[0].severity == "note"
            assert "500" in told[0].message
            assert "300" in told[0].message


@pytest.mark.parametrize("back", [{"tra_lai": "4", "rut": "5", "dung": "1"}, {"tra_lai_rut_dung": "10"}, {"rut": "10"}])
def test_returned_withdrawn_and_stopped_dossiers_are_parts_of_the_sum(back: dict[str, str], tmp_path: Path) -> None:
    """A month as printed adds up with them, and does not without."""
    row = {"tiep_nhan": "500", "da_giai_quyet": "455", "dang_giai_quyet": "35"}
    assert not codes(survey(made(tmp_path / "with", tthc=[row | back])))
    (problem,) = survey(made(tmp_path / "without", tthc=[row])).problems
    assert problem.code == "tong-khong-khop"
    assert all(f"cột {name}" in problem.message for name in ("tra_lai", "rut", "dung", "tra_lai_rut_dung"))


def test_full_and_partial_online_dossiers_are_counted(tmp_path: Path) -> None:
    """They have columns; the share online and the share of full ones are made of them."""
    row = {"tiep_nhan": "500", "truc_tuyen_toan_trinh": "300", "truc_tuyen_mot_phan": "150", "gom_ky_truoc": "co"}
    figures = survey(made(tmp_path, tthc=[row])).figures
    made_of = {figure.topic.indicator: figure.number for figure in figures if figure.kind is Kind.COMPUTED}
    assert made_of["ty_le_truc_tuyen"] == 90
    assert str(round(made_of["ty_le_ho_so_truc_tuyen_toan_trinh"], 2)) == "66.67"


IMPOSSIBLE = {
    "online": ({"tiep_nhan": "500", "truc_tuyen": "620"}, ("620", "500", "sáu trăm hai mươi", "năm trăm")),
    "settled": ({"tiep_nhan": "777", "da_giai_quyet": "888", "dang_giai_quyet": "0"}, ("888", "777", "tám trăm")),
    "late": ({"da_giai_quyet": "444", "qua_han": "555", "dung_va_truoc_han": "11"}, ("555", "444", "năm trăm")),
}  # fmt: skip


@pytest.mark.parametrize("case", IMPOSSIBLE)
def test_an_impossible_number_is_said_nowhere(case: str, tmp_path: Path) -> None:
    """Declared as printed, it is published in its row with its doubt, and in no sentence, chart, notice, script or
    computed rate; nor is it said that the document does not state it.
    """
    row, words = IMPOSSIBLE[case]
    view = viewed(made(tmp_path, tthc=[row | {"dung_nhu_van_ban": "co"}]))
    (commune,) = view.dataset.communes
    assert view.impossible
    said = [one for subject in SUBJECTS for one in sentences(view, commune, subject_by(subject))]
    assert not view.impossible & {id for one in said for id in one.figures}
    texts = [one.text for one in said]
    texts += [fact.sentence + fact.number for subject in SUBJECTS for fact in facts(view, commune, subject)]
    texts += [one.text for about in announced.occasions(view, commune) for one in announced.sentences(about)]
    assert not [text for text in texts for word in words if word in text]
    assert any("không thể đúng" in text for text in texts)
    computed = [figure for figure in view.figures if figure.kind is Kind.COMPUTED]
    assert not [figure for figure in computed if figure.value.whole in (500, 777, 444)]
    page = documents(view, tmp_path / "charts", 1)[f"{commune.address}thu-tuc-hanh-chinh/index.md"]
    assert isinstance(page, str)
    assert words[0] in page
    assert "Chưa khớp: " in page
    assert "<svg" not in page


def test_a_share_above_100_is_said_nowhere(tmp_path: Path) -> None:
    """What a document itself prints above 100 % stands in its row with a warning, and meets no target."""
    long = {"chi_tieu": "ty_le_dung_han", "gia_tri": "101,92%", "dung_nhu_van_ban": "co"}
    view = viewed(made(tmp_path, chi_tieu=[long]))
    (commune,) = view.dataset.communes
    assert [problem.code for problem in view.warnings] == ["ngoai-khoang"]
    told = [one.text for subject in map(subject_by, SUBJECTS) for one in sentences(view, commune, subject)]
    assert not any("101,92" in text for text in told)


def test_a_computed_rate_above_100_is_refused(tmp_path: Path) -> None:
    """Counts of which the catalogue knows no pair still give no rate above 100 %."""
    row = {"tiep_nhan": "500", "ky_truoc": "30", "truc_tuyen": "471", "gom_ky_truoc": "khong"}
    assert codes(survey(made(tmp_path, tthc=[row]))) == ["ty-le-qua-100"]
    assert not codes(survey(made(tmp_path / "as much", tthc=[row | {"truc_tuyen": "470"}])))


# --- time -------------------------------------------------------------------------------------


def counted(*periods: tuple[str, str, str, str]) -> list[dict[str, str]]:
    """Rows of settled dossiers: kind of period, first and last day, number."""
    return [
        {"ky": f"kỳ {number}", "loai_ky": kind, "tu_ngay": start, "den_ngay": end, "da_giai_quyet": count,
         "nguon": "bc-9"}
        for number, (kind, start, end, count) in enumerate(periods)
    ]  # fmt: skip


YEAR = "01/01/2026"


@pytest.mark.parametrize("kind", ["luy_ke", "trong_ky"])
@pytest.mark.parametrize(
    ("counts", "told"), [((2900, 0, 3300), 1), ((2900, 2899, 2950), 1), ((2900, 2900, 3300), 0), ((29, 28, 27), 2)]
)
def test_a_cumulative_count_does_not_fall(kind: str, counts: tuple[int, ...], told: int, tmp_path: Path) -> None:
    """A fall is a difference with both sides, stops nothing, and neither number is said; what goes on is nothing."""
    ends = ("31/07/2026", "31/08/2026", "30/09/2026")
    rows = counted(*((kind, YEAR, end, str(count)) for end, count in zip(ends, counts, strict=True)))
    view = viewed(made(tmp_path, tthc=rows))
    assert [difference.rule for difference in view.differences] == ["luy-ke-giam"] * told
    for difference in view.differences:
        assert len(difference.sides) == 2
        assert {*difference.ids} <= view.impossible


def test_a_state_of_a_day_may_fall(tmp_path: Path) -> None:
    """What is pending at the end of a longer period may be less; a total since nobody knows when only looks wrong."""
    ends = ("31/07/2026", "31/08/2026")
    rows = counted(*(("luy_ke", YEAR, end, n) for end, n in zip(ends, ("60", "20"), strict=True)))
    rows = [row | {"da_giai_quyet": "", "dang_giai_quyet": row["da_giai_quyet"]} for row in rows]
    assert not rules(survey(made(tmp_path / "state", tthc=rows)))
    rows = counted(*(("luy_ke", "", end, n) for end, n in zip(ends, ("60", "20"), strict=True)))
    view = viewed(made(tmp_path / "unknown", tthc=rows))
    assert [difference.rule for difference in view.differences] == ["luy-ke-giam"]
    assert not view.impossible


MONTHS = (("01/04/2026", "30/04/2026"), ("01/05/2026", "31/05/2026"), ("01/06/2026", "30/06/2026"))


@pytest.mark.parametrize(("quarter", "told"), [("300", []), ("310", ["ky-dai-khac-ky-ngan"]), ("99", ["luy-ke-giam"])])
def test_months_add_up_to_their_quarter(quarter: str, told: list[str], tmp_path: Path) -> None:
    """All three months are compared with the quarter; a month above it is told as such, once."""
    months = [("trong_ky", start, end, "100") for start, end in MONTHS]
    rows = counted(*months, ("trong_ky", MONTHS[0][0], MONTHS[-1][1], quarter))
    assert rules(survey(made(tmp_path, tthc=rows))) == told


def test_two_months_of_a_quarter_prove_nothing(tmp_path: Path) -> None:
    """With a month missing nothing is compared, nor are dossiers that are carried from month to month added up."""
    rows = counted(
        *(("trong_ky", *days, "100") for days in MONTHS[:2]), ("trong_ky", *MONTHS[0][:1], "30/06/2026", "250")
    )
    assert not rules(survey(made(tmp_path / "missing", tthc=rows)))
    rows = [row | {"da_giai_quyet": "", "tiep_nhan": row["da_giai_quyet"]}
            for row in counted(*(("trong_ky", *days, "100") for days in MONTHS),
                               ("trong_ky", MONTHS[0][0], MONTHS[-1][1], "280"))]  # fmt: skip
    assert not rules(survey(made(tmp_path / "carried", tthc=rows)))


@pytest.mark.parametrize(("before", "now", "noted"), [(10, 50, True), (10, 49, False), (5, 29, False), (30, 6, True),
                                                      (30, 0, True), (100, 21, False)])  # fmt: skip
def test_many_times_more_or_less_is_noted(before: int, now: int, noted: bool, tmp_path: Path) -> None:
    """Five times, from thirty on: for who enters the figures, never for readers."""
    rows = counted(("trong_ky", *MONTHS[0], str(before)), ("trong_ky", *MONTHS[1], str(now)))
    examined = survey(made(tmp_path, tthc=rows))
    assert [(p.code, p.severity) for p in examined.problems] == [("gap-nhieu-lan", "note")] * noted
    assert not examined.warnings


@pytest.mark.parametrize(("day", "wrong"), [("2026-07-04", True), ("2026-07-05", False)])
def test_nothing_is_known_after_the_day_of_the_check(day: str, wrong: bool, tmp_path: Path) -> None:
    """`check --date` on the day of issue knows the document, on the day before it does not."""
    data = made(tmp_path, tthc=[{"tiep_nhan": "500"}])
    sources = (data / COMMUNE / "nguon.csv").read_text(encoding="utf-8")
    (data / COMMUNE / "nguon.csv").write_text(sources.rpartition("bc-9")[0], encoding="utf-8")
    assert main(["check", "--data", str(data), "--date", day]) == int(wrong)


@pytest.mark.parametrize("year", ["2027", "2062"])
def test_a_year_that_has_not_come_is_refused(year: str, tmp_path: Path) -> None:
    """A measured figure, an issue day, a directive, a finished task; not a target, a plan, a deadline."""
    day, later = dt.date(2026, 12, 1), f"30/06/{year}"
    source = SOURCES.replace("05/07/2026", later)
    data = made(tmp_path, tthc=[{"tiep_nhan": "500", "den_ngay": later}],
                van_ban=[{"loai": "Kế hoạch", "so_hieu": "1/KH", "ngay": later}],
                nhiem_vu=[{"ma": "a", "noi_dung": "Việc", "loai_thoi_han": "co_ngay", "den_ngay": later},
                          {"ma": "b", "noi_dung": "Việc", "loai_thoi_han": "co_ngay", "den_ngay": "31/12/2026",
                           "trang_thai": f"đã hoàn thành ngày {later}"}],
                ngan_sach=[{"ma_dong": "c", "noi_dung": "Máy", "giai_doan": "du_toan", "den_ngay": later}])  # fmt: skip
    (data / COMMUNE / "nguon.csv").write_text(source, encoding="utf-8")
    told = [p for p in survey(data, (), day).problems if p.code == "sau-ngay-kiem-tra"]
    assert sorted((p.file.rpartition("/")[2], p.line, p.column) for p in told) == [
        ("nguon.csv", 2, "ngay"), ("nhiem-vu.csv", 3, "trang_thai"), ("tthc.csv", 2, "den_ngay"),
        ("van-ban.csv", 2, "ngay"),
    ]  # fmt: skip


# --- money ------------------------------------------------------------------------------------


def line(id: str, amount: str, **more: str) -> dict[str, str]:
    return {"ma_dong": id, "noi_dung": f"Khoản {id}", "giai_doan": "duoc_phan_bo", "so_tien": amount} | more


@pytest.mark.parametrize(
    ("whole", "parts", "wrong"),
    [
        ("870,9 triệu đồng", ("82,9 triệu đồng", "788,1 triệu đồng"), False),
        ("870,9 triệu đồng", ("82,9 triệu đồng", "788,2 triệu đồng"), True),
        ("870,9 triệu đồng", ("870,8 triệu đồng",), True),
        ("0,316 tỷ đồng", ("140 triệu đồng", "176,3 triệu đồng"), False),
        ("0,316 tỷ đồng", ("140,0 triệu đồng", "176,6 triệu đồng"), True),
        ("3 triệu đồng", ("1.000.000 đồng", "2.000.000 đồng"), False),
        ("3.000.000 đồng", ("1.000.000 đồng", "2.000.002 đồng"), True),
    ],
)
def test_printed_rounding_is_no_fault(whole: str, parts: tuple[str, ...], wrong: bool, tmp_path: Path) -> None:
    """Half a unit of the last printed digit of each number, and no more."""
    rows = [line("tong", whole, du_dong_con="co")]
    rows += [line(f"k-{number}", part, ma_cha="tong") for number, part in enumerate(parts)]
    assert codes(survey(made(tmp_path, ngan_sach=rows))) == ["dong-con-khong-khop"] * wrong


@pytest.mark.parametrize(
    ("spent", "told"),
    [("180 triệu đồng", ""), ("180,1 triệu đồng", "chi-vuot-du-toan"), ("17.999 triệu đồng", "chi-vuot-du-toan"),
     ("18.000 triệu đồng", "tien-lech-nghin-lan"), ("180.000 đồng", "tien-lech-nghin-lan"), ("181.000 đồng", "")],
)  # fmt: skip
def test_money_of_one_line_is_of_one_order(spent: str, told: str, tmp_path: Path) -> None:
    """Spent above planned is a warning, a hundred times planned an error, a thousandth of it too."""
    same = {"noi_dung": "Phần mềm"}
    rows = [line("a", "180 triệu đồng", **same), line("b", spent.replace("17.999", "17999").replace("18.000", "18000"),
                                                      **same, giai_doan="thuc_hien")]  # fmt: skip
    assert [problem.code for problem in survey(made(tmp_path, ngan_sach=rows)).problems] == [told] * bool(told)


def test_spending_does_not_go_back(tmp_path: Path) -> None:
    """Nine months below six of the same year are a warning; two quarters are not."""
    same = {"noi_dung": "Phần mềm", "giai_doan": "thuc_hien"}
    later = {"ky": "9 tháng đầu năm 2026", "den_ngay": "30/09/2026", "nguon": "bc-9"}
    rows = [line("a", "180 triệu đồng", **same), line("b", "120 triệu đồng", **same, **later)]
    assert [p.code for p in survey(made(tmp_path / "year", ngan_sach=rows)).problems] == ["chi-luy-ke-giam"]
    rows[1] |= {"ky": "Quý III/2026", "tu_ngay": "01/07/2026"}
    assert not survey(made(tmp_path / "quarter", ngan_sach=rows)).problems


def test_a_cell_a_million_times_too_small_is_refused(tmp_path: Path) -> None:
    """An item of a budget that lost its unit."""
    rows = [line("a", "5502660 triệu đồng"), line("b", "977.310 đồng", ma_cha="a")]
    assert codes(survey(made(tmp_path, ngan_sach=rows))) == ["tien-lech-nghin-lan"]


# --- words of documents -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [("Hộ tịch", "hộ tịch", True), ("Hộ tịch", "Hộ tich", True), ("Kỹ thuật", "Kĩ thuật", True),
     ("Đất đai, môi trường", "Đất đai và môi trường", True), ("Hộ tịch", "Lĩnh vực hộ tịch", True),
     ("Thôn 1", "Thôn 2", False), ("Chứng thực", "Hộ tịch", False)],
)  # fmt: skip
def test_two_spellings_are_told_and_kept_apart(one: str, two: str, told: bool, tmp_path: Path) -> None:
    """A warning at the rarer spelling; both stay as they are."""
    examined = survey(made(tmp_path, tthc=[{"linh_vuc": one, "tiep_nhan": "5"}, {"linh_vuc": two, "tiep_nhan": "6"}]))
    assert [problem.code for problem in examined.problems] == ["hai-cach-viet"] * told
    assert len({figure.topic.breakdown for figure in examined.figures}) == 2


@pytest.mark.parametrize("group", ["Phụ nữ", "Người cao tuổi", "Hộ kinh doanh", "Thôn Đồng", "Thôn 12"])
def test_other_groups_stand_beside_the_national_ones(group: str, tmp_path: Path) -> None:
    """A group as printed has its figures, without blanks that nobody owes; its page shows it."""
    view = viewed(made(tmp_path, bdhvs=[{"nhom": group, "da_hoc": "420"}]))
    assert [(figure.topic.breakdown, int(figure.number)) for figure in view.figures] == [(group, 420)]
    (commune,) = view.dataset.communes
    page = documents(view, tmp_path / "charts", 1)[f"{commune.address}binh-dan-hoc-vu-so/index.md"]
    assert isinstance(page, str)
    assert f"{group}</td>" in page


@pytest.mark.parametrize("group", ["hoc_sin", "Hoc sinh, sinh vien.", "nguoi truong thanh a", "12", "x", "cán bộ_"])
def test_a_slip_for_a_national_group_is_no_new_group(group: str, tmp_path: Path) -> None:
    """What is nearly a national group, or no words, is told or read as that group; never a group of its own."""
    examined = survey(made(tmp_path, bdhvs=[{"nhom": group, "da_hoc": "420"}]))
    assert codes(examined) == ["lua-chon-la"] or {figure.topic.breakdown for figure in examined.figures} <= set(GROUPS)


@pytest.mark.parametrize(
    ("indicator", "text", "value"),
    [("diem_bo_chi_so_766", "85,64", 85.64), ("diem_bo_chi_so_766", "85,64/100", 85.64),
     ("diem_bo_chi_so_766", "85,64 điểm", 85.64), ("Điểm Bộ chỉ số 766", "17/20", 17),
     ("chi_so_par_index", "85,64/100", 85.64), ("chi_so_par_index", "17,1/20", 85.5)],
)  # fmt: skip
def test_a_score_is_read_with_its_maximum(indicator: str, text: str, value: float, tmp_path: Path) -> None:
    """Points are points of a maximum, a per cent where the indicator is one; the page shows both numbers."""
    row = {"chi_tieu": indicator, "gia_tri": text, "loai_ky": "thoi_diem", "tu_ngay": ""}
    view = viewed(made(tmp_path, chi_tieu=[row | {"don_vi": "điểm" if "766" in indicator else ""}]))  # fmt: skip
    (figure,) = view.figures
    assert float(figure.number) == value
    (commune,) = view.dataset.communes
    page = documents(view, tmp_path / "charts", 1)[f"{commune.address}thu-tuc-hanh-chinh/index.md"]
    assert isinstance(page, str)
    assert text.removesuffix(" điểm") in page
    assert "điểm số" not in page


def test_more_points_than_there_are_is_refused(tmp_path: Path) -> None:
    """105 of 100 points, and a part above the total."""
    long = {"chi_tieu": "diem_bo_chi_so_766", "loai_ky": "thoi_diem", "tu_ngay": ""}
    assert codes(survey(made(tmp_path / "a", chi_tieu=[long | {"gia_tri": "105/100"}]))) == ["so-sai"]
    rows = [long | {"gia_tri": "85,64"}, long | {"gia_tri": "86", "phan_to": "so_hoa"}]
    assert codes(survey(made(tmp_path / "b", chi_tieu=rows))) == ["phan-lon-hon-tong"]


def test_the_parts_of_a_score_add_up_to_their_rounding(tmp_path: Path) -> None:
    """All six groups printed: their sum is the total, to half a hundredth of a point each."""
    long = {"chi_tieu": "diem_bo_chi_so_766", "loai_ky": "thoi_diem", "tu_ngay": ""}
    parts = {"cong_khai": "16,00", "tien_do": "19,11", "so_hoa": "18,11", "dich_vu_truc_tuyen": "10,11",
             "thanh_toan": "8,11", "hai_long": "14,20"}  # fmt: skip
    rows = [long | {"phan_to": id, "gia_tri": value} for id, value in parts.items()]
    for total, expected in (("85,64", []), ("85,67", []), ("85,68", ["tong-phan-to"])):
        data = made(tmp_path / total, chi_tieu=[long | {"gia_tri": total}, *rows])
        assert codes(survey(data)) == expected
    assert not codes(survey(made(tmp_path / "five", chi_tieu=[long | {"gia_tri": "85,68"}, *rows[1:]])))


@pytest.mark.parametrize(
    ("cells", "told"),
    [({"gia_tri": "95%", "vi_tri": "Mục I: “39/40 hồ sơ, đạt 95%”"}, True),
     ({"gia_tri": "97,5%", "vi_tri": "Mục I: “39/40 hồ sơ, đạt 97,5%”"}, False),
     ({"gia_tri": "98%", "vi_tri": "Mục I: “39/40 hồ sơ, đạt 98%”"}, False),
     ({"gia_tri": "39/40", "nhu_in": "39/40 (95%)"}, True),
     ({"gia_tri": "95%", "nhu_in": "39/40"}, True),
     ({"gia_tri": "95%", "vi_tri": "Mục I: “số 12/13-BC ngày 10/6/2026: 95%”"}, False)],
)  # fmt: skip
def test_a_ratio_beside_a_per_cent_says_the_same(cells: dict[str, str], told: bool, tmp_path: Path) -> None:
    """Compared to the printed decimals; a day or the number of a document is no ratio."""
    data = made(tmp_path, chi_tieu=[{"chi_tieu": "ty_le_xin_loi_qua_han"} | cells])
    assert codes(survey(data)) == ["ty-so-khac-phan-tram"] * told


@pytest.mark.parametrize(("base", "told"), [("", True), ("số hồ sơ đã giải quyết", True), ("hồ sơ tiếp nhận", False)])
def test_a_rate_with_its_own_base_is_judged_by_no_other(base: str, told: bool, tmp_path: Path) -> None:
    """97 % of all received is not held against 99 % of those settled."""
    data = made(tmp_path, tthc=[{"da_giai_quyet": "100", "dung_va_truoc_han": "99"}],
                chi_tieu=[{"chi_tieu": "ty_le_dung_han", "gia_tri": "97%", "co_so": base}])  # fmt: skip
    assert codes(survey(data)) == ["ty-le-khong-khop"] * told


def test_honest_months_bring_no_difference(tmp_path: Path) -> None:
    """Six months whose numbers rise and fall as months do, with their half-year, are clean."""
    rows, before = [], 10
    ends = ("31", "28", "31", "30", "31", "30")
    settled = (610, 655, 640, 580, 702, 633)
    for month, (end, done) in enumerate(zip(ends, settled, strict=True), 1):
        new = done + 5
        days = {"tu_ngay": f"01/{month:02}/2026", "den_ngay": f"{end}/{month:02}/2026"}
        counts = {
            "tiep_nhan": new + before,
            "moi": new,
            "ky_truoc": before,
            "da_giai_quyet": done,
            "dang_giai_quyet": before + 5,
        }
        rows.append(days | {"ky": f"tháng {month}/2026"} | {name: str(count) for name, count in counts.items()})
        before += 5
    total = sum(settled)
    rows.append({"tiep_nhan": str(total + 40), "moi": str(total + 30), "ky_truoc": "10", "da_giai_quyet": str(total),
                 "dang_giai_quyet": "40"})  # fmt: skip
    examined = survey(made(tmp_path, tthc=rows))
    assert (examined.problems, examined.differences) == ((), ())


def test_every_rule_that_finds_the_impossible_names_its_figures(tmp_path: Path) -> None:
    """The figures of a difference are those of its sides, each with an id that is published."""
    found: list[Difference] = []
    for number, (row, _) in enumerate(IMPOSSIBLE.values()):
        found += survey(made(tmp_path / str(number), tthc=[row | {"dung_nhu_van_ban": "co"}])).differences
    assert all(len(one.figures) == len(one.sides) for one in found if one.impossible)
    assert len(set(itertools.chain.from_iterable(one.ids for one in found if one.impossible))) >= len(IMPOSSIBLE)


def test_months_by_fields_stand_where_they_are_linked_to(tmp_path: Path) -> None:
    """The subject's page shows the newest period; each figure of a field stands on the page that links lead to."""
    rows = [
        {"ky": f"tháng {month}/2026", "tu_ngay": f"01/0{month}/2026", "den_ngay": f"28/0{month}/2026",
         "linh_vuc": field, "tiep_nhan": str(70 + month), "da_giai_quyet": str(60 + month)}
        for month in (4, 5) for field in ("Hộ tịch", "Chứng thực")
    ]  # fmt: skip
    view = viewed(made(tmp_path, tthc=rows))
    (commune,) = view.dataset.communes
    pages = documents(view, tmp_path / "charts", 1)
    assert not view.differences
    assert "Theo lĩnh vực, 01/05/2026–28/05/2026" in pages[f"{commune.address}thu-tuc-hanh-chinh/index.md"]
    for figure in view.figures:
        assert f'id="{anchor(figure.id)}"' in pages[f"{figure_page(view, commune, figure)}index.md"]
