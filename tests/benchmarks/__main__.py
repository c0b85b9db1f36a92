"""`make bench`: what a build costs beside the straightforward way and two floors, all in one run."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks import tables
from benchmarks.measured import Failed
from benchmarks.rows import WAYS, measure

COMPARED = 100
"""Up to so many communes the corrected site is compared with one more cold build."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the table; 1 where a build fails."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--communes", type=int, nargs="+", default=[30], metavar="N", help="sizes, the smallest first")
    parser.add_argument("--months", type=int, default=12, metavar="M", help="months of figures")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS), help="what is measured beside cold")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes of our builds")
    parser.add_argument("--site-url", default="", metavar="ADDRESS", help="draw cards too: ours alone does")
    parser.add_argument("--to", type=Path, metavar="FILE", help="where the table is written too")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where sites are built; 10 MB a commune")
    options = parser.parse_args(arguments)
    found = []
    for communes in options.communes:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=options.work) as folder:
            try:
                found.append(measure(
                    Path(folder), communes, options.months, options.ways, options.jobs, options.site_url,
                    compare=communes <= COMPARED, tell=partial(print, file=sys.stderr, flush=True),
                ))  # fmt: skip
            except Failed as fault:
                print(fault, file=sys.stderr)
                return 1
        text = tables.told(found, options.ways, machine(options.jobs))
        if options.to:  # after each size: the next may take an hour
            options.to.write_text(text, encoding="utf-8")
    print(text)
    return 0


def machine(jobs: int) -> str:
    """What it was measured on, as far as it matters."""
    busy = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    return (f"Measured with Python {platform.python_version()} on {os.cpu_count()} cores{busy}; our builds with "
            f"`--jobs {jobs}`.")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
