"""What has become of tasks, recommendations and needs: their reports, the newest first, and how they stand on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.language.vietnamese import fold, read_date, show_date
from generator.model.choices import PROGRESS
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.pieces.document_links import source_name
from generator.pieces.document_names import day_of
from generator.pieces.row_blocks import Cell
from generator.pieces.standings import state_mark
from generator.pieces.view import View

DONE, STOPPED, REWRITTEN, LATE, SILENT = "xong", "dừng", "đổi nội dung", "quá hạn", "chưa rõ tới đâu"
"""States of a task: what a document says, or the day decides."""
OTHERWISE = "văn bản ghi khác"
"""That a document says how far a task is in words of its own."""
SOON = 30
"""Days in which a task falls due soon."""
ENDED = (DONE, STOPPED)
"""States that no day makes late."""
_BEGINS = {"da hoan thanh": DONE, "da xong": DONE, "hoan thanh": DONE, "dang": "đang làm"}
"""How the words of a document for the state of a task begin, without marks, and the state that they tell."""


class Report(NamedTuple):
    """That a document tells of a state: since `day` where it gives one, in its `words`."""

    state: str
    day: dt.date | None
    words: str
    source: str


def reports_of_all(view: View, commune: Commune, things: Iterable[Record]) -> dict[str, list[Report]]:
    """What is told of each task, recommendation or need, by its code, the newest first; what the own document of one
    says of it comes last.
    """
    told = grouped(view.records(commune, "tien-do"), lambda row: row["viec"])
    return {code(row): _reports(view, commune, row, told.get(code(row), ())) for row in things}


def code(row: Record) -> str:
    """By what reports know a task, a recommendation or a need."""
    return row["ma"] or row["ma_dong"]


def _reports(view: View, commune: Commune, row: Record, told: Iterable[Record]) -> list[Report]:
    made = [Report(PROGRESS[one["trang_thai"]], read_date(one["ngay"]), one["noi_dung"], one["nguon"]) for one in told]
    if words := row["trang_thai"]:
        state = next((state for begins, state in _BEGINS.items() if fold(words).startswith(begins)), OTHERWISE)
        made.append(Report(state, None, words, row["nguon"]))
    return sorted(made, key=lambda one: _day(view, commune, one), reverse=True)


def _day(view: View, commune: Commune, report: Report) -> str:
    """The day by which a report stands among others: its own, else that of its document."""
    return report.day.isoformat() if report.day else day_of(view.source(commune.code, report.source))


def state_of(task: Record, told: Sequence[Report], day: dt.date) -> str:
    """How a task stands on a day: as the newest report says; past its day and not ended it is late, in any case."""
    state = told[0].state if told else SILENT
    return LATE if state not in ENDED and is_past(task, day) else state


def is_past(task: Record, day: dt.date) -> bool:
    """Whether the day of a task has passed."""
    due = due_day(task)
    return due is not None and due < day


def is_soon(task: Record, day: dt.date) -> bool:
    """Whether a task falls due in the next days."""
    due = due_day(task)
    return due is not None and day <= due <= day + dt.timedelta(SOON)


def due_day(task: Record) -> dt.date | None:
    """The day by which a task must be done; None where its document gives none."""
    return read_date(task["den_ngay"]) if task["loai_thoi_han"] == "co_ngay" else None


def in_words(view: View, commune: Commune, told: Sequence[Report]) -> str:
    """Reports in words, those before the newest in few: `xong tính đến 30/06/2026 (Báo cáo 12/BC): “đã trang bị”;
    trước đó đang làm tính đến 31/03/2026`.
    """
    if not told:
        return ""
    newest, *before = told
    document = source_name(view, view.source(commune.code, newest.source))
    return "; trước đó ".join((f"{_stood(newest)} ({document}): “{newest.words}”", *map(_stood, before)))


def _stood(one: Report) -> str:
    return f"{one.state}{dated(one)}"


def dated(one: Report) -> str:
    """Up to when a report tells, where its document gives a day: ` tính đến 30/06/2026`."""
    return f" tính đến {show_date(one.day)}" if one.day else ""


def state_cell(view: View, commune: Commune, told: Sequence[Report]) -> Cell:
    """How something stands as the newest report says, with its mark; below it what documents say."""
    state = told[0].state if told else SILENT
    return Cell(state, "state", in_words(view, commune, told), mark=mark(state))


def mark(state: str) -> str:
    """The shape of a state; '' of what a document says in words of its own."""
    return "" if state == OTHERWISE else state_mark(state)[0]
