"""What a commune's own figures leave its pages as: a table for programs, a workbook for Excel, a short JSON.

A table that Excel opens is made for the whole site only: of one commune the workbook does that in a fifth of the bytes.
The JSON leaves out what only the table proves (place, note, id), and says once what the points of a series share: a
third of the table.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from generator.country import open_data
from generator.country.csv_text import plain
from generator.country.json_series import POINT, compact, in_series
from generator.country.published_table import Published, Type
from generator.country.published_tables import FIGURES, HISTORY, INDICATORS, OF_COMMUNES, row_of_indicator
from generator.country.workbook import Sheet, workbook
from generator.language.vietnamese import kind_of
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.model.published_columns import published
from generator.pieces.addresses import where
from generator.pieces.downloads import JSON, TABLE, WORKBOOK
from generator.pieces.view import View

_T = TypeVar("_T")

FACTS = "Con số là sự kiện trong văn bản công khai, ai cũng dùng được; phần sưu tập, đối chiếu của trang theo giấy phép"
_NARROW, _WIDE, _TEXT = 14, 24, 60
"""Letters that a column of a sheet shows."""
_NAME = ("ten_chi_tieu", "tên chỉ tiêu")
"""A column that the sheet of figures has besides, so that nobody must look up a code."""
COLUMNS = (
    "phan_to", "loai", "giai_doan", "loai_ky", "tu_ngay", "den_ngay", "so_sanh", "gia_tri", "gia_tri_den", "don_vi",
    "tinh_trang", "nguon", "noi_dung",
)  # fmt: skip
"""What the JSON tells of a figure of an indicator."""


def files(view: View, commune: Commune) -> dict[str, str | bytes]:
    """All of them, by their addresses."""
    return {
        f"{commune.address}{TABLE}": open_data.figures_text(view, commune),
        f"{commune.address}{WORKBOOK}": workbook(list(sheets(view, commune))),
        f"{commune.address}{JSON}": in_short(view, commune),
        f"{commune.address}{HISTORY.file}": open_data.history_text(view),
    }


# --- the workbook -------------------------------------------------------------------------------


def sheets(view: View, commune: Commune) -> Iterator[Sheet]:
    """Explanations, figures, then each other table that has rows, and the indicators that the figures name."""
    told = {
        table: [list(map(plain, row)) for row in open_data.rows(view, commune, table)]
        for table in OF_COMMUNES
        if table is not HISTORY
    }
    shown = [table for table, rows in told.items() if rows or table is FIGURES]
    yield _explanations(view, commune, [*shown, INDICATORS])
    for table in shown:
        yield _of_figures(view, told[table]) if table is FIGURES else _sheet(table, told[table])
    used = set(map(_code, told[FIGURES]))
    indicators = view.dataset.catalogue.indicators.values()
    yield _sheet(INDICATORS, [row_of_indicator(one) for one in indicators if one.id in used])


def _sheet(table: Published, rows: Sequence[Sequence[str]]) -> Sheet:
    return Sheet(table.title, _columns(table), rows)


def _columns(table: Published) -> list[tuple[str, Type, int]]:
    return [(field.name, field.type, _width(field.name, field.type)) for field in table.fields]


def _width(name: str, type: Type) -> int:
    if type != "string" or name.startswith(("ma_", "loai", "tinh_trang", "so_sanh")):
        return _NARROW
    return _TEXT if name in ("noi_dung", "vi_tri", "cau", "ten", "trich_yeu", "ten_chi_tieu") else _WIDE


def _of_figures(view: View, rows: Sequence[Sequence[str]]) -> Sheet:
    """The table of figures with the names of their indicators beside the codes."""
    columns = _with_name(_columns(FIGURES), (_NAME[0], "string", _TEXT))
    return Sheet(FIGURES.title, columns, [_with_name(row, view.indicator(_code(row)).name) for row in rows])


def _code(row: Sequence[str]) -> str:
    """The indicator of a figure by its row."""
    return row[FIGURES.columns.index("chi_tieu")]


def _with_name(of_columns: Sequence[_T], name: _T) -> list[_T]:
    """What there is of each column of figures, with that of `_NAME` behind the code that it names."""
    behind = FIGURES.columns.index("chi_tieu") + 1
    return [*of_columns[:behind], name, *of_columns[behind:]]


def _explanations(view: View, commune: Commune, shown: Sequence[Published]) -> Sheet:
    licence, who = view.operator.licence, view.operator.name
    copied = (
        f"Chép từ văn bản của {kind_of(commune.name)}; mỗi dòng có mã văn bản (cột nguon) và vị trí trong văn bản (cột "
        "vi_tri). Số do trang tự tính có loai là tinh_lai."
    )
    about = [
        ("Nơi", f"{commune.name}, {where(commune)} (mã {commune.code})"),
        ("Số liệu", copied),
        ("Ô trống", "Chưa có số liệu, không phải bằng không."),
        ("Giấy phép", f"{FACTS} {licence.name}, {licence.address}"),
        ("Người làm", who),
        ("Trang", f"{view.site_url}{commune.address}" if view.site_url else ""),
    ]  # fmt: skip
    rows = [("Sổ này", name, text) for name, text in about if text]
    for table in shown:
        rows.append((table.title, "", table.about))
        fields = [(field.name, field.words) for field in table.fields]
        named = _with_name(fields, _NAME) if table is FIGURES else fields
        rows += [(table.title, name, words) for name, words in named]
    return Sheet("Giải thích", [("Tờ", "string", _WIDE), ("Cột", "string", _WIDE), ("Nghĩa là", "string", 100)], rows,
                 wrapped=True)  # fmt: skip


# --- JSON ---------------------------------------------------------------------------------------


def in_short(view: View, commune: Commune) -> str:
    """Commune and documents, then the figures of each indicator as series, whose points have the cells of `cot`."""
    places = [FIGURES.columns.index(column) for column in COLUMNS]
    numbers = {field.name for field in FIGURES.fields if field.type == "number"}

    def value(column: str, cell: str) -> Any:
        return json.loads(cell) if cell and column in numbers else cell or None

    indicators = {}
    for id, own in grouped(open_data.in_order(view.of(commune)), lambda figure: figure.topic.indicator).items():
        rows = ([row[place] for place in places] for row in map(published, own))
        cells = ([value(column, cell) for column, cell in zip(COLUMNS, row, strict=True)] for row in rows)
        indicators[id] = {"ten": view.indicator(id).name, "chuoi": in_series(COLUMNS, cells)}
    documents = {
        row["nguon"]: {"ten": row["ten"], "so_hieu": row["so_hieu"] or None, "ngay": row["ngay"] or None}
        for row in view.records(commune, "nguon")
    }
    return compact(
        {
            "xa": {
                "ma": commune.code,
                "ten": commune.name,
                "tinh": commune.province.name if commune.province else None,
            },
            "day_du": "so-lieu.csv",
            "giay_phep": view.operator.licence.address,
            "nguon": documents,
            "cot": POINT,
            "chi_tieu": indicators,
        }
    )
