"""The rooms of the design hold: imports run one way, each outside library has its one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from support import ROOT

ORDER = (
    "choices", "schema", "model", "vietnamese", "personal", "github", "unreadable", "quantities", "periods", "legacy",
    "decode", "normal", "fields", "header", "yaml_shape", "read", "catalogue", "own_file", "meant", "strays", "load",
    "history", "formulas", "check_catalogue", "check_rows", "check_personal", "check_days", "check_values", "check",
    "tidy", "compute", "evidence", "rules_within", "rules_between", "oddities", "differences", "repeats", "examine",
    "held", "draw", "blocks", "view", "lines", "quotes", "changed_figures", "changes", "compare", "outline",
    "compose_way", "compose_doubts", "compose_charts", "compose_plans", "compose_literacy", "compose_answers",
    "compose_commune", "compose_subjects", "compose_sources", "compose_indicators", "compose_quality", "compose_site",
    "render", "publish", "write", "site", "pictures", "guard", "build", "sample", "start", "serve", "form_words",
    "form_cells", "form_sheets", "form_write", "form_read", "form_headings", "form_rows", "form_merge", "form_texts",
    "form_places", "forms", "packed", "pushed", "tell", "report", "cli", "__main__",
)  # fmt: skip
"""A module imports only those before it: the path from file to page, then the command."""

OUTSIDE = {
    "yaml": {"yaml_shape", "read"},
    "pandas": {"formulas", "tidy", "compute", "differences", "examine", "build"},
    "altair": {"draw"},
    "vl_convert": {"draw"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "rich": {"cli"},
    "openpyxl": {"form_write", "form_read"},
    "defusedxml": {"form_texts"},
    "mkdocs": set(),
    "subprocess": {"history", "site"},
}
"""Who may import what from outside. MkDocs is a program that `site` runs, never a library here."""

CALLS = {"print": {"cli"}, "eval": set(), "exec": set(), "input": set()}
"""Who may name these built-in functions."""

LONGEST = 260
LONG = {"schema"}
"""A module is read in one sitting; the tables of `schema` are a list that only grows."""

FILES = {path.stem: path for path in (ROOT / "generator").glob("*.py") if path.stem != "__init__"}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Dotted names of what a file imports; `from generator import a` is `generator.a`."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            whole = node.module == "generator"
            yield from (f"generator.{name.name}" for name in node.names) if whole else (str(node.module),)


def test_every_module_has_its_place() -> None:
    """The order names every module once, so that a new one must be placed."""
    assert sorted(ORDER) == sorted(FILES)


@pytest.mark.parametrize("module", FILES)
def test_imports_run_one_way(module: str) -> None:
    """A module imports only modules before it in the order."""
    own = {name.split(".")[1] for name in imported(FILES[module]) if name.startswith("generator.")}
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
