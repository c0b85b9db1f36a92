"""Differences that need no officer's word are found and published: one case a rule.

A case `cases/khac-{rule}` is the clean folder with figures that disagree; `mong-doi.csv` is its
published `khac-biet.csv`. (Rules about one document have their cases in `test_bad_cases`.)
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest
from support import CASES, COMMUNE, lay_over, names, remaking

from generator.build import view_of
from generator.judging.differences import IN_WORDS
from generator.judging.examine import examine
from generator.nouns.evidence import MUST_BE_DECLARED
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
