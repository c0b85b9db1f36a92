"""What the rules on figures look at, and how a rule states what it found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from generator.figures.budget_lines import Line, lines
from generator.language.numbers import WHOLE_UNITS_EXCEPT
from generator.language.vietnamese import read_date
from generator.model.catalogue import Catalogue, Relation
from generator.model.difference import Difference, Side
from generator.model.figure import BUDGETS, Figure, Kind
from generator.model.figure_words import printed
from generator.model.grouping import grouped
from generator.model.period import Period
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables.all_tables import BY_NAME

NEAR_DAYS = 45
"""Two periods that start together are compared when they end at most so many days apart."""

MUST_BE_DECLARED = frozenset(
    {
        "phan-lon-hon-tong", "linh-vuc-lon-hon-tong", "ty-le-qua-100", "tien-lech-nghin-lan", "tong-khong-khop",
        "phan-chong-nhau", "tong-phan-to", "dong-con-khong-khop", "ty-le-khong-khop", "ty-so-khac-phan-tram",
    }
)  # fmt: skip
"""Rules about one document: an error until a row says that it is printed so."""


def many_things(catalogue: Catalogue) -> frozenset[str]:
    """Indicators whose values are each time something else: lines of a budget, and what the catalogue says is so."""
    return frozenset(BUDGETS.values()) | catalogue.named_by("moi_lan_mot_viec")


@dataclass(frozen=True)
class Evidence:
    """Figures of one commune as read, figures recomputed from them, and all rows of its tables."""

    figures: Sequence[Figure]
    computed: Sequence[Figure]
    catalogue: Catalogue
    records: Sequence[Record]

    @cached_property
    def reported(self) -> list[Figure]:
        """Reported figures that have a value."""
        return [f for f in self.figures if f.kind is Kind.REPORTED and f.has_value]

    @cached_property
    def exact(self) -> list[Figure]:
        """Reported figures that claim one exact value: no “khoảng”, “trên”, no range."""
        return [f for f in self.reported if f.is_exact]

    @cached_property
    def exact_by_indicator(self) -> dict[str, list[Figure]]:
        """The exact figures of each indicator."""
        return grouped(self.exact, lambda figure: figure.topic.indicator)

    @cached_property
    def standing(self) -> list[Figure]:
        """The exact figures of documents that no other replaces."""
        return [f for f in self.exact if f.stands]

    @cached_property
    def targets(self) -> list[Figure]:
        """Targets that have a number."""
        return [f for f in self.figures if f.kind is Kind.TARGET and f.has_value]

    @cached_property
    def amounts(self) -> list[Figure]:
        """Amounts of money of documents that stand, exact and above zero."""
        amounts = (figure for figure in self.figures if figure.stage and figure.has_value)
        return [amount for amount in amounts if amount.is_exact and amount.number > 0 and amount.stands]

    @cached_property
    def budget(self) -> list[Line]:
        """The lines of these amounts."""
        return lines(self.amounts)

    def rows(self, table: str) -> list[Record]:
        """The rows of one table."""
        return [record for record in self.records if record.table == table]

    @cached_property
    def _many_things(self) -> frozenset[str]:
        return many_things(self.catalogue)

    def one_thing(self, figure: Figure) -> bool:
        """Whether other values of its indicator are of the same thing: not of budget lines, of campaigns."""
        return figure.topic.indicator not in self._many_things

    def relations(self, kind: str) -> list[Relation]:
        """The relations of one kind."""
        return [relation for relation in self.catalogue.relations if relation.kind == kind]

    def name(self, indicator: str) -> str:
        """The indicator's name."""
        return self.catalogue.indicators[indicator].name

    def label(self, figure: Figure) -> str:
        """The indicator's name with its breakdown in words."""
        indicator = self.catalogue.indicators[figure.topic.indicator]
        words = figure.words if indicator.id in self._many_things else indicator.part(figure.topic.breakdown)
        return f"{indicator.name} ({words})" if words else indicator.name


def by_topic(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Figures of one topic together, oldest first."""
    ordered = sorted(figures, key=lambda f: (f.topic, f.day, f.id))
    return [list(group) for _, group in groupby(ordered, lambda f: f.topic)]


def by_period(figures: Iterable[Figure], *, breakdowns: bool) -> list[dict[str, Figure]]:
    """Figures of one document and period together, by indicator; apart by breakdown if asked."""

    def moment(figure: Figure) -> tuple[object, ...]:
        return figure.source, figure.period.by_kind, figure.topic.breakdown if breakdowns else ""

    ordered = sorted(figures, key=lambda f: (*moment(f), f.trace.line))
    return [{f.topic.indicator: f for f in group} for _, group in groupby(ordered, moment)]


def column_of(figure: Figure, indicator: str = "") -> str:
    """The column of its table in which a figure stands, or one of another indicator would; '' where there is none."""
    columns = BY_NAME[figure.trace.table].columns
    counts = {column.melts_to: column.name for column in columns if column.melts_to}
    if counts:
        return counts.get(indicator or figure.topic.indicator, "")
    return next(column.name for column in columns if column.kind == "quantity")


def same_moment(one: Figure, two: Figure) -> bool:
    """Whether two figures are of one document and the same days; a total since nobody knows when is of no others."""
    first, second = one.period, two.period
    days = first.span == second.span and first.is_since_ever == second.is_since_ever
    return one.source == two.source and days


def rounding(*figures: Figure) -> Decimal:
    """What printed numbers may be apart together by their rounding. Whole things are counted, not rounded."""
    return sum((figure.value.rounding for figure in figures if figure.unit in WHOLE_UNITS_EXCEPT), Decimal(0))


def apart(one: Decimal, two: Decimal, *figures: Figure) -> bool:
    """Whether two amounts made of printed numbers differ by more than their rounding explains."""
    return one != two and abs(one - two) >= rounding(*figures)


def near(one: Period, two: Period) -> bool:
    """Equal periods, or same start (or none stated) and ends at most NEAR_DAYS apart; one without a day is near to
    none.
    """
    if one.is_since_ever != two.is_since_ever:
        return False  # a total since nobody knows when is not a month's
    if one.start and two.start and one.start != two.start:
        return False
    if not (one.end and two.end):
        return False  # nobody knows of when a value without a day is
    return abs((one.end - two.end).days) <= NEAR_DAYS


def passage(row: Record, label: str, words: str, day: str = "") -> Side:
    """What a document says in words, as one side of a difference; `day` as a table writes it."""
    return Side(label, words, row["nguon"], row["vi_tri"], read_date(day))


def found(
    evidence: Evidence, rule: str, figures: Sequence[Figure], gap: str, sentence: str, more: str = "",
    beside: Sequence[Side] = (),
) -> Difference:  # fmt: skip
    """A difference between figures, in the words of its rule; `beside` are passages that stand with them."""
    first = figures[0]
    sides = [Side(evidence.label(f), printed(f), f.source, f.trace.place, f.period.end, f) for f in figures]
    return Difference(
        commune=first.commune,
        rule=rule,
        indicator=first.topic.indicator,
        sides=(*sides, *beside),
        gap=gap,
        sentence=sentence,
        declared=rule not in MUST_BE_DECLARED or looked_at(*figures),
        file=first.trace.file,
        line=first.trace.line,
        column=column_of(first),
        more=more,
    )


def looked_at(*figures: Figure) -> bool:
    """Whether an officer has said of one of the figures that its document prints it so."""
    return any(figure.as_printed for figure in figures)


def odd(figure: Figure, column: str, code: str, message: str, advice: str) -> Problem:
    """A warning about a figure that may be right: who has looked and says so is warned no more."""
    remedy = f"{advice} Nếu đúng như văn bản in: ghi “co” vào cột dung_nhu_van_ban của dòng này, lời nhắc sẽ thôi."
    return Problem(figure.trace.file, figure.trace.line, column, code, "warning", message, remedy)
