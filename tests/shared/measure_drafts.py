"""How well `portal read` drafts: reports held against what people transcribed from them.

`python tests/shared/measure_drafts.py FOLDER` takes the texts of reports (`.txt`) whose rows stand in `data/xa/`, finds
which document each is by its quotations, reads it as text and as a Word file made of it, and prints for each how many
transcribed numbers are filled in, offered or not found, and how many cells are filled in rightly and wrongly; then the
same of the reports that `other_reports.py` makes up. The last table stands in `measure_drafts.md`.
A document's own rows are never its last report. Without `cach_viet`, which was written by people who had read such
reports, names and everyday names alone are known: what a report that nobody has read may expect at least.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from docx import Document
from other_reports import MADE_UP, Right

from generator.commune.survey import survey
from generator.drafting.decide import Decided, State, decide
from generator.drafting.found import Found
from generator.drafting.last_report import Last, last_of
from generator.drafting.passages import passages
from generator.drafting.read_report import read_report
from generator.drafting.report import Block, Grid
from generator.language.numbers import MONEY
from generator.language.places import holds, places, quotations
from generator.language.vietnamese import plain_words
from generator.model.catalogue import Catalogue
from generator.model.figure import Figure, Kind

ROOT = Path(__file__).resolve().parents[2]
_TITLE = re.compile(r"(?:PHỤ LỤC|[IVX]{1,4}\.|[A-Z]\.|\d{1,2}\.(?:\d{1,2}\.?)*|[a-zđ]\))\s")


def _plain(text: str) -> str:
    return " ".join(plain_words(text))


def speaks_of(found: Found, figure: Figure) -> bool:
    """Whether a number of a report is the one that a transcribed figure quotes."""
    printed = holds(found.printed, figure.value.printed, figure.unit)
    return printed and any(_at(found, place) for place in places(figure.trace.place))


def _at(found: Found, place: str) -> bool:
    passage = found.passage
    if passage.in_cell:
        named = re.findall("“([^“”]*)”", place)[:-1]
        row, there = (re.search(r"dòng (\d+)", one) for one in (passage.place, place))
        whole = _plain(f"{passage.place} {passage.row} {passage.table}")
        same = not (row and there) or row[1] == there[1]
        return bool(re.search("cột|dòng|bảng", place)) and same and all(_plain(name) in whole for name in named)
    before, whole = len(_plain(passage.text[: found.start])), _plain(passage.text)
    for quote in map(_plain, quotations(place)):
        start = whole.find(quote)
        while quote and start >= 0:
            if start <= before + 1 < start + len(quote):
                return True
            start = whole.find(quote, start + 1)
        if whole and whole in quote:
            return True
    return False


def same_period(one: Decided, figure: Figure) -> bool:
    """Whether the period of a draft is that of a figure as far as both are known: cumulative or not, and the year."""
    cumulative = (one.when.kind == "luy_ke") == (figure.period.kind.value == "luy_ke")
    told = one.when.end[:4] and figure.period.end and figure.period.kind.value != "luy_ke"
    return not one.found.passage.in_cell or (
        cumulative and (not told or one.when.end[:4] == str(figure.period.end)[:4])
    )


def measured(blocks: Sequence[Block], figures: Sequence[Figure], catalogue: Catalogue, last: Last) -> Counter[str]:
    """What became of each transcribed number, and of each number that was filled in."""
    decided = decide(passages(blocks), catalogue, last)
    counts: Counter[str] = Counter()
    for one in decided:
        if one.state is State.FILLED:
            right = [
                f for f in figures
                if f.kind is Kind.REPORTED and f.topic == one.topic and speaks_of(one.found, f) and same_period(one, f)
            ]  # fmt: skip
            counts["filled, right" if right else "filled, wrong"] += 1
    for figure in figures:
        if figure.kind is Kind.COMPUTED or not any(map(str.isdigit, figure.value.printed)):
            counts["said in words, or left blank"] += figure.kind is not Kind.COMPUTED
        else:
            counts["numbers"] += 1
            counts[_fate(figure, decided)] += 1
    return counts


def _fate(figure: Figure, decided: Sequence[Decided]) -> str:
    there = [one for one in decided if speaks_of(one.found, figure)]
    if any(one.topic == figure.topic and figure.kind is Kind.REPORTED for one in there):
        return "1 filled in"
    if any(figure.topic.indicator in {s.topic.indicator for s in one.suggested} for one in there):
        return "2 offered"
    if figure.unit == MONEY and any(one.found.unit == MONEY for one in there):
        return "3 an amount, for the budget's sheet"
    return "4 listed without its indicator" if there else "5 not found"


@dataclass(frozen=True)
class Measured:
    """A report of the folder with what was transcribed from it."""

    name: str
    text: Path
    figures: tuple[Figure, ...]
    last: Last


def of_folder(folder: Path) -> tuple[Catalogue, list[Measured]]:
    """The documents of our data that lie in a folder as text."""
    done = survey(ROOT / "data", day=dt.date(2026, 12, 1))
    assert done.shared.catalogue
    texts = {path: _plain(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))}
    made = []
    for outcome in done.outcomes:
        every = [f for f in outcome.shown.figures if f.kind is not Kind.COMPUTED] if outcome.shown else []
        for document in dict.fromkeys(figure.trace.document for figure in every):
            own = tuple(figure for figure in every if figure.trace.document.id == document.id)
            quotes = [_plain(q) for f in own for place in places(f.trace.place) for q in quotations(place)]
            held = {path: sum(quote in text for quote in quotes if len(quote) > 20) for path, text in texts.items()}
            path = max(held, key=lambda one: held[one])
            older = [f for f in every if f.trace.document.id != document.id and _before(f, own[0])]
            made.append(Measured(document.id, path, own, last_of(older)))
    return done.shared.catalogue, made


def of_made_up(blocks: Sequence[Block], right: Sequence[Right], catalogue: Catalogue) -> Counter[str]:
    """The same of a report that was made up with what is right of it."""
    decided = decide(passages(blocks), catalogue)
    counts = Counter("filled, right" if _is_right(one, right) else "filled, wrong" for one in decided if one.topic)
    for number in right:
        counts["numbers"] += 1
        counts[_fate_of(number, decided)] += 1
    return counts


def _is_right(one: Decided, right: Sequence[Right]) -> bool:
    return any(_named(one) == number[1] and _is(one.found, number) for number in right)


def _named(one: Decided) -> str:
    return ":".join(filter(None, one.topic)) if one.topic else ""


def _is(found: Found, number: Right) -> bool:
    printed, _, words = number
    same = found.passage.row == words if found.passage.in_cell else _at(found, f"“{words}”")
    return same and holds(found.printed, printed, found.unit)


def _fate_of(number: Right, decided: Sequence[Decided]) -> str:
    there = [one for one in decided if _is(one.found, number)]
    indicator = number[1].partition(":")[0]
    if any(_named(one) == number[1] for one in there):
        return "1 filled in"
    if any(indicator in {s.topic.indicator for s in one.suggested} for one in there):
        return "2 offered"
    if any(one.found.unit == MONEY for one in there):
        return "3 an amount, for the budget's sheet"
    return "4 listed without its indicator" if there else "5 not found"


def _before(one: Figure, other: Figure) -> bool:
    return str(one.trace.document.issued) < str(other.trace.document.issued)


def as_word(blocks: Iterable[Block], path: Path) -> None:
    """A Word file of a report: headings as headings, tables as tables whose headings are merged cells."""
    document: Any = Document()
    for block in blocks:
        if isinstance(block, Grid):
            _table(document, block)
        elif _TITLE.match(block.text) and len(block.text) < 150:
            document.add_heading(block.text, level=2)
        else:
            document.add_paragraph(block.text)
    document.save(str(path))


def _table(document: Any, grid: Grid) -> None:
    table = document.add_table(len(grid.rows), len(grid.rows[0]))
    for at, row in enumerate(grid.rows):
        for column, words in enumerate(row):
            table.cell(at, column).text = words
    for column, words in enumerate(grid.rows[0]):
        last = column
        while words and last + 1 < len(grid.rows[0]) and not grid.rows[0][last + 1] and _headed(grid, last + 1):
            last += 1
        if last > column:
            table.cell(0, column).merge(table.cell(0, last))


def _headed(grid: Grid, column: int) -> bool:
    return len(grid.rows) > 1 and bool(grid.rows[1][column]) and not grid.rows[1][column][:1].isdigit()


def ways(text: Path, folder: Path) -> list[tuple[str, Path]]:
    """The files of a report: its text, and a Word file of it."""
    word = folder / f"{text.stem}.docx"
    as_word(read_report(text), word)
    return [("txt", text), ("docx", word)]


COLUMNS = {
    "numbers": "numbers", "1 filled in": "filled in", "2 offered": "offered among three",
    "3 an amount, for the budget's sheet": "amounts", "4 listed without its indicator": "listed without a name",
    "5 not found": "not found", "filled, right": "cells filled, right", "filled, wrong": "cells filled, wrong",
}  # fmt: skip
"""What is counted, by its heading in the table."""


def main(folder: Path) -> None:
    """Print the table."""
    catalogue, documents = of_folder(folder)
    bare = replace(
        catalogue, indicators={id: replace(one, written=()) for id, one in catalogue.indicators.items()}
    )  # fmt: skip
    total: dict[str, Counter[str]] = {}
    print(_row("document", [*COLUMNS.values(), "filled in or offered"]), _row("---", ["---:"] * 9), sep="\n")
    with tempfile.TemporaryDirectory() as name:
        for document in documents:
            for kind, path in ways(document.text, Path(name)):
                counts = measured(read_report(path), document.figures, catalogue, document.last)
                total[kind] = total.get(kind, Counter()) + counts
                print(counted(f"{document.name} ({kind})", counts))
            alone = measured(read_report(document.text), document.figures, bare, document.last)
            total["txt, without `cach_viet`"] = total.get("txt, without `cach_viet`", Counter()) + alone
        for kind, counts in total.items():
            print(counted(f"**all five ({kind})**", counts))
        for report, (file, write, right) in MADE_UP.items():
            counts = of_made_up(read_report(write(Path(name) / file)), right, catalogue)
            print(counted(report, counts))


def counted(name: str, counts: Counter[str]) -> str:
    share = (counts["1 filled in"] + counts["2 offered"]) / counts["numbers"]
    return _row(name, [*(str(counts[one]) for one in COLUMNS), f"{share:.0%}"])


def _row(name: str, cells: Sequence[str]) -> str:
    return f"| {' | '.join((name, *cells))} |"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
