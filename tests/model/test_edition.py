"""The manifest of an edition and the list of past ones: one text for one value, and no other text is believed."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import edition, past_editions
from generator.model.edition import (
    COUNTS,
    Damaged,
    Edition,
    File,
    Foreign,
    file_of,
    manifest_text,
    part_text,
    read_manifest,
    read_part,
)
from generator.model.past_editions import COLUMNS, past_text, read_past, with_edition

COMMIT = "0123456789abcdef0123456789abcdef01234567"
NAMES = st.text(st.characters(exclude_categories=["C"], exclude_characters="/\\"), min_size=1).filter(
    lambda name: name not in (".", "..")
)
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join).filter(lambda path: path != edition.MANIFEST)
FILES = st.dictionaries(PATHS, st.binary(max_size=9).map(file_of), max_size=9)
COMMITS = st.sampled_from([COMMIT, f"{COMMIT}{edition.UNSAVED}", edition.NO_GIT])
EDITIONS = st.builds(
    Edition, st.integers(1, 99), st.dates().map(str), COMMITS, COMMITS,
    st.fixed_dictionaries(dict.fromkeys(COUNTS, st.integers(0, 10**9))), st.just(()), FILES,
)  # fmt: skip
ONE = Edition(2, "2026-05-31", COMMIT, edition.NO_GIT, dict.fromkeys(COUNTS, 3), ("a/manifest.json",),
              {"a/manifest.json": file_of(b"{}"), "b.csv": file_of(b"b")})  # fmt: skip


@given(EDITIONS)
def test_a_manifest_is_read_as_it_was_written(one: Edition) -> None:
    """The same edition, and the same text again: sorted, whatever order its files came in."""
    text = manifest_text(one)
    assert read_manifest(text) == one
    assert manifest_text(read_manifest(text)) == text
    turned = Edition(one.number, one.day, one.data, one.code, one.counts, (), dict(reversed([*one.files.items()])))
    assert manifest_text(turned) == text


@given(EDITIONS, st.data())
def test_of_a_manifest_that_is_cut_nothing_is_believed(one: Edition, data: st.DataObject) -> None:
    """Wherever it ends too early it is damaged, and nothing else goes wrong; its last byte is the end of a line."""
    text = manifest_text(one)
    with pytest.raises(Damaged):
        read_manifest(text[: data.draw(st.integers(0, len(text) - 2))])


@given(
    st.binary() | st.text().map(str.encode) | st.from_regex(r'\{"dang":.*"tep":.*\}', fullmatch=True).map(str.encode)
)
def test_no_text_does_harm(text: bytes) -> None:
    """Whatever stands where a manifest should: it is foreign, or damaged."""
    for read in (read_manifest, lambda text: read_part(text, "a/manifest.json")):
        with pytest.raises((Foreign, Damaged)):
            read(text)


def changed(**others: Any) -> bytes:
    return json.dumps(json.loads(manifest_text(ONE)) | others).encode()


def with_path(path: str, about: object = None) -> bytes:
    files = json.loads(manifest_text(ONE))["tep"]
    return changed(tep=files | {path: about or files["b.csv"]})


@pytest.mark.parametrize(
    "text",
    [
        changed(so=-1), changed(so=True), changed(dem={"xa": "3"}), changed(dem=[]), changed(ngay="31/05/2026"),
        changed(ngay=None), changed(du_lieu="main"), changed(ma_nguon=f"{COMMIT}-x"), changed(tep=[]),
        changed(phan="a"), changed(phan=["c/manifest.json"]), changed(phan=["b.csv"]), changed(phan=["manifest.json"]),
        changed(phan=[1]),
        changed(them=1), with_path("../ngoai"), with_path("/goc"), with_path("a//b"), with_path("a/../b"),
        with_path("./a"), with_path(""), with_path("a\\b"), with_path("a\0b"), with_path("manifest.json"),
        with_path("a", [1]), with_path("a", {"kich_thuoc": 1}),
        with_path("a", {"kich_thuoc": -1, "sha256": "0" * 64}), with_path("a", {"kich_thuoc": 1, "sha256": "0" * 63}),
        with_path("a", {"kich_thuoc": 1, "sha256": "G" * 64}), b"", b" ", b'{"dang": 1', b"{" * 99_999,
    ],
)  # fmt: skip
def test_what_a_manifest_cannot_say_is_damage(text: bytes) -> None:
    """Counts that are none, days and commits that are none, paths that lead out of a site, hashes that are none."""
    with pytest.raises(Damaged):
        read_manifest(text)


@pytest.mark.parametrize(
    "text", [b"[]", b"1", b"<html>", b"{}\n", b'{"dang": 1}', changed(dang=2), part_text("a/", {})]
)
def test_what_is_no_manifest_is_foreign(text: bytes) -> None:
    """A web page, another program's manifest, one of a later form, that of a province alone."""
    with pytest.raises(Foreign):
        read_manifest(text)


def test_a_province_tells_its_own_files_alone() -> None:
    """Its manifest knows no day and no commit; in another's place, or with files of another, it is not believed."""
    files = {"a/x.html": file_of(b"x")}
    text = part_text("a/", files)
    assert read_part(text, "a/manifest.json") == files
    assert set(json.loads(text)) == {"dang", "thu_muc", "tep"}
    with pytest.raises(Foreign):
        read_part(text, "b/manifest.json")
    with pytest.raises(Damaged):
        read_part(part_text("a/", {"b/x.html": File(1, "0" * 64)}), "a/manifest.json")


# --- past editions ----------------------------------------------------------------------------


@given(st.lists(EDITIONS, max_size=4))
def test_a_list_tells_each_edition_and_what_changed(every: list[Edition]) -> None:
    """A row an edition, in order; the counts of each are those of the one before and the change; read as written."""
    rows: list[past_editions.Row] = []
    for one in every:
        rows = with_edition(rows, one, manifest_text(one))
    assert read_past(past_text(rows)) == rows
    assert [row["sha256_manifest"] for row in rows] == [file_of(manifest_text(one)).sha256 for one in every]
    for before, row in pairwise(rows):
        assert all(int(before[name]) + int(row[f"them_{name}"]) == int(row[name]) for name in COUNTS)
    assert all(row[f"them_{name}"] == "" for row in rows[:1] for name in COUNTS)


@pytest.mark.parametrize(
    "text",
    [b"", b"\xff", b"a,b\n", past_text(()) + b"1,2\n", past_text([dict.fromkeys(COLUMNS, "x")]), b'"'],
)
def test_another_list_is_not_taken_for_one(text: bytes) -> None:
    """Other columns, rows that are cut, counts that are none."""
    with pytest.raises(Damaged):
        read_past(text)
