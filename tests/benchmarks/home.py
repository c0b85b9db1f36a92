"""A copy of the project with made-up data, in git: what is measured there touches no cache of this one."""

from __future__ import annotations

import compileall
import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("generator", "overrides", "site_src", "mkdocs.yml", "requirements.lock", "data/danh-muc")
"""What builds a site."""
DAY, FIRST, SECOND = "2026-12-31", "2026-12-01T08:00:00+0000", "2026-12-20T08:00:00+0000"
"""The day of the site, and when its data were first written down and then corrected."""
INDICATOR = "pakn_moi"
"""New complaints of a month: no other number of a report must agree with it."""


def portal(*words: str | Path) -> list[str]:
    """The command that starts this project's, of whatever folder is on the path."""
    return [sys.executable, "-m", "generator", *map(str, words)]


def copied(home: Path, communes: int, months: int, seed: int = 1) -> Path:
    """The project in a new folder `home`, its data made up and committed; its code compiled, as nobody's first build
    should pay for that.
    """
    for part in PARTS:
        aim = home / part
        aim.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, aim, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(ROOT / part, aim)
    compileall.compile_dir(home / "generator", quiet=1)
    made = home.with_name(f"{home.name}-data")
    sample = portal("sample", "--communes", str(communes), "--months", str(months), "--seed", str(seed), made)
    subprocess.run(sample, cwd=home, env=at(home), check=True, capture_output=True)
    for folder in made.iterdir():
        shutil.move(folder, home / "data" / folder.name)
    made.rmdir()
    (home / ".gitignore").write_text("build/\nsite/\n__pycache__/\nsaid.txt\n", encoding="utf-8")
    _git(home, FIRST, "init", "--quiet")
    commit(home, FIRST, "Số liệu mẫu")
    return home


def commit(home: Path, when: str, words: str) -> None:
    """Write down in git what the data are now."""
    _git(home, when, "add", "--all")
    _git(home, when, "commit", "--quiet", "--message", words)


def _git(home: Path, when: str, *words: str) -> None:
    who = {f"GIT_{part}_{what}": value for part in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "mau"), ("EMAIL", "mau@xa.example"), ("DATE", when))}  # fmt: skip
    subprocess.run(["git", *words], cwd=home, env=os.environ | who, check=True, capture_output=True)


def at(home: Path) -> dict[str, str]:
    """The environment in which the copy's own code is the generator."""
    return os.environ | {"PYTHONPATH": str(home)}


def correct(data: Path) -> str:
    """Correct one cell of the commune in the middle of the list; returns the commune's folder and the line."""
    folders = sorted(path for path in (data / "xa").iterdir() if path.is_dir())
    table = folders[len(folders) // 2] / "chi-tieu.csv"
    with table.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    value = head.index("gia_tri")
    at = next(at for at, row in enumerate(rows) if row[0] == INDICATOR and row[value].isdigit())
    rows[at][value] = str(int(rows[at][value]) + 1)
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])
    return f"{table.parent.name}, chi-tieu.csv:{at + 2}"


def docs(home: Path) -> list[Path]:
    """The folders of Markdown that the generator has made for MkDocs."""
    found = sorted(path for path in (home / "build").rglob("docs") if path.is_dir() and any(path.rglob("*.md")))
    return [one for one in found if not any(other in one.parents for other in found)]
