"""`dinh-chinh.csv`: what a commune tells of figures that it has published: corrected, explained, counted in a new way.

A table of the commune's folder that has no sheet in the form; the form asks for the reason of what it changes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.language.vietnamese import read_date
from generator.model.choices import CORRECTIONS
from generator.model.history import REPLACING, Correction, Told
from generator.model.record import Record
from generator.tables.table import Column, Table

TABLE = Table(
    "dinh-chinh",
    "Đính chính",
    (
        Column("ma_so_cu", "Mã số cũ", required=True),
        Column("ma_so_moi", "Mã số mới"),
        Column("ngay", "Ngày đính chính", "date", required=True),
        Column("ly_do", "Lý do", required=True),
        Column("loai", "Loại", "choice", choices=CORRECTIONS),
    ),
    key=("ma_so_cu", "ma_so_moi", "ngay"),
    form_words="Mã số của số đã đăng mà nay sửa, đổi, rút hoặc cần giải thích: mã mới, ngày, lý do.",
)
"""Of a corrected value the new id is the old one; no new id means that the figure was withdrawn."""


def is_withheld(row: Record) -> bool:
    """Whether a row tells of a figure that must not be public: its id, which names what it measured, stays here."""
    return row.table == TABLE.name and row["loai"] == Told.WITHHELD


def corrections_in(rows: Iterable[Record]) -> tuple[Correction, ...]:
    """What the rows of a commune tell, in their order; without those that have no day."""
    own = ((row, read_date(row["ngay"])) for row in rows if row.table == TABLE.name)
    return tuple(correction(row, day) for row, day in own if day)


def correction(row: Record, day: dt.date) -> Correction:
    """What a row tells, without errors or with them; what explains a figure need not name it twice."""
    told = Told(row["loai"]) if row["loai"] in CORRECTIONS else Told.CORRECTED
    new = row["ma_so_moi"] or (row["ma_so_cu"] if told not in REPLACING else "")
    return Correction(row["ma_so_cu"], new, day, row["ly_do"], told)
