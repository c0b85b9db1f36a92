"""One value of one indicator, for one commune, over one period, from one place of one document."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from generator.language.value import Compared, State, Value
from generator.model.period import Period

BUDGET = "kinh_phi_cds"
"""The indicator of every budget line."""
UNSTATED_BASE = "không nêu"
"""The base of a share whose document does not say what it is a share of."""


class Kind(StrEnum):
    """What a figure is: measured and reported, computed by us from reported counts, aimed at, asked for, given."""

    REPORTED = "bao_cao"
    COMPUTED = "tinh_lai"
    TARGET = "muc_tieu"
    NEED = "nhu_cau"
    ALLOCATED = "phan_bo"


class Topic(NamedTuple):
    """What is measured: an indicator, and the part of it ('' for the whole)."""

    indicator: str
    breakdown: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a figure knows of its document: `issued` is the day it was issued or, where that is not printed, the last
    day that it can know (`known_by`); `replaced_by` the document that replaces it, '' while it stands.
    """

    id: str
    issued: dt.date | None = None
    known_by: dt.date | None = None
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a figure comes from: document, place in it, note of who entered it, row of the data file."""

    document: Document
    place: str
    note: str
    file: str
    line: int
    table: str = ""


class _Old:
    """The columns under their published names, until every room speaks of the nouns."""

    __slots__ = ()

    @property
    def ma_so(self) -> Any:
        return self.id  # type: ignore

    @property
    def ma_xa(self) -> Any:
        return self.commune  # type: ignore

    @property
    def chi_tieu(self) -> Any:
        return self.topic.indicator  # type: ignore

    @property
    def phan_to(self) -> Any:
        return self.topic.breakdown  # type: ignore

    @property
    def ky_in(self) -> Any:
        return self.period.printed  # type: ignore

    @property
    def loai_ky(self) -> Any:
        return self.period.kind  # type: ignore

    @property
    def so_sanh(self) -> Any:
        return self.value.compared  # type: ignore

    @property
    def don_vi(self) -> Any:
        return self.unit  # type: ignore

    @property
    def nhu_in(self) -> Any:
        return self.value.printed  # type: ignore

    @property
    def co_so(self) -> Any:
        return self.base  # type: ignore

    @property
    def ngoai_tru(self) -> Any:
        return self.without  # type: ignore

    @property
    def loai(self) -> Any:
        return self.kind  # type: ignore

    @property
    def tinh_trang(self) -> Any:
        return self.value.state  # type: ignore

    @property
    def don_vi_bao_cao(self) -> Any:
        return self.reporter  # type: ignore

    @property
    def nguon(self) -> Any:
        return self.trace.document.id  # type: ignore

    @property
    def vi_tri(self) -> Any:
        return self.trace.place  # type: ignore

    @property
    def ghi_chu(self) -> Any:
        return self.trace.note  # type: ignore

    @property
    def so_le(self) -> Any:
        return self.value.decimals  # type: ignore

    @property
    def nhan_dinh(self) -> Any:
        return self.claim  # type: ignore

    @property
    def gom_ky_truoc(self) -> Any:
        return self.with_carried  # type: ignore

    @property
    def noi_dung(self) -> Any:
        return self.words  # type: ignore

    @property
    def ma_cha(self) -> Any:
        return self.parent  # type: ignore

    @property
    def du_dong_con(self) -> Any:
        return self.complete  # type: ignore

    @property
    def lap_lai(self) -> Any:
        return self.each_year  # type: ignore

    @property
    def tep(self) -> Any:
        return self.trace.file  # type: ignore

    @property
    def dong(self) -> Any:
        return self.trace.line  # type: ignore

    @property
    def thay_boi(self) -> Any:
        return self.trace.document.replaced_by  # type: ignore

    @property
    def tu_ngay(self) -> str:
        return self.period.start.isoformat() if self.period.start else ""  # type: ignore

    @property
    def den_ngay(self) -> str:
        return self.period.end.isoformat() if self.period.end else ""  # type: ignore

    @property
    def ngay_biet(self) -> str:
        return self.trace.document.known_by.isoformat() if self.trace.document.known_by else ""  # type: ignore

    @property
    def ngay_nguon(self) -> str:
        return self.trace.document.issued.isoformat() if self.trace.document.issued else ""  # type: ignore

    @property
    def order_day(self) -> str:
        return "" if self.day == dt.date.min else self.day.isoformat()  # type: ignore

    @property
    def gia_tri(self) -> float:
        return float("nan") if self.value.number is None else float(self.value.number)  # type: ignore

    @property
    def gia_tri_den(self) -> float:
        return float("nan") if self.value.upper is None else float(self.value.upper)  # type: ignore

    @property
    def tu_so(self) -> float:
        return float("nan") if self.value.part is None else float(self.value.part)  # type: ignore

    @property
    def mau_so(self) -> float:
        return float("nan") if self.value.whole is None else float(self.value.whole)  # type: ignore

    @property
    def in_sai(self) -> str:
        return "co" if self.as_printed else ""  # type: ignore


@dataclass(frozen=True, slots=True)
class Figure(_Old):
    """A value with all that it means.

    `id` is readable and stable, made by `figure_id`; `base` what a share is a share of, `without` what is left out,
    `reporter` the agency that must report it. `words` are those of a target or budget line, `claim` what the document
    claims of it, `with_carried` whether online counts include those carried over (co | khong | khong_ro | ''),
    `parent` and `complete` the budget tree, `each_year` whether a target holds every year, `as_printed` whether its row
    says that the document prints it so.
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
    parent: str = ""
    complete: str = ""
    each_year: str = ""
    as_printed: bool = False

    @property
    def day(self) -> dt.date:
        """The day by which it is ordered among others: its last one, else the last that its document can know, which is
        never told as its own; the first of all where neither is known.
        """
        return self.period.end or self.trace.document.known_by or dt.date.min

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
    def counts(self) -> tuple[Decimal, Decimal]:
        """Part and whole of a ratio, which are there."""
        assert self.value.part is not None
        assert self.value.whole is not None
        return self.value.part, self.value.whole

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
    start, end = ("" if day is None else f"{day:%Y%m%d}" for day in (period.start, period.end))
    when = f"{start.zfill(8) if start else ''}-{end.zfill(8) if end else ''}-{period.kind}"
    return ".".join((commune, topic.indicator, topic.breakdown or "tong", when, kind, document))


class Standing(NamedTuple):
    """A target beside the latest result that falls into its stage.

    `status` is one of the words of `compute`: at or below the target while its stage runs, met or not after it, not
    begun, or nothing to compare.
    """

    target: Figure
    result: Figure | None
    status: str
