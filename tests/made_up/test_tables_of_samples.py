"""What a sample tells: every table, as imperfect as life, and nothing that the check has to say a word about."""

from __future__ import annotations

import csv
import datetime as dt
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from support import ROOT, tree

from generator.commune.outcome import Survey
from generator.commune.survey import survey
from generator.made_up.commune_tables import MAKERS
from generator.made_up.months import Month
from generator.officer.sample import write_sample
from generator.pages.subject_pages import subject_pages
from generator.pieces import blocks
from generator.pieces.drawn_tables import Bullets
from generator.pieces.views import view_of
from generator.tables.all_tables import OF_A_COMMUNE

MOST_DIFFERENCES = 6
"""A commune has so many places at most where its documents disagree."""


@cache
def made(communes: int, months: int) -> Path:
    """A sample, made once."""
    folder = Path(mkdtemp(prefix="mau-")) / "data"
    write_sample(folder, communes, months, 3)
    return folder


@cache
def surveyed(communes: int, months: int) -> Survey:
    return survey(made(communes, months))


def rows(code: str, table: str, months: int = 12, communes: int = 3) -> list[dict[str, str]]:
    """A table of a commune of a sample."""
    (path,) = made(communes, months).glob(f"xa/{code}-*/{table}.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def codes(months: int = 12, communes: int = 3) -> list[str]:
    return sorted(path.name.partition("-")[0] for path in (made(communes, months) / "xa").iterdir())


@pytest.mark.parametrize(("communes", "months"), [(3, 12), (1, 36), (9, 12), (9, 7), (4, 3), (1, 1), (1, 2)])
def test_nothing_is_said_of_a_sample(communes: int, months: int) -> None:
    """No error, no warning and no note, however long it is; documents disagree in a few places."""
    told = surveyed(communes, months)
    assert not told.problems
    differing = Counter(difference.commune for difference in told.differences)
    assert all(differing[code] <= MOST_DIFFERENCES for code in differing)
    assert months < 3 or {difference.rule for difference in told.differences} >= {"hai-nguon"}


def test_every_table_has_rows() -> None:
    """A table joins the house and the sample together."""
    assert {*MAKERS, "nguon"} == {table.name for table in OF_A_COMMUNE}
    for months in (1, 12):
        for code in codes(months):
            assert not [table.name for table in OF_A_COMMUNE if not rows(code, table.name, months)]


def test_a_year_is_as_imperfect_as_life() -> None:
    """The first commune: months missing or without counts, a report late, one undated, one replaced, another office."""
    first, *_ = codes()
    papers, counts, others = (rows(first, table) for table in ("nguon", "tthc", "chi-tieu"))
    months = {row["ky"] for row in counts if row["loai_ky"] == "trong_ky" and not row["linh_vuc"]}
    asked = {month.words for month in Month(2025, 11).until(Month(2026, 10))}
    assert 9 <= len(months & asked) < 12
    told = {row["ky"] for row in others if row["chi_tieu"] == "ty_le_dung_han"}
    assert len(asked & (told - months)) == 1
    assert sum(bool(row["thay_the"]) for row in papers) == 1
    assert sum(not row["ngay"] for row in papers) == 1
    days = [dt.date.fromisoformat(row["ngay"]) - dt.date.fromisoformat(row["den_ngay"]) for row in papers
            if row["ngay"] and row["den_ngay"]]  # fmt: skip
    assert sum(late > dt.timedelta(20) for late in days) == 1
    assert any(row["gia_tri"].startswith("khoảng") for row in others)
    assert {"luy_ke", "trong_ky"} == {row["loai_ky"] for row in counts}
    assert any(row["co_quan"].startswith("Trung tâm") for row in papers)
    assert {row["trang_thai"] for row in rows(first, "tien-do")} >= {"da_xong", "dang_lam"}
    assert {row["ma"] for row in rows(first, "nhiem-vu")} > {row["viec"] for row in rows(first, "tien-do")}


@pytest.mark.parametrize(("communes", "months"), [(9, 12), (1, 36)])
def test_a_budget_is_disclosed_with_one_code_a_line(communes: int, months: int) -> None:
    """Plan, quarters and settlement of each line; one spent on beyond its plan, one without a result, a balance below
    zero; per cent beside some.
    """
    first, *others = codes(months, communes)
    money = rows(first, "ngan-sach", months, communes)
    assert {row["giai_doan"] for row in money} == {"nhu_cau", "du_toan", "duoc_phan_bo", "thuc_hien", "quyet_toan"}
    assert {row["bang"] for row in money} == {"", "thu", "chi", "can_doi"}
    words = {(row["bang"], row["ma_dong"], row["noi_dung"]) for row in money}
    assert (
        len(words) == len({(table, code) for table, code, _ in words}) == len({(table, own) for table, _, own in words})
    )
    assert any(row["so_du_toan"] for row in money)
    for code in (first, *others):
        told = [row for row in rows(code, "ngan-sach", months, communes) if row["den_ngay"].startswith("2026")]
        below = {row["den_ngay"] for row in told if row["so_tien"].startswith("-")}
        assert below <= {"2026-03-31"}
        assert any(row["dung_nhu_van_ban"] for row in told) == ("2026-09-30" in {row["den_ngay"] for row in told})
        assert {row["ma_dong"] for row in told if row["so_tien"] == "—"} == {"du-phong"}
    assert below or communes > 1


def test_one_falls_silent_and_one_begins_late() -> None:
    """The second commune says nothing of the last months, the third nothing of the first."""
    told = [{row["den_ngay"][:7] for row in rows(code, "nguon") if row["den_ngay"]} for code in codes()]
    assert max(told[0]) == "2026-10"
    assert max(told[1]) == "2026-07"
    assert min(told[2]) == "2026-05"


def test_a_year_stands_beside_the_year_before() -> None:
    """With twelve months too: the whole year before, and the same months of it."""
    for code in codes():
        spans = {(row["tu_ngay"], row["den_ngay"]) for row in rows(code, "tthc") if not row["linh_vuc"]}
        assert ("2025-01-01", "2025-12-31") in spans
        assert any(end.startswith("2025-") and end < "2025-12" and start == "2025-01-01" for start, end in spans)


def test_every_commune_has_eight_charts() -> None:
    """No chart twice."""
    view = view_of(surveyed(3, 12), dt.date(2026, 11, 10))
    for commune in view.dataset.communes:
        titles = {title for page in subject_pages(view, commune) for title in charts(page.sections)}
        assert len(titles) >= 8, (commune.name, titles)


def charts(part: object) -> Iterator[str]:
    """The titles of the charts and tables with bars somewhere in a page."""
    if isinstance(part, blocks.Figure):
        yield part.chart.title
    elif isinstance(part, Bullets):
        yield part.caption
    elif isinstance(part, (tuple, list)):
        for one in part:
            yield from charts(one)
    elif isinstance(part, blocks.Section):
        for name in part.__dataclass_fields__:
            yield from charts(getattr(part, name))


def test_no_machine_changes_a_byte(tmp_path: Path) -> None:
    """Neither its hashes, nor its language, nor its time zone."""
    place = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    command = ["sample", "--communes", "3", "--months", "12", "--seed", "3", str(tmp_path / "data")]
    subprocess.run([sys.executable, "-m", "generator", *command], env=os.environ | place, check=True, stdout=-3)
    assert tree(tmp_path / "data") == tree(made(3, 12))
