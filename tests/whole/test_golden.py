"""A whole small commune becomes exactly the expected files: every page and every table, byte by byte.

`cases/mot-xa` is made up (one commune, two documents that differ, a mismatch declared as printed, a
target missed, blanks, a support point, a budget with children); `mong-doi/` is what the generator
makes of it. On a mismatch the made files are left in `mong-doi-thay-doi/` for a diff. UPDATE_GOLDEN=1
makes `mong-doi/` anew: read the diff before committing it.
"""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from composing import documents
from support import CASES, remaking, tree

from generator.commune.survey import survey
from generator.pieces.views import view_of
from generator.publishing.contents import HAND_WRITTEN
from generator.publishing.write import sync

CASE = CASES / "mot-xa"
EXPECTED, CHANGED = CASE / "mong-doi", CASE / "mong-doi-thay-doi"
NOT_ITS_OWN = {"thuat-ngu/index.md", "assets/bieu-do.json", "tim-kiem/muc-luc.js"}
DATE = dt.date(2026, 7, 1)


def made(cache: Path) -> dict[str, bytes]:
    """All generated files but those written by hand and those that are the same for any data."""
    files = documents(view_of(survey(CASE), DATE), cache, 1)
    own = set(files) - set(tree(HAND_WRITTEN)) - NOT_ITS_OWN
    return {name: content.encode() if isinstance(content := files[name], str) else content for name in sorted(own)}


def test_a_commune_becomes_the_expected_files(tmp_path: Path) -> None:
    """Words, order, numbers, charts, links and published tables are those that people have looked at."""
    now = made(tmp_path)
    if remaking():
        sync(EXPECTED, now)
    expected = tree(EXPECTED)
    different = sorted(name for name in now | expected if now.get(name) != expected.get(name))
    if different:
        sync(CHANGED, now)
        pytest.fail(f"git diff --no-index {EXPECTED} {CHANGED}\n" + "\n".join(different))
    shutil.rmtree(CHANGED, ignore_errors=True)


def test_ci_never_remakes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where CI is set, UPDATE_GOLDEN fails instead of approving whatever the code now does."""
    monkeypatch.setenv("UPDATE_GOLDEN", "1")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(AssertionError, match="CI"):
        remaking()
