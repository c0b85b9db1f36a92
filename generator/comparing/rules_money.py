"""Money against itself: what is planned, allocated and spent, in one document and in several. A docstring is its rule.

Lines are brought together by their words, since each has an id of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from generator.comparing.evidence import Evidence, column_of, found, looked_at, odd
from generator.language.numbers import show_money, show_number
from generator.language.vietnamese import fold, show_date
from generator.model.difference import Difference
from generator.model.figure import BUDGET, Figure, Kind
from generator.model.figure_words import compared
from generator.model.grouping import grouped
from generator.model.problem import Problem

THOUSANDFOLD = 1_000
"""One amount so many times another of the same line: thousands taken for millions, or the other way round."""
FAR_OVER = 100
"""Nobody spends so many times what was planned."""
TOO_SMALL = 1_000_000
"""No item of a budget is so many times smaller than what it is a part of."""


def thousandfold(evidence: Evidence) -> Iterator[Difference]:
    """Two amounts of one line, of its stages or of two documents, are of one order; so are a line and its parts."""
    told: set[str] = set()
    for one, two in [*_stages(evidence), *_documents(evidence), *_children(evidence)]:
        low, high = sorted((one, two), key=lambda figure: figure.number)
        if not told & {low.id}:
            told.add(low.id)
            times = show_number(high.number / low.number)
            sentence = (
                f"{one.words}: {_said(one)}; {_named(one, two)}{_said(two)}, chênh nhau {times} lần. Có lẽ một số "
                "nhầm đơn vị tiền (đồng, nghìn, triệu, tỷ)."
            )
            gap = show_money(high.number - low.number)
            yield replace(found(evidence, "tien-lech-nghin-lan", [low, high], gap, sentence), impossible=True)


def overspent(evidence: Evidence) -> Iterator[Problem]:
    """What was spent on a line is not above what was planned or allocated for it."""
    for plan, spent in _planned_and_spent(evidence):
        if plan.number < spent.number < FAR_OVER * plan.number and not looked_at(plan, spent):
            yield odd(
                spent, column_of(spent), "chi-vuot-du-toan",
                f"{spent.words}: đã chi {show_money(spent.number)} (đến {show_date(spent.period.end)}), nhiều hơn "
                f"{show_money(plan.number)} được giao ({plan.period.printed}).",
                "Đối chiếu hai số và đơn vị tiền với văn bản; sửa số gõ nhầm.",
            )  # fmt: skip


def less_spent_later(evidence: Evidence) -> Iterator[Problem]:
    """What was spent on a line in nine months is not less than in six months of the same year."""
    spent = [line for line in _lines(evidence) if line.kind is Kind.REPORTED and line.period.start and line.period.end]
    for own in grouped(spent, lambda line: (_words(line), line.period.start)).values():
        ordered = sorted(own, key=lambda line: (line.period.order, line.id))
        for early, late in pairwise(ordered):
            if early.period < late.period and early.number > late.number and not looked_at(early, late):
                yield odd(
                    late, column_of(late), "chi-luy-ke-giam",
                    f"{late.words}: đã chi {show_money(late.number)} đến {show_date(late.period.end)}, ít hơn "
                    f"{show_money(early.number)} đến {show_date(early.period.end)}, trong khi cùng tính từ "
                    f"{show_date(late.period.start)}.",
                    "Đối chiếu hai số và đơn vị tiền với văn bản; nếu mỗi số chỉ là của một quý thì sửa tu_ngay.",
                )  # fmt: skip


def odd_part(evidence: Evidence) -> Iterator[Problem]:
    """A part of a line is not a thousand times smaller than each of the other parts."""
    for own in grouped(_lines(evidence), lambda line: (line.parent, line.kind, line.source)).values():
        least, *others = sorted(own, key=lambda line: line.number)
        if least.parent and others and others[0].number >= THOUSANDFOLD * least.number and not looked_at(least):
            yield odd(
                least, column_of(least), "lech-bac",
                f"{least.words}: {show_money(least.number)}, nhỏ hơn các khoản khác cùng nằm trong một khoản từ "
                f"{show_number(others[0].number / least.number)} lần trở lên.",
                "Đối chiếu đơn vị tiền với văn bản: nhầm đồng, nghìn với triệu?",
            )  # fmt: skip


RULES = (thousandfold,)
ODDITIES = (overspent, less_spent_later, odd_part)


def _lines(evidence: Evidence) -> list[Figure]:
    """Budget lines of documents that stand, with an exact amount above zero."""
    lines = (figure for figure in evidence.figures if figure.topic.indicator == BUDGET and figure.has_value)
    return [line for line in lines if line.is_exact and line.number > 0 and line.stands]


def _words(line: Figure) -> str:
    return fold(line.words)


def _planned_and_spent(evidence: Evidence) -> Iterator[tuple[Figure, Figure]]:
    """Each planned or allocated line with what was spent on it within its days."""
    for own in grouped(_lines(evidence), _words).values():
        spent = [line for line in own if line.kind is Kind.REPORTED]
        for plan in (line for line in own if line.kind is Kind.ALLOCATED):
            yield from ((plan, line) for line in spent if _within(line, plan))


def _within(line: Figure, plan: Figure) -> bool:
    """Whether the days of a line lie in those of a plan, which begins with the year where nothing else is printed;
    without days nobody can tell.
    """
    stage = plan.period
    if stage.end and not stage.start:
        stage = replace(stage, start=dt.date(stage.end.year, 1, 1))
    return stage.contains(line.period)


def _stages(evidence: Evidence) -> Iterator[tuple[Figure, Figure]]:
    for plan, spent in _planned_and_spent(evidence):
        if spent.number >= FAR_OVER * plan.number or plan.number >= THOUSANDFOLD * spent.number:
            yield spent, plan


def _documents(evidence: Evidence) -> Iterator[tuple[Figure, Figure]]:
    """Two amounts of one line, one stage and one period."""
    dated = (line for line in _lines(evidence) if line.period.end)
    for own in grouped(dated, lambda line: (_words(line), line.kind, line.period.span)).values():
        for one, two in combinations(own, 2):
            low, high = sorted((one.number, two.number))
            if high >= THOUSANDFOLD * low:
                yield one, two


def _children(evidence: Evidence) -> Iterator[tuple[Figure, Figure]]:
    """A line and what it is a part of."""
    lines = _lines(evidence)
    parents = {(line.topic.breakdown, line.kind): line for line in lines}
    for line in lines:
        parent = parents.get((line.parent, line.kind))
        if parent and parent.number >= TOO_SMALL * line.number:
            yield line, parent


def _said(line: Figure) -> str:
    stage = {Kind.REPORTED: "thực hiện", Kind.NEED: "nhu cầu"}.get(line.kind, "được giao")
    return f"{compared(line)}{show_money(line.number)} ({stage}, {line.period.printed})"


def _named(one: Figure, two: Figure) -> str:
    return "" if _words(one) == _words(two) else f"{two.words}: "
