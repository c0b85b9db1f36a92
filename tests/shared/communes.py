"""A made-up commune, of the tables that a test writes down; the catalogue is the project's own."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from support import BASE, COMMUNE

from generator.commune.survey import survey
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.tables.all_tables import BY_NAME

DAY = dt.date(2026, 10, 1)
SOURCES = """nguon,so_hieu,ngay,co_quan,ten,tinh_trang,ngay_biet,doc_o_dau
bc-6,30/BC-UBND,05/07/2026,UBND xã Hoằng Sơn,Báo cáo giả 6 tháng,co_so,05/07/2026,Không có thật
bc-9,31/BC-UBND,05/10/2026,UBND xã Hoằng Sơn,Báo cáo giả 9 tháng,co_so,05/10/2026,Không có thật
"""
PERIOD = {
    "ky": "6 tháng đầu năm 2026", "loai_ky": "trong_ky", "tu_ngay": "01/01/2026", "den_ngay": "30/06/2026",
    "nguon": "bc-6", "vi_tri": "Mục I",
}  # fmt: skip


def made(folder: Path, **tables: list[dict[str, str]]) -> Path:
    """A data folder with one commune and these tables (`tthc=[row, …]`, `_` for `-`); each row is of six months."""
    own = folder / "data" / COMMUNE
    shutil.copytree(BASE / COMMUNE, own, ignore=shutil.ignore_patterns("*.csv"))
    (own / "nguon.csv").write_text(SOURCES, encoding="utf-8")
    for name, rows in tables.items():
        table = BY_NAME[name.replace("_", "-")]
        columns = [column.name for column in table.columns]
        lines = [",".join(columns)]
        for row in rows:
            cells = {key: value for key, value in PERIOD.items() if key in columns} | row
            lines.append(",".join(f'"{cells.get(column, "")}"' for column in columns))
        (own / table.file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "data"


def viewed(data: Path) -> View:
    examined = survey(data)
    assert not examined.broken, examined.problems
    return view_of(examined, DAY)
