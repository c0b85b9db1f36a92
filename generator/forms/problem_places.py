"""A problem of a file, said of the form: the sheet, its row, the heading of the column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.forms.merge import Merged
from generator.forms.rows import Filled
from generator.model.choices import YES
from generator.model.problem import Problem
from generator.tables import nguon, shared_columns
from generator.tables.all_tables import TABLES

_OF_YES = f"“{YES['co']}” ở cột"
DECLARE_IN_A_COLUMN = f"chọn {_OF_YES} “{shared_columns.AS_PRINTED.heading}” của dòng này"
"""How the whole form says that a row is as its document prints it."""


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
    home = problem.file.rpartition("/")[0]
    by_file = {path.removeprefix(f"{home}/"): one for path, one in there.items()}
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
        message=_words(_lines(problem.message, sheet, by_file), headings, choices),
        remedy=_words(_lines(problem.remedy, sheet, by_file), headings, choices),
    )


def _lines(text: str, sheet: Filled, by_file: Mapping[str, tuple[Filled, Merged]]) -> str:
    """Lines of files as rows of the form; what no row of the form shows is said to stand in the data already."""

    def row(found: re.Match[str]) -> str:
        if not found[2]:
            return found[0]  # words of a document
        other, number = found[1] and found[1] != sheet.table.file, int(found[2])
        of, made = by_file.get(found[1] or sheet.table.file, (None, None))
        if of and made and number in made.lines:
            place = of.place.rpartition(", ")[2]
            return f"{place}, dòng {made.lines[number]}" if other else f"dòng {made.lines[number]}"
        title = next((f"bảng “{table.title}”, " for table in TABLES if other and table.file == found[1]), "")
        return f"{title}dòng {number} của số liệu đã có"

    return re.sub(r"“[^”]*”|(?:(?:xa/[\w-]+/)?\b([a-z-]+\.csv), )?\bdòng (\d+)\b", row, text)


def _words(text: str, headings: Mapping[str, str], choices: Mapping[str, str]) -> str:
    """Names of columns as their headings, ids as the words that the form shows, names of files as sheets."""
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
    text = re.sub(r"\b(cột|ô) ([a-z]+)\b", lambda f: f"{f[1]} “{headings[f[2]]}”" if f[2] in headings else f[0], text)
    return text.replace("cùng tệp", "cùng tờ").replace("ghi “co” vào cột", f"chọn {_OF_YES}")
