"""Targets and tasks of a commune: what it promised, by when, how far it is."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.figures.accumulated import without
from generator.figures.standings import (
    ABOVE,
    BELOW,
    MEETING,
    MET,
    NOT_BEGUN,
    NOT_COMPARABLE,
    NOT_MET,
    ON_TARGET,
    stage_of,
)
from generator.language import spoken
from generator.language.numbers import show_number
from generator.language.vietnamese import inside, kind_of, opened, show_date
from generator.model.commune import Commune
from generator.model.figure import Figure, Standing, Sum
from generator.model.figure_words import aimed
from generator.model.grouping import grouped
from generator.pieces.addresses import TARGETS, subject_path
from generator.pieces.blocks import Block, Notice, Prose, Section
from generator.pieces.charted import target_bullets
from generator.pieces.fact import Fact, counted, named, told
from generator.pieces.loudspeaker_words import FACT, Number, Occasion, Spoken, say
from generator.pieces.provincial import SECTION as OF_PROVINCE
from generator.pieces.provincial import in_short, targets_of_province
from generator.pieces.row_blocks import Link
from generator.pieces.sentence import Place, Sentence
from generator.pieces.standings import by_stage, by_standing, judged_until, nearest, stands
from generator.pieces.view import View, label
from generator.subjects.progress import DONE, LATE
from generator.subjects.promised_levels import promised_levels
from generator.subjects.results import leading_to
from generator.subjects.subject import Subject
from generator.subjects.tasks import kept, tasks, tasks_of

_MEANINGS = (
    ((MEETING, BELOW, ABOVE), "giai đoạn còn đang chạy"),
    ((MET, NOT_MET), "giai đoạn đã hết"),
    ((NOT_COMPARABLE,), "chưa có kết quả trong giai đoạn ấy, hoặc mục tiêu không nêu con số"),
)
"""What the states of targets that need it mean."""


def _targets(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """Every target, a section a stage: those that run, then those to come, those that are over, those without a day."""
    standings = view.targets_of(commune)
    by_stage = grouped(standings, lambda s: s.target.period.printed)
    in_turn = sorted(by_stage.items(), key=lambda stage: _turn(stage[1][0].target, view.date))
    for number, (stage, own) in enumerate(in_turn, 1):
        table = target_bullets(view, commune, here, f"{len(own)} mục tiêu: {by_standing(own)}", own)
        title, id = f"Mục tiêu: {stage}", f"muc-tieu-{number}"
        if number == 1:
            yield Section(title, id, (_explained(standings), *table))
        else:
            yield Section(title, id, (), table, f"Xem {len(own)} mục tiêu")


def _turn(target: Figure, day: dt.date) -> tuple[int, dt.date, bool]:
    """When the stage of a target is told on a day, among all of them: one of which only words tell after those of the
    same days.
    """
    stage = stage_of(target)
    if stage.end is None:
        return 3, dt.date.max, True
    return (
        2 if stage.end < day else 1 if stage.start and stage.start > day else 0,
        stage.end,
        stage is not target.period,
    )


def _explained(standings: Sequence[Standing]) -> Prose:
    """By what targets are judged, and what their states mean, as far as there are such."""
    present, text = {standing.status for standing in standings}, "Đánh giá theo kết quả mới nhất và hạn của mục tiêu."
    for states, meaning in _MEANINGS:
        quoted = ", ".join(f"“{state}”" for state in states if state in present)
        text += f" {quoted[:1]}{opened(quoted[1:])}: {meaning}." if quoted else ""
    return Prose(text, "small")


def _first(place: Place) -> Iterator[Sentence]:
    """Targets by their standing, tasks by their day."""
    if targets := place.view.targets_of(place.commune):
        text = f"{opened(place.kind)} có {len(targets)} mục tiêu: {by_stage(targets)}{judged_until(targets)}."
        yield place.of_all(text, f"{len(targets)} mục tiêu")
    else:
        yield Sentence(f"Trang chưa có mục tiêu bằng con số nào của {place.kind}.")
    if all_tasks := place.view.records(place.commune, "nhiem-vu"):
        dated = [task for task in all_tasks if task["loai_thoi_han"] == "co_ngay"]
        known = f"{len(dated)} việc có" if dated else "không việc nào có"
        text = f"Trang đăng {len(all_tasks)} việc phải làm nêu trong các văn bản đã đọc, {known} hạn phải xong"
        text += f"; {kept(place.view, place.commune)}."
        yield place.of_all(text, f"{len(all_tasks)} việc")
    else:
        yield Sentence(f"Chưa có việc phải làm nào của {place.kind}.")


def _after(view: View, commune: Commune, here: str) -> Iterator[Section]:
    yield from _targets(view, commune, here)
    yield from targets_of_province(view, commune, here)
    yield from tasks(view, commune, here)


def _against(view: View, commune: Commune) -> tuple[Block, ...]:
    """How many targets stand how."""
    targets, told = view.targets_of(commune), tuple(leading_to(view, commune, commune.address))
    page = subject_path(commune, TARGETS)
    set_above = in_short(view, commune, view.link(commune.address, page, OF_PROVINCE))
    if not targets:
        return (
            Notice(
                "Chưa thấy mục tiêu nào",
                f"Trang chưa có mục tiêu bằng con số của {kind_of(commune.name)}, nên chưa có gì để so kết quả.",
                "missing",
            ),
            *set_above,
            *told,
        )
    link = Link("Xem tất cả mục tiêu và nhiệm vụ", view.link(commune.address, page))
    text = f"{opened(kind_of(commune.name))} có {len(targets)} mục tiêu: {by_stage(targets)}{judged_until(targets)}."
    if all_tasks := view.records(commune, "nhiem-vu"):
        text += f" {len(all_tasks)} việc phải làm: {kept(view, commune)}."
    return Prose(text, "", link), *set_above, *_late(view, commune), *told


def _late(view: View, commune: Commune) -> Iterator[Prose]:
    """Which tasks are late, a line that leads to them; that none is seen to be where some have a day."""
    every = tasks_of(view, commune)
    late = sum(task.state == LATE for task in every)
    if late:
        there = view.link(commune.address, subject_path(commune, TARGETS), "nhiem-vu-qua-han")
        yield Prose("", "", Link(f"Việc nào quá hạn ({late})", there))
    elif any(task.row["loai_thoi_han"] == "co_ngay" for task in every):
        yield Prose("Chưa thấy việc nào quá hạn, trong những việc có hạn phải xong.")


def _overview(view: View, commune: Commune) -> Iterator[Section]:
    yield Section("Kết quả so với mục tiêu", "muc-tieu", _against(view, commune))


def _facts(view: View, commune: Commune, _: Sequence[Figure]) -> Iterator[Fact]:
    """Targets counted by their standing, tasks with a day, then each measured target of its nearest stage."""
    standings = view.targets_of(commune)
    when = "Theo kết quả và văn bản mới nhất"
    if standings:
        words = f"đã đặt ra: {by_standing(standings)}."
        yield counted(view, commune, len(standings), "mục tiêu", words, when, (s.target.source for s in standings))
    if all_tasks := view.records(commune, "nhiem-vu"):
        words = f"phải làm mà trang đăng theo văn bản; {kept(view, commune)}."
        sources = (task["nguon"] for task in all_tasks)
        yield counted(view, commune, len(all_tasks), "việc", words, when, sources)
    for standing in sorted(nearest(standings), key=lambda s: (s.status in ON_TARGET, s.target.trace.line)):
        target, result = standing.target, standing.result
        assert result is not None
        by = "" if target.source == result.source else f" ({named(view, commune, target.source)})"
        aim = f"mục tiêu {aimed(target)}{by}: {stands(standing)}"
        fact = told(view, result, f"là {inside(label(view, result))}; {aim}.")
        yield _of_months(view, commune, fact, standing.summed) if standing.summed else fact

    for standing in (s for s in standings if s.result is None and s.target.has_value):
        target, begun = standing.target, standing.status != NOT_BEGUN
        each = f", {target.base}" if target.base else ""
        state = "chưa có kết quả để so" if begun else "giai đoạn chưa bắt đầu"
        yield told(view, target, f"là mục tiêu {inside(label(view, target))}{each}; {state}.")


def _of_months(view: View, commune: Commune, fact: Fact, added: Sum) -> Fact:
    """A fact that is a sum of months: by all their documents, and no line of a page that it could lead to."""
    when = f"{opened(added.counted)}, đến {show_date(added.figure.period.end)}"
    documents = "; ".join(named(view, commune, source) for source in added.documents[:2])
    more = f" và {len(added.documents) - 2} văn bản khác" if len(added.documents) > 2 else ""
    lacking = f" {opened(without(added.missing))}." if added.missing else ""
    origin = f"{when}. Nguồn: {documents}{more}"
    return replace(fact, sentence=f"{fact.sentence}{lacking}", origin=origin, figure="")


def loudspeaker(about: Occasion) -> Iterator[Spoken]:
    """How many tasks are done, how many late: only beside the newest figures, as on the commune's first page, and where
    some document tells how far any is.
    """
    count = Counter(task.state for task in tasks_of(about.view, about.commune)) if about.latest else Counter[str]()
    if not count[DONE] and not count[LATE]:
        return
    every = f"Trong {{}} phải làm đăng trên trang của {about.kind}"
    done = "{} đã xong" if count[DONE] else "trang chưa có văn bản nói việc nào đã xong"
    late = ", {} đã quá hạn" if count[LATE] else ""
    many = [number for number in (count.total(), count[DONE], count[LATE]) if number]
    yield say("viec", FACT, f"{every}, {done}{late}.", *map(_tasks, many))


def _tasks(count: int) -> Number:
    return Number(f"{spoken.number(count)} việc", f"{show_number(count)} việc", place="muc-tieu")


SUBJECT = Subject(
    TARGETS,
    first=_first,
    charts=promised_levels,
    after=_after,
    overview=_overview,
    facts=_facts,
    loudspeaker=loudspeaker,
    shows_targets=True,
)
