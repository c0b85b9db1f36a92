"""Differences that need no officer's word are found and published: one case a rule.

A case `cases/khac-{rule}` is the clean folder with figures that disagree; `mong-doi.csv` is its
published `khac-biet.csv`. (Rules about one document have their cases in `test_bad_cases`.)
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import CASES, COMMUNE, lay_over, names, remaking

from generator.build import view_of
from generator.judging.differences import IN_WORDS
from generator.judging.examine import examine
from generator.judging.rules_between import directives
from generator.nouns.evidence import MUST_BE_DECLARED, Evidence
from generator.nouns.model import Catalogue, Record
from generator.publishing.publish import data_files

CASES_OF_RULES = names("khac-")


def published(data: Path) -> str:
    examined = examine(data)
    assert not examined.broken
    text = data_files(view_of(examined, dt.date(2026, 7, 1)))["du-lieu/khac-biet.csv"]
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("case", CASES_OF_RULES)
def test_a_difference_is_published(case: str, tmp_path: Path) -> None:
    """The rule fires, stops nothing, and khac-biet.csv says exactly what is expected."""
    said = published(lay_over(case, tmp_path))
    expected = CASES / case / "mong-doi.csv"
    if remaking():
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert [row["quy_tac"] for row in csv.DictReader(io.StringIO(said))] == [case.removeprefix("khac-")]


def test_every_rule_has_a_case() -> None:
    """No rule is without a made-up case on which it fires."""
    assert {case.removeprefix("khac-") for case in CASES_OF_RULES} == set(IN_WORDS) - MUST_BE_DECLARED


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("so_dvctt_toan_trinh,{},trong_ky,2026-01-01,{},{}", False),
        ("so_dvctt_toan_trinh,{},thoi_diem,,{},{}", True),
        ("ty_le_dung_han_766,{},trong_ky,2026-01-01,{},{}%", True),
    ],
    ids=["what happened", "what there is", "a rate"],
)
def test_a_longer_period_has_more(row: str, told: bool, tmp_path: Path) -> None:
    """Five months and six months of one year may differ in what was counted; a state or a rate is held against
    the other document's.
    """
    data = lay_over("co-so", tmp_path)
    rows = [row.format(*cells) for cells in (("5 tháng", "2026-05-31", 40), ("6 tháng", "2026-06-30", 48))]
    text = "chi_tieu,ky,loai_ky,tu_ngay,den_ngay,gia_tri,nguon,vi_tri\n"
    text += "".join(f"{row},bc-{number},Mục 9\n" for number, row in zip((5, 6), rows, strict=True))
    (data / COMMUNE / "chi-tieu.csv").write_text(text, encoding="utf-8")
    assert ("hai-nguon" in published(data)) == told


def directive(commune: str, number: str, day: str) -> Record:
    return Record("van-ban", commune, "xa/x/van-ban.csv", 2, {"so_hieu": number, "ngay": day, "loai": "Kế hoạch"})


NUMBERS = st.sampled_from(["", "12/KH", "12-KH/ĐU", "12/KH-UBND", "9/QĐ"])
DIRECTIVES = st.lists(
    st.builds(directive, st.sampled_from("ab"), NUMBERS, st.sampled_from(["", "2026-01-02", "2026-01-03"]))
)


@given(DIRECTIVES)
def test_directives_are_held_against_each_other(rows: list[Record]) -> None:
    """Each pair of one number and two days, or one day and two numbers that begin alike, by the order of rows."""

    def expected(one: Record, two: Record) -> bool:
        whole = all(row["so_hieu"] and row["ngay"] for row in (one, two))
        serial = [re.split("[-/]", row["so_hieu"])[0] for row in (one, two)]
        number, day = one["so_hieu"] == two["so_hieu"], one["ngay"] == two["ngay"]
        return (
            whole and one.commune == two.commune and ((number and not day) or (serial[0] == serial[1] and day > number))
        )

    pairs = [(one, two) for one, two in combinations(rows, 2) if expected(one, two)]
    sides = [
        tuple(f"{row['so_hieu']}, ngày {dt.date.fromisoformat(row['ngay']):%d/%m/%Y}" for row in pair) for pair in pairs
    ]
    found = directives(Evidence([], [], Catalogue({}, (), {}, (), ()), rows))
    assert [tuple(side[1] for side in difference.sides) for difference in found] == sides


def test_many_directives_are_looked_at_a_few_times_each() -> None:
    """A long table of directives costs as many looks as it has rows, not as many as it has pairs."""
    looks = 0

    class Counting(dict[str, str]):
        def get(self, *given: Any) -> Any:
            nonlocal looks
            looks += 1
            return super().get(*given)

    rows = [
        Record("van-ban", "a", "f", at, Counting(so_hieu=f"{at}/KH", ngay="2026-01-02", loai="Kế hoạch"))
        for at in range(2000)
    ]
    assert list(directives(Evidence([], [], Catalogue({}, (), {}, (), ()), rows))) == []
    assert looks <= 20 * len(rows)
