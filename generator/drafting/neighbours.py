"""What the cells beside and above a cell tell of it: who of a row is nearer to a name, what a column is elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.drafting.found import Found
from generator.drafting.passages import Passage
from generator.drafting.suggest import OFFERED, Suggestion
from generator.drafting.sums import LIKELY
from generator.model.figure import Topic

Claims = Mapping[tuple[str, ...], Mapping[str, float]]


def claims_of(offers: Iterable[tuple[Found, Sequence[Suggestion]]]) -> Claims:
    """For each row of a table the indicators that a cell of it is likeliest to be, and how likely."""
    made: dict[tuple[str, ...], dict[str, float]] = {}
    for found, suggested in offers:
        if found.passage.in_cell and suggested:
            row, best = made.setdefault(_row(found.passage), {}), suggested[0]
            row[best.topic.indicator] = max(row.get(best.topic.indicator, 0.0), best.likeness)
    return made


def distance(found: Found, suggested: Sequence[Suggestion], claims: Claims) -> float:
    """How much likelier the best suggestion is than the next; in a table, than the next that no other cell of the row
    is nearer to. Beyond those that are offered there may be others as likely as the last of them.
    """
    if not found.passage.in_cell:
        return suggested[0].likeness - (suggested[1].likeness if len(suggested) > 1 else 0.0)
    row = claims.get(_row(found.passage), {})
    others = [one.likeness for one in suggested[1:] if row.get(one.topic.indicator, 0.0) <= one.likeness]
    unseen = suggested[-1].likeness if len(suggested) == OFFERED else 0.0
    return suggested[0].likeness - max((*others, unseen))


def _row(passage: Passage) -> tuple[str, ...]:
    return passage.place.split(": bảng")[0], passage.table, passage.row


def shared_names(offers: Iterable[tuple[Found, Sequence[Suggestion]]]) -> frozenset[tuple[int, Topic]]:
    """What two numbers of one sentence (by its number) are likeliest to be: one of them is a part, or another's."""
    told: Counter[tuple[int, Topic]] = Counter()
    for found, suggested in offers:
        if not found.passage.in_cell and suggested and suggested[0].likeness >= LIKELY and not suggested[0].last:
            told[found.passage.number, suggested[0].topic] += 1
    return frozenset(one for one, times in told.items() if times > 1)


def column_of(found: Found) -> tuple[object, ...]:
    """By which cells of one column are known: their table and the headings above them."""
    passage = found.passage
    return passage.place.split(": bảng")[0], passage.table, passage.column
