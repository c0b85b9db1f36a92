"""A whole small commune becomes exactly what people have looked at: every word of every page, one page a type, every
table, byte by byte.

`cases/mot-xa` is made up (one commune, two documents that differ, a mismatch declared as printed, a target missed,
blanks, a support point, a budget with children). In its `mong-doi/`, `bo-phan/` holds the components of all its pages
as plain text, `trang/` one whole page of each type and the tables, `cac-trang.txt` all addresses. On a mismatch what
was made is left in `mong-doi-thay-doi/` for a diff. UPDATE_GOLDEN=1 makes `mong-doi/` anew: read the diff before
committing it.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from composing import documents, each, pages
from outline import components
from support import CASES, remaking, tree

from generator.commune.survey import survey
from generator.country import old_names
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.publishing.by_hand import HAND_WRITTEN
from generator.publishing.contents import light_pages
from generator.publishing.write import sync

CASE = CASES / "mot-xa"
EXPECTED, CHANGED = CASE / "mong-doi", CASE / "mong-doi-thay-doi"
NOT_ITS_OWN = {
    "thuat-ngu/index.md", "assets/bieu-do.json", "tim-kiem/muc-luc.js",
    *(f"{old_names.FOLDER}{letter}.js" for letter in (*old_names.LETTERS, old_names.DIGITS)),
}  # fmt: skip
DATE = dt.date(2026, 7, 1)
COMMUNE = "thanh-hoa/hoang-son-15910/"
ONE_A_TYPE = {
    "index.md", "danh-sach/index.md", "chat-luong-so-lieu/index.md", "du-lieu/index.md", "thanh-hoa/index.md",
    "chi-tieu/index.md", "chi-tieu/ho_so_tiep_nhan/index.md",
    *(f"{COMMUNE}{name}" for name in (
        "index.md", "thu-tuc-hanh-chinh/index.md", "thu-tuc-hanh-chinh/niem-yet/index.html", "loa/index.html",
        "nguon-so-lieu/index.md", "nguon-so-lieu/bao-cao-5-thang/index.md", "chat-luong-so-lieu/index.md",
        "theo-luat/index.md",
    )),
}  # fmt: skip
"""The pages that are held whole, marks and all."""
NOT_HELD = re.compile(
    r"du-lieu/(excel/(?!so-lieu)|(excel/)?(chi-tieu|phan-to|don-vi|muc-tieu-quoc-gia)\.csv)|.*\.xlsx"
    r"|chi-tieu/(?!ho_so_tiep_nhan/).*\.json"
)
"""Downloads that are another's in another form, the shared catalogue, or packed: `tests/country/test_open_data.py`."""


@cache
def view() -> View:
    return view_of(survey(CASE), DATE)


def made(cache: Path) -> dict[str, bytes]:
    """All generated files but those written by hand and those that are the same for any data."""
    files = documents(view(), cache, 1)
    own = set(files) - set(tree(HAND_WRITTEN)) - NOT_ITS_OWN
    return {name: content.encode() if isinstance(content := files[name], str) else content for name in sorted(own)}


def held(files: dict[str, bytes]) -> dict[str, bytes]:
    """What is compared: of pages that have a like the words alone, of all else every byte."""
    whole = {
        name: files[name]
        for name in files
        if name in ONE_A_TYPE or not (name.endswith((".md", ".html")) or NOT_HELD.fullmatch(name))
    }
    light = (sheet for one in each(view()) for sheet in light_pages(one, *one.dataset.communes))
    parts = components((page for page in pages(view()) if f"{page.path}index.md" not in NOT_ITS_OWN), light)
    told = {
        "cac-trang.txt": "\n".join(files).encode() + b"\n",
        **{f"trang/{name}": content for name, content in whole.items()},
        **{f"bo-phan/{name}": text.encode() for name, text in parts.items()},
    }
    return dict(sorted(told.items()))


def test_a_commune_becomes_the_expected_files(tmp_path: Path) -> None:
    """Words, order, numbers, charts, links and published tables are those that people have looked at."""
    now = held(made(tmp_path))
    assert {f"trang/{name}" for name in ONE_A_TYPE} <= set(now)
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
