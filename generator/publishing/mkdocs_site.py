"""From plain files to the tree of a site: MkDocs, then what it does not know, then our own checks.

The only module that knows MkDocs.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.faults import faults
from generator.publishing.finish import finish, inline_scripts

ROOT = Path(__file__).resolve().parents[2]


class SiteError(RuntimeError):
    """MkDocs refused the pages, or the built site has a dead link or foreign code: a fault of ours, not of data."""


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


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def make(docs: Path, into: Path, settings: Settings) -> None:
    """Build `docs` into the empty folder `into` with MkDocs, strictly.

    Raises SiteError with MkDocs' words, or with the faults found.
    """
    derived = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(docs.resolve()),
        "site_dir": str(into.resolve()),
        "site_url": settings.site_url,
        "theme": {"custom_dir": str(ROOT / "overrides")},
        "hooks": [str(ROOT / "generator" / "publishing" / "mkdocs_hook.py")],
    }
    if settings.report:
        derived["extra"] = {"bao_loi": settings.report}
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": "0",  # no page tells when it was made: the edition does
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    with tempfile.TemporaryDirectory() as folder:  # its own: MkDocs reads it late, another build may have begun
        config = Path(folder) / "mkdocs.yml"
        config.write_text(json.dumps(derived), encoding="utf-8")
        # without --quiet, which would hide warnings from --strict too
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config)]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode != 0:
        said = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
        raise SiteError("\n".join(said).strip() or done.stdout.strip())
    known = own_scripts()
    finish(into, known, absolute=bool(settings.site_url), offline=settings.offline)
    if found := list(faults(into, known)):
        raise SiteError("\n".join(found[:20]))


def own_scripts() -> frozenset[str]:
    """The scripts that stand within pages because we have put them into our frame."""
    frame = (path.read_text(encoding="utf-8") for path in _files(ROOT / "overrides") if path.suffix == ".html")
    return frozenset(script for text in frame for script in inline_scripts(text))
