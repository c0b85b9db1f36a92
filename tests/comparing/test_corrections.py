"""No id that was published is lost: it is still a figure's, or `dinh-chinh.csv` says what took its place.

`ma-so-da-dang.txt` lists every id that a public version had. It only grows: `UPDATE_GOLDEN=1` adds those of today.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from support import ROOT, lay_over, remaking

from generator.commune.outcome import Survey
from generator.commune.survey import survey

LISTED = Path(__file__).with_name("ma-so-da-dang.txt")


@cache
def real() -> Survey:
    return survey(ROOT / "data")


def test_each_published_id_leads_somewhere() -> None:
    examined = real()
    now = {figure.id for figure in examined.figures}
    known = LISTED.read_text(encoding="utf-8").split("\n")[:-1]
    if remaking():
        LISTED.write_text("".join(f"{id}\n" for id in sorted({*known, *now})), encoding="utf-8")
    corrected = {row["ma_so_cu"] for row in examined.records if row.table == "dinh-chinh"}
    assert known == sorted(set(known))
    assert [id for id in known if id not in now | corrected] == []


def test_corrections_are_of_published_ids_and_keep_the_value() -> None:
    """Nothing is corrected that nobody could have seen; what moved is the same indicator of the same document."""
    examined = real()
    known = set(LISTED.read_text(encoding="utf-8").split("\n"))
    rows = [row for row in examined.records if row.table == "dinh-chinh"]
    assert rows
    assert {row["ma_so_cu"] for row in rows} <= known
    for row in rows:
        if after := row["ma_so_moi"]:
            assert (after.split(".")[:3], after.split(".")[4:]) == (
                row["ma_so_cu"].split(".")[:3], row["ma_so_cu"].split(".")[4:]
            )  # fmt: skip


def test_a_correction_is_no_figure(tmp_path: Path) -> None:
    """The table is read and checked, and adds nothing to what is published."""
    data = lay_over("co-so", tmp_path)
    before = survey(data)
    home = next((data / "xa").iterdir())
    row = "15910.so_tthc.tong.-20260601-thoi_diem.bao_cao.bc-5,,2026-06-30,Rút."
    (home / "dinh-chinh.csv").write_text(f"ma_so_cu,ma_so_moi,ngay,ly_do\n{row}\n", encoding="utf-8")
    after = survey(data)
    assert after.problems == ()
    assert after.figures == before.figures
    assert after.files == before.files + 1
