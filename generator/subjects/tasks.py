"""The tasks that documents set a commune: what, by whom, by when, how far."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.language.vietnamese import fold, show_date
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.pieces.blocks import Block, Grid, Items, Prose, Section
from generator.pieces.document_links import source_link, source_name
from generator.pieces.row_blocks import Cell, Link
from generator.pieces.view import View
from generator.subjects.progress import (
    DONE,
    ENDED,
    LATE,
    OTHERWISE,
    REWRITTEN,
    SILENT,
    SOON,
    STOPPED,
    Report,
    dated,
    due_day,
    in_words,
    is_soon,
    mark,
    reports_of_all,
    state_of,
)

_DEADLINES = {
    "co_ngay": "Có hạn phải xong", "hang_nam": "Làm hằng năm", "theo_lo_trinh_tinh": "Theo lộ trình của tỉnh",
    "co_dieu_kien": "Chờ điều kiện", "thuong_xuyen": "Thường xuyên", "khong_neu": "Không ghi hạn riêng",
}  # fmt: skip
_ASKED = {"chu_tri": "Chủ trì", "phoi_hop": "Phối hợp", "thoi_han": "Thời hạn", "trang_thai": "Tình trạng"}
"""What a table says of each task, and the head of its column."""
_OPEN = 1
"""Late or soon due tasks that stand there at once."""


class Task(NamedTuple):
    """A task with its reports, the newest first, and how it stands."""

    row: Record
    told: Sequence[Report]
    state: str


class _List(NamedTuple):
    """Tasks that stand together: title, anchor, how many of them stand open, and whether by their sort of deadline."""

    title: str
    id: str
    tasks: Sequence[Task]
    open_now: int = 0
    by_deadline: bool = False


def tasks_of(view: View, commune: Commune) -> list[Task]:
    """The tasks of a commune, by the day on which they are due."""
    rows = sorted(view.records(commune, "nhiem-vu"), key=lambda task: task["den_ngay"] or "9")
    told = reports_of_all(view, commune, rows)
    return [Task(row, told[row["ma"]], state_of(row, told[row["ma"]], view.date)) for row in rows]


def tasks(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """How many tasks stand how; those that are late, those soon due, the others by their sort of deadline, the ended;
    then which unit has how many.

    A table has no column for what no document says of its tasks, which is said once.
    """
    every = tasks_of(view, commune)
    lists = list(_lists(every, view.date))
    if not lists:
        return
    left_out = {column for one in lists for own in _parts(one, one.tasks).values() for column in _unsaid(own)}
    heads = ", ".join(head.lower() for column, head in _ASKED.items() if column in left_out)
    note = (Prose(f"Bảng nào không có cột {heads} là vì văn bản không nói.", "small"),) if heads else ()
    units = _units(every)
    shown = (_counts(view, here, lists), *(() if units else note))
    folded = (*units, *note) if units else ()
    yield Section(f"Việc tới đâu ({len(every)})", "nhiem-vu", shown, folded, "Xem theo đơn vị chủ trì")
    for one in lists:
        yield _section(view, commune, here, one)


def _section(view: View, commune: Commune, here: str, one: _List) -> Section:
    first, rest = one.tasks[: one.open_now], one.tasks[one.open_now :]
    now = tuple(_tables(view, commune, here, one, first))
    title = one.title if now else f"{one.title} ({len(one.tasks)})"
    more = f"Xem {len(rest)} việc{' nữa' if now else ''}"
    return Section(title, one.id, now, tuple(_tables(view, commune, here, one, rest)), more)


def _tables(view: View, commune: Commune, here: str, one: _List, own: Sequence[Task]) -> Iterator[Block]:
    """Tasks of a list as a table, or as one for each sort of deadline."""
    every = _parts(one, one.tasks)
    for kind, part in _parts(one, own).items():
        unsaid = _unsaid(every[kind])
        shown = [column for column in _ASKED if column not in unsaid]
        head = ("Việc", *(_ASKED[column] for column in shown))
        rows = tuple(_row(view, commune, here, task, shown) for task in part)
        yield Grid(f"{_DEADLINES[kind]} ({len(rows)})" if kind else one.title, head, rows)


def _parts(one: _List, own: Sequence[Task]) -> dict[str, list[Task]]:
    """Tasks of a list by their sort of deadline, in its order; all under '' where the list does not tell them apart."""
    parts = grouped(own, lambda task: task.row["loai_thoi_han"] if one.by_deadline else "")
    return {kind: parts[kind] for kind in (*_DEADLINES, "") if kind in parts}


def _lists(every: Sequence[Task], day: dt.date) -> Iterator[_List]:
    """What is late or soon due always stands open; the ended come last."""
    running = [task for task in every if task.state not in ENDED]
    late = [task for task in running if task.state == LATE]
    soon = [task for task in running if task.state != LATE and is_soon(task.row, day)]
    rest = [task for task in running if task not in late and task not in soon]
    made = (
        _List("Việc đã quá hạn", "nhiem-vu-qua-han", late, _OPEN),
        _List(f"Việc đến hạn trong {SOON} ngày tới", "nhiem-vu-sap-den-han", soon, _OPEN),
        _List("Các việc còn lại", "nhiem-vu-khac", rest, by_deadline=True),
        _List("Việc đã xong", "nhiem-vu-xong", [task for task in every if task.state == DONE]),
        _List("Việc đã dừng", "nhiem-vu-dung", [task for task in every if task.state == STOPPED]),
    )
    return (one for one in made if one.tasks)


def _counts(view: View, here: str, lists: Sequence[_List]) -> Items:
    """How many tasks stand how, each count with its mark; it leads to the list with most such tasks."""
    count: Counter[str] = Counter(task.state for one in lists for task in one.tasks)
    there = {state: max(lists, key=lambda one: sum(task.state == state for task in one.tasks)).id for state in count}
    return Items(tuple(
        Prose("", "", Link(f"{mark(state)} {count[state]} {state}".strip(), view.link(here, here, there[state])))
        for state in _ordered(count)
    ), "letters")  # fmt: skip


def _ordered(count: Mapping[str, int]) -> list[str]:
    """The states that some task has, in their order."""
    return [state for state in _IN_ORDER if count.get(state)]


_IN_ORDER = (DONE, "đang làm", "chậm", LATE, "chưa bắt đầu", STOPPED, REWRITTEN, OTHERWISE, SILENT)


def _units(every: Sequence[Task]) -> tuple[Block, ...]:
    """How the tasks of each unit in charge stand, by its name; nothing where no document names one."""
    by_unit = grouped((task for task in every if task.row["chu_tri"]), lambda task: _unit(task.row["chu_tri"]))
    if not by_unit:
        return ()
    rows = tuple(
        (
            Cell(own[0].row["chu_tri"]), Cell(f"{len(own)} việc", "number"),
            Cell(in_counts(Counter(task.state for task in own))),
        )
        for _, own in sorted(by_unit.items())
    )  # fmt: skip
    unnamed = len(every) - sum(map(len, by_unit.values()))
    left = (Prose(f"{unnamed} việc không ghi đơn vị chủ trì.", "small"),) if unnamed else ()
    grid = Grid("Theo đơn vị chủ trì", ("Đơn vị chủ trì", "Số việc", "Tới đâu"), rows)
    return grid, *left


def _unit(name: str) -> str:
    """By what the names of one unit are known: without capitals, and that it is the commune's."""
    return fold(name).removesuffix(" xa").removesuffix(" phuong")


def _unsaid(own: Sequence[Task]) -> list[str]:
    """What is told of none of some tasks."""
    told = {column for column in _ASKED if any(_told(task.row, column) for task in own)}
    told |= {"trang_thai"} if any(task.state != SILENT for task in own) else set()
    return [column for column in _ASKED if column not in told]


def _told(task: Record, column: str) -> str:
    if column == "thoi_han" and task["loai_thoi_han"] == "co_ngay":
        return task["thoi_han"] or show_date(task["den_ngay"])
    return task[column]


def _row(view: View, commune: Commune, here: str, task: Task, shown: Sequence[str]) -> tuple[Cell, ...]:
    place = task.row["vi_tri"].split(":")[0]
    cells = {column: Cell(_told(task.row, column) or "không nêu") for column in shown}
    if "trang_thai" in cells:
        cells["trang_thai"] = _state(view, commune, task)
    changed = _rewritten(view, commune, task)
    first = Cell(task.row["noi_dung"], "", f"{changed}{place}", source_link(view, commune, here, task.row["nguon"]))
    return first, *cells.values()


def _rewritten(view: View, commune: Commune, task: Task) -> str:
    """The newer wordings of a task that documents have rewritten, each with its document: the old one stays above."""
    newer = [one for one in reversed(task.told) if one.state == REWRITTEN]
    named = (
        f"Đổi thành “{one.words}”, {source_name(view, view.source(commune.code, one.source))}{dated(one)}. "
        for one in newer
    )
    return "".join(named)


def _state(view: View, commune: Commune, task: Task) -> Cell:
    """How far a task is, with its mark; below it what documents say of it, the newest first. What the task's own
    document says in words of its own stands as it is printed.
    """
    history = in_words(view, commune, [one for one in task.told if one.words != task.row["trang_thai"]])
    own = task.row["trang_thai"]
    if task.state == LATE:
        said = history or own
        return Cell(f"quá hạn{'' if said else ', trang chưa có văn bản nói kết quả'}", "state", said, mark=mark(LATE))
    said = own if own and len(task.told) == 1 else task.state
    due = due_day(task.row)
    after = task.state == DONE and due and task.told[0].day and task.told[0].day > due
    return Cell(f"{said}, báo sau hạn" if after else said, "state", history, mark=mark(task.state))


def kept(view: View, commune: Commune) -> str:
    """How many tasks of a commune stand how, in words, the kept promises first: `2 việc đã xong, 1 việc quá hạn`."""
    return in_counts(Counter(task.state for task in tasks_of(view, commune)))


def in_counts(count: Mapping[str, int]) -> str:
    """How many tasks stand how: `2 việc đã xong, 1 việc quá hạn`."""
    said = {DONE: "đã xong", SILENT: "chưa có văn bản nói tới đâu", OTHERWISE: "văn bản ghi tới đâu bằng lời riêng"}
    return ", ".join(f"{count[state]} việc {said.get(state, state)}" for state in _ordered(count))
