"""What a form says of itself: whose it is, from which data, why it corrects; and whether it is a month's form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.forms.read_form import Page, Raw
from generator.forms.words import CODE, MONTH, NAME, REASON, STAMP, START
from generator.language.vietnamese import slug

MARK_BEGINS = '{"bang": '
"""How the hidden cell of a month's question begins."""


def month_pages(pages: Sequence[Page]) -> list[Page]:
    """The sheets of a month's form, the one of its name first: others bear its marks (a copy, a name that was changed).
    None where the form is another.
    """
    named = [page for page in pages if slug(page.name) == slug(MONTH)]
    return [*named, *(page for page in pages if page not in named and any(_marks(page)))]


def _marks(page: Page) -> Iterator[bool]:
    return (str(raw.value).startswith(MARK_BEGINS) for raw in page.cells.values())


def about(pages: Sequence[Page]) -> dict[str, Raw]:
    """What the first sheet says of the form: label to the cell at its right; empty without that sheet."""
    labels = {slug(label): label for label in (CODE, NAME, STAMP, REASON)}
    first = [*(page for page in pages if slug(page.name) == slug(START)), *month_pages(pages)]
    return {
        labels[slug(str(raw.value))]: page.cells[row, column + 1]
        for page in first[:1]
        for (row, column), raw in page.cells.items()
        if slug(str(raw.value)) in labels and (row, column + 1) in page.cells
    }
