"""Cases are overlays on one base: each holds what differs from it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import BASE, CASES, LEFT_OUT, REMEDY, tree

WHOLE = {BASE.name, "mot-xa"}
"""Data folders in their own right: the base, and the commune whose pages are expected files."""
OVERLAYS = sorted(path.name for path in CASES.iterdir() if path.name not in WHOLE)


@pytest.mark.parametrize("case", OVERLAYS)
def test_a_case_holds_only_what_differs(case: str) -> None:
    """No file is a copy of the base's, what is left out is there in the base and not in the case, no case is empty."""
    base, own = tree(BASE), tree(CASES / case)
    assert [name for name in own if own[name] == base.get(name)] == []
    left_out = own.get(LEFT_OUT, b"").decode().split()
    assert [name for name in left_out if not (BASE / name).exists() or name in own] == []
    said = [name for name in own if name not in (LEFT_OUT, REMEDY) and not name.startswith("mong-doi")]
    links = [path for path in (CASES / case).rglob("*") if path.is_symlink()]
    assert said or left_out or links


def test_every_file_of_the_base_is_laid_over() -> None:
    """The base is as small as its cases need: each of its files is changed or left out by some case."""
    touched = {name for case in OVERLAYS for name in _touched(CASES / case)}
    assert [name for name in tree(BASE) if not any(name == one or name.startswith(f"{one}/") for one in touched)] == []


def _touched(case: Path) -> set[str]:
    left_out = (case / LEFT_OUT).read_text(encoding="utf-8").split() if (case / LEFT_OUT).is_file() else []
    return {*tree(case), *left_out}
