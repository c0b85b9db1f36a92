"""One value of one indicator, for one commune, over one period, from one place of one document."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.language.value import Compared, State, Value
from generator.model.period import Period

BUDGETS = {"khcn_cds": "kinh_phi_cds", "thu": "thu_ngan_sach", "chi": "chi_ngan_sach", "can_doi": "can_doi_ngan_sach"}
"""The indicator of the lines of each table of a budget."""
BUDGET = BUDGETS["khcn_cds"]
"""That of money for science, innovation and digital transformation."""
SPENDING = frozenset({BUDGETS["khcn_cds"], BUDGETS["chi"]})
"""The budgets of what is spent; of the others more than was planned is no overspending."""
SPENDING_SHARE = "ty_le_chi_khcn_cds"
"""What share of its spending goes to these: of the totals of two tables."""
UNSTATED_BASE = "không nêu"
"""The base of a share whose document does not say what it is a share of."""


class Kind(StrEnum):
    """What a figure is: measured and reported, computed by us from reported counts, aimed at, asked for, given."""

    REPORTED = "bao_cao"
    COMPUTED = "tinh_lai"
    TARGET = "muc_tieu"
    NEED = "nhu_cau"
    ALLOCATED = "phan_bo"


class Stage(StrEnum):
    """What an amount of money is: asked for, planned, given, believed to be spent, spent, settled; in this order."""

    NEEDED = "nhu_cau"
    PLANNED = "du_toan"
    ALLOCATED = "duoc_phan_bo"
    ESTIMATED = "uoc_thuc_hien"
    SPENT = "thuc_hien"
    SETTLED = "quyet_toan"

    @property
    def kind(self) -> Kind:
        """What a figure of it is."""
        asked = {Stage.NEEDED: Kind.NEED, Stage.PLANNED: Kind.ALLOCATED, Stage.ALLOCATED: Kind.ALLOCATED}
        return asked.get(self, Kind.REPORTED)


MEASURED = (Kind.REPORTED, Kind.COMPUTED)
"""Kinds that say what there was: printed by a document, or computed from what it prints."""
_A_DAY = re.compile(r"\d\s*[/.-]\s*\d|ngày\s+\d", re.IGNORECASE)
"""A day, or a month of a year, in the words of a period."""
TOLD = (*MEASURED, Kind.ALLOCATED, Kind.NEED)
"""Every kind but what is aimed at."""


class Topic(NamedTuple):
    """What is measured: an indicator, and the part of it ('' for the whole)."""

    indicator: str
    breakdown: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a figure knows of its document: `issued` is the day it was issued or, where that is not printed, the last
    day that it can know (`known_by`); `replaced_by` the document that replaces it, '' while it stands; `signed` the day
    that is printed as its own.
    """

    id: str
    issued: dt.date | None = None
    known_by: dt.date | None = None
    replaced_by: str = ""
    signed: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a figure comes from: document, place in it, note of who entered it, row of the data file."""

    document: Document
    place: str
    note: str
    file: str
    line: int
    table: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with all that it means.

    `id` is readable and stable, made by `figure_id`; `base` what a share is a share of, `without` what is left out,
    `reporter` the agency that must report it. `words` are those of a target or budget line, `claim` what the document
    claims of it, `with_carried` whether online counts include those carried over (co | khong | khong_ro | ''),
    `stage` and `giver` what an amount is and by whom it is given, `parent` and `complete` the budget tree, `of_plan`
    and `of_last_year` the per cent that its document prints of what was planned and of a year ago, `each_year` whether
    a target holds every year, `as_printed` whether its row says that the document prints it so.
    """

    id: str
    commune: str
    topic: Topic
    kind: Kind
    period: Period
    value: Value
    unit: str
    trace: Trace
    base: str = ""
    without: str = ""
    reporter: str = ""
    words: str = ""
    claim: str = ""
    with_carried: str = ""
    stage: Stage | None = None
    giver: str = ""
    parent: str = ""
    complete: str = ""
    of_plan: Value | None = None
    of_last_year: Value | None = None
    each_year: str = ""
    as_printed: bool = False

    @property
    def day(self) -> dt.date:
        """The day by which it is ordered among others: its last one, else the last that its document can know, which is
        never told as its own; the first of all where neither is known.
        """
        return self.period.end or self.trace.document.known_by or dt.date.min

    @property
    def ends_when_signed(self) -> bool:
        """Whether its last day is that of the signature, since the period as printed names none: “5 tháng đầu năm”. The
        end of a month may be its own.
        """
        end, signed = self.period.end, self.trace.document.signed
        if end is None or end != signed or self.kind not in TOLD:
            return False
        return (end + dt.timedelta(days=1)).day != 1 and not _A_DAY.search(self.period.printed)

    @property
    def has_value(self) -> bool:
        """Whether it has a value: neither missing nor in words alone."""
        return self.value.state is State.GIVEN

    @property
    def number(self) -> Decimal:
        """Its value, which is there."""
        assert self.value.number is not None
        return self.value.number

    @property
    def highest(self) -> Decimal:
        """The second end of a range, else its value, which is there."""
        return self.number if self.value.upper is None else self.value.upper

    @property
    def upper(self) -> Decimal:
        """The second end of its range, which it is."""
        assert self.value.upper is not None
        return self.value.upper

    @property
    def counts(self) -> tuple[Decimal, Decimal]:
        """Part and whole of a ratio, which are there."""
        assert self.value.part is not None
        assert self.value.whole is not None
        return self.value.part, self.value.whole

    @property
    def is_measured(self) -> bool:
        """Whether it is a number of what there was: no target and no amount of money."""
        return self.kind in MEASURED and self.has_value and self.stage is None

    @property
    def is_ratio(self) -> bool:
        """Whether the value is printed as a ratio (07/10) or made of two counts."""
        return self.value.part is not None

    @property
    def is_exact(self) -> bool:
        """Whether it claims one exact value: no “khoảng”, “trên”, no range."""
        return self.value.compared is Compared.EXACTLY and not self.is_range

    @property
    def is_range(self) -> bool:
        """Whether the value has a second end (55%–60%)."""
        return self.value.upper is not None

    @property
    def source(self) -> str:
        """The id of its document."""
        return self.trace.document.id

    @property
    def issued(self) -> dt.date:
        """The day by which its document speaks before others or after them; the first of all where none is known."""
        return self.trace.document.issued or dt.date.min

    @property
    def stands(self) -> bool:
        """Whether its document is one that no other replaces."""
        return not self.trace.document.replaced_by


def figure_id(commune: str, topic: Topic, period: Period, kind: Kind, document: str) -> str:
    """Readable and stable: commune, indicator, breakdown, period, kind and source."""
    start, end = ("" if day is None else day.isoformat().replace("-", "") for day in (period.start, period.end))
    when = f"{start}-{end}-{period.kind}"
    return ".".join((commune, topic.indicator, topic.breakdown or "tong", when, kind, document))


class Sum(NamedTuple):
    """Months added up by us: `figure` is the computed sum, `months` those in it, in order, `missing` those between the
    first possible and the last one that no figure alone tells.
    """

    figure: Figure
    months: tuple[Figure, ...]
    missing: tuple[Period, ...]

    @property
    def counted(self) -> str:
        """`3 tháng`, `8 trong 9 tháng`."""
        many, all = len(self.months), len(self.months) + len(self.missing)
        return f"{many} trong {all} tháng" if self.missing else f"{many} tháng"

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents that its months are from, each once, in order."""
        return tuple(dict.fromkeys(month.source for month in self.months))


class Standing(NamedTuple):
    """A target beside the result that speaks for its stage.

    `status` is one of the words of `figures.standings`: at or below the target while its stage runs, met or not after
    it, not begun, or nothing to compare. `others` tell another value of the same days than the result; `added` is the
    sum of months that is the result or among them, None where there is none.
    """

    target: Figure
    result: Figure | None
    status: str
    added: Sum | None = None
    others: tuple[Figure, ...] = ()

    @property
    def summed(self) -> Sum | None:
        """The sum of months that the result is; None where it is a figure."""
        return self.added if self.added and self.result is self.added.figure else None
