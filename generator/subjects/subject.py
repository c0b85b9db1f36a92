"""A subject: what pages, notices, cards and the loudspeaker tell of it besides the figures of its indicators.

Its name, question, groups and the words of its indicators stand in the catalogue (`chu-de.yml`, `loi-noi.yml`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.model.commune import Commune
from generator.model.figure import Figure
from generator.pieces.blocks import Answer, Block, Section
from generator.pieces.fact import Fact
from generator.pieces.loudspeaker_words import Occasion, Spoken
from generator.pieces.sentence import Place, Sentence
from generator.pieces.view import View


def _nothing(*_: object) -> tuple[()]:
    return ()


def _no_words(*_: object) -> str:
    return ""


def _none(*_: object) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Subject:
    """What is left out adds nothing.

    On its own page: `first` are the sentences before those of its indicators; `charts` stand before the rates that the
    catalogue has drawn; `before` and `after` are sections around the groups of figures, which leave out the figures
    that are `apart` because a section shows them.

    On the commune's first page: `answer` to the subject's question, for figures that can be true, and the figure that
    it `rests_on`, as on its card; the sections that it gives the `overview`.

    Of what is missing: `planned` are indicators that only a national plan asks for, so that no document leaves them
    blank; `unanswered` is a sentence where the documents give nothing of them, else ''.

    On its notice: `facts` come first, made of its figures with a value; `counts` after a few of them; `help` are words
    and texts by which a reader gets on. `shows_targets` is true where its figures are targets.

    Over the `loudspeaker`: what is announced of it.
    """

    id: str
    first: Callable[[Place], Iterable[Sentence]] = _nothing
    charts: Callable[[View, Commune], Iterable[Block]] = _nothing
    before: Callable[[View, Commune, str], Iterable[Section]] = _nothing
    after: Callable[[View, Commune, str], Iterable[Section]] = _nothing
    apart: Callable[[Figure], object] = _none
    answer: Callable[[View, Commune, Sequence[Figure]], Answer] | None = None
    rests_on: Callable[[Sequence[Figure]], Figure | None] = _none
    overview: Callable[[View, Commune], Iterable[Section]] = _nothing
    planned: frozenset[str] = frozenset()
    unanswered: Callable[[View, Commune], str] = _no_words
    facts: Callable[[View, Commune, Sequence[Figure]], Iterable[Fact]] = _nothing
    counts: Callable[[View, Commune], Iterable[Fact]] = _nothing
    help: Callable[[View, Commune], Iterable[tuple[str, str]]] = _nothing
    shows_targets: bool = False
    loudspeaker: Callable[[Occasion], Iterable[Spoken]] = _nothing
