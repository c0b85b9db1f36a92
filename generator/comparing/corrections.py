"""Rules on `dinh-chinh.csv`: an id that was published leads to the figure in its place, or says that there is none;
what is told of a figure names one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.model.grouping import grouped
from generator.model.history import REPLACING, Told
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables import dinh_chinh

_ID = re.compile(r"[0-9x][0-9]{4}(\.[^.]+)+")


def corrections(records: Iterable[Record], ids: Collection[str]) -> Iterator[Problem]:
    """Each old id is one. One that is gone stands once and is no figure any more, its new id is that of a figure; a
    corrected value, which names one id twice, is a figure's or was; so is what is explained. `ids` are those of all
    figures.
    """
    rows = [row for row in records if row.table == dinh_chinh.TABLE.name]
    for own in grouped(rows, lambda row: row.file).values():
        gone: dict[str, Record] = {}
        for row in own:
            before = row["ma_so_cu"]
            is_gone = before and _tells(row) in REPLACING and not _stays(row)
            if is_gone and (first := gone.setdefault(before, row)) is not row:
                yield _wrong(row, "ma_so_cu", f"Mã số cũ “{before}” đã ghi ở dòng {first.line}.",
                             "Giữ một dòng cho mỗi mã số cũ, là dòng của lần đính chính sau cùng.")  # fmt: skip
        for row in own:
            yield from _of_row(row, gone, ids)


def _tells(row: Record) -> Told:
    return Told(row["loai"]) if row["loai"] in [*Told] else Told.CORRECTED


def _stays(row: Record) -> bool:
    """Whether a row tells of a new value of the same figure."""
    return row["ma_so_moi"] == row["ma_so_cu"]


def _of_row(row: Record, gone: Mapping[str, Record], ids: Collection[str]) -> Iterator[Problem]:
    before, after = row["ma_so_cu"], row["ma_so_moi"]
    if before and not _ID.fullmatch(before):
        yield _wrong(row, "ma_so_cu", f"“{before}” không có dạng của một mã số.",
                     "Chép lại mã số từ cột ma_so của so-lieu.csv đã đăng: mã xã, chỉ tiêu và các phần sau, ngăn bằng "
                     "dấu chấm.")  # fmt: skip
    elif _tells(row) not in REPLACING:
        yield from _told_of(row, gone, ids)
    elif _tells(row) is Told.WITHHELD and after:
        yield _wrong(row, "ma_so_moi", "Số đã gỡ vì không được công khai mà ở đây ghi một số thay nó.",
                     "Để trống ma_so_moi. Nếu số ấy chỉ đổi mã, không phải gỡ: ghi sua vào ô loai.")  # fmt: skip
        return
    elif _stays(row):
        if before not in {*ids, *gone}:
            yield _wrong(row, "ma_so_moi", f"Không có số liệu nào mang mã số “{after}”.",
                         "Ghi vào cả hai ô mã số đang đăng của số đã sửa. Số ấy nay đã rút hoặc đổi mã: thêm một dòng "
                         "nữa cho nó, ở ma_so_moi ghi mã mới hoặc để trống.")  # fmt: skip
    elif before in ids:
        yield _wrong(row, "ma_so_cu", f"Mã số “{before}” vẫn là của một số liệu đang đăng.",
                     "Chỉ sửa giá trị của nó: ghi lại chính mã số ấy vào ma_so_moi. Không sửa gì: xóa dòng này; nếu số "
                     "liệu ấy bị ghi lại nhầm thì xóa số liệu ấy.")  # fmt: skip
    if _stays(row) or _tells(row) not in REPLACING:
        return
    if after in gone:
        yield _wrong(row, "ma_so_moi", f"Mã số mới “{after}” đã đổi tiếp ở dòng {gone[after].line}.",
                     f"Ghi vào ma_so_moi mã số sau cùng{_last(gone, after)}; không còn số nào thay thì để "
                     "trống.")  # fmt: skip
    elif after and after not in ids:
        yield _wrong(row, "ma_so_moi", f"Không có số liệu nào mang mã số “{after}”.",
                     "Ghi vào ma_so_moi mã số đang đăng của số thay nó; số đã rút thì để trống ô.")  # fmt: skip


def _told_of(row: Record, gone: Mapping[str, Record], ids: Collection[str]) -> Iterator[Problem]:
    """What explains a figure, or says that it is counted in a new way, names figures that are published or were."""
    explains = _tells(row) is Told.EXPLAINED
    if explains and row["ma_so_moi"] and not _stays(row):
        yield _wrong(row, "ma_so_moi", "Dòng giải thích nói về một con số, mà ở đây ghi hai mã số khác nhau.",
                     "Để trống ma_so_moi; mỗi con số cần giải thích một dòng.")  # fmt: skip
        return
    for column in ("ma_so_cu", "ma_so_moi"):
        if row[column] and row[column] not in {*ids, *gone}:
            yield _wrong(row, column, f"Không có số liệu nào mang mã số “{row[column]}”.",
                         "Ghi vào ô này mã số của một số đang đăng, chép từ cột ma_so của so-lieu.csv.")  # fmt: skip


def _last(gone: Mapping[str, Record], id: str) -> str:
    """The id at the end of a chain of corrections, in words; '' where there is none."""
    seen = {id}
    while id in gone and (id := gone[id]["ma_so_moi"]) not in seen:
        seen.add(id)
    return f", là {id}" if id and id not in gone else ""


def _wrong(row: Record, column: str, message: str, remedy: str) -> Problem:
    return row.problem(column, "dinh-chinh-sai", message, remedy)
