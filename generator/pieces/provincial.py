"""What a province aims at, told beside a commune: named as the province's, with its document, counted as nobody else's.

A commune is judged by its own target. By its province's it is judged only where it has none for the same thing and
stage, and the province's document sets it for each commune.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.figures.standings import NOT_BEGUN, stage_of
from generator.language.vietnamese import inside, kind_of, opened
from generator.model.commune import Commune
from generator.model.figure import MEASURED, Figure, Kind, Standing
from generator.model.figure_words import aimed, listed
from generator.model.period import Period
from generator.pieces.addresses import where
from generator.pieces.blocks import Block, Grid, Prose, Section
from generator.pieces.document_links import figure_link, source_name
from generator.pieces.row_blocks import Cell, Link, State
from generator.pieces.shown import value
from generator.pieces.standings import NO_RESULT, NOT_YET, by_standing, nearest, ours, stands, state_mark, whence
from generator.pieces.view import View

SECTION = "muc-tieu-cua-tinh"
"""Where a commune's page of targets tells those of its province, and the province's page its own."""
_EACH = "từng xã, phường, đặc khu"


class Beside(NamedTuple):
    """A target that a province sets each commune, with a commune's result; `own` are the commune's targets for the same
    thing and stage, by which it is judged instead.
    """

    standing: Standing
    own: tuple[Standing, ...]


class Above(NamedTuple):
    """The province of a commune and what it publishes of itself, as pages look at it."""

    view: View
    place: Commune


def above(view: View, commune: Commune) -> Above | None:
    """What the province of a commune publishes of itself; None where it publishes nothing."""
    own = view.provinces.get(commune.province.code) if commune.province else None
    return Above(own, own.dataset.communes[0]) if own else None


def beside(view: View, commune: Commune) -> list[Beside]:
    """The targets that its province sets each commune, of stages that are not long over, in the order of the file."""
    own = view.targets_of(commune)
    return [
        Beside(one, tuple(o for o in own if _same(o.target, one.target)))
        for one in view.set_for_each.get(commune.code, ())
        if is_current(view, one.target)
    ]


def is_current(view: View, target: Figure) -> bool:
    """Whether the stage of a target ended last year at the earliest: older ones stand with the province alone."""
    end = stage_of(target).end
    return end is None or end.year >= view.date.year - 1


def of_whole(there: Above) -> list[Figure]:
    """The targets that a province sets itself as a whole."""
    apart = there.view.dataset.catalogue.provinces[there.place.code].for_each
    return [f for f in there.view.of(there.place) if f.kind is Kind.TARGET and f.id not in apart]


def _same(own: Figure, set_by_province: Figure) -> bool:
    """Whether a commune's target is for the same thing as its province's, and for days that the latter's stage has."""
    if own.topic != set_by_province.topic:
        return False
    one, two = stage_of(own), stage_of(set_by_province)
    return one.overlaps(two) or _undated(one) or _undated(two)


def _undated(stage: Period) -> bool:
    return not (stage.start and stage.end)


# --- beside one figure ------------------------------------------------------------------------------


def aim_of_province(view: View, commune: Commune, figure: Figure) -> str:
    """What the province of a commune aims at in what a figure measures, named as the province's, by which document; how
    the commune stands by it where it is judged by it. '' where the province sets nothing.
    """
    there = above(view, commune)
    if there is None or figure.kind not in MEASURED:
        return ""
    told = [one for one in beside(view, commune) if one.standing.target.topic == figure.topic]
    judged = nearest(one.standing for one in told if not one.own)
    if judged:
        return f"{_set(there, judged[0].target, _EACH)}, {stands(judged[0])}."
    if told:
        return _beside_own(there, told[0])
    whole = [t for t in of_whole(there) if t.topic == figure.topic and t.has_value and is_current(view, t)]
    whom = f"cả {kind_of(there.place.name)}"
    return f"{_set(there, whole[0], whom)}, không xét riêng {kind_of(commune.name)}." if whole else ""


def _beside_own(there: Above, one: Beside) -> str:
    """What a province sets, right after the commune's own target by which it is judged: shorter, and with its stage
    only where that is called otherwise.
    """
    target = one.standing.target
    stages = {own.target.period.printed for own in one.own}
    stage = "" if target.period.printed in stages else f", {inside(target.period.printed)}"
    return f"Mục tiêu của {kind_of(there.place.name)}{stage}: {_level_by(there, target)}."


def _level_by(there: Above, target: Figure) -> str:
    by = source_name(there.view, there.view.source(there.place.code, target.source))
    return f"{aimed(target) if target.has_value else 'không nêu con số'} ({by})"


def _set(there: Above, target: Figure, whom: str) -> str:
    return f"{there.place.name} đặt cho {whom}, {inside(target.period.printed)}: {_level_by(there, target)}"


def aim_state(view: View, commune: Commune, figure: Figure) -> State | None:
    """The target of a thing whose stage is nearest, beside which its newest result stands how; that of its province
    where the commune is judged by it.
    """
    if figure.kind not in MEASURED:
        return None
    own = nearest(s for s in view.targets_of(commune) if s.target.topic == figure.topic)
    standing = own[0] if own else _by_province(view, commune, figure)
    if standing is None:
        return None
    mark, word = state_mark(standing.status)
    whose = "" if own else f" của {kind_of(where(commune))}"
    return State(mark, f"{word}, mục tiêu{whose} {_level(standing)}{_by(standing, figure)}")


def _by(standing: Standing, figure: Figure) -> str:
    """The number by which a target is judged, where it is another than the one in the row."""
    if standing.result is None or standing.result.id == figure.id:
        return ""
    return f", theo {value(standing.result)}{f' {whose}' if (whose := ours(standing)) else ''}"


def _level(standing: Standing) -> str:
    stage = standing.target.period.printed
    return f"{aimed(standing.target)}{f' ({inside(stage)})' if stage else ''}"


def _by_province(view: View, commune: Commune, figure: Figure) -> Standing | None:
    """How a commune stands by its province's target in what a figure measures, where it has none of its own."""
    own = (b.standing for b in beside(view, commune) if b.standing.target.topic == figure.topic and not b.own)
    return next(iter(nearest(own)), None)


# --- all of them ----------------------------------------------------------------------------------


def in_short(view: View, commune: Commune, link: str) -> tuple[Prose, ...]:
    """How many targets the province of a commune has set, and how it stands by those by which it is judged; `link` is
    the way to the section that tells them. Nothing where there are none.
    """
    there = above(view, commune)
    told = beside(view, commune)
    if there is None or not told:
        return ()
    judged = [one.standing for one in told if not one.own]
    by = f", xét theo {len(judged)}: {by_standing(judged)}" if judged else ""
    return (Prose("", "", Link(f"Mục tiêu của {kind_of(there.place.name)} cho từng xã ({len(told)}){by}", link)),)


def targets_of_province(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """Every target that the province of a commune has set, beside the commune's results and its own targets."""
    there = above(view, commune)
    if there is None:
        return
    told, whole = beside(view, commune), [t for t in of_whole(there) if is_current(view, t)]
    if not told and not whole:
        return
    kind, province = kind_of(commune.name), kind_of(there.place.name)
    name = f"Mục tiêu của {province}"
    counts = [f"{len(told)} mục tiêu cho {_EACH}"] if told else []
    counts += [f"{len(whole)} mục tiêu cho cả {province}"] if whole else []
    explained = (
        f"{there.place.name} đặt {listed(counts)}. {opened(kind)} được đánh giá theo mục tiêu của mình; theo mục tiêu "
        f"của {province} chỉ ở điều mà {kind} không đặt mục tiêu riêng và văn bản đặt cho {_EACH}. Các mục tiêu này "
        f"không tính vào số mục tiêu của {kind}."
    )
    folded: list[Block] = []
    if told:
        head: tuple[str, ...] = (name, "Mức", f"Kết quả của {kind}", "Tình trạng")
        rows = tuple(_row(view, commune, here, there, one) for one in told)
        folded.append(Grid(f"{there.place.name} đặt cho {_EACH}", head, rows))
    if whole:
        head = (name, "Mức", "Giai đoạn")
        rows = tuple(_whole_row(here, there, target) for target in whole)
        folded.append(Grid(f"{there.place.name} đặt cho cả {province}, không xét riêng {kind}", head, rows))
    every = Link(f"Mọi mục tiêu, văn bản của {province}", view.link(here, there.place.address, SECTION))
    shown = (Prose(explained, "", every),)
    yield Section(name, SECTION, shown, tuple(folded), f"Xem {len(told) + len(whole)} mục tiêu")


def level_of(target: Figure) -> Cell:
    """A target's level, or that its document states no number."""
    each = f" {target.base}" if target.base else ""
    return Cell(f"{aimed(target)}{each}", "number") if target.has_value else Cell("không nêu con số", "missing")


def named_target(here: str, there: Above, target: Figure) -> Cell:
    """A province's target in its own words, with its stage and place and a link to its document."""
    place = target.trace.place.split(":")[0] + (f". Không kể {target.without}" if target.without else "")
    return Cell(target.words, "", place, figure_link(there.view, there.place, here, target))


def _whole_row(here: str, there: Above, target: Figure) -> tuple[Cell, ...]:
    return named_target(here, there, target), level_of(target), Cell(target.period.printed)


def _row(view: View, commune: Commune, here: str, there: Above, one: Beside) -> tuple[Cell, ...]:
    target, result = one.standing.target, one.standing.result
    reached = value(result) if result else NOT_YET if one.standing.status == NOT_BEGUN else NO_RESULT
    level = level_of(target)
    return (
        named_target(here, there, target),
        Cell(level.text, level.kind, target.period.printed),
        Cell(reached, "number" if result else "missing", whence(view, commune, one.standing)),
        _judged(commune, one),
    )


def _judged(commune: Commune, one: Beside) -> Cell:
    """How the commune stands by a target of its province; where it has its own, what that is."""
    if one.own:
        levels = _levels([own.target for own in one.own])
        return Cell(f"{kind_of(commune.name)} có mục tiêu riêng: {levels}", "", "xét theo mục tiêu riêng")
    mark, word = state_mark(one.standing.status)
    more = stands(one.standing).removeprefix(one.standing.status).lstrip(",; ")
    return Cell(word, "state", more, mark=mark)


def _levels(targets: Sequence[Figure]) -> str:
    return listed(aimed(target) if target.has_value else "không nêu con số" for target in targets)
