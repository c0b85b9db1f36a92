"""What is wrong with a finished site: links that lead nowhere, ids used twice, code that is not ours."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_DATA = frozenset({"application/json", "application/ld+json"})
"""Types of script elements that a browser does not run."""


class _Page(HTMLParser):
    """What of a page can be at fault."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.twice: set[str] = set()
        self.scripts: list[str] = []
        self.code: list[str] = []
        """Other code than scripts of the page and of the site: where it stands."""
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note every address, every id and all code of a tag."""
        for name, value in attrs:
            if name in ("href", "src", "action") and value is not None:
                self.links.append(value)
            elif name == "id" and value:
                (self.twice if value in self.ids else self.ids).add(value)
            if name.startswith("on") or name == "srcdoc":
                self.code.append(f"{tag} {name}")
            elif value and re.sub(r"[\0-\x20]", "", value[:99]).lower().startswith("javascript:"):
                self.code.append(f"{tag} {name}=javascript:")
        if tag == "script":
            self._script(dict(attrs))

    def _script(self, attributes: dict[str, str | None]) -> None:
        source = attributes.get("src")
        if source is not None:
            parts = urlsplit(source)
            self.code += [f"script src={source}"] * bool(parts.scheme or parts.netloc)
        elif (attributes.get("type") or "").strip().lower() not in _DATA:
            self._in_script = True
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        """Gather the text of a script."""
        if self._in_script:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """A script ends."""
        self._in_script = self._in_script and tag != "script"


def faults(site: Path, own_scripts: Collection[str] = ()) -> Iterator[str]:
    """A sentence for each fault of each page: relative links that lead to no file or no anchor, ids used twice, and
    code that is neither a script of the site's own files nor one of `own_scripts`, the texts that may stand in a page.
    """
    pages: dict[str, _Page] = {}
    for path in sorted(site.rglob("*.html")):
        parsed = _Page()
        parsed.feed(path.read_text(encoding="utf-8"))
        parsed.close()
        pages[path.relative_to(site).as_posix()] = parsed
    for name, parsed in pages.items():
        strange = [f"script “{script.strip()[:40]}”" for script in parsed.scripts if script not in own_scripts]
        yield from (f"{name}: đoạn mã lạ: {one}" for one in dict.fromkeys([*strange, *parsed.code]))
        yield from (f"{name}: id lặp: {id}" for id in sorted(parsed.twice))
        if name != "404.html":  # shown at any address: its links are absolute
            yield from (f"{name}: liên kết hỏng: {link}" for link in _dead_links(name, pages, site))


def _dead_links(name: str, pages: dict[str, _Page], site: Path) -> Iterator[str]:
    for link in dict.fromkeys(pages[name].links):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
        file = target if posixpath.splitext(target)[1] else posixpath.normpath(f"{target}/index.html")
        file = name if not parts.path else file
        if not (site / file).is_file():
            yield link
        elif parts.fragment and file in pages and unquote(parts.fragment) not in pages[file].ids:
            yield f"{link} (không có neo)"
