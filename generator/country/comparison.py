"""Communes beside each other: for which period most can be compared, who stands where, who cannot be compared and why.

Compared is only what is of one question, one basis (unit, base, what is left out), one period of one kind. Nothing here
puts communes in the order of their values.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from math import isnan
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.country.frame import Frames, newest_known
from generator.country.placed import REASONS
from generator.figures.uncertainty import interval
from generator.language.numbers import PERCENT
from generator.model.catalogue import LATE_TASKS, THOUSAND, Question
from generator.model.grouping import grouped
from generator.model.period import Length, Period, PeriodKind
from generator.pieces.changed import FEW
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
UNCONFIRMED = "chưa ai xác nhận đây là xã nào"
"""Why one cannot that stands under a code of ours."""
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
        return called(self.period)


class Mark(NamedTuple):
    """A commune among those compared: its value in words, and as a number, None where it is of too few for that; `low`
    and `high` are between which chance may have moved it, None where nobody can tell or chance had no part. `doubt` is
    what the place is called where its documents do not agree; `newer` is what it tells of later, which is not compared.
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
    doubt: str = ""
    newer: str = ""


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
    made = {str(id): own for id, own in frames.placed.groupby("question", observed=True)}
    if LATE_TASKS in made:
        made[LATE_TASKS] = _of_one_day(made[LATE_TASKS], newest_known(frames))
    return made


def _of_one_day(rows: pd.DataFrame, known: dt.date | None) -> pd.DataFrame:
    """What holds today, which each commune tells of the last day that decided any of it: told of the last of these days
    of all, since none after it changed anything; where no day decided anything, of the last that documents `known`.
    """
    last = _day(rows.end.max()) or known
    assert last
    able = rows.state == "so"
    words = rows.period.astype("str").mask(able, called(Period(PeriodKind.AT, None, last)))
    return rows.assign(end=rows.end.mask(able, last.isoformat()), period=words)


def compared(rows: pd.DataFrame | None, question: Question, communes: Sequence[str]) -> Compared:
    """A question to some communes, of what all tell of it."""
    if rows is None:
        return Compared(question, None, {}, dict.fromkeys(communes, NOTHING))
    rows = rows[rows.commune.isin(communes)]
    able = rows[rows.state == "so"]
    common = common_of(able)
    if common is None:
        return Compared(question, None, {}, _left_out(rows, None, communes))
    marks = marks_of(rows, question, common)
    return Compared(question, common, marks, _left_out(rows, common, [c for c in communes if c not in marks]))


def marks_of(rows: pd.DataFrame, question: Question, common: Common) -> dict[str, Mark]:
    """Of what communes tell of a question what is common to some, by their codes."""
    own = _of(rows[rows.state == "so"], common).drop_duplicates("commune")
    later = _later(rows, common.period.end)
    return {mark.commune: mark._replace(newer=later.get(mark.commune, "")) for mark in _marks(own, question)}


def _later(rows: pd.DataFrame, end: dt.date | None) -> dict[str, str]:
    """What communes tell newest where that ends after a day, with why it cannot be compared if there is more than that
    it is newer.
    """
    own = rows[rows.newest & (rows.end > (end or dt.date.max).isoformat())]
    told = zip(*(own[name].tolist() for name in ("commune", "value", "period", "state")), strict=True)
    return {
        commune: f"{value} ({'; '.join(filter(None, (period, REASONS[state])))})"
        for commune, value, period, state in told
    }


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
    columns = ("commune", "value", "number", "part", "whole", "page", "anchor", "aim", "aim_words", "doubt")
    for commune, value, number, part, whole, page, anchor, aim, words, doubt in zip(
        *(own[name].tolist() for name in columns), strict=True
    ):
        given = None if isnan(number) or _is_of_few(question, whole) else float(number)
        low, high = _reach(question, given, part, whole)
        yield Mark(commune, value, given, low, high, page, anchor, None if isnan(aim) else float(aim), words, doubt)


def _is_of_few(question: Question, whole: float) -> bool:
    """Whether a share is of so few cases that it jumps with each of them, printed or not."""
    return question.of_cases and question.unit in PARTS_OF and whole < FEW


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
    if bases := sorted({base_of(str(row[5])) for row in same}):
        return f"số cùng kỳ tính trên cái khác ({'; '.join(bases)})"
    newest = max(able, key=lambda row: (_day(row[4]) or dt.date.min, str(row[6])))
    other = (
        "" if any(row[5] == common.basis for row in able) else f", lại tính trên cái khác ({base_of(str(newest[5]))})"
    )
    return f"chỉ có số của kỳ khác (gần nhất: {newest[7]}){other}"


def base_of(basis: str) -> str:
    """What a value is of, without its unit where more is said."""
    return basis.partition("; ")[2] or basis


def _day(moment: pd.Timestamp) -> dt.date | None:
    return moment.date() if moment.value > 0 else None  # what is no day lies before all of them


# --- months ---------------------------------------------------------------------------------------


def last_months(
    rows: pd.DataFrame, question: Question, communes: Sequence[str], common: Common
) -> dict[str, list[float | None]]:
    """Of some communes the values of their last months, all up to one month, on the basis that is common; None in gaps
    and where they are of too few.
    """
    if question.of_cases and question.unit in PARTS_OF:
        rows = rows[~(rows.whole < FEW)]
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
