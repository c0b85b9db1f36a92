"""What stands around a chart: its sentence, its table of numbers, the documents they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from generator.charts.draw import Chart
from generator.language.numbers import MONEY
from generator.model.commune import Commune
from generator.model.figure import Figure as Number
from generator.pieces.blocks import Figure, Grid
from generator.pieces.document_links import source_name
from generator.pieces.row_blocks import Cell
from generator.pieces.view import View

SHORT = 20
"""Letters up to which a value stays on one line."""


def documents(view: View, commune: Commune, figures: Iterable[Number]) -> str:
    """The names of the documents that figures come from."""
    return "; ".join(dict.fromkeys(source_name(view, view.source(commune.code, f.source)) for f in figures))


def source_line(view: View, commune: Commune, figures: Iterable[Number]) -> str:
    """The line below a chart that names its documents."""
    return f"Nguồn: {documents(view, commune, figures)}."


def counted(figure: Number, shown: str, small: str = "") -> Cell:
    """A cell with the number of a figure: its words, and the number as programs write it, with the decimals printed."""
    decimals = 0 if figure.unit == MONEY else max(0, figure.value.decimals)  # those of an amount are of its own word
    exact = f"{figure.number:.{decimals}f}"
    full = f"{round(figure.number, max(decimals, _MOST_DECIMALS)).normalize():f}"
    plain = exact if Decimal(exact) == Decimal(full) else full
    return Cell(shown, "number" if len(shown) < SHORT else "", small, number=plain)


_MOST_DECIMALS = 6
"""Decimals of a computed number that are told to programs."""


def table_of(caption: str, head: tuple[str, ...], rows: Iterable[tuple[str, *tuple[Cell, ...]]]) -> Grid:
    """A table of numbers: a name and its cells a row."""
    return Grid(caption, head, tuple((Cell(name), *cells) for name, *cells in rows))


def sentence(rows: Iterable[tuple[str, str]]) -> str:
    """What a chart shows, for who does not see it; the title is said before."""
    return f"{'; '.join(f'{name}: {text}' for name, text in rows)}."


def bars(
    title: str,
    caption: str,
    head: str,
    named: Sequence[tuple[str, Number, str, str]],
    source: str,
    names: str,
    whole: Decimal | None = None,
) -> Figure:
    """A bar a value: name, figure, its words, period. `names` are the documents that `source` tells of; of parts of a
    stated `whole` each bar is seen as one.
    """
    labels = _distinct([name for name, *_ in named])
    of = {"of": whole} if whole else {}
    chart = Chart(
        "bars", title, sentence((name, text) for name, _, text, _ in named),
        tuple(
            row(label=label, value=n.number, text=text, name=name, said=text, period=when, source=names, **of)
            for label, (name, n, text, when) in zip(labels, named, strict=True)
        ),
    )  # fmt: skip
    rows = ((name, counted(n, text)) for name, n, text, _ in named)
    below = "Cả vạch: tổng số; phần xanh: khoản ấy." if whole else ""
    return Figure(chart, table_of(caption, ("Nội dung", head), rows), source, below=below)


def _distinct(names: Sequence[str]) -> list[str]:
    """Names of bars, numbered where they repeat: a bar each."""
    return [name if names.count(name) == 1 else f"{name} ({names[:i].count(name) + 1})" for i, name in enumerate(names)]


def levels(steps: Iterable[tuple[str, str]]) -> str:
    """Stages in the order of time and the levels aimed at; of those that follow one another at one level the first
    alone: `70% (2025), 100% (từ 2026)`.
    """
    runs = ((level, [stage for stage, _ in own]) for level, own in groupby(steps, lambda step: step[1]))
    return ", ".join(f"{level} ({'từ ' if len(stages) > 1 else ''}{stages[0]})" for level, stages in runs)


def row(**cells: Any) -> dict[str, Any]:
    """A row of a chart; its cells are told at `Chart`."""
    return {name: float(cell) if isinstance(cell, Decimal) else cell for name, cell in cells.items()}
