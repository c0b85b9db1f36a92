"""Honest months of a commune: what one leaves pending the next takes over, and every rate is that of its counts."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Work(NamedTuple):
    """What one field of one month brings: dossiers filed, those of them online, those late among the settled, and
    those still pending at its end.
    """

    filed: int
    online: int
    late: int
    pending: int


@dataclass(frozen=True)
class Month:
    """A month by fields ('' is all of them together where there is only one)."""

    first: dt.date
    fields: Mapping[str, Work]

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return (self.first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def following(first: dt.date, works: Sequence[Mapping[str, Work]]) -> Iterator[Month]:
    """Months one after the other."""
    for fields in works:
        month = Month(first, fields)
        yield month
        first = month.last + dt.timedelta(days=1)


def enter(folder: Path, months: Sequence[Month], before: Mapping[str, int]) -> None:
    """Type the months into the tables of a commune, a document each; `before` is what each field had pending."""
    pending = dict(before)
    for month in months:
        source = f"thang-{month.first:%Y-%m}"
        period = {"ky": f"tháng {month.first:%m/%Y}", "loai_ky": "trong_ky", "tu_ngay": f"{month.first}",
                  "den_ngay": f"{month.last}", "nguon": source, "vi_tri": "Biểu 1"}  # fmt: skip
        signed = f"{month.last + dt.timedelta(days=3)}"
        type_row(folder / "nguon.csv", {
            "nguon": source, "so_hieu": f"{month.first:%m}/BC-UBND", "ngay": signed, "co_quan": "Văn phòng",
            "ten": f"Báo cáo giả {period['ky']}", "tinh_trang": "co_so", "ngay_biet": signed,
            "doc_o_dau": "Không có thật",
        })  # fmt: skip
        rows = {name: _counts(work, pending.get(name, 0)) for name, work in month.fields.items()}
        pending |= {name: work.pending for name, work in month.fields.items()}
        whole = {name: sum(row[name] for row in rows.values()) for name in next(iter(rows.values()))}
        if len(rows) > 1:
            rows = {"": whole, **rows}
        for name, row in rows.items():
            own = {"linh_vuc": name} if name else {}
            counts = {column: str(value) for column, value in row.items()}
            type_row(folder / "tthc.csv", period | own | counts | {"gom_ky_truoc": "khong"})
        if whole["da_giai_quyet"]:
            rate = 100 * (whole["da_giai_quyet"] - whole["qua_han"]) / whole["da_giai_quyet"]
            cells = {"chi_tieu": "ty_le_dung_han", "gia_tri": f"{rate:.2f}%".replace(".", ",")}
            type_row(folder / "chi-tieu.csv", period | cells)


def _counts(work: Work, before: int) -> dict[str, int]:
    settled = work.filed + before - work.pending
    return {
        "tiep_nhan": work.filed + before, "moi": work.filed, "ky_truoc": before, "truc_tuyen": work.online,
        "truc_tiep_buu_chinh": work.filed - work.online, "da_giai_quyet": settled,
        "dung_va_truoc_han": settled - work.late, "qua_han": work.late, "dang_giai_quyet": work.pending,
        "dang_trong_han": work.pending, "dang_qua_han": 0,
    }  # fmt: skip


def type_row(table: Path, cells: Mapping[str, str]) -> None:
    """Append a row; columns that the table has not are left out."""
    with table.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    with table.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, header, restval="", extrasaction="ignore", lineterminator="\n").writerow(cells)
