"""Published figures that changed or vanished without a reason: their officer is asked for one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from generator.changes.changed_figures import Pair, about, paired, said, step
from generator.changes.changes import Side, as_view
from generator.commune.examine import examine, in_order
from generator.commune.outcome import Outcome, Survey
from generator.comparing.evidence import column_of
from generator.language.value import State
from generator.model.catalogue import Catalogue
from generator.model.figure import Kind
from generator.model.history import REPLACING, Correction, value_of
from generator.model.problem import Problem
from generator.model.published_columns import published
from generator.pieces.view import View
from generator.reading import git
from generator.reading.data_folder import COMMUNE_FOLDER
from generator.tables import dinh_chinh
from generator.tables.dinh_chinh import corrections_in


def changed(before: Side, after: Side) -> list[Pair]:
    """The figures that a commune had published, and that have another value or are gone, without a word of it in its
    table of corrections. What is computed follows from what was entered; what was blank had told nothing.
    """
    known, told = (_corrected(side) for side in (before, after))
    gone = {one.old for one in told if one.new != one.old}
    again = {one.old for one in told - known if one.new == one.old}
    kept, ours = ([f for f in side.examined.figures if f.kind is not Kind.COMPUTED] for side in (before, after))
    return [
        pair for pair in paired(kept, ours)
        if pair.old and pair.old.value.state is not State.MISSING
        and ((_is_corrected(pair) and pair.old.id not in again) or (_is_gone(pair) and pair.old.id not in gone))
    ]  # fmt: skip


def _corrected(side: Side) -> set[Correction]:
    return {one for one in corrections_in(side.examined.records) if one.told in REPLACING}


def _is_gone(pair: Pair) -> bool:
    return bool(pair.old and (pair.new is None or pair.new.id != pair.old.id))


def _is_corrected(pair: Pair) -> bool:
    old, new = pair
    return bool(old and new and old.id == new.id and value_of(published(old)) != value_of(published(new)))


def row_for(pair: Pair, day: dt.date, reason: str) -> tuple[str, str, str, str]:
    """The row of `dinh-chinh.csv` that explains a change, in the order of its first columns."""
    assert pair.old
    return pair.old.id, pair.new.id if pair.new else "", day.isoformat(), reason


def unexplained(before: Side, after: Side, day: dt.date) -> list[Problem]:
    """A warning for each figure that changed or vanished without a reason, with the row that would give it."""
    pairs = changed(before, after)
    if not pairs:
        return []
    views = as_view(before), as_view(after)
    return [_asked(pair, views, day, f"{COMMUNE_FOLDER}/{after.examined.folder}/{dinh_chinh.TABLE.file}")
            for pair in pairs]  # fmt: skip


def _asked(pair: Pair, views: tuple[View, View], day: dt.date, table: str) -> Problem:
    old, new = pair
    assert old
    row = ",".join(row_for(pair, day, "lý do"))
    ask = (
        f"Thêm vào dinh-chinh.csv dòng: {row} (thay chữ “lý do” bằng lý do thật; chưa có tệp thì dòng đầu là "
        f"{','.join(column.name for column in dinh_chinh.TABLE.columns[:4])}). Hoặc ghi vào lời ghi (commit) một dòng "
        "bắt đầu bằng “Ly-do:”."
    )
    if new and new.id == old.id:
        what = f"{about(views[1], new)}: số đã đăng được sửa ({step(old, new)}) mà không có lý do."
        column = column_of(new, new.topic.indicator)
        return Problem(new.trace.file, new.trace.line, column, "thieu-ly-do", "warning", what, ask)
    came = f" Số vào chỗ nó mang mã “{new.id}”." if new else ""
    what = f"{about(views[0], old)}: số đã đăng ({said(old)}) không còn mà không có lý do.{came}"
    return Problem(table, 1, "ma_so_cu", "thieu-ly-do", "warning", what, ask)


# --- since the last commit ------------------------------------------------------------------------


def since_last_commit(data: Path, surveyed: Survey, day: dt.date) -> Survey:
    """A survey with what is asked of the communes that differ from the last commit; the same outside of git."""
    catalogue, folders = surveyed.shared.catalogue, set(git.edited(data, COMMUNE_FOLDER))
    if catalogue is None or not folders:
        return surveyed
    return replace(surveyed, outcomes=tuple(
        _with_asked(data, outcome, catalogue, day) if outcome.folder in folders else outcome
        for outcome in surveyed.outcomes
    ))  # fmt: skip


def _with_asked(data: Path, outcome: Outcome, catalogue: Catalogue, day: dt.date) -> Outcome:
    place = f"{COMMUNE_FOLDER}/{outcome.folder}"
    folder = git.folder(data / place, git.Version("HEAD", ""), place) if outcome.shown else None
    if outcome.shown is None or folder is None:
        return outcome
    before = examine(folder, catalogue, day)
    if before.stopped:
        return outcome
    asked = unexplained(Side(before, catalogue), Side(outcome.shown, catalogue), day)
    return replace(outcome, problems=in_order([*outcome.problems, *asked]))
