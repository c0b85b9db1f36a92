"""Targets and tasks of a commune: what it promised, by when, how far it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.figures.accumulated import without
from generator.figures.standings import ON_TARGET
from generator.language.vietnamese import inside, kind_of, opened, show_date
from generator.model.commune import Commune
from generator.model.figure import Figure, Sum
from generator.model.figure_words import aimed
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.pieces.addresses import TARGETS, subject_path
from generator.pieces.blocks import Block, Cell, Grid, Notice, Prose, Section, listed
from generator.pieces.charted import target_bullets
from generator.pieces.fact import Fact, counted, named, told
from generator.pieces.row_blocks import Link
from generator.pieces.sentence import Place, Sentence
from generator.pieces.standings import by_stage, by_standing, judged_until, nearest, stands
from generator.pieces.view import View, label, source_link
from generator.subjects.promised_levels import promised_levels
from generator.subjects.subject import Subject


def _targets(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """Every target, a section a stage."""
    standings = view.targets_of(commune)
    if not standings:
        text = f"Trang chưa có mục tiêu nào của {kind_of(commune.name)}."
        yield Section("Mục tiêu", "muc-tieu", (Notice("Chưa có mục tiêu", text, "missing"),))
        return
    note = Prose(
        f"Đánh giá tính đến {show_date(view.date.isoformat())}. “Đang đạt”, “đang dưới mục tiêu”: giai đoạn còn đang "
        "chạy. “Chưa có số để so”: chưa có kết quả trong giai đoạn ấy, hoặc mục tiêu không nêu con số.",
        "small",
    )
    by_stage = grouped(standings, lambda s: s.target.period.printed)
    running = next((stage for stage, own in by_stage.items() if _runs(own[0].target, view.date)), next(iter(by_stage)))
    for number, (stage, own) in enumerate(by_stage.items(), 1):
        table = target_bullets(view, commune, here, f"{len(own)} mục tiêu: {by_standing(own)}", own)
        title, id = f"Mục tiêu: {stage}", f"muc-tieu-{number}"
        opening = (note,) if number == 1 else ()
        if stage == running:
            yield Section(title, id, (*opening, *table))
        else:
            yield Section(title, id, opening, table, f"Xem {len(own)} mục tiêu")


def _runs(target: Figure, day: dt.date) -> bool:
    """Whether the stage of a target runs on a day."""
    start, end = target.period.span
    return end is not None and (start or dt.date.min) <= day <= end


_DEADLINES = {
    "co_ngay": "Việc có hạn phải xong", "hang_nam": "Việc làm hằng năm",
    "theo_lo_trinh_tinh": "Việc theo lộ trình của tỉnh", "co_dieu_kien": "Việc chờ điều kiện, hướng dẫn",
    "thuong_xuyen": "Việc thường xuyên", "khong_neu": "Việc không ghi ngày phải xong",
}  # fmt: skip


def _tasks(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """Every task, those with a day first, a section a sort of deadline."""
    all_tasks = view.records(commune, "nhiem-vu")
    for kind, title in _DEADLINES.items():
        own = sorted((t for t in all_tasks if t["loai_thoi_han"] == kind), key=lambda t: t["den_ngay"] or "9")
        if not own:
            continue
        rows = tuple(_task_row(view, commune, here, task) for task in own)
        grid = Grid(title, ("Việc", "Chủ trì", "Phối hợp", "Thời hạn"), rows)
        yield listed(title, f"nhiem-vu-{kind.replace('_', '-')}", grid, len(own), 3)
    if not all_tasks:
        text = f"Trang chưa có nhiệm vụ nào của {kind_of(commune.name)}."
        yield Section("Nhiệm vụ", "nhiem-vu", (Notice("Chưa có nhiệm vụ", text, "missing"),))


def _task_row(view: View, commune: Commune, here: str, task: Record) -> tuple[Cell, ...]:
    due = task["thoi_han"] or "không nêu"
    if task["loai_thoi_han"] == "co_ngay" and task["den_ngay"]:
        late = overdue([task], view.date)
        due = task["thoi_han"] or show_date(task["den_ngay"])
        due += " (đã qua hạn, chưa thấy báo cáo kết quả)" if late else ""
    state = f"Trạng thái: {task['trang_thai']}" if task["trang_thai"] else ""
    place = f"{task['vi_tri'].split(':')[0]}"
    return (
        Cell(task["noi_dung"], "", "; ".join(filter(None, (place, state))),
             source_link(view, commune, here, task["nguon"])),
        Cell(task["chu_tri"] or "không nêu"),
        Cell(task["phoi_hop"] or "không nêu"),
        Cell(due),
    )  # fmt: skip


def overdue(tasks: Iterable[Record], date: dt.date) -> list[Record]:
    """Tasks whose day has passed while no document says what has become of them."""
    dated = (task for task in tasks if task["loai_thoi_han"] == "co_ngay" and not task["trang_thai"])
    return [task for task in dated if "" < task["den_ngay"] < date.isoformat()]


def _first(place: Place) -> Iterator[Sentence]:
    """Targets by their standing, tasks by their day."""
    day = f"tính đến {show_date(place.view.date.isoformat())}"
    if targets := place.view.targets_of(place.commune):
        text = f"{opened(place.kind)} có {len(targets)} mục tiêu: {by_stage(targets)}{judged_until(targets)}."
        yield place.of_all(text, f"{len(targets)} mục tiêu", day)
    else:
        yield Sentence(f"Trang chưa có mục tiêu bằng con số nào của {place.kind}.")
    if tasks := place.view.records(place.commune, "nhiem-vu"):
        dated = [task for task in tasks if task["loai_thoi_han"] == "co_ngay"]
        late = overdue(tasks, place.view.date)
        known = f"{len(dated)} việc có" if dated else "không việc nào có"
        done = sum(bool(task["trang_thai"]) for task in tasks)
        text = f"Trang đăng {len(tasks)} việc phải làm nêu trong các văn bản đã đọc, {known} hạn phải xong"
        text += f"; {done} việc văn bản ghi đã tới đâu" if done else ""
        text += f"; {len(late)} việc đã qua hạn mà chưa thấy báo cáo kết quả." if late else "."
        yield place.of_all(text, f"{len(tasks)} việc", day if late else "")
    else:
        yield Sentence(f"Chưa có việc phải làm nào của {place.kind}.")


def _after(view: View, commune: Commune, here: str) -> Iterator[Section]:
    yield from _targets(view, commune, here)
    yield from _tasks(view, commune, here)


def _against(view: View, commune: Commune) -> tuple[Block, ...]:
    """How many targets stand how."""
    targets = view.targets_of(commune)
    if not targets:
        return (
            Notice(
                "Chưa thấy mục tiêu nào",
                f"Trang chưa có mục tiêu bằng con số của {kind_of(commune.name)}, nên chưa có gì để so kết quả.",
                "missing",
            ),
        )
    link = Link("Xem tất cả mục tiêu và nhiệm vụ",
                view.link(commune.address, subject_path(commune, TARGETS)))  # fmt: skip
    text = f"{opened(kind_of(commune.name))} có {len(targets)} mục tiêu: {by_stage(targets)}{judged_until(targets)}."
    summary = Prose(text, "", link)
    return (summary,)


def _overview(view: View, commune: Commune) -> Iterator[Section]:
    yield Section("Kết quả so với mục tiêu", "muc-tieu", _against(view, commune))


def _facts(view: View, commune: Commune, _: Sequence[Figure]) -> Iterator[Fact]:
    """Targets counted by their standing, tasks with a day, then each measured target of its nearest stage."""
    standings = view.targets_of(commune)
    today = show_date(view.date.isoformat())
    if standings:
        words, when = f"đã đặt ra: {by_standing(standings)}.", f"Đánh giá tính đến {today}"
        yield counted(view, commune, len(standings), "mục tiêu", words, when, (s.target.source for s in standings))
    if tasks := view.records(commune, "nhiem-vu"):
        late = overdue(tasks, view.date)
        words = "phải làm mà trang đăng theo văn bản"
        words += f"; {len(late)} việc đã qua hạn mà chưa thấy báo cáo kết quả." if late else "."
        when = f"Đánh giá tính đến {today}" if late else "Đếm từ danh sách"
        yield counted(view, commune, len(tasks), "việc", words, when, (task["nguon"] for task in tasks))  # fmt: skip
    for standing in sorted(nearest(standings), key=lambda s: (s.status in ON_TARGET, s.target.trace.line)):
        target, result = standing.target, standing.result
        assert result is not None
        by = "" if target.source == result.source else f" ({named(view, commune, target.source)})"
        aim = f"mục tiêu {aimed(target)}{by}: {stands(standing)}"
        fact = told(view, result, f"là {inside(label(view, result))}; {aim}.")
        yield _of_months(view, commune, fact, standing.summed) if standing.summed else fact

    for target in (s.target for s in standings if s.result is None and s.target.has_value):
        each = f", {target.base}" if target.base else ""
        yield told(view, target, f"là mục tiêu {inside(label(view, target))}{each}; chưa có kết quả để so.")


def _of_months(view: View, commune: Commune, fact: Fact, added: Sum) -> Fact:
    """A fact that is a sum of months: by all their documents, and no line of a page that it could lead to."""
    when = f"{opened(added.counted)}, đến {show_date(added.figure.period.end)}"
    documents = "; ".join(named(view, commune, source) for source in added.documents[:2])
    more = f" và {len(added.documents) - 2} văn bản khác" if len(added.documents) > 2 else ""
    lacking = f" {opened(without(added.missing))}." if added.missing else ""
    origin = f"{when}. Nguồn: {documents}{more}"
    return replace(fact, sentence=f"{fact.sentence}{lacking}", origin=origin, figure="")


SUBJECT = Subject(
    TARGETS,
    first=_first,
    charts=promised_levels,
    after=_after,
    overview=_overview,
    facts=_facts,
    shows_targets=True,
)
