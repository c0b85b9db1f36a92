"""`make audit`: builds the site, measures a page of each type and a stock page beside them, tells what to mend.

Exit codes: 0 all budgets hold, 1 one is broken, 2 the audit itself could not run.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from browsing import chromium
from playwright.sync_api import Browser, Error, sync_playwright

from audit import browse, stock, tools
from audit.host import Host, serving
from audit.model import Audited, AuditError
from audit.pages import PageType, page_types
from audit.verdict import broken, findings, table

STOCK = "stock Material + Altair"
ROOT = Path(__file__).resolve().parents[2]
PLACES = 8
"""How many places of a fault are told without --all."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the audit; returns its exit code."""
    parser = argparse.ArgumentParser(prog="audit", description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument(
        "--page", action="append", default=[], metavar="TYPE", help="only this page type; may be repeated"
    )
    parser.add_argument("--runs", type=int, default=1, metavar="N", help="runs of Lighthouse, the median counts")
    parser.add_argument("--quick", action="store_true", help="without Lighthouse")
    parser.add_argument("--all", action="store_true", help=f"every place of a fault, not only {PLACES} a rule")
    options = parser.parse_args(arguments)
    try:
        rows, beside = _measure(options.page, 0 if options.quick else max(options.runs, 1))
    except (AuditError, Error) as fault:
        print(fault, file=sys.stderr)
        return 2
    print(f"\n{table([*rows, beside])}")
    if told := findings(rows, None if options.all else PLACES):
        print(f"\nTo mend:\n{told}")
    faults = [f"{row.name}: {words}" for row in rows for words in broken(row)]
    print("\nBudgets broken:" if faults else "\nAll budgets hold.", *faults, sep="\n  ")
    return 1 if faults else 0


def _measure(wanted: Sequence[str], runs: int) -> tuple[list[Audited], Audited]:
    """Each wanted page type, all where none is named, and the stock page."""
    with tempfile.TemporaryDirectory(prefix="audit-") as folder, sync_playwright() as playwright:
        work, beside = Path(folder) / "site", Path(folder) / "stock"
        program = chromium() or playwright.chromium.executable_path
        browser = playwright.chromium.launch(executable_path=program, args=tools.FLAGS.split())
        page = partial(_audited, browser, program, runs)
        with serving(work) as host, serving(beside / "site") as other:
            _build(work, host.address)
            types = page_types(work)
            rows = []
            for kind in _chosen(types, wanted):
                rows.append(page(host, kind))
                print(f"    {'; '.join(broken(rows[-1])) or 'within all budgets'}", file=sys.stderr)
            commune = next((kind.address for kind in types if kind.name == "xa"), None)
            if commune is None:
                raise AuditError("The site has no commune whose tables could stand on the stock page.")
            tables = browse.cells(browser, host, commune)
            stock.build_stock(beside, other.address, tables, work / commune / "du-lieu" / "so-lieu.csv")
            if not browse.draws(browser, other, stock.PAGE, stock.CHART):
                raise AuditError("The stock page does not draw its chart: it would be compared with less than it is.")
            compared = page(other, PageType(STOCK, stock.PAGE, stock.BEFORE))
        browser.close()
    return rows, compared


def _build(site: Path, address: str) -> None:
    print("Building the site.", file=sys.stderr)
    command = [sys.executable, "-m", "generator", "build", "--out", str(site), "--site-url", address]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AuditError(f"The site was not built:\n{done.stdout}{done.stderr}")


def _chosen(types: Sequence[PageType], wanted: Sequence[str]) -> list[PageType]:
    if strange := set(wanted) - {kind.name for kind in types}:
        names = "\n  ".join(kind.name for kind in types)
        raise AuditError(f"No page type {', '.join(sorted(strange))}. There are:\n  {names}")
    return [kind for kind in types if not wanted or kind.name in wanted]


def _audited(browser: Browser, program: str, runs: int, host: Host, kind: PageType) -> Audited:
    """All measures of one page."""
    print(f"  {kind.name}: /{kind.address}", file=sys.stderr)
    return Audited(
        kind.name,
        kind.address,
        kind.narrow,
        browse.visit(browser, host, kind.address, kind.before),
        tools.lighthouse(host.address + kind.address, program, runs) if runs else None,
        browse.axe(browser, host, kind.address, tools.AXE),
        tools.html_validate(host.folder / kind.address / "index.html"),
    )


if __name__ == "__main__":
    sys.exit(main())
