"""What a real Chromium sees of a page: bytes, time to the answer on a slow phone, and axe-core's complaints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from audit.host import Host, Sent
from audit.model import AuditError, Finding, Visit

PHONE = ViewportSize(width=360, height=640)
Scheme = Literal["light", "dark"]
VIEWS: tuple[tuple[Scheme, int], ...] = (("light", 320), ("light", 1280), ("dark", 320), ("dark", 1280))
"""Colours and widths in which axe-core looks: 320 px is a small phone, or a desk at 400 %."""

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = "async tags => (await axe.run(document, {runOnly: tags, resultTypes: ['violations']})).violations"

SLOW_3G = {"offline": False, "latency": 2000, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""Slow 3G as Chromium's developer tools have it: 400 kbit/s, each request waiting 2 s for its answer."""
SLOWER = 6
"""How many times slower the processor is made."""

LATER = """() => new Promise(done => {
  new PerformanceObserver(paints => {
    const first = paints.getEntriesByName('first-contentful-paint')[0];
    if (first) new PerformanceObserver(list => done(list.getEntries().pop().startTime - first.startTime))
      .observe({type: 'largest-contentful-paint', buffered: true});
  }).observe({type: 'paint', buffered: true});
  setTimeout(done, 5000, 0);
})"""
"""Milliseconds from the first paint to that of the largest text in view. The first paint of a slow phone is often the
head of the page alone; the largest text is the answer."""


def visit(browser: Browser, host: Host, address: str, before: str | None) -> Visit:
    """Bytes and times of a page: visited first, after another page of its commune, and on a slow phone."""
    with browser.new_context(viewport=PHONE) as context:
        sent = _fetched(context, host, address)
    second = None
    if before is not None:
        with browser.new_context(viewport=PHONE) as context:
            _fetched(context, host, before)
            second = sum(one.size for one in _fetched(context, host, address))
    html = next(one.size for one in sent if one.path == f"/{address}")
    return Visit(sum(one.size for one in sent), html, len(sent), second, _answer(browser, host, address))


def _fetched(context: BrowserContext, host: Host, address: str) -> list[Sent]:
    """What the host sent for a page until the network fell silent."""
    host.sent.clear()
    page = context.new_page()
    page.goto(host.address + address, wait_until="networkidle")
    icon = page.evaluate("(document.querySelector('link[rel~=icon]') || {}).href")
    if icon and len(context.pages) == 1 and urlsplit(icon).path not in {one.path for one in host.sent}:
        context.request.get(icon)  # a phone asks for it on its first visit, Chromium without a window may not
    return list(host.sent)


def _answer(browser: Browser, host: Host, address: str) -> float:
    """Seconds from the first byte of a page to the paint of the largest text or picture in view, on a slow phone."""
    marks: dict[str, float] = {}

    def on_response(event: Mapping[str, Any]) -> None:
        if event["type"] == "Document":
            marks.setdefault("byte", event["timestamp"])

    def on_lifecycle(event: Mapping[str, Any]) -> None:
        if event["name"] == "firstContentfulPaint":
            marks["paint"] = event["timestamp"]

    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        line = context.new_cdp_session(page)
        line.on("Network.responseReceived", on_response)
        line.on("Page.lifecycleEvent", on_lifecycle)
        for command, values in (
            ("Network.enable", {}),
            ("Page.enable", {}),
            ("Page.setLifecycleEventsEnabled", {"enabled": True}),
            ("Network.emulateNetworkConditions", SLOW_3G),
            ("Emulation.setCPUThrottlingRate", {"rate": SLOWER}),
        ):
            line.send(command, values)
        page.goto(host.address + address, timeout=120_000)
        # The two clocks differ by a constant, which the first paint tells: it is read on both.
        later = page.evaluate(LATER)
    return float(marks["paint"] - marks["byte"] + later / 1000)


def axe(browser: Browser, host: Host, address: str, library: Path) -> tuple[Finding, ...]:
    """Violations on a page in all views, each rule and place once, with the views in which it was seen."""
    source = library.read_text(encoding="utf-8")
    seen: dict[Finding, list[str]] = {}
    for scheme, width in VIEWS:
        with browser.new_context(viewport=ViewportSize(width=width, height=900), color_scheme=scheme) as context:
            page = context.new_page()
            page.goto(host.address + address, wait_until="networkidle")
            page.evaluate(source)
            for finding in _violations(page):
                seen.setdefault(finding, []).append(f"{scheme} {width}")
    return tuple(
        Finding(
            one.tool,
            one.rule,
            one.says,
            f"{one.place} [{'all views' if len(views) == len(VIEWS) else ', '.join(views)}]",
        )
        for one, views in seen.items()
    )


def _violations(page: Page) -> Iterator[Finding]:
    for violation in page.evaluate(AXE, TAGS):
        for node in violation["nodes"]:
            place = " ".join(part if isinstance(part, str) else " ".join(part) for part in node["target"])
            yield Finding("axe", violation["id"], f"{violation['help']} ({violation['impact']})", place)


def draws(browser: Browser, host: Host, address: str, selector: str) -> bool:
    """Whether a page comes to show something, scripts and all."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(host.address + address, wait_until="networkidle")
        return page.locator(selector).first.is_visible()


def cells(browser: Browser, host: Host, address: str) -> list[list[list[str]]]:
    """The tables of a page: rows of the texts of their cells."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(host.address + address)
        tables: list[list[list[str]]] = page.evaluate(
            """() => [...document.querySelectorAll('table')].map(table => [...table.rows].map(
              row => [...row.cells].map(cell => cell.textContent.replace(/\\s+/g, ' ').trim())))"""
        )
    if not tables:
        raise AuditError(f"There is no table on {address}: nothing to put on the stock page.")
    return tables
