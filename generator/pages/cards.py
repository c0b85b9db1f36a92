"""Which card stands for which page when it is shared, and what it says.

A card stands at an address and for every page below it that has none of its own. Its picture is at
`{address}the/{name}.png`: in the commune's own folder, so that all of a commune can be counted, moved or left out
together, and under a name made of its content, because chat apps keep a picture for as long as its address is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.charts import card as drawing
from generator.charts.card import Card
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.pieces.addresses import subject_path, where
from generator.pieces.blocks import Answer, Preview
from generator.pieces.changed import changed
from generator.pieces.document_links import source_name
from generator.pieces.shown import MISSING
from generator.pieces.view import View
from generator.subjects.all_subjects import in_order


def cards(view: View, commune: Commune) -> dict[str, Card]:
    """Address to card: the commune's, each subject's that has a question. None where the site's address is not known:
    chat apps want whole addresses.
    """
    return dict(_of_commune(view, commune)) if view.site_url else {}


def preview(site_url: str, made: Mapping[str, Card], path: str) -> Preview | None:
    """The card shown for the page at `path` when it is shared; its words are the page's own."""
    if not made:
        return None
    steps = path.split("/")
    address = next(a for end in range(len(steps), -1, -1) if (a := "".join(f"{s}/" for s in steps[:end] if s)) in made)
    picture = f"{site_url}{picture_file(address, made[address])}"
    return Preview(f"{site_url}{path}", picture, made[address].alt)


def picture_file(address: str, card: Card) -> str:
    """Where the picture of the card at an address stands, from the site's root."""
    return f"{address}the/{drawing.name(card)}"


def _of_commune(view: View, commune: Commune) -> Iterator[tuple[str, Card]]:
    """The card of the first subject with a question stands for the commune."""
    questions = [(subject, subject.answer) for subject in in_order(view) if subject.answer]
    if view.is_empty(commune):
        told = "Chưa có văn bản nào được đưa lên đây. Chưa có số liệu không có nghĩa là bằng không."
        asked = questions[0][1](view, commune, ())
        yield (
            commune.address,
            _card(view, commune, replace(asked, number=MISSING, date="", sentence=told, missing=True)),
        )
        return
    figures = view.sayable(commune)
    for subject, answer in questions:
        figure = subject.rests_on(figures)
        said = answer(view, commune, figures)
        source, change = (_source(view, commune, figure), _change(view, commune, figure)) if figure else ("", "")
        one = _card(view, commune, replace(said, sentence=said.brief or said.sentence), source, change)
        yield commune.address if subject is questions[0][0] else subject_path(commune, subject.id), one


def _card(view: View, commune: Commune, answer: Answer, source: str = "", change: str = "") -> Card:
    """A commune's card; a day stays with the word before it."""
    date, sentence = (text.replace("đến ", "đến\u00a0") for text in (answer.date, answer.sentence))
    return Card(
        commune.name, where(commune), answer.question, answer.number, date, sentence, source,
        view.operator.site, answer.missing, change,
    )  # fmt: skip


def _change(view: View, commune: Commune, figure: Figure) -> str:
    """One line: to the period before, else to the same one a year ago."""
    found = changed(view, commune, figure)
    return (found.previous or found.year_ago) if found else ""


def _source(view: View, commune: Commune, figure: Figure) -> str:
    named = source_name(view, view.source(commune.code, figure.source))
    return f"Tính từ {named}" if figure.kind is Kind.COMPUTED else f"Theo {named}"
