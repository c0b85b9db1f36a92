"""The straightforward way to the same pages and pictures, in one warm process: pandas reads a commune's figures,
Altair makes and saves each chart by itself, MkDocs builds the Markdown with Material as it comes. No cache, no batch,
no check.

It is treated kindly: the Markdown is there already, drawings do not pass through Markdown, the same chart on two pages
is drawn once, a `nav` of ten entries keeps Material's menus short, and there is no search, which would read every page.
"""

from __future__ import annotations

import logging
import shutil
import sys
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks.weights import commune_of, drawings

NAV, BARS = 10, 12
"""Entries of the menu; bars of a chart."""
EXTENSIONS: list[str] = ["attr_list", "def_list", "tables"]


def main(ours: Path, site: Path, work: Path) -> None:
    """Make in `work` the site of the Markdown in `ours`, its figures as `site` publishes them."""
    docs = work / "docs"
    charts = Charts(site, docs / "charts")
    for path in sorted(path for path in ours.rglob("*") if path.is_file()):
        name = path.relative_to(ours).as_posix()
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md":
            (docs / name).write_bytes(with_pictures(path.read_bytes(), name, charts))
        else:
            shutil.copyfile(path, docs / name)
    pages = ["index.md", *sorted(path.relative_to(docs).as_posix() for path in docs.glob("*/index.md"))]
    logging.disable(logging.CRITICAL)
    (work / "mkdocs.yml").write_text("site_name: Số liệu\n", encoding="utf-8")
    build(load_config(
        str(work / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(work / "site"), nav=pages[:NAV], plugins=[],
        theme={"name": "material", "language": "vi", "font": False}, markdown_extensions=EXTENSIONS,
    ))  # fmt: skip


def with_pictures(page: bytes, name: str, charts: Charts) -> bytes:
    """The Markdown of a page, each of its charts a picture beside it."""
    up = b"../" * name.count("/")
    for drawing in drawings(page):
        if drawing.startswith(b'<svg class="chart'):
            page = page.replace(drawing, b'<img alt="" src="%scharts/%d.svg">' % (up, charts.drawn(drawing, name)), 1)
    return page


class Charts:
    """The charts of a site, as many as ours has, each of figures of its commune."""

    def __init__(self, site: Path, into: Path) -> None:
        self.site, self.into = site, into
        self.numbers: dict[int, int] = {}
        self.read: tuple[str, list[pd.DataFrame]] = ("", [])
        self.any = next(path.parents[1].relative_to(site).as_posix() for path in site.glob("*/*/du-lieu/so-lieu.csv"))
        into.mkdir(parents=True)

    def drawn(self, drawing: bytes, page: str) -> int:
        """The number of the picture that stands for a drawing on a page; drawn where it is not yet."""
        key = hash(drawing)
        if key not in self.numbers:
            number = self.numbers[key] = len(self.numbers)
            series = self.of_commune(commune_of(page))
            chart(series[number % len(series)]).save(self.into / f"{number}.svg")
        return self.numbers[key]

    def of_commune(self, commune: str) -> list[pd.DataFrame]:
        """The figures of a commune, an indicator each; of any commune where a page is of none."""
        commune = commune or self.read[0] or self.any
        if commune != self.read[0]:
            figures = pd.read_csv(self.site / commune / "du-lieu" / "so-lieu.csv", dtype=str)
            figures["gia_tri"] = pd.to_numeric(figures["gia_tri"], errors="coerce")
            several = figures.dropna(subset=["gia_tri"]).groupby("chi_tieu")
            self.read = (commune, [rows.tail(BARS) for _, rows in several if len(rows) > 1])
        return self.read[1]


def chart(rows: pd.DataFrame) -> Any:
    """Bars over periods with their values."""
    bars = alt.Chart(rows[["ky_in", "gia_tri"]], title=str(rows["chi_tieu"].iloc[0]), width=300).mark_bar()
    bars = bars.encode(x=alt.X("ky_in:N", sort=None, title=None), y=alt.Y("gia_tri:Q", title=None))
    return bars + bars.mark_text(dy=-6).encode(text="gia_tri:Q")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
