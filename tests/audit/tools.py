"""The programs of Node.js that judge a page, Lighthouse and html-validate, and where their packages lie."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from audit.model import AuditError, Finding, Lighthouse

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
AXE = PACKAGES / "axe-core" / "axe.min.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
PLACES = 5
"""How many places of one of Lighthouse's audits are told."""


def lighthouse(address: str, chromium: str, runs: int) -> Lighthouse:
    """Medians of several runs of Lighthouse on an address; the findings are those of the first run."""
    reports = [_report(address, chromium) for _ in range(runs)]
    score, paint, size = (
        lambda name: round(statistics.median(report["categories"][name]["score"] for report in reports) * 100),
        statistics.median(report["audits"]["largest-contentful-paint"]["numericValue"] for report in reports),
        statistics.median(report["audits"]["total-byte-weight"]["numericValue"] for report in reports),
    )
    performance, *others = map(score, CATEGORIES)
    return Lighthouse(
        (performance, others[0], others[1], others[2]), paint / 1000, round(size), tuple(_short(reports[0]))
    )


def _report(address: str, chromium: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as work:
        out = Path(work) / "report.json"
        command = [
            str(PACKAGES / ".bin" / "lighthouse"), address, "--quiet", "--output=json", f"--output-path={out}",
            f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={FLAGS}",
        ]  # fmt: skip
        done = _run(command, {"CHROME_PATH": chromium, "TMPDIR": work})
        report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    fault = report.get("runtimeError", {}).get("message") if report else done.stderr.strip()[-2000:]
    if fault or not report:
        raise AuditError(f"Lighthouse could not measure {address}: {fault or 'it left no report'}")
    return report


def _short(report: dict[str, Any]) -> Iterator[Finding]:
    """What lowers a score below 100, audit by audit, with selectors where there are any."""
    for name in CATEGORIES:
        category = report["categories"][name]
        if category["score"] == 1:
            continue
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            counts = reference["weight"] > 0 or any((audit.get("metricSavings") or {}).values())
            if counts and audit["score"] is not None and audit["score"] < 1:
                for place in _places(audit):
                    yield Finding(f"lighthouse {name}", audit["id"], audit["title"], place)


def _places(audit: dict[str, Any]) -> Iterator[str]:
    items = (audit.get("details") or {}).get("items", [])
    nodes = [item["node"]["selector"] for item in items if "selector" in item.get("node", {})]
    urls = [
        f"{item['url']} ({item.get('wastedBytes', item.get('wastedMs', 0)):.0f})" for item in items if "url" in item
    ]
    told = nodes or urls or [audit.get("displayValue") or audit.get("explanation") or ""]
    yield from told[:PLACES]


def html_validate(file: Path) -> tuple[Finding, ...]:
    """What html-validate finds wrong in a page's HTML, with its selector where it has one."""
    with tempfile.TemporaryDirectory() as work:
        out = Path(work) / "report.json"  # a pipe would lose what is beyond its 64 KB when the program ends
        command = [
            str(PACKAGES / ".bin" / "html-validate"), str(file), "--config", str(HERE / "html-validate.cjs"),
            f"--formatter=json={out}",
        ]  # fmt: skip
        done = _run(command, {})
        if not out.exists():
            raise AuditError(f"html-validate could not read {file}: {(done.stderr or done.stdout).strip()[-2000:]}")
        results = json.loads(out.read_text(encoding="utf-8"))
    return tuple(
        Finding("html-validate", message["ruleId"], "", _spot(message))
        for result in results
        for message in result["messages"]
    )


def _spot(message: dict[str, Any]) -> str:
    return f"{message['message']}: {message.get('selector') or 'line ' + str(message['line'])}"


def _run(command: Sequence[str], more: dict[str, str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command, env={**os.environ, **more}, capture_output=True, text=True, check=False, timeout=300
        )
    except FileNotFoundError:
        raise AuditError(f"{command[0]} is not there: run `make audit`, which installs it.") from None
    except subprocess.TimeoutExpired:
        raise AuditError(f"{Path(command[0]).name} did not end within five minutes: {' '.join(command[1:2])}") from None
