"""Frozen nouns that every step speaks of. No behaviour beyond what a noun knows of itself."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar

from generator.nouns.indicator import Indicator, Relation

Severity = Literal["error", "warning", "note"]
T = TypeVar("T")
K = TypeVar("K")

BUDGET = "kinh_phi_cds"
"""The indicator of every budget line."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of the data, told to its author.

    `file` is relative to the data folder, `line` counts as an editor does (header is 1),
    `column` is the header's word or ''. `message` and `remedy` are Vietnamese sentences.
    """

    file: str
    line: int
    column: str
    code: str
    severity: Severity
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class AdminUnit:
    """A province (2-digit code) or commune (5-digit code) of the official list."""

    code: str
    name: str
    kind: str
    province: str


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune with data. `province` is None where no official code is confirmed; `lines` are telephone lines and
    mailboxes of its office that may be public, `contact` the office that is told of faults.
    """

    code: str
    name: str
    slug: str
    folder: str
    province: AdminUnit | None
    province_slug: str
    candidates: tuple[str, ...] = ()
    note: str = ""
    lines: tuple[str, ...] = ()
    contact: str = ""

    @property
    def address(self) -> str:
        """Site address of the commune's first page, relative to the root, ending in '/'."""
        return f"{self.province_slug}/{self.slug}-{self.code}/"


@dataclass(frozen=True, slots=True)
class Record:
    """One row of an officer's table, every cell still text, with the place it stands in."""

    table: str
    commune: str
    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def problem(self, column: str, code: str, message: str, remedy: str, severity: Severity = "error") -> Problem:
        """A problem at this row."""
        return Problem(self.file, self.line, column, code, severity, message, remedy)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The shared `danh-muc/` folder, read and typed."""

    indicators: Mapping[str, Indicator]
    relations: tuple[Relation, ...]
    units: Mapping[str, AdminUnit]
    glossary: tuple[tuple[str, str, str], ...]
    national_targets: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything read from a data folder before meaning is given to it."""

    catalogue: Catalogue
    communes: tuple[Commune, ...]
    records: tuple[Record, ...]
    files: int


class Figure(NamedTuple):
    """One value of one indicator: a row of the frame of figures (`tidy.frame`), typed.

    The first 23 fields are the published columns of the public contract, under their names; numbers are NaN where
    there is none. The rest stays inside: `so_le` printed decimals (of money in đồng, so that whole
    millions have −6), `nhan_dinh` what the
    document claims, `gom_ky_truoc` whether online counts include those carried over, `noi_dung` words of a target or
    budget line, `ma_cha`/`du_dong_con` the budget tree, `lap_lai` whether a target holds every year, `in_sai` 'co'
    where the row says that it is printed so, `tep`/`dong` file and line. Of its document: `ngay_biet` the last day that
    it can know, `ngay_nguon` the day it was issued or, where that is not printed, `ngay_biet`; `thay_boi` the document
    that replaces it, '' while it stands.
    """

    ma_so: str
    ma_xa: str
    chi_tieu: str
    phan_to: str
    ky_in: str
    loai_ky: str
    tu_ngay: str
    den_ngay: str
    so_sanh: str
    gia_tri: float
    gia_tri_den: float
    don_vi: str
    nhu_in: str
    tu_so: float
    mau_so: float
    co_so: str
    ngoai_tru: str
    loai: str
    tinh_trang: str
    don_vi_bao_cao: str
    nguon: str
    vi_tri: str
    ghi_chu: str
    so_le: int
    nhan_dinh: str
    gom_ky_truoc: str
    noi_dung: str
    ma_cha: str
    du_dong_con: str
    lap_lai: str
    in_sai: str
    tep: str
    dong: int
    ngay_biet: str
    ngay_nguon: str
    thay_boi: str

    @property
    def order_day(self) -> str:
        """The day (ISO) by which it is ordered among others: its last one, else the last that its document can know,
        which is never told as its own.
        """
        return self.den_ngay or self.ngay_biet

    @property
    def is_ratio(self) -> bool:
        """Whether the value is printed as a ratio (07/10) or made of two counts."""
        return not math.isnan(self.tu_so)

    @property
    def is_exact(self) -> bool:
        """Whether it claims one exact value: no “khoảng”, “trên”, no range."""
        return self.so_sanh == "=" and not self.is_range

    @property
    def is_range(self) -> bool:
        """Whether the value has a second end (55%–60%)."""
        return not math.isnan(self.gia_tri_den)


class Standing(NamedTuple):
    """A target beside the latest result that falls into its stage.

    `status` is one of the words of `compute`: at or below the target while its stage runs, met or not after it, not
    begun, or nothing to compare.
    """

    target: Figure
    result: Figure | None
    status: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sides that do not agree, found by a general rule.

    `sides` are (label, value as printed, source id, place, date) per side; `figures` the ids of the figures involved;
    `gap` in the unit of the figures, as text; `sentence` says it, `more` what follows from it, `hint` is for officers
    only; `declared` is true when one of the rows says `dung_nhu_van_ban=co` or the rule needs no such word. Where it
    is `impossible`, its figures stand in their rows alone: no sentence, chart or rate is made of them.
    """

    commune: str
    rule: str
    indicator: str
    figures: tuple[str, ...]
    sides: tuple[tuple[str, str, str, str, str], ...]
    gap: str
    sentence: str
    declared: bool
    file: str
    line: int
    more: str = ""
    hint: str = ""
    impossible: bool = False


def grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Items by a key, each group in the order of the items."""
    made: dict[K, list[T]] = {}
    for item in items:
        made.setdefault(key(item), []).append(item)
    return made
