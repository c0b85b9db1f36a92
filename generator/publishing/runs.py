"""One run of MkDocs: some files of docs_dir become files of the site, finished. Several runs make a large site.

A run is given the pages that it makes and, for links and the menu, those that lead to each other: MkDocs keeps all its
pages in memory, so that the country in one run would need more than a machine has. Each runs in a process of its own.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator.charts.cache import shared
from generator.publishing import finish
from generator.publishing.fragments import FOLDER as FRAGMENTS

MOST, FEWEST = 1500, 150
"""Pages of one run: more would fill the memory, fewer cost more to begin than to make."""
PAGE = "index.md"
_LED_TO = re.compile(r"\]\(([^)#\s]+\.md)[#)]")
_NAMED = re.compile(r"[\w./-]+\.md\b")
_HEAD = re.compile(r"\A(?:---\n.*?\n---\n)?\s*(?:# [^\n]*\n)?", re.DOTALL)


class SiteError(RuntimeError):
    """MkDocs refused the pages, or the built site has a dead link or foreign code: a fault of ours, not of data."""


class Run(NamedTuple):
    """Make the files `names` of the folder `docs` in the site `into`. `beside` are pages that these, or the menu, lead
    to: whole where they are written by hand, of others (`menu`) the title is enough. `config` is what MkDocs is told.
    """

    docs: Path
    into: Path
    names: tuple[str, ...]
    beside: tuple[str, ...]
    menu: tuple[str, ...]
    config: dict[str, Any]
    first: bool
    absolute: bool
    offline: bool
    own_scripts: frozenset[str]


def address(name: str) -> str:
    """The file of the site that a file of docs_dir becomes."""
    return f"{name.removesuffix('.md')}.html" if name.endswith(PAGE) else name


def seen_by_mkdocs(docs: Path) -> list[str]:
    """The files of docs_dir that are published."""
    found = []
    for folder, below, names in os.walk(docs):
        below[:] = sorted(one for one in below if not one.startswith("."))
        place = Path(folder).relative_to(docs).as_posix()
        found += [name if place == "." else f"{place}/{name}" for name in sorted(names) if not name.startswith(".")]
    return found


def planned(
    docs: Path, names: Iterable[str], by_hand: Collection[str], settings: str, jobs: int
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """What each run makes, which pages stand beside whole, and which for the menu of `settings` (the text of
    mkdocs.yml). Those written by hand are in the first, with all that they lead to.
    """
    fresh = sorted(names, key=lambda name: (name not in by_hand, name.count("/") > 1, name))
    pages = sum(name.endswith(".md") for name in fresh)
    most = max(FEWEST, min(MOST, -(-pages // max(jobs, 1))))
    menu = [name for name in dict.fromkeys(_NAMED.findall(settings)) if (docs / name).is_file()]
    own = [name for name in by_hand if name.endswith(".md") and (docs / name).is_file()]
    for number, some in enumerate(_parted(fresh, most)):
        there = frozenset(some)
        whole = _led_to(docs, [*own, *menu]) if number == 0 else ()
        yield (
            tuple(some),
            tuple(name for name in whole if name not in there),
            tuple(name for name in menu if name not in there and name not in whole),
        )


def _parted(names: Sequence[str], most: int) -> Iterator[list[str]]:
    """Names with at most so many pages each time; once at least."""
    some: list[str] = []
    pages = 0
    for name in names:
        if name.endswith(".md") and pages == most:
            yield some
            some, pages = [], 0
        some.append(name)
        pages += name.endswith(".md")
    yield some


def _led_to(docs: Path, pages: Sequence[str]) -> tuple[str, ...]:
    """Some pages, and those that their Markdown leads to as files."""
    found = dict.fromkeys(pages)
    for page in pages:
        folder = posixpath.dirname(page)
        for link in _LED_TO.findall((docs / page).read_text(encoding="utf-8")):
            target = posixpath.normpath(posixpath.join(folder, link))
            if not target.startswith("..") and (docs / target).is_file():
                found[target] = None
    return tuple(found)


def run(runs: Sequence[Run], jobs: int) -> Iterator[int]:
    """Do all runs, `jobs` at a time; gives how many files each made. Raises SiteError with MkDocs' words."""
    return shared(_done, runs, jobs)


def _done(one: Run) -> int:
    sheets = finish.sheets(one.docs / finish.ASSETS)
    with tempfile.TemporaryDirectory(prefix=".luot-", dir=one.into) as folder:
        docs, made = Path(folder) / "docs", Path(folder) / "site"
        _laid_out(one, docs)
        _mkdocs(one, docs, made, Path(folder) / "mkdocs.yml")
        if one.first:
            finish.without_theme(made, absolute=one.absolute)
            for path in sorted(path for path in made.rglob("*") if path.is_file()):
                name = path.relative_to(made).as_posix()
                if not name.endswith("index.html"):
                    _moved(path, one.into / name)
        for name in one.names:
            target = one.into / address(name)
            if name.endswith(".md"):
                _moved(made / address(name), target)
            elif name.startswith(finish.ASSETS) and (text := sheets.get(name.removeprefix(finish.ASSETS))):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(one.docs / name, target)
    pages = [address(name) for name in one.names if address(name).endswith(".html")]
    pages += ["404.html"] if one.first and one.absolute else []
    for page in pages:
        finish.finish_page(one.into, page, sheets, one.own_scripts, offline=one.offline)
    return len(one.names)


def _laid_out(one: Run, docs: Path) -> None:
    """The folder of pages that MkDocs is given: links to those that stand, a title in the place of others."""
    for name in (*(name for name in one.names if name.endswith(".md")), *one.beside):
        _linked(one.docs / name, docs / name)
        fragment = f"{FRAGMENTS}{name.removesuffix(PAGE)}index.html"
        if (one.docs / fragment).is_file():
            _linked(one.docs / fragment, docs / fragment)
    for name in one.menu:
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        head = _HEAD.match((one.docs / name).read_text(encoding="utf-8"))
        (docs / name).write_text(head[0] if head else "", encoding="utf-8")


def _linked(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new)
    except OSError:  # a file system without hard links, or another one
        shutil.copyfile(old, new)


def _moved(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    old.replace(new)


def _mkdocs(one: Run, docs: Path, made: Path, config: Path) -> None:
    # what is not given to this run is looked for when the site is whole
    links = {"not_found": "ignore"} | ({} if one.first else {"anchors": "ignore"})
    told = {**one.config, "docs_dir": str(docs), "site_dir": str(made), "validation": {"links": links}}
    config.write_text(json.dumps(told), encoding="utf-8")
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": "0",  # no page tells when it was made: the edition does
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    # without --quiet, which would hide warnings from --strict too
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode != 0:
        said = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
        raise SiteError("\n".join(said).strip() or done.stdout.strip())
