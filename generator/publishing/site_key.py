"""What is known of the site that stands: what decided it, what its files are, what its authors were told."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.publishing import switch, write
from generator.publishing.mkdocs_site import ROOT, Settings
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
_RECORD = "published.json"


def key(
    data: Path, names: Sequence[str], settings: Settings, past: str = "", home: Path = ROOT, edition: object = ""
) -> str:
    """A mark of everything that decides the site of some communes' folders of a data folder: two with the same mark
    are the same site. `past` is a mark of what git keeps of them; `edition` what decides that besides: the one before,
    whether files differ from git, not which commit this is.
    """
    seen = hashlib.sha256(repr((settings, tuple(names), past, edition)).encode())
    for path in (path for own in DECIDE for path in _files(home / own)):
        seen.update(f"{path.relative_to(home).as_posix()}\0".encode())
        seen.update(hashlib.sha256(path.read_bytes()).digest())
    for folder in (data, data / COMMUNE_FOLDER, data / PROVINCE_FOLDER):  # what lies where none is read is told
        there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
        seen.update("\0".join(there).encode("utf-8", "surrogateescape"))
    seen.update(on_disk(data / CATALOGUES, CATALOGUES).key().encode())
    for name in province_folders(data):
        seen.update(province_folder(data, name).key().encode())
    for name in names:
        seen.update(commune_folder(data, name).key().encode())
    return seen.hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(one for one in path.rglob("*") if one.is_file() and "__pycache__" not in one.parts)


def told(work: Path, out: Path, key: str) -> str | None:
    """What the authors of the site at `out` were told when it was made; None where it is not, to the file, the site
    of this key.
    """
    known = _recorded(work / _RECORD)
    if not (out.is_dir() and isinstance(known, dict) and known.get("key") == key):
        return None
    same = known.get("files") == _jsonable(switch.state(out))
    return str(known["told"]) if same and isinstance(known.get("told"), str) else None


def forget(work: Path) -> None:
    """Nothing is known any more: from now on another site may stand."""
    (work / _RECORD).unlink(missing_ok=True)


def remember(work: Path, key: str, files: Mapping[str, tuple[int, int]], told: str) -> None:
    """Write down what decided the site that stands now, its files, and what its authors were told."""
    known = {"key": key, "files": _jsonable(files), "told": told}
    write.replace_together(work, {_RECORD: json.dumps(known, ensure_ascii=False).encode()})


def _recorded(record: Path) -> object:
    """What was written; nothing where that was never done, or not to its end."""
    try:
        return json.loads(record.read_bytes())
    except (OSError, ValueError):
        return None


def _jsonable(state: Mapping[str, tuple[int, int]]) -> dict[str, list[int]]:
    return {name: list(about) for name, about in state.items()}
