"""“Lấy ở đâu” quotes the place where this number stands, not the sentence of another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT, lay_over, replace

from generator.commune.survey import survey
from generator.language.numbers import MONEY, PERCENT, show_number
from generator.language.places import BETWEEN, holds, places, quotations, together, unquoted, where
from generator.model.figure import Figure, Kind
from generator.model.grouping import grouped

pytestmark = pytest.mark.slow

COUNTS = "Tổng số: 2.842 hồ sơ, tiếp nhận mới 2.800 hồ sơ, kỳ trước chuyển qua 42 hồ sơ"


@pytest.mark.parametrize(
    ("words", "printed", "unit"),
    [
        (COUNTS, "2.842", "hồ sơ"),
        (COUNTS, "42", "hồ sơ"),
        ("tiếp nhận 2842 hồ sơ", "2.842", "hồ sơ"),
        ("03 buổi tuyên truyền", "3", "buổi"),
        ("quá hạn 3 hồ sơ", "03", "hồ sơ"),
        ("tổng kinh phí là 0,316 tỷ đồng", "316 triệu đồng", MONEY),
        ("tổng kinh phí 316.000.000 đồng", "0,316 tỷ đồng", MONEY),
        ("135,4 được giao cho phòng", "135,4 triệu đồng", MONEY),
        ("1.274 triệu đồng", "1.274 triệu đồng", MONEY),
        ("đạt 99,60%", "99,6%", PERCENT),
        ("99.98%", "99.98%", PERCENT),
        ("5 tổ chức và 07/10 cá nhân", "07/10", "người"),
        ("được 4.805/5.196 hồ sơ", "4.805/5.196", "hồ sơ"),
        ("tiết kiệm khoảng 55%–60% chi phí", "khoảng 55%–60%", PERCENT),
        ("chỉ số đạt từ 80% đến 90%", "80%–90%", PERCENT),
        ("đạt từ 98% trở lên", "từ 98% trở lên", PERCENT),
        ("không phát sinh phản ánh", "Không phát sinh", "phản ánh"),
        ("Chưa có cán bộ chuyên trách", "0", "người"),
        ("xã chưa ban hành được các cơ chế", "chưa ban hành được", "văn bản"),
    ],
)
def test_words_hold_a_number(words: str, printed: str, unit: str) -> None:
    assert holds(words, printed, unit)


@pytest.mark.parametrize(
    ("words", "printed", "unit"),
    [
        (COUNTS, "2.822", "hồ sơ"),
        (COUNTS, "84", "hồ sơ"),
        (COUNTS, "2", "hồ sơ"),
        ("đến ngày 15/6/2026", "15", "hồ sơ"),
        ("đến ngày 15/6/2026", "6", "hồ sơ"),
        ("thực hiện Nghị quyết số 57-NQ/TW, Kế hoạch 635/KH-UBND", "57", "nhiệm vụ"),
        ("phủ sóng 4G", "4", "nhà mạng"),
        ("tổng kinh phí là 0,316 tỷ đồng", "31,6 triệu đồng", MONEY),
        ("5 tổ chức và 07/10 cá nhân", "07/11", "người"),
        ("có 20 hồ sơ", "0", "hồ sơ"),
        ("đạt 99,89%", "99,8%", PERCENT),
    ],
)
def test_words_do_not_hold_another(words: str, printed: str, unit: str) -> None:
    assert not holds(words, printed, unit)


@pytest.mark.parametrize(
    ("place", "quoted"),
    [
        ("Mục II.1.a: “tiếp nhận 2.842 hồ sơ”", ("tiếp nhận 2.842 hồ sơ",)),
        ("Mục IV: điểm 6, “đảm bảo 100%”", ("đảm bảo 100%",)),
        ("Phụ lục 02: dòng 5, cột “Kết quả năm 2025”", ()),
        ("Phụ lục 02: dòng 5, cột “Kết quả năm 2025”: “80%”", ("80%",)),
        ("Mục 5: bảng, dòng 1 “Số hóa”, cột “Năm 2026 (đến 10/6)”, “Kết quả”: “100%”", ("100%",)),
        ("Mục I: “phong trào “Bình dân học vụ số” có 3 đợt”", ("phong trào “Bình dân học vụ số” có 3 đợt",)),
        ("Mục I: “bảng chỉ tiêu có 3 cột số”", ("bảng chỉ tiêu có 3 cột số",)),
        ("Mục II", ()),
    ],
)
def test_names_of_rows_and_columns_are_no_quotations(place: str, quoted: tuple[str, ...]) -> None:
    assert quotations(place) == quoted


def test_of_several_places_those_of_the_number_are_told() -> None:
    first, second, third = f"Mục 1: “{COUNTS}”", "Mục 1: “giải quyết 2.822 hồ sơ”", "Phụ lục: cột “Đã xong”: “2.822”"
    text = BETWEEN.join((first, second, third))
    assert where(text, ("42",), "hồ sơ") == first
    assert where(text, ("2.822",), "hồ sơ") == BETWEEN.join((second, third))
    assert where(text, ("7",), "hồ sơ") == text
    assert where(text, ("42", "7"), "hồ sơ") == text
    assert where(text, (), "hồ sơ") == text
    assert together((where(text, ("42",), "hồ sơ"), text)) == text


@given(st.lists(st.text(st.sampled_from("ab 12“”|:cột"), max_size=20), min_size=1, max_size=4), st.integers(0, 10**9))
def test_no_place_is_invented_nor_all_lost(texts: list[str], number: int) -> None:
    """Whatever stands in the cell: what is told is some of its places in their order, never none."""
    text, printed = BETWEEN.join(texts), show_number(number)
    told = places(where(text, (printed,), "hồ sơ"))
    rest = iter(places(text))
    assert told
    assert all(place in rest for place in told)
    assert unquoted(f"Mục 1: “có {printed} hồ sơ”", printed, "hồ sơ") is False


def test_a_figure_is_published_with_its_own_place(tmp_path: Path) -> None:
    """In one row each count has its own words; a rate that we compute has those of both its counts."""
    data = lay_over("co-so", tmp_path)
    quoted = "Mục 1: “tiếp nhận 420 hồ sơ” | Mục 1: “giải quyết 400 hồ sơ” | Mục 1: “396 hồ sơ đúng hẹn”"
    replace(data / "xa/15910-hoang-son/tthc.csv", "Mục 1", quoted)
    told = {
        figure.topic.indicator: figure.trace.place for figure in survey(data).figures if "tthc" in figure.trace.file
    }
    assert told["ho_so_tiep_nhan"] == "Mục 1: “tiếp nhận 420 hồ sơ”"
    assert told["ho_so_da_giai_quyet"] == "Mục 1: “giải quyết 400 hồ sơ”"
    assert told["ho_so_qua_han"] == quoted
    assert set(places(told["ty_le_dung_han"])) == {"Mục 1: “giải quyết 400 hồ sơ”", "Mục 1: “396 hồ sơ đúng hẹn”"}


def test_each_number_of_the_communes_stands_in_its_quotation() -> None:
    """But for a count of people whom a document names, and whose names are left out."""
    own = [f for f in survey(ROOT / "data").figures if f.kind is not Kind.COMPUTED and f.has_value]
    assert len(own) > 250
    alone = [figure.id for figure in own if not quoted(figure)]
    assert [id.partition(".")[0] for id in alone] == ["x0001"]


def quoted(figure: Figure) -> bool:
    words = (words for place in places(figure.trace.place) for words in quotations(place))
    return any(holds(quotation, figure.value.printed, figure.unit) for quotation in words)


def test_no_rate_is_one_printed_number_by_itself() -> None:
    """Two counts read from one number of a sentence would give 100 % of nothing: 489 posted of 489."""
    examined = survey(ROOT / "data")
    counts = [f for f in examined.figures if f.kind is Kind.REPORTED and f.has_value and not f.is_ratio]
    same = grouped(counts, lambda f: (f.commune, f.source, f.number, f.trace.place))
    together_read = [{f.topic.indicator for f in own} for own in same.values()]
    assert examined.shared.catalogue
    formulas = [one for indicator in examined.shared.catalogue.indicators.values() for one in indicator.formulas]
    assert formulas
    assert [one.words for one in formulas if {one.numerator, one.denominator} in together_read] == []


def test_each_target_has_its_own_words() -> None:
    """A sentence with two aims gives each its part, so that neither is shown with the number of the other."""
    examined = survey(ROOT / "data")
    targets = [row for row in examined.records if row.table == "muc-tieu"]
    assert len(targets) > 40
    said = grouped(targets, lambda row: (row.commune, row["nguon"], row["giai_doan"], row["noi_dung"]))
    assert [key for key, own in said.items() if len(own) > 1] == []
