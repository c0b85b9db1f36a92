"""Where a named number decides: what comes just below it, at it and above it, worked out by hand."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from importlib import import_module
from typing import Any, NamedTuple

from support import ROOT

HOUSE = ROOT / "generator"
Number = int | float | Decimal | range


class Edge(NamedTuple):
    """What is tried with a value, and what must come of values on both sides of the number.

    `loaded` says that the number is used while its module is loaded (in a pattern, as a default), so that no test
    can put another in its place.
    """

    outcome: Callable[[Any], object]
    expected: Mapping[Any, object]
    loaded: bool = False


def named_numbers() -> dict[str, Number]:
    """Every number that a module of the generator gives a name of its own in capitals: `room.module.NAME`."""
    found: dict[str, Number] = {}
    for path in sorted(HOUSE.rglob("*.py")):
        module = ".".join(path.relative_to(HOUSE).with_suffix("").parts)
        names = [name for name in _assigned(ast.parse(path.read_text(encoding="utf-8"))) if name.isupper()]
        values = vars(import_module(f"generator.{module}")) if names else {}
        found |= {f"{module}.{name}": values[name] for name in names if _is_number(values[name])}
    return found


def _assigned(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            yield from (name.id for name in ast.walk(node) if isinstance(name, ast.Name) and name.id.isupper()
                        and isinstance(name.ctx, ast.Store))  # fmt: skip


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float, Decimal, range)) and not isinstance(value, bool)


def neighbours(value: Number) -> list[Number]:
    """The same number, a little less and a little more; of a range each end."""
    if isinstance(value, range):
        ends = ((value.start + a, value.stop + b) for a, b in ((-1, 0), (1, 0), (0, -1), (0, 1)))
        return [range(*pair) for pair in ends]
    step = 1 if isinstance(value, int) else value / 100
    return [value - step, value + step]  # type: ignore[operator]
