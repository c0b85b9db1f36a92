"""What is announced of dossiers: how many were settled, how many late, how many came online."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.language import spoken
from generator.model.figure import Figure, Kind
from generator.model.grouping import grouped
from generator.model.period import Length, Period, PeriodKind
from generator.pieces import newest
from generator.pieces.changed import Step, changed
from generator.pieces.doubted import is_unmatched
from generator.pieces.loudspeaker_words import (
    DETAIL,
    FACT,
    MUST,
    NEEDED,
    Number,
    Occasion,
    Spoken,
    count,
    days,
    document_words,
    say,
    when,
    whole,
)
from generator.pieces.newest import wholes
from generator.pieces.picking import pick, with_value
from generator.subjects.dossiers_on_time import on_time


def of_one_document(about: Occasion) -> list[Figure]:
    """The figures of the period that the tables of one document tell: of that which answers whether dossiers were on
    time, else of that which says how many there were, else of that which gives any number of them.
    """
    tables = [figure for figure in about.own if figure.trace.table == "tthc"]
    counts = wholes(tables, "ho_so_da_giai_quyet", "ho_so_tiep_nhan", "ho_so_truc_tuyen") or with_value(tables)
    first = on_time(tables) or next(iter(counts), None)
    return [figure for figure in tables if first and figure.source == first.source]


def loudspeaker(about: Occasion) -> Iterator[Spoken]:
    """Received, settled, on time, late, still open; the rate; what another document says of it."""
    topic, own = "ho-so", of_one_document(about)
    received = wholes(own, "ho_so_tiep_nhan")[:1]
    rates = wholes(own, "ty_le_dung_han", kinds=(Kind.COMPUTED,))[:1]
    settled = wholes(own, "ho_so_da_giai_quyet")[:1]
    before = list(_newest(about, rates))
    yield from before
    if about.own and not about.start and about.own[0].period.kind is PeriodKind.CUMULATIVE:
        yield say(topic, MUST, "Đây là số cộng dồn, văn bản không nêu tính từ ngày nào.")
    for figure in received:
        yield say(topic, DETAIL, f"{about.kind} đã nhận {{}}.", whole(figure))
    for rate in rates:
        part, all_settled = rate.counts
        done = _counted(own, rate, all_settled, "ho_so_da_giai_quyet")
        yield say(topic, MUST, f"{about.kind} đã giải quyết {{}}.", done)
        yield say(topic, MUST, "Đúng hẹn có {}.", _counted(own, rate, part, "ho_so_dung_va_truoc_han"))
        yield from _late(own, rate)
        printed = newest.printed_of(about.own, rate)
        ours = "Tỷ lệ" if printed else "Trang số liệu tự tính được tỷ lệ"
        yield say(topic, DETAIL if before else FACT, f"{ours} đúng hẹn là {{}}.", whole(printed or rate))
        yield from _changed(about, rate, "tỷ lệ ấy là", DETAIL if before else FACT)
    if not rates:
        for figure in settled:
            yield say(topic, MUST, f"{about.kind} đã giải quyết {{}}.", whole(figure))
            yield from _changed(about, figure, "giải quyết", FACT)
    for figure in wholes(own, "ho_so_dang_giai_quyet")[:1]:
        yield say(topic, DETAIL, "Còn {} đang giải quyết.", whole(figure))
    for figure in wholes(own, "ho_so_dang_qua_han")[:1]:
        if figure.number:
            yield say(topic, NEEDED, "Đang giải quyết mà đã quá hẹn có {}.", whole(figure))
    yield from _other_rates(about, rates)
    yield from _online(about, own)
    ids = {figure.id for figure in (*received, *settled, *rates)}
    beside = [difference for difference in about.view.differences if ids & {*difference.ids}]
    if beside and not before:
        apart = "chưa khớp nhau" if any(map(is_unmatched, beside)) else "phải nghe cả hai mới hiểu"
        yield say(topic, FACT, f"Có số liệu {apart}, trang của {about.kind} ghi rõ từng chỗ.")


def _newest(about: Occasion, rates: Sequence[Figure]) -> Iterator[Spoken]:
    """The newest rate before the counts of an earlier period, and whether the two agree."""
    newest = on_time(about.view.sayable(about.commune)) if about.latest else None
    if newest and rates and newest.kind is Kind.REPORTED and newest.day > rates[0].day:
        words, document = document_words(about, about.view.source(about.commune.code, newest.source))
        text = f"Mới nhất, {words} ghi tỷ lệ đúng hẹn là {{}}, {{}}."
        yield say("ho-so", MUST, text, document, whole(newest), when(newest, about))
        differs = any(difference.rule == "hai-nguon" for difference in about.view.differing.get(newest.id, ()))
        apart = ", số đúng hẹn, trễ hẹn khác với tỷ lệ vừa đọc" if differs else ""
        yield say("ho-so", MUST, f"Trước đó, {{}}{apart}:", days(None, about.end, year=False))


def _changed(about: Occasion, figure: Figure, what: str, rank: int) -> Iterator[Spoken]:
    """How a number changed: what it was in the period before and a year ago, and where it went. By how much is left to
    the page: an ear keeps two numbers, not three.
    """
    found = changed(about.view, about.commune, figure)
    for step, matters in ((found.before, rank), (found.year, rank)) if found else ():
        if step is None or not (step.moved or about.latest):  # an older text tells only what moved
            continue
        earlier = step.change.before
        named, when_told = _called(about, step)
        if step.is_of_few:
            told = [count(earlier, number, "hồ sơ") for number in earlier.counts] if earlier.is_ratio else []
            words = f"{named} đúng hẹn có {{}} trong {{}}."
        else:
            told = [whole(earlier)]
            words = f"{named} {what} {{}}, {'kỳ này ' if step.moved else ''}{step.change.direction.value}."
        if told:
            yield say("ho-so", matters, words, *when_told, *told)


def _called(about: Occasion, step: Step) -> tuple[str, tuple[Number, ...]]:
    """What the earlier period is called, its days as a number where its name has digits."""
    if not re.search(r"\d", step.named):
        return step.named, ()
    period = step.change.before.period
    apart = bool(period.end and about.end and period.end.year != about.end.year)
    if period.end and period.length is Length.MONTH:
        named = Number(spoken.month(period.end.isoformat(), year=apart), f"tháng {period.end.month}/{period.end.year}")
        return "kỳ trước, {},", (named,)
    return "kỳ trước, {},", (days(period.start, period.end, year=apart),)


def _late(own: Sequence[Figure], rate: Figure) -> Iterator[Spoken]:
    """How many were late; where the document prints another number than is left over, that it does not agree."""
    late = newest.left_over(own, rate, "ho_so_qua_han")
    if late.count:
        yield say("ho-so", MUST, "Trễ hẹn có {}.", _counted(own, rate, late.count, "ho_so_qua_han"))
    elif late.count == 0:
        yield say("ho-so", MUST, "Không hồ sơ nào trễ hẹn.")
    elif late.printed:
        yield say("ho-so", MUST, "Văn bản ghi trễ hẹn {}, chưa khớp với các số trên.", whole(late.printed))


def _counted(own: Sequence[Figure], rate: Figure, number: Decimal, indicator: str) -> Number:
    """A count of the formula of a rate: the figure that prints it, else the rate, which names its counts."""
    printed = [figure for figure in wholes(own, indicator) if figure.number == number]
    return count((printed or [rate])[0], number, "hồ sơ")


def _other_rates(about: Occasion, rates: Sequence[Figure]) -> Iterator[Spoken]:
    """Rates beside those computed for the period: a later one, an earlier one, or only a reported one."""
    topic = "ho-so"
    among = about.view.sayable(about.commune) if about.latest else about.own
    reported = wholes(among, "ty_le_dung_han")[:1]
    computed = wholes(among, "ty_le_dung_han", kinds=(Kind.COMPUTED,))[:1]
    if rates:
        return
    if computed:
        yield say(
            topic, MUST, "Tỷ lệ đúng hẹn gần nhất tính được là {}, {}.", whole(computed[0]), when(computed[0], about)
        )
    elif reported:
        yield say(topic, MUST, "Văn bản ghi tỷ lệ đúng hẹn là {}, {}.", whole(reported[0]), when(reported[0], about))
        yield say(topic, FACT, "Chưa có số hồ sơ để tính lại.")
    else:
        when_told = "" if about.latest else " của kỳ này"
        text = f"Chưa có số hồ sơ đúng hẹn, trễ hẹn{when_told}."
        yield say(topic, MUST, f"{about.unstated(text, 'ty_le_dung_han', 'ho_so_da_giai_quyet')} {about.asking}")


def _online(about: Occasion, own: Sequence[Figure]) -> Iterator[Spoken]:
    """How many dossiers came online, and what share of which whole."""
    counts = wholes(own, "ho_so_truc_tuyen")[:1]
    for figure in counts:
        apart = ", không kể hồ sơ kỳ trước chuyển qua," if figure.with_carried == "khong" else ""
        yield say("ho-so", FACT, f"Nộp qua mạng{apart} có {{}}.", whole(figure))
    shares = wholes(about.own, "ty_le_truc_tuyen", kinds=(Kind.COMPUTED, Kind.REPORTED))
    shares.sort(key=lambda figure: figure.kind is Kind.COMPUTED)  # what the document prints before what we compute
    for figure in shares[:1]:
        base = about.aloud(figure.base) if figure.base != "không nêu" else ""
        share_of = f"tính trên {base}" if base else "văn bản không nói tính trên bao nhiêu hồ sơ"
        ours = "Trang số liệu tự tính được tỷ lệ" if figure.kind is Kind.COMPUTED else "Tỷ lệ"
        yield say("ho-so", DETAIL, f"{ours} nộp qua mạng là {{}}, {share_of}.", whole(figure))
    if not counts and not shares:
        text = about.unstated("Chưa có số hồ sơ nộp qua mạng.", "ho_so_truc_tuyen", "ho_so_tiep_nhan")
        yield say("ho-so", DETAIL, text)


# --- periods ----------------------------------------------------------------------------------


def periods(figures: Iterable[Figure]) -> list[tuple[Period, list[Figure]]]:
    """The figures of each period that tells numbers of dossiers, the newest first; of those that end together the one
    that the commune's first page speaks of.
    """
    general = [figure for figure in figures if not figure.topic.breakdown]
    answering = on_time(general)
    spoken_of = answering.period if answering else None
    found = [
        (period, own)
        for period, own in grouped(general, lambda figure: figure.period).items()
        if any(f.trace.table == "tthc" for f in with_value(own))
    ]  # fmt: skip
    found.sort(key=lambda one: (one[0].start or dt.date.min, one[0].end or dt.date.min, one[0].kind))
    found.sort(
        key=lambda one: (one[0].end or dt.date.min, *_told(one[1]), one[0] == spoken_of),
        reverse=True,
    )
    return found


def _told(own: Sequence[Figure]) -> tuple[bool, bool, bool]:
    """How much the figures of a period tell: a rate from counts, what was settled, since when."""
    rated = pick(own, "ty_le_dung_han", kinds=(Kind.COMPUTED,))
    return bool(rated), bool(with_value(pick(own, "ho_so_da_giai_quyet"))), bool(own[0].period.start)
