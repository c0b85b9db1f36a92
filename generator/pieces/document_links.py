"""Links to a document, and to the place on its pages where one of its figures is told in full."""

from __future__ import annotations

from generator.language.content_mark import short_code
from generator.model.commune import Commune
from generator.model.figure import Figure
from generator.model.record import Record
from generator.pieces.document_names import source_path
from generator.pieces.row_blocks import Link
from generator.pieces.view import View


def source_name(view: View, record: Record) -> str:
    """What people call a document, told apart from its namesakes in the commune."""
    return view.names_of(record.commune)[record["nguon"]]


def source_link(view: View, commune: Commune, here: str, source: str) -> Link | None:
    """A link to a document's page, named as people call it; None where there is no document."""
    if not source:
        return None
    record = view.source(commune.code, source)
    return Link(source_name(view, record), view.link(here, source_path(commune, source)))


def passport_page(view: View, commune: Commune, figure: Figure) -> str:
    """The page with the passport of a figure that has a document: the document's own, or one of those below it."""
    number = view.passports_on(figure)
    return f"{source_path(commune, figure.source)}{f'{number}/' if number else ''}"


def passport_address(view: View, commune: Commune, here: str, figure: Figure) -> str:
    """The way from page `here` to a figure's passport."""
    return view.link(here, passport_page(view, commune, figure), short_code(figure.id))


def figure_link(view: View, commune: Commune, here: str, figure: Figure) -> Link | None:
    """A link to a figure's passport, named as people call its document; None where it has no document."""
    if not figure.source:
        return None
    name = source_name(view, view.source(commune.code, figure.source))
    return Link(name, passport_address(view, commune, here, figure))
