"""Whether a file that came is a table of many communes or an officer's form."""

from __future__ import annotations

from pathlib import Path

from generator.forms.archive import MOST_BYTES, NotAForm
from generator.forms.own_process import LIMITS, apart
from generator.forms.read_form import read_form
from generator.forms.words import LISTS, MONTH, STAMP, START
from generator.language.vietnamese import slug
from generator.long_tables.grid import TEXTS
from generator.reading.decode import Undecodable, decode
from generator.tables.all_tables import TABLES

_OF_FORMS = frozenset(slug(words) for words in (START, LISTS, MONTH, *(table.title for table in TABLES)))


def is_text(path: Path) -> bool:
    """Whether a file is a text of cells, and not a form that was saved as one."""
    return path.suffix.lower() in TEXTS and path.is_file() and not _was_a_form(path)


def _was_a_form(path: Path) -> bool:
    if path.stat().st_size > MOST_BYTES:
        return False
    try:
        return STAMP in decode(path.read_bytes())
    except Undecodable:
        return False


def is_table(path: Path) -> bool:
    """Whether a workbook has no sheet of a form. What cannot be opened is none."""
    try:
        pages = apart(read_form, path, LIMITS)
    except (NotAForm, OSError):
        return False
    return not _OF_FORMS & {slug(page.name) for page in pages} and any(page.cells for page in pages)
