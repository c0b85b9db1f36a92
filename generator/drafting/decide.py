"""Which numbers are beyond doubt, which are only offered with what they may be, and which are kept back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.drafting.doubts import aimed, doubt
from generator.drafting.found import Found, all_found
from generator.drafting.last_report import NOTHING, Last
from generator.drafting.neighbours import Claims, claims_of, column_of, distance, shared_names
from generator.drafting.passages import Passage
from generator.drafting.phrases import Phrases, phrases_of
from generator.drafting.suggest import Suggestion, suggestions
from generator.drafting.sums import LIKELY, closed
from generator.drafting.when import UNKNOWN, When, of_sections, own_period, period_of, row_period
from generator.drafting.withheld import kept_back
from generator.language.numbers import MONEY
from generator.model.catalogue import Catalogue
from generator.model.figure import Topic


class State(StrEnum):
    """What became of a number."""

    FILLED = "điền sẵn"
    OFFERED = "gợi ý"
    UNPLACED = "chưa rõ là số gì"
    KEPT_BACK = "không đưa lên"


SURE, APART = 0.86, 0.16
"""Likeness, and distance to the next, from which words alone put a number beyond doubt."""
SURE_IN_TABLE, APART_IN_TABLE = 0.72, 0.1
"""The same in a cell below known headings."""
_COMMUNE = re.compile(r"(?:ubnd )?(?:xã|phường|đặc khu|thị trấn)\s", re.IGNORECASE)
"""How a row begins that is a commune's."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A number and what became of it: `topic` where it is filled in; `why` says by what, or why not, in Vietnamese. Of
    a count of dossiers `field` is the row's field, '' where the row names none.
    """

    found: Found
    state: State
    suggested: tuple[Suggestion, ...] = ()
    topic: Topic | None = None
    when: When = UNKNOWN
    why: str = ""
    aim: bool = False
    field: str = ""


def decide(passages: Sequence[Passage], catalogue: Catalogue, last: Last = NOTHING) -> list[Decided]:
    """What becomes of each number of a report, in its order. `last` is what the last report of the commune gave."""
    phrases, own = phrases_of(catalogue), own_period(passages)
    every = list(all_found(list(passages)))
    offers = [
        (found, () if kept_back(found) else tuple(suggestions(found, catalogue, phrases, last))) for found in every
    ]
    near = _Near(closed(offers, catalogue), claims_of(offers), shared_names(offers), phrases)
    plan = _is_plan(passages)
    sections = of_sections(passages)
    made = [
        _one(found, suggested, near, catalogue, sections.get(found.passage.number, own), plan=plan)
        for found, suggested in offers
    ]
    return _without_conflicts(_along_columns(_of_one_commune(made)))


def _is_plan(passages: Sequence[Passage]) -> bool:
    """Whether the report is a plan, all of whose numbers are aimed at."""
    heads = [passage.text for passage in passages[:12]]
    return any(re.match(r"KẾ HOẠCH\b|CHƯƠNG TRÌNH\b", head) for head in heads)


@dataclass(frozen=True, slots=True)
class _Near:
    """What speaks for or against a number besides its own words: sums that close, the cells of its row, names that
    numbers of one sentence share, the names of parts.
    """

    sums: dict[tuple[int, int], Topic]
    claims: Claims
    shared: frozenset[tuple[int, Topic]]
    phrases: Phrases


def _one(
    found: Found, suggested: tuple[Suggestion, ...], near: _Near, catalogue: Catalogue, own: When, *, plan: bool
) -> Decided:
    when = period_of(found, own)
    if kind := kept_back(found):
        return Decided(found, State.KEPT_BACK, when=when, why=kind)
    aim = plan or aimed(found)
    if not suggested:
        why = "số tiền: chép vào tờ Ngân sách" if found.unit == MONEY else ""
        return Decided(found, State.UNPLACED, when=when, why=why, aim=aim)
    topic, why = _beyond_doubt(found, suggested, near)
    barred = "có thể là mục tiêu, chưa phải kết quả" if aim else doubt(found, catalogue, suggested)
    if topic is None or barred:
        made = Decided(found, State.OFFERED, suggested, None, when, barred or why, aim)
    else:
        made = Decided(found, State.FILLED, suggested, topic, when, why)
    return replace(made, field=_field(found, (topic or suggested[0].topic).indicator, near.phrases))


def _field(found: Found, indicator: str, phrases: Phrases) -> str:
    """The field that a row is of: its words, unless it is they, not the column's, that name the count, or a period."""
    passage = found.passage
    if not passage.in_cell or not indicator.startswith("ho_so_") or row_period(passage):
        return ""
    row, column = (phrases.terms(words) for words in (passage.row, " ".join(passage.column)))
    named = [max(phrases.weight(way.terms & there) for way in phrases.of[indicator]) for there in (row, column)]
    return passage.row if named[0] <= named[1] else ""


def _beyond_doubt(found: Found, suggested: Sequence[Suggestion], near: _Near) -> tuple[Topic | None, str]:
    best, summed = suggested[0], near.sums.get((found.passage.number, found.at))
    if best.last:
        return best.topic, "đúng chỗ và lời của báo cáo trước"
    if summed and any(one.topic == summed and one.likeness >= best.likeness - APART for one in suggested):
        return summed, "cộng khớp với các số bên cạnh"
    doubts = (
        ("lời và phép cộng chỉ hai điều khác nhau", summed and summed != best.topic),
        ("số tiền: chép vào tờ Ngân sách, kèm tên khoản", found.unit == MONEY),
        ("trong câu còn số khác có thể là chỉ tiêu này", (found.passage.number, best.topic) in near.shared),
        ("chưa rõ của phần nào, hay của cả xã", not _names_its_part(found, best.topic, near.phrases)),
    )
    why = next((words for words, applies in doubts if applies), "")
    sure, far = (SURE_IN_TABLE, APART_IN_TABLE) if found.passage.in_cell else (SURE, APART)
    clear = best.likeness >= sure and distance(found, suggested, near.claims) >= far
    return (best.topic, "đúng tên và đơn vị") if clear and not why else (None, why)


def _names_its_part(found: Found, topic: Topic, phrases: Phrases) -> bool:
    """Whether the part that a number is of, if it has parts, stands behind it, where it can be no one's but its own, or
    in its row.
    """
    parts = phrases.parts.get(topic.indicator, ())
    if found.passage.in_cell or not parts:
        return True
    return any(id == topic.breakdown and terms <= phrases.terms(found.behind) for id, terms in parts)


def _of_one_commune(every: Sequence[Decided]) -> list[Decided]:
    """Rows of a table that lists communes are offered: one of them alone is this commune's."""
    listed: dict[tuple[object, ...], set[str]] = {}
    for one in every:
        if _COMMUNE.match(one.found.passage.row):
            listed.setdefault(column_of(one.found), set()).add(one.found.passage.row)
    return [
        replace(one, state=State.OFFERED, topic=None, why="bảng kể nhiều xã: chỉ lấy dòng của xã mình")
        if one.suggested and len(listed.get(column_of(one.found), ())) > 1
        else one
        for one in every
    ]


def _along_columns(every: Sequence[Decided]) -> list[Decided]:
    """A column that is beyond doubt in one row is the same in the others where nothing is likelier there."""
    known: dict[tuple[object, ...], set[str]] = {}
    for one in every:
        if one.topic and one.found.passage.in_cell:
            known.setdefault(column_of(one.found), set()).add(one.topic.indicator)
    return [
        replace(one, state=State.FILLED, topic=one.suggested[0].topic, why="cùng cột với những ô đã rõ")
        if _open(one) and known.get(column_of(one.found)) == {one.suggested[0].topic.indicator}
        else one
        for one in every
    ]


def _open(one: Decided) -> bool:
    """Whether nothing but the distance of its words keeps a cell from being filled in."""
    return (
        one.state is State.OFFERED and not one.why and one.found.passage.in_cell and one.suggested[0].likeness >= LIKELY
    )


def _without_conflicts(every: Sequence[Decided]) -> list[Decided]:
    """Where one thing of one period was filled in with two numbers, neither is."""
    told: dict[tuple[object, ...], set[str]] = {}
    for one in every:
        if one.topic:
            told.setdefault(_key(one), set()).add(one.found.printed.lstrip("0"))
    return [
        replace(one, state=State.OFFERED, topic=None, why="văn bản in hai số khác nhau cho một điều")
        if one.topic and len(told[_key(one)]) > 1
        else one
        for one in every
    ]


def _key(one: Decided) -> tuple[object, ...]:
    return (one.topic, one.when.kind == "luy_ke", one.when.end, one.field)
