"""The rooms of the design hold: imports run one way, each outside library has its one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from support import ROOT

ROOMS = {
    "nouns": (
        "choices", "disk", "schema", "indicator", "model", "vietnamese", "undisguised", "digits", "telephones",
        "papers", "accounts", "personal", "no_number", "unreadable", "quantities", "periods", "spoken", "formulas",
        "evidence", "quotes", "places",
    ),
    "reading": (
        "legacy", "decode", "normal", "fields", "header", "ragged", "swallowed", "yaml_shape", "read", "catalogue",
        "own_file", "meant", "strays", "load", "history", "operator",
    ),
    "checking": ("of_catalogue", "of_rows", "of_personal", "of_days", "of_values", "of_places", "of_spelling", "check"),
    "figures": ("tidy", "compute"),
    "judging": (
        "rules_within", "rules_between", "rules_across", "rules_in_words", "rules_impossible", "rules_ratio",
        "rules_over_time", "rules_money", "readings", "oddities", "differences", "repeats", "corrections",
        "examine", "held",
    ),
    "charts": ("kept", "room", "svg", "draw", "interactive", "letters", "pixels", "card", "code"),
    "pages": (
        "terms", "blocks", "naming", "view", "reporting", "lines", "outline", "way", "said", "chosen", "standings",
        "sentence", "openings", "summaries", "doubts", "by_field", "chart_words", "charted", "plans", "literacy",
        "answers", "cards", "commune_page", "subject_pages", "source_pages", "indicator_pages", "quality_page",
        "a_to_z", "site_pages", "search_index",
    ),
    "sheets": (
        "aloud", "dossiers_aloud", "announced", "loud", "fit", "fact", "notice_facts", "notice_notes", "board",
    ),
    "publishing": (
        "render", "publish", "write", "finish", "faults", "site", "contents", "pictures", "guard", "switch", "serve",
        "paper",
    ),
    "changes": ("github", "changed_figures", "changes", "compare", "report"),
    "forms": (
        "words", "seen", "cells", "sheets", "write_form", "archive", "apart", "read_form", "headings", "rows", "merge",
        "texts", "places", "exchange",
    ),
    "officer": ("sample", "start", "packed", "pushed", "tell"),
    "": ("build", "arguments", "cli", "__main__"),
}  # fmt: skip
"""The rooms in the order of the path from file to page, and the modules of each: a module imports only
those before it. What stands in no room comes last: the table of contents, and the command.
"""

ORDER = tuple(f"{room}.{module}".lstrip(".") for room, modules in ROOMS.items() for module in modules)

OUTSIDE = {
    "yaml": {"reading.yaml_shape", "reading.read", "reading.operator"},
    "pandas": {"nouns.formulas", "figures.tidy", "figures.compute", "judging.differences", "judging.examine", "build"},
    "altair": {"charts.draw", "charts.interactive"},
    "numpy": {"charts.pixels"},
    "vl_convert": {"charts.draw", "charts.interactive", "charts.card"},
    "jinja2": {"publishing.render"},
    "markupsafe": {"publishing.render"},
    "rich": {"cli"},
    "segno": {"charts.code"},
    "openpyxl": {"forms.write_form", "forms.read_form"},
    "defusedxml": {"forms.texts"},
    "mkdocs": set(),
    "subprocess": {"forms.apart", "reading.history", "publishing.site", "publishing.paper"},
}
"""Who may import what from outside. MkDocs is a program that `site` runs, never a library here."""

CALLS = {"print": {"cli"}, "eval": set(), "exec": set(), "input": set()}
"""Who may name these built-in functions."""

LONGEST = 260
LONG = {"nouns.schema"}
"""A module is read in one sitting; the tables of `schema` are a list that only grows."""

HOUSE = ROOT / "generator"
FILES = {
    ".".join(path.relative_to(HOUSE).with_suffix("").parts): path
    for path in HOUSE.rglob("*.py")
    if path.stem != "__init__"
}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Dotted names of what a file imports; `from generator.room import module` is `generator.room.module`."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [f"{node.module}.{name.name}" for name in node.names]
            yield from names if names[0].removeprefix("generator.") in FILES else [str(node.module)]


def test_every_module_has_its_place() -> None:
    """The order names every module once, so that a new one must be placed."""
    assert sorted(ORDER) == sorted(FILES)


@pytest.mark.parametrize("module", FILES)
def test_imports_run_one_way(module: str) -> None:
    """A module imports only modules before it in the order."""
    own = {name.removeprefix("generator.") for name in imported(FILES[module]) if name.startswith("generator.")}
    assert own <= set(ORDER[: ORDER.index(module)])


@pytest.mark.parametrize("library", OUTSIDE)
def test_a_library_has_its_room(library: str) -> None:
    """A library is imported by the modules that may, and by each of them."""
    users = {name for name, path in FILES.items() if library in {found.split(".")[0] for found in imported(path)}}
    assert users == OUTSIDE[library]


@pytest.mark.parametrize("call", CALLS)
def test_only_the_command_prints(call: str) -> None:
    """Nothing but `cli` prints; data is never executed."""
    names = {name for name, path in FILES.items() for node in ast.walk(parsed(path)) if getattr(node, "id", "") == call}
    assert names == CALLS[call]


@pytest.mark.parametrize("module", sorted(set(FILES) - LONG))
def test_a_module_is_short(module: str) -> None:
    """No module outgrows what a reader takes in at once."""
    lines = FILES[module].read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST
