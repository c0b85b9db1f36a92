"""The history of a commune's figures, composed: what git tells, what is shown today, what the commune says of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.commune.examine import Examined
from generator.language.vietnamese import show_date
from generator.model.grouping import grouped
from generator.model.history import NO_HISTORY, Correction, History, Span, Told, Version
from generator.model.published_columns import published
from generator.past.replay import Replayed
from generator.tables.dinh_chinh import corrections_in


def history(
    shown: Examined, replayed: Replayed | None, day: dt.date, indicators: Collection[str], *, shallow: bool
) -> History:
    """The history of a commune as it is `shown` on a day, after what was `replayed` from git (None where git knows
    nothing of it). What is shown and stands in no commit yet came on this day.

    What was taken away because it must not be public is not published again as something of the past: neither what the
    commune says so of, nor values of what is none of the `indicators` of today.
    """
    corrections = corrections_in(shown.records)
    if replayed is None or replayed.begins is None:
        gap = NO_HISTORY.gap if replayed is None else f"{NO_HISTORY.gap}: các bản cũ trong git máy không đọc được"
        return History(gap=gap, corrections=corrections)
    replayed.add(Version(day, ""), {figure.id: published(figure) for figure in shown.figures})
    secret = {one.old for one in corrections if one.told is Told.WITHHELD}
    open_to_all = [span for span in replayed.spans if span.id not in secret and span.cell("chi_tieu") in indicators]
    spans = tuple(_with_reasons(open_to_all, corrections))
    return History(spans, replayed.begins, _gap(replayed, corrections, shallow=shallow), corrections)


def _gap(replayed: Replayed, corrections: Iterable[Correction], *, shallow: bool) -> str:
    """Why the history is not whole; '' where it is."""
    begins = replayed.begins
    assert begins
    why = ""
    if shallow:
        why = "nơi dựng trang không có các lần ghi trước ngày ấy"
    elif replayed.unread:
        why = f"số liệu ghi từ ngày {show_date(replayed.unread)} đến trước đó theo khuôn cũ hoặc còn lỗi, máy không đọc"
    elif any(one.day < begins for one in corrections if one.told is Told.CORRECTED):
        why = "bảng đính chính kể những lần sửa trước ngày ấy, mà git không còn giữ các bản cũ"
    return f"lịch sử không đầy đủ, chỉ biết từ {show_date(begins)}: {why}" if why else ""


# --- reasons --------------------------------------------------------------------------------------


def _with_reasons(spans: Sequence[Span], corrections: Iterable[Correction]) -> Iterator[Span]:
    """The spans, by figure, with the reason of each change: what the commune says of this figure, else what the message
    of the commit says. That a figure came first needs none.
    """
    said = grouped((one for one in corrections if one.told is Told.CORRECTED), lambda one: one.old)
    for id, own in grouped(spans, lambda span: span.id).items():
        changes = dict.fromkeys([version for span in own for version in (span.since, span.until) if version][1:])
        reasons = dict(_reasons(tuple(changes), said.get(id, ())))
        first, *_ = own
        for span in own:
            since = span.since._replace(reason="") if span is first else reasons[span.since]
            yield Span(span.row, since, reasons[span.until] if span.until else None)


def _reasons(changes: Sequence[Version], said: Iterable[Correction]) -> Iterator[tuple[Version, Version]]:
    """Each change of a figure, and the same with its reason: that of the row whose day is nearest to it, since a row is
    written a little before its commit, or later on.
    """
    nearest: dict[Version, list[str]] = {}
    for one in said if changes else ():
        change = min(reversed(changes), key=lambda version: abs((version.day - one.day).days))
        nearest.setdefault(change, []).append(one.reason)
    for change in changes:
        yield change, change._replace(reason=" ".join(nearest.get(change, ())) or change.reason)
