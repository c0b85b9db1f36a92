"""Editions that follow each other: what each is, when there is a new one, and that none is lost."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest
from support import tree

from generator.model.edition import COUNTS, MANIFEST, NO_GIT, PAST, UNSAVED, file_of, read_manifest, read_part
from generator.publishing import edition
from generator.publishing.copies import OnDisk
from generator.publishing.edition import Origin, issue, listed, previous
from generator.publishing.runs import SiteError
from generator.publishing.write import sync
from generator.reading.git import Standing

ONE, TWO = Standing("1" * 40, differs=False), Standing("2" * 40, differs=True)
COUNTED = {"xa": 2, "so_lieu": 7, "van_ban": 3}
SITE = {
    "index.html": "<p>", "du-lieu/so-lieu.csv": "a,b\n", "an-giang/a-00001/index.html": "<p>a",
    "an-giang/index.html": "<p>", "ha-noi/b-00002/index.html": "<p>b", **edition.DRAFTS,
}  # fmt: skip
PROVINCES = ("ha-noi", "an-giang")


def issued(folder: Path, origin: Origin, day: str = "2026-05-31", files: Mapping[str, str] = SITE) -> dict[str, bytes]:
    """A site of these files as it is published, from what is already there."""
    sync(folder, files)
    issue(folder, PROVINCES, day, COUNTED, origin)
    return tree(folder)


def rows(site: Mapping[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(site[PAST].decode().splitlines()))


def test_a_manifest_tells_every_file(tmp_path: Path) -> None:
    """Each file with its length and hash, those of a province in its own manifest, which the other tells like any file;
    the day, the commits and the counts stand there and nowhere else.
    """
    site = issued(tmp_path, Origin(ONE, TWO))
    made = read_manifest(site[MANIFEST])
    told = dict(made.files)
    for part in made.parts:
        told |= read_part(site[part], part)
    assert told == {name: file_of(content) for name, content in site.items() if name != MANIFEST}
    assert made.parts == ("an-giang/manifest.json", "ha-noi/manifest.json")
    assert not any(name.startswith(PROVINCES) for name in made.files if name not in made.parts)
    assert (made.number, made.day) == (1, "2026-05-31")
    assert (made.data, made.code) == (ONE.commit, f"{TWO.commit}{UNSAVED}")
    assert made.counts == {
        **COUNTED, "trang": 4, "tep": len(told), "byte": sum(file.size for file in told.values())
    }  # fmt: skip
    assert [name for name, content in site.items() if b"2026-05-31" in content or b"1" * 40 in content] == [MANIFEST]
    assert read_manifest(issued(tmp_path, Origin())[MANIFEST]).data == NO_GIT


def test_editions_follow_each_other(tmp_path: Path) -> None:
    """Over publications with a change, none, only of commit and day, and another: an edition a change, and each later
    one lists all those before it, whose manifests have the hash that is told.
    """
    sites = [issued(tmp_path / "1", Origin(ONE, ONE))]
    changes = [SITE | {"index.html": "<p>2"}, SITE | {"index.html": "<p>2"}, SITE | {"index.html": "<p>2"}, SITE]
    changes[3] = SITE | {"ha-noi/c-00003/index.html": "<p>c"}
    for number, files in enumerate(changes, 2):
        before = previous(OnDisk(tmp_path / f"{number - 1}"))
        standing = TWO if number > 3 else ONE
        sites.append(issued(tmp_path / f"{number}", Origin(standing, standing, before), f"2026-06-0{number}", files))
    manifests = [read_manifest(site[MANIFEST]) for site in sites]
    assert [(one.number, one.day) for one in manifests] == [
        (1, "2026-05-31"), (2, "2026-06-02"), (2, "2026-06-02"), (2, "2026-06-02"), (3, "2026-06-05"),
    ]  # fmt: skip
    assert sites[1] == sites[2] == sites[3]
    assert rows(sites[0]) == []
    assert [row["so"] for row in rows(sites[4])] == ["1", "2"]
    assert [row["sha256_manifest"] for row in rows(sites[4])] == [file_of(sites[n][MANIFEST]).sha256 for n in (0, 1)]
    first, second = rows(sites[4])
    assert (first["them_xa"], second["them_xa"], second["them_tep"]) == ("", "0", "0")
    assert int(second["them_byte"]) == 1 + len(sites[1][PAST]) - len(sites[0][PAST])
    assert {name: int(second[name]) for name in COUNTS} == manifests[1].counts
    assert (listed(tmp_path / "1"), listed(tmp_path / "5"), listed(tmp_path / "none")) == (0, 2, 0)


def test_what_has_not_changed_in_a_province_tells_the_same(tmp_path: Path) -> None:
    """Another day, commit, and change elsewhere: not a byte of a province's manifest."""
    one = issued(tmp_path / "1", Origin(ONE, ONE))
    other = issued(tmp_path / "2", Origin(TWO, TWO), "2026-07-01", SITE | {"index.html": "x", "ha-noi/x.html": "x"})
    assert one["an-giang/manifest.json"] == other["an-giang/manifest.json"]
    assert one["ha-noi/manifest.json"] != other["ha-noi/manifest.json"]


def test_a_site_without_editions_is_followed_by_the_first(tmp_path: Path) -> None:
    """A site of before, or a folder that is empty: none is before."""
    sync(tmp_path, {"index.html": "<p>"})
    assert previous(OnDisk(tmp_path)) is None


@pytest.mark.parametrize(
    ("spoilt", "content", "said"),
    [
        (MANIFEST, "{}", "không phải manifest.json của trang"),
        (MANIFEST, '{"dang": 1, ', "không phải JSON trọn vẹn"),
        (PAST, None, f"{PAST} không phải của bản"),
        (PAST, "so,ngay\n", f"{PAST} không phải của bản"),
    ],
)
def test_a_list_is_never_begun_anew_in_silence(spoilt: str, content: str | None, said: str, tmp_path: Path) -> None:
    """A manifest that is damaged or not ours, a list that is gone or not that of the manifest: told, with ways out."""
    issued(tmp_path, Origin(ONE, ONE))
    if content is None:
        (tmp_path / spoilt).unlink()
    else:
        (tmp_path / spoilt).write_text(content, encoding="utf-8")
    with pytest.raises(SiteError, match=said) as told:
        previous(OnDisk(tmp_path))
    assert "--previous none" in str(told.value)
