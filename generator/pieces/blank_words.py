"""What documents leave blank, in sentences: who owes it, and what the same document prints that may be it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.language.vietnamese import inside
from generator.model.figure import Figure
from generator.model.grouping import grouped
from generator.pieces.addresses import anchor
from generator.pieces.document_names import agency
from generator.pieces.row_blocks import Blanks
from generator.pieces.shown import value
from generator.pieces.view import View, label


def blanks(view: View, blank: Iterable[Sequence[Figure]]) -> Iterator[Blanks]:
    """What is left blank, in a sentence for each agency that owes it."""
    for owed, things in grouped(blank, lambda own: own[0].reporter and agency(own[0].reporter)).items():
        named = (f"{label(view, own[0])}{_in_brackets(elsewhere(view, own[0]))}" for own in things)
        yield Blanks(
            tuple((name, tuple(anchor(f.id) for f in own)) for name, own in zip(named, things, strict=True)), owed
        )


def _in_brackets(found: str) -> str:
    return f" (cùng văn bản in {found}; hai nơi có thể hỏi hai điều khác nhau)" if found else ""


def elsewhere(view: View, blank: Figure) -> str:
    """What the document of a blank prints in another place that may be what is blank here; '' where nothing."""
    found = [one for difference in view.differing.get(blank.id, ()) for one in difference.figures if one.has_value]
    newest_of = {one.topic: one for one in sorted(found, key=lambda one: one.period)}
    return "; ".join(f"{inside(label(view, one))} {value(one)}" for one in newest_of.values())
