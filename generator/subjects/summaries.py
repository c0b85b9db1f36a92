"""What a subject says in a few plain sentences: the numbers that matter, since when, by which document.

What no document tells is said as missing. A sentence never adds figures up, and never mixes two documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language.numbers import PERCENT, show_number
from generator.language.vietnamese import inside, lowered, opened, stopped
from generator.model.catalogue import Said
from generator.model.commune import Commune
from generator.model.figure import UNSTATED_BASE, Figure, Kind
from generator.model.grouping import grouped
from generator.pieces import newest
from generator.pieces.addresses import subject_path
from generator.pieces.picking import pick, with_value
from generator.pieces.sentence import Place, Sentence
from generator.pieces.shown import only, printed_otherwise, tells_more, value
from generator.pieces.view import View, scope
from generator.subjects.subject import Subject

_MOST_PARTS = 3
"""Parts of a whole that one sentence names."""


def sentences(view: View, commune: Commune, subject: Subject, here: str | None = None) -> tuple[Sentence, ...]:
    """What a commune's documents say of a subject, the most important first; one sentence for all that is missing.

    Links lead from page `here`, by default the subject's own. A commune that has told nothing has no sentence.
    """
    if view.is_empty(commune):
        return ()
    place = Place(view, commune, subject_path(commune, subject.id) if here is None else here)
    return (*subject.first(place), *_said(place, view.said(subject.id)))


def told(view: View, commune: Commune, indicator: str, here: str) -> tuple[Sentence, ...]:
    """One indicator in its words, the newest first: as reported where that is newer, then by its counts;
    a sentence without number where only fields of it are told; nothing where nothing is known.
    """
    said = view.said_of(indicator)
    return tuple(_about(Place(view, commune, here), [said])) if said else ()


def _said(place: Place, all_said: Sequence[Said]) -> Iterator[Sentence]:
    """Each quantity in its words; then, once, what nothing is known of."""
    missing = []
    for about, own in grouped((said for said in all_said if said.told), lambda said: said.about).items():
        made = list(_about(place, own))
        yield from made
        doubted = "" if made else place.unstated("", *(said.indicator for said in own)).text
        if doubted:
            yield Sentence(f"{opened(about)}: {lowered(doubted)}")
        answered = any(said.unless and with_value(pick(place.figures, said.unless)) for said in own)
        missing += [] if made or doubted or answered else [about]
    if missing:
        yield Sentence(f"Chưa có số để trả lời: {'; '.join(missing)}.")


def _about(place: Place, own: Sequence[Said]) -> list[Sentence]:
    """One quantity: the first of its indicators that has a value, and of the others the parts of which it tells
    nothing, else that only fields of work are told.
    """
    for number, said in enumerate(own, 1):
        if made := list(_tell(place, said)):
            return [*made, *_other_parts(place, made, own[number:])]
    if not any(_by_field(place, said.indicator) for said in own):
        return []
    return [Sentence(f"{opened(own[0].about)}: chỉ có số theo từng lĩnh vực.")]


def _other_parts(place: Place, made: Sequence[Sentence], others: Sequence[Said]) -> Iterator[Sentence]:
    """Parts, by the document and of the period of what is told, of which only other indicators of the quantity tell: a
    list of parts leaves none out.
    """
    ids = {id for sentence in made for id in sentence.figures}
    told = [figure for figure in place.figures if figure.id in ids]
    parts, moments = {figure.topic.breakdown for figure in told}, {newest.moment(figure) for figure in told}
    for said in others if all(parts) else ():
        found = [f for f in with_value(pick(place.figures, said.indicator)) if newest.moment(f) in moments]
        if left := [figure for figure in found if figure.topic.breakdown not in {*parts, ""}]:
            parts |= {figure.topic.breakdown for figure in left}
            yield from _reported(place, said, left)


def _by_field(place: Place, indicator: str) -> bool:
    """Whether fields of work are all that is told of an indicator."""
    known = with_value(pick(place.figures, indicator, kinds=(Kind.COMPUTED, Kind.REPORTED)))
    return any(figure.topic.breakdown and _is_field(place.view, figure) for figure in known)


def _is_field(view: View, figure: Figure) -> bool:
    """Whether the part that a figure is of would be a field of work."""
    return view.subjects[view.indicator(figure.topic.indicator).subject].by_field


def _tell(place: Place, said: Said) -> Iterator[Sentence]:
    """A reported value where it is newer than any counts or there are none, then the newest counts."""
    counted = newest.wholes(place.figures, said.indicator, kinds=(Kind.COMPUTED,)) if said.counted else []
    known = with_value(pick(place.figures, said.indicator))
    whole = [figure for figure in known if not figure.topic.breakdown]
    reported = whole or [figure for figure in known if not _is_field(place.view, figure)]
    if reported and (not counted or _newer(reported[0], counted[0])):
        yield from _reported(place, said, [f for f in reported if newest.moment(f) == newest.moment(reported[0])])
    if counted:
        yield _counted(place, said, counted[0])


def _newer(one: Figure, two: Figure) -> bool:
    """Whether one figure speaks before another: of a later period, or of the same one by a newer document."""
    if one.trace.document.replaced_by or two.trace.document.replaced_by:
        return one.stands
    return (one.day, one.issued) > (two.day, two.issued)


def _counted(place: Place, said: Said, rate: Figure) -> Sentence:
    """A computed rate by its counts; what is left over as a number only where the document prints no other."""
    figures, text = [rate], said.counted
    had, whole = rate.counts
    left = whole - had
    if said.rest:
        over = newest.left_over(place.figures, rate, said.rest_printed)
        unit = place.view.indicator(said.rest_printed).unit
        if over.count is not None:
            text += f", {show_number(left)} {unit} {said.rest}." if left else f", không {unit} nào {said.rest}."
        elif over.printed:
            text += f"; văn bản in {value(over.printed)} {said.rest}, các số này chưa khớp nhau."
        figures += [over.printed] if over.printed else []
    part = f"{'' if left else 'cả '}{show_number(had)}"
    text = stopped(text.format(phan=part, tong=show_number(whole), co_so=rate.base))
    printed = newest.printed_of(place.figures, rate)
    shown = value(printed or rate)
    figures += [printed] if printed else []
    change = place.change(rate, "là")
    change = f"Tỷ lệ là {shown}. {change}" if change else ""
    return place.says(f"{text}{place.beside(rate)}", _either(place, rate, shown), *figures, change=change)


def _either(place: Place, figure: Figure, shown: str) -> str:
    """A number, and those that stand beside it with as much right."""
    return " hoặc ".join(dict.fromkeys((shown, *(value(other) for other in newest.rivals(place.figures, figure)))))


def _reported(place: Place, said: Said, parts: Sequence[Figure]) -> Iterator[Sentence]:
    """Figures of one document and period in one sentence; a sentence each where the document's own words follow."""
    name = place.view.indicator(said.indicator).name
    apart = "{noi_dung}" in said.told
    for own in [[part] for part in parts[:_MOST_PARTS]] if apart else [parts]:
        scopes = {_limits(place.view, figure) for figure in own}
        words = ", ".join(_part(place.view, figure, limits=len(scopes) > 1) for figure in own[:_MOST_PARTS])
        words += f" và {len(own) - _MOST_PARTS} mục khác" if len(own) > _MOST_PARTS else ""
        content = inside((own[0].words or name).rstrip(" ."))
        base = own[0].base if own[0].unit == PERCENT and own[0].base != UNSTATED_BASE else ""
        share_of = f" (tính trên {base})" if base else ""
        text = said.told.format(so=words, xa=place.kind, noi_dung=content, tinh_tren=share_of)
        told = opened(_limited(place.view, text, own[0]) if len(scopes) == 1 else text)
        change = place.change(own[0]) if len(own) == 1 else ""  # of several nobody would know which one changed
        yield place.says(f"{told}{place.beside(own[0])}", _either(place, own[0], words), *own, change=change)


def _limited(view: View, text: str, figure: Figure) -> str:
    """A sentence with what its figure alone covers, and what that leaves out."""
    return f"{text.removesuffix('.')}{_limits(view, figure)}."


def _limits(view: View, figure: Figure) -> str:
    covered, without = scope(view, figure), figure.without
    limits = f", {only(covered)}" if covered else ""
    if figure.is_ratio and figure.unit != PERCENT and tells_more(figure):
        limits = f", {figure.base}"
    return limits + (f", không kể {without}" if without else "")


def covered(view: View, figure: Figure) -> Iterator[str]:
    """What a figure is of, where that is less than its name says: its part, what alone it covers, what it is a share of
    where that is not the usual whole.
    """
    indicator = view.indicator(figure.topic.indicator)
    if figure.topic.breakdown and indicator.id not in view.many_things:
        yield indicator.part(figure.topic.breakdown)
    if figure.unit == PERCENT and figure.base not in ("", UNSTATED_BASE, indicator.base):
        yield f"tính trên {figure.base}"
    if limits := _limits(view, figure):
        yield limits.removeprefix(", ")


def _part(view: View, figure: Figure, *, limits: bool = False) -> str:
    """A value, with the name of the part it is of, and if asked what it alone covers."""
    words = view.indicator(figure.topic.indicator).part(figure.topic.breakdown)
    named = words if words.lower() != figure.unit else ""
    about = f"{named}{_limits(view, figure) if limits else ''}".removeprefix(", ")
    if not figure.number and (printed := printed_otherwise(figure)):
        about = f"{about}, in “{printed}”".removeprefix(", ")
    return f"{value(figure)} ({about})" if about else value(figure)
