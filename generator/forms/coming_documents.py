"""Which documents a month's form is for: those that continue what a commune has reported so far."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from generator.forms.next_period import name_of, next_period, usual_step
from generator.language.vietnamese import read_date, slug
from generator.model.grouping import grouped
from generator.model.period import Length, Period, PeriodKind
from generator.model.record import Record
from generator.tables import nguon
from generator.tables.all_tables import TABLES


class Document(NamedTuple):
    """A document to come: its id and period, and the row and period of the one before, None for a commune's first.
    `step` are the months between them: 0 where it may come in the place of one that is there.
    """

    id: str
    period: Period
    last: Record | None
    last_period: Period | None
    step: int


def coming_documents(records: Sequence[Record], month: dt.date) -> list[Document]:
    """The documents that continue a kind of document and end within the month of a day, those of the shortest period
    first, then those that may replace one that is there; of a commune that has reported nothing yet its first.
    """
    return _coming(records, month) or [_first(month, records)]


def usual_month(records: Sequence[Record], day: dt.date) -> dt.date:
    """The month that is asked for next: after the newest that a document reports; of a commune without any, the last
    that is over.
    """
    newest = max((one.period.end for one in _reports(records) if one.period.end), default=None)
    return (month_of(newest).moved(1) if newest else month_of(day).moved(-1)).end or day


def month_of(day: dt.date) -> Period:
    """The month of a day."""
    first = Period(PeriodKind.WITHIN, day.replace(day=1), None)
    following = first.moved(1).start
    return Period(PeriodKind.WITHIN, first.start, following - dt.timedelta(1) if following else day)


class _Report(NamedTuple):
    """A document that told numbers of a period."""

    row: Record
    period: Period


def _reports(records: Sequence[Record]) -> list[_Report]:
    """The documents that reported something, in the order of their periods: the period is the document's own or, where
    it is registered without one, that of most of its rows.
    """
    tables = {table.name: table for table in TABLES if table.has_period}
    measured = [row for row in records if row.table in tables and tables[row.table].measures(row)]
    by_document = grouped(measured, lambda row: row["nguon"])
    made = []
    for row in records:
        if row.table == nguon.TABLE.name and (own := by_document.get(row["nguon"])):
            told = Counter(period for one in own if (period := _period_of(one)).end)
            period = _period_of(row)
            if period.end or told:
                made.append(_Report(row, period if period.end else told.most_common(1)[0][0]))
    return sorted(made, key=lambda one: one.period)


def _period_of(row: Record) -> Period:
    return Period(PeriodKind.WITHIN, read_date(row["tu_ngay"]), read_date(row["den_ngay"]), row["ky"])


def _family(report: _Report) -> tuple[str, str, bool]:
    """What a document shares with those of its kind before and after it: its office, its name but for periods, and
    whether it reports a month or more.
    """
    words = [word for word in slug(report.row["ten"]).split("-") if not re.search(r"\d", word)]
    name = "-".join(word for word in words if word not in _OF_PERIODS)
    return slug(report.row["co_quan"]), name, report.period.length is Length.MONTH


_OF_PERIODS = frozenset(("i", "ii", "iii", "iv", "quy", "thang", "nam", "dau", "cuoi", "so", "ket", "thay", "the"))


def _coming(records: Sequence[Record], month: dt.date) -> list[Document]:
    ends = month_of(month).end or month
    reports = [one for one in _reports(records) if one.period.end and one.period.end <= ends]
    newest = reports[-1].period.end if reports else None
    made = []
    for own in grouped(reports, _family).values():
        last = own[-1]
        before = next((one.period for one in reversed(own) if one.period.end != last.period.end), None)
        step = _step(last.period, before)
        kept_up = 2 * step if before else step  # a kind that stopped is not asked for again
        document = _next(last.row, last.period, step, month, records) or _again(last.row, last.period, month, records)
        if document and (document.step <= kept_up or last.period.end == newest):
            made.append(document)
    return sorted(
        made, key=lambda one: (not one.step, -one.period.start.toordinal() if one.period.start else 0, one.id)
    )


def _step(last: Period, before: Period | None) -> int:
    """Months between documents of a kind: as between the last two, else as one period tells."""
    if before and before.end and last.end:
        apart = 12 * (last.end.year - before.end.year) + last.end.month - before.end.month
        if apart in (1, 3, 6, 12):
            return apart
    return usual_step(last)


def _next(row: Record, last: Period, step: int, month: dt.date, records: Sequence[Record]) -> Document | None:
    assert last.end
    apart = 12 * (month.year - last.end.year) + month.month - last.end.month
    if apart <= 0 or apart % step or (period := next_period(last, apart)) is None:
        return None
    return Document(_new_id(row["nguon"], last, period, records), period, row, last, apart)


def _again(row: Record, last: Period, month: dt.date, records: Sequence[Record]) -> Document | None:
    """A document in the place of the one that is there of a month."""
    assert last.end
    if (last.end.year, last.end.month) != (month.year, month.month):
        return None
    return Document(_free(f"{row['nguon'].removesuffix('-thay-the')}-thay-the", records), last, row, last, 0)


def _new_id(old: str, last: Period, period: Period, records: Sequence[Record]) -> str:
    """An id of a document like that of the one before, with the new month in it."""
    assert last.end
    assert period.end
    new, old = f"{period.end:%Y-%m}", old.removesuffix("-thay-the")
    for pattern in (rf"{last.end.year}-?{last.end.month:02}", rf"0?{last.end.month}-{last.end.year}"):
        made, count = re.subn(rf"(?<!\d){pattern}(?!\d)", new, old)
        if count:
            break
    else:
        made = f"{re.sub(r'(-[0-9]+)?-thang(-[0-9]+)?$|-[0-9-]+$', '', old)[:60]}-{new}"
    return _free(made, records)


def _free(id: str, records: Sequence[Record]) -> str:
    taken = {row["nguon"] for row in records if row.table == nguon.TABLE.name}
    return next(one for one in (id, *(f"{id}-lan-{n}" for n in range(2, len(taken) + 3))) if one not in taken)


def _first(month: dt.date, records: Sequence[Record]) -> Document:
    """The first report of a commune that has none yet."""
    period = month_of(month)
    named = Period(period.kind, period.start, period.end, name_of(period))
    return Document(_free(f"bao-cao-{period.end:%Y-%m}", records), named, None, None, 1)
