"""The text for a commune's loudspeaker: 60 to 90 seconds to be read aloud for each period of dossiers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.figures.due import newest_day
from generator.language import spoken
from generator.language.vietnamese import lowered, show_date
from generator.loudspeaker.announcements import closing, gaps, opening
from generator.model.commune import Commune
from generator.pieces.addresses import LOUD, anchor, figure_page, subject_path, where
from generator.pieces.blocks import Grid, Sheet
from generator.pieces.document_links import source_link
from generator.pieces.loudspeaker_words import MUST, Number, Occasion, Spoken
from generator.pieces.newest import any_number
from generator.pieces.row_blocks import Cell, Link
from generator.pieces.shown import NO_DAY, period
from generator.pieces.view import View, label
from generator.subjects.all_subjects import in_order
from generator.subjects.dossiers_loudspeaker import periods

LONGEST = 90
"""Seconds after which people stop listening; the shortest is 60, which what is missing fills by itself."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text for one period: `id` is its anchor, `length` says how long it takes, `numbers` lists each number as it is
    said and as pages write it.
    """

    title: str
    id: str
    length: str
    paragraphs: tuple[str, ...]
    numbers: Grid


@dataclass(frozen=True, slots=True)
class Loud(Sheet):
    """The newest text in full and those of earlier periods; `place` stands above the title, `back` leads to the
    commune.
    """

    place: str
    back: Link
    newest: Reading
    earlier: tuple[Reading, ...]


_EARLIER = 8
"""Texts of earlier periods that are kept ready: what is older nobody reads out any more."""


def loud(view: View, commune: Commune) -> Iterator[Loud]:
    """The light page of a commune, newest period first. There is none while no number has been told: who would climb to
    the loudspeaker to read that out?
    """
    if not any_number(view.sayable(commune)):
        return
    here = subject_path(commune, LOUD)
    newest, *earlier = (_reading(occasion, here) for occasion in occasions(view, commune)[: 1 + _EARLIER])
    yield Loud(
        path=here,
        title=f"Bài đọc loa truyền thanh {commune.name}",
        description=f"{commune.name}: bài đọc trên loa truyền thanh, con số viết bằng lời, kèm bảng để đối chiếu.",
        assets=f"{view.file_link(here, 'assets')}/",
        place=where(commune),
        back=Link(f"Trang số liệu của {lowered(commune.name)}", view.link(here, commune.address)),
        newest=newest,
        earlier=tuple(earlier),
    )


def occasions(view: View, commune: Commune) -> list[Occasion]:
    """The periods for which a commune has numbers of dossiers, the newest first; of those that end together the one
    that the commune's first page speaks of. Without any, the newest day that anything was measured.
    """
    short = _abbreviations(view)
    made: list[Occasion] = []
    for known, own in periods(view.sayable(commune)):
        made.append(Occasion(view, commune, known.start, known.end, own, not made, short))
    if made:
        return made
    return [Occasion(view, commune, None, newest_day(view.sayable(commune)), (), latest=True, short=short)]


def _abbreviations(view: View) -> dict[str, str]:
    """Short forms of the glossary that are one word, with their words; the longest first."""
    short = [(word, full) for word, full in view.abbreviations.items() if " " not in word]
    return dict(sorted(short, key=lambda pair: -len(pair[0])))


# --- one text ---------------------------------------------------------------------------------


def sentences(about: Occasion) -> list[Spoken]:
    """What is read for a period, in order, cut to the longest time: what matters least goes first."""
    topics = (opening, *(subject.loudspeaker for subject in in_order(about.view)), gaps, closing)
    return fit([sentence for topic in topics for sentence in topic(about)], LONGEST)


def fit(said: Sequence[Spoken], longest: int) -> list[Spoken]:
    """Sentences that can be read within so many seconds, in their order: those of rank MUST all, then what matters
    most of what there is still time for.
    """
    left = float(longest)
    kept = set()
    for place in sorted(range(len(said)), key=lambda place: (said[place].rank, place)):
        needed = seconds(said[place : place + 1])
        if said[place].rank == MUST or needed <= left:
            left -= needed
            kept.add(place)
    return [said[place] for place in sorted(kept)]


def seconds(said: Sequence[Spoken]) -> float:
    """How long an announcer takes."""
    return spoken.syllables(sentence.text for sentence in said) * 60 / spoken.SYLLABLES_A_MINUTE


def _reading(about: Occasion, here: str) -> Reading:
    said = sentences(about)
    return Reading(
        title=_title(about),
        id=_anchor(about),
        length=f"Đọc trong khoảng {seconds(said):.0f} giây",
        paragraphs=tuple(" ".join(one.text for one in own) for _, own in groupby(said, lambda one: one.topic)),
        numbers=_numbers(about, here, said),
    )


def _title(about: Occasion) -> str:
    rows = [figure for figure in about.own if figure.trace.table == "tthc"]
    until = f"tính đến {show_date(about.end)}" if about.end else NO_DAY
    title = period(rows[0]) if rows else f"số liệu {until}"
    return f"{title[:1].upper()}{title[1:]}"


def _anchor(about: Occasion) -> str:
    kind = about.own[0].period.kind.replace("_", "-") if about.own else ""
    days = (day.isoformat() for day in (about.start, about.end) if day)
    return "-".join(("ky", *([] if kind in ("", "trong-ky") else [kind]), *days))


def _numbers(about: Occasion, here: str, said: Sequence[Spoken]) -> Grid:
    """Each number as it is said, as its page writes it (a link to the very line), of when, from which document."""
    told = dict.fromkeys(number for one in said for number in one.numbers if re.search("[0-9]", number.shown))
    rows = tuple(_row(about, here, number) for number in told)
    return Grid("Số liệu trong bài", ("Đọc là", "Viết là", "Kỳ", "Nguồn"), rows)


def _row(about: Occasion, here: str, number: Number) -> tuple[Cell, ...]:
    view, commune, figure = about.view, about.commune, number.figure
    line = None
    if figure:
        line = Link(number.shown, view.link(here, figure_page(view, commune, figure), anchor(figure.id)))
    elif number.place:
        line = Link(number.shown, view.link(here, commune.address, number.place))
    source = source_link(view, commune, here, figure.source if figure else number.source)
    document = Cell(source.text, link=source) if source else Cell("")
    return (
        Cell(number.words),
        Cell(number.shown, "number", label(view, figure) if figure else "", line),
        Cell(number.period),
        document,
    )
