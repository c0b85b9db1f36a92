"""How regularly communes tell: of which months there is anything, up to the last that is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.country import comparison
from generator.country.frame import Frames
from generator.model.duty import Duty, Rhythm
from generator.model.period import Period, PeriodKind


class Regular(NamedTuple):
    """Whether a commune tells something of each month: `there`, oldest first; the last day that it measured."""

    there: tuple[bool, ...]
    newest: dt.date | None

    @property
    def months(self) -> int:
        """Months that something is told of."""
        return sum(self.there)


def due_month(duties: Iterable[Duty], day: dt.date) -> Period:
    """The last month that is due on a day: what is due of every month, wherever, is due of it; where nothing is, it is
    the last that is over.
    """
    monthly = [duty for duty in duties if duty.rhythm is Rhythm.MONTH and not duty.provinces]
    month = _month(day.year * 12 + day.month - 1).moved(-1)
    while any((last := duty.last_day(month)) and last >= day for duty in monthly):
        month = month.moved(-1)
    return month


def regular(
    frames: Frames, communes: Sequence[str], day: dt.date, due: Period
) -> tuple[list[Period], dict[str, Regular]]:
    """The last months from the first that any of some communes tells of to the one that is `due`, or as far as any does
    up to a day; and of which of them each tells: whether a measured value of a document that stands ends in the month.
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
    assert due.end
    last = max(int(months.max()), due.end.year * 12 + due.end.month - 1)
    shown = range(max(int(months.min()), last - comparison.MONTHS + 1), last + 1)
    newest = {str(code): moment.date() for code, moment in ends.items()}
    made = {c: Regular(tuple((c, month) in pairs for month in shown), newest.get(c)) for c in communes}
    return [_month(number) for number in shown], made


def _month(number: int) -> Period:
    first = dt.date(number // 12, number % 12 + 1, 1)
    after = Period(PeriodKind.WITHIN, first, None).moved(1).start
    assert after
    return Period(PeriodKind.WITHIN, first, after - dt.timedelta(1))
