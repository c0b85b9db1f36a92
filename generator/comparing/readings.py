"""One question that may be counted in two ways: both rates are true, and a reader must know which is which.

That is no difference, so nothing here is counted among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparing.evidence import Evidence, by_period, found
from generator.language.numbers import show_number
from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.model.figure_words import printed


def two_bases(evidence: Evidence) -> Iterator[Difference]:
    """One question, two legitimate bases, two rates: told once, of the newest period of all fields together,
    with what the document itself prints.
    """
    for relation in evidence.relations("hai_co_so"):
        names = (relation.whole, *relation.parts)
        used = [f for f in evidence.computed if f.topic.indicator in names and not f.topic.breakdown]
        both = [(one, two) for together in by_period(used, breakdowns=True)
                if (one := together.get(relation.whole)) for name in relation.parts
                if (two := together.get(name)) and round(one.number, 2) != round(two.number, 2)]  # fmt: skip
        if both:
            one, two = max(both, key=lambda pair: (pair[0].day, pair[0].id))
            said = [f for f in evidence.reported if f.topic.indicator in names and _beside(f, one)]
            gap = f"{show_number(abs(one.number - two.number), 2)} điểm phần trăm"
            as_printed = f" Văn bản in {', '.join(dict.fromkeys(map(printed, said)))}." if said else ""
            sentence = f"{relation.words}: {printed(one)} hay {printed(two)}.{as_printed}"
            yield found(evidence, "hai-co-so", [one, two, *said], gap, sentence)


def _beside(said: Figure, made: Figure) -> bool:
    """Whether a document says something of the part and days of which we compute a rate."""
    same = said.topic.breakdown == made.topic.breakdown and said.source == made.source
    return same and said.period.span == made.period.span


READINGS = (two_bases,)
