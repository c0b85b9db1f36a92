"""Whoever changes or takes away a published figure is asked why, with the row to write; who says it is not asked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from repositories import PROCEDURES, commit, corrected, git, repository
from support import BASE, COMMUNE, lay_over, replace

from generator.changes.compare import compare
from generator.cli import main
from generator.commune.survey import survey
from generator.model.problem import Problem

ROW = "so_tthc,,tại thời điểm báo cáo,thoi_diem,,2026-05-31,400,,,bc-5,Mục 3,\n"
OTHER_DAY = PROCEDURES.replace("20260531", "20260601")
TABLE = f"{COMMUNE}/dinh-chinh.csv"


def asked(old: Path, new: Path) -> list[Problem]:
    return [problem for problem in compare(old, new).problems if problem.code == "thieu-ly-do"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return lay_over("co-so", tmp_path)


def test_a_changed_value_is_asked_about_in_its_row(data: Path) -> None:
    """File, line and column of the value; the remedy followed to the letter satisfies."""
    replace(data / COMMUNE / "chi-tieu.csv", ROW, ROW.replace("400", "401"))
    (problem,) = asked(BASE, data)
    assert (problem.file, problem.line, problem.column, problem.severity) == (
        f"{COMMUNE}/chi-tieu.csv", 3, "gia_tri", "warning",
    )  # fmt: skip
    assert problem.message == (
        "Số thủ tục, tại thời điểm báo cáo: số đã đăng được sửa (400 → 401 thủ tục) mà không có lý do."
    )
    followed(data, problem)
    assert asked(BASE, data) == []


def test_a_figure_that_went_is_asked_about(data: Path) -> None:
    replace(data / COMMUNE / "chi-tieu.csv", ROW, "")
    (problem,) = asked(BASE, data)
    assert (problem.file, problem.line) == (TABLE, 1)
    assert f"dòng: {PROCEDURES},," in problem.remedy
    followed(data, problem)
    assert asked(BASE, data) == []


def test_a_figure_with_another_id_is_led_to(data: Path) -> None:
    """A corrected day makes another figure; the row to write leads from the old to the new one."""
    replace(data / COMMUNE / "chi-tieu.csv", ROW, ROW.replace("2026-05-31", "2026-06-01").replace("bc-5", "bc-6"))
    replace(data / COMMUNE / "chi-tieu.csv", "bc-6,Mục 3", "bc-6,Mục 3")
    (problem,) = asked(BASE, data)
    assert OTHER_DAY.replace("bc-5", "bc-6") not in problem.file
    followed(data, problem)
    assert asked(BASE, data) == []


def followed(data: Path, problem: Problem) -> None:
    """Do what a remedy says: the header where there is no file yet, and its row."""
    header = problem.remedy.partition("dòng đầu là ")[2].partition(")")[0]
    row = problem.remedy.partition("dòng: ")[2].partition(" (thay")[0]
    path = data / TABLE
    path.write_text((path.read_text("utf-8") if path.exists() else f"{header}\n") + f"{row}\n", encoding="utf-8")
    examined = survey(data)
    assert not examined.broken, examined.problems


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ROW, ROW + ROW.replace("so_tthc", "so_dvctt_toan_trinh")),
        (ROW, ROW.replace("Mục 3", "Mục 4")),
        ("20,,bc-5", "20,,bc-5"),
    ],
    ids=("a new figure", "another place", "nothing"),
)
def test_what_takes_nothing_back_needs_no_reason(old: str, new: str, data: Path) -> None:
    file = "chi-tieu.csv" if "so_tthc" in old else "tthc.csv"
    replace(data / COMMUNE / file, old, new)
    assert asked(BASE, data) == []


def test_a_blank_that_is_filled_needs_no_reason(tmp_path: Path) -> None:
    """Nothing had been told."""
    old, new = (lay_over("co-so", tmp_path / side) for side in ("old", "new"))
    replace(old / COMMUNE / "chi-tieu.csv", ROW, ROW.replace("400", ""))
    assert asked(old, new) == []
    assert len(asked(new, old)) == 1


def test_an_old_reason_is_none_for_a_new_change(tmp_path: Path) -> None:
    """The row of an earlier correction does not explain the next one."""
    old, new = (lay_over("co-so", tmp_path / side) for side in ("old", "new"))
    for side in (old, new):
        corrected(side, f"{PROCEDURES},{PROCEDURES},2026-06-01,Đếm lại.,")
    replace(new / COMMUNE / "chi-tieu.csv", ROW, ROW.replace("400", "401"))
    assert len(asked(old, new)) == 1
    corrected(new, f"{PROCEDURES},{PROCEDURES},2026-06-01,Đếm lại.,", f"{PROCEDURES},{PROCEDURES},2026-07-01,Lần nữa.,")
    assert asked(old, new) == []


def test_a_computed_figure_follows_its_counts(data: Path) -> None:
    """Only what was entered is asked about."""
    replace(data / COMMUNE / "tthc.csv", "20,,bc-5", "21,,bc-5")
    assert [problem.column for problem in asked(BASE, data)] == ["dang_giai_quyet"]


def test_the_message_of_a_commit_is_a_reason(tmp_path: Path) -> None:
    """`Ly-do:` in one of the commits between the two sides, as preview looks at a proposal."""
    data = repository(tmp_path / "kho")
    base = tmp_path / "goc"
    git(data, "worktree", "add", "--quiet", "--detach", str(base), "HEAD")
    commit(data, "2026-08-02", "Sửa", ("chi-tieu.csv", ROW, ROW.replace("400", "401")))
    assert len(asked(base / "data", data)) == 1
    commit(data, "2026-08-03", "Sửa\n\nLy-do: chép nhầm", ("chi-tieu.csv", "Mục 3", "Mục 3.1"))
    assert asked(base / "data", data) == []


def test_the_check_asks_before_the_commit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`portal check` compares with the last commit; nothing is asked of what is committed, nor outside of git."""
    data = repository(tmp_path / "kho")
    assert main(["check", "--data", str(data), "--date", "2026-12-01"]) == 0
    assert "thieu-ly-do" not in capsys.readouterr().out
    replace(data / COMMUNE / "chi-tieu.csv", ROW, ROW.replace("400", "401"))
    assert main(["check", "--data", str(data), "--date", "2026-12-01"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"CẢNH BÁO {COMMUNE}/chi-tieu.csv, dòng 3, cột gia_tri [thieu-ly-do]\n")
    assert f"dòng: {PROCEDURES},{PROCEDURES},2026-12-01,lý do" in said
    outside = tmp_path / "ngoai"
    shutil.copytree(data, outside)
    assert main(["check", "--data", str(outside), "--date", "2026-12-01"]) == 0
    assert "thieu-ly-do" not in capsys.readouterr().out
    commit(data, "2026-08-02", "Sửa")
    assert main(["check", "--data", str(data), "--date", "2026-12-01"]) == 0
    assert "thieu-ly-do" not in capsys.readouterr().out
