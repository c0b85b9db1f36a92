"""How targets stand, in words and rows: counted, judged with what a fair reader must know, beside their results."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.figures.compute import (
    ABOVE,
    BELOW,
    MEETING,
    MET,
    NOT_BEGUN,
    NOT_COMPARABLE,
    NOT_MET,
    stage_end,
)
from generator.language.vietnamese import show_date
from generator.model.commune import Commune
from generator.model.figure import Standing
from generator.model.figure_words import aimed
from generator.pieces.addresses import anchor
from generator.pieces.blocks import Cell
from generator.pieces.shown import value
from generator.pieces.view import View, source_link, source_name

_MARKS = {
    "●": (MET, "xong"), "◐": (MEETING, "đang làm"), "○": (NOT_BEGUN,), "▲": (BELOW, ABOVE, "chậm"),
    "✕": (NOT_MET, "quá hạn"), "■": ("dừng",), "↺": ("đổi nội dung",), "?": (NOT_COMPARABLE, "chưa có báo cáo"),
}  # fmt: skip
"""Shapes, which survive print and dark, and what each says of a target or a task."""
_MARK_OF = {word: mark for mark, words in _MARKS.items() for word in words}


def state_mark(status: str) -> tuple[str, str]:
    """The mark of a state and its word, which stand together wherever a state is told; the word may be one of a
    standing or of a task.
    """
    return _MARK_OF[status], status


_BEST_FIRST = (MET, MEETING, BELOW, ABOVE, NOT_MET, NOT_BEGUN, NOT_COMPARABLE)


def by_standing(standings: Iterable[Standing]) -> str:
    """How many targets stand how, always in one order: '10 đang đạt, 2 đang dưới mục tiêu, 17 chưa bắt đầu'."""
    counts = Counter(standing.status for standing in standings)
    return ", ".join(f"{counts[status]} {status}" for status in _BEST_FIRST if counts[status])


def judged_until(standings: Iterable[Standing]) -> str:
    """Up to when the results tell by which targets are judged: ', theo kết quả đến 10/06/2026'; '' without any."""
    day = max((s.result.day for s in standings if s.result), default=None)
    return f", theo kết quả đến {show_date(day)}" if day else ""


def judged(standing: Standing) -> str:
    """How a target stands, with what a fair reader must know: how long there is still time, up to when the result
    tells, that the target was set when the result was there already.
    """
    target, result, status = standing
    if result is None or status == NOT_COMPARABLE:
        return status
    until, day = stage_end(target, result), result.day
    later = target.source != result.source and target.issued > day
    known = f", còn hạn đến {show_date(until)}" if status in (BELOW, ABOVE) and until else ""
    known += f" theo số đến {show_date(day)}" if status in (MET, NOT_MET) and until and day < until else ""
    return f"{status}{known}{'; mục tiêu đặt sau khi có kết quả này' if later else ''}"


def nearest(standings: Iterable[Standing]) -> list[Standing]:
    """A measured target an indicator, that of the stage that ends first, by the end of its stage; no ranges."""
    measured = [s for s in standings if s.result is not None and not s.target.is_range]
    measured.sort(key=lambda s: (s.target.period.end or dt.date.max, s.target.trace.line))
    first = {s.target.topic.indicator: s for s in reversed(measured)}
    return [s for s in measured if first[s.target.topic.indicator] is s]


def target_rows(
    view: View, commune: Commune, here: str, standings: Sequence[Standing], *, anchored: bool
) -> tuple[tuple[Cell, ...], ...]:
    """Targets beside their results; `anchored` where this is the page that other pages link to."""
    rows = []
    for standing in standings:
        target, result, _ = standing
        reached, until = "chưa có số liệu", ""
        if result is not None:
            reached = value(result)
            until = f"đến {show_date(result.period.end)}, {source_name(view, view.source(commune.code, result.source))}"
        place = f"{target.trace.place.split(':')[0]}" + (f". Không kể {target.without}" if target.without else "")
        level = aimed(target) if target.has_value else "không nêu con số"
        each = f" {target.base}" if target.base else ""
        link = source_link(view, commune, here, target.source)
        rows.append((
            Cell(target.words, "", place, link, anchor(target.id) if anchored else ""),
            Cell(f"{level}{each}", "number" if target.has_value else "missing"),
            Cell(reached, "number" if result else "missing", until),
            Cell(judged(standing), "state"),
        ))  # fmt: skip
    return tuple(rows)


TARGET_HEAD = ("Mục tiêu", "Mức", "Kết quả", "Đánh giá")
