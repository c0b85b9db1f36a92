"""How the time of a build is spent, as ratios measured side by side in one run: `make bench`.

The machine may be shared and noisy, so seconds are told only to give the ratios a scale.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator import build, draw, render, site, write
from generator.examine import Examined, examine
from generator.sample import write_sample

COMMUNES, MONTHS = 40, 6
STOCK_PAGE = "# Trang {0}\n\n" + "\n\n".join(
    f"## Phần {part}\n\n| Chỉ tiêu | Giá trị | Kỳ |\n| --- | --: | --- |\n"
    + "\n".join(f"| Chỉ tiêu {row} | {row * 37} | Tháng {row} |" for row in range(1, 13))
    for part in range(1, 6)
)


def timed(action: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds that an action takes, and what it gives."""
    start = time.perf_counter()
    made = action()
    return time.perf_counter() - start, made


def stock(folder: Path, pages: int) -> float:
    """Seconds per page of plain MkDocs with Material for pages of five Markdown tables."""
    write.sync(folder / "docs", {f"p{number}/index.md": STOCK_PAGE.format(number) for number in range(pages)})
    (folder / "mkdocs.yml").write_text("site_name: stock\ntheme: material\nplugins: []\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml")]
    seconds, _ = timed(lambda: subprocess.run(command, check=True, capture_output=True))
    return seconds / pages


def main() -> None:
    """Measure one sample site and print a line a ratio."""
    date = dt.date(2026, 11, 1)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        write_sample(place / "data", COMMUNES, MONTHS, seed=1)
        examined: Examined
        checking, examined = timed(lambda: examine(place / "data"))
        view = build.view_of(examined, date)
        composing, pages = timed(lambda: build.pages(view))
        charts = list(dict.fromkeys(chart for page in pages for chart in render.charts(page)))
        cold, _ = timed(lambda: draw.draw(charts, place / "one"))
        two, _ = timed(lambda: draw.draw(charts, place / "two", jobs=2))
        warm, _ = timed(lambda: draw.draw(charts, place / "one"))
        rendering, files = timed(lambda: build.documents(view, place / "one", 1))
        write.sync(place / "docs", files)
        settings = site.Settings(date)
        making, _ = timed(lambda: site.make(place / "docs", place / "site", place / "mkdocs.yml", settings))
        again, changed = timed(lambda: write.sync(place / "docs", files))
        plain = stock(place / "stock", 60)
    whole = checking + composing + cold + rendering + making
    print(
        f"{COMMUNES} communes × {MONTHS} months: {len(view.figures)} figures, {len(pages)} pages, {len(charts)} charts"
    )
    for words, part in (("check", checking), ("compose", composing), ("draw", cold), ("render", rendering),
                        ("MkDocs and links", making)):  # fmt: skip
        print(f"  {words:<18}{part:7.2f} s  {part / whole:5.0%} of a cold build")
    print(f"one of our pages / a stock page of five tables: {making / len(pages) / plain:.2f}")
    print(f"drawing from the cache / drawing anew: {warm / cold:.3f}")
    print(f"drawing in two processes / in one: {two / cold:.2f}")
    print(f"writing nothing anew ({changed} files) / a cold build: {again / whole:.4f}")


if __name__ == "__main__":
    main()
