"""The tasks that documents set a commune: what, by whom, by when, how far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.language.vietnamese import fold, show_date
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.pieces.blocks import Cell, Grid, Prose, Section, listed
from generator.pieces.standings import state_mark
from generator.pieces.view import View, source_link

_DEADLINES = {
    "co_ngay": "Việc có hạn phải xong", "hang_nam": "Việc làm hằng năm",
    "theo_lo_trinh_tinh": "Việc theo lộ trình của tỉnh", "co_dieu_kien": "Việc chờ điều kiện, hướng dẫn",
    "thuong_xuyen": "Việc thường xuyên", "khong_neu": "Việc không ghi ngày phải xong",
}  # fmt: skip
_ASKED = {"chu_tri": "Chủ trì", "phoi_hop": "Phối hợp", "thoi_han": "Thời hạn", "trang_thai": "Tình trạng"}
"""What a table says of each task, and the head of its column."""
_BEGINS = {"da hoan thanh": "xong", "da xong": "xong", "hoan thanh": "xong", "dang": "đang làm"}
"""How the words of a document for the state of a task begin, without marks, and the state that they tell."""


def tasks(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """Every task, those with a day first, a section a sort of deadline. A table has no column for what no document says
    of its tasks, which is said once.
    """
    all_tasks = sorted(view.records(commune, "nhiem-vu"), key=lambda task: task["den_ngay"] or "9")
    by_kind = grouped(all_tasks, lambda task: task["loai_thoi_han"])
    tables = {kind: by_kind[kind] for kind in _DEADLINES if kind in by_kind}
    left_out = {column for own in tables.values() for column in _unsaid(view, own)}
    heads = ", ".join(head.lower() for column, head in _ASKED.items() if column in left_out)
    note = (Prose(f"Bảng nào không có cột {heads} là vì văn bản không nói.", "small"),) if heads else ()
    for kind, own in tables.items():
        unsaid = _unsaid(view, own)
        shown = [column for column in _ASKED if column not in unsaid]
        rows = tuple(_row(view, commune, here, task, shown) for task in own)
        grid = Grid(_DEADLINES[kind], ("Việc", *(_ASKED[column] for column in shown)), rows)
        section = listed(_DEADLINES[kind], f"nhiem-vu-{kind.replace('_', '-')}", grid, len(own), 3)
        yield replace(section, blocks=(*note, *section.blocks))
        note = ()


def _unsaid(view: View, own: Sequence[Record]) -> list[str]:
    """What is told of none of some tasks."""
    told = {column for column in _ASKED if any(_told(task, column) for task in own)}
    told |= {"trang_thai"} if overdue(own, view.date) else set()
    return [column for column in _ASKED if column not in told]


def _told(task: Record, column: str) -> str:
    if column == "thoi_han" and task["loai_thoi_han"] == "co_ngay":
        return task["thoi_han"] or show_date(task["den_ngay"])
    return task[column]


def _row(view: View, commune: Commune, here: str, task: Record, shown: Sequence[str]) -> tuple[Cell, ...]:
    place = task["vi_tri"].split(":")[0]
    cells = {column: Cell(_told(task, column) or "không nêu") for column in shown}
    if "trang_thai" in cells:
        cells["trang_thai"] = _state(task, view.date)
    return Cell(task["noi_dung"], "", place, source_link(view, commune, here, task["nguon"])), *cells.values()


def _state(task: Record, date: dt.date) -> Cell:
    """How far a task is by the words of its document, with the mark of what they tell; without words that its day is
    over, or that nobody says.
    """
    told = task["trang_thai"]
    if not told and overdue([task], date):
        return Cell("quá hạn, chưa thấy báo cáo kết quả", "state", mark=state_mark("quá hạn")[0])
    state = next((state for begins, state in _BEGINS.items() if fold(told).startswith(begins)), "")
    state = state if told else "chưa có báo cáo"
    return Cell(told or state, "state", mark=state_mark(state)[0] if state else "")


def overdue(own: Iterable[Record], date: dt.date) -> list[Record]:
    """Tasks whose day has passed while no document says what has become of them."""
    dated = (task for task in own if task["loai_thoi_han"] == "co_ngay" and not task["trang_thai"])
    return [task for task in dated if "" < task["den_ngay"] < date.isoformat()]
