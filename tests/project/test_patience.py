"""A busy machine is slow, not wrong: no test fails, or passes, because of the time that something takes."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hypothesis import HealthCheck, settings
from support import TESTS

CLOCKS = {"perf_counter", "monotonic", "sleep", "wait_for_timeout", "process_time"}


def test_one_profile_without_a_deadline() -> None:
    """Properties run under the profile of `conftest`, however slow an example or its making is."""
    assert settings.default is not None
    assert settings.default.deadline is None
    assert HealthCheck.too_slow in settings.default.suppress_health_check


def named() -> Iterator[tuple[str, int, str]]:
    """Every function called and every option given in a test: file, line, name."""
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                yield from ((path.name, node.lineno, word) for word in (name, *(k.arg or "" for k in node.keywords)))


def test_no_test_looks_at_a_clock() -> None:
    """None measures, none pauses for a fixed time, none sets a deadline or a time limit of its own."""
    assert [found for found in named() if found[2] in CLOCKS | {"deadline", "timeout"}] == []
