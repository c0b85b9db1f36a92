"""Every number with a name of its own decides where it says: tried just below it, at it and above it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from edges import Edge, named_numbers, neighbours
from edges_exempt import EXEMPT
from edges_of_commands import EDGES as OF_COMMANDS
from edges_of_data import EDGES as OF_DATA
from edges_of_drafts import EDGES as OF_DRAFTS
from edges_of_files import EDGES as OF_FILES
from edges_of_forms import EDGES as OF_FORMS
from edges_of_language import EDGES as OF_LANGUAGE
from edges_of_maps import EDGES as OF_MAPS
from edges_of_pages import EDGES as OF_PAGES
from edges_of_past import EDGES as OF_PAST
from edges_of_places import EDGES as OF_PLACES
from edges_of_rows import EDGES as OF_ROWS
from edges_of_rules import EDGES as OF_RULES
from edges_of_time import EDGES as OF_TIME
from edges_unnamed import EDGES as UNNAMED

EDGES: dict[str, Edge] = {
    **OF_LANGUAGE, **OF_FILES, **OF_RULES, **OF_PAGES, **OF_PAST, **OF_FORMS, **OF_TIME, **OF_ROWS, **OF_DATA,
    **OF_MAPS, **OF_PLACES, **OF_DRAFTS, **OF_COMMANDS,
}  # fmt: skip
NUMBERS = named_numbers()


def test_every_named_number_is_tried() -> None:
    """A new number gets its rows, or its reason why it decides nothing that a row could show; no row outlives it."""
    assert sorted({*EDGES, *EXEMPT}) == sorted(NUMBERS)
    assert not EDGES.keys() & EXEMPT.keys()


@pytest.mark.parametrize(("name", "given"), [(name, given) for name, edge in EDGES.items() for given in edge.expected])
def test_on_each_side_of_its_edge(name: str, given: Any) -> None:
    edge = EDGES[name]
    assert edge.outcome(given) == edge.expected[given]


@pytest.mark.parametrize(
    ("name", "given"), [(name, given) for name, edge in UNNAMED.items() for given in edge.expected]
)
def test_on_each_side_of_what_has_no_name(name: str, given: Any) -> None:
    edge = UNNAMED[name]
    assert edge.outcome(given) == edge.expected[given]


@pytest.mark.parametrize("name", [name for name, edge in EDGES.items() if not edge.loaded])
def test_one_more_or_less_is_seen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a little less, or more, in the number's place a row fails: no row looks beside the edge."""
    module, _, own = name.rpartition(".")
    for changed in neighbours(NUMBERS[name]):
        with monkeypatch.context() as patch:
            patch.setattr(import_module(f"generator.{module}"), own, changed)
            assert any(_differs(EDGES[name], given) for given in EDGES[name].expected), changed


def _differs(edge: Edge, given: Any) -> bool:
    try:
        return edge.outcome(given) != edge.expected[given]
    except (ArithmeticError, AssertionError, LookupError, ValueError):
        return True


@pytest.mark.parametrize("name", [name for name, edge in EDGES.items() if edge.loaded])
def test_of_a_number_that_cannot_be_changed_both_sides_are_tried(name: str) -> None:
    """One that its module uses while it is loaded: the rows stand at it and one beside it, and come out otherwise."""
    value = NUMBERS[name]
    assert isinstance(value, int)
    at = [EDGES[name].expected[given] for given in (value - 1, value, value + 1)]
    assert at[0] != at[1] or at[1] != at[2]
