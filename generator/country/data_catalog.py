"""`dcat.jsonld`: the tables as a catalogue in the words of DCAT, which portals of open data gather.

Addresses are relative to the file, so that it holds wherever the site stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.country import excel_csv
from generator.country.country import Country
from generator.country.data_package import ABOUT, TITLE, version
from generator.country.published_table import Published
from generator.country.published_tables import ALL, FIGURES
from generator.pieces.downloads import FOLDER
from generator.pieces.linked_data import FORMATS

FILE = f"{FOLDER}dcat.jsonld"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "dcat:accessURL": {"@type": "@id"},
    "dcat:downloadURL": {"@type": "@id"},
    "dcat:mediaType": {"@type": "@id"},
    "dct:license": {"@type": "@id"},
    "dct:language": {"@type": "@id"},
    "foaf:homepage": {"@type": "@id"},
}
_VIETNAMESE = "http://publications.europa.eu/resource/authority/language/VIE"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def catalogue(country: Country) -> Mapping[str, Any]:
    """The catalogue, a dataset a table with the files in which it can be had."""
    who = country.operator.name
    publisher = {"dct:publisher": {"@id": "#ai", "@type": "foaf:Agent", "foaf:name": who}} if who else {}
    return {
        "@context": _CONTEXT,
        "@id": "#danh-muc",
        "@type": "dcat:Catalog",
        "dct:title": _said(TITLE),
        "dct:description": _said(ABOUT),
        "dct:language": _VIETNAMESE,
        "dct:license": country.operator.licence.address,
        "foaf:homepage": "../",
        **publisher,
        "dcat:dataset": [_dataset(country, table, publisher) for table in ALL],
    }


def _dataset(country: Country, table: Published, publisher: Mapping[str, Any]) -> dict[str, Any]:
    files = [table.file, excel_csv.address(table)]
    if table is FIGURES and country.parts:
        files = [table.file, *(part.file for part in country.parts)]
    return {
        "@id": f"#{table.name}",
        "@type": "dcat:Dataset",
        "dct:identifier": table.name,
        "dct:title": _said(table.title),
        "dct:description": _said(table.about),
        "dct:language": _VIETNAMESE,
        "dcat:version": version(country),
        "dcat:landingPage": {"@id": "./"},
        **({"dct:publisher": {"@id": "#ai"}} if publisher else {}),
        "dcat:distribution": [_file(country, file.removeprefix(FOLDER)) for file in files],
    }


def _file(country: Country, path: str) -> dict[str, Any]:
    return {
        "@id": f"{path}#tep",
        "@type": "dcat:Distribution",
        "dct:title": path,
        "dct:license": country.operator.licence.address,
        "dcat:accessURL": "./",
        "dcat:downloadURL": path,
        "dcat:mediaType": f"{_MEDIA_TYPES}{FORMATS[path.rpartition('.')[2]]}",
    }


def _said(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "vi"}
