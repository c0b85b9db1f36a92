"""The history of a repository stands on its site, and a commit that changes no figure changes no byte of it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from repositories import PROCEDURES, commit, git, repository
from support import COMMUNE, tree

from generator.cli import main
from generator.model.edition import MANIFEST

pytestmark = pytest.mark.slow

OWN = "thanh-hoa/hoang-son-15910/du-lieu/lich-su.csv"


def built(data: Path, out: Path) -> dict[str, bytes]:
    assert main(["build", "--data", str(data), "--out", str(out), "--date", "2026-12-01"]) == 0
    return {name: content for name, content in tree(out).items() if name != MANIFEST}  # which alone tells a commit


def test_the_site_tells_the_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The commune's table and that of all say the same; what git does not change is not built again."""
    data, out = repository(tmp_path / "kho"), tmp_path / "trang"
    second = commit(data, "2026-08-02", "Ly-do: đếm lại", ("chi-tieu.csv", "2026-05-31,400", "2026-05-31,401"))
    site = built(data, out)
    assert site[OWN] == site["du-lieu/lich-su.csv"]
    rows = [row for row in csv.DictReader(site[OWN].decode().splitlines()) if row["ma_so"] == PROCEDURES]
    assert [(row["gia_tri"], row["den_ngay_dang"], row["ly_do"]) for row in rows] == [
        ("400", "2026-08-02", ""), ("401", "", "đếm lại"),
    ]  # fmt: skip
    assert rows[1]["lan_ghi"] == second

    (data.parent / "khac.txt").write_text("Việc khác.\n", encoding="utf-8")
    git(data.parent, "add", ".")
    git(data.parent, "commit", "--quiet", "-m", "Việc khác", day="2026-09-02")
    capsys.readouterr()
    assert built(data, out) == site
    assert "Không có gì thay đổi" in capsys.readouterr().out

    path = data / COMMUNE / "xa.yml"
    path.write_text(f"# Chỉ là lời nhắc.\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    commit(data, "2026-10-02", "Ghi thêm lời nhắc")
    assert built(data, out) == site
    assert "Đã dựng trang" in capsys.readouterr().out
