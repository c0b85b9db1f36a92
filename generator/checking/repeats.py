"""Problems of one cause told once, with the other lines that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model.grouping import grouped
from generator.model.problem import Problem

MOST_RANGES = 8
"""Stretches of lines that a reader takes in; the rest is '…'."""
ONE_A_COMMUNE = frozenset({"ky-sau-van-ban", "nguon-la"})
"""Codes whose cause stands outside their row, so that one cause shows in several tables."""


def causes(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Problems by cause, each cause and the whole in the order of places: the same column, code and
    words in one file, or in one commune for the codes of `ONE_A_COMMUNE`. None is lost but exact copies.
    """
    by_cause = grouped(sorted(set(problems)), _cause)
    return list(by_cause.values())


def _cause(problem: Problem) -> Problem:
    """The problem without its line, and without its file where the cause is not in the file."""
    file = problem.file.rpartition("/")[0] if problem.code in ONE_A_COMMUNE else problem.file
    return replace(problem, file=file, line=0)


def told_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """One problem a cause, at its first place; its message ends with the count and lines of the others."""
    return tuple(_with_count(*same) for same in causes(problems))


def _with_count(first: Problem, *others: Problem) -> Problem:
    if not others:
        return first
    what = "lỗi này" if first.severity == "error" else "điều này"
    return replace(first, message=f"{first.message} Cùng {what} ở {len(others)} dòng nữa: {_places(first, others)}.")


def _places(first: Problem, others: Sequence[Problem]) -> str:
    """Lines of the others as ranges, each file but the first's by its name; cut after `MOST_RANGES`."""
    by_file = grouped(others, lambda problem: problem.file)
    every = [(file, lines) for file, own in by_file.items() for lines in _ranges([problem.line for problem in own])]
    shown = grouped(every[:MOST_RANGES], lambda place: place[0])
    words = [
        ("" if file == first.file else f"tệp {file.rpartition('/')[2]} dòng ") + ", ".join(lines for _, lines in own)
        for file, own in shown.items()
    ]
    return "; ".join(words) + (", …" if len(every) > MOST_RANGES else "")


def _ranges(lines: Sequence[int]) -> Iterator[str]:
    """Rising line numbers as `4–18`, `20`."""
    breaks = [0, *(at for at, (a, b) in enumerate(pairwise(lines), 1) if b != a + 1), len(lines)]
    for start, end in pairwise(breaks):
        yield f"{lines[start]}–{lines[end - 1]}" if end - start > 1 else f"{lines[start]}"
