"""The tasks that documents set a commune: what, by whom, by when, how far."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.language.vietnamese import show_date
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.pieces.blocks import Cell, Grid, Items, Prose, Section
from generator.pieces.row_blocks import Link
from generator.pieces.view import View, source_link
from generator.subjects.progress import (
    DONE,
    ENDED,
    LATE,
    OTHERWISE,
    SILENT,
    SOON,
    STOPPED,
    Report,
    in_words,
    is_soon,
    mark,
    reports,
    state_of,
)

_DEADLINES = {
    "co_ngay": "Việc có hạn phải xong", "hang_nam": "Việc làm hằng năm",
    "theo_lo_trinh_tinh": "Việc theo lộ trình của tỉnh", "co_dieu_kien": "Việc chờ điều kiện",
    "thuong_xuyen": "Việc thường xuyên", "khong_neu": "Việc không ghi hạn",
}  # fmt: skip
_ASKED = {"chu_tri": "Chủ trì", "phoi_hop": "Phối hợp", "thoi_han": "Thời hạn", "trang_thai": "Tình trạng"}
"""What a table says of each task, and the head of its column."""
_ENDED_LISTS = {DONE: ("Việc đã xong", "nhiem-vu-xong"), STOPPED: ("Việc đã dừng", "nhiem-vu-dung")}
"""Title and address of the lists of what has ended."""
_OPEN = 1
"""Tasks of an open list that stand there at once."""


def tasks(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """How many tasks stand how; those that are late, those soon due, the others by their sort of deadline, the ended.

    A table has no column for what no document says of its tasks, which is said once.
    """
    every = [_Task(one, told, state_of(one, told, view.date)) for one, told in _told_of_all(view, commune)]
    lists = list(_lists(every, view.date))
    if not lists:
        return
    left_out = {column for _, _, own, _ in lists for column in _unsaid(own)}
    heads = ", ".join(head.lower() for column, head in _ASKED.items() if column in left_out)
    note = (Prose(f"Bảng nào không có cột {heads} là vì văn bản không nói.", "small"),) if heads else ()
    yield Section(f"Việc tới đâu ({len(every)})", "nhiem-vu", (_counts(view, here, lists), *note))
    for title, id, own, open_now in lists:
        unsaid = _unsaid(own)
        shown = [column for column in _ASKED if column not in unsaid]
        head = ("Việc", *(_ASKED[column] for column in shown))
        rows = [_row(view, commune, here, task, shown) for task in own]
        first = _OPEN if open_now else 0
        now, later = ((Grid(title, head, tuple(some)),) if some else () for some in (rows[:first], rows[first:]))
        more = f"Xem {len(rows[first:])} việc{' nữa' if now else ''}"
        yield Section(title if now else f"{title} ({len(own)})", id, now, later, more)


class _Task(NamedTuple):
    """A task with its reports, the newest first, and how it stands."""

    row: Record
    told: Sequence[Report]
    state: str


def _told_of_all(view: View, commune: Commune) -> Iterator[tuple[Record, list[Report]]]:
    for task in sorted(view.records(commune, "nhiem-vu"), key=lambda task: task["den_ngay"] or "9"):
        yield task, reports(view, commune, task)


def _lists(every: Sequence[_Task], day: dt.date) -> Iterator[tuple[str, str, list[_Task], bool]]:
    """Title, address and tasks of each list, and whether it stands open: what is late or soon due always does."""
    late = [task for task in every if task.state == LATE]
    soon = [task for task in every if task not in late and task.state not in ENDED and is_soon(task.row, day)]
    if late:
        yield "Việc đã quá hạn", "nhiem-vu-qua-han", late, True
    if soon:
        yield f"Việc đến hạn trong {SOON} ngày tới", "nhiem-vu-sap-den-han", soon, True
    rest = [task for task in every if task not in late and task not in soon and task.state not in ENDED]
    by_kind = grouped(rest, lambda task: task.row["loai_thoi_han"])
    for kind in (kind for kind in _DEADLINES if kind in by_kind):
        yield _DEADLINES[kind], f"nhiem-vu-{kind.replace('_', '-')}", by_kind[kind], False
    for state, (title, id) in _ENDED_LISTS.items():
        if own := [task for task in every if task.state == state]:
            yield title, id, own, False


def _counts(view: View, here: str, lists: Sequence[tuple[str, str, list[_Task], bool]]) -> Items:
    """How many tasks stand how, each count with its mark; it leads to the first list with such a task."""
    first: dict[str, str] = {}
    count: Counter[str] = Counter()
    for _, id, own, _ in lists:
        for task in own:
            first.setdefault(task.state, id)
            count[task.state] += 1
    return Items(tuple(
        Prose("", "", Link(f"{mark(state)} {count[state]} {state}".strip(), view.link(here, here, first[state])))
        for state in _ordered(count)
    ), "letters")  # fmt: skip


def _ordered(count: Mapping[str, int]) -> list[str]:
    """The states that some task has, in their order."""
    return [state for state in _IN_ORDER if count.get(state)]


_IN_ORDER = (DONE, "đang làm", "chậm", LATE, "chưa bắt đầu", STOPPED, "đổi nội dung", OTHERWISE, SILENT)


def _unsaid(own: Sequence[_Task]) -> list[str]:
    """What is told of none of some tasks."""
    told = {column for column in _ASKED if any(_told(task.row, column) for task in own)}
    told |= {"trang_thai"} if any(task.state != SILENT for task in own) else set()
    return [column for column in _ASKED if column not in told]


def _told(task: Record, column: str) -> str:
    if column == "thoi_han" and task["loai_thoi_han"] == "co_ngay":
        return task["thoi_han"] or show_date(task["den_ngay"])
    return task[column]


def _row(view: View, commune: Commune, here: str, task: _Task, shown: Sequence[str]) -> tuple[Cell, ...]:
    place = task.row["vi_tri"].split(":")[0]
    cells = {column: Cell(_told(task.row, column) or "không nêu") for column in shown}
    if "trang_thai" in cells:
        cells["trang_thai"] = _state(view, commune, task)
    first = Cell(task.row["noi_dung"], "", place, source_link(view, commune, here, task.row["nguon"]))
    return first, *cells.values()


def _state(view: View, commune: Commune, task: _Task) -> Cell:
    """How far a task is, with its mark; below it what documents say of it, the newest first. What the task's own
    document says in words of its own stands as it is printed.
    """
    history = in_words(view, commune, [one for one in task.told if one.words != task.row["trang_thai"]])
    own = task.row["trang_thai"]
    if task.state == LATE:
        said = history or own
        return Cell(f"quá hạn{'' if said else ', chưa thấy báo cáo kết quả'}", "state", said, mark=mark(LATE))
    return Cell(own if own and len(task.told) == 1 else task.state, "state", history, mark=mark(task.state))


def kept(view: View, commune: Commune) -> str:
    """How many tasks of a commune stand how, in words, the kept promises first: `2 việc đã xong, 1 việc quá hạn`."""
    count = Counter(state_of(task, told, view.date) for task, told in _told_of_all(view, commune))
    said = {DONE: "đã xong", SILENT: "văn bản không ghi đã tới đâu", OTHERWISE: "văn bản ghi tới đâu bằng lời riêng"}
    return ", ".join(f"{count[state]} việc {said.get(state, state)}" for state in _ordered(count))
