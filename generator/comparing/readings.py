"""One question that may be counted in two ways: both rates are true, and a reader must know which is which.

That is no difference, so nothing here is counted among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparing.evidence import Evidence, by_period, found, printed
from generator.language.quantities import show_number
from generator.model.difference import Difference
from generator.model.figure import Figure


def two_bases(evidence: Evidence) -> Iterator[Difference]:
    """One question, two legitimate bases, two rates: told once, of the newest period of all fields together,
    with what the document itself prints.
    """
    for relation in evidence.relations("hai_co_so"):
        names = (relation.whole, *relation.parts)
        used = [figure for figure in evidence.computed if figure.chi_tieu in names and not figure.phan_to]
        both = [(one, two) for together in by_period(used, breakdowns=True)
                if (one := together.get(relation.whole)) for name in relation.parts
                if (two := together.get(name)) and round(one.gia_tri, 2) != round(two.gia_tri, 2)]  # fmt: skip
        if both:
            one, two = max(both, key=lambda pair: (pair[0].order_day, pair[0].ma_so))
            said = [f for f in evidence.reported if f.chi_tieu in names and _alike(f, one)]
            gap = f"{show_number(abs(one.gia_tri - two.gia_tri), 2)} điểm phần trăm"
            as_printed = f" Văn bản in {', '.join(dict.fromkeys(map(printed, said)))}." if said else ""
            sentence = f"{relation.words}: {printed(one)} hay {printed(two)}.{as_printed}"
            yield found(evidence, "hai-co-so", [one, two, *said], gap, sentence)


def _alike(one: Figure, two: Figure) -> bool:
    return (one.phan_to, one.nguon, one.tu_ngay, one.den_ngay) == (two.phan_to, two.nguon, two.tu_ngay, two.den_ngay)


READINGS = (two_bases,)
