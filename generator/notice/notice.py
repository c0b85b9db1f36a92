"""A notice for the commune's board: one A4 page a subject, in large type, with the way to the page it is taken from.

What does not fit is left out, the least important first, and its number is told: a sheet never grows a second page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.charts.qr import Code, code
from generator.figures.due import newest_day
from generator.language.vietnamese import lowered, show_date, stopped
from generator.model.commune import Commune
from generator.notice.facts import facts, measured
from generator.notice.notes import Note, besides, helping
from generator.pieces import paper
from generator.pieces.abbreviations import spelled
from generator.pieces.addresses import NOTICE, subject_path, where
from generator.pieces.blocks import Sheet
from generator.pieces.fact import NO_BASE, Fact
from generator.pieces.paper import shortened
from generator.pieces.row_blocks import Link
from generator.pieces.shown import MISSING
from generator.pieces.view import View
from generator.pieces.where_to_ask import asking
from generator.subjects.all_subjects import subject_by

_MOST, _FIRST = 8, 4
"""Facts on a sheet: at most; and how many come before the notes."""
_MODULE, _SMALLEST = 0.7, 36.0
"""Millimetres of a module of the QR code, and of its shortest side."""
_SEE = "Xem đủ tại:"


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of one period and document; `origin` names them, '' where there is none."""

    origin: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Board(Sheet):
    """A notice. `question` is its heading, `groups` begin with the fact that answers it; `until`, `left` and `operator`
    are lines of its foot. `printed_from` is the absolute address of the page, in `steps` after which a line may end, or
    the way to it in words where there is no `code`; `side` the printed side of the code. `back` leads to the page.
    """

    place: str
    question: str
    groups: tuple[Group, ...]
    notes: tuple[Note, ...]
    until: str
    left: str
    operator: str
    printed_from: str
    steps: tuple[str, ...]
    code: Code | None
    side: str
    back: Link

    @property
    def tells(self) -> bool:
        """Whether it has a figure to tell."""
        return any(not fact.missing for group in self.groups for fact in group.facts)


@dataclass(frozen=True, slots=True)
class Boards(Sheet):
    """Notices to be printed together, a page each."""

    boards: tuple[Board, ...]


def boards(view: View, commune: Commune) -> Iterator[Board]:
    """The notice of each subject, those without figures too: they say what is missing."""
    for subject in view.subjects:
        yield board(view, commune, subject)


def together(view: View, commune: Commune, subjects: Sequence[str] = ()) -> Boards:
    """The notices of the named subjects, or of all that have figures, to be printed in one go."""
    made = [one for one in boards(view, commune) if (_subject(one) in subjects if subjects else one.tells)]
    title = f"Tờ niêm yết của {lowered(commune.name)}"
    return Boards("", title, title, "", tuple(made))


def _subject(one: Board) -> str:
    return one.path.removesuffix(NOTICE).rstrip("/").rpartition("/")[2]


def board(view: View, commune: Commune, subject: str) -> Board:
    """The notice of one subject."""
    page = subject_path(commune, subject)
    here = f"{page}{NOTICE}"
    name, question = view.subjects[subject].name, view.subjects[subject].question
    address = f"{view.site_url}{page}" if view.site_url else ""
    square = code(address) if address else None
    side = max(_SMALLEST, square.side * _MODULE) if square else 0.0
    way = address.removeprefix("https://") or f"trang của {lowered(commune.name)}, mục “{name}”"
    operator = f"Vận hành: {stopped(shortened(view.operator.name, 120))}" if view.operator.name else ""
    known = view.abbreviations
    told = [_spelled(fact, known) for fact in facts(view, commune, subject) or [_nothing(commune, name)]]
    place = shortened(f"{commune.name}, {lowered(where(commune))}", 90)
    foot = (_until(view, commune, subject), _left(999), operator)
    room = paper.HEIGHT - paper.PLACE.high(place) - paper.ASKED.high(question) - paper.ADDRESS.high(f"{_SEE} {way}")
    room -= max(sum(paper.FOOT.high(text, paper.WIDTH - side - paper.GAP) for text in foot), side)
    help, more = (
        [Note(spelled(note.title, known), spelled(note.text, known)) for note in notes]
        for notes in (helping(view, commune, subject), besides(view, commune, subject, told[:_MOST]))
    )
    shown, notes = _fitting(told, help, more, room)
    targets = subject_by(subject).shows_targets
    all = len(view.targets_of(commune) if targets else measured(view, commune, subject))
    return Board(
        path=here,
        title=f"Tờ niêm yết: {name}, {commune.name}",
        description=f"Một trang A4 để in và dán: {name.lower()} của {lowered(commune.name)}.",
        assets=view.file_link(here, "assets") + "/",
        place=place,
        question=question,
        groups=_groups(shown),
        notes=tuple(notes),
        until=_until(view, commune, subject),
        left=_left(all - sum(bool(fact.figure) for fact in shown)),
        operator=operator,
        printed_from=way,
        steps=tuple(re.findall(r"[^/]*/", way)) if square else (),
        code=square,
        side=f"{side:.1f}mm",
        back=Link(f"Về trang {name}", view.link(here, page)),
    )


def _spelled(fact: Fact, known: Mapping[str, str]) -> Fact:
    """A fact without abbreviations: nobody looks words up at a notice board."""
    origin, unit, sentence = (spelled(text, known) for text in (fact.origin, fact.unit, fact.sentence))
    return replace(fact, origin=origin, unit=unit, sentence=sentence)


def _nothing(commune: Commune, name: str) -> Fact:
    text = (
        f"Không văn bản nào đã đọc có số liệu về {name.lower()}. Chưa có số liệu không có nghĩa là bằng không. "
        f"{asking(commune)}"
    )
    return Fact(MISSING, text, missing=True)


def _until(view: View, commune: Commune, subject: str) -> str:
    """Up to when the figures tell, and that newer data are held back."""
    targets = view.targets_of(commune) if subject_by(subject).shows_targets else ()
    known = newest_day([*measured(view, commune, subject), *(one.result for one in targets if one.result)])
    until = f"Kết quả mới nhất: đến {show_date(known)}." if known else ""
    held = view.held.get(commune.code)
    kept = f"Số liệu mới nhất có lỗi nên chưa đăng; đây là bản ngày {show_date(held.day)}." if held else ""
    return f"{until} {kept}".strip()


def _left(others: int) -> str:
    return "Trang còn số liệu khác về mục này." if others > 0 else ""


# --- what fits --------------------------------------------------------------------------------


def _fitting(
    told: Sequence[Fact], help: Sequence[Note], notes: Sequence[Note], room: float
) -> tuple[list[Fact], list[Note]]:
    """What fits into so many millimetres: the answer, where to get on, the next facts, the notes, then more facts."""
    pieces: list[Fact | Note] = [told[0], *help, *told[1:_FIRST], *notes, *told[_FIRST:_MOST]]
    sizes = [_size(piece, first=number == 0) for number, piece in enumerate(pieces)]
    kept = [pieces[number] for number in paper.fitting(sizes, room)]
    shown = [piece for piece in kept if isinstance(piece, Fact)]
    marked = any(NO_BASE in fact.sentence for fact in shown)
    return shown, [p for p in kept if isinstance(p, Note) and (marked or NO_BASE not in p.title)]


def _size(piece: Fact | Note, *, first: bool) -> tuple[float, str, float]:
    """Height of a piece, the heading of its group and the height of that."""
    if isinstance(piece, Note):
        return paper.NOTE.high(f"{piece.title}: {piece.text}"), "", 0.0
    heading = paper.ORIGIN.high(piece.origin)
    if first:
        number = paper.FIRST_NUMBER.high("1") if not piece.missing else paper.ASKED.high(piece.number)
        return number + paper.FIRST_SENTENCE.high(piece.sentence), piece.origin, heading
    return paper.row(piece.number, f"{piece.before} {piece.unit}".strip(), piece.sentence), piece.origin, heading


def _groups(shown: Sequence[Fact]) -> tuple[Group, ...]:
    origins = dict.fromkeys(fact.origin for fact in shown)
    return tuple(Group(origin, tuple(fact for fact in shown if fact.origin == origin)) for origin in origins)
