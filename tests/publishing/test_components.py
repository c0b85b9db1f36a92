"""The marks of each component, alone: one small expected file each, beside the whole pages of `test_golden`.

`mong-doi/{name}.html` is what the templates make of a block of made-up words. UPDATE_GOLDEN=1 writes them anew.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from support import remaking

from generator.charts.draw import Chart
from generator.pieces.blocks import (
    Answer,
    Answers,
    Block,
    Code,
    Figure,
    Grid,
    Items,
    Notice,
    Page,
    Prose,
    SearchBox,
    Section,
)
from generator.pieces.chart_words import row
from generator.pieces.dot_map import Apart, DotMap, Dots, Key, Linked, Look, Named, Spot
from generator.pieces.drawn_tables import Beside, Bullet, Bullets, Calendar, CalendarRow, Entries, Entry, Strip
from generator.pieces.row_blocks import Blanks, Cell, Fact, Link, Passport, Passports, Periods, Row, Rows, State, Told
from generator.publishing.render import environment, page_text

EXPECTED = Path(__file__).with_name("mong-doi")
LINK = Link("Báo cáo 6 tháng", "../nguon-so-lieu/bc-6/")
NUMBER = Cell("2.822", "number", "hồ sơ", LINK, "s-1", "2822")
ROWS = tuple(row(label=label, value=value, text=f"{value}%") for label, value in (("Đúng hẹn", 99), ("Trễ hẹn", 1)))
CHART = Chart("bars", "99 % đúng hẹn", "Đúng hẹn: 99%; Trễ hẹn: 1%.", ROWS)
MISSING = Cell("chưa có số", "missing")
GRID = Grid("Hồ sơ đã trả", ("Nội dung", "Số hồ sơ"), ((Cell("Đúng hẹn"), NUMBER), (Cell("Trễ hẹn"), MISSING)))
TOLD = Told("s-1", "99,89%", "Máy tính lại: 2.819/2.822", "co", "đến 18/05/2026", LINK, "Mục 2: “đạt 99,89%”")
ROW = Row("Tỷ lệ đúng hẹn", (TOLD,), "99,89%", "co", "đến 18/05/2026")
ANSWER = Answer("Hồ sơ có đúng hẹn không?", "99,89%", "đến 18/05/2026", "2.819 trên 2.822 hồ sơ đúng hẹn.", LINK)

COMPONENTS: dict[str, Block] = {
    "prose": Prose("Trong 2.822 hồ sơ, 3 hồ sơ trễ *hẹn* <b>."),
    "prose-lead": Prose("Xã trả hồ sơ có đúng hẹn không?", "lead"),
    "prose-small-link": Prose("Xem thêm.", "small", LINK),
    "notice-missing": Notice("Chưa có số liệu", "Chưa có số không có nghĩa là bằng không.", "missing", LINK),
    "notice-differ": Notice("Hai văn bản, hai số", "99% và 97%.", "differ"),
    "notice-info": Notice("Cách đọc", "Lũy kế từ đầu năm."),
    "answer": Answers((ANSWER,)),
    "answer-missing": Answers((replace(ANSWER, number="Chưa có số", missing=True),)),
    "answer-details": Answers((replace(ANSWER, details=(("Giờ", "7:30–16:30"),), outside=LINK),)),
    "row": Rows((ROW,)),
    "row-common": Rows((ROW,), LINK, "đến 18/05/2026"),
    "row-aside": Rows((replace(ROW, aside="chưa kể hồ sơ kỳ trước"),)),
    "row-changes": Rows((replace(ROW, change="Tăng 1,31 so với tháng trước (98,58%)", whole=LINK),)),
    "row-aim": Rows((replace(ROW, aim=State("dat", "mục tiêu 95%: đạt")),)),
    "row-spark": Rows((replace(ROW, spark="<svg></svg>"),)),
    "row-doubt": Rows((replace(ROW, doubt="Chưa khớp", notes=("Chưa khớp: 99% và 97%.",)),)),
    "row-question": Rows((replace(ROW, question="Bao nhiêu hồ sơ đúng hẹn?", links=(LINK,)),)),
    "row-missing": Rows((replace(ROW, value="để trống", state="chua_co"),)),
    "row-words": Rows((replace(ROW, value="đã cơ bản xong", state="khong_luong_hoa"),)),
    "row-without-source": Rows((replace(ROW, figures=(replace(TOLD, source=None, place="", mark=""),)),)),
    "row-of-two-periods": Rows((replace(ROW, figures=(TOLD, replace(TOLD, anchor="s-2", notes=("Cả năm.",)))),)),
    "blanks": Blanks((("Số máy tính", ("s-1", "s-2")), ("Số Tổ công nghệ số", ("s-3",))), "Văn phòng báo cáo."),
    "blanks-said": Blanks((("Số máy tính", ("s-1",)),), ""),
    "passport": Passports((
        Passport("K7M2-PQRS", "Hồ sơ quá hạn", "3 hồ sơ", "tháng 6/2026", (
            Fact("Văn bản in", "“03”; đơn vị: hồ sơ"),
            Fact("Xem thêm", "", (Link("chỉ tiêu này là gì", "../chi-tieu/a/"), Link("các kỳ khác", "../b/#s-1"))),
            Fact("Cách tính", "quá hạn trên tổng. Từ:", (Link("Tổng: 40 hồ sơ", "#AAAA-AAAA"),)),
        )),
    )),
    "passport-elsewhere": Passports((Passport("K7M2-PQRS", "Hồ sơ quá hạn", "3 hồ sơ", "2026", there="2/#K7M2-PQRS"),)),
    "periods": Periods("Tỷ lệ đúng hẹn", (TOLD, replace(TOLD, anchor="s-2", period="năm 2025"))),
    "bullets": Bullets("Theo nhóm", ("Nhóm", "Tỷ lệ"), (Bullet((Cell("Cán bộ"), Cell("90%")), "90", ("80",), "70"),)),
    "bullets-below": Bullets("Theo nhóm", ("Nhóm", "Tỷ lệ"), (Bullet((Cell("Cán bộ"), Cell("90%"))),), "Dải: tỷ lệ.",
                             "Nguồn: Báo cáo."),
    "table": GRID,
    "table-of-its-section": replace(GRID, caption="Phần"),
    "table-state": Grid("Mục tiêu", ("Mục tiêu", "Kết quả"), ((Cell("95%"), Cell("đạt", "state", "đến 31/12/2026")),)),
    "chart": Figure(CHART, GRID, "Nguồn: Báo cáo 6 tháng.", below="Số hồ sơ"),
    "chart-legend": Figure(replace(CHART, legend=("Đúng hẹn", "Trễ hẹn")), GRID, "Nguồn: Báo cáo 6 tháng."),
    "calendar": Calendar(
        "Các tháng 12/2025 đến 03/2026", (("2025", 1), ("2026", 3)), ("12", "1", "2", "3"),
        (CalendarRow("Thủ tục hành chính", (("", ""), ("●", "01/2026: đúng hạn"), ("▲", "02/2026: muộn 2 ngày"),
                                           ("✕", "03/2026: chưa có"))),),
        (("●", "đã có"), ("▲", "có, nhưng muộn"), ("✕", "tới hạn mà trang chưa có")),
    ),
    "map": DotMap(
        "Bản đồ chấm: 1 nơi có số liệu.", 700, 500, (Dots(Look.NOTHING, "m30 40h0m-21 10h0"),),
        (Linked(Look.LATE, Spot(350, 80), Link("Xã A: đã lâu chưa có số mới", "../a/")),),
        (Key(Look.LATE, "đã lâu chưa có số mới: 1", 1), Key(Look.NOTHING, "chưa có số liệu: 2", 2)),
        "Mỗi chấm là điểm giữa.", (Named(Spot(175, 472), "Đảo B"),), (Apart(Spot(6, 400), 338, 92),),
    ),
    "strip": Strip('<svg class="strip"></svg>', "Mỗi vòng tròn một nơi."),
    "communes": Entries("Xếp theo tên.", (
        Entry(LINK, "98,9%", "tháng 6/2026", "<svg></svg>", state=State("◐", "đang đạt"), notes=("Tăng.",)),
        Entry(LINK, "2/3", months="●·●", months_said="Có số của 2 trong 3 tháng"),
    )),
    "beside": Beside(),
    "list": Items((Prose("Việc thứ nhất."), Prose("Việc thứ hai.", "", LINK))),
    "list-of-a-link": Items((Prose("", "", LINK),)),
    "list-links": Items((Prose("", "", LINK),), "links"),
    "list-letters": Items((Prose("", "", Link("A", "#a")), Prose("", "", Link("Ă", "#aw"))), "letters"),
    "list-names": Items((Prose("98,9%", "", LINK), Prose("", "", LINK)), "names"),
    "list-running": Items((Prose("", "", LINK), Prose("Xã B")), "running"),
    "list-quotes": Items((Prose("“Người dân ít dùng dịch vụ số.”", "", LINK),), "quotes"),
    "code": Code("Python", 'print("<b>")\nprint(1)\n'),
    "search": SearchBox("danh-sach/", "Tên xã", "vinh thuy"),
}  # fmt: skip
"""Name of the expected file to the block."""


@cache
def drawn() -> dict[Chart, str]:
    with_chart = [block.chart for block in COMPONENTS.values() if isinstance(block, Figure)]
    return dict.fromkeys(with_chart, "<svg></svg>")


def text_of(*blocks: Block, folded: tuple[Block, ...] = ()) -> str:
    """The part of a page below its title that one section makes."""
    page = Page("a/", "Trang", "Một trang.", sections=(Section("Phần", "phan", blocks, folded, "Xem thêm"),))
    _, _, text = page_text(environment(), page, drawn()).partition("## ")
    assert text
    return f"## {text}"


def compare(name: str, text: str) -> None:
    path = EXPECTED / f"{name}.html"
    if remaking():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_has_its_marks(name: str) -> None:
    compare(name, text_of(COMPONENTS[name]))


def test_what_is_folded_waits_behind_its_line() -> None:
    compare("folded", text_of(Prose("Trước."), folded=(Prose("Sau."), COMPONENTS["table"])))


def test_every_kind_of_block_is_held() -> None:
    """No kind without its file, no file without its kind, no two kinds alike."""
    assert {type(block) for block in COMPONENTS.values()} == set(get_args(Block))
    assert {path.stem for path in EXPECTED.iterdir()} == {*COMPONENTS, "folded"}
    texts = [path.read_text(encoding="utf-8") for path in EXPECTED.iterdir()]
    assert len(set(texts)) == len(texts)
