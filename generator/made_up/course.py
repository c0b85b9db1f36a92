"""What truly happens to the dossiers of a made-up commune, month by month: documents only tell of it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.made_up.character import Character
from generator.made_up.months import Month

FIELDS = {"Chứng thực": 0.36, "Hộ tịch": 0.27, "Đất đai": 0.14, "Bảo trợ xã hội": 0.12, "Lĩnh vực khác": 0.11}
"""Fields of work with their share of all dossiers."""
_SEASON = (0.82, 0.6, 1.05, 1.0, 1.02, 1.1, 1.16, 1.12, 1.0, 0.98, 0.94, 0.88)
"""How busy the months of a year are: quiet around Tết, busy before school begins."""
_SPELL = (1.5, 2.2, 2.4, 1.6, 1.2)
"""A hard time, such as new software: how many times as much is late or left over, month after month."""

_HALF_OF_THE_GAIN = 18
"""Months ago when half of those who now send dossiers online, of those who did not at first, had come to do so."""


class Flow(NamedTuple):
    """Dossiers over a period: new and `carried` over from before; of the new ones those sent online, for the whole way
    or for a part of it, and by hand; those settled early, on the day and late; pending at the end in time or overdue;
    returned.
    """

    new: int
    carried: int
    whole_way: int
    part_way: int
    by_hand: int
    early: int
    on_day: int
    late: int
    in_time: int
    overdue: int
    returned: int

    @property
    def received(self) -> int:
        """New ones and those carried over."""
        return self.new + self.carried

    @property
    def online(self) -> int:
        """Those sent online."""
        return self.whole_way + self.part_way

    @property
    def settled(self) -> int:
        """All that were settled."""
        return self.early + self.on_day + self.late

    @property
    def pending(self) -> int:
        """What is left at the end."""
        return self.in_time + self.overdue


class Course(NamedTuple):
    """What happens in each month, in all and by field of work, as far back as reports tell fields apart."""

    by_field: Mapping[Month, Mapping[str, Flow]]
    in_all: Mapping[Month, Flow]

    def over(self, first: Month, last: Month) -> Flow:
        """All fields from one month to another: what was carried into the first, what the last one leaves."""
        begins, ends = self.in_all[first], self.in_all[last]
        summed = _together(self.in_all[month] for month in first.until(last))
        return summed._replace(carried=begins.carried, in_time=ends.in_time, overdue=ends.overdue)

    def year_to(self, month: Month) -> Flow:
        """All fields from new year to a month."""
        return self.over(month.new_year, month)


def course(commune: Character) -> Course:
    """All months that the commune's documents may tell of."""
    chance = commune.chance("course")
    months = commune.known_from.until(commune.last)
    usual = chance.uniform(0.004, 0.014)
    hard = _hard_times(chance, months)
    left = {"": _part(chance, commune.size, 0.07)}
    made: dict[Month, dict[str, Flow]] = {}
    for number, month in enumerate(months):
        if month == commune.detailed_from:
            left = _shared_out(left[""])
        ago = len(months) - 1 - number
        busy = commune.size * _SEASON[month.number - 1] * chance.uniform(0.93, 1.07) * (1 - 0.003 * ago)
        online = 0.58 + 0.37 * _HALF_OF_THE_GAIN / (_HALF_OF_THE_GAIN + ago)
        times = hard.get(month, 1)
        made[month] = {
            field: _flow(chance, busy * FIELDS.get(field, 1), waiting, usual * times, times, online)
            for field, waiting in left.items()
        }
        left = {field: flow.pending for field, flow in made[month].items()}
    return Course(made, {month: _together(fields.values()) for month, fields in made.items()})


def _shared_out(waiting: int) -> dict[str, int]:
    """What waits, by field of work, when reports begin to tell them apart."""
    made = {field: int(waiting * share) for field, share in FIELDS.items()}
    return made | {"Chứng thực": made["Chứng thực"] + waiting - sum(made.values())}


def _hard_times(chance: random.Random, months: Sequence[Month]) -> dict[Month, float]:
    """One hard time among the last months, and the recovery after it."""
    begins = len(months) - chance.randint(len(_SPELL) + 2, len(_SPELL) + 6)
    return dict(zip(months[max(0, begins) :], _SPELL, strict=False))


def _flow(chance: random.Random, about: float, carried: int, late: float, hard: float, online: float) -> Flow:
    new = max(1, round(about * chance.uniform(0.92, 1.08)))
    received = new + carried
    pending = _part(chance, received, 0.06 * min(hard, 1.8))
    overdue = _part(chance, pending, 0.5 * late)
    returned = _part(chance, received - pending, 0.008)
    settled = received - pending - returned
    too_late, on_day = _part(chance, settled, late), _part(chance, settled, 0.05)
    sent = new - _part(chance, new, 1 - online)
    whole_way = _part(chance, sent, 0.7)
    return Flow(
        new, carried, whole_way, sent - whole_way, new - sent, settled - too_late - on_day, on_day, too_late,
        pending - overdue, overdue, returned,
    )  # fmt: skip


def _part(chance: random.Random, whole: int, share: float) -> int:
    """About such a share of a whole, rounded by chance so that small numbers come out right on average."""
    drawn = chance.random()
    part = int(whole * share * (0.9 + 0.2 * drawn) + chance.random())
    return part if part < whole else whole


def _together(flows: Iterable[Flow]) -> Flow:
    return Flow(*map(sum, zip(*flows, strict=True)))
