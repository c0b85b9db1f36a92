"""Which figures and rows answer a question: the rate on time, the teams, the money, the tasks that are overdue.

Pages, notices and the loudspeaker choose here, so that they cannot tell different things of one commune.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.model.period import Period
from generator.pieces.picking import pick, with_value
from generator.pieces.view import View


def wholes(figures: Iterable[Figure], *indicators: str, kinds: Sequence[Kind] = (Kind.REPORTED,)) -> list[Figure]:
    """Figures with a value that are of the whole, not of a part, newest first."""
    return [figure for figure in with_value(pick(figures, *indicators, kinds=kinds)) if not figure.topic.breakdown]


UNBELIEVABLE = (
    "Văn bản có nêu, nhưng con số không thể đúng nên không nhắc lại ở đây; trang ghi rõ chỗ chưa khớp bên cạnh số ấy."
)


def unstated(view: View, commune: Commune, sentence: str, *indicators: str) -> str:
    """A sentence that some indicators are not stated; of those that a document states, but as they cannot be, that they
    are not repeated.
    """
    doubted = any(f.id in view.impossible and f.topic.indicator in indicators for f in view.of(commune))
    return UNBELIEVABLE if doubted else sentence


def moment(figure: Figure) -> tuple[str, Period]:
    """Document and period of a figure: what figures of one sentence have in common."""
    return figure.source, figure.period


def any_number(figures: Iterable[Figure]) -> bool:
    """Whether there is anything to read out: a number that is no target."""
    return any(figure.kind is not Kind.TARGET for figure in with_value(figures))


def others(figures: Iterable[Figure], figure: Figure) -> list[Figure]:
    """Other values that documents still standing give for the period of a figure; none where it has no day."""
    same = (figure.topic, figure.kind, figure.period)
    return [
        f for f in with_value(figures)
        if (f.topic, f.kind, f.period) == same and f.period.end
        and f.source != figure.source and f.number != figure.number and f.stands
    ]  # fmt: skip


def rivals(figures: Iterable[Figure], figure: Figure) -> list[Figure]:
    """Those of `others` whose documents are of the same day: neither speaks before the other."""
    return [f for f in others(figures, figure) if f.issued == figure.issued]


def printed_of(figures: Iterable[Figure], rate: Figure) -> Figure | None:
    """The share that the document of a computed rate prints for it; None where it prints none, or another than the
    rate rounded. It is told before ours: what is printed is kept.
    """
    same = (f for f in wholes(figures, rate.topic.indicator) if moment(f) == moment(rate))
    return next((f for f in same if f.is_exact and abs(f.number - rate.number) <= f.value.rounding), None)


@dataclass(frozen=True, slots=True)
class LeftOver:
    """What is left over of the whole of a rate: `count` is the whole without its part, None where the document prints
    another number, `printed`, so that neither can be told as the number.
    """

    count: Decimal | None
    printed: Figure | None


def left_over(figures: Iterable[Figure], rate: Figure, indicator: str) -> LeftOver:
    """How many are left over by the document that a computed rate is from, which may print them as `indicator`."""
    printed = next((f for f in wholes(figures, indicator) if moment(f) == moment(rate)), None)
    part, whole = rate.counts
    count = whole - part
    agreed = count >= 0 and (printed is None or printed.number == count)
    return LeftOver(count if agreed else None, printed)


def row_of(figures: Iterable[Figure], figure: Figure) -> dict[str, Figure]:
    """Indicator to figure of the table row in which a figure stands; what is blank there is left out."""
    return {
        f.topic.indicator: f
        for f in with_value(figures)
        if (f.trace.file, f.trace.line) == (figure.trace.file, figure.trace.line)
    }
