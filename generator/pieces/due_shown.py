"""Whether reports come, and on time: months across subjects, counted, and what is due next, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from generator.commune.examine import Examined
from generator.figures.due import Arrival, Due, dues, newest_day
from generator.language.vietnamese import inside, opened, show_date
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.figure import MEASURED, Figure
from generator.model.grouping import grouped
from generator.pieces.blocks import Block, Grid, Items, Prose
from generator.pieces.document_links import source_link
from generator.pieces.drawn_tables import Calendar, CalendarRow
from generator.pieces.picking import with_value
from generator.pieces.row_blocks import Cell, State
from generator.pieces.view import View

MONTHS = 12
"""The last months that the calendar shows, and the last periods that are counted."""
MOST_DUES = 24
"""Periods of all duties that the list tells."""
_THERE = "●"
_MARKS = {
    Arrival.IN_TIME: _THERE, Arrival.UNDATED: _THERE, Arrival.LATE: "▲", Arrival.MISSING: "✕", Arrival.AHEAD: "○",
}  # fmt: skip
_KEY = ((_THERE, "đã có"), ("▲", "có, nhưng muộn"), ("✕", "trang chưa có"), ("○", "chưa tới kỳ phải có"))


def dues_of(view: View, commune: Commune) -> list[Due]:
    """What was due of a commune up to the day of the site, and what is next; nothing of one that nobody has confirmed:
    who would owe it?
    """
    return _owed(commune, view.of(commune), view.dataset.catalogue, view.date)


def _owed(commune: Commune, figures: Iterable[Figure], catalogue: Catalogue, day: dt.date) -> list[Due]:
    if commune.province is None:
        return []
    return dues(catalogue.duties, figures, catalogue.indicators, day, commune.province.code)


# --- months across ----------------------------------------------------------------------------


def calendar(view: View, commune: Commune, owed: Sequence[Due], *, whole: bool = True) -> Iterator[Calendar]:
    """For which of the last months there are figures of each subject, or, where it is not `whole`, of those of which
    some are due; which came late, which are missing. Nothing where no month is told of.
    """
    there = _told(view, commune)
    every = [_number(due.period.end) for due in owed if due.by] + [month for own in there.values() for month in own]
    last = _number(view.date) - 1
    first = max(min(every, default=last + 1), last - MONTHS + 1)
    if first > last:
        return
    shown = range(first, last + 1)
    dated = {due.duty.subject for due in owed if due.by}
    rows = []
    for id, outline in view.subjects.items():
        own = [due for due in owed if due.by and due.duty.subject == id]
        marks = tuple(_of_month(month, own, there.get(id, set())) for month in shown)
        if id in dated or (whole and any(mark for mark, _ in marks)):
            rows.append(CalendarRow(outline.name, marks))
    years = tuple((str(year), len(own)) for year, own in grouped(shown, lambda month: month // 12).items())
    present = {mark for row in rows for mark, _ in row.marks}
    yield Calendar(
        f"Các tháng {_month(first)} đến {_month(last)}", years, tuple(str(month % 12 + 1) for month in shown),
        tuple(rows), tuple(pair for pair in _KEY if pair[0] in present),
    )  # fmt: skip


def _told(view: View, commune: Commune) -> dict[str, set[int]]:
    """The months that measured figures of each subject tell of to the end."""
    made: dict[str, set[int]] = {}
    for figure in with_value(view.of(commune)):
        if figure.kind in MEASURED and figure.period.end:
            subject = view.indicator(figure.topic.indicator).subject
            made.setdefault(subject, set()).add(_number(figure.period.end))
    return made


def _of_month(month: int, owed: Sequence[Due], there: set[int]) -> tuple[str, str]:
    """Mark and words of a month: of what was due with its end the worst, else whether anything tells of it."""
    own = [due for due in owed if _number(due.period.end) == month]
    if own:
        worst = max(own, key=lambda due: (*_MARKS,).index(due.arrival))
        return _MARKS[worst.arrival], f"{_month(month)}: {how(worst)}"
    return (_THERE, f"{_month(month)}: đã có") if month in there else ("", "")


def _number(day: dt.date | None) -> int:
    """A month counted since the year 0."""
    assert day
    return 12 * day.year + day.month - 1


def _month(number: int) -> str:
    return f"{number % 12 + 1:02}/{number // 12}"


# --- in words ---------------------------------------------------------------------------------


def how(due: Due) -> str:
    """How it came: `đúng hạn`, `muộn 12 ngày`, `chưa có`; what is no law is called a rhythm. Where figures tell of its
    beginning only, up to when.
    """
    if due.days_late:
        said = f"muộn {due.days_late} ngày"
    elif (due.duty.ours or due.by is None) and due.arrival in _OF_THE_SITE:
        said = _OF_THE_SITE[due.arrival]
    else:
        said = due.arrival.value
    partly = due.until and due.period.end and due.until < due.period.end
    return f"{said}, số đến {show_date(due.until)}" if partly else said


_OF_THE_SITE = {Arrival.IN_TIME: "đã có", Arrival.AHEAD: "chưa tới kỳ"}
"""How what comes in the rhythm of the site is called, and what has no day by which it could be in time."""


def counts(owed: Iterable[Due]) -> Iterator[Items]:
    """How many of the last periods of each duty with a day came in time, late, not at all: a sentence each."""
    if sentences := tuple(Prose(sentence) for sentence in counted(owed)):
        yield Items(sentences)


def counted(owed: Iterable[Due]) -> Iterator[str]:
    """The same as sentences, not yet a list."""
    past = [due for due in owed if due.by and due.arrival is not Arrival.AHEAD]
    last = max((_number(due.period.end) for due in past), default=0)
    recent = (due for due in past if _number(due.period.end) > last - MONTHS)
    for duty, own in grouped(recent, lambda due: due.duty).items():
        kinds = grouped(own, lambda due: due.arrival)
        said = [_several(kinds[kind]) for kind in (*Arrival,) if kind in kinds]
        yield f"{duty.name}: trong {len(own)} kỳ của {MONTHS} tháng gần nhất, {', '.join(said)}."


def _several(own: Sequence[Due]) -> str:
    """How many periods came in one way; of those late how late, of those missing which where they are few."""
    kind, count = own[0].arrival, len(own)
    if kind is Arrival.LATE:
        most = max(due.days_late for due in own)
        return f"{count} kỳ muộn {most} ngày" if count == 1 else f"{count} kỳ muộn (nhiều nhất {most} ngày)"
    if kind is Arrival.MISSING:
        named = ", ".join(due.period.printed for due in own)
        return f"{count} kỳ trang chưa có{f' ({named})' if count <= _NAMED else ''}"
    undated = "đã có, văn bản không ghi ngày"
    return f"{count} kỳ {undated if kind is Arrival.UNDATED else 'đã có' if own[0].duty.ours else kind.value}"


_NAMED = 3
"""Missing periods that are named one by one."""


def by_when(due: Due) -> str:
    """The last day in words: `09/06/2026`, `khoảng 14/07/2026 (chưa trừ ngày lễ)`; else those of the rule."""
    if due.by is None:
        return due.duty.until
    day = show_date(due.by)
    return f"khoảng {day} (chưa trừ ngày lễ)" if due.duty.working else day


def next_due(owed: Iterable[Due]) -> list[str]:
    """What is to come, a line a duty with a day: its periods that are missing, then the next that is due."""
    made = []
    for duty, own in grouped((due for due in owed if due.by), lambda due: due.duty).items():
        missing = [due for due in own if due.arrival is Arrival.MISSING]
        late = [f"trang chưa có {_periods(missing)}"] if missing else []
        ahead = [f"kỳ tới {due.period.printed}, hạn {by_when(due)}" for due in own if due.arrival is Arrival.AHEAD]
        if late or ahead:
            made.append(f"{duty.name}: {'; '.join((*late, *ahead))}")
    return made


def _periods(own: Sequence[Due]) -> str:
    """Periods by their names; of many how many they are, from which on."""
    named = [due.period.printed for due in own]
    return ", ".join(named) if len(named) <= _NAMED else f"{len(named)} kỳ, từ {named[0]}"


def wanted(one: Examined, catalogue: Catalogue, day: dt.date) -> list[str]:
    """What is to come of a commune that was examined; nothing of one that is stopped."""
    return next_due(_owed(one.commune, one.figures, catalogue, day)) if one.commune else []


def missing_words(owed: Iterable[Due], since: dt.date) -> Iterator[str]:
    """What fell due after a day and is not there, in a sentence; what is no law apart."""
    late = [due for due in owed if due.by and due.by > since and due.arrival is Arrival.MISSING]
    for ours, own in sorted(grouped(late, lambda due: due.duty.ours).items()):
        by_duty = grouped(own, lambda due: due.duty)
        told = [f"{inside(duty.name)} ({_periods(few)})" for duty, few in by_duty.items()]
        begin = "Theo nhịp của trang, không phải hạn của luật, còn chờ" if ours else "Theo quy định, đã tới hạn"
        yield f"{begin}: {'; '.join(told)}."


# --- as a list --------------------------------------------------------------------------------


def listed(view: View, commune: Commune, here: str, owed: Sequence[Due]) -> tuple[Block, ...]:
    """Each period that was due, the newest first: by when, and which document gave it on which day; then the rules."""
    past = [due for due in owed if due.arrival is not Arrival.AHEAD]
    newest = sorted(past, key=lambda due: (due.period.end or dt.date.min, due.duty.id), reverse=True)[:MOST_DUES]
    rows = tuple(_row(view, commune, here, due) for due in newest)
    rules = grouped((due.duty for due in newest), lambda duty: duty.rule)
    notes = (
        Prose(f"{'; '.join(dict.fromkeys(duty.name for duty in own))}: {rule}", "small") for rule, own in rules.items()
    )
    return (Grid("Từng kỳ", ("Số liệu", "Hạn", "Trên trang"), rows), *notes) if rows else ()


def arrived(due: Due) -> State:
    """How it came, with its mark; of what is missing, that it is so here."""
    missing = due.arrival is Arrival.MISSING
    return State(_MARKS[due.arrival], "chưa có trên trang này" if missing else how(due))


def _row(view: View, commune: Commune, here: str, due: Due) -> tuple[Cell, ...]:
    state, link = arrived(due), source_link(view, commune, here, due.documents[0]) if due.documents else None
    said = f"{state.words}{f', văn bản ký ngày {show_date(due.came)}' if due.came else ''}"
    name = f"{due.duty.name}, {due.period.printed}"
    whose = "theo nhịp của trang" if due.duty.ours else "theo quy định"
    return Cell(name), Cell(opened(by_when(due)), "", whose), Cell(said, "state", "", link, mark=state.mark)


def newest_of(view: View, commune: Commune) -> dt.date | None:
    """The last day that anything of a commune tells of."""
    return newest_day(view.sayable(commune))
