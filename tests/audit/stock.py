"""The site to compare with: stock MkDocs Material, tables in Markdown, a chart embedded as Altair's guide has it.

The audit is kind to it: Vega comes from the same host instead of a content network, in its compressed single files,
and the letters that the theme fetches from Google are left out, since nothing may leave this machine.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import altair as alt
import pandas as pd

from audit.model import AuditError
from audit.tools import PACKAGES

PAGE, BEFORE = "xa/", ""
"""The page that is measured, and the one read before it."""
CHART = "#bieu-do canvas, #bieu-do svg"
"""What the chart is once it is drawn."""

SETTINGS = """site_name: Số liệu của xã
site_url: {address}
theme:
  name: material
  language: vi
  font: false
"""
SCRIPTS = {
    "vega": "vega/build/vega.min.js",
    "vega-lite": "vega-lite/build/vega-lite.min.js",
    "vega-embed": "vega-embed/build/vega-embed.min.js",
}

Table = Sequence[Sequence[str]]
"""Rows of cells, the header first."""


def build_stock(work: Path, address: str, tables: Sequence[Table], figures: Path) -> Path:
    """A built stock site of two like pages with a commune's tables and a chart of its figures (`so-lieu.csv`)."""
    docs = work / "docs"
    chart = _embedded(figures)
    text = "\n\n".join(filter(None, map(_markdown, tables)))
    for page, title in ((PAGE, "Số liệu của xã"), (BEFORE, "Trang đầu")):
        folder = docs / page
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.md").write_text(f"# {title}\n\n{chart}\n\n{text}\n", encoding="utf-8")
    (docs / "vega").mkdir()
    for name, file in SCRIPTS.items():
        shutil.copy(PACKAGES / file, docs / "vega" / f"{name}.js")
    (work / "mkdocs.yml").write_text(SETTINGS.format(address=address), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(work / "mkdocs.yml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AuditError(f"MkDocs could not build the stock page: {done.stderr.strip()[-2000:]}")
    return work / "site"


def _markdown(table: Table) -> str:
    """A table as Markdown has it; rows are filled up to the widest, since Markdown knows no joined cells."""
    width = max(map(len, table), default=0)
    rows = [[cell.replace("|", "\\|") for cell in row] + [""] * (width - len(row)) for row in table]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*lines[:1], f"|{' --- |' * width}", *lines[1:]]) if width else ""


def _embedded(figures: Path) -> str:
    """The indicator with the most values as bars over its periods: Altair's own HTML, scripts from this host."""
    frame = pd.read_csv(figures, dtype=str)
    frame = frame[frame["gia_tri"].notna()]
    most = frame["chi_tieu"].value_counts().index[0]
    bars = frame[frame["chi_tieu"] == most].assign(gia_tri=lambda rows: rows["gia_tri"].astype(float))
    chart = alt.Chart(bars[["ky_in", "gia_tri"]], width="container").mark_bar().encode(x="gia_tri:Q", y="ky_in:N")
    html = str(chart.to_html(fullhtml=False, base_url="/vega", output_div="bieu-do"))
    return re.sub(r'src="/vega/([\w-]+)@[^"]*"', r'src="/vega/\1.js"', html)
