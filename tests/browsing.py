"""A real Chromium for tests: where it is found, and a page opened with every fault it has written down."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

PATIENCE = 180_000
"""Milliseconds after which a page that does not come is a fault: on a busy machine each takes its time."""


def chromium() -> str | None:
    """The browser named by CHROMIUM or found on the path; None lets Playwright use its own."""
    names = ("chromium", "chromium-browser", "google-chrome")
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


@contextmanager
def opened(browser: Browser, address: str, site: str = "", **context: Any) -> Iterator[tuple[Page, list[str]]]:
    """A page in a context of its own, with all that went wrong: words on the console (a policy broken among them),
    errors of scripts, answers that are none, and, where `site` is given, requests that leave it.
    """
    with browser.new_context(**context) as own:
        page = own.new_page()
        faults: list[str] = []
        page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith((site, "blob:")) else faults.append(asked.url))
        page.on("response", lambda got: faults.append(got.url) if got.status >= 400 else None)
        page.goto(address)
        yield page, faults


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which a folder answers on this machine, ending in '/'."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
