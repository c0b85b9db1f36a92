"""Folders of made-up data for the tests: `cases/co-so` with the few files in which a case differs."""

from __future__ import annotations

import csv
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.reading.catalogue_files import DATA, FOLDER, load_catalogue
from generator.reading.folders import on_disk

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent
CASES = TESTS / "cases"
BASE = CASES / "co-so"
COMMUNE = "xa/15910-hoang-son"
SUBJECTS = tuple(load_catalogue(on_disk(DATA / FOLDER, FOLDER), [])[0].subjects)  # type: ignore[union-attr]
"""The ids of the project's subjects, in reading order."""
LEFT_OUT = "bo.txt"
"""A file of a case that lists what it lacks of the base, a path a line."""
REMEDY = "sua.yml"
"""A file of a case that says where its fault is and what its remedy asks for: see `test_remedies`."""


def names(prefix: str) -> list[str]:
    """The cases whose folder starts with `prefix`."""
    return sorted(path.name for path in CASES.glob(f"{prefix}*"))


def lay_over(case: str, folder: Path) -> Path:
    """A data folder made of the base and the case's own files (`mong-doi.*` is the expected outcome)."""
    own = CASES / case
    data = folder / "data"
    shutil.copytree(BASE, data)
    for name in (own / LEFT_OUT).read_text(encoding="utf-8").split() if (own / LEFT_OUT).is_file() else ():
        shutil.rmtree(data / name) if (data / name).is_dir() else (data / name).unlink()
    ignored = shutil.ignore_patterns(LEFT_OUT, REMEDY, "mong-doi*")
    shutil.copytree(own, data, symlinks=True, ignore=ignored, dirs_exist_ok=True)
    return data


def replace(path: Path, old: str, new: str) -> None:
    """Replace words of a file that are there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def declare(path: Path, line: int) -> None:
    """Write `co` into `dung_nhu_van_ban`, the last column, of one line of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[line - 1][-1] = "co"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def bare_docs(pages: Mapping[str, str]) -> dict[str, str | bytes]:
    """The least that MkDocs takes for our site, without a fault: what the frame and the menu ask for; and `pages`."""
    menu = re.findall(r": (\S+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assets = {f"assets/{path.name}": path.read_bytes() for path in (ROOT / "site_src" / "assets").iterdir()}
    return {**dict.fromkeys([*menu, "danh-sach/index.md"], "# A {#bao-loi}\n"), **assets, **pages}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder: relative path to bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def remaking() -> bool:
    """Whether expected files are to be written anew (`UPDATE_GOLDEN=1`), which CI refuses."""
    asked = os.environ.get("UPDATE_GOLDEN") == "1"
    assert not (asked and os.environ.get("CI")), "CI never remakes expected files: look at them and commit them"
    return asked
