"""How targets stand, in words and rows: counted, judged with what a fair reader must know, beside their results."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from generator.figures.accumulated import without
from generator.figures.standings import (
    ABOVE,
    BELOW,
    MEETING,
    MET,
    NOT_BEGUN,
    NOT_COMPARABLE,
    NOT_MET,
    stage_end,
    stage_of,
)
from generator.language.vietnamese import inside, show_date
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind, Standing
from generator.model.figure_words import aimed, ended, listed
from generator.pieces.document_links import figure_link, source_name
from generator.pieces.row_blocks import Cell
from generator.pieces.shown import value
from generator.pieces.view import View

_MARKS = {
    "●": (MET, "xong", "đã trả lời", "đã cấp"), "◐": (MEETING, "đang làm"), "○": (NOT_BEGUN, "đang chờ"),
    "▲": (BELOW, ABOVE, "chậm"), "✕": (NOT_MET, "quá hạn"), "■": ("dừng", "từ chối"), "↺": ("đổi nội dung",),
    "?": (NOT_COMPARABLE, "chưa rõ tới đâu"),
}  # fmt: skip
"""Shapes, which survive print and dark, and what each says of a target or a task."""
_MARK_OF = {word: mark for mark, words in _MARKS.items() for word in words}


def state_mark(status: str) -> tuple[str, str]:
    """The mark of a state and its word, which stand together wherever a state is told; the word may be one of a
    standing or of a task.
    """
    return _MARK_OF[status], status


NO_RESULT, NOT_YET = "chưa có số liệu", "chưa tới kỳ"
"""What stands for the result of a target: where there is none, and where its stage has not begun."""
_ENDED, _RUNNING = frozenset({MET, NOT_MET}), frozenset({MEETING, BELOW, ABOVE})
_BEST_FIRST = (MET, MEETING, BELOW, ABOVE, NOT_MET, NOT_BEGUN, NOT_COMPARABLE)


def by_standing(standings: Iterable[Standing]) -> str:
    """How many targets stand how, always in one order: '10 đang đạt, 2 đang dưới mục tiêu, 17 chưa bắt đầu'."""
    return _counted(Counter(standing.status for standing in standings), _BEST_FIRST)


def by_stage(standings: Iterable[Standing]) -> str:
    """The same, where some stages are over and others run these apart: '3 đã hết hạn (2 đạt, 1 không đạt); …'."""
    counts = Counter(standing.status for standing in standings)
    sorts: list[tuple[str, Collection[str]]] = [("đã hết hạn", _ENDED), ("còn hạn", _RUNNING)]
    sums = [sum(counts[status] for status in sort) for _, sort in sorts]
    if not all(sums):
        return _counted(counts, _BEST_FIRST)
    apart = [f"{count} {words} ({_counted(counts, sort)})" for count, (words, sort) in zip(sums, sorts, strict=True)]
    return "; ".join(filter(None, (*apart, _counted(counts, (NOT_BEGUN, NOT_COMPARABLE)))))


def _counted(counts: Mapping[str, int], of: Collection[str]) -> str:
    return ", ".join(f"{counts[status]} {status}" for status in _BEST_FIRST if status in of and counts[status])


def judged_until(standings: Iterable[Standing]) -> str:
    """Up to when the results tell by which targets are judged: ', theo kết quả đến 10/06/2026'; '' without any."""
    day = max((s.result.day for s in standings if s.result), default=None)
    return f", theo kết quả đến {show_date(day)}" if day else ""


def judged(standing: Standing) -> str:
    """How a target stands, and that the number by which it does is ours, where nothing beside says so."""
    state = stands(standing)
    return f"{state} ({whose})" if standing.result and (whose := ours(standing)) else state


def stands(standing: Standing) -> str:
    """How a target stands, with what a fair reader must know: how long there is still time, or that no day is given by
    which it must be met; up to when the result tells; that the target was set when the result was there already.
    """
    target, result, status = standing.target, standing.result, standing.status
    if result is None or status == NOT_COMPARABLE:
        return status
    until, day = stage_end(target, result), result.day
    later = target.source != result.source and target.issued > day
    known = f", còn hạn đến {show_date(until)}" if status in (BELOW, ABOVE) and until else ""
    known += f" theo số đến {show_date(day)}" if status in (MET, NOT_MET) and until and day < until else ""
    known += "; văn bản không ghi ngày phải đạt" if stage_of(target) is not target.period else ""
    return f"{status}{known}{'; mục tiêu đặt sau khi có kết quả này' if later else ''}"


def ours(standing: Standing) -> str:
    """What of a result is our work: `trang tự tính`, `trang tự cộng 8 trong 9 tháng`; '' where a document prints it."""
    if standing.summed:
        return f"trang tự cộng {standing.summed.counted}"
    return "trang tự tính" if standing.result and standing.result.kind is Kind.COMPUTED else ""


def whence(view: View, commune: Commune, standing: Standing) -> str:
    """Of which days a result is and by which documents, what of it is our work, what gives another value."""
    result, added = standing.result, standing.summed
    if result is None:
        return ""
    until = f"đến {show_date(result.period.end)}, {_documents(view, commune, [result.source])}"
    if added:
        until = f"trang tự cộng {result.period.printed}, theo {_documents(view, commune, added.documents)}"
        until += f"; {without(added.missing)}" if added.missing else ""
    elif result.kind is Kind.COMPUTED:
        until = f"trang tự tính, {until}"
    return "; ".join((until, *(_other(view, commune, standing, other) for other in standing.others)))


def _other(view: View, commune: Commune, standing: Standing, other: Figure) -> str:
    """Another value of the same days, with whose it is."""
    named = _documents(view, commune, [other.source])
    if standing.added and other is standing.added.figure:
        return f"trang tự cộng {standing.added.counted} được {value(other)}"
    if other.kind is not Kind.COMPUTED:
        return f"{named} ghi {value(other)}"
    from_it = "văn bản này" if standing.result and other.source == standing.result.source else named
    return f"tính lại từ số đếm của {from_it} được {value(other)}"


def _documents(view: View, commune: Commune, sources: Sequence[str]) -> str:
    """Two documents by their names, and how many more there are."""
    named = ", ".join(source_name(view, view.source(commune.code, source)) for source in sources[:2])
    return f"{named} và {len(sources) - 2} văn bản khác" if len(sources) > 2 else named


def nearest(standings: Iterable[Standing]) -> list[Standing]:
    """A measured target an indicator, by the end of its stage: that of the stage that runs and ends first, else of the
    one that ended last; no ranges.
    """
    measured = [s for s in standings if s.result is not None and not s.target.is_range]
    measured.sort(key=lambda s: (s.target.period.end or dt.date.max, s.target.trace.line))
    chosen: dict[str, Standing] = {}
    for standing in measured:
        before = chosen.get(standing.target.topic.indicator)
        if before is None or before.status in _ENDED:
            chosen[standing.target.topic.indicator] = standing
    return [s for s in measured if chosen[s.target.topic.indicator] is s]


def aim_of(view: View, commune: Commune, figure: Figure) -> str:
    """The target beside which a figure stands, how, by which result where that is another; levels that other documents
    aim at meanwhile. '' where nothing is aimed at.
    """
    own = [s for s in view.targets_of(commune) if s.target.topic == figure.topic]
    for standing in nearest(own):
        target, by = standing.target, _by_another(standing, figure)
        others = {aimed(s.target) for s in own if s.status in _RUNNING} - {aimed(target)}
        more = f" Văn bản khác đặt {listed(sorted(others))}." if others and standing.status in _RUNNING else ""
        how = f"{stands(standing)} ({by})" if by else judged(standing)
        return f"Mục tiêu {inside(target.period.printed)}: {aimed(target)}, {how}.{more}"
    return ""


def _by_another(standing: Standing, figure: Figure) -> str:
    """`theo 98,30% của 10 tháng đầu năm 2026, trang tự tính`: by which number a target is judged, where it is another
    than the one told.
    """
    result = standing.result
    if result is None or result.period == figure.period:
        return ""
    printed = result.period.printed
    days = f" của {inside(printed)}" if re.search(r"\d", printed) else f", {ended(result)}"
    shown = value(result)
    known = (f"theo số{days}", "bằng số trên") if shown == value(figure) else (f"theo {shown}{days}",)
    return ", ".join(filter(None, (*known, ours(standing))))


def target_rows(view: View, commune: Commune, here: str, standings: Sequence[Standing]) -> tuple[tuple[Cell, ...], ...]:
    """Targets beside their results, on a page that is not theirs."""
    rows = []
    for standing in standings:
        target, result = standing.target, standing.result
        reached = value(result) if result else NOT_YET if standing.status == NOT_BEGUN else NO_RESULT
        place = f"{target.trace.place.split(':')[0]}" + (f". Không kể {target.without}" if target.without else "")
        level = aimed(target) if target.has_value else "không nêu con số"
        each = f" {target.base}" if target.base else ""
        link = figure_link(view, commune, here, target)
        rows.append((
            Cell(target.words, "", place, link),
            Cell(f"{level}{each}", "number" if target.has_value else "missing"),
            Cell(reached, "number" if result else "missing", whence(view, commune, standing)),
            Cell(stands(standing), "state"),
        ))  # fmt: skip
    return tuple(rows)


TARGET_HEAD = ("Mục tiêu", "Mức", "Kết quả", "Đánh giá")
