"""The rows of the table: each way to a site, measured one after another over the same data."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import floors, home, steps, weights
from benchmarks.measured import Cost, cost
from benchmarks.weights import Weight

COLD, UNCHANGED, CELL, CHECK = "ours, cold", "ours, unchanged", "ours, one cell changed", "ours, check only"
STRAIGHT, HUGO, COPY = "the straightforward way", "Hugo, same Markdown", "plain copy of the site"
WAYS = {"cold": COLD, "unchanged": UNCHANGED, "cell": CELL, "check": CHECK, "straightforward": STRAIGHT,
        "hugo": HUGO, "copy": COPY}  # fmt: skip
"""What may be asked for, and its name in the table. The cold build is always made: the others stand on it."""


class Row(NamedTuple):
    """One way, measured for so many communes."""

    communes: int
    way: str
    cost: Cost


class Found(NamedTuple):
    """All that was measured for so many communes: rows, seconds of a cold build by step, weight, charts and pages that
    its communes have; the files in which the corrected site is not what a cold build makes, None where nobody compared.
    """

    communes: int
    months: int
    rows: tuple[Row, ...]
    steps: dict[str, float]
    weight: Weight
    charts: int
    pages: int
    different: tuple[str, ...] | None

    def cost(self, way: str) -> Cost | None:
        """What a way costs, where it was measured."""
        return next((row.cost for row in self.rows if row.way == way), None)


def measure(
    work: Path, communes: int, months: int, ways: Sequence[str], jobs: int, site_url: str, *, compare: bool,
    tell: Callable[[str], None],
) -> Found:  # fmt: skip
    """Measure the ways in the empty folder `work`. Raises Failed."""
    tell(f"{communes} communes × {months} months: data")
    place = home.copied(work / "home", communes, months)
    about = [] if not site_url else ["--site-url", site_url]
    build = home.portal("build", "--date", home.DAY, "--jobs", str(jobs), *about)
    path = {"PYTHONPATH": str(place)}
    samples = work / "samples"
    samples.mkdir()
    seen = {"PYTHONPATH": f"{Path(__file__).parent / 'sampled'}:{place}", "SAMPLES": str(samples)}
    rows: list[Row] = []

    def measured(way: str, command: Sequence[str | Path], more: dict[str, str] | None = None) -> Cost:
        found = cost(command, place, path if more is None else more)
        rows.append(Row(communes, way, found))
        tell(f"{communes} communes: {way}: {found.cpu:.1f} CPU s, {found.wall:.1f} s")
        return found

    if "check" in ways:
        measured(CHECK, home.portal("check", "--date", home.DAY))
    cold = measured(COLD, build, seen)
    site, docs = place / "site", work / "docs"
    for one in home.docs(place):
        shutil.copytree(one, docs, dirs_exist_ok=True)
    charts, pages = counted(docs)
    weight = weights.weighed(site)
    for way, command in _others(ways, site, docs, work):
        measured(way, command, {"PYTHONPATH": str(Path(__file__).parents[1]), "NO_MKDOCS_2_WARNING": "1"})
    if "unchanged" in ways:
        measured(UNCHANGED, build)
    different = None
    if "cell" in ways:
        where = home.correct(place / "data")
        home.commit(place, home.SECOND, f"Sửa một ô ({where})\n\nLy-do: gõ nhầm")
        measured(CELL, build)
        different = tuple(_compared(place, build)) if compare else None
    rows.sort(key=lambda row: list(WAYS.values()).index(row.way))
    return Found(
        communes, months, tuple(rows), steps.by_step(steps.read(samples), cold.cpu), weight, charts, pages, different
    )


def _others(ways: Sequence[str], site: Path, docs: Path, work: Path) -> Iterator[tuple[str, Sequence[str | Path]]]:
    """The ways that are not ours, each laid out just before it is measured and removed after that."""
    if "straightforward" in ways:
        yield STRAIGHT, [sys.executable, "-m", "benchmarks.straightforward", docs, site, work / "straightforward"]
        shutil.rmtree(work / "straightforward")
    if "hugo" in ways and (program := floors.hugo()):
        floors.for_hugo(docs, work / "hugo")
        yield HUGO, [program, "--quiet", "--source", work / "hugo", "--destination", work / "hugo" / "public"]
        shutil.rmtree(work / "hugo")
    if "copy" in ways:
        yield COPY, ["cp", "-r", site, work / "copied"]
        shutil.rmtree(work / "copied")


def _compared(place: Path, build: Sequence[str]) -> list[str]:
    """The files in which the site that stands differs from one that a copy without any cache makes of the same data."""
    fresh = place.with_name("fresh")
    shutil.copytree(place, fresh, ignore=shutil.ignore_patterns("build", "site", "said.txt"))
    cost(build, fresh, {"PYTHONPATH": str(fresh)})
    return weights.different(place / "site", fresh / "site")


def counted(docs: Path) -> tuple[int, int]:
    """How many different charts, and how many pages of Markdown, the folders of communes have."""
    pages = [path for path in docs.rglob("*.md") if weights.commune_of(path.relative_to(docs).as_posix())]
    charts = {one for page in pages for one in weights.drawings(page.read_bytes()) if one.startswith(CHART)}
    return len(charts), len(pages)


CHART = b'<svg class="chart'
"""How a chart begins on a page; smaller drawings are no charts."""
