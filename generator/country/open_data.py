"""The published tables: what a commune puts into each, and how they are described to machines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.country import history_table
from generator.country.csv_text import published_text
from generator.model.commune import Commune
from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.model.published_columns import COLUMNS, NUMBERS, published
from generator.pieces.view import View
from generator.tables import nguon

FOLDER = "du-lieu/"
"""Where the tables stand, on the site and below each commune."""
FIGURES, SOURCES, DIFFERENCES = (f"{FOLDER}{name}.csv" for name in ("so-lieu", "nguon", "khac-biet"))
DESCRIPTION = f"{FOLDER}datapackage.json"

FIGURE_COLUMNS = COLUMNS
SOURCE_COLUMNS = ("ma_xa", *(column.name for column in nguon.TABLE.columns))
DIFFERENCE_COLUMNS = ("ma_xa", "quy_tac", "chi_tieu", "so_lieu", "gia_tri_in", "nguon", "ngay", "lech", "cau")
FIGURE_WORDS = {
    "ma_so": "mã của con số, không đổi", "ma_xa": "mã xã", "chi_tieu": "mã chỉ tiêu",
    "phan_to": "phần của chỉ tiêu (cơ quan, nhóm, dòng kinh phí)", "ky_in": "kỳ như văn bản in",
    "loai_ky": "thoi_diem, trong_ky hoặc luy_ke", "tu_ngay": "ngày đầu của kỳ; trống là không nêu",
    "den_ngay": "ngày cuối của kỳ", "so_sanh": "=, >=, >, <=, < hoặc khoang (khoảng)",
    "gia_tri": "giá trị theo đơn vị; trống là chưa có số liệu", "gia_tri_den": "đầu lớn của một khoảng",
    "don_vi": "đơn vị", "nhu_in": "như văn bản in", "tu_so": "tử số", "mau_so": "mẫu số",
    "co_so": "tỷ lệ tính trên gì", "ngoai_tru": "không kể những gì",
    "loai": "bao_cao, tinh_lai, muc_tieu, nhu_cau hoặc phan_bo",
    "tinh_trang": "co, chua_co (trống) hoặc khong_luong_hoa (không nêu con số)",
    "don_vi_bao_cao": "cơ quan phải báo cáo", "nguon": "mã văn bản nguồn", "vi_tri": "vị trí trong văn bản",
    "ghi_chu": "ghi chú",
    "giai_doan": "của số tiền: nhu_cau, du_toan, duoc_phan_bo, uoc_thuc_hien, thuc_hien hoặc quyet_toan",
    "noi_dung": "của số tiền: tên khoản như văn bản in",
    "ma_cha": "của số tiền: mã khoản chứa nó (phan_to của khoản ấy)",
}  # fmt: skip
"""Meaning of each published column of figures, for people and for datapackage.json."""
_DIFFERENCE_WORDS = {
    "ma_xa": "mã xã", "quy_tac": "quy tắc chung đã tìm ra", "chi_tieu": "mã chỉ tiêu",
    "so_lieu": "mã các con số liên quan (ma_so của so-lieu.csv), ngăn bằng |",
    "gia_tri_in": "các giá trị như in hoặc tự tính, ngăn bằng |", "nguon": "mã các văn bản, ngăn bằng |",
    "ngay": "ngày của từng giá trị, ngăn bằng |", "lech": "độ lệch", "cau": "diễn giải",
}  # fmt: skip


def in_order(figures: Iterable[Figure]) -> list[Figure]:
    """Figures of one commune in the order of the published table."""
    return sorted(figures, key=lambda f: (f.topic.indicator, f.period.end or dt.date.min, f.id))


def figures_text(view: View, commune: Commune) -> str:
    """The figures of a commune."""
    return published_text(FIGURE_COLUMNS, map(published, in_order(view.of(commune))))


def sources_text(view: View, commune: Commune) -> str:
    """The documents of a commune."""
    rows = view.records(commune, "nguon")
    return published_text(SOURCE_COLUMNS, ([commune.code, *(row[c] for c in SOURCE_COLUMNS[1:])] for row in rows))


def differences_text(view: View) -> str:
    """What does not agree in the one commune of a view."""
    return published_text(DIFFERENCE_COLUMNS, _differences(view.differences))


def _differences(found: Iterable[Difference]) -> Iterator[Sequence[object]]:
    for d in found:
        values, sources = (" | ".join(part) for part in zip(*((s.shown, s.source) for s in d.sides), strict=True))
        dates = " | ".join(str(side.day or "") for side in d.sides)
        ids = " | ".join(side.figure.id if side.figure else "" for side in d.sides) if d.figures else ""
        yield [
            d.commune,
            d.rule,
            d.indicator,
            ids,
            values,
            sources,
            dates,
            d.gap,
            f"{d.sentence} {d.more}".strip(),
        ]


def description(date: dt.date) -> dict[str, Any]:
    """The tables of the whole site, as a Data Package made on a day."""
    figures = [
        {"name": name, "type": "number" if name in NUMBERS else "string", "description": FIGURE_WORDS[name]}
        for name in FIGURE_COLUMNS
    ]
    headings = {column.name: column.heading for column in nguon.TABLE.columns}
    sources = [{"name": n, "type": "string", "description": headings.get(n, "mã xã")} for n in SOURCE_COLUMNS]
    differences = [{"name": n, "type": "string", "description": _DIFFERENCE_WORDS[n]} for n in DIFFERENCE_COLUMNS]
    keys = {
        "primaryKey": ["ma_so"],
        "foreignKeys": [
            {"fields": ["ma_xa", "nguon"], "reference": {"resource": "nguon", "fields": ["ma_xa", "nguon"]}}
        ],
    }
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "so-lieu-cong-khai-xa",
        "title": "Số liệu công khai của xã",
        "description": "Số liệu chép từ văn bản của xã, số tự tính lại và mục tiêu, kèm nguồn và vị trí.",
        "created": f"{date.isoformat()}T00:00:00Z",
        "resources": [
            _resource("so-lieu", figures, keys),
            _resource("nguon", sources, {"primaryKey": ["ma_xa", "nguon"]}),
            _resource("khac-biet", differences, {}),
            _resource("lich-su", _history_fields(), {"primaryKey": ["ma_so", "tu_ngay_dang", "lan_ghi"]}),
        ],
    }


def _history_fields() -> list[dict[str, str]]:
    types = dict.fromkeys(history_table.DAYS, "date") | dict.fromkeys(NUMBERS, "number")
    words = {**FIGURE_WORDS, **history_table.WORDS}
    return [{"name": n, "type": types.get(n, "string"), "description": words[n]} for n in history_table.COLUMNS]


def _resource(name: str, fields: list[dict[str, str]], keys: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "path": f"{name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"$schema": "https://datapackage.org/profiles/2.0/tableschema.json", "fields": fields, **keys},
    }
