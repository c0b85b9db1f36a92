"""The text for a commune's loudspeaker: 60 to 90 seconds to be read aloud for each period of dossiers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.language import spoken
from generator.language.vietnamese import show_date
from generator.loudspeaker.announcements import closing, gaps, helpers, money, opening
from generator.loudspeaker.dossiers import dossiers
from generator.loudspeaker.wording import MUST, Number, Occasion, Sentence
from generator.model.commune import Commune
from generator.model.figure import Figure
from generator.model.grouping import grouped
from generator.pages.addresses import LOUD, subject_of, subject_path, where
from generator.pages.blocks import Cell, Grid, Link, Sheet
from generator.pages.newest import any_number, newest_day
from generator.pages.view import NO_DAY, View, anchor, label, period, pick, source_link, with_value

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


def loud(view: View, commune: Commune) -> Iterator[Loud]:
    """The light page of a commune, newest period first. There is none while no number has been told: who would climb to
    the loudspeaker to read that out?
    """
    if not any_number(view.sayable(commune)):
        return
    here = subject_path(commune, LOUD)
    newest, *earlier = (_reading(occasion, here) for occasion in occasions(view, commune))
    yield Loud(
        path=here,
        title=f"Bài đọc loa truyền thanh {commune.name}",
        description=f"{commune.name}: bài đọc trên loa truyền thanh, con số viết bằng lời, kèm bảng để đối chiếu.",
        assets=f"{view.file_link(here, 'assets')}/",
        place=where(commune),
        back=Link(f"Trang số liệu của {commune.name}", view.link(here, commune.address)),
        newest=newest,
        earlier=tuple(earlier),
    )


def occasions(view: View, commune: Commune) -> list[Occasion]:
    """The periods for which a commune has numbers of dossiers, the newest first; of those that end together the one
    that the commune's first page speaks of. Without any, the newest day that anything was measured.
    """
    general = [figure for figure in view.sayable(commune) if not figure.phan_to]
    short = _abbreviations(view)
    periods = [
        (stretch, own) for stretch, own in grouped(general, _stretch).items()
        if any(f.tep.endswith("/tthc.csv") for f in with_value(own))
    ]  # fmt: skip
    periods.sort(key=lambda period: period[0])
    periods.sort(key=lambda period: (period[0][1], *_told(period[1])), reverse=True)
    made: list[Occasion] = []
    for (start, end, _), own in periods:
        made.append(Occasion(view, commune, start, end, own, not made, short))
    if made:
        return made
    return [Occasion(view, commune, "", newest_day(view.sayable(commune)), (), latest=True, short=short)]


def _stretch(figure: Figure) -> tuple[str, str, str]:
    return figure.tu_ngay, figure.den_ngay, figure.loai_ky


def _told(own: Sequence[Figure]) -> tuple[bool, bool, bool]:
    """How much the figures of a period tell: a rate from counts, what was settled, since when."""
    rated = pick(own, "ty_le_dung_han", kinds=("tinh_lai",))
    return bool(rated), bool(with_value(pick(own, "ho_so_da_giai_quyet"))), bool(own[0].tu_ngay)


def _abbreviations(view: View) -> dict[str, str]:
    """Short forms of the glossary that are one word, with their words; the longest first."""
    short = [(word, full) for word, full in view.abbreviations.items() if " " not in word]
    return dict(sorted(short, key=lambda pair: -len(pair[0])))


# --- one text ---------------------------------------------------------------------------------


def sentences(about: Occasion) -> list[Sentence]:
    """What is read for a period, in order, cut to the longest time: what matters least goes first."""
    topics = (opening, dossiers, helpers, money, gaps, closing)
    return fit([sentence for topic in topics for sentence in topic(about)], LONGEST)


def fit(said: Sequence[Sentence], longest: int) -> list[Sentence]:
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


def seconds(said: Sequence[Sentence]) -> float:
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
    rows = [figure for figure in about.own if figure.tep.endswith("/tthc.csv")]
    until = f"tính đến {show_date(about.end)}" if about.end else NO_DAY
    title = period(rows[0]) if rows else f"số liệu {until}"
    return f"{title[:1].upper()}{title[1:]}"


def _anchor(about: Occasion) -> str:
    kind = about.own[0].loai_ky.replace("_", "-") if about.own else ""
    return "-".join(filter(None, ("ky", "" if kind == "trong-ky" else kind, about.start, about.end)))


def _numbers(about: Occasion, here: str, said: Sequence[Sentence]) -> Grid:
    """Each number as it is said, as its page writes it (a link to the very line), of when, from which document."""
    told = dict.fromkeys(number for one in said for number in one.numbers if re.search("[0-9]", number.shown))
    rows = tuple(_row(about, here, number) for number in told)
    return Grid("Số liệu trong bài", ("Đọc là", "Viết là", "Kỳ", "Nguồn"), rows)


def _row(about: Occasion, here: str, number: Number) -> tuple[Cell, ...]:
    view, commune, figure = about.view, about.commune, number.figure
    line = None
    if figure:
        page = subject_path(commune, subject_of(view, figure))
        line = Link(number.shown, view.link(here, page, anchor(figure.ma_so)))
    elif number.place:
        line = Link(number.shown, view.link(here, commune.address, number.place))
    source = source_link(view, commune, here, figure.nguon if figure else number.source)
    document = Cell(source.text, link=source) if source else Cell("")
    return (
        Cell(number.words),
        Cell(number.shown, "number", label(view, figure) if figure else "", line),
        Cell(number.period),
        document,
    )
