"""Lines of a budget: what was planned, given and spent on one thing, brought together, and shares of these.

Amounts of one line have one code. Older files have a code for each stage: there a line is known by its words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.figures.compute import rate
from generator.language.vietnamese import fold
from generator.model.catalogue import Indicator
from generator.model.figure import BUDGETS, SPENDING_SHARE, Figure, Stage
from generator.model.grouping import grouped

GIVEN = (Stage.ALLOCATED, Stage.PLANNED)
"""What spending is held against: what was given, else what was planned."""
DONE = (Stage.SETTLED, Stage.SPENT, Stage.ESTIMATED)
"""What says how much was spent; of one day the surest first."""


@dataclass(frozen=True)
class Year:
    """A line in a year: `given` is what spending is held against, `planned` all amounts that were planned or given,
    the newest first; `done` the newest amount spent since the first of January; None where there is none.
    """

    year: int
    given: Figure | None
    planned: tuple[Figure, ...]
    done: Figure | None

    @property
    def share(self) -> Decimal | None:
        """Per cent of what was given that is spent; None where one is not known exactly, or nothing was given."""
        one, two = self.given, self.done
        if not (one and two and one.is_exact and two.is_exact and one.number > 0):
            return None
        return 100 * two.number / one.number

    @property
    def gone(self) -> Decimal | None:
        """Per cent of the year that had gone when so much was spent."""
        if not (self.done and self.done.period.end):
            return None
        day = self.done.period.end
        return Decimal(100 * day.timetuple().tm_yday) / dt.date(day.year, 12, 31).timetuple().tm_yday


@dataclass(frozen=True)
class Line:
    """What is told of one thing that money is for: its `amounts`, those without a value last, the newest first."""

    amounts: tuple[Figure, ...]

    @property
    def words(self) -> str:
        """What the money is for, as the newest document says it."""
        return self.amounts[0].words

    @property
    def indicator(self) -> str:
        """The budget that it is a line of."""
        return self.amounts[0].topic.indicator

    @property
    def codes(self) -> frozenset[str]:
        """The codes of its amounts: one, or in older files one a stage."""
        return frozenset(amount.topic.breakdown for amount in self.amounts)

    @property
    def parents(self) -> frozenset[str]:
        """The codes of what it is a part of; none where it is a whole."""
        return frozenset(amount.parent for amount in self.amounts) - {""}

    def of(self, *stages: Stage) -> tuple[Figure, ...]:
        """Its amounts of some stages that have a value, the newest first."""
        return tuple(amount for amount in self.amounts if amount.stage in stages and amount.has_value)

    @property
    def years(self) -> list[int]:
        """The years that its amounts are of, the newest first; amounts without a day are of none."""
        ended = {amount.period.end.year for amount in self.of(*GIVEN, *DONE) if amount.period.end and _of_year(amount)}
        return sorted(ended, reverse=True)

    def spent_of(self, amount: Figure) -> Year | None:
        """The year of an amount that says what was spent in it, where its share of what was given is known."""
        year = self.year(amount.day.year)
        speaks = year.done is not None and year.done.id == amount.id
        return year if speaks and year.share is not None and year.given is not None else None

    def year(self, year: int) -> Year:
        """What is known of it in a year. What is given for several years answers for none of them."""
        within = [one for one in self.of(*GIVEN, *DONE) if _of_year(one) and one.day.year == year]
        planned = tuple(amount for amount in within if amount.stage in GIVEN)
        done = [amount for amount in within if amount.stage in DONE and amount.stands and _since_new_year(amount)]
        newest = [amount for amount in done if _sure(amount) == max(map(_sure, done))]
        spent = _binding(newest) or min(newest, key=lambda amount: amount.giver, default=None)
        return Year(year, _spoken(planned), planned, spent)


def within(amount: Figure, total: Figure) -> bool:
    """Whether the days of an amount lie within those of a total, which begins with its year where it names no first
    day; an amount without one stands for its last. Where a last day is not given nobody can tell.
    """
    whole = total.period
    if whole.end and not whole.start:
        whole = replace(whole, start=dt.date(whole.end.year, 1, 1))
    return whole.contains(amount.period)


def lines(figures: Iterable[Figure]) -> list[Line]:
    """The lines of the amounts among figures, in the order of their rows."""
    amounts = [figure for figure in figures if figure.stage]
    return [Line(tuple(sorted(own, key=_newest))) for own in _united(amounts)]


def _united(amounts: Sequence[Figure]) -> list[list[Figure]]:
    """Amounts of one code; those of several codes that say the same below the same line, or below none that is named,
    are of one line where together they tell nothing twice. The order of rows decides nothing.
    """
    by_code = grouped(amounts, lambda amount: amount.topic)
    words = {topic: fold(min(own, key=_newest).words) for topic, own in by_code.items()}

    def above(own: Sequence[Figure]) -> str:
        newest = min(own, key=_newest)
        return words.get(newest.topic._replace(breakdown=newest.parent), newest.parent)

    made: list[list[Figure]] = []
    for alike in grouped(by_code.values(), lambda own: (own[0].topic.indicator, words[own[0].topic])).values():
        below = grouped(alike, above)
        if len(below.keys() - {""}) == 1:
            below = {"": alike}
        for codes in below.values():
            together = [amount for own in codes for amount in own]
            made += [together] if len({*map(_place, together)}) == len(together) else codes
    first = {amount.id: number for number, amount in reversed([*enumerate(amounts)])}
    return sorted(made, key=lambda own: min(first[amount.id] for amount in own))


def _place(amount: Figure) -> tuple[object, ...]:
    """What no two amounts of a line share."""
    return amount.stage, amount.period, amount.giver, amount.source


def _newest(amount: Figure) -> tuple[bool, bool, int, int, bool, int, int]:
    """The order of amounts: those with a value, of documents that stand, the newest period, the newest document, of
    periods that end together the longest.
    """
    start = amount.period.start
    return (
        not amount.has_value,
        not amount.stands,
        -amount.day.toordinal(),
        -amount.issued.toordinal(),
        start is None,
        start.toordinal() if start else 0,
        amount.trace.line,
    )


def _spoken(planned: Sequence[Figure]) -> Figure | None:
    """The amount that spending is held against: given before planned, of several documents the newest."""
    standing = [amount for amount in planned if amount.stands]
    for stage in GIVEN:
        own = [amount for amount in standing if amount.stage is stage]
        if own:
            return _binding([amount for amount in own if amount.issued == max(one.issued for one in own)])
    return None


def _binding(amounts: Sequence[Figure]) -> Figure | None:
    """Of amounts of several givers that without one, else the commune's own decision; None where nobody can tell which
    one binds it.
    """
    without = [amount for amount in amounts if not amount.giver]
    own = [amount for amount in amounts if {"xa", "phuong", "khu"} & set(fold(amount.giver).split())]
    sure = without or (own if len({amount.giver for amount in own}) == 1 else [])
    return sure[0] if sure else None


def _sure(amount: Figure) -> tuple[dt.date, int, dt.date]:
    """By what an amount that was spent speaks before others: its last day, how sure it is, its document."""
    return amount.period.end or dt.date.min, -DONE.index(amount.stage or Stage.SPENT), amount.issued


def _of_year(amount: Figure) -> bool:
    """Whether all its days lie in one year."""
    start, end = amount.period.span
    return end is not None and (start is None or start.year == end.year)


def _since_new_year(amount: Figure) -> bool:
    """Whether it counts from the first of January on, or names no first day."""
    return amount.period.start is None or amount.period.is_year_to_date


def share_of_spending(figures: Sequence[Figure], indicators: Mapping[str, Indicator]) -> list[Figure]:
    """What share of all spending went to science, innovation and digital transformation, in each period of which both
    totals are known: a computed figure of the indicator SPENDING_SHARE, from the document of the first.
    """
    wanted, made = indicators.get(SPENDING_SHARE), []
    wholes_spent = [line for line in lines(figures) if line.of(*DONE) and not line.parents]
    totals = {
        table: [line for line in wholes_spent if line.indicator == BUDGETS[table]] for table in ("khcn_cds", "chi")
    }
    if wanted is None or any(len(whole) != 1 for whole in totals.values()):
        return []
    parts, wholes = (own[0].of(*DONE) for own in totals.values())
    by_span = {whole.period.span: whole for whole in sorted(filter(_counts, wholes), key=_sure)}
    spans = {part.period.span: part for part in sorted(filter(_counts, parts), key=_sure)}
    words = "kinh phí đã thực hiện / tổng chi ngân sách"
    for span, part in spans.items():
        if whole := by_span.get(span):
            made.append(rate((part, whole), wanted, "", words, (part.number, whole.number), wanted.base))
    return made


def _counts(amount: Figure) -> bool:
    """Whether a share can be made of an amount."""
    return amount.is_exact and amount.stands and amount.number > 0 and amount.period.end is not None
