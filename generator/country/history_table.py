"""The published table of what was published before: each value that a figure had, from when to when, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.country.csv_text import published_text
from generator.model.history import VALUE, History
from generator.pieces.view import View

FILE = "du-lieu/lich-su.csv"
"""Where it stands, on the site and below each commune."""
COLUMNS = ("ma_so", "ma_xa", *VALUE, "tu_ngay_dang", "den_ngay_dang", "lan_ghi", "lan_ghi_sau", "ly_do", "ly_do_sau")
WORDS = {
    "tu_ngay_dang": "ngày giá trị này được ghi vào kho số liệu",
    "den_ngay_dang": "ngày giá trị này được sửa hoặc rút; trống là đang đăng",
    "lan_ghi": "mã lần ghi (commit của git) đưa giá trị này vào; trống là chưa ghi vào kho",
    "lan_ghi_sau": "mã lần ghi sửa hoặc rút giá trị này; trống là đang đăng, hoặc lần sửa chưa ghi vào kho",
    "ly_do": "vì sao giá trị này thay giá trị trước; trống là giá trị đầu tiên, hoặc không ai ghi lý do",
    "ly_do_sau": "vì sao giá trị này được sửa hoặc rút",
}
"""Meaning of the columns that the table of figures does not have."""
DAYS = frozenset({"tu_ngay_dang", "den_ngay_dang"})


def history_text(view: View) -> str:
    """The values that the figures of a view's one commune had; those that git knows of."""
    return published_text(COLUMNS, _rows(view.history))


def _rows(history: History) -> Iterator[Sequence[object]]:
    for span in history.spans:
        since, until = span.since, span.until
        yield (
            span.id, span.cell("ma_xa"), *span.value, since.day, until.day if until else "", since.commit,
            until.commit if until else "", since.reason, until.reason if until else "",
        )  # fmt: skip
