"""What the rules on figures look at, and how a rule states what it found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from generator.language.quantities import MONEY, PERCENT, WHOLE_UNITS_EXCEPT, in_words, show_number, show_quantity
from generator.language.vietnamese import show_date
from generator.model.catalogue import Catalogue, Relation
from generator.model.choices import COMPARISONS
from generator.model.difference import Difference
from generator.model.figure import BUDGET, Figure
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables.all_tables import BY_NAME

WHOLE_SHARE = 100
"""A share of something is at most so many per cent."""
NEAR_DAYS = 45
"""Two periods that start together are compared when they end at most so many days apart."""
MANY_THINGS = frozenset({BUDGET, "buoi_tuyen_truyen"})
"""Indicators whose values are different things each time."""

MUST_BE_DECLARED = frozenset(
    {
        "phan-lon-hon-tong", "linh-vuc-lon-hon-tong", "ty-le-qua-100", "tien-lech-nghin-lan", "tong-khong-khop",
        "phan-chong-nhau", "tong-phan-to", "dong-con-khong-khop", "ty-le-khong-khop", "ty-so-khac-phan-tram",
    }
)  # fmt: skip
"""Rules about one document: an error until a row says that it is printed so."""


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
        return [f for f in self.figures if f.loai == "bao_cao" and f.tinh_trang == "co"]

    @cached_property
    def exact(self) -> list[Figure]:
        """Reported figures that claim one exact value: no “khoảng”, “trên”, no range."""
        return [f for f in self.reported if f.is_exact]

    @cached_property
    def standing(self) -> list[Figure]:
        """The exact figures of documents that no other replaces."""
        return [f for f in self.exact if not f.thay_boi]

    @cached_property
    def targets(self) -> list[Figure]:
        """Targets that have a number."""
        return [f for f in self.figures if f.loai == "muc_tieu" and f.tinh_trang == "co"]

    def rows(self, table: str) -> list[Record]:
        """The rows of one table."""
        return [record for record in self.records if record.table == table]

    def relations(self, kind: str) -> list[Relation]:
        """The relations of one kind."""
        return [relation for relation in self.catalogue.relations if relation.kind == kind]

    def name(self, indicator: str) -> str:
        """The indicator's name."""
        return self.catalogue.indicators[indicator].name

    def label(self, figure: Figure) -> str:
        """The indicator's name with its breakdown in words."""
        indicator = self.catalogue.indicators[figure.chi_tieu]
        breakdown = figure.noi_dung if figure.chi_tieu == BUDGET else figure.phan_to
        words = indicator.breakdowns.get(breakdown, breakdown)
        return f"{indicator.name} ({words})" if words else indicator.name


def by_topic(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Figures of one commune, indicator and breakdown together, oldest first."""

    def topic(figure: Figure) -> tuple[str, str, str]:
        return figure.ma_xa, figure.chi_tieu, figure.phan_to

    ordered = sorted(figures, key=lambda f: (*topic(f), f.order_day, f.ma_so))
    return [list(group) for _, group in groupby(ordered, topic)]


def by_period(figures: Iterable[Figure], *, breakdowns: bool) -> list[dict[str, Figure]]:
    """Figures of one document and period together, by indicator; apart by breakdown if asked."""

    def moment(figure: Figure) -> tuple[str, ...]:
        apart = (figure.phan_to,) if breakdowns else ()
        return figure.ma_xa, figure.nguon, figure.loai_ky, figure.tu_ngay, figure.den_ngay, *apart

    ordered = sorted(figures, key=lambda f: (moment(f), f.dong))
    return [{f.chi_tieu: f for f in group} for _, group in groupby(ordered, moment)]


def column_of(file: str, indicator: str) -> str:
    """The column of a table in which a figure of the indicator stands."""
    table = BY_NAME.get(file.rpartition("/")[2].removesuffix(".csv"))
    named = {column.melts_to: column.name for column in table.columns if column.melts_to} if table else {}
    return named.get(indicator, "") if named else "so_tien" if indicator == BUDGET else "gia_tri"


def same_moment(one: Figure, two: Figure) -> bool:
    """Whether two figures are of one document and the same days."""
    dates = (one.nguon, one.tu_ngay, one.den_ngay) == (two.nguon, two.tu_ngay, two.den_ngay)
    return dates and (one.loai_ky == two.loai_ky or bool(one.tu_ngay) or "luy_ke" not in (one.loai_ky, two.loai_ky))


def exactly(figure: Figure) -> Decimal:
    """The value as a number that adds up without the computer's rounding."""
    return Decimal(str(figure.gia_tri))


def rounding(*figures: Figure) -> Decimal:
    """What printed numbers may be apart together by their rounding: half a unit of the last printed digit each.
    Whole things are counted, not rounded.
    """
    return sum(
        (Decimal(1).scaleb(-figure.so_le) / 2 for figure in figures if figure.don_vi in WHOLE_UNITS_EXCEPT), Decimal(0)
    )


def apart(one: Decimal, two: Decimal, *figures: Figure) -> bool:
    """Whether two amounts made of printed numbers differ by more than their rounding explains."""
    return one != two and abs(one - two) >= rounding(*figures)


def is_above_whole(figure: Figure) -> bool:
    """Whether a share says more than the whole that it is a share of."""
    upper = figure.gia_tri_den if figure.is_range else figure.gia_tri
    return figure.don_vi == PERCENT and upper > WHOLE_SHARE


def near(one: Figure, two: Figure) -> bool:
    """Equal periods, or same start (or none stated) and ends at most NEAR_DAYS apart; a value without a day is
    near to none.
    """
    since_ever = [figure.loai_ky == "luy_ke" and not figure.tu_ngay for figure in (one, two)]
    if since_ever[0] != since_ever[1]:
        return False  # a total since nobody knows when is not a month's
    if one.tu_ngay and two.tu_ngay and one.tu_ngay != two.tu_ngay:
        return False
    if not (one.den_ngay and two.den_ngay):
        return False  # nobody knows of when a value without a day is
    days = (dt.date.fromisoformat(one.den_ngay) - dt.date.fromisoformat(two.den_ngay)).days
    return abs(days) <= NEAR_DAYS


def printed(figure: Figure) -> str:
    """The value as the document prints it; a recomputed one in our format with its counts."""
    if figure.loai == "tinh_lai":
        counts = f"{show_number(figure.tu_so)}/{show_number(figure.mau_so)}"
        return f"{show_quantity(figure.gia_tri, figure.don_vi, figure.so_le)} ({counts})"
    if figure.tinh_trang != "co":
        return "để trống"
    bare = figure.nhu_in[-1:].isdigit()
    if figure.don_vi == PERCENT:
        shown = show_quantity(figure.gia_tri, PERCENT, figure.so_le) if "." in figure.nhu_in else figure.nhu_in
        return f"{shown}%" if bare and "%" not in shown else shown
    return f"{figure.nhu_in} {in_words(figure.don_vi)}" if bare and figure.don_vi != MONEY else figure.nhu_in


def ended(figure: Figure) -> str:
    """Up to when a figure counts, in words: `đến 31/05/2026`, `năm 2025` where the document names a year and no day,
    `không ghi ngày`.
    """
    if figure.den_ngay.endswith("-12-31") and figure.ky_in.strip().lower() == f"năm {figure.den_ngay[:4]}":
        return f"năm {figure.den_ngay[:4]}"
    return f"đến {show_date(figure.den_ngay)}" if figure.den_ngay else "không ghi ngày"


def listed(said: Iterable[str]) -> str:
    """`99%; 98% và 97%`, each thing once: values hold commas of their own."""
    *first, last = dict.fromkeys(said)
    return f"{'; '.join(first)} và {last}" if first else last


def compared(figure: Figure) -> str:
    """What stands before the value of a figure: `từ `, `trên `, `khoảng `; nothing before an exact one."""
    words = {**COMPARISONS, "khoang": "khoảng"}
    return "" if figure.so_sanh == "=" else f"{words[figure.so_sanh]} "


def aimed(target: Figure) -> str:
    """A target's level in few words: `từ 98%`, `100%`, `80%–90%`."""
    low = show_quantity(target.gia_tri, target.don_vi, target.so_le)
    if target.is_range:
        return f"{low}–{show_quantity(target.gia_tri_den, target.don_vi, target.so_le)}"
    return f"{compared(target)}{low}"


def gap_of(one: Figure, two: Figure) -> str:
    """How far two values are apart, in the words of their unit."""
    apart = abs(one.gia_tri - two.gia_tri)
    if one.don_vi == PERCENT:
        return f"{show_number(apart, max(one.so_le, two.so_le))} điểm phần trăm"
    return show_quantity(apart, one.don_vi, max(one.so_le, two.so_le) if one.don_vi != MONEY else 0)


Side = tuple[str, str, str, str, str]
"""One side of a difference: its label, what is printed, document, place, date."""


def passage(row: Record, label: str, words: str, date: str = "") -> Side:
    """What a document says in words, as one side of a difference."""
    return label, words, row["nguon"], row["vi_tri"], date


def found(
    evidence: Evidence, rule: str, figures: Sequence[Figure], gap: str, sentence: str, more: str = "",
    beside: Sequence[Side] = (),
) -> Difference:  # fmt: skip
    """A difference between figures, in the words of its rule; `beside` are passages that stand with them."""
    first = figures[0]
    sides = tuple((evidence.label(f), printed(f), f.nguon, f.vi_tri, f.den_ngay) for f in figures)
    declared = rule not in MUST_BE_DECLARED or looked_at(*figures)
    ids = (*(f.ma_so for f in figures), *("" for _ in beside))
    return Difference(
        first.ma_xa, rule, first.chi_tieu, ids, (*sides, *beside), gap, sentence, declared, first.tep, first.dong, more
    )


def looked_at(*figures: Figure) -> bool:
    """Whether an officer has said of one of the figures that its document prints it so."""
    return any(figure.in_sai == "co" for figure in figures)


def odd(figure: Figure, column: str, code: str, message: str, advice: str) -> Problem:
    """A warning about a figure that may be right: who has looked and says so is warned no more."""
    remedy = f"{advice} Nếu đúng như văn bản in: ghi “co” vào cột dung_nhu_van_ban của dòng này, lời nhắc sẽ thôi."
    return Problem(figure.tep, figure.dong, column, code, "warning", message, remedy)
