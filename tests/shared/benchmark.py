"""How the time of a build is spent, as ratios measured side by side in one run: `make bench`; how a check grows
from a tenth of the country's communes to all of them: `make bench-country`.

The machine may be shared and noisy, so seconds are told only to give the ratios a scale.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

import composing

from generator.charts import draw
from generator.commune import examine as examining
from generator.commune.outcome import Survey
from generator.commune.survey import survey
from generator.comparing import differences
from generator.figures import compute, melt
from generator.officer.sample import write_sample
from generator.pieces.views import view_of
from generator.publishing import mkdocs_site, render, write

COMMUNES, MONTHS = 40, 6
STOCK_PAGE = "# Trang {0}\n\n" + "\n\n".join(
    f"## Phần {part}\n\n| Chỉ tiêu | Giá trị | Kỳ |\n| --- | --: | --- |\n"
    + "\n".join(f"| Chỉ tiêu {row} | {row * 37} | Tháng {row} |" for row in range(1, 13))
    for part in range(1, 6)
)


SIZES, COUNTRY_MONTHS = (332, 3321), 3
PARTS = {
    "read": (examining, "read_folder"),
    "rules on rows": (examining, "check"),
    "personal data": (examining, "personal_data"),
    "figures": (melt, "figures"),
    "recompute": (compute, "recompute"),
    "rules on figures": (differences, "differences"),
}
"""A part of a check, and the function whose time is its time."""


def timed(action: Callable[[], Any], clock: Callable[[], float] = time.perf_counter) -> tuple[float, Any]:
    """Seconds that an action takes, and what it gives."""
    start = clock()
    made = action()
    return clock() - start, made


def stock(folder: Path, pages: int) -> float:
    """Seconds per page of plain MkDocs with Material for pages of five Markdown tables."""
    write.sync(folder / "docs", {f"p{number}/index.md": STOCK_PAGE.format(number) for number in range(pages)})
    (folder / "mkdocs.yml").write_text("site_name: stock\ntheme: material\nplugins: []\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml")]
    seconds, _ = timed(lambda: subprocess.run(command, check=True, capture_output=True))
    return seconds / pages


def checked(data: Path) -> dict[str, float]:
    """Seconds of the processor for a check and its parts, figures, and peak memory in MB; of this whole process, so
    call it in a new one.
    """
    spent = dict.fromkeys(PARTS, 0.0)

    def measured(part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            bit_by_bit = part == "personal data"
            action = partial(function, *given, **named)
            seconds, made = timed((lambda: list(action())) if bit_by_bit else action, time.process_time)
            spent[part] += seconds
            return made

        return run

    for part, (module, name) in PARTS.items():
        mock.patch.object(module, name, measured(part, getattr(module, name))).start()
    seconds, examined = timed(partial(survey, data), time.process_time)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return spent | {"all": seconds, "figures made": len(examined.figures), "peak": peak}


def country() -> None:
    """Check a tenth of the country and the whole, each in a process of its own, and print how they compare."""
    found: list[dict[str, float]] = []
    for communes in SIZES:
        with tempfile.TemporaryDirectory() as name:
            write_sample(Path(name) / "data", communes, COUNTRY_MONTHS, seed=1)
            command = [sys.executable, __file__, "--check", str(Path(name) / "data")]
            found.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
        last = found[-1]
        print(
            f"check of {communes} communes × {COUNTRY_MONTHS} months: {last['figures made']:.0f} figures, "
            f"{last['all']:.1f} s, {last['peak']:.0f} MB at most"
        )
    tenth, whole = found
    for part in PARTS:
        times = whole[part] / tenth[part]
        print(f"  {part:<18}{whole[part] / whole['all']:5.0%} of a check; {times:5.1f} times a tenth's")
    print(f"whole / a tenth: time {whole['all'] / tenth['all']:.1f}, memory {whole['peak'] / tenth['peak']:.1f}")


def main() -> None:
    """Measure one sample site and print a line a ratio."""
    date = dt.date(2026, 11, 1)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        write_sample(place / "data", COMMUNES, MONTHS, seed=1)
        examined: Survey
        checking, examined = timed(lambda: survey(place / "data"))
        view = view_of(examined, date)
        pages = composing.pages(view)
        charts = list(dict.fromkeys(chart for page in pages for chart in render.charts(page)))
        cold, _ = timed(lambda: draw.draw(charts, place / "one"))
        two, _ = timed(lambda: draw.draw(charts, place / "two", jobs=2))
        warm, _ = timed(lambda: draw.draw(charts, place / "one"))
        writing, _ = timed(lambda: composing.compose(view, place, place / "one"))
        settings = mkdocs_site.Settings(date)
        making, _ = timed(lambda: mkdocs_site.make(place / "docs", place / "site", settings))
        again, changed = timed(lambda: composing.compose(view, place, place / "one"))
        plain = stock(place / "stock", 60)
    whole = checking + cold + writing + making
    print(
        f"{COMMUNES} communes × {MONTHS} months: {len(view.figures)} figures, {len(pages)} pages, {len(charts)} charts"
    )
    for words, part in (("check", checking), ("draw", cold), ("compose", writing), ("MkDocs and links", making)):
        print(f"  {words:<18}{part:7.2f} s  {part / whole:5.0%} of a cold build")
    print(f"one of our pages / a stock page of five tables: {making / len(pages) / plain:.2f}")
    print(f"drawing from the cache / drawing anew: {warm / cold:.3f}")
    print(f"drawing in two processes / in one: {two / cold:.2f}")
    print(f"composing again, nothing new ({changed} files) / a cold build: {again / whole:.4f}")


if __name__ == "__main__":
    if "--check" in sys.argv:
        print(json.dumps(checked(Path(sys.argv[-1]))))
    elif "--country" in sys.argv:
        country()
    else:
        main()
