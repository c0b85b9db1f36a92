"""Months that are reported as they should be are no differences, however many and in whatever detail."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from months import Work, enter, following
from support import COMMUNE, ROOT, lay_over

from generator.commune.outcome import Survey
from generator.commune.survey import survey

pytestmark = pytest.mark.slow

CODE, FOLDER = "19405", "xa/19405-vinh-thuy"
FIELDS = ("Hộ tịch", "Chứng thực", "Đất đai")
START = dt.date(2026, 7, 1)
LATER = dt.date(2028, 1, 1)


def work(month: int, field: int = 0) -> Work:
    """Numbers of an ordinary month: a little better here, a little worse there, once a bad one."""
    filed = 400 + 37 * month % 91 + 13 * field
    return Work(filed, filed - month % 9, 25 if month == 5 else month % 4, (month * 7 + field) % 19)


def whole(count: int) -> list[Mapping[str, Work]]:
    return [{"": work(month)} for month in range(count)]


def by_field(count: int) -> list[Mapping[str, Work]]:
    return [{name: work(month, at) for at, name in enumerate(FIELDS)} for month in range(count)]


def entered(tmp_path: Path, works: list[Mapping[str, Work]], before: Mapping[str, int]) -> Survey:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data" / "danh-muc", data / "danh-muc")
    shutil.copytree(ROOT / "data" / FOLDER, data / FOLDER)
    enter(data / FOLDER, list(following(START, works)), before)
    return survey(data, [CODE], LATER)


@pytest.mark.parametrize("works", [whole(3), whole(12), by_field(3), by_field(12)], ids=["3", "12", "3×3", "12×3"])
def test_honest_months_bring_no_difference(works: list[Mapping[str, Work]], tmp_path: Path) -> None:
    """Entered for a commune with differences of its own, months by fields or not add none and change none."""
    examined = entered(tmp_path, works, {"": 20})
    assert not examined.broken
    own = [d for d in survey(ROOT / "data", [CODE], LATER).differences if d.commune == CODE]
    assert own
    assert [d.sentence for d in examined.differences] == [d.sentence for d in own]
    assert len(examined.readings) == 1
    (day,) = {side.day for side in examined.readings[0].sides}
    assert day
    assert day > START


def test_a_month_that_takes_over_what_was_not_there_is_one(tmp_path: Path) -> None:
    """The test above can fail: what a month takes over is not what the month before left."""
    works = whole(3)
    july = works[0][""]
    examined = entered(tmp_path, works, {"": 20})
    table = tmp_path / "data" / FOLDER / "tthc.csv"
    text = table.read_text(encoding="utf-8")
    june, taken = july.pending, work(1)
    old = f",{taken.filed + june},{taken.filed},{june},{taken.online},"
    assert text.count(old) == 1
    table.write_text(
        text.replace(old, f",{taken.filed + june},{taken.filed - 5},{june + 5},{taken.online - 5},"), encoding="utf-8"
    )
    found = survey(tmp_path / "data", [CODE], LATER).differences
    assert [d.rule for d in found if d not in examined.differences] == ["chuyen-ky-khong-khop"]


@st.composite
def years(draw: st.DrawFn) -> list[Mapping[str, Work]]:
    """Some months of any honest numbers, bad months and empty ones among them."""
    made: list[Mapping[str, Work]] = []
    pending = 0
    for _ in range(draw(st.integers(1, 6))):
        filed = draw(st.integers(0, 400))
        left = draw(st.integers(0, filed + pending))
        late = draw(st.integers(0, filed + pending - left))
        made.append({"": Work(filed, draw(st.integers(0, filed)), late, left)})
        pending = left
    return made


@settings(max_examples=25)
@given(works=years())
def test_whatever_honest_months_say(works: list[Mapping[str, Work]], tmp_path_factory: pytest.TempPathFactory) -> None:
    """No months whose sums are right are a difference, nor an error."""
    data = lay_over("co-so", tmp_path_factory.mktemp("months"))
    for table in ("tthc.csv", "chi-tieu.csv"):
        path = data / COMMUNE / table
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    enter(data / COMMUNE, list(following(START, works)), {})
    examined = survey(data, (), LATER)
    assert not examined.broken, examined.problems
    assert examined.differences == ()
