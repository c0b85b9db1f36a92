"""A commune that tells only what a test types in: honest months, fields of work, and rows beside them."""

from __future__ import annotations

import calendar
import datetime as dt
import shutil
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from months import Work, enter, following, type_row
from support import ROOT

from generator.commune.survey import survey
from generator.model.commune import Commune
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.tables.all_tables import BY_NAME

FOLDER = Path("xa/19405-vinh-thuy")
DATE = dt.date(2030, 1, 1)
FIRST = dt.date(2026, 1, 1)
FIELDS = ("Hộ tịch", "Chứng thực", "Đất đai", "Bảo trợ xã hội", "Người có công", "Hộ kinh doanh", "Môi trường",
          "Giáo dục và đào tạo", "Văn hóa cơ sở", "Xây dựng", "Nông nghiệp", "Lao động, tiền lương")  # fmt: skip


class Data:
    """A folder of data with one commune and no row yet, to be filled and looked at."""

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        shutil.copytree(ROOT / "data" / "danh-muc", self.root / "danh-muc")
        shutil.copytree(ROOT / "data" / FOLDER, self.root / FOLDER)
        for table in (self.root / FOLDER).glob("*.csv"):
            head = table.read_text(encoding="utf-8").partition("\n")[0]
            table.write_text(f"{head}\n", encoding="utf-8")

    def months(self, works: Sequence[Work], first: dt.date = FIRST, fields: Sequence[str] = ("",)) -> Data:
        """Type months in, one after the other; of several fields each has the same work."""
        told = [dict.fromkeys(fields, work) for work in works]
        enter(self.root / FOLDER, list(following(first, told)), dict.fromkeys(fields, 5))
        return self

    def document(self, name: str, day: str) -> Data:
        """Register a document of a day."""
        type_row(self.root / FOLDER / "nguon.csv", {
            "nguon": name, "so_hieu": f"{name}/BC-UBND", "ngay": day, "co_quan": "Văn phòng", "ten": f"Báo cáo {name}",
            "tinh_trang": "co_so", "ngay_biet": day, "doc_o_dau": "Không có thật",
        })  # fmt: skip
        return self

    def row(self, table: str, **cells: object) -> Data:
        """Type one row of a table in."""
        usual = {"loai_ky": "trong_ky", "vi_tri": "Biểu 1", "gom_ky_truoc": "khong"}
        text = {name: str(cell) for name, cell in cells.items()}
        path = self.root / FOLDER / f"{table}.csv"
        if not path.exists():
            path.write_text(",".join(column.name for column in BY_NAME[table].columns) + "\n", encoding="utf-8")
        type_row(path, usual | text)
        return self

    def to_date(self, year: int, month: int, settled: int, late: int, kind: str = "luy_ke") -> Data:
        """A report of what was settled since new year."""
        day = f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"
        name = f"luy-ke-{year}-{month:02}"
        return self.document(name, day).row(
            "tthc", ky=f"{month} tháng đầu năm {year}", loai_ky=kind, tu_ngay=f"{year}-01-01", den_ngay=day,
            da_giai_quyet=settled, dung_va_truoc_han=settled - late, qua_han=late, nguon=name,
        )  # fmt: skip

    def view(self) -> tuple[View, Commune]:
        """What pages are composed from."""
        view = view_of(survey(self.root, ["19405"], DATE), DATE)
        (commune,) = view.dataset.communes
        return view, commune


def work(month: int, settled: int = 400, late: int | None = None) -> Work:
    """An ordinary month."""
    return Work(settled, settled - month % 9, month % 7 if late is None else late, 5)


@cache
def year_of_fields(count: int = 14) -> tuple[View, Commune]:
    """Months with all fields."""
    return Data().months([work(month, 40) for month in range(count)], fields=FIELDS).view()
