"""The officers' guide as tests and pictures need it: its pages taken apart, and the made-up commune of its examples."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

from support import ROOT, TESTS

GUIDE = ROOT / "site_src" / "huong-dan"
COMMUNE = "xa/99999-mau"
"""The folder of “Xã Mẫu”, which does not exist; all its figures are made up."""
_UNITS = "99,Tỉnh Mẫu,tinh,,2026-01-01\n99999,Xã Mẫu,xa,99,2026-01-01\n"


def page(name: str) -> str:
    """The Markdown of a page of the guide; '' is its first page."""
    return (GUIDE / name / "index.md").read_text(encoding="utf-8")


def whole() -> str:
    """All pages together."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(GUIDE.rglob("*.md")))


def example(folder: Path) -> Path:
    """A data folder with the made-up commune as it was before the month of the examples."""
    data = folder / "data"
    shutil.copytree(ROOT / "data" / "danh-muc", data / "danh-muc")
    shutil.copytree(TESTS / "huong-dan" / "xa", data / "xa")
    with (data / "danh-muc" / "don-vi-hanh-chinh.csv").open("a", encoding="utf-8", newline="") as units:
        units.write(_UNITS)
    return data


def add(data: Path, table: str, row: str) -> None:
    """Append a row to a table of the made-up commune, as an officer does in an editor."""
    with (data / COMMUNE / table).open("a", encoding="utf-8", newline="") as file:
        file.write(row)


def fenced(name: str, kind: str) -> list[str]:
    """The code blocks of one kind on a page."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", page(name), re.MULTILINE | re.DOTALL)


def table(name: str, section: str) -> list[tuple[str, ...]]:
    """The rows of the first table below the heading with the anchor `section`, without code marks."""
    below = page(name).partition(f"{{#{section}}}")[2]
    lines = re.search(r"(?:^\|.*\n)+", below, re.MULTILINE)
    assert lines, section
    rows = lines[0].splitlines()[2:]
    return [tuple(cell.replace("`", "").strip() for cell in row.strip("|").split("|")) for row in rows]


class Entry(NamedTuple):
    """What the guide says of one message code: plain name, the words of severity that it sets in bold, examples."""

    code: str
    name: str
    severities: frozenset[str]
    examples: tuple[str, ...]


_ENTRY = re.compile(r"^### `(.+?)`: (.+?) \{#(.+?)\}\n\n(.+?)\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_BOLD, _QUOTED = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"^> (.+)$", re.MULTILINE)


def entries() -> list[Entry]:
    """The message codes that can be looked up, in the order of their pages."""
    return [
        Entry(anchor, name, frozenset(_BOLD.findall(first)), tuple(_QUOTED.findall(rest)))
        for shown, name, anchor, first, rest in _ENTRY.findall(page("ma-loi") + "\n" + page("ma-loi-bieu"))
        if shown == anchor
    ]
