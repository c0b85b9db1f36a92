"""A real Chromium for tests: where it is found, and a page opened with every fault it has written down."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal, Protocol

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

PATIENCE = 180_000
"""Milliseconds after which a page that does not come is a fault: on a busy machine each takes its time."""
STEP = 20
"""Milliseconds between two looks at a page."""
SOON = 0.02
"""Seconds between two looks of a server at whether it may end."""
SMALL = ViewportSize(width=360, height=900)


def chromium() -> str | None:
    """The browser named by CHROMIUM or found on the path; None lets Playwright use its own. One without windows takes a
    third of the time.
    """
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@contextmanager
def running() -> Iterator[Browser]:
    """A Chromium without a window, for as long as the block runs."""
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=chromium(), args=flags, timeout=PATIENCE)
        made.on("context", lambda own: own.set_default_timeout(PATIENCE))
        yield made
        made.close()


def until(page: Page, expression: str) -> None:
    """Wait until an expression holds on a page. It is asked again and again from outside: the pages' own policy forbids
    what Playwright would leave in them to do so.
    """
    until_true(page, lambda: bool(page.evaluate(expression)), expression)


def until_true(page: Page, holds: Callable[[], bool], words: str) -> None:
    """Wait while a page goes on, until something holds; `words` say what."""
    waited = 0
    while not holds():
        page.wait_for_timeout(STEP)
        waited += STEP
        assert waited < PATIENCE, words


Scheme = Literal["light", "dark"]


class Visit(Protocol):
    """What the fixture `visit` gives."""

    def __call__(
        self, path: str, width: int = 360, color_scheme: Scheme = "light", **context: Any
    ) -> tuple[Page, list[str]]:
        """A page of the real site at a width, and all that goes wrong on it until the test ends."""


class Windows:
    """Pages of one browser, each used again as if new: to make one costs more than most of what is looked at in it."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[Page]] = {}

    @contextmanager
    def opened(
        self,
        address: str,
        site: str = "",
        viewport: ViewportSize = SMALL,
        color_scheme: Scheme = "light",
        **context: Any,
    ) -> Iterator[tuple[Page, list[str]]]:
        """A page at an address (where it is "", the test opens it), with all that went wrong: words on the console (a
        policy broken among them), errors of scripts, answers that are none, and, where `site` is given, requests that
        leave it. `context` sets the page apart for good, as `java_script_enabled=False` does. A test that adds scripts
        to it closes it.
        """
        free = self._free.setdefault(repr(sorted(context.items())), [])
        page = free.pop() if free else self._browser.new_page(viewport=viewport, **context)

        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=color_scheme, media="null")
        faults: list[str] = []
        heard: dict[Any, Callable[[Any], None]] = {
            "console": lambda said: faults.append(said.text) if said.type in ("error", "warning") else None,
            "pageerror": lambda error: faults.append(str(error)),
            "request": lambda asked: None if asked.url.startswith((site, "blob:")) else faults.append(asked.url),
            "response": lambda got: faults.append(got.url) if got.status >= 400 else None,
        }
        for event, listener in heard.items():
            page.on(event, listener)
        if address:
            if "#" in address:
                page.goto("about:blank")  # else the same page would only scroll
            page.goto(address)
        yield page, faults
        if not page.is_closed():
            for event, listener in heard.items():
                page.remove_listener(event, listener)
            _forget(page)
            free.append(page)


def _forget(page: Page) -> None:
    """Leave a page as a new one is: what it stored, what was put before the site, where its pointer was."""
    page.unroute_all(behavior="ignoreErrors")
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.context.clear_cookies()
    page.mouse.move(0, 0)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which a folder answers on this machine, ending in '/'."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, args=(SOON,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """What one test was given is not kept for another."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
