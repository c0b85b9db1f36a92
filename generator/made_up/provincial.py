"""What a made-up province publishes of itself: a plan with targets for its communes and itself, quarterly reports."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence

from generator.language.vietnamese import lowered
from generator.made_up.months import LAST, Month, window
from generator.made_up.rows import Row, from_place, number, percent, within

_AIMS = (
    ("tung_xa", "ty_le_dung_han", 97, "Mỗi xã, phường giải quyết đúng và trước hạn từ {} hồ sơ"),
    ("tung_xa", "ty_le_cb_boi_duong_ky_nang_so", 80, "Mỗi xã, phường bồi dưỡng kỹ năng số cho từ {} cán bộ"),
    ("ca_tinh", "ty_le_thanh_toan_truc_tuyen", 55, "Cả tỉnh có từ {} hồ sơ thanh toán trực tuyến"),
)
"""What the plan aims at: for whom, in what, from which level on, in which words."""
_PLAN = "ke-hoach-tinh"


def tables(seed: int, code: str, name: str, months: int) -> dict[str, list[Row]]:
    """The rows of each table of the province of an official code and name, whose reports tell of the same months as
    those of its communes.
    """
    chance = random.Random(f"{seed}-{code}-province")
    quarters = [month for month in window(months) if month.number % 3 == 0]
    return {
        "nguon": list(_documents(lowered(name), quarters)),
        "chi-tieu": [row for month in quarters for row in _figures(month, chance)],
        "muc-tieu-tinh": list(_aims(chance)),
    }


def _documents(name: str, quarters: Sequence[Month]) -> Iterator[Row]:
    day = dt.date(LAST.year, 1, 12)
    title = f"Kế hoạch mẫu của tỉnh về chuyển đổi số năm {LAST.year}"
    yield _document(_PLAN, f"7/KH-UBND-{LAST.year}", name, title, day, day, "")
    for month in quarters:
        title = f"Báo cáo mẫu của tỉnh về thủ tục hành chính {month.quarter_words}"
        issued = month.end + dt.timedelta(12)
        so_hieu = f"{20 + month.number}/BC-UBND-{month.year}"
        yield _document(_report(month), so_hieu, name, title, issued, month.end, month.quarter_words)


def _document(id: str, so_hieu: str, name: str, title: str, issued: dt.date, known: dt.date, words: str) -> Row:
    return {
        "nguon": id, "so_hieu": so_hieu, "ngay": issued, "co_quan": f"UBND {name}", "ten": title,
        "tinh_trang": "co_so", "ky": words, "ngay_biet": known,
        "doc_o_dau": "Không đọc được ở đâu: dữ liệu giả để thử", "ghi_chu": "Văn bản không có thật.",
    }  # fmt: skip


def _report(month: Month) -> str:
    return f"bao-cao-tinh-{month.year}-{month.number:02}"


def _figures(month: Month, chance: random.Random) -> Iterator[Row]:
    days = within(month.moved(-2).start, month.end, month.quarter_words)
    settled = chance.randint(60_000, 90_000)
    for order, (indicator, value) in enumerate((
        ("ho_so_da_giai_quyet", number(settled)),
        ("ty_le_dung_han", percent(chance.uniform(96, 99.5))),
        ("ty_le_thanh_toan_truc_tuyen", percent(chance.uniform(45, 65))),
    ), 1):  # fmt: skip
        yield {"chi_tieu": indicator, "gia_tri": value} | days | from_place(_report(month), f"Mục {order}")


def _aims(chance: random.Random) -> Iterator[Row]:
    for order, (whom, indicator, least, words) in enumerate(_AIMS, 1):
        level = f"{least + chance.randint(0, 2)}%"
        yield {
            "ma": f"kh-{LAST.year}-{order}", "cho": whom, "chi_tieu": indicator, "giai_doan": f"Năm {LAST.year}",
            "tu_ngay": dt.date(LAST.year, 1, 1), "den_ngay": dt.date(LAST.year, 12, 31), "so_sanh": ">=",
            "gia_tri": level, "noi_dung": words.format(level),
        } | from_place(_PLAN, f"Mục II.{order}")  # fmt: skip
