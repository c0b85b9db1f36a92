"""What programs read of a page, in the words of schema.org (JSON-LD): the way to it, the data that it
offers, the place that it is about.

Only where the site knows its address: these words mean nothing relative.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple
from urllib.parse import urljoin

from generator.model.commune import Centre, Commune
from generator.pieces.blocks import Page
from generator.reading.operator import Operator

_WORDS = "https://schema.org"
FORMATS: Mapping[str, str] = {
    "csv": "text/csv", "json": "application/json", "gz": "application/gzip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
"""Media types of downloads by how their names end."""


class Offer(NamedTuple):
    """Data that a page offers: what they are called, what they are, the files (site addresses), of which place, and the
    first and last day that they tell of, as far as days are given.
    """

    name: str
    about: str
    files: Sequence[str]
    place: str
    first: dt.date | None = None
    last: dt.date | None = None


def with_way(page: Page, site_url: str) -> Page:
    """The page with the way to it in these words, where it shows one."""
    if not (site_url and page.crumbs):
        return page
    here = urljoin(site_url, page.path)
    steps = [{"name": link.text, "item": urljoin(here, link.href)} for link in page.crumbs]
    listed = [
        {"@type": "ListItem", "position": number} | step
        for number, step in enumerate([*steps, {"name": page.title}], 1)
    ]
    return replace(page, linked=(*page.linked, _text("BreadcrumbList", {"itemListElement": listed})))


def dataset(offer: Offer, here: str, site_url: str, operator: Operator) -> tuple[str, ...]:
    """The data that the page at a site address offers; nothing where the site does not know its own."""
    if not site_url:
        return ()
    told: dict[str, Any] = {
        "name": offer.name,
        "description": offer.about,
        "url": urljoin(site_url, here),
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "license": operator.licence.address,
        "spatialCoverage": {"@type": "Place", "name": offer.place},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": FORMATS[file.rpartition(".")[2]],
             "contentUrl": urljoin(site_url, file)}
            for file in offer.files
        ],
    }  # fmt: skip
    if offer.first or offer.last:
        told["temporalCoverage"] = f"{offer.first or '..'}/{offer.last or '..'}"
    if operator.name:
        told["creator"] = {"@type": "Organization", "name": operator.name}
    return (_text("Dataset", told),)


def place(commune: Commune, centre: Centre | None, site_url: str) -> tuple[str, ...]:
    """The commune that a page is about, within its province; its code by the official list, and where its centre lies.
    Nothing of one that nobody has confirmed, nor where the site does not know its address.
    """
    if not site_url or commune.province is None:
        return ()
    told: dict[str, Any] = {
        "name": commune.name,
        "url": urljoin(site_url, commune.address),
        "identifier": {"@type": "PropertyValue", "propertyID": "Mã đơn vị hành chính", "value": commune.code},
        "containedInPlace": {
            "@type": "AdministrativeArea", "name": commune.province.name,
            "url": urljoin(site_url, f"{commune.province_slug}/"),
            "containedInPlace": {"@type": "Country", "name": "Việt Nam"},
        },
    }  # fmt: skip
    if centre:
        told["geo"] = {"@type": "GeoCoordinates", "latitude": centre.latitude, "longitude": centre.longitude}
    return (_text("AdministrativeArea", told),)


def _text(type: str, told: Mapping[str, Any]) -> str:
    """JSON that no text of ours can end early within a page."""
    value = {"@context": _WORDS, "@type": type, **told}
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
