"""What is known of the site that stands: what decided it, what its files are, what its authors were told."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.publishing import fragments, switch, write
from generator.publishing.mkdocs_site import NOTHING, ROOT, Kept, Settings
from generator.publishing.runs import PAGE, address
from generator.reading.catalogue_files import FOLDER as CATALOGUES
from generator.reading.data_folder import (
    COMMUNE_FOLDER,
    PROVINCE_FOLDER,
    commune_folder,
    province_folder,
    province_folders,
)
from generator.reading.folders import on_disk

DECIDE = ("mkdocs.yml", "requirements.lock", "overrides", "generator", "site_src", "data/danh-muc")
"""Besides data and settings, what decides the bytes of a site or judges them: our code with its templates, the pages
written by hand, the versions of what all stands on, the catalogues that a data folder need not bring.
"""
FRAME = ("mkdocs.yml", "requirements.lock", "overrides", "generator")
"""Of these, what decides what a file of docs_dir becomes."""
_RECORD = "published.json"


def key(
    data: Path, names: Sequence[str], settings: Settings, past: str = "", home: Path = ROOT, edition: object = ""
) -> str:
    """A mark of everything that decides the site of some communes' folders of a data folder: two with the same mark
    are the same site. `past` is a mark of what git keeps of them; `edition` what decides that besides: the one before,
    whether files differ from git, not which commit this is.
    """
    seen = hashlib.sha256(repr((settings, tuple(names), past, edition)).encode())
    seen.update(content(home, DECIDE).encode())
    for folder in (data, data / COMMUNE_FOLDER, data / PROVINCE_FOLDER):  # what lies where none is read is told
        there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
        seen.update("\0".join(there).encode("utf-8", "surrogateescape"))
    seen.update(on_disk(data / CATALOGUES, CATALOGUES).key().encode())
    for name in province_folders(data):
        seen.update(province_folder(data, name).key().encode())
    for name in names:
        seen.update(commune_folder(data, name).key().encode())
    return seen.hexdigest()


def frame(settings: Settings, home: Path = ROOT) -> str:
    """A mark of all that decides what a file of docs_dir becomes on the site: settings but the day, our code."""
    own = replace(settings, date=dt.date.min)
    return hashlib.sha256(f"{own} {content(home, FRAME)}".encode()).hexdigest()


def content(home: Path, names: Sequence[str]) -> str:
    """A mark of the content of files and folders of a home."""
    seen = hashlib.sha256()
    for path in (path for own in names for path in _files(home / own)):
        seen.update(f"{path.relative_to(home).as_posix()}\0".encode())
        seen.update(hashlib.sha256(path.read_bytes()).digest())
    return seen.hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(one for one in path.rglob("*") if one.is_file() and "__pycache__" not in one.parts)


class Published(NamedTuple):
    """What is known of the site that stands: its `key`, '' where none can tell; its `files`; what its authors were
    `told`; the `frame` and the marks of the files of docs_dir (`docs`) that it was made of, the texts
    with the lines that might be public (`lines`).
    """

    key: str
    files: Mapping[str, tuple[int, int]]
    told: str
    frame: str
    docs: Mapping[str, str]
    lines: tuple[str, ...]


def published(work: Path, out: Path) -> Published | None:
    """What was written down of the site that stands at `out`; None where that was never done, or not to its end, or
    where anybody has touched it since.
    """
    known = _recorded(work / _RECORD)
    if not isinstance(known, dict) or known.keys() != set(Published._fields) or not out.is_dir():
        return None
    files = {name: tuple(about) for name, about in known["files"].items()}
    found = Published(**{**known, "files": files, "lines": tuple(known["lines"])})
    return found if found.files == switch.state(out) else None


def told(work: Path, out: Path, key: str) -> str | None:
    """What the authors of the site at `out` were told when it was made; None where it is not, to the file, the site
    of this key.
    """
    known = published(work, out)
    return known.told if known and known.key == key else None


def kept(known: Published | None, out: Path, frame: str, docs: Mapping[str, str]) -> Kept:
    """What of the site at `out` may stand on in one of the same frame: what was made of the same files of docs_dir."""
    if known is None or known.frame != frame:
        return NOTHING

    def stands(name: str) -> bool:
        beside = fragments.file_of(name.removesuffix(PAGE))
        same = known.docs.get(name) == docs[name] and known.docs.get(beside) == docs.get(beside)
        return same and address(name) in known.files

    return Kept(out, frozenset(name for name in docs if not name.startswith(fragments.FOLDER) and stands(name)))


def forget(work: Path) -> None:
    """Nothing is known any more: from now on another site may stand."""
    (work / _RECORD).unlink(missing_ok=True)


def remember(work: Path, known: Published) -> None:
    """Write down what is known of the site that stands now."""
    text = json.dumps(known._asdict(), ensure_ascii=False)
    write.replace_together(work, {_RECORD: text.encode()})


def _recorded(record: Path) -> object:
    """What was written; nothing where that was never done, or not to its end."""
    try:
        return json.loads(record.read_bytes())
    except (OSError, ValueError):
        return None
