"""Tables of many communes in the shape of what one-stop software exports: all numbers are made up."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

TITLES = (
    "ỦY BAN NHÂN DÂN THÀNH PHỐ",
    "BÁO CÁO TỔNG HỢP TÌNH HÌNH TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ",
    "(Từ ngày 01/05/2026 đến ngày 31/05/2026)",
)
TOP = (
    "STT", "Tên đơn vị", "Lĩnh vực", "Số hồ sơ tiếp nhận", "", "", "", "Số hồ sơ đã giải quyết", "", "", "",
    "Số hồ sơ đang giải quyết", "", "", "Tỷ lệ đúng hạn (%)", "Ghi chú",
)  # fmt: skip
BELOW = (
    "", "", "", "Tổng số", "Trực tuyến", "Trực tiếp, BCCI", "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn",
    "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn", "", "",
)  # fmt: skip
NUMBERING = tuple(f"({number})" for number in range(1, len(TOP) + 1))
MEANS = (
    "bo_qua", "xa", "linh_vuc", "tiep_nhan", "truc_tuyen", "truc_tiep_buu_chinh", "ky_truoc", "da_giai_quyet",
    "truoc_han", "dung_han", "qua_han", "dang_giai_quyet", "dang_trong_han", "dang_qua_han", "bo_qua", "ghi_chu",
)  # fmt: skip
SPANS = ((4, 7), (8, 11), (12, 14))
"""Columns over which a heading of the upper row stands."""
_COUNTS = slice(3, 14)
NOTES = ("Ghi chú: số liệu lấy từ hệ thống một cửa.", "Người lập biểu")


def counted(seed: int) -> list[int]:
    """Counts of one row that agree with each other."""
    early, right, late, due, over = 40 + seed, 20 + seed % 7, seed % 3, 5 + seed % 4, seed % 2
    done, open_ = early + right + late, due + over
    taken, before = done + open_, 3
    return [taken, taken - before - 4, 4, before, done, early, right, late, open_, due, over]


def rows_of(communes: Sequence[str], fields: Sequence[str] = ("Hộ tịch", "Đất đai")) -> list[list[object]]:
    """Rows as exports have them: of each commune its fields of work, then all of them together, and a row of sums."""
    made: list[list[object]] = []
    every = [0] * 11
    for number, name in enumerate(communes, 1):
        parts = [counted(10 * number + at) for at, _ in enumerate(fields)]
        whole = [sum(column) for column in zip(*parts, strict=True)] if fields else counted(number)
        made += [[number, name, field, *part, "97,5", ""] for field, part in zip(fields, parts, strict=True)]
        made.append([number, name, "Tổng số" if fields else "", *whole, "98,1", ""])
        every = [sum(pair) for pair in zip(every, whole, strict=True)]
    return [*made, ["", "Tổng cộng", "", *every, "98", ""]]


def workbook(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """The table with headings of two rows in merged cells, and a commune's name merged over its rows."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Tổng hợp"
    for line in (*((title,) for title in TITLES), (), TOP, BELOW, NUMBERING, *rows):
        page.append([cell if cell != "" else None for cell in line])
    for left, right in SPANS:
        page.merge_cells(start_row=5, end_row=5, start_column=left, end_column=right)
    for column in (1, 2, 3, 15, 16):
        page.merge_cells(start_row=5, end_row=6, start_column=column, end_column=column)
    first = 8
    start = first
    for at in range(first, first + len(rows) + 1):
        name = rows[at - first][1] if at - first < len(rows) else None
        if name != rows[start - first][1]:
            if at - start > 1:
                page.merge_cells(start_row=start, end_row=at - 1, start_column=2, end_column=2)
            start = at
            if name is None:
                break
    for number, note in enumerate(NOTES):
        page.cell(first + len(rows) + 2 + number, 2, note)
    book.save(path)
    return path


def text(path: Path, rows: Sequence[Sequence[object]], mark: str = ";") -> Path:
    """The same table as a file of text: of merged cells only the first holds the words."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=mark)
    above, below = [[title] for title in TITLES], [["", note] for note in NOTES]
    writer.writerows([*above, [], TOP, BELOW, NUMBERING, *rows, [], *below])
    path.write_text(made.getvalue(), encoding="utf-8-sig")
    return path
