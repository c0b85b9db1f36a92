"""Communes beside each other: for which period most can be compared, who stands where, who cannot be compared and why.

Compared is only what is of one question, one basis (unit, base, what is left out), one period of one kind. Nothing here
puts communes in the order of their values.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from math import isnan
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.country.frame import Frames
from generator.country.placed import REASONS
from generator.figures.uncertainty import interval
from generator.language.numbers import PERCENT
from generator.model.catalogue import THOUSAND, Question
from generator.model.grouping import grouped
from generator.model.period import Length, Period, PeriodKind
from generator.pieces.moments import called

if TYPE_CHECKING:
    import pandas as pd

MOST = 2
"""A period is shared by most where more than one in so many of those that have anything to compare tell of it."""
MONTHS = 12
"""The last months of a row of small pictures."""
PARTS_OF = {PERCENT: 100, THOUSAND: 1000}
"""What a share of cases is counted in, by the unit of its question."""
NOTHING = "chưa có số nào về việc này"
"""Why a commune cannot be compared that tells nothing at all."""
_KEY = ["kind", "start", "end", "basis", "definition"]


class Common(NamedTuple):
    """What is compared: the `period`, `basis` and `definition` of so many `communes`, of those `told` that have
    anything to compare in any period.
    """

    period: Period
    basis: str
    definition: str
    communes: int
    told: int

    @property
    def words(self) -> str:
        """The period as a sentence names it."""
        return called(self.period) if self.period.end else "đến lần cập nhật này của trang"


class Mark(NamedTuple):
    """A commune among those compared: its value in words, and as a number, None where only its counts are told; `low`
    and `high` are between which chance may have moved it, None where nobody can tell or chance had no part.
    """

    commune: str
    value: str
    number: float | None
    low: float | None
    high: float | None
    page: str
    anchor: str
    aim: float | None
    aim_words: str


class Compared(NamedTuple):
    """A question to some communes: what is `common`, None where none has anything to compare; the `marks` of those
    that can be compared, and why others cannot, by their codes.
    """

    question: Question
    common: Common | None
    marks: Mapping[str, Mark]
    left_out: Mapping[str, str]

    @property
    def drawn(self) -> list[Mark]:
        """Those with a number, in no order of theirs."""
        return [mark for mark in self.marks.values() if mark.number is not None]


def by_question(frames: Frames) -> dict[str, pd.DataFrame]:
    """What all communes tell of each question."""
    return {str(id): own for id, own in frames.placed.groupby("question", observed=True)}


def compared(rows: pd.DataFrame | None, question: Question, communes: Sequence[str]) -> Compared:
    """A question to some communes, of what all tell of it."""
    if rows is None:
        return Compared(question, None, {}, dict.fromkeys(communes, NOTHING))
    rows = rows[rows.commune.isin(communes)]
    able = rows[rows.state == "so"]
    common = common_of(able)
    if common is None:
        return Compared(question, None, {}, _left_out(rows, None, communes))
    marks = marks_of(able, question, common)
    return Compared(question, common, marks, _left_out(rows, common, [c for c in communes if c not in marks]))


def marks_of(rows: pd.DataFrame, question: Question, common: Common) -> dict[str, Mark]:
    """Of what communes tell of a question what is common to some, by their codes."""
    own = _of(rows[rows.state == "so"], common).drop_duplicates("commune")
    return {mark.commune: mark for mark in _marks(own, question)}


def common_of(able: pd.DataFrame) -> Common | None:
    """The newest period and basis that most communes share; where none is shared by most, the one that the most do. Of
    those that end together it is the one of more communes, then the longest.
    """
    if able.empty:
        return None
    told = int(able.commune.nunique())
    sizes = able.groupby(_KEY, observed=True, dropna=False).commune.nunique().reset_index(name="size")
    by_most = sizes[sizes["size"] * MOST > told]
    if by_most.empty:
        by_most = sizes[sizes["size"] == sizes["size"].max()]
    by_most = by_most.astype({"kind": "str", "basis": "str", "definition": "str"})
    order = {"end": False, "size": False, "start": True, "kind": True, "basis": True, "definition": True}
    first = by_most.sort_values(list(order), ascending=list(order.values()), na_position="last").iloc[0]
    period = Period(PeriodKind(first.kind), _day(first.start), _day(first.end))
    return Common(period, str(first.basis), str(first.definition), int(first["size"]), told)


def _of(able: pd.DataFrame, common: Common) -> pd.DataFrame:
    """The rows of what is common."""
    period = common.period
    same = (able.basis == common.basis) & (able.definition == common.definition)
    there = able[same & (able.kind == str(period.kind))]
    for column, day in ((there.start, period.start), (there.end, period.end)):
        there = there.loc[column.isna() if day is None else column == day.isoformat()]
    return there


def _marks(own: pd.DataFrame, question: Question) -> Iterator[Mark]:
    columns = ("commune", "value", "number", "part", "whole", "page", "anchor", "aim", "aim_words")
    for commune, value, number, part, whole, page, anchor, aim, words in zip(
        *(own[name].tolist() for name in columns), strict=True
    ):
        given = None if isnan(number) else float(number)
        low, high = _reach(question, given, part, whole)
        yield Mark(commune, value, given, low, high, page, anchor, None if isnan(aim) else float(aim), words)


def _reach(question: Question, number: float | None, part: float, whole: float) -> tuple[float | None, float | None]:
    """Between which values chance may have moved a share of cases."""
    of = PARTS_OF.get(question.unit)
    if number is None or of is None or not question.of_cases or isnan(whole) or not whole or part > whole:
        return None, None
    low, high = interval(part, whole)
    return of * low, of * high


def _left_out(rows: pd.DataFrame, common: Common | None, communes: Sequence[str]) -> dict[str, str]:
    """Why communes cannot be compared: the first that explains it, of what they do tell."""
    own = rows[rows.commune.isin(communes)]
    columns = ("commune", "state", "kind", "start", "end", "basis", "definition", "period")
    told = grouped(zip(*(own[name].tolist() for name in columns), strict=True), lambda row: str(row[0]))
    return {code: _why(told[code], common) if code in told else NOTHING for code in communes}


def _why(told: Sequence[tuple[Any, ...]], common: Common | None) -> str:
    """The same of one commune, of its rows: commune, state, kind, start, end, basis, definition, period in words."""
    able = [row for row in told if row[1] == "so"]
    if not able or common is None:
        states = {row[1] for row in told}
        return next(words for state, words in REASONS.items() if state in states and words)
    period = common.period
    key = (str(period.kind), period.start, period.end)
    same = [row for row in able if (row[2], _day(row[3]), _day(row[4])) == key]
    if any(row[5] == common.basis for row in same):
        return "số cùng kỳ theo định nghĩa khác của chỉ tiêu"
    if bases := sorted({_base(str(row[5])) for row in same}):
        return f"số cùng kỳ tính trên cái khác ({'; '.join(bases)})"
    *_, newest = max(able, key=lambda row: (_day(row[4]) or dt.date.min, str(row[6])))
    return f"chỉ có số của kỳ khác (gần nhất: {newest})"


def _base(basis: str) -> str:
    """What a value is of, without its unit where more is said."""
    return basis.partition("; ")[2] or basis


def _day(moment: pd.Timestamp) -> dt.date | None:
    return moment.date() if moment.value > 0 else None  # what is no day lies before all of them


# --- months ---------------------------------------------------------------------------------------


def last_months(rows: pd.DataFrame, communes: Sequence[str], common: Common) -> dict[str, list[float | None]]:
    """Of some communes the values of their last months, all up to one month, on the basis that is common; None in gaps
    and where only counts are told.
    """
    rows = rows[rows.commune.isin(communes) & (rows.state == "so") & rows.number.notna()]
    rows = rows[(rows.basis == common.basis) & (rows.definition == common.definition)]
    rows = rows[(rows.length == str(Length.MONTH.value)) & (rows.kind == str(PeriodKind.WITHIN))]
    if rows.empty:
        return {}
    number = rows.end.dt.year * 12 + rows.end.dt.month
    last = int(number.max())
    rows = rows.assign(place=number - (last - MONTHS + 1))
    rows = rows[rows.place >= 0].drop_duplicates(["commune", "place"])
    made: dict[str, list[float | None]] = {}
    for code, place, value in zip(rows.commune.tolist(), rows.place.tolist(), rows.number.tolist(), strict=True):
        made.setdefault(str(code), [None] * MONTHS)[place] = value
    return made


# --- completeness ----------------------------------------------------------------------------------


class Regular(NamedTuple):
    """Whether a commune tells something of each month: `there`, oldest first; the last day that it measured."""

    there: tuple[bool, ...]
    newest: dt.date | None

    @property
    def months(self) -> int:
        """Months that something is told of."""
        return sum(self.there)


def regular(frames: Frames, communes: Sequence[str], day: dt.date) -> tuple[list[Period], dict[str, Regular]]:
    """The last months that any of some communes tells of up to a day, and for which of them each does: whether a
    measured value of a document that stands ends in the month.
    """
    figures = frames.figures
    measured = figures[figures.loai.isin(["bao_cao", "tinh_lai"]) & (figures.tinh_trang == "co")]
    measured = measured[measured.ma_xa.isin(communes) & (measured.den_ngay <= day.isoformat())]
    gone = frames.documents.loc[frames.documents.thay_the != "", ["ma_xa", "thay_the"]]
    replaced = set(zip(gone.ma_xa.tolist(), gone.thay_the.tolist(), strict=True))
    if replaced:
        stands = [pair not in replaced for pair in zip(measured.ma_xa.tolist(), measured.nguon.tolist(), strict=True)]
        measured = measured[stands]
    if measured.empty:
        return [], {code: Regular((), None) for code in communes}
    ends = measured.groupby("ma_xa", observed=True).den_ngay.max()
    months = (measured.den_ngay.dt.year * 12 + measured.den_ngay.dt.month - 1).rename("month")
    pairs = set(zip(measured.ma_xa.tolist(), months.tolist(), strict=True))
    last = int(months.max())
    shown = range(max(int(months.min()), last - MONTHS + 1), last + 1)
    newest = {str(code): moment.date() for code, moment in ends.items()}
    made = {c: Regular(tuple((c, month) in pairs for month in shown), newest.get(c)) for c in communes}
    return [_month(number) for number in shown], made


def _month(number: int) -> Period:
    first = dt.date(number // 12, number % 12 + 1, 1)
    after = Period(PeriodKind.WITHIN, first, None).moved(1).start
    assert after
    return Period(PeriodKind.WITHIN, first, after - dt.timedelta(1))
