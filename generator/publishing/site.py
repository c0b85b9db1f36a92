"""From plain files to a published site: MkDocs, then our own checks, then a switch of trees.

The only module that knows MkDocs. The public site is replaced as a whole: a failure or a kill at
any moment leaves either the last good tree or the new one.
"""

from __future__ import annotations

import ctypes
import datetime as dt
import filecmp
import hashlib
import json
import os
import posixpath
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.publishing.finish import finish

ROOT = Path(__file__).resolve().parents[2]


class SiteError(RuntimeError):
    """MkDocs refused the pages, or the built site has a dead link: a fault of ours, not of data."""


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


def fingerprint(docs: Path, settings: Settings) -> str:
    """Content of everything that decides the site's bytes."""
    seen = hashlib.sha256(repr(settings).encode())
    own = [ROOT / "mkdocs.yml", *sorted(Path(__file__).parent.glob("*.py")), *sorted((ROOT / "overrides").rglob("*"))]
    for path in [*own, *sorted(docs.rglob("*"))]:
        if path.is_file():
            seen.update(f"{path.name}\0".encode())
            if path.is_relative_to(docs):
                seen.update(path.relative_to(docs).as_posix().encode())
            seen.update(hashlib.sha256(path.read_bytes()).digest())
    return seen.hexdigest()


def make(docs: Path, into: Path, config: Path, settings: Settings) -> None:
    """Build `docs` into the empty folder `into` with MkDocs, strictly; `config` is the file to say how.

    Raises SiteError with MkDocs' words, or with the dead links found.
    """
    shutil.rmtree(into, ignore_errors=True)
    config.parent.mkdir(parents=True, exist_ok=True)
    derived = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(docs.resolve()),
        "site_dir": str(into.resolve()),
        "site_url": settings.site_url,
        "theme": {"custom_dir": str(ROOT / "overrides")},
    }
    if settings.report:
        derived["extra"] = {"bao_loi": settings.report}
    config.write_text(json.dumps(derived), encoding="utf-8")
    stamp = dt.datetime.combine(settings.date, dt.time(), dt.UTC)
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": str(int(stamp.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(config)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode != 0:
        raise SiteError(done.stderr.strip() or done.stdout.strip())
    finish(into, absolute=bool(settings.site_url), offline=settings.offline)
    if dead := list(dead_links(into)):
        raise SiteError("liên kết hỏng:\n" + "\n".join(dead[:20]))


# --- links ------------------------------------------------------------------------------------


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.twice: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Note every address and every id of a tag."""
        for name, value in attrs:
            if name in ("href", "src", "action") and value is not None:
                self.links.append(value)
            elif name == "id" and value:
                (self.twice if value in self.ids else self.ids).add(value)


def dead_links(site: Path) -> Iterator[str]:
    """Every relative link of every page that leads to no file or no anchor, and ids used twice."""
    pages: dict[str, _Links] = {}
    for path in sorted(site.rglob("*.html")):
        parsed = _Links()
        parsed.feed(path.read_text(encoding="utf-8"))
        pages[path.relative_to(site).as_posix()] = parsed
    for name, parsed in pages.items():
        yield from (f"{name}: id lặp {id}" for id in sorted(parsed.twice))
        if name == "404.html":
            continue
        for link in dict.fromkeys(parsed.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            file = target if posixpath.splitext(target)[1] else posixpath.normpath(f"{target}/index.html")
            file = name if not parts.path else file
            if not (site / file).is_file():
                yield f"{name}: {link}"
            elif parts.fragment and file in pages and unquote(parts.fragment) not in pages[file].ids:
                yield f"{name}: {link} (không có neo)"


# --- publishing -------------------------------------------------------------------------------


def state(folder: Path) -> Mapping[str, tuple[int, int]]:
    """Size and time of every file: enough to see whether anyone touched a published tree."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def publish(fresh: Path, out: Path) -> None:
    """Put the finished tree `fresh` in the place of `out` in one switch.

    Files that did not change are hard links to the old ones; the old tree is removed last.
    """
    if out.is_dir():
        for path in fresh.rglob("*"):
            old = out / path.relative_to(fresh)
            if path.is_file() and old.is_file() and filecmp.cmp(path, old, shallow=False):
                _link(old, path)
    out.parent.mkdir(parents=True, exist_ok=True)
    if not out.exists():
        fresh.rename(out)
    elif _exchange(fresh, out):
        shutil.rmtree(fresh)
    else:
        aside = out.with_name(f".{out.name}.cu")
        shutil.rmtree(aside, ignore_errors=True)
        out.rename(aside)
        fresh.rename(out)
        shutil.rmtree(aside)


def _link(old: Path, new: Path) -> None:
    draft = new.with_name(f"{new.name}.link")
    try:
        os.link(old, draft)
    except OSError:  # another file system, or one without hard links: the fresh copy stays
        return
    draft.replace(new)


def _exchange(one: Path, two: Path) -> bool:
    """Swap two names at once (Linux renameat2); False where the system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    here, exchange = -100, 2
    return bool(rename(here, os.fsencode(one), here, os.fsencode(two), exchange) == 0)
