"""Formulas of the catalogue: sums and differences of indicators, never anything else."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from generator.model.catalogue import Formula


@lru_cache(maxsize=1_000)
def _parsed(expression: str) -> ast.expr:
    """The tree of `a + b - (c.tu)`. Raises ValueError on anything but names, `.tu`/`.mau`, + and -:
    a catalogue is data, and data is never executed.
    """
    try:
        tree = ast.parse(expression, mode="eval").body
    except SyntaxError:
        raise ValueError(f"công thức “{expression}” viết sai") from None
    for node in ast.walk(tree):
        allowed = isinstance(node, ast.BinOp | ast.Add | ast.Sub | ast.Name | ast.Load)
        part = isinstance(node, ast.Attribute) and node.attr in ("tu", "mau") and isinstance(node.value, ast.Name)
        if not (allowed or part):
            raise ValueError(f"công thức “{expression}” có phép không được dùng")
    return tree


def evaluate(expression: str, values: Mapping[str, Decimal | None]) -> Decimal | None:
    """A formula's side over numbers named by indicator (`id`, `id.tu`, `id.mau`).

    None where any term is missing. Raises ValueError where the expression is not a formula.
    """

    def walk(node: ast.expr) -> Decimal | None:
        match node:
            case ast.BinOp(left=left, op=op, right=right):
                one, two = walk(left), walk(right)
                if one is None or two is None:
                    return None
                return one + two if isinstance(op, ast.Add) else one - two
            case ast.Attribute(value=ast.Name(id=name), attr=part):
                return values[f"{name}.{part}"]
            case ast.Name(id=name):
                return values[name]
        raise ValueError(expression)

    return walk(_parsed(expression))


@lru_cache(maxsize=1_000)
def terms(formula: Formula) -> frozenset[str]:
    """The indicator ids that a formula reads. Raises ValueError where it is not a formula."""
    return frozenset(_names(formula))


def _names(formula: Formula) -> Iterator[str]:
    for side in (formula.numerator, formula.denominator):
        yield from (node.id for node in ast.walk(_parsed(side)) if isinstance(node, ast.Name))


@lru_cache(maxsize=1_000)
def amounts(expression: str) -> Mapping[str, int]:
    """How often each term is in a side of a formula: `a + b - c` is once a, once b and less one c. Raises ValueError
    where it is not a formula.
    """
    made: dict[str, int] = {}

    def walk(node: ast.expr, times: int) -> None:
        match node:
            case ast.BinOp(left=left, op=op, right=right):
                walk(left, times)
                walk(right, times if isinstance(op, ast.Add) else -times)
            case _:
                name = ast.unparse(node)
                made[name] = made.get(name, 0) + times

    walk(_parsed(expression), 1)
    return made
