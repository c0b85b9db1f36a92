"""The codes of problems that the generator can yield, read from its source."""

from __future__ import annotations

import ast

from support import ROOT

from generator.comparing.evidence import MUST_BE_DECLARED

CODE_AT = {
    "Problem": 3,
    "problem": 1,
    "_fault": 3,
    "odd": 2,
    "_noted": 1,
    "_catalogue_problem": 3,
    "_Disagrees": 1,
    "refuse": 1,
}
"""Functions that make a problem, and which of their arguments is the code."""
OF_A_BUILD = {"khong-soan-duoc"}
"""What only composing pages shows: no data folder does, `test_keep` makes it happen."""
OF_TWO_STATES = {"thieu-ly-do"}
"""What only two states of the data beside each other show: `test_unexplained` and `test_reasons` do."""


def codes_in_source() -> set[str]:
    """The codes of problems that generator/ can yield, read from its source."""
    found: set[str] = set(MUST_BE_DECLARED)
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            at = CODE_AT.get(name, len(node.args))
            code = node.args[at] if at < len(node.args) else None
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                found.add(code.value)
    return found
