"""Repositories with data of known days: what is committed when, by whom nobody knows."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from pathlib import Path

from officer import catalogue
from support import COMMUNE, lay_over, replace

from generator.commune.survey import survey
from generator.model.history import History
from generator.past.histories import history_of
from generator.past.past import past

FOLDER = COMMUNE.removeprefix("xa/")
TODAY = "2026-12-01"
PROCEDURES = "15910.so_tthc.tong.-20260531-thoi_diem.bao_cao.bc-5"
"""The figure that most of these tests change: 400 procedures at first."""


def git(folder: Path, *arguments: str, day: str = "2026-07-01", time: str = "10:00:00+07:00") -> str:
    """Run git on a day."""
    when = f"{day}T{time}"
    identity = ["-c", "user.name=Thử", "-c", "user.email=thu@xa.example", "-c", "commit.gpgsign=false"]
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    dated = {"GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": when}
    done = subprocess.run(
        ["git", "-C", str(folder), *identity, *arguments],
        check=True, capture_output=True, text=True, env={**os.environ, **alone, **dated},
    )  # fmt: skip
    return done.stdout.strip()


def repository(folder: Path) -> Path:
    """A repository whose folder `data` holds one commune, committed on the first of July."""
    data = lay_over("co-so", folder)
    git(folder, "init", "--quiet", "--initial-branch=chinh")
    commit(data, "2026-07-01", "Số liệu đầu tiên")
    return data


def commit(data: Path, day: str, message: str, *edits: tuple[str, str, str], time: str = "10:00:00+07:00") -> str:
    """Replace words of the commune's files and commit everything; the id of the commit."""
    for file, old, new in edits:
        replace(data / COMMUNE / file, old, new)
    git(data, "add", "--all", ".")
    git(data, "commit", "--quiet", "--allow-empty", "-m", message, day=day, time=time)
    return git(data, "rev-parse", "HEAD")


def corrected(data: Path, *rows: str) -> None:
    """Write `dinh-chinh.csv`."""
    header = "ma_so_cu,ma_so_moi,ngay,ly_do,loai"
    (data / COMMUNE / "dinh-chinh.csv").write_text("\n".join([header, *rows, ""]), encoding="utf-8")


def history(data: Path, cache: Path | None = None) -> History:
    """The history of the one commune of a data folder, derived anew or with a cache."""
    (shown,) = survey(data, day=dt.date.fromisoformat(TODAY)).communes
    home = cache or data.parent / "histories"
    if cache is None:
        shutil.rmtree(home, ignore_errors=True)
    return history_of(past(data), shown, home, dt.date.fromisoformat(TODAY), catalogue().indicators)


def told(known: History, id: str = PROCEDURES) -> list[tuple[str, str, str, str]]:
    """The values of a figure: value, first day, last day, reason of its beginning."""
    return [
        (span.cell("gia_tri"), span.since.day.isoformat(), span.until.day.isoformat() if span.until else "",
         span.since.reason)
        for span in known.of.get(id, ())
    ]  # fmt: skip
