"""What is wrong with a finished site: links that lead nowhere, ids used twice, code that is not ours."""

from __future__ import annotations

import html
import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from sys import intern
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.publishing.write import files_below

_DATA = frozenset({"application/json", "application/ld+json"})
"""Types of script elements that a browser does not run."""
_UNSEEN = re.compile(r"[\0-\x20]")
"""What a browser leaves out of an address."""


@dataclass(slots=True)
class _Page:
    """What of a page can be at fault: its links, its ids and those used twice, the texts of its scripts, and where
    other code stands than in scripts of the page and of the site.
    """

    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    scripts: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)

    def add(self, tag: _Tag, times: int = 1) -> None:
        """Note what a tag brings that stands so often."""
        self.links += tag.links
        self.code += tag.code
        for id in tag.ids:
            if times > 1 or id in self.ids:
                self.twice.add(id)
            self.ids.add(id)


class _Tag(NamedTuple):
    """What a start tag brings: addresses, ids, code; whether a browser runs the text behind it."""

    links: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    runs: bool = False


_NOTHING = _Tag()


def _tag(name: str, attributes: Sequence[tuple[str, str | None]]) -> _Tag:
    """What the tag of an element with its attributes brings."""
    links = tuple(value for key, value in attributes if key in ("href", "src", "action") and value is not None)
    code = []
    for key, value in attributes:
        if key.startswith("on") or key == "srcdoc":
            code.append(f"{name} {key}")
        elif value and ":" in value and _UNSEEN.sub("", value[:99]).lower().startswith("javascript:"):
            code.append(f"{name} {key}=javascript:")
    runs = False
    if name == "script":
        known = dict(attributes)
        if (source := known.get("src")) is not None:
            parts = urlsplit(source)
            code += [f"script src={source}"] * bool(parts.scheme or parts.netloc)
        else:
            runs = (known.get("type") or "").strip().lower() not in _DATA
    return _Tag(links, tuple(value for key, value in attributes if key == "id" and value), tuple(code), runs)


# --- one page ---------------------------------------------------------------------------------


def _read(text: str) -> _Page:
    """A page. What MkDocs and our templates write is plain, and read quickly; any other page by the parser."""
    if page := _read_plain(text):
        return page
    parser = _Parser()
    parser.feed(text)
    parser.close()
    return parser.page


class _Parser(HTMLParser):
    """Reads any page."""

    def __init__(self) -> None:
        super().__init__()
        self.page = _Page()
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag brings."""
        brought = _tag(tag, attrs)
        self.page.add(brought)
        if brought.runs:
            self._in_script = True
            self.page.scripts.append("")

    def handle_data(self, data: str) -> None:
        """Gather the text of a script."""
        if self._in_script:
            self.page.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """A script ends."""
        self._in_script = self._in_script and tag != "script"


_RAW = re.compile(r"(<(script|style)\b[^<>]*>)([^<]*+(?:<(?!/)[^<]*+)*+)</\2>")
"""An element whose text is no markup, in which nothing looks like an end."""
_TAG = re.compile(r"<[^<>]*>")
_BARE = re.compile(r"</?[a-z][a-z0-9]*[ \n]*>|<!--[^<>]*-->|<!doctype html>")
_START = re.compile(r'<([a-z][a-z0-9]*)((?:[ \n]+[a-zA-Z_:][-a-zA-Z0-9_:.]*(?:="[^"<>]*")?)*)[ \n]*(/?)>')
_ATTRIBUTE = re.compile(r'[ \n]([^ \n=]+)(?:="([^"]*)")?')


def _read_plain(text: str) -> _Page | None:
    """A page in which each `<` begins a tag that can be read in one way; None where one does not."""
    pieces = _RAW.split(text)
    texts, starts, scripts = pieces[::4], pieces[1::4], pieces[3::4]
    markup = "".join(part for both in zip(texts, [*starts, ""], strict=True) for part in both)
    tags = Counter(_TAG.findall(markup))
    raw = markup.count("<script") + markup.count("<style")
    if tags.total() != markup.count("<") or raw != len(starts):
        return None
    page = _Page()
    for tag, times in tags.items():
        if (brought := _brought(tag)) is None:
            return None
        if brought is not _NOTHING:
            page.add(brought, times)
    page.scripts = [script for start, script in zip(starts, scripts, strict=True) if (_brought(start) or _NOTHING).runs]
    return page


@lru_cache(maxsize=16_384)
def _brought(tag: str) -> _Tag | None:
    """What a tag brings, `_NOTHING` itself where that is nothing; None where it is not plain."""
    if _BARE.fullmatch(tag):
        return _tag("script", ()) if tag.startswith("<script") else _NOTHING
    found = _START.fullmatch(tag)
    if not found or (found[3] and found[1] in ("script", "style")):
        return None
    given = ((one[1].lower(), one[2]) for one in _ATTRIBUTE.finditer(found[2]))
    brought = _tag(found[1], [(key, html.unescape(value) if value else value) for key, value in given])
    return _NOTHING if brought == _NOTHING else brought


# --- the whole site ---------------------------------------------------------------------------


def faults(site: Path, own_scripts: Collection[str] = (), of: Collection[str] | None = None) -> Iterator[str]:
    """A sentence for each fault of each page, or of some pages: relative links that lead to no file or no anchor, ids
    used twice, and code that is neither a script of the site's own files nor one of `own_scripts`, the texts that may
    stand in a page.

    Of a page only its ids and the anchors that it leads to are kept, each text once; one at fault is read again.
    """
    files = {name for name, _ in files_below(site)}
    own = files if of is None else files.intersection(of)
    names = sorted((name for name in own if name.endswith(".html")), key=lambda name: name.split("/"))
    ids: dict[str, set[str]] = {}
    anchors: dict[str, dict[str, set[str]]] = {}
    at_fault = set()
    for name in names:
        page = _read((site / name).read_text(encoding="utf-8"))
        aims = _aims(name, page)
        ids[name], anchors[name] = set(map(intern, page.ids)), {}
        for _, file, anchor in aims:
            if anchor and file in files and file.endswith(".html"):
                anchors[name].setdefault(intern(file), set()).add(intern(anchor))
        if any(_said(name, page, aims, own_scripts, files, {})):
            at_fault.add(name)
    for file in sorted({file for name in names for file in anchors[name]} - ids.keys()):
        ids[file] = ids_of((site / file).read_text(encoding="utf-8"))
    for name in names:
        if name in at_fault or any(wanted - ids[file] for file, wanted in anchors[name].items()):
            page = _read((site / name).read_text(encoding="utf-8"))
            yield from _said(name, page, _aims(name, page), own_scripts, files, ids)


def ids_of(page: str) -> set[str]:
    """The ids of a page."""
    return _read(page).ids


def _said(
    name: str, page: _Page, aims: Iterable[tuple[str, str, str]], own_scripts: Collection[str],
    files: Collection[str], ids: Mapping[str, Collection[str]],
) -> Iterator[str]:  # fmt: skip
    """A sentence for each fault of a page; of anchors only those within pages of known `ids` are judged."""
    strange = [f"script “{script.strip()[:40]}”" for script in page.scripts if script not in own_scripts]
    yield from (f"{name}: đoạn mã lạ: {one}" for one in dict.fromkeys([*strange, *page.code]))
    yield from (f"{name}: id lặp: {id}" for id in sorted(page.twice))
    for link, file, anchor in aims:
        if file not in files:
            yield f"{name}: liên kết hỏng: {link}"
        elif anchor and file in ids and anchor not in ids[file]:
            yield f"{name}: liên kết hỏng: {link} (không có neo)"


_PLAIN_LINK = re.compile(r"((?:\.\./)*)((?:[\w-]+/)*)([\w-]+\.\w+)?(?:\?[^#]*)?(?:#([\w.-]*))?", re.ASCII)
"""Steps up, steps down, a file, a question, an anchor."""


def _aims(name: str, page: _Page) -> list[tuple[str, str, str]]:
    """The relative links of a page, the file of the site that each leads to, and the anchor in it or ''."""
    if name == "404.html":  # shown at any address: its links are absolute
        return []
    *folders, _ = name.split("/")
    above = ["".join(f"{folder}/" for folder in folders[:depth]) for depth in range(len(folders), -1, -1)]
    aims = []
    for link in dict.fromkeys(page.links):
        plain = _PLAIN_LINK.fullmatch(link)
        if plain and (up := len(plain[1]) // 3) < len(above) and "." not in above[up]:
            here = not (up or plain[2] or plain[3])
            file = name if here else f"{above[up]}{plain[2]}{plain[3] or 'index.html'}"
            aims.append((link, file, plain[4] or ""))
        else:
            parts = urlsplit(link)
            if not (parts.scheme or parts.netloc):
                aims.append((link, _file(name, unquote(parts.path)) if parts.path else name, unquote(parts.fragment)))
    return aims


def _file(page: str, path: str) -> str:
    """The file that a relative path on a page leads to."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    return target if posixpath.splitext(target)[1] else posixpath.normpath(f"{target}/index.html")
