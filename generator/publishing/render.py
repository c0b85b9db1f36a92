"""Templates turn contexts into text: Markdown pages, light pages, JSON. No words are chosen here.

The only module that imports jinja2.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from generator.charts import interactive
from generator.charts.cache import kept
from generator.charts.draw import Chart, drawn_by
from generator.language.compounds import together
from generator.pieces.abbreviations import MARKS, explained
from generator.pieces.blocks import Block, Figure, Page, Preview, Sheet
from generator.pieces.embed import Embed

TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> jinja2.Environment:
    """Strict (an unknown name is an error) and escaping everything by default; its templates are read once."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["md"] = markdown_text
    made.filters["together"] = together
    made.filters["sentence"] = sentence_text
    made.filters["yaml"] = yaml_text
    made.filters["kind"] = lambda block: type(block).__name__.lower()
    return made


def markdown_text(text: str) -> Markup:
    """Text that Markdown shows as it is, in a heading: every mark is escaped, compounds stay on one line."""
    flat = together(" ".join(text.split()))
    entities = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    escaped = re.sub(r"[&<>]|[\\`*_{}\[\]()#+!|~^=$:\"']", lambda m: entities.get(m[0], f"&#{ord(m[0])};"), flat)
    return Markup(escaped)  # noqa: S704 (escaped just above)


def sentence_text(text: str) -> Markup:
    """Text that Markdown shows as it is, as a paragraph: as HTML, and what would be a mark is escaped. Brackets and
    numbers of documents stay, for whom looks for abbreviations.
    """
    flat = str(escape(re.sub(r"\s*\n\s*", " ", text.strip()))).translate(MARKS)
    escaped = re.sub(r"^[#+:=-]|^\d(?=\d*[.)]\s)", lambda m: f"&#{ord(m[0])};", flat)
    return Markup(escaped)  # noqa: S704 (escaped just above)


def yaml_text(text: str) -> Markup:
    """Text as a YAML string for front matter (JSON strings are YAML strings), escaped for HTML: the
    theme prints title and description as they are.
    """
    return Markup(json.dumps(html.escape(" ".join(text.split())), ensure_ascii=False))  # noqa: S704 (a JSON string)


def charts(page: Page) -> list[Chart]:
    """The charts that a page shows."""
    parts = [page.opening, *(part for section in page.sections for part in (section.blocks, section.folded))]
    return [block.chart for part in parts for block in part if isinstance(block, Figure)]


def chart_files(pages: Iterable[Page], address: str) -> dict[str, str]:
    """What a reader's browser fetches to draw the charts of a commune's pages: one file below its address."""
    fillings = interactive.fillings(chart for page in pages for chart in charts(page))
    return {f"{address}du-lieu/bieu-do.json": _packed(fillings)} if fillings else {}


def chart_shapes(drawings: Path) -> dict[str, str]:
    """What all charts share, kept in the folder `drawings` until what makes it changes."""
    made = kept(drawings / f"{drawn_by()}.json", lambda: _packed(interactive.shapes()).encode())
    return {"assets/bieu-do.json": made.decode()}


def _packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def page_text(
    made: jinja2.Environment, page: Page, drawn: Mapping[Chart, str], known: Mapping[str, str] | None = None
) -> str:
    """The Markdown of a page with its charts inside, and the abbreviations that are `known` explained."""
    filled = replace(
        page,
        opening=with_svg(page.opening, drawn),
        sections=tuple(
            replace(section, blocks=with_svg(section.blocks, drawn), folded=with_svg(section.folded, drawn))
            for section in page.sections
        ),
    )
    text = made.get_template("page.md.j2").render(page=filled)
    return explained(re.sub(r"\n{3,}", "\n\n", text).strip() + "\n", known or {})


def embedded(sheet: Embed) -> list[Chart]:
    """The charts that a light page shows."""
    return [block.chart for part in sheet.parts for block in part.blocks if isinstance(block, Figure)]


def with_drawings(sheet: Embed, drawn: Mapping[Chart, str]) -> Embed:
    """A light page with its charts inside."""
    parts = (replace(part, blocks=with_svg(part.blocks, drawn)) for part in sheet.parts)
    return replace(sheet, parts=tuple(parts))


def with_svg(blocks: Iterable[Block], drawn: Mapping[Chart, str]) -> tuple[Block, ...]:
    """Blocks with their charts inside."""
    return tuple(replace(b, svg=drawn[b.chart]) if isinstance(b, Figure) else b for b in blocks)


def fragment_text(made: jinja2.Environment, blocks: Iterable[Block]) -> str:
    """The HTML of blocks that stand within a page that is made already."""
    show = made.get_template("blocks.html.j2").module
    return "\n".join(str(getattr(show, type(block).__name__.lower())(block)).strip() for block in blocks)


def sheet_text(made: jinja2.Environment, sheet: Sheet) -> str:
    """The HTML of a light page: the template of its kind."""
    return made.get_template(f"{type(sheet).__name__.lower()}.html.j2").render(sheet=sheet)


def with_preview(made: jinja2.Environment, page: str, preview: Preview) -> str:
    """The Markdown of a page written by hand, whose front matter then tells what is shown of it when it is shared."""
    lines = made.get_template("preview.yml.j2").module.preview(preview)  # type: ignore[attr-defined]
    return page.replace("---\n", f"---\n{lines}\n", 1)


def with_whole_titles(page: str) -> str:
    """The Markdown of a page written by hand, whose title and headings hold compounds together."""
    title = re.sub(r"^# .*", lambda line: together(line[0]), page, count=1, flags=re.MULTILINE)
    return re.sub(r"^## .*\{#.*", lambda line: together(line[0]), title, flags=re.MULTILINE)


def page_file(path: str) -> str:
    """Where the Markdown of the page at a site address stands: `a/b/` is `a/b/index.md`."""
    return f"{path}index.md"


def script_text(name: str, value: Any) -> str:
    """A script that gives the page one value under a name, so that it can be had without asking a server."""
    text = _packed(value)
    return f"window.{name}={text.replace(chr(0x2028), ' ').replace(chr(0x2029), ' ')};\n"


def json_text(value: Any) -> str:
    """A value as readable JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
