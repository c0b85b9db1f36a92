"""Numbers that close a sum of the catalogue: the whole beside its parts, each with a name that its words suggest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from generator.drafting.found import Found
from generator.drafting.suggest import Suggestion
from generator.language.numbers import read_quantity
from generator.language.unreadable import Unreadable
from generator.model.catalogue import Catalogue
from generator.model.figure import Topic

_LEAST_WHOLE = 3
"""A whole below which any few numbers add up."""
_MOST_WAYS = 200
_OF_EACH = 3
"""Numbers tried for one member of a sum."""
LIKELY = 0.55
"""Likeness from which a number may be a member of a sum that closes."""

Offers = Sequence[tuple[Found, Sequence[Suggestion]]]


def closed(offers: Offers, catalogue: Catalogue) -> dict[tuple[int, int], Topic]:
    """Numbers (by passage and order in it) that close a sum, with what they then are. What two sums take for two
    things is left out.
    """
    made: dict[tuple[int, int], Topic | None] = {}
    for group in _together(offers).values():
        for relation in catalogue.relations:
            if relation.kind == "tong":
                for found, topic in _closing(group, relation.whole, relation.parts):
                    key = (found.passage.number, found.at)
                    made[key] = topic if made.get(key, topic) == topic else None
    return {key: topic for key, topic in made.items() if topic}


def _together(offers: Offers) -> Mapping[tuple[str, ...], list[tuple[Found, Sequence[Suggestion]]]]:
    """Numbers that may speak of one period: of one section's text, of one row of a table."""
    groups: dict[tuple[str, ...], list[tuple[Found, Sequence[Suggestion]]]] = {}
    for found, suggested in offers:
        passage = found.passage
        key = (passage.place.split(":")[0], passage.row, passage.table) if passage.in_cell else (passage.place,)
        groups.setdefault(key, []).append((found, suggested))
    return groups


def _closing(
    group: Sequence[tuple[Found, Sequence[Suggestion]]], whole: str, parts: Sequence[str]
) -> Iterator[tuple[Found, Topic]]:
    members: list[list[tuple[Found, Suggestion, Decimal]]] = []
    for id in (whole, *parts):
        there = [
            (found, one, number)
            for found, suggested in group
            for one in suggested
            if one.topic.indicator == id and one.likeness >= LIKELY and (number := _value(found)) is not None
        ]
        members.append(sorted(there, key=lambda one: -one[1].likeness)[:_OF_EACH])
    if not all(members):
        return
    for count, chosen in enumerate(product(*members)):
        if count >= _MOST_WAYS:
            return
        (top, *others), places = chosen, {(one[0].passage.number, one[0].at) for one in chosen}
        added = sum((one[2] for one in others), Decimal(0))
        if len(places) == len(chosen) and top[2] == added and top[2] >= _LEAST_WHOLE and len(others) > 1:
            yield from ((found, one.topic) for found, one, _ in chosen)
            return


def _value(found: Found) -> Decimal | None:
    if found.compared or found.unit or "/" in found.printed:
        return None
    try:
        return read_quantity(found.printed, "đếm").number
    except Unreadable:
        return None
