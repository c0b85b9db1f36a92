"""From plain files to the tree of a site: what is made anew, what stands on, then our own checks."""

from __future__ import annotations

import datetime as dt
import os
import posixpath
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.model.edition import MANIFEST
from generator.publishing import runs
from generator.publishing.faults import faults, ids_of
from generator.publishing.finish import inline_scripts
from generator.publishing.runs import Run, SiteError
from generator.publishing.write import files_below

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to build: `date` stamps what needs a date, `site_url` '' leaves absolute links out,
    `offline` writes links to index.html files; `report` is where the footer's link to report an error leads, '' for
    what mkdocs.yml says.
    """

    date: dt.date
    site_url: str = ""
    offline: bool = False
    report: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What of the site at `out` stands on in the next one: the files of docs_dir, by their `names`, of which nothing
    has changed that decides what they become.
    """

    out: Path = Path()
    names: frozenset[str] = frozenset()


NOTHING = Kept()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def make(
    docs: Path,
    into: Path,
    settings: Settings,
    kept: Kept = NOTHING,
    jobs: int = 1,
    tell: Callable[[int, int], object] = lambda *_: None,
) -> frozenset[str] | None:
    """Build `docs` into the empty folder `into` with MkDocs, strictly, but for what is `kept`, in `jobs` processes.
    Returns the files of the site that are new, None where all are. `tell` is given how many files are made, of how
    many.

    Raises SiteError with MkDocs' words, or with the faults found.
    """
    into.mkdir(parents=True, exist_ok=True)
    known, menu = own_scripts(), (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    fresh = [name for name in runs.seen_by_mkdocs(docs) if name not in kept.names]
    by_hand = {path.relative_to(ROOT / "site_src").as_posix() for path in _files(ROOT / "site_src")}
    some = [
        Run(docs.resolve(), into.resolve(), *part, _config(settings), number == 0, bool(settings.site_url),
            settings.offline, known)
        for number, part in enumerate(runs.planned(docs, fresh, by_hand, menu, jobs))
    ]  # fmt: skip
    done = 0
    tell(done, len(fresh))
    for number in runs.run(some, jobs):
        tell(done := done + number, len(fresh))
    new = frozenset(_published(into))
    for name in sorted(kept.names):
        _stand(kept.out / runs.address(name), into / runs.address(name))
    if found := list(faults(into, known, _doubtful(into, kept, new))):
        raise SiteError("\n".join(found[:20]))
    return new if kept.names else None


def _config(settings: Settings) -> dict[str, object]:
    """What MkDocs is told besides where to read and to write."""
    derived: dict[str, object] = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "site_url": settings.site_url,
        "theme": {"custom_dir": str(ROOT / "overrides")},
        "hooks": [str(ROOT / "generator" / "publishing" / "mkdocs_hook.py")],
    }
    return derived | ({"extra": {"bao_loi": settings.report}} if settings.report else {})


def _stand(old: Path, new: Path) -> None:
    """Let a file of the site stand on: the same one, by a second name."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new)
    except OSError:  # a file system without hard links, or another one
        shutil.copy2(old, new)


def _doubtful(into: Path, kept: Kept, new: frozenset[str]) -> frozenset[str] | None:
    """The pages of which a link may lead nowhere: those that are new; all, None, where something is gone to which a
    page that stands on may lead.
    """
    if not kept.names:
        return None
    stands = {runs.address(name) for name in kept.names}
    for name in (name for name in _published(kept.out) if name not in stands):
        if not (into / name).is_file() and posixpath.basename(name) != MANIFEST:
            return None
        if name.endswith(".html"):
            before, now = ((place / name).read_text(encoding="utf-8") for place in (kept.out, into))
            if ids_of(before) - ids_of(now):
                return None
    return new


def _published(site: Path) -> list[str]:
    return sorted(name for name, _ in files_below(site))


def own_scripts() -> frozenset[str]:
    """The scripts that stand within pages because we have put them into our frame."""
    frame = (path.read_text(encoding="utf-8") for path in _files(ROOT / "overrides") if path.suffix == ".html")
    return frozenset(script for text in frame for script in inline_scripts(text))
