"""Whether a file that came is a table of many communes or an officer's form."""

from __future__ import annotations

from pathlib import Path

from generator.forms.archive import NotAForm
from generator.forms.own_process import LIMITS, apart
from generator.forms.read_form import read_form
from generator.forms.words import LISTS, START
from generator.language.vietnamese import slug
from generator.long_tables.grid import TEXTS
from generator.tables.all_tables import TABLES

_OF_FORMS = frozenset(slug(words) for words in (START, LISTS, *(table.title for table in TABLES)))


def is_text(path: Path) -> bool:
    """Whether a file is a text of cells, which no form is."""
    return path.suffix.lower() in TEXTS and path.is_file()


def is_table(path: Path) -> bool:
    """Whether a workbook has no sheet of a form. What cannot be opened is none."""
    try:
        pages = apart(read_form, path, LIMITS)
    except (NotAForm, OSError):
        return False
    return not _OF_FORMS & {slug(page.name) for page in pages} and any(page.cells for page in pages)
