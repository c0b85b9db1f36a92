"""Rules on `dinh-chinh.csv`: an id that was published leads to the figure in its place, or says that there is none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.model.dataset import Dataset
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables import dinh_chinh

_ID = re.compile(r"[0-9x][0-9]{4}(\.[^.]+)+")


def corrections(dataset: Dataset, ids: Collection[str]) -> Iterator[Problem]:
    """Each old id is one, stands once and is no figure any more; each new id is that of a figure; `ids` are those of
    all figures.
    """
    rows = [row for row in dataset.records if row.table == dinh_chinh.TABLE.name]
    for own in grouped(rows, lambda row: row.file).values():
        old: dict[str, Record] = {}
        for row in own:
            if row["ma_so_cu"] and (first := old.setdefault(row["ma_so_cu"], row)) is not row:
                yield _wrong(row, "ma_so_cu", f"Mã số cũ “{row['ma_so_cu']}” đã ghi ở dòng {first.line}.",
                             "Giữ một dòng cho mỗi mã số cũ, là dòng của lần đính chính sau cùng.")  # fmt: skip
        for row in own:
            yield from _of_row(row, old, ids)


def _of_row(row: Record, old: dict[str, Record], ids: Collection[str]) -> Iterator[Problem]:
    before, after = row["ma_so_cu"], row["ma_so_moi"]
    if before and not _ID.fullmatch(before):
        yield _wrong(row, "ma_so_cu", f"“{before}” không có dạng của một mã số.",
                     "Chép lại mã số từ cột ma_so của so-lieu.csv đã đăng: mã xã, chỉ tiêu và các phần sau, ngăn bằng "
                     "dấu chấm.")  # fmt: skip
    elif before in ids:
        yield _wrong(row, "ma_so_cu", f"Mã số “{before}” vẫn là của một số liệu đang đăng.",
                     "Xóa dòng này; nếu số liệu ấy bị ghi lại nhầm thì xóa số liệu ấy.")  # fmt: skip
    if after in old:
        yield _wrong(row, "ma_so_moi", f"Mã số mới “{after}” đã đổi tiếp ở dòng {old[after].line}.",
                     f"Ghi vào ma_so_moi mã số sau cùng{_last(old, after)}; không còn số nào thay thì để "
                     "trống.")  # fmt: skip
    elif after and after not in ids:
        yield _wrong(row, "ma_so_moi", f"Không có số liệu nào mang mã số “{after}”.",
                     "Ghi vào ma_so_moi mã số đang đăng của số thay nó; số đã rút thì để trống ô.")  # fmt: skip


def _last(old: dict[str, Record], id: str) -> str:
    """The id at the end of a chain of corrections, in words; '' where there is none."""
    seen = {id}
    while id in old and (id := old[id]["ma_so_moi"]) not in seen:
        seen.add(id)
    return f", là {id}" if id and id not in old else ""


def _wrong(row: Record, column: str, message: str, remedy: str) -> Problem:
    return row.problem(column, "dinh-chinh-sai", message, remedy)
