"""The components of a site in plain text: every word that pages, notices and announcements show, without marks.

A component is a row of figures, a table, a chart, an answer, a boxed remark, a notice, an announcement, or the running
text of a page. Each is told once, with the pages that show it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.language.vietnamese import slug
from generator.pieces.blocks import Answers, Block, Figure, Grid, Notice, Page, Sheet
from generator.pieces.drawn_tables import Bullets
from generator.pieces.row_blocks import Link, Periods, Rows

LONGEST = 60
"""Letters of a component's name; those that share one share a file."""


def outline(value: Any, indent: str = "") -> str:
    """A value and what it holds, a line each; what is empty is left out."""
    if isinstance(value, Link):
        return f" {value.text} → {value.href}"
    if is_dataclass(value) and not isinstance(value, type):
        named = [(field.name, getattr(value, field.name)) for field in fields(value)]
        return "".join(f"\n{indent}{name}:{outline(one, indent + '  ')}" for name, one in named if _says(one))
    if isinstance(value, dict):
        return "".join(f"\n{indent}{name}:{outline(one, indent + '  ')}" for name, one in value.items() if _says(one))
    if isinstance(value, tuple | list):
        return "".join(f"\n{indent}-{outline(one, indent + '  ')}" for one in value)
    return f" {value}"


def _says(value: Any) -> bool:
    return value is not None and value is not False and value not in ("", ())


def components(pages: Iterable[Page], sheets: Iterable[Sheet]) -> dict[str, str]:
    """The file of each component: its texts, each with the pages that show it."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for page in pages:
        for name, text in _of_page(page):
            found[name][text.strip()].append(page.path or "/")
    for sheet in sheets:
        found[f"to-roi/{'-'.join(sheet.path.split('/')[2:-1])}"][outline(sheet).strip()].append(sheet.path)
    return {
        f"{name}.txt": "\n\n".join(
            f"# {', '.join(dict.fromkeys(shown))}\n{text}" for text, shown in sorted(own.items())
        ) + "\n"
        for name, own in found.items()
    }  # fmt: skip


def _of_page(page: Page) -> Iterator[tuple[str, str]]:
    """Name and text of each component of a page; running text together, in its order."""
    running = [outline({"title": page.title, "description": page.description, "kicker": page.kicker,
                        "crumbs": page.crumbs, "siblings": page.siblings})]  # fmt: skip
    parts: list[tuple[str, tuple[Block, ...]]] = [("", page.opening)]
    for section in page.sections:
        parts += [(f"{section.title} #{section.id}", section.blocks), (section.fold, section.folded)]
    for title, blocks in parts:
        running += [f"\n## {title}"] if title and blocks else []
        for block in blocks:
            own = list(_named(block))
            yield from own
            running += [f"\n{type(block).__name__}:{outline(block, '  ')}"] if not own else [f"\n[{own[0][0]}]"]
    yield f"loi/{slug(page.path) or 'trang-dau'}", "".join(running)


def _named(block: Block) -> Iterator[tuple[str, str]]:
    """The components of a block that has a name of its own."""
    match block:
        case Rows():
            for row in block.rows:
                yield _name("dong", row.name), outline(row)
        case Periods():
            yield _name("cac-ky", block.caption), outline(block)
        case Grid() | Bullets():
            yield _name("bang", block.caption), outline(block)
        case Figure():
            yield _name("bieu-do", block.chart.title), outline(block)
        case Answers():
            for answer in block.answers:
                yield _name("tra-loi", answer.question), outline(answer)
        case Notice():
            yield _name("thong-bao", block.title), outline(block)


def _name(kind: str, words: str) -> str:
    return f"{kind}/{slug(words)[:LONGEST].strip('-')}"
