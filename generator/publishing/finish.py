"""What a built page needs before the world sees it: a strict policy, links for a folder, nothing unused."""

from __future__ import annotations

import base64
import gzip
import hashlib
import posixpath
import re
import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src=|type=\"application/))[^>]*>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>([^<]*+(?:<(?!/style>)[^<]*+)*+)</style>")
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*assets/[^"]*\.css)">')
_LINK = re.compile(r'(<(?:a\b[^>]*?\bhref|form\b[^>]*?\baction)=")([^"#?:]*)(["#?])')
_INERT = re.compile(
    r'<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*'
    r'|<div class="md-dialog".*?</div>\s*</div>\s*',
    re.DOTALL,
)
"""Parts of the theme that do nothing without its scripts."""
_THEME_ONLY = ("assets/javascripts", "assets/stylesheets", "assets/images")
"""Folders that MkDocs copies from the theme and that no page of ours asks for."""
_ABSOLUTE_ONLY = ("404.html",)
"""Files of MkDocs that mean something only under a known address."""
ASSETS = "assets/"
"""Where the style sheets stand."""
_ENTRANCE = 3
"""Pages at most so deep carry their style: there people come in, by a search, a code on a notice or a link, and with a
weak signal a second request is two more seconds of white. They fetch it for the next page; deeper pages link it, since
within each of a hundred pages a commune it would be most of what is stored.
"""
_AT_ONCE = 14_000
"""Bytes, compressed, that a host sends before it waits for an answer (ten packets, RFC 6928). A page that would be
longer with its style links it: the style then comes while the page is still coming.
"""


def finish(site: Path, own_scripts: Collection[str] = (), *, absolute: bool, offline: bool) -> None:
    """Finish every page of the tree `site` in place; `own_scripts` are the texts that may run within a page,
    `absolute` says that the site knows its address, `offline` that it is opened from a folder.
    """
    without_theme(site, absolute=absolute)
    found = sheets(site / ASSETS)
    for page in sorted(site.rglob("*.html")):
        finish_page(site, page.relative_to(site).as_posix(), found, own_scripts, offline=offline)
    for name, text in found.items():
        (site / ASSETS / name).write_text(text, encoding="utf-8")


def without_theme(site: Path, *, absolute: bool) -> None:
    """Remove from a tree what MkDocs brings and no page asks for."""
    for folder in _THEME_ONLY:
        shutil.rmtree(site / folder, ignore_errors=True)
    for name in () if absolute else _ABSOLUTE_ONLY:
        (site / name).unlink(missing_ok=True)


def sheets(assets: Path) -> dict[str, str]:
    """The style sheets in a folder as they are published, by their names."""
    return {path.name: smaller(path.read_text(encoding="utf-8")) for path in sorted(assets.glob("*.css"))}


def finish_page(
    site: Path, name: str, sheets: Mapping[str, str], own_scripts: Collection[str] = (), *, offline: bool
) -> None:
    """Finish one page of a tree in place; `sheets` are the style sheets of the site."""
    page = site / name
    text = without_inert(page.read_text(encoding="utf-8"))
    if name.count("/") <= _ENTRANCE:
        styled = with_style(text, sheets)
        text = styled if _comes_at_once(styled) else text
    page.write_text(with_policy(to_files(text) if offline else text, own_scripts), encoding="utf-8")


def _comes_at_once(page: str) -> bool:
    """Whether a host sends the whole page at once. Compressed in a hurry most are small enough."""
    content = page.encode()
    return any(len(gzip.compress(content, level)) <= _AT_ONCE for level in (1, 9))


def without_inert(page: str) -> str:
    """The page without the theme's dead parts, and without the empty lines of its head."""
    head, article, rest = _INERT.sub("", page).partition("<article")
    return re.sub(r"\n\s*\n", "\n", head).lstrip() + article + rest


def smaller(css: str) -> str:
    """A style sheet without comments and spare blanks. Ours quote no text that holds such."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", bare)).replace(";}", "}").strip()


def with_style(page: str, sheets: Mapping[str, str]) -> str:
    """The page with its style sheets (name to text) in its head; the files come after it, for a next page that links
    them.
    """

    def inside(link: re.Match[str]) -> str:
        text = sheets.get(posixpath.basename(link[1]))
        return f'<style>{text}</style>\n<link rel="prefetch" href="{link[1]}" as="style">' if text else link[0]

    return _SHEET.sub(inside, page)


def inline_scripts(page: str) -> list[str]:
    """The texts of the scripts that stand in a page and that a browser would run."""
    return _INLINE_SCRIPT.findall(page)


def with_policy(page: str, own_scripts: Collection[str] = ()) -> str:
    """The page with its Content-Security-Policy first in its head: nothing from elsewhere, no script in the page but
    `own_scripts`, no style but those that stand there now, each by its hash. `blob:` is where a chart becomes a picture
    to be saved.
    """
    ours = (script for script in inline_scripts(page) if script in own_scripts)
    rules = (
        "default-src 'self'",
        f"script-src 'self'{_hashes(ours)}",
        f"style-src 'self'{_hashes(_STYLE.findall(page))}",
        "img-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'
    return re.sub(r"<head>\s*", lambda head: f"{head[0]}{meta}\n", page, count=1)


def _hashes(texts: Iterable[str]) -> str:
    digests = dict.fromkeys(hashlib.sha256(text.encode()).digest() for text in texts)
    return "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def to_files(page: str) -> str:
    """The page with every link to a folder made a link to the file in it, as a disk needs it."""
    return _LINK.sub(_to_file, page)


def _to_file(link: re.Match[str]) -> str:
    start, path, end = link.groups()
    if path and (path.endswith("/") or posixpath.basename(path) in (".", "..")):
        path = f"{path.rstrip('/')}/index.html"
    return f"{start}{path}{end}"
