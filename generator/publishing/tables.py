"""The published data: the tables that anyone may download, and their description."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.model.published import COLUMNS as PUBLISHED
from generator.model.published import published
from generator.pages.site_pages import COLUMN_WORDS
from generator.pages.view import View
from generator.publishing.render import json_text, rows_text
from generator.tables import nguon

SOURCE_COLUMNS = ("ma_xa", *(column.name for column in nguon.TABLE.columns))
DIFFERENCE_COLUMNS = ("ma_xa", "quy_tac", "chi_tieu", "so_lieu", "gia_tri_in", "nguon", "ngay", "lech", "cau")
_NUMBERS = frozenset({"gia_tri", "gia_tri_den", "tu_so", "mau_so"})
_DIFFERENCE_WORDS = {
    "ma_xa": "mã xã", "quy_tac": "quy tắc chung đã tìm ra", "chi_tieu": "mã chỉ tiêu",
    "so_lieu": "mã các con số liên quan (ma_so của so-lieu.csv), ngăn bằng |",
    "gia_tri_in": "các giá trị như in hoặc tự tính, ngăn bằng |", "nguon": "mã các văn bản, ngăn bằng |",
    "ngay": "ngày của từng giá trị, ngăn bằng |", "lech": "độ lệch", "cau": "diễn giải",
}  # fmt: skip


def data_files(view: View) -> dict[str, str | bytes]:
    """Path to text of every published table: whole site and a commune each."""
    ordered = sorted(view.figures, key=lambda f: (f.ma_xa, f.chi_tieu, f.den_ngay, f.ma_so))
    files: dict[str, str | bytes] = {
        "du-lieu/so-lieu.csv": rows_text(PUBLISHED, _published(ordered)),
        "du-lieu/nguon.csv": rows_text(SOURCE_COLUMNS, _sources(view)),
        "du-lieu/khac-biet.csv": rows_text(DIFFERENCE_COLUMNS, _differences(view.differences)),
        "du-lieu/datapackage.json": json_text(_description(view)),
    }
    for commune in view.dataset.communes:
        own = [figure for figure in ordered if figure.ma_xa == commune.code]
        files[f"{commune.address}du-lieu/so-lieu.csv"] = rows_text(PUBLISHED, _published(own))
    return files


def _published(figures: Iterable[Figure]) -> Iterable[Sequence[object]]:
    return map(published, figures)


def _sources(view: View) -> Iterable[Sequence[object]]:
    for commune in view.dataset.communes:
        for row in view.records(commune, "nguon"):
            yield [commune.code, *(row[name] for name in SOURCE_COLUMNS[1:])]


def _differences(found: Iterable[Difference]) -> Iterable[Sequence[object]]:
    for d in found:
        values, sources, dates = (" | ".join(side[i] for side in d.sides) for i in (1, 2, 4))
        yield [
            d.commune,
            d.rule,
            d.indicator,
            " | ".join(d.figures),
            values,
            sources,
            dates,
            d.gap,
            f"{d.sentence} {d.more}".strip(),
        ]


def _description(view: View) -> dict[str, Any]:
    figures = [
        {"name": name, "type": "number" if name in _NUMBERS else "string", "description": COLUMN_WORDS[name]}
        for name in PUBLISHED
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
        "created": f"{view.date.isoformat()}T00:00:00Z",
        "resources": [
            _resource("so-lieu", figures, keys),
            _resource("nguon", sources, {"primaryKey": ["ma_xa", "nguon"]}),
            _resource("khac-biet", differences, {}),
        ],
    }


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
