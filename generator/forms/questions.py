"""A month's form as questions: a question is one cell.

What stands for the whole of a row (its period, group, unit) is known already and goes with each question as its mark,
so that lines of the sheet may be sorted, hidden or left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.forms.cells import Value
from generator.tables.table import Column


class Mark(NamedTuple):
    """By what the import knows a question: its document (an id), table and column, and the cells of its row that are
    known already, ids for words.
    """

    document: str
    table: str
    column: str
    row: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A line of the form: what is asked, what was answered last time, what is filled in already, what helps.

    `place` is where the number stood in the last document, None where no place is asked for; `words` are offered as a
    list; `must` says that a report can hardly leave it out. Where the answer is a state, the document's sentence stands
    in the cell of the explanation (`sentence`).
    """

    label: str
    column: Column
    mark: Mark
    before: Value = None
    filled: Value = None
    explained: str = ""
    place: str | None = None
    words: tuple[str, ...] = ()
    must: bool = False
    sentence: bool = False


class Part(NamedTuple):
    """Questions under a heading."""

    heading: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class MonthForm:
    """The form of a month: `called` is the month in words, `before` the period that “last time” speaks of."""

    called: str
    before: str
    parts: tuple[Part, ...] = ()


def place_again(place: str) -> str:
    """Where a number stood, without the words and numbers that the document before had there.

    >>> place_again("Phụ lục I: dòng số liệu, cột “Số văn bản”")
    'Phụ lục I: dòng số liệu'
    """
    kept = re.split(r"[:,]?\s*[“\"]", place, maxsplit=1)[0].strip(" |,:")
    return re.sub(r"[:,]\s*(?:dòng|cột|câu|ý)$", "", kept)
