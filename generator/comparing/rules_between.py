"""Rules between documents, and between results and targets. A docstring is its rule."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from generator.comparing.evidence import Evidence, by_topic, found, near
from generator.figures.standings import in_stage, meets
from generator.language.numbers import PERCENT, show_number
from generator.language.value import Compared, State
from generator.language.vietnamese import inside, show_date
from generator.model.difference import Difference
from generator.model.figure import Figure, Kind, Topic
from generator.model.figure_words import WHOLE_SHARE, aimed, ended, gap_of, listed, printed
from generator.model.grouping import grouped
from generator.model.period import PeriodKind

FAR = 10
"""What must have come after the shorter of two nested periods is out of all proportion from so many times the pace
before, and from so many cases: until then the two are a change.
"""


def two_sources(evidence: Evidence) -> Iterator[Difference]:
    """Documents give different values of one indicator for the same period, beyond what rounding explains, and none
    of them replaces another; or for two periods that begin together, of which only a strange time between makes both
    true. The first is told once for the same documents, period and subject, the second once an indicator.
    """
    apart = grouped(_same_period(evidence), lambda own: _about(evidence, own))
    for (*_, end), every in apart.items():
        first = every[0]
        if len(every) == 1:
            said = f"{evidence.label(first[0])}, cùng kỳ {end}: các văn bản in {listed(map(printed, first))}"
        else:
            values = "; ".join(f"{inside(evidence.label(own[0]))} {listed(map(printed, own))}" for own in every[:_SAID])
            more = f"; và {len(every) - _SAID} số nữa" if len(every) > _SAID else ""
            said = f"Cùng kỳ {end}, các văn bản in khác nhau {len(every)} số: {values}{more}"
        sentence = f"{said}. Có thể một văn bản in nhầm, hoặc các văn bản tính khác nhau."
        gap = gap_of(*next(pair for pair in combinations(first, 2) if not _rounded_alike(*pair)))
        yield found(evidence, "hai-nguon", [figure for own in every for figure in own], gap, sentence)
    yield from _outpaced(evidence)


_SAID = 3
"""Values that a sentence names; the others stand below it."""


def _same_period(evidence: Evidence) -> Iterator[list[Figure]]:
    """The values that documents give of one indicator and period, where they disagree."""
    for figures in by_topic(f for f in evidence.standing if evidence.one_thing(f) and f.period.end):
        for same in grouped(figures, lambda f: (f.period.kind is PeriodKind.AT, f.period.span)).values():
            own = list({f.source: f for f in same}.values())
            if any(not _rounded_alike(*pair) for pair in combinations(own, 2)):
                yield own


def _about(evidence: Evidence, own: Sequence[Figure]) -> tuple[object, ...]:
    """The documents, subject and period that values are about; last the end of the period in words."""
    documents = frozenset(figure.source for figure in own)
    subject = evidence.catalogue.indicators[own[0].topic.indicator].subject
    return documents, subject, own[0].period.kind is PeriodKind.AT, own[0].period.start, ended(own[0])


def _rounded_alike(one: Figure, two: Figure) -> bool:
    """Whether two values may be one, printed to fewer or more digits."""
    coarser = max(one.value.rounding, two.value.rounding)
    one_print = one.value.decimals == two.value.decimals
    return one.number == two.number or (not one_print and abs(one.number - two.number) <= coarser)


def _outpaced(evidence: Evidence) -> Iterator[Difference]:
    """Of two periods that begin together, the rates can both be true only if what came between their ends is out of
    all proportion to what came before (see `FAR`). Told once an indicator, of the newest such pair; where both
    documents print their counts, these say what came, and there is nothing to imply.
    """
    for figures in by_topic(f for f in evidence.standing if f.unit == PERCENT and f.period.start and f.period.end):
        pairs = [(one, two) for one, two in combinations(figures, 2) if one.period.start == two.period.start]
        for early, late in sorted(pairs, key=lambda pair: (pair[1].period.order, pair[0].period.order), reverse=True):
            if early.period < late.period and (implied := _implied(evidence, early, late)):
                said = f"{evidence.label(early)}: {printed(early)} ({ended(early)}) và {printed(late)} ({ended(late)})."
                yield found(evidence, "hai-nguon", [early, late], gap_of(early, late), said, implied)
                break


def _implied(evidence: Evidence, early: Figure, late: Figure) -> str:
    """What must have come between two ends if both rates are true, in words; '' where it may well be.

    With n of m cases at first: after a lower rate p at least n/p - m cases went the other way, even if every further
    one did; after a higher rate at least (m-n)/(1-p) - m cases came, even if none of them did.
    """
    computed, later = (_computed(evidence, figure) for figure in (early, late))
    if computed is None or later is not None:
        return ""
    in_rate, whole = computed.counts
    low, high = ((late.number + rounding) / 100 for rounding in (-late.value.rounding, late.value.rounding))
    if 0 < high < in_rate / whole:
        more, before, cases = in_rate / high - whole, whole - in_rate, _others(evidence, early)
    elif in_rate / whole < low < 1:
        more, before, cases = (whole - in_rate) / (1 - low) - whole, whole, "hồ sơ"
    else:
        return ""
    first, both = early.period.days, late.period.days
    assert first
    assert both
    second, least = both - first, math.ceil(more)
    if least < FAR or least / second < FAR * max(before, Decimal(1)) / first:
        return ""
    signed = " Số ngày tính đến ngày ký, vì văn bản không ghi ngày cuối." if early.ends_when_signed else ""
    return (
        f"Nếu cả hai cùng đúng, trong {second} ngày ở giữa có thêm ít nhất {show_number(least)} {cases}; {first} ngày "
        f"trước đó có {show_number(before)} trên {show_number(whole)}.{signed} Có thể hai văn bản tính khác nhau."
    )


def _computed(evidence: Evidence, rate: Figure) -> Figure | None:
    """The recomputed rate of the same document and days, which carries its counts."""
    own = (f for f in evidence.computed if f.topic == rate.topic and f.source == rate.source)
    return next((made for made in own if made.period.span == rate.period.span), None)


def _others(evidence: Evidence, rate: Figure) -> str:
    return evidence.catalogue.indicators[rate.topic.indicator].others or "trường hợp nằm ngoài tỷ lệ"


def two_targets(evidence: Evidence) -> Iterator[Difference]:
    """Different targets of one indicator for stages that overlap: told once an indicator. A target without any day is
    taken to hold on the day of its document, and no longer.
    """
    for targets in by_topic(evidence.targets):
        apart = [pair for pair in combinations(targets, 2) if _two_levels(*pair)]
        if apart:
            own = [target for target in targets if any(target in pair for pair in apart)]
            sentence = f"{evidence.label(own[0])}: {listed(f'{aimed(one)} ({one.period.printed})' for one in own)}."
            yield found(evidence, "hai-muc-tieu", own, gap_of(*apart[0]), sentence)


def _two_levels(one: Figure, two: Figure) -> bool:
    (start, end), (begin, last) = (_stage(target) for target in (one, two))
    ways = {one.value.compared, two.value.compared}
    level = one.number == two.number and ways <= {Compared.EXACTLY, Compared.AT_LEAST}
    return start <= last and begin <= end and not level and one.unit == two.unit


def _stage(target: Figure) -> tuple[dt.date, dt.date]:
    start, end = target.period.span
    if start is None and end is None:
        return target.issued, target.issued
    return start or dt.date.min, end or dt.date.max


def claims(evidence: Evidence) -> Iterator[Difference]:
    """A result that its document calls at or above target is at or above the targets of its time.

    Told once a result, with the target that ends first. What nothing can exceed is not held against "above".
    """
    aims = sorted(evidence.targets, key=lambda target: (target.period.end or dt.date.max, target.trace.line))
    for result in (figure for figure in evidence.standing if figure.claim):
        over = result.claim == "vuot_chi_tieu"
        better = evidence.catalogue.indicators[result.topic.indicator].better
        most = {"cao": WHOLE_SHARE if result.unit == PERCENT else None, "thap": 0}.get(better)
        own = (aim for aim in aims if aim.topic == result.topic and in_stage(result.period, aim.period))
        missed = [
            aim for aim in own
            if not meets(result.number, aim, better) or (over and result.number == aim.number != most)
        ]  # fmt: skip
        if missed:
            target, level = missed[0], result.number == missed[0].number
            said = "vượt chỉ tiêu" if over else "đạt chỉ tiêu"
            where = "cùng văn bản" if target.source == result.source else "một văn bản khác"
            sentence = (
                f"{evidence.label(result)}: {printed(result)}, kèm lời “{said}”; mục tiêu in ở {where} là "
                f"{aimed(target)} ({inside(target.period.printed)}){', bằng kết quả' if level else ''}. Lời ấy có thể "
                "nói về một chỉ tiêu khác."
            )
            gap = "" if level else gap_of(result, target)
            yield found(evidence, "nhan-dinh-khac-muc-tieu", [result, target], gap, sentence, result.trace.note)


def blanks(evidence: Evidence) -> Iterator[Difference]:
    """A line that a document leaves blank in one place and fills in another, for nearly the same period: the same
    indicator, or one that the catalogue calls a detail of it or near it by name. Told once a line; a blank that another
    document fills is no difference.
    """
    given = grouped(evidence.reported, lambda f: (f.topic, f.source))
    details = {r.whole: r.parts for kind in ("gan_ten", "chi_tiet") for r in evidence.relations(kind)}
    empty = [f for f in evidence.figures if f.kind is Kind.REPORTED and f.value.state is State.MISSING]
    for ((indicator, breakdown), source), line in grouped(empty, lambda f: (f.topic, f.source)).items():
        names = (indicator, *details.get(indicator, ()))
        there = [f for name in names for f in given.get((Topic(name, breakdown), source), ())]
        others = [f for f in there if any(near(blank.period, f.period) for blank in line)]
        if others:
            first, owed = line[0], line[0].reporter
            agency = f" Dòng để trống ghi đơn vị báo cáo là “{owed}”." if owed else ""
            said = "; ".join(_values(evidence, first, own) for own in by_topic(others))
            sentence = (
                f"{evidence.label(first)}: {_place(first)} để trống, {_place(others[0])} của cùng văn bản có {said}."
                f"{agency} Hai nơi có thể hỏi hai điều khác nhau."
            )
            yield found(evidence, "o-trong-noi-khac-co", [*line, *others], "", sentence)


def _values(evidence: Evidence, blank: Figure, given: Sequence[Figure]) -> str:
    """The values of one indicator, named where it is not the blank one's."""
    name = "" if given[0].topic.indicator == blank.topic.indicator else f"{inside(evidence.label(given[0]))} "
    return name + listed(f"{printed(figure)} ({ended(figure)})" for figure in given)


def _place(figure: Figure) -> str:
    """Where a figure stands, up to the column or quotation."""
    return figure.trace.place.split(" | ")[0].split(", cột")[0].split(" “")[0].rstrip(" :")


def carried_over(evidence: Evidence) -> Iterator[Difference]:
    """What is carried over from the period before is what was pending at its end."""
    for relation in evidence.relations("chuyen_ky"):
        left = (f for f in evidence.standing if f.topic.indicator in relation.parts)
        at = grouped(left, lambda f: (f.topic.breakdown, f.period.end))
        for carried in (f for f in evidence.standing if f.topic.indicator == relation.whole):
            begins = carried.period.start
            if begins is None:
                continue
            before = begins - dt.timedelta(days=1)
            at_end = at.get((carried.topic.breakdown, before), [])
            if not at_end or any(pending.number == carried.number for pending in at_end):
                continue  # documents that disagree on the same day are another rule's
            pending = next((f for f in at_end if f.source == carried.source), at_end[0])
            sentence = (
                f"{relation.words}: hết ngày {show_date(before)} còn {printed(pending)}, kỳ từ {show_date(begins)} ghi "
                f"chuyển qua {printed(carried)}. Có thể hai kỳ chốt số vào hai lúc."
            )
            yield found(evidence, "chuyen-ky-khong-khop", [carried, pending], gap_of(carried, pending), sentence)
