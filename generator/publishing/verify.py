"""A copy of a site, or one file, held against the manifest of an edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.language.numbers import show_number
from generator.model.edition import (
    MANIFEST,
    PAST,
    Edition,
    File,
    Files,
    Foreign,
    file_of,
    read_manifest,
    read_part,
)  # fmt: skip
from generator.model.past_editions import Row, read_past
from generator.model.problem import Refused
from generator.publishing.copies import Copy, NotReached, OnDisk, above, hashed, read

_OF_HOST = frozenset({".git", ".nojekyll", "CNAME"})
"""What a host that publishes from git has beside a site."""

SILENT = 5
"""Files that a host does not give, one after the other, after which it is asked for no more."""


class Given(NamedTuple):
    """A manifest, its text, and the copy of the site that it was read from."""

    edition: Edition
    text: bytes
    copy: Copy


class Unread(NamedTuple):
    """What could not be looked at, and why."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A copy of a site, or the part of it `below` a path, held against an edition: how many files match, and the paths
    of those that are otherwise, are missing, are there though no manifest names them; `listed` says whether these
    last could be looked for.
    """

    edition: Edition
    below: str
    same: int
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    unread: tuple[Unread, ...]
    listed: bool

    @property
    def matches(self) -> bool:
        """Whether all was looked at and nothing differs."""
        return not (self.changed or self.missing or self.extra or self.unread)


@dataclass(frozen=True, slots=True)
class Known:
    """What an edition says of one file: where it has the same content (`same`); the file that it should be (`wanted`,
    '' where that is not known) or that has the same name (`alike`), of other content; the row of a past edition whose
    manifest the file is (`past`); what could not be looked into.
    """

    edition: Edition
    file: File
    same: tuple[str, ...]
    wanted: str = ""
    alike: tuple[str, ...] = ()
    past: Row | None = None
    unread: tuple[Unread, ...] = ()

    @property
    def matches(self) -> bool:
        """Whether the file was published, at its place where that is known."""
        return bool(self.past) or (self.wanted in self.same if self.wanted else bool(self.same))


# --- the manifest -----------------------------------------------------------------------------


def beside(place: str) -> tuple[Given, str]:
    """The manifest beside or above a place, and the path of the place below it. Raises Refused where there is none,
    Damaged, NotReached.
    """
    for copy, path in above(place):
        if (text := read(copy, MANIFEST)) is not None:
            with suppress(Foreign):  # of a province, or of another program
                return Given(read_manifest(text), text, copy), path
    raise Refused(
        f"Không thấy manifest.json của trang số liệu cạnh hay phía trên “{place}”. "
        "Chỉ nơi có nó bằng --manifest: địa chỉ trang, thư mục trang, hoặc chính tệp manifest.json."
    )


def given(place: str) -> Given:
    """The manifest at a place: of the site there, or the file itself. Raises Refused, Damaged, NotReached."""
    copy, path = next(above(place))
    text = read(copy, path or MANIFEST)
    if text is None:
        raise Refused(f"Không có manifest.json ở “{place}”.")
    try:
        return Given(read_manifest(text), text, copy)
    except Foreign as fault:
        raise Refused(f"“{place}” không dùng được: {fault}.") from None


def _near(part: str, path: str) -> bool:
    """Whether the manifest `part` tells files at or below a path, which ends in `/` where it is a folder's."""
    folder = part.removesuffix(MANIFEST)
    return folder.startswith(path) or path.startswith(folder)


def _told(one: Given, parts: Iterable[str], unread: list[Unread]) -> dict[str, File]:
    """The files that an edition's own manifest and those of some provinces tell. What one of these tells is believed
    only where it is, to the byte, the one of the edition.
    """
    files = dict(one.edition.files)
    for path in parts:
        wanted, folder = one.edition.files[path], path.removesuffix(MANIFEST)
        try:
            text = read(one.copy, path, wanted.size)
        except NotReached as fault:
            unread.append(Unread(folder, str(fault)))
            continue
        if text is None:
            unread.append(Unread(folder, f"không có {path}"))
        elif file_of(text) != wanted:
            unread.append(Unread(folder, f"{path} không phải của bản này"))
        else:
            files |= read_part(text, path)
    return files


def verified(place: str, manifest: str = "") -> Compared | Known:
    """What stands at a place, a site, a part of one or a file, held against the manifest at another or, where that is
    not named, beside or above it. Raises Refused, Damaged, NotReached.
    """
    if manifest:
        one, (copy, path) = given(manifest), next(above(place))
    else:
        one, path = beside(place)
        copy, path = one.copy, "" if path == MANIFEST else path
    if path.endswith("/") or not path:
        return compared(one, copy, path)
    if (file := hashed(copy, path)) is None:
        return compared(one, copy, path)
    return known(one, file, "" if manifest else path, path.rsplit("/", maxsplit=1)[-1])


# --- a site -----------------------------------------------------------------------------------


def compared(one: Given, copy: Copy, below: str) -> Compared:
    """A copy of the site held against a manifest; of its files those below a path (`''` for all). Raises Damaged."""
    unread: list[Unread] = []
    known = {MANIFEST: file_of(one.text)} | _told(one, [p for p in one.edition.parts if _near(p, below)], unread)
    wanted = {path: file for path, file in known.items() if path.startswith(below)}
    same, changed, missing = _held(wanted, copy, unread)
    listed = isinstance(copy, OnDisk)
    blind = tuple(one.path for one in unread if one.path.endswith("/"))
    there = _there(copy.folder, below) if isinstance(copy, OnDisk) else ()
    extra = tuple(path for path in there if path not in known and not path.startswith(blind))
    if not (wanted or extra or unread):
        raise Refused(f"Bản phát hành số {one.edition.number} không có tệp nào ở “{below}”.")
    return Compared(one.edition, below, same, tuple(changed), tuple(missing), extra, tuple(unread), listed)


def _held(wanted: Files, copy: Copy, unread: list[Unread]) -> tuple[int, list[str], list[str]]:
    """How many files of a copy are what is wanted; which are not; which are missing. A host that gives file after file
    no more is asked for no others.
    """
    same, silent = 0, 0
    changed: list[str] = []
    missing: list[str] = []
    for number, (path, file) in enumerate(sorted(wanted.items()), 1):
        try:
            found = hashed(copy, path, file.size)
        except NotReached as fault:
            unread.append(Unread(path, str(fault)))
            silent += 1
            if silent == SILENT and number < len(wanted) and not isinstance(copy, OnDisk):
                left = show_number(len(wanted) - number)
                unread.append(Unread(f"{left} tệp còn lại", "máy chủ không đưa tệp nữa nên đã dừng"))
                break
            continue
        silent = 0
        same += found == file
        if found != file:
            (changed if found else missing).append(path)
    return same, changed, missing


def _there(folder: Path, below: str) -> Iterator[str]:
    """The files of a folder below a path, without what a host puts beside a site."""
    for path in sorted((folder / below).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_dir() and name.split("/")[0] not in _OF_HOST:
            yield name


# --- a file -----------------------------------------------------------------------------------


def known(one: Given, file: File, path: str, name: str) -> Known:
    """What the edition of a manifest says of a file: of that at the path where it names it, else of any with its
    content, or its name. Raises Damaged, NotReached.
    """
    unread: list[Unread] = []
    if file == file_of(one.text):
        return Known(one.edition, file, (MANIFEST,))
    near = [part for part in one.edition.parts if path.startswith(part.removesuffix(MANIFEST))]
    own = _told(one, [] if path in one.edition.files else near or one.edition.parts, unread)
    wanted = path if path in own else ""
    same = sorted(place for place, other in own.items() if other == file)
    alike = sorted(place for place, other in own.items() if place.rsplit("/")[-1] == name and other != file)
    past = None if same else _past(one, file, unread)
    return Known(one.edition, file, tuple(same), wanted, tuple(alike), past, tuple(unread))


def _past(one: Given, file: File, unread: list[Unread]) -> Row | None:
    """The past edition whose manifest a file is."""
    wanted = one.edition.files.get(PAST)
    try:
        text = read(one.copy, PAST, wanted.size) if wanted else None
    except NotReached as fault:
        unread.append(Unread(PAST, str(fault)))
        return None
    if text is None:
        return None
    if file_of(text) != wanted:
        unread.append(Unread(PAST, "không phải của bản này"))
        return None
    return next((row for row in reversed(read_past(text)) if row["sha256_manifest"] == file.sha256), None)
