"""What a built page needs before the world sees it: a strict policy, links for a folder, nothing unused."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
import shutil
from pathlib import Path

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src=|type=\"application/))[^>]*>(.*?)</script>", re.DOTALL)
_LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"#?:]*)(["#?])')
_THEME_ONLY = ("assets/javascripts", "assets/stylesheets", "assets/images")
"""Folders that MkDocs copies from the theme and that no page of ours asks for."""
_ABSOLUTE_ONLY = ("sitemap.xml", "sitemap.xml.gz", "404.html")
"""Files that mean something only under a known address."""


def finish(site: Path, *, absolute: bool, offline: bool) -> None:
    """Finish every page of the tree `site` in place; `absolute` says that the site knows its address,
    `offline` that it is opened from a folder.
    """
    for folder in _THEME_ONLY:
        shutil.rmtree(site / folder, ignore_errors=True)
    for name in () if absolute else _ABSOLUTE_ONLY:
        (site / name).unlink(missing_ok=True)
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(with_policy(to_files(text) if offline else text), encoding="utf-8")


def with_policy(page: str) -> str:
    """The page with its Content-Security-Policy first in its head: nothing from elsewhere, no script or style
    in the page but the theme's few inline scripts, each by its hash. `blob:` is where a chart becomes a picture
    to be saved.
    """
    hashes = dict.fromkeys(f"'sha256-{_digest(script)}'" for script in _INLINE_SCRIPT.findall(page))
    rules = (
        "default-src 'self'",
        " ".join(("script-src 'self'", *hashes)),
        "img-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'
    return re.sub(r"<head>\s*", lambda head: f"{head[0]}{meta}\n", page, count=1)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def to_files(page: str) -> str:
    """The page with every link to a folder made a link to the file in it, as a disk needs it."""
    return _LINK.sub(_to_file, page)


def _to_file(link: re.Match[str]) -> str:
    start, path, end = link.groups()
    if path and (path.endswith("/") or posixpath.basename(path) in (".", "..")):
        path = f"{path.rstrip('/')}/index.html"
    return f"{start}{path}{end}"
