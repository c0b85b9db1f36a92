"""Charts over time: what they draw of 1 to 37 periods, of gaps, of documents that differ, of what is computed."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from months import Work
from told_months import Data, work, year_of_fields

from generator.charts.frame import Frame
from generator.figures.change import Direction
from generator.model.figure import Figure as Number
from generator.model.figure import Kind, Topic
from generator.pieces.blocks import Block, Figure, Prose
from generator.pieces.flow_over_time import flow_over_time
from generator.pieces.intervals import intervals
from generator.pieces.late_over_time import late_over_time
from generator.pieces.moments import called, months
from generator.pieces.over_time import over_time
from generator.pieces.trend import trend
from generator.pieces.two_years import against_last_year
from generator.subjects.dossiers import FLOW, ON_TIME, timeliness
from generator.subjects.dossiers_by_field import by_field

pytestmark = pytest.mark.slow
TREND = r"Hồ sơ trễ hẹn (tăng|giảm|chưa rõ tăng hay giảm):"
SETTLED = "ho_so_da_giai_quyet"


def late(data: Data) -> list[Block]:
    return late_over_time(*data.view(), ON_TIME)


def only(blocks: list[Block]) -> Figure:
    (one,) = blocks
    assert isinstance(one, Figure)
    return one


def frame(figure: Figure) -> Frame:
    assert figure.chart.frame
    return figure.chart.frame


def test_one_month_is_a_sentence() -> None:
    (said,) = late(Data().months([work(3)]))
    assert isinstance(said, Prose)
    assert said.text == "Trễ hẹn: 3 trong 400 hồ sơ (tháng\u00a01/2026). Mới có một kỳ, chưa so được."


@pytest.mark.parametrize(("count", "told"), [(2, False), (3, False), (4, False), (5, True), (12, True), (36, True)])
def test_a_trend_is_told_of_five_months_on(count: int, told: bool) -> None:
    figure = only(late(Data().months([work(month) for month in range(count)])))
    assert len(figure.chart.rows) == count
    assert bool(re.match(TREND, figure.chart.title)) is told
    assert frame(figure).floor == 0


def test_of_more_than_36_months_years_are_shown_and_called_ours() -> None:
    figure = only(late(Data().months([work(month) for month in range(37)])))
    assert [row["name"] for row in figure.chart.rows] == [f"năm\u00a0{year}" for year in (2026, 2027, 2028)] + [
        "tháng\u00a01/2029"
    ]
    assert {row["look"] for row in figure.chart.rows} == {"computed"}
    assert any("trang tự tính" in word for word in figure.chart.legend)
    assert figure.chart.rows[0]["value"] == pytest.approx(1000 * sum(m % 7 for m in range(12)) / 4800)


def test_columns_and_table_are_the_same_numbers() -> None:
    """The late ones stand over their column, which is as high as 1,000 times their share."""
    works = [work(month, 300 + 10 * month) for month in range(6)]
    figure = only(late(Data().months(works)))
    for row, cells, one in zip(figure.chart.rows, figure.table.rows[::-1], works, strict=True):
        settled = 300 + 10 * works.index(one)
        assert row["text"] == str(one.late)
        assert row["value"] == pytest.approx(1000 * one.late / settled)
        assert float(cells[1].number) == pytest.approx(row["value"], abs=0.06)
        assert cells[2].text == f"{one.late}/{settled}"


def test_a_month_that_nobody_tells_has_no_column() -> None:
    """It is named where it would stand, and for who does not see it."""
    data = Data().months([work(month) for month in range(3)])
    data.months([work(5)], first=dt.date(2026, 6, 1))
    figure = only(late(data))
    assert frame(figure).gaps == ((3, 5),)
    assert [row["name"] for row in figure.chart.rows] == [f"tháng\u00a0{m}/2026" for m in (1, 2, 3, 6)]
    assert "chưa có số: tháng\u00a04/2026, tháng\u00a05/2026" in figure.chart.alt
    assert all(not 3 <= row["x"] < 5 for row in figure.chart.rows)


def test_two_documents_stand_beside_each_other() -> None:
    """The older one hollow, both under a bracket, both in the table."""
    data = Data().months([work(month) for month in range(4)]).document("khac", "2026-03-01")
    data.row("tthc", ky="tháng 2/2026", tu_ngay="2026-02-01", den_ngay="2026-02-28", da_giai_quyet=400,
             dung_va_truoc_han=390, qua_han=10, nguon="khac")  # fmt: skip
    figure = only(late(data))
    (bracket,) = frame(figure).brackets
    assert bracket.words == "2 số"
    assert bracket.high == pytest.approx(25)
    two = [row for row in figure.chart.rows if row["name"] == "tháng\u00a02/2026"]
    assert [row["look"] for row in two] == ["result", "old"]
    assert "văn bản cũ hơn" in figure.chart.legend
    assert len(figure.table.rows) == 5


def test_months_between_totals_are_hatched() -> None:
    """What is computed from year-to-date totals says so; the first of a year is printed itself."""
    data = Data()
    for month, (settled, late_ones) in enumerate([(100, 1), (220, 3), (330, 3), (430, 6)], 1):
        data.to_date(2026, month, settled, late_ones)
    figure = only(late(data))
    assert [row["look"] for row in figure.chart.rows] == ["result", "computed", "computed", "computed"]
    assert figure.chart.legend == ("văn bản nêu", "trang tự tính: hiệu hai số lũy kế")
    assert [row["value"] for row in figure.chart.rows] == pytest.approx([10, 1000 * 2 / 120, 0, 1000 * 3 / 100])


def test_a_total_that_falls_makes_no_column() -> None:
    """What cannot be true is drawn nowhere, nor what would be computed from it."""
    data = Data()
    for month, (settled, late_ones) in enumerate([(100, 1), (220, 3), (320, 3), (310, 3), (500, 6)], 1):
        data.to_date(2026, month, settled, late_ones)
    drawn = [row["name"] for row in only(late(data)).chart.rows]
    assert "tháng\u00a04/2026" not in drawn
    assert drawn[:2] == ["tháng\u00a01/2026", "tháng\u00a02/2026"]


def test_of_few_dossiers_the_counts_are_told() -> None:
    """Each a jump of the share: the late ones are drawn, without a target."""
    figure = only(late(Data().months([work(month, 20) for month in range(4)])))
    assert [row["value"] for row in figure.chart.rows] == [0, 1, 2, 3]
    assert not frame(figure).aims
    assert "số hồ sơ trễ" in figure.below
    assert figure.table.rows[0][1].text == "dưới 30 hồ sơ"


def test_a_target_is_told_as_what_may_be_late() -> None:
    data = Data().months([work(month) for month in range(4)]).document("muc-tieu", "2026-01-02")
    data.row("muc-tieu", ma="mt-1", chi_tieu=ON_TIME, giai_doan="Năm 2026", tu_ngay="2026-01-01", den_ngay="2026-12-31",
             loai_thoi_han="mot_lan", so_sanh=">=", gia_tri="98%", noi_dung="Từ 98% trở lên", nhu_in="Từ 98% trở lên",
             nguon="muc-tieu")  # fmt: skip
    figure = only(late(data))
    (aim,) = frame(figure).aims
    assert (aim.value, aim.words, aim.start, aim.end) == (20, "Mục tiêu: không quá 20", 0, 4)
    assert figure.chart.title.endswith("; 4 tháng có mục tiêu: đều không vượt mức")


@pytest.mark.parametrize(
    ("late_ones", "said"),
    [
        ((8, 8), "2 tháng có mục tiêu: đều không vượt mức"),
        ((8, 9, 0), "1 trong 3 tháng có mục tiêu trễ nhiều hơn mức"),
        ((9, 9, 9), "3 tháng có mục tiêu: đều trễ nhiều hơn mức"),
        ((0, *[9] * 11, 0), "11 trong 12 tháng có mục tiêu trễ nhiều hơn mức"),
    ],
)
def test_a_title_says_how_many_months_are_within_the_target(late_ones: tuple[int, ...], said: str) -> None:
    """Of 400 settled 8 may be late; a month after the stage of the target is not held against it."""
    data = Data().months([Work(400, 300, ones, 5) for ones in late_ones]).document("muc-tieu", "2026-01-02")
    data.row("muc-tieu", ma="mt-1", chi_tieu=ON_TIME, giai_doan="Năm 2026", tu_ngay="2026-01-01", den_ngay="2026-12-31",
             loai_thoi_han="mot_lan", so_sanh=">=", gia_tri="98%", noi_dung="Từ 98% trở lên", nhu_in="Từ 98% trở lên",
             nguon="muc-tieu")  # fmt: skip
    assert only(late(data)).chart.title.endswith(f"; {said}")


def test_words_below_say_over_which_columns_numbers_stand() -> None:
    """Over all of few; of many over the newest, the highest and what is zero; and what the line of a gap means."""
    assert "Chỉ ghi số" not in only(late(Data().months([work(month) for month in range(6)]))).below
    many = only(late(Data().months([Work(400, 300, 1 + month % 5, 5) for month in range(20)])))
    told = {row["value"]: row["text"] for row in many.chart.rows if row["text"]}
    assert told == {12.5: "5"}, "the newest is as high as the highest"
    assert "Chỉ ghi số ở cột mới nhất và cột cao nhất." in many.below
    data = Data().months([Work(400, 300, month % 5, 5) for month in range(19)])
    data.months([Work(400, 300, 3, 5)], first=dt.date(2027, 9, 1))
    figure = only(late(data))
    assert [row["text"] for row in figure.chart.rows if not row["value"]] == ["0"] * 4
    assert "Chỉ ghi số ở cột mới nhất, cột cao nhất và các kỳ bằng 0. Vạch chấm đứng: chưa có số." in figure.below
    assert figure.chart.alt.startswith(figure.below)


def test_what_came_is_what_went() -> None:
    """Two columns a month of one height; a difference is drawn as what does not agree."""
    view, commune = Data().months([work(month) for month in range(4)]).view()
    (figure,) = flow_over_time(view, commune, FLOW)
    assert "khớp nhau ở cả 4 tháng" in figure.chart.title
    assert "differs" not in {row["look"] for row in figure.chart.rows}
    data = Data().months([work(month) for month in range(3)]).document("thang-4", "2026-05-01")
    data.row("tthc", ky="tháng 4/2026", tu_ngay="2026-04-01", den_ngay="2026-04-30", tiep_nhan=105, moi=100, ky_truoc=5,
             da_giai_quyet=90, dang_giai_quyet=8, nguon="thang-4", dung_nhu_van_ban="co")  # fmt: skip
    (figure,) = flow_over_time(*data.view(), FLOW)
    (apart,) = [row for row in figure.chart.rows if row["look"] == "differs"]
    assert (apart["base"], apart["value"]) == (98, 105)
    assert "chưa khớp ở 1 trong 4 tháng (tháng\u00a04/2026 lệch 7)" in figure.chart.title
    for row in figure.table.rows:
        came, went = [float(c.number) for c in row[1:3]], [float(c.number) for c in row[3:]]
        assert sum(came) - sum(went) == (7 if row[0].text == "4/2026" else 0)


def test_a_flow_without_a_needed_part_is_none() -> None:
    view, commune = Data().to_date(2026, 1, 100, 1).to_date(2026, 2, 200, 2).view()
    assert flow_over_time(view, commune, FLOW) == []


def test_months_that_cannot_be_added_up_are_not_called_untold() -> None:
    """A month whose newest document lacks a part has numbers, in the chart above too: it is said what they lack."""
    data = Data().months([work(month) for month in range(5)]).document("mot-cua", "2026-05-20").row(
        "tthc", ky="tháng 4/2026", tu_ngay="2026-04-01", den_ngay="2026-04-30", da_giai_quyet=403,
        dung_va_truoc_han=400, qua_han=3, nguon="mot-cua",
    )  # fmt: skip
    view, commune = data.view()
    figure = only([*flow_over_time(view, commune, FLOW)])
    assert "Chưa đủ số để cộng: tháng\u00a04/2026." in figure.below
    assert "Hai văn bản nêu hai số, văn bản mới hơn không nêu đủ: tháng\u00a04/2026." in figure.below
    assert figure.chart.title.endswith("khớp nhau ở cả 4 tháng đủ số trong 5 tháng")
    assert frame(figure).lacks == "chưa đủ số"
    assert "chưa có số" not in figure.chart.alt


def test_months_of_two_years_are_named_where_some_are_missing() -> None:
    """“Four months” that are not the first four would be read as these."""
    told = [work(month, 300) for month in range(15)]
    data = Data().months(told[:2]).months(told[3:5], dt.date(2026, 4, 1)).months(told[5:10], dt.date(2027, 1, 1))
    view, commune = data.view()
    (figure,) = against_last_year(view, commune, SETTLED, "Hồ sơ đã giải quyết")
    assert figure.chart.title.startswith("Hồ sơ đã giải quyết, tháng\u00a01–2, 4–5 năm 2027: ")
    assert "các tháng ấy năm trước" in figure.chart.title
    assert [cell.text for cell in figure.table.rows[2][1:]] == ["300", "chưa có số"]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([8, 17, 8], "từ 8 hồ sơ (tháng\u00a01/2026) đến 8 hồ sơ (tháng\u00a03/2026), cao nhất 17 hồ sơ"),
        ([8, 2, 9], "đến 9 hồ sơ (tháng\u00a03/2026), thấp nhất 2 hồ sơ (tháng\u00a02/2026)"),
        ([8, 9, 10], "đến 10 hồ sơ (tháng\u00a03/2026)"),
    ],
)
def test_a_title_hides_no_peak(numbers: list[int], said: str) -> None:
    view, commune = Data().months([work(0, 400, late) for late in numbers]).view()
    (series,) = [s for s in view.series_of(commune) if s.topic == Topic("ho_so_qua_han", "")]
    title = only([*over_time(view, commune, series)]).chart.title
    assert said in title
    assert title.endswith(")")
    assert ("nhất" in title) is ("nhất" in said)


def test_two_years_stand_month_beside_month() -> None:
    """Only the months of both are summed; a month of one year alone has its one column."""
    works = [work(month, 300 if month < 12 else 360) for month in range(16)]
    view, commune = Data().months(works).view()
    (figure,) = against_last_year(view, commune, SETTLED, "Hồ sơ đã giải quyết")
    looks = [row["look"] for row in figure.chart.rows]
    assert (looks.count("old"), looks.count("result")) == (12, 4)
    assert "4 tháng đầu năm 2027: 1.440 hồ sơ, nhiều hơn cùng kỳ năm trước (1.200 hồ sơ)" in figure.chart.title
    assert figure.table.rows[5][1].text == ""  # months to come lack nothing
    assert "bên phải năm 2027 (mới có đến tháng\u00a04)" in figure.below
    assert against_last_year(view, commune, "so_tthc", "Thủ tục") == []


def test_a_month_with_two_numbers_shows_both() -> None:
    """The newer document is drawn, which is said; the table has the other number beside it."""
    data = Data().months([work(month, 300) for month in range(16)]).document("ra-lai", "2027-06-01")
    data.row("chi-tieu", chi_tieu=SETTLED, ky="tháng 3/2027", tu_ngay="2027-03-01", den_ngay="2027-03-31",
             gia_tri="310", nguon="ra-lai")  # fmt: skip
    (figure,) = against_last_year(*data.view(), SETTLED, "Hồ sơ đã giải quyết")
    march = figure.table.rows[2][1]
    assert (march.text, march.small) == ("310", "văn bản khác: 300")
    assert [row["value"] for row in figure.chart.rows if row["name"] == "tháng\u00a03/2027"] == [310]
    assert figure.below.endswith("Tháng có hai số thì vẽ số của văn bản mới hơn.")
    assert (
        "hai số"
        not in against_last_year(*Data().months([work(m, 300) for m in range(16)]).view(), SETTLED, "x")[0].below
    )


def test_nested_stretches_are_drawn_over_their_days() -> None:
    """An axis that does not start at zero says where it starts."""
    data = Data()
    for name, end, share in (("bc-5", "2026-05-18", "99,89%"), ("bc-6", "2026-06-10", "98,97%")):
        data.document(name, end).row(
            "chi-tieu", chi_tieu=ON_TIME, ky=f"đến {end}", tu_ngay="2026-01-01", den_ngay=end, gia_tri=share, nguon=name
        )
    view, commune = data.view()
    figure = next(block for block in timeliness(view, commune) if isinstance(block, Figure))
    assert figure.chart.kind == "intervals"
    assert [(row["x"], row["x2"]) for row in figure.chart.rows] == [(0, 137), (0, 160)]
    start = frame(figure).floor
    assert start > 0
    assert f"bắt đầu từ {start:g}%".replace(".", ",") in figure.below
    assert "không từ 0" in figure.below
    assert intervals(view, commune, "ty_le_truc_tuyen") == []


def test_a_stretch_up_to_the_signature_says_so() -> None:
    """Below the drawing, and where days are counted from it."""
    data = Data()
    data.document("bc-5", "2026-05-18").document("bc-6", "2026-06-20")
    own = {"ky": "5 tháng đầu năm 2026", "tu_ngay": "2026-01-01", "den_ngay": "2026-05-18", "nguon": "bc-5"}
    data.row("tthc", da_giai_quyet=2822, dung_va_truoc_han=2819, qua_han=3, **own)
    data.row("chi-tieu", chi_tieu=ON_TIME, gia_tri="99,89%", **own)
    data.row("chi-tieu", chi_tieu=ON_TIME, ky="đến 10/6/2026", tu_ngay="2026-01-01", den_ngay="2026-06-10",
             gia_tri="98,97%", nguon="bc-6")  # fmt: skip
    figure, explained = intervals(*data.view(), ON_TIME)
    assert isinstance(figure, Figure)
    assert isinstance(explained, Prose)
    assert figure.below.endswith("18/05/2026 là ngày ký; văn bản chỉ ghi “5 tháng đầu năm 2026”.")
    assert (
        "138 ngày trước đó có 3 trên 2.822. Số ngày tính đến ngày ký, vì văn bản không ghi ngày cuối." in explained.text
    )


def test_a_year_without_days_is_drawn_whole_and_says_so() -> None:
    data = Data().document("bc-5", "2026-05-18").document("bc-6", "2026-06-20")
    data.row("chi-tieu", chi_tieu=ON_TIME, ky="Năm 2025", tu_ngay="", den_ngay="2025-12-31", gia_tri="99,2%",
             nguon="bc-5")  # fmt: skip
    data.row("chi-tieu", chi_tieu=ON_TIME, ky="đến 10/6/2026", tu_ngay="2026-01-01", den_ngay="2026-06-10",
             gia_tri="98,97%", nguon="bc-6")  # fmt: skip
    figure = intervals(*data.view(), ON_TIME)[0]
    assert isinstance(figure, Figure)
    assert figure.below.endswith("Văn bản chỉ ghi “Năm 2025”; vạch vẽ cả năm.")


def test_any_series_of_three_is_drawn() -> None:
    """Shares near the whole as what is left of it, counts from zero; of two nothing."""
    view, commune = Data().months([work(month) for month in range(4)]).view()
    drawn = {row.topic.indicator: over_time(view, commune, row) for row in view.series_of(commune)}
    (share,), (count,) = drawn[ON_TIME], drawn[SETTLED]
    assert [row["value"] for row in share.chart.rows] == pytest.approx([0, 2.5, 5, 7.5], abs=0.1)
    assert "còn thiếu bao nhiêu trong 1.000" in share.below
    assert [row["value"] for row in count.chart.rows] == [400] * 4
    assert "không đổi từ tháng\u00a01/2026" in count.chart.title
    view, commune = Data().months([work(month) for month in range(2)]).view()
    assert not any(over_time(view, commune, row) for row in view.series_of(commune))


def test_many_months_are_a_table_of_years() -> None:
    figure = only(late(Data().months([work(month) for month in range(16)])))
    assert figure.table.head == ("Tháng", "2027", "2026")
    assert [cell.text for cell in figure.table.rows[0]] == ["1", "5/400", "0/400"]
    assert figure.table.rows[11][1].text == ""


def shares(*parts: int, whole: int = 1000) -> list[Number]:
    view, commune = Data().months([work(0, whole, whole - part) for part in parts]).view()
    return [m.figures[0] for m in months(view.series_of(commune), Topic(ON_TIME, ""), (Kind.COMPUTED,)) if m.figure]


@pytest.mark.parametrize(
    ("parts", "way"),
    [
        ((990, 990, 990, 990), None),
        ((990, 990, 990, 990, 990), Direction.SAME),
        ((990, 991, 990, 989, 990), Direction.UNCLEAR),
        ((990, 990, 980, 940, 940), Direction.DOWN),
        ((940, 940, 980, 990, 990), Direction.UP),
    ],
)
def test_a_trend_is_more_than_chance(parts: tuple[int, ...], way: Direction | None) -> None:
    assert trend(shares(*parts)) is way


def test_a_period_has_a_short_name() -> None:
    (figure, *_) = shares(990, 991)
    assert called(figure.period) == "tháng\u00a01/2026"
    assert figure.number == Decimal(99)


def test_fields_stand_beside_one_another() -> None:
    """Nine of them on one scale, all of them in the table with links to land on."""
    (section,) = by_field(*year_of_fields(), "")
    figure = section.blocks[0]
    assert isinstance(figure, Figure)
    assert len(figure.chart.rows) == 9
    assert all(len(row["points"]) == row["length"] == 12 for row in figure.chart.rows)
    assert len(figure.table.rows) == 12
    assert all(cell.anchor for row in figure.table.rows for cell in row[1:])
    assert "3 lĩnh vực" in figure.below
    assert "từ tháng\u00a03/2026 đến tháng\u00a02/2027" in figure.below
