"""Rules that hold a figure against what other figures imply: people, what is left over, what was already reached.

A docstring is its rule.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.comparing.evidence import NEAR_DAYS, Evidence, by_topic, found
from generator.language.numbers import PERCENT, show_number, show_quantity
from generator.language.vietnamese import inside
from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.model.figure_words import aimed, counted, ended, printed
from generator.model.grouping import grouped
from generator.model.period import Length, Period, PeriodKind

CLEARLY = 1
"""Rates closer than so many points are not held against each other here: bases and days differ a little."""
_SAID = 3
"""Targets that a sentence names; the others stand below it."""


def too_few(evidence: Evidence) -> Iterator[Difference]:
    """A rate of 100 % of people who have something needs as many things as people: told once an indicator and
    office, of the newest count.
    """
    for relation in evidence.relations("du_cho"):
        counts = (f for f in evidence.standing if f.topic.indicator in relation.parts)
        together = grouped(counts, lambda f: (f.topic.breakdown, f.source))
        for rates in by_topic(f for f in evidence.standing if f.topic.indicator == relation.whole and f.number == 100):
            rate = rates[-1]
            there = [{f.topic.indicator: f for f in sorted(own, key=lambda f: f.day)}
                     for (breakdown, _), own in together.items() if breakdown == rate.topic.breakdown]  # fmt: skip
            pairs = [tuple(own[name] for name in relation.parts) for own in there if set(own) == set(relation.parts)]
            near = [pair for pair in pairs if _close(rate, pair[0])]
            thing, person = max(near, key=lambda pair: (pair[0].day, pair[0].id), default=(rate, rate))
            if thing.number < person.number:
                gap = show_number(person.number - thing.number)
                sentence = (
                    f"{relation.words}: {inside(evidence.label(rate))} in {printed(rate)} ({ended(rate)}); nơi khác in "
                    f"{_named(evidence, thing)}, {_named(evidence, person)} ({ended(thing)}). {relation.otherwise}"
                )
                yield found(evidence, "khong-du-cho-moi-nguoi", [rate, thing, person], gap, sentence.strip())


def _named(evidence: Evidence, count: Figure) -> str:
    return f"{inside(evidence.name(count.topic.indicator))} {printed(count)}"


def _close(one: Figure, two: Figure) -> bool:
    """Whether two states may be of nearly the same time."""
    unknown = dt.date.min in (one.day, two.day)
    return unknown or abs((one.day - two.day).days) <= NEAR_DAYS


def left_over(evidence: Evidence) -> Iterator[Difference]:
    """What a cumulative count, since nobody says when, has before this year gives a rate near the one printed for the
    year before. Told once an indicator, of the newest.
    """
    for figures in by_topic(f for f in evidence.computed if f.period.end):
        for total in reversed([f for f in figures if f.period.is_since_ever]):
            same = (f for f in figures if (f.source, f.period.end) == (total.source, total.period.end))
            inner = next((f for f in same if _begins_with_a_year(f.period)), None)
            said = inner and _before(evidence, inner)
            if inner is None or said is None:
                continue
            part, whole = (all_of - own for all_of, own in zip(total.counts, inner.counts, strict=True))
            if not 0 <= part <= whole or whole == 0 or abs(100 * part / whole - said.number) < CLEARLY:
                continue
            rate = 100 * part / whole
            sentence = (
                f"{evidence.label(total)}: lũy kế {ended(total)} là {counted(total)}, trừ "
                f"{inside(inner.period.printed)} ({counted(inner)}) thì trước đó là "
                f"{show_number(part)}/{show_number(whole)}, tức {show_quantity(rate, PERCENT, 2)}; "
                f"{inside(said.period.printed)} in {printed(said)}. Văn bản không nói lũy kế tính từ ngày nào; hai số "
                "có thể không cùng kỳ, không cùng cách đếm."
            )
            gap = f"{show_number(abs(rate - said.number), 2)} điểm phần trăm"
            yield found(evidence, "luy-ke-ra-ty-le-khac", [total, inner, said], gap, sentence)
            break


def _begins_with_a_year(period: Period) -> bool:
    return period.start is not None and (period.start.month, period.start.day) == (1, 1)


def _before(evidence: Evidence, inner: Figure) -> Figure | None:
    """The rate printed for the year before a period that begins with one, whether its start is printed or not."""
    first = inner.period.year_before.start
    if first is None:
        return None
    spans = [(start, dt.date(first.year, 12, 31)) for start in (None, first)]
    own = (f for f in evidence.standing if f.topic == inner.topic and f.period.kind is not PeriodKind.AT)
    return next((f for f in own if f.period.span in spans), None)


def low_targets(evidence: Evidence) -> Iterator[Difference]:
    """A document sets targets for years to come below what was printed as reached before it. Told once a document."""
    rates = sorted((f for f in evidence.standing if f.unit == PERCENT), key=lambda f: (f.day, f.id))
    results = grouped(rates, lambda f: f.topic)
    low = []
    for target in evidence.targets:
        before = [result for result in results.get(target.topic, ()) if _is_of_years_before(result, target)]
        better = evidence.catalogue.indicators[target.topic.indicator].better
        if before and not target.base and better in ("cao", "thap"):
            last = before[-1].number
            ahead = last - target.highest if better == "cao" else target.number - last
            if ahead >= CLEARLY:
                low.append((target, before[-1]))
    for pairs in grouped(low, lambda pair: pair[0].source).values():
        said = [
            f"{inside(evidence.label(t))} {aimed(t)} ({inside(t.period.printed)}), trước đó đã in {printed(f)} "
            f"({ended(f)})"
            for t, f in pairs
        ]
        more = f"; và {len(said) - _SAID} mục tiêu nữa" if len(said) > _SAID else ""
        sentence = (
            f"{len(pairs)} mục tiêu đặt cho đến các năm sau thấp hơn từ {show_number(CLEARLY)} điểm phần trăm so với "
            f"mức đã in trước đó: {'; '.join(said[:_SAID])}"
            f"{more}. Mức ấy có thể do cấp trên giao chung, hoặc hai bên tính khác nhau."
        )
        figures = list(dict.fromkeys(figure for pair in pairs for figure in pair))
        yield found(evidence, "muc-tieu-thap-hon-ket-qua", figures, "", sentence)


def _is_of_years_before(result: Figure, target: Figure) -> bool:
    """Whether an older document tells a result of a year before the one for which a target is set; a month or a quarter
    says nothing of a whole year.
    """
    older = result.source != target.source and result.issued < target.issued
    whole = result.period.kind is PeriodKind.AT or result.period.length not in (Length.MONTH, Length.QUARTER)
    return older and whole and target.period.end is not None and result.day.year < target.period.end.year
