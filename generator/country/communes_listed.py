"""Communes in a list: a row each, in the order of names, with the newest that it tells of a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.charts.spark import spark
from generator.country.comparison import PARTS_OF, Compared, last_months
from generator.country.country import Country
from generator.country.frame_of_indicators import Row
from generator.country.placing import CHANCE, by_chance
from generator.language.value import State as Stated
from generator.language.vietnamese import lowered, opened
from generator.model.catalogue import Indicator, Question
from generator.model.choices import STAGES
from generator.model.figure import Kind
from generator.model.grouping import grouped
from generator.pieces.addresses import where
from generator.pieces.changed import FEW
from generator.pieces.drawn_tables import Entries, Entry
from generator.pieces.row_blocks import Link, State

_KINDS: Mapping[str, str] = {Kind.TARGET: "mục tiêu", Kind.NEED: "nhu cầu", Kind.ALLOCATED: "phân bổ"}


class Newest(NamedTuple):
    """The newest figure of a commune that is no target, and how many `others` are of the same period: parts of it."""

    row: Row
    others: int


class Asked(NamedTuple):
    """A question with what communes tell of it, by their codes: the newest figure of each (`newest`), and the newest
    that can be `told` of it beside others.
    """

    question: Question
    indicator: Indicator | None
    newest: Mapping[str, Newest]
    told: Mapping[str, Mapping[str, str]]


def newest_figures(rows: Sequence[Row]) -> dict[str, Newest]:
    """Of each commune what is newest: of what has a value and is not asked for, where there is any; the whole before
    its parts.
    """
    made = {}
    for commune, own in grouped((row for row in rows if row.kind != Kind.TARGET), lambda row: row.commune).items():
        *_, last = sorted(own, key=lambda row: (row.state == Stated.GIVEN, row.kind != Kind.NEED))
        same = [row for row in own if (row.period, row.state, row.kind) == (last.period, last.state, last.kind)]
        wholes = [row for row in same if not row.part]
        made[commune] = Newest(wholes[-1] if wholes else same[0], 0 if wholes else len(same) - 1)
    return made


def entries(country: Country, here: str, asked: Asked, what: Compared, codes: Sequence[str], months: Months) -> Entries:
    """A row each: the newest value, its months, its change, its target; in the order of names."""
    made = []
    for code in codes:
        drawn = spark(months.own[code], top=months.top) if code in months.own and months.top else ""
        told = asked.told.get(code)
        entry = entry_of(country, here, code, told) if told else _plain(country, here, code, asked)
        same = what.common is not None and entry.period == what.common.words
        notes = (*entry.notes, *_compared(what, code, same=same))
        made.append(replace(entry, spark=drawn, period="" if same else entry.period, notes=notes))
    said = ["Xếp theo tên."]
    said += [f"{opened(asked.question.name)}: {lowered(asked.question.words)}"] if asked.question.turned else []
    if what.common and any(not one.period for one in made):
        said.append(f"Dòng không ghi kỳ: số của {what.common.words}.")
    if any(mark.low is not None for mark in what.drawn):
        said.append(CHANCE)
    if any(entry.spark for entry in made):
        few = f" hoặc có dưới {FEW} hồ sơ, người" if asked.question.of_cases and asked.question.unit in PARTS_OF else ""
        said.append(f"Cột: 12 tháng gần nhất, mọi nơi cùng một thang từ 0; chấm: tháng chưa có số{few}.")
    return Entries(" ".join(said), tuple(made))


def _compared(what: Compared, code: str, *, same: bool) -> Iterator[str]:
    """What is said of the value of a commune that is compared: itself, where the row tells another; what chance may
    have done to it; that the place does not agree.
    """
    mark = what.marks.get(code)
    if mark is None or what.common is None:
        return
    chance, doubt = by_chance(what.question, mark), f"{lowered(mark.doubt)}, xem nguồn" if mark.doubt else ""
    if same:
        yield from (f"{opened(told)}." for told in (chance, doubt) if told)
    else:
        told = (f"số đem so, {what.common.words}: {mark.value}", chance, doubt)
        yield f"{opened('; '.join(filter(None, told)))}."


class Months(NamedTuple):
    """The last months of some communes, and the top of the scale that they share."""

    own: Mapping[str, Sequence[float | None]]
    top: float


def months_of(country: Country, asked: Asked, what: Compared, codes: Sequence[str]) -> Months:
    """The last months of some communes on what is common to those compared."""
    rows = country.asked.get(asked.question.id)
    own = last_months(rows, asked.question, codes, what.common) if rows is not None and what.common else {}
    return Months(own, max((value for months in own.values() for value in months if value is not None), default=0.0))


def newest_of(country: Country, question: str) -> Mapping[str, Mapping[str, str]]:
    """The newest value of each commune that can be told of a question, by the columns that words are in."""
    rows = country.asked.get(question)
    if rows is None:
        return {}
    names = ("value", "period", "page", "anchor", "change", "mark", "standing")
    own = rows[rows.newest]
    cells = zip(own.commune.tolist(), *(own[name].tolist() for name in names), strict=True)
    return {str(code): dict(zip(names, told, strict=True)) for code, *told in cells}


def entry_of(country: Country, here: str, code: str, told: Mapping[str, str]) -> Entry:
    """A commune with its newest value."""
    commune = country.known[code].commune
    link = Link(commune.name, country.link(here, f"{commune.address}{told['page']}", told["anchor"]))
    state = State(told["mark"], told["standing"]) if told["standing"] else None
    return Entry(link, told["value"], told["period"], state=state, notes=(told["change"],) if told["change"] else ())


def _plain(country: Country, here: str, code: str, asked: Asked) -> Entry:
    """A commune with its newest figure where that is none that can be compared."""
    commune = country.known[code].commune
    if code not in asked.newest:
        return Entry(Link(commune.name, country.link(here, commune.address)), "", "chưa có số so được")
    row, others = asked.newest[code]
    link = Link(commune.name, country.link(here, f"{commune.address}{row.page}", row.anchor))
    what = STAGES.get(row.stage, _KINDS.get(row.kind, ""))
    more = f"còn {others} phần khác ở trang của nơi này" if others else ""
    notes = tuple(filter(None, (row.part.strip(), what, more, where(commune) if not commune.province else "")))
    return Entry(link, row.value, row.period, notes=notes)
