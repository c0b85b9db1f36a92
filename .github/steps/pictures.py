"""Pictures, as on a phone, of the communes' pages that differ between two built sites.

    python .github/steps/pictures.py OLD_SITE NEW_SITE FOLDER

Both sites are built for opening from disk (`portal build --offline`). FOLDER gets at most MOST
files `1-….png`, each cut to the first place that differs and smaller than HEAVIEST bytes, and
`cac-trang.txt`: the addresses of all pages that differ. No picture is an outcome too.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

MOST = 6
WIDTH, HEIGHTS, ABOVE = 360, (1400, 900, 500), 200
"""Width of a phone; heights to try until the file is light enough; what is shown above the change. In CSS pixels."""
HEAVIEST = 300_000
COMMUNE = re.compile(r"[a-z0-9-]+/[a-z0-9-]+-(?:\d{5}|x\d{4})/")


class _Texts(HTMLParser):
    """The texts of a page's article, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = 0
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.inside += tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self.inside and data.strip():
            self.texts.append(" ".join(data.split()))


def texts(page: Path) -> list[str]:
    """What a reader reads on a page; nothing where there is no such page."""
    reader = _Texts()
    reader.feed(page.read_text(encoding="utf-8") if page.is_file() else "")
    return reader.texts


def changed(old: Path, new: Path) -> list[str]:
    """Addresses of the communes' pages that read otherwise, below `new`, a commune's first page before its others."""
    pages = sorted(page.relative_to(new) for page in new.rglob("index.html"))
    addresses = ["" if page.parent == Path() else f"{page.parent.as_posix()}/" for page in pages]
    return [
        at for at in addresses if COMMUNE.match(at) and texts(old / at / "index.html") != texts(new / at / "index.html")
    ]


def chosen(addresses: Sequence[str], most: int = MOST) -> list[str]:
    """At most so many of the addresses, the communes in turn, pages of subjects before first pages and sources."""
    by_commune: dict[str, list[str]] = {}
    for at in addresses:
        match = COMMUNE.match(at)
        assert match
        by_commune.setdefault(match[0], []).append(at)
    for home, own in by_commune.items():
        own.sort(key=lambda at: (at.startswith(f"{home}nguon-so-lieu/"), at == home))
    turns = zip_longest(*by_commune.values())
    return [at for turn in turns for at in turn if at is not None][:most]


def first_new(old: Path, new: Path) -> str:
    """The first text of a page that its older version does not have; '' if there is none."""
    known = set(texts(old))
    return next((text for text in texts(new) if text not in known), "")


def picture(page: Page, file: Path, text: str, out: Path) -> bool:
    """Save what stands around `text` (the top where it is not to be seen); False where no height is light enough."""
    page.goto(file.resolve().as_uri())
    page.evaluate("document.fonts.ready")
    whole = int(page.evaluate("document.documentElement.scrollHeight"))
    place = page.get_by_text(text, exact=True).first if text else None
    box = place.bounding_box() if place and place.count() and place.is_visible() else None
    for height in HEIGHTS:
        top = min(max(0, int(box["y"]) - ABOVE if box else 0), max(0, whole - height))
        clip = {"x": 0, "y": top, "width": WIDTH, "height": min(height, whole - top)}
        page.screenshot(path=out, full_page=True, clip=clip, animations="disabled")  # type: ignore[arg-type]
        if out.stat().st_size <= HEAVIEST:
            return True
    out.unlink()
    return False


def chromium() -> str | None:
    """The browser named by CHROMIUM or found on the path; None lets Playwright use its own."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


def pictures(old: Path, new: Path, folder: Path) -> Iterator[str]:
    """Take the pictures; yields the addresses that got one."""
    folder.mkdir(parents=True, exist_ok=True)
    addresses = changed(old, new)
    (folder / "cac-trang.txt").write_text("".join(f"{at}\n" for at in addresses), encoding="utf-8")
    if not addresses:
        return
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags)
        page = browser.new_page(
            viewport={"width": WIDTH, "height": 800}, java_script_enabled=True, color_scheme="light"
        )
        page.route("http*://**", lambda route: route.abort())  # a page opened from disk asks nobody
        for number, at in enumerate(chosen(addresses), 1):
            name = f"{number}-{at.rstrip('/').split('/', 1)[1].replace('/', '-')}"[:80]
            file = new / at / "index.html"
            if picture(page, file, first_new(old / at / "index.html", file), folder / f"{name}.png"):
                yield at
        browser.close()


if __name__ == "__main__":
    for address in pictures(*map(Path, sys.argv[1:4])):
        sys.stdout.write(f"{address}\n")
