"""`datapackage.json`: what the published tables are, for programs (Data Package v2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.country import by_province, frame
from generator.country.by_province import INDEX, Part
from generator.country.country import Country
from generator.country.published_table import Field, Published
from generator.country.published_tables import ALL, FIGURES, SOURCES
from generator.pieces.downloads import FOLDER

FILE = f"{FOLDER}datapackage.json"
_PROFILES = "https://datapackage.org/profiles/2.0"
NAME = "so-lieu-cong-khai-xa"
TITLE = "Số liệu công khai của xã"
ABOUT = (
    "Số liệu chép từ văn bản của xã, số tự tính lại và mục tiêu, kèm văn bản nguồn và vị trí trong văn bản; nhiệm vụ, "
    "tiến độ, kiến nghị, kết quả, nhận xét của văn bản; các chỗ chưa khớp và các đính chính."
)


def version(country: Country) -> str:
    """The last day that any document knows of, as a version (2026.6.30): it changes with the data, not with the day of
    the build.
    """
    day = frame.newest_known(country.frames)
    return f"{day.year}.{day.month}.{day.day}" if day else "0.0.0"


def description(country: Country) -> Mapping[str, Any]:
    """The tables of the whole site."""
    licence, who = country.operator.licence, country.operator.name
    made: dict[str, Any] = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": NAME,
        "title": TITLE,
        "description": ABOUT,
        "version": version(country),
        "licenses": [({"name": licence.id} if licence.id else {}) | {"title": licence.name, "path": licence.address}],
        "sources": [{"title": "Văn bản của các xã, kê ở nguon.csv", "path": SOURCES.file.removeprefix(FOLDER)}],
        "keywords": ["xã", "phường", "chuyển đổi số", "dịch vụ công", "ngân sách", "minh bạch"],
    }
    if country.site_url:
        made |= {"homepage": country.site_url, "id": f"{country.site_url}{FILE}"}
    if who:
        made["contributors"] = [{"title": who, "roles": ["publisher"]}]
    return made | {"resources": [_resource(table) for table in _whole(country)] + _divided(country)}


def _whole(country: Country) -> list[Published]:
    """The tables that are one file."""
    return [INDEX if table is FIGURES and country.parts else table for table in ALL]


def _divided(country: Country) -> list[dict[str, Any]]:
    """The parts of the table of figures, each a table as the whole would be."""
    return [_part(part) for part in country.parts]


def _part(part: Part) -> dict[str, Any]:
    name = part.file.removeprefix(by_province.PLACE).removesuffix(".csv.gz")
    described = _resource(FIGURES) | {"name": f"{FIGURES.name}-{name}", "title": f"{FIGURES.title}: {part.name}"}
    return described | {"path": part.file.removeprefix(FOLDER), "compression": "gz"}


def _resource(table: Published) -> dict[str, Any]:
    references = [
        {"fields": list(one.columns), "reference": {"resource": one.table, "fields": list(one.there)}}
        for one in table.references
    ]
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(field) for field in table.fields],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if references:
        schema["foreignKeys"] = references
    return {
        "name": table.name,
        "title": table.title,
        "description": table.about,
        "path": table.file.removeprefix(FOLDER),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(field: Field) -> dict[str, Any]:
    """A column. Numbers are written with '.', days as 2026-05-31: the default forms."""
    constraints: dict[str, Any] = {"required": True} if field.required else {}
    if field.choices:
        constraints["enum"] = list(field.choices)
    made: dict[str, Any] = {"name": field.name, "type": field.type, "description": field.words}
    return made | ({"constraints": constraints} if constraints else {})
