"""A problem of a file, said of the form: the sheet, its row, the heading of the column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.forms.merge import Merged
from generator.forms.rows import Filled
from generator.model.problem import Problem
from generator.tables import nguon
from generator.tables.all_tables import TABLES


def caused(
    after: Iterable[Problem], before: Iterable[Problem], there: Mapping[str, tuple[Filled, Merged]]
) -> Iterator[Problem]:
    """The problems of what a form makes of the data, where an officer sees them; notes and warnings that the data gave
    before are not the form's.
    """
    known = {replace(problem, line=0) for problem in before if problem.severity != "error"}
    return (in_form(problem, there) for problem in after if replace(problem, line=0) not in known)


def in_form(problem: Problem, there: Mapping[str, tuple[Filled, Merged]]) -> Problem:
    """The same problem where an officer sees it: the sheet, its row, the heading of the column."""
    if problem.file not in there:
        return problem
    sheet, made = there[problem.file]
    headings = {column.name: column.heading for column in sheet.table.columns}
    choices = {id: words for column in sheet.table.columns for id, words in (column.choices or {}).items()}
    line = made.lines.get(problem.line, problem.line)
    if sheet.partial and problem.line not in made.lines:
        return problem  # of a row that the form does not show
    return replace(
        problem,
        file=sheet.place,
        line=sheet.line_of(line, problem.column),
        column=headings.get(problem.column, problem.column),
        message=_words(problem.message, headings, choices, made),
        remedy=_words(problem.remedy, headings, choices, made),
    )


def _words(text: str, headings: Mapping[str, str], choices: Mapping[str, str], made: Merged) -> str:
    """Names of columns as their headings, ids as the words that the form shows, names of files as sheets, lines of
    the file as rows of the sheet.
    """
    titles = {table.file: table.title for table in TABLES}
    of_sources = {column.name: column.heading for column in nguon.TABLE.columns}
    headings = {**of_sources, **headings}  # messages on other tables send their reader to the documents
    text = re.sub(r"cột nguon(?= của nguon\.csv)|(?<=ở )cột nguon\b", f"cột “{of_sources['nguon']}”", text)
    text = text.replace("(và ngay,", f"(và “{of_sources['ngay']}”,")
    text = re.sub(
        r"(\S+) \(([^()]+)\)", lambda f: f[2] if f[2] in (choices.get(f[1]), headings.get(f[1])) else f[0], text
    )
    text = re.sub(r"[a-z-]+\.csv", lambda f: f"tờ “{titles[f[0]]}”" if f[0] in titles else f[0], text)
    text = re.sub(r"\b(?:[a-z]+_)+[a-z]+\b", lambda f: f"“{headings[f[0]]}”" if f[0] in headings else f[0], text)
    text = re.sub(r"\bcột ([a-z]+)\b", lambda f: f"cột “{headings[f[1]]}”" if f[1] in headings else f[0], text)
    text = text.replace("cùng tệp", "cùng tờ").replace("ghi “co” vào cột", "chọn “đúng như văn bản in” ở cột")
    return re.sub(r"\bdòng (\d+)\b", lambda f: f"dòng {made.lines.get(int(f[1]), f[1])}", text)
