"""Of the money for science and digital transformation, which amounts speak: given, parts of it, spent, asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.figures.budget_lines import DONE, GIVEN, Line, lines, within
from generator.language.numbers import show_money, show_number
from generator.model.figure import BUDGET, Figure, Kind, Stage
from generator.model.figure_words import WHOLE_SHARE, stage_in_words
from generator.pieces.picking import with_value

MOST_LINES = 3
"""Lines of a budget that sentences tell, on a page and aloud; the rest stands below."""


def few(amounts: Sequence[Figure]) -> Sequence[Figure]:
    """The first amounts, as many as sentences tell."""
    return amounts[:MOST_LINES]


def done_words(line: Figure) -> str:
    """How an amount that was spent is called: what is only believed to be spent says so."""
    return {Stage.ESTIMATED: "Ước thực hiện", Stage.SETTLED: "Quyết toán"}.get(
        line.stage or Stage.SPENT, "Đã thực hiện"
    )


def allocated(figures: Sequence[Figure]) -> Figure | None:
    """The amount that figures of a commune say was allocated in all."""
    return Budget(figures).allocated


@dataclass(frozen=True, eq=False)
class Budget:
    """What figures of a commune tell of money."""

    figures: Sequence[Figure]

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of every table."""
        return lines(self.figures)

    @cached_property
    def allocated(self) -> Figure | None:
        """The newest total that was allocated: for one year where there is such a one, since a sum of five years
        answers for none of them.
        """
        totals = [line for line in self.lines if line.indicator == BUDGET and not line.parents]
        of_years = [given for line in totals for year in line.years if (given := line.year(year).given)]
        others = [one for line in totals for one in line.of(*GIVEN)]
        newest_first = sorted(of_years or others, key=lambda one: (one.stands, one.day, one.issued), reverse=True)
        return next(iter(newest_first), None)

    @cached_property
    def spent(self) -> list[Figure]:
        """What was spent on each line, its newest amount, which holds the earlier ones; the newest first."""
        own = (line for line in self.lines if line.indicator == BUDGET)
        newest = [done[0] for line in own if (done := line.of(*DONE))]
        return sorted(newest, key=lambda amount: (-amount.day.toordinal(), amount.trace.line))

    @cached_property
    def asked(self) -> list[Figure]:
        """Sums that the newest document asks for, without the lines that they consist of."""
        needs = [line for line in self._of(Kind.NEED) if not line.parent]
        return [line for line in needs if line.issued == max(one.issued for one in needs)]

    def shares(self, total: Figure) -> list[Figure]:
        """What a total is divided into, by its own document."""
        parts = (line for line in self._of(total.kind) if line.parent)
        return [line for line in parts if _together(line, line.parent) == _together(total)]

    def line_of(self, amount: Figure) -> Line:
        """The line that an amount is of."""
        return next(line for line in self.lines if any(one.id == amount.id for one in line.amounts))

    def unsure(self, line: Figure, total: Figure | None) -> bool:
        """Whether nobody can tell if what was spent is of a total that was given."""
        if total is None or line.parent or not (within(line, total) or not line.period.end):
            return False
        return all(one.id != line.id for one in self.line_of(total).amounts)

    def share_words(self, line: Figure, *, gone: bool = True) -> str:
        """What share of what was given in its year is spent and, unless that is said before, how much of the year had
        `gone`; '' where nobody can tell.
        """
        year = self.line_of(line).spent_of(line)
        if year is None or year.share is None or year.given is None:
            return ""
        known = gone and year.gone is not None and 0 < year.gone < WHOLE_SHARE
        until = f", khi năm đã qua {show_number(year.gone)}%" if known and year.gone else ""
        given = f"{show_money(year.given.number)} {stage_in_words(year.given)}"
        return f", bằng {show_number(year.share, 1)}% của {given} (trang tự tính){until}"

    def _of(self, kind: str) -> list[Figure]:
        return with_value(figure for figure in self.figures if (figure.topic.indicator, figure.kind) == (BUDGET, kind))


def _together(amount: Figure, code: str = "") -> tuple[object, ...]:
    """By what an amount and those that it is divided into know each other."""
    return code or amount.topic.breakdown, amount.stage, amount.period.span, amount.source
