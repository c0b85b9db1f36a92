"""The edition of a finished tree: its manifests and the list of those before, written when all else stands.

It is new only where a file differs from those of the edition before; else that one stands, word for word: neither the
day nor a commit alone makes an edition.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.model.edition import (
    MANIFEST,
    NO_GIT,
    PAST,
    UNSAVED,
    Damaged,
    Edition,
    File,
    Foreign,
    file_of,
    manifest_text,
    part_text,
    read_manifest,
)
from generator.model.past_editions import Row, past_text, read_past, with_edition
from generator.publishing.copies import PAUSES, Copy, NotReached, OnDisk, anew, hashed, read
from generator.publishing.runs import SiteError
from generator.publishing.write import files_below
from generator.reading.git import Standing

DRAFTS: Mapping[str, str] = {MANIFEST: "{}\n", PAST: past_text(()).decode()}
"""What stands in the place of both while the tree is made, so that pages can lead to them."""
NONE = "none"
"""What is said in the place of the edition before where a list of editions begins anew."""
_GOES_ON = f"Chạy lại sau. Nếu muốn bỏ hẳn danh sách các bản trước và bắt đầu danh sách mới, ghi --previous {NONE}."


class Previous(NamedTuple):
    """An edition with its text, and the editions before it with theirs."""

    edition: Edition
    manifest: bytes
    rows: tuple[Row, ...]
    past: bytes


class Origin(NamedTuple):
    """What an edition comes from besides the files themselves: where data and code stand in git, the edition before."""

    data: Standing | None = None
    code: Standing | None = None
    before: Previous | None = None

    @property
    def mark(self) -> str:
        """What of it decides the site. Which commit this is does not: alone it makes no edition."""
        unsaved = [standing.differs if standing else NO_GIT for standing in (self.data, self.code)]
        return f"{unsaved} {file_of(self.before.manifest).sha256 if self.before else ''}"


# --- the one before ---------------------------------------------------------------------------


def previous(copy: Copy, pauses: Iterable[float] = PAUSES) -> Previous | None:
    """The edition of a site that is replaced; None where the site is there and has none. A host that shows a manifest
    and a list of two editions, as while one follows the other, is asked again after `pauses`.

    Raises SiteError where that cannot be known: a list is never begun anew because a host is silent.
    """
    for pause in (*pauses, None):
        now = anew(copy)
        try:
            if (manifest := read(now, MANIFEST)) is None:
                return None
            edition, past = read_manifest(manifest), read(now, PAST)
            if past is not None and edition.files.get(PAST) == file_of(past):
                return Previous(edition, manifest, tuple(read_past(past)), past)
        except (NotReached, Damaged, Foreign) as fault:
            raise SiteError(f"Không đọc được bản phát hành trước ở “{copy}”: {fault}. {_GOES_ON}") from None
        if pause is not None and not isinstance(copy, OnDisk):
            time.sleep(pause)
    raise SiteError(f"Ở “{copy}”, {PAST} không phải của bản phát hành mà manifest.json nói tới. {_GOES_ON}")


def listed(site: Path) -> int:
    """How many past editions the site in a folder lists."""
    text = read(OnDisk(site), PAST)
    return text.count(b"\n") - 1 if text else 0


# --- this one ---------------------------------------------------------------------------------


def issue(tree: Path, provinces: Iterable[str], day: str, counts: Mapping[str, int], origin: Origin) -> Edition:
    """Write the manifests of a finished tree and the list of past editions into it; returns the edition that it is,
    the one before where no file differs. `provinces` are the names of their folders at the root, `counts` how many
    communes, figures and documents there are.
    """
    (parts, files), before = _hashed(tree, sorted(provinces)), origin.before
    if before and files == {path: file for path, file in before.edition.files.items() if path != PAST}:
        (tree / PAST).write_bytes(before.past)
        (tree / MANIFEST).write_bytes(before.manifest)
        return before.edition
    past = past_text(with_edition(before.rows, before.edition, before.manifest) if before else ())
    (tree / PAST).write_bytes(past)
    files[PAST] = file_of(past)
    every = files | {path: file for own in parts.values() for path, file in own.items()}
    counted = {
        **counts, "trang": sum(path.endswith(".html") for path in every),
        "tep": len(every), "byte": sum(file.size for file in every.values()),
    }  # fmt: skip
    number = before.edition.number + 1 if before else 1
    made = Edition(number, day, _commit(origin.data), _commit(origin.code), counted, tuple(parts), files)
    (tree / MANIFEST).write_bytes(manifest_text(made))
    return made


def _hashed(tree: Path, provinces: Iterable[str]) -> tuple[dict[str, dict[str, File]], dict[str, File]]:
    """The manifests of provinces, written, with the files that each tells; and all other files of a tree, theirs too,
    but what is written last.
    """
    copy, parts = OnDisk(tree), {}
    for name in provinces:
        path, own = f"{name}/{MANIFEST}", _files(copy, tree / name)
        (tree / path).write_bytes(part_text(f"{name}/", own))
        parts[path] = own
    known = frozenset(path for own in parts.values() for path in own)
    return parts, _files(copy, tree, {MANIFEST, PAST} | known)


def _files(copy: OnDisk, below: Path, without: Iterable[str] = ()) -> dict[str, File]:
    left_out = frozenset(without)
    above = f"{below.relative_to(copy.folder).as_posix()}/" if below != copy.folder else ""
    paths = sorted(f"{above}{name}" for name, _ in files_below(below))
    found = {path: hashed(copy, path) for path in paths if path not in left_out}
    return {path: file for path, file in found.items() if file}


def _commit(standing: Standing | None) -> str:
    return f"{standing.commit}{UNSAVED if standing.differs else ''}" if standing else NO_GIT
